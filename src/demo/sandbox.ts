/**
 * Everything `rotate-pr` talks to, on this machine and in a temporary folder: the sample environments repository with
 * one commit, its remote behind a real git server, a clone of it, and a GitHub API.
 */
import { mkdir, mkdtemp, realpath, rename, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { type Admission, type GitRequest, type GitServer, startGitServer } from './git-server.ts';
import { type GitHubServer, startGitHub } from './github.ts';
import { connectClone, isolatedEnvironment, makeRepositories } from './repositories.ts';
import { git as runGit } from './run.ts';
import { sampleEnvironments } from './sample.ts';

const REPOSITORY = 'example-org/environments';
const DEFAULT_BRANCH = 'main';
const LOGIN = 'rotation-team';
const TOKEN = 'ghp_demo0write0token0that0is0no0secret00';

export interface Sandbox {
  /** The temporary folder; everything below is in it. */
  readonly folder: string;
  /** The bare repository, `owner/name.git`. */
  readonly bare: string;
  /** A clone whose `origin` is the git server. */
  readonly clone: string;
  readonly repository: string;
  readonly defaultBranch: string;
  readonly git: GitServer;
  readonly github: GitHubServer;
  /** What the program's environment needs over `cleanEnvironment()` to work in this sandbox and nowhere else. */
  readonly env: Readonly<Record<string, string>>;
  /** Runs git in the clone, with that environment; gives what it prints. */
  runGit(...args: string[]): Promise<string>;
  /** Stops the servers; removes the folder unless it is to be kept. */
  close(options?: { readonly keep?: boolean }): Promise<void>;
}

/**
 * Builds a sandbox in well under a second. It must be closed.
 *
 * @param teams slugs of the owner's teams on its GitHub
 */
export async function createSandbox(teams: readonly string[]): Promise<Sandbox> {
  const folder = await realpath(await mkdtemp(join(tmpdir(), 'rotate-pr-')));
  const bare = join(folder, 'remote', `${REPOSITORY}.git`);
  const clone = join(folder, 'clone');
  const closers: (() => Promise<void>)[] = [
    () => rm(folder, { recursive: true, force: true, maxRetries: 5 }),
  ];
  const close = async ({ keep = false } = {}): Promise<void> => {
    for (const closer of closers.splice(keep ? 1 : 0).reverse()) await closer();
  };

  try {
    await makeRepositories(folder, await sampleEnvironments(), DEFAULT_BRANCH);
    await mkdir(dirname(bare), { recursive: true });
    await rename(join(folder, 'remote.git'), bare);
    const git = await startGitServer({ repositories: { [REPOSITORY]: bare }, admit });
    closers.push(() => git.close());
    const identity = { repository: REPOSITORY, defaultBranch: DEFAULT_BRANCH, token: TOKEN, login: LOGIN };
    const github = await startGitHub({ ...identity, bare, teams, webUrl: git.url });
    closers.push(() => github.close());
    await connectClone(clone, { origin: `${git.url}/${REPOSITORY}.git` });
    const env = {
      ...(await isolatedEnvironment(folder)),
      GITHUB_API_URL: github.url,
      GITHUB_SERVER_URL: git.url,
      GITHUB_REPOSITORY: REPOSITORY,
      GITHUB_TOKEN: TOKEN,
    };
    return {
      ...{
        folder,
        bare,
        clone,
        repository: REPOSITORY,
        defaultBranch: DEFAULT_BRANCH,
        git,
        github,
        env,
        close,
      },
      runGit: (...args) => runGit(clone, args, env),
    };
  } catch (error) {
    await close();
    throw error;
  }
}

/** Everybody may read; who pushes needs the token, as the password of whatever user. */
function admit({ writes, http }: GitRequest): Admission {
  const [, credentials = ''] = http.headers.authorization?.split(' ') ?? [];
  const known = Buffer.from(credentials, 'base64').toString('utf8').split(':')[1] === TOKEN;
  if (known || !writes) return { login: known ? LOGIN : null };
  const headers = { 'WWW-Authenticate': 'Basic realm="GitHub"' };
  return { status: 401, text: 'Invalid username or token.', headers };
}
