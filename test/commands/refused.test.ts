/** Of the environments of one application: what people refused, and what cannot be opened, holds the later ones. */
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { git } from '../../src/demo/run.ts';
import type { OpenResult } from '../../src/results/results.ts';
import { askGitHub, land, serviceAccount } from '../e2e/land.ts';
import { type SmallNamespace, smallEstate, tokenFile } from '../e2e/small-estate.ts';
import { aTendedWorld, requestOf, type TendedWorld } from './tended-world.ts';

const orchard = { application: 'Orchard' };
const NAMESPACES = [
  { name: 'orchard-dev', ...orchard, team: 'keepers' },
  { name: 'orchard-prod', ...orchard, production: true, date: '01-01-2026', team: 'wardens' },
];
const WITH_TEST = [...NAMESPACES, { name: 'orchard-test', ...orchard, date: '21-03-2026' }];

async function anApplication(namespaces: readonly SmallNamespace[] = NAMESPACES): Promise<TendedWorld> {
  return aTendedWorld({ estate: await smallEstate(namespaces) });
}

const outcomes = ({ pullRequests }: OpenResult) =>
  Object.fromEntries(pullRequests.map(({ namespace, outcome }) => [namespace, outcome]));
const reasonOf = ({ pullRequests }: OpenResult, name: string) =>
  pullRequests.find(({ namespace }) => namespace === name)?.reason;
const close = ({ world }: TendedWorld, number: number) =>
  askGitHub(world, 'PATCH', `/pulls/${number}`, { state: 'closed' });

describe('a pull request that a person closed', () => {
  it('holds the later environments of its application, and status says who waits for what', async () => {
    const tended = await anApplication(WITH_TEST);
    const { open, status, pass } = tended;
    await open({ due: true });
    await close(tended, 1);
    pass(1);

    const foretold = await status();
    const next = await open({ due: true });
    pass(20);
    const later = await open({ due: true });

    const held = { 'orchard-dev': 'left-alone', 'orchard-test': 'deferred', 'orchard-prod': 'deferred' };
    expect([outcomes(next), outcomes(later)]).toEqual([held, held]);
    const why =
      'A person closed the pull request of orchard-dev, another environment of its application: it waits until 2027-02-22, or until orchard-dev is opened by its name.';
    expect(reasonOf(next, 'orchard-test')).toBe(why);
    for (const name of ['orchard-test', 'orchard-prod']) {
      expect(requestOf(foretold, name)).toMatchObject({ next: 'nothing', code: 'refused', reason: why });
    }
  });

  it.each<[string, (tended: TendedWorld) => Promise<unknown>]>([
    ['its namespace is asked for by name', ({ open }) => open({ namespaces: ['orchard-dev'] })],
    ['its due date comes again', async ({ pass }) => pass(91)],
    [
      'a person rotates it',
      ({ world }) => land(world, { [tokenFile('orchard-dev')]: serviceAccount('token', '23-11-2026') }),
    ],
  ])('holds them until %s', async (_, settle) => {
    const tended = await anApplication();
    const { open, pass } = tended;
    await open({ due: true });
    await close(tended, 1);
    await settle(tended);
    // an open pull request of the other environment is waited for a week
    pass(1);
    await open({ due: true });
    pass(9);

    expect(outcomes(await open({ due: true }))['orchard-prod']).toMatch(/^(?:created|unchanged)$/);
  });

  it('holds what a run over a part of the environments selects', async () => {
    const tended = await anApplication();
    const { open, pass } = tended;
    await open({ due: true });
    await close(tended, 1);
    pass(3);

    expect(outcomes(await open({ due: true, production: true }))).toEqual({ 'orchard-prod': 'deferred' });
    expect(outcomes(await open({ due: true, teams: ['wardens'] }))).toEqual({ 'orchard-prod': 'deferred' });
    // by its name it goes
    expect(outcomes(await open({ due: true, namespaces: ['orchard-prod'] }))).toEqual({
      'orchard-prod': 'created',
    });
  });

  it('of production holds nothing that comes before it', async () => {
    const tended = await anApplication();
    const { open, pass } = tended;
    await open({ due: true, namespaces: ['orchard-prod'] });
    await close(tended, 1);
    pass(1);

    expect(outcomes(await open({ due: true }))).toEqual({
      'orchard-dev': 'created',
      'orchard-prod': 'left-alone',
    });
  });

  it('by a bot is no refusal', async () => {
    const tended = await anApplication();
    await tended.open({ due: true });
    await askGitHub(tended.world, 'POST', '/issues/1/labels', { labels: ['stale'] });
    await close(tended, 1);
    tended.pass(1);

    expect(outcomes(await tended.open({ due: true }))['orchard-dev']).toBe('created');
  });
});

