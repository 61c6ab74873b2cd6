/** What the demo looks at from outside the program: the clone's state, GitHub's list, and what the servers were asked. */
import { createHash } from 'node:crypto';
import type { World } from './world.ts';

/** The state of a clone that `open` must leave as it is. */
export interface CloneState {
  readonly branch: string;
  readonly commit: string;
  /** Hash over the index's entries, and their number. */
  readonly index: string;
  readonly entries: number;
  /** `git status --short`. */
  readonly changes: string;
}

export async function lookAtClone(world: World): Promise<CloneState> {
  const index = await world.runGit('ls-files', '--stage');
  return {
    branch: (await world.runGit('branch', '--show-current')).trim(),
    commit: (await world.runGit('rev-parse', 'HEAD')).trim(),
    index: createHash('sha256').update(index).digest('hex'),
    entries: index.split('\n').length - 1,
    changes: (await world.runGit('status', '--short')).trimEnd(),
  };
}

/** A pull request as GitHub has it. */
export interface ListedPull {
  readonly number: number;
  readonly title: string;
  readonly branch: string;
  readonly body: string;
}

async function get(world: World, path: string): Promise<unknown> {
  const response = await fetch(`${world.github.url}/repos/${world.repository}${path}`, {
    headers: { Authorization: `Bearer ${world.env['GITHUB_TOKEN']}` },
  });
  if (!response.ok) throw new Error(`GET ${path} was answered with ${response.status}.`);
  return response.json();
}

interface ApiPull {
  readonly number: number;
  readonly title: string;
  readonly body: string | null;
  readonly head: { readonly ref: string };
}

function listed({ number, title, body, head }: ApiPull): ListedPull {
  return { number, title, branch: head.ref, body: body ?? '' };
}

/** The open pull requests, oldest first; at most a hundred. */
export async function listPulls(world: World): Promise<readonly ListedPull[]> {
  return ((await get(world, '/pulls?direction=asc&per_page=100')) as ApiPull[]).map(listed);
}

/** One pull request. */
export async function getPull(world: World, number: number): Promise<ListedPull> {
  return listed((await get(world, `/pulls/${number}`)) as ApiPull);
}

/** How often the servers were asked. */
export interface Traffic {
  readonly api: number;
  readonly apiWrites: number;
  readonly git: number;
  readonly pushes: number;
}

/** Counts the requests so far. */
export function countTraffic(world: World): Traffic {
  const pushed = ({ method, path }: { method: string; path: string }): boolean =>
    method === 'POST' && path.endsWith('/git-receive-pack');
  return {
    api: world.github.log.length,
    apiWrites: world.github.log.filter(({ method }) => method !== 'GET').length,
    git: world.git.log.length,
    pushes: world.git.log.filter(pushed).length,
  };
}

export function trafficSince(before: Traffic, after: Traffic): Traffic {
  return {
    api: after.api - before.api,
    apiWrites: after.apiWrites - before.apiWrites,
    git: after.git - before.git,
    pushes: after.pushes - before.pushes,
  };
}
