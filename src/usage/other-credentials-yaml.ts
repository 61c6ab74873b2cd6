import * as yaml from 'yaml';
import type { OtherCredential, Problem } from '../results/results.ts';
import { type Owner, TOKEN_TYPE, WHAT } from './other-credentials.ts';

/** Aliases a document may resolve: more is no manifest but a bomb. */
const MAX_ALIASES = 50;
/** The parser's time and memory are bounded by this. */
const MAX_LENGTH = 256 * 1024;

type Fields = Readonly<Record<string, unknown>>;

/**
 * cert-manager Certificates and token Secrets of a manifest, which may hold several documents and lists. This module
 * loads the YAML parser: import it when there is something to parse.
 */
export function findInManifest(
  path: string,
  text: string,
  owner: Owner,
): { readonly found: readonly OtherCredential[]; readonly problems: readonly Problem[] } {
  if (text.length > MAX_LENGTH) {
    const problem = problemAt(
      path,
      1,
      1,
      `larger than ${MAX_LENGTH / 1024} KB: not searched for Certificates`,
    );
    return { found: [], problems: [problem] };
  }
  try {
    return readDocuments(path, text, owner);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return { found: [], problems: [problemAt(path, 1, 1, wordsOf(error))] }; // nested too deep for the parser
  }
}

function readDocuments(path: string, text: string, owner: Owner) {
  const lines = new yaml.LineCounter();
  const options = {
    schema: 'failsafe',
    lineCounter: lines,
    prettyErrors: false,
    logLevel: 'silent',
  } as const;
  const found: OtherCredential[] = [];
  const problems: Problem[] = [];
  for (const document of yaml.parseAllDocuments(text, options)) {
    const [error] = document.errors;
    if (error !== undefined) {
      const { line, col } = lines.linePos(error.pos[0]);
      problems.push(problemAt(path, Math.max(line, 1), Math.max(col, 1), wordsOf(error)));
      continue;
    }
    const start = lines.linePos(document.contents?.range?.[0] ?? 0).line;
    let data: unknown;
    try {
      data = document.toJS({ maxAliasCount: MAX_ALIASES });
    } catch (failed) {
      problems.push(problemAt(path, Math.max(start, 1), 1, wordsOf(failed)));
      continue;
    }
    const isList = fieldsOf(data).kind === 'List';
    const items = isList ? fieldsOf(data).items : [data];
    for (const [index, item] of (Array.isArray(items) ? items : []).entries()) {
      const node: unknown = isList ? document.getIn(['items', index], true) : null;
      const offset = yaml.isNode(node) ? node.range?.[0] : undefined;
      const line = Math.max(1, offset === undefined ? start : lines.linePos(offset).line);
      const credential = credentialOf(fieldsOf(item), path, line, owner);
      if (credential !== null) found.push(credential);
    }
  }
  return { found, problems };
}

function credentialOf(
  item: Fields,
  file: string,
  line: number,
  { cluster, namespace }: Owner,
): OtherCredential | null {
  const metadata = fieldsOf(item.metadata);
  const name = stringOf(metadata.name) ?? '';
  const common = { cluster, namespace: stringOf(metadata.namespace) ?? namespace, file, line, name };
  if (
    item.kind === 'Certificate' &&
    /^cert-?manager\./.test(stringOf(item.apiVersion) ?? 'cert-manager.io')
  ) {
    const secret = stringOf(fieldsOf(item.spec).secretName);
    return { ...common, code: 'certificate', message: WHAT.certificate, secret };
  }
  if (item.kind === 'Secret' && item.type === TOKEN_TYPE) {
    return {
      ...common,
      code: 'token-secret',
      message: WHAT['token-secret'],
      secret: name === '' ? null : name,
    };
  }
  return null;
}

function fieldsOf(value: unknown): Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Fields) : {};
}

function stringOf(value: unknown): string | null {
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : null;
}

function problemAt(file: string, line: number, column: number, message: string): Problem {
  return { file, line, column, code: 'manifest-unreadable', message };
}

/** An error's first line: the parser may quote the file in it. */
function wordsOf(error: unknown): string {
  const text = error instanceof Error ? error.message : String(error);
  const [first = ''] = text.split('\n');
  return `not valid YAML: ${first.replace(/[\x00-\x1f\x7f]/g, ' ').slice(0, 200)}`;
}
