/** Whether a merged rotation is in force, from what the witnesses say: pure, the clock is an argument. */
import { type Evidence, IN_FORCE, type InForce } from '../results/verify.ts';

/** An apply of the pipeline takes minutes; after this time something is wrong. */
export const LATE_AFTER_MINUTES = 60;

/**
 * Judges one rotation. Of witnesses that disagree the worse counts: a token that is new in the cluster and old in GitHub
 * is not in force where it is used. What nobody can see is neither in force nor late.
 *
 * @param mergedAt RFC 3339
 */
export function judgeRotation(evidence: readonly Evidence[], mergedAt: string, now: Date): InForce {
  const says = new Set(evidence.map((each) => each.says));
  const isLate = now.getTime() - Date.parse(mergedAt) > LATE_AFTER_MINUTES * 60_000;
  if (says.has('not-yet')) return isLate ? 'late' : 'pending';
  if (says.has('applied')) return says.has('consumed') && !says.has('pods-left') ? 'consumed' : 'applied';
  if (says.has('begun')) return isLate ? 'cannot-see' : 'pending';
  return 'cannot-see';
}

/** Worst first, then the oldest merge. */
export function worstFirst<T extends { readonly state: InForce; readonly mergedAt: string }>(
  rotations: readonly T[],
): readonly T[] {
  return [...rotations].sort(
    (a, b) =>
      IN_FORCE.indexOf(a.state) - IN_FORCE.indexOf(b.state) ||
      (a.mergedAt < b.mergedAt ? -1 : a.mergedAt > b.mergedAt ? 1 : 0),
  );
}
