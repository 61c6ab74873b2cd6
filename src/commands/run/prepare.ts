/** From a survey to what is to be done, once: `open` carries it out, `plan`, `status` and `dashboard` print it. */

import { branchName } from '../../environments/layout.ts';
import type { OpenPullRequest } from '../../github/graphql.ts';
import type { Policy } from '../../publish/decide.ts';
import { parseMarker } from '../../publish/marker.ts';
import { type ObservedState, observe, type Target } from '../../publish/observe.ts';
import type { Proposal } from '../../publish/proposal.ts';
import type { Skipped } from '../../results/results.ts';
import { isEverywhere } from '../../rotation/selection.ts';
import { isGlob } from '../../util/glob.ts';
import { ok, type Result } from '../../util/result.ts';
import type { RotationOptions, Say } from '../options.ts';
import type { BaseSurvey } from '../read/base-branch.ts';
import { admit, admitAll, type Provable, type Turn } from './admit.ts';
import { otherEnvironments, readApplications } from './applications.ts';
import { type Schedule, schedule } from './classify.ts';
import type { Connection } from './connect.ts';
import { type PlannedEdits, planEdits } from './edits.ts';
import { closingOf, goByCommits } from './in-progress.ts';
import {
  assignEdits,
  findUnits,
  groupOfBranch,
  groupTargets,
  idPrefix,
  isGroupBranch,
  targetOf,
  type Unit,
} from './scopes.ts';
import type { OpenSettings } from './settings.ts';
import { type Staggering, staggerRules } from './stagger.ts';

/** What a run over a survey would do. Nothing is written yet. */
export interface Preparation {
  readonly read: BaseSurvey;
  readonly settings: OpenSettings;
  readonly policy: Policy;
  /** The pull requests that there are or may be. */
  readonly units: readonly Unit[];
  /** What GitHub and the remote have of them; empty where neither was asked. */
  readonly looked: ObservedState;
  readonly plan: Schedule;
  readonly planned: PlannedEdits;
  readonly assigned: Provable['assigned'];
  /** Which of them this run makes, with their proved edits. */
  readonly turn: Turn;
  /** For what is proved later: pull requests that go in the place of others. */
  readonly provable: Provable;
  /** Pull requests of namespaces that are gone: they are closed. */
  readonly deleted: readonly Proposal[];
  /** Selected credentials that are in no pull request, each with its reason. */
  readonly skipped: readonly Skipped[];
}

export interface PrepareOptions extends RotationOptions {
  readonly settings: OpenSettings;
  /** Null asks nobody: then every pull request may be made, and none is open. */
  readonly connection: Connection | null;
  /** All open pull requests, where they were listed: then nothing is left out that is open. */
  readonly listed?: readonly OpenPullRequest[];
  /** Look at every pull request of ours, selected or not, also where no limit needs their number. */
  readonly everything: boolean;
  /** What a person closed is opened again where its namespace is named. */
  readonly reopensNamed: boolean;
}

const NOT_LOOKED: ObservedState = { seen: new Map(), sightings: { open: new Map(), closed: new Map() } };
const ALONE: Pick<Schedule, 'choice' | 'closings' | 'settled' | 'skipped' | 'tended'> = {
  choice: { also: new Set(), restoring: new Set(), without: new Set() },
  closings: [],
  settled: [],
  skipped: [],
  tended: [],
};

/**
 * Prepares: plans the selected credentials, finds their pull requests, decides which of them are tended, made, closed or
 * left alone, and proves what this run would write.
 *
 * @returns codes of `GitHub`
 */
export async function prepare(
  read: BaseSurvey,
  options: PrepareOptions,
  say: Say,
): Promise<Result<Preparation>> {
  const { survey, selection, date, namespaces } = read;
  const { settings, connection } = options;
  const policy = policyFor(read, options, settings);
  const selected = planEdits(survey, selection, date, options);
  const made = await findUnits(read, selected.rotations, settings, connection?.head.refs ?? null);
  const units = options.reopensNamed
    ? made.units.map((unit) => ({ ...unit, ...askedByName(unit, read) }))
    : made.units;
  const observed = await observeAll(units, read, options, say);
  if (!observed.ok) return observed;
  const { looked, deleted, staggering } = observed.value;
  const assessments = new Map(survey.assessments.map((each) => [each.credential.id, each]));
  const plan: Schedule =
    connection === null
      ? { ...ALONE, creatable: units }
      : schedule(units, { looked, assessments, namespaces, policy });
  const { also, without } = plan.choice;
  // what open pull requests add and take is planned with the rest, for credentials may share a date
  const planned =
    also.size + without.size === 0 ? selected : planEdits(survey, selection, date, options, plan.choice);
  const sorted = [...plan.tended, ...plan.creatable, ...plan.settled.map(({ unit }) => unit)];
  const assigned = assignEdits(sorted, planned.edits);
  const provable: Provable = { survey, planned, assigned, cache: new Map(), say };
  const githubTime = connection?.time() ?? null;
  const context = { read, looked, settings, now: options.now, githubTime, units, staggering };
  const turn = connection === null ? await admitAll(units, provable) : await admit(plan, provable, context);
  return ok({
    read,
    settings,
    policy,
    units,
    looked,
    plan,
    planned,
    assigned,
    turn,
    provable,
    deleted,
    skipped: [...made.skipped, ...plan.skipped],
  });
}

