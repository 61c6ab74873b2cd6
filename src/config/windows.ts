import { TZDate } from '@date-fns/tz';
import { addDays, format } from 'date-fns';
import type { Config } from './rules.ts';
import type { ConfigValues, Weekday } from './schema.ts';

/** Where the people live whose working hours the windows are. */
const TIME_ZONE = 'Europe/London';

/** Whether pull requests may be opened; else when they may be again, null when never, and one sentence why not. */
export type WindowState =
  | { readonly open: true }
  | { readonly open: false; readonly closedUntil: Date | null; readonly reason: string };

type Window = NonNullable<ConfigValues['windows']>[number];
type Freeze = NonNullable<ConfigValues['freezes']>[number];

/** The rules of a file for one calendar. */
interface Calendar {
  readonly windows: readonly Window[];
  readonly freezes: readonly Freeze[];
}

/**
 * Says whether windows and freezes let pull requests be opened at an instant.
 *
 * Times are those of a clock on a wall in London. A time that the clock skips in spring does not come that day; one that
 * it shows twice in autumn counts both times.
 */
export function windowAt(config: Config | null, now: Date): WindowState {
  const { windows = [], freezes = [] } = config?.values ?? {};
  const calendar = { windows, freezes };
  if (isOpen(calendar, now)) return { open: true };
  const { day } = wallClock(now);
  const freeze = freezes.find((each) => isFrozen(each, day));
  const reason =
    freeze === undefined
      ? `it is outside the windows (${windows.map(windowWords).join('; ')})`
      : `frozen from ${freeze.from} to ${freeze.to}: ${freeze.reason}`;
  return { open: false, closedUntil: nextOpening(calendar, now), reason };
}

/** `mon, tue 09:00-16:00`. */
function windowWords({ days, from = '00:00', to = '24:00' }: Window): string {
  return `${days === undefined ? 'every day' : days.join(', ')} ${from}-${to}`;
}

function isOpen({ windows, freezes }: Calendar, at: Date): boolean {
  const { day, weekday, time } = wallClock(at);
  if (freezes.some((freeze) => isFrozen(freeze, day))) return false;
  return windows.length === 0 || windows.some((window) => isInside(window, weekday, time));
}

function isFrozen({ from, to }: Freeze, day: string): boolean {
  return from <= day && day <= to;
}

/** A window over midnight belongs to the day on which it begins. */
function isInside({ days, from = '00:00', to = '24:00' }: Window, weekday: Weekday, time: string): boolean {
  const begins = (day: Weekday): boolean => days === undefined || days.includes(day);
  if (from < to) return begins(weekday) && from <= time && time < to;
  return (begins(weekday) && from <= time) || (begins(dayBefore(weekday)) && time < to);
}

/** The first instant after `now` at which it is open. */
function nextOpening(calendar: Calendar, now: Date): Date | null {
  let day = wallClock(now).day;
  // every window begins within a week, and each freeze is passed by once
  for (let left = 8 * (calendar.freezes.length + 1); left > 0; left--) {
    const freeze = calendar.freezes.find((each) => isFrozen(each, day));
    if (freeze === undefined) {
      const opening = beginnings(calendar, day).find((at) => at > now && isOpen(calendar, at));
      if (opening !== undefined) return new Date(opening.getTime());
    }
    const next = dayAfter(freeze?.to ?? day);
    if (next === null) return null;
    day = next;
  }
  return null;
}

/**
 * The instants of a day at which it may begin to be open, in order: midnight, the times at which windows begin, and the
 * hours around a change of the clocks, for a window whose beginning is skipped or comes twice.
 */
function beginnings({ windows }: Calendar, day: string): Date[] {
  const times = ['00:00', '01:00', '02:00', ...windows.map(({ from = '00:00' }) => from)];
  return times
    .map((time) => instantOf(day, time).getTime())
    .flatMap((at) => [at - 3_600_000, at, at + 3_600_000])
    .filter((at) => wallClock(new Date(at)).day === day)
    .sort((a, b) => a - b)
    .map((at) => new Date(at));
}

function instantOf(day: string, time: string): Date {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  const [hour = 0, minute = 0] = time.split(':').map(Number);
  return new TZDate(year, month - 1, date, hour, minute, TIME_ZONE);
}

/** What clock and calendar show in London. */
function wallClock(at: Date): { readonly day: string; readonly weekday: Weekday; readonly time: string } {
  const there = new TZDate(at.getTime(), TIME_ZONE);
  const weekday = WEEK[there.getDay()] ?? 'sun';
  return { day: format(there, 'yyyy-MM-dd'), weekday, time: format(there, 'HH:mm') };
}

/** In the order of `Date.getDay`. */
const WEEK: readonly Weekday[] = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'];

function dayBefore(weekday: Weekday): Weekday {
  return WEEK[(WEEK.indexOf(weekday) + 6) % 7] ?? 'sun';
}

/** Null behind the last day that can be written as `yyyy-MM-dd`. */
function dayAfter(day: string): string | null {
  return day >= '9999-12-31' ? null : format(addDays(instantOf(day, '12:00'), 1), 'yyyy-MM-dd');
}
