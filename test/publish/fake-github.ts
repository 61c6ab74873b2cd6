/** GitHub in memory behind the interface that `publish` uses: for faults and for states that take weeks to arise. */

import type { Account, Comment, GitHub, PullRequest, RepositoryInfo } from '../../src/github/github.ts';
import { fail, ok, type Result } from '../../src/util/result.ts';

export interface FakePullRequest extends PullRequest {
  readonly comments: readonly Comment[];
  readonly reviewers?: readonly string[];
  readonly teams?: readonly string[];
  readonly closedBy: Account | null;
}

export interface FakeGitHub extends GitHub {
  readonly pulls: FakePullRequest[];
  /** Every request, for example `create rotate/alpha`. */
  readonly calls: string[];
  /** Set to make a request fail: gives the failure's code for a call. */
  fault: (call: string) => string | null;
  info: RepositoryInfo;
  readonly labelNames: string[];
  /** Branch → commit, as the API tells it. */
  readonly heads: Record<string, string>;
  /** Changes one as a person or a bot would. */
  change(number: number, change: Partial<FakePullRequest>): void;
}

export function fakeGitHub(): FakeGitHub {
  const pulls: FakePullRequest[] = [];
  const calls: string[] = [];
  const us: Account = { login: 'somebody', bot: false };

  function change(number: number, part: Partial<FakePullRequest>): void {
    const index = pulls.findIndex((one) => one.number === number);
    pulls[index] = { ...pulls[index]!, ...part };
  }

  async function call<T>(name: string, act: () => Result<T>): Promise<Result<T>> {
    calls.push(name);
    const code = fake.fault(name);
    return code === null ? act() : fail(code, `GitHub says "${code}" to ${name}.`);
  }

  const fake: FakeGitHub = {
    pulls,
    calls,
    change,
    fault: () => null,
    info: { fullName: 'o/r', defaultBranch: 'main', archived: false, canPush: true, parent: null },
    labelNames: [],
    heads: {},
    repository: () => call('repository', () => ok(fake.info)),
    fork: () => call('fork', () => ok(undefined)),
    branchHead: (branch) => call(`branchHead ${branch}`, () => ok(fake.heads[branch] ?? null)),
    openPullRequests: () => call('list open', () => ok(pulls.filter(({ state }) => state === 'open'))),
    closedPullRequests: (since) =>
      call('list closed', () =>
        ok(pulls.filter(({ state, closedAt }) => state === 'closed' && (closedAt ?? '') >= since)),
      ),
    pullRequestsOf: (branch, state) =>
      call(`list ${branch}`, () =>
        ok(pulls.filter((one) => one.branch === branch && (state === 'all' || one.state === state))),
      ),
    pullRequest: (number) =>
      call(`pullRequest ${number}`, () => ok(pulls.find((one) => one.number === number) ?? null)),
    closedBy: (number) =>
      call(`closedBy ${number}`, () => ok(pulls.find((one) => one.number === number)!.closedBy)),
    create: ({ title, body, branch, base, draft }) =>
      call(`create ${branch}`, () => {
        const number = pulls.length + 1;
        const url = `https://github.com/o/r/pull/${number}`;
        const made = { number, url, title, body, branch, draft, baseBranch: base, state: 'open' as const };
        const never = { merged: false, mergedAt: null, mergeSha: null, closedAt: null, closedBy: null };
        pulls.push({
          ...made,
          ...never,
          nodeId: `PR_${number}`,
          headRepository: 'o/r',
          baseRepository: 'o/r',
          headSha: '',
          labels: [],
          assignees: [],
          author: us.login,
          createdAt: '2026-11-23T09:00:00Z',
          comments: [],
        });
        return ok(pulls.at(-1)!);
      }),
    update: (number, { base, ...part }) =>
      call(`update ${number}`, () => {
        change(number, {
          ...part,
          ...(base ? { baseBranch: base } : {}),
          ...(part.state ? { closedBy: us, closedAt: '2026-11-23T00:00:00Z' } : {}),
        });
        return ok(pulls.find((one) => one.number === number)!);
      }),
    comment: (number, body) =>
      call(`comment ${number}`, () => {
        const { comments } = pulls.find((one) => one.number === number)!;
        change(number, {
          comments: [...comments, { id: number * 100 + comments.length, author: us.login, body }],
        });
        return ok(undefined);
      }),
    updateComment: (id, body) =>
      call(`updateComment ${id}`, () => {
        const pull = pulls.find(({ comments }) => comments.some((comment) => comment.id === id))!;
        change(pull.number, {
          comments: pull.comments.map((one) => (one.id === id ? { ...one, body } : one)),
        });
        return ok(undefined);
      }),
    comments: (number) =>
      call(`comments ${number}`, () => ok(pulls.find((one) => one.number === number)!.comments)),
    labels: () => call('labels', () => ok([...fake.labelNames])),
    createLabel: ({ name }) =>
      call(`createLabel ${name}`, () => {
        fake.labelNames.push(name);
        return ok(undefined);
      }),
    dress: (number, part) =>
      call(`dress ${number}`, () => {
        change(number, part);
        return ok(undefined);
      }),
    requestReview: (number, { reviewers, teams }) =>
      call(`requestReview ${number} ${[...reviewers, ...teams].join(' ')}`, () => {
        const { reviewers: some = [], teams: others = [] } = pulls.find((one) => one.number === number)!;
        change(number, { reviewers: [...some, ...reviewers], teams: [...others, ...teams] });
        return ok(undefined);
      }),
  };
  return fake;
}
