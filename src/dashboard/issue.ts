/** The dashboard's issue on GitHub: finding it, and carrying out what was decided. */

import type { Issue, Issues } from '../github/issues.ts';
import type { DashboardIssue } from '../results/dashboard.ts';
import { type Failure, ok, type Result } from '../util/result.ts';
import {
  type DashboardDecision,
  type DashboardUpdate,
  type FoundDashboard,
  type FoundDashboards,
  isRetired,
  pageOf,
  retiredBody,
} from './decide.ts';
import { duplicateOf, ISSUE_REASONS } from './messages.ts';

const DASHBOARD_LABEL = 'rotate-pr-dashboard';
const DASHBOARD_TITLE = 'Credential rotation';
const COLOR = '5319e7';
/** The first line of the comment on a dashboard that is one too many. */
const RETIRED_MARK = '<!-- rotate-pr:comment duplicate-dashboard -->';

/** What was found, and what the run should tell of it. */
export interface Board {
  readonly found: FoundDashboards;
  /** Numbers of open issues that look like the dashboard and were made by another account. */
  readonly strangers: readonly number[];
}

/**
 * Finds the dashboard: an issue with our label and our mark, or at least our title, that this very account made. Only
 * the account's own comments are pages of it: anybody may comment on an issue of a public repository.
 *
 * @param login whose token it is
 * @returns codes of `GitHub`
 */
export async function findDashboards(issues: Issues, login: string): Promise<Result<Board>> {
  const listed = await issues.labelled(DASHBOARD_LABEL);
  if (!listed.ok) return listed;
  const isOwn = ({ author }: { readonly author: string | null }): boolean =>
    author?.toLowerCase() === login.toLowerCase();
  const all = listed.value.filter(({ title, body }) => pageOf(body) !== null || title === DASHBOARD_TITLE);
  const own = all.filter((one) => isOwn(one) && !isRetired(one.body));
  const open = own.filter(({ state }) => state === 'open');
  const strangers = all.filter((one) => one.state === 'open' && !isOwn(one)).map(({ number }) => number);
  const withPages = async (issue: Issue): Promise<Result<FoundDashboard>> => {
    const { number, url, body } = issue;
    const comments = await issues.comments(number);
    if (!comments.ok) return comments;
    const pages = comments.value.filter(isOwn).flatMap((comment) => {
      const page = pageOf(comment.body);
      return page === null ? [] : [{ id: comment.id, page, body: comment.body }];
    });
    return ok({ number, url, pages: [{ id: null, page: 1, body }, ...pages] });
  };

  const [oldest, ...others] = open;
  if (oldest !== undefined) {
    const kept = await withPages(oldest);
    if (!kept.ok) return kept;
    const duplicates = others.map(({ number }) => number);
    return ok({ found: { open: kept.value, duplicates, closed: null }, strangers });
  }
  const last = own.reduce<Issue | null>(
    (latest, one) => (latest === null || (one.closedAt ?? '') >= (latest.closedAt ?? '') ? one : latest),
    null,
  );
  if (last === null) return ok({ found: { open: null, duplicates: [], closed: null }, strangers });
  const closer = await issues.closedBy(last.number);
  if (!closer.ok) return closer;
  const by = closer.value?.bot === true ? 'bot' : 'person';
  const closed = await withPages(last);
  if (!closed.ok) return closed;
  return ok({ found: { open: null, duplicates: [], closed: { ...closed.value, by } }, strangers });
}

/** What a decision would come to, in a run that writes nothing. */
export function foretell(decision: DashboardDecision, pages: number): DashboardIssue {
  const said = told(decision, pages);
  return said.outcome === 'created' || said.outcome === 'updated' ? { ...said, outcome: 'planned' } : said;
}

/**
 * Carries out a decision. What fails is told as the outcome: what was written before stays, and the next run finds it
 * and writes the rest.
 *
 * @param pages how many the dashboard has
 */
export async function writeDashboard(
  issues: Issues,
  decision: DashboardDecision,
  pages: number,
): Promise<DashboardIssue> {
  if (decision.do === 'create') return create(issues, decision, pages);
  const said = told(decision, pages);
  if (decision.do !== 'update') return said;
  const failure = (await change(issues, decision)) ?? (await retire(issues, decision));
  return failure === null ? said : { ...said, outcome: 'failed', reason: failure.message };
}

function told(decision: DashboardDecision, pages: number): DashboardIssue {
  switch (decision.do) {
    case 'create':
      return { number: null, url: null, outcome: 'created', reason: ISSUE_REASONS[decision.why], pages };
    case 'update':
      return { ...placeOf(decision), outcome: 'updated', reason: ISSUE_REASONS[decision.why], pages };
    case 'unchanged':
      return { ...placeOf(decision), outcome: 'unchanged', reason: ISSUE_REASONS.unchanged, pages };
    case 'left-alone':
      return { ...placeOf(decision), outcome: 'left-alone', reason: ISSUE_REASONS[decision.why], pages: 0 };
  }
}

function placeOf({ number, url }: { readonly number: number; readonly url: string }) {
  return { number, url };
}

async function create(
  issues: Issues,
  decision: Extract<DashboardDecision, { readonly do: 'create' }>,
  pages: number,
): Promise<DashboardIssue> {
  const said = told(decision, pages);
  const failed = ({ message }: Failure): DashboardIssue => ({ ...said, outcome: 'failed', reason: message });
  const description = 'The dashboard of rotate-pr, which finds it by this label';
  const label = await issues.createLabel({ name: DASHBOARD_LABEL, color: COLOR, description });
  if (!label.ok) return failed(label.error);
  const [body = '', ...others] = decision.pages;
  const made = await issues.create({ title: DASHBOARD_TITLE, body, labels: [DASHBOARD_LABEL] });
  if (!made.ok) return failed(made.error);
  const place = placeOf(made.value);
  for (const page of others) {
    const written = await issues.comment(place.number, page);
    if (!written.ok) return { ...failed(written.error), ...place };
  }
  return { ...said, ...place };
}

/** The pages that are wanted first: while a line is on two of them it can still be ticked, and counts once. */
async function change(issues: Issues, decision: DashboardUpdate): Promise<Failure | null> {
  const { number, body, why, comments, surplus } = decision;
  for (const page of comments) {
    const written =
      page.id === null
        ? await issues.comment(number, page.body)
        : await issues.updateComment(page.id, page.body);
    if (!written.ok) return written.error;
  }
  if (body !== null || why === 'closed-by-bot') {
    const text = body === null ? {} : { body };
    const reopened = why === 'closed-by-bot' ? ({ state: 'open' } as const) : {};
    const written = await issues.update(number, { ...text, ...reopened });
    if (!written.ok) return written.error;
  }
  for (const id of surplus) {
    const deleted = await issues.deleteComment(id);
    // another run, or a person, was faster
    if (!deleted.ok && deleted.error.code !== 'not-found') return deleted.error;
  }
  return null;
}

/** Closes what is one too many, with a comment that a run that was cut short does not leave twice. */
async function retire(
  issues: Issues,
  { number: kept, duplicates }: DashboardUpdate,
): Promise<Failure | null> {
  for (const number of duplicates) {
    const comments = await issues.comments(number);
    if (!comments.ok) return comments.error;
    if (!comments.value.some(({ body }) => body.startsWith(RETIRED_MARK))) {
      const said = await issues.comment(number, `${RETIRED_MARK}\n${duplicateOf(kept)}`);
      if (!said.ok) return said.error;
    }
    const closed = await issues.update(number, { body: retiredBody(kept), state: 'closed' });
    if (!closed.ok) return closed.error;
  }
  return null;
}
