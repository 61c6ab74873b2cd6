/** The open pull requests of our branches by one listing of GraphQL's, in the place of REST's. */
import type { GitHub, PullRequest } from '../../github/github.ts';
import type { OpenPullRequest } from '../../github/graphql.ts';
import { ok, type Result } from '../../util/result.ts';
import type { Connection } from './connect.ts';

export interface Listing {
  /** Of our branches, oldest first; those of other repositories have our names by chance or by intent and are left out. */
  readonly pulls: readonly OpenPullRequest[];
  /** Answers with them what it is asked of open pull requests. */
  readonly github: GitHub;
}

/**
 * Lists them: fifty in a request.
 *
 * @returns codes of `GitHub`
 */
export async function listOpen({ github, graphql, fork }: Connection): Promise<Result<Listing>> {
  // a repository that was renamed answers under its new name
  const name = fork === null ? await github.repository() : ok({ fullName: fork });
  if (!name.ok) return name;
  const listed = await graphql.openPullRequests();
  if (!listed.ok) return listed;
  const ours = name.value.fullName.toLowerCase();
  const pulls = listed.value.filter(({ headRepository }) => headRepository?.toLowerCase() === ours);
  const known = pulls.map(toPullRequest);
  return ok({ pulls, github: { ...github, openPullRequests: async () => ok(known) } });
}

function toPullRequest(pull: OpenPullRequest): PullRequest {
  const { id, number, url, title, body, draft, branch, headSha, baseBranch, labels, author, createdAt } =
    pull;
  const { headRepository } = pull;
  return {
    number,
    nodeId: id,
    url,
    title,
    body,
    state: 'open',
    merged: false,
    draft,
    branch,
    headRepository: headRepository ?? null,
    headSha,
    baseBranch,
    baseRepository: null,
    labels,
    // not asked for: nobody who reads a status assigns anybody
    assignees: [],
    author: author?.login ?? null,
    createdAt,
    closedAt: null,
    mergedAt: null,
    mergeSha: null,
  };
}
