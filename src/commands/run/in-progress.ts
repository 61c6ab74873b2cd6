/** What open pull requests of ours still have to rotate, seen from the base branch. */

import type { Clone } from '../../git/process.ts';
import { filesDigest } from '../../publish/digest.ts';
import type { Marker } from '../../publish/marker.ts';
import type { ClosingReason } from '../../publish/messages.ts';
import type { ObservedPullRequest, ObservedState } from '../../publish/observe.ts';
import type { Proposal } from '../../publish/proposal.ts';
import { type Assessment, writtenValue } from '../../rotation/judge.ts';
import { isRestored } from '../../rotation/restore.ts';
import { readDate } from '../../util/dates.ts';
import { ok } from '../../util/result.ts';
import { type CommittedRotations, readCommittedRotations } from '../read/rotated.ts';
import type { Unit } from './scopes.ts';

/** The rotations of one open pull request. */
export interface InProgress {
  /** Ids that the base branch has as it had them when the pull request was made. */
  readonly open: readonly string[];
  /** Those of them whose rotation it gives back to Terraform. */
  readonly restoring: readonly string[];
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
  const restoring = open.filter((id) => isRestored(changes[id] ?? ''));
  return { open, restoring, done, unknown };
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
  if (value === to || (to === '' && assessment.companion !== 'holds')) return true;
  if (from !== undefined) return value !== from;
  if (assessment.age === 'ok') return true;
  const wanted = readDate(to);
  const { rotatedOn } = assessment.credential;
  if (wanted === null || rotatedOn === null) return false;
  // a second rotation of one day is told from the first by what stands behind the date
  return rotatedOn > wanted || (rotatedOn === wanted && to.length <= 10);
}

/**
 * Puts what the commits say in the place of what markers say: anybody who may edit a pull request may edit its marker, and
 * the trailers of a commit can be made by whoever may push. A branch whose commit changes anything but rotations is
 * somebody's work. Where a branch is gone its marker is all there is.
 *
 * @param clone that has the heads of the observed branches, and their bases
 * @param prefix the root of the environments repository below the top of the git repository
 */
export async function goByCommits(
  state: ObservedState,
  clone: Clone,
  prefix: string,
): Promise<ObservedState> {
  const ours = [...state.seen].flatMap(([branch, one]) => {
    const seen = one.ok ? one.value : null;
    const found = seen?.found.branch;
    if (!seen || !found?.ours || seen.branchBase === null || seen.found.open.length === 0) return [];
    return [{ branch, seen, pair: { sha: found.commit ?? found.sha, base: seen.branchBase } }];
  });
  if (ours.length === 0) return state;
  const pairs = ours.map(({ pair }) => pair);
  const committed = await readCommittedRotations(clone, pairs, prefix);
  const seen = new Map(state.seen);
  for (const one of ours) {
    const rotations = committed.get(one.pair.sha);
    if (rotations !== undefined) seen.set(one.branch, ok(asCommitted(one.seen, rotations)));
  }
  return { ...state, seen };
}

function asCommitted(seen: ObservedPullRequest, committed: CommittedRotations): ObservedPullRequest {
  const { changes, others } = committed;
  const [other] = others;
  const branch =
    other === undefined || seen.found.branch === null
      ? seen.found.branch
      : {
          ...seen.found.branch,
          ours: false,
          why: `its commit changes more than rotation dates: ${other}`,
          digest: null,
        };
  const open = seen.found.open.map((one) =>
    one.marker === null ? one : { ...one, marker: { ...one.marker, ...contentOf(one.marker, committed) } },
  );
  // what it takes out rotates too, and has no value that could be compared
  return { ...seen, found: { ...seen.found, branch, open } };

  function contentOf(
    marker: Marker,
    { files }: CommittedRotations,
  ): Pick<Marker, 'changes' | 'from' | 'files'> {
    const entries = [...changes].map(([id, { from, to }]) => [id, from, to ?? ''] as const);
    const blobs = Object.fromEntries(files.map(({ path, before }) => [path, before]));
    return {
      changes: Object.fromEntries(entries.map(([id, , to]) => [id, to])),
      from: Object.fromEntries(entries.map(([id, from]) => [id, from])),
      files: marker.group === undefined ? blobs : { '*': filesDigest(blobs) },
    };
  }
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
