/**
 * simple-git, for what a repository says of itself: its remotes, its configuration, what a revision is. It has its safety
 * checks on, and so cannot do what process.ts is for: commands with the token or with settings that the checks refuse,
 * programs for the working tree switched off, and streams.
 */
import type { SimpleGit } from 'simple-git';
import { type Clone, GitError, gitEnvironment, tryGit } from './process.ts';

/**
 * What simple-git's checks refuse in an environment (the table of @simple-git/argv-parser). None of it is needed here:
 * these commands start neither an editor nor a pager, and ask for no password.
 */
const REFUSED =
  /^(?:EDITOR|PAGER|PREFIX|SSH_ASKPASS|VISUAL|GIT_(?:ASKPASS|CONFIG(?!_NOSYSTEM$).*|EDITOR|EXEC_PATH|EXTERNAL_DIFF|PAGER|PROXY_COMMAND|TEMPLATE_DIR|SEQUENCE_EDITOR|SSH|SSH_COMMAND))$/i;

/** simple-git in a repository on this machine, by an environment without tokens. It is loaded when it is asked for. */
export async function openRepository({ folder, env }: Clone): Promise<SimpleGit> {
  const [{ simpleGit }, { default: debug }, config] = await Promise.all([
    import('simple-git'),
    import('debug'),
    trusted({ folder, env }),
  ]);
  // With DEBUG set it prints what git answers and its environment: a password in a remote's URL, a header.
  debug.log = () => {};
  const environment = Object.fromEntries(
    Object.entries(gitEnvironment({ folder, env })).filter(([name]) => !REFUSED.test(name)),
  );
  const allowEnvironment = Object.keys(environment);
  return simpleGit({ baseDir: folder, config, allowEnvironment }).env(environment);
}

/**
 * Which folders of other users git may read (git-config(1), "safe.directory"), where that is said in variables that
 * simple-git refuses: as arguments, which git takes for as protected.
 */
async function trusted(clone: Clone): Promise<string[]> {
  if (!Object.keys(clone.env).some((name) => /^GIT_CONFIG/i.test(name) && REFUSED.test(name))) return [];
  const { stdout } = await tryGit(clone, ['config', '--get-all', 'safe.directory']);
  return stdout.split('\n').flatMap((folder) => (folder === '' ? [] : [`safe.directory=${folder}`]));
}

/**
 * The full name of the commit that `revision` means.
 *
 * @param revision anything that `git rev-parse` understands; never taken for an option
 * @returns null when it means no commit
 * @throws GitError when git refuses the repository itself
 */
export async function resolveCommit(clone: Clone, revision: string): Promise<string | null> {
  const git = await openRepository(clone);
  try {
    const args = ['--verify', '--quiet', '--end-of-options', `${revision}^{commit}`];
    return (await git.revparse(args)) || null;
  } catch (error) {
    const words = wordsOf(error);
    if (/dubious ownership/.test(words)) throw new GitError('rev-parse', null, words);
    if (/spawn git ENOENT/.test(words)) throw error;
    return null;
  }
}

/** Whether the repository's history was cut off when it was cloned. */
export async function isShallow(clone: Clone): Promise<boolean> {
  const git = await openRepository(clone);
  return (await git.revparse(['--is-shallow-repository'])) === 'true';
}

/** What git, or the library, said of a failure. */
export function wordsOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
