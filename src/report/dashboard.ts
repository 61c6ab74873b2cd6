/** The dashboard: the text of its issue, in pages that GitHub takes, and the report of the command. */

import { boxLine } from '../dashboard/checkboxes.ts';
import {
  type BoxResult,
  type DashboardContent,
  type DashboardCredential,
  type DashboardEntry,
  type DashboardIssue,
  type DashboardResult,
  ENTRY_STATES,
  type EntryState,
} from '../results/dashboard.ts';
import { groupBy } from '../util/group-by.ts';
import { groupByTeam } from '../util/teams.ts';
import { type Column, type Document, type Inline, problems, type Tone, table } from './document.ts';
import { code, details, escapeMarkdown, link, markdownTable } from './escape-markdown.ts';
import { count, digits, listWords, namespaceName } from './format.ts';
import { kindCounts } from './kind-words.ts';
import { requestLink } from './parts.ts';
import { OUTCOME_WORDS } from './pull-requests.ts';

/** Every sentence of the issue. */
const words = {
  intro:
    'This issue is written by `rotate-pr`. Tick a box to have the pull request of that namespace opened now: it ' +
    'rotates what is due there, once it is merged. Whatever else is changed here is overwritten.',
  scope: ({ credentials, namespaces, maxAgeDays }: DashboardContent): string =>
    `${count(credentials, 'credential')} in ${count(namespaces, 'namespace')}. One is due when it was rotated more ` +
    `than ${count(maxAgeDays, 'day')} ago, or never.`,
  nothing: 'Nothing is due, and no pull request is open.',
  columns: ['', 'namespaces', 'credentials'],
  rows: {
    open: 'in an open pull request',
    due: 'due',
    deferred: 'due, waiting for their turn',
    closed: 'due, pull request closed by a person',
    held: 'due, on hold',
    blocked: 'due, blocked: fix first',
  } satisfies Record<EntryState, string> as Readonly<Record<EntryState, string>>,
  /** Of a team, behind a number. */
  counts: {
    open: 'open',
    due: 'due',
    deferred: 'waiting',
    closed: 'closed by a person',
    held: 'on hold',
    blocked: 'blocked',
  } satisfies Record<EntryState, string> as Readonly<Record<EntryState, string>>,
  headings: {
    open: 'Open pull requests',
    due: 'Due: tick to rotate',
    deferred: 'Waiting for their turn: tick to rotate now',
    closed: 'Closed by a person: tick to open again',
    held: 'On hold',
    blocked: 'Blocked: fix first',
  } satisfies Record<EntryState, string> as Readonly<Record<EntryState, string>>,
  shared: 'Not of one namespace',
  teams: (page: number, pages: number, [first, last]: readonly [string, string]): string =>
    pages === 1
      ? 'By team'
      : `By team, page ${digits(page)} of ${digits(pages)}: ${first === last ? first : `${first} to ${last}`}`,
  more: (pages: number): string =>
    `The teams that do not fit here follow in the ${pages === 2 ? 'first comment' : `first ${digits(pages - 1)} comments of rotate-pr`}.`,
  noTeam: 'No team named',
  continued: ', continued',
  group: (name: string): string => `group ${name}`,
  unknown: 'credentials that are not known',
  opened: (day: string): string => `opened on ${day}`,
  rotated: (day: string | null, several: boolean): string =>
    day === null ? 'no rotation known' : `${several ? 'the oldest ' : ''}rotated on ${day}`,
};

/** Of GitHub's 65,536 characters: room is left for the mark, and for ticks. */
const PAGE = 60_000;
const PART = 30_000;
/** A reason is one sentence and a name a word or two, but what a file puts into them is not bounded. */
const MAX_REASON = 400;
const MAX_NAME = 120;
/** Credentials of one namespace and one reason that are named before the rest is a number. */
const NAMED = 20;

/** The first page is the body of the issue, each other one a comment. The same content gives the same text on any day. */
export function dashboardPages(content: DashboardContent): readonly string[] {
  const { entries } = content;
  const head = [
    words.intro,
    escapeMarkdown(words.scope(content)),
    entries.length === 0 ? words.nothing : totalsTable(content),
  ].join('\n\n');
  if (entries.length === 0) return [`${head}\n`];
  const pages = pack(teamsOf(entries).flatMap(teamParts), PAGE - head.length);
  return pages.map((parts, index) => {
    const names = [parts[0]?.name ?? '', parts.at(-1)?.name ?? ''] as const;
    const title = `## ${escapeMarkdown(words.teams(index + 1, pages.length, names))}`;
    const more = index === 0 && pages.length > 1 ? [words.more(pages.length)] : [];
    const text = [title, ...more, ...parts.map((part) => part.text)].join('\n\n');
    return index === 0 ? `${head}\n\n${text}\n` : `${text}\n`;
  });
}

