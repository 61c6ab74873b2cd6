import type { MergeMethod } from '../settings.ts';
import { fail, ok, type Result } from '../util/result.ts';
import { asker } from './ask.ts';
import type { GitHubOptions } from './client.ts';
import type { Account } from './github.ts';
import {
  BRANCH_HEAD,
  COMMIT_ON_BRANCH,
  ENABLE_AUTO_MERGE,
  OPEN_PULL_REQUESTS,
  VIEWER,
} from './graphql-documents.ts';

/** An open pull request with what REST would need three requests for. */
export interface OpenPullRequest {
  /** Its node id, which mutations take. */
  readonly id: string;
  readonly number: number;
  readonly url: string;
  readonly title: string;
  readonly body: string;
  /** Null when the account is deleted. */
  readonly author: Account | null;
  readonly branch: string;
  readonly headSha: string;
  /** `owner/name` of the repository that the branch is in; null when that fork is deleted. */
  readonly headRepository: string | null;
  readonly baseBranch: string;
  readonly draft: boolean;
  readonly labels: readonly string[];
  /** `unknown` while GitHub is still computing it. */
  readonly mergeable: 'yes' | 'conflict' | 'unknown';
  /** Null where the repository asks for no review. */
  readonly review: 'approved' | 'changes-requested' | 'review-required' | null;
  /** Of the head commit, all together; null where none ran. */
  readonly checks: 'success' | 'failure' | 'pending' | null;
  /** RFC 3339. */
  readonly createdAt: string;
  readonly updatedAt: string;
}

export interface CommitOnBranch {
  readonly branch: string;
  /** The commit that the branch must be at; else code `conflict`. */
  readonly expectedHead: string;
  readonly headline: string;
  readonly body: string;
  /** Whole files; each becomes a plain one, as GitHub's API knows no modes. */
  readonly files: readonly { readonly path: string; readonly bytes: Uint8Array }[];
}

/** A commit on GitHub, and whether GitHub vouches for its signature. */
export interface KnownCommit {
  readonly oid: string;
  readonly verified: boolean;
}

/**
 * What `publish` asks of GitHub's GraphQL API: what REST has not, or has only for many more requests. Every failure is
 * a value with the codes of `GitHub`; no message holds the token or the request.
 */
export interface GitHubGraphQL {
  /** Whose token this is. */
  viewer(): Promise<Result<Account>>;
  /** The open pull requests whose head branch is below `rotate/`, in forks too, oldest first. */
  openPullRequests(): Promise<Result<readonly OpenPullRequest[]>>;
  /** Null when there is no such branch, or it is not at a commit. */
  branchHead(branch: string): Promise<Result<KnownCommit | null>>;
  /** Makes a commit that GitHub signs, and moves the branch to it. One request. */
  commitOnBranch(commit: CommitOnBranch): Promise<Result<KnownCommit>>;
  /** @param id node id of the pull request */
  enableAutoMerge(id: string, method: MergeMethod): Promise<Result<void>>;
}

/** Pull requests in one request. */
const PAGE = 50;

/** Connects to GitHub's GraphQL API by octokit, which is loaded with the first request. */
export function connectGraphQL(options: GitHubOptions): GitHubGraphQL {
  const { owner, repo: name } = options.repository;
  const ask = asker(options);

  async function page(after: string | null): Promise<Result<RawPage>> {
    const asked = await ask('list the open pull requests', ({ graphql }) =>
      graphql<{ repository: { pullRequests: RawPage } | null }>(OPEN_PULL_REQUESTS, {
        owner,
        name,
        first: PAGE,
        after,
      }),
    );
    if (!asked.ok) return asked;
    const found = asked.value.repository?.pullRequests;
    return found
      ? ok(found)
      : fail('not-found', `GitHub shows no repository ${owner}/${name} to this token.`);
  }

  return {
    async viewer() {
      const asked = await ask('see whose token this is', ({ graphql }) =>
        graphql<{ viewer: { login: string } }>(VIEWER),
      );
      if (!asked.ok) return asked;
      const { login } = asked.value.viewer;
      return ok({ login, bot: login.endsWith('[bot]') });
    },

    async openPullRequests() {
      const found: OpenPullRequest[] = [];
      for (let after: string | null = null; ; ) {
        const listed = await page(after);
        if (!listed.ok) return listed;
        const { nodes, pageInfo } = listed.value;
        for (const node of nodes ?? []) if (node?.headRefName.startsWith('rotate/')) found.push(toOpen(node));
        if (!pageInfo.hasNextPage || pageInfo.endCursor === null) return ok(found);
        after = pageInfo.endCursor;
      }
    },

    async branchHead(branch) {
      const asked = await ask(`see where ${branch} is`, ({ graphql }) =>
        graphql<{ repository: { ref: { target: RawTarget | null } | null } | null }>(BRANCH_HEAD, {
          owner,
          name,
          branch: `refs/heads/${branch}`,
        }),
      );
      if (!asked.ok) return asked;
      const target = asked.value.repository?.ref?.target;
      return ok(target?.__typename === 'Commit' ? toKnown(target) : null);
    },

    async commitOnBranch({ branch, expectedHead, headline, body, files }) {
      const input = {
        branch: { repositoryNameWithOwner: `${owner}/${name}`, branchName: branch },
        expectedHeadOid: expectedHead,
        message: { headline, body },
        fileChanges: {
          additions: files.map(({ path, bytes }) => ({
            path,
            contents: Buffer.from(bytes).toString('base64'),
          })),
        },
      };
      const asked = await ask(`commit to ${branch}`, ({ graphql }) =>
        graphql<{ createCommitOnBranch: { commit: RawCommit | null } | null }>(COMMIT_ON_BRANCH, { input }),
      );
      if (!asked.ok) return asked;
      const commit = asked.value.createCommitOnBranch?.commit;
      if (commit) return ok(toKnown(commit));
      return fail('server', `GitHub did not say which commit it made on ${branch}: run again.`);
    },

    async enableAutoMerge(id, method) {
      const input = { pullRequestId: id, mergeMethod: method.toUpperCase() };
      const asked = await ask('let the pull request merge by itself', ({ graphql }) =>
        graphql(ENABLE_AUTO_MERGE, { input }),
      );
      return asked.ok ? ok(undefined) : asked;
    },
  };
}

