import { type GitRun, tryGit } from '../git/process.ts';
import { signatureAdvice } from '../github/failure.ts';
import { redact } from '../github/redact.ts';
import type { Failure } from '../util/result.ts';
import { gitWords, PUSH_REMOTE, type Remote, readRemote, remoteFailure } from './remote.ts';

export interface PushOptions {
  /** Branches in one push; default as many as the command line takes. */
  readonly size?: number;
  /** Called after each push with the number of branches whose outcome is known. */
  readonly onBatch?: (done: number) => void;
}

/** Pushes in a row that the remote may refuse as a whole: enough to find one branch among a million by halves. */
const MOST_DECLINED = 20;

/** Connections that may break in a run. */
const MOST_LOST = 3;

/** Remote → branches that it takes in one push, once it has refused more. */
const allowed = new WeakMap<Remote, number>();

/**
 * Pushes branches in as few pushes as the remote takes. A branch that the remote refuses fails alone. When the remote
 * refuses a push for the number of its branches, they go in smaller ones, and so does all that follows in the run. When it
 * refuses a push as a whole for another reason, halves of it show which branch it means. After a connection that broke, the
 * remote is asked which branches arrived, and the others are pushed again.
 *
 * @returns branch → outcome; codes `stale`, `protected`, `rejected`, and those of `gitFailure`
 * @throws Error for a branch outside `rotate/`: a bug of the caller
 */
export async function pushBranches(
  remote: Remote,
  pushes: readonly BranchPush[],
  options: PushOptions = {},
): Promise<Map<string, PushOutcome>> {
  for (const { branch } of pushes) assertOurs(branch);
  const outcomes = new Map<string, PushOutcome>();
  const queue: (readonly BranchPush[])[] = [pushes];
  let size = Math.min(
    options.size ?? Number.POSITIVE_INFINITY,
    allowed.get(remote) ?? Number.POSITIVE_INFINITY,
  );
  let declined = 0;
  let lost = 0;
  let giveUp: Failure | null = null;

  while (giveUp === null) {
    const batch = takeBatch(queue, size);
    if (batch.length === 0) return outcomes;
    const { told, doubtful, end } = await attemptPush(remote, batch);
    const refs = end.as === 'lost' || doubtful.size > 0 ? await readRemote(remote) : null;
    for (const [branch, outcome] of told) outcomes.set(branch, outcome);
    for (const [branch, failure] of doubtful) outcomes.set(branch, failure);
    if (refs?.ok) {
      for (const push of batch) {
        const { branch, to } = push;
        const now = refs.value.branches.get(branch) ?? null;
        if (now === to) outcomes.set(branch, null);
        else if (doubtful.has(branch))
          outcomes.set(branch, hindrance(push, refs.value.branches) ?? doubtful.get(branch)!);
      }
    }
    const left = batch.filter(({ branch }) => !outcomes.has(branch));
    if (end.as !== 'declined') declined = 0;
    switch (end.as) {
      case 'told':
        break;
      case 'too-many':
        size = smaller(batch.length, end.most);
        allowed.set(remote, size);
        queue.unshift([...left, ...(queue.shift() ?? [])]);
        break;
      case 'declined':
        declined += 1;
        queue.unshift(...halves(left));
        if (declined === MOST_DECLINED) giveUp = end.failure;
        break;
      case 'lost':
        if (refs?.ok === false) {
          for (const { branch } of left) outcomes.set(branch, notKnown(branch, end.failure));
          giveUp = refs.error;
          break;
        }
        if (left.length > 0) lost += 1;
        if (lost === MOST_LOST) giveUp = end.failure;
        size = smaller(batch.length, null);
        // Last, should one of them be what breaks the connection.
        queue.push(left);
        break;
      case 'closed':
        queue.unshift(left);
        giveUp = end.failure;
        break;
    }
    options.onBatch?.(outcomes.size);
  }

  for (const { branch } of queue.flat()) outcomes.set(branch, giveUp);
  return outcomes;
}

