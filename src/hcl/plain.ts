import { type Cursor, SPACE, TAB } from './cursor.ts';
import type { Attribute } from './syntax.ts';

/*
 * What nearly everybody writes, taken by one pattern each: several times faster than token by token. Where a pattern does
 * not match, nothing is said about the text; the tokens decide.
 */

/**
 * A name, and on the rest of its line a string without escapes and templates, a whole number, or a name such as
 * `var.namespace`.
 */
const ARGUMENT =
  /([A-Za-z_][A-Za-z0-9_-]*)([ \t]*)=([ \t]*)("[^"\\$%\n]*"|[A-Za-z_][A-Za-z0-9_-]*(?:\.[A-Za-z_][A-Za-z0-9_-]*)*|\d+)[ \t]*(?=\r?\n|#|\/\/)/y;

/** A list of such strings, on one line or more, without comments. */
const STRINGS = /\[\s*(?:"[^"\\$%\n]*"\s*,\s*)*(?:"[^"\\$%\n]*"\s*)?\]/y;

/**
 * Passes over the argument at the cursor when it is a plain one.
 *
 * @returns null, with the cursor where it was, for anything else
 */
export function scanPlainAttribute(cursor: Cursor): Attribute | null {
  const start = cursor.position;
  ARGUMENT.lastIndex = start;
  const match = ARGUMENT.exec(cursor.text);
  if (match === null) return null;
  const [, name = '', before = '', behind = '', value = ''] = match;
  const equals = start + name.length + before.length;
  const valueStart = equals + 1 + behind.length;
  const end = valueStart + value.length;
  cursor.position = ARGUMENT.lastIndex;
  cursor.token = ARGUMENT.lastIndex;
  return { type: 'attribute', name, start, end, equals, expression: { start: valueStart, end } };
}

/** Passes over a line of an object that reads like a plain argument; false, with the cursor where it was, for any other. */
export function skipPlainEntry(cursor: Cursor): boolean {
  let start = cursor.position;
  for (let code = cursor.text.charCodeAt(start); code === SPACE || code === TAB; ) {
    start += 1;
    code = cursor.text.charCodeAt(start);
  }
  ARGUMENT.lastIndex = start;
  if (!ARGUMENT.test(cursor.text)) return false;
  cursor.position = ARGUMENT.lastIndex;
  return true;
}

/** Passes over the list of plain strings whose `[` is the token read last; false for any other list. */
export function skipPlainList(cursor: Cursor): boolean {
  STRINGS.lastIndex = cursor.token;
  if (!STRINGS.test(cursor.text)) return false;
  cursor.position = STRINGS.lastIndex;
  return true;
}
