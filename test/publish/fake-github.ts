/** GitHub in memory behind the interface that `publish` uses: for faults and for states that take weeks to arise. */

import type { Account, GitHub, PullRequest, RepositoryInfo } from '../../src/publish/github.ts';
import { fail, ok, type Result } from '../../src/result.ts';

export interface FakePullRequest extends PullRequest {
  readonly comments: readonly string[];
  readonly closedBy: Account | null;
}

export interface FakeGitHub extends GitHub {
  readonly pulls: FakePullRequest[];
  /** Every request, for example `create rotate/alpha`. */
  readonly calls: string[];
  /** Set to make a request fail: gives the failure's code for a call. */
  fault: (call: string) => string | null;
  info: RepositoryInfo;
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
    info: { fullName: 'o/r', defaultBranch: 'main', archived: false, canPush: true },
    repository: () => call('repository', () => ok(fake.info)),
    pullRequests: (branches, withClosed) =>
      call('list', () =>
        ok(
          new Map(
            branches.map((branch) => [
              branch,
              pulls.filter(
                (one) => one.branch === branch && (one.state === 'open' || withClosed.has(branch)),
              ),
            ]),
          ),
        ),
      ),
    closedBy: (number) =>
      call(`closedBy ${number}`, () => ok(pulls.find((one) => one.number === number)!.closedBy)),
    create: ({ title, body, branch, base }) =>
      call(`create ${branch}`, () => {
        const number = pulls.length + 1;
        const url = `https://github.com/o/r/pull/${number}`;
        const made = {
          number,
          url,
          title,
          body,
          branch,
          baseBranch: base,
          state: 'open' as const,
          merged: false,
        };
        pulls.push({ ...made, headSha: '', labels: [], closedAt: null, comments: [], closedBy: null });
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
        change(number, { comments: [...pulls.find((one) => one.number === number)!.comments, body] });
        return ok(undefined);
      }),
    comments: (number) =>
      call(`comments ${number}`, () => ok(pulls.find((one) => one.number === number)!.comments)),
  };
  return fake;
}
