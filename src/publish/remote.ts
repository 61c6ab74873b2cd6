import { FetchError, isPartialClone } from '../git/partial.ts';
import { type Clone, type FetchObjects, GitError, ownershipAdvice, runGit, tryGit } from '../git/process.ts';
import { isShallow, openRepository, wordsOf } from '../git/repository.ts';
import { redact, secretForms } from '../github/redact.ts';
import { readRemoteUrl } from '../github/repository.ts';
import { nearest } from '../util/nearest.ts';
import { type Environment, type Failure, fail, ok, type Result } from '../util/result.ts';
import { trimEndOf } from '../util/text.ts';
import { withToken } from './git-auth.ts';

/** A remote of the clone, with what is needed to talk to it. */
export interface Remote {
  /** The clone for commands that stay in it. */
  readonly clone: Clone;
  /** The same for commands that read from the remote, and for those that push to `PUSH_REMOTE`: the token may be in it. */
  readonly reading: Clone;
  readonly pushing: Clone;
  readonly name: string;
  /** As configured; may hold credentials, never to be shown or put into an argument. */
  readonly url: string;
  /** Where it really leads: after the `url.*.insteadOf` of the configuration. As secret as `url`. */
  readonly reached: string;
  /** The URL as it may be shown. */
  readonly shown: string;
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
 * @returns codes `not-a-repository`, `no-remote`, `unknown-remote`, `which-remote`, `remote-helper`
 */
export async function openRemote(options: RemoteOptions): Promise<Result<Remote>> {
  const { token } = options;
  const clone: Clone = { folder: options.cwd, env: options.env };
  const read = await readRemotes(clone);
  if (!read.ok) return read;
  const { names, settings } = read.value;
  const chosen = chooseRemote(names, options.remote);
  if (!chosen.ok) return chosen;
  const name = chosen.value;
  const [url] = settings(`remote.${name}.url`);
  if (url === undefined) return fail('no-remote', `The remote ${name} has no URL.`);
  const [pushUrl = url] = settings(`remote.${name}.pushurl`);
  const helper = [name, PUSH_REMOTE].find((each) => settings(`remote.${each}.vcs`).length > 0);
  if (helper !== undefined) return startsHelper(helper);
  const [reached, reachedByPush] = await Promise.all([
    rewrittenUrl(clone, ['get-url', name], url),
    rewrittenUrl(clone, ['get-url', '--push', name], pushUrl),
  ]);
  const urls = [url, pushUrl, reached, reachedByPush];
  const remote: Remote = {
    clone: { ...clone, fetch: objectFetcher(async () => ok(remote)) },
    reading: await withToken(clone, reached, token),
    pushing: await toPush(clone, pushUrl, reachedByPush, token),
    name,
    url,
    reached,
    shown: readRemoteUrl(url).shown,
    secrets: [...(token ? secretForms(token) : []), ...urls.flatMap((each) => readRemoteUrl(each).secrets)],
  };
  return ok(remote);
}

/** The remote that exists in the environment only: it has a URL and no refspecs, so a push moves no tracking ref. */
export const PUSH_REMOTE = 'rotate-pr-push';

/**
 * The clone for pushes.
 *
 * @param reached where `url` leads after the `url.*.insteadOf` of the configuration
 */
export function toPush(clone: Clone, url: string, reached: string, token: string | null): Promise<Clone> {
  return withToken({ ...clone, config: [[`remote.${PUSH_REMOTE}.url`, url]] }, reached, token);
}

function chooseRemote(names: readonly string[], wanted: string | undefined): Result<string> {
  if (wanted !== undefined) {
    if (names.includes(wanted)) return ok(wanted);
    const known = names.length === 0 ? 'This repository has none.' : `Known: ${names.join(', ')}.`;
    return fail('unknown-remote', `There is no remote "${redact(wanted, [])}". ${known}`);
  }
  if (names.includes('origin')) return ok('origin');
  const [first, ...others] = names;
  if (first === undefined) {
    return fail('no-remote', 'This repository has no remote: add one with git remote add origin URL.');
  }
  if (others.length === 0) return ok(first);
  return fail('which-remote', `There are several remotes (${names.join(', ')}): choose one with --remote.`);
}

/** A remote's URL as git uses it: asked in the very environment in which git is to go there. */
async function rewrittenUrl(clone: Clone, args: readonly string[], asConfigured: string): Promise<string> {
  const { status, stdout } = await tryGit(clone, ['remote', ...args]);
  return status === 0 ? stdout.split('\n', 1)[0] || asConfigured : asConfigured;
}

interface Remotes {
  readonly names: readonly string[];
  /** The values of a key of the configuration, in git's order. */
  readonly settings: (key: string) => readonly string[];
}

/** @returns code `not-a-repository` */
async function readRemotes(clone: Clone): Promise<Result<Remotes>> {
  const git = await openRepository(clone);
  try {
    const names = (await git.getRemotes()).map(({ name }) => name);
    const { files, values } = await git.listConfig();
    return ok({ names, settings: (key) => files.flatMap((file) => values[file]?.[key] ?? []) });
  } catch (error) {
    const words = wordsOf(error);
    if (/spawn git ENOENT/.test(words)) throw error;
    return fail('not-a-repository', ownershipAdvice(words) ?? gitWords(words));
  }
}

/** Git starts `git-remote-<vcs>` for every command that talks to such a remote, with all that this command was given. */
function startsHelper(name: string): Result<never> {
  return fail(
    'remote-helper',
    `git would start another program for the remote ${name} (remote.${name}.vcs), and the token would be in its reach. ` +
      `Take that out (git config --unset-all remote.${name}.vcs), or choose another remote with --remote.`,
  );
}

/**
 * Asks the remote once for its branches and its default branch.
 *
 * @returns codes of `gitFailure`: `authentication`, `forbidden`, `not-found`, `unreachable`, `git`
 */
export async function readRemote(remote: Remote): Promise<Result<RemoteRefs>> {
  const args = ['ls-remote', '--symref', remote.name, 'HEAD', 'refs/heads/*'];
  const { status, stdout, stderr } = await tryGit(remote.reading, args);
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
  const near = nearest(branch, refs.branches.keys(), 3);
  const all = near.length > 0 ? near : [...refs.branches.keys()].slice(0, 3);
  const hint = all.length === 0 ? 'It has no branches.' : `Nearest: ${all.join(', ')}.`;
  return fail('unknown-branch', `${remote.shown} has no branch "${branch}". ${hint}`);
}

/** A commit that is wanted in the clone: by its branch on the remote, else by its own name. */
export interface WantedCommit {
  readonly branch?: string;
  readonly sha: string;
}

/** Refs in one fetch: keeps the command line below what Windows takes (32,767 characters). */
const FETCH_SIZE = 100;

/** Nothing but objects may come of a fetch, whatever `fetch.*` and `remote.*` say. */
const OBJECTS_ONLY = [
  '--quiet',
  '--no-tags',
  '--no-write-fetch-head',
  '--refmap=',
  '--no-prune',
  '--no-prune-tags',
  '--no-recurse-submodules',
  '--no-write-commit-graph',
  '--no-auto-maintenance',
];

/**
 * Makes sure that commits and what they hold are in the object store, fetching only what is missing. No ref, no
 * FETCH_HEAD. A shallow clone stays as shallow as it is: what comes is one commit deep, and as it was not there
 * before, no history that the user has ends on it.
 *
 * @returns code `moved` when the remote no longer gives that commit, and those of `gitFailure`
 */
export async function ensureCommits(remote: Remote, wanted: readonly WantedCommit[]): Promise<Result<void>> {
  const missing = await missingCommits(remote, wanted);
  if (missing.length === 0) return ok(undefined);
  const depth = (await isShallow(remote.clone)) ? ['--depth=1'] : [];
  // trees come along, also into a clone that was made without: whose a branch is depends on what it changes
  const filter = (await isPartialClone(remote.clone)) ? ['--filter=blob:none'] : [];
  for (let start = 0; start < missing.length; start += FETCH_SIZE) {
    const sources = missing
      .slice(start, start + FETCH_SIZE)
      .map(({ branch, sha }) => (branch === undefined ? sha : `refs/heads/${branch}`));
    const run = await tryGit(remote.reading, [
      'fetch',
      ...OBJECTS_ONLY,
      ...filter,
      ...depth,
      remote.name,
      ...sources,
    ]);
    if (run.status !== 0) return { ok: false, error: remoteFailure(remote, run.stderr) };
  }
  const still = await missingCommits(remote, missing);
  if (still.length === 0) return ok(undefined);
  const names = still.map(({ branch, sha }) => branch ?? sha).join(', ');
  return fail('moved', `${names} moved on ${remote.shown} while it was being read: run again.`);
}

/**
 * Brings objects that a partial clone lacks into it, in one fetch.
 *
 * @param open finds the remote when something is missing
 */
export function objectFetcher(open: () => Promise<Result<Remote>>): FetchObjects {
  return async (oids) => {
    const remote = await open();
    if (!remote.ok) throw new FetchError(remote.error.message);
    // as git itself fetches what it lacks; without negotiation the server would send nothing that a commit here has
    const args = [
      '-c',
      'fetch.negotiationAlgorithm=noop',
      'fetch',
      ...OBJECTS_ONLY,
      '--filter=blob:none',
      '--stdin',
    ];
    const input = oids.map((oid) => `${oid}\n`).join('');
    const run = await tryGit(remote.value.reading, [...args, remote.value.name], { input });
    if (run.status !== 0) throw new FetchError(remoteFailure(remote.value, run.stderr).message);
  };
}

async function missingCommits(remote: Remote, wanted: readonly WantedCommit[]): Promise<WantedCommit[]> {
  if (wanted.length === 0) return [];
  const input = wanted.map(({ sha }) => `${sha}\n`).join('');
  try {
    const output = await runGit(remote.clone, ['cat-file', '--batch-check=%(objecttype)'], input);
    const types = output.toString('utf8').split('\n');
    return wanted.filter((_, index) => types[index] !== 'commit');
  } catch (error) {
    // before git 2.44, in a partial clone that lacks one of them
    if (error instanceof GitError) return [...wanted];
    throw error;
  }
}

/** git has no codes for these: its words, and those of GitHub's git server, are all there is. */
const SIGNS: readonly { readonly code: string; readonly sign: RegExp; readonly advice: string }[] = [
  {
    code: 'forbidden',
    sign: /returned error: 403|Permission to \S+ denied|access denied|not have (the )?(correct|permission)|Write access to repository not granted/i,
    advice: 'The token or key may not write there: it needs "Contents: write" on the repository.',
  },
  {
    code: 'authentication',
    sign: /Authentication failed|could not read (Username|Password)|Permission denied \(|Invalid username or (password|token)|returned error: 401|Host key verification failed/i,
    advice: 'Check the token (GITHUB_TOKEN, GH_TOKEN or gh auth login) or the SSH key.',
  },
  {
    code: 'not-found',
    sign: /Repository not found|repository '[^']*' not found|returned error: 404|does not appear to be a git repository|does not exist|not a git repository/i,
    advice: 'Check the URL; GitHub also says this when the token may not see the repository.',
  },
  {
    code: 'unreachable',
    sign: /Could not resolve (host|proxy)|Failed to connect|Couldn't connect|Connection (refused|reset|timed out|closed)|Operation timed out|Network is unreachable|early EOF|hung up unexpectedly|RPC failed|SSL|block timeout reached/i,
    advice: 'Nothing more can be done without it.',
  },
];

/**
 * Names what git said about a remote.
 *
 * @param remote the URL as it may be shown
 * @param stderr git's words, already redacted
 * @returns codes `forbidden`, `authentication`, `not-found`, `unreachable`, else `git`
 */
export function gitFailure(remote: string, stderr: string): Failure {
  const words = gitWords(stderr);
  const known = SIGNS.find(({ sign }) => sign.test(words));
  const advice = known && known.code !== 'unreachable' ? ` ${known.advice}` : '';
  return { code: known?.code ?? 'git', message: `git could not talk to ${remote}: ${words}.${advice}` };
}

/**
 * What git said about the remote, with the remote's name in front and nothing secret in it.
 *
 * @returns codes of `gitFailure`; `redirected` when another host was to have the token
 */
export function remoteFailure(remote: Remote, stderr: string): Failure {
  const failure = gitFailure(remote.shown, redact(stderr, remote.secrets));
  const to = /could not read Username for '(?<url>[^']+)'/.exec(stderr)?.groups?.['url'];
  if (to === undefined) return failure;
  const { host, protocol } = readRemoteUrl(to);
  if (host === readRemoteUrl(remote.reached).host) return failure;
  return {
    code: 'redirected',
    message:
      `${remote.shown} sends git to another server, ${protocol}://${host}, which does not get the token. ` +
      `If the repository has moved there: git remote set-url ${remote.name} URL.`,
  };
}

/** git's own lines as one, without hints, progress and the prefix of the other side. */
export function gitWords(stderr: string): string {
  const lines = stderr
    .split(/[\r\n]+/)
    .map((line) => line.replace(/^(remote:|fatal:|error:)\s*/gi, '').trim())
    .filter(
      (line) => line !== '' && !/^(hint:|To |Everything up-to-date|Total |Warning: Permanently)/.test(line),
    );
  const unique = [...new Set(lines)].slice(0, 6).join('; ');
  return trimEndOf(unique, '.; \t') || 'it gave no reason';
}
