import type { Credential } from '../results/results.ts';
import { groupBy } from '../util/group-by.ts';
import { STATES_WORST_FIRST } from './format.ts';

/** Worst state first; of the same state the oldest first, what has no age before what has one. */
function compareCredentials(a: Credential, b: Credential): number {
  const byState = STATES_WORST_FIRST.indexOf(a.state) - STATES_WORST_FIRST.indexOf(b.state);
  if (byState !== 0) return byState;
  const byAge = (b.ageDays ?? Number.MAX_SAFE_INTEGER) - (a.ageDays ?? Number.MAX_SAFE_INTEGER);
  return byAge !== 0 ? byAge : compareText(a.cluster, b.cluster) || compareText(a.id, b.id);
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Credentials, the worst first. */
export function worstFirst<C extends Credential>(credentials: readonly C[]): readonly C[] {
  return credentials.toSorted(compareCredentials);
}

/** Credentials by namespace: the namespace with the worst of them first, in each the worst first. */
export function groupWorstFirst<C extends Credential>(
  credentials: readonly C[],
): readonly (readonly [C, ...C[]])[] {
  const groups = groupBy(worstFirst(credentials), (each) => JSON.stringify([each.cluster, each.namespace]));
  return [...groups.values()];
}
