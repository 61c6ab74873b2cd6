import { describe, expect, it } from 'vitest';
import { lineAddress, lineUrl } from '../../../src/report/html/addresses.ts';
import { BANDS, bandOf, bandsOf } from '../../../src/report/html/bands.ts';
import { ageWords, dayWords } from '../../../src/report/html/days.ts';
import { credential } from '../credentials.ts';

it.each([
  ['2026-03-23', '23 Mar 2026'],
  ['2026-09-01', '1 Sep 2026'],
  ['2026-13-01', '2026-13-01'],
  ['yesterday', 'yesterday'],
])('the day %s reads %s', (day, words) => {
  expect(dayWords(day)).toBe(words);
});

it.each([
  [-220, 'in 220 days'],
  [0, '0 days'],
  [1, '1 day'],
  [60, '60 days'],
  [61, '2 months'],
  [154, '5 months'],
  [729, '23 months'],
  [730, '1.9 years'],
  [1291, '3.5 years'],
])('an age of %i days reads %s', (days, words) => {
  expect(ageWords(days)).toBe(words);
});

describe('the band of a credential', () => {
  const aged = (given: Partial<Parameters<typeof credential>[0]>) =>
    bandOf(credential({ namespace: 'mill', kind: 'rds', state: 'due', ...given }));
  const reason = (code: string) => [{ code, message: '' }];

  it.each([
    [-220, 'within'],
    [90, 'within'],
    [91, 'half-year'],
    [183, 'half-year'],
    [184, 'year'],
    [365, 'year'],
    [730, 'two-years'],
    [1096, 'three-years'],
    [1097, 'older'],
  ])('at %i days is %s', (ageDays, band) => {
    expect(aged({ ageDays })).toBe(band);
  });

  it('goes by the maximum age of the credential', () => {
    expect(aged({ ageDays: 300, maxAgeDays: 365 })).toBe('within');
  });

  it('is never for what was never rotated, on hold too', () => {
    expect(aged({ state: 'never', reasons: reason('placeholder-date') })).toBe('never');
    expect(aged({ state: 'held', reasons: reason('never-rotated') })).toBe('never');
  });

  it('is unknown where the date cannot be read, and none where there is nothing to rotate', () => {
    expect(aged({ reasons: reason('unreadable-date') })).toBe('unknown');
    expect(aged({ state: 'exempt', ageDays: 12 })).toBe('exempt');
  });

  it('leaves out the bands that no overdue credential can be in', () => {
    expect(bandsOf([{ maxAgeDays: 90 }, { maxAgeDays: 900 }])).toEqual(BANDS);
    expect(bandsOf([{ maxAgeDays: 365 }, { maxAgeDays: 900 }])).not.toContain('half-year');
    expect(bandsOf([{ maxAgeDays: 365 }, { maxAgeDays: 900 }])).not.toContain('year');
    expect(bandsOf([{ maxAgeDays: 365 }, { maxAgeDays: 900 }])).toContain('two-years');
  });
});

describe('the address of a line', () => {
  const place = {
    repository: 'example-org/environments',
    serverUrl: 'https://github.com',
    commit: 'abc',
    prefix: '',
  };

  it('names repository, commit, file and line', () => {
    expect(lineUrl(lineAddress(place)!, 'namespaces/live/mill-dev/resources/rds.tf', 12)).toBe(
      'https://github.com/example-org/environments/blob/abc/namespaces/live/mill-dev/resources/rds.tf#L12',
    );
  });

  it('begins at the top of the repository when the estate is a folder of it', () => {
    expect(lineAddress({ ...place, prefix: 'infra/env' })).toMatch(/\/blob\/abc\/infra\/env\/$/);
  });

  it('takes no name for a part of the address', () => {
    expect(lineUrl('https://x/', 'a b/#?%"<.tf', 1)).toBe('https://x/a%20b/%23%3F%25%22%3C.tf#L1');
    expect(lineUrl('https://x/', '\ud800.tf', 1)).toBe('https://x/%EF%BF%BD.tf#L1');
  });

  it('is none where the server is no web server', () => {
    expect(lineAddress({ ...place, serverUrl: 'javascript:alert(1)//' })).toBeNull();
  });
});
