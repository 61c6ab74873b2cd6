import {
  atLineEnd,
  BACKSLASH,
  CLOSE_BRACE,
  type Cursor,
  DOLLAR,
  DOT,
  HASH,
  identifierEnd,
  isDigit,
  LF,
  PERCENT,
  QUOTE,
  SLASH,
  SPACE,
  TAB,
} from './cursor.ts';
import type { Range } from './syntax.ts';

/**
 * Passes over the value that nearly every argument has: a string without escapes and templates, a whole number, or a name
 * such as `var.namespace`, alone on the rest of its line.
 *
 * @returns its range; null, with the cursor where it was, for anything else, which is for `scanExpression`
 */
export function scanPlainValue(cursor: Cursor): Range | null {
  const { text } = cursor;
  const start = passBlanks(text, cursor.position);
  const end = plainEnd(text, start);
  if (end === start) return null;
  const next = passBlanks(text, end);
  const code = text.charCodeAt(next);
  const ends =
    atLineEnd(text, next) ||
    code === HASH ||
    code === CLOSE_BRACE ||
    (code === SLASH && text.charCodeAt(next + 1) === SLASH);
  if (!ends) return null;
  cursor.position = next;
  cursor.token = next;
  return { start, end };
}

function passBlanks(text: string, offset: number): number {
  let at = offset;
  for (;;) {
    const code = text.charCodeAt(at);
    if (code !== SPACE && code !== TAB) return at;
    at += 1;
  }
}

/** Behind the plain value at `start`, or `start` where none stands. */
function plainEnd(text: string, start: number): number {
  const first = text.charCodeAt(start);
  if (first === QUOTE) return stringEnd(text, start);
  let end = start;
  if (isDigit(first)) {
    while (isDigit(text.charCodeAt(end))) end += 1;
    return end;
  }
  for (;;) {
    const wordEnd = identifierEnd(text, end);
    if (wordEnd === end) return start;
    end = wordEnd;
    if (text.charCodeAt(end) !== DOT) return end;
    end += 1;
  }
}

function stringEnd(text: string, start: number): number {
  for (let at = start + 1; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === QUOTE) return at + 1;
    if (code === BACKSLASH || code === DOLLAR || code === PERCENT || code === LF) return start;
  }
  return start;
}
