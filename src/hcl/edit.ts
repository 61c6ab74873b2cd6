import {
  firstFrom,
  indentOf,
  isBlank,
  leadingSpace,
  lineEndingOf,
  lineStartAfter,
  lineStartOf,
} from './lines.ts';
import { findPlaceholders, uncomment } from './placeholder.ts';
import { widthOf } from './position.ts';
import type { Block, NewArgument, Scan, Splice } from './syntax.ts';

/** How a new argument came in: in the place of a commented-out one, or as lines of its own. */
export type Placement = 'uncomment' | 'insert';

/**
 * Applies splices to a text. They must not overlap; their order does not matter.
 *
 * @throws RangeError when two overlap, which is a mistake of the caller
 */
export function applySplices(text: string, splices: readonly Splice[]): string {
  let result = '';
  let position = 0;
  for (const splice of sorted(splices)) {
    if (splice.start < position || splice.end < splice.start) throw new RangeError('splices overlap');
    result += text.slice(position, splice.start) + splice.text;
    position = splice.end;
  }
  return result + text.slice(position);
}

/** The splices in the order of the text. */
export function sorted(splices: readonly Splice[]): Splice[] {
  return [...splices].sort((a, b) => a.start - b.start || a.end - b.end);
}

/**
 * Writes arguments into a block that does not set them, as a careful person would and without touching any other line:
 * in the place of a commented-out line of the same name where the alignment around it allows, else as a paragraph at
 * the end of the block. Such a paragraph needs a blank line before it, for `terraform fmt` aligns the `=` of lines that
 * stand together, and would move the neighbours' otherwise.
 *
 * @returns the splices, and for each argument in order how it came in
 */
export function insertArguments(
  text: string,
  scan: Scan,
  block: Block,
  args: readonly NewArgument[],
): { splices: Splice[]; placements: Placement[] } {
  if (args.length === 0) return { splices: [], placements: [] };
  const splices: Splice[] = [];
  const uncommented = new Set<NewArgument>();
  for (const run of findPlaceholders(text, scan, block, args)) {
    const { placed, splice } = uncomment(text, scan, block, run);
    if (splice !== null) splices.push(splice);
    if (placed) for (const { argument } of run) uncommented.add(argument);
  }
  const paragraph = args.filter((argument) => !uncommented.has(argument));
  if (paragraph.length > 0) splices.push(...appendParagraph(text, scan, block, paragraph));
  return {
    splices,
    placements: args.map((argument) => (uncommented.has(argument) ? 'uncomment' : 'insert')),
  };
}

function appendParagraph(text: string, scan: Scan, block: Block, args: readonly NewArgument[]): Splice[] {
  const eol = lineEndingOf(text, block);
  const indent = indentOf(text, scan, block);
  const width = Math.max(...args.map((argument) => argument.name.length)) + 1;
  const lines = args
    .map((argument) => `${indent}${argument.name.padEnd(width)}= ${argument.expression}${eol}`)
    .join('');
  const tail = startOfTail(text, scan, block);
  const lastLine = lineStartOf(text, tail);
  if (lastLine <= block.open || !isBlank(text, lastLine, tail)) {
    return openBlock(text, block, lines, eol, indent);
  }
  const lineAbove = lineStartOf(text, lastLine - 1);
  const isFirst = lineAbove <= block.open;
  const closeLine = lineStartOf(text, block.close);
  const above = isFirst ? null : tailColumn(text, scan, lineAbove);
  const below = tailColumn(text, scan, closeLine);
  if (above !== null && below !== null && (above === below || closeLine > lastLine)) {
    const top = lineStartAfter(text, block.open);
    const gap = isBlank(text, top, lineStartAfter(text, top)) ? '' : eol;
    return [{ start: top, end: top, text: lines + gap }];
  }
  const blank = isFirst || isBlank(text, lineAbove, lastLine) ? '' : eol;
  return [{ start: lastLine, end: lastLine, text: blank + lines }];
}

/**
 * The column of the comment that stands behind something else at the end of the line, null when there is none.
 * `terraform fmt` aligns such comments on lines that follow each other, a block's last argument and its `}` among them,
 * so a paragraph between two that are aligned would undo that.
 */
export function tailColumn(text: string, scan: Scan, lineStart: number): number | null {
  const lineEnd = lineStart + text.slice(lineStart, lineStartAfter(text, lineStart)).trimEnd().length;
  const { comments } = scan;
  let at = firstFrom(comments, lineStart);
  while (at < comments.length && comments[at]!.end < lineEnd) at += 1;
  const tail = comments[at]?.end === lineEnd ? comments[at] : undefined;
  if (tail === undefined || isBlank(text, lineStart, tail.start)) return null;
  return widthOf(text.slice(lineStart, tail.start));
}

/** Where the comments begin that stand between the last line's start and the block's `}`; the `}` when there are none. */
function startOfTail(text: string, scan: Scan, block: Block): number {
  let start = block.close;
  for (let i = firstFrom(scan.comments, block.close) - 1; i >= 0; i -= 1) {
    const comment = scan.comments[i]!;
    if (comment.start < block.open || !/^[ \t]*$/.test(text.slice(comment.end, start))) break;
    start = comment.start;
  }
  return start;
}

/** A block with something beside its braces, on one line or with a comment that began there, spread over lines. */
function openBlock(text: string, block: Block, lines: string, eol: string, indent: string): Splice[] {
  const outer = leadingSpace(text, lineStartOf(text, block.start));
  const inner = text.slice(block.open + 1, block.close);
  if (inner.trim() === '') {
    return [{ start: block.open + 1, end: block.close, text: `${eol}${lines}${outer}` }];
  }
  const first = block.open + 1 + (inner.length - inner.trimStart().length);
  const last = block.open + 1 + inner.trimEnd().length;
  return [
    { start: block.open + 1, end: first, text: eol + indent },
    { start: last, end: block.close, text: `${eol}${eol}${lines}${outer}` },
  ];
}
