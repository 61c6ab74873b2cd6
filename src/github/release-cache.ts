import { mkdir, readFile } from 'node:fs/promises';
import { dirname, isAbsolute, join } from 'node:path';
import { versionOf } from '../kinds/versions.ts';
import type { Environment } from '../util/result.ts';

/** What GitHub said of a repository's releases, kept for the next run. */
export interface CachedReleases {
  readonly from: 'releases' | 'tags';
  /** Every one a version. */
  readonly tags: readonly string[];
  /** RFC 3339: when GitHub last said so. */
  readonly checkedAt: string;
  /** By what was asked for; sent along the next time, so that an unchanged answer costs nothing. */
  readonly etags: { readonly releases?: string; readonly tags?: string };
}

/** A failing cache is no error: what cannot be read is not there, what cannot be written is not kept. */
export interface ReleaseCache {
  read(repository: string): Promise<CachedReleases | null>;
  write(repository: string, entry: CachedReleases): Promise<void>;
}

/**
 * The folder of the cache: `$XDG_CACHE_HOME/rotate-pr` (XDG Base Directory Specification, which ignores a relative
 * path), else the platform's usual one.
 *
 * @returns null when the environment names no place for it
 */
export function cacheFolder(env: Environment, platform: NodeJS.Platform = process.platform): string | null {
  const absolute = (path: string | undefined): string | null => (path && isAbsolute(path) ? path : null);
  const xdg = absolute(env['XDG_CACHE_HOME']);
  if (xdg !== null) return join(xdg, 'rotate-pr');
  if (platform === 'win32') {
    const local = absolute(env['LOCALAPPDATA']);
    return local === null ? null : join(local, 'rotate-pr', 'cache');
  }
  const home = absolute(env['HOME']);
  if (home === null) return null;
  return platform === 'darwin'
    ? join(home, 'Library', 'Caches', 'rotate-pr')
    : join(home, '.cache', 'rotate-pr');
}

/**
 * Opens the cache: one file a repository and GitHub.
 *
 * @param folder null for none at all
 * @param apiUrl of the GitHub that is asked: each has a cache of its own
 */
export function openReleaseCache(folder: string | null, apiUrl: string): ReleaseCache {
  if (folder === null) return { read: async () => null, write: async () => {} };
  const server = encodeURIComponent(apiUrl.replace(/^https:\/\//, ''));
  const pathOf = (repository: string): string =>
    join(folder, 'releases', server, `${encodeURIComponent(repository)}.json`);
  return {
    async read(repository) {
      try {
        return parseEntry(JSON.parse(await readFile(pathOf(repository), 'utf8')));
      } catch {
        return null;
      }
    },
    async write(repository, entry) {
      const { default: writeFileAtomic } = await import('write-file-atomic');
      const path = pathOf(repository);
      try {
        await mkdir(dirname(path), { recursive: true, mode: 0o700 });
        await writeFileAtomic(path, `${JSON.stringify({ v: 1, ...entry })}\n`, { mode: 0o600 });
      } catch {
        // a read-only home or a full disk: the next run asks again
      }
    },
  };
}

/** A file that somebody else wrote is believed as far as it can do no harm: versions are all that is taken from it. */
function parseEntry(value: unknown): CachedReleases | null {
  if (typeof value !== 'object' || value === null) return null;
  const { v, from, tags, checkedAt, etags } = value as Record<string, unknown>;
  if (v !== 1 || (from !== 'releases' && from !== 'tags') || !Array.isArray(tags)) return null;
  const versions = tags.filter((tag): tag is string => typeof tag === 'string' && versionOf(tag) !== null);
  if (versions.length === 0 || versions.length !== tags.length) return null;
  if (typeof checkedAt !== 'string' || Number.isNaN(Date.parse(checkedAt))) return null;
  const marks = typeof etags === 'object' && etags !== null ? (etags as Record<string, unknown>) : {};
  const { releases, tags: ofTags } = marks;
  return {
    from,
    tags: versions,
    checkedAt,
    etags: {
      ...(isHeaderValue(releases) ? { releases } : {}),
      ...(isHeaderValue(ofTags) ? { tags: ofTags } : {}),
    },
  };
}

function isHeaderValue(value: unknown): value is string {
  return typeof value === 'string' && /^[\x21-\x7e]{1,200}$/.test(value);
}
