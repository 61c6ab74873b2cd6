import type { Result } from '../result.ts';

/** A pull request of one of our branches, as far as the decision needs it. */
export interface PullRequest {
  readonly number: number;
  readonly url: string;
  readonly title: string;
  readonly body: string;
  readonly state: 'open' | 'closed';
  readonly merged: boolean;
  /** The head branch's name; always in the repository itself, never a fork's. */
  readonly branch: string;
  /** What GitHub says the head is; may lag behind a push. */
  readonly headSha: string;
  readonly baseBranch: string;
  readonly labels: readonly string[];
  /** RFC 3339; null while open. */
  readonly closedAt: string | null;
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
}

export interface PullRequestText {
  readonly title: string;
  readonly body: string;
}

/**
 * GitHub, as far as `publish` uses it. Every failure is a value; codes: `authentication`, `forbidden`, `not-found`,
 * `rate-limited`, `validation`, `conflict`, `server`, `unreachable`. No message holds the token or the request.
 */
export interface GitHub {
  repository(): Promise<Result<RepositoryInfo>>;
  /**
   * Open pull requests of these branches, and the closed ones of those of `withClosed` that have no open one.
   * Branch → pull requests, oldest first.
   */
  pullRequests(
    branches: readonly string[],
    withClosed: ReadonlySet<string>,
  ): Promise<Result<ReadonlyMap<string, readonly PullRequest[]>>>;
  /** Who closed it; null when GitHub does not say. */
  closedBy(number: number): Promise<Result<Account | null>>;
  /** Creates it; when GitHub says that there is one already, gives that one. */
  create(
    text: PullRequestText & { readonly branch: string; readonly base: string },
  ): Promise<Result<PullRequest>>;
  update(
    number: number,
    change: Partial<PullRequestText> & { readonly state?: 'closed'; readonly base?: string },
  ): Promise<Result<PullRequest>>;
  comment(number: number, body: string): Promise<Result<void>>;
  /** Bodies of the comments, oldest first. */
  comments(number: number): Promise<Result<readonly string[]>>;
}
