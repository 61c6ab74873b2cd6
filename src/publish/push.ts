import { type Failure, ok, type Result } from '../util/result.ts';
import { attemptPush, type BranchPush, type PushOutcome } from './push-attempt.ts';
import { howManyFit } from './push-size.ts';
import { type Remote, readRemote } from './remote.ts';

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
    const arrived = end.as === 'lost' || doubtful.size > 0 ? await findArrived(remote, batch) : null;
    for (const [branch, outcome] of told) outcomes.set(branch, outcome);
    for (const [branch, failure] of doubtful) outcomes.set(branch, failure);
    if (arrived?.ok) for (const branch of arrived.value) outcomes.set(branch, null);
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
        if (arrived?.ok === false) {
          for (const { branch } of left) outcomes.set(branch, notKnown(branch, end.failure));
          giveUp = arrived.error;
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

/** Asks the remote, once for all of them, which branches are as wanted. */
async function findArrived(
  remote: Remote,
  pushes: readonly BranchPush[],
): Promise<Result<ReadonlySet<string>>> {
  const refs = await readRemote(remote);
  if (!refs.ok) return refs;
  const arrived = pushes.filter(({ branch, to }) => (refs.value.branches.get(branch) ?? null) === to);
  return ok(new Set(arrived.map(({ branch }) => branch)));
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
