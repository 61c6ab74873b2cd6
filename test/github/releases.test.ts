import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openReleaseCache } from '../../src/github/release-cache.ts';
import { connectReleases, type Releases } from '../../src/github/releases.ts';
import { type ReleasesServer, startReleasesServer } from './releases-server.ts';

const TOKEN = 'ghp_verysecret0123456789';
const NOW = new Date('2026-11-23T09:00:00Z');

let server: ReleasesServer;
let folder: string;
let number = 0;
let name: string;

beforeAll(async () => {
  server = await startReleasesServer();
});
afterAll(() => server.close());
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'rotate-pr-cache-'));
  number += 1;
  name = `cloud-platform-terraform-module-${number}`;
  await server.repository(name);
  server.forget();
});
afterEach(async () => {
  server.answer = null;
  await rm(folder, { recursive: true, force: true });
});

/** As a run of its own: nothing but the cache's folder is shared. */
function connect(given: { apiUrl?: string; token?: string | null; timeoutMs?: number } = {}): Releases {
  const { apiUrl = server.url, token = TOKEN, timeoutMs = 5000 } = given;
  const cache = openReleaseCache(folder, apiUrl);
  return connectReleases({ repository: { apiUrl }, token, version: '1.2.3', cache, now: NOW, timeoutMs });
}

async function entryOf(repository: string): Promise<string> {
  const files = await readdir(folder, { recursive: true });
  const path = files.find((file) => file.endsWith(`${repository}.json`));
  if (path === undefined) throw new Error(`nothing is kept of ${repository}`);
  return join(folder, path);
}

const requests = (): string[] =>
  server.asked.map(({ path, status }) => `${path.replace(/^.*?-module-\d+/, '').split('?')[0]} ${status}`);

