import { spawn } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { cleanEnvironment } from '../../src/demo/run.ts';
import type { OpenResult } from '../../src/results/results.ts';
import type { Fault } from '../github/server/faults.ts';
import { CLI } from './command-line.ts';
import { addedLines, endStateOf } from './end-state.ts';
import { DATE, type Stage, stage } from './harness.ts';
import { openAt } from './in-process.ts';
import { land, serviceAccount } from './land.ts';
import { smallEstate, tokenFile } from './small-estate.ts';

const NAMES = ['brook-dev', 'orchard-dev'];
const OPEN = [
  'open',
  '--all',
  '--date',
  DATE,
  '--label',
  'rotation',
  '--reviewer',
  'onlooker',
  '--no-request-review',
];

/** The same for the runs before and after, which nobody kills. */
const settings = { labels: ['rotation'], reviewers: ['onlooker'], requestReview: false };

/**
 * Runs the program and kills it as its write number `index` arrives.
 *
 * @param fault whether that write is still carried out
 * @returns false when it made fewer writes, and so came to its end
 */
async function killAt({ world }: Stage, index: number, fault: Fault | null): Promise<boolean> {
  let writes = 0;
  const child = spawn(process.execPath, [CLI, ...OPEN], {
    cwd: world.clone,
    env: { ...cleanEnvironment(), ...world.env },
    stdio: 'ignore',
  });
  const ended = new Promise<NodeJS.Signals | null>((resolve) =>
    child.on('close', (_, signal) => resolve(signal)),
  );
  const meet = (isWrite: boolean) => {
    if (!isWrite || writes++ !== index) return null;
    child.kill('SIGKILL');
    return fault;
  };
  world.github.intercept((method) => meet(method !== 'GET'));
  world.git.intercept((method, path) => meet(method === 'POST' && path.endsWith('/git-receive-pack')));
  const signal = await ended;
  // git lives on for a moment without the program that started it
  await new Promise((resolve) => setTimeout(resolve, 200));
  world.github.intercept(null);
  world.git.intercept(null);
  return signal === 'SIGKILL';
}

/** One right pull request for what is to be rotated, none for what a person rotated, and nothing left to do. */
async function expectWhole(on: Stage): Promise<void> {
  const open = await endStateOf(on.world, 'rotate/orchard-dev');
  const made = await endStateOf(on.world, 'rotate/hedge-prod');
  const closed = await endStateOf(on.world, 'rotate/brook-dev');
  expect(open.pulls).toMatchObject([{ state: 'open', comments: [], marker: { head: open.sha } }]);
  expect(made.pulls).toMatchObject([
    {
      state: 'open',
      comments: [],
      labels: ['rotation'],
      reviewers: ['onlooker'],
      marker: { head: made.sha },
    },
  ]);
  expect(made.pulls[0]?.marker).not.toHaveProperty('undressed');
  expect(closed).toMatchObject({
    sha: null,
    pulls: [{ state: 'closed', comments: [expect.stringMatching(/rotated/)] }],
  });
  for (const name of ['orchard-dev', 'hedge-prod']) {
    expect(await addedLines(on.world, `rotate/${name}`)).toEqual([
      '  serviceaccount_token_rotated_date = "23-11-2026"',
    ]);
  }
  const traffic = await on.trafficOf(async () => {
    const { pullRequests } = await openAt(on.world, { now: new Date(), date: DATE, settings });
    expect(new Set(pullRequests.map(({ outcome }) => outcome))).toEqual(new Set(['unchanged']));
  });
  expect(traffic).toMatchObject({ apiWrites: 0, pushes: 0 });
}

/** One pull request to be made, one to be renewed and one to be closed. */
async function scene(): Promise<Stage> {
  const on = await stage({ estate: await smallEstate([...NAMES, 'hedge-prod'].map((name) => ({ name }))) });
  await openAt(on.world, {
    now: new Date(),
    date: '2026-11-02',
    selection: { namespaces: ['*-dev'] },
    settings: { requestReview: false },
  });
  await land(on.world, { [tokenFile('brook-dev')]: serviceAccount('token', DATE) });
  return on;
}

describe.skipIf(process.platform === 'win32')(
  'a run that is killed at a write is finished by the next one',
  () => {
    /** A push, an update, a creation, a review, a label, its dress, a comment, a closing, a deletion. */
    const WRITES = 11;

    it.each(
      Array.from({ length: WRITES }, (_, index) => index).flatMap((index) => [
        [index, 'before it is carried out', { fault: 'cut' } as const] as const,
        [index, 'after it was carried out', null] as const,
      ]),
    )('write %i, %s', async (index, _, fault) => {
      const on = await scene();

      expect(await killAt(on, index, fault)).toBe(true);
      const { pullRequests } = await on.json<OpenResult>(OPEN);

      expect(pullRequests.filter(({ outcome }) => outcome === 'failed')).toEqual([]);
      await expectWhole(on);
    });

    it('and there are no more writes than these', async () => {
      const on = await scene();

      expect(await killAt(on, WRITES, null)).toBe(false);
      await expectWhole(on);
    });
  },
);
