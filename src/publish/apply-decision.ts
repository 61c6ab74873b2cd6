/** What is written to GitHub for one decision. */

import type { Sleep } from '../github/client.ts';
import type { GitHub, PullRequest, PullRequestText } from '../github/github.ts';
import { type Failure, ok, type Result } from '../util/result.ts';
import { composeText } from './body.ts';
import type { Decision } from './decide.ts';
import { type Marker, parseMarker, withMarker } from './marker.ts';
import { CLOSING, type ClosingReason, commentMark, TOLD, type ToldReason } from './messages.ts';
import { type Dresser, type DressOptions, isAskedAnew } from './metadata.ts';
import type { ObservedPullRequest } from './observe.ts';
import { NO_READERS, type Proposal } from './proposal.ts';

export interface PullRequestWork {
  readonly proposal: Proposal;
  readonly decision: Decision;
  readonly seen: ObservedPullRequest;
  /** What the pull request's body will record; null when nothing is created or updated. */
  readonly marker: Marker | null;
  readonly baseBranch: string;
  readonly dress: DressOptions;
}

/** Waits before another try; false when there is to be none. */
export type Backoff = (attempt: number) => Promise<boolean>;

/** Milliseconds before each further try. */
const RETRY_MS = [1_000, 2_000, 4_000, 8_000, 15_000];
/** Tries of a run: what GitHub does not see after so many is not on its way. */
const MAX_RETRIES = 15;

/** Waits longer from try to try, and no more than a few minutes in a run. */
export function createBackoff(sleep: Sleep): Backoff {
  let left = MAX_RETRIES;
  return async (attempt) => {
    const wait = RETRY_MS[attempt];
    if (wait === undefined || left === 0) return false;
    left -= 1;
    await sleep(wait);
    return true;
  };
}

/** Does it, and gives the pull request as it is then; null when the decision has none. */
export async function workOn(
  github: GitHub,
  dresser: Dresser,
  work: PullRequestWork,
  backoff: Backoff,
): Promise<Result<PullRequest | null>> {
  const { decision, proposal } = work;
  switch (decision.do) {
    case 'create': {
      const text = textOf(work, null);
      const wanted = { title: proposal.title, body: text.body };
      const created = await create(github, dresser, work, wanted, backoff);
      if (created.ok) await dressIfBare(dresser, created.value, proposal, text.marker);
      return created;
    }
    case 'update': {
      const there = known(work, decision.number);
      const base = there && there.baseBranch !== work.baseBranch ? { base: work.baseBranch } : {};
      const { marker, ...text } = textOf(work, there);
      if (there !== null) remarkDraft(dresser, there, work);
      const updated = await github.update(decision.number, { ...text, ...base });
      if (!updated.ok) return updated;
      await dressIfBare(dresser, updated.value, proposal, marker);
      return closeAll(github, work, decision.duplicates, updated);
    }
    case 'unchanged': {
      const there = known(work, decision.number);
      if (there !== null) await dressIfAsked(dresser, there, work);
      return closeAll(github, work, decision.duplicates, ok(there));
    }
    case 'close': {
      const reason = proposal.closing ?? 'nothing-to-rotate';
      const closed = await closeOne(github, work, decision.number, reason);
      const others = reason === 'taken-back' ? reason : 'duplicate';
      return closed.ok ? closeAll(github, work, decision.duplicates, closed, others) : closed;
    }
    case 'left-alone': {
      if (decision.number === null) return ok(null);
      if (decision.tell && decision.why === 'foreign-commits') {
        const told = await commentOnce(
          github,
          decision.number,
          decision.why,
          TOLD[decision.why],
          known(work, decision.number)?.author ?? null,
        );
        if (!told.ok) return told;
      }
      return ok(known(work, decision.number));
    }
    case 'delete-branch':
    case 'nothing':
      return ok(null);
  }
}

/** A repository without drafts (private, on GitHub's free plan) gets an ordinary one. */
async function create(
  github: GitHub,
  dresser: Dresser,
  { dress: { draft }, baseBranch: base, proposal }: PullRequestWork,
  text: PullRequestText,
  backoff: Backoff,
): Promise<Result<PullRequest>> {
  const wanted = { ...text, branch: proposal.branch, base };
  let created = await github.create({ ...wanted, draft });
  for (let attempt = 0; !created.ok && isUnseenPush(created.error) && (await backoff(attempt)); attempt++) {
    created = await github.create({ ...wanted, draft });
  }
  const noDrafts =
    !created.ok && created.error.code === 'validation' && /draft pull requests/i.test(created.error.message);
  if (!draft || !noDrafts) return created;
  dresser.remark('The repository has no draft pull requests: they are opened as ordinary ones.');
  return github.create({ ...wanted, draft: false });
}

