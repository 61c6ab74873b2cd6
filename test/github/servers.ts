import { Octokit } from 'octokit';
import { afterEach } from 'vitest';
import type { ApiExchange } from '../../src/demo/github.ts';
import { violationsOf } from '../exchange.ts';
import { createWorld, type World, type WorldOptions, WRITE_TOKEN } from './world.ts';

const worlds: World[] = [];

afterEach(async () => {
  for (const world of worlds.splice(0)) await world.close();
});

/** A world that is closed after the test. */
export async function aWorld(options: WorldOptions = {}): Promise<World> {
  const world = await createWorld(options);
  worlds.push(world);
  return world;
}

/** A world whose every exchange is held against GitHub's description; `violations` fills up with what is wrong. */
export async function aCheckedWorld(
  options: WorldOptions = {},
): Promise<{ readonly world: World; readonly violations: readonly string[] }> {
  const violations: string[] = [];
  const check = (exchange: ApiExchange): void => {
    violations.push(...violationsOf(exchange));
  };
  return { world: await aWorld({ ...options, check }), violations };
}

/** An octokit that neither waits nor tries again. */
export function octokitFor(world: World, token: string = WRITE_TOKEN): Octokit {
  return new Octokit({
    ...(token === '' ? {} : { auth: token }),
    baseUrl: world.github.url,
    throttle: { enabled: false },
    retry: { enabled: false },
    log: { debug() {}, info() {}, warn() {}, error() {} },
  });
}

/** Owner and name as octokit wants them. */
export function repositoryOf(world: World): { readonly owner: string; readonly repo: string } {
  const [owner = '', repo = ''] = world.repository.split('/');
  return { owner, repo };
}

/** Arguments before a git command that send a token with it. */
export function withToken(token: string): readonly string[] {
  const credentials = Buffer.from(`x-access-token:${token}`).toString('base64');
  return ['-c', `http.extraheader=Authorization: Basic ${credentials}`];
}

/** Commits a change of a file in the clone to a branch and pushes it; gives the commit. */
export async function pushBranch(world: World, branch: string, file = 'README.md'): Promise<string> {
  await world.runGit('checkout', '--quiet', '-B', branch);
  const { appendFile } = await import('node:fs/promises');
  await appendFile(`${world.clone}/${file}`, 'One more line.\n');
  await world.runGit('commit', '--quiet', '--all', '--message', `Change ${file}`);
  await world.runGit(...withToken(WRITE_TOKEN), 'push', '--quiet', 'origin', branch);
  return (await world.runGit('rev-parse', 'HEAD')).trim();
}

/** The status and the message of a request that GitHub refuses. */
export async function refusalOf(request: Promise<unknown>): Promise<string> {
  return request.then(
    () => 'not refused',
    (error: { status?: number; message?: string }) => `${error.status} ${error.message}`,
  );
}