function totalsTable({ totals }: DashboardContent): string {
  const rows = ENTRY_STATES.filter((state) => totals[state].namespaces > 0).map((state) => [
    words.rows[state],
    digits(totals[state].namespaces),
    digits(totals[state].credentials),
  ]);
  return markdownTable(words.columns, rows, [1, 2]);
}

interface Team {
  readonly name: string;
  readonly entries: readonly DashboardEntry[];
}

/**
 * By name, so that a team finds its place and finds it again. What belongs to no single namespace comes first, what has
 * no team last.
 */
function teamsOf(entries: readonly DashboardEntry[]): readonly Team[] {
  const shared = entries.filter(({ namespace }) => namespace === null);
  const own = entries.filter(({ namespace }) => namespace !== null);
  const without = own.filter(({ team }) => team === null);
  const teams = groupByTeam(own, ({ team }) => team)
    .flatMap(({ team, items }) => (team === null ? [] : [{ name: cut(team, MAX_NAME), entries: items }]))
    .sort((a, b) => compareText(a.name, b.name));
  return [{ name: words.shared, entries: shared }, ...teams, { name: words.noTeam, entries: without }].filter(
    (team) => team.entries.length > 0,
  );
}

/** A piece of a page, with the name of its team. */
interface Piece {
  readonly name: string;
  readonly text: string;
}

/** A team's entries, folded; a team that would fill more than half a page has several parts. */
function teamParts({ name, entries }: Team): readonly Piece[] {
  const summary = `${name}: ${teamCounts(entries)}`;
  const lines = ENTRY_STATES.flatMap((state) => {
    const ofState = entries.filter((entry) => entry.state === state).toSorted(compareEntries);
    return ofState.flatMap(entryLines).map((line) => ({ state, line }));
  });
  const parts: string[][] = [];
  let room = 0;
  let heading: EntryState | null = null;
  for (const { state, line } of lines) {
    if (line.length > room) {
      parts.push([]);
      room = PART;
      heading = null;
    }
    const part = parts.at(-1)!;
    if (heading !== state) part.push(`${heading === null ? '' : '\n'}**${words.headings[state]}**\n`);
    part.push(line);
    heading = state;
    room -= line.length + 1;
  }
  return parts.map((part, index) => {
    const title = index === 0 ? summary : `${summary}${words.continued}`;
    return { name, text: details(title, part.join('\n')) };
  });
}

function teamCounts(entries: readonly DashboardEntry[]): string {
  const counts = ENTRY_STATES.flatMap((state) => {
    const found = entries.filter((entry) => entry.state === state).length;
    return found === 0 ? [] : [`${digits(found)} ${words.counts[state]}`];
  });
  return counts.join(', ');
}

