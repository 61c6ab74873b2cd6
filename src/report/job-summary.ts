/** The summary that GitHub shows of a job: what was done, what waits, and what somebody has to mend, each with its link. */
import type { Whereabouts } from '../results/audit-page.ts';
import type {
  AuditResult,
  Credential,
  OpenResult,
  Outcome,
  Problem,
  PullRequestResult,
  State,
} from '../results/results.ts';
import { ageChart } from './age-chart.ts';
import { code, details, escapeMarkdown, markdownTable } from './escape-markdown.ts';
import { digits, namespaceName, requestName, rotatedWords, shortFile } from './format.ts';
import { lineAddress, lineUrl } from './html/addresses.ts';
import { summary as words } from './job-summary-sentences.ts';
import { kindsOf } from './kind-words.ts';
import { kindTable, requestLink, skippedList } from './markdown.ts';
import { audit, common, open } from './sentences.ts';
import { nextSteps, worstFirst } from './worst-first.ts';

/** GitHub refuses a summary of more than 1 MiB a step (docs.github.com, "Workflow commands for GitHub Actions"). */
const MAX_BYTES = 1_000_000;
/** Rows that are shown without a click. */
const UNFOLDED = 50;

export interface OpenSummaryInput {
  readonly result: OpenResult;
  /** Of the namespaces that the run was about; empty where that is not known. */
  readonly credentials: readonly Credential[];
  readonly stopped: boolean;
  readonly whereabouts: Whereabouts | null;
}

/** Of `open` and of `plan`. */
export function openSummary({ result, credentials, stopped, whereabouts }: OpenSummaryInput): string {
  const { pullRequests, skipped, problems } = result;
  const outcomes = pullRequests.map(({ outcome }) => outcome);
  const of = (...wanted: readonly Outcome[]) =>
    pullRequests.filter(({ outcome }) => wanted.includes(outcome));
  const worst = worstFirst(credentials);
  const told = new Set(
    worst.filter(({ state }) => state === 'held' || state === 'blocked').map(({ id }) => id),
  );
  return fitting((rows) => [
    `## ${escapeMarkdown(open.title(result.date))}`,
    escapeMarkdown(outcomes.length === 0 ? open.nothing : open.total(outcomes)),
    stopped ? `> [!WARNING]\n> ${words.stopped}` : '',
    ageChart(credentials),
    requestTable(of('failed'), words.failed, rows),
    requestTable(of('created', 'updated', 'closed'), words.done, rows),
    requestTable(of('planned'), words.planned, rows),
    requestTable(of('left-alone'), words.leftAlone, rows),
    folded(of('unchanged'), words.unchanged, (some) => requestRows(some, rows)),
    folded(of('deferred'), words.deferred, (some) => deferredRows(some, rows)),
    stateTable(worst, ['blocked'], words.blocked, whereabouts, rows),
    stateTable(worst, ['held'], words.held, whereabouts, rows),
    skippedList(
      skipped.filter(({ id }) => !told.has(id)),
      common.skipped,
      limitedTo(rows),
    ),
    problemList(problems, whereabouts, rows),
  ]);
}

export interface AuditSummaryInput {
  readonly result: AuditResult;
  readonly whereabouts: Whereabouts | null;
  /** List what is in time and exempt too. */
  readonly verbose: boolean;
  /** As for `TextOptions`. */
  readonly selection: readonly string[];
}

/** Of `audit`. */
export function auditSummary({ result, whereabouts, verbose, selection }: AuditSummaryInput): string {
  const { credentials, problems, summary } = result;
  const worst = worstFirst(credentials);
  const lead = credentials.length === 0 ? audit.nothing(result) : audit.summary(summary);
  return fitting((rows) => [
    `## ${escapeMarkdown(audit.title(result.date))}`,
    escapeMarkdown(`${lead} ${audit.source(result)}`),
    ageChart(credentials),
    kindsOf(credentials).length > 1 ? kindTable(result) : '',
    stateTable(worst, ['blocked'], words.blocked, whereabouts, rows),
    stateTable(worst, ['never', 'due'], words.due, whereabouts, rows),
    stateTable(worst, ['held'], words.held, whereabouts, rows),
    verbose ? stateTable(worst, ['exempt', 'ok'], words.others, whereabouts, rows) : '',
    skippedList(summary.notRotatable, audit.notRotatable, limitedTo(rows)),
    problemList(problems, whereabouts, rows),
    credentials.length === 0 ? '' : steps(result, selection),
  ]);
}

function steps(result: AuditResult, selection: readonly string[]): string {
  return nextSteps(result, selection)
    .map(({ say, command }) => `- ${escapeMarkdown(say)}${command === null ? '' : ` ${code(command)}`}`)
    .join('\n');
}

