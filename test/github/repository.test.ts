import { describe, expect, it } from 'vitest';
import { gitHubOf, readRemoteUrl, resolveRepository } from '../../src/github/repository.ts';

const ENVIRONMENTS = 'ministryofjustice/cloud-platform-environments';

describe('the repository from the remote', () => {
  it.each([
    `https://github.com/${ENVIRONMENTS}`,
    `https://github.com/${ENVIRONMENTS}.git`,
    `https://github.com/${ENVIRONMENTS}/`,
    `https://GitHub.com/${ENVIRONMENTS}.git`,
    `https://someone:secret-token@github.com/${ENVIRONMENTS}.git`,
    `https://secret-token@github.com/${ENVIRONMENTS}.git`,
    `git@github.com:${ENVIRONMENTS}.git`,
    `github.com:${ENVIRONMENTS}`,
    `git@github.com:/${ENVIRONMENTS}.git`,
    `ssh://git@github.com/${ENVIRONMENTS}.git`,
    `ssh://git@ssh.github.com:443/${ENVIRONMENTS}.git`,
    `git://github.com/${ENVIRONMENTS}.git`,
  ])('%s', (url) => {
    const resolved = resolveRepository({}, url);

    expect(resolved).toMatchObject({
      ok: true,
      value: {
        owner: 'ministryofjustice',
        repo: 'cloud-platform-environments',
        serverUrl: 'https://github.com',
        apiUrl: 'https://api.github.com',
      },
    });
    expect(JSON.stringify(resolved)).not.toContain('secret');
  });

  it.each([
    ['another host', 'https://user:hunter22@gitlab.com/o/r.git', 'not-github'],
    ['a name that ends alike', 'https://notgithub.com/o/r.git', 'not-github'],
    ['a path', '/srv/git/r.git', 'not-github'],
    ['file:', 'file:///srv/git/r.git', 'not-github'],
    ['a Windows path', 'C:\\git\\o\\r', 'not-github'],
    ['an owner only', 'https://github.com/o', 'not-github'],
    ['a deeper path', 'https://github.com/o/r/tree', 'not-github'],
    ['no remote', null, 'no-remote'],
  ])('%s is an error that says what to do', (_name, url, code) => {
    const resolved = resolveRepository({}, url);

    expect(resolved).toMatchObject({
      ok: false,
      error: { code, message: expect.stringContaining('GITHUB_REPOSITORY') },
    });
    expect(JSON.stringify(resolved)).not.toContain('hunter22');
  });
});

describe('what is shown of an address', () => {
  it.each([
    ['https://someone:hunter22@github.com/o/r.git', 'https://github.com/o/r.git'],
    ['https://hunter22@github.com/o/r.git', 'https://github.com/o/r.git'],
    ['https://github.com/o/r.git?access_token=hunter22', 'https://github.com/o/r.git'],
    ['https://github.com/o/r.git?hunter22#hunter22', 'https://github.com/o/r.git'],
    ['hunter22@github.com:o/r.git', 'github.com:o/r.git'],
    ['git@github.com:o/r.git', 'git@github.com:o/r.git'],
  ])('of %s holds no secret, and what may be one is masked elsewhere', (url, shown) => {
    const address = readRemoteUrl(url);

    expect(address.shown).toBe(shown);
    expect(address.path).toBe('o/r');
    if (url.includes('hunter22')) expect(address.secrets).toContain('hunter22');
  });

  it("of GitHub's own holds none either: they stand in errors, links and names of files", () => {
    const env = {
      GITHUB_SERVER_URL: 'https://robot:hunter22@ghe.example/',
      GITHUB_API_URL: 'https://hunter22@ghe.example/api/v3?token=hunter22',
    };

    expect(gitHubOf(env)).toEqual({ serverUrl: 'https://ghe.example', apiUrl: 'https://ghe.example/api/v3' });
    const refused = resolveRepository({ GITHUB_REPOSITORY: 'https://robot:hunter22@github.com/o/r/x' }, null);
    expect(JSON.stringify(refused)).not.toContain('hunter22');
  });
});

describe('GITHUB_REPOSITORY', () => {
  it.each([
    ['a local path', '/srv/git/r.git'],
    ['another host', 'http://127.0.0.1:4711/anything/else.git'],
    ['the same repository in other letters', 'git@github.com:O/R.git'],
    ['no remote', null],
  ])('is trusted with %s', (_name, url) => {
    expect(resolveRepository({ GITHUB_REPOSITORY: 'o/r' }, url)).toMatchObject({
      ok: true,
      value: { owner: 'o', repo: 'r' },
    });
  });

  it('is an error when the remote is another repository on GitHub', () => {
    const resolved = resolveRepository(
      { GITHUB_REPOSITORY: 'o/r' },
      'https://x:hunter22@github.com/o/fork.git',
    );

    expect(resolved).toMatchObject({ ok: false, error: { code: 'other-repository' } });
    expect(JSON.stringify(resolved)).not.toContain('hunter22');
  });

  it.each(['r', 'o/r/x', 'https://github.com/o/r', '/', 'o/..'])('%j is no repository', (named) => {
    expect(resolveRepository({ GITHUB_REPOSITORY: named }, null)).toMatchObject({
      ok: false,
      error: { code: 'bad-github-repository' },
    });
  });
});

describe('the server', () => {
  const server = { GITHUB_SERVER_URL: 'https://ghe.example.gov.uk/' };

  it('may be a GitHub Enterprise Server', () => {
    expect(resolveRepository(server, 'git@ghe.example.gov.uk:o/r.git')).toMatchObject({
      value: { serverUrl: 'https://ghe.example.gov.uk', apiUrl: 'https://ghe.example.gov.uk/api/v3' },
    });
  });

  it('is then the only one whose remotes are taken', () => {
    expect(resolveRepository(server, 'git@github.com:o/r.git')).toMatchObject({
      error: { code: 'not-github' },
    });
  });

  it('has its API at GITHUB_API_URL', () => {
    expect(
      resolveRepository({ GITHUB_API_URL: 'http://127.0.0.1:4001/' }, 'git@github.com:o/r'),
    ).toMatchObject({
      value: { apiUrl: 'http://127.0.0.1:4001' },
    });
  });
});

describe('a remote URL as it is shown', () => {
  it.each([
    ['https://user:p%40ss@github.com/o/r.git', 'https://github.com/o/r.git'],
    ['https://ghp_abc@github.com/o/r', 'https://github.com/o/r'],
    ['git@github.com:o/r.git', 'git@github.com:o/r.git'],
    ['/srv/r.git', '/srv/r.git'],
  ])('%s', (url, shown) => {
    expect(readRemoteUrl(url).shown).toBe(shown);
  });
});
