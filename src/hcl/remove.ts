import { equalsColumn, hasTail, isBlank, leadingSpace, lineStartAfter, lineStartOf } from './lines.ts';
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
  for (const chain of chainsOf(text, block)) {
    if (!chain.some((each) => gone.has(each))) continue;
    const crowded = wouldMeet(text, chain, gone);
    if (crowded !== null) return notRemovable(crowded, 'comments');
    splices.push(...closeUp(text, chain, gone));
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

/** Of two blank lines that would meet, and of one that would stand next to a brace, none is left over. */
function withBlankLine(text: string, block: Block, { start, end }: Range): Splice {
  const lineAbove = lineStartOf(text, start - 1);
  const afterBelow = lineStartAfter(text, end);
  const isFirst = lineAbove <= block.open;
  const isLast = afterBelow > block.close;
  const blankAbove = !isFirst && isBlank(text, lineAbove, start);
  const blankBelow = !isLast && isBlank(text, end, afterBelow);
  if (blankBelow && (blankAbove || isFirst)) return { start, end: afterBelow, text: '' };
  return { start: blankAbove && isLast ? lineAbove : start, end, text: '' };
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

/** An attribute between two that have comments behind them: next to each other fmt aligns those. */
function wouldMeet(
  text: string,
  chain: readonly Attribute[],
  gone: ReadonlySet<Attribute>,
): Attribute | null {
  const isThere = (each: Attribute): boolean => !gone.has(each);
  for (const [index, attribute] of chain.entries()) {
    if (isThere(attribute)) continue;
    const above = chain.slice(0, index).findLast(isThere);
    const below = chain.slice(index + 1).find(isThere);
    if (above !== undefined && below !== undefined && hasTail(text, above) && hasTail(text, below)) {
      return attribute;
    }
  }
  return null;
}

/** Only where fmt had nothing to change before: what was not aligned is left as it is. */
function closeUp(text: string, chain: readonly Attribute[], gone: ReadonlySet<Attribute>): Splice[] {
  const rest = chain.filter((each) => !gone.has(each));
  const column = (some: readonly Attribute[]): number => Math.max(...some.map(({ name }) => name.length)) + 1;
  const before = column(chain);
  if (rest.length === 0 || !chain.every((each) => equalsColumn(text, each) === before)) return [];
  const surplus = before - column(rest);
  if (surplus === 0) return [];
  const splices = rest.map(({ equals }): Splice => ({ start: equals - surplus, end: equals, text: '' }));
  return splices.every(({ start, end }) => leadingSpace(text, start).length >= end - start) ? splices : [];
}
