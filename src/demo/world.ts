/**
 * Everything `rotate-pr` talks to, on this machine and in a temporary folder: an environments repository with one
 * commit, its remote behind a real git server, a clone of it, and a GitHub API. The demo and the end-to-end tests use it.
 */
import { appendFile, cp, mkdir, mkdtemp, readFile, realpath, rename, rm, writeFile } from 'node:fs/promises';
import { devNull, tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
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

const AUTHOR = {
  GIT_AUTHOR_NAME: 'Rotation Demo',
  GIT_AUTHOR_EMAIL: 'rotation-demo@example.com',
  GIT_COMMITTER_NAME: 'Rotation Demo',
  GIT_COMMITTER_EMAIL: 'rotation-demo@example.com',
} as const;

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
  /** Fills an empty folder with what `makeRepositories` makes. Default: that. */
  readonly repositories?: typeof makeRepositories;
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
    repositories = makeRepositories,
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
    await repositories(folder, estate ?? (await sampleEstate()), defaultBranch);
    if (fork !== null) await cp(join(folder, 'remote.git'), fork.bare, { recursive: true });
    await mkdir(dirname(bare), { recursive: true });
    await rename(join(folder, 'remote.git'), bare);
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
    const remotes = { origin: repository, ...(fork === null ? {} : { fork: fork.name }) };
    await appendFile(join(clone, '.git', 'config'), remoteSections(git.url, remotes));

    const env = {
      ...isolated,
      GITHUB_API_URL: github.url,
      GITHUB_SERVER_URL: git.url,
      GITHUB_REPOSITORY: repository,
      GITHUB_TOKEN: Object.keys(tokens)[0] ?? '',
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
    ...AUTHOR,
    NO_PROXY: '127.0.0.1',
    no_proxy: '127.0.0.1',
  };
}

/** The part of a clone's git config that says where its remotes are: name → `owner/name`. */
function remoteSections(url: string, remotes: Readonly<Record<string, string>>): string {
  const sections = Object.entries(remotes).map(([name, repository]) => {
    const fetch = `+refs/heads/*:refs/remotes/${name}/*`;
    return `[remote "${name}"]\n\turl = ${url}/${repository}.git\n\tfetch = ${fetch}\n`;
  });
  return sections.join('');
}

/**
 * Makes what every world of an estate starts from: `remote.git`, with the estate as one commit of one author and one
 * date, so that its id never changes, and `clone`, cloned from it by its path.
 *
 * @param into an empty folder
 */
export async function makeRepositories(into: string, estate: string, branch: string): Promise<void> {
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
  await cp(estate, seed, { recursive: true, filter: (path) => !/[\\/]\.git$/.test(path) });
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
