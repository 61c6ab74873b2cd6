import type { EstateReader } from '../estate/estate.ts';
import type { EstateRoot } from '../estate/root.ts';
import { resolveCommit } from '../git/resolve.ts';
import type { Proposal } from '../publish/proposal.ts';
import {
  type Base,
  openRemote,
  type Remote,
  type RemoteRefs,
  readRemote,
  resolveBase,
} from '../publish/remote.ts';
import { repositoryOf } from '../publish/repository.ts';
import { findToken, type Token } from '../publish/token.ts';
import { type Failure, fail, ok, type Result } from '../result.ts';
import type { Problem, Skipped } from '../rotation/results.ts';
import { openRoot, resolveDate } from './estate.ts';
import type { RotationOptions, Say } from './options.ts';
import { propose } from './proposals.ts';
import { proveRotations } from './rotations.ts';
import { type SelectedSurvey, surveySelected } from './selected.ts';

export interface BaseOptions extends RotationOptions {
  /** Branch of the remote to read and to open pull requests against; default its default branch. */
  readonly base?: string | undefined;
  /** Default `origin`, else the only one. */
  readonly remote?: string | undefined;
}

/** The base branch's committed files, read and judged. */
export interface BaseSurvey extends SelectedSurvey {
  readonly date: string;
  /** The estate's root below the git top level, empty when it is the top. */
  readonly prefix: string;
  readonly base: Base;
  /** Null when the remote was not reached and the branch fetched last was read instead. */
  readonly remote: { readonly remote: Remote; readonly refs: RemoteRefs } | null;
  readonly token: Token | null;
  readonly reader: EstateReader;
}

/** Pull requests as they would be. */
export interface Draft {
  readonly proposals: readonly Proposal[];
  readonly skipped: readonly Skipped[];
  readonly problems: readonly Problem[];
}

/**
 * Reads and judges the selected namespaces as the base branch has them.
 *
 * @param mayBeOffline read what was fetched last when the remote cannot be reached
 */
export async function surveyBase(
  options: BaseOptions,
  say: Say,
  mayBeOffline: boolean,
): Promise<Result<BaseSurvey>> {
  const root = openRoot(options);
  if (!root.ok) return root;
  if (root.value.top === null) {
    return fail('not-a-git-repository', `${root.value.root} is not in a git repository: clone it with git.`);
  }
  const date = resolveDate(options);
  if (!date.ok) return date;
  const token = await findToken(options.env);
  const source = await findBase(root.value, options, token, say, mayBeOffline);
  if (!source.ok) return source;
  const { base, remote } = source.value;

  const { openCommit } = await import('../estate/commit.ts');
  const reader = await openCommit(root.value.top, base.sha, { prefix: root.value.prefix });
  const read = await surveySelected(reader, root.value.root, date.value, options, say, {
    asks: true,
    token: async () => token?.value ?? null,
  });
  const { prefix } = root.value;
  return read.ok ? ok({ date: date.value, prefix, base, remote, token, reader, ...read.value }) : read;
}

/**
 * Plans and proves the rotations, and words the pull requests.
 *
 * @param also ids of credentials to rotate besides the selected ones
 */
export async function draftFrom(
  read: BaseSurvey,
  options: RotationOptions,
  also: ReadonlySet<string> = new Set(),
): Promise<Draft> {
  const proved = await proveRotations(read.survey, read.selection, read.date, options, also);
  const { proposals, skipped } = await propose(read.reader, read.namespaces, read.survey, proved);
  return { proposals: proposals.map(fromTop(read.prefix)), skipped, problems: proved.problems };
}

/** Git names files from its top level, all else in the program from the estate's root. */
function fromTop(prefix: string): (proposal: Proposal) => Proposal {
  if (prefix === '') return (proposal) => proposal;
  return (proposal) => ({
    ...proposal,
    files: proposal.files.map((file) => ({ ...file, path: `${prefix}/${file.path}` })),
  });
}

async function findBase(
  root: EstateRoot,
  options: BaseOptions,
  token: Token | null,
  say: Say,
  mayBeOffline: boolean,
): Promise<Result<Pick<BaseSurvey, 'base' | 'remote'>>> {
  const cwd = root.top ?? root.root;
  const remote = await openRemote({
    cwd,
    remote: options.remote,
    env: options.env,
    token: token?.value ?? null,
  });
  if (!remote.ok) return mayBeOffline ? readLocal(cwd, options, null, remote.error, say) : remote;
  // known before anything is asked of a server that cannot take a pull request
  const repository = mayBeOffline ? ok(null) : repositoryOf(options.env, remote.value);
  if (!repository.ok) return repository;
  const refs = await readRemote(remote.value);
  if (!refs.ok) return mayBeOffline ? readLocal(cwd, options, remote.value, refs.error, say) : refs;
  const base = await resolveBase(remote.value, refs.value, options.base);
  if (!base.ok) return base;
  return ok({ base: base.value, remote: { remote: remote.value, refs: refs.value } });
}

/** Without the remote: the branch as it was fetched last, or any commit that `--base` names. */
async function readLocal(
  cwd: string,
  options: BaseOptions,
  remote: Remote | null,
  why: Failure,
  say: Say,
): Promise<Result<Pick<BaseSurvey, 'base' | 'remote'>>> {
  const name = options.base ?? 'HEAD';
  const candidates = remote === null ? [name] : [`refs/remotes/${remote.name}/${name}`, name];
  for (const candidate of candidates) {
    const sha = await resolveCommit(cwd, candidate);
    if (sha === null) continue;
    say(`${why.message} Planned from ${candidate} (${sha.slice(0, 10)}) as it is in this clone.`);
    return ok({ base: { branch: name, sha }, remote: null });
  }
  return { ok: false, error: why };
}
