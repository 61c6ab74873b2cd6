import type { BranchPush } from './push-attempt.ts';

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
