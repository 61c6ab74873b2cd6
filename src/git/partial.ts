/**
 * What a partial clone (`git clone --filter=…`) lacks. Git would fetch it one object at a time, as it meets them, and by
 * the user's credentials; here it is found out before, and fetched all at once by whoever knows how to.
 */
import { type Clone, type FetchObjects, runGit, streamGit, tryGit } from './process.ts';

/** Objects that a partial clone lacks could not be fetched; the message is for the person who must act. */
export class FetchError extends Error {}

/** Whether the clone may lack objects, to be fetched from its remote when they are asked for. */
export async function isPartialClone(clone: Clone): Promise<boolean> {
  const settings = '^(extensions\\.partialclone|remote\\..*\\.promisor)$';
  return (await tryGit(clone, ['config', '--get-regexp', settings])).status === 0;
}

/** Gives a function that makes sure that objects are in the clone, with one fetch for all that are not. */
export function objectCompleter(clone: Clone): FetchObjects {
  const { fetch } = clone;
  const present = new Set<string>();
  let partial: Promise<boolean> | null = null;
  return async (oids) => {
    if (fetch === undefined || oids.every((oid) => present.has(oid))) return;
    partial ??= isPartialClone(clone);
    if (!(await partial)) return;
    const missing = await missingObjects(clone, oids);
    if (missing.length > 0) await fetch(missing);
    for (const oid of oids) present.add(oid);
  };
}

/** Those that are not in the clone, told without reading any: older versions of git fetch an object that is asked for. */
async function missingObjects(clone: Clone, oids: readonly string[]): Promise<string[]> {
  const missing = new Set(oids);
  let rest = '';
  const all = ['cat-file', '--batch-all-objects', '--batch-check=%(objectname)', '--unordered', '--buffer'];
  await streamGit(clone, all, (chunk) => {
    const lines = (rest + chunk.toString('latin1')).split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) missing.delete(line);
  });
  return [...missing];
}

/**
 * Makes sure that the trees of a commit are in a partial clone (`--filter=tree:0` leaves them out): the highest ones that
 * are missing are asked for, and those below them come along.
 */
export async function completeTrees(clone: Clone, commit: string): Promise<void> {
  const { fetch } = clone;
  if (fetch === undefined || !(await isPartialClone(clone))) return;
  const flags = ['--objects', '--no-object-names', '--filter=blob:none', '--missing=print', '--no-walk'];
  const listed = (await runGit(clone, ['rev-list', ...flags, commit])).toString('latin1');
  const missing = listed.split('\n').flatMap((line) => (line.startsWith('?') ? [line.slice(1)] : []));
  if (missing.length > 0) await fetch(missing);
}
