/** Which pull requests a run makes, as far as the limits let it and the edits can be proved. */
import { type ObservedState, triedSince } from '../../publish/observe.ts';
import type { Published } from '../../publish/publish.ts';
import { overtakingWords } from '../../rotation/stagger.ts';
import type { Say } from '../options.ts';
import type { Survey } from '../read/survey.ts';
import type { Schedule } from './classify.ts';
import { type PlannedEdits, type ProofCache, type ProvedRotations, proveEdits } from './edits.ts';
import { type AssignedEdits, editsOf, type Unit } from './scopes.ts';
import { keyOf, type TurnContext, type Turns, takeTurns } from './stagger.ts';

export interface Turn extends Turns {
  /** Of which no edit can be proved: they take no place and hold nobody back. */
  readonly unprovable: readonly Unit[];
  readonly proved: ProvedRotations;
}

/** What there is to write, and what of it is proved already. */
export interface Provable {
  readonly survey: Survey;
  readonly planned: PlannedEdits;
  readonly assigned: AssignedEdits;
  readonly cache: ProofCache;
  readonly say: Say;
}

/** Admits as many as the limits allow. What is not going to be written is not proved. */
export async function admit(
  { tended, creatable }: Pick<Schedule, 'tended' | 'creatable'>,
  provable: Provable,
  context: TurnContext,
): Promise<Turn> {
  const unprovable = new Set<Unit>();
  for (;;) {
    const waiting = creatable.filter((unit) => !unprovable.has(unit));
    const { admitted, ...turns } = takeTurns(waiting, context);
    const proved = await prove([...tended, ...admitted, ...unprovable], provable);
    const failed = admitted.filter((unit) => editsOf([unit], provable.assigned, proved.edits).length === 0);
    for (const unit of failed) unprovable.add(unit);
    if (failed.length > 0 && turns.deferred.length > 0) continue;
    const writable = admitted.filter((unit) => !unprovable.has(unit));
    return { ...turns, admitted: writable, unprovable: [...unprovable], proved };
  }
}

/** Admits whatever can be proved: nobody was asked what the limits leave. */
export async function admitAll(units: readonly Unit[], provable: Provable): Promise<Turn> {
  const proved = await prove(units, provable);
  const isProved = (unit: Unit) => editsOf([unit], provable.assigned, proved.edits).length > 0;
  return {
    admitted: units.filter(isProved),
    deferred: [],
    instead: [],
    overtaking: new Map(),
    unprovable: units.filter((unit) => !isProved(unit)),
    proved,
  };
}

/**
 * The places that came free because GitHub or git refused a pull request go to the next in turn: one that can never
 * be opened must not hold up all that come after it. Of its own application the next goes only when it has been refused
 * for long. What waits for something else than a place goes on waiting.
 *
 * @returns those that go instead; those that wait still are its deferred
 */
export async function backfill(
  { admitted, deferred, instead }: Turn,
  { results, refusedBranches }: Pick<Published, 'results' | 'refusedBranches'>,
  looked: ObservedState,
  provable: Provable,
): Promise<Turn> {
  const failed = results.flatMap(({ branch, outcome }) => (outcome === 'failed' ? [branch] : []));
  const places = admitted.filter(({ branch }) => failed.includes(branch)).length;
  const isRefusedForGood = ({ branch }: Unit): boolean => {
    const seen = looked.seen.get(branch);
    const isTried = seen?.ok && triedSince(seen.value) !== null;
    return failed.includes(branch) && (isTried || refusedBranches.includes(branch));
  };
  const overtaking = new Map(
    instead.flatMap(({ of, one }) =>
      isRefusedForGood(of) ? [[one, overtakingWords(keyOf(one.branch), keyOf(of.branch))] as const] : [],
    ),
  );
  const nextInTurn = deferred.flatMap(({ one, code }) => (code === 'turn' ? [one] : []));
  const next = new Set([...overtaking.keys(), ...nextInTurn].slice(0, places));
  return {
    admitted: [...next],
    deferred: deferred.filter(({ one }) => !next.has(one)),
    instead: [],
    overtaking: new Map([...overtaking].filter(([one]) => next.has(one))),
    unprovable: [],
    proved: await prove([...next], provable),
  };
}

/** Proves what some units are about. */
function prove(
  units: readonly Unit[],
  { planned, assigned, survey, cache, say }: Provable,
): Promise<ProvedRotations> {
  const edits = editsOf(units, assigned, planned.edits);
  const needed = new Set(edits.flatMap(({ neededBy }) => neededBy));
  const rotations = planned.rotations.filter(({ assessment }) => needed.has(assessment.credential.id));
  return proveEdits({ ...planned, edits, rotations }, survey, say, cache);
}
