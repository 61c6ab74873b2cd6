import { distance } from 'fastest-levenshtein';
import { type GitClient, gitClient } from '../git/client.ts';
import { secretForms } from '../github/redact.ts';
import { readRemoteUrl } from '../github/repository.ts';
import { type Environment, fail, ok, type Result } from '../util/result.ts';
import { ensureCommits } from './fetch.ts';
import { gitEnvironment } from './git-auth.ts';
import { remoteFailure } from './git-failure.ts';

/** A remote of the clone, with what is needed to talk to it. */
export interface Remote {
  /** A folder of the clone. */
  readonly cwd: string;
  readonly name: string;
  /** As configured; may hold credentials, never to be shown or put into an argument. */
  readonly url: string;
  /** Where it really leads: after the `url.*.insteadOf` of the configuration. As secret as `url`. */
  readonly reached: string;
  /** The URL as it may be shown. */
  readonly shown: string;
  /** Variables for every git process that talks to the remote: the token travels here. */
  readonly env: Readonly<Record<string, string>>;
  /** Texts to mask in whatever git says. */
  readonly secrets: readonly string[];
}

/** What one `ls-remote` told. */
export interface RemoteRefs {
  /** Name of the branch that HEAD points to, null when the remote does not say. */
  readonly defaultBranch: string | null;
  /** Branch name (without `refs/heads/`) → commit. */
  readonly branches: ReadonlyMap<string, string>;
}

/** The branch on which pull requests are built, and the commit that is read. */
export interface Base {
  readonly branch: string;
  readonly sha: string;
}

export interface RemoteOptions {
  readonly cwd: string;
  /** `--remote`; default `origin`, else the only one there is. */
  readonly remote?: string | undefined;
  readonly env: Environment;
  /** Null when there is none: git then uses the credentials it has. */
  readonly token: string | null;
}

/**
 * Finds the remote in the clone's configuration; reaches no network.
 *
 * @returns codes `no-remote`, `unknown-remote`, `which-remote`
 */
export async function openRemote(options: RemoteOptions): Promise<Result<Remote>> {
  const git = gitClient(options.cwd);
  const listed = await git.run(['remote']);
  if (listed.status !== 0) return fail('not-a-repository', listed.stderr.trim());
  const names = listed.stdout.split('\n').filter((name) => name !== '');
  const chosen = chooseRemote(names, options.remote);
  if (!chosen.ok) return chosen;
  const name = chosen.value;
  const url = await firstValue(git, `remote.${name}.url`);
  if (url === null) return fail('no-remote', `The remote ${name} has no URL.`);
  const pushUrl = (await firstValue(git, `remote.${name}.pushurl`)) ?? url;
  const [reached, reachedByPush] = await Promise.all([
    rewrittenUrl(git, ['get-url', name], url),
    rewrittenUrl(git, ['get-url', '--push', name], pushUrl),
  ]);
  const token = options.token;
  const places = { pushUrl, reached: [reached, reachedByPush] };
  const env = await gitEnvironment({ git, env: options.env, ...places, token });
  const secrets = [
    ...(token ? secretForms(token) : []),
    ...[url, pushUrl, reached, reachedByPush].flatMap((each) => readRemoteUrl(each).secrets),
  ];
  return ok({ cwd: options.cwd, name, url, reached, shown: readRemoteUrl(url).shown, env, secrets });
}

function chooseRemote(names: readonly string[], wanted: string | undefined): Result<string> {
  if (wanted !== undefined) {
    if (names.includes(wanted)) return ok(wanted);
    const known = names.length === 0 ? 'This repository has none.' : `Known: ${names.join(', ')}.`;
    return fail('unknown-remote', `There is no remote "${wanted}". ${known}`);
  }
  if (names.includes('origin')) return ok('origin');
  const [first, ...others] = names;
  if (first === undefined) {
    return fail('no-remote', 'This repository has no remote: add one with git remote add origin URL.');
  }
  if (others.length === 0) return ok(first);
  return fail('which-remote', `There are several remotes (${names.join(', ')}): choose one with --remote.`);
}

