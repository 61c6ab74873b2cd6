import { chmodSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { explainCrash } from '../../src/cli/crash.ts';
import { type Clone, gitEnvironment, runGit } from '../../src/git/process.ts';
import { resolveCommit } from '../../src/git/repository.ts';
import { mayHaveToken } from '../../src/publish/git-auth.ts';
import { openRemote, readRemote, resolveBase } from '../../src/publish/remote.ts';
import { unwrap } from '../unwrap.ts';
import { commitAsOther, FILE_A, git, makeWorld, picture, put, remoteOf } from './clones.ts';

const TOKEN = 'ghp_verysecret0123456789';
const BASIC = Buffer.from(`x-access-token:${TOKEN}`).toString('base64');

describe('which remote', () => {
  it('is origin, else the only one, else the one that was named', async () => {
    const { clone } = makeWorld();
    const named = async (remote?: string) =>
      openRemote({ cwd: clone, env: process.env, token: null, remote });

    expect(await named()).toMatchObject({ ok: true, value: { name: 'origin' } });
    git(clone, 'remote', 'add', 'upstream', 'https://github.com/o/r');
    expect(await named('upstream')).toMatchObject({
      value: { name: 'upstream', url: 'https://github.com/o/r' },
    });
    expect(await named('upstrem')).toMatchObject({
      error: { code: 'unknown-remote', message: expect.stringContaining('upstream') },
    });
    git(clone, 'remote', 'rename', 'origin', 'moj');
    expect(await named()).toMatchObject({
      error: { code: 'which-remote', message: expect.stringContaining('--remote') },
    });
    git(clone, 'remote', 'remove', 'upstream');
    expect(await named()).toMatchObject({ value: { name: 'moj' } });
    git(clone, 'remote', 'remove', 'moj');
    expect(await named()).toMatchObject({ error: { code: 'no-remote' } });
  });
});

describe('a repository that belongs to another user', () => {
  it('is an error with the command that makes git read it, wherever git meets it first', async () => {
    const { clone } = makeWorld();
    const env = { ...process.env, GIT_TEST_ASSUME_DIFFERENT_OWNER: '1' };

    const remote = await openRemote({ cwd: clone, env, token: null });
    const crash = await resolveCommit({ folder: clone, env }, 'HEAD').then(String, (error: unknown) =>
      explainCrash(error, env),
    );

    const command = `git config --global --add safe.directory '${clone}'`;
    expect(remote).toMatchObject({ ok: false, error: { message: expect.stringContaining(command) } });
    expect(crash).toContain(command);
    expect(crash).not.toContain('please report it');
  });
});

describe('the base branch', () => {
  it("is the remote's default branch, read by one ls-remote", async () => {
    const world = makeWorld();
    const remote = await remoteOf(world.clone);

    const refs = unwrap(await readRemote(remote));
    const base = unwrap(await resolveBase(remote, refs));

    expect(refs.defaultBranch).toBe('main');
    expect(base).toEqual({ branch: 'main', sha: git(world.bare, 'rev-parse', 'main') });
  });

  it('that does not exist is an error with the nearest names', async () => {
    const world = makeWorld();
    commitAsOther(world, 'release/one', 'x', 'x');
    const remote = await remoteOf(world.clone);

    const base = await resolveBase(remote, unwrap(await readRemote(remote)), 'mian');

    expect(base).toMatchObject({
      error: { code: 'unknown-branch', message: expect.stringContaining('Nearest: main') },
    });
  });

  it.each([
    ['a full clone', [], 1],
    ['a shallow clone', ['--depth=1'], 1],
    ['a shallow clone with some history', ['--depth=3'], 5],
    ['a clone without blobs', ['--filter=blob:none'], 1],
  ])('that moved is fetched into %s without touching anything', async (_name, args, history) => {
    const world = makeWorld(args, history);
    git(world.clone, 'config', 'fetch.prune', 'true');
    git(world.clone, 'config', 'remote.origin.tagOpt', '--tags');
    put(world.clone, 'unsaved.txt', 'mine');
    put(world.clone, 'README.md', 'changed, not committed');
    put(world.clone, 'staged.txt', 'staged');
    git(world.clone, 'add', 'staged.txt');
    const sha = commitAsOther(world, 'main', FILE_A, 'new text\n');
    git(world.others, 'tag', 'v1');
    git(world.others, 'push', '--quiet', 'origin', 'v1');
    const before = picture(world.clone);
    const remote = await remoteOf(world.clone);

    const base = unwrap(await resolveBase(remote, unwrap(await readRemote(remote))));

    expect(base.sha).toBe(sha);
    expect(String(await runGit(remote.reading, ['cat-file', 'blob', `${sha}:${FILE_A}`]))).toBe('new text\n');
    expect(picture(world.clone)).toEqual(before);
  });

  it('leaves a FETCH_HEAD that is there as it is', async () => {
    const world = makeWorld();
    git(world.clone, 'fetch', '--quiet');
    commitAsOther(world, 'main', FILE_A, 'new text\n');
    const before = picture(world.clone);
    const remote = await remoteOf(world.clone);

    await resolveBase(remote, unwrap(await readRemote(remote)));

    expect(before['fetchHead']).not.toBe('absent');
    expect(picture(world.clone)).toEqual(before);
  });

  it('that moves between looking and fetching is looked at again', async () => {
    const world = makeWorld();
    commitAsOther(world, 'main', FILE_A, 'first\n');
    const remote = await remoteOf(world.clone);
    const refs = unwrap(await readRemote(remote));
    // A rewritten branch: the commit that was seen can no longer be fetched by the branch's name.
    git(world.others, 'reset', '--quiet', '--hard', 'HEAD~1');
    put(world.others, FILE_A, 'second\n');
    git(world.others, 'commit', '--quiet', '-am', 'second');
    git(world.others, 'push', '--quiet', '--force', 'origin', 'main');

    const base = unwrap(await resolveBase(remote, refs));

    expect(base.sha).toBe(git(world.bare, 'rev-parse', 'main'));
  });
});

describe('a remote that does not answer', () => {
  it.each([
    ['a folder that is not there', (url: string) => `${url}-gone`, 'not-found'],
    ['a closed port', () => 'http://someone:hunter22@127.0.0.1:9/o/r.git', 'unreachable'],
  ])('%s is an error that names it', async (_name, change, code) => {
    const world = makeWorld();
    git(world.clone, 'remote', 'set-url', 'origin', change(world.bare));
    const remote = await remoteOf(world.clone);

    const refs = await readRemote(remote);

    expect(refs).toMatchObject({
      ok: false,
      error: { code, message: expect.stringContaining(remote.shown) },
    });
    expect(JSON.stringify(refs)).not.toContain('hunter22');
  });
});

describe('the token', () => {
  const server = 'https://github.com/ministryofjustice/cloud-platform-environments';

  it('is with the commands that talk to the remote alone, behind the configuration that is there', async () => {
    const { clone } = makeWorld();
    git(clone, 'remote', 'set-url', 'origin', server);

    const remote = await remoteOf(
      clone,
      {
        GIT_CONFIG_COUNT: '1',
        GIT_CONFIG_KEY_0: 'a.b',
        GIT_CONFIG_VALUE_0: 'c',
        GITHUB_TOKEN: TOKEN,
        MY_TOKEN: TOKEN,
      },
      TOKEN,
    );

    const holders = (of: Clone) =>
      Object.entries(gitEnvironment(of)).flatMap(([name, value]) => (value.includes(TOKEN) ? [name] : []));
    expect(gitEnvironment(remote.reading)).toMatchObject({
      GIT_CONFIG_KEY_0: 'a.b',
      GIT_CONFIG_VALUE_0: 'c',
    });
    expect(holders(remote.reading)).toEqual(['ROTATE_PR_GIT_TOKEN']);
    expect(holders(remote.pushing)).toEqual(['ROTATE_PR_GIT_TOKEN']);
    expect(holders(remote.clone)).toEqual([]);
  });

  it.each([
    ['https://github.com/o/r', {}, true],
    ['https://github.com:443/o/r', {}, false],
    ['http://github.com/o/r', {}, false],
    ['https://github.com.evil.example/o/r', {}, false],
    ['https://gitlab.com/o/r', { GITHUB_REPOSITORY: 'o/r' }, false],
    ['git@github.com:o/r', {}, false],
    ['/srv/o/r', { GITHUB_REPOSITORY: 'o/r' }, false],
    ['http://127.0.0.1:4711/o/r', {}, false],
    ['http://127.0.0.1:4711/o/r', { GITHUB_REPOSITORY: 'o/r' }, true],
    ['http://localhost/o/r', { GITHUB_REPOSITORY: 'o/r' }, true],
    ['http://127.0.0.1:4711/o/r', { GITHUB_SERVER_URL: 'http://127.0.0.1:4711' }, true],
    ['https://ghe.example/o/r', { GITHUB_SERVER_URL: 'https://ghe.example' }, true],
    ['http://ghe.example/o/r', { GITHUB_SERVER_URL: 'https://ghe.example' }, false],
    ['https://github.com/o/r', { GITHUB_SERVER_URL: 'https://ghe.example' }, false],
  ])('for %s with %j: %s', (url, env, expected) => {
    expect(mayHaveToken(url, env)).toBe(expected);
  });

  it('leaves a URL with its own password alone', async () => {
    const { clone } = makeWorld();
    git(clone, 'remote', 'set-url', 'origin', server.replace('//', '//someone:hunter22@'));

    const remote = await remoteOf(clone, {}, TOKEN);

    expect(Object.values(gitEnvironment(remote.reading)).join()).not.toContain(TOKEN);
    expect(remote.secrets).toContain('hunter22');
  });

  it('is in no argument of any git process and in no file', async () => {
    const { clone, folder } = makeWorld();
    const log = join(folder, 'argv.log');
    const real = git(clone, '--exec-path');
    writeFileSync(
      join(folder, 'git'),
      `#!/bin/sh\nprintf '%s\\n' "$*" >> '${log}'\nenv | grep -q '${TOKEN}' && echo has-token >> '${log}'\nexec '${real}/git' "$@"\n`,
    );
    chmodSync(join(folder, 'git'), 0o755);
    git(clone, 'remote', 'set-url', 'origin', 'http://127.0.0.1:9/o/r.git');
    vi.stubEnv('PATH', `${folder}:${process.env['PATH']}`);

    const remote = await remoteOf(clone, { GITHUB_REPOSITORY: 'o/r' }, TOKEN);
    const refs = await readRemote(remote);
    vi.unstubAllEnvs();

    const recorded = readFileSync(log, 'utf8');
    expect(recorded).toContain('ls-remote');
    expect(recorded).toContain('has-token');
    expect(recorded).not.toContain(TOKEN);
    expect(recorded).not.toContain(BASIC);
    expect(JSON.stringify(refs)).not.toContain(TOKEN);
    expect(readFileSync(join(clone, '.git/config'), 'utf8')).not.toContain(BASIC);
  });
});
