import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { countTraffic, listPulls } from '../../src/demo/observe.ts';
import { run } from '../../src/demo/run.ts';
import { createSandbox, type Sandbox } from '../../src/demo/sandbox.ts';
import { violationsOf } from '../exchange.ts';

const TEAMS = ['allotments', 'apiary', 'millers'];
const BRANCH = 'rotate/one';

let sandbox: Sandbox;

beforeAll(async () => {
  sandbox = await createSandbox(TEAMS);
  await sandbox.runGit('checkout', '--quiet', '-b', BRANCH);
  await sandbox.runGit('commit', '--quiet', '--allow-empty', '--message=One');
  await push(sandbox.env['GITHUB_TOKEN'] ?? '');
});

afterAll(() => sandbox.close());

function push(token: string): Promise<string> {
  const credentials = Buffer.from(`x-access-token:${token}`).toString('base64');
  const header = `http.extraheader=Authorization: Basic ${credentials}`;
  return sandbox.runGit('-c', header, 'push', '--quiet', 'origin', BRANCH);
}

async function ask(method: string, path: string, body?: unknown, token = sandbox.env['GITHUB_TOKEN']) {
  const response = await fetch(`${sandbox.github.url}/repos/${sandbox.repository}${path}`, {
    method,
    headers: { Authorization: `Bearer ${token}` },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  return { status: response.status, body: await response.json() };
}

describe("the demo's GitHub", () => {
  it('answers as GitHub describes it, and shows where a branch stands now', async () => {
    const pull = { title: 'One', body: 'Text', head: BRANCH, base: 'main' };

    const made = await ask('POST', '/pulls', pull);
    const asked = await ask('POST', '/pulls/1/requested_reviewers', {
      reviewers: [],
      team_reviewers: ['apiary'],
    });
    const changed = await ask('PATCH', '/issues/1', { body: 'Another', labels: [], assignees: [] });
    await ask('GET', '');
    await ask('GET', '/pulls/1');
    await sandbox.runGit('commit', '--quiet', '--allow-empty', '--message=Two');
    await push(sandbox.env['GITHUB_TOKEN'] ?? '');
    const listed = await ask('GET', `/pulls?head=example-org:${BRANCH}`);

    expect(made).toMatchObject({ status: 201, body: { number: 1, commits: 1, requested_teams: [] } });
    expect(asked).toMatchObject({ status: 201, body: { requested_teams: [{ slug: 'apiary' }] } });
    expect(changed).toMatchObject({ status: 200, body: { body: 'Another', title: 'One' } });
    const sha = (await sandbox.runGit('rev-parse', 'HEAD')).trim();
    expect(listed.body).toMatchObject([{ number: 1, head: { sha } }]);
    expect((await ask('GET', '/pulls?head=example-org:rotate/none')).body).toEqual([]);
    expect((await ask('GET', '/pulls?state=closed')).body).toEqual([]);
    expect(sandbox.github.log.flatMap(violationsOf)).toEqual([]);
  });

  it.each([
    [422, 'POST', '/pulls', { title: 'x', head: BRANCH, base: 'main' }],
    [422, 'POST', '/pulls', { title: 'x', head: 'none', base: 'main' }],
    [422, 'POST', '/pulls/1/requested_reviewers', { team_reviewers: ['strangers'] }],
    [404, 'GET', '/pulls/7', undefined],
    [501, 'PATCH', '/issues/1', { labels: ['x'] }],
    [501, 'GET', '/issues', undefined],
  ])(
    'refuses with %i what GitHub would refuse and what it does not play: %s %s',
    async (status, method, path, body) => {
      expect((await ask(method, path, body)).status).toBe(status);
    },
  );

  it('wants its token, and so does a push', async () => {
    expect((await ask('GET', '', undefined, 'another')).status).toBe(401);
    await expect(push('another')).rejects.toThrow('could not read Username');
  });
});

it('plays all that a run of open asks for', async () => {
  const fresh = await createSandbox(TEAMS);
  try {
    const open = ['src/cli.ts', 'open', '--root', fresh.clone, '-n', 'mill-race-dev', '--date', '2026-11-23'];
    const cwd = join(import.meta.dirname, '..', '..');
    const { stderr, status } = await run(process.execPath, ['--import', 'tsx', ...open], {
      cwd,
      env: fresh.env,
    });

    expect(status, stderr).toBe(0);
    expect((await listPulls(fresh)).map(({ branch }) => branch)).toEqual(['rotate/live-2--mill-race-dev']);
    expect(fresh.github.log.filter((one) => one.status > 404 || violationsOf(one).length > 0)).toEqual([]);
    expect(countTraffic(fresh).pushes).toBe(1);
  } finally {
    await fresh.close();
  }
});
