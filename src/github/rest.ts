import { fail, ok, type Result } from '../util/result.ts';
import { asker } from './ask.ts';
import type { GitHubOptions } from './client.ts';
import { unexpectedAnswer } from './failure.ts';
import type { Account, GitHub, PullRequest } from './github.ts';

/** A pull request as the REST API gives it, as far as it is used; old servers and doubles leave fields out. */
interface RawPullRequest {
  readonly number: number;
  readonly node_id?: string;
  readonly html_url: string;
  readonly title: string;
  readonly body?: string | null;
  readonly state: string;
  readonly draft?: boolean;
  readonly user?: { readonly login: string } | null;
  readonly assignees?: readonly { readonly login: string }[] | null;
  readonly created_at?: string;
  readonly merged_at?: string | null;
  readonly merge_commit_sha?: string | null;
  readonly closed_at?: string | null;
  readonly head: {
    readonly ref: string;
    readonly sha: string;
    readonly repo?: { readonly full_name: string } | null;
  };
  readonly base: { readonly ref: string; readonly repo?: { readonly full_name: string } | null };
  readonly labels?: readonly { readonly name?: string }[];
}

/** Connects to GitHub's REST API by octokit, which is loaded with the first request. */
export function connectGitHub(options: GitHubOptions): GitHub {
  const { owner, repo } = options.repository;
  const here = { owner, repo };
  const head = options.head ?? here;
  const fork = head.owner.toLowerCase() !== owner.toLowerCase();
  const ask = asker(options);

  function list(branch: string, state: 'open' | 'closed' | 'all'): Promise<Result<PullRequest[]>> {
    return ask(`list the pull requests of ${branch}`, async ({ rest }) => {
      const found = await rest.pulls.list({ ...here, head: `${head.owner}:${branch}`, state, per_page: 100 });
      return own(found.data).filter((one) => one.branch === branch);
    });
  }

  /** Those that GitHub says there are: where it lists none under this name of the owner, all open ones are looked at. */
  async function openOf(branch: string): Promise<Result<readonly PullRequest[]>> {
    const listed = await list(branch, 'open');
    if (!listed.ok || listed.value.length > 0) return listed;
    const all = await listOpen();
    return all.ok ? ok(all.value.filter((one) => one.branch === branch)) : all;
  }

  function listOpen(): Promise<Result<PullRequest[]>> {
    return ask('list the open pull requests', async (octokit) => {
      const request = { ...here, state: 'open', per_page: 100 } as const;
      return ofRotations(await octokit.paginate(octokit.rest.pulls.list, request));
    });
  }

  /** Drops those of other repositories: their branches have our names by chance or by intent. */
  function own(raw: readonly RawPullRequest[]): PullRequest[] {
    // a repository that was renamed answers under its new name
    const ours = ({ head: { repo }, base }: RawPullRequest) =>
      repo?.full_name.toLowerCase() ===
      (fork ? `${head.owner}/${head.repo}` : base.repo?.full_name)?.toLowerCase();
    return raw
      .filter(ours)
      .map(toPullRequest)
      .sort((a, b) => a.number - b.number);
  }

  function ofRotations(raw: readonly RawPullRequest[]): PullRequest[] {
    return own(raw).filter(({ branch }) => branch.startsWith('rotate/'));
  }

  return {
    fork: () =>
      ask(`fork ${owner}/${repo}`, async ({ rest }) => {
        await rest.repos.createFork({ ...here, default_branch_only: true });
      }),

    repository: () =>
      ask(`read the repository ${owner}/${repo}`, async ({ rest }) => {
        const { data } = await rest.repos.get(here);
        if (typeof data.full_name !== 'string') throw unexpectedAnswer();
        return {
          fullName: data.full_name,
          defaultBranch: data.default_branch,
          archived: data.archived,
          canPush: data.permissions?.push ?? null,
          parent: data.parent?.full_name ?? null,
        };
      }),

    async branchHead(branch) {
      const asked = await ask(`read the branch ${branch}`, async ({ rest }) => {
        const { data } = await rest.git.getRef({ ...here, ref: `heads/${branch}` });
        return data.object.sha;
      });
      return !asked.ok && asked.error.code === 'not-found' ? ok(null) : asked;
    },

    openPullRequests: listOpen,

    closedPullRequests: (since) =>
      ask('list the closed pull requests', async (octokit) => {
        const order = { sort: 'updated', direction: 'desc' } as const;
        const request = { ...here, ...order, state: 'closed', per_page: 100 } as const;
        const found = await octokit.paginate(octokit.rest.pulls.list, request, ({ data }, done) => {
          if (data.some(({ updated_at }) => updated_at < since)) done();
          return data.filter(({ updated_at }) => updated_at >= since);
        });
        return ofRotations(found);
      }),

    pullRequestsOf: list,

    async pullRequest(number) {
      const found = await ask(`read #${number}`, async ({ rest }) => {
        const { data } = await rest.pulls.get({ ...here, pull_number: number });
        return toPullRequest(data);
      });
      return !found.ok && found.error.code === 'not-found' ? ok(null) : found;
    },

    async closedBy(number) {
      const closer = await ask(`see who closed #${number}`, async ({ rest }): Promise<Account | null> => {
        const { data } = await rest.issues.get({ ...here, issue_number: number });
        const by = data.closed_by;
        return by ? { login: by.login, bot: by.type === 'Bot' || by.login.endsWith('[bot]') } : null;
      });
      // A token without the right to read issues: not known is an answer here, and the cautious one.
      return !closer.ok && ['forbidden', 'not-found'].includes(closer.error.code) ? ok(null) : closer;
    },

    async create({ title, body, branch, base, draft }) {
      const created = await ask(`create the pull request of ${branch}`, async ({ rest }) => {
        const { data } = await rest.pulls.create({
          ...here,
          title,
          body,
          base,
          head: fork ? `${head.owner}:${branch}` : branch,
          ...(draft ? { draft } : {}),
        });
        return toPullRequest(data);
      });
      // A retry after a lost answer, or another run: "A pull request already exists for owner:branch."
      if (
        created.ok ||
        created.error.code !== 'validation' ||
        !/already exists/i.test(created.error.message)
      ) {
        return created;
      }
      const open = await openOf(branch);
      if (!open.ok) return open;
      const one = open.value.find(({ baseBranch }) => baseBranch === base) ?? open.value[0];
      return one ? this.update(one.number, { title, body }) : created;
    },

    update: (number, change) =>
      ask(`update #${number}`, async ({ rest }) => {
        const { data } = await rest.pulls.update({ ...here, pull_number: number, ...change });
        return toPullRequest(data);
      }),

    // Not tried again after a lost answer: a comment twice is worse than none.
    comment: (number, body) =>
      ask(`comment on #${number}`, async ({ rest }) => {
        await rest.issues.createComment({ ...here, issue_number: number, body, request: { retries: 0 } });
      }),

    updateComment: (id, body) =>
      ask(`change the comment ${id}`, async ({ rest }) => {
        await rest.issues.updateComment({ ...here, comment_id: id, body });
      }),

    comments: (number) =>
      ask(`read the comments of #${number}`, async (octokit) => {
        const request = { ...here, issue_number: number, per_page: 100 };
        const comments = await octokit.paginate(octokit.rest.issues.listComments, request);
        return comments.map(({ id, body, user }) => ({ id, author: user?.login ?? null, body: body ?? '' }));
      }),

    labels: () =>
      ask('read the labels', async (octokit) => {
        const labels = await octokit.paginate(octokit.rest.issues.listLabelsForRepo, {
          ...here,
          per_page: 100,
        });
        return labels.map(({ name }) => name);
      }),

    async createLabel(label) {
      const made = await ask(`create the label ${label.name}`, async ({ rest }) => {
        await rest.issues.createLabel({ ...here, ...label });
      });
      return !made.ok && /already_exists/.test(made.error.message) ? ok(undefined) : made;
    },

    dress: (number, { labels, assignees, body }) =>
      ask(`label and assign #${number}`, async ({ rest }) => {
        await rest.issues.update({
          ...here,
          issue_number: number,
          labels: [...labels],
          assignees: [...assignees],
          body,
        });
      }),

    requestReview: (number, { reviewers, teams }) =>
      ask(`ask for a review of #${number}`, async ({ rest }) => {
        const wanted = { reviewers: [...reviewers], team_reviewers: [...teams] };
        await rest.pulls.requestReviewers({ ...here, pull_number: number, ...wanted });
      }),
  };
}

