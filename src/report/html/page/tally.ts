/** Sums over rows. */
import type { State } from '../../../results/results.ts';
import { STATES_WORST_FIRST } from '../../format.ts';
import type { Row } from './rows.ts';

export interface Tally {
  readonly all: number;
  readonly namespaces: number;
  readonly byState: Readonly<Record<State, number>>;
  /** Too old and never rotated ones. */
  readonly due: number;
  /** The row that was rotated longest ago; what is exempt has nothing to rotate. */
  readonly oldest: Row | null;
}

export function tally(rows: readonly Row[]): Tally {
  const byState = { ok: 0, due: 0, never: 0, held: 0, exempt: 0, blocked: 0 };
  const homes = new Set<unknown>();
  let oldest: Row | null = null;
  for (const row of rows) {
    byState[row.state] += 1;
    homes.add(row.home);
    if (row.state !== 'exempt' && row.ageDays !== null && row.ageDays > (oldest?.ageDays ?? -1)) oldest = row;
  }
  return { all: rows.length, namespaces: homes.size, byState, due: byState.due + byState.never, oldest };
}

/** How many rows have each value. */
export function countBy<T>(rows: readonly Row[], of: (row: Row) => T): ReadonlyMap<T, number> {
  const counts = new Map<T, number>();
  for (const row of rows) counts.set(of(row), (counts.get(of(row)) ?? 0) + 1);
  return counts;
}

/** States and their numbers where there are any, the worst first. */
export function statesOf({ byState }: Tally): readonly (readonly [State, number])[] {
  return STATES_WORST_FIRST.filter((state) => byState[state] > 0).map((state) => [state, byState[state]]);
}
