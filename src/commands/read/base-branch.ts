import type { EstateReader } from '../../environments/reader.ts';
import type { EstateRoot } from '../../environments/root.ts';
import { resolveCommit } from '../../git/repository.ts';
import { repositoryOf } from '../../github/repository.ts';
import { findToken, type Token } from '../../github/token.ts';
import {
  type Base,
  openRemote,
  type Remote,
  type RemoteRefs,
  readRemote,
  resolveBase,
} from '../../publish/remote.ts';
import { type Failure, fail, ok, type Result } from '../../util/result.ts';
import type { RotationOptions, Say } from '../options.ts';
import type { OpenRequest } from '../run/settings.ts';
import { loadConfig } from './config-file.ts';
import { openCommitReader } from './open-commit.ts';
import { type SelectedSurvey, surveySelected } from './select.ts';
import { openRoot, resolveDate } from './tree.ts';

export interface BaseOptions extends RotationOptions {
  /** Branch of the remote to read and to open pull requests against; default its default branch. */
  readonly base?: string | undefined;
  /** Default `origin`, else the only one. */
  readonly remote?: string | undefined;
  readonly request: OpenRequest;
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

/** What a command needs of a survey. */
export interface SurveyNeeds {
  /** `fetched`: the branch that was fetched last will do when the remote cannot be reached. */
  readonly source: 'remote' | 'fetched';
  /** `latest`: GitHub is asked for the latest versions of the modules; `flags`: only with `--check-versions`. */
  readonly versions: 'latest' | 'flags';
}

/** Reads and judges the selected namespaces as the base branch has them. */
export async function surveyBase(
  options: BaseOptions,
  { source: from, versions }: SurveyNeeds,
  say: Say,
): Promise<Result<BaseSurvey>> {
  const root = openRoot(options, 'commit');
  if (!root.ok) return root;
  if (root.value.top === null) {
    return fail('not-a-git-repository', `${root.value.root} is not in a git repository: clone it with git.`);
  }
  const date = resolveDate(options);
  if (!date.ok) return date;
  const token = await findToken(options.env);
  const source = await findBase(root.value, options, token, from, say);
  if (!source.ok) return source;
  const { base, remote, opened: before } = source.value;

  const opened =
    before?.commit === base.sha
      ? ok(before)
      : await openCommitReader(base.sha, {
          root: root.value,
          env: options.env,
          remote: remote?.remote ?? options.remote,
        });
  if (!opened.ok) return opened;
  const reader = opened.value;
  const read = await surveySelected(reader, root.value.root, date.value, options, say, {
    asks: versions === 'latest' || options.checkVersions === true,
    token: async () => token?.value ?? null,
  });
  const { prefix } = root.value;
  return read.ok ? ok({ date: date.value, prefix, base, remote, token, reader, ...read.value }) : read;
}

interface FoundBase extends Pick<BaseSurvey, 'base' | 'remote'> {
  /** The commit that was opened to find it: the base itself, unless its config file names another. */
  readonly opened?: EstateReader;
}

async function findBase(
  root: EstateRoot,
  options: BaseOptions,
  token: Token | null,
  from: SurveyNeeds['source'],
  say: Say,
): Promise<Result<FoundBase>> {
  const mayBeOffline = from === 'fetched';
  const cwd = root.top ?? root.root;
  const remote = await openRemote({
    cwd,
    remote: options.remote,
    env: options.env,
    token: token?.value ?? null,
  });
  // a name that somebody gave and that is none is a slip, whatever can be read without it
  const isSlip = !remote.ok && remote.error.code === 'unknown-remote';
  if (!remote.ok) return mayBeOffline && !isSlip ? readLocal(cwd, options, null, remote.error, say) : remote;
  // known before anything is asked of a server that cannot take a pull request
  const repository = mayBeOffline ? ok(null) : repositoryOf(options.env, remote.value);
  if (!repository.ok) return repository;
  say.progress?.({ phase: 'asking the remote', done: 0, total: 0 });
  const refs = await readRemote(remote.value);
  if (!refs.ok) return mayBeOffline ? readLocal(cwd, options, remote.value, refs.error, say) : refs;
  const base = await findBranch(root, remote.value, refs.value, options);
  if (!base.ok) return base;
  return ok({ ...base.value, remote: { remote: remote.value, refs: refs.value } });
}

/** The branch to read: that of `--base`, else the one that the default branch's config file names, else the default one. */
async function findBranch(
  root: EstateRoot,
  remote: Remote,
  refs: RemoteRefs,
  options: BaseOptions,
): Promise<Result<Pick<FoundBase, 'base' | 'opened'>>> {
  const base = await resolveBase(remote, refs, options.base);
  if (!base.ok) return base;
  if (options.base !== undefined) return ok({ base: base.value });
  const reader = await openCommitReader(base.value.sha, { root, env: options.env, remote });
  if (!reader.ok) return reader;
  const config = await loadConfig(reader.value, options);
  if (!config.ok) return config;
  const wanted = config.value?.values.base;
  if (wanted === undefined || wanted === base.value.branch)
    return ok({ base: base.value, opened: reader.value });
  const named = await resolveBase(remote, refs, wanted);
  return named.ok ? ok({ base: named.value }) : named;
}

/** Without the remote: the branch as it was fetched last, or any commit that `--base` names. */
async function readLocal(
  cwd: string,
  options: BaseOptions,
  remote: Remote | null,
  why: Failure,
  say: Say,
): Promise<Result<FoundBase>> {
  const name = options.base ?? 'HEAD';
  const candidates = remote === null ? [name] : [`refs/remotes/${remote.name}/${name}`, name];
  for (const candidate of candidates) {
    const sha = await resolveCommit({ folder: cwd, env: options.env }, candidate);
    if (sha === null) continue;
    say(`${why.message} Planned from ${candidate} (${sha.slice(0, 10)}) as it is in this clone.`);
    return ok({ base: { branch: name, sha }, remote: null });
  }
  return { ok: false, error: why };
}
