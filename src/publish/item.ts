/** One proposal on its way through `publish`. */

import type { PullRequestResult } from '../results/results.ts';
import type { Failure, Result } from '../util/result.ts';
import type { Content } from './commits.ts';
import type { Decision } from './decide.ts';
import type { ObservedPullRequest } from './observe.ts';
import type { Proposal } from './proposal.ts';
import { resultOf } from './result.ts';

/** `result` is set as soon as it is over for it. */
export interface Item {
  readonly proposal: Proposal;
  content: Content | null;
  seen: ObservedPullRequest | null;
  decision: Decision | null;
  /** The commit on its branch that its pull request will record. */
  head: string | null;
  /** The remote does not take its branch, and would not another time. */
  pushRefused: boolean;
  result: PullRequestResult | null;
}

export function newItem(proposal: Proposal): Item {
  return {
    proposal,
    content: null,
    seen: null,
    decision: null,
    head: null,
    pushRefused: false,
    result: null,
  };
}

export function pending(items: readonly Item[]): Item[] {
  return items.filter(({ result }) => result === null);
}

export function giveUp(item: Item, failure: Failure): void {
  item.result = resultOf(item.proposal, 'failed', failure.message, knownPullRequest(item));
}

/** Takes the value, or gives up. */
export function take<T>(item: Item, result: Result<T>): T | null {
  if (result.ok) return result.value;
  giveUp(item, result.error);
  return null;
}

/** The pull request that the decision is about, as it was found. */
export function knownPullRequest({ decision, seen }: Item) {
  const number = decision && 'number' in decision ? decision.number : null;
  return number === null ? null : (seen?.pullRequests.get(number) ?? null);
}
