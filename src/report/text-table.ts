/** Prints the tables of a document for a terminal. */
import type { Bar, Cell, Column, Inline, Part, ShortCell, Table } from './document.ts';
import { visible } from './sanitize.ts';
import { columnWidths, formatRow, type Cell as TableCell } from './table.ts';
import { hanging, inlineText, moreLines, type Printer, partsOf, plainPart, shortened } from './text-lines.ts';
import { cutMiddle, stringWidth } from './width.ts';

/** What stands in a group, from its heading, and what stands below a row. */
const INDENT = 2;
const BELOW = 4;
/** Before a remark below a row. */
const MARK = '↳ ';
/** Columns of the longest bar, and the fewest with which a bar is worth drawing. */
const LONGEST_BAR = 50;
const SHORTEST_BAR = 10;
/** Between two columns of a table. */
const GAP = 2;

/** The rows, aligned; what a `note` column says stands behind its row where it fits whole, else below it. */
export function tableLines(table: Table, printer: Printer): readonly string[] {
  const here = table.columns
    .map((column, at) => ({ ...column, at }))
    .filter(({ only }) => only !== 'markdown');
  const group = here.find(({ as }) => as === 'group');
  const note = here.find(({ as }) => as === 'note');
  const space = group === undefined ? '' : ' '.repeat(INDENT);
  const width = printer.width - space.length;
  const groups = groupRows(table.rows, group?.at);
  const listed =
    group === undefined
      ? groups.map((rows) => shortened(rows, table.limit, printer))
      : shortened(groups, table.limit, printer);
  const head = here.map(
    ({ title }): TableCell => ({ text: title, paint: (text) => printer.paint('quiet', text) }),
  );
  const { columns, withUrls } = layOut(here, listed.flat(), { ...printer, width });
  const barRoom = roomForBars(columns, listed.flat(), { ...printer, width });
  const cellsOf = (row: readonly Cell[]): readonly TableCell[] =>
    columns.map(({ at }) => tableCell(row[at]!, withUrls, barRoom, printer));
  const titles = table.titled ? [columns.map((column) => head[here.indexOf(column)]!)] : [];
  const widths = columnWidths(
    columns,
    [titles, ...listed.map((rows) => rows.map(cellsOf))],
    printer.mayCut ? width : Number.POSITIVE_INFINITY,
  );
  const room = width - widths.reduce((sum, each) => sum + each + GAP, 0);
  const line = (cells: readonly TableCell[], remark: TableCell): string =>
    space + formatRow([...columns, {}], [...widths, Math.max(0, room)], [...cells, remark]);
  const noteOf = (row: readonly Cell[]): TableCell =>
    note === undefined ? NOTHING : quiet(tableCell(row[note.at]!, false, 0, printer), printer);

  const noteTitle = note === undefined ? NOTHING : fittingBeside(head[here.indexOf(note)]!, room);
  const out = titles.map((cells) => line(cells, noteTitle ?? NOTHING));
  for (const rows of listed) {
    if (group !== undefined) out.push(groupHeading(rows[0]![group.at]!, printer));
    const common = sharedNote(rows.map(noteOf));
    // below no heading it would seem to be about what stands before
    const shared =
      group === undefined && common !== null && fittingBeside(common, room) !== null ? null : common;
    if (shared !== null) out.push(...remarkLines({ ...shared, short: shared.text }, space.length, printer));
    for (const row of rows) {
      const remark = shared === null ? noteOf(row) : NOTHING;
      const beside = fittingBeside(remark, room);
      out.push(line(cellsOf(row), beside ?? NOTHING));
      if (beside === null) out.push(...remarkLines(remark, space.length + BELOW, printer));
      if (!withUrls)
        out.push(...urlsBelow(row, printer).map((url) => space + ' '.repeat(BELOW) + visible(url)));
    }
  }
  const all = group === undefined ? table.rows : groups;
  const shown = group === undefined ? listed.flat() : listed;
  return [...out, ...moreLines(all.length - shown.length, table.noun, printer)];
}

const NOTHING: TableCell = { text: '' };

/** Rows that follow each other and have the same group; all of them where there are no groups. */
function groupRows(rows: readonly (readonly Cell[])[], at: number | undefined): (readonly Cell[])[][] {
  const groups: (readonly Cell[])[][] = [];
  let last: string | null = null;
  for (const row of rows) {
    const name = at === undefined ? '' : inlineText(textOf(row[at]!));
    if (name !== last) groups.push([]);
    groups.at(-1)!.push(row);
    last = name;
  }
  return groups;
}

function groupHeading(cell: Cell, { paint, mayCut, width }: Printer): string {
  const name = inlineText(textOf(cell));
  return paint('strong', mayCut ? cutMiddle(name, width) : name);
}

interface PlacedColumn extends Column {
  readonly at: number;
}

