import {
  atLineEnd,
  BACKSLASH,
  CR,
  type Cursor,
  codeAt,
  DOLLAR,
  DOT,
  HASH,
  identifierEnd,
  isDigit,
  LESS,
  LF,
  OPEN_BRACE,
  PERCENT,
  QUOTE,
  SLASH,
  SPACE,
  STAR,
  skipComment,
  TAB,
} from './cursor.ts';

export type TokenKind =
  | 'end'
  | 'newline'
  | 'comment'
  | 'word'
  | 'number'
  | 'quote'
  | 'heredoc'
  | 'open'
  | 'close'
  | 'comma'
  | 'assign'
  | 'arrow'
  | 'dot'
  | 'expand'
  | 'tilde'
  | 'prefix'
  | 'operator'
  | 'invalid';

const HEREDOC = /<<-?([\p{ID_Start}_][\p{ID_Continue}-]*)\r?\n/uy;
const EXPONENT = /[eE][+-]?\d+/y;

const PUNCTUATION = new Map<string, TokenKind>([
  ['"', 'quote'],
  ...pairs('( [ {', 'open'),
  ...pairs(') ] }', 'close'),
  [',', 'comma'],
  ['.', 'dot'],
  ['=', 'assign'],
  ['~', 'tilde'],
  ...pairs('- !', 'prefix'),
  ...pairs('+ * / % ? : < >', 'operator'),
  ['=>', 'arrow'],
  ...pairs('== != <= >= && || ::', 'operator'),
]);

function pairs(tokens: string, kind: TokenKind): [string, TokenKind][] {
  return tokens.split(' ').map((token) => [token, kind]);
}

/** The kind of each one-character token by its code, so that the common case looks nothing up by string. */
const BY_CODE: readonly (TokenKind | undefined)[] = Array.from({ length: 0x80 }, (_, code) =>
  PUNCTUATION.get(String.fromCharCode(code)),
);

/** Whether a second character can make a longer token: `=`, `>`, `&`, `|` and `:`. */
function mayContinue(code: number): boolean {
  return code === 0x3d || code === 0x3e || code === 0x26 || code === 0x7c || code === 0x3a;
}

/**
 * Moves over spaces and then over one token of an expression; `cursor.token` is where that token starts.
 * A `quote` or `heredoc` is only its opening: the literal text behind it is for `scanString` and `scanHeredoc`.
 * A line comment is left in place (`comment`), for it may end the expression; block comments are passed over.
 */
export function nextToken(cursor: Cursor): TokenKind {
  const { text } = cursor;
  let code = codeAt(text, cursor.position);
  for (;;) {
    if (code === SPACE || code === TAB) cursor.position += 1;
    else if (code === SLASH && text.charCodeAt(cursor.position + 1) === STAR) skipComment(cursor);
    else break;
    code = codeAt(text, cursor.position);
  }
  const start = cursor.position;
  cursor.token = start;
  if (start >= text.length) return 'end';
  if (code === LF) return advance(cursor, 1, 'newline');
  if (code === CR && text.charCodeAt(start + 1) === LF) return advance(cursor, 2, 'newline');
  if (code === HASH || (code === SLASH && text.charCodeAt(start + 1) === SLASH)) return 'comment';

  const wordEnd = identifierEnd(text, start);
  if (wordEnd > start) return advance(cursor, wordEnd - start, 'word');
  if (isDigit(code)) return advance(cursor, numberEnd(text, start) - start, 'number');

  const next = text.charCodeAt(start + 1);
  if (code === LESS && next === LESS) {
    HEREDOC.lastIndex = start;
    const heredoc = HEREDOC.exec(text);
    if (heredoc !== null) {
      cursor.marker = heredoc[1] ?? '';
      return advance(cursor, heredoc[0].length, 'heredoc');
    }
  }
  if (code === DOT && text.startsWith('...', start)) return advance(cursor, 3, 'expand');
  if (mayContinue(next)) {
    const long = PUNCTUATION.get(text.slice(start, start + 2));
    if (long !== undefined) return advance(cursor, 2, long);
  }
  const short = BY_CODE[code];
  if (short !== undefined) return advance(cursor, 1, short);
  return advance(cursor, (text.codePointAt(start) ?? 0) > 0xffff ? 2 : 1, 'invalid');
}

