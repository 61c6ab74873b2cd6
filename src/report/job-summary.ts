/** The summary that GitHub shows of a job: what was done, what waits, and what somebody has to fix, each with its link. */
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
import {
  auditTitle,
  auditTotal,
  kindTable,
  messages,
  nextSteps,
  notRotatableTitle,
  rotatedCell,
  sourceSentence,
} from './audit.ts';
import {
  type Block,
  type Column,
  type Inline,
  type LinkedProblem,
  problems,
  section,
  table,
} from './document.ts';
import { type Bounds, fitMarkdown } from './fitting.ts';
import { count, digits, namespaceName, requestName, shortFile } from './format.ts';
import { lineAddress, lineUrl } from './html/addresses.ts';
import { requestLink, skippedBlocks } from './parts.ts';
import { OUTCOME_WORDS, openTotal, PREVIEW_WORDS } from './pull-requests.ts';
import { worstFirst } from './worst-first.ts';

/** GitHub refuses a summary of more than 1 MiB a step (docs.github.com, "Workflow commands for GitHub Actions"). */
const SUMMARY: Bounds = {
  most: 1_000_000,
  sizeOf: (text) => new TextEncoder().encode(text).length,
  // rows that are shown without a click
  unfolded: 50,
  cut: 'This summary was too long for GitHub and is cut here: `rotate-pr audit` and `rotate-pr open --format markdown` show all of it.',
};

export interface OpenSummaryInput {
  readonly result: OpenResult;
  /** Of the namespaces that the run was about; empty where that is not known. */
  readonly credentials: readonly Credential[];
  readonly stopped: boolean;
  /** Nothing was written: it is what a run would do. */
  readonly preview: boolean;
  readonly whereabouts: Whereabouts | null;
}

/** Of `open` and of `plan`. */
export function openSummary(input: OpenSummaryInput): string {
  const { result, credentials, stopped, preview, whereabouts } = input;
  const words = preview ? PREVIEW_WORDS : OUTCOME_WORDS;
  const { pullRequests, skipped } = result;
  const of = (...wanted: readonly Outcome[]) =>
    pullRequests.filter(({ outcome }) => wanted.includes(outcome));
  const listed = worstFirst(credentials).filter(({ state }) => state === 'held' || state === 'blocked');
  const told = new Set(listed.map(({ id }) => id));
  return fitMarkdown(SUMMARY, {
    title: `Pull requests on ${result.date}`,
    totals: [openTotal(pullRequests, words)],
    blocks: [
      ...(stopped ? [STOPPED] : []),
      ...chart(credentials),
      ...requestSection(preview ? 'Would fail' : 'Failed', of('failed'), words),
      ...requestSection(
        preview ? 'Would be opened or changed' : 'Opened or changed',
        of('planned', 'created', 'updated', 'closed'),
        words,
      ),
      ...requestSection('Left alone', of('left-alone'), words),
      ...folded('Open and unchanged', of('unchanged'), (found) => requestTable(found, words)),
      ...folded('Waiting for their turn', of('deferred'), deferredTable),
      ...stateSection('Blocked: fix first', listed, ['blocked'], whereabouts),
      ...stateSection('On hold', listed, ['held'], whereabouts),
      ...skippedBlocks(skipped.filter(({ id }) => !told.has(id))),
      ...problems(linked(result.problems, whereabouts)),
    ],
    steps: [],
  });
}

const STOPPED: Block = {
  type: 'warning',
  text: 'The run ended early: GitHub takes no more now, or refuses the token. The next run goes on where it ended.',
};

export interface AuditSummaryInput {
  readonly result: AuditResult;
  readonly whereabouts: Whereabouts | null;
  /** List what is in time and exempt too. */
  readonly verbose: boolean;
  /** Of this run as command-line arguments. */
  readonly selection: readonly string[];
}

