import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { describe, expect, it } from 'vitest';
import { cleanEnvironment } from '../../src/demo/run.ts';
import type { OpenResult } from '../../src/results/results.ts';
import { CLI } from './command-line.ts';
import { DATE, listPulls, rotationBranches, type Stage, stage } from './harness.ts';

/** All of the sample: what GitHub refused is asked for once more by each run. */
const TEAMS = Object.fromEntries(
  [
    'allotments',
    'apiary',
    'coast-guides',
    'dovecotes',
    'ferries',
    'granary',
    'grounds-operations',
    'hedgerows',
    'millers',
    'river-watch',
    'waterways',
  ].map((team) => [team, 'collaborator' as const]),
);

const OPEN = ['open', '-n', 'canal-*', '--date', DATE, '--verbose'];
const BRANCHES = ['rotate/canal-permits-dev', 'rotate/canal-permits-prod'];

/** Starts the program and kills it when it has said a line on stderr that matches. */
async function killAt({ world }: Stage, line: RegExp): Promise<NodeJS.Signals | null> {
  const child = spawn(process.execPath, [CLI, ...OPEN], {
    cwd: world.clone,
    env: { ...cleanEnvironment(), ...world.env },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  createInterface({ input: child.stderr }).on('line', (said) => {
    if (line.test(said)) child.kill('SIGKILL');
  });
  return new Promise((resolve) => child.on('close', (_, signal) => resolve(signal)));
}

/** One pull request with one branch for each namespace, and a run more that changes nothing. */
async function expectFinished({ world, json, trafficOf }: Stage): Promise<void> {
  expect((await listPulls(world)).map(({ branch }) => branch).toSorted()).toEqual(BRANCHES);
  expect(await rotationBranches(world)).toEqual(BRANCHES);
  const traffic = await trafficOf(async () => {
    const again = await json<OpenResult>(OPEN);
    expect(again.pullRequests.map(({ outcome }) => outcome)).toEqual(BRANCHES.map(() => 'unchanged'));
  });
  expect(traffic).toMatchObject({ apiWrites: 0, pushes: 0 });
}

describe.skipIf(process.platform === 'win32')('a run that is killed is finished by the next one', () => {
  it.each([
    ['before anything is pushed', /^building commits/],
    ['while branches are pushed', /^pushing branches: 0/],
    ['after the push, before any pull request', /^pushing branches: 2/],
    ['after the first pull request', /^pull requests: 1 of 2/],
  ])('%s', async (_, line) => {
    const on = await stage({ teams: TEAMS });

    expect(await killAt(on, line)).toBe('SIGKILL');
    const next = await on.json<OpenResult>(OPEN);

    expect(new Set(next.pullRequests.map(({ outcome }) => outcome))).not.toContain('failed');
    await expectFinished(on);
    expect(on.violations).toEqual([]);
  });
});

it('two runs at once open each pull request once', async () => {
  const on = await stage({ teams: TEAMS });

  const [one, other] = await Promise.all([on.rotatePr(OPEN), on.rotatePr(OPEN)]);

  expect([one.status, other.status].every((status) => status === 0 || status === 1)).toBe(true);
  expect(one.stderr + other.stderr).not.toMatch(/\n\s+at /);
  await on.rotatePr(OPEN);
  await expectFinished(on);
});
