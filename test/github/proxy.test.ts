import { createServer } from 'node:http';
import { connect } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { proxiesOf } from '../../src/github/proxy.ts';
import { gitHubOf } from '../../src/github/repository.ts';
import { connectGitHub } from '../../src/github/rest.ts';
import { aWorld } from './servers.ts';
import { type World, WRITE_TOKEN } from './world.ts';

const closers: (() => void)[] = [];
afterEach(() => {
  for (const close of closers.splice(0)) close();
});

/** A proxy that leads every host to the world's API; `asked` are the hosts that were asked for. */
async function proxyTo(world: World): Promise<{ readonly url: string; readonly asked: string[] }> {
  const asked: string[] = [];
  const server = createServer();
  server.on('connect', (request, client) => {
    asked.push(request.url ?? '');
    const onwards = connect(Number(new URL(world.github.url).port), '127.0.0.1', () => {
      client.write('HTTP/1.1 200 Connection established\r\n\r\n');
      onwards.pipe(client).pipe(onwards);
    });
    client.on('error', () => onwards.destroy());
    onwards.on('error', () => client.destroy());
    closers.push(() => onwards.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  closers.push(() => server.close());
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the proxy has no port');
  return { url: `http://127.0.0.1:${address.port}`, asked };
}

function connectBy(world: World, env: Readonly<Record<string, string>>) {
  const [owner = '', repo = ''] = world.repository.split('/');
  const repository = { owner, repo, ...gitHubOf({ ...env, GITHUB_SERVER_URL: world.git.url }) };
  return connectGitHub({ repository, token: WRITE_TOKEN, version: '0.0.0', pacing: false });
}

describe('the API behind a proxy', () => {
  it('is asked through the proxy of the environment, as git is', async () => {
    const world = await aWorld();
    const proxy = await proxyTo(world);

    const env = { GITHUB_API_URL: 'http://api.nowhere.invalid', HTTP_PROXY: proxy.url };
    const found = await connectBy(world, env).repository();

    expect(found).toMatchObject({ ok: true, value: { fullName: world.repository } });
    expect(proxy.asked).toEqual(['api.nowhere.invalid:80']);
  });

  it('is asked without one where NO_PROXY names its host', async () => {
    const world = await aWorld();
    const proxy = await proxyTo(world);

    const env = { GITHUB_API_URL: world.github.url, http_proxy: proxy.url, NO_PROXY: 'localhost,127.0.0.1' };
    const found = await connectBy(world, env).repository();

    expect(found).toMatchObject({ ok: true });
    expect(proxy.asked).toEqual([]);
  });

  it('that cannot be reached is an error without the password of the proxy', async () => {
    const world = await aWorld();

    const env = {
      GITHUB_API_URL: 'http://api.nowhere.invalid',
      HTTP_PROXY: 'http://me:hunter22@127.0.0.1:9',
    };
    const found = await connectBy(world, env).repository();

    expect(found).toMatchObject({ ok: false, error: { code: 'unreachable' } });
    expect(JSON.stringify(found)).not.toContain('hunter22');
  });

  it.each([
    [{}, null],
    [{ NO_PROXY: '*' }, null],
    [{ HTTPS_PROXY: 'http://p' }, { http: '', https: 'http://p', none: '' }],
    [
      { https_proxy: 'http://p', no_proxy: 'x' },
      { http: '', https: 'http://p', none: 'x' },
    ],
    [
      { ALL_PROXY: 'http://p', HTTPS_PROXY: 'http://q' },
      { http: 'http://p', https: 'http://q', none: '' },
    ],
  ])('is read from %j', (env, expected) => {
    expect(proxiesOf(env)).toEqual(expected);
  });
});