/**
 * The API may lag behind git: for moments it does not know the branch that was pushed ("head invalid"), or has it where it
 * was before ("No commits between").
 */
function isUnseenPush({ code, message }: Failure): boolean {
  return code === 'validation' && /\bhead invalid\b|No commits between/i.test(message);
}

async function dressIfBare(
  dresser: Dresser,
  pullRequest: PullRequest,
  proposal: Proposal,
  marker: Marker | null,
): Promise<void> {
  if (marker?.undressed === true) await dresser.dress(pullRequest, proposal, marker);
}

/** What a run asks for reaches pull requests that are open already, once; what people took away since stays away. */
async function dressIfAsked(dresser: Dresser, there: PullRequest, work: PullRequestWork): Promise<void> {
  const { proposal, dress } = work;
  const marker = parseMarker(there.body);
  remarkDraft(dresser, there, work);
  if (marker === null) return;
  if (!isAskedAnew(marker, there, proposal.readers ?? NO_READERS, dress))
    return dressIfBare(dresser, there, proposal, marker);
  const { missing: _, ...whole } = marker;
  await dressIfBare(dresser, there, proposal, { ...whole, undressed: true });
}

function remarkDraft(dresser: Dresser, there: PullRequest, { dress }: PullRequestWork): void {
  if (dress.draft && !there.draft)
    dresser.remark(
      'Pull requests that are open already stay as they are: only new ones are opened as drafts.',
    );
}

function known(work: PullRequestWork, number: number): PullRequest | null {
  return work.seen.pullRequests.get(number) ?? null;
}

/** @param there the pull request as it was found: what people wrote in it stays */
function textOf({ proposal, marker }: PullRequestWork, there: PullRequest | null) {
  if (!marker) throw new Error(`no marker for ${proposal.branch}`);
  const previous =
    there === null ? null : { title: there.title, body: there.body, marker: parseMarker(there.body) };
  return composeText(previous, proposal, marker);
}

async function closeAll(
  github: GitHub,
  work: PullRequestWork,
  numbers: readonly number[],
  result: Result<PullRequest | null>,
  reason: ClosingReason = 'duplicate',
): Promise<Result<PullRequest | null>> {
  for (const number of numbers) {
    const closed = await closeOne(github, work, number, reason);
    if (!closed.ok) return closed;
  }
  return result;
}

/** A comment that is known by its first line, once however often the run is repeated. */
async function commentOnce(
  github: GitHub,
  number: number,
  reason: ClosingReason | ToldReason,
  text: string,
  author: string | null,
): Promise<Result<void>> {
  const comments = await github.comments(number);
  if (!comments.ok) return comments;
  const mark = commentMark(reason);
  const wanted = `${mark}\n${text}`;
  // a mark alone, under somebody else's words, tells nobody anything
  const told = comments.value.some(
    ({ author: by, body }) => body.includes(mark) && (by === author || body.trim() === wanted.trim()),
  );
  return told ? ok(undefined) : github.comment(number, `${wanted}\n`);
}

/** The reason as a comment, then closing, with the reason in the marker. */
async function closeOne(
  github: GitHub,
  work: PullRequestWork,
  number: number,
  reason: ClosingReason,
): Promise<Result<PullRequest>> {
  const { closingNote } = work.proposal;
  const text = closingNote === undefined ? CLOSING[reason] : `${CLOSING[reason]}\n\n${closingNote}`;
  const commented = await commentOnce(github, number, reason, text, known(work, number)?.author ?? null);
  if (!commented.ok) return commented;
  const body = known(work, number)?.body ?? '';
  const marker = parseMarker(body) ?? emptyMarker(work);
  return github.update(number, { state: 'closed', body: withMarker(body, { ...marker, closed: reason }) });
}

function emptyMarker({ proposal, seen }: PullRequestWork): Marker {
  const { namespace, cluster, group } = proposal;
  const head = seen.found.branch?.sha ?? '';
  const owner = { namespace, cluster, ...(group === null ? {} : { group }) };
  return { v: 1, ...owner, head, base: seen.branchBase ?? '', files: {}, changes: {} };
}
