import { TZDate } from '@date-fns/tz';
import { addDays as addCalendarDays, differenceInCalendarDays, format, isExists } from 'date-fns';

/** A calendar day as `yyyy-MM-dd`. */
export type Day = string;

/** How a rotation date is written; what the program writes, while it reads every format. */
export const DATE_FORMATS = ['dd-MM-yyyy', 'yyyy-MM-dd', 'rfc3339'] as const;
export type DateFormat = (typeof DATE_FORMATS)[number];

/** Where the people live who read the dates; the guide says "the current date" and means theirs. */
const TIME_ZONE = 'Europe/London';

const YEAR_FIRST = /^(?<year>\d{4})-(?<month>\d{1,2})-(?<day>\d{1,2})(?<rest>.*)$/s;
const DAY_FIRST = /^(?<day>\d{1,2})-(?<month>\d{1,2})-(?<year>\d{4})(?<rest>.*)$/s;
/** ISO 8601's basic format, for what is no part of a longer number. */
const WITHOUT_DASHES = /^(?<year>(?:19|20)\d{2})(?<month>\d{2})(?<day>\d{2})(?<rest>\D.*)?$/s;
/** The time of RFC 3339 (section 5.6). */
const RFC_3339_TIME = /^[Tt ]\d{2}:\d{2}:\d{2}(?:\.\d+)?(?:[Zz]|[+-]\d{2}:\d{2})$/;
/** What people put behind a date to rotate again on the same day: `:14:00`, `-1430`, `-2`, `#2`, `b`. */
const SAME_DAY_SUFFIX = /^(?:[-:_.#][0-9A-Za-z][0-9A-Za-z:_.-]{0,15}|[a-z][0-9a-z]?)$/;
const PLACEHOLDER = /^(?:dd-mm-yyyy|yyyy-mm-dd)(?::hh:mm)?$/i;
/** The date that the service account template ships. */
const TEMPLATE_DATE = '2000-01-01';

/** The calendar day of an instant in London. */
export function dayInLondon(now: Date): Day {
  return format(new TZDate(now.getTime(), TIME_ZONE), 'yyyy-MM-dd');
}

/** The time of day of an instant in London, as `hh:mm` of 24 hours. */
export function timeInLondon(now: Date): string {
  return format(new TZDate(now.getTime(), TIME_ZONE), 'HH:mm');
}

/** Reads `yyyy-MM-dd` as a person gives it on the command line; null when the calendar has no such day. */
export function parseDay(text: string): Day | null {
  return /^\d{4}-\d{2}-\d{2}$/.test(text) ? readDate(text) : null;
}

/**
 * Reads a rotation date in each format that the environments repository holds: `dd-MM-yyyy`, `d-M-yyyy`, `yyyy-MM-dd`,
 * `yyyy-M-d`, `yyyyMMdd` and RFC 3339, each with a same-day suffix.
 *
 * @returns the day as written, null when it is no date of the calendar
 */
export function readDate(value: string): Day | null {
  let day = READ.get(value);
  if (day === undefined) {
    day = parseDate(value);
    READ.set(value, day);
  }
  return day;
}

/** An estate holds a few hundred dates thousands of times. */
const READ = new Map<string, Day | null>();

function parseDate(value: string): Day | null {
  const groups = (YEAR_FIRST.exec(value) ?? DAY_FIRST.exec(value) ?? WITHOUT_DASHES.exec(value))?.groups;
  if (groups === undefined) return null;
  const { year = '', month = '', day = '', rest = '' } = groups;
  if (rest !== '' && !RFC_3339_TIME.test(rest) && !SAME_DAY_SUFFIX.test(rest)) return null;
  if (!isExists(Number(year), Number(month) - 1, Number(day))) return null;
  return `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
}

/** Whether a value says that the credential was never rotated: empty, a placeholder, or the template's date. */
export function meansNever(value: string): boolean {
  return value.trim() === '' || PLACEHOLDER.test(value) || readDate(value) === TEMPLATE_DATE;
}

/** A day in the given format. */
export function writeDate(day: Day, dateFormat: DateFormat): string {
  switch (dateFormat) {
    case 'yyyy-MM-dd':
      return day;
    case 'dd-MM-yyyy':
      return day.split('-').reverse().join('-');
    case 'rfc3339':
      return `${day}T00:00:00Z`;
  }
}

/**
 * The value for another rotation on the same day, told from the first by the time: `:hh:mm` behind the date, or `-hhmm`
 * where it becomes part of a Kubernetes name, or the time that RFC 3339 has anyway.
 *
 * @param time `hh:mm`
 */
export function writeDateAgain(
  day: Day,
  time: string,
  kind: { readonly format: DateFormat; readonly isPartOfName: boolean },
): string {
  if (kind.format === 'rfc3339') return `${day}T${time}:00Z`;
  const suffix = kind.isPartOfName ? `-${time.replace(':', '')}` : `:${time}`;
  return `${writeDate(day, kind.format)}${suffix}`;
}

/** Whole days from `earlier` to `later`, negative the other way round. */
export function daysBetween(earlier: Day, later: Day): number {
  const key = `${earlier} ${later}`;
  let days = BETWEEN.get(key);
  if (days === undefined) {
    days = differenceInCalendarDays(dayAsDate(later), dayAsDate(earlier));
    BETWEEN.set(key, days);
  }
  return days;
}

const BETWEEN = new Map<string, number>();

function dayAsDate(day: Day): Date {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  return new Date(year, month - 1, date);
}

/** The instant at which a day begins in London. */
export function startOfDayInLondon(day: Day): Date {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  return new Date(new TZDate(year, month - 1, date, TIME_ZONE).getTime());
}

/** The day so many days later, or earlier for a negative number. */
export function addDays(day: Day, days: number): Day {
  return format(addCalendarDays(dayAsDate(day), days), 'yyyy-MM-dd');
}
