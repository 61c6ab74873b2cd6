import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { git, run } from '../../../src/demo/run.ts';
import { aWorld, pushBranch, withToken } from '../servers.ts';
import { READ_TOKEN, type World, WRITE_TOKEN } from '../world.ts';

const AUTHORIZATION = `Authorization: Basic ${Buffer.from(`x:${WRITE_TOKEN}`).toString('base64')}`;

async function failure(run: Promise<unknown>): Promise<string> {
  return run.then(
    () => 'it did not fail',
    (error: Error) => error.message,
  );
}

describe('the git server', () => {
  it.each([
    ['whole', []],
    ['shallow', ['--depth=1']],
    ['blobless', ['--filter=blob:none']],
  ])('serves a %s clone without a token', async (_, options) => {
    const world = await aWorld();
    const target = join(world.folder, 'second');

    await git(world.folder, ['clone', '--quiet', ...options, `${world.git.url}/${world.repository}`, target]);

    expect(await readFile(join(target, 'README.md'), 'utf8')).toContain('# Environments');
  });

  it('leaves blobs out of a clone with a filter, until they are wanted', async () => {
    const world = await aWorld();
    const target = join(world.folder, 'blobless');
    const url = `${world.git.url}/${world.repository}.git`;

    await git(world.folder, ['clone', '--quiet', '--no-checkout', '--filter=blob:none', url, target]);
    const missing = await git(target, ['rev-list', '--objects', '--missing=print', 'HEAD']);
    const text = await git(target, ['show', 'HEAD:README.md']);

    expect(missing).toMatch(/^\?[0-9a-f]{40}$/m);
    expect(text).toContain('# Environments');
  });

  it('takes a push and the deletion of a branch with a token that may write', async () => {
    const world = await aWorld();

    const sha = await pushBranch(world, 'rotate/one');
    const afterPush = await world.runGit('ls-remote', '--heads', 'origin');
    await world.runGit(...withToken(WRITE_TOKEN), 'push', '--quiet', 'origin', '--delete', 'rotate/one');
    const afterDeletion = await world.runGit('ls-remote', '--heads', 'origin');

    expect(afterPush).toContain(`${sha}\trefs/heads/rotate/one`);
    expect(afterDeletion).not.toContain('rotate/one');
  });

  it('takes a push that is larger than git sends in one piece', async () => {
    const world = await aWorld();
    const bytes = Buffer.from(Array.from({ length: 3_000_000 }, (_, at) => (at * 2_654_435_761) >>> 13));
    const { stdout } = await run('git', ['hash-object', '-w', '--stdin'], { cwd: world.clone, input: bytes });
    const sha = stdout.trim();

    await world.runGit(...withToken(WRITE_TOKEN), 'push', '--quiet', 'origin', `${sha}:refs/tags/large`);

    // The name of an object is the hash of its bytes.
    expect(await git(world.bare, ['cat-file', '-s', sha])).toBe('3000000\n');
    await git(world.bare, ['fsck', '--strict']);
  });

  it('refuses a push over a branch that has moved on', async () => {
    const world = await aWorld();
    await pushBranch(world, 'rotate/one');
    await world.runGit('reset', '--quiet', '--hard', 'HEAD~1');
    await world.runGit('commit', '--quiet', '--allow-empty', '--message', 'Elsewhere');

    const message = await failure(world.runGit(...withToken(WRITE_TOKEN), 'push', 'origin', 'rotate/one'));

    expect(message).toMatch(/rejected.*non-fast-forward/);
  });

  it.each([
    ['no token', [], /could not read Username/],
    ['a wrong token', withToken('ghp_wrong'), /could not read Username|Authentication failed/],
    ['a token that may only read', withToken(READ_TOKEN), /denied to onlooker[\s\S]*403/],
  ])('refuses a push with %s', async (_, options, expected) => {
    const world = await aWorld();

    const message = await failure(world.runGit(...options, 'push', 'origin', 'HEAD:refs/heads/rotate/one'));

    expect(message).toMatch(expected);
    expect(await git(world.bare, ['branch', '--list'])).not.toContain('rotate/one');
  });

  it('asks for a token for everything in a private repository', async () => {
    const world = await aWorld({ private: true });

    const without = await failure(world.runGit('ls-remote', 'origin'));
    const withOne = await world.runGit(...withToken(READ_TOKEN), 'ls-remote', 'origin');

    expect(without).toContain('could not read Username');
    expect(withOne).toContain('refs/heads/main');
  });

  it.each([
    ['Bearer', `Bearer ${WRITE_TOKEN}`],
    ['Basic with the token as the user', `Basic ${Buffer.from(`${WRITE_TOKEN}:`).toString('base64')}`],
  ])('takes a token as %s', async (_, value) => {
    const world = await aWorld({ private: true });

    const heads = await world.runGit('-c', `http.extraheader=Authorization: ${value}`, 'ls-remote', 'origin');

    expect(heads).toContain('refs/heads/main');
  });

  it('answers 400 to two Authorization headers, as GitHub does', async () => {
    const world = await aWorld();
    const twice = ['-c', `http.extraheader=${AUTHORIZATION}`, '-c', `http.extraheader=${AUTHORIZATION}`];

    const message = await failure(world.runGit(...twice, 'ls-remote', 'origin'));

    expect(message).toContain('400');
  });

  it.each([
    '/nobody/nothing.git/info/refs?service=git-upload-pack',
    '/example-org/environments.git/HEAD',
    '/',
  ])('does not serve %s', async (path) => {
    const world = await aWorld();

    const response = await fetch(`${world.git.url}${path}`);

    expect(response.status).toBe(404);
  });

  it('records what was asked, without the token', async () => {
    const world = await aWorld();

    await pushBranch(world, 'rotate/one');

    const pushes = world.git.log.filter(({ path }) => path.includes('receive-pack'));
    expect(pushes).toContainEqual({
      method: 'POST',
      path: '/example-org/environments.git/git-receive-pack',
      status: 200,
    });
    expect(JSON.stringify(world.git.log)).not.toContain(WRITE_TOKEN);
  });
});

describe('a fault of the git server', () => {
  const push = (world: World) =>
    failure(world.runGit(...withToken(WRITE_TOKEN), 'push', 'origin', 'HEAD:refs/heads/rotate/one'));
  const isPush = (method: string, path: string) => method === 'POST' && path.endsWith('/git-receive-pack');
  const branches = (world: World) => git(world.bare, ['branch', '--list', 'rotate/*']);

  it('cuts a push before it is carried out', async () => {
    const world = await aWorld();
    world.git.intercept((method, path) => (isPush(method, path) ? { fault: 'cut' } : null));

    await push(world);

    expect(await branches(world)).toBe('');
  });

  it('loses the answer of a push that was carried out', async () => {
    const world = await aWorld();
    world.git.intercept((method, path) => (isPush(method, path) ? { fault: 'cut-after' } : null));

    const message = await push(world);

    expect(message).not.toBe('it did not fail');
    expect(await branches(world)).toContain('rotate/one');
  });

  it('answers with what it is told, and passes what it is not', async () => {
    const world = await aWorld();
    world.git.intercept((_, path) =>
      path.includes('receive-pack') ? { status: 403, body: 'Not today.' } : null,
    );

    const message = await push(world);

    expect(message).toContain('403');
    expect(await world.runGit('ls-remote', 'origin', 'refs/heads/main')).not.toBe('');
  });
});
