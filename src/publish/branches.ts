/** The branches of a run: built, pushed and, at the end, deleted. */
import { type Failure, ok } from '../util/result.ts';
import { readOwnership } from './branch-ownership.ts';
import { buildCommits, type CommitRequest, gitIdentity } from './commits.ts';
import type { CommitBuilder, Progress, PublishContext } from './context.ts';
import { giveUp, type Item, pending } from './item.ts';
import { triedSince } from './observe.ts';
import { pushBranches } from './push.ts';
import { readRemote } from './remote.ts';

/** Builds and pushes what the decisions ask for; `head` of an item is its commit afterwards. */
export async function buildAndPush(
  items: readonly Item[],
  context: PublishContext,
  onProgress: (progress: Progress) => void,
): Promise<void> {
  const building = pending(items).filter(needsPush);
  if (building.length === 0) return;
  onProgress({ step: 'committing', commits: building.length });
  const requests = building.map((item): CommitRequest => {
    const authoredAt = firstTriedAt(item);
    return {
      message: item.proposal.commitMessage,
      content: item.content!,
      ...(authoredAt === undefined ? {} : { authoredAt }),
    };
  });
  const build = context.build ?? localBuilder(context);
  const commits = await build(requests);
  const pushes = building.flatMap((item, index) => {
    const commit = commits[index]!;
    if (!commit.ok) giveUp(item, commit.error);
    const expected = item.seen?.found.branch?.sha ?? null;
    return commit.ok ? [{ item, branch: item.proposal.branch, to: commit.value, expected }] : [];
  });
  const total = pushes.length;
  onProgress({ step: 'pushing', done: 0, total });
  const outcomes = await pushBranches(context.head.remote, pushes, {
    ...(context.pushSize === undefined ? {} : { size: context.pushSize }),
    onBatch: (done) => onProgress({ step: 'pushing', done, total }),
  });
  const lost = pushes.flatMap(({ item, branch }) => (outcomes.get(branch)?.code === 'stale' ? [item] : []));
  const held = await heldAlready(lost, context);
  for (const { item, branch, to } of pushes) {
    const refused = outcomes.get(branch);
    if (refused && !held.has(branch)) {
      giveUp(item, refused);
      item.pushRefused = ['protected', 'rejected'].includes(refused.code);
    } else item.head = held.get(branch) ?? to;
  }
}

/**
 * Branches that another run has pushed meanwhile with exactly what this one wanted: who loses such a race has nothing
 * left to do.
 *
 * @returns branch → its commit
 */
async function heldAlready(
  items: readonly Item[],
  { head: { remote }, base }: PublishContext,
): Promise<ReadonlyMap<string, string>> {
  const held = new Map<string, string>();
  if (items.length === 0) return held;
  const refs = await readRemote(remote);
  if (!refs.ok) return held;
  const heads = items.flatMap(({ proposal: { branch } }) => {
    const sha = refs.value.branches.get(branch);
    return sha === undefined ? [] : [{ branch, sha }];
  });
  const owned = await readOwnership(remote, heads);
  if (!owned.ok) return held;
  for (const { proposal, content } of items) {
    const sha = refs.value.branches.get(proposal.branch) ?? '';
    const owner = owned.value.get(sha);
    if (owner?.ours && owner.base === base.sha && owner.digest === content?.digest)
      held.set(proposal.branch, sha);
  }
  return held;
}

function firstTriedAt({ decision, seen }: Item): Date | undefined {
  return decision?.do === 'create' && seen !== null ? (triedSince(seen) ?? undefined) : undefined;
}

function needsPush({ decision }: Item): boolean {
  return (decision?.do === 'create' || decision?.do === 'update') && decision.branch !== 'reuse';
}

/** Commits by git in the clone: of git's own identity unless another is given. */
function localBuilder({ remote, base, now, author }: PublishContext): CommitBuilder {
  return async (requests) => {
    const who = { author: author ?? (await gitIdentity(remote.clone)), date: now };
    const built = await buildCommits(remote, base.sha, requests, who);
    return built.ok ? built.value.map((sha) => ok(sha)) : requests.map(() => built);
  };
}

/** Last, so that a run cut short leaves an open pull request with its branch, never the other way round. */
export async function deleteBranches(
  items: readonly Item[],
  { head: { remote }, pushSize }: PublishContext,
): Promise<void> {
  const leaving = items.filter(
    ({ decision, result }) =>
      result?.outcome === 'closed' &&
      (decision?.do === 'delete-branch' || (decision?.do === 'close' && decision.deleteBranch)),
  );
  const pushes = leaving.map(({ proposal, head }) => ({ branch: proposal.branch, to: null, expected: head }));
  const outcomes = await pushBranches(remote, pushes, pushSize === undefined ? {} : { size: pushSize });
  for (const item of leaving) {
    const refused = outcomes.get(item.proposal.branch);
    if (refused) tellOfBranch(item, refused);
  }
}

function tellOfBranch(item: Item, refused: Failure): void {
  if (item.decision?.do === 'delete-branch') giveUp(item, refused);
  else {
    const reason = `${item.result!.reason} Its branch stays: ${refused.message}`;
    item.result = { ...item.result!, reason };
  }
}
