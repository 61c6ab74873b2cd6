import { tickedBoxes } from '../dashboard/checkboxes.ts';
import { connectDashboard, type DashboardConnection } from '../dashboard/connect.ts';
import { dashboardContent } from '../dashboard/content.ts';
import { decideDashboard } from '../dashboard/decide.ts';
import { type Board, findDashboards, foretell, writeDashboard } from '../dashboard/issue.ts';
import { madeByAnother, NOTHING_TICKED } from '../dashboard/messages.ts';
import { openTicked } from '../dashboard/run.ts';
import { dashboardPages } from '../report/dashboard.ts';
import {
  type BoxResult,
  countEntries,
  type DashboardIssue,
  type DashboardResult,
} from '../results/dashboard.ts';
import { fail, ok, type Result } from '../util/result.ts';
import type { OpenOptions } from './open.ts';
import type { Say } from './options.ts';
import { surveyBase } from './read/base-branch.ts';
import { resolveDate } from './read/tree.ts';
import { connect } from './run/connect.ts';

export interface DashboardOptions extends OpenOptions {
  /** Open the pull requests of the ticked boxes first. */
  readonly run: boolean;
  /** Make an issue also where a person closed the last. */
  readonly anew: boolean;
  /** Say what would be done, and write nothing. */
  readonly dryRun: boolean;
}

/** What a run gives back. */
export interface DashboardRun {
  readonly result: DashboardResult;
  /** The text of the issue, page by page; empty when it was not made. */
  readonly pages: readonly string[];
}

/**
 * Brings the dashboard's issue up to date. What it tells is always the whole estate: another selection would make
 * another text of the one issue.
 */
export async function dashboard(given: DashboardOptions, say: Say): Promise<Result<DashboardRun>> {
  const { kinds } = given.selection;
  const everything = { namespaces: [], clusters: [], modules: [], teams: [], production: null };
  const options = { ...given, all: true, selected: true, selection: { ...everything, kinds, due: true } };
  const date = resolveDate(options);
  if (!date.ok) return date;
  const connected = await connectDashboard(options, say);
  if (!connected.ok) return connected;
  const { issues, login } = connected.value;
  let boxes: readonly string[] = [];
  if (options.run) {
    const board = await findDashboards(issues, login);
    if (!board.ok) return board;
    boxes = tickedOn(board.value);
    if (boxes.length === 0) return ok({ result: nothingTicked(board.value, date.value), pages: [] });
  }
  return refresh(options, connected.value, boxes, say);
}

function tickedOn({ found: { open } }: Board): readonly string[] {
  return [...new Set((open?.pages ?? []).flatMap(({ body }) => tickedBoxes(body)))];
}

async function refresh(
  options: DashboardOptions,
  { issues, login }: DashboardConnection,
  boxes: readonly string[],
  say: Say,
): Promise<Result<DashboardRun>> {
  const surveyed = await surveyBase(options, { source: 'remote', versions: 'latest' }, say);
  if (!surveyed.ok) return surveyed;
  const read = surveyed.value;
  const opened = boxes.length === 0 ? ok([]) : await openTicked(boxes, read, options, say);
  if (!opened.ok) return opened;
  const { fork } = options.request;
  const connected = await connect(read, { ...options, fork, writes: false }, say);
  if (!connected.ok) return connected;
  say('looking at the pull requests');
  const content = await dashboardContent(read, connected.value, options, say);
  if (!content.ok) return content;
  const pages = dashboardPages(content.value);

  // only now: a box that was ticked meanwhile keeps its tick
  const board = await findDashboards(issues, login);
  if (!board.ok) return board;
  for (const number of board.value.strangers) {
    say(madeByAnother(number));
  }
  const decision = decideDashboard(board.value.found, {
    pages,
    handled: new Set(opened.value.filter(({ ticked }) => !ticked).map(({ box }) => box)),
    anew: options.anew,
    stamp: { asOf: read.date, base: read.base.sha },
  });
  const issue = options.dryRun
    ? foretell(decision, pages.length)
    : await writeDashboard(issues, decision, pages.length);
  // nothing was written and nothing opened: it could not run
  if (issue.outcome === 'failed' && issue.number === null && opened.value.length === 0) {
    return fail('not-written', issue.reason);
  }
  const { maxAgeDays: _, ...told } = content.value;
  return ok({
    result: resultOf(read.date, read.base.sha, issue, opened.value, told, read.survey.problems),
    pages,
  });
}

type Told = Pick<DashboardResult, 'entries' | 'totals' | 'credentials' | 'namespaces'>;

function resultOf(
  date: string,
  base: string | null,
  issue: DashboardIssue,
  boxes: readonly BoxResult[],
  { credentials, namespaces, totals, entries }: Told,
  problems: DashboardResult['problems'],
): DashboardResult {
  return { schemaVersion: 1, date, base, issue, boxes, credentials, namespaces, totals, entries, problems };
}

/** Nothing was to be read then, so nothing is told. */
function nothingTicked({ found: { open } }: Board, date: string): DashboardResult {
  const issue: DashboardIssue =
    open === null
      ? { number: null, url: null, outcome: 'left-alone', reason: NOTHING_TICKED.noIssue, pages: 0 }
      : {
          number: open.number,
          url: open.url,
          outcome: 'unchanged',
          reason: NOTHING_TICKED.noTick,
          pages: open.pages.length,
        };
  const none: Told = { entries: [], totals: countEntries([]), credentials: 0, namespaces: 0 };
  return resultOf(date, null, issue, [], none, []);
}