function advance(cursor: Cursor, width: number, kind: TokenKind): TokenKind {
  cursor.position += width;
  return kind;
}

function numberEnd(text: string, offset: number): number {
  let end = offset;
  while (isDigit(text.charCodeAt(end))) end += 1;
  if (text[end] === '.' && isDigit(text.charCodeAt(end + 1))) {
    end += 1;
    while (isDigit(text.charCodeAt(end))) end += 1;
  }
  EXPONENT.lastIndex = end;
  return EXPONENT.test(text) ? EXPONENT.lastIndex : end;
}

/** How the literal text of a template ended: at its own end, before `${` or `%{`, or without an end. */
export type TemplateStop = 'closed' | 'template' | 'broken';

/** Passes over the literal text of a quoted template, its closing `"` included; `broken` at the end of the line. */
export function scanString(cursor: Cursor): TemplateStop {
  const { text } = cursor;
  for (;;) {
    const code = codeAt(text, cursor.position);
    if (code === QUOTE) {
      cursor.position += 1;
      return 'closed';
    }
    if (code > BACKSLASH) cursor.position += 1;
    else if (code === BACKSLASH && !atLineEnd(text, cursor.position + 1)) cursor.position += 2;
    else if (code === DOLLAR || code === PERCENT) {
      if (passMarker(cursor, code)) return 'template';
    } else if (atLineEnd(text, cursor.position)) return 'broken';
    else cursor.position += 1;
  }
}

/**
 * Passes over the text of a heredoc, its end marker included. Like HashiCorp's scanner it takes the marker with any white
 * space around it, for `<<` and `<<-` alike, and only where a line ending follows.
 */
export function scanHeredoc(cursor: Cursor, marker: string): TemplateStop {
  const { text } = cursor;
  for (;;) {
    if (text.charCodeAt(cursor.position - 1) === LF) {
      const end = markerEnd(text, cursor.position, marker);
      if (end !== -1) {
        cursor.position = end;
        return 'closed';
      }
    }
    for (;;) {
      const code = codeAt(text, cursor.position);
      if (code === DOLLAR || code === PERCENT) {
        if (passMarker(cursor, code)) return 'template';
        continue;
      }
      if (cursor.position >= text.length) return 'broken';
      cursor.position += 1;
      if (code === LF) break;
    }
  }
}

/** What Go's `bytes.TrimSpace` takes off (unicode.IsSpace): U+0085 is among it, a byte order mark is not. */
const GO_SPACE = /[\t\v\f\r \x85\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]*/y;

/** Where the line ends that begins at `lineStart`, when nothing but the marker stands on it; else -1. */
function markerEnd(text: string, lineStart: number, marker: string): number {
  const start = pass(GO_SPACE, text, lineStart);
  if (!text.startsWith(marker, start)) return -1;
  const end = pass(GO_SPACE, text, start + marker.length);
  if (text.charCodeAt(end) !== LF) return -1;
  return text.charCodeAt(end - 1) === CR ? end - 1 : end;
}

function pass(pattern: RegExp, text: string, offset: number): number {
  pattern.lastIndex = offset;
  pattern.test(text);
  return pattern.lastIndex;
}

/** At `$` or `%`: true before `${` or `%{`, which is left in place; else passes over it, or over the escape `$${`. */
function passMarker(cursor: Cursor, code: number): boolean {
  const { text, position } = cursor;
  const next = text.charCodeAt(position + 1);
  if (next === OPEN_BRACE) return true;
  cursor.position += next === code && text.charCodeAt(position + 2) === OPEN_BRACE ? 3 : 1;
  return false;
}

/** Whether the interpolation at `offset` is a directive (`%{`), inside which keywords follow each other. */
export function isDirective(text: string, offset: number): boolean {
  return text.charCodeAt(offset) === PERCENT;
}
