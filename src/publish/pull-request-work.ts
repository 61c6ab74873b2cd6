/** What is written to GitHub for one decision. */

import { ok, type Result } from '../result.ts';
import type { Decision } from './decide.ts';
import type { GitHub, PullRequest } from './github.ts';
import type { Seen } from './look.ts';
import { type Marker, parseMarker, withMarker } from './marker.ts';
import type { Proposal } from './proposal.ts';
import { CLOSING, type ClosingReason, commentMark } from './reasons.ts';

export interface PullRequestWork {
  readonly proposal: Proposal;
  readonly decision: Decision;
  readonly seen: Seen;
  /** What the pull request's body will record; null when nothing is created or updated. */
  readonly marker: Marker | null;
  readonly baseBranch: string;
}

/** Does it, and gives the pull request as it is then; null when the decision has none. */
export async function workOn(github: GitHub, work: PullRequestWork): Promise<Result<PullRequest | null>> {
  const { decision } = work;
  switch (decision.do) {
    case 'create':
      return github.create({ ...textOf(work), branch: work.proposal.branch, base: work.baseBranch });
    case 'update': {
      const known = work.seen.pullRequests.get(decision.number);
      const base = known && known.baseBranch !== work.baseBranch ? { base: work.baseBranch } : {};
      const updated = await github.update(decision.number, { ...textOf(work), ...base });
      return updated.ok ? closeAll(github, work, decision.duplicates, updated) : updated;
    }
    case 'unchanged':
      return closeAll(github, work, decision.duplicates, ok(known(work, decision.number)));
    case 'close': {
      const closed = await closeOne(github, work, decision.number, 'nothing-to-rotate');
      return closed.ok ? closeAll(github, work, decision.duplicates, closed) : closed;
    }
    case 'left-alone':
      return ok(decision.number === null ? null : known(work, decision.number));
    case 'delete-branch':
    case 'nothing':
      return ok(null);
  }
}

function known(work: PullRequestWork, number: number): PullRequest | null {
  return work.seen.pullRequests.get(number) ?? null;
}

function textOf({ proposal, marker }: PullRequestWork): { title: string; body: string } {
  if (!marker) throw new Error(`no marker for ${proposal.branch}`);
  return { title: proposal.title, body: withMarker(proposal.body, marker) };
}

async function closeAll(
  github: GitHub,
  work: PullRequestWork,
  numbers: readonly number[],
  result: Result<PullRequest | null>,
): Promise<Result<PullRequest | null>> {
  for (const number of numbers) {
    const closed = await closeOne(github, work, number, 'duplicate');
    if (!closed.ok) return closed;
  }
  return result;
}

/** The reason as a comment, once however often the run is repeated, then closing, with the reason in the marker. */
async function closeOne(
  github: GitHub,
  work: PullRequestWork,
  number: number,
  reason: ClosingReason,
): Promise<Result<PullRequest>> {
  const comments = await github.comments(number);
  if (!comments.ok) return comments;
  const mark = commentMark(reason);
  if (!comments.value.some((body) => body.includes(mark))) {
    const commented = await github.comment(number, `${mark}\n${CLOSING[reason]}\n`);
    if (!commented.ok) return commented;
  }
  const body = known(work, number)?.body ?? '';
  const marker = parseMarker(body) ?? emptyMarker(work);
  return github.update(number, { state: 'closed', body: withMarker(body, { ...marker, closed: reason }) });
}

function emptyMarker({ proposal, seen }: PullRequestWork): Marker {
  const { namespace, cluster } = proposal;
  const head = seen.found.branch?.sha ?? '';
  return { v: 1, namespace, cluster, head, base: seen.branchBase ?? '', files: {}, changes: {} };
}
