import { readdir, readFile } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';

/**
 * Full name of each ref → the object it stands at, read as git's "files" backend stores them: a file each below `refs/`,
 * before `packed-refs`. A git process for it would take ten times as long.
 */
export async function readRefs(bare: string): Promise<ReadonlyMap<string, string>> {
  const loose = await readLooseRefs(bare);
  const refs = new Map([...(await readPackedRefs(bare)), ...loose]);
  return new Map([...refs].sort(([a], [b]) => (a < b ? -1 : 1)));
}

async function readLooseRefs(bare: string): Promise<readonly (readonly [string, string])[]> {
  const entries = await readdir(join(bare, 'refs'), { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile() && !entry.name.endsWith('.lock'));
  const refs = files.map(async ({ parentPath, name }) => {
    const path = join(parentPath, name);
    // git may just have packed or deleted it
    const text = await readFile(path, 'utf8').catch(() => '');
    return [relative(bare, path).split(sep).join('/'), text.trim()] as const;
  });
  return (await Promise.all(refs)).filter(([, sha]) => isSha(sha));
}

async function readPackedRefs(bare: string): Promise<readonly (readonly [string, string])[]> {
  const text = await readFile(join(bare, 'packed-refs'), 'utf8').catch(() => '');
  const lines = text.split('\n').map((line) => [line.slice(41), line.slice(0, 40)] as const);
  return lines.filter(([, sha]) => isSha(sha));
}

/** Says whether a text is the full id of an object. */
export function isSha(text: string): boolean {
  return /^[0-9a-f]{40}$/.test(text);
}
