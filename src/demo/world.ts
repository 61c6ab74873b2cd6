/**
 * Everything `rotate-pr` talks to, on this machine and in a temporary folder: an environments repository with one
 * commit, its remote behind a real git server, a clone of it, and a GitHub API. The demo and the end-to-end tests use it.
 */
import { cp, mkdtemp, realpath, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Tokens } from './access.ts';
import { type GitServer, startGitServer } from './git-server.ts';
import { type ApiExchange, type GitHubServer, startGitHubServer } from './github-server.ts';
import { ownerOf, type Repository } from './repositories.ts';
import { git as runGit } from './run.ts';
import { sampleEstate } from './sample-estate.ts';
import type { GitHubSettings } from './settings.ts';

/** What may be written with, unless `tokens` says otherwise. */
export const WRITE_TOKEN = 'ghp_demo0write0token0that0is0no0secret00';
/** May read, and nothing else. */
export const READ_TOKEN = 'ghp_demo0read0only0token0that0is0no0secret';
/** Belongs to the owner of the fork, and may write there alone. */
export const FORK_TOKEN = 'ghp_demo0fork0only0token0that0is0no0secret';

const DEFAULT_TOKENS: Tokens = {
  [WRITE_TOKEN]: { login: 'rotation-team', write: true },
  [READ_TOKEN]: { login: 'onlooker', write: false },
};

export interface WorldOptions extends GitHubSettings {
  /** Folder that becomes the repository's first commit. Default: the sample of the package. */
  readonly estate?: string;
  /** `owner/name` on the demo's GitHub. */
  readonly repository?: string;
  /** `owner/name` of a fork, which is the remote `fork` of the clone; its owner has the token `FORK_TOKEN`. */
  readonly fork?: string;
  readonly defaultBranch?: string;
  readonly tokens?: Tokens;
  /** The git server asks for a token for a clone as well. */
  readonly private?: boolean;
  /** Sees every exchange with the API. */
  readonly check?: (exchange: ApiExchange) => void;
}

export interface World {
  /** The temporary folder; everything below is in it. */
  readonly folder: string;
  /** The bare repository, `owner/name.git`. */
  readonly bare: string;
  /** A clone whose `origin` is the git server. */
  readonly clone: string;
  readonly repository: string;
  readonly fork: Repository | null;
  readonly defaultBranch: string;
  readonly git: GitServer;
  readonly github: GitHubServer;
  /** What the program's environment needs over `cleanEnvironment()` to work against this world and nothing else. */
  readonly env: Readonly<Record<string, string>>;
  /** Runs git in the clone, with the world's environment; gives what it prints. */
  runGit(...args: string[]): Promise<string>;
  /** Stops the servers; removes the folder unless it is to be kept. */
  close(options?: { readonly keep?: boolean }): Promise<void>;
}

