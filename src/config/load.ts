import * as yaml from 'yaml';
import type { Problem } from '../util/result.ts';
import { describeSyntax, explainIssues, findTags, type Mistake, offsetOfValue, TOO_DEEP } from './errors.ts';
import { kindSlips, kindsInForce, namesOfKinds } from './kinds.ts';
import { type Config, compileRules } from './rules.ts';
import { type ConfigValues, configSchema } from './schema.ts';

export type ParsedConfig = { readonly config: Config } | { readonly problems: readonly Problem[] };

/** A file of settings has some hundred lines; time and memory of the parser are bounded by this. */
export const MAX_CONFIG_BYTES = 64 * 1024;
/** Aliases that a document may resolve: more is no list of settings but a bomb. */
const MAX_ALIASES = 50;
/** Mistakes that are told at once. */
const MAX_PROBLEMS = 20;

/**
 * Reads a config file.
 *
 * @param text of the file, with or without a byte order mark; an empty one is a file without settings
 * @param file what the file is called in messages
 * @param builtIn names of the kinds that it may name besides its own
 * @returns the settings, or everything that is wrong, in the file's order
 */
export function parseConfig(text: string, file: string, builtIn: readonly string[]): ParsedConfig {
  const content = text.replace(/^\ufeff/, '');
  const place = placer(content, file);
  const tell = (mistakes: readonly Mistake[]): ParsedConfig => ({
    problems: mistakes
      .toSorted((a, b) => a.offset - b.offset)
      .slice(0, MAX_PROBLEMS)
      .map(place),
  });
  const read = readYaml(content);
  if ('mistakes' in read) return tell(read.mistakes);
  const { document, data } = read;
  const hidden = findHiddenKind(document);
  if (hidden !== null) return tell([hidden]);
  const kinds = namesOfKinds(data, builtIn);
  const checked = configSchema(kinds).safeParse(data ?? {});
  if (!checked.success) {
    return tell(explainIssues(checked.error.issues, document, data, { kinds, most: MAX_PROBLEMS }));
  }
  const slips = checkValues(checked.data, document);
  if (slips.length > 0) return tell(slips);
  const lines = linesOf(document, lineFinder(content));
  const rules = compileRules(checked.data, (path) => lines.get(path) ?? 1);
  const { extends: pack, kinds: own } = checked.data;
  return { config: { file, values: checked.data, kinds: kindsInForce(pack, own), ...rules, lines } };
}

/** JavaScript's own name, which zod passes over without a word wherever keys are free to choose. */
function findHiddenKind(document: yaml.Document): Mistake | null {
  const path = ['kinds', '__proto__'];
  if (!document.hasIn(path)) return null;
  const message = '__proto__ cannot be the name of a kind: choose another';
  return { offset: offsetOfValue(document, path), code: 'config-value', message };
}

/** What a JSON Schema cannot say: how values of a file fit together. */
function checkValues(values: ConfigValues, document: yaml.Document): Mistake[] {
  const { windows = [], freezes = [], extends: pack, kinds } = values;
  const mistakes: Mistake[] = [];
  const add = (path: readonly PropertyKey[], message: string): void => {
    mistakes.push({ offset: offsetOfValue(document, path), code: 'config-value', message });
  };
  for (const { path, message } of kindSlips(pack, kinds)) add(path, message);
  windows.forEach(({ from = '00:00', to = '24:00' }, index) => {
    if (from === to) {
      add(
        ['windows', index, 'to'],
        `the window begins and ends at ${from}: leave both out for the whole day`,
      );
    }
  });
  freezes.forEach(({ from, to }, index) => {
    if (from > to) add(['freezes', index, 'to'], `the freeze ends on ${to}, before it begins on ${from}`);
  });
  return mistakes;
}

type Read =
  | { readonly document: yaml.Document; readonly data: unknown }
  | { readonly mistakes: readonly Mistake[] };

function readYaml(text: string): Read {
  let document: yaml.Document.Parsed;
  try {
    // YAML 1.2: `09:00`, `2026-12-24`, `yes` and `off` are the strings that stand there
    document = yaml.parseDocument(text, {
      version: '1.2',
      schema: 'core',
      merge: false,
      prettyErrors: false,
      // 'silent' would also silence a second document; nothing is printed by this function
      logLevel: 'error',
    });
  } catch {
    return { mistakes: [{ offset: 0, code: 'config-syntax', message: TOO_DEEP }] };
  }
  const broken = [...document.errors, ...document.warnings];
  if (broken.length > 0) return { mistakes: broken.map(describeSyntax) };
  const tags = findTags(document);
  if (tags.length > 0) return { mistakes: tags };
  try {
    return { document, data: document.toJS({ maxAliasCount: MAX_ALIASES }) };
  } catch {
    const message = `the aliases (*name) lead to nothing, or to more than ${MAX_ALIASES} copies: write it out`;
    return { mistakes: [{ offset: firstAlias(document), code: 'config-syntax', message }] };
  }
}

/** Offset of the first alias: only aliases keep a parsed document from its data. */
function firstAlias(document: yaml.Document): number {
  let first = 0;
  yaml.visit(document, {
    Alias(_key, alias) {
      first = alias.range?.[0] ?? 0;
      return yaml.visit.BREAK;
    },
  });
  return first;
}

/** Gives a function from an offset to its 1-based line. */
function lineFinder(text: string): (offset: number) => number {
  const lines = new yaml.LineCounter();
  for (let at = 0; at !== -1; at = text.indexOf('\n', at) + 1 || -1) lines.addNewLine(at);
  return (offset) => lines.linePos(offset).line;
}

/** Gives a function that finds the line and column of a mistake, and the line's text. */
function placer(text: string, file: string): (mistake: Mistake) => Problem {
  return ({ offset, code, message }) => {
    const before = text.slice(0, Math.min(offset, text.length));
    const start = before.lastIndexOf('\n') + 1;
    const line = before.split('\n').length;
    const end = text.indexOf('\n', start);
    const sourceLine = text.slice(start, end === -1 ? text.length : end).replace(/\r$/, '');
    return { file, line, column: characters(before.slice(start)) + 1, code, message, sourceLine };
  };
}

/** Characters as a person counts them. */
function characters(text: string): number {
  if (/^[\t\x20-\x7e]*$/.test(text)) return text.length;
  return [...new Intl.Segmenter('en', { granularity: 'grapheme' }).segment(text)].length;
}

/** The line of each key, of the keys in it, and of each entry of a list. */
function linesOf(document: yaml.Document, lineAt: (offset: number) => number): Map<string, number> {
  const lines = new Map<string, number>();
  const resolve = (node: unknown): unknown => (yaml.isAlias(node) ? node.resolve(document) : node);
  const top = resolve(document.contents);
  for (const { key, value } of yaml.isMap(top) ? top.items : []) {
    const name = nameOf(key);
    lines.set(name, lineAt(offsetOf(key)));
    const inner = resolve(value);
    if (yaml.isMap(inner)) {
      for (const pair of inner.items) lines.set(`${name}.${nameOf(pair.key)}`, lineAt(offsetOf(pair.key)));
    } else if (yaml.isSeq(inner)) {
      inner.items.forEach((item, index) => {
        lines.set(`${name}.${index}`, lineAt(offsetOf(item)));
      });
    }
  }
  return lines;
}

function nameOf(key: unknown): string {
  return yaml.isScalar(key) ? String(key.value) : '';
}

function offsetOf(node: unknown): number {
  return yaml.isNode(node) ? (node.range?.[0] ?? 0) : 0;
}
