/** What becomes of each unit, now that it is known what GitHub has: pure, but for the reading that went before. */
import { type Found, type Policy, whatHinders } from '../../publish/decide.ts';
import { reasonFor } from '../../publish/messages.ts';
import type { ObservedPullRequest, ObservedState } from '../../publish/observe.ts';
import type { Proposal } from '../../publish/proposal.ts';
import { resultOf } from '../../publish/result.ts';
import type { PullRequestResult, Skipped } from '../../results/results.ts';
import type { Assessment } from '../../rotation/judge.ts';
import type { SelectedNamespaces } from '../read/tree.ts';
import type { Choice } from './edits.ts';
import { closingOf, type InProgress, inProgress } from './in-progress.ts';
import { idPrefix, isGroupBranch, type Unit } from './scopes.ts';

export interface Schedule {
  /** Units whose pull request is open. */
  readonly tended: readonly Unit[];
  /** Units of which one could be created, when it is their turn. */
  readonly creatable: readonly Unit[];
  /** Pull requests of which nothing is left. */
  readonly closings: readonly Proposal[];
  /** Results that are certain already: what is left alone, and what could not be looked at. */
  readonly settled: readonly { readonly unit: Unit; readonly result: PullRequestResult }[];
  readonly choice: Choice;
  /** Credentials that somebody's closing or another pull request keeps back. */
  readonly skipped: readonly Skipped[];
}

interface Facts {
  readonly looked: ObservedState;
  readonly assessments: ReadonlyMap<string, Assessment>;
  readonly namespaces: SelectedNamespaces;
  readonly policy: Policy;
}

/** Sorts the units. */
export function schedule(units: readonly Unit[], facts: Facts): Schedule {
  const tended: Unit[] = [];
  const creatable: Unit[] = [];
  const closings: Proposal[] = [];
  const settled: { unit: Unit; result: PullRequestResult }[] = [];
  const also = new Set<string>();
  const restoring = new Set<string>();
  const without = new Set<string>();
  const skipped: Skipped[] = [];
  const flying = inFlight(units, facts);
  closings.push(...flying.closings);

  for (const given of units) {
    const looked = facts.looked.seen.get(given.branch);
    if (looked === undefined || isGroupBranch(given.branch) !== (given.group !== null)) continue;
    if (!looked.ok) {
      settled.push({
        unit: given,
        result: resultOf(closingOf(given, 'nothing-to-rotate'), 'failed', looked.error.message),
      });
      continue;
    }
    const seen = looked.value;
    const known = inProgress(seen, facts.assessments);
    const handedOver = known?.open.filter((id) => flying.ids.has(id)) ?? [];
    const progress = known && { ...known, open: known.open.filter((id) => !flying.ids.has(id)) };
    const kept = keepBack(given, seen, flying.ids, without, skipped);
    const unit = withProgress(kept, progress, facts);
    if (progress !== null) {
      const own = ownIds(unit, progress);
      for (const id of own) also.add(id);
      for (const id of progress.restoring) if (own.includes(id)) restoring.add(id);
    }
    if (seen.found.open.length > 0) {
      if (unit.wanted.size > 0) tended.push(unit);
      else if (progress !== null && (unit.outside ?? 0) === 0) {
        const reason = progress.done.length > 0 ? 'rotated-meanwhile' : 'nothing-to-rotate';
        closings.push(closingOf(unit, handedOver.length > 0 ? 'in-group' : reason));
      }
      continue;
    }
    if (unit.wanted.size === 0) {
      if (isLeftBehind(seen.found)) closings.push(closingOf(unit, 'nothing-to-rotate'));
      continue;
    }
    const hindrance = whatHinders(seen.found, {
      ...facts.policy,
      askedByName: facts.policy.askedByName || unit.askedByName === true,
    });
    if (hindrance === null) creatable.push(unit);
    else {
      const pull =
        'number' in hindrance && hindrance.number !== null ? seen.pullRequests.get(hindrance.number) : null;
      const result = resultOf(
        closingOf(unit, 'nothing-to-rotate'),
        'left-alone',
        reasonFor(hindrance),
        pull ?? null,
      );
      settled.push({ unit, result });
    }
  }
  return { tended, creatable, closings, settled, choice: { also, restoring, without }, skipped };
}