describe('the releases of a module', () => {
  it('are its releases, without drafts, pre-releases and what is no version', async () => {
    for (const tag of ['1.0.0', 'v1.2.0', '1.1.0', 'nightly', '1.3.0-rc1']) await server.release(name, tag);
    await server.release(name, '2.0.0', { draft: true });
    await server.release(name, '3.0.0', { prerelease: true });
    await server.tag(name, '9.9.9');

    const result = await connect().tags(name);

    expect(result.ok && [...result.value].sort()).toEqual(['1.0.0', '1.1.0', 'v1.2.0']);
    expect(requests()).toEqual(['/releases 200']);
  });

  it('are its tags where there are no releases', async () => {
    for (const tag of ['0.9.0', '0.10.0', 'old']) await server.tag(name, tag);

    const result = await connect().tags(name);

    expect(result.ok && [...result.value].sort()).toEqual(['0.10.0', '0.9.0']);
    expect(requests()).toEqual(['/releases 200', '/git/matching-refs/tags%2F 200']);
  });

  it('are asked for once a run, whoever asks', async () => {
    await server.release(name, '1.0.0');
    const releases = connect();

    const both = await Promise.all([releases.tags(name), releases.tags(name)]);
    const third = await releases.tags(name);

    expect([...both, third]).toEqual(Array(3).fill({ ok: true, value: ['1.0.0'] }));
    expect(requests()).toEqual(['/releases 200']);
  });

  it('cost nothing of the limit when nothing has changed', async () => {
    await server.release(name, '1.0.0');
    await connect().tags(name);
    server.forget();

    const again = await connect().tags(name);

    expect(again).toEqual({ ok: true, value: ['1.0.0'] });
    expect(requests()).toEqual(['/releases 304']);
  });

  it('that are tags cost nothing either', async () => {
    await server.tag(name, '1.0.0');
    await connect().tags(name);
    server.forget();

    const again = await connect().tags(name);

    expect(again).toEqual({ ok: true, value: ['1.0.0'] });
    expect(requests()).toEqual(['/releases 304', '/git/matching-refs/tags%2F 304']);
  });

  it('are new when one has come out, the first release of a repository of tags too', async () => {
    await server.tag(name, '1.0.0');
    await connect().tags(name);
    await server.release(name, '1.1.0');

    const first = await connect().tags(name);
    await server.release(name, '1.2.0');
    const second = await connect().tags(name);

    expect(first).toEqual({ ok: true, value: ['1.1.0'] });
    expect(second.ok && [...second.value].sort()).toEqual(['1.1.0', '1.2.0']);
  });

  it.each([
    ['broken', '{"v":1,'],
    ['empty', ''],
    [
      'of another version',
      '{"v":2,"from":"releases","tags":["1.0.0"],"checkedAt":"2026-11-01T00:00:00Z","etags":{}}',
    ],
    [
      'with what is no version',
      '{"v":1,"from":"releases","tags":["$(id)"],"checkedAt":"2026-11-01T00:00:00Z","etags":{}}',
    ],
    [
      'with an ETag that would end the header',
      '{"v":1,"from":"releases","tags":["9.0.0"],"checkedAt":"2026-11-01T00:00:00Z","etags":{"releases":"x\\r\\nA: b"}}',
    ],
  ])('do not depend on a cache file that is %s', async (_, text) => {
    await server.release(name, '1.0.0');
    await connect().tags(name);
    await writeFile(await entryOf(name), text);
    server.forget();

    expect(await connect().tags(name)).toEqual({ ok: true, value: ['1.0.0'] });

    expect(requests()).toEqual(['/releases 200']);
    expect(JSON.parse(await readFile(await entryOf(name), 'utf8'))).toMatchObject({ tags: ['1.0.0'] });
  });

  it('do not depend on a cache that can be written', async () => {
    await server.release(name, '1.0.0');
    await mkdir(dirname(join(folder, 'releases')), { recursive: true });
    await writeFile(join(folder, 'releases'), 'a file where a folder should be');

    expect(await connect().tags(name)).toEqual({ ok: true, value: ['1.0.0'] });
  });

  it('are kept apart for each GitHub, without the token', async () => {
    await server.release(name, '1.0.0');
    await connect().tags(name);

    const text = await readFile(await entryOf(name), 'utf8');

    expect(await openReleaseCache(folder, 'https://api.github.com').read(name)).toBeNull();
    expect(await openReleaseCache(folder, server.url).read(name)).toMatchObject({
      tags: ['1.0.0'],
      checkedAt: NOW.toISOString(),
    });
    expect(text).not.toContain(TOKEN);
  });

  it('can be read by nobody in particular', async () => {
    await server.release(name, '1.0.0');

    expect(await connect({ token: null }).tags(name)).toEqual({ ok: true, value: ['1.0.0'] });
    expect(server.asked[0]?.headers.authorization).toBeUndefined();
    expect(server.asked[0]?.headers['user-agent']).toMatch(/^rotate-pr\/1\.2\.3/);
  });
});

