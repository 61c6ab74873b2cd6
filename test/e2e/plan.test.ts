import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { OpenResult, PlanResult } from '../../src/results/results.ts';
import { DATE, listPulls, sharedStage, stage } from './harness.ts';
import { resources } from './land.ts';

const NAMESPACE = 'allotment-register-prod';
const PLAN = ['plan', '-n', NAMESPACE, '--date', DATE];

describe('rotate-pr plan', () => {
  const shared = sharedStage();

  it('says planned where there is no token, and that it could not ask', async () => {
    const { world, rotatePr } = shared();

    const env = { ...world.env, GITHUB_TOKEN: '', GH_TOKEN: '', PATH: '/usr/bin:/bin' };
    const { status, stdout, stderr } = await rotatePr([...PLAN, '--format', 'json'], { env });

    const { pullRequests } = JSON.parse(stdout) as PlanResult;
    expect(status, stderr).toBe(0);
    expect(pullRequests).toMatchObject([{ outcome: 'planned', reason: null, number: null }]);
    expect(stderr).toContain('Which pull requests are open is not known');
  });

  it.each([
    ['plan', []],
    ['open', ['--dry-run']],
  ])('%s says planned where GitHub does not answer', async (command, flags) => {
    const on = await stage();
    on.world.github.intercept((_, path) =>
      path.includes('/pulls') || path.includes('/graphql') || path.includes('/issues')
        ? { status: 502, body: { message: 'Bad gateway' } }
        : null,
    );

    const { pullRequests } = await on.json<OpenResult>([
      ...[command, ...flags, '--namespace', NAMESPACE, '--date', DATE, '--max-open', '3'],
    ]);

    expect(pullRequests).toMatchObject([{ outcome: 'planned' }]);
  });

  it('gives the document of the contract', async () => {
    const { world, json } = shared();

    const plan = await json<PlanResult>(PLAN);

    const [pull] = plan.pullRequests;
    expect(plan).toEqual({
      schemaVersion: 1,
      date: DATE,
      base: (await world.runGit('rev-parse', `origin/${world.defaultBranch}`)).trim(),
      pullRequests: [
        {
          namespace: NAMESPACE,
          cluster: 'live.cloud-platform.service.justice.gov.uk',
          branch: `rotate/${NAMESPACE}`,
          title: expect.stringContaining(NAMESPACE),
          url: null,
          number: null,
          outcome: 'created',
          reason: 'There was no pull request for it.',
          changes: expect.any(Array),
          body: expect.stringContaining('23-11-2026'),
          diff: expect.stringContaining('+  db_password_rotated_date = "23-11-2026"'),
        },
      ],
      skipped: [
        { id: `${NAMESPACE}/rds.tf#rds_replica`, code: 'read-replica', message: expect.any(String) },
        {
          id: `${NAMESPACE}/rds.tf#rds_reporting_replica`,
          code: 'read-replica',
          message: expect.any(String),
        },
      ],
      problems: [],
    });
    expect(pull?.changes).toContainEqual({
      id: `${NAMESPACE}/elasticache.tf#redis`,
      cluster: 'live.cloud-platform.service.justice.gov.uk',
      namespace: NAMESPACE,
      file: `${resources(NAMESPACE)}/elasticache.tf`,
      line: 8,
      kind: 'elasticache',
      module: 'redis',
      variable: 'auth_token_rotated_date',
      action: 'update',
      from: '2025-06-30',
      to: '2026-11-23',
    });
  });

  it('says whether a date is replaced, inserted or uncommented', async () => {
    const plan = await shared().json<PlanResult>(['plan', '--all', '--date', DATE]);

    const changes = plan.pullRequests.flatMap((pull) => pull.changes);
    const action = (id: string) => changes.find((change) => change.id === id)?.action;
    expect(action(`${NAMESPACE}/rds.tf#rds`)).toBe('update');
    expect(action('live-2--mill-race-dev/elasticache.tf#redis')).toBe('insert');
    expect(action('allotment-register-dev/rds.tf#rds')).toBe('uncomment');
    expect(changes.filter((change) => change.from === null).map((change) => change.action)).not.toContain(
      'update',
    );
  });

  it('writes nothing, neither here nor there', async () => {
    const { trafficOf, json, fingerprint, world } = shared();
    const before = await fingerprint();

    const traffic = await trafficOf(() => json<PlanResult>(PLAN));

    expect(traffic).toMatchObject({ apiWrites: 0, pushes: 0 });
    expect(await fingerprint()).toEqual(before);
    expect(await listPulls(world)).toEqual([]);
  });

  it('needs no token', async () => {
    const { status, stdout } = await shared().rotatePr(PLAN, { env: { GITHUB_TOKEN: undefined } });

    expect(status).toBe(0);
    expect(stdout).toContain('+  db_password_rotated_date = "23-11-2026"');
  });

  it.each(['mian', 'refs/heads/mian'])(
    'names the nearest of the branches when there is no %s',
    async (base) => {
      const { status, stdout, stderr } = await shared().rotatePr([...PLAN, '--base', base]);

      expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
      expect(stderr).toMatch(/no branch "mian".*main/);
    },
  );

  it('shows everything on a bigger plan with --verbose, and the diffs alone without', async () => {
    const few = await shared().rotatePr(['plan', '-n', 'canal-*', '--date', DATE]);
    const all = await shared().rotatePr(['plan', '-n', 'canal-*', '--date', DATE, '--verbose']);

    expect(few.stdout).not.toContain('## What rotates');
    expect(all.stdout.match(/## What rotates/g)).toHaveLength(2);
  });
});

it('gives diffs that apply with git and are what open pushes, whatever the files look like', async () => {
  const { world, json } = await stage();
  const namespaces = [
    NAMESPACE,
    // CRLF, RFC 3339 and a one-digit day
    'canal-permits-prod',
    // no final newline
    'eel-counter-prod',
    // a one-space indent, and = without blanks
    'beekeeping-licence-dev',
    // dates in locals and variables of another file
    'granary-stock-prod',
  ];
  const selection = [...namespaces.flatMap((namespace) => ['-n', namespace]), '--date', DATE];

  const plan = await json<PlanResult>(['plan', ...selection]);
  const opened = await json<OpenResult>(['open', ...selection]);

  expect(plan.pullRequests.map(({ namespace }) => namespace).toSorted()).toEqual(namespaces.toSorted());
  const pulls = await listPulls(world);
  await world.runGit('fetch', '--quiet', 'origin');
  // the index of a clone that was copied knows other times of its files
  await world.runGit('reset', '--quiet', '--hard');
  for (const planned of plan.pullRequests) {
    await writeFile(join(world.folder, 'plan.diff'), planned.diff);
    await world.runGit('apply', '--index', join(world.folder, 'plan.diff'));
    expect(await world.runGit('diff', '--cached', '--stat', `origin/${planned.branch}`)).toBe('');
    await world.runGit('reset', '--quiet', '--hard');
    const pull = pulls.find(({ branch }) => branch === planned.branch);
    expect(pull?.title).toBe(planned.title);
    // between the marks of our part
    expect(pull?.body).toContain(planned.body.trim());
    const result = opened.pullRequests.find(({ branch }) => branch === planned.branch);
    expect(result?.changes).toEqual(planned.changes);
  }
});

it('plans from what was fetched last when the remote cannot be reached, and says so', async () => {
  const { world, rotatePr } = await stage();
  await world.runGit('remote', 'set-head', 'origin', world.defaultBranch);
  await world.runGit('checkout', '--quiet', '-b', 'mine');
  await world.runGit('commit', '--quiet', '--allow-empty', '--message', 'Mine alone');
  const fetched = (await world.runGit('rev-parse', `origin/${world.defaultBranch}`)).trim();
  await world.git.close();

  const { status, stdout, stderr } = await rotatePr([...PLAN, '--format', 'json']);
  const open = await rotatePr(['open', '-n', NAMESPACE]);

  expect(status).toBe(0);
  expect((JSON.parse(stdout) as PlanResult).base).toBe(fetched);
  expect(stderr).toContain(`Planned from refs/remotes/origin/HEAD (${fetched.slice(0, 10)})`);
  expect(open).toMatchObject({ status: 2, stdout: '' });
});
