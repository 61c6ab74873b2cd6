import type { Octokit } from 'octokit';
import { fail, ok, type Result } from '../result.ts';
import type { Account, GitHub, PullRequest } from './github.ts';
import { githubFailure, githubWords } from './github-failure.ts';
import { createOctokit, type GitHubOptions } from './octokit-client.ts';
import { secretForms } from './redact.ts';

/** Up to this many branches are looked up one by one; above, the open pull requests are paged through once. */
const LOOKUPS = 30;

/** A pull request as the REST API gives it, as far as it is used; old servers and doubles leave fields out. */
interface RawPullRequest {
  readonly number: number;
  readonly html_url: string;
  readonly title: string;
  readonly body?: string | null;
  readonly state: string;
  readonly merged_at?: string | null;
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
  const { owner, repo, apiUrl } = options.repository;
  const secrets = secretForms(options.token);
  const here = { owner, repo };
  let loading: Promise<Octokit> | null = null;

  /** Every request goes through here: what octokit throws becomes a value. */
  async function ask<T>(doing: string, request: (octokit: Octokit) => Promise<T>): Promise<Result<T>> {
    loading ??= createOctokit(options);
    const octokit = await loading;
    try {
      return ok(await request(octokit));
    } catch (error) {
      return { ok: false, error: githubFailure(error, { doing, secrets, apiUrl }) };
    }
  }

  function list(branch: string, state: 'open' | 'closed' | 'all'): Promise<Result<PullRequest[]>> {
    return ask(`list the pull requests of ${branch}`, async ({ rest }) => {
      const found = await rest.pulls.list({ ...here, head: `${owner}:${branch}`, state, per_page: 100 });
      return ownPullRequests(found.data).filter((one) => one.branch === branch);
    });
  }

  async function pullRequests(
    branches: readonly string[],
    withClosed: ReadonlySet<string>,
  ): Promise<Result<ReadonlyMap<string, readonly PullRequest[]>>> {
    const found = new Map<string, PullRequest[]>(branches.map((branch) => [branch, []]));
    const many = found.size > LOOKUPS;
    if (many) {
      const open = await ask('list the open pull requests', (octokit) =>
        octokit.paginate(octokit.rest.pulls.list, { ...here, state: 'open', per_page: 100 }),
      );
      if (!open.ok) return open;
      for (const one of ownPullRequests(open.value)) found.get(one.branch)?.push(one);
    }
    for (const [branch, known] of found) {
      if (many && (known.length > 0 || !withClosed.has(branch))) continue;
      const state = many ? 'closed' : withClosed.has(branch) ? 'all' : 'open';
      const listed = await list(branch, state);
      if (!listed.ok) return listed;
      known.push(...listed.value);
    }
    for (const known of found.values()) known.sort((a, b) => a.number - b.number);
    return ok(found);
  }

  return {
    repository: () =>
      ask(`read the repository ${owner}/${repo}`, async ({ rest }) => {
        const { data } = await rest.repos.get(here);
        return {
          fullName: data.full_name,
          defaultBranch: data.default_branch,
          archived: data.archived,
          canPush: data.permissions?.push ?? null,
        };
      }),

    pullRequests,

    async closedBy(number) {
      const closer = await ask(`see who closed #${number}`, async ({ rest }): Promise<Account | null> => {
        const { data } = await rest.issues.get({ ...here, issue_number: number });
        const by = data.closed_by;
        return by ? { login: by.login, bot: by.type === 'Bot' || by.login.endsWith('[bot]') } : null;
      });
      // A token without the right to read issues: not known is an answer here, and the cautious one.
      return !closer.ok && ['forbidden', 'not-found'].includes(closer.error.code) ? ok(null) : closer;
    },

    async create({ title, body, branch, base }) {
      loading ??= createOctokit(options);
      const { rest } = await loading;
      try {
        const { data } = await rest.pulls.create({ ...here, title, body, head: branch, base });
        return ok(toPullRequest(data));
      } catch (error) {
        const doing = `create the pull request of ${branch}`;
        const failure = githubFailure(error, { doing, secrets, apiUrl });
        // A retry after a lost answer, or another run: "A pull request already exists for owner:branch."
        const exists = failure.code === 'validation' && /already exists/i.test(githubWords(error as object));
        if (!exists) return { ok: false, error: failure };
        const open = await list(branch, 'open');
        if (!open.ok) return open;
        const one = open.value.find(({ baseBranch }) => baseBranch === base) ?? open.value[0];
        return one ? this.update(one.number, { title, body }) : { ok: false, error: failure };
      }
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

    comments: (number) =>
      ask(`read the comments of #${number}`, async (octokit) => {
        const request = { ...here, issue_number: number, per_page: 100 };
        const comments = await octokit.paginate(octokit.rest.issues.listComments, request);
        return comments.map(({ body }) => body ?? '');
      }),
  };
}

/** Drops those of forks: their branches have our names by chance or by intent. */
function ownPullRequests(raw: readonly RawPullRequest[]): PullRequest[] {
  return raw
    .filter(({ head, base }) => head.repo && base.repo && head.repo.full_name === base.repo.full_name)
    .map(toPullRequest);
}

function toPullRequest(raw: RawPullRequest): PullRequest {
  return {
    number: raw.number,
    url: raw.html_url,
    title: raw.title,
    body: raw.body ?? '',
    state: raw.state === 'open' ? 'open' : 'closed',
    merged: Boolean(raw.merged_at),
    branch: raw.head.ref,
    headSha: raw.head.sha,
    baseBranch: raw.base.ref,
    labels: (raw.labels ?? []).map(({ name }) => name ?? ''),
    closedAt: raw.closed_at ?? null,
  };
}

/** For a command that has no token: nothing can be asked of GitHub. */
export function missingToken(): Result<never> {
  return fail(
    'authentication',
    'There is no GitHub token: set GITHUB_TOKEN or GH_TOKEN, or sign in with gh auth login.',
  );
}
