/** Commits that GitHub makes and signs: the counterpart of `buildCommits`, for repositories that ask for signatures. */
import { createHash } from 'node:crypto';
import type { GitHubGraphQL, KnownCommit } from '../github/graphql.ts';
import { type Failure, fail, ok, type Result } from '../util/result.ts';
import { type BranchHead, type Ownership, readOwnership } from './branch-ownership.ts';
import { messageWithTrailers } from './commit-trailers.ts';
import type { CommitRequest } from './commits.ts';
import { pushBranches } from './push.ts';
import type { Remote } from './remote.ts';

/** GitHub signs only what it commits itself, and only to a branch: each commit is made on one of these first. */
const TEMPORARY = 'rotate/_signing-';

export interface SignOptions {
  /** Branch → commit, as last seen on the remote: what an aborted run left in the way is moved, under a lease. */
  readonly branches: ReadonlyMap<string, string>;
  /** Branches in one `git push`, default 100. */
  readonly pushSize?: number;
  /** Called after each commit with the number that is done. */
  readonly onCommit?: (done: number) => void;
}

export interface Signed {
  /** The commits' names in the order of the requests; all of them are in the clone's object store. */
  readonly commits: readonly Result<string>[];
  /** The temporary branches that are on the remote now, for `cleanSigning` once the commits are on their own branches. */
  readonly temporary: ReadonlyMap<string, string>;
}

/** One request on its way. `made` and `failure` are null while nothing is known. */
interface Item {
  readonly request: CommitRequest;
  readonly branch: string;
  made: KnownCommit | null;
  failure: Failure | null;
}

/** Failures that will meet every further request of the run. */
const FATAL = ['authentication', 'forbidden', 'rate-limited', 'unreachable'];

/** After these it is not known whether the commit was made: its answer may be lost. */
const UNCERTAIN = ['conflict', 'server', 'unreachable'];

/**
 * Has GitHub make and sign one commit for each request on the base commit, with one API request for each. One `git push`
 * makes the temporary branches, one `git fetch` brings the commits, and each is taken only when it is proved: its
 * parent is the base, what it changes gives the request's digest, and its trailers are ours. Nothing in the clone
 * changes but its object store.
 *
 * GitHub documents no limit for the size of such a request; people who met one report 50 MB of Base64, thousands of
 * times what a namespace has. Author and committer are GitHub's choice: the token's owner, and GitHub.
 *
 * @returns for each request its commit, or codes `not-signed`, `not-as-asked`, those of `pushBranches`, `readOwnership`
 *   and `GitHubGraphQL`
 */
export async function signCommits(
  remote: Remote,
  graphql: GitHubGraphQL,
  base: string,
  requests: readonly CommitRequest[],
  options: SignOptions,
): Promise<Signed> {
  const items = requests.map((request, index): Item => {
    return { request, branch: temporaryName(base, request, index), made: null, failure: null };
  });
  const temporary = await makeBranches(remote, base, items, options);
  await commitAll(graphql, base, items, options.onCommit);
  for (const { branch, made } of items) if (made) temporary.set(branch, made.oid);
  await proveAll(remote, base, items);
  const commits = items.map(({ made, failure }) =>
    failure || !made ? { ok: false as const, error: failure ?? NOTHING_MADE } : ok(made.oid),
  );
  return { commits, temporary };
}

const NOTHING_MADE: Failure = { code: 'server', message: 'GitHub made no commit.' };

/**
 * Deletes temporary branches: those of this run, or those that an aborted one left behind. Each has a lease on the commit
 * that was seen, so one that another run is working on stays.
 *
 * @param branches branch → commit, as seen on the remote; every other branch is passed over
 * @returns why some could not be deleted; they do no harm, and the next run tries again
 */
export async function cleanSigning(
  remote: Remote,
  branches: ReadonlyMap<string, string>,
  options: { readonly pushSize?: number } = {},
): Promise<readonly Failure[]> {
  const pushes = [...branches]
    .filter(([branch]) => branch.startsWith(TEMPORARY))
    .map(([branch, sha]) => ({ branch, to: null, expected: sha }));
  const outcomes = await pushBranches(remote, pushes, sizeOf(options));
  return [...outcomes.values()].filter((outcome) => outcome !== null);
}

/** The same request on the same base has the same name, whichever run asks. */
function temporaryName(base: string, { message, content }: CommitRequest, index: number): string {
  const hash = createHash('sha256').update(`${base}\0${content.digest}\0${index}\0${message}`);
  return `${TEMPORARY}${hash.digest('hex').slice(0, 16)}`;
}

