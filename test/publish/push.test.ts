import { chmodSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { isRotateBranch, pushBranches } from '../../src/publish/push.ts';
import { commitAsOther, git, makeWorld, picture, remoteBranches, remoteOf, type World } from './clones.ts';

function commits(world: World, count: number): string[] {
  const tree = git(world.clone, 'rev-parse', 'HEAD^{tree}');
  return Array.from({ length: count }, (_, index) =>
    git(world.clone, 'commit-tree', tree, '-p', 'HEAD', '-m', `commit ${index}`),
  );
}

/** A hook of the remote. */
function hook(world: World, name: string, script: string): void {
  const path = join(world.bare, 'hooks', name);
  writeFileSync(path, `#!/bin/sh\n${script}\n`);
  chmodSync(path, 0o755);
}

describe('pushing branches', () => {
  it('makes them in batches, and leaves the clone as it was', async () => {
    const world = makeWorld();
    hook(world, 'post-receive', `cat > /dev/null; echo push >> ${world.folder}/pushes`);
    writeFileSync(join(world.clone, '.git/hooks/pre-push'), '#!/bin/sh\nexit 1\n', { mode: 0o755 });
    git(world.clone, 'config', 'push.followTags', 'true');
    git(world.clone, 'config', 'push.gpgSign', 'true');
    git(world.clone, 'config', 'remote.origin.mirror', 'true');
    git(world.clone, 'tag', '-a', 'mine', '-m', 'mine');
    const before = picture(world.clone);
    const shas = commits(world, 5);
    const done: number[] = [];
    const pushes = shas.map((to, index) => ({ branch: `rotate/ns-${index}`, to, expected: null }));

    const outcomes = await pushBranches(await remoteOf(world.clone), pushes, {
      size: 2,
      onBatch: (count) => done.push(count),
    });

    expect([...outcomes.values()]).toEqual([null, null, null, null, null]);
    expect(Object.values(remoteBranches(world))).toEqual(shas);
    expect(git(world.bare, 'tag')).toBe('');
    expect(done).toEqual([2, 4, 5]);
    expect(readFileSync(join(world.folder, 'pushes'), 'utf8')).toBe('push\npush\npush\n');
    expect(picture(world.clone)).toEqual(before);
  });

  it('fails only the one to which somebody pushed meanwhile', async () => {
    const world = makeWorld();
    const [first, second, third] = commits(world, 3) as [string, string, string];
    const remote = await remoteOf(world.clone);
    await pushBranches(remote, [
      { branch: 'rotate/a', to: first, expected: null },
      { branch: 'rotate/b', to: first, expected: null },
      { branch: 'rotate/c', to: first, expected: null },
    ]);
    const human = commitAsOther(world, 'rotate/b', 'x.tf', 'x');

    const outcomes = await pushBranches(remote, [
      { branch: 'rotate/a', to: second, expected: first },
      { branch: 'rotate/b', to: second, expected: first },
      { branch: 'rotate/c', to: null, expected: first },
      { branch: 'rotate/d', to: third, expected: null },
    ]);

    expect(Object.fromEntries(outcomes)).toMatchObject({
      'rotate/a': null,
      'rotate/b': { code: 'stale' },
      'rotate/c': null,
      'rotate/d': null,
    });
    expect(remoteBranches(world)).toEqual({ 'rotate/a': second, 'rotate/b': human, 'rotate/d': third });
  });

  it.each([
    ['rotate', 'rotate/a'],
    ['rotate/a/x', 'rotate/a'],
  ])('names the branch %s, which stands in the way of %s', async (other, branch) => {
    const world = makeWorld();
    const [to = ''] = commits(world, 1);
    git(world.bare, 'branch', other, 'main');

    const outcomes = await pushBranches(await remoteOf(world.clone), [{ branch, to, expected: null }]);

    expect(outcomes.get(branch)).toMatchObject({
      code: 'name-taken',
      message: expect.stringMatching(new RegExp(`branch ${other} stands in the way.*[Dd]elete ${other} `)),
    });
  });

  it('says of a lock on the server that it is one, and that nobody pushed', async () => {
    const world = makeWorld();
    const [to = ''] = commits(world, 1);
    mkdirSync(join(world.bare, 'refs/heads/rotate'), { recursive: true });
    writeFileSync(join(world.bare, 'refs/heads/rotate/a.lock'), '');

    const outcomes = await pushBranches(await remoteOf(world.clone), [
      { branch: 'rotate/a', to, expected: null },
    ]);

    expect(outcomes.get('rotate/a')).toMatchObject({
      code: 'locked',
      message: expect.stringMatching(/nobody pushed.*Run again/),
    });
  });

  it('does not make one that is there, nor delete one that moved', async () => {
    const world = makeWorld();
    const [mine] = commits(world, 1);
    const human = commitAsOther(world, 'rotate/a', 'x.tf', 'x');
    const remote = await remoteOf(world.clone);

    const made = await pushBranches(remote, [{ branch: 'rotate/a', to: mine!, expected: null }]);
    const deleted = await pushBranches(remote, [{ branch: 'rotate/a', to: null, expected: mine! }]);

    expect(made.get('rotate/a')).toMatchObject({ code: 'stale' });
    expect(deleted.get('rotate/a')).toMatchObject({ code: 'stale' });
    expect(remoteBranches(world)).toEqual({ 'rotate/a': human });
  });

  it.each([
    [
      'a rule of the repository',
      'echo "GH013: Repository rule violations found" >&2; [ "$1" != refs/heads/rotate/a ]',
      'protected',
    ],
    ['a hook', '[ "$1" != refs/heads/rotate/a ]', 'rejected'],
  ])('fails only the one that %s refuses', async (_name, script, code) => {
    const world = makeWorld();
    hook(world, 'update', script);
    const [sha] = commits(world, 1);
    const pushes = ['rotate/a', 'rotate/b'].map((branch) => ({ branch, to: sha!, expected: null }));

    const outcomes = await pushBranches(await remoteOf(world.clone), pushes);

    expect(Object.fromEntries(outcomes)).toMatchObject({ 'rotate/a': { code }, 'rotate/b': null });
  });

  it('names a remote that is not there for every branch', async () => {
    const world = makeWorld();
    const [sha] = commits(world, 1);
    git(world.clone, 'remote', 'set-url', 'origin', `${world.bare}-gone`);
    const pushes = ['rotate/a', 'rotate/b'].map((branch) => ({ branch, to: sha!, expected: null }));

    const outcomes = await pushBranches(await remoteOf(world.clone), pushes, { size: 1 });

    expect([...outcomes.values()].map((failure) => failure?.code)).toEqual(['not-found', 'not-found']);
  });

  it.each([
    'main',
    'rotate',
    'rotate/',
    'refs/heads/rotate/a',
    'rotate/../main',
    'rotate/a..b',
    'rotate/a.lock',
    'rotate/a b',
    'rotate/-a',
    'rotate/a:refs/heads/main',
    'rotate/a\n',
    'rotate/.a',
    'rotate/a.',
    'rotate/a*',
  ])('refuses %j', async (branch) => {
    expect(isRotateBranch(branch)).toBe(false);
    await expect(pushBranches({} as never, [{ branch, to: null, expected: null }])).rejects.toThrow(
      'rotate/',
    );
  });
});
