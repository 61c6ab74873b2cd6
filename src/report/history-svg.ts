import type { SeriesPoint } from '../results/history.ts';
import { digits } from './format.ts';
import { chartTitle, pointSentence } from './history.ts';

/** Size in user units; the drawing scales with the place it is put in. */
const WIDTH = 720;
const HEIGHT = 260;
/** Room for the numbers on the left, the days below and the last value on the right. */
const LEFT = 48;
const RIGHT = 16;
const TOP = 12;
const BOTTOM = 28;
/** About as many lines and days as fit without touching. */
const GRID_LINES = 4;
const DAYS_BELOW = 6;
const DAY_MS = 86_400_000;

/**
 * The series as a drawing for a page: an area of the credentials over their maximum age, in it the part that was never
 * rotated, and a line of all there are. Nothing in it is from outside, so it needs no escaping: days and numbers only.
 * Colours and fonts are the page's, by the classes `never`, `over`, `all`, `grid` and `label`, with defaults that need
 * no style sheet. Its text alternative is the sentence of the first and the last point.
 *
 * @param maxAgeDays in days, for the title
 * @param id of the title's element, one of its own for each drawing of a page
 * @returns an `<svg>` element; nothing for a series of fewer than two points or without any credential
 */
export function historySvg(series: readonly SeriesPoint[], maxAgeDays: number, id = 'history'): string {
  const [first, ...rest] = series;
  const last = rest.at(-1);
  const most = Math.max(0, ...series.map(({ credentials }) => credentials));
  if (first === undefined || last === undefined || most === 0) return '';
  const top = roundUp(most);
  const begin = timeOf(first.day);
  const span = Math.max(1, timeOf(last.day) - begin);
  const x = (point: SeriesPoint): number =>
    LEFT + ((timeOf(point.day) - begin) / span) * (WIDTH - LEFT - RIGHT);
  const y = (value: number): number => HEIGHT - BOTTOM - (value / top) * (HEIGHT - BOTTOM - TOP);
  const path = (value: (point: SeriesPoint) => number): string =>
    series
      .map((point, index) => `${index === 0 ? 'M' : 'L'}${short(x(point))} ${short(y(value(point)))}`)
      .join('');
  const area = (value: (point: SeriesPoint) => number): string =>
    `${path(value)}L${short(x(last))} ${short(y(0))}L${short(x(first))} ${short(y(0))}Z`;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img" aria-labelledby="${id}-title ${id}-desc">`,
    `<title id="${id}-title">${chartTitle(maxAgeDays)}</title>`,
    `<desc id="${id}-desc">${pointSentence(first)} ${pointSentence(last)}</desc>`,
    ...gridLines(top).map((value) => gridLine(value, y(value))),
    `<path class="over" d="${area(({ over }) => over)}" fill="#b45309" fill-opacity="0.55"/>`,
    `<path class="never" d="${area(({ never }) => never)}" fill="#7e22ce" fill-opacity="0.75"/>`,
    `<path class="all" d="${path(({ credentials }) => credentials)}" fill="none" stroke="currentColor" stroke-width="1.5"/>`,
    ...spread(series, DAYS_BELOW).map((point) => dayLabel(point, x(point), point === last)),
    '</svg>',
  ].join('\n');
}

function gridLine(value: number, at: number): string {
  const line = `<line class="grid" x1="${LEFT}" x2="${WIDTH - RIGHT}" y1="${short(at)}" y2="${short(at)}" stroke="currentColor" stroke-opacity="0.2"/>`;
  return `${line}<text class="label" x="${LEFT - 6}" y="${short(at + 4)}" ${LABEL} text-anchor="end">${digits(value)}</text>`;
}

function dayLabel({ day }: SeriesPoint, at: number, isLast: boolean): string {
  const anchor = isLast ? 'end' : 'start';
  return `<text class="label" x="${short(at)}" y="${HEIGHT - 8}" ${LABEL} text-anchor="${anchor}">${day}</text>`;
}

const LABEL = 'font-size="11" fill="currentColor"';

/** Points at even steps, the first and the last among them. */
function spread(series: readonly SeriesPoint[], wanted: number): readonly SeriesPoint[] {
  const steps = Math.min(wanted, series.length) - 1;
  return Array.from({ length: steps + 1 }, (_, step) => {
    return series[Math.round((step * (series.length - 1)) / steps)]!;
  });
}

function gridLines(top: number): number[] {
  const step = top / GRID_LINES;
  return Array.from({ length: GRID_LINES + 1 }, (_, index) => index * step);
}

/** The next number above that four grid lines part into whole numbers: 4, 8, 20, 40, 80, 200… */
function roundUp(value: number): number {
  for (let unit = GRID_LINES; ; unit *= 10) {
    for (const factor of [1, 2, 3, 4, 5, 6, 8]) if (unit * factor >= value) return unit * factor;
  }
}

/** A day is a point on a line here, so its time zone is no matter. */
function timeOf(day: string): number {
  return Date.parse(`${day}T00:00:00Z`) / DAY_MS;
}

function short(value: number): string {
  return String(Math.round(value * 10) / 10);
}
