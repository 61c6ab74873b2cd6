/** Whose turn it is: which of the pull requests that could be opened are opened by this run. */

import { branchName } from '../../environments/layout.ts';
import type { PullRequest } from '../../github/github.ts';
import {
  type ListedPullRequests,
  type ObservedPullRequest,
  type ObservedState,
  triedSince,
} from '../../publish/observe.ts';
import { type Admission, type PacingFacts, pace, type Waiting } from '../../rotation/pacing.ts';
import {
  type Environment,
  type Holding,
  overtakingWords,
  type StaggerFacts,
  type StaggerRules,
  stagger,
} from '../../rotation/stagger.ts';
import { addDays, type Day, dayInLondon } from '../../util/dates.ts';
import type { Result } from '../../util/result.ts';
import type { BaseSurvey } from '../read/base-branch.ts';
import type { ApplicationEnvironment, Applications, OtherEnvironments } from './applications.ts';
import { folderOf, type Unit } from './scopes.ts';
import type { OpenSettings } from './settings.ts';

const HOUR_MS = 60 * 60 * 1000;

export interface TurnContext {
  readonly read: BaseSurvey;
  readonly looked: ObservedState;
  readonly settings: OpenSettings;
  readonly now: Date;
  /** The same by GitHub's clock, which dates its pull requests; null where it was not asked. */
  readonly githubTime: Date | null;
  /** The pull requests that the run could open. */
  readonly units: readonly Unit[];
  /** Null where the run is not staggered. */
  readonly staggering: Staggering | null;
}

/** What a staggered run knows of environments that it did not select, too. */
export interface Staggering {
  readonly applications: Applications;
  readonly others: OtherEnvironments;
  /** By branch, of `others`. */
  readonly looked: ObservedState['seen'];
}

/** What goes now and what waits, with what others need not wait for. */
export interface Turns extends Admission<Unit> {
  /** `one` need not wait for `of`, should that not be opened, which has not been for long. */
  readonly instead: readonly { readonly of: Unit; readonly one: Unit }[];
  /** A sentence for each that goes although another one that comes before it cannot be opened. */
  readonly overtaking: ReadonlyMap<Unit, string>;
}

interface WaitingUnit extends Waiting {
  readonly unit: Unit;
}

/**
 * Windows and freezes come first, then staggering, then pace. Runs with `--due` alone are staggered: who names namespaces gets them all.
 *
 * @param units those that would be created
 */
export function takeTurns(units: readonly Unit[], context: TurnContext): Turns {
  const { looked, settings, now, githubTime, staggering } = context;
  if (settings.incident !== null)
    return { admitted: units, deferred: [], instead: [], overtaking: new Map() };
  const mayNow = units.filter((unit) => settings.closed === null || unit.askedByName === true);
  const waiting = mayNow.map((unit): WaitingUnit => ({ unit, key: keyOf(unit.branch), oldest: unit.oldest }));
  const staggered =
    staggering === null
      ? { admitted: waiting, deferred: [], instead: [], overtaken: new Map<WaitingUnit, string>() }
      : apart(waiting, staggering, context);
  const paced = pace(staggered.admitted, settings.pacing, pacingFacts(looked.sightings, githubTime ?? now));
  const admitted = new Set(paced.admitted);
  return {
    admitted: paced.admitted.map(({ unit }) => unit),
    deferred: [
      ...[...paced.deferred, ...staggered.deferred].map(({ one, ...why }) => ({ one: one.unit, ...why })),
      ...units
        .filter((unit) => !mayNow.includes(unit))
        .map((one) => ({ one, code: 'window' as const, reason: settings.closed ?? '' })),
    ],
    instead: staggered.instead.flatMap(({ of, one }) =>
      admitted.has(of) ? [{ of: of.unit, one: one.unit }] : [],
    ),
    overtaking: new Map(
      [...staggered.overtaken].flatMap(([one, other]) =>
        admitted.has(one) ? [[one.unit, overtakingWords(one.key, other)]] : [],
      ),
    ),
  };
}

/** The rules when the run is one that is staggered, else null. */
export function staggerRules(
  read: BaseSurvey,
  { stagger: rules, grouping, incident }: OpenSettings,
): StaggerRules | null {
  const { due, namespaces } = read.selection;
  return due && namespaces.length === 0 && grouping === 'namespace' && incident === null ? rules : null;
}

function apart(waiting: readonly WaitingUnit[], staggering: Staggering, context: TurnContext) {
  const { environments } = staggering.applications;
  const { facts, stuck, isLongTried } = staggerFacts(staggering, context);
  const known = waiting.map((one): WaitingUnit & Environment => {
    const environment = environments.get(one.unit.folders[0]?.path ?? '');
    const { application = ` ${one.key}`, production = null } = environment ?? {};
    return { ...one, application, production, mayBeOvertaken: isLongTried(one.unit) };
  });
  const staggered = stagger(known, facts);
  const overtaken = new Map<WaitingUnit, string>();
  for (const one of staggered.admitted) {
    const other = stuck.get(one.application);
    if (other !== undefined) overtaken.set(one, other);
  }
  return { ...staggered, overtaken };
}

