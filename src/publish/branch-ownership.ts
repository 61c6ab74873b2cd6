import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Clone, runGit, tryGit } from '../git/process.ts';
import { ok, type Result } from '../util/result.ts';
import { parseTrailers } from './commit-trailers.ts';
import { type CommittedFile, contentDigest } from './digest.ts';
import { ensureCommits, type Remote } from './remote.ts';

/** Whose a branch is. One of ours tells its content and the commit that it was built on. */
export type Ownership = {
  /** When its last commit was written first: a commit that is built anew keeps that. */
  readonly authoredAt: Date;
} & (
  | {
      readonly ours: true;
      readonly digest: string;
      readonly base: string;
      /** The commit that we made; merges of the base branch may stand on it. */
      readonly commit: string;
    }
  | { readonly ours: false; readonly why: string }
);

export interface BranchHead {
  readonly branch: string;
  readonly sha: string;
}

interface Commit {
  readonly parents: readonly string[];
  readonly message: string;
  readonly authoredAt: Date;
}

/**
 * Looks whose branches these are. A branch is ours only when its head is one commit that we made, untouched: one
 * parent, which is the base that its trailer names, and files that give the digest that its trailer names. Merges of the
 * base branch that stand on it, and have what such a merge gives, as GitHub's "Update branch" makes them, are nobody's work.
 * An amended, rebased or added commit is somebody's.
 *
 * @param baseSha the base branch; without it every merge is somebody's work
 * @returns sha of the head → ownership; codes of `ensureCommits`
 */
export async function readOwnership(
  remote: Remote,
  heads: readonly BranchHead[],
  baseSha?: string,
): Promise<Result<ReadonlyMap<string, Ownership>>> {
  const result = new Map<string, Ownership>();
  if (heads.length === 0) return ok(result);
  const fetched = await ensureCommits(remote, heads);
  if (!fetched.ok) return fetched;
  const candidates: (CommitPair & { head: string; digest: string; authoredAt: Date })[] = [];
  const merges: (CommitPair & { head: string })[] = [];
  const commits = await readCommits(
    remote,
    heads.map(({ sha }) => sha),
  );
  for (const [head, commit] of commits) {
    const { authoredAt } = commit;
    const foreign = (why: string) => result.set(head, { ours: false, why, authoredAt });
    const below = commit.parents.length > 1 ? await belowMerges(remote, commit, baseSha) : null;
    const { parents, message } = below?.commit ?? commit;
    const trailers = parseTrailers(message);
    if (parents.length > 1) foreign('its last commit is a merge');
    else if (!trailers) foreign('its last commit is not one of rotate-pr');
    else if (parents[0] !== trailers.base) {
      foreign('its last commit was moved to another parent or has other commits below it');
    } else {
      candidates.push({ head, sha: below?.sha ?? head, ...trailers, authoredAt });
      if (below !== null) merges.push({ head, sha: head, base: below.merged });
    }
  }
  // In a shallow clone a head comes without its parent.
  const bases = [...new Set(candidates.map(({ base }) => base))].map((sha) => ({ sha }));
  const parents = await ensureCommits(remote, bases);
  if (!parents.ok) return parents;
  const changed = await changedFiles(remote, candidates);
  const merged = await changedFiles(remote, merges);
  for (const { head, sha, base, digest, authoredAt } of candidates) {
    const files = changed.get(sha) ?? [];
    const foreign = (why: string) => result.set(head, { ours: false, why, authoredAt });
    if (contentDigest(files) !== digest) foreign('its commit was amended');
    else if (head !== sha && !(await isMergeOf(remote, files, merged.get(head) ?? [])))
      foreign('its last commit is a merge, and changes more than a merge does');
    else result.set(head, { ours: true, digest, base, commit: sha, authoredAt });
  }
  return ok(result);
}

/** Merges that are looked through. */
const MAX_MERGES = 20;

interface BelowMerges {
  readonly sha: string;
  readonly commit: Commit;
  /** The commit of the base branch that was merged last. */
  readonly merged: string;
}

/** The commit below merges of the base branch; null where one of them is a merge of something else, or that cannot be told. */
async function belowMerges(
  remote: Remote,
  top: Commit,
  baseSha: string | undefined,
): Promise<BelowMerges | null> {
  let commit = top;
  let merged: string | null = null;
  for (let depth = 0; depth < MAX_MERGES; depth++) {
    const [below, other, ...more] = commit.parents;
    if (below === undefined || other === undefined || more.length > 0 || baseSha === undefined) return null;
    const fetched = await ensureCommits(remote, [{ sha: below }, { sha: other }]);
    if (!fetched.ok) return null;
    // in a shallow clone this is known of the base branch's last commit alone
    const ancestor = ['merge-base', '--is-ancestor', other, baseSha];
    if (other !== baseSha && (await tryGit(remote.clone, ancestor)).status !== 0) return null;
    merged ??= other;
    const read = (await readCommits(remote, [below])).get(below);
    if (read === undefined) return null;
    if (read.parents.length <= 1) return { sha: below, commit: read, merged };
    commit = read;
  }
  return null;
}

