import type { Comment, HclError, HclErrorCode } from './syntax.ts';

/** The scanner's place in the text and what it has collected on its way. */
export interface Cursor {
  readonly text: string;
  position: number;
  /** Where the token read last starts. */
  token: number;
  /** The end marker of the heredoc opened last. */
  marker: string;
  /** On the second pass over a text with mistakes; see startsBlock. */
  readonly recovering: boolean;
  /** How many comments and heredocs were found that nothing closes. */
  lost: number;
  readonly comments: Comment[];
  readonly errors: HclError[];
}

/** Brackets, templates and blocks deeper than this are refused: HashiCorp's parser recurses and would not return. */
export const MAX_DEPTH = 200;

/** Errors behind this many are noise from the first ones. */
const MAX_ERRORS = 20;

export const TAB = 0x09;
export const LF = 0x0a;
export const CR = 0x0d;
export const SPACE = 0x20;
export const QUOTE = 0x22;
export const HASH = 0x23;
export const DOLLAR = 0x24;
export const PERCENT = 0x25;
export const STAR = 0x2a;
export const DOT = 0x2e;
export const SLASH = 0x2f;
export const LESS = 0x3c;
export const EQUALS = 0x3d;
export const BACKSLASH = 0x5c;
export const OPEN_BRACE = 0x7b;
export const CLOSE_BRACE = 0x7d;
const BYTE_ORDER_MARK = 0xfeff;

/** Collects a syntax error at `offset`. */
export function fail(
  cursor: Cursor,
  code: HclErrorCode,
  offset: number,
  message: string,
  help: string,
): void {
  if (cursor.errors.length < MAX_ERRORS) cursor.errors.push({ code, offset, message, help });
}

/** Starts at the first character; a byte order mark is passed over, as HashiCorp's parser does. */
export function startOf(text: string, recovering = false): Cursor {
  const position = text.charCodeAt(0) === BYTE_ORDER_MARK ? 1 : 0;
  return { text, position, token: position, marker: '', recovering, lost: 0, comments: [], errors: [] };
}

/** Whether a line ends at `offset`: `\n`, `\r\n` or the end of the text. */
export function atLineEnd(text: string, offset: number): boolean {
  if (offset >= text.length) return true;
  const code = text.charCodeAt(offset);
  return code === LF || (code === CR && text.charCodeAt(offset + 1) === LF);
}

/** Passes over the comment at the cursor, if there is one; a line comment stops before its line ending. */
export function skipComment(cursor: Cursor): Comment | null {
  const { text, position: start } = cursor;
  const first = text.charCodeAt(start);
  if (first === HASH || (first === SLASH && text.charCodeAt(start + 1) === SLASH)) {
    let end = text.indexOf('\n', start);
    if (end === -1) end = text.length;
    else if (text.charCodeAt(end - 1) === CR) end -= 1;
    return take(cursor, { style: 'line', start, end });
  }
  if (first === SLASH && text.charCodeAt(start + 1) === STAR) {
    const close = text.indexOf('*/', start + 2);
    if (close === -1) {
      fail(cursor, 'unterminated-comment', start, 'this comment is never closed', 'close it with */');
    }
    return take(cursor, {
      style: 'block',
      start,
      end: close === -1 ? endBeforeNextBlock(cursor, start) : close + 2,
    });
  }
  return null;
}

function take(cursor: Cursor, comment: Comment): Comment {
  cursor.comments.push(comment);
  cursor.position = comment.end;
  return comment;
}

/** The code unit at `offset`, -1 behind the end: V8 gives up optimised code that once read a character there. */
export function codeAt(text: string, offset: number): number {
  return offset < text.length ? text.charCodeAt(offset) : -1;
}

/** Passes over spaces, tabs and block comments: what may stand between two tokens of one line. */
export function skipInline(cursor: Cursor): void {
  const { text } = cursor;
  for (;;) {
    const code = codeAt(text, cursor.position);
    if (code === SPACE || code === TAB) cursor.position += 1;
    else if (code === SLASH && text.charCodeAt(cursor.position + 1) === STAR) skipComment(cursor);
    else return;
  }
}

/** Passes over white space, line endings and comments. */
export function skipBlank(cursor: Cursor): void {
  const { text } = cursor;
  let at = cursor.position;
  for (;;) {
    const code = codeAt(text, at);
    if (code === SPACE || code === TAB || code === LF) at += 1;
    else if (code === CR && text.charCodeAt(at + 1) === LF) at += 2;
    else {
      cursor.position = at;
      if (code !== HASH && code !== SLASH) return;
      if (skipComment(cursor) === null) return;
      at = cursor.position;
    }
  }
}

/** Moves to the end of the current line, without passing it. */
export function skipLine(cursor: Cursor): void {
  const end = cursor.text.indexOf('\n', cursor.position);
  cursor.position = end === -1 ? cursor.text.length : end;
}

const WIDE_START = /[\p{ID_Start}]/uy;
const WIDE_CONTINUE = /[\p{ID_Continue}]/uy;

const START = 1;
const CONTINUE = 2;
/** For ASCII: whether a character starts (1) or continues (2) an identifier. */
const IDENTIFIER = Uint8Array.from({ length: 0x80 }, (_, code) => {
  const character = String.fromCharCode(code);
  if (/[A-Za-z_]/.test(character)) return START | CONTINUE;
  return /[-0-9]/.test(character) ? CONTINUE : 0;
});

export function isDigit(code: number): boolean {
  return code >= 0x30 && code <= 0x39;
}

/**
 * The end of the identifier at `offset`, or `offset` when there is none. HCL takes Unicode's ID_Start and ID_Continue,
 * `_` and, behind the first character, `-` (hclsyntax spec, "Identifiers").
 */
export function identifierEnd(text: string, offset: number): number {
  const first = text.charCodeAt(offset);
  if (first < 0x80 ? (IDENTIFIER[first]! & START) === 0 : wideEnd(WIDE_START, text, offset) === offset)
    return offset;
  let end = first < 0x80 ? offset + 1 : wideEnd(WIDE_START, text, offset);
  for (;;) {
    const code = text.charCodeAt(end);
    if (code < 0x80) {
      if ((IDENTIFIER[code]! & CONTINUE) === 0) return end;
      end += 1;
    } else {
      const wide = end < text.length ? wideEnd(WIDE_CONTINUE, text, end) : end;
      if (wide === end) return end;
      end = wide;
    }
  }
}

function wideEnd(pattern: RegExp, text: string, offset: number): number {
  pattern.lastIndex = offset;
  return pattern.test(text) ? pattern.lastIndex : offset;
}

const TYPOGRAPHIC_QUOTES = '\u201c\u201d\u201e\u00ab\u00bb\u2018\u2019';

/** Collects the error for a character that no token starts with. */
export function failCharacter(cursor: Cursor, offset: number): void {
  const character = String.fromCodePoint(cursor.text.codePointAt(offset) ?? 0xfffd);
  if (TYPOGRAPHIC_QUOTES.includes(character)) {
    fail(
      cursor,
      'invalid-character',
      offset,
      `${character} is a typographic quotation mark, not one of HCL's`,
      'write a straight " instead',
    );
  } else if (character === "'") {
    fail(cursor, 'invalid-character', offset, 'HCL has no single-quoted strings', 'write " instead of \'');
  } else {
    fail(
      cursor,
      'invalid-character',
      offset,
      `the character ${JSON.stringify(character)} has no meaning here`,
      'remove it',
    );
  }
}

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
