/** What time and git do to pull requests: dates, order, drafts, branches that move, merges, and a fork. */
import { describe, expect, it } from 'vitest';
import { git } from '../../../src/demo/run.ts';
import { land } from '../../e2e/land.ts';
import { aCheckedWorld, octokitFor, pushBranch, refusalOf, repositoryOf, withToken } from '../servers.ts';
import { FORK_TOKEN, type World, type WorldOptions, WRITE_TOKEN } from '../world.ts';

const TEXT = { title: 'Rotate one', body: 'A body.', base: 'main' };

async function withPull(options: WorldOptions = {}) {
  const { world, violations } = await aCheckedWorld(options);
  const { rest } = octokitFor(world);
  const at = repositoryOf(world);
  const sha = await pushBranch(world, 'rotate/one');
  await rest.pulls.create({ ...at, ...TEXT, head: 'rotate/one' });
  return { world, violations, rest, at, sha, pull: { ...at, pull_number: 1 } };
}

async function forcePush(world: World, from: string, branch: string): Promise<void> {
  await world.runGit(...withToken(WRITE_TOKEN), 'push', '--quiet', '--force', 'origin', `${from}:${branch}`);
}

describe('dates', () => {
  it('are those of the world’s clock, and order a list', async () => {
    let now = new Date('2026-10-01T12:00:00.500Z');
    const { world, violations, rest, at, pull } = await withPull({ now: () => now });
    now = new Date('2026-10-02T12:00:00Z');
    await forcePush(world, 'rotate/one', 'refs/heads/rotate/two');
    await rest.pulls.create({ ...at, ...TEXT, head: 'rotate/two' });
    now = new Date('2026-11-03T12:00:00Z');
    await rest.issues.createComment({ ...at, issue_number: 1, body: 'late' });

    const updated = await rest.pulls.list({ ...at, sort: 'updated', direction: 'desc' });
    const created = await rest.pulls.list({ ...at, state: 'all' });
    now = new Date('2026-11-04T12:00:00Z');
    await rest.pulls.update({ ...pull, state: 'closed' });
    const closed = await rest.pulls.get(pull);

    expect(updated.data.map(({ number }) => number)).toEqual([1, 2]);
    expect(created.data.map(({ number }) => number)).toEqual([2, 1]);
    expect(closed.data).toMatchObject({
      created_at: '2026-10-01T12:00:00Z',
      updated_at: '2026-11-04T12:00:00Z',
      closed_at: '2026-11-04T12:00:00Z',
    });
    expect(violations).toEqual([]);
  });

  it('move with a push', async () => {
    let now = new Date('2026-10-01T12:00:00Z');
    const { world, rest, pull } = await withPull({ now: () => now });
    now = new Date('2026-10-09T12:00:00Z');
    await pushBranch(world, 'rotate/one');

    expect((await rest.pulls.get(pull)).data.updated_at).toBe('2026-10-09T12:00:00Z');
  });
});

describe('a pull request', () => {
  it('is a draft when it is made as one, and then cannot be merged', async () => {
    const { world, violations, rest, at } = await withPull();
    await forcePush(world, 'rotate/one', 'refs/heads/rotate/two');

    const made = await rest.pulls.create({ ...at, ...TEXT, head: 'rotate/two', draft: true });
    const listed = await rest.pulls.list(at);
    const refused = await refusalOf(rest.pulls.merge({ ...at, pull_number: 2 }));

    expect(made.data).toMatchObject({ draft: true, mergeable_state: 'draft' });
    expect(listed.data.map(({ draft }) => draft)).toEqual([true, false]);
    expect(refused).toContain('405 Pull Request is not mergeable');
    expect(violations).toEqual([]);
  });

  it('says whether git could merge it, and what its checks mean', async () => {
    const { world, violations, rest, pull, sha } = await withPull();

    const clean = await rest.pulls.get(pull);
    world.github.setChecks(sha, 'PENDING');
    const unstable = await rest.pulls.get(pull);
    await land(world, { 'README.md': 'Somebody wrote another one.\n' });
    const dirty = await rest.pulls.get(pull);

    expect(clean.data).toMatchObject({ mergeable: true, mergeable_state: 'clean' });
    expect(unstable.data).toMatchObject({ mergeable: true, mergeable_state: 'unstable' });
    expect(dirty.data).toMatchObject({ mergeable: false, mergeable_state: 'dirty' });
    expect(violations).toEqual([]);
  });

  it('closes when its branch is pushed back to its base', async () => {
    const { world, violations, rest, pull } = await withPull();

    await forcePush(world, 'main', 'refs/heads/rotate/one');

    expect((await rest.pulls.get(pull)).data).toMatchObject({ state: 'closed', merged: false });
    expect(violations).toEqual([]);
  });

  it('counts as merged when its commits come to the base another way', async () => {
    const { world, violations, rest, pull, sha } = await withPull();

    await forcePush(world, 'rotate/one', 'refs/heads/main');

    const after = await rest.pulls.get(pull);
    expect(after.data).toMatchObject({ state: 'closed', merged: true, merge_commit_sha: sha });
    expect(violations).toEqual([]);
  });

  it('stays open when its base moves on without it', async () => {
    const { world, rest, pull } = await withPull();

    await land(world, { 'another.txt': 'x' });

    expect((await rest.pulls.get(pull)).data).toMatchObject({ state: 'open', mergeable: true });
  });
});

