/** Branches and pull requests for all proposals: decide, build, push, write. Prints nothing. */

import { setTimeout as sleepFor } from 'node:timers/promises';
import type { PullRequest } from '../github/github.ts';
import type { PullRequestResult } from '../results/results.ts';
import { type Failure, fail, ok, type Result } from '../util/result.ts';
import { createBackoff, type PullRequestWork, workOn } from './apply-decision.ts';
import { buildAndPush, deleteBranches } from './branches.ts';
import { contentOf, readBaseFiles } from './commits.ts';
import type { Progress, PublishContext } from './context.ts';
import { type Decision, decide, type Wanted } from './decide.ts';
import { filesDigest } from './digest.ts';
import { giveUp, type Item, knownPullRequest, newItem, pending, take } from './item.ts';
import { fitsBody, type Marker, parseMarker } from './marker.ts';
import { reasonFor } from './messages.ts';
import { askedFor, createDresser, type Dresser, isAskedAnew, NO_DRESS } from './metadata.ts';
import type { ObservedPullRequest } from './observe.ts';
import { NO_READERS, type Proposal } from './proposal.ts';
import { isRotateBranch } from './push.ts';
import type { Base } from './remote.ts';
import { resultOf } from './result.ts';

/** What a decision depends on. */
type Deciding = Pick<PublishContext, 'remote' | 'base' | 'policy'>;

/** What came of a run. */
export interface Published {
  /** In the order of the proposals. */
  readonly results: readonly PullRequestResult[];
  /** What stopped it before its end, null when nothing did: GitHub's limit, or a token that is no longer taken. */
  readonly stopped: Failure | null;
  /** Branches that the remote does not take, and would not another time. */
  readonly refusedBranches: readonly string[];
  /** What GitHub refused beside the pull requests: a sentence each. */
  readonly remarks: readonly string[];
}

/**
 * Publishes the proposals. One that fails never stops the others; running again finishes what was cut short.
 *
 * @param seen what `observe` saw, by branch
 */
export async function publish(
  proposals: readonly Proposal[],
  seen: ReadonlyMap<string, Result<ObservedPullRequest>>,
  context: PublishContext,
  onProgress: (progress: Progress) => void = () => {},
): Promise<Published> {
  const items = await decideItems(proposals, seen, context);
  await buildAndPush(items, context, onProgress);
  const dresser = createDresser(context.github, context.dress);
  const stopped = await writePullRequests(items, context, dresser, onProgress);
  await deleteBranches(items, context);
  const refusedBranches = items.flatMap(({ proposal, pushRefused }) =>
    pushRefused ? [proposal.branch] : [],
  );
  return { results: items.map(resultOfItem), stopped, refusedBranches, remarks: dresser.remarks };
}

/**
 * What `publish` would decide, without doing any of it.
 *
 * @param seen what `observe` saw, by branch
 * @returns by branch; the error side is why nothing could be decided
 */
export async function foresee(
  proposals: readonly Proposal[],
  seen: ReadonlyMap<string, Result<ObservedPullRequest>>,
  context: Deciding,
): Promise<ReadonlyMap<string, Result<Decision>>> {
  const items = await decideItems(proposals, seen, context);
  return new Map(
    items.map(({ proposal: { branch }, decision, result }) => [
      branch,
      decision === null ? fail('undecided', result?.reason ?? 'Nothing was decided.') : ok(decision),
    ]),
  );
}

/**
 * The results that `publish` would give where neither git nor GitHub refuses anything, in the order of the proposals.
 *
 * @param seen what `observe` saw, by branch
 */
export async function preview(
  proposals: readonly Proposal[],
  seen: ReadonlyMap<string, Result<ObservedPullRequest>>,
  context: Deciding,
): Promise<readonly PullRequestResult[]> {
  const items = await decideItems(proposals, seen, context);
  for (const item of pending(items)) {
    item.head ??= NO_COMMIT;
    if (!fitsMarker(item, context)) continue;
    item.result = item.decision && decidedResult(item, item.decision, knownPullRequest(item));
  }
  return items.map(resultOfItem);
}

/** In the place of a commit that is not made: as long as one. */
const NO_COMMIT = '0'.repeat(40);

async function decideItems(
  proposals: readonly Proposal[],
  seen: ReadonlyMap<string, Result<ObservedPullRequest>>,
  context: Deciding,
): Promise<Item[]> {
  const items = proposals.map(newItem);
  rejectUnusable(items);
  await readContents(items, context);
  decideAll(items, seen, context);
  return items;
}

function resultOfItem({ result, proposal }: Item): PullRequestResult {
  return result ?? resultOf(proposal, 'failed', 'Nothing was decided.');
}

function decidedResult(
  { proposal }: Item,
  decision: Decision,
  pullRequest: PullRequest | null,
): PullRequestResult {
  return resultOf(proposal, OUTCOMES[decision.do], reasonFor(decision, proposal.closing), pullRequest);
}