interface Facts {
  readonly facts: StaggerFacts;
  /** Application → an environment that could not be opened for so long that nobody waits for it any longer. */
  readonly stuck: ReadonlyMap<string, string>;
  /** Whether it could not be opened for so long that it would be passed by. */
  isLongTried(unit: Unit): boolean;
}

function staggerFacts(
  { applications, others, looked: lookedOthers }: Staggering,
  { read, looked, units, now }: TurnContext,
): Facts {
  const { rules, environments } = applications;
  const { open, closed } = looked.sightings;
  const today = new Map<string, string[]>();
  const openNow = new Map<string, string>();
  const day = dayInLondon(now);
  const rotated = rotatedToday(read, others);
  const since = addDays(day, -rules.holdProductionDays);
  const begun = ({ createdAt, mergedAt }: PullRequest): boolean =>
    isOn(createdAt, day) || (mergedAt !== null && isOn(mergedAt, day));
  for (const { folder, key, application, production } of environments.values()) {
    const { cluster, namespace } = folder;
    const named = branchName(cluster, namespace);
    if (!('branch' in named)) continue;
    const { branch } = named;
    const ofBranch = open.get(branch) ?? [];
    if (rotated.has(`${cluster}/${namespace}`) || [...ofBranch, ...(closed.get(branch) ?? [])].some(begun)) {
      today.set(application, [...(today.get(application) ?? []), key]);
    }
    const young = ofBranch.some(({ createdAt }) => dayInLondon(new Date(createdAt)) > since);
    if (young && production === false) openNow.set(application, key);
  }
  const held = new Map<string, Holding[]>();
  const stuck = new Map<string, string>();
  for (const unit of [...units, ...others.units]) {
    const environment = environments.get(unit.folders[0]?.path ?? '');
    const seen = looked.seen.get(unit.branch) ?? lookedOthers.get(unit.branch);
    if (environment === undefined || seen === undefined || unit.wanted.size === 0) continue;
    const holding = holdingOf(environment, seen, rules);
    if (holding === null) continue;
    const { application, key } = environment;
    if (holding.until !== null && holding.until <= day) stuck.set(application, key);
    else held.set(application, [...(held.get(application) ?? []), holding]);
  }
  const isLongTried = (unit: Unit): boolean => {
    const seen = looked.seen.get(unit.branch);
    const tried = seen?.ok ? triedSince(seen.value) : null;
    if (tried !== null) return dayInLondon(tried) <= since;
    // of what the remote never took nothing is left to tell since when
    return [...unit.wanted.values()].every(({ due }) => due === null || due <= since);
  };
  return { facts: { today, open: openNow, held }, stuck, isLongTried };
}

/** Why an environment holds those that come after it; null when it does not. */
function holdingOf(
  { key, production }: ApplicationEnvironment,
  seen: Result<ObservedPullRequest>,
  { holdProductionDays }: StaggerRules,
): Holding | null {
  const common = { key, production: production !== false };
  if (!seen.ok) return { ...common, why: 'stuck', until: null };
  const { found, remembered } = seen.value;
  const [until] = [...remembered.values()].sort();
  if (until !== undefined) return { ...common, why: 'refused', until };
  const tried = triedSince(seen.value);
  if (tried === null || found.branch?.ours !== false) return null;
  return { ...common, why: 'stuck', until: addDays(dayInLondon(tried), holdProductionDays) };
}

/** Namespaces of which the base branch says that something was rotated on the day of the run. */
function rotatedToday({ survey, date }: BaseSurvey, others: OtherEnvironments): ReadonlySet<string> {
  const found = new Set<string>();
  for (const { credential } of [...survey.assessments, ...others.assessments]) {
    if (credential.rotatedOn === date) found.add(folderOf(credential.file).slice('namespaces/'.length));
  }
  return found;
}

function isOn(instant: string, day: Day): boolean {
  return instant !== '' && dayInLondon(new Date(instant)) === day;
}

function pacingFacts({ open, closed }: ListedPullRequests, now: Date): PacingFacts {
  const ofOpen = [...open.values()].flat();
  const lately = ({ createdAt }: PullRequest): boolean => Date.parse(createdAt) > now.getTime() - HOUR_MS;
  return {
    open: ofOpen.length,
    openedLastHour: [...ofOpen, ...[...closed.values()].flat()].filter(lately).length,
  };
}

/** What stands for a pull request's namespace. */
export function keyOf(branch: string): string {
  return branch.replace(/^rotate\//, '');
}
