/** What open pull requests of ours still have to rotate, seen from the base branch. */

import type { Marker } from '../../publish/marker.ts';
import type { ClosingReason } from '../../publish/messages.ts';
import type { Seen } from '../../publish/observe.ts';
import type { Proposal } from '../../publish/proposal.ts';
import type { Assessment } from '../../rotation/judge.ts';
import { readDate } from '../../util/dates.ts';
import type { Unit } from './scopes.ts';

/** The rotations of one open pull request. */
export interface Pending {
  /** Ids that the base branch does not have rotated yet. */
  readonly open: readonly string[];
  /** Ids that it has. */
  readonly done: readonly string[];
  /** Ids of credentials at which the run did not look, or that are gone. */
  readonly unknown: readonly string[];
}

/** Reads the marker of the open pull request that a run would keep; null where there is none of ours. */
export function pendingOf({ found }: Seen, assessments: ReadonlyMap<string, Assessment>): Pending | null {
  const marker = found.open.find((one) => one.marker !== null)?.marker ?? null;
  return marker === null ? null : sortOut(marker, assessments);
}

function sortOut({ changes }: Marker, assessments: ReadonlyMap<string, Assessment>): Pending {
  const open: string[] = [];
  const done: string[] = [];
  const unknown: string[] = [];
  for (const [id, to] of Object.entries(changes)) {
    const assessment = assessments.get(id);
    if (assessment === undefined) unknown.push(id);
    else (isDone(assessment, to) ? done : open).push(id);
  }
  return { open, done, unknown };
}

function isDone({ credential }: Assessment, to: string): boolean {
  const wanted = readDate(to);
  if (credential.value === to) return true;
  if (wanted === null || credential.rotatedOn === null) return false;
  // a second rotation of one day is told from the first by what stands behind the date
  return credential.rotatedOn > wanted || (credential.rotatedOn === wanted && to.length <= 10);
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
