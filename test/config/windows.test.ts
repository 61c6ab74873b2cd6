import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Config } from '../../src/config/rules.ts';
import { windowAt } from '../../src/config/windows.ts';
import { configOf } from './configs.ts';

const OFFICE = 'windows: [{days: [mon, tue, wed, thu, fri], from: "09:00", to: "16:00"}]';
const NIGHT = 'windows: [{days: [fri], from: "22:00", to: "06:00"}]';
const CHRISTMAS = 'freezes: [{from: 2026-12-18, to: 2027-01-03, reason: Christmas}]';

describe('pull requests may be opened', () => {
  it.each([
    ['always where nothing is said', '', '2026-11-23T03:00:00Z', true],
    ['in the window', OFFICE, '2026-11-23T09:00:00Z', true],
    ['not before it', OFFICE, '2026-11-23T08:59:59Z', false],
    ['until its end', OFFICE, '2026-11-23T15:59:59Z', true],
    ['not at its end', OFFICE, '2026-11-23T16:00:00Z', false],
    ['not on another day', OFFICE, '2026-11-22T10:00:00Z', false],
    ['by the clock in London in summer', OFFICE, '2026-07-01T08:00:00Z', true],
    ['and no longer by it', OFFICE, '2026-07-01T15:00:00Z', false],
    ['before midnight in a window over it', NIGHT, '2026-11-27T22:30:00Z', true],
    ['after midnight, on the next day', NIGHT, '2026-11-28T05:59:00Z', true],
    ['not on the morning of the day itself', NIGHT, '2026-11-27T05:00:00Z', false],
    ['not on the evening of the next', NIGHT, '2026-11-28T22:30:00Z', false],
    ['until midnight', 'windows: [{from: "20:00", to: "24:00"}]', '2026-11-23T23:59:59Z', true],
    ['in one of several windows', 'windows: [{days: [sun]}, {days: [mon]}]', '2026-11-23T12:00:00Z', true],
    ['not on the first day of a freeze', CHRISTMAS, '2026-12-18T00:00:00Z', false],
    ['not on its last', CHRISTMAS, '2027-01-03T23:59:59Z', false],
    ['the day before', CHRISTMAS, '2026-12-17T23:59:59Z', true],
    ['the day after', CHRISTMAS, '2027-01-04T00:00:00Z', true],
    ['not in a window within a freeze', `${OFFICE}\n${CHRISTMAS}`, '2026-12-21T12:00:00Z', false],
    // 29 March 2026: 00:59 GMT is followed by 02:00 BST; 25 October: 01:59 BST by 01:00 GMT
    [
      'in the first hour of summer time',
      'windows: [{from: "02:00", to: "03:00"}]',
      '2026-03-29T01:00:00Z',
      true,
    ],
    ['in the hour that comes twice', 'windows: [{from: "01:00", to: "02:00"}]', '2026-10-25T00:30:00Z', true],
    ['and in its second turn', 'windows: [{from: "01:00", to: "02:00"}]', '2026-10-25T01:30:00Z', true],
  ])('%s', (_, text, now, open) => {
    expect(windowAt(configOf(text), new Date(now)).open).toBe(open);
  });

  it('always without a file', () => {
    expect(windowAt(null, new Date())).toEqual({ open: true });
  });
});