function toPullRequest(raw: RawPullRequest): PullRequest {
  return {
    number: raw.number,
    nodeId: raw.node_id ?? '',
    url: raw.html_url,
    title: raw.title,
    body: raw.body ?? '',
    state: raw.state === 'open' ? 'open' : 'closed',
    merged: Boolean(raw.merged_at),
    draft: raw.draft ?? false,
    branch: raw.head.ref,
    headRepository: raw.head.repo?.full_name ?? null,
    headSha: raw.head.sha,
    baseBranch: raw.base.ref,
    baseRepository: raw.base.repo?.full_name ?? null,
    labels: (raw.labels ?? []).map(({ name }) => name ?? ''),
    assignees: (raw.assignees ?? []).map(({ login }) => login),
    author: raw.user?.login ?? null,
    createdAt: raw.created_at ?? '',
    closedAt: raw.closed_at ?? null,
    mergedAt: raw.merged_at ?? null,
    mergeSha: raw.merged_at ? (raw.merge_commit_sha ?? null) : null,
  };
}

/** For a command that has no token: nothing can be asked of GitHub. */
export function missingToken(): Result<never> {
  return fail(
    'authentication',
    'There is no GitHub token: set GITHUB_TOKEN or GH_TOKEN, or sign in with gh auth login. Without one there are rotate-pr plan (what open would do), audit, apply and runbook.',
  );
}
