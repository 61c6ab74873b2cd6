/** The git repositories of a sandbox: a remote, a clone of it, and an environment in which git knows nothing else. */
import { appendFile, cp, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { devNull } from 'node:os';
import { join } from 'node:path';
import { git as runGit } from './run.ts';

const AUTHOR = {
  GIT_AUTHOR_NAME: 'Rotation Demo',
  GIT_AUTHOR_EMAIL: 'rotation-demo@example.com',
  GIT_COMMITTER_NAME: 'Rotation Demo',
  GIT_COMMITTER_EMAIL: 'rotation-demo@example.com',
} as const;

/**
 * An environment that keeps the user's git settings, credential helpers, gh login, cache and proxies out, and gives
 * commits an author.
 *
 * @param folder where its settings and caches are
 */
export async function isolatedEnvironment(folder: string): Promise<Readonly<Record<string, string>>> {
  await writeFile(join(folder, 'gitconfig'), '');
  return {
    GIT_CONFIG_GLOBAL: join(folder, 'gitconfig'),
    GIT_CONFIG_NOSYSTEM: '1',
    GIT_TERMINAL_PROMPT: '0',
    GH_CONFIG_DIR: join(folder, 'gh'),
    XDG_CACHE_HOME: join(folder, 'cache'),
    ...AUTHOR,
    NO_PROXY: '127.0.0.1',
    no_proxy: '127.0.0.1',
  };
}

/**
 * Gives a clone its remotes: name → address of the repository. They are written as `git remote add` writes them, without
 * a process for each.
 */
export async function connectClone(clone: string, remotes: Readonly<Record<string, string>>): Promise<void> {
  const sections = Object.entries(remotes).map(([name, url]) => {
    return `[remote "${name}"]\n\turl = ${url}\n\tfetch = +refs/heads/*:refs/remotes/${name}/*\n`;
  });
  await appendFile(join(clone, '.git', 'config'), sections.join(''));
}

/**
 * Makes `remote.git`, with an environments repository as one commit of one author and one date, so that its id never
 * changes, and `clone`, cloned from it by its path and without a remote: `connectClone` gives it one.
 *
 * @param into an empty folder
 * @param source folder of the environments repository; a `.git` in it is left out
 */
export async function makeRepositories(into: string, source: string, branch: string): Promise<void> {
  const seed = join(into, 'seed');
  const bare = join(into, 'remote.git');
  const clone = join(into, 'clone');
  const env = {
    ...AUTHOR,
    GIT_CONFIG_GLOBAL: devNull,
    GIT_CONFIG_NOSYSTEM: '1',
    GIT_AUTHOR_DATE: '2026-11-02T09:00:00Z',
    GIT_COMMITTER_DATE: '2026-11-02T09:00:00Z',
  };
  await cp(source, seed, { recursive: true, filter: (path) => !/[\\/]\.git$/.test(path) });
  await runGit(into, ['init', '--quiet', '--template=', `--initial-branch=${branch}`, seed], env);
  await runGit(seed, ['-c', 'core.autocrlf=false', '-c', 'core.fileMode=false', 'add', '--all'], env);
  await runGit(seed, ['commit', '--quiet', '-m', 'Add the environments'], env);
  await runGit(seed, ['repack', '--quiet', '-a', '-d'], env);
  await runGit(into, ['clone', '--quiet', '--template=', '--bare', seed, bare], env);
  await runGit(into, ['clone', '--quiet', '--template=', bare, clone], env);
  await rm(seed, { recursive: true, force: true, maxRetries: 5 });
  for (const folder of [bare, join(clone, '.git')]) {
    const config = await readFile(join(folder, 'config'), 'utf8');
    await writeFile(join(folder, 'config'), config.replace(/^\[remote "origin"\]\n(?:\t.*\n)*/m, ''));
    // the templates of git, which hold more files than the repository, are left out
    await mkdir(join(folder, 'hooks'));
    await mkdir(join(folder, 'info'), { recursive: true });
  }
}
