/** What was foreseen, as the pull requests that `status` lists. */

import type { PullRequest } from '../../github/github.ts';
import type { OpenPullRequest } from '../../github/graphql.ts';
import type { Found } from '../../publish/decide.ts';
import { parseMarker } from '../../publish/marker.ts';
import { outlookOf } from '../../publish/next-action.ts';
import { pullRequestTitle } from '../../report/pull-request.ts';
import type { Change } from '../../results/results.ts';
import type { StatusPullRequest } from '../../results/status.ts';
import { byAge } from '../../rotation/pacing.ts';
import { type Day, dayInLondon, daysBetween } from '../../util/dates.ts';
import type { Foresight } from '../status.ts';
import { stuckResult } from './results.ts';
import { assignEdits, idPrefix, type Unit } from './scopes.ts';

/** Every sentence of `status` about one pull request; those about open ones are in publish/outlook.ts. */
const SAY = {
  next: 'The next run opens it.',
  duplicate: (kept: number) => `The next run closes it: #${kept} of the same branch is open too.`,
  unread: (why: string) => `What the next run would do with it is not known: ${why}`,
  hindered: (why: string) => `It cannot be rotated now: ${why}.`,
  closed: (until: Day) =>
    `A person closed it: not reopened before ${until}; rotate-pr open --namespace with its name opens it again.`,
  takenBack: (until: Day) =>
    `It was closed by rotate-pr close: not reopened before ${until}; rotate-pr open --namespace with its name opens it again.`,
  none: 'nothing in it can be rotated now',
};

/** What is null of one that is not open. */
const NOT_OPEN = {
  checks: null,
  mergeable: null,
  review: null,
  draft: null,
  modifiedByOthers: null,
} as const;
const NO_PULL_REQUEST = { ...NOT_OPEN, url: null, number: null, ageDays: null, until: null } as const;

/** Those that are open, oldest first. */
export function openRequests(foresight: Foresight, now: Date): readonly StatusPullRequest[] {
  const { pulls, looked, plan, planned } = foresight;
  const assigned = assignEdits(plan.tended, planned.edits);
  const tended = new Map(plan.tended.map((unit) => [unit.branch, unit]));
  return pulls.flatMap((pull): readonly StatusPullRequest[] => {
    const seen = looked.seen.get(pull.branch);
    if (seen === undefined) return [];
    const unit = tended.get(pull.branch);
    const changes = unit === undefined ? [] : (assigned.get(unit) ?? []).flatMap((edit) => edit.changes);
    return [
      {
        ...ownerOf(pull, foresight),
        branch: pull.branch,
        title: pull.title,
        url: pull.url,
        number: pull.number,
        state: 'open',
        ageDays: daysBetween(dayInLondon(new Date(pull.createdAt)), dayInLondon(now)),
        checks: pull.checks === null ? 'none' : CHECKS[pull.checks],
        mergeable: MERGEABLE[pull.mergeable],
        review: pull.review ?? 'none',
        draft: pull.draft,
        modifiedByOthers: seen.ok ? isForeign(seen.value.found) : null,
        ...outlook(pull, unit, foresight),
        rotatedOn: null,
        until: null,
        ...(changes.length === 0 ? {} : { changes }),
      },
    ];
  });
}

const CHECKS = { success: 'passing', failure: 'failing', pending: 'pending' } as const;
const MERGEABLE = { yes: 'yes', conflict: 'conflicting', unknown: null } as const;

type Owner = Pick<StatusPullRequest, 'namespace' | 'cluster' | 'group'>;

function ownerOf({ branch, body }: OpenPullRequest, { read }: Foresight): Owner {
  const folder = read.namespaces.folders.find((one) => `rotate/${idPrefix(one)}` === branch);
  if (folder !== undefined) return { namespace: folder.namespace, cluster: folder.cluster };
  const marker = parseMarker(body);
  return {
    namespace: marker?.namespace ?? null,
    cluster: marker?.cluster ?? null,
    ...(marker?.group === undefined ? {} : { group: marker.group }),
  };
}

/** Null when the branch is gone. */
function isForeign({ branch }: Found): boolean | null {
  return branch === null ? null : !branch.ours;
}

function outlook(
  { branch, number }: OpenPullRequest,
  unit: Unit | undefined,
  { looked, decisions, turn }: Foresight,
): Pick<StatusPullRequest, 'next' | 'code' | 'reason'> {
  const seen = looked.seen.get(branch);
  if (seen?.ok === false) {
    return { next: 'nothing', code: seen.error.code, reason: SAY.unread(seen.error.message) };
  }
  const decided = decisions.get(branch);
  if (decided?.ok === false) {
    return { next: 'nothing', code: decided.error.code, reason: SAY.unread(decided.error.message) };
  }
  if (decided !== undefined) {
    const { value } = decided;
    if ('duplicates' in value && value.duplicates.includes(number)) {
      return { next: 'close', code: 'duplicate', reason: SAY.duplicate(value.number) };
    }
    return outlookOf(value);
  }
  if (unit !== undefined) {
    const { reason } = stuckResult(unit, turn.proved.skipped, looked);
    return { next: 'nothing', code: 'stuck', reason };
  }
  const branchFound = seen?.value.found.branch ?? null;
  if (branchFound === null || branchFound.ours) return { next: 'nothing', code: null, reason: null };
  const why = { do: 'left-alone', why: 'foreign-commits', number, tell: false } as const;
  return outlookOf({ ...why, detail: branchFound.why });
}

