import { describe, expect, it } from 'vitest';
import type { Evidence, InForce, Testimony, WitnessName } from '../../src/results/verify.ts';
import { judgeRotation, LATE_AFTER_MINUTES, worstFirst } from '../../src/verify/judge.ts';

const MERGED = '2026-11-23T12:00:00Z';
const SOON = new Date('2026-11-23T12:59:00Z');
const LATER = new Date('2026-11-23T13:01:00Z');

function evidence(...said: readonly (readonly [WitnessName, Testimony])[]): Evidence[] {
  return said.map(([witness, says]) => ({ witness, says, at: null, url: null, code: 'x', message: 'x' }));
}

describe('a merged rotation', () => {
  it.each<[string, (readonly [WitnessName, Testimony])[], InForce, InForce]>([
    ['nobody was asked', [], 'cannot-see', 'cannot-see'],
    [
      'nobody can see it',
      [
        ['github', 'cannot-see'],
        ['pipeline', 'cannot-see'],
      ],
      'cannot-see',
      'cannot-see',
    ],
    ['the apply has begun, and nobody sees more', [['pipeline', 'begun']], 'pending', 'cannot-see'],
    [
      'GitHub has the new secret',
      [
        ['pipeline', 'begun'],
        ['github', 'applied'],
      ],
      'applied',
      'applied',
    ],
    [
      'GitHub has the old secret',
      [
        ['pipeline', 'begun'],
        ['github', 'not-yet'],
      ],
      'pending',
      'late',
    ],
    [
      'two repositories, one is stale',
      [
        ['github', 'applied'],
        ['github', 'not-yet'],
      ],
      'pending',
      'late',
    ],
    [
      'the cluster has the new one and GitHub the old',
      [
        ['kubernetes', 'applied'],
        ['kubernetes', 'consumed'],
        ['github', 'not-yet'],
      ],
      'pending',
      'late',
    ],
    [
      'no pod holds the old one',
      [
        ['kubernetes', 'applied'],
        ['kubernetes', 'consumed'],
      ],
      'consumed',
      'consumed',
    ],
    [
      'pods hold the old one',
      [
        ['kubernetes', 'applied'],
        ['kubernetes', 'pods-left'],
      ],
      'applied',
      'applied',
    ],
    [
      'one of two Secrets has pods left',
      [
        ['kubernetes', 'applied'],
        ['kubernetes', 'consumed'],
        ['kubernetes', 'applied'],
        ['kubernetes', 'pods-left'],
      ],
      'applied',
      'applied',
    ],
    [
      'the pods cannot be seen',
      [
        ['kubernetes', 'applied'],
        ['kubernetes', 'cannot-see'],
      ],
      'applied',
      'applied',
    ],
  ])('%s', (_, said, soon, later) => {
    expect(judgeRotation(evidence(...said), MERGED, SOON)).toBe(soon);
    expect(judgeRotation(evidence(...said), MERGED, LATER)).toBe(later);
  });

  it(`is late after ${LATE_AFTER_MINUTES} minutes, not before`, () => {
    const at = (minutes: number) => new Date(Date.parse(MERGED) + minutes * 60_000);

    expect(judgeRotation(evidence(['github', 'not-yet']), MERGED, at(60))).toBe('pending');
    expect(judgeRotation(evidence(['github', 'not-yet']), MERGED, at(60.1))).toBe('late');
  });

  it('stands before what is in less need of somebody, the oldest first', () => {
    const of = (state: InForce, day: number) => ({ state, mergedAt: `2026-11-${day}T00:00:00Z` });

    expect(
      worstFirst([
        of('applied', 10),
        of('late', 20),
        of('consumed', 11),
        of('late', 12),
        of('cannot-see', 13),
      ]),
    ).toEqual([of('late', 12), of('late', 20), of('cannot-see', 13), of('applied', 10), of('consumed', 11)]);
  });
});
