/** Clones as people have them: without blobs, without trees, bare, without a checkout, sparse, shallow. */
import { existsSync, readdirSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { git } from '../../src/demo/run.ts';
import type { AuditResult, OpenResult, PlanResult } from '../../src/results/results.ts';
import { DATE, listPulls, type Stage, stage } from './harness.ts';
import { resources } from './land.ts';

const NAMESPACE = 'canal-permits-dev';

/** Another clone of the world's private remote, whose token no file has. */
async function cloneOf({ world }: Stage, flags: readonly string[]): Promise<string> {
  const folder = join(world.folder, 'another');
  const header = `Authorization: Basic ${Buffer.from(`x-access-token:${world.env['GITHUB_TOKEN']}`).toString('base64')}`;
  const url = `${world.git.url}/${world.repository}.git`;
  await git(
    world.folder,
    ['-c', `http.extraheader=${header}`, 'clone', '--quiet', ...flags, url, folder],
    world.env,
  );
  return folder;
}

/** How often objects were fetched: each is one POST behind its two of protocol version 2. */
function fetches({ world }: Stage): number {
  return world.git.log.filter(({ method, path, status }) => {
    return method === 'POST' && path.endsWith('/git-upload-pack') && status === 200;
  }).length;
}

const PARTIAL: readonly (readonly [string, readonly string[]])[] = [
  ['without blobs', ['--filter=blob:none', '--no-checkout']],
  ['without trees', ['--filter=tree:0', '--no-checkout']],
];

const OTHERS: readonly (readonly [string, readonly string[]])[] = [
  ['that is bare', ['--bare']],
  ['without a checkout', ['--no-checkout']],
  ['that is sparse', ['--sparse']],
  ['that is shallow', ['--depth=1']],
  ['that is bare, and without blobs', ['--bare', '--filter=blob:none']],
];

describe('a clone', () => {
  it.each([...PARTIAL, ...OTHERS])('%s gives what a full one gives', async (_name, flags) => {
    const on = await stage({ private: true });
    const cwd = await cloneOf(on, flags);
    const expected = await on.json<PlanResult>(['plan', '--all', '--date', DATE]);
    const audited = await on.json<AuditResult>(['audit', '--base', 'HEAD', '--date', DATE]);

    const plan = await on.json<PlanResult>(['plan', '--all', '--date', DATE], { cwd });
    const audit = await on.json<AuditResult>(['audit', '--base', 'HEAD', '--date', DATE], { cwd });
    const opened = await on.json<OpenResult>(['open', '-n', NAMESPACE, '--date', DATE], { cwd });
    const again = await on.json<OpenResult>(['open', '-n', NAMESPACE, '--date', DATE], { cwd });
    const status = await on.rotatePr(['status', '--date', DATE], { cwd });

    expect(plan.pullRequests.length).toBeGreaterThan(5);
    expect(plan).toEqual(expected);
    expect(audit).toEqual(audited);
    expect(opened.pullRequests.map(({ outcome }) => outcome)).toEqual(['created']);
    expect(again.pullRequests.map(({ outcome }) => outcome)).toEqual(['unchanged']);
    expect(await listPulls(on.world)).toHaveLength(1);
    expect(status.status, status.stderr).toBe(0);
  });

  it.each(PARTIAL)('%s fetches what it lacks all at once, and once', async (_name, flags) => {
    const on = await stage({ private: true });
    const cwd = await cloneOf(on, flags);
    const before = fetches(on);

    await on.json(['audit', '--base', 'HEAD', '--date', DATE], { cwd });
    const first = fetches(on);
    await on.json(['audit', '--base', 'HEAD', '--date', DATE], { cwd });

    // trees, the config file, and the files of all namespaces
    expect(first - before).toBeGreaterThan(0);
    expect(first - before).toBeLessThanOrEqual(4);
    expect(fetches(on)).toBe(first);
  });

  it('without blobs, whose remote cannot be reached, is an error that says so', async () => {
    const on = await stage({ private: true });
    const cwd = await cloneOf(on, ['--filter=blob:none', '--no-checkout']);
    on.world.git.intercept(() => ({ status: 500, body: 'out of order' }));

    const { status, stderr, stdout } = await on.rotatePr(['audit', '--base', 'HEAD', '--date', DATE], {
      cwd,
    });

    expect(status).toBe(2);
    expect(stdout).toBe('');
    expect(stderr).toContain('The requested URL returned error: 500');
    expect(stderr).not.toContain('promisor');
    expect(stderr).not.toContain('please report it');
  });

  it('without blobs is asked for no more than the selection needs, where the latest versions are known', async () => {
    const on = await stage({ private: true });
    const cwd = await cloneOf(on, ['--filter=blob:none', '--no-checkout']);
    const versions = join(on.world.folder, 'versions.json');
    const latest = { serviceaccount: '1.2.0', 'hmpps-template': '1.2.1' };
    writeFileSync(versions, JSON.stringify(latest));
    const known = ['--module-versions', versions];

    await on.json(['audit', '--base', 'HEAD', '-n', NAMESPACE, '--date', DATE, ...known], { cwd });

    const objects = await git(
      cwd,
      ['cat-file', '--batch-all-objects', '--batch-check=%(objecttype)'],
      on.world.env,
    );
    const blobs = objects.split('\n').filter((type) => type === 'blob').length;
    expect(blobs).toBeGreaterThan(0);
    expect(blobs).toBeLessThan(15);
  });

  it('of something else is refused, whatever is checked out', async () => {
    const on = await stage();
    const other = join(on.world.folder, 'something-else.git');
    await git(on.world.folder, ['init', '--quiet', '--bare', other], on.world.env);
    const tree = (await git(other, ['mktree'], on.world.env)).trim();
    const commit = (await git(other, ['commit-tree', tree, '-m', 'nothing'], on.world.env)).trim();
    await git(other, ['update-ref', 'HEAD', commit], on.world.env);

    const { status, stderr } = await on.rotatePr(['audit', '--base', 'HEAD'], { cwd: other });
    const worktree = await on.rotatePr(['audit'], { cwd: other });

    expect(status).toBe(2);
    expect(stderr).toContain('has no folder namespaces/');
    expect(worktree.status).toBe(2);
  });

  it('that is sparse says that it has a part, unless a commit is read', async () => {
    const on = await stage();
    await on.world.runGit('reset', '--quiet', '--hard');
    await on.world.runGit('sparse-checkout', 'set', resources(NAMESPACE));

    const part = await on.json<AuditResult>(['audit', '--date', DATE]);
    const whole = await on.json<AuditResult>(['audit', '--base', 'HEAD', '--date', DATE]);
    const shown = await on.rotatePr(['audit', '--date', DATE, '--fail-on', 'problems']);

    expect(part.problems.map(({ code }) => code)).toContain('sparse-checkout');
    expect(part.credentials.length).toBeLessThan(whole.credentials.length);
    expect(whole.problems.map(({ code }) => code)).not.toContain('sparse-checkout');
    expect(shown.status).toBe(1);
    expect(`${shown.stdout}${shown.stderr}`).toContain('the working tree is sparse');
  });

  it('in which a run was killed is rid of its pack by the next, and of nobody else’s', async () => {
    const on = await stage();
    const folder = join(on.world.clone, '.git/objects/pack');
    for (const name of ['tmp_pack_Ab12cD', 'tmp_idx_Ab12cD', 'tmp_pack_living', 'pack-1.keep']) {
      writeFileSync(join(folder, name), 'half a pack');
      const hours = name === 'tmp_pack_living' ? 0 : 2;
      const then = new Date(Date.now() - hours * 60 * 60_000);
      utimesSync(join(folder, name), then, then);
    }

    await on.json(['open', '-n', NAMESPACE, '--date', DATE]);

    expect(readdirSync(folder).filter((name) => name.startsWith('tmp_'))).toEqual(['tmp_pack_living']);
    expect(existsSync(join(folder, 'pack-1.keep'))).toBe(true);
  });
});
