/** The runbook of a merged pull request of ours, as a comment on it. */
import { openCommit } from '../environments/commit.ts';
import { branchName } from '../environments/layout.ts';
import { readAllMetadata } from '../environments/metadata.ts';
import type { EstateReader, NamespaceFolder } from '../environments/reader.ts';
import { isSameAccount } from '../github/account.ts';
import type { GitHub, PullRequest } from '../github/github.ts';
import { connectGraphQL } from '../github/graphql.ts';
import { repositoryOf } from '../github/repository.ts';
import { connectGitHub, missingToken } from '../github/rest.ts';
import { findToken } from '../github/token.ts';
import { parentsOf, readOwnership } from '../publish/branch-ownership.ts';
import { type Marker, parseMarker } from '../publish/marker.ts';
import { afterMergeMark } from '../publish/messages.ts';
import { ensureCommits, openRemote, type Remote } from '../publish/remote.ts';
import { afterMergePages } from '../report/after-merge-comment.ts';
import type { AfterMergeResult, MergedNamespace } from '../results/after-merge.ts';
import { DEFAULT_MAX_AGE_DAYS } from '../settings.ts';
import { type Day, dayInLondon } from '../util/dates.ts';
import { fail, ok, type Result } from '../util/result.ts';
import type { CommandOptions, Say } from './options.ts';
import { readCommittedRotations } from './read/rotated.ts';
import { surveyEstate } from './read/survey.ts';
import { openRoot } from './read/tree.ts';
import { gitHubOptions } from './run/github-options.ts';
import { groupOfBranch, idPrefix, isGroupBranch } from './run/scopes.ts';
import { runbooksOf } from './runbook.ts';

export interface AfterMergeOptions extends Pick<CommandOptions, 'cwd' | 'env' | 'now' | 'root'> {
  /** Number of the pull request. */
  readonly pullRequest: number;
  /** Default `origin`, else the only one. */
  readonly remote?: string | undefined;
  /** Of this program, as GitHub sees it in the user agent. */
  readonly version: string;
}

/**
 * Comments once on a merged pull request of ours what is to be done now and by whom, for the credentials that the merge
 * really rotated, filled in with the names that the merge commit has. Anything else is left as it is.
 *
 * @returns codes `not-a-git-repository`, `authentication`, `unknown-pull-request`, and those of `openRemote`,
 *   `repositoryOf`, `GitHub` and `ensureCommits`
 */
export async function commentAfterMerge(
  options: AfterMergeOptions,
  say: Say,
): Promise<Result<AfterMergeResult>> {
  const { pullRequest: number } = options;
  const connected = await connect(options, say);
  if (!connected.ok) return connected;
  const { github, login, remote, prefix } = connected.value;
  const found = await github.pullRequest(number);
  if (!found.ok) return found;
  const pull = found.value;
  if (pull === null) return fail('unknown-pull-request', `There is no pull request #${number}.`);
  const marker = ownMarker(pull);
  if (marker === null) return ok({ outcome: 'nothing', number, why: 'not-ours' });
  const { mergeSha: sha } = pull;
  if (sha === null) return ok({ outcome: 'nothing', number, why: 'not-merged' });

  const today = dayInLondon(options.now);
  const before = await firstParent(remote, sha);
  if (!before.ok) return before;
  if (!isOfBase(pull)) {
    const made = await isMadeByProgram(pull, remote, prefix, before.value);
    if (!made.ok) return made;
    if (!made.value) return ok({ outcome: 'nothing', number, why: 'not-ours' });
  }
  const merged = await readCommittedRotations(remote.clone, [{ sha, base: before.value }], prefix);
  const rotated = new Set(merged.get(sha)?.changes.keys());
  if (rotated.size === 0) return ok({ outcome: 'nothing', number, why: 'nothing-rotated' });
  const reader = await openCommit(remote.clone, sha, { prefix });
  const incident = marker.incident ?? null;
  const namespaces = await mergedNamespaces(reader, rotated, incident !== null, today);
  if (namespaces.length === 0) return ok({ outcome: 'nothing', number, why: 'gone' });
  const pages = afterMergePages(namespaces, incident);
  const posted = await postOnce(github, login, number, pages);
  if (!posted.ok) return posted;
  return ok({ outcome: posted.value > 0 ? 'commented' : 'unchanged', number, pages });
}

/** Whether its branch is in the repository itself, where only who may write can push. */
function isOfBase({ headRepository, baseRepository }: PullRequest): boolean {
  return headRepository !== null && headRepository.toLowerCase() === baseRepository?.toLowerCase();
}

/**
 * Whether a pull request of a fork is one that `open --fork` pushed: anybody can write its description. Its branch is one
 * commit as the program makes it, and changes nothing but rotations.
 */
