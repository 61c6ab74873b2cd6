/** How long a pull request that a person closed is remembered. */
import { addDays, type Day } from '../util/dates.ts';

/** The first day on which a credential is due; null when it was never rotated, and so is due already. */
export function dueOn(rotatedOn: Day | null, maxAgeDays: number): Day | null {
  return rotatedOn === null ? null : addDays(rotatedOn, maxAgeDays + 1);
}

/**
 * Until when a closed pull request keeps a credential from being proposed again: until the credential falls due next.
 * One that was due already when its pull request was closed falls due again a maximum age after that day, as if the
 * closing had been the rotation: somebody looked at it and said "not now".
 *
 * @param closedOn the day of the closing in Europe/London
 * @param due from `dueOn`
 * @returns the first day on which it may be proposed again
 */
export function rememberedUntil(closedOn: Day, due: Day | null, maxAgeDays: number): Day {
  return due !== null && due > closedOn ? due : addDays(closedOn, maxAgeDays + 1);
}
