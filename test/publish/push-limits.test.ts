import { execFileSync } from 'node:child_process';
import { chmodSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { gitEnvironment } from '../../src/git/process.ts';
import { argumentsOf, type BranchPush, howManyFit, pushBranches } from '../../src/publish/push.ts';
import { commitAsOther, git, makeWorld, remoteBranches, remoteOf, type World } from './clones.ts';

/** New branches, `rotate/ns-00` and on, all on one commit. */
function newBranches(world: World, count: number): BranchPush[] {
  const to = git(world.clone, 'commit-tree', 'HEAD^{tree}', '-p', 'HEAD', '-m', 'one');
  return Array.from({ length: count }, (_, index) => ({
    branch: `rotate/ns-${String(index).padStart(2, '0')}`,
    to,
    expected: null,
  }));
}

/** A pre-receive hook: one that has `refs`, the names, and `count`; each push is noted with the number of its refs. */
function preReceive(world: World, script: string): void {
  const path = join(world.bare, 'hooks', 'pre-receive');
  const head = `refs=$(cut -d' ' -f3); count=$(echo "$refs" | wc -l | tr -d ' '); echo $count >> ../pushes`;
  writeFileSync(path, `#!/bin/sh\n${head}\n${script}\nexit 0\n`);
  chmodSync(path, 0o755);
}

/** The number of refs of each push. */
function pushesOf(world: World): number[] {
  const path = join(world.folder, 'pushes');
  if (!existsSync(path)) return [];
  return readFileSync(path, 'utf8').trim().split('\n').map(Number);
}

const GITHUB_LIMIT = `
if [ $count -gt 5 ]; then
  for ref in $refs; do
    echo "error: GH013: Repository rule violations found for $ref." >&2
    echo "Review all repository rules at https://github.example/o/r/rules?ref=$ref" >&2
    echo >&2
    echo "- Pushes can not update more than 5 branches or tags." >&2
  done
  exit 1
fi`;

describe('a remote that limits the branches of a push', () => {
  it.each([
    ['and says the number, as GitHub does, gets that many at once', GITHUB_LIMIT, [23, 5, 5, 5, 5, 3]],
    [
      'and says no number gets half as many until it takes them',
      '[ $count -gt 6 ] && echo "too many refs in one push" >&2 && exit 1',
      [23, 11, 5, 5, 5, 5, 3],
    ],
    [
      'and says a number that is no limit gets half as many',
      '[ $count -gt 12 ] && echo "at most 100 branches" >&2 && exit 1',
      [23, 11, 11, 1],
    ],
  ])('%s', async (_name, script, pushes) => {
    const world = makeWorld();
    preReceive(world, script);
    const wanted = newBranches(world, 23);
    const done: number[] = [];

    const outcomes = await pushBranches(await remoteOf(world.clone), wanted, {
      onBatch: (count) => done.push(count),
    });

    expect(Object.keys(remoteBranches(world))).toEqual(wanted.map(({ branch }) => branch));
    expect(new Set(outcomes.values())).toEqual(new Set([null]));
    expect(pushesOf(world)).toEqual(pushes);
    expect(done).toEqual([...done].sort((a, b) => a - b));
    expect(done.at(-1)).toBe(23);
  });

  it('takes deletions in the same way, and is not tried again in the same run', async () => {
    const world = makeWorld();
    const made = newBranches(world, 12);
    const remote = await remoteOf(world.clone);
    preReceive(world, GITHUB_LIMIT);
    await pushBranches(remote, made);

    const gone = made.map(({ branch, to }) => ({ branch, to: null, expected: to }));
    const outcomes = await pushBranches(remote, gone);

    expect(new Set(outcomes.values())).toEqual(new Set([null]));
    expect(remoteBranches(world)).toEqual({});
    expect(pushesOf(world)).toEqual([12, 5, 5, 2, 5, 5, 2]);
  });

  it('does not hide the branch to which somebody pushed meanwhile', async () => {
    const world = makeWorld();
    preReceive(world, GITHUB_LIMIT);
    const wanted = newBranches(world, 8);
    commitAsOther(world, 'rotate/ns-06', 'x.tf', 'x');

    const outcomes = await pushBranches(await remoteOf(world.clone), wanted);

    const failed = [...outcomes].filter(([, failure]) => failure !== null);
    expect(failed).toMatchObject([['rotate/ns-06', { code: 'stale' }]]);
    expect(Object.keys(remoteBranches(world))).toHaveLength(8);
  });
});

describe('a remote that refuses a push as a whole', () => {
  it('because of one branch, gets all the others', async () => {
    const world = makeWorld();
    preReceive(world, `case "$refs" in *ns-07*) echo "- Branch names may not end in 7." >&2; exit 1;; esac`);
    const wanted = newBranches(world, 23);

    const outcomes = await pushBranches(await remoteOf(world.clone), wanted);

    const failed = [...outcomes].filter(([, failure]) => failure !== null);
    expect(failed).toMatchObject([['rotate/ns-07', { code: 'rejected' }]]);
    expect(failed[0]?.[1]?.message).toContain('Branch names may not end in 7.');
    expect(Object.keys(remoteBranches(world))).toHaveLength(22);
    expect(pushesOf(world).length).toBeLessThan(12);
  });

  it('whatever is in it, is not asked for ever', async () => {
    const world = makeWorld();
    preReceive(world, 'echo "The repository is closed until Monday." >&2; exit 1');
    const wanted = newBranches(world, 64);

    const outcomes = await pushBranches(await remoteOf(world.clone), wanted);

    expect(outcomes.size).toBe(64);
    for (const failure of outcomes.values()) {
      expect(failure?.code).toBe('rejected');
      expect(failure?.message).toContain('The repository is closed until Monday.');
    }
    expect(pushesOf(world)).toHaveLength(20);
  });
});

describe('what goes into one push', () => {
  const pushes = Array.from({ length: 1_459 }, (_, index) => ({
    branch: `rotate/hmpps-some-namespace-of-a-usual-length-${index}`,
    to: 'a'.repeat(40),
    expected: 'b'.repeat(40),
  }));

  it('is every namespace of the real repository, where the system takes it', () => {
    expect(howManyFit(pushes, Number.POSITIVE_INFINITY, 600_000)).toBe(1_459);
  });

  it('stays below what Windows takes', () => {
    const count = howManyFit(pushes, Number.POSITIVE_INFINITY, 28_000);

    const line = pushes.slice(0, count).flatMap((push) => argumentsOf(push));
    expect(count).toBeGreaterThan(90);
    expect(line.join(' ').length).toBeLessThan(30_000);
  });

  it('is one branch at least and what was asked for at most', () => {
    expect(howManyFit(pushes, 7, 600_000)).toBe(7);
    expect(howManyFit(pushes, 7, 10)).toBe(1);
    expect(howManyFit([], 7, 10)).toBe(0);
  });

  it.skipIf(process.platform === 'win32')('is halved when the system does not take the command', async () => {
    const world = makeWorld();
    const wanted = newBranches(world, 50).map(({ branch, ...rest }) => ({
      branch: `${branch}-${'x'.repeat(200)}`,
      ...rest,
    }));
    const remote = await remoteOf(world.clone);
    const length = (all: readonly string[]) => all.reduce((sum, one) => sum + one.length + 9, 0);
    const command = length(wanted.flatMap((push) => argumentsOf(push)));
    const own = length(Object.entries(gitEnvironment(remote.pushing)).map((pair) => pair.join('=')));
    const room = Number(execFileSync('getconf', ['ARG_MAX'], { encoding: 'utf8' })) - own - command * 0.7;
    const variables: Record<string, string> = {};
    for (let left = room, index = 0; left > 0; left -= 100_000, index += 1)
      variables[`FILLER_${index}`] = 'x'.repeat(Math.min(left, 100_000));
    preReceive(world, '');

    const outcomes = await pushBranches({ ...remote, pushing: { ...remote.pushing, variables } }, wanted);

    expect(new Set(outcomes.values())).toEqual(new Set([null]));
    expect(Object.keys(remoteBranches(world))).toHaveLength(50);
    expect(pushesOf(world)).toEqual([25, 25]);
  });
});
