import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { runGit } from '../../src/git/process.ts';
import { openRepository, resolveCommit } from '../../src/git/repository.ts';

const folder = mkdtempSync(join(tmpdir(), 'rotate-pr-repository-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const env = {
  ...process.env,
  GIT_AUTHOR_NAME: 'A',
  GIT_AUTHOR_EMAIL: 'a@b',
  GIT_COMMITTER_NAME: 'A',
  GIT_COMMITTER_EMAIL: 'a@b',
};
const clone = { folder, env };
await runGit(clone, ['init', '--quiet']);
await runGit(clone, ['commit', '--quiet', '--allow-empty', '-m', 'one']);

describe('simple-git in a repository', () => {
  it.each([
    ...[
      'EDITOR',
      'GIT_EDITOR',
      'GIT_SEQUENCE_EDITOR',
      'VISUAL',
      'PAGER',
      'GIT_PAGER',
      'PREFIX',
      'GIT_ASKPASS',
    ],
    ...['SSH_ASKPASS', 'GIT_SSH', 'GIT_SSH_COMMAND', 'GIT_CONFIG', 'GIT_CONFIG_GLOBAL', 'GIT_CONFIG_SYSTEM'],
    ...['GIT_CONFIG_PARAMETERS', 'GIT_EXTERNAL_DIFF', 'GIT_PROXY_COMMAND', 'GIT_TEMPLATE_DIR'],
    ...['GIT_CEILING_DIRECTORIES', 'GIT_INDEX_FILE', 'GIT_TRACE'],
  ])('works whatever %s is', async (name) => {
    const value = name === 'GIT_CONFIG_PARAMETERS' ? "'core.editor=vi'" : '/nowhere';

    expect(await resolveCommit({ folder, env: { ...env, [name]: value } }, 'HEAD')).toMatch(/^[0-9a-f]{40}$/);
  });

  it('has its safety checks on', async () => {
    const git = await openRepository(clone);

    await expect(git.raw(['-c', 'core.hooksPath=/nowhere', 'version'])).rejects.toThrow(
      'allowUnsafeHooksPath',
    );
    await expect(git.raw(['-c', 'core.fsmonitor=x', 'version'])).rejects.toThrow('allowUnsafeFsMonitor');
    await expect(git.env('GIT_EDITOR', 'vi').raw(['version'])).rejects.toThrow('GIT_EDITOR');
  });

  it('reads what another user owns where a variable says that it may', async () => {
    const other = { ...env, GIT_TEST_ASSUME_DIFFERENT_OWNER: '1' };
    const allowed = { GIT_CONFIG_COUNT: '1', GIT_CONFIG_KEY_0: 'safe.directory', GIT_CONFIG_VALUE_0: '*' };

    await expect(resolveCommit({ folder, env: other }, 'HEAD')).rejects.toThrow('dubious ownership');
    expect(await resolveCommit({ folder, env: { ...other, ...allowed } }, 'HEAD')).toMatch(/^[0-9a-f]{40}$/);
  });

  it('is given no token', async () => {
    const secret = {
      GITHUB_TOKEN: 'ghp_secret',
      OTHER: 'Bearer ghp_secret',
      GIT_CONFIG_COUNT: '1',
      GIT_CONFIG_KEY_0: 'http.extraheader',
      GIT_CONFIG_VALUE_0: 'ghp_secret',
    };

    const git = await openRepository({ folder, env: { ...env, ...secret } });
    const seen = await git.raw(['-c', 'alias.seen=!env', 'seen']).catch(String);

    expect(seen).toContain('allowUnsafeAlias');
    expect(JSON.stringify(Reflect.get(git, '_executor').env)).not.toContain('ghp_secret');
  });
});
