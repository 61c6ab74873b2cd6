import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, sep } from 'node:path';
import { expect, it } from 'vitest';
import { type CachedReleases, cacheFolder, openReleaseCache } from '../../src/github/release-cache.ts';

it.each<[string, Record<string, string>, NodeJS.Platform, string | null]>([
  ['where XDG says', { XDG_CACHE_HOME: '/x/cache', HOME: '/home/a' }, 'linux', '/x/cache/rotate-pr'],
  ['where XDG says, on a Mac too', { XDG_CACHE_HOME: '/x', HOME: '/Users/a' }, 'darwin', '/x/rotate-pr'],
  ['in ~/.cache', { HOME: '/home/a' }, 'linux', '/home/a/.cache/rotate-pr'],
  [
    'in ~/.cache, an XDG that is relative being none',
    { XDG_CACHE_HOME: 'x', HOME: '/h' },
    'linux',
    '/h/.cache/rotate-pr',
  ],
  ['in the library of a Mac', { HOME: '/Users/a' }, 'darwin', '/Users/a/Library/Caches/rotate-pr'],
  ['in the local data of Windows', { LOCALAPPDATA: '/local', HOME: '/h' }, 'win32', '/local/rotate-pr/cache'],
  ['nowhere without a home', {}, 'linux', null],
  ['nowhere without local data', { HOME: '/h' }, 'win32', null],
])('the cache is %s', (_, env, platform, expected) => {
  expect(cacheFolder(env, platform)?.replaceAll(sep, '/') ?? null).toBe(expected);
});

it.each([
  ['as it was written', {}, true],
  ['not with a tag that is no version', { tags: ['1.0.0', '$(id)'] }, false],
  ['not without a tag', { tags: [] }, false],
  ['not with a day that is none', { checkedAt: 'soon' }, false],
  ['not from another source', { from: 'hearsay' }, false],
  ['not of another version of the file', { v: 2 }, false],
])('an entry is read %s', async (_, change, isRead) => {
  const folder = await mkdtemp(join(tmpdir(), 'rotate-pr-cache-'));
  const cache = openReleaseCache(folder, 'https://api.github.com');
  const entry: CachedReleases = {
    from: 'releases',
    tags: ['1.0.0'],
    checkedAt: '2026-11-23T09:00:00.000Z',
    etags: { releases: 'W/"abc"' },
  };
  await cache.write('module', entry);
  const file = (await readdir(folder, { recursive: true })).find((path) => path.endsWith('module.json'))!;
  await writeFile(join(folder, file), JSON.stringify({ v: 1, ...entry, ...change }));

  expect(await cache.read('module')).toEqual(isRead ? entry : null);
  expect(await cache.read('other')).toBeNull();

  await rm(folder, { recursive: true });
});
