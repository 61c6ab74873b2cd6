import { describe, expect, it } from 'vitest';
import { dueOn, rememberedUntil } from '../../src/rotation/cooldown.ts';

describe('a pull request that a person closed is remembered', () => {
  it.each([
    ['until the credential falls due', '2026-11-23', '2026-12-24', 90, '2026-12-24'],
    ['a maximum age more, when it was due already', '2026-11-23', '2026-06-19', 90, '2027-02-22'],
    ['a maximum age more, when it fell due that day', '2026-11-23', '2026-11-23', 90, '2027-02-22'],
    ['a maximum age more, when it was never rotated', '2026-11-23', null, 90, '2027-02-22'],
    ['over the change of a leap year', '2027-12-01', null, 90, '2028-03-01'],
    ['for a day, when everything is due at once', '2026-11-23', null, 0, '2026-11-24'],
  ] as const)('%s', (_name, closedOn, due, maxAge, expected) => {
    expect(rememberedUntil(closedOn, due, maxAge)).toBe(expected);
  });
});

describe('a credential is due', () => {
  it.each([
    ['the day after its maximum age', '2026-03-20', 90, '2026-06-19'],
    ['the next day, when its maximum age is 0', '2026-03-20', 0, '2026-03-21'],
    ['always, when it was never rotated', null, 90, null],
  ] as const)('%s', (_name, rotatedOn, maxAge, expected) => {
    expect(dueOn(rotatedOn, maxAge)).toBe(expected);
  });
});
