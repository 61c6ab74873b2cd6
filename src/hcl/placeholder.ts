import {
  attributeAbove,
  attributeBelow,
  equalsColumn,
  firstFrom,
  hasTail,
  indentOf,
  isBlank,
  lineEndingOf,
  lineStartAfter,
  lineStartOf,
} from './lines.ts';
import type { Attribute, Block, Comment, NewArgument, Scan, Splice } from './syntax.ts';

/** A commented-out argument and the live one that is to stand in its place. */
export interface Placeholder {
  readonly comment: Comment;
  readonly argument: NewArgument;
}

/** What becomes of placeholders: live lines in their place, or nothing, so that the arguments go elsewhere. */
export type Uncommented =
  | { readonly placed: true; readonly splice: Splice }
  | { readonly placed: false; readonly splice: Splice | null };

/** The placeholders of the arguments that have one, those on lines that follow each other together, in the text's order. */
export function findPlaceholders(
  text: string,
  scan: Scan,
  block: Block,
  args: readonly NewArgument[],
): Placeholder[][] {
  const found = args
    .flatMap((argument) => {
      const comment = findPlaceholder(text, scan, block, argument.name);
      return comment === null ? [] : [{ comment, argument }];
    })
    .sort((a, b) => a.comment.start - b.comment.start);
  const runs: Placeholder[][] = [];
  for (const placeholder of found) {
    const run = runs[runs.length - 1];
    const above = run?.[run.length - 1]?.comment;
    const follows =
      above !== undefined && lineStartAfter(text, above.end) === lineStartOf(text, placeholder.comment.start);
    if (run !== undefined && follows) run.push(placeholder);
    else runs.push([placeholder]);
  }
  return runs;
}

/** A comment alone on its line, directly in the block, that is nothing but the argument commented out. */
function findPlaceholder(text: string, scan: Scan, block: Block, name: string): Comment | null {
  const { comments } = scan;
  for (let i = firstFrom(comments, block.open); i < comments.length; i += 1) {
    const comment = comments[i]!;
    if (comment.style !== 'line') continue;
    if (comment.end > block.close) break;
    const content = text.slice(comment.start, comment.end).replace(/^[#/\s]+/, '');
    if (!content.startsWith(name) || !isValueAlone(content.slice(name.length))) continue;
    if (!isBlank(text, lineStartOf(text, comment.start), comment.start)) continue;
    const before = block.body[firstFrom(block.body, comment.start) - 1];
    if (before !== undefined && comment.start < before.end) continue;
    return comment;
  }
  return null;
}

/** Whether behind a name nothing follows but `=`, one value (or none) and a comment: prose may begin like an argument too. */
function isValueAlone(behind: string): boolean {
  const trimmed = behind.trimStart();
  if (!trimmed.startsWith('=')) return false;
  const value = trimmed.slice(1).trimStart();
  const end = /^(?:"[^"]*"|[\w.-]*)/.exec(value)?.[0].length ?? 0;
  return /^(?:$|#|\/\/)/.test(value.slice(end).trimStart());
}

/**
 * Puts live lines in the place of placeholders that follow each other, without a change to any other line: at the
 * column of the neighbours' `=` where the names fit, else parted from the narrower neighbour by a blank line. Between
 * two narrow ones, where that would take two, the lines go elsewhere, and the placeholder goes if its neighbours are
 * aligned with each other already.
 */
export function uncomment(text: string, scan: Scan, block: Block, run: readonly Placeholder[]): Uncommented {
  const first = run[0]!.comment;
  const { end } = run[run.length - 1]!.comment;
  const start = lineStartOf(text, first.start);
  const above = start === 0 ? null : attributeAbove(text, block, start - 1);
  const below = attributeBelow(text, block, lineStartAfter(text, end));
  const eol = lineEndingOf(text, block);
  const indent = indentOf(text, scan, block);
  const width = Math.max(...run.map(({ argument }) => argument.name.length));
  const column = (neighbour: Attribute | null): number =>
    neighbour === null ? width + 1 : equalsColumn(text, neighbour);
  const fits = (neighbour: Attribute | null): boolean => column(neighbour) > width;
  const lines = (at: number): string =>
    run.map(({ argument }) => `${indent}${argument.name.padEnd(at)}= ${argument.expression}`).join(eol);
  const place = (replacement: string): Uncommented => ({
    placed: true,
    splice: { start, end, text: replacement },
  });

  const agree = above === null || below === null || column(above) === column(below);
  if (agree && fits(above) && fits(below)) return place(lines(column(above ?? below)));
  if (above !== null && fits(below)) return place(eol + lines(column(below)));
  if (below !== null && fits(above)) return place(lines(column(above)) + eol);
  const wouldAlign = above !== null && below !== null && hasTail(text, above) && hasTail(text, below);
  return {
    placed: false,
    splice: agree && !wouldAlign ? { start, end: lineStartAfter(text, end), text: '' } : null,
  };
}
