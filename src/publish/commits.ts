import { fastImport } from '../git/fast-import.ts';
import { type Clone, GitError, runGit, tryGit } from '../git/process.ts';
import { redact } from '../github/redact.ts';
import { type Failure, fail, ok, type Result } from '../util/result.ts';
import { messageWithTrailers } from './commit-trailers.ts';
import { blobName, type CommittedFile, contentDigest } from './digest.ts';
import type { FileChange, Identity } from './proposal.ts';
import type { Remote } from './remote.ts';

/** Mode and blob of files in the base commit. */
export type BaseFiles = ReadonlyMap<string, { readonly mode: string; readonly blob: string }>;

/** What a commit will hold, known before it is written. */
export interface Content {
  /** `contentDigest` of the files after the change. */
  readonly digest: string;
  /** Path → blob of the base commit. */
  readonly before: Readonly<Record<string, string>>;
  readonly files: readonly (CommittedFile & { readonly bytes: Uint8Array })[];
}

/** Above this many bytes of paths the whole tree is listed: Windows takes 32,767 characters of arguments. */
const ARGUMENT_BYTES = 16_000;

/** Mode and blob of the given paths in a commit, by one `git ls-tree` for all. What is not there is absent. */
export async function readBaseFiles(
  remote: Remote,
  sha: string,
  paths: readonly string[],
): Promise<BaseFiles> {
  const wanted = new Set(paths);
  const files = new Map<string, { mode: string; blob: string }>();
  if (wanted.size === 0) return files;
  const few = paths.join(' ').length < ARGUMENT_BYTES;
  const args = ['ls-tree', '-r', '-z', '--full-tree', sha, ...(few ? ['--', ...wanted] : [])];
  const listing = (await runGit(remote.clone, args)).toString('utf8');
  for (const entry of listing.split('\0')) {
    const tab = entry.indexOf('\t');
    const path = entry.slice(tab + 1);
    const [mode = '', , blob = ''] = entry.slice(0, tab).split(' ');
    if (tab !== -1 && wanted.has(path)) files.set(path, { mode, blob });
  }
  return files;
}

/**
 * Compares a proposal's files with the base commit: a rotation is decided on what is there.
 *
 * @returns code `base-differs` when a file is not what the proposal started from
 */
export function contentOf(changes: readonly FileChange[], base: BaseFiles, baseSha: string): Result<Content> {
  const before: Record<string, string> = {};
  const files: (CommittedFile & { bytes: Uint8Array })[] = [];
  for (const { path, before: old, after } of changes) {
    const there = base.get(path);
    if (!there) return fail('base-differs', `${path} is not in the base commit ${baseSha.slice(0, 10)}.`);
    if (there.mode !== '100644' && there.mode !== '100755') {
      return fail('base-differs', `${path} is not a plain file in the base commit ${baseSha.slice(0, 10)}.`);
    }
    if (blobName(Buffer.from(old, 'utf8'), baseSha) !== there.blob) {
      return fail('base-differs', `${path} differs from the base commit ${baseSha.slice(0, 10)}: run again.`);
    }
    // What stays as it is would not be in the commit, and its digest must be of what is.
    if (after === old) continue;
    const bytes = Buffer.from(after, 'utf8');
    before[path] = there.blob;
    files.push({ path, mode: there.mode, blob: blobName(bytes, baseSha), bytes });
  }
  return ok({ digest: contentDigest(files), before, files });
}

export interface CommitRequest {
  readonly message: string;
  readonly content: Content;
  /** Of the commit in the place of which it comes, when its pull request could not be opened yet. */
  readonly authoredAt?: Date;
}

/**
 * Builds one commit for each request on the base commit, all in one process. Nothing in the clone changes but its
 * object store.
 *
 * @returns the commits' names in the order of the requests; code `git`
 */
export async function buildCommits(
  remote: Remote,
  base: string,
  requests: readonly CommitRequest[],
  who: { readonly author: Identity; readonly date: Date },
): Promise<Result<string[]>> {
  const commits = requests.map(({ message, content, authoredAt }) => ({
    message: messageWithTrailers(message, { base, digest: content.digest }),
    author: who.author,
    date: who.date,
    ...(authoredAt === undefined ? {} : { authoredAt }),
    files: content.files.map(({ path, mode, bytes }) => ({
      path,
      mode,
      before: content.before[path]!,
      content: bytes,
    })),
  }));
  try {
    return ok(await fastImport(remote.clone, base, commits));
  } catch (error) {
    return { ok: false, error: commitFailure(error, remote) };
  }
}

function commitFailure(error: unknown, remote: Remote): Failure {
  if (!(error instanceof GitError)) throw error;
  return { code: 'git', message: `The commits could not be built: ${redact(error.message, remote.secrets)}` };
}

/** Who commits are from when neither the options nor git say. */
const DEFAULT_IDENTITY: Identity = {
  name: 'rotate-pr',
  email: 'rotate-pr@users.noreply.github.com',
};

/** The author that git would use (configuration, `GIT_AUTHOR_*`), never one that it makes up from the host's name. */
export async function gitIdentity(clone: Clone): Promise<Identity> {
  const { status, stdout } = await tryGit(clone, [
    '-c',
    'user.useConfigOnly=true',
    'var',
    'GIT_AUTHOR_IDENT',
  ]);
  const match = /^(?<name>.*) <(?<email>[^<>]*)> \d+ [+-]\d{4}$/.exec(stdout.trim());
  const { name, email } = match?.groups ?? {};
  return status === 0 && name && email ? { name, email } : DEFAULT_IDENTITY;
}
