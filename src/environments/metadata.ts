/** Whose a namespace is: `00-namespace.yaml` and `01-rbac.yaml`, read as data that anybody may have written. */
import * as yaml from 'yaml';
import type { Ownership } from '../results/results.ts';
import { compareNames } from './listing.ts';
import type { EstateReader, FileContent, NamespaceFolder } from './reader.ts';
import { decodeText } from './text.ts';

/** Something wrong with a metadata file, with its 1-based place. */
export interface MetadataProblem {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly code: 'metadata-unreadable' | 'metadata-malformed' | 'metadata-unclear';
  readonly message: string;
}

/** What is unknown is null. */
export interface NamespaceMetadata {
  /** Label `cloud-platform.justice.gov.uk/is-production`. */
  readonly production: boolean | null;
  readonly businessUnit: string | null;
  readonly application: string | null;
  readonly owner: string | null;
  readonly sourceCode: string | null;
  readonly slackChannel: string | null;
  /** Annotation `team-name`: a hint, it need not be among `teams`. */
  readonly teamName: string | null;
  /** GitHub teams (`github:<team>` without its prefix) that `01-rbac.yaml` binds to a role, sorted, each once. */
  readonly teams: readonly string[];
  readonly problems: readonly MetadataProblem[];
}

/**
 * The names of the two files. On 21 August 2026 1,464 of 1,466 namespaces had exactly `00-namespace.yaml` and
 * `01-rbac.yaml` and the other two (`monitoring`) had neither under any name, so no other file is searched.
 */
const NAMESPACE_FILES = ['00-namespace.yaml', '00-namespace.yml'];
const RBAC_FILES = ['01-rbac.yaml', '01-rbac.yml'];

/** The longest of the real ones has some kilobytes; the parser's time and memory are bounded by this. */
const MAX_METADATA_BYTES = 256 * 1024;
/** Aliases a document may resolve (yaml's default is 100): more is no namespace but a bomb. */
const MAX_ALIASES = 50;

const PREFIX = 'cloud-platform.justice.gov.uk/';
const TEAM_PREFIX = 'github:';

type Facts = { -readonly [K in keyof NamespaceMetadata]: NamespaceMetadata[K] } & {
  teams: string[];
  problems: MetadataProblem[];
};

/** Reads the metadata of one namespace. Never throws for what the files hold: see `problems`. */
export async function readMetadata(
  folder: NamespaceFolder,
  reader: EstateReader,
): Promise<NamespaceMetadata> {
  const all = await readAllMetadata([folder], reader);
  return all.get(folder.path) ?? noFacts();
}

/** Reads the metadata of many namespaces in one pass, by `folder.path`. */
export async function readAllMetadata(
  folders: readonly NamespaceFolder[],
  reader: EstateReader,
): Promise<ReadonlyMap<string, NamespaceMetadata>> {
  const all = new Map<string, Facts>();
  const wanted = new Map<string, { readonly facts: Facts; readonly learn: typeof learnNamespace }>();
  for (const folder of folders) {
    const facts = noFacts();
    all.set(folder.path, facts);
    const namespaceFile = NAMESPACE_FILES.find((name) => folder.files.includes(name));
    const rbacFile = RBAC_FILES.find((name) => folder.files.includes(name));
    if (namespaceFile) wanted.set(`${folder.path}/${namespaceFile}`, { facts, learn: learnNamespace });
    if (rbacFile) wanted.set(`${folder.path}/${rbacFile}`, { facts, learn: learnTeams });
  }
  if (wanted.size === 0) return all;
  await reader.read(wanted.keys(), (path, content) => {
    const { facts, learn } = wanted.get(path)!;
    for (const found of parse(path, content)) {
      if ('code' in found) facts.problems.push(found);
      else learn(found, facts);
    }
  });
  for (const facts of all.values()) facts.teams = [...new Set(facts.teams)].sort(compareNames);
  return all;
}

/** The team of one namespace: the annotation `team-name`, else the first team that a role is bound to. */
export function teamOf(metadata: Pick<NamespaceMetadata, 'teamName' | 'teams'> | undefined): string | null {
  return metadata?.teamName ?? metadata?.teams[0] ?? null;
}

/**
 * Whose the namespaces are, by `folder.path`. The team is that of the annotation `team-name`, else the first that a role
 * is bound to; the role bindings are read only where the annotation is missing.
 */
export async function readOwners(
  folders: readonly NamespaceFolder[],
  reader: EstateReader,
): Promise<ReadonlyMap<string, Ownership>> {
  const owners = new Map<string, Ownership>();
  const only = (names: readonly string[], some: readonly NamespaceFolder[]): NamespaceFolder[] =>
    some.map((folder) => ({ ...folder, files: folder.files.filter((name) => names.includes(name)) }));
  const annotated = await readAllMetadata(only(NAMESPACE_FILES, folders), reader);
  for (const [path, { teamName, production, slackChannel }] of annotated) {
    owners.set(path, { team: teamName, production, slackChannel });
  }
  const others = folders.filter(({ path }) => owners.get(path)?.team === null);
  for (const [path, { teams }] of await readAllMetadata(only(RBAC_FILES, others), reader)) {
    const known = owners.get(path);
    if (known !== undefined) owners.set(path, { ...known, team: teams[0] ?? null });
  }
  return owners;
}

