const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** `2026-03-23` as `23 Mar 2026`; any other text as it is. `Intl` is not asked: its en-GB September is `Sept`. */
export function dayWords(day: string): string {
  const { y, m, d } = /^(?<y>\d{4})-(?<m>\d\d)-(?<d>\d\d)$/.exec(day)?.groups ?? {};
  const month = MONTHS[Number(m) - 1];
  return month === undefined ? day : `${Number(d)} ${month} ${y}`;
}

/** An age in the unit in which people speak of it: `12 days`, `7 months`, `3.6 years`. */
export function ageWords(days: number): string {
  if (days < 0) return `in ${plain(-days, 'day')}`;
  if (days < 61) return plain(days, 'day');
  if (days < 730) return plain(Math.floor(days / DAYS_IN_MONTH), 'month');
  return `${(Math.floor((days / DAYS_IN_YEAR) * 10) / 10).toFixed(1)} years`;
}

const DAYS_IN_YEAR = 365.25;
const DAYS_IN_MONTH = DAYS_IN_YEAR / 12;

function plain(value: number, unit: string): string {
  return `${value} ${unit}${value === 1 ? '' : 's'}`;
}