/** Never rotated before rotated, then the longest ago, then by name: as the pace has it. Pull requests by number. */
function compareEntries(a: DashboardEntry, b: DashboardEntry): number {
  if (a.number !== null && b.number !== null) return a.number - b.number;
  return compareText(oldest(a) ?? '', oldest(b) ?? '') || compareText(nameOf(a), nameOf(b));
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function oldest({ credentials }: DashboardEntry): string | null {
  const days = credentials.map(({ rotatedOn }) => rotatedOn);
  if (days.includes(null)) return null;
  return days.toSorted()[0] ?? null;
}

function nameOf({ namespace, cluster, group }: DashboardEntry): string {
  if (namespace !== null && cluster !== null) return cut(namespaceName({ namespace, cluster }), MAX_NAME);
  return group === null ? '' : cut(words.group(group), MAX_NAME);
}

/** An entry as list items: one, but for what has to be mended for several reasons. */
function entryLines(entry: DashboardEntry): readonly string[] {
  const { state, box, credentials, reason } = entry;
  const name = code(nameOf(entry));
  if (state === 'open') return [`- ${[linkOf(entry), name].filter(Boolean).join(' ')}: ${openWords(entry)}`];
  const what = whatOf(credentials);
  const said = `${name}: ${what}, ${words.rotated(oldest(entry), credentials.length > 1)}${sentence(reason)}`;
  if (box !== null) return [boxLine(box, said)];
  if (reason !== null) return [`- ${said}`];
  return [...groupBy(credentials, (each) => each.reason ?? '')].map(([why, some]) => {
    const which = state === 'held' ? whatOf(some) : idList(some);
    return `- ${name}: ${which}: ${shortReason(why)}`;
  });
}

/** The places below `resources/`, as far as they can be read at a glance. */
function idList(credentials: readonly DashboardCredential[]): string {
  const shown = credentials
    .slice(0, NAMED)
    .map(({ id }) => code(cut(id.slice(id.indexOf('/') + 1), MAX_NAME)));
  const left = credentials.length - shown.length;
  return listWords(left === 0 ? shown : [...shown, count(left, 'other credential')]);
}

function openWords(entry: DashboardEntry): string {
  const { credentials, openedOn, reason } = entry;
  const opened = openedOn === null ? '' : `, ${words.opened(openedOn)}`;
  return `${whatOf(credentials)}${opened}${sentence(reason)}`;
}

function linkOf({ number, url }: DashboardEntry): string {
  if (number === null) return '';
  return (url === null ? null : link(`#${number}`, url)) ?? code(`#${number}`);
}

function whatOf(credentials: readonly DashboardCredential[]): string {
  const known = credentials.flatMap(({ kind }) => (kind === null ? [] : [{ kind }]));
  const others = credentials.length - known.length;
  const parts = [...kindCounts(known), ...(others === 0 ? [] : [count(others, 'credential')])];
  return parts.length === 0 ? words.unknown : listWords(parts);
}

function sentence(reason: string | null): string {
  return reason === null ? '' : `. ${shortReason(reason)}`;
}

function shortReason(reason: string): string {
  return escapeMarkdown(cut(reason, MAX_REASON));
}

function cut(text: string, length: number): string {
  return text.length <= length ? text : `${text.slice(0, length)} …`;
}

/** Parts in pages, as many as fit on each; one part is never more than a page. */
function pack(parts: readonly Piece[], firstRoom: number): readonly (readonly Piece[])[] {
  const pages: Piece[][] = [[]];
  let room = firstRoom;
  for (const part of parts) {
    if (part.text.length + 2 > room && pages.at(-1)!.length > 0) {
      pages.push([]);
      room = PAGE;
    }
    pages.at(-1)!.push(part);
    room -= part.text.length + 2;
  }
  return pages;
}

/** The report of the command: the checkboxes that were ticked and what became of them, the issue, and how much there is. */
export function dashboardDocument(result: DashboardResult): Document {
  const { issue, boxes, base } = result;
  return {
    title: 'Dashboard of credential rotation',
    totals: [issueSentence(issue), ...(base === null ? [] : [totalsSentence(result)])],
    blocks: [...table(BOX_COLUMNS, boxes.map(boxRow)), ...problems(result.problems)],
    steps: [],
  };
}

const BOX_COLUMNS: readonly Column[] = [
  { title: 'outcome' },
  { title: 'namespace', min: 16 },
  { title: 'pull request' },
  { title: 'reason', as: 'note' },
];

function boxRow(each: BoxResult): readonly Inline[] {
  const { outcome, reason, ticked } = each;
  const stays = ticked ? ['The box stays ticked: the next run with --run tries again.'] : [];
  return [
    [{ text: outcome === 'refused' ? 'refused' : OUTCOME_WORDS[outcome], tone: boxTone(each) }],
    [{ name: each.box }],
    requestLink(each, true),
    [...(reason === null ? [] : [reason]), ...stays].join(' '),
  ];
}

function boxTone({ outcome }: BoxResult): Tone {
  if (outcome === 'created' || outcome === 'updated') return 'good';
  return outcome === 'failed' || outcome === 'refused' ? 'bad' : 'warning';
}

/** What became of the issue: `The dashboard, #12: updated. What it says has changed.` */
export function issueSentence({ number, url, outcome, reason }: DashboardIssue): Inline {
  const name = number === null ? [] : [', ', { text: `#${number}`, url }];
  return ['The dashboard', ...name, `: ${OUTCOME_WORDS[outcome]}. ${reason}`];
}

function totalsSentence({ totals }: Pick<DashboardContent, 'totals'>): string {
  const parts = ENTRY_STATES.filter((state) => totals[state].namespaces > 0).map(
    (state) => `${digits(totals[state].namespaces)} ${words.counts[state]}`,
  );
  return parts.length === 0 ? words.nothing : `Namespaces: ${listWords(parts)}.`;
}
