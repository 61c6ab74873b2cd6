import { chmodSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { pushBranches } from '../../src/publish/push.ts';
import type { Remote } from '../../src/publish/remote.ts';
import { aWorld } from '../github/servers.ts';
import { type World, WRITE_TOKEN } from '../github/world.ts';
import { type Break, type BreakingProxy, breakingProxy } from './breaking-proxy.ts';
import { remoteOf } from './clones.ts';

const BRANCHES = ['a', 'b', 'c', 'd'].map((name) => `rotate/${name}`);

interface Scene {
  readonly world: World;
  readonly proxy: BreakingProxy;
  readonly remote: Remote;
  readonly sha: string;
}

/** A world whose clone reaches its remote through a proxy. */
async function scene(): Promise<Scene> {
  const world = await aWorld();
  const proxy = await breakingProxy(world.git.url);
  await world.runGit('remote', 'set-url', 'origin', `${proxy.url}/${world.repository}.git`);
  const remote = await remoteOf(world.clone, { ...world.env }, WRITE_TOKEN);
  const tree = (await world.runGit('rev-parse', 'HEAD^{tree}')).trim();
  const sha = (await world.runGit('commit-tree', tree, '-p', 'HEAD', '-m', 'one')).trim();
  return { world, proxy, remote, sha };
}

function push({ remote, sha }: Scene) {
  return pushBranches(
    remote,
    BRANCHES.map((branch) => ({ branch, to: sha, expected: null })),
  );
}

async function remoteBranches({ world }: Scene): Promise<string[]> {
  const refs = await world.runGit('--git-dir', world.bare, 'for-each-ref', '--format=%(refname:short)');
  return refs.split('\n').filter((ref) => ref.startsWith('rotate/'));
}

describe('a connection that breaks during a push', () => {
  // curl repeats a request by itself when it loses a connection that it had used before
  it.each<[string, Break[]]>([
    ['once, before the remote has it', ['request']],
    ['twice, before the remote has it', ['request', 'request']],
    ['once, after the remote has it', ['answer']],
    ['twice, after the remote has it', ['answer', 'answer']],
  ])('%s, loses no branch and calls none lost', async (_name, breaks) => {
    const here = await scene();
    here.proxy.breaks = breaks;

    const outcomes = await push(here);

    expect(Object.fromEntries(outcomes)).toEqual(Object.fromEntries(BRANCHES.map((name) => [name, null])));
    expect(await remoteBranches(here)).toEqual(BRANCHES);
    expect(here.proxy.pushes).toBeLessThanOrEqual(4);
  });

  it('again and again is given up, and every branch fails with its reason', async () => {
    const here = await scene();
    here.proxy.breaks = new Array(50).fill('request');

    const outcomes = await push(here);

    expect([...outcomes.keys()].sort()).toEqual(BRANCHES);
    for (const failure of outcomes.values()) expect(failure?.code).toBe('unreachable');
    expect(await remoteBranches(here)).toEqual([]);
    expect(here.proxy.pushes).toBeLessThan(10);
  });

  it('for good: it is said that nobody knows what arrived', async () => {
    const here = await scene();
    here.proxy.breaks = ['answer'];
    here.proxy.closesAfterwards = true;

    const outcomes = await push(here);

    for (const branch of BRANCHES) {
      expect(outcomes.get(branch)?.code).toBe('unreachable');
      expect(outcomes.get(branch)?.message).toContain(`Whether ${branch} arrived is not known: run again.`);
    }
    expect(JSON.stringify([...outcomes])).not.toContain(WRITE_TOKEN);
  });

  it('because the remote died between two branches: the first is found there, the others are pushed again', async () => {
    const here = await scene();
    const hook = join(here.world.bare, 'hooks', 'update');
    // kills git-receive-pack once
    const script = `[ "$1" = refs/heads/rotate/b ] && [ ! -e died ] && touch died && kill -9 $PPID; exit 0`;
    writeFileSync(hook, `#!/bin/sh\n${script}\n`);
    chmodSync(hook, 0o755);

    const outcomes = await push(here);

    expect([...outcomes.values()]).toEqual([null, null, null, null]);
    expect(await remoteBranches(here)).toEqual(BRANCHES);
    expect(here.proxy.pushes).toBe(3);
  });
});
