/** Branches and pull requests for all proposals: look, decide, build, push, write. Prints nothing. */

import { type Failure, fail, ok, type Result } from '../result.ts';
import type { PullRequestResult } from '../rotation/results.ts';
import { buildCommits, type CommitRequest, type Content, contentOf, readBaseFiles } from './commits.ts';
import { type Decision, decide, type Policy, type Wanted } from './decide.ts';
import type { GitHub } from './github.ts';
import { gitIdentity } from './identity.ts';
import { look, type Seen } from './look.ts';
import type { Marker } from './marker.ts';
import { preflight } from './preflight.ts';
import type { Identity, Proposal } from './proposal.ts';
import { workOn } from './pull-request-work.ts';
import { isRotateBranch, pushBranches } from './push.ts';
import { reasonFor } from './reasons.ts';
import type { Base, Remote, RemoteRefs } from './remote.ts';
import { resultOf } from './result.ts';

/** Everything `publish` works with; nothing is read from the process. */
export interface PublishContext {
  readonly remote: Remote;
  readonly github: GitHub;
  /** From `resolveBase`: the commit on which the proposals were decided. */
  readonly base: Base;
  readonly policy: Policy;
  /** The date of the commits. */
  readonly now: Date;
  /** Who the commits are from; default git's own identity, else rotate-pr's. */
  readonly author?: Identity;
  /** Branches in one `git push`, default 100. */
  readonly pushSize?: number;
}

/** What happens, as it happens. */
export type Progress =
  | { readonly step: 'checking' }
  | { readonly step: 'looking'; readonly namespaces: number }
  | { readonly step: 'committing'; readonly commits: number }
  | { readonly step: 'pushing'; readonly done: number; readonly total: number }
  | {
      readonly step: 'pull-request';
      readonly done: number;
      readonly total: number;
      readonly result: PullRequestResult;
    };

/** One proposal on its way; `result` is set as soon as it is over for it. */
interface Item {
  readonly proposal: Proposal;
  content: Content | null;
  seen: Seen | null;
  decision: Decision | null;
  /** The commit on its branch that its pull request will record. */
  head: string | null;
  result: PullRequestResult | null;
}

/**
 * Publishes the proposals. One that fails never stops the others; running again finishes what was cut short.
 *
 * @returns results in the order of the proposals. The error side is a run that could not start: nothing was written;
 *   codes of `preflight` and `GitHub`
 */
export async function publish(
  proposals: readonly Proposal[],
  context: PublishContext,
  onProgress: (progress: Progress) => void = () => {},
): Promise<Result<PullRequestResult[]>> {
  onProgress({ step: 'checking' });
  const refs = await preflight(context.github, context.remote, context.base);
  if (!refs.ok) return refs;
  const items = proposals.map(
    (proposal): Item => ({ proposal, content: null, seen: null, decision: null, head: null, result: null }),
  );
  rejectUnusable(items);
  await readContents(items, context);
  const seen = await decideAll(items, refs.value, context, onProgress);
  if (!seen.ok) return seen;
  await buildAndPush(items, context, onProgress);
  await writePullRequests(items, context, onProgress);
  await deleteBranches(items, context);
  return ok(
    items.map(({ result, proposal }) => result ?? resultOf(proposal, 'failed', 'Nothing was decided.')),
  );
}

function pending(items: readonly Item[]): Item[] {
  return items.filter(({ result }) => result === null);
}

function giveUp(item: Item, failure: Failure): void {
  item.result = resultOf(item.proposal, 'failed', failure.message, knownPullRequest(item));
}

function knownPullRequest({ decision, seen }: Item) {
  const number = decision && 'number' in decision ? decision.number : null;
  return number === null ? null : (seen?.pullRequests.get(number) ?? null);
}

/** Names come from the repository: what git would not take as a branch fails here, before anything is asked. */
function rejectUnusable(items: readonly Item[]): void {
  const taken = new Set<string>();
  for (const item of items) {
    const { branch, changes, files } = item.proposal;
    if (!isRotateBranch(branch)) {
      giveUp(item, {
        code: 'bad-branch',
        message: `${JSON.stringify(branch)} cannot be a branch below rotate/.`,
      });
    } else if (taken.has(branch)) {
      giveUp(item, {
        code: 'same-branch',
        message: `Another namespace of this run has the branch ${branch}.`,
      });
    } else if (changes.length > 0 && files.every(({ before, after }) => before === after)) {
      giveUp(item, {
        code: 'no-change',
        message: 'The proposal lists changes, but its files stay as they are.',
      });
    }
    taken.add(branch);
  }
}

async function readContents(items: readonly Item[], { remote, base }: PublishContext): Promise<void> {
  const paths = new Set(pending(items).flatMap(({ proposal }) => proposal.files.map(({ path }) => path)));
  const baseFiles = await readBaseFiles(remote, base.sha, [...paths]);
  for (const item of pending(items)) {
    const content = contentOf(item.proposal.files, baseFiles, base.sha);
    if (content.ok) item.content = content.value;
    else giveUp(item, content.error);
  }
}

async function decideAll(
  items: readonly Item[],
  refs: RemoteRefs,
  context: PublishContext,
  onProgress: (progress: Progress) => void,
): Promise<Result<void>> {
  const open = pending(items);
  onProgress({ step: 'looking', namespaces: open.length });
  const asked = ({ proposal }: Item) => proposal.askedByName ?? context.policy.askedByName;
  const targets = open.map((item) => ({ proposal: item.proposal, askedByName: asked(item) }));
  const looked = await look(targets, { github: context.github, remote: context.remote, refs });
  if (!looked.ok) return looked;
  for (const item of open) {
    const seen = looked.value.get(item.proposal.branch) ?? fail('git', 'It was not looked at.');
    if (!seen.ok) {
      giveUp(item, seen.error);
      continue;
    }
    item.seen = seen.value;
    const policy = { ...context.policy, askedByName: asked(item) };
    item.decision = decide(wantedOf(item, context.base), seen.value.found, policy);
    item.head = seen.value.found.branch?.sha ?? null;
  }
  return ok(undefined);
}

