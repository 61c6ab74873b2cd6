/** Looking, before deciding: what GitHub and the remote have for each namespace. Writes nothing. */

import { type Failure, ok, type Result } from '../result.ts';
import type { Found, FoundBranch, FoundClosed } from './decide.ts';
import type { GitHub, PullRequest } from './github.ts';
import { type Marker, parseMarker } from './marker.ts';
import { type BranchHead, type Ownership, readOwnership } from './ownership.ts';
import type { Proposal } from './proposal.ts';
import type { Remote, RemoteRefs } from './remote.ts';

export interface Target {
  readonly proposal: Proposal;
  /** What a person closed does not matter then, and is not asked for. */
  readonly askedByName: boolean;
}

export interface Seen {
  readonly found: Found;
  /** By number: everything that `found` speaks of. */
  readonly pullRequests: ReadonlyMap<number, PullRequest>;
  /** The commit on which the branch was built, when it was looked at. */
  readonly branchBase: string | null;
}

export interface LookContext {
  readonly github: GitHub;
  readonly remote: Remote;
  readonly refs: RemoteRefs;
}

/**
 * Finds, for each target, its pull requests, its branch and whose that is.
 *
 * @returns branch → what was seen, or the failure that met this one alone; codes of `GitHub`
 */
export async function look(
  targets: readonly Target[],
  context: LookContext,
): Promise<Result<Map<string, Result<Seen>>>> {
  const { github, refs } = context;
  const withClosed = targets
    .filter((target) => needsClosed(target, refs))
    .map(({ proposal }) => proposal.branch);
  const branches = targets.map(({ proposal }) => proposal.branch);
  const listed = await github.pullRequests(branches, new Set(withClosed));
  if (!listed.ok) return listed;

  const drafts = targets.map((target) => {
    const pullRequests = listed.value.get(target.proposal.branch) ?? [];
    return { target, pullRequests, ...readPullRequests(target.proposal, pullRequests) };
  });
  const heads = drafts.flatMap(({ target, open }): BranchHead[] => {
    const { branch } = target.proposal;
    const sha = refs.branches.get(branch);
    return sha === undefined || open.some(({ marker }) => marker?.head === sha) ? [] : [{ branch, sha }];
  });
  const owned = await ownershipOf(context.remote, heads);

  const seen = new Map<string, Result<Seen>>();
  for (const { target, pullRequests, open, lastClosed } of drafts) {
    const { branch } = target.proposal;
    const owner = owned.get(branch);
    if (owner && !owner.ok) {
      seen.set(branch, owner);
      continue;
    }
    const matters = open.length === 0 && !target.askedByName && target.proposal.changes.length > 0;
    const closed = await readClosed(github, target.proposal, lastClosed, matters);
    if (!closed.ok) {
      seen.set(branch, closed);
      continue;
    }
    const ownership = owner?.value;
    const found: Found = {
      open,
      closed: closed.value,
      branch: foundBranch(refs.branches.get(branch), ownership),
    };
    const byNumber = new Map(pullRequests.map((one) => [one.number, one]));
    seen.set(
      branch,
      ok({ found, pullRequests: byNumber, branchBase: ownership?.ours ? ownership.base : null }),
    );
  }
  return ok(seen);
}

/** Closed ones matter for what may be created, and for whose commits a branch that is there may hold. */
function needsClosed({ proposal, askedByName }: Target, refs: RemoteRefs): boolean {
  return refs.branches.has(proposal.branch) || (proposal.changes.length > 0 && !askedByName);
}

function readPullRequests(proposal: Proposal, pullRequests: readonly PullRequest[]) {
  const open = pullRequests
    .filter(({ state }) => state === 'open')
    .map(({ number, baseBranch, body }) => ({ number, baseBranch, marker: ownMarker(body, proposal) }));
  const lastClosed = pullRequests
    .filter(({ state }) => state === 'closed')
    .reduce<PullRequest | null>(
      (last, one) => (last === null || closedKey(one) > closedKey(last) ? one : last),
      null,
    );
  return { open, lastClosed };
}

/** A marker of another namespace was copied here by a person. */
function ownMarker(body: string, { namespace, cluster }: Proposal): Marker | null {
  const marker = parseMarker(body);
  return marker?.namespace === namespace && marker.cluster === cluster ? marker : null;
}

function closedKey({ closedAt, number }: PullRequest): string {
  return `${closedAt ?? ''} ${String(number).padStart(12, '0')}`;
}

function foundBranch(sha: string | undefined, ownership: Ownership | undefined): FoundBranch | null {
  if (sha === undefined) return null;
  // Not looked at: the pull request's marker records this very commit as ours.
  if (!ownership) return { sha, ours: true, why: null, digest: null };
  if (!ownership.ours) return { sha, ours: false, why: ownership.why, digest: null };
  return { sha, ours: true, why: null, digest: ownership.digest };
}

/** Who closed it is one more request, made only when the decision hangs on it. */
async function readClosed(
  github: GitHub,
  proposal: Proposal,
  last: PullRequest | null,
  matters: boolean,
): Promise<Result<FoundClosed | null>> {
  if (!last) return ok(null);
  const { number, merged, headSha } = last;
  const known = (by: FoundClosed['by']) => ok({ number, merged, headSha, by });
  if (ownMarker(last.body, proposal)?.closed !== undefined) return known('us');
  if (merged || !matters) return known('person');
  if (last.labels.some((label) => label.toLowerCase() === 'stale')) return known('bot');
  const closer = await github.closedBy(number);
  if (!closer.ok) return closer;
  return known(closer.value?.bot ? 'bot' : 'person');
}

/** All at once; when that fails, one by one, so that one branch that moved does not stop the others. */
async function ownershipOf(
  remote: Remote,
  heads: readonly BranchHead[],
): Promise<Map<string, Result<Ownership>>> {
  const result = new Map<string, Result<Ownership>>();
  const together = await readOwnership(remote, heads);
  if (together.ok) {
    for (const { branch, sha } of heads) result.set(branch, pick(together.value, sha));
    return result;
  }
  const common = ['authentication', 'forbidden', 'unreachable'].includes(together.error.code);
  for (const head of heads) {
    const alone: Result<ReadonlyMap<string, Ownership>> = common
      ? together
      : await readOwnership(remote, [head]);
    result.set(head.branch, alone.ok ? pick(alone.value, head.sha) : alone);
  }
  return result;
}

function pick(owned: ReadonlyMap<string, Ownership>, sha: string): Result<Ownership> {
  const ownership = owned.get(sha);
  const missing: Failure = { code: 'git', message: `${sha} could not be read.` };
  return ownership ? ok(ownership) : { ok: false, error: missing };
}