/** The columns that there is room for, and whether links are shown as addresses. */
function layOut(
  here: readonly PlacedColumn[],
  rows: readonly (readonly Cell[])[],
  printer: Printer,
): { readonly columns: readonly PlacedColumn[]; readonly withUrls: boolean } {
  const columns = here.filter(({ as }) => as === undefined || as === 'spare');
  const fits = (some: readonly PlacedColumn[], withUrls: boolean, mayCut: boolean): boolean => {
    const cells = rows.map((row) => some.map(({ at }) => tableCell(row[at]!, withUrls, 0, printer)));
    const widths = columnWidths(some, [cells], Number.POSITIVE_INFINITY);
    const least = widths.map((width, index) => Math.min(width, (mayCut && some[index]!.min) || width));
    return least.reduce((sum, each) => sum + each + GAP, -GAP) <= printer.width;
  };
  if (!printer.mayCut || fits(columns, true, true)) return { columns, withUrls: true };
  const withoutSpare = columns.filter(({ as }) => as !== 'spare');
  return { columns: fits(columns, false, false) ? columns : withoutSpare, withUrls: false };
}

/** Columns that the others leave for a bar. */
function roomForBars(
  columns: readonly PlacedColumn[],
  rows: readonly (readonly Cell[])[],
  { width }: Printer,
): number {
  if (!rows.some((row) => row.some(isBar))) return 0;
  return columns.reduce((room, { at, title }) => {
    const texts = rows.map((row) => (isBar(row[at]!) ? '' : inlineText(textOf(row[at]!))));
    return room - GAP - Math.max(...[title, ...texts].map(stringWidth));
  }, width + GAP);
}

function tableCell(cell: Cell, withUrls: boolean, barRoom: number, printer: Printer): TableCell {
  if (isBar(cell)) return barCell(cell, barRoom, printer);
  const parts = partsOf(textOf(cell));
  const text = parts.map((part) => (withUrls && isLink(part) ? visible(part.url) : plainPart(part))).join('');
  const tone = parts.flatMap((part) => (typeof part === 'string' ? [] : (part.tone ?? [])))[0];
  const short = isShort(cell) ? { short: inlineText(cell.short) } : {};
  return { text, ...short, ...(tone === undefined ? {} : { paint: (some) => printer.paint(tone, some) }) };
}

/** Dim, where it has no colour of its own. */
function quiet(cell: TableCell, { paint }: Printer): TableCell {
  return { paint: (text) => paint('quiet', text), ...cell };
}

/** The remark, or its short form, as far as it fits beside the row; null where neither does. */
function fittingBeside(remark: TableCell, room: number): TableCell | null {
  if (stringWidth(remark.text) <= room) return remark;
  const { short } = remark;
  return short !== undefined && stringWidth(short) <= room ? { ...remark, text: short } : null;
}

/** What all rows of a group remark, such as a hold, is said once, above them. */
function sharedNote(notes: readonly TableCell[]): TableCell | null {
  const [first, ...others] = notes;
  const shared = first !== undefined && first.text !== '' && others.length > 0;
  return shared && others.every(({ text }) => text === first.text) ? first : null;
}

function remarkLines(remark: TableCell, by: number, { width }: Printer): readonly string[] {
  if (remark.text === '') return [];
  const room = width - by - MARK.length;
  const { text } = fittingBeside(remark, room) ?? remark;
  const paint = remark.paint ?? ((some: string) => some);
  return hanging(text, ' '.repeat(by) + MARK, by + MARK.length + room).map(paint);
}

/** Of a link whose address matters. */
function urlsBelow(row: readonly Cell[], { mayShorten, mayCut }: Printer): readonly string[] {
  const links = row.filter((cell) => !isBar(cell)).flatMap((cell) => partsOf(textOf(cell)).filter(isLink));
  return links.filter(({ follow }) => follow === true || (mayCut && !mayShorten)).map(({ url }) => url);
}

function barCell({ bar, most }: Bar, room: number, { paint }: Printer): TableCell {
  const longest = Math.min(LONGEST_BAR, room);
  if (longest < SHORTEST_BAR || most <= 0) return NOTHING;
  let total = 0;
  let drawn = 0;
  const pieces = bar.map(({ value, tone, fill }) => {
    total += value;
    const end = Math.round((total * longest) / most);
    const piece = fill.repeat(end - drawn);
    drawn = end;
    return { piece, tone };
  });
  return {
    text: pieces.map(({ piece }) => piece).join(''),
    paint: () => pieces.map(({ piece, tone }) => paint(tone, piece)).join(''),
  };
}

function isBar(cell: Cell): cell is Bar {
  return typeof cell === 'object' && 'bar' in cell;
}

function isShort(cell: Cell): cell is ShortCell {
  return typeof cell === 'object' && 'short' in cell;
}

function textOf(cell: Exclude<Cell, Bar> | Cell): Inline {
  return isBar(cell) ? '' : isShort(cell) ? cell.text : cell;
}

function isLink(part: Part): part is Exclude<Part, string> & { readonly url: string } {
  return typeof part !== 'string' && typeof part.url === 'string';
}
