import { chmod, cp, mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { git } from '../../src/demo/run.ts';
import type { AuditResult, OpenResult, PlanResult } from '../../src/results/results.ts';
import { DATE, remoteDiff, rotationBranches, type Stage, sharedStage, stage } from './harness.ts';
import { resources } from './land.ts';

const NAMESPACE = 'canal-permits-dev';
const OPEN = ['open', '-n', NAMESPACE, '--date', DATE];

/** Settings that a user may have and that make git do, print or refuse something else. */
const SETTINGS: Readonly<Record<string, string>> = {
  'color.ui': 'always',
  'color.grep': 'always',
  'core.autocrlf': 'true',
  'core.quotePath': 'false',
  'commit.gpgSign': 'true',
  'gpg.program': 'false',
  'push.default': 'nothing',
  'push.followTags': 'true',
  'push.autoSetupRemote': 'true',
  'fetch.prune': 'true',
  'fetch.pruneTags': 'true',
  'grep.patternType': 'perl',
  'grep.fullName': 'true',
  'submodule.recurse': 'true',
  'diff.external': 'false',
  'diff.noprefix': 'true',
  'log.showSignature': 'true',
  'transfer.fsckObjects': 'true',
  'user.useConfigOnly': 'true',
};

async function configure({ world }: Stage, settings: Readonly<Record<string, string>>): Promise<void> {
  for (const [name, value] of Object.entries(settings)) await world.runGit('config', name, value);
}

async function ids(on: Stage, args: readonly string[], options?: Parameters<Stage['json']>[1]) {
  const { credentials } = await on.json<AuditResult>(['audit', ...args], options);
  return credentials.map(({ id }) => id);
}

describe('reading, whatever git is set to', () => {
  const shared = sharedStage();

  it.each(['color.ui', 'color.grep'])('finds every credential with %s=always', async (name) => {
    const { world } = shared();
    const expected = await ids(shared(), []);

    await world.runGit('config', name, 'always');

    expect(expected.length).toBeGreaterThan(30);
    expect(await ids(shared(), [])).toEqual(expected);
    expect(await ids(shared(), ['--base', 'HEAD'])).toEqual(expected);
    await world.runGit('config', '--unset', name);
  });

  it.each([
    ['of another repository', { GIT_DIR: 'other' }],
    ['and a work tree of another repository', { GIT_DIR: 'other', GIT_WORK_TREE: 'other' }],
    ['as in a hook', { GIT_DIR: '.git', GIT_INDEX_FILE: 'no-such-index', GIT_PREFIX: 'namespaces/' }],
  ])('reads the repository of the folder though GIT_DIR is set, %s', async (_, given) => {
    const { world, json } = shared();
    const other = join(world.folder, 'other');
    await git(world.folder, ['init', '--quiet', other], world.env);
    const env = Object.fromEntries(
      Object.entries(given).map(([name, value]) => [name, value === 'other' ? join(other, '.git') : value]),
    );

    const planned = await json<PlanResult>(['plan', '-n', NAMESPACE, '--date', DATE], { env });

    expect(planned.base).toBe((await world.runGit('rev-parse', 'HEAD')).trim());
    expect(planned.pullRequests).toHaveLength(1);
    expect(await ids(shared(), ['--base', 'HEAD'], { env })).toHaveLength((await ids(shared(), [])).length);
  });

  it('finds what stands in a namespace that is a repository of its own', async () => {
    const { world } = shared();
    const folder = join(world.clone, 'namespaces', 'live.cloud-platform.service.justice.gov.uk', NAMESPACE);
    const expected = await ids(shared(), []);

    await git(folder, ['init', '--quiet', '.'], world.env);

    expect(await ids(shared(), [])).toEqual(expected);
  });

  it('says that git distrusts the folder, not that it lacks a commit', async () => {
    if (process.getuid?.() !== 0) return;
    const { world, rotatePr } = shared();
    const foreign = join(world.folder, 'foreign');
    await cp(world.clone, foreign, { recursive: true });
    await (await import('node:fs/promises')).chown(foreign, 65534, 65534);
    await (await import('node:fs/promises')).chown(join(foreign, '.git'), 65534, 65534);

    for (const args of [['audit', '--base', 'HEAD'], ['plan'], OPEN]) {
      const { status, stdout, stderr } = await rotatePr(args, { cwd: foreign });

      expect(status).toBe(2);
      expect(stdout).toBe('');
      expect(stderr).toMatch(/dubious ownership[\s\S]*safe\.directory/);
    }
  });

  it('says that git is missing', async () => {
    for (const command of ['plan', 'open']) {
      const { status, stdout, stderr } = await shared().rotatePr([command, '--all'], {
        env: { PATH: '/nowhere', Path: '/nowhere' },
      });

      expect(status).toBe(2);
      expect(stdout).toBe('');
      expect(stderr).toMatch(/^rotate-pr: .*git\b.*not found/);
      expect(stderr).not.toMatch(/\n\s+at /);
    }
  });
});

describe('rotate-pr open, whatever git is set to', () => {
  it('opens the pull request, runs no hook and moves no ref', async () => {
    const on = await stage();
    const { world, rotatePr, fingerprint } = on;
    await configure(on, SETTINGS);
    const hooks = join(world.folder, 'hooks');
    await mkdir(hooks);
    for (const hook of ['pre-push', 'pre-commit', 'post-commit', 'reference-transaction', 'post-checkout']) {
      await writeFile(join(hooks, hook), `#!/bin/sh\necho ${hook} >> "${hooks}/ran"\nexit 1\n`);
      await chmod(join(hooks, hook), 0o755);
    }
    await world.runGit('config', 'core.hooksPath', hooks);
    const before = await fingerprint();

    const { status, stdout, stderr } = await rotatePr(OPEN);

    expect(status, stdout + stderr).toBe(0);
    expect(await fingerprint()).toEqual(before);
    await world.runGit('config', '--unset', 'diff.external');
    await world.runGit('config', 'color.ui', 'never');
    await world.runGit('config', '--unset', 'core.hooksPath');
    expect(await remoteDiff(world, `rotate/${NAMESPACE}`)).toContain(
      '\n+  serviceaccount_token_rotated_date',
    );
    const { readdir } = await import('node:fs/promises');
    expect(await readdir(hooks)).not.toContain('ran');
    expect((await readdir(join(world.clone, '.git'))).filter((name) => name.includes('crash'))).toEqual([]);
  });

  it.each([
    ['a worktree of the clone, in a folder with blanks and accents', 'wörk tree'],
    ['a second clone in a folder whose name is an option', '--root'],
  ])('works in %s, from a subfolder', async (_, name) => {
    const { world, json } = await stage();
    const folder = join(world.folder, name);
    if (name.startsWith('-'))
      await git(world.folder, ['clone', '-q', '--', remoteUrl(world), folder], world.env);
    else await world.runGit('worktree', 'add', '--quiet', '-b', 'side', folder);

    const result = await json<OpenResult>(['open', '--date', DATE], {
      cwd: join(folder, resources(NAMESPACE)),
    });

    expect(result.pullRequests).toMatchObject([{ namespace: NAMESPACE, outcome: 'created', number: 1 }]);
  });

  it('works in a clone that is a submodule', async () => {
    const { world, json } = await stage();
    const parent = join(world.folder, 'parent');
    await git(world.folder, ['init', '--quiet', parent], world.env);
    await git(parent, ['submodule', '--quiet', 'add', remoteUrl(world), 'environments'], world.env);

    const result = await json<OpenResult>(OPEN, { cwd: join(parent, 'environments') });

    expect(result.pullRequests).toMatchObject([{ outcome: 'created' }]);
    expect(await git(parent, ['status', '--short'], world.env)).toBe('A  .gitmodules\nA  environments\n');
  });

  it('works with a remote that git rewrites to the real one', async () => {
    const { world, json } = await stage();
    const server = `${world.git.url}/`;
    await world.runGit('remote', 'set-url', 'origin', `forge:${world.repository}.git`);
    await world.runGit('config', `url.${server}.insteadOf`, 'forge:');

    const result = await json<OpenResult>(OPEN, { env: { GITHUB_REPOSITORY: undefined } });

    expect(result.pullRequests).toMatchObject([{ outcome: 'created', reason: expect.any(String) }]);
  });

  it('works on an estate below the git top level', async () => {
    const { world, json, rotatePr } = await stage();
    const below = 'an estate/é';
    await mkdir(join(world.clone, below), { recursive: true });
    await world.runGit('mv', 'namespaces', `${below}/namespaces`);
    await world.runGit('commit', '--quiet', '--message', 'Move the estate');
    await world.runGit('push', '--quiet', world.bare, `HEAD:${world.defaultBranch}`);

    const plan = await json<PlanResult>(['plan', '--root', below, '-n', NAMESPACE, '--date', DATE]);
    const { status, stdout } = await rotatePr([...OPEN, '--root', below]);

    expect(status, stdout).toBe(0);
    expect(await rotationBranches(world)).toEqual([`rotate/${NAMESPACE}`]);
    const [pull] = plan.pullRequests;
    expect(pull?.changes[0]?.file).toBe(`${resources(NAMESPACE)}/serviceaccount.tf`);
    await writeFile(join(world.folder, 'plan.diff'), pull?.diff ?? '');
    await world.runGit('apply', '--index', join(world.folder, 'plan.diff'));
    await world.runGit('fetch', '--quiet', 'origin');
    expect(await world.runGit('diff', '--cached', '--stat', `origin/rotate/${NAMESPACE}`)).toBe('');
  });
});

function remoteUrl(world: Stage['world']): string {
  return `${world.git.url}/${world.repository}.git`;
}
