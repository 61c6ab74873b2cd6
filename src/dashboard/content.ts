/** What the dashboard tells: the open pull requests, and what is due and has none, as the base branch and GitHub say. */

import type { OpenOptions } from '../commands/open.ts';
import type { Say } from '../commands/options.ts';
import type { BaseSurvey } from '../commands/read/base-branch.ts';
import type { Connection } from '../commands/run/connect.ts';
import { prepare } from '../commands/run/prepare.ts';
import { folderOf, idPrefix, teamOf, type Unit } from '../commands/run/scopes.ts';
import { settingsFor } from '../commands/run/settings.ts';
import { defaultMaxAge } from '../config/rules.ts';
import { branchName } from '../environments/layout.ts';
import type { NamespaceMetadata } from '../environments/metadata.ts';
import type { PullRequest } from '../github/github.ts';
import { parseMarker } from '../publish/marker.ts';
import { STAYS } from '../publish/messages.ts';
import type { ObservedPullRequest, ObservedState } from '../publish/observe.ts';
import {
  countEntries,
  type DashboardContent,
  type DashboardCredential,
  type DashboardEntry,
  type EntryState,
} from '../results/dashboard.ts';
import type { Skipped } from '../results/results.ts';
import type { Assessment } from '../rotation/judge.ts';
import { selectsCredential } from '../rotation/selection.ts';
import { BEGUN_TODAY } from '../rotation/stagger.ts';
import { dayInLondon } from '../util/dates.ts';
import { ok, type Result } from '../util/result.ts';
import { boxKey } from './checkboxes.ts';

/**
 * Looks at every pull request of ours, and sorts what is due by what becomes of it.
 *
 * @param read the whole estate, with `due` selected
 * @returns codes of `GitHub`
 */
export async function dashboardContent(
  read: BaseSurvey,
  connection: Connection,
  options: OpenOptions,
  say: Say,
): Promise<Result<DashboardContent>> {
  const { survey, selection, namespaces } = read;
  // how many go in one run is no property of a namespace: only whose turn has not come waits
  const resolved = settingsFor(options.request, read.config, options.now);
  const settings = { ...resolved, pacing: { limit: null, maxOpen: null, hourlyLimit: null } };
  const how = { ...options, settings, connection, everything: true, reopensNamed: false };
  const prepared = await prepare(read, how, say);
  if (!prepared.ok) return prepared;
  const { plan, turn, looked } = prepared.value;
  const assessments = new Map(survey.assessments.map((each) => [each.credential.id, each]));
  const { readAllMetadata } = await import('../environments/metadata.ts');
  const metadata = await readAllMetadata(namespaces.folders, read.reader);
  const refused = new Set(turn.proved.skipped.map(({ id }) => id));
  const known: Known = { read, looked, assessments, metadata, refused };

  const entries = [
    ...openEntries(known),
    ...turn.admitted.map((unit) => unitEntry(known, unit, 'due', null)),
    ...turn.deferred.map(({ one, reason }) => unitEntry(known, one, 'deferred', dated(reason, options.now))),
    ...plan.settled.map(({ unit, result }) => settledEntry(known, unit, result.reason)),
    ...skippedEntries(known, [...turn.proved.skipped, ...prepared.value.skipped]),
  ];
  const reported = survey.assessments.filter(selectsCredential({ ...selection, due: false }, 'rotate'));
  return ok({
    entries,
    totals: countEntries(entries),
    credentials: reported.length,
    namespaces: new Set(reported.map(({ credential }) => folderOf(credential.file))).size,
    maxAgeDays: options.maxAgeDays ?? defaultMaxAge(read.config),
  });
}

interface Known {
  readonly read: BaseSurvey;
  readonly looked: ObservedState;
  readonly assessments: ReadonlyMap<string, Assessment>;
  readonly metadata: ReadonlyMap<string, NamespaceMetadata>;
  /** Credentials that cannot be rotated: they are listed with their reasons, and nowhere else. */
  readonly refused: ReadonlySet<string>;
}

type Place = Pick<DashboardEntry, 'cluster' | 'namespace' | 'group' | 'team'>;

const NO_PULL_REQUEST = { number: null, url: null, openedOn: null } as const;

function placeOf(cluster: string, namespace: string, path: string, { metadata }: Known): Place {
  return { cluster, namespace, group: null, team: teamOf(metadata.get(path)) };
}

