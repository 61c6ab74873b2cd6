/** The text of the dashboard's issue, in GitHub Markdown and in pages that GitHub takes. */

import { boxLine } from '../dashboard/checkboxes.ts';
import {
  type DashboardContent,
  type DashboardCredential,
  type DashboardEntry,
  ENTRY_STATES,
  type EntryState,
} from '../results/dashboard.ts';
import { groupBy } from '../util/group-by.ts';
import { dashboard } from './dashboard-sentences.ts';
import { code, details, escapeMarkdown, markdownTable } from './escape-markdown.ts';
import { count, digits, listWords, namespaceName } from './format.ts';
import { kindCounts } from './kind-words.ts';

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
    dashboard.intro,
    escapeMarkdown(dashboard.scope(content)),
    entries.length === 0 ? dashboard.nothing : totalsTable(content),
  ].join('\n\n');
  if (entries.length === 0) return [`${head}\n`];
  const pages = pack(teamsOf(entries).flatMap(teamParts), PAGE - head.length);
  return pages.map((parts, index) => {
    const names = [parts[0]?.name ?? '', parts.at(-1)?.name ?? ''] as const;
    const title = `## ${escapeMarkdown(dashboard.teams(index + 1, pages.length, names))}`;
    const more = index === 0 && pages.length > 1 ? [dashboard.more(pages.length)] : [];
    const text = [title, ...more, ...parts.map((part) => part.text)].join('\n\n');
    return index === 0 ? `${head}\n\n${text}\n` : `${text}\n`;
  });
}

function totalsTable({ totals }: DashboardContent): string {
  const rows = ENTRY_STATES.filter((state) => totals[state].namespaces > 0).map((state) => [
    dashboard.rows[state],
    digits(totals[state].namespaces),
    digits(totals[state].credentials),
  ]);
  return markdownTable(dashboard.columns, rows, [1, 2]);
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
  const named = own.flatMap((entry) => (entry.team === null ? [] : [{ team: entry.team, entry }]));
  const teams = [...groupBy(named, ({ team }) => team)]
    .map(([name, ofTeam]) => ({ name: cut(name, MAX_NAME), entries: ofTeam.map(({ entry }) => entry) }))
    .sort((a, b) => compareText(a.name, b.name));
  return [
    { name: dashboard.shared, entries: shared },
    ...teams,
    { name: dashboard.noTeam, entries: without },
  ].filter((team) => team.entries.length > 0);
}

/** A piece of a page, with the name of its team. */
interface Part {
  readonly name: string;
  readonly text: string;
}

/** A team's entries, folded; a team that would fill more than half a page has several parts. */
function teamParts({ name, entries }: Team): readonly Part[] {
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
    if (heading !== state) part.push(`${heading === null ? '' : '\n'}**${dashboard.headings[state]}**\n`);
    part.push(line);
    heading = state;
    room -= line.length + 1;
  }
  return parts.map((part, index) => {
    const title = index === 0 ? summary : `${summary}${dashboard.continued}`;
    return { name, text: details(title, part.join('\n')) };
  });
}

function teamCounts(entries: readonly DashboardEntry[]): string {
  const counts = ENTRY_STATES.flatMap((state) => {
    const found = entries.filter((entry) => entry.state === state).length;
    return found === 0 ? [] : [`${digits(found)} ${dashboard.counts[state]}`];
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
  return group === null ? '' : cut(dashboard.group(group), MAX_NAME);
}

/** An entry as list items: one, but for what has to be mended for several reasons. */
function entryLines(entry: DashboardEntry): readonly string[] {
  const { state, box, credentials, reason } = entry;
  const name = code(nameOf(entry));
  if (state === 'open') return [`- ${[linkOf(entry), name].filter(Boolean).join(' ')}: ${openWords(entry)}`];
  const what = whatOf(credentials);
  const said = `${name}: ${what}, ${dashboard.rotated(oldest(entry), credentials.length > 1)}${sentence(reason)}`;
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
  const opened = openedOn === null ? '' : `, ${dashboard.opened(openedOn)}`;
  return `${whatOf(credentials)}${opened}${sentence(reason)}`;
}

/** A link where the address is plainly one; it comes from GitHub's answer, so it is checked all the same. */
function linkOf({ number, url }: DashboardEntry): string {
  if (number === null) return '';
  const plain = url !== null && /^https?:\/\/[\w.:/~%-]+$/.test(url);
  return plain ? `[#${number}](${url})` : code(`#${number}`);
}

function whatOf(credentials: readonly DashboardCredential[]): string {
  const known = credentials.flatMap(({ kind }) => (kind === null ? [] : [{ kind }]));
  const others = credentials.length - known.length;
  const parts = [...kindCounts(known), ...(others === 0 ? [] : [count(others, 'credential')])];
  return parts.length === 0 ? dashboard.unknown : listWords(parts);
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
function pack(parts: readonly Part[], firstRoom: number): readonly (readonly Part[])[] {
  const pages: Part[][] = [[]];
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
