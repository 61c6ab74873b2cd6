import { chmodSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer, request as httpRequest, type IncomingMessage, type ServerResponse } from 'node:http';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { pushBranches } from '../../src/publish/push.ts';
import { openRemote, type Remote, readRemote, resolveBase } from '../../src/publish/remote.ts';
import { aWorld } from '../github/servers.ts';
import { READ_TOKEN, type World, WRITE_TOKEN } from '../github/world.ts';
import { unwrap } from '../unwrap.ts';
import { git, remoteOf, tempFolder } from './clones.ts';

const closers: (() => void)[] = [];
afterEach(() => {
  for (const close of closers.splice(0)) close();
});

/** An HTTP server on a port of its own; gives its address. */
async function serve(answer: (request: IncomingMessage, response: ServerResponse) => void): Promise<string> {
  const server = createServer(answer);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  closers.push(() => server.close());
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  return `http://127.0.0.1:${address.port}`;
}

/** Hands a request on to the git server of a world. */
function pass(world: World, request: IncomingMessage, response: ServerResponse): void {
  const { method, headers } = request;
  const onwards = httpRequest(`${world.git.url}${request.url}`, { method, headers }, (answer) => {
    response.writeHead(answer.statusCode ?? 500, answer.headers);
    answer.pipe(response);
  });
  request.pipe(onwards);
}

/** The remote of the world's clone at another address. */
async function remoteAt(world: World, url: string): Promise<Remote> {
  await world.runGit('remote', 'set-url', 'origin', url);
  return remoteOf(world.clone, { ...world.env }, WRITE_TOKEN);
}

async function pushOne(world: World, remote: Remote) {
  const sha = (await world.runGit('rev-parse', 'HEAD')).trim();
  return pushBranches(remote, [{ branch: 'rotate/one', to: sha, expected: null }]);
}

describe('the token, when the server sends git elsewhere', () => {
  it.each([
    ['at once', false],
    ['after it has asked for the token', true],
  ])('stays from another host, %s', async (_name, asksFirst) => {
    const world = await aWorld({ private: true });
    const seen: unknown[] = [];
    const other = await serve((request, response) => {
      seen.push(request.headers.authorization);
      pass(world, request, response);
    });
    const first = await serve((request, response) => {
      if (asksFirst && request.headers.authorization === undefined) {
        response.writeHead(401, { 'WWW-Authenticate': 'Basic realm="GitHub"' }).end();
      } else response.writeHead(302, { Location: `${other}${request.url}` }).end();
    });
    const remote = await remoteAt(world, `${first}/${world.repository}.git`);

    const refs = await readRemote(remote);
    const pushed = await pushOne(world, remote);

    expect(seen.length).toBeGreaterThan(0);
    expect(seen.filter((header) => header !== undefined)).toEqual([]);
    const code = asksFirst ? 'authentication' : 'redirected';
    expect(refs).toMatchObject({ ok: false, error: { code } });
    expect(pushed.get('rotate/one')).toMatchObject({ code });
    if (!refs.ok) expect(refs.error.message).toContain(asksFirst ? first : other);
  });

  it('stays from another host also when that takes git without one', async () => {
    const world = await aWorld();
    const seen: unknown[] = [];
    const other = await serve((request, response) => {
      seen.push(request.headers.authorization);
      pass(world, request, response);
    });
    const first = await serve((request, response) => {
      if (request.headers.authorization === undefined) {
        response.writeHead(401, { 'WWW-Authenticate': 'Basic realm="GitHub"' }).end();
      } else response.writeHead(302, { Location: `${other}${request.url}` }).end();
    });
    const remote = await remoteAt(world, `${first}/${world.repository}.git`);
    git(world.bare, 'commit-tree', 'HEAD^{tree}', '-m', 'not in the clone');

    const refs = await readRemote(remote);
    if (refs.ok) await resolveBase(remote, refs.value);
    await pushOne(world, remote);

    expect(seen.length).toBeGreaterThan(0);
    expect(seen.filter((header) => header !== undefined)).toEqual([]);
  });

  it('follows on the same host: a repository that was renamed or transferred', async () => {
    const world = await aWorld({ private: true });
    const front = await serve((request, response) => {
      if (!request.url?.startsWith('/before/name.git')) return pass(world, request, response);
      const Location = request.url.replace('/before/name.git', `/${world.repository}.git`);
      return response.writeHead(301, { Location }).end();
    });
    const remote = await remoteAt(world, `${front}/before/name.git`);

    const refs = unwrap(await readRemote(remote));
    const pushed = await pushOne(world, remote);

    expect(refs.defaultBranch).toBe('main');
    expect(pushed.get('rotate/one')).toBeNull();
  });
});

