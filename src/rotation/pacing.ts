/** How many pull requests a run may open: a few at a time, the oldest credential first. */
import type { Day } from '../util/dates.ts';

/** A pull request that could be opened. */
export interface Waiting {
  /** Tells two apart and orders those of one age. */
  readonly key: string;
  /** When the oldest of its credentials was rotated; null when one never was. */
  readonly oldest: Day | null;
}

/** Null means without a limit. */
export interface PacingRules {
  /** Opened by one run. */
  readonly limit: number | null;
  /** Open at once, in the whole repository. */
  readonly maxOpen: number | null;
  /** Opened within an hour. */
  readonly hourlyLimit: number | null;
}

/** What of ours the repository has already. */
export interface PacingFacts {
  readonly open: number;
  readonly openedLastHour: number;
}

/**
 * What a pull request waits for: its turn, another environment of its application, all others as production does, or one
 * that a person refused or that cannot be opened.
 */
export type Deferral = 'turn' | 'application' | 'production' | 'refused' | 'stuck' | 'window';

/** What goes now, and what waits, each with why. */
export interface Admission<T> {
  readonly admitted: readonly T[];
  readonly deferred: readonly { readonly one: T; readonly code: Deferral; readonly reason: string }[];
}

/** Never rotated before rotated, then the longest ago, then by name: always the same order. */
export function byAge(a: Waiting, b: Waiting): number {
  if (a.oldest !== b.oldest) {
    if (a.oldest === null) return -1;
    if (b.oldest === null) return 1;
    return a.oldest < b.oldest ? -1 : 1;
  }
  return a.key < b.key ? -1 : a.key > b.key ? 1 : 0;
}

/** Lets through as many as the narrowest limit has room for, the oldest first. */
export function pace<T extends Waiting>(
  waiting: readonly T[],
  rules: PacingRules,
  facts: PacingFacts,
): Admission<T> {
  const rooms = [
    { room: rules.limit, reason: `this run opens at most ${rules.limit}` },
    {
      room: rules.maxOpen === null ? null : rules.maxOpen - facts.open,
      reason: `at most ${rules.maxOpen} are open at once, and ${facts.open} are`,
    },
    {
      room: rules.hourlyLimit === null ? null : rules.hourlyLimit - facts.openedLastHour,
      reason: `at most ${rules.hourlyLimit} are opened in an hour, and ${facts.openedLastHour} were`,
    },
  ].flatMap(({ room, reason }) => (room === null ? [] : [{ room: Math.max(0, room), reason }]));
  const ordered = [...waiting].sort(byAge);
  const [narrowest] = rooms.sort((a, b) => a.room - b.room);
  if (narrowest === undefined) return { admitted: ordered, deferred: [] };
  const { room, reason } = narrowest;
  return {
    admitted: ordered.slice(0, room),
    deferred: ordered
      .slice(room)
      .map((one) => ({ one, code: 'turn', reason: `It waits for its turn: ${reason}.` })),
  };
}