/** Takes from the first group in the queue what goes into one push; nothing when the queue is empty. */
function takeBatch(queue: (readonly BranchPush[])[], size: number): readonly BranchPush[] {
  for (let group = queue.shift(); group !== undefined; group = queue.shift()) {
    if (group.length === 0) continue;
    const count = howManyFit(group, size);
    if (count < group.length) queue.unshift(group.slice(count));
    return group.slice(0, count);
  }
  return [];
}

/** What the remote allows, when that is less than it was given, else half. */
function smaller(given: number, most: number | null): number {
  return Math.max(1, most !== null && most < given ? most : Math.floor(given / 2));
}

function halves<T>(items: readonly T[]): readonly (readonly T[])[] {
  const middle = Math.ceil(items.length / 2);
  return [items.slice(0, middle), items.slice(middle)];
}

/**
 * What keeps a branch from being changed where nobody has moved it: git has no branch below another one, and the server
 * may hold a lock. Null when it was moved.
 */
function hindrance({ branch, expected }: BranchPush, branches: ReadonlyMap<string, string>): Failure | null {
  const inTheWay = [...branches.keys()].find(
    (other) => branch.startsWith(`${other}/`) || other.startsWith(`${branch}/`),
  );
  if (inTheWay !== undefined) {
    return {
      code: 'name-taken',
      message: `The branch ${inTheWay} stands in the way of ${branch}: git keeps no branch below another one. Rename or delete ${inTheWay} on the remote, then run again.`,
    };
  }
  if ((branches.get(branch) ?? null) !== expected) return null;
  return {
    code: 'locked',
    message: `The remote has not changed ${branch}, and nobody pushed to it: something on the server keeps it locked. Run again; if it stays so, a lock file was left behind there, which the server's administrator (on GitHub, its support) removes.`,
  };
}

function notKnown(branch: string, { code, message }: Failure): Failure {
  return { code, message: `${message} Whether ${branch} arrived is not known: run again.` };
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
type PushOutcome = Failure | null;

/** How a push ended for the branches that are neither in `told` nor in `doubtful`. */
type PushEnd =
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

interface PushAttempt {
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
async function attemptPush(remote: Remote, batch: readonly BranchPush[]): Promise<PushAttempt> {
  const leases = batch.map((push) => argumentsOf(push)[0]);
  const specs = batch.map((push) => argumentsOf(push)[1]);
  let run: GitRun;
  try {
    const args = ['push', ...FLAGS, ...leases, '--', PUSH_REMOTE, ...specs];
    run = await tryGit(remote.pushing, args);
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
    const advice = signatureAdvice(`${summary} ${words}`);
    const message = `A rule of the repository forbids the push to ${branch}: ${why}.`;
    return { code: 'protected', message: advice === '' ? message : `${message} ${advice}` };
  }
  return { code: 'rejected', message: `The remote refused ${branch}: ${why}.` };
}

/**
 * Characters of arguments in one command. Windows takes 32,767 for the whole line (CreateProcessW). Linux and macOS
 * take 1 to 2 MB for arguments, their pointers and the environment together, and fewer only where the stack is kept
 * small (execve(2)): what does not start there is tried again in halves.
 */
const ARGUMENT_CHARACTERS = process.platform === 'win32' ? 28_000 : 600_000;

/** What one branch adds to a command: its lease and its refspec, each with a separator. */
export function argumentsOf({ branch, to, expected }: BranchPush): readonly [lease: string, refspec: string] {
  return [`--force-with-lease=refs/heads/${branch}:${expected ?? ''}`, `${to ?? ''}:refs/heads/${branch}`];
}

/** How many of these, from the first, go into one push: no more than `most`, and at least one. */
export function howManyFit(
  pushes: readonly BranchPush[],
  most: number,
  characters = ARGUMENT_CHARACTERS,
): number {
  let used = 0;
  let count = 0;
  for (const push of pushes) {
    for (const argument of argumentsOf(push)) used += argument.length + 1;
    if (count > 0 && (used > characters || count >= most)) break;
    count += 1;
  }
  return count;
}
