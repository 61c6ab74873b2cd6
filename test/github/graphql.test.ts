import { describe, expect, it, vi } from 'vitest';
import { git } from '../../src/demo/run.ts';
import type { GitHubOptions } from '../../src/github/client.ts';
import { connectGraphQL } from '../../src/github/graphql.ts';
import { graphqlFailure } from '../../src/github/graphql-failure.ts';
import { land } from '../e2e/land.ts';
import { unwrap } from '../unwrap.ts';
import { refusal } from './server/answers.ts';
import { rateLimit } from './server/faults.ts';
import { aCheckedWorld, octokitFor, pushBranch, repositoryOf, withToken } from './servers.ts';
import { FORK_TOKEN, READ_TOKEN, type World, type WorldOptions, WRITE_TOKEN } from './world.ts';

function connect(world: World, token: string = WRITE_TOKEN, part: Partial<GitHubOptions> = {}) {
  const repository = { ...repositoryOf(world), serverUrl: world.git.url, apiUrl: world.github.url };
  return connectGraphQL({ repository, token, version: '0', pacing: false, ...part });
}

async function withPull(options: WorldOptions = {}, draft = false) {
  const { world, violations } = await aCheckedWorld(options);
  const sha = await pushBranch(world, 'rotate/one');
  const { rest } = octokitFor(world);
  const request = { ...repositoryOf(world), title: 'Rotate one', head: 'rotate/one', base: 'main', draft };
  await rest.pulls.create(request);
  return { world, violations, sha, rest, at: repositoryOf(world) };
}

describe('the open pull requests', () => {
  it('come with what else would be three requests each', async () => {
    const now = new Date('2026-11-01T08:00:00Z');
    const { world, violations, sha, rest, at } = await withPull({ now: () => now });
    await rest.issues.addLabels({ ...at, issue_number: 1, labels: ['dependencies'] });
    world.github.setChecks(sha, 'FAILURE');
    world.github.setReviewDecision(1, 'REVIEW_REQUIRED');

    const [open] = unwrap(await connect(world).openPullRequests());

    expect(open).toEqual({
      id: expect.any(String),
      number: 1,
      url: `${world.git.url}/${world.repository}/pull/1`,
      title: 'Rotate one',
      body: '',
      author: { login: 'rotation-team', bot: false },
      branch: 'rotate/one',
      headSha: sha,
      headRepository: world.repository,
      baseBranch: 'main',
      draft: false,
      labels: ['dependencies'],
      mergeable: 'yes',
      review: 'review-required',
      checks: 'failure',
      createdAt: '2026-11-01T08:00:00Z',
      updatedAt: '2026-11-01T08:00:00Z',
    });
    expect(violations).toEqual([]);
  });

  it('are all of them below rotate/, page by page', async () => {
    const { world, violations } = await aCheckedWorld();
    const { rest } = octokitFor(world);
    const at = repositoryOf(world);
    const sha = await pushBranch(world, 'other');
    const branches = Array.from({ length: 52 }, (_, index) => `rotate/ns-${index}`);
    for (const branch of branches) await git(world.bare, ['update-ref', `refs/heads/${branch}`, sha]);
    for (const head of ['other', ...branches]) {
      await rest.pulls.create({ ...at, title: head, head, base: 'main' });
    }
    await rest.pulls.update({ ...at, pull_number: 2, state: 'closed' });
    const before = world.github.log.length;

    const open = unwrap(await connect(world).openPullRequests());

    expect(open.map(({ branch }) => branch)).toEqual(branches.slice(1));
    expect(world.github.log.length - before).toBe(2);
    expect(violations).toEqual([]);
  }, 30_000);

  it('say who cannot be merged, what is a draft and what comes from a fork or a bot', async () => {
    const tokens = {
      bot: { login: 'rotator[bot]', write: true },
      [WRITE_TOKEN]: { login: 'w', write: true },
    };
    const { world, violations } = await aCheckedWorld({ tokens, fork: 'somebody/environments' });
    const at = repositoryOf(world);
    await pushBranch(world, 'rotate/one');
    await land(world, { 'README.md': 'Somebody wrote another one.\n' });
    await world.runGit(
      ...withToken(FORK_TOKEN),
      'push',
      '--quiet',
      'fork',
      'rotate/one:refs/heads/rotate/two',
    );
    const text = { ...at, base: 'main', title: 't' };
    await octokitFor(world, 'bot').rest.pulls.create({ ...text, head: 'rotate/one', draft: true });
    await octokitFor(world, FORK_TOKEN).rest.pulls.create({ ...text, head: 'somebody:rotate/two' });

    const open = unwrap(await connect(world).openPullRequests());

    expect(open).toMatchObject([
      { draft: true, mergeable: 'conflict', author: { login: 'rotator[bot]', bot: true } },
      { branch: 'rotate/two', headRepository: 'somebody/environments', author: { login: 'somebody' } },
    ]);
    expect(open[0]).toMatchObject({ checks: null, review: null });
    expect(violations).toEqual([]);
  });
});