/**
 * Whether a merge has what a merge gives: of the files that the base branch has as it had them ours, and of those that it
 * changed what git makes of both.
 *
 * @param ours in what our commit differs from its base
 * @param merge in what the merge differs from the commit that was merged
 */
async function isMergeOf(
  { clone }: Remote,
  ours: readonly ChangedFile[],
  merge: readonly ChangedFile[],
): Promise<boolean> {
  const made = new Map(merge.map((file) => [file.path, file]));
  if (made.size !== ours.length) return false;
  for (const { path, blob, mode, before } of ours) {
    const file = made.get(path);
    if (file === undefined || file.mode !== mode) return false;
    if (file.before === before ? file.blob !== blob : !(await isMergedFile(clone, blob, before, file)))
      return false;
  }
  return true;
}

async function isMergedFile(clone: Clone, ours: string, base: string, made: ChangedFile): Promise<boolean> {
  const folder = await mkdtemp(join(tmpdir(), 'rotate-pr-merge-'));
  try {
    const names = [ours, base, made.before];
    const files = names.map((_, index) => join(folder, String(index)));
    for (const [index, file] of files.entries()) {
      await writeFile(file, await runGit(clone, ['cat-file', 'blob', names[index] ?? '']));
    }
    const merged = await tryGit(clone, ['merge-file', '--stdout', '--quiet', ...files]);
    const expected = await runGit(clone, ['cat-file', 'blob', made.blob]);
    return merged.status === 0 && merged.stdout === expected.toString('utf8');
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** The parents of a commit that the clone has, the first of a merge first. */
export async function parentsOf(remote: Remote, sha: string): Promise<readonly string[]> {
  return (await readCommits(remote, [sha])).get(sha)?.parents ?? [];
}

/** Reads commits as they are stored: a shallow clone hides parents only from commands that walk history. */
async function readCommits(remote: Remote, shas: readonly string[]): Promise<Map<string, Commit>> {
  const unique = [...new Set(shas)];
  const input = unique.map((sha) => `${sha}\n`).join('');
  const output = await runGit(remote.clone, ['cat-file', '--batch'], input);
  const commits = new Map<string, Commit>();
  let offset = 0;
  for (const sha of unique) {
    const lineEnd = output.indexOf(0x0a, offset);
    const size = Number(output.toString('ascii', offset, lineEnd).split(' ')[2]);
    const text = output.toString('utf8', lineEnd + 1, lineEnd + 1 + size);
    offset = lineEnd + 1 + size + 1;
    const headerEnd = text.indexOf('\n\n');
    const header = text.slice(0, headerEnd);
    const parents = [...header.matchAll(/^parent ([0-9a-f]+)$/gm)].map((match) => match[1]!);
    const seconds = Number(/^author .*> (\d+) [+-]\d+$/m.exec(header)?.[1] ?? 0);
    commits.set(sha, { parents, message: text.slice(headerEnd + 2), authoredAt: new Date(seconds * 1000) });
  }
  return commits;
}

/** A file in which a commit differs from its base. */
export interface ChangedFile extends CommittedFile {
  /** The blob that the base has; zeros where it has no such file. */
  readonly before: string;
}

/** Two commits that are compared. */
export interface CommitPair {
  readonly sha: string;
  readonly base: string;
}

/**
 * The files in which each commit differs from its base, by one `git diff-tree`.
 *
 * @returns sha → files, their paths from the top of the repository
 */
export async function changedFiles(
  { clone }: Pick<Remote, 'clone'>,
  pairs: readonly CommitPair[],
): Promise<Map<string, ChangedFile[]>> {
  const changed = new Map<string, ChangedFile[]>();
  if (pairs.length === 0) return changed;
  const input = pairs.map(({ sha, base }) => `${sha} ${base}\n`).join('');
  const args = ['diff-tree', '--stdin', '--always', '-r', '-z', '--raw', '--no-renames', '--no-abbrev'];
  const output = (await runGit(clone, args, input)).toString('utf8');
  const heads = new Set(pairs.map(({ sha }) => sha));
  const fields = output.split(/[\0\n]/);
  let files: ChangedFile[] = [];
  for (let index = 0; index < fields.length; index++) {
    const field = fields[index]!;
    if (heads.has(field)) {
      files = [];
      changed.set(field, files);
    } else if (field.startsWith(':')) {
      const [, mode = '', before = '', blob = ''] = field.split(' ');
      files.push({ path: fields[++index] ?? '', mode, blob, before });
    }
  }
  return changed;
}
