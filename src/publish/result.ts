import type { PullRequest } from '../github/github.ts';
import type { Outcome, PullRequestResult } from '../results/results.ts';
import type { Proposal } from './proposal.ts';

/** What a command gives back for one proposal. */
export function resultOf(
  proposal: Proposal,
  outcome: Outcome,
  reason: string,
  pullRequest: PullRequest | null = null,
): PullRequestResult {
  const { namespace, cluster, group, branch, changes } = proposal;
  return {
    namespace,
    cluster,
    ...(group === null ? {} : { group }),
    branch,
    title: pullRequest?.title ?? proposal.title,
    url: pullRequest?.url ?? null,
    number: pullRequest?.number ?? null,
    outcome,
    reason,
    changes,
  };
}