describe('whose token it is', () => {
  it.each([
    ['a person', 'someone', false],
    ['a bot', 'github-actions[bot]', true],
  ])('is told of %s', async (_, login, bot) => {
    const { world, violations } = await aCheckedWorld({ tokens: { secret: { login, write: true } } });

    expect(await connect(world, 'secret').viewer()).toEqual({ ok: true, value: { login, bot } });
    expect(violations).toEqual([]);
  });
});

describe('a merge by itself', () => {
  it('is switched on, and happens when the checks are green', async () => {
    const { world, violations, sha, rest, at } = await withPull({ autoMerge: true });
    world.github.setChecks(sha, 'PENDING');
    const github = connect(world);
    const [open] = unwrap(await github.openPullRequests());

    expect(await github.enableAutoMerge(open!.id, 'squash')).toEqual({ ok: true, value: undefined });

    const waiting = await rest.pulls.get({ ...at, pull_number: 1 });
    world.github.setChecks(sha, 'SUCCESS');
    const merged = await rest.pulls.get({ ...at, pull_number: 1 });
    expect(waiting.data).toMatchObject({ state: 'open', auto_merge: { merge_method: 'squash' } });
    expect(merged.data).toMatchObject({ state: 'closed', merged: true });
    expect(violations).toEqual([]);
  });

  it.each([
    ['the repository does not allow it', {}, /Auto merge is not allowed for this repository/],
    ['nothing stands in the way of a merge', { autoMerge: true }, /Pull request is in clean status/],
  ])('is refused in GitHub’s words when %s', async (_, options, words) => {
    const { world, violations } = await withPull(options);
    const github = connect(world);
    const [open] = unwrap(await github.openPullRequests());

    const refused = await github.enableAutoMerge(open!.id, 'merge');

    expect(refused).toMatchObject({
      ok: false,
      error: { code: 'validation', message: expect.stringMatching(words) },
    });
    expect(violations).toEqual([]);
  });

  it('is refused to who may not write, and for what is no pull request', async () => {
    const { world } = await withPull({ autoMerge: true });
    const [open] = unwrap(await connect(world).openPullRequests());

    const forbidden = await connect(world, READ_TOKEN).enableAutoMerge(open!.id, 'merge');
    const unknown = await connect(world).enableAutoMerge('bm9uZQ==', 'merge');

    expect(forbidden).toMatchObject({ ok: false, error: { code: 'forbidden' } });
    expect(unknown).toMatchObject({ ok: false, error: { code: 'not-found' } });
  });
});

describe('the head of a branch', () => {
  it('is null where there is none, and not verified where somebody pushed it', async () => {
    const { world, violations, sha } = await withPull();
    const github = connect(world);

    expect(await github.branchHead('rotate/none')).toEqual({ ok: true, value: null });
    expect(await github.branchHead('rotate/one')).toEqual({
      ok: true,
      value: { oid: sha, verified: false },
    });
    expect(violations).toEqual([]);
  });
});

