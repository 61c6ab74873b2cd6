import { sorted } from './edit.ts';
import type { Position } from './position.ts';
import type { Splice } from './syntax.ts';

/** The way to a value in hcl2json's form, for example `['module', 'database', 0, 'db_name']`. */
export type JsonPath = readonly (string | number)[];

/** A value that an edit is meant to set, or to take out. */
export type Intended = { readonly path: JsonPath } & (
  | { readonly value: unknown }
  | { readonly removed: true }
);

export interface Edit {
  readonly before: string;
  readonly after: string;
  readonly splices: readonly Splice[];
  readonly intended: readonly Intended[];
}

/** Why an edit is not to be written. */
export interface Refusal {
  readonly code: 'invalid-hcl' | 'too-large' | 'invalid-edit' | 'outside-edit' | 'other-value';
  readonly message: string;
  /** Where HashiCorp's parser stopped, when it did. */
  readonly position: Position | null;
}

type Json = unknown;

/**
 * HashiCorp's parser takes up to 0.07 s for each kilobyte of what costs it most (a list of numbers, 250 kB: 18 s), and of a
 * heredoc more than in proportion (60 kB: 0.4 s, 250 kB: 12 s); a list of 4.8 MB took 100 s and 4 GB. The longest file of
 * the environments repository has less than 40 kB.
 */
const MAX_PROVED = 256 * 1024;

/** Why a text is too long for HashiCorp's parser to read it in good time; null when it is not. */
export function tooLongToProve(text: string): string | null {
  if (text.length <= MAX_PROVED) return null;
  const size = Math.ceil(text.length / 1024);
  const limit = MAX_PROVED / 1024;
  return `the file has ${size} kB, and above ${limit} kB the proof of an edit takes too long: split the file, or edit it by hand`;
}

interface Hcl2json {
  parse(file: string, content: string): Promise<Record<string, Json>>;
}

let loaded: Promise<Hcl2json> | undefined;

/** HashiCorp's parser is 6 MB of WebAssembly: loaded with the first file that is to be written. */
function parser(): Promise<Hcl2json> {
  loaded ??= import('@cdktf/hcl2json').then((module) =>
    'parse' in module ? module : (module as { default: Hcl2json }).default,
  );
  return loaded;
}

/**
 * Reads a text with HashiCorp's own parser.
 *
 * @returns its JSON, or the parser's words and the place where it stopped
 */
export async function parseHcl(text: string): Promise<{ json: Json } | Refusal> {
  try {
    const { parse } = await parser();
    return { json: await parse('file.tf', text) };
  } catch (error) {
    return parseFailure(error instanceof Error ? error.message : String(error));
  }
}

const PLACE = /file\.tf:(?<line>\d+),(?<column>\d+)-[\d,]+: /g;

/** The parser tells what its scanner found before what it found itself; the first in the text is most likely the cause. */
function parseFailure(words: string): Refusal {
  const said = words.slice(0, 20_000);
  let first: { position: Position; message: string } | null = null;
  const places = [...said.matchAll(PLACE)];
  for (const [i, place] of places.entries()) {
    const position = { line: Number(place.groups?.line), column: Number(place.groups?.column) };
    const isEarlier =
      first === null ||
      position.line < first.position.line ||
      (position.line === first.position.line && position.column < first.position.column);
    if (!isEarlier) continue;
    const message = said.slice(place.index + place[0].length, places[i + 1]?.index);
    first = { position, message: i + 1 < places.length ? message : message.replace(/\]$/, '') };
  }
  const message = (first?.message ?? words.split('\n')[0] ?? '').replace(/\s+/g, ' ').trim().slice(0, 400);
  return { code: 'invalid-hcl', message, position: first?.position ?? null };
}

/**
 * Proves an edit before it is written: HashiCorp's parser reads the text before and after, and the two differ in exactly
 * the intended values; and every character outside the splices is the same.
 *
 * @returns null when that holds
 */
