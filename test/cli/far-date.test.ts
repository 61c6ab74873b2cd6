import { describe, expect, it } from 'vitest';
import { readFlags } from '../../src/cli/options.ts';

const world = { cwd: '/', env: {}, now: new Date('2026-11-23T12:00:00Z') };
const read = (flags: object): string => {
  const options = readFlags(flags, world);
  return options.ok ? 'taken' : options.error.message;
};

describe('a day to write', () => {
  it.each([
    ['2062-11-23', '--date 2062-11-23 is 36 years ahead: add --any-date if that day is meant.'],
    ['2016-11-23', '--date 2016-11-23 is 10 years ago: add --any-date if that day is meant.'],
    ['2026-11-24', 'taken'],
    ['2025-06-01', 'taken'],
  ])('years from today is written on request only: %s', (date, expected) => {
    expect(read({ date, again: false })).toBe(expected);
    expect(read({ date, again: false, anyDate: true })).toBe('taken');
  });

  it('may be any where it only is what ages are judged by', () => {
    expect(read({ date: '2016-11-23' })).toBe('taken');
  });
});
