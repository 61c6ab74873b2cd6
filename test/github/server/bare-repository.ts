/**
 * What GitHub would know of a repository from its git data, asked of the bare repository on disk. The refs are read anew
 * every time, so a push that went past us is seen at once; what follows from the ids of two commits is asked of git once.
 */
import { isSha } from '../../../src/demo/refs.ts';
import { git } from '../../../src/demo/run.ts';

/** A file that differs between two commits, in the words of GitHub's API. */
export interface ChangedFile {
  readonly sha: string;
  readonly filename: string;
  readonly previous_filename?: string;
  readonly status: 'added' | 'removed' | 'modified' | 'renamed';
  readonly additions: number;
  readonly deletions: number;
  readonly changes: number;
  readonly patch: string;
}

/** The answer to a question about commits, which never changes; a failure is not kept. */
function once<Args extends readonly string[], Value>(
  ask: (...args: Args) => Promise<Value>,
): (...args: Args) => Promise<Value> {
  const answers = new Map<string, Promise<Value>>();
  return (...args) => {
    const key = args.join(' ');
    const answer = answers.get(key) ?? ask(...args);
    answers.set(key, answer);
    answer.catch(() => answers.delete(key));
    return answer;
  };
}

/** Number of commits that `head` has and `base` has not. */
export const countCommits = once(async (bare: string, base: string, head: string): Promise<number> => {
  return Number(await git(bare, ['rev-list', '--count', `${base}..${head}`]));
});

/** The files of a pull request: the differences between the merge base and `head`, with their patches. */
export const changedFiles = once(
  async (bare: string, base: string, head: string): Promise<readonly ChangedFile[]> => {
    const args = ['diff', '--raw', '--patch', '-z', '-M', '--no-abbrev', '--full-index'];
    return parseDiff(await git(bare, [...args, `${base}...${head}`]));
  },
);

/** Reads what `git diff --raw --patch -z` prints: an entry for each file, an empty one, and the patches in that order. */
function parseDiff(output: string): readonly ChangedFile[] {
  const end = output.indexOf('\0\0');
  const raw = output.slice(0, Math.max(0, end)).split('\0');
  const patches = output.slice(end + 2).split(/^(?=diff --git )/m);
  const files: ChangedFile[] = [];
  for (let at = 0; at + 1 < raw.length; ) {
    const [, , , sha = '', letter = ''] = (raw[at] ?? '').split(' ');
    const renamed = letter.startsWith('R');
    const paths = raw.slice(at + 1, at + (renamed ? 3 : 2));
    at += 1 + paths.length;
    const patch = patches[files.length] ?? '';
    const hunks = patch.slice(Math.max(0, patch.indexOf('\n@@') + 1));
    const additions = hunks.match(/^\+/gm)?.length ?? 0;
    const deletions = hunks.match(/^-/gm)?.length ?? 0;
    files.push({
      sha,
      filename: paths.at(-1) ?? '',
      ...(renamed ? { previous_filename: paths[0] ?? '' } : {}),
      status: renamed ? 'renamed' : letter === 'A' ? 'added' : letter === 'D' ? 'removed' : 'modified',
      additions,
      deletions,
      changes: additions + deletions,
      patch: hunks.replace(/\n$/, ''),
    });
  }
  return files;
}

/** Says whether `sha` names an object of the repository. */
export async function hasObject(bare: string, sha: string): Promise<boolean> {
  if (!isSha(sha)) return false;
  return git(bare, ['cat-file', '-e', sha]).then(
    () => true,
    () => false,
  );
}

/** Says whether `older` is `newer` or one of its ancestors. */
export const isAncestor = once((bare: string, older: string, newer: string): Promise<boolean> => {
  return git(bare, ['merge-base', '--is-ancestor', older, newer]).then(
    () => true,
    () => false,
  );
});

/** The heads of branches that `base` holds already, each with all that is below it. */
export async function headsWithin(bare: string, base: string): Promise<ReadonlySet<string>> {
  const args = ['for-each-ref', `--merged=${base}`, '--format=%(objectname)', 'refs/heads'];
  return new Set((await git(bare, args)).split('\n'));
}

/** Says whether `head` merges into `base` without a conflict. */
export const isMergeable = once((bare: string, base: string, head: string): Promise<boolean> => {
  return git(bare, ['merge-tree', '--write-tree', '--name-only', base, head]).then(
    () => true,
    () => false,
  );
});

/** Takes commits of another repository on this disk into the object store; no ref, no FETCH_HEAD. */
export async function takeObjects(bare: string, from: string, shas: readonly string[]): Promise<void> {
  await git(bare, ['fetch', '--quiet', '--no-tags', '--no-write-fetch-head', from, ...shas]);
}

/** Puts a ref at an object; null deletes it. */
export async function writeRef(bare: string, ref: string, sha: string | null): Promise<void> {
  await git(bare, sha === null ? ['update-ref', '-d', ref] : ['update-ref', ref, sha]);
}

/** Author as given, committer GitHub, both at one moment. */
export function identity(name: string, email: string, at: string): Readonly<Record<string, string>> {
  return {
    GIT_AUTHOR_NAME: name,
    GIT_AUTHOR_EMAIL: email,
    GIT_AUTHOR_DATE: at,
    GIT_COMMITTER_NAME: 'GitHub',
    GIT_COMMITTER_EMAIL: 'noreply@github.com',
    GIT_COMMITTER_DATE: at,
  };
}

/** Merges `head` into a branch with a merge commit; gives the commit, null on a conflict. */
export async function mergeInto(
  bare: string,
  branch: string,
  base: string,
  head: string,
  message: string,
  at: string,
): Promise<string | null> {
  const env = identity('GitHub', 'noreply@github.com', at);
  const tree = await git(bare, ['merge-tree', '--write-tree', base, head]).catch(() => null);
  if (tree === null) return null;
  const args = ['commit-tree', tree.trim(), '-p', base, '-p', head, '-m', message];
  const sha = (await git(bare, args, env)).trim();
  await writeRef(bare, `refs/heads/${branch}`, sha);
  return sha;
}
