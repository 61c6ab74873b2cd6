/** Whose turn it is, as far as edits can be proved: what `open` does and `status` says. */
import type { Looked } from '../../publish/observe.ts';
import type { PullRequestResult } from '../../results/results.ts';
import type { Admission } from '../../rotation/pacing.ts';
import type { Say } from '../options.ts';
import type { BaseSurvey } from '../read/base-branch.ts';
import type { Schedule } from './classify.ts';
import { type PlannedEdits, type ProvedRotations, proveEdits, provingProgress } from './edits.ts';
import { assignEdits, type Unit } from './scopes.ts';
import type { OpenSettings } from './settings.ts';
import { takeTurns } from './stagger.ts';

export interface Turn extends Admission<Unit> {
  readonly proved: ProvedRotations;
}

/** What it takes to know whose turn it is. */
export interface TurnRun {
  readonly read: BaseSurvey;
  readonly looked: Looked;
  readonly settings: OpenSettings;
  readonly say: Say;
  readonly now: Date;
}

/** Units of which no edit can be proved have no turn and hold nobody back. */
export async function nextTurn(
  { tended, creatable }: Pick<Schedule, 'tended' | 'creatable'>,
  planned: PlannedEdits,
  { read, looked, settings, now, say }: TurnRun,
): Promise<Turn> {
  const context = { read, sightings: looked.sightings, settings, now };
  const hopeless = new Set<Unit>();
  for (;;) {
    const waiting = creatable.filter((unit) => !hopeless.has(unit));
    const turn = await takeTurns(waiting, context);
    const units = [...tended, ...turn.admitted, ...hopeless];
    const proved = await proveEdits(partOf(planned, units), read.survey, provingProgress(say));
    const assigned = assignEdits(units, proved.edits);
    const failed = turn.admitted.filter((unit) => !assigned.has(unit));
    if (failed.length === 0 || turn.deferred.length === 0) return { ...turn, proved };
    for (const unit of failed) hopeless.add(unit);
  }
}

/**
 * The places that came free because GitHub or git refused a pull request go to the next in turn: one that can never
 * be opened must not hold up all that come after it. What waits for something else than a place goes on waiting.
 *
 * @param results of the units whose turn it was
 * @returns the turn of those that go instead; those that wait still are its deferred
 */
export async function turnInstead(
  { admitted, deferred }: Turn,
  results: readonly PullRequestResult[],
  planned: PlannedEdits,
  { read, say }: Pick<TurnRun, 'read' | 'say'>,
): Promise<Turn> {
  const turns = new Set(admitted.map(({ branch }) => branch));
  const places = results.filter(({ branch, outcome }) => outcome === 'failed' && turns.has(branch)).length;
  const next = deferred.filter(({ code }) => code === 'turn').slice(0, places);
  const instead = next.map(({ one }) => one);
  const proved = await proveEdits(partOf(planned, instead), read.survey, provingProgress(say));
  return { admitted: instead, deferred: deferred.filter((one) => !next.includes(one)), proved };
}

/** What of a plan some units are about. */
function partOf(planned: PlannedEdits, units: readonly Unit[]): PlannedEdits {
  const edits = [...assignEdits(units, planned.edits).values()].flat();
  const needed = new Set(edits.flatMap(({ neededBy }) => neededBy));
  const rotations = planned.rotations.filter(({ assessment }) => needed.has(assessment.credential.id));
  return { ...planned, edits, rotations };
}
