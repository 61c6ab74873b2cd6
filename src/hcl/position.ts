/** A place for people: both count from 1. */
export interface Position {
  readonly line: number;
  /** Counts characters as a reader sees them (grapheme clusters), as Terraform's messages do. */
  readonly column: number;
}

let segmenter: Intl.Segmenter | undefined;

/** Made when it is first needed: it costs 8 ms, and most text is ASCII. */
function graphemes(text: string): Intl.Segments {
  segmenter ??= new Intl.Segmenter('en', { granularity: 'grapheme' });
  return segmenter.segment(text);
}

/** The line and column of an offset in `text`; an offset behind the end is the end. A byte order mark has no column. */
export function positionAt(text: string, offset: number): Position {
  const end = Math.min(offset, text.length);
  let line = 1;
  let lineStart = 0;
  for (let at = text.indexOf('\n'); at !== -1 && at < end; at = text.indexOf('\n', at + 1)) {
    line += 1;
    lineStart = at + 1;
  }
  return { line, column: widthOf(text.slice(lineStart, end).replace(/^\ufeff/, '')) + 1 };
}

/** How many characters a reader sees in a text (grapheme clusters). */
export function widthOf(text: string): number {
  return /^[\x00-\x7f]*$/.test(text) ? text.length : [...graphemes(text)].length;
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
