/** What a test runs `rotate-pr` in: the demo's sandbox, with a GitHub that can do and refuse far more. */
import { mkdir, mkdtemp, realpath, rename, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { ApiExchange } from '../../src/demo/github.ts';
import { connectClone, isolatedEnvironment } from '../../src/demo/repositories.ts';
import { git as runGit } from '../../src/demo/run.ts';
import { sampleEnvironments } from '../../src/demo/sample.ts';
import type { Sandbox } from '../../src/demo/sandbox.ts';
import type { Tokens } from './server/access.ts';
import { type FaultyGitServer, startGitServer } from './server/git-server.ts';
import { type GitHubServer, startGitHubServer } from './server/github-server.ts';
import { ownerOf, type Repository } from './server/repositories.ts';
import type { GitHubSettings } from './server/settings.ts';
import { copyFolder, copyRepositories } from './templates.ts';

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

/** A sandbox whose servers know tokens, forks and faults. */
export interface World extends Sandbox {
  readonly fork: Repository | null;
  readonly git: FaultyGitServer;
  readonly github: GitHubServer;
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
    await copyRepositories(folder, estate ?? (await sampleEnvironments()), defaultBranch);
    for (const path of [bare, ...(fork === null ? [] : [fork.bare])]) {
      await mkdir(dirname(path), { recursive: true });
    }
    if (fork !== null) copyFolder(join(folder, 'remote.git'), fork.bare);
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
    const names = { origin: repository, ...(fork === null ? {} : { fork: fork.name }) };
    const remotes = Object.entries(names).map(([remote, name]) => [remote, `${git.url}/${name}.git`]);
    await connectClone(clone, Object.fromEntries(remotes));

    const env = {
      ...(await isolatedEnvironment(folder)),
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
