import { knownKinds } from '../kinds/registry.ts';
import type { AuditResult, Credential, State } from '../results/results.ts';
import { groupBy } from '../util/group-by.ts';
import { digits, STATE_WORDS, STATES_WORST_FIRST } from './format.ts';
import { kindsOf } from './kind-words.ts';
import { audit, type Step } from './sentences.ts';

/** Up to this many credentials, `audit` lists them all: one team's namespaces fit on a screen or two. */
const LIST_ALL_UP_TO = 50;
/** States of which a large estate shows numbers only. */
const QUIET_STATES: readonly State[] = ['exempt', 'ok'];

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
export function worstFirst(credentials: readonly Credential[]): readonly Credential[] {
  return credentials.toSorted(compareCredentials);
}

/** Credentials by namespace: the namespace with the worst of them first, in each the worst first. */
export function groupWorstFirst(
  credentials: readonly Credential[],
): readonly (readonly [Credential, ...Credential[]])[] {
  const groups = groupBy(worstFirst(credentials), (each) => JSON.stringify([each.cluster, each.namespace]));
  return [...groups.values()];
}

/** The credentials that a report lists one by one. */
export function listed({ credentials }: AuditResult, verbose: boolean): readonly Credential[] {
  if (verbose || credentials.length <= LIST_ALL_UP_TO) return credentials;
  return credentials.filter((each) => !QUIET_STATES.includes(each.state));
}

/** The sentence about what `listed` left out; none when that is nothing. */
export function leavesOut(result: AuditResult, verbose: boolean): readonly string[] {
  const shown = listed(result, verbose).length;
  if (shown === result.credentials.length) return [];
  const states = QUIET_STATES.filter((state) => result.summary.byState[state] > 0);
  return [
    audit.leftOut(states.map((state) => `${digits(result.summary.byState[state])} ${STATE_WORDS[state]}`)),
  ];
}

/** What to do about what the audit found. */
export function nextSteps(result: AuditResult, selection: readonly string[]): readonly Step[] {
  const due = result.credentials.filter(({ state }) => state === 'due' || state === 'never');
  // rotated only when its kind is named, so never part of what `--due` alone would do
  const { byDefault } = knownKinds();
  const aside = due.filter(({ kind }) => !byDefault.includes(kind) && !selection.includes(kind));
  const rotatable = due.length - aside.length;
  const blocked = result.summary.byState.blocked;
  const steps: Step[] = [];
  const say = (sentence: string): void => void steps.push({ say: sentence, command: null });
  if (blocked > 0) say(audit.blocked(blocked));
  for (const kind of kindsOf(aside)) {
    say(audit.onlyWhenNamed(aside.filter((each) => each.kind === kind).length, kind));
  }
  if (rotatable > 0 && result.newSince !== undefined) say(audit.giveDate(rotatable));
  else if (rotatable > 0) steps.push(audit.look(selection), audit.next(rotatable, selection));
  else if (due.length === 0) say(audit.nothingDue);
  return steps;
}
