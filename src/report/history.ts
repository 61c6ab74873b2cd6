/** The report of `audit --since`. */

import type {
  HistoryResult,
  RotatingCommit,
  Rotation,
  RotationFigures,
  RotationNote,
  SeriesPoint,
} from '../results/history.ts';
import {
  type Block,
  type Cell,
  type Column,
  type Document,
  paragraph,
  problems,
  section,
  table,
  UNKNOWN,
} from './document.ts';
import { count, digits, listWords, namespaceName, shortFile } from './format.ts';
import { kindCountsOf, kindsOf } from './kind-words.ts';
import { NO_DATE } from './parts.ts';

/** Commits and teams that a terminal lists. */
const LISTED = 15;
/** Points of the series that a terminal shows. */
const POINTS = 16;
/** Rotations that are listed one by one at most: GitHub cuts a summary at 1 MiB. */
const MOST_LISTED = 1_000;

/**
 * Totals, the series as a chart, kinds, teams, commits, and each rotation.
 *
 * @param brief for a terminal: what is most of a long list, and no rotation by itself
 * @param mostListed rotations that are listed at most
 */
export function historyDocument(
  result: HistoryResult,
  { brief, mostListed = MOST_LISTED }: { readonly brief: boolean; readonly mostListed?: number | undefined },
): Document {
  const { summary, series } = result;
  const some = summary.rotations > 0;
  return {
    title: `Rotations from ${result.since} to ${result.date}`,
    totals: [
      ...summarySentences(result),
      ...oddSentences(result),
      `Read from the history of commit ${result.base.slice(0, 12)}.`,
    ],
    blocks: [
      ...(summary.cut === null ? [] : [paragraph(cutSentence(summary.cut.day), 'warning')]),
      ...seriesBlocks(brief ? thinned(series) : series, summary.maxAgeDays),
      ...(some ? [...kindBlocks(result), ...teamBlocks(result), ...commitBlocks(result, brief)] : []),
      ...(some && !brief ? rotationBlocks(result, mostListed) : []),
      ...problems(result.problems),
    ],
    steps: [],
  };
}

/** `12 rotations of 11 credentials.`, how old the secrets were, and what came and went. */
function summarySentences({ summary }: HistoryResult): readonly string[] {
  const { rotations, credentials, created, removed } = summary;
  const came = `${count(created, 'credential')} ${created === 1 ? 'was' : 'were'} made, ${digits(removed)} ${removed === 1 ? 'was' : 'were'} removed.`;
  if (rotations === 0) return ['Nothing was rotated.', came];
  return [
    `${count(rotations, 'rotation')} of ${count(credentials, 'credential')}.`,
    ageSentence(summary),
    came,
  ];
}

function ageSentence({ rotations, medianAgeDays, ofUnknownAge }: RotationFigures): string {
  const unknown = `For ${digits(ofUnknownAge)} the date before tells no age.`;
  if (medianAgeDays === null) return unknown;
  const known = `The median age of the ${ofUnknownAge === 0 ? 'secrets' : `other ${digits(rotations - ofUnknownAge)}`} was ${days(medianAgeDays)}.`;
  return ofUnknownAge === 0 ? known : `${unknown} ${known}`;
}

/** `95 days`, `6.5 days`. */
function days(value: number): string {
  return Number.isInteger(value) ? count(value, 'day') : `${value} days`;
}

const NOTES = {
  'format-only': 'wrote the same day in another format, which rotates all the same',
  backwards: 'went back to an earlier day',
  future: 'wrote a day that was still to come',
  outdated: 'wrote a day that was over the maximum age already',
  unreadable: 'wrote what is no date',
} as const satisfies Record<RotationNote, string>;

/** `2 of them went back to an earlier day.` */
function oddSentences({ summary }: HistoryResult): readonly string[] {
  return (Object.keys(NOTES) as RotationNote[])
    .filter((note) => summary.notes[note] > 0)
    .map((note) => `${digits(summary.notes[note])} of them ${NOTES[note]}.`);
}

function cutSentence(day: string): string {
  return `This clone is shallow: its history begins on ${day}, and what was before is not known. git fetch --unshallow gets the rest.`;
}

export function chartTitle(maxAgeDays: number): string {
  return `Credentials over ${count(maxAgeDays, 'day')}`;
}

/** What the chart shows of one day, as a sentence. */
export function pointSentence({ day, over, never, credentials }: SeriesPoint): string {
  return `On ${day} ${digits(over)} of ${digits(credentials)} were over it, ${digits(never)} of them never rotated.`;
}

/** At most `POINTS` points at even steps, the last always among them. */
export function thinned(series: readonly SeriesPoint[]): readonly SeriesPoint[] {
  const step = Math.ceil(series.length / POINTS);
  return series.filter((_, index) => (series.length - 1 - index) % step === 0);
}

const SERIES_COLUMNS: readonly Column[] = [
  { title: 'day' },
  { title: 'over', align: 'right' },
  { title: 'never', align: 'right' },
  { title: 'credentials', align: 'right' },
  { title: 'share over', align: 'right', only: 'markdown' },
  { title: '', only: 'text' },
];

