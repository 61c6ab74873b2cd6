import { describe, expect, it } from 'vitest';
import type { Target } from '../../src/publish/observe.ts';
import { listPullRequests } from '../../src/publish/observe.ts';
import { type FakeGitHub, type FakePullRequest, fakeGitHub } from './fake-github.ts';

const NOW = new Date('2026-11-23T10:00:00Z');

function targets(count: number, part: Partial<Target> = {}): readonly Target[] {
  return Array.from({ length: count }, (_, at) => ({
    namespace: `ns-${at}`,
    cluster: 'live',
    group: null,
    branch: `rotate/ns-${at}`,
    wanted: new Map([[`ns-${at}/x.tf#m`, { to: '23-11-2026', due: null, maxAgeDays: 90 }]]),
    askedByName: false,
    ...part,
  }));
}

/** A GitHub with pull requests of these branches, each open or closed days ago. */
async function githubWith(pulls: Readonly<Record<string, 'open' | number>>): Promise<FakeGitHub> {
  const github = fakeGitHub();
  for (const [branch, state] of Object.entries(pulls)) {
    await github.create({ title: '', body: '', branch, base: 'main', draft: false });
    if (state === 'open') continue;
    const closedAt = new Date(NOW.getTime() - state * 86_400_000).toISOString();
    const change: Partial<FakePullRequest> = { state: 'closed', closedAt };
    github.change(github.pulls.length, change);
  }
  github.calls.length = 0;
  return github;
}

async function seen(
  github: FakeGitHub,
  of: readonly Target[],
  everything = false,
  branches: readonly string[] = [],
) {
  const refs = { branches: new Map(branches.map((name) => [name, 'a'])), defaultBranch: 'main' };
  const found = await listPullRequests(of, { github, refs: refs as never, now: NOW, everything });
  if (!found.ok) throw new Error(found.error.message);
  return {
    calls: github.calls,
    open: [...found.value.open.keys()].toSorted(),
    closed: [...found.value.closed.keys()].toSorted(),
  };
}

describe('pull requests are found with few requests', () => {
  it.each([
    ['one each, up to 30', 30, false, 30],
    ['two for more, with the closed ones of as long as they count', 31, false, 2],
    ['two for the whole estate', 1_369, false, 2],
    ['two and one each, when all are looked at for a few', 3, true, 5],
  ])('%s', async (_, count, everything, requests) => {
    const { calls } = await seen(await githubWith({}), targets(count), everything);

    expect(calls).toHaveLength(requests);
  });

  it('one each of the open ones alone when closed ones do not matter', async () => {
    const github = await githubWith({ 'rotate/ns-0': 3 });

    const { closed } = await seen(github, targets(2, { askedByName: true }));

    expect(github.calls).toEqual(['list rotate/ns-0', 'list rotate/ns-1']);
    expect(closed).toEqual([]);
  });

  it('one for all open ones when none that is closed matters', async () => {
    const { calls } = await seen(await githubWith({}), targets(100, { askedByName: true }));

    expect(calls).toEqual(['list open']);
  });
});

describe('what matters is found', () => {
  it('open and closed ones of a few', async () => {
    const github = await githubWith({ 'rotate/ns-0': 'open', 'rotate/ns-1': 200 });

    expect(await seen(github, targets(2))).toMatchObject({ open: ['rotate/ns-0'], closed: ['rotate/ns-1'] });
  });

  it('closed ones of many, as far back as they count, and older ones whose branch is there', async () => {
    const github = await githubWith({ 'rotate/ns-1': 91, 'rotate/ns-2': 400, 'rotate/ns-3': 400 });

    const found = await seen(github, targets(40), false, ['rotate/ns-3']);

    expect(found.closed).toEqual(['rotate/ns-1', 'rotate/ns-3']);
    expect(found.calls).toEqual(['list open', 'list closed', 'list rotate/ns-3']);
  });

  it('of all others what is open, and what was closed within a day', async () => {
    const github = await githubWith({ 'rotate/other': 'open', 'rotate/late': 0.5, 'rotate/long-ago': 3 });

    const found = await seen(github, targets(1), true);

    expect(found).toMatchObject({ open: ['rotate/other'], closed: ['rotate/late'] });
  });

  it('nothing when GitHub cannot be asked', async () => {
    const github = await githubWith({});
    github.fault = () => 'rate-limited';

    await expect(seen(github, targets(1))).rejects.toThrow(/rate-limited/);
  });
});