/** Builds a world in well under a second. It must be closed. */
export async function createWorld(options: WorldOptions = {}): Promise<World> {
  const {
    repository = 'example-org/environments',
    fork: forkName,
    defaultBranch = 'main',
    estate,
    tokens: givenTokens = DEFAULT_TOKENS,
    private: isPrivate = false,
    check,
    ...settings
  } = options;
  const folder = await realpath(await mkdtemp(join(tmpdir(), 'rotate-pr-')));
  const bare = join(folder, 'remote', `${repository}.git`);
  const clone = join(folder, 'clone');
  const fork =
    forkName === undefined ? null : { name: forkName, bare: join(folder, 'remote', `${forkName}.git`) };
  const tokens =
    fork === null
      ? givenTokens
      : { ...givenTokens, [FORK_TOKEN]: { login: ownerOf(fork.name), write: [fork.name] } };
  const closers: (() => Promise<void>)[] = [
    () => rm(folder, { recursive: true, force: true, maxRetries: 5 }),
  ];
  const close = async ({ keep = false } = {}): Promise<void> => {
    for (const closer of closers.splice(keep ? 1 : 0).reverse()) await closer();
  };

  try {
    await writeFile(join(folder, 'gitconfig'), '');
    const isolated = isolation(folder);
    await seedRemote(folder, bare, estate ?? (await sampleEstate()), defaultBranch, isolated);
    if (fork !== null) await runGit(folder, ['clone', '--quiet', '--bare', bare, fork.bare], isolated);
    const git = await startGitServer({
      repositories: { [repository]: bare, ...(fork === null ? {} : { [fork.name]: fork.bare }) },
      tokens,
      private: isPrivate,
    });
    closers.push(() => git.close());
    const github = await startGitHubServer({
      ...settings,
      repository,
      bare,
      ...(fork === null ? {} : { fork }),
      defaultBranch,
      tokens,
      webUrl: git.url,
      ...(check === undefined ? {} : { check }),
    });
    closers.push(() => github.close());
    const token = Object.keys(tokens)[0] ?? '';
    await runGit(folder, ['clone', '--quiet', `${git.url}/${repository}.git`, clone], {
      ...isolated,
      ...authorization(git.url, isPrivate ? token : null),
    });

    if (fork !== null)
      await runGit(clone, ['remote', 'add', 'fork', `${git.url}/${fork.name}.git`], isolated);

    const env = {
      ...isolated,
      GITHUB_API_URL: github.url,
      GITHUB_SERVER_URL: git.url,
      GITHUB_REPOSITORY: repository,
      GITHUB_TOKEN: token,
    };
    return {
      folder,
      bare,
      clone,
      repository,
      fork,
      defaultBranch,
      git,
      github,
      env,
      runGit: (...args) => runGit(clone, args, env),
      close,
    };
  } catch (error) {
    await close();
    throw error;
  }
}

/** Keeps the user's git settings, credential helpers, gh login, cache and proxies out, and gives commits an author. */
function isolation(folder: string): Readonly<Record<string, string>> {
  return {
    GIT_CONFIG_GLOBAL: join(folder, 'gitconfig'),
    GIT_CONFIG_NOSYSTEM: '1',
    GIT_TERMINAL_PROMPT: '0',
    GH_CONFIG_DIR: join(folder, 'gh'),
    XDG_CACHE_HOME: join(folder, 'cache'),
    GIT_AUTHOR_NAME: 'Rotation Demo',
    GIT_AUTHOR_EMAIL: 'rotation-demo@example.com',
    GIT_COMMITTER_NAME: 'Rotation Demo',
    GIT_COMMITTER_EMAIL: 'rotation-demo@example.com',
    NO_PROXY: '127.0.0.1',
    no_proxy: '127.0.0.1',
  };
}

/** Git settings that authorise one command by its environment, so that no file keeps the token. */
function authorization(url: string, token: string | null): Readonly<Record<string, string>> {
  if (token === null) return {};
  const credentials = Buffer.from(`x-access-token:${token}`).toString('base64');
  return {
    GIT_CONFIG_COUNT: '1',
    GIT_CONFIG_KEY_0: `http.${url}/.extraheader`,
    GIT_CONFIG_VALUE_0: `Authorization: Basic ${credentials}`,
  };
}

/** Makes the bare repository: the estate as one commit, of one author and one date, so that its id never changes. */
async function seedRemote(
  folder: string,
  bare: string,
  estate: string,
  branch: string,
  isolated: Readonly<Record<string, string>>,
): Promise<void> {
  const seed = join(folder, 'seed');
  const env = {
    ...isolated,
    GIT_AUTHOR_DATE: '2026-11-02T09:00:00Z',
    GIT_COMMITTER_DATE: '2026-11-02T09:00:00Z',
  };
  await cp(estate, seed, { recursive: true, filter: (path) => !/[\\/]\.git$/.test(path) });
  await runGit(folder, ['init', '--quiet', `--initial-branch=${branch}`, seed], env);
  await runGit(seed, ['-c', 'core.autocrlf=false', '-c', 'core.fileMode=false', 'add', '--all'], env);
  await runGit(seed, ['-c', 'commit.gpgSign=false', 'commit', '--quiet', '-m', 'Add the environments'], env);
  await runGit(folder, ['clone', '--quiet', '--bare', seed, bare], env);
  await rm(seed, { recursive: true, force: true, maxRetries: 5 });
}
