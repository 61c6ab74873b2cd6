import type { Credential } from '../../results/results.ts';

/** Ages that are shown alike, from the newest; `never`, `unknown` and `exempt` (nothing to rotate) have no age. */
export const BANDS = [
  'within',
  'half-year',
  'year',
  'two-years',
  'three-years',
  'older',
  'never',
  'unknown',
  'exempt',
] as const;
export type Band = (typeof BANDS)[number];

/** Days up to which a band reaches. */
const LIMITS: readonly (readonly [Band, number])[] = [
  ['half-year', 183],
  ['year', 365],
  ['two-years', 730],
  ['three-years', 1096],
];

/** Reasons of a credential that was never rotated, whatever its state. */
const NEVER_CODES: readonly string[] = ['never-rotated', 'placeholder-date'];

/** The band of a credential by its age alone. What cannot be read as a date is `unknown`. */
export function bandOf({ state, ageDays, maxAgeDays, reasons }: Credential): Band {
  if (state === 'exempt') return 'exempt';
  if (ageDays === null) {
    return reasons.some(({ code }) => NEVER_CODES.includes(code)) ? 'never' : 'unknown';
  }
  if (ageDays <= maxAgeDays) return 'within';
  return LIMITS.find(([, limit]) => ageDays <= limit)?.[0] ?? 'older';
}

/** The bands that some credentials can be in: nothing younger than their maximum age is overdue. */
export function bandsOf(credentials: readonly { readonly maxAgeDays: number }[]): readonly Band[] {
  const youngest = credentials.reduce((least, { maxAgeDays }) => Math.min(least, maxAgeDays), Infinity);
  const empty = LIMITS.filter(([, limit]) => limit <= youngest).map(([band]) => band);
  return BANDS.filter((band) => !empty.includes(band));
}