describe('the next opening', () => {
  it.each([
    ['of the same day', OFFICE, '2026-11-23T07:00:00Z', '2026-11-23T09:00:00.000Z'],
    ['of the next', OFFICE, '2026-11-23T20:00:00Z', '2026-11-24T09:00:00.000Z'],
    ['of the next week', OFFICE, '2026-11-27T20:00:00Z', '2026-11-30T09:00:00.000Z'],
    ['in summer time', OFFICE, '2026-03-27T20:00:00Z', '2026-03-30T08:00:00.000Z'],
    ['after a freeze', CHRISTMAS, '2026-12-20T12:00:00Z', '2027-01-04T00:00:00.000Z'],
    [
      'in the window after a freeze',
      `${OFFICE}\n${CHRISTMAS}`,
      '2026-12-20T12:00:00Z',
      '2027-01-04T09:00:00.000Z',
    ],
    [
      'after two freezes in a row',
      'freezes: [{from: 2026-12-18, to: 2026-12-31, reason: a}, {from: 2027-01-01, to: 2027-01-10, reason: b}]',
      '2026-12-20T12:00:00Z',
      '2027-01-11T00:00:00.000Z',
    ],
    [
      'in the rest of a window over midnight that began in a freeze',
      `${NIGHT}\nfreezes: [{from: 2026-11-27, to: 2026-11-27, reason: x}]`,
      '2026-11-27T23:00:00Z',
      '2026-11-28T00:00:00.000Z',
    ],
    [
      'where the beginning is skipped',
      'windows: [{from: "01:30", to: "03:00"}]',
      '2026-03-29T00:10:00Z',
      '2026-03-29T01:00:00.000Z',
    ],
    [
      'where the beginning comes twice',
      'windows: [{from: "01:30", to: "03:00"}]',
      '2026-10-24T23:00:00Z',
      '2026-10-25T00:30:00.000Z',
    ],
    [
      'after a freeze of centuries',
      'freezes: [{from: 2026-01-01, to: 2999-12-31, reason: x}]',
      '2026-11-23T00:00:00Z',
      '3000-01-01T00:00:00.000Z',
    ],
  ])('%s', (_, text, now, closedUntil) => {
    const state = windowAt(configOf(text), new Date(now));

    expect(state.open ? null : state.closedUntil?.toISOString()).toBe(closedUntil);
  });

  it('is never in a freeze without end', () => {
    const config = configOf('freezes: [{from: 2026-01-01, to: 9999-12-31, reason: the end}]');

    expect(windowAt(config, new Date('2026-11-23T00:00:00Z'))).toEqual({
      open: false,
      closedUntil: null,
      reason: 'frozen from 2026-01-01 to 9999-12-31: the end',
    });
  });

  it('is the first open minute, whatever the windows, on the days when the clocks change too', () => {
    const time = fc
      .tuple(fc.integer({ min: 0, max: 23 }), fc.constantFrom(0, 15, 30, 45))
      .map((parts) => parts.map((part) => String(part).padStart(2, '0')).join(':'));
    const days = fc.subarray(['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'], { minLength: 1 });
    const window = fc
      .record({ days, from: time, to: time }, { requiredKeys: ['from', 'to'] })
      .filter(({ from, to }) => from !== to);
    const start = fc
      .tuple(
        fc.constantFrom('2026-03-28', '2026-10-24', '2026-06-10'),
        fc.integer({ min: 0, max: 2 * 24 * 4 }),
      )
      .map(([day, quarter]) => new Date(Date.parse(`${day}T00:00:00Z`) + quarter * QUARTER));
    fc.assert(
      fc.property(
        fc.array(window, { minLength: 1, maxLength: 3 }),
        start,
        fc.boolean(),
        (windows, now, frozen) => {
          const freezes = frozen ? [{ from: '2026-03-29', to: '2026-03-29', reason: 'x' }] : [];
          const config = configOf(JSON.stringify({ windows, freezes }));

          const state = windowAt(config, now);

          expect(state.open ? now : state.closedUntil).toEqual(firstOpen(config, now));
        },
      ),
      { numRuns: 300 },
    );
  });
});

/** Every time here is a quarter of an hour. */
const QUARTER = 15 * 60_000;

/** By trying one after the other. */
function firstOpen({ values: { windows = [], freezes = [] } }: Config, now: Date): Date {
  const isOpen = (at: number): boolean => {
    const { weekday, day, time } = londonClock(at);
    const yesterday = WEEK[(WEEK.indexOf(weekday) + 6) % 7];
    if (freezes.some(({ from, to }) => from <= day && day <= to)) return false;
    return windows.some(({ days, from = '00:00', to = '24:00' }) => {
      const begins = (day = ''): boolean => days === undefined || days.some((one) => one === day);
      const today = begins(weekday) && from <= time && (time < to || to < from);
      return today || (to < from && begins(yesterday) && time < to);
    });
  };
  let at = now.getTime();
  while (!isOpen(at)) at += QUARTER;
  return new Date(at);
}

const WEEK: readonly string[] = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];
const LONDON = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Europe/London',
  hourCycle: 'h23',
  ...({ weekday: 'short', year: 'numeric', month: '2-digit', day: '2-digit' } as const),
  ...({ hour: '2-digit', minute: '2-digit' } as const),
});
const shown = new Map<number, { readonly weekday: string; readonly day: string; readonly time: string }>();

/** What clock and calendar show in London, as ICU knows it. */
function londonClock(at: number) {
  const known = shown.get(at);
  if (known !== undefined) return known;
  const parts = Object.fromEntries(LONDON.formatToParts(at).map(({ type, value }) => [type, value]));
  const { weekday = '', year, month, day, hour, minute } = parts;
  const clock = {
    weekday: weekday.toLowerCase(),
    day: `${year}-${month}-${day}`,
    time: `${hour}:${minute}`,
  };
  shown.set(at, clock);
  return clock;
}