function requestTable(
  requests: readonly PullRequestResult[],
  title: (size: number) => string,
  rows: number,
): string {
  if (requests.length === 0) return '';
  return section(title(requests.length), requests.length, requestRows(requests, rows));
}

function requestRows(requests: readonly PullRequestResult[], rows: number): string {
  const cells = requests.map((each) => [
    code(requestName(each)),
    requestLink(each),
    open.outcomes[each.outcome],
    digits(each.changes.length),
    escapeMarkdown(each.reason ?? ''),
  ]);
  return limited(['namespace', 'pull request', 'outcome', 'credentials', 'why'], cells, rows, [3]);
}

/** What waits has no pull request to link to. */
function deferredRows(requests: readonly PullRequestResult[], rows: number): string {
  const cells = requests.map((each) => [
    code(requestName(each)),
    digits(each.changes.length),
    escapeMarkdown(each.reason ?? ''),
  ]);
  return limited(['namespace', 'credentials', 'why'], cells, rows, [1]);
}

function stateTable(
  credentials: readonly Credential[],
  states: readonly State[],
  title: (size: number) => string,
  whereabouts: Whereabouts | null,
  rows: number,
): string {
  const found = credentials.filter(({ state }) => states.includes(state));
  if (found.length === 0) return '';
  const cells = found.map((each) => [
    code(namespaceName(each)),
    each.kind,
    code(each.module),
    place(shortFile(each), each, whereabouts),
    each.rotatedOn === null && each.value !== null && each.state !== 'never'
      ? code(each.value)
      : rotatedWords(each),
    each.ageDays === null ? '' : digits(each.ageDays),
    escapeMarkdown(each.reasons.map(({ message }) => message).join('; ')),
  ]);
  const header = ['namespace', 'kind', 'module', 'file', 'rotated on', 'days', 'why'];
  return section(title(found.length), found.length, limited(header, cells, rows, [5]));
}

/** A line of a file, as a link to it where there is one. */
function place(
  shown: string,
  { file, line }: { readonly file: string; readonly line: number },
  whereabouts: Whereabouts | null,
): string {
  const text = code(`${shown}:${line}`);
  const blob = whereabouts === null ? null : lineAddress(whereabouts);
  if (blob === null) return text;
  const url = lineUrl(blob, file, line).replace(
    /[()|]/g,
    (character) => `%${character.charCodeAt(0).toString(16)}`,
  );
  return `[${text}](${url})`;
}

function problemList(problems: readonly Problem[], whereabouts: Whereabouts | null, rows: number): string {
  if (problems.length === 0) return '';
  const items = problems
    .slice(0, rows)
    .map((each) => `- ${place(each.file, each, whereabouts)}: ${escapeMarkdown(each.message)}`);
  return `### ${common.problems(problems.length)}\n\n${items.join('\n')}${more(problems.length - rows)}`;
}

/** A long table is folded, so that what follows is seen. */
function section(title: string, size: number, table: string): string {
  return `### ${title}\n\n${size > UNFOLDED ? details(words.unfold, table) : table}`;
}

function folded<T>(
  items: readonly T[],
  title: (size: number) => string,
  content: (items: readonly T[]) => string,
): string {
  return items.length === 0 ? '' : details(title(items.length), content(items));
}

function limited(
  header: readonly string[],
  cells: readonly (readonly string[])[],
  rows: number,
  right: readonly number[] = [],
): string {
  return markdownTable(header, cells.slice(0, rows), right) + more(cells.length - rows);
}

function limitedTo(rows: number) {
  return (header: readonly string[], cells: readonly (readonly string[])[]) => limited(header, cells, rows);
}

function more(left: number): string {
  return left > 0 && Number.isFinite(left) ? `\n\n${words.more(left)}` : '';
}

/** The parts as one text, every list as long as all of it stays below GitHub's limit. */
function fitting(parts: (rows: number) => readonly string[]): string {
  const text = (rows: number): string =>
    `${parts(rows)
      .filter((part) => part !== '')
      .join('\n\n')}\n`;
  for (let rows = Number.POSITIVE_INFINITY; rows > 1; rows = Number.isFinite(rows) ? rows >> 1 : 4096) {
    const whole = text(rows);
    if (bytes(whole) <= MAX_BYTES) return whole;
  }
  return cut(text(1));
}

/** Only where single entries are endless: cut between two parts, where nothing is open. */
function cut(text: string): string {
  const kept: string[] = [];
  let size = bytes(words.cut) + 2;
  for (const part of text.split(/\n\n(?=#)/)) {
    size += bytes(part) + 2;
    if (size > MAX_BYTES) break;
    kept.push(part);
  }
  return `${[...kept, words.cut].join('\n\n')}\n`;
}

function bytes(text: string): number {
  return new TextEncoder().encode(text).length;
}
