import type { Cursor } from './cursor.ts';
import type { Attribute } from './syntax.ts';

/**
 * The argument as nearly everybody writes it: a name, and on the rest of its line a string without escapes and templates,
 * a whole number, or a name such as `var.namespace`. One pattern takes it whole, several times faster than token by token.
 */
const PLAIN =
  /([A-Za-z_][A-Za-z0-9_-]*)([ \t]*)=([ \t]*)("[^"\\$%\n]*"|[A-Za-z_][A-Za-z0-9_-]*(?:\.[A-Za-z_][A-Za-z0-9_-]*)*|\d+)[ \t]*(?=\r?\n|#|\/\/)/y;

/**
 * Passes over the argument at the cursor when it is such a plain one.
 *
 * @returns null, with the cursor where it was, for anything else
 */
export function scanPlainAttribute(cursor: Cursor): Attribute | null {
  const start = cursor.position;
  PLAIN.lastIndex = start;
  const match = PLAIN.exec(cursor.text);
  if (match === null) return null;
  const [, name = '', before = '', behind = '', value = ''] = match;
  const equals = start + name.length + before.length;
  const valueStart = equals + 1 + behind.length;
  const end = valueStart + value.length;
  cursor.position = PLAIN.lastIndex;
  cursor.token = PLAIN.lastIndex;
  return { type: 'attribute', name, start, end, equals, expression: { start: valueStart, end } };
}
