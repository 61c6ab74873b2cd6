/**
 * The history of a branch as the files that each of its commits changed, streamed from one `git log --raw`.
 * Format: git-diff(1) "RAW OUTPUT FORMAT", with `-z`.
 */
import { isObjectId } from './objects.ts';
import { type Clone, runGit, streamGit } from './process.ts';

/** One file of a commit, against the commit before it on the branch. */
export interface LoggedChange {
  readonly path: string;
  /** The file's new mode, `000000` when it is deleted. */
  readonly mode: string;
  /** The new blob; all zeros when it is deleted. */
  readonly oid: string;
}

export interface LoggedCommit {
  readonly oid: string;
  /** The commit before it on the branch; null for the first one, and where a shallow clone ends. */
  readonly parent: string | null;
  /** Committer's time, in seconds since 1970. */
  readonly seconds: number;
  /** First line of the message. */
  readonly subject: string;
  readonly changes: readonly LoggedChange[];
}

export interface LogRange {
  /** A full object name: the log goes back from here. */
  readonly tip: string;
  /** Commits before this time end the log, as `git log --since` has it. Seconds since 1970. */
  readonly from: number;
  /** Commits at or after this time are left out. */
  readonly to: number;
  /** Literal path from the clone's folder; only what changes below it is told. */
  readonly folder: string;
}

/**
 * Everything here that a user's configuration could change is said: order and renames, how merges are shown, what is
 * printed beside the format.
 */
const FLAGS = [
  ...['--first-parent', '--diff-merges=first-parent', '--root', '--raw', '-z', '--no-abbrev', '--no-renames'],
  ...['--no-relative', '--no-color', '--no-ext-diff', '--no-textconv', '--no-follow', '--no-show-signature'],
  ...['--no-notes', '--no-mailmap', '--ignore-submodules=all', '--encoding=UTF-8', '--format=%H %ct %P%n%s'],
];

/**
 * Hands over the commits of a branch that changed something below a folder, newest first. A merge is one change, as it
 * came to the branch: the commits of what was merged are not told.
 *
 * @throws GitError when git ends with another status than 0; what `each` throws
 */
export async function logBranch(
  clone: Clone,
  { tip, from, to, folder }: LogRange,
  each: (commit: LoggedCommit) => void,
): Promise<void> {
  if (!isObjectId(tip)) throw new Error(`not a full object name: ${JSON.stringify(tip)}`);
  const range = [`--max-age=${timestamp(from)}`, `--min-age=${timestamp(to - 1)}`];
  const args = ['--literal-pathspecs', 'log', ...FLAGS, ...range, tip, '--', folder];
  const { take, end } = logParser(each);
  await streamGit(clone, args, take);
  end();
}

/** Seconds as `--max-age` and `--min-age` take them; `--since` would read a small number as something else. */
function timestamp(seconds: number): number {
  return Math.min(Math.max(0, seconds), 2 ** 31 - 1);
}

/** Takes the output of `git log` wherever it is cut. */
export function logParser(each: (commit: LoggedCommit) => void): {
  readonly take: (chunk: Buffer) => void;
  readonly end: () => void;
} {
  let rest = '';
  let commit: { readonly header: string; readonly changes: LoggedChange[] } | null = null;
  let change: { readonly mode: string; readonly oid: string } | null = null;

  function end(): void {
    if (commit !== null) each(parseHeader(commit.header, commit.changes));
    commit = null;
  }

  function field(text: string): void {
    if (change !== null) {
      commit?.changes.push({ path: decode(text), ...change });
      change = null;
      return;
    }
    // an empty line stands before the first change of a commit
    const raw = text.startsWith('\n') ? text.slice(1) : text;
    if (raw.startsWith(':')) {
      change = parseChange(raw);
      return;
    }
    end();
    commit = { header: raw, changes: [] };
  }

  return {
    take(chunk) {
      // latin1 keeps each byte one character, so a path that is cut between two chunks comes back whole
      const text = rest + chunk.toString('latin1');
      let start = 0;
      for (let at = text.indexOf('\0'); at >= 0; at = text.indexOf('\0', start)) {
        field(text.slice(start, at));
        start = at + 1;
      }
      rest = text.slice(start);
    },
    end,
  };
}

/** `:<old mode> <new mode> <old object> <new object> <status>` */
function parseChange(raw: string): { readonly mode: string; readonly oid: string } {
  const [, mode = '', , oid = ''] = raw.split(' ');
  return { mode, oid };
}

function parseHeader(header: string, changes: readonly LoggedChange[]): LoggedCommit {
  const newline = header.indexOf('\n');
  const [oid = '', seconds = '', parent] = header.slice(0, newline).split(' ');
  return {
    oid,
    parent: parent || null,
    seconds: Number(seconds),
    subject: decode(header.slice(newline + 1)),
    changes,
  };
}

/** A string of its own: a part of a chunk would keep the whole chunk in memory. */
function decode(latin1: string): string {
  return Buffer.from(latin1, 'latin1').toString('utf8');
}

/**
 * The last commit of a branch before a time, in seconds since 1970.
 *
 * @returns null when the branch has none so old
 */
export async function commitBefore(clone: Clone, tip: string, seconds: number): Promise<string | null> {
  if (!isObjectId(tip)) throw new Error(`not a full object name: ${JSON.stringify(tip)}`);
  const args = [
    'rev-list',
    '--first-parent',
    '--max-count=1',
    `--min-age=${timestamp(seconds - 1)}`,
    tip,
    '--',
  ];
  return (await runGit(clone, args)).toString('ascii').trim() || null;
}

/** The commit at which the history of a branch begins, or where a shallow clone ends it. */
export async function oldestCommit(
  clone: Clone,
  tip: string,
): Promise<{ readonly oid: string; readonly seconds: number }> {
  if (!isObjectId(tip)) throw new Error(`not a full object name: ${JSON.stringify(tip)}`);
  const args = ['rev-list', '--first-parent', '--max-parents=0', '--max-count=1', '--timestamp', tip, '--'];
  const [seconds = '', oid = ''] = (await runGit(clone, args)).toString('ascii').trim().split(' ');
  return { oid, seconds: Number(seconds) };
}
