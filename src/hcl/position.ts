/** A place for people: both count from 1. */
export interface Position {
  readonly line: number;
  /** Counts characters as a reader sees them (grapheme clusters), as Terraform's messages do. */
  readonly column: number;
}

const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });

/** The line and column of an offset in `text`; an offset behind the end is the end. A byte order mark has no column. */
export function positionAt(text: string, offset: number): Position {
  const end = Math.min(offset, text.length);
  let line = 1;
  let lineStart = 0;
  for (let at = text.indexOf('\n'); at !== -1 && at < end; at = text.indexOf('\n', at + 1)) {
    line += 1;
    lineStart = at + 1;
  }
  const before = text.slice(lineStart, end).replace(/^\ufeff/, '');
  const column = /^[\x00-\x7f]*$/.test(before) ? before.length : [...graphemes.segment(before)].length;
  return { line, column: column + 1 };
}

/** The text of a 1-based line without its line ending. */
export function lineAt(text: string, line: number): string {
  let start = 0;
  for (let n = 1; n < line; n += 1) {
    const next = text.indexOf('\n', start);
    if (next === -1) return '';
    start = next + 1;
  }
  const end = text.indexOf('\n', start);
  return text.slice(start, end === -1 ? text.length : end).replace(/\r$/, '');
}
