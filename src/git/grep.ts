import { spawnGit } from './process.ts';

/** What is searched: the files of the working tree in `cwd`, untracked and ignored ones too, or those of a commit. */
export interface GrepTarget {
  readonly cwd: string;
  /** A full object name; null for the working tree. */
  readonly commit: string | null;
  /** Pathspecs as from `cwd`, or from the top of the commit; `*` matches `/` too. */
  readonly paths: readonly string[];
}

/**
 * The files that contain one of the given texts, by `git grep`: it searches with several threads, and a process of its
 * own works while this one does something else. Links are not followed.
 *
 * @returns paths as from `cwd`, or from the top of the commit; null when git cannot tell (no repository, a file that it
 *   could not read, another git than expected), so that the caller has to read everything itself
 */
export async function grepFiles(
  target: GrepTarget,
  texts: readonly string[],
): Promise<ReadonlySet<string> | null> {
  const { cwd, commit, paths } = target;
  // as plain files: what has a `.git` of its own below the working tree is searched too
  const where = commit === null ? ['--no-index', '--no-exclude-standard'] : [commit];
  const patterns = texts.flatMap((text) => ['-e', text]);
  // colours would stand in the names
  const flags = ['--no-color', '--files-with-matches', '--null', '--fixed-strings'];
  const args = ['-c', 'grep.fullName=false', 'grep', ...flags];
  const options = commit === null ? [...where, ...patterns] : [...patterns, ...where];
  const child = spawnGit(cwd, [...args, ...options, '--', ...paths]);
  const out: Buffer[] = [];
  let complained = false;
  child.stdout.on('data', (chunk: Buffer) => out.push(chunk));
  child.stderr.on('data', () => {
    complained = true;
  });
  child.stdin.end();
  const status = await new Promise<number | null>((resolve) => {
    child.on('error', () => resolve(null));
    child.on('close', resolve);
  });
  // 1: nothing was found
  if ((status !== 0 && status !== 1) || complained) return null;
  const prefix = commit === null ? '' : `${commit}:`;
  const names = Buffer.concat(out).toString('utf8').split('\0').slice(0, -1);
  return new Set(names.map((name) => name.slice(prefix.length)));
}
