/** What is wrong with a config file, in words for the person who wrote it, and where in its text. */
import * as yaml from 'yaml';
import type { core } from 'zod';
import { didYouMean } from '../util/nearest.ts';
import { jsonSchema, type SchemaNode, schemaAt } from './schema.ts';

/** What is wrong, and where in the text. */
export interface Mistake {
  readonly offset: number;
  readonly code: string;
  readonly message: string;
}

type Issue = core.$ZodIssue;

type Path = readonly PropertyKey[];

/** What the schema refused, in words and with the places of the file; of the unknown keys of one map at most `most`. */
export function explainIssues(
  issues: readonly Issue[],
  document: yaml.Document,
  data: unknown,
  { kinds, most }: { readonly kinds: readonly string[]; readonly most: number },
): Mistake[] {
  const schema = jsonSchema(kinds);
  const mistakes: Mistake[] = [];
  const told = new Set<string>();
  const all = issues.flatMap((each) => innermost(each, data));
  const withUnknown = new Set(
    all.filter(({ code }) => code === 'unrecognized_keys').map(({ path }) => placeOf(path)),
  );
  for (const issue of all) {
    if (issue.code === 'unrecognized_keys') {
      for (const key of issue.keys.slice(0, most)) {
        mistakes.push(unknownKey(key, issue.path, document, schema));
      }
      continue;
    }
    if (issue.code === 'invalid_key') {
      mistakes.push(wrongKey(issue.path, issue.issues[0]?.message ?? issue.message, document));
      continue;
    }
    // of one value the first mistake: `-1.5` is no whole number, and that it is negative says no more
    const at = placeOf(issue.path);
    // and that a map is empty is no news where its only key was spelt wrong
    if (told.has(at) || (issue.code === 'custom' && withUnknown.has(at))) continue;
    told.add(at);
    mistakes.push(wrongValue(issue, document, data, schema));
  }
  return mistakes;
}

/** Where several shapes are allowed: the mistakes in the one that was meant, a map for a map and a list for a list. */
function innermost(issue: Issue, data: unknown): readonly Issue[] {
  if (issue.code !== 'invalid_union') return [issue];
  const deeper = issue.errors.find((errors) => errors.every((each) => isInside(each)));
  const value = valueAt(data, issue.path);
  if (deeper === undefined || typeof value !== 'object' || value === null) return [issue];
  return deeper.flatMap((each) => innermost({ ...each, path: [...issue.path, ...each.path] } as Issue, data));
}

function isInside(issue: Issue): boolean {
  return issue.path.length > 0 || issue.code === 'unrecognized_keys' || issue.code === 'custom';
}

function unknownKey(key: string, path: Path, document: yaml.Document, schema: SchemaNode): Mistake {
  const known = schemaAt(schema, path as (string | number)[]).flatMap((node) =>
    Object.keys(node.properties ?? {}),
  );
  const advice = didYouMean(key, known) || `: the keys here are ${known.join(', ')}`;
  const where = path.length === 0 ? '' : ` in ${pathWords(path)}`;
  return {
    offset: offsetOfKey(document, path, key),
    code: 'config-unknown-key',
    message: `there is no key ${quoted(key)}${where}${advice}`,
  };
}

/** A key that may be chosen freely, and is not of the form that it needs. */
function wrongKey(path: Path, expected: string, document: yaml.Document): Mistake {
  const key = String(path.at(-1));
  const map = path.slice(0, -1);
  return {
    offset: offsetOfKey(document, map, key),
    code: 'config-value',
    message: `${quoted(key)} in ${pathWords(map)}: expected ${expected}`,
  };
}

function wrongValue(issue: Issue, document: yaml.Document, data: unknown, schema: SchemaNode): Mistake {
  const { path, message } = issue;
  const offset = offsetOfValue(document, path);
  const value = valueAt(data, path);
  if (value === undefined) {
    return { offset, code: 'config-missing', message: `${pathWords(path)} is missing: expected ${message}` };
  }
  const name = path.length === 0 ? 'the file' : pathWords(path);
  const choices = schemaAt(schema, path as (string | number)[]).flatMap((node) => node.enum ?? []);
  const meant = typeof value === 'string' ? didYouMean(value, choices) : '';
  return {
    offset,
    code: 'config-value',
    message: `${name} is ${shown(value)}, expected ${message}${meant}`,
  };
}

