import { distance } from 'fastest-levenshtein';
import type { Document } from 'yaml';
import type { core } from 'zod';
import { jsonSchema, type SchemaNode, schemaAt } from './json-schema.ts';
import { offsetOfKey, offsetOfValue, type Path } from './nodes.ts';

/** What is wrong, and where in the text. */
export interface Mistake {
  readonly offset: number;
  readonly code: string;
  readonly message: string;
}

type Issue = core.$ZodIssue;

/** What the schema refused, in words and with the places of the file; of the unknown keys of one map at most `most`. */
export function explainIssues(
  issues: readonly Issue[],
  document: Document,
  data: unknown,
  most: number,
): Mistake[] {
  const schema = jsonSchema();
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

function unknownKey(key: string, path: Path, document: Document, schema: SchemaNode): Mistake {
  const known = schemaAt(schema, path as (string | number)[]).flatMap((node) =>
    Object.keys(node.properties ?? {}),
  );
  const near = nearest(key, known);
  const advice = near === null ? `the keys here are ${known.join(', ')}` : `did you mean ${near}?`;
  const where = path.length === 0 ? '' : ` in ${pathWords(path)}`;
  return {
    offset: offsetOfKey(document, path, key),
    code: 'config-unknown-key',
    message: `there is no key ${quoted(key)}${where}: ${advice}`,
  };
}

function wrongValue(issue: Issue, document: Document, data: unknown, schema: SchemaNode): Mistake {
  const { path, message } = issue;
  const offset = offsetOfValue(document, path);
  const value = valueAt(data, path);
  if (value === undefined) {
    return { offset, code: 'config-missing', message: `${pathWords(path)} is missing: expected ${message}` };
  }
  const name = path.length === 0 ? 'the file' : pathWords(path);
  const choices = schemaAt(schema, path as (string | number)[]).flatMap((node) => node.enum ?? []);
  const near = typeof value === 'string' ? nearest(value, choices) : null;
  const meant = near === null ? '' : `: did you mean ${near}?`;
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

/** The nearest of the known words, spelt in whatever way: `max-age` is `maxAge`, `monday` is `mon`. */
function nearest(word: string, known: readonly string[]): string | null {
  const plain = (text: string): string => text.toLowerCase().replace(/[-_ ]/g, '');
  const scored = known
    .map((name) => ({
      name,
      score: plain(word).startsWith(plain(name)) ? 1 : distance(plain(word), plain(name)),
    }))
    .sort((a, b) => a.score - b.score);
  const [best] = scored;
  return best !== undefined && best.score <= Math.max(1, Math.floor(word.length / 3)) ? best.name : null;
}
