import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { STATES_WORST_FIRST } from '../../../src/report/format.ts';
import { BANDS } from '../../../src/report/html/bands.ts';
import { pack } from '../../../src/report/html/data.ts';
import { sift } from '../../../src/report/html/page/filter.ts';
import { ordered } from '../../../src/report/html/page/order.ts';
import { readRows } from '../../../src/report/html/page/rows.ts';
import { tally } from '../../../src/report/html/page/tally.ts';
import {
  isNarrowed,
  PRODUCTIONS,
  readView,
  SORTS,
  type View,
  WHOLE,
  writeView,
} from '../../../src/report/html/page/view.ts';
import { CREDENTIALS, credential, LIVE_2 } from '../credentials.ts';
import { auditPage } from './page.ts';

describe('the address of a view', () => {
  const text = fc.string({ unit: 'grapheme' });
  const view: fc.Arbitrary<View> = fc.record({
    q: text,
    team: text,
    namespace: text,
    cluster: text,
    production: fc.subarray([...PRODUCTIONS]),
    state: fc.subarray([...STATES_WORST_FIRST]),
    kind: fc.subarray(['serviceaccount', 'rds', 'elasticache', 'hmpps-template']),
    age: fc.subarray([...BANDS]),
    sort: fc.constantFrom(...SORTS),
    id: text,
  });

  it('gives the view back', () => {
    fc.assert(
      fc.property(view, (given) => {
        expect(readView(writeView(given))).toEqual(given);
      }),
    );
  });

  it('never ends in # alone, at which a browser would scroll to the top', () => {
    expect(writeView(WHOLE)).toBe('#all');
    expect(readView('#all')).toEqual(WHOLE);
    expect(isNarrowed(readView('#all'))).toBe(false);
  });

  it('can be written by hand', () => {
    expect(readView('#team=move a prisoner&state=due,never,nonsense&sort=-age')).toEqual({
      ...WHOLE,
      team: 'move a prisoner',
      state: ['never', 'due'],
    });
  });

  it('is readable', () => {
    const id = 'mill-dev/rds.tf#rds';
    expect(writeView({ ...WHOLE, state: ['never', 'due'], sort: '-rotated', id })).toBe(
      '#state=never,due&sort=-rotated&id=mill-dev/rds.tf%23rds',
    );
  });
});

describe('a view', () => {
  const rows = readRows(
    pack(
      auditPage(
        [
          ...CREDENTIALS,
          credential({
            namespace: 'mill-dev',
            kind: 'rds',
            state: 'due',
            ageDays: 400,
            rotatedOn: '2025-10-19',
          }),
          credential({
            namespace: 'mill-prod',
            kind: 'rds',
            state: 'ok',
            ageDays: 4,
            rotatedOn: '2026-11-19',
          }),
          credential({
            namespace: 'mill-dev',
            kind: 'rds',
            state: 'exempt',
            ageDays: 9000,
            module: 'replica',
          }),
          credential({ namespace: 'kiln', kind: 'rds', state: 'never', cluster: LIVE_2, version: '10.0.1' }),
        ],
        [
          { namespace: 'mill-dev', teamName: 'Millers', teams: ['sre', 'millers-devs'], production: false },
          { namespace: 'mill-prod', teams: ['sre', 'millers-devs'], production: true, slackChannel: 'grist' },
          { namespace: 'kiln', cluster: LIVE_2, teams: ['sre'] },
        ],
      ),
    ),
  );
  const shown = (part: Partial<View>) => sift(rows, { ...WHOLE, ...part }).shown.map(({ id }) => id);

  it('shows everything at first', () => {
    expect(shown({})).toHaveLength(rows.length);
  });

  it.each([
    ['every word of a search, in any order', { q: ' MILL rds-prod grist' }, []],
    ['words of Slack channel and name', { q: 'grist mill' }, ['mill-prod/rds.tf#rds']],
    ['a team in any of its roles', { team: 'millers-devs', state: ['ok'] }, ['mill-prod/rds.tf#rds']],
    [
      'the annotation, whatever its case',
      { team: 'millers', kind: ['rds'], age: ['two-years'] },
      ['mill-dev/rds.tf#rds'],
    ],
    [
      'part of a team while it is typed',
      { team: 'millers-d', production: ['yes'] },
      ['mill-prod/rds.tf#rds'],
    ],
    ['a cluster', { cluster: 'live-2', namespace: 'kiln' }, ['live-2--kiln/rds.tf#rds']],
    ['nothing for a namespace that is none', { namespace: 'kil' }, []],
  ] as [string, Partial<View>, string[]][])('finds %s', (_, view, ids) => {
    expect(shown(view)).toEqual(ids);
  });

  it('tells a chart what its own filter hides', () => {
    const sieve = sift(rows, { ...WHOLE, namespace: 'mill-dev', state: ['due'] });

    expect(sieve.shown).toHaveLength(1);
    expect(sieve.without('state')).toHaveLength(2);
    expect(sieve.without('state', 'namespace')).toHaveLength(rows.length);
  });

  it('counts a namespace for the team it names, else for the smallest of its teams', () => {
    const owner = (name: string) => rows.find(({ namespace }) => namespace.namespace === name)!.home.owner;

    expect(owner('mill-dev')).toBe('Millers');
    expect(owner('mill-prod')).toBe('millers-devs');
    expect(owner('kiln')).toBe('sre');
  });

  it('finds the oldest rotation among what there is to rotate', () => {
    const mill = rows.filter(({ namespace }) => namespace.namespace === 'mill-dev');

    expect(tally(mill).oldest?.ageDays).toBe(400);
    expect(tally([]).oldest).toBeNull();
  });

  it.each([
    ['rotated', (row: (typeof rows)[number]) => row.rotatedOn ?? ''],
    ['namespace', (row: (typeof rows)[number]) => row.namespace.namespace],
  ] as const)('sorts by %s in both directions', (sort, of) => {
    const up = ordered(rows, sort).map(of);
    const down = ordered(rows, `-${sort}`).map(of);

    expect(up).toEqual([...up].sort());
    expect(down).toEqual([...down].sort().reverse());
  });

  it('sorts versions as numbers', () => {
    const versions = ordered(rows, 'version').map(({ version }) => version);

    expect(versions.at(-1)).toBe('10.0.1');
  });

  it('keeps the worse first among equals', () => {
    const orders = ordered(rows, '-namespace')
      .filter(({ namespace }) => namespace.namespace === 'mill-dev')
      .map(({ state }) => state);

    expect(orders).toEqual(['due', 'exempt']);
  });
});
