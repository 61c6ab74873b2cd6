import { startOf } from './cursor.ts';
import type { Attribute, Block, Body, Range } from './syntax.ts';
import { scanString } from './tokens.ts';

/** The attribute of that name, the first where a file wrongly has several; null when there is none. */
export function findAttribute(body: Body, name: string): Attribute | null {
  for (const item of body) if (item.type === 'attribute' && item.name === name) return item;
  return null;
}

/** The blocks of a body that begin with `keyword` and, where given, bear the first label `label`. */
export function findBlocks(body: Body, keyword: string, label?: string): Block[] {
  return body.filter(
    (item): item is Block =>
      item.type === 'block' &&
      item.keyword === keyword &&
      (label === undefined || item.labels[0]?.text === label),
  );
}

/** The attributes whose name stands in the body before, in order: HCL allows each name once. */
export function findDuplicates(body: Body): Attribute[] {
  const duplicates: Attribute[] = [];
  // a block has few attributes as a rule: searching a list beats building a set for each of thousands of blocks
  const names: string[] = [];
  const seen = body.length > 50 ? new Set<string>() : null;
  for (const item of body) {
    if (item.type !== 'attribute') continue;
    if (seen?.has(item.name) ?? names.includes(item.name)) duplicates.push(item);
    if (seen === null) names.push(item.name);
    else seen.add(item.name);
  }
  return duplicates;
}

/**
 * The string that the expression at `range` is, told from the text: one quoted string without `${` or `%{`.
 *
 * @returns its value with escapes undone and the range between the quotes; null for any other expression
 */
export function literalString(text: string, range: Range): { value: string; inner: Range } | null {
  if (text[range.start] !== '"') return null;
  const cursor = startOf(text);
  cursor.position = range.start + 1;
  if (scanString(cursor) !== 'closed' || cursor.position !== range.end) return null;
  const inner = { start: range.start + 1, end: range.end - 1 };
  const value = undoEscapes(text.slice(inner.start, inner.end));
  return value === null ? null : { value, inner };
}

const ESCAPES: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', '"': '"', '\\': '\\' };

/** Undoes HCL's escapes (hclsyntax spec, "Quoted template"); null when one is not HCL's. */
function undoEscapes(raw: string): string | null {
  if (!/[\\$%]/.test(raw)) return raw;
  let invalid = false;
  const value = raw.replace(
    /\\(?:u([0-9A-Fa-f]{4})|U([0-9A-Fa-f]{8})|(.))|([$%])\4(?=\{)/gs,
    (
      whole,
      short: string | undefined,
      long: string | undefined,
      single: string | undefined,
      marker?: string,
    ) => {
      if (marker !== undefined) return marker;
      const hex = short ?? long;
      if (hex !== undefined) {
        const point = Number.parseInt(hex, 16);
        if (point <= 0x10ffff) return String.fromCodePoint(point);
      }
      const replacement = single === undefined ? undefined : ESCAPES[single];
      if (replacement === undefined) invalid = true;
      return replacement ?? whole;
    },
  );
  return invalid ? null : value;
}

/** Writes a string as a quoted HCL literal. */
export function quote(value: string): string {
  const escaped = value
    .replace(/["\\]/g, '\\$&')
    .replace(/\n/g, '\\n')
    .replace(/\r/g, '\\r')
    .replace(/\t/g, '\\t')
    .replace(/([$%])(?=\{)/g, '$1$1');
  return `"${escaped}"`;
}

/** `true` or `false`, written plainly or, as Terraform converts it, in quotes; null for any other expression. */
export function literalBoolean(text: string, range: Range): boolean | null {
  const raw = literalString(text, range)?.value ?? text.slice(range.start, range.end);
  return raw === 'true' ? true : raw === 'false' ? false : null;
}