describe('the releases of a module that cannot be learned', () => {
  const limit = { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': '1795428000' };
  it.each([
    ['pre-releases only', async () => server.release(name, '1.0.0-rc1', { prerelease: true }), 'no-release'],
    ['releases that are no versions', async () => server.release(name, 'nightly'), 'no-release'],
    ['neither releases nor tags', async () => {}, 'no-release'],
  ])('because there are %s', async (_, prepare, code) => {
    await prepare();

    expect(await connect().tags(name)).toMatchObject({
      ok: false,
      error: { code, message: expect.stringContaining(name) },
    });
    await expect(entryOf(name)).rejects.toThrow('nothing is kept');
  });

  it.each([
    [
      'a limit',
      { status: 403, headers: limit, body: '{"message":"API rate limit exceeded"}' },
      'rate-limited',
    ],
    ['a second limit', { status: 429, headers: { 'retry-after': '60' }, body: '{}' }, 'rate-limited'],
    ['a private repository', { status: 404, body: '{"message":"Not Found"}' }, 'not-found'],
    [
      'a token that has expired',
      { status: 401, body: `{"message":"Bad credentials ${TOKEN}"}` },
      'authentication',
    ],
    ['an error', { status: 500, body: '{}' }, 'server'],
    [
      "a proxy's page",
      { status: 200, headers: { 'content-type': 'text/html' }, body: '<html>' },
      'unexpected-answer',
    ],
  ])('because of %s', async (_, answer, code) => {
    server.answer = () => answer;
    const started = performance.now();

    const result = await connect().tags(name);

    expect(result).toMatchObject({ ok: false, error: { code } });
    expect(JSON.stringify(result)).not.toContain(TOKEN);
    expect(server.asked).toHaveLength(1);
    expect(performance.now() - started).toBeLessThan(2000);
  });

  it('because nobody answers', async () => {
    const started = performance.now();

    const result = await connect({ apiUrl: 'http://127.0.0.1:9' }).tags(name);

    expect(result).toMatchObject({ ok: false, error: { code: 'unreachable' } });
    expect(performance.now() - started).toBeLessThan(2000);
  });

  it('because the answer never comes', async () => {
    const { listen, shut } = await import('../../src/demo/http.ts');
    const silent = await listen(() => {});

    const result = await connect({ apiUrl: silent.url, timeoutMs: 100 }).tags(name);

    expect(result).toMatchObject({ ok: false, error: { code: 'unreachable' } });
    await shut(silent.server);
  });
});

describe('a variable at a ref that is no version', () => {
  const VARIABLE = 'db_password_rotated_date';
  const at = (ref: string | null, folderOf = '') => ({ repository: name, folder: folderOf, ref });
  const declares = (ref: string | null, folderOf = '') => connect().declares(at(ref, folderOf), VARIABLE);
  const declaration = `# a comment\nvariable "${VARIABLE}" {\n  type = string\n}\n`;

  it('is found in variables.tf, with one request', async () => {
    await server.file(name, 'migration', 'variables.tf', declaration);
    server.forget();

    expect(await declares('migration')).toEqual({ ok: true, value: true });
    expect(requests()).toEqual(['/contents/variables.tf 200']);
  });

  it('is found in another file of the folder', async () => {
    await server.file(name, 'migration', 'variables.tf', 'variable "other" {}\n');
    await server.file(name, 'migration', 'inputs.tf', declaration);

    expect(await declares('migration')).toEqual({ ok: true, value: true });
  });

  it('is looked for in the folder that the source names, and on the default branch without a ref', async () => {
    await server.file(name, 'main', 'modules/rds/variables.tf', declaration);

    expect(await declares(null, 'modules/rds')).toEqual({ ok: true, value: true });
    expect(await declares(null)).toEqual({ ok: true, value: false });
  });

  it('is not there when only a comment, a use or a longer name says so', async () => {
    const text = `# variable "${VARIABLE}" {}\nvariable "${VARIABLE}_old" {}\nlocals {\n  x = var.${VARIABLE}\n}\n`;
    await server.file(name, 'migration', 'variables.tf', text);

    expect(await declares('migration')).toEqual({ ok: true, value: false });
  });

  it('is not known when a file there does not parse', async () => {
    await server.file(name, 'migration', 'variables.tf', 'variable "other" {\n');

    expect(await declares('migration')).toMatchObject({ ok: false, error: { code: 'unexpected-answer' } });
  });

  it('is read also where the answer names its character set, as GitHub does', async () => {
    const headers = { 'content-type': 'application/vnd.github.raw; charset=utf-8' };
    server.answer = () => ({ status: 200, headers, body: declaration });

    expect(await declares('migration')).toEqual({ ok: true, value: true });
  });

  it('is not known when the ref is not there', async () => {
    expect(await declares('gone')).toMatchObject({ ok: false, error: { code: 'not-found' } });
  });
});
