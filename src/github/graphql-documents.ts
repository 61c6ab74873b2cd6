/**
 * What is asked of GitHub's GraphQL API. Each document has a name of its own, which is how GitHub's logs and our tests
 * tell them apart; the tests hold each against GitHub's schema.
 */

export const VIEWER = `query Viewer {
  viewer { login }
}`;

/** 50 a page: GitHub computes checks and mergeability for each, and gives up after ten seconds. */
export const OPEN_PULL_REQUESTS = `query OpenPullRequests($owner: String!, $name: String!, $first: Int!, $after: String) {
  repository(owner: $owner, name: $name) {
    pullRequests(states: OPEN, first: $first, after: $after, orderBy: { field: CREATED_AT, direction: ASC }) {
      pageInfo { hasNextPage endCursor }
      nodes {
        id number url title body isDraft createdAt updatedAt
        headRefName headRefOid headRepository { nameWithOwner } baseRefName
        author { __typename login }
        mergeable reviewDecision
        labels(first: 100) { nodes { name } }
        commits(last: 1) { nodes { commit { statusCheckRollup { state } } } }
      }
    }
  }
}`;

/** The commit at the head of a branch, and whether GitHub vouches for its signature. */
export const BRANCH_HEAD = `query BranchHead($owner: String!, $name: String!, $branch: String!) {
  repository(owner: $owner, name: $name) {
    ref(qualifiedName: $branch) {
      target { __typename oid ... on Commit { signature { isValid } } }
    }
  }
}`;

export const COMMIT_ON_BRANCH = `mutation CommitOnBranch($input: CreateCommitOnBranchInput!) {
  createCommitOnBranch(input: $input) {
    commit { oid signature { isValid } }
  }
}`;

export const ENABLE_AUTO_MERGE = `mutation EnableAutoMerge($input: EnablePullRequestAutoMergeInput!) {
  enablePullRequestAutoMerge(input: $input) {
    pullRequest { number }
  }
}`;