/** A remote's URL as git uses it. */
async function rewrittenUrl(git: GitClient, args: readonly string[], asConfigured: string): Promise<string> {
  const { status, stdout } = await git.run(['remote', ...args]);
  return status === 0 ? stdout.split('\n', 1)[0] || asConfigured : asConfigured;
}

async function firstValue(git: GitClient, key: string): Promise<string | null> {
  const { status, stdout } = await git.run(['config', '--get-all', key]);
  return status === 0 ? (stdout.split('\n')[0] ?? null) : null;
}

/**
 * Asks the remote once for its branches and its default branch.
 *
 * @returns codes of `gitFailure`: `authentication`, `forbidden`, `not-found`, `unreachable`, `git`
 */
export async function readRemote(remote: Remote): Promise<Result<RemoteRefs>> {
  const args = ['ls-remote', '--symref', remote.name, 'HEAD', 'refs/heads/*'];
  const { status, stdout, stderr } = await gitClient(remote.cwd, remote.env).run(args);
  if (status !== 0) return { ok: false, error: remoteFailure(remote, stderr) };
  return ok(parseRefs(stdout));
}

function parseRefs(output: string): RemoteRefs {
  let defaultBranch: string | null = null;
  const branches = new Map<string, string>();
  for (const line of output.split('\n')) {
    const [value = '', ref = ''] = line.split('\t');
    if (ref === 'HEAD' && value.startsWith('ref: refs/heads/'))
      defaultBranch = value.slice('ref: refs/heads/'.length);
    else if (ref.startsWith('refs/heads/')) branches.set(ref.slice('refs/heads/'.length), value);
  }
  return { defaultBranch, branches };
}

/**
 * The base branch and its commit, whose objects are in the clone afterwards. No ref, no FETCH_HEAD, no index and no
 * working tree is touched.
 *
 * @param branch `--base`; default the remote's default branch
 * @returns codes `unknown-branch` (with the nearest names), `no-default-branch`, and those of `gitFailure`
 */
export async function resolveBase(remote: Remote, refs: RemoteRefs, branch?: string): Promise<Result<Base>> {
  let seen = refs;
  for (let attempt = 0; ; attempt++) {
    const found = findBase(remote, seen, branch);
    if (!found.ok) return found;
    const fetched = await ensureCommits(remote, [{ branch: found.value.branch, sha: found.value.sha }]);
    if (fetched.ok) return found;
    if (attempt === 2) return fetched;
    // The branch may have moved between ls-remote and fetch: look again.
    const again = await readRemote(remote);
    if (!again.ok) return again;
    if (again.value.branches.get(found.value.branch) === found.value.sha) return fetched;
    seen = again.value;
  }
}

function findBase(remote: Remote, refs: RemoteRefs, wanted: string | undefined): Result<Base> {
  const branch = wanted?.replace(/^refs\/heads\//, '') ?? refs.defaultBranch;
  if (branch === null) {
    return fail(
      'no-default-branch',
      `${remote.shown} does not say what its default branch is: pass --base BRANCH.`,
    );
  }
  const sha = refs.branches.get(branch);
  if (sha !== undefined) return ok({ branch, sha });
  const near = nearest(branch, [...refs.branches.keys()]);
  const hint = near.length === 0 ? 'It has no branches.' : `Nearest: ${near.join(', ')}.`;
  return fail('unknown-branch', `${remote.shown} has no branch "${branch}". ${hint}`);
}

function nearest(name: string, candidates: readonly string[]): string[] {
  return candidates
    .map((candidate) => ({ candidate, far: distance(name, candidate) }))
    .sort((a, b) => a.far - b.far || (a.candidate < b.candidate ? -1 : 1))
    .slice(0, 3)
    .map(({ candidate }) => candidate);
}
