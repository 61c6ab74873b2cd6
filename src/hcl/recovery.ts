import type { Cursor } from './cursor.ts';

/**
 * How a scan goes on behind a mistake that would swallow the rest of the file: a line that begins, without indent, like
 * `module "x" {` is taken for a block of the file, whatever seems to be open there. A valid file may have such a line
 * inside a block, so this is only done on a second pass over a text in which the first one found errors.
 */

const HEADER = /[A-Za-z_][\w-]*(?:[ \t]+"[^"\n]*")+[ \t]*\{/y;

/** Texts that nothing closes are looked through to their end; for more of them than this it would take too long. */
const MAX_LOST = 20;

/** Whether a block of the file seems to begin at `offset`, the start of a line. */
export function startsBlock(cursor: Cursor, offset: number): boolean {
  if (!cursor.recovering || cursor.text.charCodeAt(offset - 1) !== 0x0a) return false;
  HEADER.lastIndex = offset;
  return HEADER.test(cursor.text);
}

/** The end of the line before the next block of the file; the end of the text where there is none. */
export function endBeforeNextBlock(cursor: Cursor, offset: number): number {
  const { text } = cursor;
  cursor.lost += 1;
  if (!cursor.recovering || cursor.lost > MAX_LOST) return text.length;
  for (let at = text.indexOf('\n', offset); at !== -1; at = text.indexOf('\n', at + 1)) {
    if (startsBlock(cursor, at + 1)) return endOfLineBefore(text, at + 1);
  }
  return text.length;
}

/** The offset of the line ending that stands before `lineStart`. */
export function endOfLineBefore(text: string, lineStart: number): number {
  return text.charCodeAt(lineStart - 2) === 0x0d ? lineStart - 2 : lineStart - 1;
}