/** Of `audit`. */
export function auditSummary({ result, whereabouts, verbose, selection }: AuditSummaryInput): string {
  const { credentials, summary } = result;
  const worst = worstFirst(credentials);
  return fitMarkdown(SUMMARY, {
    title: auditTitle(result.date),
    totals: [auditTotal(result), sourceSentence(result)],
    blocks: [
      ...chart(credentials),
      ...kindTable(result),
      ...stateSection('Blocked: fix first', worst, ['blocked'], whereabouts),
      ...stateSection('Due', worst, ['never', 'due'], whereabouts),
      ...stateSection('On hold', worst, ['held'], whereabouts),
      ...(verbose ? stateSection('In time or exempt', worst, ['exempt', 'ok'], whereabouts) : []),
      ...skippedBlocks(summary.notRotatable, notRotatableTitle(result)),
      ...problems(linked(result.problems, whereabouts)),
    ],
    steps: credentials.length === 0 ? [] : nextSteps(result, selection),
  });
}

function chart(credentials: readonly Credential[]): readonly Block[] {
  return [{ type: 'code', language: 'mermaid', content: ageChart(credentials) }];
}

type Words = typeof OUTCOME_WORDS;

function requestSection(
  title: string,
  requests: readonly PullRequestResult[],
  words: Words,
): readonly Block[] {
  return section(`${title}: ${count(requests.length, 'pull request')}`, ...requestTable(requests, words));
}

function folded(
  title: string,
  requests: readonly PullRequestResult[],
  blocks: (requests: readonly PullRequestResult[]) => readonly Block[],
): readonly Block[] {
  const summary = `${title}: ${count(requests.length, 'pull request')}`;
  return requests.length === 0 ? [] : [{ type: 'details', summary, blocks: blocks(requests) }];
}

function requestTable(requests: readonly PullRequestResult[], words: Words): readonly Block[] {
  const columns: readonly Column[] = [
    { title: 'namespace' },
    { title: 'pull request' },
    { title: 'outcome' },
    { title: 'credentials', align: 'right' },
    { title: 'reason' },
  ];
  const rows = requests.map((each): readonly Inline[] => [
    [{ name: requestName(each) }],
    requestLink(each),
    words[each.outcome],
    digits(each.changes.length),
    each.reason ?? '',
  ]);
  return table(columns, rows);
}

/** What waits has no pull request to link to. */
function deferredTable(requests: readonly PullRequestResult[]): readonly Block[] {
  const columns: readonly Column[] = [
    { title: 'namespace' },
    { title: 'credentials', align: 'right' },
    { title: 'reason' },
  ];
  return table(
    columns,
    requests.map((each) => [[{ name: requestName(each) }], digits(each.changes.length), each.reason ?? '']),
  );
}

const STATE_COLUMNS: readonly Column[] = [
  { title: 'namespace' },
  { title: 'kind' },
  { title: 'module' },
  { title: 'file' },
  { title: 'rotated on' },
  { title: 'days', align: 'right' },
  { title: 'reason' },
];

function stateSection(
  title: string,
  credentials: readonly Credential[],
  states: readonly State[],
  whereabouts: Whereabouts | null,
): readonly Block[] {
  const found = credentials.filter(({ state }) => states.includes(state));
  const rows = found.map((each) => [
    [{ name: namespaceName(each) }],
    each.kind,
    [{ name: each.module }],
    [{ name: `${shortFile(each)}:${each.line}`, url: urlOf(each, whereabouts) }],
    rotatedCell(each),
    each.ageDays === null ? '' : digits(each.ageDays),
    messages(each.reasons),
  ]);
  return section(`${title}: ${count(found.length, 'credential')}`, ...table(STATE_COLUMNS, rows));
}

function linked(all: readonly Problem[], whereabouts: Whereabouts | null): readonly LinkedProblem[] {
  return all.map((each) => ({ ...each, url: urlOf(each, whereabouts) }));
}

/** The address of a line of a file, where there is one. */
function urlOf(
  { file, line }: { readonly file: string; readonly line: number },
  whereabouts: Whereabouts | null,
): string | null {
  const blob = whereabouts === null ? null : lineAddress(whereabouts);
  return blob === null ? null : lineUrl(blob, file, line);
}
