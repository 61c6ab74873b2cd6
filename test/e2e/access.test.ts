import { describe, expect, it } from 'vitest';
import { git } from '../../src/demo/run.ts';
import type { OpenResult } from '../../src/results/results.ts';
import { FORK_TOKEN, READ_TOKEN, type WorldOptions } from '../github/world.ts';
import { DATE, listPulls, rotationBranches, type Stage, stage } from './harness.ts';
import { smallEstate } from './small-estate.ts';

const NAMES = ['brook-dev', 'orchard-dev'];
const BRANCHES = NAMES.map((name) => `rotate/${name}`);
const OPEN = ['open', '--all', '--date', DATE];
const WORKFLOW_TOKEN = 'ghs_demo0workflow0token0that0is0no0secret';

async function two(options: WorldOptions = {}): Promise<Stage> {
  return stage({ estate: await smallEstate(NAMES.map((name) => ({ name }))), ...options });
}

const outcomes = ({ pullRequests }: OpenResult) => pullRequests.map(({ outcome }) => outcome);

describe('rotate-pr open --sign', () => {
  it('has GitHub make each commit with one request, and leaves nothing else behind', async () => {
    const on = await two();

    const first = await on.json<OpenResult>([...OPEN, '--sign']);
    const asked = on.world.github.log.filter(({ requestBody }) =>
      /CommitOnBranch/.test(JSON.stringify(requestBody)),
    );
    const again = await on.json<OpenResult>([...OPEN, '--sign']);

    expect(outcomes(first)).toEqual(['created', 'created']);
    expect(outcomes(again)).toEqual(['unchanged', 'unchanged']);
    expect(asked).toHaveLength(2);
    expect(
      JSON.stringify(asked.map(({ responseBody }) => responseBody)).match(/"isValid":true/g),
    ).toHaveLength(2);
    expect(await rotationBranches(on.world)).toEqual(BRANCHES);
    const authors = await git(on.world.bare, ['log', '--format=%an %cn', 'main..rotate/brook-dev']);
    expect(authors.trim()).toBe('rotation-team GitHub');
    expect(on.violations).toEqual([]);
  });

  it('uses no commit that GitHub did not sign', async () => {
    const on = await two({ signs: false });

    const { status, stdout } = await on.rotatePr([...OPEN, '--sign', '--format', 'json']);

    expect(status).toBe(1);
    const { pullRequests } = JSON.parse(stdout) as OpenResult;
    expect(pullRequests).toMatchObject(
      NAMES.map(() => ({ outcome: 'failed', reason: expect.stringMatching(/did not sign/) })),
    );
    expect(await rotationBranches(on.world)).toEqual([]);
  });
});

describe('rotate-pr open --fork', () => {
  it('pushes to the fork of who may not push to the repository, and tends what it has opened', async () => {
    const on = await two({ fork: 'ada/environments' });
    const env = { GITHUB_TOKEN: FORK_TOKEN };

    const first = await on.json<OpenResult>([...OPEN, '--fork', '--no-request-review'], { env });
    const again = await on.json<OpenResult>([...OPEN, '--fork', 'ada', '--no-request-review'], { env });
    const later = await on.json<OpenResult>(
      ['open', '--all', '--date', '2026-12-24', '--fork', '--no-request-review'],
      { env },
    );

    expect([first, again, later].map(outcomes)).toEqual([
      ['created', 'created'],
      ['unchanged', 'unchanged'],
      ['updated', 'updated'],
    ]);
    expect(await rotationBranches(on.world)).toEqual([]);
    const inFork = await git(on.world.fork?.bare ?? '', [
      'branch',
      '--list',
      '--format=%(refname:short)',
      'rotate/*',
    ]);
    expect(inFork.trim().split('\n')).toEqual(BRANCHES);
    expect(await listPulls(on.world)).toHaveLength(2);
    expect(on.violations).toEqual([]);
  });

  it('opens them also when it may ask for no review and set no label', async () => {
    const on = await two({ fork: 'ada/environments', teams: { keepers: 'collaborator' } });
    const env = { GITHUB_TOKEN: FORK_TOKEN };

    const { status, stderr } = await on.rotatePr([...OPEN, '--fork', '--label', 'rotation'], { env });
    const again = await on.json<OpenResult>([...OPEN, '--fork', '--label', 'rotation'], { env });

    expect(status, stderr).toBe(0);
    expect(stderr).toMatch(/cannot be asked for reviews/);
    expect(outcomes(again)).toEqual(['unchanged', 'unchanged']);
  });

  it('refuses what is no fork of the repository', async () => {
    const on = await two();

    expect(await on.rotatePr([...OPEN, '--fork', 'nobody'])).toMatchObject({ status: 2, stdout: '' });
  });
});

describe('rotate-pr open, before it writes anything', () => {
  it('warns that the checks of a workflow’s own token wait for an approval', async () => {
    const on = await two({ tokens: { [WORKFLOW_TOKEN]: { login: 'github-actions[bot]', write: true } } });

    const { status, stderr } = await on.rotatePr(OPEN, { env: { GITHUB_ACTIONS: 'true' } });

    expect(status, stderr).toBe(0);
    expect(stderr).toMatch(/the workflow's own token: checks .* approves them/);
    expect(await rotationBranches(on.world)).toEqual(BRANCHES);
    expect(on.violations).toEqual([]);
  });

  it('sees that a remote is not the repository that it is said to be', async () => {
    const on = await two();
    const other = `${on.world.folder}/other.git`;
    await git(on.world.folder, ['clone', '--quiet', '--bare', on.world.bare, other], on.world.env);
    const args = ['commit-tree', 'main^{tree}', '-p', 'main', '-m', 'Elsewhere'];
    const sha = (await git(other, args, on.world.env)).trim();
    await git(other, ['update-ref', 'refs/heads/main', sha]);
    await on.world.runGit('remote', 'set-url', 'origin', other);

    const { status, stderr } = await on.rotatePr(OPEN);

    expect(status).toBe(2);
    expect(stderr).toMatch(/is not example-org\/environments: .* Set GITHUB_REPOSITORY/);
    expect(await git(other, ['branch', '--list', 'rotate/*'])).toBe('');
    expect(on.world.github.log.filter(({ method }) => method !== 'GET')).toEqual([]);
  });

  it('says to a token that may only read what it lacks, and what goes without', async () => {
    const on = await two();

    const { status, stderr } = await on.rotatePr(OPEN, { env: { GITHUB_TOKEN: READ_TOKEN } });

    expect(status).toBe(2);
    expect(stderr).toMatch(/may not push to example-org\/environments.*--fork/);
    expect(await rotationBranches(on.world)).toEqual([]);
  });
});