/** Namespaces with something due and no pull request, the oldest credential first. */
export function waitingRequests(foresight: Foresight): readonly StatusPullRequest[] {
  const { plan, planned, turn } = foresight;
  const waiting = [...plan.creatable, ...plan.settled.map(({ unit }) => unit)];
  const edits = assignEdits(waiting, planned.edits);
  const changesOf = (unit: Unit) => (edits.get(unit) ?? []).flatMap((edit) => edit.changes);
  const proved = assignEdits(plan.creatable, turn.proved.edits);
  const later = new Map(turn.deferred.map(({ one, code, reason }) => [one, { code, reason }]));
  const found: StatusPullRequest[] = [];
  for (const unit of plan.creatable) {
    const why = later.get(unit) ?? (proved.has(unit) ? NEXT : unproved(unit, foresight));
    found.push(waitingUnit(unit, why, changesOf(unit)));
  }
  for (const { unit, result } of plan.settled) {
    const seen = foresight.looked.seen.get(unit.branch);
    if (seen?.ok && (seen.value.found.open.length > 0 || isClosedByPerson(seen.value.found))) continue;
    found.push(waitingUnit(unit, { code: result.outcome, reason: result.reason }, changesOf(unit)));
  }
  found.push(...hinderedNamespaces(foresight));
  return found.sort((a, b) => byAge(ageOf(a), ageOf(b)));
}

const NEXT = { code: 'next-run', reason: SAY.next };

function ageOf({ branch, namespace, rotatedOn }: StatusPullRequest) {
  return { key: branch ?? namespace ?? '', oldest: rotatedOn };
}

function isClosedByPerson({ closed }: Found): boolean {
  return closed !== null && !closed.merged && closed.by === 'person' && closed.until !== null;
}

function unproved({ wanted }: Unit, { turn }: Foresight): { code: string; reason: string } {
  const skipped = turn.proved.skipped.find(({ id }) => wanted.has(id));
  return { code: skipped?.code ?? 'stuck', reason: SAY.hindered(skipped?.message ?? SAY.none) };
}

function waitingUnit(
  { namespace, cluster, branch, oldest }: Unit,
  { code, reason }: { readonly code: string; readonly reason: string | null },
  changes: readonly Change[],
): StatusPullRequest {
  return {
    ...NO_PULL_REQUEST,
    namespace,
    cluster,
    branch,
    title: pullRequestTitle(namespace ?? '', changes),
    state: 'deferred',
    next: code === NEXT.code ? 'create' : 'nothing',
    rotatedOn: oldest,
    code,
    reason,
    ...(changes.length === 0 ? {} : { changes }),
  };
}

/** One for each namespace of which everything that is due is hindered, with the first reason. */
function hinderedNamespaces({ units, read, hindered }: Foresight): readonly StatusPullRequest[] {
  const known = new Set(
    units.filter(({ wanted }) => wanted.size > 0).map(({ branch }) => branch.slice('rotate/'.length)),
  );
  const assessments = new Map(read.survey.assessments.map((each) => [each.credential.id, each.credential]));
  const found = new Map<string, StatusPullRequest>();
  for (const { id, code, message } of hindered) {
    const credential = assessments.get(id);
    if (credential === undefined) continue;
    const { namespace, cluster, rotatedOn } = credential;
    const prefix = idPrefix({ namespace, cluster });
    if (known.has(prefix)) continue;
    const there = found.get(prefix);
    const oldest = there === undefined ? rotatedOn : olderOf(there.rotatedOn, rotatedOn);
    found.set(prefix, {
      ...NO_PULL_REQUEST,
      namespace,
      cluster,
      branch: `rotate/${prefix}`,
      title: pullRequestTitle(namespace, []),
      state: 'deferred',
      next: 'nothing',
      code: there?.code ?? code,
      reason: there?.reason ?? SAY.hindered(message),
      rotatedOn: oldest,
    });
  }
  return [...found.values()];
}

/** Never rotated is older than any day. */
function olderOf(a: Day | null, b: Day | null): Day | null {
  if (a === null || b === null) return null;
  return a < b ? a : b;
}

/** Those that a person closed and that still count for something that is due. */
export function closedRequests({ units, looked }: Foresight, now: Date): readonly StatusPullRequest[] {
  return units.flatMap(({ namespace, cluster, branch }): readonly StatusPullRequest[] => {
    const seen = looked.seen.get(branch);
    if (!seen?.ok || seen.value.found.open.length > 0) return [];
    const { found, remembered, pullRequests } = seen.value;
    const pull = found.closed === null ? undefined : pullRequests.get(found.closed.number);
    const [until] = [...remembered.values()].sort();
    if (pull === undefined || until === undefined) return [];
    const takenBack = parseMarker(pull.body)?.closed === 'taken-back';
    return [
      {
        ...NOT_OPEN,
        namespace,
        cluster,
        branch,
        title: pull.title,
        url: pull.url,
        number: pull.number,
        state: 'closed',
        ageDays: ageOfClosing(pull, now),
        next: 'nothing',
        rotatedOn: null,
        until,
        code: takenBack ? 'taken-back' : 'closed-by-person',
        reason: takenBack ? SAY.takenBack(until) : SAY.closed(until),
      },
    ];
  });
}

function ageOfClosing({ closedAt }: PullRequest, now: Date): number | null {
  return closedAt === null ? null : daysBetween(dayInLondon(new Date(closedAt)), dayInLondon(now));
}
