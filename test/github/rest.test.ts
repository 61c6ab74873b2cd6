import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createEmulator, type Emulator } from 'emulate';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import type { GitHubOptions } from '../../src/github/client.ts';
import { connectGitHub } from '../../src/github/rest.ts';
import { unwrap } from '../unwrap.ts';

const TOKEN = 'ghp_verysecret0123456789';
const NEW = { title: 't', body: 'b', branch: 'rotate/a', base: 'main', draft: false };

function connect(
  apiUrl: string,
  part: Partial<
    Pick<GitHubOptions, 'token' | 'timeoutMs' | 'pacing' | 'sleep' | 'onWarning' | 'onLimit'>
  > = {},
) {
  const repository = { owner: 'moj', repo: 'environments', serverUrl: 'https://github.com', apiUrl };
  return connectGitHub({ repository, token: TOKEN, version: '1.2.3', pacing: false, ...part });
}

describe('GitHub, as the emulator plays it', () => {
  let emulator: Emulator;
  beforeAll(async () => {
    emulator = await createEmulator({
      service: 'github',
      port: 4100 + (process.pid % 800),
      seed: {
        tokens: {
          [TOKEN]: { login: 'robot', scopes: ['repo'] },
          other: { login: 'person', scopes: ['repo'] },
        },
        github: {
          users: [{ login: 'robot' }, { login: 'person' }],
          orgs: [
            {
              login: 'moj',
              members: [
                { login: 'robot', role: 'admin' },
                { login: 'person', role: 'admin' },
              ],
            },
          ],
          repos: [{ owner: 'moj', name: 'environments', auto_init: true }],
        },
      },
    });
  });
  afterEach(() => emulator.reset());
  afterAll(() => emulator.close());

  const open = (branch: string) =>
    connect(emulator.url).create({
      title: `Rotate ${branch}`,
      body: 'text',
      branch,
      base: 'main',
      draft: false,
    });

  it('tells of the repository and whether the token may push', async () => {
    expect(await connect(emulator.url).repository()).toEqual({
      ok: true,
      value: {
        fullName: 'moj/environments',
        defaultBranch: 'main',
        archived: false,
        canPush: true,
        parent: null,
      },
    });
  });

  it('creates, finds, updates, comments on and closes a pull request', async () => {
    const github = connect(emulator.url);
    const created = unwrap(await open('rotate/alpha'));
    await open('rotate/alphabet');

    const updated = unwrap(await github.update(created.number, { title: 'New', body: 'new' }));
    unwrap(await github.comment(created.number, 'first'));
    const comments = unwrap(await github.comments(created.number));
    const found = unwrap(await github.pullRequestsOf('rotate/alpha', 'open'));
    const none = unwrap(await github.pullRequestsOf('rotate/none', 'all'));
    unwrap(await github.update(created.number, { state: 'closed' }));

    expect(created).toMatchObject({
      title: 'Rotate rotate/alpha',
      branch: 'rotate/alpha',
      baseBranch: 'main',
      state: 'open',
    });
    expect(updated).toMatchObject({ number: created.number, title: 'New', body: 'new' });
    expect(comments).toMatchObject([{ body: 'first' }]);
    expect(found).toEqual([updated]);
    expect(none).toEqual([]);
    expect(unwrap(await github.pullRequestsOf('rotate/alpha', 'open'))).toEqual([]);
    const all = unwrap(await github.pullRequestsOf('rotate/alpha', 'all'));
    expect(all).toMatchObject([{ state: 'closed', merged: false, closedAt: expect.any(String) }]);
  });

  it('tells of all open ones of ours, page by page', async () => {
    for (let index = 0; index < 110; index++) await open(`rotate/ns-${index}`);
    await open('feature/other');
    const closed = unwrap(await open('rotate/ns-115'));
    await connect(emulator.url).update(closed.number, { state: 'closed' });
    const requests = vi.spyOn(globalThis, 'fetch');

    const found = unwrap(await connect(emulator.url).openPullRequests());

    expect(requests).toHaveBeenCalledTimes(2);
    requests.mockRestore();
    expect(found).toHaveLength(110);
    expect(found.every(({ state, branch }) => state === 'open' && branch.startsWith('rotate/'))).toBe(true);
  });
});

