/** Looking, before deciding: what GitHub and the remote have for each pull request that is wanted. Writes nothing. */
import { tryGit } from '../git/process.ts';
import type { GitHub, PullRequest } from '../github/github.ts';
import { rememberedUntil } from '../rotation/cooldown.ts';
import { type Day, dayInLondon, readDate } from '../util/dates.ts';
import { type Failure, ok, type Result } from '../util/result.ts';
import { type BranchHead, type Ownership, readOwnership } from './branch-ownership.ts';
import type { Found, FoundBranch, FoundClosed } from './decide.ts';
import { type Marker, parseMarker } from './marker.ts';
import type { Owner } from './proposal.ts';
import type { Base, Remote, RemoteRefs } from './remote.ts';

/** A credential that is to be rotated. */
export interface WantedCredential {
  /** The value that would be written. */
  readonly to: string;
  /** The first day on which it is due; null when it always was. */
  readonly due: Day | null;
  readonly maxAgeDays: number;
}

export interface Target extends Owner {
  readonly branch: string;
  /** By id; empty when nothing is wanted of it. */
  readonly wanted: ReadonlyMap<string, WantedCredential>;
  /** What a person closed does not matter then, and is not asked for. */
  readonly askedByName: boolean;
}

export interface ObservedPullRequest {
  readonly found: Found;
  /** By number: everything that `found` speaks of. */
  readonly pullRequests: ReadonlyMap<number, PullRequest>;
  /** The commit on which the branch was built, when it was looked at. */
  readonly branchBase: string | null;
  /** When the last commit of the branch was written first; absent where there is no branch. */
  readonly branchAuthoredAt?: Date;
  /** Wanted credentials that a person's closing keeps back → until when. */
  readonly remembered: ReadonlyMap<string, Day>;
}

export interface ObserveContext {
  readonly github: GitHub;
  /** Where our branches are. */
  readonly remote: Remote;
  readonly refs: RemoteRefs;
  readonly base: Base;
  /** The day of the run: a closing is remembered from there. */
  readonly today: Day;
  readonly now: Date;
  /** Look at every pull request of ours, also of branches that are no target: for counts. */
  readonly everything: boolean;
}

export interface ObservedState {
  /** By branch; the error side is a failure that met this one alone. */
  readonly seen: ReadonlyMap<string, Result<ObservedPullRequest>>;
  /** With `everything`, all that are open, and those closed within the last day. */
  readonly sightings: ListedPullRequests;
}

/**
 * Finds, for each target, its pull requests, its branch and whose that is.
 *
 * @returns codes of `GitHub`
 */
export async function observe(
  targets: readonly Target[],
  context: ObserveContext,
): Promise<Result<ObservedState>> {
  const sighted = await listPullRequests(targets, context);
  if (!sighted.ok) return sighted;
  const sightings = sighted.value;

  const drafts = targets.map((target) => {
    const open = (sightings.open.get(target.branch) ?? []).map((pull) => ({
      number: pull.number,
      baseBranch: pull.baseBranch,
      marker: ownMarker(pull.body, target),
    }));
    return { target, open, lastClosed: lastOf(sightings.closed.get(target.branch) ?? []) };
  });
  // also of those that a marker calls ours: whoever may edit a pull request may edit its marker
  const heads = targets.flatMap(({ branch }): BranchHead[] => {
    const sha = context.refs.branches.get(branch);
    return sha === undefined ? [] : [{ branch, sha }];
  });
  const owned = await ownershipOf(context.remote, heads, context.base.sha);

  const seen = new Map<string, Result<ObservedPullRequest>>();
  for (const { target, open, lastClosed } of drafts) {
    const { branch } = target;
    const owner = owned.get(branch);
    if (owner && !owner.ok) {
      seen.set(branch, owner);
      continue;
    }
    const closed = await readClosed(target, open.length === 0 ? lastClosed : null, lastClosed, context);
    if (!closed.ok) {
      seen.set(branch, closed);
      continue;
    }
    const ownership = owner?.value;
    const found: Found = {
      open,
      closed: closed.value.closed,
      branch: foundBranch(context.refs.branches.get(branch), ownership),
    };
    const pulls = [...(sightings.open.get(branch) ?? []), ...(sightings.closed.get(branch) ?? [])];
    seen.set(
      branch,
      ok({
        found,
        pullRequests: new Map(pulls.map((one) => [one.number, one])),
        branchBase: ownership?.ours ? ownership.base : null,
        ...(ownership === undefined ? {} : { branchAuthoredAt: ownership.authoredAt }),
        remembered: closed.value.remembered,
      }),
    );
  }
  return ok({ seen, sightings });
}

/**
 * Since when a pull request could not be opened: a branch without one is the memory of that, be it of earlier runs or
 * somebody's. Null where nothing tells.
 */
