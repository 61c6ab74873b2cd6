/** Which requests find the pull requests of many branches with the fewest of them. */

import type { GitHub, PullRequest } from '../github/github.ts';
import { ok, type Result } from '../util/result.ts';
import type { LookContext, Target } from './observe.ts';
import type { RemoteRefs } from './remote.ts';

/** Up to this many branches are looked up one by one; for more, the repository's pull requests are paged through. */
const LOOKUPS = 30;
const DAY_MS = 24 * 60 * 60 * 1000;

/** Branch → its pull requests, oldest first. */
export interface Sightings {
  readonly open: ReadonlyMap<string, readonly PullRequest[]>;
  readonly closed: ReadonlyMap<string, readonly PullRequest[]>;
}

/**
 * Finds the pull requests of the targets, and with `everything` also all others of ours that are open or were closed
 * within the last day. Closed ones are looked for only where they matter.
 *
 * @returns codes of `GitHub`
 */
export async function sight(
  targets: readonly Target[],
  context: Pick<LookContext, 'github' | 'refs' | 'now' | 'everything'>,
): Promise<Result<Sightings>> {
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