/** Gives up one with more credentials than a pull request can remember. */
function fitsMarker(item: Item, context: Pick<PublishContext, 'base' | 'policy'>): boolean {
  const marker = markerOf(item, context);
  if (marker === null || fitsBody(marker)) return true;
  giveUp(item, {
    code: 'too-large',
    message: `${item.proposal.changes.length} credentials are too many for one pull request: group them by team or kind.`,
  });
  return false;
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

async function readContents(items: readonly Item[], { remote, base }: Deciding): Promise<void> {
  const paths = new Set(pending(items).flatMap(({ proposal }) => proposal.files.map(({ path }) => path)));
  const baseFiles = await readBaseFiles(remote, base.sha, [...paths]);
  for (const item of pending(items)) {
    item.content = take(item, contentOf(item.proposal.files, baseFiles, base.sha));
  }
}

function decideAll(
  items: readonly Item[],
  seen: ReadonlyMap<string, Result<ObservedPullRequest>>,
  { base, policy }: Deciding,
): void {
  for (const item of pending(items)) {
    const { branch, askedByName = policy.askedByName } = item.proposal;
    item.seen = take(item, seen.get(branch) ?? fail('git', 'It was not looked at.'));
    if (item.seen === null) continue;
    const { found } = item.seen;
    item.decision = decide(wantedOf(item, base), found, { ...policy, askedByName });
    item.head = found.branch?.sha ?? null;
  }
}

function wantedOf(item: Item, base: Base): Wanted | null {
  const { proposal, content } = item;
  if (proposal.changes.length === 0 || !content) return null;
  const { outside = 0 } = proposal;
  return {
    baseBranch: base.branch,
    changes: changesOf(proposal),
    ...upgradesOf(proposal),
    files: filesOf(item),
    digest: content.digest,
    outside,
  };
}

function changesOf({ changes }: Proposal): Marker['changes'] {
  return Object.fromEntries(changes.map(({ id, to }) => [id, to]));
}

/** A group names one digest: the blobs of hundreds of files would fill its body. */
function filesOf({ proposal, content }: Item): Marker['files'] {
  const files = content?.before ?? {};
  return proposal.group === null ? files : { '*': filesDigest(files) };
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
  dresser: Dresser,
  onProgress: (progress: Progress) => void,
): Promise<Failure | null> {
  const working = pending(items);
  const total = working.length;
  const backoff = createBackoff(context.sleep ?? sleepFor);
  let stop: Failure | null = null;
  for (const [index, item] of working.entries()) {
    const { proposal, decision, seen } = item;
    if (!decision || !seen) continue;
    const marker = markerOf(item, context);
    const work: PullRequestWork = {
      proposal,
      decision,
      seen,
      marker,
      baseBranch: context.base.branch,
      dress: context.dress ?? NO_DRESS,
    };
    const idle = decision.do === 'left-alone' || decision.do === 'nothing';
    if (!fitsMarker(item, context)) {
      // nothing was written of it
    } else if (stop && !idle) {
      endWith(item, stop);
    } else {
      const done = await workOn(context.github, dresser, work, backoff);
      if (done.ok) item.result = decidedResult(item, decision, done.value);
      else endWith(item, done.error);
      stop = fatal(done) ?? dresser.stopped();
    }
    onProgress({ step: 'pull-request', done: index + 1, total, result: item.result! });
  }
  return stop;
}

/** What a limit keeps back is not refused: the next run does it. */
function endWith(item: Item, failure: Failure): void {
  if (failure.code !== 'rate-limited') giveUp(item, failure);
  else item.result = resultOf(item.proposal, 'deferred', failure.message, knownPullRequest(item));
}

/** Neither heals within a run: the rest would only ask in vain. */
function fatal(result: Result<unknown>): Failure | null {
  return !result.ok && ['authentication', 'rate-limited'].includes(result.error.code) ? result.error : null;
}

function markerOf(
  item: Item,
  { base, policy, dress = NO_DRESS }: Pick<PublishContext, 'base' | 'policy' | 'dress'>,
): Marker | null {
  const { proposal, content, decision, head, seen } = item;
  if ((decision?.do !== 'create' && decision?.do !== 'update') || !content || head === null) return null;
  const { namespace, cluster, group, readers = NO_READERS, pages = [] } = proposal;
  const known = knownPullRequest(item);
  const dressed = known === null ? null : parseMarker(known.body);
  const wantsDress = dress.autoMerge !== null || Object.values(readers).some((list) => list.length > 0);
  const anew = known === null ? wantsDress : isAskedAnew(dressed, known, readers, dress);
  const undressed = pages.length > 0 || anew || dressed?.undressed === true;
  const asked = dressed === null ? askedFor(readers, dress) : dressed.asked;
  return {
    v: 1,
    namespace,
    cluster,
    ...(group === null ? {} : { group }),
    head,
    base: decision.branch === 'reuse' ? (seen?.branchBase ?? base.sha) : base.sha,
    files: filesOf(item),
    changes: changesOf(proposal),
    from: Object.fromEntries(proposal.changes.map(({ id, from }) => [id, from])),
    ...upgradesOf(proposal),
    ...(policy.incident === null ? {} : { incident: policy.incident }),
    ...(undressed ? { undressed } : {}),
    ...(undressed && !anew && dressed?.missing !== undefined ? { missing: dressed.missing } : {}),
    ...(undressed || asked === undefined ? {} : { asked }),
  };
}

function upgradesOf({ changes }: Proposal): Pick<Marker, 'upgrades'> {
  const upgrades = changes.flatMap(({ id, upgrade }) => (upgrade === undefined ? [] : [[id, upgrade.to]]));
  return upgrades.length === 0 ? {} : { upgrades: Object.fromEntries(upgrades) };
}
