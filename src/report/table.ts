import { pad, stringWidth, truncate } from './width.ts';

export interface Column {
  readonly align?: 'left' | 'right';
  /** The column may be cut down to this width when the table is too wide; without it, it is never cut. */
  readonly min?: number;
}

/** A text of one line, and how to colour it: colours come last, so that they never count as width. */
export interface Cell {
  readonly text: string;
  /** How to say it in fewer columns than `text` takes; without it, the end is cut. */
  readonly fit?: (width: number) => string;
  readonly paint?: (text: string) => string;
}

const GAP = 2;

/**
 * The columns' widths: as wide as their widest cell, and where that is more than `width` columns in all, the widest
 * of those that may shrink is cut until it fits or nothing more can be cut.
 */
export function columnWidths(
  columns: readonly Column[],
  rows: Iterable<readonly Cell[]>,
  width: number,
): readonly number[] {
  const widths = columns.map(() => 0);
  for (const row of rows) {
    row.forEach((cell, index) => {
      widths[index] = Math.max(widths[index]!, stringWidth(cell.text));
    });
  }
  let excess = widths.reduce((sum, each) => sum + each, 0) + GAP * (columns.length - 1) - width;
  for (; excess > 0; excess -= 1) {
    const widest = widestToShrink(columns, widths);
    if (widest === -1) break;
    widths[widest]! -= 1;
  }
  return widths;
}

function widestToShrink(columns: readonly Column[], widths: readonly number[]): number {
  let found = -1;
  columns.forEach(({ min }, index) => {
    if (min === undefined || widths[index]! <= min) return;
    if (found === -1 || widths[index]! > widths[found]!) found = index;
  });
  return found;
}

/** One row on one line, without spaces at its end. */
export function formatRow(
  columns: readonly Column[],
  widths: readonly number[],
  row: readonly Cell[],
): string {
  const last = row.findLastIndex((cell) => cell.text !== '');
  return row
    .slice(0, last + 1)
    .map((cell, index) => {
      const width = widths[index]!;
      const align = columns[index]!.align ?? 'left';
      const text = truncate(stringWidth(cell.text) > width && cell.fit ? cell.fit(width) : cell.text, width);
      const padded = index === last && align === 'left' ? text : pad(text, width, align);
      const paint = cell.paint;
      return paint === undefined || text === '' ? padded : padded.replace(text, () => paint(text));
    })
    .join(' '.repeat(GAP));
}

/** A whole table, one string a line, each behind `indent`. */
export function formatTable(
  columns: readonly Column[],
  rows: readonly (readonly Cell[])[],
  width: number,
  indent = '',
): readonly string[] {
  const widths = columnWidths(columns, rows, width - indent.length);
  return rows.map((row) => indent + formatRow(columns, widths, row));
}
