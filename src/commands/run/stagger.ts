/** Whose turn it is: which of the pull requests that could be opened are opened by this run. */

import { branchName } from '../../environments/layout.ts';
import type { NamespaceMetadata } from '../../environments/metadata.ts';
import type { NamespaceFolder } from '../../environments/reader.ts';
import type { PullRequest } from '../../github/github.ts';
import type { ListedPullRequests } from '../../publish/observe.ts';
import { type Admission, type PacingFacts, pace, type Waiting } from '../../rotation/pacing.ts';
import {
  applicationKey,
  type Environment,
  type StaggerFacts,
  type StaggerRules,
  stagger,
} from '../../rotation/stagger.ts';
import { addDays, dayInLondon } from '../../util/dates.ts';
import type { BaseSurvey } from '../read/base-branch.ts';
import { surveyEstate } from '../read/survey.ts';
import { folderOf, type Unit } from './scopes.ts';
import type { OpenSettings } from './settings.ts';

const HOUR_MS = 60 * 60 * 1000;

export interface TurnContext {
  readonly read: BaseSurvey;
  readonly sightings: ListedPullRequests;
  readonly settings: OpenSettings;
  readonly now: Date;
}

interface WaitingUnit extends Waiting {
  readonly unit: Unit;
}

/**
 * Windows and freezes come first, then staggering, then pace. Runs with `--due` alone are staggered: who names namespaces gets them all.
 *
 * @param units those that would be created
 */
export async function takeTurns(units: readonly Unit[], context: TurnContext): Promise<Admission<Unit>> {
  const { read, sightings, settings, now } = context;
  if (settings.incident !== null) return { admitted: units, deferred: [] };
  const mayNow = units.filter((unit) => settings.closed === null || unit.askedByName === true);
  const waiting = mayNow.map((unit): WaitingUnit => ({ unit, key: keyOf(unit.branch), oldest: unit.oldest }));
  const rules = staggerRules(read, settings);
  const staggered =
    rules === null ? { admitted: waiting, deferred: [] } : await apart(waiting, rules, context);
  const paced = pace(staggered.admitted, settings.pacing, pacingFacts(sightings, now));
  return {
    admitted: paced.admitted.map(({ unit }) => unit),
    deferred: [
      ...[...paced.deferred, ...staggered.deferred].map(({ one, ...why }) => ({ one: one.unit, ...why })),
      ...units
        .filter((unit) => !mayNow.includes(unit))
        .map((one) => ({ one, code: 'window' as const, reason: settings.closed ?? '' })),
    ],
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

async function apart(
  waiting: readonly WaitingUnit[],
  rules: StaggerRules,
  { read, sightings, now }: TurnContext,
): Promise<Admission<WaitingUnit>> {
  const { readAllMetadata } = await import('../../environments/metadata.ts');
  // an environment that is not selected is one of its application too
  const folders = await read.reader.namespaces(() => true);
  const metadata = await readAllMetadata(folders, read.reader);
  const environments = waiting.map((one): WaitingUnit & Environment => {
    const facts = metadata.get(one.unit.folders[0]?.path ?? '');
    const application = applicationKey(facts?.application ?? null, one.key, rules);
    return { ...one, application, production: facts?.production ?? null };
  });
  const keys = new Set(environments.map(({ application }) => application));
  const related = folders.filter(({ cluster, namespace, path }) => {
    const named = branchName(cluster, namespace);
    if (!('branch' in named)) return false;
    return keys.has(applicationKey(metadata.get(path)?.application ?? null, keyOf(named.branch), rules));
  });
  const rotated = await rotatedToday(read, related);
  return stagger(environments, staggerFacts(folders, rotated, metadata, sightings, rules, now));
}

function staggerFacts(
  folders: readonly NamespaceFolder[],
  rotated: ReadonlySet<string>,
  metadata: ReadonlyMap<string, NamespaceMetadata>,
  { open, closed }: ListedPullRequests,
  rules: StaggerRules,
  now: Date,
): StaggerFacts {
  const today = new Map<string, string[]>();
  const openNow = new Map<string, string>();
  const day = dayInLondon(now);
  const since = addDays(day, -rules.holdProductionDays);
  const begun = ({ createdAt, mergedAt }: PullRequest): boolean =>
    isOn(createdAt, day) || (mergedAt !== null && isOn(mergedAt, day));
  for (const { cluster, namespace, path } of folders) {
    const named = branchName(cluster, namespace);
    if (!('branch' in named)) continue;
    const { branch } = named;
    const facts = metadata.get(path);
    const key = keyOf(branch);
    const application = applicationKey(facts?.application ?? null, key, rules);
    const ofBranch = open.get(branch) ?? [];
    if (rotated.has(path) || [...ofBranch, ...(closed.get(branch) ?? [])].some(begun)) {
      today.set(application, [...(today.get(application) ?? []), key]);
    }
    const young = ofBranch.some(({ createdAt }) => dayInLondon(new Date(createdAt)) > since);
    if (young && facts?.production === false) openNow.set(application, key);
  }
  return { today, open: openNow };
}

/**
 * The folders of which the base branch says that something was rotated on the day of the run.
 *
 * @param related environments of the applications that wait, selected or not
 */
async function rotatedToday(
  { survey, date, namespaces, reader }: BaseSurvey,
  related: readonly NamespaceFolder[],
): Promise<ReadonlySet<string>> {
  const read = new Set(namespaces.folders.map(({ path }) => path));
  const others = related.filter(({ path }) => !read.has(path));
  // a date is what it is, whatever the rules
  const rules = { today: date, maxAgeDays: 0, includeHeld: true };
  const { assessments } = await surveyEstate(reader, others, rules);
  const today = [...survey.assessments, ...assessments].filter(
    ({ credential }) => credential.rotatedOn === date,
  );
  return new Set(today.map(({ credential }) => folderOf(credential.file)));
}

function isOn(instant: string, day: string): boolean {
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

function keyOf(branch: string): string {
  return branch.replace(/^rotate\//, '');
}
