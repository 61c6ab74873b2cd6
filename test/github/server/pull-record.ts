/** The layer's own record of a pull request, beside what the emulator keeps. */
import { issueKey, type Times } from './times.ts';

/** A change of state, as the list of an issue's events has it. */
export interface StateChange {
  readonly event: 'closed' | 'reopened' | 'merged';
  readonly login: string;
  /** RFC 3339 in UTC, to the second. */
  readonly at: string;
}

/** `StatusState` of GitHub's GraphQL schema. */
export type CheckState = 'ERROR' | 'EXPECTED' | 'FAILURE' | 'PENDING' | 'SUCCESS';

/** `PullRequestReviewDecision` of GitHub's GraphQL schema. */
export type ReviewDecision = 'APPROVED' | 'CHANGES_REQUESTED' | 'REVIEW_REQUIRED';

/** `PullRequestMergeMethod` of GitHub's GraphQL schema. */
export type MergeMethod = 'MERGE' | 'REBASE' | 'SQUASH';

export interface Pull {
  readonly number: number;
  readonly author: string;
  /** `owner/name` of the repository in which the head branch is. */
  readonly headRepository: string;
  readonly head: string;
  base: string;
  state: 'open' | 'closed';
  headSha: string;
  baseSha: string;
  draft: boolean;
  merged: { readonly at: string; readonly sha: string } | null;
  autoMerge: { readonly login: string; readonly method: MergeMethod } | null;
  reviewDecision: ReviewDecision | null;
  assignees: readonly string[];
  milestone: number | null;
  /** Slugs of the teams that are asked for a review. */
  teams: readonly string[];
  readonly history: StateChange[];
}

/** Notes a change of state, in the record and in the times. */
export function changeState(pull: Pull, event: StateChange['event'], login: string, times: Times): void {
  pull.state = event === 'reopened' ? 'open' : 'closed';
  if (pull.state === 'closed') pull.autoMerge = null;
  pull.history.push({ event, login, at: times.now() });
  times.touch(issueKey(pull.number), { closed: pull.state === 'closed' });
}
