import { gitClient } from '../git/client.ts';
import { runGit } from '../git/process.ts';
import { fail, ok, type Result } from '../util/result.ts';
import { remoteFailure } from './git-failure.ts';
import type { Remote } from './remote.ts';

/** A commit that is wanted in the clone: by its branch on the remote, else by its own name. */
export interface WantedCommit {
  readonly branch?: string;
  readonly sha: string;
}

/** Refs in one fetch: keeps the command line below what Windows takes (32,767 characters). */
const FETCH_SIZE = 100;

/** Nothing but objects may come of a fetch, whatever `fetch.*` and `remote.*` say. */
const OBJECTS_ONLY = [
  '--quiet',
  '--no-tags',
  '--no-write-fetch-head',
  '--refmap=',
  '--no-prune',
  '--no-prune-tags',
  '--no-recurse-submodules',
  '--no-write-commit-graph',
  '--no-auto-maintenance',
];

/**
 * Makes sure that commits and what they hold are in the object store, fetching only what is missing. No ref, no
 * FETCH_HEAD. A shallow clone stays as shallow as it is: what comes is one commit deep, and as it was not there
 * before, no history that the user has ends on it.
 *
 * @returns code `moved` when the remote no longer gives that commit, and those of `gitFailure`
 */
export async function ensureCommits(remote: Remote, wanted: readonly WantedCommit[]): Promise<Result<void>> {
  const missing = await missingCommits(remote, wanted);
  if (missing.length === 0) return ok(undefined);
  const git = gitClient(remote.cwd, remote.env);
  const shallow = (await git.run(['rev-parse', '--is-shallow-repository'])).stdout.trim() === 'true';
  const depth = shallow ? ['--depth=1'] : [];
  for (let start = 0; start < missing.length; start += FETCH_SIZE) {
    const sources = missing
      .slice(start, start + FETCH_SIZE)
      .map(({ branch, sha }) => (branch === undefined ? sha : `refs/heads/${branch}`));
    const run = await git.run(['fetch', ...OBJECTS_ONLY, ...depth, remote.name, ...sources]);
    if (run.status !== 0) return { ok: false, error: remoteFailure(remote, run.stderr) };
  }
  const still = await missingCommits(remote, missing);
  if (still.length === 0) return ok(undefined);
  const names = still.map(({ branch, sha }) => branch ?? sha).join(', ');
  return fail('moved', `${names} moved on ${remote.shown} while it was being read: run again.`);
}

async function missingCommits(remote: Remote, wanted: readonly WantedCommit[]): Promise<WantedCommit[]> {
  if (wanted.length === 0) return [];
  const input = wanted.map(({ sha }) => `${sha}\n`).join('');
  const output = await runGit(remote.cwd, ['cat-file', '--batch-check=%(objecttype)'], {
    input,
    env: remote.env,
  });
  const types = output.toString('utf8').split('\n');
  return wanted.filter((_, index) => types[index] !== 'commit');
}
