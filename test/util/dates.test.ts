import { describe, expect, it } from 'vitest';
import { BUILT_IN_KINDS, type KindName, kindNamed } from '../../src/kinds/registry.ts';
import {
  dayInLondon,
  daysBetween,
  meansNever,
  parseDay,
  readDate,
  timeInLondon,
  writeDate,
  writeDateAgain,
} from '../../src/util/dates.ts';

describe('readDate', () => {
  it.each([
    ['20-03-2026', '2026-03-20'],
    ['3-12-2025', '2025-12-03'],
    ['03-9-2025', '2025-09-03'],
    ['1-1-2025', '2025-01-01'],
    ['2026-03-20', '2026-03-20'],
    ['2023-11-2', '2023-11-02'],
    ['2023-1-2', '2023-01-02'],
    ['2023-04-05T11:31:27Z', '2023-04-05'],
    ['2023-04-05t11:31:27z', '2023-04-05'],
    ['2023-04-05 11:31:27Z', '2023-04-05'],
    ['2023-04-05T23:59:59.123456+01:00', '2023-04-05'],
    ['2023-04-05T00:00:00-11:00', '2023-04-05'],
    ['2023-02-21:14:00', '2023-02-21'],
    ['21-02-2023:14:00', '2023-02-21'],
    ['21-02-2023-1400', '2023-02-21'],
    ['21-02-2023-2', '2023-02-21'],
    ['2023-02-21_2', '2023-02-21'],
    ['2023-02-21.2', '2023-02-21'],
    ['2023-02-21b', '2023-02-21'],
    ['2023-02-21-second-time', '2023-02-21'],
    ['29-02-2024', '2024-02-29'],
    ['31-12-9999', '9999-12-31'],
    ['01-01-2000', '2000-01-01'],
  ])('reads %s as %s', (value, day) => {
    expect(readDate(value)).toBe(day);
  });

  it.each([
    '',
    ' ',
    'dd-mm-yyyy',
    'soon',
    '99-99-999',
    '99-99-9999',
    '30-02-2026',
    '29-02-2023',
    '31-04-2026',
    '00-01-2026',
    '01-00-2026',
    '11-23-2026',
    '2026-23-11',
    '2026-3-32',
    '20/03/2026',
    '20.03.2026',
    '20032026',
    '20-03-26',
    '26-03-20',
    '20-03-20266',
    '20-Mar-2026',
    ' 20-03-2026',
    '20-03-2026 ',
    '20-03-2026\n',
    '2023-04-05T11:31:27',
    '2023-04-05T11:31Z',
    '2023-04-05T',
    '20-03-2026 again',
    '20-03-2026:',
    `20-03-2026-${'x'.repeat(17)}`,
    '２０-０３-２０２６',
    '1700000000',
  ])('says of %j that it is no date', (value) => {
    expect(readDate(value)).toBeNull();
  });

  it('reads every day of four hundred years, and no other', () => {
    for (let year = 1900; year < 2300; year += 1) {
      for (let month = 1; month <= 12; month += 1) {
        const last = new Date(Date.UTC(year, month, 0)).getUTCDate();
        const two = (n: number): string => String(n).padStart(2, '0');
        for (const day of [1, 28, 29, 30, 31]) {
          const expected = day <= last ? `${year}-${two(month)}-${two(day)}` : null;
          expect(readDate(`${two(day)}-${two(month)}-${year}`)).toBe(expected);
          expect(readDate(`${year}-${month}-${day}`)).toBe(expected);
        }
      }
    }
  });
});

describe('meansNever', () => {
  it.each([
    '',
    ' ',
    'dd-mm-yyyy',
    'DD-MM-YYYY',
    'dd-MM-yyyy',
    'yyyy-mm-dd',
    'YYYY-MM-DD',
    'dd-mm-yyyy:hh:mm',
    '01-01-2000',
    '1-1-2000',
    '2000-01-01',
    '2000-01-01T00:00:00Z',
  ])('takes %j for a credential that was never rotated', (value) => {
    expect(meansNever(value)).toBe(true);
  });

  it.each(['02-01-2000', '01-01-2001', 'never', 'dd/mm/yyyy', '99-99-999'])(
    'takes %j for a value of somebody',
    (value) => {
      expect(meansNever(value)).toBe(false);
    },
  );
});

