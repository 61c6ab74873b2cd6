/** One `git push` of many branches, and what came of it. */

import { gitClient } from '../git/client.ts';
import { redact } from '../github/redact.ts';
import type { Failure } from '../util/result.ts';
import { PUSH_REMOTE } from './git-auth.ts';
import { gitWords, remoteFailure } from './git-failure.ts';
import { argumentsOf } from './push-size.ts';
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

/** How a push ended for the branches that are neither in `told` nor in `doubtful`. */
export type PushEnd =
  /** There are none. */
  | { readonly as: 'told' }
  /** No branch went because there are too many in one push; `most` is what the remote allows, when it says so. */
  | { readonly as: 'too-many'; readonly most: number | null }
  /** The remote refused the push as a whole: it may be for one of its branches. */
  | { readonly as: 'declined'; readonly failure: Failure }
  /** The connection ended before the remote had told: they may be there or not. */
  | { readonly as: 'lost'; readonly failure: Failure }
  /** Every further push would fail in the same way. */
  | { readonly as: 'closed'; readonly failure: Failure };

export interface PushAttempt {
  readonly told: ReadonlyMap<string, PushOutcome>;
  /**
   * Refused by the remote because they are not where git had seen them when the push began. Somebody may have pushed;
   * or git's own HTTP library sent the push a second time, having lost the answer to the first.
   */
  readonly doubtful: ReadonlyMap<string, Failure>;
  readonly end: PushEnd;
}

const FLAGS = ['--porcelain', '--no-verify', '--no-follow-tags', '--no-signed', '--recurse-submodules=no'];

/**
 * Pushes branches in one `git push`, each with a lease on the commit that was seen (`--force-with-lease=<ref>:<sha>`;
 * without a value git refuses every ref that has no tracking ref). The user's pre-push hook is not run: it would judge
 * a working tree that has nothing to do with these commits.
 */
export async function attemptPush(remote: Remote, batch: readonly BranchPush[]): Promise<PushAttempt> {
  const leases = batch.map((push) => argumentsOf(push)[0]);
  const specs = batch.map((push) => argumentsOf(push)[1]);
  let run: Awaited<ReturnType<ReturnType<typeof gitClient>['run']>>;
  try {
    const args = ['push', ...FLAGS, ...leases, '--', PUSH_REMOTE, ...specs];
    run = await gitClient(remote.cwd, remote.env).run(args);
  } catch (error) {
    if (batch.length > 1 && isCommandTooLong(error))
      return { told: new Map(), doubtful: new Map(), end: tooMany(null) };
    throw error;
  }
  const lines = parsePorcelain(redact(run.stdout, remote.secrets));
  const stderr = redact(run.stderr, remote.secrets);
  const words = gitWords(stderr.replaceAll(/^error: failed to push some refs to .*$/gm, ''));
  const told = new Map<string, PushOutcome>();
  const doubtful = new Map<string, Failure>();
  const declined: [string, Failure][] = [];
  let accepted = false;
  for (const { branch } of batch) {
    const line = lines.get(`refs/heads/${branch}`);
    if (line === undefined || isUntold(line)) continue;
    const failure = line.flag === '!' ? refusal(branch, line, words) : null;
    if (failure !== null && isWholePush(line)) declined.push([branch, failure]);
    else if (failure?.code === 'stale' && isFromRemote(line)) doubtful.set(branch, failure);
    else told.set(branch, failure);
    if (line.flag !== '!' && line.flag !== '=') accepted = true;
  }
  const isWhole = declined.length > 0 && !accepted;
  // Of one alone there is no doubt that it is meant.
  if (!isWhole || declined.length === 1) for (const [branch, failure] of declined) told.set(branch, failure);
  if (isWhole) {
    const [, { code }] = declined[0]!;
    const failure = { code, message: `${remote.shown} refused the push: ${words}.` };
    const limit = declined.length > 1 ? limitOfRefs(stderr) : null;
    return { told, doubtful, end: limit ?? { as: 'declined', failure } };
  }
  if (told.size + doubtful.size === batch.length) return { told, doubtful, end: { as: 'told' } };
  const failure =
    run.status === 0
      ? { code: 'git', message: `git did not say of every branch whether it pushed it to ${remote.shown}.` }
      : remoteFailure(remote, run.stderr);
  const isClosed = lines.size === 0 && HOPELESS.includes(failure.code);
  return { told, doubtful, end: { as: isClosed ? 'closed' : 'lost', failure } };
}

const HOPELESS: readonly string[] = ['authentication', 'forbidden', 'not-found'];

/** What the system says of a command that is longer than it takes: Linux and macOS, Windows. */
function isCommandTooLong(error: unknown): boolean {
  return error instanceof Error && /\b(E2BIG|ENAMETOOLONG)\b/.test(error.message);
}

interface PorcelainLine {
  readonly flag: string;
  readonly summary: string;
}

/** `<flag>\t<from>:<to>\t<summary>` for each ref (git-push(1), OUTPUT). */
function parsePorcelain(output: string): Map<string, PorcelainLine> {
  const lines = new Map<string, PorcelainLine>();
  for (const line of output.split('\n')) {
    const [flag = '', refs = '', ...summary] = line.split('\t');
    const colon = refs.lastIndexOf(':refs/');
    if (!/^[ +\-*=!]$/.test(flag) || colon === -1 || summary.length === 0) continue;
    lines.set(refs.slice(colon + 1), { flag, summary: summary.join('\t') });
  }
  return lines;
}

/** "[remote failure] (remote failed to report status)": git itself does not know. */
function isUntold({ flag, summary }: PorcelainLine): boolean {
  return flag === '!' && summary.startsWith('[remote failure]');
}

/** Not from git itself, which compares with the lease before it sends anything. */
function isFromRemote({ summary }: PorcelainLine): boolean {
  return summary.startsWith('[remote rejected]');
}

/** A pre-receive hook, and GitHub's rules, have one answer for all branches of a push; an update hook answers for each. */
function isWholePush({ summary }: PorcelainLine): boolean {
  return /^\[remote rejected\] \((pre-receive hook|push) declined/.test(summary);
}

/**
 * GitHub's rule "Limit how many branches and tags can be updated in a single push" says "Pushes can not update more
 * than 5 branches or tags." (as shown in https://github.com/ejoffe/spr/issues/422); other servers have other words.
 */
function limitOfRefs(stderr: string): PushEnd | null {
  const named =
    /\b(?:more than|at most|up to|limit(?:ed)? (?:of|to)|maximum(?: of)?) (?<most>\d{1,9}) (?:\w{1,40} )?(?:branch|tag|ref)/i;
  const most = named.exec(stderr)?.groups?.['most'];
  if (most !== undefined) return tooMany(Number(most));
  return /\btoo many (?:branch|tag|ref)/i.test(stderr) ? tooMany(null) : null;
}

function tooMany(most: number | null): PushEnd {
  return { as: 'too-many', most };
}

function refusal(branch: string, line: PorcelainLine, words: string): Failure {
  const { summary } = line;
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
  // The words are about all branches of the push, so they belong here only when its refusal is of them all.
  const why = isWholePush(line) ? `${summary}: ${words}` : summary;
  if (/protected branch|rule violations|GH006|GH013/i.test(`${summary} ${words}`)) {
    return { code: 'protected', message: `A rule of the repository forbids the push to ${branch}: ${why}.` };
  }
  return { code: 'rejected', message: `The remote refused ${branch}: ${why}.` };
}
