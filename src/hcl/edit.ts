import type { Attribute, Block, Comment, Scan } from './syntax.ts';

/** Replaces the characters from `start` to `end` by `text`. */
export interface Splice {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** An argument to write: its name and its value as HCL. */
export interface NewArgument {
  readonly name: string;
  readonly expression: string;
}

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
  const splices: Splice[] = [];
  const paragraph: NewArgument[] = [];
  const placements = args.map((argument): Placement => {
    const splice = uncomment(text, scan, block, argument);
    if (splice === null) {
      paragraph.push(argument);
      return 'insert';
    }
    splices.push(splice);
    return 'uncomment';
  });
  if (paragraph.length > 0) splices.push(...appendParagraph(text, block, paragraph));
  return { splices, placements };
}

/** The line of a commented-out argument replaced by the live one; null where there is none or it would not fit. */
function uncomment(text: string, scan: Scan, block: Block, argument: NewArgument): Splice | null {
  const comment = findPlaceholder(text, scan, block, argument.name);
  if (comment === null) return null;
  const start = lineStartOf(text, comment.start);
  const above = attributeOnLine(text, block, start === 0 ? -1 : lineStartOf(text, start - 1));
  const below = attributeOnLine(text, block, lineStartAfter(text, comment.end));
  const eol = lineEndingOf(text, block);
  const indent = indentOf(text, block);
  const neighbours = [above, below].filter((neighbour) => neighbour !== null);
  const columns = new Set(neighbours.map(equalsColumn));
  const fits = (neighbour: Attribute | null): boolean =>
    neighbour !== null && equalsColumn(neighbour) > argument.name.length;
  const line = (column: number): string => `${indent}${argument.name.padEnd(column)}= ${argument.expression}`;
  const alone = argument.name.length + 1;

  if (neighbours.length === 0) return { start, end: comment.end, text: line(alone) };
  if (columns.size === 1 && neighbours.every(fits)) {
    return { start, end: comment.end, text: line(equalsColumn(neighbours[0]!)) };
  }
  if (above !== null && (below === null || fits(below))) {
    return { start, end: comment.end, text: eol + line(below === null ? alone : equalsColumn(below)) };
  }
  if (below !== null && (above === null || fits(above))) {
    return { start, end: comment.end, text: line(above === null ? alone : equalsColumn(above)) + eol };
  }
  return null;
}

/** A comment alone on its line, directly in the block, that is nothing but the argument commented out. */
function findPlaceholder(text: string, scan: Scan, block: Block, name: string): Comment | null {
  for (const comment of scan.comments) {
    if (comment.start < block.open || comment.style !== 'line') continue;
    if (comment.end > block.close) break;
    const content = text.slice(comment.start, comment.end).replace(/^[#/\s]+/, '');
    if (!content.startsWith(name) || !/^\s*=(?!=)/.test(content.slice(name.length))) continue;
    if (text.slice(lineStartOf(text, comment.start), comment.start).trim() !== '') continue;
    if (block.body.some((item) => item.start <= comment.start && comment.start < item.end)) continue;
    return comment;
  }
  return null;
}

function appendParagraph(text: string, block: Block, args: readonly NewArgument[]): Splice[] {
  const eol = lineEndingOf(text, block);
  const indent = indentOf(text, block);
  const width = Math.max(...args.map((argument) => argument.name.length)) + 1;
  const lines = args
    .map((argument) => `${indent}${argument.name.padEnd(width)}= ${argument.expression}${eol}`)
    .join('');
  const closeLine = lineStartOf(text, block.close);
  const beforeClose = text.slice(closeLine, block.close);
  if (closeLine > block.open && beforeClose.trim() === '') {
    const lineAbove = text.slice(lineStartOf(text, closeLine - 1), closeLine);
    const isFirst = lineStartOf(text, closeLine - 1) <= block.open;
    const blank = isFirst || lineAbove.trim() === '' ? '' : eol;
    return [{ start: closeLine, end: closeLine, text: blank + lines }];
  }
  const outer = leadingSpace(text, lineStartOf(text, block.start));
  const inner = text.slice(block.open + 1, block.close);
  if (closeLine > block.open) {
    // something stands before the } on its line: a comment that ends there
    const start = block.open + 1 + inner.trimEnd().length;
    return [{ start, end: block.close, text: `${eol}${eol}${lines}${outer}` }];
  }
  if (inner.trim() === '')
    return [{ start: block.open + 1, end: block.close, text: `${eol}${lines}${outer}` }];
  const first = block.open + 1 + (inner.length - inner.trimStart().length);
  const last = block.open + 1 + inner.trimEnd().length;
  return [
    { start: block.open + 1, end: first, text: eol + indent },
    { start: last, end: block.close, text: `${eol}${eol}${lines}${outer}` },
  ];
}

/** The single-line attribute of the block that begins on the line at `lineStart`: what `terraform fmt` aligns with. */
function attributeOnLine(text: string, block: Block, lineStart: number): Attribute | null {
  if (lineStart <= block.open) return null;
  for (const item of block.body) {
    if (item.type !== 'attribute' || lineStartOf(text, item.start) !== lineStart) continue;
    const isHeredoc = text.startsWith('<<', item.expression.start);
    return isHeredoc || lineStartOf(text, item.end) === lineStart ? item : null;
  }
  return null;
}

/** How far behind the start of the name the `=` stands. */
function equalsColumn(attribute: Attribute): number {
  return attribute.equals - attribute.start;
}

/** The indent of what the block holds: that of its last item on a line of its own, else two more than the block's. */
function indentOf(text: string, block: Block): string {
  for (let i = block.body.length - 1; i >= 0; i -= 1) {
    const item = block.body[i]!;
    const start = lineStartOf(text, item.start);
    const indent = leadingSpace(text, start);
    if (start > block.open && start + indent.length === item.start) return indent;
  }
  return `${leadingSpace(text, lineStartOf(text, block.start))}  `;
}

/** The line ending that the block's first line has, else the file's first one. */
function lineEndingOf(text: string, block: Block): string {
  const inside = text.indexOf('\n', block.open);
  const at = inside === -1 ? text.indexOf('\n') : inside;
  return at > 0 && text[at - 1] === '\r' ? '\r\n' : '\n';
}

function lineStartOf(text: string, offset: number): number {
  return offset <= 0 ? 0 : text.lastIndexOf('\n', offset - 1) + 1;
}

/** The start of the line behind the one that `offset` stands on. */
function lineStartAfter(text: string, offset: number): number {
  const end = text.indexOf('\n', offset);
  return end === -1 ? text.length : end + 1;
}

function leadingSpace(text: string, lineStart: number): string {
  return /^[ \t]*/.exec(text.slice(lineStart, lineStart + 200))?.[0] ?? '';
}
