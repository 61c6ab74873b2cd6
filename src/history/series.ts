import type { KindName } from '../kinds/registry.ts';
import type { SeriesPoint, Standing } from '../results/history.ts';
import { addDays, type Day, daysBetween } from '../util/dates.ts';
import type { Stretch } from './follow.ts';

/** Above this many days a point a week would be more than a chart can show. */
const LONGEST_BY_WEEK = 2 * 366;

/** The days of a series: each seventh from `since` on, of a long range each first of a month, and always `date`. */
export function seriesDays(since: Day, date: Day): Day[] {
  const byWeek = daysBetween(since, date) <= LONGEST_BY_WEEK;
  const days: Day[] = [];
  for (let day = since; day < date; day = byWeek ? addDays(day, 7) : nextMonth(day)) days.push(day);
  return [...days, date];
}

function nextMonth(day: Day): Day {
  return `${addDays(`${day.slice(0, 8)}01`, 31).slice(0, 8)}01`;
}

/**
 * How many credentials a date could rotate at the end of each day, and how many were over their maximum age then, by
 * the date that was written in them.
 */
export function countSeries(
  stretches: readonly Stretch[],
  days: readonly Day[],
  maxAgeDays: number,
): SeriesPoint[] {
  const counted = stretches.filter(({ exempt }) => !exempt);
  return days.map((day) => {
    const oldest = addDays(day, -maxAgeDays);
    const all: Tally = { credentials: 0, over: 0, never: 0 };
    const byKind: Record<KindName, Tally> = {};
    for (const stretch of counted) {
      if (stretch.from > day || (stretch.until !== null && stretch.until <= day)) continue;
      byKind[stretch.kind] ??= { credentials: 0, over: 0, never: 0 };
      for (const tally of [all, byKind[stretch.kind]!]) {
        tally.credentials += 1;
        if (stretch.never) tally.never += 1;
        if (stretch.rotatedOn === null || stretch.rotatedOn < oldest) tally.over += 1;
      }
    }
    return { day, ...all, byKind };
  });
}

type Tally = { -readonly [K in keyof Standing]: Standing[K] };