function wantedOf({ proposal, content }: Item, base: Base): Wanted | null {
  if (proposal.changes.length === 0 || !content) return null;
  const changes = Object.fromEntries(proposal.changes.map(({ id, to }) => [id, to]));
  const { before: files, digest } = content;
  return { baseBranch: base.branch, changes, ...upgradesOf(proposal), files, digest };
}

function needsPush({ decision }: Item): boolean {
  return (decision?.do === 'create' || decision?.do === 'update') && decision.branch !== 'reuse';
}

async function buildAndPush(
  items: readonly Item[],
  context: PublishContext,
  onProgress: (progress: Progress) => void,
): Promise<void> {
  const { remote, base, now } = context;
  const building = pending(items).filter(needsPush);
  if (building.length === 0) return;
  onProgress({ step: 'committing', commits: building.length });
  const author = context.author ?? (await gitIdentity(remote.cwd));
  const requests = building.map(
    ({ proposal, content }): CommitRequest => ({ message: proposal.commitMessage, content: content! }),
  );
  const commits = await buildCommits(remote, base.sha, requests, { author, date: now });
  if (!commits.ok) {
    for (const item of building) giveUp(item, commits.error);
    return;
  }
  const pushes = building.map(({ proposal, seen }, index) => ({
    branch: proposal.branch,
    to: commits.value[index]!,
    expected: seen?.found.branch?.sha ?? null,
  }));
  const total = pushes.length;
  onProgress({ step: 'pushing', done: 0, total });
  const outcomes = await pushBranches(remote, pushes, {
    ...(context.pushSize === undefined ? {} : { size: context.pushSize }),
    onBatch: (done) => onProgress({ step: 'pushing', done, total }),
  });
  building.forEach((item, index) => {
    const refused = outcomes.get(item.proposal.branch);
    if (refused) giveUp(item, refused);
    else item.head = commits.value[index]!;
  });
}

const OUTCOMES = {
  create: 'created',
  update: 'updated',
  unchanged: 'unchanged',
  'left-alone': 'left-alone',
  close: 'closed',
  'delete-branch': 'closed',
  nothing: 'unchanged',
} as const satisfies Record<Decision['do'], PullRequestResult['outcome']>;

/** One after the other, as GitHub asks for (docs.github.com, "Best practices for using the REST API"). */
async function writePullRequests(
  items: readonly Item[],
  context: PublishContext,
  onProgress: (progress: Progress) => void,
): Promise<void> {
  const working = pending(items);
  const total = working.length;
  let stop: Failure | null = null;
  for (const [index, item] of working.entries()) {
    const { proposal, decision, seen } = item;
    if (!decision || !seen) continue;
    const marker = markerOf(item, context.base);
    const work = { proposal, decision, seen, marker, baseBranch: context.base.branch };
    const idle = decision.do === 'left-alone' || decision.do === 'nothing';
    const done: Awaited<ReturnType<typeof workOn>> =
      stop && !idle ? { ok: false, error: stop } : await workOn(context.github, work);
    if (done.ok) item.result = resultOf(proposal, OUTCOMES[decision.do], reasonFor(decision), done.value);
    else if (stop?.code === 'rate-limited') {
      item.result = resultOf(proposal, 'deferred', done.error.message, knownPullRequest(item));
    } else giveUp(item, done.error);
    // Neither heals within a run: the rest would only ask in vain.
    if (!done.ok && ['authentication', 'rate-limited'].includes(done.error.code)) stop ??= done.error;
    onProgress({ step: 'pull-request', done: index + 1, total, result: item.result! });
  }
}

function markerOf({ proposal, content, decision, head, seen }: Item, base: Base): Marker | null {
  if ((decision?.do !== 'create' && decision?.do !== 'update') || !content || head === null) return null;
  const { namespace, cluster } = proposal;
  const changes = Object.fromEntries(proposal.changes.map(({ id, to }) => [id, to]));
  const builtOn = decision.branch === 'reuse' ? (seen?.branchBase ?? base.sha) : base.sha;
  const upgrades = upgradesOf(proposal);
  return { v: 1, namespace, cluster, head, base: builtOn, files: content.before, changes, ...upgrades };
}

function upgradesOf({ changes }: Proposal): Pick<Marker, 'upgrades'> {
  const upgrades = changes.flatMap(({ id, upgrade }) => (upgrade === undefined ? [] : [[id, upgrade.to]]));
  return upgrades.length === 0 ? {} : { upgrades: Object.fromEntries(upgrades) };
}

/** Last, so that a run cut short leaves an open pull request with its branch, never the other way round. */
async function deleteBranches(items: readonly Item[], { remote, pushSize }: PublishContext): Promise<void> {
  const leaving = items.filter(
    ({ decision, result }) =>
      result?.outcome === 'closed' &&
      (decision?.do === 'delete-branch' || (decision?.do === 'close' && decision.deleteBranch)),
  );
  const pushes = leaving.map(({ proposal, head }) => ({ branch: proposal.branch, to: null, expected: head }));
  const outcomes = await pushBranches(remote, pushes, pushSize === undefined ? {} : { size: pushSize });
  for (const item of leaving) {
    const refused = outcomes.get(item.proposal.branch);
    if (!refused) continue;
    if (item.decision?.do === 'delete-branch') giveUp(item, refused);
    else
      item.result = {
        ...item.result!,
        reason: `${item.result!.reason} Its branch stays: ${refused.message}`,
      };
  }
}