function noFacts(): Facts {
  return {
    production: null,
    businessUnit: null,
    application: null,
    owner: null,
    sourceCode: null,
    slackChannel: null,
    teamName: null,
    teams: [],
    problems: [],
  };
}

/** One document of a file as plain data; the place is for problems that are found in it later. */
interface Parsed {
  readonly file: string;
  readonly data: Fields;
  readonly placeOf: (...keys: string[]) => { readonly line: number; readonly column: number };
}

type Fields = Readonly<Record<string, unknown>>;

/** The documents of a file. One that does not parse is a problem, and the others count. */
function parse(file: string, content: FileContent): readonly (Parsed | MetadataProblem)[] {
  if (!(content instanceof Uint8Array)) return [problem(file, 'metadata-unreadable', content.message)];
  if (content.length > MAX_METADATA_BYTES) {
    return [problem(file, 'metadata-unreadable', `larger than ${MAX_METADATA_BYTES / 1024} KB: not read`)];
  }
  const decoded = decodeText(content);
  if ('code' in decoded) return [problem(file, 'metadata-unreadable', decoded.message, decoded)];
  try {
    return parseText(file, decoded.text);
  } catch (error) {
    return [problem(file, 'metadata-malformed', wordsOf(error))]; // nested too deep for the parser
  }
}

function parseText(file: string, text: string): readonly (Parsed | MetadataProblem)[] {
  const lines = new yaml.LineCounter();
  const place = (offset: number): { readonly line: number; readonly column: number } => {
    const { line, col } = lines.linePos(offset);
    return { line: Math.max(line, 1), column: Math.max(col, 1) };
  };
  // the failsafe schema leaves every scalar the string that was written: `true` and `"true"` mean the same here
  const options = {
    schema: 'failsafe',
    lineCounter: lines,
    prettyErrors: false,
    logLevel: 'silent',
  } as const;
  return [...yaml.parseAllDocuments(text, options)].flatMap((document): (Parsed | MetadataProblem)[] => {
    const [error] = document.errors;
    if (error) return [problem(file, 'metadata-malformed', wordsOf(error), place(error.pos[0]))];
    let data: unknown;
    try {
      data = document.toJS({ maxAliasCount: MAX_ALIASES });
    } catch (failed) {
      return [problem(file, 'metadata-malformed', wordsOf(failed), place(firstBadAlias(document)))];
    }
    if (!isFields(data)) return [];
    const placeOf = (...keys: string[]) => {
      const node: unknown = document.getIn(keys, true);
      return place(yaml.isNode(node) ? (node.range?.[0] ?? 0) : 0);
    };
    return [{ file, data, placeOf }];
  });
}

/** Offset of the first alias that names no anchor, else of the first alias: only aliases keep a parsed document from its data. */
function firstBadAlias(document: yaml.Document): number {
  let first: number | undefined;
  let bad: number | undefined;
  yaml.visit(document, {
    Alias(_key, alias) {
      first ??= alias.range?.[0];
      if (alias.resolve(document) === undefined) bad ??= alias.range?.[0];
    },
  });
  return bad ?? first ?? 0;
}

function learnNamespace({ file, data, placeOf }: Parsed, facts: Facts): void {
  if (data.kind !== 'Namespace') return;
  const metadata = fieldsOf(data.metadata);
  const annotations = fieldsOf(metadata.annotations);
  facts.businessUnit ??= stringOf(annotations[`${PREFIX}business-unit`]);
  facts.application ??= stringOf(annotations[`${PREFIX}application`]);
  facts.owner ??= stringOf(annotations[`${PREFIX}owner`]);
  facts.sourceCode ??= stringOf(annotations[`${PREFIX}source-code`]);
  facts.slackChannel ??= stringOf(annotations[`${PREFIX}slack-channel`]);
  facts.teamName ??= stringOf(annotations[`${PREFIX}team-name`]);
  const key = `${PREFIX}is-production`;
  const production = stringOf(fieldsOf(metadata.labels)[key])?.toLowerCase();
  if (production === 'true' || production === 'false') facts.production ??= production === 'true';
  else if (production !== undefined) {
    const message = `the label is-production is neither "true" nor "false" but ${JSON.stringify(production.slice(0, 40))}`;
    facts.problems.push(problem(file, 'metadata-unclear', message, placeOf('metadata', 'labels', key)));
  }
}

function learnTeams({ data }: Parsed, facts: Facts): void {
  if (data.kind !== 'RoleBinding' || !Array.isArray(data.subjects)) return;
  for (const subject of data.subjects) {
    const name = stringOf(fieldsOf(subject).name);
    if (name?.startsWith(TEAM_PREFIX) && name !== TEAM_PREFIX)
      facts.teams.push(name.slice(TEAM_PREFIX.length));
  }
}

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function fieldsOf(value: unknown): Fields {
  return isFields(value) ? value : {};
}

function stringOf(value: unknown): string | null {
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : null;
}

function problem(
  file: string,
  code: MetadataProblem['code'],
  message: string,
  place: { readonly line: number; readonly column: number } = { line: 1, column: 1 },
): MetadataProblem {
  return { file, line: place.line, column: place.column, code, message };
}

/** An error's first line: the parser may quote the file in it. */
function wordsOf(error: unknown): string {
  const text = error instanceof Error ? error.message : String(error);
  const [first = ''] = text.split('\n');
  return `not valid YAML: ${first.replace(/[\x00-\x1f\x7f]/g, ' ').slice(0, 200)}`;
}
