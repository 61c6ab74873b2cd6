import { describe, expect, it } from 'vitest';
import type { OpenResult } from '../../src/results/results.ts';
import { aWorld } from '../github/servers.ts';
import type { World } from '../github/world.ts';
import { type Night, openAt } from './in-process.ts';
import { askGitHub } from './land.ts';
import { type SmallNamespace, smallEstate } from './small-estate.ts';

const orchard = { application: 'Orchard' };
const NAMESPACES: readonly SmallNamespace[] = [
  { name: 'brook-prod', application: 'Brook', production: true },
  { name: 'orchard-dev', ...orchard },
  { name: 'orchard-prod', ...orchard, production: true },
  { name: 'orchard-test', ...orchard, date: '21-03-2026' },
];

interface Calendar {
  readonly world: World;
  /** Runs at ten o'clock of a day, on GitHub's clock as on the program's. */
  night(day: string, given?: Partial<Night>): Promise<OpenResult>;
}

async function calendar(namespaces = NAMESPACES): Promise<Calendar> {
  let now = new Date('2026-11-23T10:00:00Z');
  const world = await aWorld({ estate: await smallEstate(namespaces), now: () => now });
  return {
    world,
    night(day, given) {
      now = new Date(`${day}T10:00:00Z`);
      return openAt(world, { now, selection: { due: true }, settings: {}, ...given });
    },
  };
}

function named({ pullRequests }: OpenResult, outcome: string): readonly string[] {
  return pullRequests.filter((one) => one.outcome === outcome).map(({ namespace }) => namespace ?? '');
}

function reasonOf({ pullRequests }: OpenResult, namespace: string): string | null | undefined {
  return pullRequests.find((one) => one.namespace === namespace)?.reason;
}

describe('rotate-pr open --due, night after night', () => {
  it('rotates one environment of an application a day, the oldest first and production last', async () => {
    const { world, night } = await calendar();

    const first = await night('2026-11-23');
    const again = await night('2026-11-23');
    const second = await night('2026-11-24');
    const third = await night('2026-11-25');
    for (const number of [1, 2, 3]) await askGitHub(world, 'PUT', `/pulls/${number}/merge`, {});
    const sameDay = await night('2026-11-25');
    const fourth = await night('2026-11-26');

    expect(named(first, 'created')).toEqual(['brook-prod', 'orchard-dev']);
    expect(named(first, 'deferred')).toEqual(['orchard-test', 'orchard-prod']);
    expect(reasonOf(first, 'orchard-prod')).toBe(
      'orchard-dev of its application comes first, on another day.',
    );
    expect(named(again, 'created')).toEqual([]);
    expect(reasonOf(again, 'orchard-test')).toMatch(/orchard-dev, was begun today/);
    expect(named(second, 'created')).toEqual(['orchard-test']);
    expect(named(third, 'created')).toEqual([]);
    expect(reasonOf(third, 'orchard-prod')).toMatch(/the pull request of orchard-\w+ is still open/);
    // what was merged on a day counts for that day: production waits until the next
    expect(named(sameDay, 'created')).toEqual([]);
    expect(named(fourth, 'created')).toEqual(['orchard-prod']);
    expect(named(fourth, 'deferred')).toEqual([]);
  });

  it('waits a week for pull requests that nobody merges, then rotates production all the same', async () => {
    const { night } = await calendar();
    await night('2026-11-23');
    await night('2026-11-24');

    const lastDay = await night('2026-11-30');
    const weekLater = await night('2026-12-01');

    expect(named(lastDay, 'created')).toEqual([]);
    expect(named(weekLater, 'created')).toEqual(['orchard-prod']);
  });

  it('knows of environments that it was not asked about', async () => {
    const { night } = await calendar();
    await night('2026-11-23', { selection: { due: true, production: false } });

    const sameDay = await night('2026-11-23', { selection: { due: true, production: true } });
    const nextDay = await night('2026-11-24', { selection: { due: true, production: true } });

    expect(named(sameDay, 'created')).toEqual(['brook-prod']);
    expect(reasonOf(sameDay, 'orchard-prod')).toMatch(/orchard-dev, was begun today/);
    expect(reasonOf(nextDay, 'orchard-prod')).toMatch(/the pull request of orchard-dev is still open/);
  });

  it('goes on with what it has begun that day', async () => {
    const { world, night } = await calendar();
    await night('2026-11-23');
    await askGitHub(world, 'POST', '/issues/2/labels', { labels: ['stale'] });
    await askGitHub(world, 'PATCH', '/pulls/2', { state: 'closed' });

    const again = await night('2026-11-23');

    expect(named(again, 'created')).toEqual(['orchard-dev']);
  });

  it('rotates nothing of an application of which a person rotated something that day', async () => {
    const { night } = await calendar(
      NAMESPACES.map((one) => (one.name === 'orchard-dev' ? { ...one, date: '23-11-2026' } : one)),
    );

    const { pullRequests } = await night('2026-11-23');

    expect(pullRequests.map(({ namespace, outcome }) => `${namespace} ${outcome}`)).toEqual([
      'brook-prod created',
      'orchard-test deferred',
      'orchard-prod deferred',
    ]);
  });

  it.each([
    ['with --together', { settings: { stagger: null } }],
    ['when the namespaces are named', { selection: { due: true, namespaces: ['*-*'] } }],
  ])('rotates all of them at once %s', async (_, given) => {
    const { night } = await calendar();

    const all = await night('2026-11-23', given);

    expect(named(all, 'created')).toHaveLength(4);
    expect(named(all, 'deferred')).toEqual([]);
  });
});