/** A row a point: how many were over their maximum age, of how many, and both as a bar. */
function seriesBlocks(series: readonly SeriesPoint[], maxAgeDays: number): readonly Block[] {
  const most = Math.max(0, ...series.map(({ credentials }) => credentials));
  const rows = series.map(({ day, over, never, credentials }): readonly Cell[] => [
    day,
    digits(over),
    digits(never),
    digits(credentials),
    credentials === 0 ? '' : `${Math.round((100 * over) / credentials)} %`,
    {
      bar: [
        { value: over - never, tone: 'warning', fill: '█' },
        { value: never, tone: 'never', fill: '▒' },
        { value: credentials - over, tone: 'quiet', fill: '·' },
      ],
      most,
    },
  ]);
  if (most === 0) return [];
  return section(chartTitle(maxAgeDays), ...table(SERIES_COLUMNS, rows, { titled: true }), {
    type: 'paragraph',
    text: '█ over it, ▒ of them never rotated, · within it',
    tone: 'quiet',
    only: 'text',
  });
}

function figureTable(name: string, rows: readonly (readonly Cell[])[], limit?: number): readonly Block[] {
  const columns: readonly Column[] = [
    { title: name, min: 12 },
    { title: 'rotations', align: 'right' },
    { title: 'credentials', align: 'right' },
    { title: 'median age in days', align: 'right' },
    { title: 'age unknown', align: 'right' },
  ];
  return table(columns, rows, { titled: true, noun: name, ...(limit === undefined ? {} : { limit }) });
}

function figureCells({ rotations, credentials, medianAgeDays, ofUnknownAge }: RotationFigures): Cell[] {
  const age = medianAgeDays === null ? UNKNOWN : String(medianAgeDays);
  return [digits(rotations), digits(credentials), age, digits(ofUnknownAge)];
}

function kindBlocks({ summary, rotations }: HistoryResult): readonly Block[] {
  return figureTable(
    'kind',
    kindsOf(rotations).map((kind) => [kind, ...figureCells(summary.byKind[kind]!)]),
  );
}

function teamBlocks({ summary }: HistoryResult): readonly Block[] {
  const rows = summary.byTeam.map(({ team, ...figures }): readonly Cell[] => [
    team === null ? [{ text: 'no team known', tone: 'quiet' }] : [{ name: team }],
    ...figureCells(figures),
  ]);
  return folded('Teams with most rotations', figureTable('team', rows, LISTED));
}

/** Folded on GitHub, for these lists are long. */
function folded(summary: string, blocks: readonly Block[]): readonly Block[] {
  return blocks.length === 0 ? [] : [{ type: 'details', summary, blocks }];
}

const COMMIT_COLUMNS: readonly Column[] = [
  { title: 'day' },
  { title: 'commit' },
  { title: 'rotations', align: 'right', only: 'markdown' },
  { title: 'what', min: 20 },
  { title: 'namespaces', align: 'right', only: 'markdown' },
  { title: 'subject', min: 10 },
];

/** Newest first; of too many those with most rotations, of equally many the newer first. */
function commitBlocks({ summary: { byCommit } }: HistoryResult, brief: boolean): readonly Block[] {
  const all = !brief || byCommit.length <= LISTED;
  const commits = all ? byCommit : byCommit.toSorted((a, b) => b.rotations - a.rotations);
  return folded(
    all ? 'Commits with rotations, newest first' : 'Commits with most rotations',
    table(COMMIT_COLUMNS, commits.map(commitRow), { titled: true, limit: LISTED, noun: 'commit' }),
  );
}

function commitRow(each: RotatingCommit): readonly Cell[] {
  return [
    each.day,
    [{ name: each.commit.slice(0, 12), tone: 'warning' }],
    digits(each.rotations),
    listWords(kindCountsOf(each.byKind)),
    digits(each.namespaces),
    [{ text: each.subject, tone: 'quiet' }],
  ];
}

const ROTATION_COLUMNS: readonly Column[] = [
  { title: 'day' },
  { title: 'credential', min: 20, only: 'text' },
  { title: 'namespace', only: 'markdown' },
  { title: 'kind', only: 'markdown' },
  { title: 'module', only: 'markdown' },
  { title: 'file', only: 'markdown' },
  { title: 'before', min: 20 },
  { title: '→', only: 'text' },
  { title: 'after', min: 20 },
  { title: 'age in days', align: 'right' },
  { title: 'notes', as: 'note' },
];

function rotationBlocks({ rotations }: HistoryResult, mostListed: number): readonly Block[] {
  const left = rotations.length - mostListed;
  return folded('Rotations, oldest first', [
    ...(left > 0
      ? [paragraph(`The ${count(left, 'oldest rotation')} are left out here; --format json has all.`)]
      : []),
    ...table(ROTATION_COLUMNS, rotations.slice(-mostListed).map(rotationRow), { titled: true }),
  ]);
}

function rotationRow(each: Rotation): readonly Cell[] {
  return [
    each.day,
    [{ name: each.id }],
    [{ name: namespaceName(each) }],
    each.kind,
    [{ name: each.module }],
    [{ name: shortFile(each) }],
    each.from === null ? NO_DATE : [{ name: each.from, tone: 'bad' }],
    '→',
    each.to === null ? NO_DATE : [{ name: each.to, tone: 'good' }],
    each.ageDays === null ? UNKNOWN : digits(each.ageDays),
    [{ text: each.notes.join(', '), tone: 'warning' }],
  ];
}
