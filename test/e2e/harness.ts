/** Runs the program against a world of its own: real git, real HTTP, and every exchange held against GitHub's API. */
import { afterAll, beforeAll, expect } from 'vitest';
import type { Clock } from '../../src/cli/io.ts';
import { countTraffic, listPulls, observeClone, trafficSince } from '../../src/demo/observe.ts';
import type { Run } from '../../src/demo/run.ts';
import { violationsOf } from '../exchange.ts';
import { aCheckedWorld } from '../github/servers.ts';
import type { World, WorldOptions } from '../github/world.ts';
import { createWorld } from '../github/world.ts';
import { runCommandLine } from './command-line.ts';

/** The day on which every run takes place. */
export const DATE = '2026-11-23';

export interface Stage {
  readonly world: World;
  /** What was exchanged with GitHub and is not as GitHub describes it. */
  readonly violations: readonly string[];
  /** Runs `rotate-pr` in the clone; `env` over the world's, undefined takes a variable away. */
  rotatePr(args: readonly string[], options?: StageRun): Promise<Run>;
  /** The same, and the one JSON document that it prints. */
  json<T>(args: readonly string[], options?: StageRun): Promise<T>;
  /** What the servers were asked while `action` ran. */
  trafficOf(action: () => Promise<unknown>): Promise<ReturnType<typeof countTraffic>>;
  /** Everything of the clone that a run may change by accident: files, index, HEAD and refs. */
  fingerprint(): Promise<unknown>;
}

export interface StageRun {
  readonly cwd?: string;
  readonly env?: Readonly<Record<string, string | undefined>>;
  /** Default: that of this machine. */
  readonly clock?: Clock;
}

/** A world, and the program in it; both are gone after the test. */
export async function stage(options: WorldOptions = {}): Promise<Stage> {
  const { world, violations } = await aCheckedWorld(options);
  return stageIn(world, violations);
}

/** One stage for all tests of a `describe`, for those that leave the remote and the clone as they were. */
export function sharedStage(options: WorldOptions = {}): () => Stage {
  let shared: Stage | null = null;
  beforeAll(async () => {
    const violations: string[] = [];
    const world = await createWorld({
      ...options,
      check(exchange) {
        violations.push(...violationsOf(exchange));
      },
    });
    shared = stageIn(world, violations);
  });
  afterAll(() => shared?.world.close());
  return () => {
    if (shared === null) throw new Error('The stage is not up yet.');
    return shared;
  };
}

function stageIn(world: World, violations: readonly string[]): Stage {
  async function rotatePr(
    args: readonly string[],
    { cwd = world.clone, env = {}, ...rest }: StageRun = {},
  ): Promise<Run> {
    return runCommandLine(args, { cwd, env: { ...world.env, NO_COLOR: '1', ...env }, ...rest });
  }

  return {
    world,
    violations,
    rotatePr,
    async json<T>(args: readonly string[], given?: StageRun): Promise<T> {
      const { stdout, stderr, status } = await rotatePr([...args, '--format', 'json'], given);
      expect(stdout, `status ${status}, on stderr: ${stderr}`).toMatch(/^\{[\s\S]*\}\s*$/);
      return JSON.parse(stdout) as T;
    },
    async trafficOf(action) {
      const before = countTraffic(world);
      await action();
      return trafficSince(before, countTraffic(world));
    },
    async fingerprint() {
      const refs = await world.runGit('for-each-ref', 'refs/heads', 'refs/tags', 'refs/stash');
      const config = await world.runGit('config', '--local', '--list');
      const worktrees = await world.runGit('worktree', 'list', '--porcelain');
      return { ...(await observeClone(world)), refs, config, worktrees };
    },
  };
}

/** The branches of the remote below `rotate/`. */
export async function rotationBranches(world: World): Promise<readonly string[]> {
  const lines = (await world.runGit('ls-remote', '--heads', 'origin', 'rotate/*')).trim().split('\n');
  return lines.filter((line) => line !== '').map((line) => line.slice(line.indexOf('refs/heads/') + 11));
}

/** What a branch of the remote changes, as git has it, without context. */
export async function remoteDiff(world: World, branch: string): Promise<string> {
  await world.runGit('fetch', '--quiet', 'origin');
  return world.runGit('diff', '--unified=0', `origin/${world.defaultBranch}...origin/${branch}`);
}

export { listPulls };