interface Observed {
  readonly looked: ObservedState;
  readonly deleted: readonly Proposal[];
  readonly staggering: Staggering | null;
}

async function observeAll(
  units: readonly Unit[],
  read: BaseSurvey,
  options: PrepareOptions,
  say: Say,
): Promise<Result<Observed>> {
  const { settings, connection, listed = [], everything, now } = options;
  if (connection === null) return ok({ looked: NOT_LOOKED, deleted: [], staggering: null });
  say.progress?.({ phase: 'looking for pull requests', done: 0, total: units.length });
  const { github, head } = connection;
  const { base, date: today } = read;
  const atOnce = settings.incident !== null;
  const paced = Object.values(settings.pacing).some((limit) => limit !== null);
  const rules = staggerRules(read, settings);
  const applications = rules === null ? null : await readApplications(read, rules);
  const others =
    applications === null ? null : await otherEnvironments(read, units, applications, options, head.refs);
  const needed = !atOnce && (paced || rules !== null);
  const context = { github, remote: head.remote, refs: head.refs, base, today, now };
  const own = units.map((unit) => targetOf(unit, atOnce || unit.askedByName === true));
  const ofOthers = (others?.units ?? []).map((unit) => targetOf(unit, false));
  const targets = distinct([...own, ...groupTargets(head.refs), ...othersOpen(listed, read), ...ofOthers]);
  const found = await observe(targets, { ...context, everything: everything || needed });
  if (!found.ok) return found;
  const all = await goByCommits(found.value, head.remote.clone, read.prefix);
  const [seenOthers, seen] = splitBy(all.seen, new Set(ofOthers.map(({ branch }) => branch)));
  const looked = { ...all, seen };
  const staggering =
    applications === null || others === null ? null : { applications, others, looked: seenOthers };
  // a run over a part looks at what is gone only where it has listed all for its limits
  const ofDeleted = everything && !isEverywhere(read.selection) ? [] : deletedTargets(looked, read);
  if (ofDeleted.length === 0) return ok({ looked, deleted: [], staggering });
  const deleted = await observe(ofDeleted, { ...context, everything: false });
  if (!deleted.ok) return deleted;
  return ok({
    looked: { ...looked, seen: new Map([...looked.seen, ...deleted.value.seen]) },
    deleted: ofDeleted.map((target) => closingOf(target, 'namespace-gone')),
    staggering,
  });
}

/** What a map has of some keys, and the rest. */
function splitBy<V>(
  map: ReadonlyMap<string, V>,
  keys: ReadonlySet<string>,
): readonly [Map<string, V>, Map<string, V>] {
  const entries = [...map];
  return [
    new Map(entries.filter(([key]) => keys.has(key))),
    new Map(entries.filter(([key]) => !keys.has(key))),
  ];
}

function distinct(targets: readonly Target[]): readonly Target[] {
  return [...new Map(targets.toReversed().map((target) => [target.branch, target])).values()].toReversed();
}

/** Open pull requests in which nothing is due and that have no branch, and those of groups. */
function othersOpen(listed: readonly OpenPullRequest[], { namespaces }: BaseSurvey): readonly Target[] {
  const selected = new Map(namespaces.folders.map((folder) => [idPrefix(folder), folder]));
  return listed.flatMap(({ branch }): readonly Target[] => {
    const common = { branch, wanted: new Map(), askedByName: true };
    const folder = selected.get(branch.slice('rotate/'.length));
    if (folder !== undefined) {
      const { namespace, cluster } = folder;
      return [{ ...common, namespace, cluster, group: null }];
    }
    if (!isGroupBranch(branch)) return [];
    return [{ ...common, namespace: null, cluster: null, group: groupOfBranch(branch) }];
  });
}

/** Open pull requests of namespaces that are no longer there. */
function deletedTargets({ seen, sightings }: ObservedState, { namespaces }: BaseSurvey): readonly Target[] {
  const there = new Set(namespaces.all.map(idPrefix));
  const targets: Target[] = [];
  for (const [branch, pulls] of sightings.open) {
    if (seen.has(branch) || there.has(branch.slice('rotate/'.length))) continue;
    const { namespace = null, cluster = null } = parseMarker(pulls[0]?.body ?? '') ?? {};
    if (namespace === null || cluster === null) continue;
    const named = branchName(cluster, namespace);
    if (!('branch' in named) || named.branch !== branch) continue;
    targets.push({ branch, namespace, cluster, group: null, wanted: new Map(), askedByName: true });
  }
  return targets;
}

/** A plain name on the command line, or the folder in which the run takes place. */
function askedByName(unit: Unit, { selection }: BaseSurvey): Pick<Unit, 'askedByName'> {
  const names = new Set(selection.namespaces.filter((pattern) => !isGlob(pattern)));
  return unit.group === null && names.has(unit.namespace ?? '') ? { askedByName: true } : {};
}

/** How the pull requests that are there are judged. */
function policyFor({ date }: BaseSurvey, options: RotationOptions, settings: OpenSettings): Policy {
  return {
    today: date,
    refreshAfterDays: settings.refreshAfterDays,
    explicitDate: options.date !== undefined,
    askedByName: settings.incident !== null,
    incident: settings.incident,
  };
}