describe('the token, beside other credentials of the clone', () => {
  it('goes in place of the header that actions/checkout left', async () => {
    const world = await aWorld({ private: true });
    const header = (token: string) =>
      `AUTHORIZATION: basic ${Buffer.from(`x-access-token:${token}`).toString('base64')}`;
    const included = join(world.folder, 'credentials');
    writeFileSync(included, `[http "${world.git.url}/"]\n\textraheader = ${header(READ_TOKEN)}\n`);
    await world.runGit('config', 'include.path', included);
    const remote = await remoteAt(world, `${world.git.url}/${world.repository}.git`);

    expect(await readRemote(remote)).toMatchObject({ ok: true });
    expect((await pushOne(world, remote)).get('rotate/one')).toBeNull();
  });

  it('is seen by no program that git starts for the clone', async () => {
    const world = await aWorld({ private: true });
    const folder = tempFolder();
    const program = join(folder, 'program');
    const log = join(folder, 'log');
    writeFileSync(program, `#!/bin/sh\necho "$0 $*" >> '${log}'\nenv >> '${log}'\n`);
    chmodSync(program, 0o755);
    for (const key of [
      ...['core.fsmonitor', 'core.sshCommand', 'core.askPass', 'core.editor', 'core.pager', 'core.gitProxy'],
      ...[
        'core.alternateRefsCommand',
        'credential.helper',
        `credential.${world.git.url}.helper`,
        'gpg.program',
      ],
      ...[
        'diff.external',
        'filter.x.process',
        'diff.x.textconv',
        'pager.fetch',
        'alias.fetch',
        'sequence.editor',
      ],
    ])
      await world.runGit('config', key, key === 'alias.fetch' ? `!${program}` : program);
    await world.runGit('config', 'core.hooksPath', join(folder, 'hooks'));
    await world.runGit('config', 'push.gpgSign', 'if-asked');
    writeFileSync(join(world.clone, '.git/info/attributes'), '* filter=x diff=x\n');
    const alternate = join(world.folder, 'alternate');
    git(world.folder, 'clone', '--quiet', '--bare', world.bare, alternate);
    writeFileSync(join(world.clone, '.git/objects/info/alternates'), `${alternate}/objects\n`);
    const remote = await remoteAt(world, `${world.git.url}/${world.repository}.git`);

    const refs = unwrap(await readRemote(remote));
    await resolveBase(remote, refs);
    expect((await pushOne(world, remote)).get('rotate/one')).toBeNull();
    world.git.intercept(() => ({ status: 401, body: 'no' }));
    expect(await readRemote(remote)).toMatchObject({ ok: false });

    expect(existsSync(log) ? readFileSync(log, 'utf8') : '').toBe('');
  });

  it.each(['origin', 'rotate-pr-push'])('is handed to no remote helper: remote.%s.vcs', async (name) => {
    const world = await aWorld({ private: true });
    const folder = tempFolder();
    const log = join(folder, 'log');
    writeFileSync(join(folder, 'git-remote-theirs'), `#!/bin/sh\nenv > '${log}'\n`);
    chmodSync(join(folder, 'git-remote-theirs'), 0o755);
    await world.runGit('config', `remote.${name}.vcs`, 'theirs');
    const env = { ...world.env, PATH: `${folder}:${world.env['PATH'] ?? process.env['PATH']}` };

    const remote = await openRemote({ cwd: world.clone, env, token: WRITE_TOKEN });
    if (remote.ok) {
      await readRemote(remote.value);
      await pushOne(world, remote.value);
    }

    expect(existsSync(log) ? readFileSync(log, 'utf8') : '').not.toContain(WRITE_TOKEN);
    expect(remote).toMatchObject({
      error: { code: 'remote-helper', message: expect.stringContaining(`--unset-all remote.${name}.vcs`) },
    });
  });
});
