import type { Result } from '../util/result.ts';

/** A pull request of one of our branches, as far as the decision needs it. */
export interface PullRequest {
  readonly number: number;
  /** Its name in the GraphQL API. */
  readonly nodeId: string;
  readonly url: string;
  readonly title: string;
  readonly body: string;
  readonly state: 'open' | 'closed';
  readonly merged: boolean;
  readonly draft: boolean;
  /** The head branch's name; always in the repository that we push to. */
  readonly branch: string;
  /** `owner/name` of the repository that has the branch; null when that is gone. */
  readonly headRepository: string | null;
  /** What GitHub says the head is; may lag behind a push. */
  readonly headSha: string;
  readonly baseBranch: string;
  /** `owner/name` of the repository that it is to be merged into, as GitHub names it now. */
  readonly baseRepository: string | null;
  readonly labels: readonly string[];
  /** Logins. */
  readonly assignees: readonly string[];
  /** Login of who opened it, null for an account that is gone. */
  readonly author: string | null;
  /** RFC 3339. */
  readonly createdAt: string;
  /** RFC 3339; null while open. */
  readonly closedAt: string | null;
  /** RFC 3339; null when it was not merged. */
  readonly mergedAt: string | null;
  /** The commit of the merge; null when it was not merged. */
  readonly mergeSha: string | null;
}

export interface Account {
  readonly login: string;
  readonly bot: boolean;
}

export interface RepositoryInfo {
  readonly fullName: string;
  readonly defaultBranch: string;
  readonly archived: boolean;
  /** May the token push? Null where the API does not say. */
  readonly canPush: boolean | null;
  /** The repository that this one is a fork of, null for none. */
  readonly parent: string | null;
}

export interface PullRequestText {
  readonly title: string;
  readonly body: string;
}

export interface Comment {
  readonly id: number;
  /** Login, null for an account that is gone. */
  readonly author: string | null;
  readonly body: string;
}

/**
 * GitHub, as far as `publish` uses it. Every failure is a value; codes: `authentication`, `forbidden`, `not-found`,
 * `rate-limited`, `validation`, `conflict`, `server`, `unreachable`. No message holds the token or the request.
 */
export interface GitHub {
  repository(): Promise<Result<RepositoryInfo>>;
  /** Forks the repository to the token's own account; GitHub makes the fork a while after its answer. */
  fork(): Promise<Result<void>>;
  /** Commit of a branch, null when there is none. */
  branchHead(branch: string): Promise<Result<string | null>>;
  /** Every open pull request of a branch below `rotate/`, oldest first. */
  openPullRequests(): Promise<Result<readonly PullRequest[]>>;
  /**
   * Those of branches below `rotate/` that are closed.
   *
   * @param since RFC 3339; what has not changed since is left out
   */
  closedPullRequests(since: string): Promise<Result<readonly PullRequest[]>>;
  /** The pull requests of one branch, oldest first. */
  pullRequestsOf(branch: string, state: 'open' | 'closed' | 'all'): Promise<Result<readonly PullRequest[]>>;
  /** One by its number, whatever its branch; null when there is none. */
  pullRequest(number: number): Promise<Result<PullRequest | null>>;
  /** Who closed it; null when GitHub does not say. */
  closedBy(number: number): Promise<Result<Account | null>>;
  /** Creates it; when GitHub says that there is one already, gives that one. */
  create(
    text: PullRequestText & { readonly branch: string; readonly base: string; readonly draft: boolean },
  ): Promise<Result<PullRequest>>;
  update(
    number: number,
    change: Partial<PullRequestText> & { readonly state?: 'closed'; readonly base?: string },
  ): Promise<Result<PullRequest>>;
  comment(number: number, body: string): Promise<Result<void>>;
  updateComment(id: number, body: string): Promise<Result<void>>;
  /** Oldest first. */
  comments(number: number): Promise<Result<readonly Comment[]>>;
  /** Names of the repository's labels. */
  labels(): Promise<Result<readonly string[]>>;
  /** Creates a label; one that is there already is no failure. */
  createLabel(label: {
    readonly name: string;
    readonly color: string;
    readonly description: string;
  }): Promise<Result<void>>;
  /** Sets labels, assignees and body of a pull request in one request. */
  dress(
    number: number,
    dress: {
      readonly labels: readonly string[];
      readonly assignees: readonly string[];
      readonly body: string;
    },
  ): Promise<Result<void>>;
  requestReview(
    number: number,
    of: { readonly reviewers: readonly string[]; readonly teams: readonly string[] },
  ): Promise<Result<void>>;
}
