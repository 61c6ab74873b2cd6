/** The day in a value that rotate-pr wrote itself: `dd-MM-yyyy` or `yyyy-MM-dd`, a suffix behind it or not. */
export function writtenDay(value: string): string | null {
  const iso = /^(\d{4}-\d{2}-\d{2})(?!\d)/.exec(value)?.[1];
  if (iso) return iso;
  const [, day, month, year] = /^(\d{2})-(\d{2})-(\d{4})(?!\d)/.exec(value) ?? [];
  return year ? `${year}-${month}-${day}` : null;
}

/** Days from one `yyyy-MM-dd` to another; negative when `to` is the earlier. */
export function wholeDaysBetween(from: string, to: string): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000);
}