export async function proveEdit(edit: Edit): Promise<Refusal | null> {
  if (!keepsTheRest(edit)) {
    return { code: 'outside-edit', message: 'the edit would change bytes outside its place', position: null };
  }
  const tooLong = tooLongToProve(edit.before);
  if (tooLong !== null) return { code: 'too-large', message: tooLong, position: null };
  const before = await parseHcl(edit.before);
  if (!('json' in before)) return before;
  const after = await parseHcl(edit.after);
  if (!('json' in after)) {
    return { ...after, code: 'invalid-edit', message: `the edited file would not parse: ${after.message}` };
  }
  const expected = before.json;
  for (const intended of edit.intended) {
    const { path } = intended;
    const isDone = 'removed' in intended ? removeAt(expected, path) : setAt(expected, path, intended.value);
    if (!isDone) {
      return { code: 'other-value', message: `HashiCorp's parser sees no ${path.join('.')}`, position: null };
    }
  }
  const difference = firstDifference(expected, after.json, []);
  if (difference === null) return null;
  return {
    code: 'other-value',
    message: `the edit would also change ${difference.join('.') || 'the whole file'}`,
    position: null,
  };
}

/**
 * Whether two texts say the same to HashiCorp's parser but for the values at these places, which may be set in only one of
 * them. False where one of them is too long or does not parse.
 */
export async function sameBut(before: string, after: string, places: readonly JsonPath[]): Promise<boolean> {
  if (tooLongToProve(before) !== null || tooLongToProve(after) !== null) return false;
  const [left, right] = [await parseHcl(before), await parseHcl(after)];
  if (!('json' in left) || !('json' in right)) return false;
  for (const path of places) {
    setAt(left.json, path, null);
    setAt(right.json, path, null);
  }
  return firstDifference(left.json, right.json, []) === null;
}

function keepsTheRest({ before, after, splices }: Edit): boolean {
  let from = 0;
  let shift = 0;
  for (const splice of sorted(splices)) {
    if (before.slice(from, splice.start) !== after.slice(from + shift, splice.start + shift)) return false;
    if (after.slice(splice.start + shift, splice.start + shift + splice.text.length) !== splice.text)
      return false;
    from = splice.end;
    shift += splice.text.length - (splice.end - splice.start);
  }
  return before.slice(from) === after.slice(from + shift);
}

/** Sets the value at `path`; false when the way there does not exist. */
function setAt(json: Json, path: JsonPath, value: Json): boolean {
  const last = path[path.length - 1];
  const holder = holderOf(json, path);
  if (last === undefined || holder === null) return false;
  Object.defineProperty(holder, last, { value, enumerable: true, configurable: true, writable: true });
  return true;
}

/** Takes out the value at `path`; false when there is none. */
function removeAt(json: Json, path: JsonPath): boolean {
  const last = path[path.length - 1];
  const holder = holderOf(json, path);
  if (last === undefined || holder === null || !Object.hasOwn(holder, last)) return false;
  return delete holder[last];
}

/** What holds the value at `path`; null when the way there does not exist. */
function holderOf(json: Json, path: JsonPath): Record<string | number, Json> | null {
  let holder = json;
  for (const key of path.slice(0, -1)) {
    if (!isRecord(holder) || !Object.hasOwn(holder, key)) return null;
    holder = holder[key];
  }
  return isRecord(holder) ? holder : null;
}

function isRecord(json: Json): json is Record<string | number, Json> {
  return typeof json === 'object' && json !== null;
}

/** The path to the first place where two JSON values differ, null when they are equal. */
function firstDifference(a: Json, b: Json, path: readonly string[]): readonly string[] | null {
  if (Object.is(a, b)) return null;
  if (!isRecord(a) || !isRecord(b) || Array.isArray(a) !== Array.isArray(b)) return path;
  for (const key of new Set([...Object.keys(a), ...Object.keys(b)])) {
    if (!Object.hasOwn(a, key) || !Object.hasOwn(b, key)) return [...path, key];
    const difference = firstDifference(a[key], b[key], [...path, key]);
    if (difference !== null) return difference;
  }
  return null;
}
