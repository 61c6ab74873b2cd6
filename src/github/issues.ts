import type { Result } from '../util/result.ts';
import { asker } from './ask.ts';
import type { GitHubOptions } from './client.ts';
import type { GitHub } from './github.ts';
import { connectGitHub } from './rest.ts';

/** An issue, as far as the dashboard needs it. */
export interface Issue {
  readonly number: number;
  readonly url: string;
  readonly title: string;
  readonly body: string;
  readonly state: 'open' | 'closed';
  /** Login, null for an account that is gone. */
  readonly author: string | null;
  /** RFC 3339; null while open. */
  readonly closedAt: string | null;
}

export interface IssueComment {
  readonly id: number;
  readonly body: string;
  /** Login, null for an account that is gone. */
  readonly author: string | null;
}

/** GitHub's issues, as far as the dashboard uses them. Every failure is a value, with the codes of `GitHub`. */
export interface Issues extends Pick<GitHub, 'closedBy' | 'comment' | 'updateComment' | 'createLabel'> {
  /** The issues with a label, open and closed, oldest first; no pull requests. */
  labelled(label: string): Promise<Result<readonly Issue[]>>;
  create(issue: {
    readonly title: string;
    readonly body: string;
    readonly labels: readonly string[];
  }): Promise<Result<Issue>>;
  update(
    number: number,
    change: { readonly body?: string; readonly state?: 'open' | 'closed' },
  ): Promise<Result<void>>;
  /** Oldest first. */
  comments(number: number): Promise<Result<readonly IssueComment[]>>;
  deleteComment(id: number): Promise<Result<void>>;
}

/** An issue as the REST API gives it, as far as it is used. */
interface RawIssue {
  readonly number: number;
  readonly html_url: string;
  readonly title: string;
  readonly body?: string | null;
  readonly state: string;
  readonly user?: { readonly login: string } | null;
  readonly closed_at?: string | null;
}

/** Connects to GitHub's REST API by octokit, which is loaded with the first request. */
export function connectIssues(given: GitHubOptions): Issues {
  const options = { ...given, rights: '"Issues: write"' };
  const { owner, repo } = options.repository;
  const here = { owner, repo };
  const ask = asker(options);
  const { closedBy, comment, updateComment, createLabel } = connectGitHub(options);

  return {
    closedBy,
    comment,
    updateComment,
    createLabel,

    labelled: (label) =>
      ask(`list the issues with the label ${label}`, async (octokit) => {
        const order = { state: 'all', sort: 'created', direction: 'asc' } as const;
        const request = { ...here, ...order, labels: label, per_page: 100 };
        const found = await octokit.paginate(octokit.rest.issues.listForRepo, request);
        return found.filter(({ pull_request }) => pull_request === undefined).map(toIssue);
      }),

    // Not tried again after a lost answer: the next run finds the issue, and two would have to be made one.
    create: ({ title, body, labels }) =>
      ask('create the issue', async ({ rest }) => {
        const request = { ...here, title, body, labels: [...labels], request: { retries: 0 } };
        return toIssue((await rest.issues.create(request)).data);
      }),

    update: (number, change) =>
      ask(`change the issue #${number}`, async ({ rest }) => {
        await rest.issues.update({ ...here, issue_number: number, ...change });
      }),

    comments: (number) =>
      ask(`read the comments of #${number}`, async (octokit) => {
        const request = { ...here, issue_number: number, per_page: 100 };
        const found = await octokit.paginate(octokit.rest.issues.listComments, request);
        return found.map(({ id, body, user }) => ({ id, body: body ?? '', author: user?.login ?? null }));
      }),

    deleteComment: (id) =>
      ask(`delete the comment ${id}`, async ({ rest }) => {
        await rest.issues.deleteComment({ ...here, comment_id: id });
      }),
  };
}

function toIssue(raw: RawIssue): Issue {
  return {
    number: raw.number,
    url: raw.html_url,
    title: raw.title,
    body: raw.body ?? '',
    state: raw.state === 'open' ? 'open' : 'closed',
    author: raw.user?.login ?? null,
    closedAt: raw.closed_at ?? null,
  };
}