/** One text for one place. */
function placeOf(path: Path): string {
  return JSON.stringify(path.map(String));
}

function valueAt(data: unknown, path: Path): unknown {
  let value = data;
  for (const part of path) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, part)) return undefined;
    value = (value as Record<PropertyKey, unknown>)[part];
  }
  return value;
}

/** `overrides[0].match.kind`. */
function pathWords(path: Path): string {
  return path
    .map((part, index) =>
      typeof part === 'number' ? `[${part}]` : `${index === 0 ? '' : '.'}${String(part)}`,
    )
    .join('');
}

/** A value of the file in a sentence: data that anybody may have written, so it is short and on one line. */
function shown(value: unknown): string {
  if (value === null) return 'empty';
  if (Array.isArray(value)) return value.length === 0 ? 'an empty list' : 'a list';
  if (typeof value === 'object') return Object.keys(value).length === 0 ? 'an empty map' : 'a map';
  return typeof value === 'string' ? quoted(value) : String(value);
}

/** Of a long text only how it begins: it may be a secret in the wrong place. */
function quoted(text: string): string {
  return JSON.stringify(text.length > 60 ? `${text.slice(0, 20)}…` : text);
}

/** Offset of what stands at a path; where it is missing, of what should hold it. */
export function offsetOfValue(document: yaml.Document, path: Path): number {
  let node: unknown = follow(document, document.contents);
  let offset = startOf(node);
  for (const part of path) {
    node = follow(document, entry(node, part)?.value);
    if (!yaml.isNode(node)) break;
    offset = startOf(node);
  }
  return offset;
}

/** Offset of a key of the map at a path. */
function offsetOfKey(document: yaml.Document, path: Path, key: string): number {
  let node: unknown = follow(document, document.contents);
  for (const part of path) node = follow(document, entry(node, part)?.value);
  const found = entry(node, key)?.key;
  return yaml.isNode(found) ? startOf(found) : startOf(node);
}

function entry(node: unknown, part: PropertyKey): { readonly key: unknown; readonly value: unknown } | null {
  if (yaml.isSeq(node)) return { key: null, value: node.items[Number(part)] };
  if (!yaml.isMap(node)) return null;
  return node.items.find(({ key }) => keyText(key) === String(part)) ?? null;
}

/** A key as the data has it: a list that is a key stands there as YAML writes it. */
function keyText(key: unknown): string {
  if (yaml.isScalar(key)) return key.value === null ? '' : String(key.value);
  return String(key);
}

function follow(document: yaml.Document, node: unknown): unknown {
  return yaml.isAlias(node) ? node.resolve(document) : node;
}

function startOf(node: unknown): number {
  return yaml.isNode(node) ? (node.range?.[0] ?? 0) : 0;
}

/** The parser is recursive. */
export const TOO_DEEP = 'nested too deep to be read';

const NO_TAGS = 'tags (!name) mean nothing here: write the value alone';

/** What YAML says is wrong, in words for the person who wrote it. */
export function describeSyntax({ code, message, pos }: yaml.YAMLError): Mistake {
  const words: Readonly<Partial<Record<string, string>>> = {
    TAB_AS_INDENT: 'a tab stands where YAML wants spaces: indent with spaces',
    DUPLICATE_KEY: 'this key stands here a second time: keep one of the two',
    MULTIPLE_DOCS: 'a second document begins here: one file holds one list of settings',
    BAD_INDENT: 'the indent fits no line above it',
    TAG_RESOLVE_FAILED: NO_TAGS,
  };
  const offset = pos[0];
  if (/call stack/.test(message)) return { offset, code: 'config-syntax', message: TOO_DEEP };
  // of others the library's first line: it may quote the file in those that follow
  const own = message
    .split('\n', 1)[0]
    ?.replace(/[\x00-\x1f\x7f]/g, ' ')
    .slice(0, 200);
  return { offset, code: 'config-syntax', message: words[code] ?? `not valid YAML: ${own}` };
}

/** The tags that YAML itself knows (`!!set`, `!!binary`): what they make of a value is no setting. */
export function findTags(document: yaml.Document): Mistake[] {
  const found: Mistake[] = [];
  yaml.visit(document, {
    Node(_key, node) {
      if ('tag' in node && node.tag !== undefined && node.range) {
        found.push({ offset: node.range[0], code: 'config-syntax', message: NO_TAGS });
      }
    },
  });
  return found;
}
