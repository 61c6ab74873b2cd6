/** Real git for tests: a bare remote, clones of it, and a picture of everything that must not change in a clone. */
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll } from 'vitest';
import type { Remote } from '../../src/publish/remote.ts';
import { openRemote } from '../../src/publish/remote.ts';

const IDENTITY = [
  '-c',
  'user.name=Somebody',
  '-c',
  'user.email=somebody@example.com',
  '-c',
  'commit.gpgsign=false',
];

const folders: string[] = [];
afterAll(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

export function tempFolder(): string {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'rotate-pr-test-')));
  folders.push(folder);
  return folder;
}

export function git(cwd: string, ...args: string[]): string {
  return execFileSync('git', [...IDENTITY, ...args], {
    cwd,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
  }).trim();
}

export function put(root: string, path: string, text: string): void {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), text);
}

export interface World {
  readonly folder: string;
  readonly bare: string;
  /** A clone in which other people work. */
  readonly others: string;
  readonly clone: string;
}

export const FILE_A = 'namespaces/live/alpha/resources/serviceaccount.tf';
export const FILE_B = 'namespaces/live/beta/resources/rds.tf';
export const BEFORE_A = 'module "a" {\n  serviceaccount_token_rotated_date = "01-01-2026"\n}\n';
export const BEFORE_B = 'module "b" {\r\n  db_password_rotated_date = "02-02-2026"\r\n}';

/** A remote with two namespaces on `main`, and two clones of it. */
export function makeWorld(cloneArgs: string[] = [], history = 1): World {
  const folder = tempFolder();
  const bare = join(folder, 'remote.git');
  const others = join(folder, 'others');
  const clone = join(folder, 'clone');
  git(folder, 'init', '--quiet', '--bare', '--initial-branch=main', bare);
  git(bare, 'config', 'uploadpack.allowFilter', 'true');
  git(folder, 'clone', '--quiet', bare, others);
  git(others, 'checkout', '--quiet', '-B', 'main');
  git(others, 'config', 'core.autocrlf', 'false');
  put(others, FILE_A, BEFORE_A);
  put(others, FILE_B, BEFORE_B);
  put(others, 'README.md', 'environments\n');
  git(others, 'add', '.');
  git(others, 'update-index', '--chmod=+x', FILE_B);
  git(others, 'commit', '--quiet', '-m', 'start');
  for (let count = 1; count < history; count++)
    git(others, 'commit', '--quiet', '--allow-empty', '-m', `more ${count}`);
  git(others, 'push', '--quiet', 'origin', 'main');
  git(folder, 'clone', '--quiet', ...cloneArgs, `file://${bare}`, clone);
  return { folder, bare, others, clone };
}

/** Commits on a branch as another person, and pushes it. */
export function commitAsOther(world: World, branch: string, path: string, text: string): string {
  const { others } = world;
  git(others, 'fetch', '--quiet', 'origin');
  const known = git(others, 'branch', '-r', '--list', `origin/${branch}`) !== '';
  git(others, 'checkout', '--quiet', '-B', branch, known ? `origin/${branch}` : 'origin/main');
  put(others, path, text);
  git(others, 'add', '.');
  git(others, 'commit', '--quiet', '-m', `by hand: ${path}`);
  git(others, 'push', '--quiet', '--force', 'origin', branch);
  const sha = git(others, 'rev-parse', 'HEAD');
  git(others, 'checkout', '--quiet', 'main');
  return sha;
}

/** All that belongs to the user of a clone. Equal before and after means: nothing was touched. */
export function picture(clone: string): Record<string, string> {
  // which writes the index anew where its times are not those of the files
  const status = git(clone, 'status', '--porcelain', '--untracked-files=all', '--ignored');
  const file = (name: string) => {
    const path = join(clone, '.git', name);
    return existsSync(path) ? createHash('sha256').update(readFileSync(path)).digest('hex') : 'absent';
  };
  return {
    refs: git(clone, 'for-each-ref'),
    head: file('HEAD'),
    log: git(clone, 'log', '--oneline', '--all'),
    index: file('index'),
    fetchHead: file('FETCH_HEAD'),
    config: file('config'),
    packedRefs: file('packed-refs'),
    status,
    scratch: existsSync(join(clone, '.git/refs/rotate-pr')) ? 'there' : 'absent',
  };
}

/** The clone's remote, or a failed test. */
export async function remoteOf(
  clone: string,
  env: Record<string, string> = {},
  token: string | null = null,
): Promise<Remote> {
  const remote = await openRemote({ cwd: clone, env: { ...process.env, ...env }, token });
  if (!remote.ok) throw new Error(remote.error.message);
  return remote.value;
}

export function remoteBranches(world: World): Record<string, string> {
  const lines = git(
    world.bare,
    'for-each-ref',
    '--format=%(refname:short) %(objectname)',
    'refs/heads/rotate',
  );
  return Object.fromEntries(
    lines
      .split('\n')
      .filter(Boolean)
      .map((line) => line.split(' ') as [string, string]),
  );
}
