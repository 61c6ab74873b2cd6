/** What `open` gives back of what was not published, and what it says while it works. */

import type { LimitLeft } from '../../github/client.ts';
import type { Progress } from '../../publish/context.ts';
import { STAYS } from '../../publish/messages.ts';
import type { ObservedState } from '../../publish/observe.ts';
import type { Proposal } from '../../publish/proposal.ts';
import { resultOf } from '../../publish/result.ts';
import { pullRequestTitle } from '../../report/pull-request.ts';
import type { OpenResult, Problem, PullRequestResult, Skipped } from '../../results/results.ts';
import type { Deferral } from '../../rotation/pacing.ts';
import type { Progress as Told } from '../options.ts';
import type { BaseSurvey } from '../read/base-branch.ts';
import type { Turn } from './admit.ts';
import { closingOf } from './in-progress.ts';
import type { Preparation } from './prepare.ts';
import type { Unit } from './scopes.ts';

/** The document of pull requests. */
export function resultFor(
  { date, base }: BaseSurvey,
  pullRequests: readonly PullRequestResult[],
  skipped: readonly Skipped[],
  problems: readonly Problem[],
): OpenResult {
  return { schemaVersion: 1, date, base: base.sha, pullRequests, skipped, problems };
}

/** Pull requests that are closed, but for those that are written. */
export function closingsOf(
  { plan, deleted }: Preparation,
  proposed: ReadonlySet<string>,
): readonly Proposal[] {
  return [...plan.closings, ...deleted].filter(({ branch }) => !proposed.has(branch));
}

/**
 * The document of a run.
 *
 * @param published what came of the proposals, or would come of them
 * @param proposed their branches
 * @param turns those that were taken, the last with what waits still
 */
export function resultOfRun(
  prepared: Preparation,
  published: readonly PullRequestResult[],
  proposed: ReadonlySet<string>,
  turns: readonly Turn[],
): OpenResult {
  const { read, plan, turn, looked } = prepared;
  const stuck = plan.tended.filter(({ branch }) => !proposed.has(branch));
  const waiting = turns.at(-1)?.deferred ?? [];
  const pullRequests = [
    ...published,
    ...plan.settled.map(({ unit, result }) => described(unit, result, prepared)),
    ...stuck.map((unit) => described(unit, stuckResult(unit, turn.proved.skipped, looked), prepared)),
    ...waiting.map(({ one, code, reason }) => described(one, deferredResult(one, code, reason), prepared)),
  ];
  // each proof tells what was known before it too
  const skipped = new Set(turns.flatMap(({ proved }) => proved.skipped));
  const problems = new Set(turns.flatMap(({ proved }) => proved.problems));
  return resultFor(read, pullRequests, [...skipped, ...prepared.skipped], [...problems]);
}

/** Adds to a result what its pull request would change, and the title that it would have. */
function described(
  unit: Unit,
  result: PullRequestResult,
  { assigned }: Pick<Preparation, 'assigned'>,
): PullRequestResult {
  const changes = (assigned.get(unit) ?? []).flatMap((edit) => edit.changes);
  const name = unit.namespace ?? unit.label ?? '';
  return {
    ...result,
    title: result.url === null ? pullRequestTitle(name, changes) : result.title,
    changes,
  };
}

/** One that waits for its turn. */
function deferredResult(unit: Unit, code: Deferral, reason: string): PullRequestResult {
  return { ...resultOf(closingOf(unit, 'nothing-to-rotate'), 'deferred', reason), code };
}

/** An open pull request whose rotations cannot be made now: it stays as it is. */
export function stuckResult(
  unit: Unit,
  skipped: readonly Skipped[],
  looked: ObservedState,
): PullRequestResult {
  const seen = looked.seen.get(unit.branch);
  const [open] = seen?.ok ? seen.value.found.open : [];
  const known = seen?.ok && open ? (seen.value.pullRequests.get(open.number) ?? null) : null;
  const why = skipped.find(({ id }) => unit.wanted.has(id))?.message ?? null;
  return resultOf(closingOf(unit, 'nothing-to-rotate'), 'left-alone', STAYS.blocked(why), known);
}

/** What publishing tells, in words for a person. */
export function toldProgress(progress: Progress, left: LimitLeft | null): Told {
  switch (progress.step) {
    case 'committing':
      return { phase: 'building commits', done: 0, total: progress.commits };
    case 'pushing':
      return { phase: 'pushing branches', done: progress.done, total: progress.total };
    case 'pull-request': {
      const { done, total, result } = progress;
      const { namespace, group, outcome, url } = result;
      const name = namespace ?? `group ${group ?? ''}`;
      const limit = left === null ? '' : `, ${left.remaining} requests left of GitHub's limit`;
      return {
        phase: 'pull requests',
        done,
        total,
        note: `${name} ${outcome} ${url ?? ''}`.trimEnd() + limit,
      };
    }
  }
}

export function counted(count: number, noun: string, nouns = `${noun}s`): string {
  return `${count} ${count === 1 ? noun : nouns}`;
}
