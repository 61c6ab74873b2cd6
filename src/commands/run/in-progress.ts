/** What open pull requests of ours still have to rotate, seen from the base branch. */

import { isObjectId } from '../../git/objects.ts';
import { resolveCommit } from '../../git/resolve.ts';
import type { Marker } from '../../publish/marker.ts';
import type { ClosingReason } from '../../publish/messages.ts';
import type { ObservedPullRequest, ObservedState } from '../../publish/observe.ts';
import type { Proposal } from '../../publish/proposal.ts';
import { type Assessment, writtenValue } from '../../rotation/judge.ts';
import { readDate } from '../../util/dates.ts';
import { groupBy } from '../../util/group-by.ts';
import { ok } from '../../util/result.ts';
import type { BaseSurvey } from '../read/base-branch.ts';
import { surveyEstate } from '../read/survey.ts';
import type { Unit } from './scopes.ts';

/** The rotations of one open pull request. */
export interface InProgress {
  /** Ids that the base branch has as it had them when the pull request was made. */
  readonly open: readonly string[];
  /** Ids of which it has another value since: somebody rotated them. */
  readonly done: readonly string[];
  /** Ids of credentials at which the run did not look, or that are gone. */
  readonly unknown: readonly string[];
}

/** Reads the marker of the open pull request that a run would keep; null where there is none of ours. */
export function inProgress(
  { found }: ObservedPullRequest,
  assessments: ReadonlyMap<string, Assessment>,
): InProgress | null {
  const marker = found.open.find((one) => one.marker !== null)?.marker ?? null;
  return marker === null ? null : sortOut(marker, assessments);
}

function sortOut({ changes, from }: Marker, assessments: ReadonlyMap<string, Assessment>): InProgress {
  const open: string[] = [];
  const done: string[] = [];
  const unknown: string[] = [];
  for (const [id, to] of Object.entries(changes)) {
    const assessment = assessments.get(id);
    if (assessment === undefined) unknown.push(id);
    else (isDone(assessment, to, from?.[id]) ? done : open).push(id);
  }
  return { open, done, unknown };
}

/**
 * Whether somebody rotated it since its pull request was made: that is any other value than the base had, whatever day
 * it names.
 *
 * @param from what the base had; undefined when nobody knows, and then it is left to the run's own selection unless it
 * is due and the day on the base is before that of the pull request
 */
export function isDone(assessment: Assessment, to: string, from: string | null | undefined): boolean {
  const value = writtenValue(assessment.date);
  if (value === to) return true;
  if (from !== undefined) return value !== from;
  if (assessment.age === 'ok') return true;
  const wanted = readDate(to);
  const { rotatedOn } = assessment.credential;
  if (wanted === null || rotatedOn === null) return false;
  // a second rotation of one day is told from the first by what stands behind the date
  return rotatedOn > wanted || (rotatedOn === wanted && to.length <= 10);
}

/**
 * Completes the markers of older versions, which do not say what the base had: the commit on which the pull request was
 * built does, where this clone has it.
 */
export async function readValuesBefore(looked: ObservedState, read: BaseSurvey): Promise<ObservedState> {
  const older = [...looked.seen].flatMap(([branch, one]) => {
    const seen = one.ok ? one.value : null;
    const marker = seen?.found.open.find((open) => open.marker !== null)?.marker;
    if (seen === null || !marker || marker.from !== undefined) return [];
    return [{ branch, seen, changes: marker.changes, commit: seen.branchBase ?? marker.base }];
  });
  const seen = new Map(looked.seen);
  for (const [commit, ofCommit] of groupBy(older, (one) => one.commit)) {
    const ids = new Set(ofCommit.flatMap(({ changes }) => Object.keys(changes)));
    const values = await valuesAt(commit, ids, read);
    if (values === null) continue;
    for (const one of ofCommit) {
      const from = Object.fromEntries(
        Object.keys(one.changes).flatMap((id) => (values.has(id) ? [[id, values.get(id) ?? null]] : [])),
      );
      seen.set(one.branch, ok(withFrom(one.seen, from)));
    }
  }
  return { ...looked, seen };
}

function withFrom(seen: ObservedPullRequest, from: Marker['from'] & {}): ObservedPullRequest {
  const open = seen.found.open.map((one) =>
    one.marker === null || one.marker.from !== undefined ? one : { ...one, marker: { ...one.marker, from } },
  );
  return { ...seen, found: { ...seen.found, open } };
}

/** The values of credentials in an older commit; null when this clone does not have it. */
async function valuesAt(
  commit: string,
  ids: ReadonlySet<string>,
  { remote, prefix, survey, date }: BaseSurvey,
): Promise<ReadonlyMap<string, string | null> | null> {
  if (remote === null || !isObjectId(commit)) return null;
  const { clone } = remote.remote;
  if ((await resolveCommit(clone, commit)) === null) return null;
  const folders = new Set(
    survey.assessments.flatMap(({ credential: { id, cluster, namespace } }) =>
      ids.has(id) ? [`${cluster}/${namespace}`] : [],
    ),
  );
  const { openCommit } = await import('../../environments/commit.ts');
  const reader = await openCommit(clone, commit, { prefix });
  const namespaces = await reader.namespaces((cluster, namespace) => folders.has(`${cluster}/${namespace}`));
  // what is looked for is what stands there, and no rule changes that
  const rules = { today: date, maxAgeDays: 0, includeHeld: true };
  const { assessments } = await surveyEstate(reader, namespaces, rules);
  return new Map(assessments.map((each) => [each.credential.id, writtenValue(each.date)]));
}

/** A pull request of which nothing is left, as a proposal of nothing: it is closed. */
export function closingOf(
  { namespace, cluster, group, branch }: Pick<Unit, 'namespace' | 'cluster' | 'group' | 'branch'>,
  closing: ClosingReason,
): Proposal {
  return {
    namespace,
    cluster,
    group,
    branch,
    title: '',
    body: '',
    commitMessage: '',
    changes: [],
    files: [],
    closing,
  };
}
