import { tailColumn } from './edit.ts';
import {
  equalsColumn,
  hasTail,
  isBlank,
  leadingSpace,
  lineEndingOf,
  lineStartAfter,
  lineStartOf,
} from './lines.ts';
import type { Attribute, Block, Range, Scan, Splice } from './syntax.ts';

/** Why arguments cannot be taken out without touching something else. */
export interface NotRemovable {
  readonly name: string;
  /** Offset of the argument. */
  readonly offset: number;
  /** `line`: something else stands on its line; `comments`: those on the lines around it would have to move. */
  readonly why: 'line' | 'comments';
}

/**
 * Takes arguments out of a block, each with its lines. A blank line that parted them from the rest goes too. Where
 * `terraform fmt` had aligned the `=` of the lines around them to theirs, those move back to where fmt wants them then.
 *
 * @param attributes of the block's own body, in any order
 */
export function removeAttributes(
  text: string,
  scan: Scan,
  block: Block,
  attributes: readonly Attribute[],
): { readonly splices: readonly Splice[] } | NotRemovable {
  const gone = new Set(attributes);
  for (const attribute of attributes) {
    if (!isAloneOnItsLines(text, scan, block, attribute)) return notRemovable(attribute, 'line');
  }
  const splices = runsOf(text, attributes).map((run) => withBlankLine(text, block, run));
  const crowded = splices.find((splice) => splice.text === '' && bringsCommentsTogether(text, scan, splice));
  const between = attributes.find(({ start }) => crowded && crowded.start <= start && start < crowded.end);
  if (between !== undefined) return notRemovable(between, 'comments');
  for (const chain of chainsOf(text, block)) {
    const going = chain.find((each) => gone.has(each));
    if (going === undefined) continue;
    const rest = chain.filter((each) => !gone.has(each));
    const surplus = surplusOf(text, chain, rest);
    if (surplus === 0) continue;
    if (alignsWithOthers(text, scan, rest)) return notRemovable(going, 'comments');
    splices.push(...closeUp(text, rest, surplus));
  }
  return { splices };
}

function notRemovable({ name, start: offset }: Attribute, why: NotRemovable['why']): NotRemovable {
  return { name, offset, why };
}

function isAloneOnItsLines(text: string, { comments }: Scan, block: Block, attribute: Attribute): boolean {
  const { start, end } = attribute;
  const lineStart = lineStartOf(text, start);
  const isOnOwnLines = lineStart > block.open && lineStartAfter(text, end) <= block.close;
  const hasComment = comments.some((comment) => comment.start < end && comment.end > start);
  return isOnOwnLines && !hasComment && isBlank(text, lineStart, start) && !hasTail(text, attribute);
}

/** The whole lines of the attributes; those between which nothing but blank lines stands are one with these. */
function runsOf(text: string, attributes: readonly Attribute[]): Range[] {
  const runs: { start: number; end: number }[] = [];
  for (const attribute of [...attributes].sort((a, b) => a.start - b.start)) {
    const lines = { start: lineStartOf(text, attribute.start), end: lineStartAfter(text, attribute.end) };
    const above = runs.at(-1);
    if (above !== undefined && isBlank(text, above.end, lines.start)) above.end = lines.end;
    else runs.push(lines);
  }
  return runs;
}

/** Whether the lines above and below would both have a comment behind something: fmt aligns such comments. */
function bringsCommentsTogether(text: string, scan: Scan, { start, end }: Range): boolean {
  const above = tailColumn(text, scan, lineStartOf(text, start - 1));
  return above !== null && tailColumn(text, scan, end) !== null;
}

/**
 * Of two blank lines that would meet, and of one that would stand next to a brace, none is left over; the last one that
 * parts two groups stays, for fmt would align them as one.
 */
function withBlankLine(text: string, block: Block, { start, end }: Range): Splice {
  const lineAbove = lineStartOf(text, start - 1);
  const afterBelow = lineStartAfter(text, end);
  const isFirst = lineAbove <= block.open;
  const isLast = afterBelow > block.close;
  const blankAbove = !isFirst && isBlank(text, lineAbove, start);
  const blankBelow = !isLast && isBlank(text, end, afterBelow);
  if (blankBelow && (blankAbove || isFirst)) return { start, end: afterBelow, text: '' };
  const parts = /\n[ \t\r]*\n/.test(text.slice(start, end));
  const stays = parts && !blankAbove && !blankBelow && !isFirst && !isLast;
  return {
    start: blankAbove && isLast ? lineAbove : start,
    end,
    text: stays ? lineEndingOf(text, block) : '',
  };
}

/**
 * The attributes of a block whose `=` terraform fmt aligns: those on lines that follow each other, each on a single line
 * or a heredoc (hashicorp/hcl, hclwrite/format.go).
 */
function chainsOf(text: string, block: Block): Attribute[][] {
  const chains: Attribute[][] = [];
  let last: Attribute | null = null;
  for (const item of block.body) {
    if (item.type !== 'attribute' || !isAligned(text, block, item)) {
      last = null;
      continue;
    }
    const follows = last !== null && lineStartAfter(text, last.end) === lineStartOf(text, item.start);
    if (follows) chains.at(-1)!.push(item);
    else chains.push([item]);
    last = item;
  }
  return chains;
}

function isAligned(text: string, block: Block, attribute: Attribute): boolean {
  const lineStart = lineStartOf(text, attribute.start);
  const isHeredoc = text.startsWith('<<', attribute.expression.start);
  return lineStart > block.open && (isHeredoc || lineStartOf(text, attribute.end) === lineStart);
}

/**
 * How far fmt would move the `=` of what is left of a chain to the left; nothing where they were not aligned before, for
 * what fmt wanted to change is left as it is.
 */
function surplusOf(text: string, chain: readonly Attribute[], rest: readonly Attribute[]): number {
  const column = (some: readonly Attribute[]): number => Math.max(...some.map(({ name }) => name.length)) + 1;
  const before = column(chain);
  if (rest.length === 0 || !chain.every((each) => equalsColumn(text, each) === before)) return 0;
  return before - column(rest);
}

/** Whether comments that move with their lines are aligned with one on a line that does not move. */
function alignsWithOthers(text: string, scan: Scan, rest: readonly Attribute[]): boolean {
  const [first, last] = [rest[0], rest.at(-1)];
  const hasTailAt = (lineStart: number): boolean => tailColumn(text, scan, lineStart) !== null;
  return (
    (first !== undefined &&
      hasTail(text, first) &&
      hasTailAt(lineStartOf(text, lineStartOf(text, first.start) - 1))) ||
    (last !== undefined && hasTail(text, last) && hasTailAt(lineStartAfter(text, last.end)))
  );
}

function closeUp(text: string, rest: readonly Attribute[], surplus: number): Splice[] {
  const splices = rest.map(({ equals }): Splice => ({ start: equals - surplus, end: equals, text: '' }));
  return splices.every(({ start, end }) => leadingSpace(text, start).length >= end - start) ? splices : [];
}
