import type { HistoryResult, RotatingCommit, RotationFigures, SeriesPoint } from '../../results/history.ts';
import { digits } from '../format.ts';
import { history } from '../history-sentences.ts';
import { kindsOf } from '../kind-words.ts';
import type { TextOptions } from '../options.ts';
import { problemLines } from '../problem.ts';
import { visible } from '../sanitize.ts';
import { type Cell, type Column, formatTable } from '../table.ts';
import { truncate } from '../width.ts';
import { blocks, type Colors, colors, paragraph } from './common.ts';

const INDENT = '  ';
/** Commits and teams that are listed unless everything is. */
const LISTED = 15;
/** Rows of the chart unless everything is listed; a longer series is thinned to its ends and what is between. */
const CHART_ROWS = 16;
/** Columns of the longest bar, and the fewest with which a bar is worth drawing. */
const LONGEST_BAR = 50;
const SHORTEST_BAR = 10;

/** `audit --since` for a terminal: totals, the chart, kinds, teams, and the commits with their rotations. */
export function historyText(result: HistoryResult, options: TextOptions): string {
  const c = colors(options.color);
  const { summary, problems, series } = result;
  const { width, verbose } = options;
  const some = summary.rotations > 0;
  return blocks([
    [
      c.bold(history.title(result)),
      ...paragraph(history.summary(result), width),
      ...paragraph(history.odd(result), width),
    ],
    summary.cut === null ? [] : paragraph([history.cut(summary.cut.day)], width).map(c.yellow),
    chart(c, verbose ? series : thinned(series), summary.maxAgeDays, width),
    some ? kindTable(c, result, width) : [],
    some ? teamTable(c, result, options) : [],
    some ? commitTable(c, result, options) : [],
    verbose && some ? rotationTable(c, result, width) : [],
    problemLines(c, problems, width),
    [c.dim(history.source(result.base))],
  ]);
}

/** At most `CHART_ROWS` points at even steps, the last always among them. */
export function thinned(series: readonly SeriesPoint[]): readonly SeriesPoint[] {
  const step = Math.ceil(series.length / CHART_ROWS);
  return series.filter((_, index) => (series.length - 1 - index) % step === 0);
}

/** A row a point: how many were over their maximum age, of how many, and both as a bar. */
function chart(
  c: Colors,
  series: readonly SeriesPoint[],
  maxAgeDays: number,
  width: number,
): readonly string[] {
  const most = Math.max(...series.map(({ credentials }) => credentials));
  if (most <= 0) return [];
  const head = ['day', 'over', 'never', 'of', ''].map((text) => ({ text, paint: c.dim }));
  const numbers = series.map(({ day, over, never, credentials }) => [
    day,
    ...[over, never, credentials].map(digits),
  ]);
  const taken = [0, 1, 2, 3].map((column) =>
    Math.max(head[column]!.text.length, ...numbers.map((row) => row[column]!.length)),
  );
  const room = width - INDENT.length - taken.reduce((sum, each) => sum + each + 2, 0);
  const longest = Math.min(LONGEST_BAR, room);
  const rows = series.map((point, index): readonly Cell[] => [
    ...numbers[index]!.map((text) => ({ text })),
    longest < SHORTEST_BAR ? { text: '' } : bar(c, point, longest / most),
  ]);
  const columns: readonly Column[] = [{}, { align: 'right' }, { align: 'right' }, { align: 'right' }, {}];
  return [
    `${c.bold(history.chart(maxAgeDays))} ${c.dim(`(${BARS.join(' ')}: ${history.legend})`)}`,
    ...formatTable(columns, [head, ...rows], width, INDENT),
  ];
}

/** Dated and over the maximum age, never rotated, within it: told apart without colours too. */
const BARS = ['█', '▒', '·'] as const;

function bar(c: Colors, { credentials, over, never }: SeriesPoint, scale: number): Cell {
  const ends = [over - never, over, credentials].map((value) => Math.round(value * scale));
  const [dated = 0, all = 0, total = 0] = ends;
  const parts = [dated, all - dated, total - all].map((length, index) => BARS[index]!.repeat(length));
  const paints = [c.yellow, c.magenta, c.dim];
  const paint = (): string => parts.map((part, index) => (part === '' ? '' : paints[index]!(part))).join('');
  return { text: parts.join(''), paint };
}

