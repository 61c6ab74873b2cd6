import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it, vi } from 'vitest';
import { runGit, tryGit } from '../../src/git/process.ts';
import { cloneAt } from './clone-at.ts';

const folder = mkdtempSync(join(tmpdir(), 'rotate-pr-client-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('one git command', () => {
  it('gives any status as a value, with both streams', async () => {
    const run = await tryGit(cloneAt(tmpdir()), ['rev-parse', '--verify', 'no-such-ref']);

    expect(run).toMatchObject({ status: 128, stdout: '' });
    expect(run.stderr).toContain('fatal:');
  });

  it("keeps the user's environment, whatever GIT_* is in it, and never asks", async () => {
    vi.stubEnv('GIT_ASKPASS', '/bin/echo');
    vi.stubEnv('GIT_CONFIG_COUNT', '1');
    vi.stubEnv('GIT_CONFIG_KEY_0', 'rotate.test');
    vi.stubEnv('GIT_CONFIG_VALUE_0', 'user');

    const inherited = await tryGit(cloneAt(tmpdir()), ['config', 'rotate.test']);
    const ours = await tryGit({ ...cloneAt(tmpdir()), config: [['rotate.test', 'ours']] }, [
      'config',
      'rotate.test',
    ]);

    expect(inherited.stdout).toBe('user\n');
    expect(ours.stdout).toBe('ours\n');
  });

  it('is an error at once when there is no git', async () => {
    vi.stubEnv('PATH', folder);

    await expect(tryGit(cloneAt(tmpdir()), ['version'])).rejects.toThrow('spawn git ENOENT');
    await expect(runGit(cloneAt(tmpdir()), ['version'])).rejects.toThrow('spawn git ENOENT');
  });

  it('gives up a git that hangs', async () => {
    writeFileSync(join(folder, 'git'), '#!/bin/sh\nexec sleep 30\n');
    chmodSync(join(folder, 'git'), 0o755);
    vi.stubEnv('PATH', `${folder}:${process.env['PATH']}`);

    expect(await tryGit(cloneAt(tmpdir()), ['version'], { silenceMs: 200 })).toMatchObject({
      status: 124,
      stderr: expect.stringContaining('timed out'),
    });
  });
});
