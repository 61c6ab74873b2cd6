import type { Problem } from '../rotation/results.ts';
import { colors, lines } from './text/common.ts';
import { visible } from './visible.ts';
import { characterWidth, ELLIPSIS, stringWidth, wrap } from './width.ts';

export interface ProblemFrame {
  readonly problem: Problem;
  /** The text of the problem's line, null when it is not to be had. */
  readonly sourceLine: string | null;
  /** What to do about it, null when the message says all. */
  readonly advice: string | null;
}

let segmenter: Intl.Segmenter | undefined;

/** Made when it is first needed: it costs 8 ms, and most text is ASCII. */
function graphemes(text: string): Intl.Segments {
  segmenter ??= new Intl.Segmenter('en', { granularity: 'grapheme' });
  return segmenter.segment(text);
}
const TAB = '    ';
/** Of a line that is too long, this part of the room stands before the caret. */
const BEFORE_CARET = 0.6;

/**
 * One problem in full: place and message, the line with a caret under the column, what to do.
 * `column` is 1-based and counts grapheme clusters, as hcl/position.ts does; beyond the end, it means the end.
 */
export function problemText(
  { problem, sourceLine, advice }: ProblemFrame,
  { width, color }: { readonly width: number; readonly color: boolean },
): string {
  const c = colors(color);
  const place = `${visible(problem.file)}:${problem.line}:${problem.column}:`;
  const out = [`${c.red(place)} ${visible(problem.message)}`];
  if (sourceLine !== null) {
    const gutter = `  ${problem.line} | `;
    const { text, caret } = excerpt(
      sourceLine.replace(/^\ufeff|\r?\n?$/g, ''),
      problem.column,
      width - gutter.length,
    );
    out.push(`${c.dim(gutter)}${text}`.trimEnd());
    out.push(`${c.dim(`${' '.repeat(gutter.length - 2)}| `)}${' '.repeat(caret)}${c.red('^')}`);
  }
  if (advice !== null) out.push(...wrap(visible(advice), width - 2).map((line) => `  ${line}`));
  return lines(out);
}

/** The part of a line around a column that fits `room` columns of a terminal, and the caret's offset in it. */
function excerpt(line: string, column: number, room: number): { text: string; caret: number } {
  const characters = Array.from(graphemes(line), ({ segment }) => segment);
  const before = shown(characters.slice(0, Math.max(0, column - 1)).join(''));
  const after = shown(characters.slice(Math.max(0, column - 1)).join(''));
  const caret = stringWidth(before);
  if (caret + stringWidth(after) < room) return { text: before + after, caret };
  const head = lastColumns(before, Math.max(1, Math.floor(room * BEFORE_CARET)));
  const tail = firstColumns(after, Math.max(1, room - stringWidth(head) - 1));
  return { text: head + tail, caret: stringWidth(head) };
}

function shown(text: string): string {
  return text.split('\t').map(visible).join(TAB);
}

function firstColumns(text: string, width: number): string {
  return stringWidth(text) <= width ? text : take([...text], width - 1).join('') + ELLIPSIS;
}

function lastColumns(text: string, width: number): string {
  if (stringWidth(text) <= width) return text;
  return (
    ELLIPSIS +
    take([...text].reverse(), width - 1)
      .reverse()
      .join('')
  );
}

function take(characters: readonly string[], width: number): string[] {
  let used = 0;
  const end = characters.findIndex((character) => {
    used += characterWidth(character);
    return used > width;
  });
  return end === -1 ? [...characters] : characters.slice(0, end);
}
