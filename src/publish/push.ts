import { gitClient } from '../git/client.ts';
import type { Failure } from '../result.ts';
import { PUSH_REMOTE } from './git-auth.ts';
import { gitWords, remoteFailure } from './git-failure.ts';
import { redact } from './redact.ts';
import type { Remote } from './remote.ts';

/** One branch to be moved, made or deleted. */
export interface BranchPush {
  /** `rotate/…`. */
  readonly branch: string;
  /** The commit it shall point to, null to delete it. */
  readonly to: string | null;
  /** The commit it must point to now, null when it must not exist. */
  readonly expected: string | null;
}

/** `null` when the branch is as wanted, else why it is not. */
export type PushOutcome = Failure | null;

/** Branches in one push. */
const DEFAULT_PUSH_SIZE = 100;

/**
 * Pushes branches, many in one `git push`, each with a lease on the commit that was seen
 * (`--force-with-lease=<ref>:<sha>`; without a value git refuses every ref that has no tracking ref). A branch that
 * the remote refuses fails alone. The user's pre-push hook is not run: it would judge a working tree that has
 * nothing to do with these commits.
 *
 * @returns branch → outcome; codes `stale`, `protected`, `rejected`, and those of `gitFailure`
 * @throws Error for a branch outside `rotate/`: a bug of the caller
 */
export async function pushBranches(
  remote: Remote,
  pushes: readonly BranchPush[],
  options: { readonly size?: number; readonly onBatch?: (done: number) => void } = {},
): Promise<Map<string, PushOutcome>> {
  for (const { branch } of pushes) assertOurs(branch);
  const size = options.size ?? DEFAULT_PUSH_SIZE;
  const outcomes = new Map<string, PushOutcome>();
  let giveUp: Failure | null = null;
  for (let start = 0; start < pushes.length; start += size) {
    const batch = pushes.slice(start, start + size);
    if (giveUp) {
      for (const { branch } of batch) outcomes.set(branch, giveUp);
      continue;
    }
    giveUp = await pushBatch(remote, batch, outcomes);
    options.onBatch?.(start + batch.length);
  }
  return outcomes;
}

/** Gives the failure that will meet every further push too, else null. */
async function pushBatch(
  remote: Remote,
  batch: readonly BranchPush[],
  outcomes: Map<string, PushOutcome>,
): Promise<Failure | null> {
  const leases = batch.map(
    ({ branch, expected }) => `--force-with-lease=refs/heads/${branch}:${expected ?? ''}`,
  );
  const specs = batch.map(({ branch, to }) => `${to ?? ''}:refs/heads/${branch}`);
  const args = [
    'push',
    '--porcelain',
    '--no-verify',
    '--no-follow-tags',
    '--no-signed',
    '--recurse-submodules=no',
  ];
  const run = await gitClient(remote.cwd, remote.env).run([...args, ...leases, '--', PUSH_REMOTE, ...specs]);
  const told = parsePorcelain(redact(run.stdout, remote.secrets));
  const failure = run.status === 0 ? null : remoteFailure(remote, run.stderr);
  const words = gitWords(redact(run.stderr, remote.secrets));
  for (const { branch, to } of batch) {
    const line = told.get(`refs/heads/${branch}`);
    if (line) outcomes.set(branch, line.flag === '!' ? refusal(branch, line.summary, words) : null);
    else
      outcomes.set(
        branch,
        failure ?? { code: 'git', message: `git did not say whether it pushed ${branch} (${to}).` },
      );
  }
  const fatal =
    told.size === 0 &&
    failure !== null &&
    ['authentication', 'forbidden', 'not-found'].includes(failure.code);
  return fatal ? failure : null;
}

/** `<flag>\t<from>:<to>\t<summary>` for each ref (git-push(1), OUTPUT). */
function parsePorcelain(output: string): Map<string, { flag: string; summary: string }> {
  const lines = new Map<string, { flag: string; summary: string }>();
  for (const line of output.split('\n')) {
    const match = /^(?<flag>[ +\-*=!])\t[^\t]*:(?<ref>refs\/[^\t]+)\t(?<summary>.*)$/.exec(line)?.groups;
    if (match) lines.set(match['ref']!, { flag: match['flag']!, summary: match['summary']! });
  }
  return lines;
}

function refusal(branch: string, summary: string, words: string): Failure {
  if (
    /stale info|fetch first|non-fast-forward|cannot lock ref|failed to update ref|reference already exists/.test(
      summary,
    )
  ) {
    return {
      code: 'stale',
      message: `Somebody pushed to ${branch} meanwhile; it is left as it is. Run again.`,
    };
  }
  if (/protected branch|rule violations|GH006|GH013/i.test(`${summary} ${words}`)) {
    return {
      code: 'protected',
      message: `A rule of the repository forbids the push to ${branch}: ${summary}.`,
    };
  }
  return { code: 'rejected', message: `The remote refused ${branch}: ${summary}.` };
}

/**
 * True for what git takes as a branch name (git-check-ref-format(1)) below `rotate/`, narrowed to the characters that
 * clusters and namespaces have.
 */
export function isRotateBranch(branch: string): boolean {
  return (
    /^rotate(\/[A-Za-z0-9_][A-Za-z0-9._-]*)+$/.test(branch) &&
    !/\.\.|\.(\/|$)|\.lock(\/|$)/.test(branch) &&
    branch.length < 230
  );
}

function assertOurs(branch: string): void {
  if (!isRotateBranch(branch))
    throw new Error(`refusing to push ${JSON.stringify(branch)}: it is not below rotate/`);
}
