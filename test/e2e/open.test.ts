import { appendFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { OpenResult } from '../../src/results/results.ts';
import { READ_TOKEN, WRITE_TOKEN } from '../github/world.ts';
import { DATE, listPulls, remoteDiff, rotationBranches, stage } from './harness.ts';

const NAMESPACE = 'allotment-register-prod';
const OPEN = ['open', '--namespace', NAMESPACE, '--date', DATE];
const RESOURCES = `namespaces/live.cloud-platform.service.justice.gov.uk/${NAMESPACE}/resources`;

/** The added and removed lines of a diff, without file names. */
function changedLines(diff: string): readonly string[] {
  return diff.split('\n').filter((line) => /^[+-](?!\+\+ |-- )/.test(line));
}

describe('rotate-pr open', () => {
  it('opens a pull request for the namespace, with the dates and nothing else', async () => {
    const { world, json, violations } = await stage();

    const result = await json<OpenResult>(OPEN);
    const pulls = await listPulls(world);
    const diff = await remoteDiff(world, `rotate/${NAMESPACE}`);

    expect(result.pullRequests).toMatchObject([
      { namespace: NAMESPACE, branch: `rotate/${NAMESPACE}`, number: 1, outcome: 'created' },
    ]);
    expect(pulls.map(({ number, branch, title }) => ({ number, branch, title }))).toEqual([
      { number: 1, branch: `rotate/${NAMESPACE}`, title: result.pullRequests[0]?.title },
    ]);
    expect(pulls[0]?.body).toMatch(/elasticache\.tf[\s\S]*2025-06-30[\s\S]*2026-11-23/);
    expect(pulls[0]?.body).toMatch(/rds\.tf[\s\S]*04-05-2025[\s\S]*23-11-2026/);
    expect(changedLines(diff)).toEqual([
      '-  auth_token_rotated_date = "2025-06-30"',
      '+  auth_token_rotated_date = "2026-11-23"',
      '-  db_password_rotated_date = "04-05-2025"',
      '+  db_password_rotated_date = "23-11-2026"',
      '-  serviceaccount_token_rotated_date = "20-03-2026"',
      '+  serviceaccount_token_rotated_date = "23-11-2026"',
    ]);
    expect(violations).toEqual([]);
  });

  it('keeps the clusters apart', async () => {
    const { world, json } = await stage();

    await json<OpenResult>(['open', '--namespace', 'allotment-register-dev', '--date', DATE]);

    expect(await rotationBranches(world)).toEqual([
      'rotate/allotment-register-dev',
      'rotate/live-2--allotment-register-dev',
    ]);
  });

  it('does nothing when it is run again', async () => {
    // teams that GitHub does not know are asked for once more by each run
    const teams = { allotments: 'collaborator', 'grounds-operations': 'collaborator' } as const;
    const { json, trafficOf, violations } = await stage({ teams });
    await json<OpenResult>(OPEN);
    let again: OpenResult | null = null;

    const traffic = await trafficOf(async () => {
      again = await json<OpenResult>(OPEN);
    });

    expect(again).toMatchObject({ pullRequests: [{ number: 1, outcome: 'unchanged' }] });
    expect(traffic).toMatchObject({ apiWrites: 0, pushes: 0 });
    expect(traffic.api).toBeGreaterThan(0);
    expect(violations).toEqual([]);
  });

  it('leaves the working tree, the index, the branch and the refs of the clone alone', async () => {
    const { world, rotatePr, fingerprint } = await stage();
    await world.runGit('switch', '--quiet', '--create', 'something-else');
    await appendFile(join(world.clone, 'README.md'), 'Staged.\n');
    await world.runGit('add', 'README.md');
    await appendFile(join(world.clone, 'README.md'), 'Not staged.\n');
    const before = await fingerprint();

    const { status } = await rotatePr(OPEN);

    expect(status).toBe(0);
    expect(await fingerprint()).toEqual(before);
  });

  it('reads what is committed on the base branch, whatever the working tree looks like', async () => {
    const { world, rotatePr } = await stage();
    await writeFile(join(world.clone, RESOURCES, 'rds.tf'), 'this is no Terraform');
    await rm(join(world.clone, RESOURCES, 'elasticache.tf'));

    const { status } = await rotatePr(OPEN);

    expect(status).toBe(0);
    expect(changedLines(await remoteDiff(world, `rotate/${NAMESPACE}`))).toHaveLength(6);
  });

  it('works in a shallow clone', async () => {
    const { world, rotatePr } = await stage();
    const shallow = join(world.folder, 'shallow');
    const url = `${world.git.url}/${world.repository}.git`;
    await world.runGit('clone', '--quiet', '--depth=1', url, shallow);

    const { status, stderr } = await rotatePr(OPEN, { cwd: shallow });

    expect(status, stderr).toBe(0);
    expect(await rotationBranches(world)).toEqual([`rotate/${NAMESPACE}`]);
  });

  it('says the token nowhere, and writes it nowhere', async () => {
    const { world, rotatePr } = await stage({ private: true });
    const encoded = Buffer.from(`x-access-token:${WRITE_TOKEN}`).toString('base64');

    const { stdout, stderr, status } = await rotatePr([...OPEN, '--verbose']);

    expect(status, stderr).toBe(0);
    expect(stdout + stderr).not.toContain(WRITE_TOKEN);
    expect(stdout + stderr).not.toContain(encoded);
    const { run } = await import('../../src/demo/run.ts');
    const found = await run('git', ['grep', '--no-index', '-rlF', '-e', WRITE_TOKEN, '-e', encoded, '.'], {
      cwd: world.folder,
    });
    expect(found.stdout).toBe('');
  });

  it.each([
    ['no token', { GITHUB_TOKEN: undefined }],
    ['a wrong token', { GITHUB_TOKEN: 'ghp_wrong' }],
    ['a token that may only read', { GITHUB_TOKEN: READ_TOKEN }],
  ])('cannot run with %s, and writes nothing', async (_, env) => {
    const { world, rotatePr } = await stage();

    const { status, stdout, stderr } = await rotatePr(OPEN, { env });

    expect(status).toBe(2);
    expect(stdout).toBe('');
    expect(stderr).toMatch(/token|push|permission/i);
    expect(await rotationBranches(world)).toEqual([]);
    expect(await listPulls(world)).toEqual([]);
  });
});
