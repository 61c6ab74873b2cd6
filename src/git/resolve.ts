import { type Clone, GitError, runGit } from './process.ts';

/**
 * The full name of the commit that `revision` means.
 *
 * @param revision anything that `git rev-parse` understands; never taken for an option
 * @returns null when it means no commit
 * @throws GitError when git refuses the repository itself
 */
export async function resolveCommit(clone: Clone, revision: string): Promise<string | null> {
  try {
    const name = await runGit(clone, [
      'rev-parse',
      '--verify',
      '--quiet',
      '--end-of-options',
      `${revision}^{commit}`,
    ]);
    return name.toString('utf8').trim();
  } catch (error) {
    if (error instanceof GitError && !/dubious ownership/.test(error.stderr)) return null;
    throw error;
  }
}
