import type { Problem } from '../results/results.ts';
import type { Tone } from './document.ts';
import { count } from './format.ts';
import { visible } from './sanitize.ts';
import { ELLIPSIS, stringWidth, take } from './width.ts';

let segmenter: Intl.Segmenter | undefined;

/** Made when it is first needed: it costs 8 ms, and most text is ASCII. */
function graphemes(text: string): Intl.Segments {
  segmenter ??= new Intl.Segmenter('en', { granularity: 'grapheme' });
  return segmenter.segment(text);
}

const INDENT = '  ';
const TAB = '    ';
/** Of a line that is too long, this part of the room stands before the caret. */
const BEFORE_CARET = 0.6;

/** The problems with a heading; of each its place, what is wrong, and the line with a caret where it is known. */
export function problemLines(
  problems: readonly Problem[],
  { width, paint }: { readonly width: number; readonly paint: Paint },
): readonly string[] {
  if (problems.length === 0) return [];
  const each = problems.flatMap((problem) => problemFrame(paint, problem, width - INDENT.length));
  return [
    paint('strong', `${count(problems.length, 'problem')}:`),
    ...each.map((line) => `${INDENT}${line}`),
  ];
}

type Paint = (tone: Tone, text: string) => string;

/**
 * One problem: place and message, which is never cut, for the place is there to be clicked; below it the line with a
 * caret under the column. `column` is 1-based and counts grapheme clusters, as hcl/position.ts does; beyond the end it
 * means the end.
 */
function problemFrame(paint: Paint, problem: Problem, width: number): readonly string[] {
  const { file, line, column, message, sourceLine } = problem;
  const place = `${visible(file)}:${line}:${column}:`;
  const heading = `${paint('bad', place)} ${visible(message)}`;
  if (sourceLine === undefined) return [heading];
  const gutter = `  ${line} | `;
  const { text, caret } = excerpt(sourceLine.replace(/^\ufeff|\r?\n?$/g, ''), column, width - gutter.length);
  return [
    heading,
    `${paint('quiet', gutter)}${text}`.trimEnd(),
    `${paint('quiet', `${' '.repeat(gutter.length - 2)}| `)}${' '.repeat(caret)}${paint('bad', '^')}`,
  ];
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
  return stringWidth(text) <= width ? text : take([...text], width - 1) + ELLIPSIS;
}

function lastColumns(text: string, width: number): string {
  if (stringWidth(text) <= width) return text;
  return ELLIPSIS + [...take([...text].reverse(), width - 1)].reverse().join('');
}