describe('a fork', () => {
  const FORK = 'somebody/environments';

  async function pushToFork(world: World, from: string, branch: string): Promise<void> {
    await world.runGit(...withToken(FORK_TOKEN), 'push', '--quiet', '--force', 'fork', `${from}:${branch}`);
  }

  async function withForkPull() {
    const { world, violations } = await aCheckedWorld({ fork: FORK });
    await world.runGit('checkout', '--quiet', '-b', 'mine');
    await world.runGit('commit', '--quiet', '--allow-empty', '-m', 'mine');
    await world.runGit('rm', '--quiet', 'README.md');
    await world.runGit('commit', '--quiet', '-m', 'mine');
    await pushToFork(world, 'mine', 'refs/heads/rotate/one');
    const { rest } = octokitFor(world, FORK_TOKEN);
    const at = repositoryOf(world);
    const made = await rest.pulls.create({ ...at, ...TEXT, head: 'somebody:rotate/one' });
    return { world, violations, rest, at, made, pull: { ...at, pull_number: 1 } };
  }

  it('has a branch from which a pull request is made, found and changed by its owner', async () => {
    const { world, violations, rest, at, made, pull } = await withForkPull();
    const sha = (await world.runGit('rev-parse', 'mine')).trim();

    const found = await rest.pulls.list({ ...at, head: 'somebody:rotate/one' });
    const other = await rest.pulls.list({ ...at, head: `${at.owner}:rotate/one` });
    const updated = await rest.pulls.update({ ...pull, title: 'New' });
    await rest.issues.createComment({ ...at, issue_number: 1, body: 'x' });
    const files = await rest.pulls.listFiles(pull);

    expect(made.data.head).toMatchObject({ label: 'somebody:rotate/one', sha, repo: { full_name: FORK } });
    expect(made.data).toMatchObject({ commits: 2, mergeable: true, user: { login: 'somebody' } });
    expect(found.data.map(({ number }) => number)).toEqual([1]);
    expect(other.data).toEqual([]);
    expect(updated.data.title).toBe('New');
    expect(files.data.map(({ filename, status }) => [filename, status])).toEqual([['README.md', 'removed']]);
    expect(violations).toEqual([]);
  });

  it('is all that its owner may push to', async () => {
    const { world, rest, at } = await withForkPull();
    const main = await octokitFor(world, FORK_TOKEN).rest.repos.get(at);
    const fork = await rest.repos.get({ owner: 'somebody', repo: 'environments' });
    const push = world.runGit(...withToken(FORK_TOKEN), 'push', 'origin', 'mine:refs/heads/mine');

    expect(main.data.permissions).toMatchObject({ push: false, pull: true });
    expect(fork.data).toMatchObject({
      fork: true,
      parent: { full_name: world.repository },
      permissions: { push: true },
    });
    await expect(push).rejects.toThrow(/Permission to example-org\/environments.git denied to somebody/);
    expect(await refusalOf(rest.pulls.create({ ...at, ...TEXT, head: 'main' }))).toMatch(/^403 /);
  });

  it('takes its pull request along when its branch moves, goes, or is merged', async () => {
    const { world, violations, rest, at, pull } = await withForkPull();
    await world.runGit('commit', '--quiet', '--allow-empty', '-m', 'more');
    await pushToFork(world, 'mine', 'refs/heads/rotate/one');
    const sha = (await world.runGit('rev-parse', 'mine')).trim();

    const moved = await rest.pulls.get(pull);
    const again = await refusalOf(rest.pulls.create({ ...at, ...TEXT, head: 'somebody:rotate/one' }));
    await octokitFor(world).rest.pulls.merge(pull);
    await pushToFork(world, 'main', 'refs/heads/rotate/two');

    expect(moved.data.head.sha).toBe(sha);
    expect(again).toContain('A pull request already exists for somebody:rotate/one.');
    expect((await git(world.bare, ['rev-parse', 'main^2'])).trim()).toBe(sha);
    expect(violations).toEqual([]);
  });
});
