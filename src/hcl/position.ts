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

/** Where the lines of a text begin, as far as was asked. */
interface Lines {
  readonly starts: number[];
  /** Whether the last line begins at the last of `starts`. */
  whole: boolean;
}

/**
 * Of the texts asked about last: a file of n modules is asked about n times, and counting its lines from the top each time
 * would take n² steps. The files of a folder refer to each other, so there is more than one.
 */
const KNOWN = new Map<string, Lines>();
const MAX_KNOWN = 64;

function linesOf(text: string): Lines {
  const known = KNOWN.get(text);
  if (known !== undefined) return known;
  if (KNOWN.size >= MAX_KNOWN) KNOWN.clear();
  const lines = { starts: [0], whole: false };
  KNOWN.set(text, lines);
  return lines;
}

/** The starts of the lines, up to the first one that begins behind `offset`, or to that of line `count`. */
function startsUpTo(text: string, offset: number, count: number): readonly number[] {
  const lines = linesOf(text);
  const { starts } = lines;
  while (!lines.whole && starts[starts.length - 1]! <= offset && starts.length < count) {
    const end = text.indexOf('\n', starts[starts.length - 1]!);
    if (end === -1) lines.whole = true;
    else starts.push(end + 1);
  }
  return starts;
}

/** The line and column of an offset in `text`; an offset behind the end is the end. A byte order mark has no column. */
export function positionAt(text: string, offset: number): Position {
  const end = Math.min(offset, text.length);
  const starts = startsUpTo(text, end, Number.POSITIVE_INFINITY);
  let low = 0;
  let high = starts.length;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (starts[middle]! <= end) low = middle;
    else high = middle;
  }
  const lineStart = starts[low]!;
  return { line: low + 1, column: widthOf(text.slice(lineStart, end).replace(/^\ufeff/, '')) + 1 };
}

/** How many characters a reader sees in a text (grapheme clusters). */
export function widthOf(text: string): number {
  return /^[\x00-\x7f]*$/.test(text) ? text.length : [...graphemes(text)].length;
}

/** The text of a 1-based line without its line ending. */
export function lineAt(text: string, line: number): string {
  const start = startsUpTo(text, text.length, line)[line - 1];
  if (start === undefined) return '';
  const end = text.indexOf('\n', start);
  return text.slice(start, end === -1 ? text.length : end).replace(/\r$/, '');
}

/** The offset of a place, or the end of its line where that is shorter. */
export function offsetAt(text: string, { line, column }: Position): number {
  let start = 0;
  for (let at = 1; at < line; at += 1) {
    const end = text.indexOf('\n', start);
    if (end === -1) break;
    start = end + 1;
  }
  const end = text.indexOf('\n', start);
  const found = text.slice(start, end === -1 ? text.length : end);
  if (/^[\x00-\x7f]*$/.test(found)) return start + Math.min(column - 1, found.length);
  return start + ([...graphemes(found)][column - 1]?.index ?? found.length);
}