export function triedSince({ found, branchAuthoredAt }: ObservedPullRequest): Date | null {
  const { open, branch, closed } = found;
  const isAlone = open.length === 0 && branch !== null && branch.sha !== closed?.headSha;
  return isAlone ? (branchAuthoredAt ?? null) : null;
}

/** A marker of another namespace was copied here by a person. */
function ownMarker(body: string, owner: Owner): Marker | null {
  const marker = parseMarker(body);
  return marker !== null && isOf(marker, owner) ? marker : null;
}

/** Whether a marker speaks of this namespace or group. */
function isOf(marker: Marker, { namespace, cluster, group }: Owner): boolean {
  return marker.namespace === namespace && marker.cluster === cluster && (marker.group ?? null) === group;
}

function lastOf(closed: readonly PullRequest[]): PullRequest | null {
  const key = ({ closedAt, number }: PullRequest): string =>
    `${closedAt ?? ''} ${String(number).padStart(12, '0')}`;
  return closed.reduce<PullRequest | null>(
    (last, one) => (last === null || key(one) > key(last) ? one : last),
    null,
  );
}

function foundBranch(sha: string | undefined, ownership: Ownership | undefined): FoundBranch | null {
  if (sha === undefined || !ownership) return null;
  if (!ownership.ours) return { sha, ours: false, why: ownership.why, digest: null };
  return { sha, ours: true, why: null, digest: ownership.digest, commit: ownership.commit };
}

interface Closed {
  readonly closed: FoundClosed | null;
  readonly remembered: ReadonlyMap<string, Day>;
}

const NOT_REMEMBERED: ReadonlyMap<string, Day> = new Map();

/**
 * Who closed it is one more request, made only when the decision hangs on it.
 *
 * @param deciding the pull request that was closed last, null when another one is open
 */
async function readClosed(
  target: Target,
  deciding: PullRequest | null,
  last: PullRequest | null,
  context: ObserveContext,
): Promise<Result<Closed>> {
  if (!last) return ok({ closed: null, remembered: NOT_REMEMBERED });
  const { number, merged, headSha } = last;
  const marker = ownMarker(last.body, target);
  const known = (by: FoundClosed['by'], part: Partial<FoundClosed> = {}, remembered = NOT_REMEMBERED) =>
    ok({ closed: { number, merged, headSha, by, until: null, landing: false, ...part }, remembered });
  const takenBack = marker?.closed === 'taken-back';
  // A person took it back: that counts like any closing of a person's as long as something is wanted of it.
  if (marker?.closed !== undefined && !(takenBack && target.wanted.size > 0)) return known('us');
  if (deciding === null || target.wanted.size === 0) return known('person');
  if (merged) return known('person', { landing: await isLanding(deciding, marker, target, context) });
  const remembered = target.askedByName
    ? NOT_REMEMBERED
    : rememberedIds(deciding, marker, target, context.today);
  if (remembered.size === 0) return known('person');
  if (!takenBack) {
    if (last.labels.some((label) => label.toLowerCase() === 'stale')) return known('bot');
    const closer = await context.github.closedBy(number);
    if (!closer.ok) return closer;
    if (closer.value?.bot) return known('bot');
  }
  const all = [...target.wanted.keys()].every((id) => remembered.has(id));
  const until = all ? ([...remembered.values()].sort()[0] ?? null) : null;
  return known('person', { until }, remembered);
}

/** One without a marker of ours says nothing of what it rotated: then its closing concerns everything that is wanted. */
function rememberedIds(
  { closedAt }: PullRequest,
  marker: Marker | null,
  { wanted }: Target,
  today: Day,
): ReadonlyMap<string, Day> {
  const closedOn = closedAt === null ? today : dayInLondon(new Date(closedAt));
  const remembered = new Map<string, Day>();
  for (const [id, { due, maxAgeDays }] of wanted) {
    if (marker !== null && !Object.hasOwn(marker.changes, id)) continue;
    const until = rememberedUntil(closedOn, due, maxAgeDays);
    if (today < until) remembered.set(id, until);
  }
  return remembered;
}

/** GitHub merges, and what git serves follows within moments; a base that was read before that lacks the merge. */
const LANDING_MS = 60 * 60 * 1000;

/** Whether it was merged with just what is wanted now, so lately that the base may not have it yet. */
async function isLanding(
  { mergedAt, mergeSha }: PullRequest,
  marker: Marker | null,
  { wanted }: Target,
  { remote, base, now }: ObserveContext,
): Promise<boolean> {
  if (marker === null || mergedAt === null || now.getTime() - Date.parse(mergedAt) > LANDING_MS) return false;
  const had = (id: string, to: string) => {
    const value = marker.changes[id];
    const day = readDate(value ?? '');
    return value === to || (day !== null && day === readDate(to));
  };
  if (![...wanted].every(([id, { to }]) => had(id, to))) return false;
  if (mergeSha === null) return true;
  const args = ['merge-base', '--is-ancestor', mergeSha, base.sha];
  return (await tryGit(remote.clone, args)).status !== 0;
}

