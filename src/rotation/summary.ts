import type { KindName } from '../kinds/registry.ts';
import type { AuditSummary, Credential, Skipped, State, UnrotatableCredential } from '../results/results.ts';

/** Counts credentials by state and kind. */
export function summarise(
  credentials: readonly Credential[],
  notRotatable: readonly UnrotatableCredential[],
): AuditSummary {
  const byState = noStates();
  const byKind: Record<KindName, Record<State, number>> = {};
  const namespaces = new Set<string>();
  for (const { cluster, namespace, kind, state } of credentials) {
    namespaces.add(`${cluster}/${namespace}`);
    byState[state] += 1;
    byKind[kind] ??= noStates();
    byKind[kind][state] += 1;
  }
  return { namespaces: namespaces.size, credentials: credentials.length, byState, byKind, notRotatable };
}

function noStates(): Record<State, number> {
  return { ok: 0, due: 0, never: 0, held: 0, exempt: 0, blocked: 0 };
}

/** Why a file that was to be edited was left as it is: mistakes in it, or in ours, and never a decision. */
const FAILURES: readonly string[] = [
  'invalid-hcl',
  'too-large',
  'invalid-edit',
  'outside-edit',
  'other-value',
  'not-written',
  'changed-meanwhile',
];

/** Whether something that was selected and is rotatable could not be rotated. */
export function hasFailures(skipped: readonly Skipped[]): boolean {
  return skipped.some(({ code }) => FAILURES.includes(code));
}
