/** What becomes of each unit, now that it is known what GitHub has: pure, but for the reading that went before. */
import { type Found, type Policy, whatHinders } from '../../publish/decide.ts';
import { reasonFor } from '../../publish/messages.ts';
import type { Looked, Seen } from '../../publish/observe.ts';
import type { Proposal } from '../../publish/proposal.ts';
import { resultOf } from '../../publish/result.ts';
import type { PullRequestResult, Skipped } from '../../results/results.ts';
import type { Assessment } from '../../rotation/judge.ts';
import type { SelectedNamespaces } from '../read/tree.ts';
import type { Choice } from './edits.ts';
import { closingOf, type Pending, pendingOf } from './in-progress.ts';
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
  readonly looked: Looked;
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
    const pending = pendingOf(seen, facts.assessments);
    const kept = seen.found.open.length > 0 ? given : keepBack(given, seen, flying.ids, without, skipped);
    const unit = withPending(kept, pending, facts);
    if (pending !== null) for (const id of ownIds(unit, pending)) also.add(id);
    if (seen.found.open.length > 0) {
      if (unit.wanted.size > 0) tended.push(unit);
      else if (pending !== null && (unit.outside ?? 0) === 0) {
        closings.push(closingOf(unit, pending.done.length > 0 ? 'rotated-meanwhile' : 'nothing-to-rotate'));
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
      const known =
        'number' in hindrance && hindrance.number !== null ? seen.pullRequests.get(hindrance.number) : null;
      const result = resultOf(
        closingOf(unit, 'nothing-to-rotate'),
        'left-alone',
        reasonFor(hindrance),
        known ?? null,
      );
      settled.push({ unit, result });
    }
  }
  return { tended, creatable, closings, settled, choice: { also, without }, skipped };
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
  { remembered }: Seen,
  flying: ReadonlyMap<string, string>,
  without: Set<string>,
  skipped: Skipped[],
): Unit {
  const all = [...unit.wanted.keys()].every((id) => remembered.has(id));
  const wanted = new Map(unit.wanted);
  for (const id of unit.wanted.keys()) {
    const until = all ? undefined : remembered.get(id);
    const elsewhere = unit.group === null ? flying.get(id) : undefined;
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
function ownIds({ group, folders }: Unit, { open }: Pending): readonly string[] {
  const prefixes = new Set(folders.map(idPrefix));
  return group === null ? open.filter((id) => prefixes.has(id.slice(0, id.indexOf('/')))) : [];
}

/**
 * What the open pull request of a namespace still has to rotate belongs to its unit, selected or not. A group's has to
 * be selected by the run: what its marker names besides is counted, and keeps the run off it.
 */
function withPending(unit: Unit, pending: Pending | null, { assessments, namespaces }: Facts): Unit {
  if (pending === null) return unit;
  const wanted = new Map(unit.wanted);
  for (const id of ownIds(unit, pending)) {
    const credential = assessments.get(id)?.credential;
    if (credential === undefined || wanted.has(id)) continue;
    wanted.set(id, { to: '', due: null, maxAgeDays: credential.maxAgeDays });
  }
  if (unit.group === null) return { ...unit, wanted };
  const surveyed = new Set(namespaces.folders.map(idPrefix));
  const there = new Set(namespaces.all.map(idPrefix));
  const prefix = (id: string) => id.slice(0, id.indexOf('/'));
  const outside = pending.unknown.filter((id) => there.has(prefix(id)) && !surveyed.has(prefix(id)));
  const unwanted = pending.open.filter((id) => !unit.wanted.has(id));
  return { ...unit, outside: outside.length + unwanted.length };
}

/** What open pull requests of groups rotate, seen from a run for single namespaces. */
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
    const pending = pendingOf(looked.value, facts.assessments);
    if (open === undefined || pending === null) continue;
    for (const id of pending.open) ids.set(id, `#${open.number}`);
    const group = open.marker?.group ?? '';
    if (pending.open.length + pending.unknown.length === 0)
      closings.push(closingOf({ namespace: null, cluster: null, group, branch }, 'rotated-meanwhile'));
  }
  return { ids, closings };
}