describe('today', () => {
  it('is told in another time zone than the reader lives in', () => {
    expect(process.env.TZ).toBe('America/Los_Angeles');
  });

  it.each([
    ['winter, before midnight', '2026-11-23T23:59:59.999Z', '2026-11-23', '23:59'],
    ['winter, midnight', '2026-11-24T00:00:00Z', '2026-11-24', '00:00'],
    ['summer, before midnight', '2026-07-01T22:59:59Z', '2026-07-01', '23:59'],
    ['summer, midnight', '2026-07-01T23:00:00Z', '2026-07-02', '00:00'],
    ['the last minute before the clocks go forward', '2026-03-29T00:59:00Z', '2026-03-29', '00:59'],
    ['the first minute after', '2026-03-29T01:00:00Z', '2026-03-29', '02:00'],
    ['the evening after', '2026-03-29T23:00:00Z', '2026-03-30', '00:00'],
    ['the hour before the clocks go back', '2026-10-25T00:30:00Z', '2026-10-25', '01:30'],
    ['the same hour once more', '2026-10-25T01:30:00Z', '2026-10-25', '01:30'],
    ['the evening after that', '2026-10-25T23:30:00Z', '2026-10-25', '23:30'],
    ['a leap day', '2028-02-29T12:00:00Z', '2028-02-29', '12:00'],
    ['a new year', '2027-01-01T00:00:00Z', '2027-01-01', '00:00'],
  ])("is London's: %s", (_, instant, day, time) => {
    expect(dayInLondon(new Date(instant))).toBe(day);
    expect(timeInLondon(new Date(instant))).toBe(time);
  });
});

describe('parseDay', () => {
  it.each([
    ['2026-11-23', '2026-11-23'],
    ['2026-11-31', null],
    ['2026-1-2', null],
    ['23-11-2026', null],
    ['2026-11-23T00:00:00Z', null],
    ['today', null],
    ['', null],
  ])('takes %j on the command line for %j', (text, day) => {
    expect(parseDay(text)).toBe(day);
  });
});

describe('what is written', () => {
  it.each<[KindName, string, string]>([
    ['serviceaccount', '03-11-2026', '03-11-2026-0905'],
    ['rds', '03-11-2026', '03-11-2026:09:05'],
    ['elasticache', '2026-11-03', '2026-11-03:09:05'],
    ['hmpps-template', '2026-11-03', '2026-11-03-0905'],
  ])('is in the format of %s: %s, and again: %s', (name, first, again) => {
    const kind = kindNamed(name);

    expect(writeDate('2026-11-03', kind.format)).toBe(first);
    expect(writeDateAgain('2026-11-03', '09:05', kind)).toBe(again);
  });

  it.each([...BUILT_IN_KINDS.list])('is read again as the same day: $name', (kind) => {
    expect(readDate(writeDate('2026-11-03', kind.format))).toBe('2026-11-03');
    expect(readDate(writeDateAgain('2026-11-03', '09:05', kind))).toBe('2026-11-03');
  });

  it("is valid in a Secret's name for a service account", () => {
    expect(writeDateAgain('2026-11-03', '09:05', kindNamed('serviceaccount'))).toMatch(/^[a-z0-9.-]+$/);
  });
});

describe('daysBetween', () => {
  it.each([
    ['2026-11-23', '2026-11-23', 0],
    ['2026-11-22', '2026-11-23', 1],
    ['2026-11-23', '2026-11-22', -1],
    ['2026-03-28', '2026-03-30', 2],
    ['2026-03-07', '2026-03-09', 2],
    ['2026-10-24', '2026-10-26', 2],
    ['2026-10-31', '2026-11-02', 2],
    ['2024-02-28', '2024-03-01', 2],
    ['2025-11-23', '2026-11-23', 365],
    ['2000-01-01', '2026-11-23', 9823],
  ])('counts calendar days, whatever the clocks do: %s to %s is %d', (earlier, later, days) => {
    expect(daysBetween(earlier, later)).toBe(days);
  });
});