interface RawPage {
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
  readonly nodes: readonly (RawNode | null)[] | null;
}

interface RawNode {
  readonly id: string;
  readonly number: number;
  readonly url: string;
  readonly title: string;
  readonly body: string;
  readonly isDraft: boolean;
  readonly createdAt: string;
  readonly updatedAt: string;
  readonly headRefName: string;
  readonly headRefOid: string;
  readonly headRepository: { readonly nameWithOwner: string } | null;
  readonly baseRefName: string;
  readonly author: { readonly __typename: string; readonly login: string } | null;
  readonly mergeable: string;
  readonly reviewDecision: string | null;
  readonly labels: { readonly nodes: readonly ({ readonly name: string } | null)[] | null } | null;
  readonly commits: {
    readonly nodes:
      | readonly ({
          readonly commit: { readonly statusCheckRollup: { readonly state: string } | null };
        } | null)[]
      | null;
  };
}

interface RawCommit {
  readonly oid: string;
  readonly signature?: { readonly isValid: boolean } | null;
}

interface RawTarget extends RawCommit {
  readonly __typename: string;
}

function toKnown({ oid, signature }: RawCommit): KnownCommit {
  return { oid, verified: signature?.isValid === true };
}

const MERGEABLE = { MERGEABLE: 'yes', CONFLICTING: 'conflict' } as const;
const REVIEW = {
  APPROVED: 'approved',
  CHANGES_REQUESTED: 'changes-requested',
  REVIEW_REQUIRED: 'review-required',
} as const;
const CHECKS = {
  SUCCESS: 'success',
  FAILURE: 'failure',
  ERROR: 'failure',
  PENDING: 'pending',
  EXPECTED: 'pending',
} as const;

/** What a word of GitHub's means to us; null for none, and for one that came after this was written. */
function meaning<T>(words: Readonly<Record<string, T>>, word: string | null | undefined): T | null {
  return word != null && Object.hasOwn(words, word) ? (words[word] ?? null) : null;
}

function toOpen(node: RawNode): OpenPullRequest {
  const rollup = node.commits.nodes?.[0]?.commit.statusCheckRollup;
  return {
    id: node.id,
    number: node.number,
    url: node.url,
    title: node.title,
    body: node.body,
    author: node.author && toAccount(node.author),
    branch: node.headRefName,
    headSha: node.headRefOid,
    headRepository: node.headRepository?.nameWithOwner ?? null,
    baseBranch: node.baseRefName,
    draft: node.isDraft,
    labels: (node.labels?.nodes ?? []).flatMap((label) => (label ? [label.name] : [])),
    mergeable: meaning(MERGEABLE, node.mergeable) ?? 'unknown',
    review: meaning(REVIEW, node.reviewDecision),
    checks: meaning(CHECKS, rollup?.state),
    createdAt: node.createdAt,
    updatedAt: node.updatedAt,
  };
}

/** GraphQL leaves out the `[bot]` with which REST and `viewer` end a bot's login: here it is as there. */
function toAccount({ __typename, login }: { readonly __typename: string; readonly login: string }): Account {
  const bot = __typename === 'Bot' || login.endsWith('[bot]');
  return { login: bot && !login.endsWith('[bot]') ? `${login}[bot]` : login, bot };
}