describe('an environment that cannot be opened', () => {
  /** Somebody's branch with the name of the namespace's, as it was pushed on a day. */
  async function occupy({ world }: TendedWorld, day: string): Promise<void> {
    const env = { ...world.env, GIT_AUTHOR_DATE: `${day}T10:00:00Z`, GIT_COMMITTER_DATE: `${day}T10:00:00Z` };
    const { bare, defaultBranch } = world;
    const args = ['commit-tree', `${defaultBranch}^{tree}`, '-p', defaultBranch, '-m', 'Mine'];
    const sha = (await git(bare, args, env)).trim();
    await git(bare, ['update-ref', 'refs/heads/rotate/orchard-dev', sha]);
  }

  it('holds production for as long as the config says, and is named when it is passed by', async () => {
    const tended = await anApplication();
    const { world, open, status, pass, said } = tended;
    await land(world, { '.github/rotate-pr.yml': 'stagger: { holdProductionDays: 4 }\n' });
    await occupy(tended, '2026-11-23');

    const nights: unknown[] = [];
    for (let day = 23; day < 27; day++) {
      const before = requestOf(await status(), 'orchard-prod');
      const run = await open({ due: true });
      nights.push([before.code, outcomes(run)]);
      expect(reasonOf(run, 'orchard-prod')).toBe(
        'The pull request of orchard-dev, another environment of its application, cannot be opened: it waits until 2026-11-27.',
      );
      pass(1);
    }
    expect(nights).toEqual(
      Array(4).fill(['stuck', { 'orchard-dev': 'left-alone', 'orchard-prod': 'deferred' }]),
    );
    const words =
      'orchard-prod no longer waits for orchard-dev of its application, whose pull request cannot be opened.';
    expect(requestOf(await status(), 'orchard-prod')).toMatchObject({
      next: 'create',
      reason: `The next run opens it. ${words}`,
    });
    const last = await open({ due: true });

    expect(outcomes(last)).toEqual({ 'orchard-dev': 'left-alone', 'orchard-prod': 'created' });
    expect(said).toContain(words);
  });

  it.each([
    ['whose pull request GitHub refuses', { holdsDays: 7 }],
    ['whose branch the remote refuses', { holdsDays: 0 }],
  ])('%s holds production no longer than that', async (which, { holdsDays }) => {
    const tended = await anApplication();
    const { world, open, pass, said } = tended;
    const isDev = (body: unknown) => JSON.stringify(body ?? '').includes('rotate/orchard-dev');
    if (which.includes('branch')) {
      const hook = '#!/bin/sh\n[ "$1" != refs/heads/rotate/orchard-dev ]\n';
      await mkdir(join(world.bare, 'hooks'), { recursive: true });
      await writeFile(join(world.bare, 'hooks', 'update'), hook, { mode: 0o755 });
    } else {
      world.github.intercept((method, path, body) =>
        method === 'POST' && /\/pulls$/.test(path) && isDev(body)
          ? { status: 422, body: { message: 'Validation Failed', errors: [{ message: 'Never.' }] } }
          : null,
      );
    }

    const nights: unknown[] = [];
    for (let day = 0; day <= holdsDays; day++) {
      nights.push(outcomes(await open({ due: true }))['orchard-prod']);
      pass(1);
    }

    expect(nights).toEqual([...Array(holdsDays).fill('deferred'), 'created']);
    expect(said.filter((line) => /no longer waits for orchard-dev/.test(line))).toHaveLength(1);
  });
});
