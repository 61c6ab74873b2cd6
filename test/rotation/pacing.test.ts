import { describe, expect, it } from 'vitest';
import { byAge, type PacingFacts, type PacingRules, pace, type Waiting } from '../../src/rotation/pacing.ts';

const UNPACED: PacingRules = { limit: null, maxOpen: null, hourlyLimit: null };

const WAITING: readonly Waiting[] = [
  { key: 'young', oldest: '2026-06-01' },
  { key: 'b-old', oldest: '2025-01-01' },
  { key: 'never', oldest: null },
  { key: 'a-old', oldest: '2025-01-01' },
];
const NONE: PacingFacts = { open: 0, openedLastHour: 0 };

function keys(rules: Partial<PacingRules>, facts: Partial<PacingFacts> = {}) {
  const { admitted, deferred } = pace(WAITING, { ...UNPACED, ...rules }, { ...NONE, ...facts });
  return {
    admitted: admitted.map(({ key }) => key),
    deferred: deferred.map(({ one }) => one.key),
    all: deferred,
  };
}

describe('pull requests go a few at a time', () => {
  it.each([
    ['all without a limit', {}, {}, 4, null],
    ['so many as a run may open', { limit: 2 }, {}, 2, 'this run opens at most 2'],
    ['none with a limit of 0', { limit: 0 }, {}, 0, 'this run opens at most 0'],
    ['all below a limit', { limit: 9 }, {}, 4, null],
    ['so many as may be open', { maxOpen: 5 }, { open: 4 }, 1, 'at most 5 are open at once, and 4 are'],
    [
      'none when more are open than may be',
      { maxOpen: 5 },
      { open: 9 },
      0,
      'at most 5 are open at once, and 9 are',
    ],
    [
      'so many as an hour has room for',
      { hourlyLimit: 10 },
      { openedLastHour: 7 },
      3,
      'at most 10 are opened in an hour, and 7 were',
    ],
    [
      'the narrowest of three limits',
      { limit: 3, maxOpen: 8, hourlyLimit: 9 },
      { open: 7, openedLastHour: 0 },
      1,
      'at most 8 are open at once, and 7 are',
    ],
  ] as const)('%s', (_name, rules, facts, count, reason) => {
    const { admitted, deferred, all } = keys(rules, facts);

    expect(admitted).toEqual(['never', 'a-old', 'b-old', 'young'].slice(0, count));
    expect(deferred).toEqual(['never', 'a-old', 'b-old', 'young'].slice(count));
    for (const one of all) expect(one.reason).toBe(`It waits for its turn: ${reason}.`);
  });

  it('in the same order, however they come', () => {
    expect([...WAITING].reverse().sort(byAge)).toEqual([...WAITING].sort(byAge));
  });
});
