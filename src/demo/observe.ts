/** What is observed from outside the program: the clone's state, GitHub's list, and what the servers were asked. */
import { createHash } from 'node:crypto';
import type { Sandbox } from './sandbox.ts';

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

export async function observeClone(sandbox: Sandbox): Promise<CloneState> {
  const index = await sandbox.runGit('ls-files', '--stage');
  const [commit = '', head = ''] = (await sandbox.runGit('rev-parse', 'HEAD', '--abbrev-ref', 'HEAD')).split(
    '\n',
  );
  return {
    branch: head === 'HEAD' ? '' : head,
    commit,
    index: createHash('sha256').update(index).digest('hex'),
    entries: index.split('\n').length - 1,
    changes: (await sandbox.runGit('status', '--short')).trimEnd(),
  };
}

/** A pull request as GitHub has it. */
export interface ListedPull {
  readonly number: number;
  readonly title: string;
  readonly branch: string;
  readonly body: string;
}

async function get(sandbox: Sandbox, path: string): Promise<unknown> {
  const response = await fetch(`${sandbox.github.url}/repos/${sandbox.repository}${path}`, {
    headers: { Authorization: `Bearer ${sandbox.env['GITHUB_TOKEN']}` },
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
export async function listPulls(sandbox: Sandbox): Promise<readonly ListedPull[]> {
  return ((await get(sandbox, '/pulls?direction=asc&per_page=100')) as ApiPull[]).map(listed);
}

/** One pull request. */
export async function getPull(sandbox: Sandbox, number: number): Promise<ListedPull> {
  return listed((await get(sandbox, `/pulls/${number}`)) as ApiPull);
}

/** How often the servers were asked. */
export interface Traffic {
  readonly api: number;
  readonly apiWrites: number;
  readonly git: number;
  readonly pushes: number;
}

/** Counts the requests so far. */
export function countTraffic(sandbox: Sandbox): Traffic {
  const pushed = ({ method, path }: { method: string; path: string }): boolean =>
    method === 'POST' && path.endsWith('/git-receive-pack');
  return {
    api: sandbox.github.log.length,
    apiWrites: sandbox.github.log.filter(({ method }) => method !== 'GET').length,
    git: sandbox.git.log.length,
    pushes: sandbox.git.log.filter(pushed).length,
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