/** All at once; when that fails, one by one, so that one branch that moved does not stop the others. */
async function ownershipOf(
  remote: Remote,
  heads: readonly BranchHead[],
  baseSha: string,
): Promise<Map<string, Result<Ownership>>> {
  const result = new Map<string, Result<Ownership>>();
  const together = await readOwnership(remote, heads, baseSha);
  if (together.ok) {
    for (const { branch, sha } of heads) result.set(branch, pick(together.value, sha));
    return result;
  }
  const common = ['authentication', 'forbidden', 'unreachable'].includes(together.error.code);
  for (const head of heads) {
    const alone: Result<ReadonlyMap<string, Ownership>> = common
      ? together
      : await readOwnership(remote, [head], baseSha);
    result.set(head.branch, alone.ok ? pick(alone.value, head.sha) : alone);
  }
  return result;
}

function pick(owned: ReadonlyMap<string, Ownership>, sha: string): Result<Ownership> {
  const ownership = owned.get(sha);
  const missing: Failure = { code: 'git', message: `${sha} could not be read.` };
  return ownership ? ok(ownership) : { ok: false, error: missing };
}

/** Up to this many branches are looked up one by one; for more, the repository's pull requests are paged through. */
const LOOKUPS = 30;
const DAY_MS = 24 * 60 * 60 * 1000;

/** Branch → its pull requests, oldest first. */
export interface ListedPullRequests {
  readonly open: ReadonlyMap<string, readonly PullRequest[]>;
  readonly closed: ReadonlyMap<string, readonly PullRequest[]>;
}

/**
 * Finds the pull requests of the targets, and with `everything` also all others of ours that are open or were closed
 * within the last day. Closed ones are looked for only where they matter.
 *
 * @returns codes of `GitHub`
 */
export async function listPullRequests(
  targets: readonly Target[],
  context: Pick<ObserveContext, 'github' | 'refs' | 'now' | 'everything'>,
): Promise<Result<ListedPullRequests>> {
  const { github, refs, now } = context;
  const everything = context.everything || targets.length > LOOKUPS;
  const open = new Map<string, PullRequest[]>();
  const closed = new Map<string, PullRequest[]>();
  if (everything) {
    const listed = await github.openPullRequests();
    if (!listed.ok) return listed;
    add(open, listed.value);
  }
  const wanting = targets.filter((target) => needsClosed(target, refs) && !open.has(target.branch));
  const paged = everything && wanting.length > LOOKUPS;
  if (context.everything || paged) {
    const days = paged ? horizonDays(wanting) : 1;
    const listed = await github.closedPullRequests(new Date(now.getTime() - days * DAY_MS).toISOString());
    if (!listed.ok) return listed;
    add(closed, listed.value);
  }
  for (const { branch, ask } of lookUps(targets, wanting, refs, everything, paged)) {
    const listed = await github.pullRequestsOf(branch, ask);
    if (!listed.ok) return listed;
    for (const one of listed.value) put(one.state === 'open' ? open : closed, one);
  }
  return ok({ open, closed });
}

/** Closed ones matter for what may be created, and for whose commits a branch that is there may hold. */
function needsClosed({ branch, wanted, askedByName }: Target, refs: RemoteRefs): boolean {
  return refs.branches.has(branch) || (wanted.size > 0 && !askedByName);
}

/** A closing is forgotten a maximum age later at the latest: see rotation/memory.ts. */
function horizonDays(targets: readonly Target[]): number {
  return (
    Math.max(...targets.flatMap(({ wanted }) => [...wanted.values()].map((one) => one.maxAgeDays)), 1) + 2
  );
}

function lookUps(
  targets: readonly Target[],
  wanting: readonly Target[],
  refs: RemoteRefs,
  everything: boolean,
  paged: boolean,
): { readonly branch: string; readonly ask: Parameters<GitHub['pullRequestsOf']>[1] }[] {
  const wants = new Set(wanting.map(({ branch }) => branch));
  if (!everything) return targets.map(({ branch }) => ({ branch, ask: wants.has(branch) ? 'all' : 'open' }));
  // a branch that is still there may be that of a pull request closed long ago
  const left = wanting.filter(({ branch }) => !paged || refs.branches.has(branch));
  return left.map(({ branch }) => ({ branch, ask: 'closed' }));
}

function add(to: Map<string, PullRequest[]>, pulls: readonly PullRequest[]): void {
  for (const one of pulls) put(to, one);
}

/** Each once, whichever request it came by. */
function put(to: Map<string, PullRequest[]>, one: PullRequest): void {
  const known = to.get(one.branch);
  if (known === undefined) to.set(one.branch, [one]);
  else if (!known.some(({ number }) => number === one.number)) {
    known.push(one);
    known.sort((a, b) => a.number - b.number);
  }
}