describe('GitHub that refuses', () => {
  let server: Server;
  let url = '';
  let answer: (
    request: IncomingMessage,
  ) => { status: number; body: unknown; headers?: Record<string, string> } | null;
  const seen: IncomingMessage[] = [];
  beforeAll(async () => {
    server = createServer((request, response) => {
      seen.push(request);
      request.resume();
      const reply = answer(request);
      if (reply === null) return void request.socket.destroy();
      response.writeHead(reply.status, { 'content-type': 'application/json', ...reply.headers });
      response.end(JSON.stringify(reply.body));
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  afterEach(() => {
    seen.length = 0;
  });
  afterAll(() => void server.close());

  it.each([
    ['401', { status: 401, body: { message: `Bad credentials ${TOKEN}` } }, 'authentication'],
    ['403', { status: 403, body: { message: 'Resource not accessible by integration' } }, 'forbidden'],
    [
      '403, limit',
      {
        status: 403,
        body: { message: 'API rate limit exceeded' },
        headers: { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': '1795428000' },
      },
      'rate-limited',
    ],
    [
      '403, secondary limit',
      { status: 403, body: { message: 'You have exceeded a secondary rate limit' } },
      'rate-limited',
    ],
    [
      '429',
      { status: 429, body: { message: 'Too many' }, headers: { 'retry-after': '120' } },
      'rate-limited',
    ],
    [
      '422, a limit in disguise',
      {
        status: 422,
        body: { message: 'Validation Failed', errors: [{ message: 'was submitted too quickly' }] },
      },
      'rate-limited',
    ],
    ['404', { status: 404, body: { message: 'Not Found' } }, 'not-found'],
    ['409', { status: 409, body: { message: 'Conflict' } }, 'conflict'],
    [
      '422',
      {
        status: 422,
        body: {
          message: 'Validation Failed',
          errors: [{ resource: 'PullRequest', field: 'base', code: 'invalid' }],
        },
      },
      'validation',
    ],
    ['500', { status: 500, body: {} }, 'server'],
    ['502 with HTML', { status: 502, body: '<html>' }, 'server'],
    ['a cut connection', null, 'unreachable'],
  ])('%s is a value for the person who must act', async (_name, reply, code) => {
    answer = () => reply;
    const printed = [vi.spyOn(console, 'log'), vi.spyOn(console, 'warn'), vi.spyOn(console, 'error')];

    const result = await connect(url).create(NEW);

    expect(result).toMatchObject({
      ok: false,
      error: { code, message: expect.stringContaining('rotate/a') },
    });
    expect(JSON.stringify(result)).not.toContain(TOKEN);
    expect(JSON.stringify(result)).not.toContain('authorization');
    for (const spy of printed) expect(spy).not.toHaveBeenCalled();
  });

  it.each([
    [
      'a person',
      { status: 200, body: { closed_by: { login: 'someone', type: 'User' } } },
      { login: 'someone', bot: false },
    ],
    ['an app', { status: 200, body: { closed_by: { login: 'x', type: 'Bot' } } }, { login: 'x', bot: true }],
    [
      'a bot by name',
      { status: 200, body: { closed_by: { login: 'stale[bot]' } } },
      { login: 'stale[bot]', bot: true },
    ],
    ['nobody known', { status: 200, body: { closed_by: null } }, null],
    ['who may not be seen', { status: 404, body: { message: 'Not Found' } }, null],
  ])('says that it was closed by %s', async (_name, reply, value) => {
    answer = () => reply;

    expect(await connect(url).closedBy(7)).toEqual({ ok: true, value });
    expect(seen[0]!.url).toBe('/repos/moj/environments/issues/7');
  });

  it('with a hang is given up', async () => {
    answer = () => ({ status: 200, body: {} });
    const silent = createServer(() => {});
    await new Promise<void>((resolve) => silent.listen(0, '127.0.0.1', resolve));
    const at = `http://127.0.0.1:${(silent.address() as AddressInfo).port}`;

    const result = await connect(at, { timeoutMs: 100 }).repository();

    expect(result).toMatchObject({
      ok: false,
      error: { code: 'unreachable', message: expect.stringContaining(at) },
    });
    silent.closeAllConnections();
    silent.close();
  });

  it('waits where a request was submitted too quickly, and gives up after a while', async () => {
    const waits: number[] = [];
    const sleep = async (ms: number) => waits.push(ms);
    const message = 'Validation Failed';
    const quick = { status: 422, body: { message, errors: [{ message: 'was submitted too quickly' }] } };
    answer = () => (seen.length === 1 ? quick : { status: 201, body: {} });
    const github = connect(url, { sleep });

    const healed = await github.comment(7, 'Only once.');
    const requests = seen.length;
    answer = () => quick;
    const never = await github.comment(7, 'Never.');

    expect(healed).toEqual({ ok: true, value: undefined });
    expect(requests).toBe(2);
    expect(never).toMatchObject({ ok: false, error: { code: 'rate-limited' } });
    expect(waits).toEqual([60_000, 60_000, 120_000]);
  });

  it('says until when a limit is waited for, and goes on then', async () => {
    const warnings: string[] = [];
    const message = 'You have exceeded a secondary rate limit';
    const limited = { status: 403, body: { message }, headers: { 'retry-after': '1' } };
    const before = Date.now();
    answer = () => (seen.length === 1 ? limited : { status: 200, body: { closed_by: null } });

    const result = await connect(url, { pacing: true, onWarning: (text) => warnings.push(text) }).closedBy(7);

    expect(result.ok).toBe(true);
    const said = warnings.find((line) => /^waiting for GitHub's .* limit until \d\d:\d\d$/.test(line));
    const minutes = [before, Date.now() + 2000].map((time) => new Date(time).toTimeString().slice(0, 5));
    expect(minutes).toContain(said?.slice(-5));
  });

  it('tells how many requests each answer leaves', async () => {
    const left: number[] = [];
    answer = () => ({
      status: 200,
      body: { closed_by: null },
      headers: { 'x-ratelimit-remaining': String(4813 - seen.length) },
    });
    const github = connect(url, { onLimit: ({ remaining }) => left.push(remaining) });

    await github.closedBy(7);
    await github.closedBy(8);

    expect(left).toEqual([4812, 4811]);
  });

  it('a second pull request of a branch gives the first', async () => {
    const there = {
      number: 7,
      html_url: 'https://github.com/moj/environments/pull/7',
      title: 't',
      body: 'b',
      state: 'open',
      head: { ref: 'rotate/a', sha: 'x', repo: { full_name: 'moj/environments' } },
      base: { ref: 'main', repo: { full_name: 'moj/environments' } },
    };
    const exists = {
      message: 'Validation Failed',
      errors: [{ message: 'A pull request already exists for moj:rotate/a.' }],
    };
    answer = ({ method }) =>
      method === 'POST'
        ? { status: 422, body: exists }
        : { status: 200, body: method === 'GET' ? [there] : there };

    const result = await connect(url).create(NEW);

    expect(result).toMatchObject({ ok: true, value: { number: 7 } });
    expect(seen.map(({ method, url: path }) => `${method} ${path?.split('?')[0]}`)).toEqual([
      'POST /repos/moj/environments/pulls',
      'GET /repos/moj/environments/pulls',
      'PATCH /repos/moj/environments/pulls/7',
    ]);
    expect(seen[0]!.headers['user-agent']).toMatch(/^rotate-pr\/1\.2\.3/);
  });

  it('leaves out forks whose branch has one of our names', async () => {
    const fork = {
      number: 8,
      html_url: '',
      title: '',
      state: 'open',
      head: { ref: 'rotate/a', sha: 'x', repo: { full_name: 'mallory/environments' } },
      base: { ref: 'main', repo: { full_name: 'moj/environments' } },
    };
    answer = () => ({ status: 200, body: [fork] });

    expect(unwrap(await connect(url).pullRequestsOf('rotate/a', 'all'))).toEqual([]);
    expect(unwrap(await connect(url).openPullRequests())).toEqual([]);
  });
});
