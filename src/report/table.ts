import { cutMiddle, pad, stringWidth } from './width.ts';

export interface Column {
  readonly align?: 'left' | 'right';
  /** The column may be cut down to this width when the table is too wide; without it, it is never cut. */
  readonly min?: number;
}

/** A text of one line, and how to colour it: colours come last, so that they never count as width. */
export interface Cell {
  readonly text: string;
  /** Said where `text` does not fit. */
  readonly short?: string;
  readonly paint?: (text: string) => string;
}

const GAP = 2;

/**
 * The columns' widths: as wide as their widest cell, and where that is more than `width` columns in all, the widest
 * of those that may shrink is cut until it fits or nothing more can be cut. No column becomes so narrow that two cells
 * of one group that differ would look the same.
 *
 * @param groups rows below one heading each
 */
export function columnWidths(
  columns: readonly Column[],
  groups: readonly (readonly (readonly Cell[])[])[],
  width: number,
): readonly number[] {
  const rows = groups.flat();
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
  return widths.map((each, index) => {
    if (columns[index]!.min === undefined) return each;
    return Math.max(
      ...groups.map((group) =>
        widthThatTellsApart(
          group.flatMap((row) => row[index] ?? []),
          each,
        ),
      ),
      each,
    );
  });
}

/** The least width from `width` on at which cells that differ are still told apart. */
function widthThatTellsApart(cells: readonly Cell[], width: number): number {
  const texts = new Set(cells.map(({ text }) => text));
  for (let enough = width; ; enough += 1) {
    const cut = cells.filter(({ text }) => stringWidth(text) > enough);
    if (cut.length === 0) return enough;
    const seen = new Map(cells.map((cell) => [cell.text, fitted(cell, enough)]));
    if (new Set(seen.values()).size === texts.size) return enough;
  }
}

/** What is left of a cell in so many columns. */
function fitted({ text, short }: Cell, width: number): string {
  return cutMiddle(short !== undefined && stringWidth(text) > width ? short : text, width);
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
      const text = fitted(cell, width);
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
  const widths = columnWidths(columns, [rows], width - indent.length);
  return rows.map((row) => indent + formatRow(columns, widths, row));
}