/**
 * Whether a run was cut short between closing a pull request and deleting its branch. A branch without one may be that
 * of a run that is just about to open it.
 */
function isLeftBehind({ branch, closed }: Found): boolean {
  return branch?.ours === true && closed?.by === 'us' && closed.headSha === branch.sha;
}

/** Takes out what a person's closing or a pull request of a group keeps back, each with its reason. */
function keepBack(
  unit: Unit,
  { found, remembered }: ObservedPullRequest,
  flying: ReadonlyMap<string, string>,
  without: Set<string>,
  skipped: Skipped[],
): Unit {
  const all = [...unit.wanted.keys()].every((id) => remembered.has(id));
  const wanted = new Map(unit.wanted);
  for (const id of unit.wanted.keys()) {
    const until = all || found.open.length > 0 ? undefined : remembered.get(id);
    const elsewhere = flying.get(id);
    if (until === undefined && elsewhere === undefined) continue;
    wanted.delete(id);
    without.add(id);
    skipped.push(
      elsewhere === undefined
        ? {
            id,
            code: 'closed-by-person',
            message: `a person closed its pull request, which counts until ${until}`,
          }
        : { id, code: 'in-group', message: `the pull request ${elsewhere} rotates it already` },
    );
  }
  return { ...unit, wanted };
}

/** Of what a marker names only what lies in the unit's own namespace: a person may have edited it. */
function ownIds({ group, folders }: Unit, { open }: InProgress): readonly string[] {
  const prefixes = new Set(folders.map(idPrefix));
  return group === null ? open.filter((id) => prefixes.has(id.slice(0, id.indexOf('/')))) : [];
}

/**
 * What the open pull request of a namespace still has to rotate belongs to its unit, selected or not. A group's has to
 * be selected by the run: what its marker names besides is counted, and keeps the run off it.
 */
function withProgress(unit: Unit, progress: InProgress | null, { assessments, namespaces }: Facts): Unit {
  if (progress === null) return unit;
  const wanted = new Map(unit.wanted);
  for (const id of ownIds(unit, progress)) {
    const credential = assessments.get(id)?.credential;
    if (credential === undefined || wanted.has(id)) continue;
    wanted.set(id, { to: '', due: null, maxAgeDays: credential.maxAgeDays });
  }
  if (unit.group === null) return { ...unit, wanted };
  const surveyed = new Set(namespaces.folders.map(idPrefix));
  const there = new Set(namespaces.all.map(idPrefix));
  const prefix = (id: string) => id.slice(0, id.indexOf('/'));
  const outside = progress.unknown.filter((id) => there.has(prefix(id)) && !surveyed.has(prefix(id)));
  const unwanted = progress.open.filter((id) => !unit.wanted.has(id));
  return { ...unit, outside: outside.length + unwanted.length };
}

/** What open pull requests of groups rotate, seen from a run for others: it is left to them. */
function inFlight(
  units: readonly Unit[],
  facts: Facts,
): { readonly ids: ReadonlyMap<string, string>; readonly closings: readonly Proposal[] } {
  const ids = new Map<string, string>();
  const closings: Proposal[] = [];
  const own = new Set(units.map(({ branch }) => branch));
  for (const [branch, looked] of facts.looked.seen) {
    if (!isGroupBranch(branch) || own.has(branch) || !looked.ok) continue;
    const open = looked.value.found.open.find(({ marker }) => marker !== null);
    const progress = inProgress(looked.value, facts.assessments);
    if (open === undefined || progress === null) continue;
    for (const id of progress.open) ids.set(id, `#${open.number}`);
    const group = open.marker?.group ?? '';
    if (progress.open.length + progress.unknown.length === 0)
      closings.push(closingOf({ namespace: null, cluster: null, group, branch }, 'rotated-meanwhile'));
  }
  return { ids, closings };
}