function sizeOf({ pushSize }: { readonly pushSize?: number }): { readonly size?: number } {
  return pushSize === undefined ? {} : { size: pushSize };
}

/** Puts every temporary branch at the base, which the remote has: no object travels. */
async function makeBranches(
  remote: Remote,
  base: string,
  items: readonly Item[],
  options: SignOptions,
): Promise<Map<string, string>> {
  const pushes = items.map(({ branch }) => {
    return { branch, to: base, expected: options.branches.get(branch) ?? null };
  });
  const outcomes = await pushBranches(remote, pushes, sizeOf(options));
  for (const item of items) item.failure = outcomes.get(item.branch) ?? null;
  return new Map(items.filter(({ failure }) => failure === null).map(({ branch }) => [branch, base]));
}

/** One after the other, as GitHub asks for. */
async function commitAll(
  graphql: GitHubGraphQL,
  base: string,
  items: readonly Item[],
  onCommit: SignOptions['onCommit'],
): Promise<void> {
  let stop: Failure | null = null;
  for (const [index, item] of items.entries()) {
    if (item.failure === null && stop === null) {
      const made = await commitOne(graphql, base, item);
      if (made.ok) item.made = made.value;
      else {
        item.failure = made.error;
        if (FATAL.includes(made.error.code)) stop = made.error;
      }
    }
    if (!item.made) item.failure ??= stop;
    onCommit?.(index + 1);
  }
}

async function commitOne(
  graphql: GitHubGraphQL,
  base: string,
  { request, branch }: Item,
): Promise<Result<KnownCommit>> {
  const { message, content } = request;
  const whole = messageWithTrailers(message, { base, digest: content.digest }).trimEnd();
  const [headline = '', ...rest] = whole.split('\n');
  const body = rest.join('\n').trim();
  const files = content.files.map(({ path, bytes }) => ({ path, bytes }));
  const made = await graphql.commitOnBranch({ branch, expectedHead: base, headline, body, files });
  if (made.ok || !UNCERTAIN.includes(made.error.code)) return made;
  // octokit tries again after a lost answer, and GitHub then finds the branch moved: by the first try, perhaps.
  const head = await graphql.branchHead(branch);
  if (!head.ok || head.value === null || head.value.oid === base) return made;
  return ok(head.value);
}

async function proveAll(remote: Remote, base: string, items: readonly Item[]): Promise<void> {
  const candidates = items.flatMap((item) =>
    item.made && item.failure === null ? [{ item, head: { branch: item.branch, sha: item.made.oid } }] : [],
  );
  const owned = await readEach(
    remote,
    candidates.map(({ head }) => head),
  );
  candidates.forEach(({ item, head }, index) => {
    const found = owned[index] ?? fail('git', `git did not say what ${head.sha} is.`);
    if (!found.ok) item.failure = found.error;
    else if (!isAsAsked(found.value, base, item.request)) item.failure = notAsAsked(item.request);
    else if (!item.made?.verified) item.failure = notSigned(item.request);
  });
}

/** All at once; one by one only when that fails, so that one that is gone stops no other. */
async function readEach(remote: Remote, heads: readonly BranchHead[]): Promise<readonly Result<Ownership>[]> {
  const all = await readOwnership(remote, heads);
  if (!all.ok && heads.length > 1) {
    const found: Result<Ownership>[] = [];
    for (const head of heads) found.push(...(await readEach(remote, [head])));
    return found;
  }
  return heads.map(({ sha }) => {
    if (!all.ok) return all;
    const one = all.value.get(sha);
    return one ? ok(one) : fail('git', `git did not say what ${sha} is.`);
  });
}

function isAsAsked(found: Ownership, base: string, { content }: CommitRequest): boolean {
  return found.ours && found.base === base && found.digest === content.digest;
}

function pathsOf({ content }: CommitRequest): string {
  return content.files.map(({ path }) => path).join(', ');
}

function notSigned(request: CommitRequest): Failure {
  return {
    code: 'not-signed',
    message:
      `GitHub committed the change of ${pathsOf(request)}, but did not sign it, so it is not used. ` +
      'github.com signs what its API commits; an Enterprise Server only where web commit signing is switched on: ' +
      'ask its administrator, or run without signing.',
  };
}

function notAsAsked(request: CommitRequest): Failure {
  const executable = request.content.files.find(({ mode }) => mode !== '100644');
  const why = executable
    ? `${executable.path} is executable, and GitHub's API makes every file a plain one: run without signing.`
    : 'Run again; if it stays so, run without signing.';
  return {
    code: 'not-as-asked',
    message: `GitHub made another commit than the change of ${pathsOf(request)}, so it is not used. ${why}`,
  };
}
