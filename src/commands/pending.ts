import { branchName } from '../estate/layout.ts';
import type { GitHub } from '../publish/github.ts';
import { type Marker, parseMarker } from '../publish/marker.ts';
import type { Proposal } from '../publish/proposal.ts';
import type { RemoteRefs } from '../publish/remote.ts';
import { ok, type Result } from '../result.ts';
import { readDate } from '../rotation/dates.ts';
import type { Assessment } from '../rotation/judge.ts';
import type { BaseSurvey } from './draft.ts';

/** An open pull request of ours in a selected namespace, and what the base branch has of its rotations by now. */
export interface Pending {
  readonly namespace: string;
  readonly cluster: string;
  readonly branch: string;
  readonly title: string;
  /** Ids of its credentials that the base branch does not have rotated yet. */
  readonly open: readonly string[];
}

/** The selected namespaces whose branch is on the remote: only they can have an open pull request. */
export function branchesOnRemote(
  refs: RemoteRefs,
  { namespaces }: BaseSurvey,
): ReadonlyMap<string, { readonly cluster: string; readonly namespace: string }> {
  const branches = new Map<string, { cluster: string; namespace: string }>();
  for (const { cluster, namespace } of namespaces.folders) {
    const named = branchName(cluster, namespace);
    if ('branch' in named && refs.branches.has(named.branch))
      branches.set(named.branch, { cluster, namespace });
  }
  return branches;
}

/** Finds our open pull requests on these branches. */
export async function findPending(
  github: GitHub,
  branches: ReturnType<typeof branchesOnRemote>,
  { survey }: BaseSurvey,
): Promise<Result<readonly Pending[]>> {
  if (branches.size === 0) return ok([]);
  const listed = await github.pullRequests([...branches.keys()], new Set());
  if (!listed.ok) return listed;
  const byId = new Map(survey.assessments.map((assessment) => [assessment.credential.id, assessment]));
  const pending: Pending[] = [];
  for (const [branch, { cluster, namespace }] of branches) {
    for (const { state, body, title } of listed.value.get(branch) ?? []) {
      const marker = state === 'open' ? parseMarker(body) : null;
      if (marker === null || marker.namespace !== namespace || marker.cluster !== cluster) continue;
      pending.push({ namespace, cluster, branch, title, open: openRotations(marker, byId) });
    }
  }
  return ok(pending);
}

/** A credential that is gone from the base has nothing left to rotate. */
function openRotations({ changes }: Marker, byId: ReadonlyMap<string, Assessment>): string[] {
  return Object.entries(changes).flatMap(([id, to]) => {
    const assessment = byId.get(id);
    return assessment === undefined || isDone(assessment, to) ? [] : [id];
  });
}

function isDone({ credential }: Assessment, to: string): boolean {
  const wanted = readDate(to);
  if (credential.value === to) return true;
  if (wanted === null || credential.rotatedOn === null) return false;
  // a second rotation of one day is told from the first by what stands behind the date
  return credential.rotatedOn > wanted || (credential.rotatedOn === wanted && to.length <= 10);
}

/**
 * What open pull requests still have to rotate: a run that selects less must not take it out of them, so it is planned
 * together with what the run selects.
 */
export function unfinished(pending: readonly Pending[]): ReadonlySet<string> {
  return new Set(pending.flatMap(({ open }) => open));
}

/** Pull requests of which nothing is left, as proposals of nothing: they are closed. */
export function closings(pending: readonly Pending[], proposals: readonly Proposal[]): Proposal[] {
  const proposed = new Set(proposals.map(({ branch }) => branch));
  const done = new Map<string, Proposal>();
  for (const { namespace, cluster, branch, title, open } of pending) {
    if (open.length > 0 || proposed.has(branch)) continue;
    done.set(branch, {
      namespace,
      cluster,
      branch,
      title,
      body: '',
      commitMessage: '',
      changes: [],
      files: [],
    });
  }
  return [...done.values()];
}
