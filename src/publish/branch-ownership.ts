import { runGit } from '../git/process.ts';
import { ok, type Result } from '../util/result.ts';
import { parseTrailers } from './commit-trailers.ts';
import { type CommittedFile, contentDigest } from './digest.ts';
import { ensureCommits, type Remote } from './remote.ts';

/** Whose a branch is. One of ours tells its content and the commit that it was built on. */
export type Ownership = {
  /** When its last commit was written first: a commit that is built anew keeps that. */
  readonly authoredAt: Date;
} & (
  | { readonly ours: true; readonly digest: string; readonly base: string }
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
 * parent, which is the base that its trailer names, and files that give the digest that its trailer names. An
 * amended, rebased or added commit and a merge of the base are somebody's work.
 *
 * @returns sha of the head → ownership; codes of `ensureCommits`
 */
export async function readOwnership(
  remote: Remote,
  heads: readonly BranchHead[],
): Promise<Result<ReadonlyMap<string, Ownership>>> {
  const result = new Map<string, Ownership>();
  if (heads.length === 0) return ok(result);
  const fetched = await ensureCommits(remote, heads);
  if (!fetched.ok) return fetched;
  const candidates: { sha: string; base: string; digest: string; authoredAt: Date }[] = [];
  const commits = await readCommits(
    remote,
    heads.map(({ sha }) => sha),
  );
  for (const [sha, commit] of commits) {
    const { authoredAt } = commit;
    const trailers = parseTrailers(commit.message);
    const foreign = (why: string) => result.set(sha, { ours: false, why, authoredAt });
    if (commit.parents.length > 1) foreign('its last commit is a merge');
    else if (!trailers) foreign('its last commit is not one of rotate-pr');
    else if (commit.parents[0] !== trailers.base) {
      foreign('its last commit was moved to another parent or has other commits below it');
    } else candidates.push({ sha, ...trailers, authoredAt });
  }
  // In a shallow clone a head comes without its parent.
  const bases = [...new Set(candidates.map(({ base }) => base))].map((sha) => ({ sha }));
  const parents = await ensureCommits(remote, bases);
  if (!parents.ok) return parents;
  const changed = await changedFiles(remote, candidates);
  for (const { sha, base, digest, authoredAt } of candidates) {
    const same = contentDigest(changed.get(sha) ?? []) === digest;
    result.set(sha, {
      authoredAt,
      ...(same ? { ours: true, digest, base } : { ours: false, why: 'its commit was amended' }),
    });
  }
  return ok(result);
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