describe('GraphQL that refuses', () => {
  const COMMIT = {
    branch: 'rotate/one',
    expectedHead: 'a'.repeat(40),
    headline: 'h',
    body: '',
    files: [{ path: 'x', bytes: Buffer.from('x') }],
  };

  it.each<[string, string, { readonly branch?: string }, string]>([
    ['a wrong token', 'ghp_wrong', {}, 'authentication'],
    ['a token that may only read', READ_TOKEN, {}, 'forbidden'],
    ['a branch that has moved', WRITE_TOKEN, {}, 'conflict'],
    ['a branch that is not there', WRITE_TOKEN, { branch: 'rotate/none' }, 'not-found'],
  ])('says so to %s', async (_, token, part, code) => {
    const { world, violations } = await withPull();
    const printed = [vi.spyOn(console, 'log'), vi.spyOn(console, 'warn'), vi.spyOn(console, 'error')];

    const result = await connect(world, token).commitOnBranch({ ...COMMIT, ...part });

    expect(result).toMatchObject({ ok: false, error: { code } });
    expect(JSON.stringify(result)).not.toContain(token);
    expect(JSON.stringify(result)).toContain(part.branch ?? COMMIT.branch);
    for (const spy of printed) expect(spy).not.toHaveBeenCalled();
    expect(violations).toEqual([]);
  });

  it.each([false, true])('because of a limit says when to come back (pacing: %s)', async (pacing) => {
    const { world } = await aCheckedWorld();
    const reset = new Date(Date.now() + 3_600_000);
    world.github.intercept(() => rateLimit(reset, 'graphql'));

    const result = await connect(world, WRITE_TOKEN, { pacing }).viewer();

    expect(result).toMatchObject({ ok: false, error: { code: 'rate-limited' } });
    expect(JSON.stringify(result)).toContain(`Run again after ${reset.toISOString().slice(0, 19)}`);
  });

  it.each([
    [
      'a fault of GitHub',
      { errors: [{ message: 'Something went wrong while executing your query' }] },
      'server',
    ],
    [
      'a server that is too old for it',
      { errors: [{ message: "Field 'x' doesn't exist", extensions: { code: 'undefinedField' } }] },
      'validation',
    ],
  ])('because of %s is a value', async (_, body, code) => {
    const { world } = await aCheckedWorld();
    world.github.intercept(() => ({ status: 200, body }));

    expect(await connect(world).viewer()).toMatchObject({ ok: false, error: { code } });
  });

  it('is asked for where an Enterprise Server has it', async () => {
    const { world } = await aCheckedWorld();
    const apiUrl = `${world.github.url}/api/v3`;
    const repository = { ...repositoryOf(world), serverUrl: world.git.url, apiUrl };

    const result = await connect(world, WRITE_TOKEN, { repository }).viewer();

    expect(world.github.log).toMatchObject([{ method: 'POST', path: '/api/graphql' }]);
    expect(result).toMatchObject({ ok: false, error: { code: 'not-found' } });
  });

  it('with an error page is a value', async () => {
    const { world } = await aCheckedWorld();
    world.github.intercept(() => refusal(502, 'Bad Gateway'));

    expect(await connect(world).openPullRequests()).toMatchObject({ ok: false, error: { code: 'server' } });
  });

  it('with a hang is given up', async () => {
    const { world } = await aCheckedWorld();
    const until = new Promise(() => {});
    world.github.intercept(() => ({ fault: 'hang', until }));

    const result = await connect(world, WRITE_TOKEN, { timeoutMs: 100 }).viewer();

    expect(result).toMatchObject({ ok: false, error: { code: 'unreachable' } });
  });

  it('is told from a refusal of REST, which has errors too', () => {
    const data = { message: 'Validation Failed', errors: [{ message: 'No commits between main and x' }] };
    const context = { doing: 'create it', secrets: [], apiUrl: 'https://api.github.com' };

    expect(graphqlFailure({ status: 422, response: { data, headers: {} } }, context)).toEqual({
      code: 'validation',
      message: 'Could not create it: GitHub says "Validation Failed: No commits between main and x" (422).',
    });
  });
});