async function isMadeByProgram(
  { branch, headSha: sha }: PullRequest,
  remote: Remote,
  prefix: string,
  baseSha: string,
): Promise<Result<boolean>> {
  // GitHub keeps the heads of pull requests in the repository itself, the forks' too
  const fetched = await ensureCommits(remote, [{ sha }]);
  if (!fetched.ok) return fetched;
  const owned = await readOwnership(remote, [{ branch, sha }], baseSha);
  if (!owned.ok) return owned;
  const ownership = owned.value.get(sha);
  if (ownership?.ours !== true) return ok(false);
  const pair = { sha: ownership.commit, base: ownership.base };
  const committed = (await readCommittedRotations(remote.clone, [pair], prefix)).get(pair.sha);
  return ok(committed !== undefined && committed.changes.size > 0 && committed.others.length === 0);
}

/** The commit of the base branch on which a merge commit, or the one commit of a squash, was put. */
async function firstParent(remote: Remote, sha: string): Promise<Result<string>> {
  const fetched = await ensureCommits(remote, [{ sha }]);
  if (!fetched.ok) return fetched;
  const [parent] = await parentsOf(remote, sha);
  if (parent === undefined) return fail('no-parent', `The merge commit ${sha} has no parent.`);
  const before = await ensureCommits(remote, [{ sha: parent }]);
  return before.ok ? ok(parent) : before;
}

interface Connected {
  readonly github: GitHub;
  /** Whose token it is. */
  readonly login: string;
  readonly remote: Remote;
  readonly prefix: string;
}

async function connect(options: AfterMergeOptions, say: Say): Promise<Result<Connected>> {
  const { env, version } = options;
  const root = openRoot(options, 'commit');
  if (!root.ok) return root;
  const { top, prefix } = root.value;
  if (top === null) {
    return fail('not-a-git-repository', `${root.value.root} is not in a git repository: clone it with git.`);
  }
  const token = await findToken(env);
  if (token === null) return missingToken();
  const remote = await openRemote({ cwd: top, remote: options.remote, env, token: token.value });
  if (!remote.ok) return remote;
  const repository = repositoryOf(env, remote.value);
  if (!repository.ok) return repository;
  const connection = gitHubOptions(repository.value, token.value, version, say);
  const viewer = await connectGraphQL(connection).viewer();
  if (!viewer.ok) return viewer;
  return ok({
    github: connectGitHub(connection),
    login: viewer.value.login,
    remote: remote.value,
    prefix,
  });
}

/** The marker of a pull request whose branch is the one that the marker speaks of; null for anybody else's. */
function ownMarker({ body, branch }: PullRequest): Marker | null {
  const marker = parseMarker(body);
  if (marker === null) return null;
  const { namespace, cluster, group } = marker;
  if (namespace === null || cluster === null) {
    return isGroupBranch(branch) && groupOfBranch(branch) === group ? marker : null;
  }
  const named = branchName(cluster, namespace);
  return 'branch' in named && named.branch === branch ? marker : null;
}

/** The namespaces of its credentials as the merge commit has them; an id that is not there names nothing. */
async function mergedNamespaces(
  reader: EstateReader,
  ids: ReadonlySet<string>,
  incident: boolean,
  today: Day,
): Promise<readonly MergedNamespace[]> {
  const prefixes = new Set([...ids].map((id) => id.slice(0, id.indexOf('/'))));
  const folders = await reader.namespaces((cluster, namespace) =>
    prefixes.has(idPrefix({ cluster, namespace })),
  );
  // the age of what was rotated just now does not matter
  const rules = { today, maxAgeDays: DEFAULT_MAX_AGE_DAYS, includeHeld: true };
  const { assessments } = await surveyEstate(reader, folders, rules);
  const wanted = assessments.filter(({ credential }) => ids.has(credential.id));
  const concerned = folders.filter((folder) => wanted.some(isIn(folder)));
  const runbooks = await runbooksOf(reader, concerned, wanted, [], incident);
  const metadata = await readAllMetadata(concerned, reader);
  return runbooks.map((runbook, at) => {
    const facts = metadata.get(concerned[at]?.path ?? '');
    const { teams = [], slackChannel = null } = facts ?? {};
    return { ...runbook, teams, slackChannel };
  });
}

function isIn(folder: NamespaceFolder) {
  return ({ credential }: { readonly credential: { readonly file: string } }): boolean =>
    credential.file.startsWith(`${folder.path}/`);
}

/** Each page is known by its account and its first line, so that a run that was cut short is finished by the next one. */
async function postOnce(
  github: GitHub,
  login: string,
  number: number,
  pages: readonly string[],
): Promise<Result<number>> {
  const comments = await github.comments(number);
  if (!comments.ok) return comments;
  const own = comments.value.filter(({ author }) => isSameAccount(author, login));
  let posted = 0;
  for (const [at, page] of pages.entries()) {
    const mark = afterMergeMark(at + 1);
    if (own.some(({ body }) => body.startsWith(mark))) continue;
    const written = await github.comment(number, `${mark}\n${page}`);
    if (!written.ok) return written;
    posted += 1;
  }
  return ok(posted);
}