/** Every open pull request of a branch below `rotate/`, those of namespaces that are gone and of other people included. */
function openEntries(known: Known): readonly DashboardEntry[] {
  const { read, looked } = known;
  const byBranch = new Map(read.namespaces.folders.map((folder) => [`rotate/${idPrefix(folder)}`, folder]));
  return [...looked.sightings.open.values()].flat().map((pull): DashboardEntry => {
    const marker = parseMarker(pull.body);
    const folder = byBranch.get(pull.branch);
    const place =
      folder === undefined || marker?.group !== undefined
        ? {
            cluster: marker?.cluster ?? null,
            namespace: marker?.namespace ?? null,
            group: marker?.group ?? null,
            team: null,
          }
        : placeOf(folder.cluster, folder.namespace, folder.path, known);
    return {
      state: 'open',
      ...place,
      credentials: Object.keys(marker?.changes ?? {}).map((id) => credentialOf(id, null, known)),
      number: pull.number,
      url: pull.url,
      openedOn: pull.createdAt === '' ? null : dayInLondon(new Date(pull.createdAt)),
      reason: remarkOn(pull, marker !== null, looked.seen.get(pull.branch)),
      box: null,
    };
  });
}

function remarkOn(
  pull: PullRequest,
  ours: boolean,
  seen: Result<ObservedPullRequest> | undefined,
): string | null {
  if (!ours) return STAYS.notOurs;
  const branch = seen?.ok ? seen.value.found.branch : null;
  if (branch?.ours === false) return STAYS.leftAlone;
  return pull.draft ? STAYS.draft : null;
}

function unitEntry(known: Known, unit: Unit, state: EntryState, reason: string | null): DashboardEntry {
  const [folder] = unit.folders;
  const { cluster = '', namespace = '', path = '' } = folder ?? {};
  const boxed = state === 'due' || state === 'deferred' || state === 'closed';
  return {
    state,
    ...placeOf(cluster, namespace, path, known),
    credentials: [...unit.wanted.keys()]
      .filter((id) => !known.refused.has(id))
      .map((id) => credentialOf(id, null, known)),
    ...NO_PULL_REQUEST,
    reason,
    box: boxed ? boxKey(cluster, namespace) : null,
  };
}

/** The issue is read on other days than it is written. */
function dated(reason: string, now: Date): string {
  return reason.replace(BEGUN_TODAY, `was begun on ${dayInLondon(now)}`);
}

/** What a person closed is opened again by whoever ticks its box; what else is left alone has its reason. */
function settledEntry(known: Known, unit: Unit, why: string | null): DashboardEntry {
  const looked = known.looked.seen.get(unit.branch);
  const closed = looked?.ok ? looked.value.found.closed : null;
  if (closed?.by !== 'person' || closed.until === null) return unitEntry(known, unit, 'blocked', why);
  const reason = STAYS.closedByPerson(closed.number, closed.until);
  return unitEntry(known, unit, 'closed', reason);
}

/** What no unit rotates, by namespace and state. What the pull request of a group rotates stands there. */
function skippedEntries(known: Known, skipped: readonly Skipped[]): readonly DashboardEntry[] {
  const entries = new Map<string, DashboardEntry & { credentials: DashboardCredential[] }>();
  for (const { id, code, message } of skipped) {
    const credential = known.assessments.get(id)?.credential;
    if (credential === undefined || code === 'in-group') continue;
    const state: EntryState =
      code === 'closed-by-person' ? 'closed' : credential.state === 'held' ? 'held' : 'blocked';
    const path = folderOf(credential.file);
    const entry = entries.get(`${state} ${path}`) ?? {
      state,
      ...placeOf(credential.cluster, credential.namespace, path, known),
      credentials: [],
      ...NO_PULL_REQUEST,
      reason: null,
      box: null,
    };
    entry.credentials.push(credentialOf(id, message, known));
    entries.set(`${state} ${path}`, entry);
  }
  return [...entries.values()];
}

function credentialOf(id: string, reason: string | null, { assessments }: Known): DashboardCredential {
  const { kind = null, rotatedOn = null } = assessments.get(id)?.credential ?? {};
  return { id, kind, rotatedOn, reason };
}

/** Boxes of the base branch: key → namespace. What may have no pull request has no box. */
export function boxesOf({
  namespaces,
}: BaseSurvey): ReadonlyMap<string, { cluster: string; namespace: string }> {
  const boxes = new Map<string, { cluster: string; namespace: string }>();
  for (const { cluster, namespace } of namespaces.all) {
    if ('branch' in branchName(cluster, namespace)) {
      boxes.set(boxKey(cluster, namespace), { cluster, namespace });
    }
  }
  return boxes;
}
