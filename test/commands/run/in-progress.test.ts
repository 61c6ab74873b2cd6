import { describe, expect, it } from 'vitest';
import { isDone } from '../../../src/commands/run/in-progress.ts';
import { assess } from '../../rotation/assess.ts';

const NOW = '27-11-2026';

describe('a rotation of an open pull request', () => {
  it.each([
    ['the base has what it had', '"20-03-2026"', '20-03-2026', false],
    ['the base has what is to be written', '"27-11-2026"', '20-03-2026', true],
    ['it was rotated on a day before', '"26-11-2026"', '20-03-2026', true],
    ['it was rotated on a day after', '"28-11-2026"', '20-03-2026', true],
    ['it was rotated by another way to write the day', '"2026-03-20"', '20-03-2026', true],
    ['it was rotated by an older day', '"19-03-2026"', '20-03-2026', true],
    ['its date was taken out', null, '20-03-2026', true],
    ['it still has no date', null, null, false],
    ['it still has none, written out', 'null', null, false],
    ['it has got its first date', '"26-11-2026"', null, true],
    ['it is the expression that it was', 'time_rotating.weekly.unix', 'time_rotating.weekly.unix', false],
    ['an expression took the place of the date', 'time_rotating.weekly.unix', '20-03-2026', true],
    ['an expression took the place of nothing', 'time_rotating.weekly.unix', null, true],
  ])('where %s', (_, written, from, done) => {
    expect(isDone(assess(written === null ? {} : { date: written }), NOW, from)).toBe(done);
  });

  it.each([
    ['is due and older than the pull request', '"20-03-2026"', false],
    ['is due and no date', '"soon"', false],
    ['was never rotated', null, false],
    ['is not due, whichever day is the later', '"26-10-2026"', true],
    ['is not due and of a later day', '"28-11-2026"', true],
  ])(
    'is left to the selection unless it is due, where nobody knows what the base had and it %s',
    (_, written, done) => {
      expect(isDone(assess(written === null ? {} : { date: written }), NOW, undefined)).toBe(done);
    },
  );
});
