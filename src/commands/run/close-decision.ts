/** Which pull requests and branches of ours `close` takes back: pure, but for the reading that went before. */
import { branchName } from '../../environments/layout.ts';
import type { PullRequest } from '../../github/github.ts';
import { type Decision, decide, type Found, type Policy } from '../../publish/decide.ts';
import { type Marker, parseMarker } from '../../publish/marker.ts';
import { reasonFor, STAYS } from '../../publish/messages.ts';
import type { ObservedState, Target } from '../../publish/observe.ts';
import type { Proposal } from '../../publish/proposal.ts';
import { isRotateBranch } from '../../publish/push.ts';
import type { RemoteRefs } from '../../publish/remote.ts';
import { resultOf } from '../../publish/result.ts';
import type { PullRequestResult } from '../../results/results.ts';
import { isEverywhere, selectsCredential, takesWholeNamespaces } from '../../rotation/selection.ts';
import type { BaseSurvey } from '../read/base-branch.ts';
import { closingOf } from './in-progress.ts';
import { groupOfBranch, idPrefix, isGroupBranch } from './scopes.ts';

export interface Choice {
  /** To be closed, and branches without a pull request. */
  readonly closings: readonly Proposal[];
  /** What stays, and what could not be looked at. */
  readonly settled: readonly PullRequestResult[];
}

/**
 * The branches that could be taken back: of the selected namespaces, of groups, and of namespaces that are gone when
 * none is left out.
 *
 * @param pulls every open pull request of our branches
 */
export function branchesToLookAt(
  { namespaces, selection }: BaseSurvey,
  pulls: readonly Pick<PullRequest, 'branch' | 'body'>[],
  refs: RemoteRefs,
): readonly Target[] {
  const selected = new Map(namespaces.folders.map((folder) => [idPrefix(folder), folder]));
  const there = new Set(namespaces.all.map(idPrefix));
  const bodies = new Map(pulls.map(({ branch, body }) => [branch, body]));
  const branches = new Set([...refs.branches.keys(), ...bodies.keys()].filter(isRotateBranch));
  return [...branches].sort().flatMap((branch): readonly Target[] => {
    const target = (owner: Pick<Target, 'namespace' | 'cluster' | 'group'>): readonly Target[] => [
      { ...owner, branch, wanted: new Map(), askedByName: true },
    ];
    if (isGroupBranch(branch)) {
      return target({ namespace: null, cluster: null, group: groupOfBranch(branch) });
    }
    const prefix = branch.slice('rotate/'.length);
    const folder = selected.get(prefix);
    if (folder !== undefined) {
      return target({ namespace: folder.namespace, cluster: folder.cluster, group: null });
    }
    if (there.has(prefix) || !isEverywhere(selection)) return [];
    const owner = ownerByName(branch, parseMarker(bodies.get(branch) ?? ''));
    return owner === null ? [] : target({ ...owner, group: null });
  });
}

/** A namespace that is gone: its marker names it, and without one its branch does. */
function ownerByName(
  branch: string,
  marker: Marker | null,
): { readonly namespace: string; readonly cluster: string } | null {
  const { label, name } = readBranchName(branch);
  const { namespace, cluster } = marker ?? {};
  for (const owner of [
    { namespace: namespace ?? name, cluster: cluster ?? label },
    { namespace: name, cluster: label },
  ]) {
    const named = branchName(owner.cluster, owner.namespace);
    if ('branch' in named && named.branch === branch) return owner;
  }
  return null;
}

/** `rotate/<name>` or `rotate/<label>--<name>`; of any other branch the name is empty. */
function readBranchName(branch: string): { readonly label: string; readonly name: string } {
  const id = /^rotate\/(?<id>[a-z0-9-]+)$/.exec(branch)?.groups?.['id'] ?? '';
  const dashes = id.indexOf('--', 1);
  const hasLabel = dashes !== -1 && dashes + 2 < id.length;
  return hasLabel ? { label: id.slice(0, dashes), name: id.slice(dashes + 2) } : { label: 'live', name: id };
}

/**
 * Chooses. A pull request is closed only when every commit on its branch is ours and everything that it rotates is
 * selected.
 *
 * @param targets from `branchesToLookAt`
 */
export function chooseClosings(
  targets: readonly Target[],
  { seen }: ObservedState,
  read: BaseSurvey,
  policy: Policy,
): Choice {
  const closings: Proposal[] = [];
  const settled: PullRequestResult[] = [];
  const selects = selectorOf(read);
  for (const target of targets) {
    const closing = closingOf(target, 'taken-back');
    const looked = seen.get(target.branch);
    if (looked === undefined) continue;
    if (!looked.ok) {
      settled.push(resultOf(closing, 'failed', looked.error.message));
      continue;
    }
    const { found, pullRequests } = looked.value;
    const decision = decide(null, found, policy);
    const known = (number: number | null) => (number === null ? null : (pullRequests.get(number) ?? null));
    const keep = (reason: string, number: number | null): void =>
      void settled.push(resultOf(closing, 'left-alone', reason, known(number)));
    const why = whyItStays(decision, target, found, read, selects);
    if (why === 'unselected') continue;
    if (why !== null) keep(why, found.open[0]?.number ?? null);
    else closings.push(closing);
  }
  return { closings, settled };
}

/** A sentence; null for what is taken back, `unselected` for what this run is not about. */
function whyItStays(
  decision: Decision,
  { group }: Target,
  { open, closed, branch }: Found,
  { selection }: BaseSurvey,
  selects: (id: string) => boolean,
): string | null {
  const whole = takesWholeNamespaces(selection) && (group === null || isEverywhere(selection));
  const markers = open.flatMap(({ marker }) => marker ?? []);
  const ids = markers.flatMap(({ changes }) => Object.keys(changes));
  const others = ids.filter((id) => !selects(id)).length;
  if (ids.length > 0 ? others === ids.length : group !== null && !whole) return 'unselected';
  switch (decision.do) {
    case 'close':
      if (others > 0) return STAYS.rotatesOthers(others);
      return ids.length > 0 || whole ? null : STAYS.unknown;
    case 'delete-branch':
      return whole ? null : 'unselected';
    case 'left-alone':
      return reasonFor(decision);
    default:
      // what was merged or what a person closed is theirs, branch and all
      if (branch === null || branch.ours || closed !== null || !whole) return 'unselected';
      return STAYS.modifiedByOthers(branch.why);
  }
}

/** Whether a credential is selected, by its id; one that is gone from the base is when its namespace is. */
function selectorOf({ survey, selection, namespaces }: BaseSurvey): (id: string) => boolean {
  const selects = selectsCredential(selection, 'report');
  const assessments = new Map(survey.assessments.map((each) => [each.credential.id, each]));
  const selected = new Set(namespaces.folders.map(idPrefix));
  const there = new Set(namespaces.all.map(idPrefix));
  return (id) => {
    const assessment = assessments.get(id);
    if (assessment !== undefined) return selects(assessment);
    if (!takesWholeNamespaces(selection)) return false;
    const prefix = id.slice(0, id.indexOf('/'));
    return selected.has(prefix) || (!there.has(prefix) && isEverywhere(selection));
  };
}
