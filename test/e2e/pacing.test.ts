import { describe, expect, it } from 'vitest';
import { processClock } from '../../src/cli/io.ts';
import type { OpenResult } from '../../src/results/results.ts';
import { DATE, type Stage, stage } from './harness.ts';
import { askGitHub, land } from './land.ts';
import { smallEstate } from './small-estate.ts';

/** Each an application of its own, with a name that sorts otherwise than its age. */
const ESTATE = [
  { name: 'a-young', date: '01-06-2026' },
  { name: 'b-old', date: '01-01-2025' },
  { name: 'c-never', date: null },
  { name: 'd-oldest', date: '01-01-2024' },
];

async function paced(now?: () => Date): Promise<Stage> {
  return stage({ estate: await smallEstate(ESTATE), ...(now === undefined ? {} : { now }) });
}

/** Runs until nothing is created any more, at most so often; gives what each run created. */
async function runs({ rotatePr }: Stage, args: readonly string[], times: number): Promise<string[][]> {
  const created: string[][] = [];
  for (let run = 0; run < times; run++) {
    const { status, stdout, stderr } = await rotatePr([
      'open',
      '--due',
      '--date',
      DATE,
      '--format',
      'json',
      ...args,
    ]);
    expect(status, stderr).toBe(0);
    const { pullRequests } = JSON.parse(stdout) as OpenResult;
    expect(pullRequests.every(({ outcome }) => outcome !== 'failed')).toBe(true);
    created.push(
      pullRequests.filter(({ outcome }) => outcome === 'created').map(({ namespace }) => namespace ?? ''),
    );
  }
  return created;
}

describe('rotate-pr open, a few at a time', () => {
  it('opens with --limit so many in a run, the oldest first, until all are open', async () => {
    expect(await runs(await paced(), ['--limit', '2'], 3)).toEqual([
      ['c-never', 'd-oldest'],
      ['b-old', 'a-young'],
      [],
    ]);
  });

  it('has with --max-open so many open, and goes on when one is merged', async () => {
    const on = await paced();

    const before = await runs(on, ['--max-open', '3'], 2);
    await askGitHub(on.world, 'PUT', '/pulls/1/merge', {});
    const after = await runs(on, ['--max-open', '3'], 1);

    expect(before).toEqual([['c-never', 'd-oldest', 'b-old'], []]);
    expect(after).toEqual([['a-young']]);
  });

  it('opens with --hourly-limit so many in an hour, those of other runs counted', async () => {
    let ago = 0;
    const on = await paced(() => new Date(Date.now() - ago));

    ago = 2 * 60 * 60 * 1000;
    const longAgo = await runs(on, ['--hourly-limit', '1'], 1);
    ago = 0;
    const now = await runs(on, ['--hourly-limit', '2'], 2);

    expect(longAgo).toEqual([['c-never']]);
    expect(now).toEqual([['d-oldest', 'b-old'], []]);
  });

  it('goes by the clock of GitHub for --hourly-limit, whatever that of this machine says', async () => {
    const on = await paced();
    const args = ['open', '--due', '--date', DATE, '--hourly-limit', '1'];
    const clock = { ...processClock, now: () => new Date(Date.now() + 3 * 60 * 60 * 1000) };
    await on.json<OpenResult>(args, { clock });

    const { pullRequests } = await on.json<OpenResult>(args, { clock });

    expect(pullRequests.filter(({ outcome }) => outcome === 'created')).toEqual([]);
  });

  it('says of each that waits why, and does not count what is open already', async () => {
    const on = await paced();
    await runs(on, ['--limit', '1'], 1);

    const { pullRequests } = await on.json<OpenResult>(['open', '--due', '--date', DATE, '--limit', '1']);

    expect(pullRequests.map(({ namespace, outcome }) => `${namespace} ${outcome}`).toSorted()).toEqual([
      'a-young deferred',
      'b-old deferred',
      'c-never unchanged',
      'd-oldest created',
    ]);
    expect(pullRequests.find(({ outcome }) => outcome === 'deferred')).toMatchObject({
      reason: 'It waits for its turn: this run opens at most 1.',
      changes: [{ to: '23-11-2026' }],
      title: expect.stringMatching(/Rotate/),
    });
  });

  it('gives the place of one that GitHub refuses to the next in turn, so that nothing starves behind it', async () => {
    const on = await paced();
    on.world.github.intercept((method, path, body) =>
      method === 'POST' && path.endsWith('/pulls') && JSON.stringify(body ?? '').includes('c-never')
        ? { status: 422, body: { message: 'Validation Failed', errors: [{ message: 'Nothing today' }] } }
        : null,
    );

    const { status, stdout } = await on.rotatePr([
      ...['open', '--due', '--date', DATE, '--format', 'json', '--limit', '1'],
    ]);

    const { pullRequests } = JSON.parse(stdout) as OpenResult;
    expect(pullRequests.map(({ namespace, outcome }) => `${namespace} ${outcome}`).toSorted()).toEqual([
      'a-young deferred',
      'b-old deferred',
      'c-never failed',
      'd-oldest created',
    ]);
    expect(status).toBe(1);
  });

  it('waits for nothing in an incident', async () => {
    const on = await paced();
    await land(on.world, { '.github/rotate-pr.yml': 'limit: 1\n' });

    const { pullRequests } = await on.json<OpenResult>([
      ...['open', '--all', '--date', DATE, '--incident', '--reason', 'A leak'],
    ]);

    expect(pullRequests.map(({ outcome }) => outcome)).toEqual(['created', 'created', 'created', 'created']);
  });
});