const FIGURES: readonly Column[] = [{ min: 12 }, ...Array<Column>(4).fill({ align: 'right' })];
const FIGURES_HEAD = ['rotations', 'credentials', 'median age', 'age unknown'];

function figureCells({ rotations, credentials, medianAgeDays, ofUnknownAge }: RotationFigures): Cell[] {
  const age = medianAgeDays === null ? '-' : `${medianAgeDays}d`;
  return [digits(rotations), digits(credentials), age, digits(ofUnknownAge)].map((text) => ({ text }));
}

function figureTable(
  c: Colors,
  name: string,
  rows: readonly (readonly Cell[])[],
  width: number,
): readonly string[] {
  const head = [name, ...FIGURES_HEAD].map((text) => ({ text, paint: c.dim }));
  return formatTable(FIGURES, [head, ...rows], width, INDENT);
}

function kindTable(c: Colors, { summary, rotations }: HistoryResult, width: number): readonly string[] {
  const rows = kindsOf(rotations).map((kind) => [{ text: kind }, ...figureCells(summary.byKind[kind]!)]);
  return figureTable(c, 'kind', rows, width);
}

function teamTable(c: Colors, { summary }: HistoryResult, options: TextOptions): readonly string[] {
  const teams = options.verbose ? summary.byTeam : summary.byTeam.slice(0, LISTED);
  const rows = teams.map(({ team, ...figures }) => [
    { text: team === null ? history.noTeam : visible(team), ...(team === null ? { paint: c.dim } : {}) },
    ...figureCells(figures),
  ]);
  const more = summary.byTeam.length - teams.length;
  return [
    c.bold(history.teams),
    ...figureTable(c, 'team', rows, options.width),
    ...(more > 0 ? [c.dim(`${INDENT}${history.moreTeams(more)}`)] : []),
  ];
}

function commitTable(c: Colors, { summary }: HistoryResult, options: TextOptions): readonly string[] {
  const all = options.verbose || summary.byCommit.length <= LISTED;
  const commits = all ? summary.byCommit : mostRotating(summary.byCommit);
  const rows = commits.map((each) => [
    { text: each.day },
    { text: each.commit.slice(0, 10), paint: c.yellow },
    { text: history.what(each) },
    { text: visible(each.subject), paint: c.dim },
  ]);
  const columns: readonly Column[] = [{}, {}, { min: 20 }, { min: 10 }];
  const more = summary.byCommit.length - commits.length;
  return [
    c.bold(all ? history.commits : history.mostRotating),
    ...formatTable(columns, rows, options.width, INDENT),
    ...(more > 0 ? [c.dim(`${INDENT}${history.moreCommits(more)}`)] : []),
  ];
}

/** Of equally many the newer first, as they are given. */
function mostRotating(commits: readonly RotatingCommit[]): readonly RotatingCommit[] {
  return commits.toSorted((a, b) => b.rotations - a.rotations).slice(0, LISTED);
}

function rotationTable(c: Colors, { rotations }: HistoryResult, width: number): readonly string[] {
  const rows = rotations.map(({ day, id, from, to, ageDays, notes }) => [
    { text: day },
    { text: visible(id) },
    { text: dateWords(from), paint: c.red },
    { text: '→' },
    { text: dateWords(to), paint: c.green },
    { text: ageDays === null ? '-' : `${digits(ageDays)}d` },
    { text: notes.join(', '), paint: c.yellow },
  ]);
  const columns: readonly Column[] = [{}, { min: 20 }, {}, {}, {}, { align: 'right' }, { min: 8 }];
  return [c.bold(history.rotations), ...formatTable(columns, rows, width, INDENT)];
}

/** Wide enough for a date with a time; an expression is cut. */
const WIDEST_VALUE = 20;

function dateWords(value: string | null): string {
  return value === null ? history.none : truncate(visible(value), WIDEST_VALUE);
}
