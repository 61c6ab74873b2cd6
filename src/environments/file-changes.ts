/** The environments repository through time: which Terraform files each commit of a branch changed. */
import { commitBefore, type LoggedCommit, logBranch, oldestCommit } from '../git/log.ts';
import { type BlobFailure, listTree, readBlobs } from '../git/objects.ts';
import { objectCompleter } from '../git/partial.ts';
import type { Clone } from '../git/process.ts';
import { isShallow } from '../git/repository.ts';
import { NAMESPACES, parseResourcePath } from './layout.ts';
import { MAX_FILE_BYTES, type NamespaceFilter } from './reader.ts';

/** A file that a commit changed: the blob that it holds from then on, null when it is gone. */
export interface FileChange {
  readonly path: string;
  readonly blob: string | null;
}

/** What one commit of the branch changed. */
export interface HistoryStep {
  readonly commit: string;
  /** Committer's time in seconds since 1970: for a merge, when it came to the branch. */
  readonly seconds: number;
  /** First line of the message. */
  readonly subject: string;
  readonly changes: readonly FileChange[];
}

/** The files that the pipeline applies, as they were and as they changed. */
export interface EstateHistory {
  /** Blobs by path before the first step; none when the history is told from its beginning. */
  readonly start: ReadonlyMap<string, string>;
  /** Oldest first; commits that changed none of the files are left out. */
  readonly steps: readonly HistoryStep[];
  /** The first commit that a shallow clone holds, when the range goes back beyond it: what was before is not known. */
  readonly cut: { readonly commit: string; readonly seconds: number } | null;
}

export interface HistoryRange {
  /** A full object name. */
  readonly tip: string;
  /** Seconds since 1970: the first that counts, and the first that does not any more. */
  readonly from: number;
  readonly to: number;
  /** The estate's root below the git top level, `/` between its parts; empty when it is the top. */
  readonly prefix: string;
  readonly wants: NamespaceFilter;
}

/** What is told while a history is read. */
export interface HistorySight {
  /** A commit that changed something below `namespaces/`, for progress. */
  readonly commit: () => void;
  /**
   * A blob of the history, each once, whatever the number of commits and paths it is in, with one of the paths. The
   * bytes are valid only during the call.
   */
  readonly version: (blob: string, path: string, content: Uint8Array | BlobFailure) => void;
}

/** So many blobs are worth a `git cat-file` of their own, beside `git log`. */
const BATCH = 5_000;

/**
 * Reads what happened on a branch between two times, in one pass of `git log`, and the files' versions beside it.
 * Only `.tf` files directly in a `resources/` count. The pass follows first parents: a value counts from the commit
 * with which it came to the branch, and what a pull request did and undid before its merge is not told, because
 * nothing of it was ever applied. It ends at the first commit that is older than `from`, as `git log --since` does.
 *
 * @param clone its folder is the estate's root, or a bare repository
 * @throws GitError when git refuses
 */
export async function readHistory(
  clone: Clone,
  range: HistoryRange,
  sight: HistorySight,
): Promise<EstateHistory> {
  const wants = pathFilter(range);
  const reader = backgroundReader(clone, sight.version);
  const newestFirst: HistoryStep[] = [];
  let oldest: LoggedCommit | null = null;
  await logBranch(clone, { ...range, folder: NAMESPACES }, (commit) => {
    sight.commit();
    oldest = commit;
    const changes = changesOf(commit, wants);
    if (changes.length === 0) return;
    newestFirst.push({ commit: commit.oid, seconds: commit.seconds, subject: commit.subject, changes });
    for (const { path, blob } of changes) if (blob !== null) reader.want(path, blob);
  });
  const first = oldest as LoggedCommit | null;
  const before = first === null ? await commitBefore(clone, range.tip, range.from) : first.parent;
  const cut = before === null && (await isShallow(clone)) ? await oldestCommit(clone, range.tip) : null;
  // the commit at which a shallow clone ends adds every file there is: that is how things stood, and no change
  const steps = newestFirst.filter(({ commit }) => commit !== cut?.oid).reverse();
  const startCommit = cut?.oid ?? before;
  const start =
    startCommit === null ? new Map<string, string>() : await filesAt(clone, startCommit, range.prefix, wants);
  for (const [path, blob] of start) reader.want(path, blob);
  await reader.finish();
  return { start, steps, cut: cut === null ? null : { commit: cut.oid, seconds: cut.seconds } };
}

/** The path of a file that counts, from the estate's root; null for any other. */
type PathFilter = (path: string) => string | null;

function pathFilter({ prefix, wants }: HistoryRange): PathFilter {
  const before = prefix === '' ? '' : `${prefix}/`;
  const known = new Map<string, string | null>();
  const ask = (path: string): string | null => {
    const inEstate = path.slice(before.length);
    const parts = parseResourcePath(inEstate);
    if (parts === null || parts.file.includes('/') || parts.file.startsWith('.')) return null;
    if (parts.cluster.startsWith('.') || parts.namespace.startsWith('.')) return null;
    return wants(parts.cluster, parts.namespace) ? inEstate : null;
  };
  return (path) => {
    if (!path.endsWith('.tf') || !path.startsWith(before)) return null;
    let answer = known.get(path);
    if (answer === undefined) {
      answer = ask(path);
      known.set(path, answer);
    }
    return answer;
  };
}

function changesOf({ changes }: LoggedCommit, wants: PathFilter): FileChange[] {
  const wanted: FileChange[] = [];
  for (const { path: logged, mode, oid } of changes) {
    const path = wants(logged);
    // a link or a folder in a file's place: the file is gone
    if (path !== null) wanted.push({ path, blob: mode.startsWith('100') ? oid : null });
  }
  return wanted;
}

async function filesAt(
  clone: Clone,
  commit: string,
  prefix: string,
  wants: PathFilter,
): Promise<Map<string, string>> {
  const files = new Map<string, string>();
  const before = prefix === '' ? '' : `${prefix}/`;
  const options = { recursive: true };
  await listTree(clone, commit, [`${before}${NAMESPACES}/`], options, ({ mode, oid, path: listed }) => {
    const path = mode.startsWith('100') ? wants(listed) : null;
    if (path !== null) files.set(path, oid);
  });
  return files;
}

/** Reads blobs beside what else goes on, each once, as they become known. */
function backgroundReader(clone: Clone, each: HistorySight['version']) {
  const complete = objectCompleter(clone);
  const known = new Set<string>();
  let waiting: { readonly blob: string; readonly path: string }[] = [];
  let reading: Promise<void> | null = null;
  let failure: { readonly error: unknown } | null = null;

  async function readWaiting(): Promise<void> {
    const versions = waiting;
    waiting = [];
    // versions of one file stand close together in git's packs, as differences of each other
    versions.sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0));
    const blobs = versions.map(({ blob }) => blob);
    await complete(blobs);
    await readBlobs(clone, blobs, MAX_FILE_BYTES, (index, content) => {
      const { blob, path } = versions[index]!;
      each(blob, path, content);
    });
  }

  async function readBatches(): Promise<void> {
    try {
      while (waiting.length >= BATCH) await readWaiting();
    } catch (error) {
      failure = { error };
    }
    reading = null;
  }

  return {
    want(path: string, blob: string): void {
      if (known.has(blob)) return;
      known.add(blob);
      waiting.push({ blob, path });
      if (waiting.length >= BATCH && failure === null) reading ??= readBatches();
    },
    async finish(): Promise<void> {
      await reading;
      if (failure !== null) throw (failure as { readonly error: unknown }).error;
      if (waiting.length > 0) await readWaiting();
    },
  };
}
