import { widthOf } from './position.ts';
import type { Attribute, Block, Range, Scan } from './syntax.ts';

/** The start of the line that `offset` stands on. */
export function lineStartOf(text: string, offset: number): number {
  return offset <= 0 ? 0 : text.lastIndexOf('\n', offset - 1) + 1;
}

/** The start of the line behind the one that `offset` stands on. */
export function lineStartAfter(text: string, offset: number): number {
  const end = text.indexOf('\n', offset);
  return end === -1 ? text.length : end + 1;
}

/** The index of the first range that begins at `offset` or behind it, of ranges in the order of the text. */
export function firstFrom(ranges: readonly Range[], offset: number): number {
  let low = 0;
  let high = ranges.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (ranges[middle]!.start < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Spaces and tabs at the start of a line. */
export function leadingSpace(text: string, lineStart: number): string {
  let end = lineStart;
  while (text[end] === ' ' || text[end] === '\t') end += 1;
  return text.slice(lineStart, end);
}

/** Whether only white space stands between two offsets. */
export function isBlank(text: string, start: number, end: number): boolean {
  return text.slice(start, end).trim() === '';
}

/** The line ending that the block's first line has, else the file's first one. */
export function lineEndingOf(text: string, block: Block): string {
  const inside = text.indexOf('\n', block.open);
  const at = inside === -1 ? text.indexOf('\n') : inside;
  return at > 0 && text[at - 1] === '\r' ? '\r\n' : '\n';
}

/**
 * The indent of what the block holds: that of its last item on a line of its own; for a block without one, a step more
 * than the block's own, and such a step is what the first other block of the file takes, else a tab behind tabs, else two
 * spaces.
 */
export function indentOf(text: string, scan: Scan, block: Block): string {
  const inside = indentInside(text, block);
  if (inside !== null) return inside;
  const outer = leadingSpace(text, lineStartOf(text, block.start));
  if (outer !== '') return outer + (outer.endsWith('\t') ? '\t' : '  ');
  return stepOf(text, scan);
}

/** Of a file that is edited in many places: looked for once. */
const STEPS = new WeakMap<Scan, string>();

/** What the first block of the file whose content is indented indents it by. */
function stepOf(text: string, scan: Scan): string {
  const known = STEPS.get(scan);
  if (known !== undefined) return known;
  let step = '';
  for (const other of scan.body) {
    if (step !== '') break;
    if (other.type === 'block') step = indentInside(text, other) ?? '';
  }
  STEPS.set(scan, step || '  ');
  return step || '  ';
}

function indentInside(text: string, block: Block): string | null {
  for (let i = block.body.length - 1; i >= 0; i -= 1) {
    const item = block.body[i]!;
    const start = lineStartOf(text, item.start);
    const indent = leadingSpace(text, start);
    if (start > block.open && start + indent.length === item.start) return indent;
  }
  return null;
}

/**
 * The attribute of the block that `terraform fmt` would align with a line right behind `offset`'s line: one that stands
 * on a single line, or a heredoc, which fmt takes for one (hashicorp/hcl, hclwrite/format.go, `linesForFormat`).
 */
export function attributeAbove(text: string, block: Block, offset: number): Attribute | null {
  const line = lineStartOf(text, offset);
  return find(text, block, (attribute) => lineStartOf(text, attribute.end) === line);
}

/** The same for the line right above `offset`'s line. */
export function attributeBelow(text: string, block: Block, offset: number): Attribute | null {
  const line = lineStartOf(text, offset);
  return find(text, block, (attribute) => lineStartOf(text, attribute.start) === line);
}

function find(text: string, block: Block, isThere: (attribute: Attribute) => boolean): Attribute | null {
  for (const item of block.body) {
    if (item.type !== 'attribute' || !isThere(item)) continue;
    const lineStart = lineStartOf(text, item.start);
    if (lineStart <= block.open) return null;
    const isHeredoc = text.startsWith('<<', item.expression.start);
    return isHeredoc || lineStartOf(text, item.end) === lineStart ? item : null;
  }
  return null;
}

/** How far behind the first character of its line the attribute's `=` stands, in characters as a reader counts them. */
export function equalsColumn(text: string, attribute: Attribute): number {
  const lineStart = lineStartOf(text, attribute.start);
  return widthOf(text.slice(lineStart + leadingSpace(text, lineStart).length, attribute.equals));
}

/** Whether a comment stands behind the attribute on its line; fmt aligns such comments on lines that follow each other. */
export function hasTail(text: string, attribute: Attribute): boolean {
  const end = text.indexOf('\n', attribute.end);
  return !isBlank(text, attribute.end, end === -1 ? text.length : end);
}
