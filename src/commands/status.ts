/** All our pull requests: those that are open, those that wait, and those that people closed. Writes nothing. */

import type { GitHub, PullRequest } from '../github/github.ts';
import type { OpenPullRequest } from '../github/graphql.ts';
import type { Decision, Found } from '../publish/decide.ts';
import { parseMarker } from '../publish/marker.ts';
import { NEXT, nextActionOf, WAITING } from '../publish/messages.ts';
import type { Proposal } from '../publish/proposal.ts';
import { foresee } from '../publish/publish.ts';
import { pullRequestTitle } from '../report/pull-request.ts';
import type { Change } from '../results/results.ts';
import { type StatusPullRequest, type StatusResult, summarizeStatus } from '../results/status.ts';
import { byAge } from '../rotation/pacing.ts';
import { isEverywhere, type Selection } from '../rotation/selection.ts';
import { type Day, dayInLondon, daysBetween } from '../util/dates.ts';
import { ok, type Result } from '../util/result.ts';
import type { Say } from './options.ts';
import { type BaseOptions, type BaseSurvey, surveyBase } from './read/base-branch.ts';
import { type Connection, connect } from './run/connect.ts';
import { closingOf } from './run/in-progress.ts';
import { type Preparation, prepare } from './run/prepare.ts';
import { fromTop } from './run/pull-requests.ts';
import { stuckResult } from './run/results.ts';
import { editsOf, idPrefix, isGroupBranch, type Unit } from './run/scopes.ts';
import { settingsFor } from './run/settings.ts';

export interface StatusOptions extends BaseOptions {
  /** Of this program, as GitHub sees it in the user agent. */
  readonly version: string;
}

/** What `open --due` would do now, and what there is. */
interface Outlook extends Preparation {
  readonly pulls: readonly OpenPullRequest[];
  /** By branch, of those with an open pull request. */
  readonly decisions: ReadonlyMap<string, Result<Decision>>;
}

/** What is null of one that is not open. */
const NOT_OPEN = {
  checks: null,
  mergeable: null,
  review: null,
  draft: null,
  modifiedByOthers: null,
} as const;
const NO_PULL_REQUEST = { ...NOT_OPEN, url: null, number: null, ageDays: null, until: null } as const;

/**
 * Looks at everything that the next run of `open --due` would look at, and says what there is.
 *
 * @returns codes of `surveyBase`, `connect` and `GitHub`
 */
export async function status(options: StatusOptions, say: Say): Promise<Result<StatusResult>> {
  const { now } = options;
  const surveyed = await surveyBase(options, { source: 'remote', versions: 'flags' }, say);
  if (!surveyed.ok) return surveyed;
  const selection: Selection = { ...surveyed.value.selection, due: true };
  const read: BaseSurvey = { ...surveyed.value, selection };
  const connected = await connect(read, { ...options, fork: options.request.fork, writes: false }, say);
  if (!connected.ok) return connected;
  say.progress?.({ phase: 'listing the open pull requests', done: 0, total: 0 });
  const listed = await listOpen(connected.value);
  if (!listed.ok) return listed;
  const { pulls, github } = listed.value;
  const connection = { ...connected.value, github };
  const settings = settingsFor(options.request, read.config, now);
  const how = { ...options, date: undefined, settings, connection, listed: pulls };
  const prepared = await prepare(read, { ...how, everything: true, reopensNamed: false }, say);
  if (!prepared.ok) return prepared;
  const { looked, policy, plan, deleted, turn } = prepared.value;
  const proposals = [...tendedProposals(prepared.value), ...plan.closings, ...deleted];
  const remote = read.remote?.remote ?? connection.head.remote;
  const decisions = await foresee(proposals, looked.seen, { remote, base: read.base, policy });
  const outlook: Outlook = { ...prepared.value, pulls, decisions };
  const pullRequests = [
    ...openRequests(outlook, now),
    ...waitingRequests(outlook),
    ...closedRequests(outlook, now),
  ];
  const { problems } = turn.proved;
  const { date, base } = read;
  const summary = summarizeStatus(pullRequests);
  return ok({ schemaVersion: 1, date, base: base.sha, summary, pullRequests, problems });
}

interface Listing {
  /** Of our branches, oldest first; those of other repositories have our names by chance or by intent and are left out. */
  readonly pulls: readonly OpenPullRequest[];
  /** Answers with them what it is asked of open pull requests. */
  readonly github: GitHub;
}

/**
 * Lists them: fifty in a request.
 *
 * @returns codes of `GitHub`
 */
async function listOpen({ github, graphql, fork }: Connection): Promise<Result<Listing>> {
  // a repository that was renamed answers under its new name
  const name = fork === null ? await github.repository() : ok({ fullName: fork });
  if (!name.ok) return name;
  const listed = await graphql.openPullRequests();
  if (!listed.ok) return listed;
  const ours = name.value.fullName.toLowerCase();
  const pulls = listed.value.filter(({ headRepository }) => headRepository?.toLowerCase() === ours);
  const known = pulls.map(toPullRequest);
  return ok({ pulls, github: { ...github, openPullRequests: async () => ok(known) } });
}

function toPullRequest(pull: OpenPullRequest): PullRequest {
  const { id, number, url, title, body, draft, branch, headSha, baseBranch, labels, author, createdAt } =
    pull;
  const { headRepository } = pull;
  return {
    number,
    nodeId: id,
    url,
    title,
    body,
    state: 'open',
    merged: false,
    draft,
    branch,
    headRepository: headRepository ?? null,
    headSha,
    baseBranch,
    baseRepository: null,
    labels,
    // not asked for: nobody who reads a status assigns anybody
    assignees: [],
    author: author?.login ?? null,
    createdAt,
    closedAt: null,
    mergedAt: null,
    mergeSha: null,
  };
}

/** What the next run would want of the open pull requests; their texts do not matter to what it decides. */
function tendedProposals({ plan, turn, assigned, read }: Preparation): readonly Proposal[] {
  return plan.tended.flatMap((unit) => {
    const edits = editsOf([unit], assigned, turn.proved.edits);
    if (edits.length === 0) return [];
    return [
      {
        ...closingOf(unit, 'nothing-to-rotate'),
        changes: edits.flatMap(({ changes }) => changes),
        files: fromTop(edits, read.prefix),
        outside: unit.outside ?? 0,
      },
    ];
  });
}

/** Those that are open, oldest first. */
function openRequests(prepared: Outlook, now: Date): readonly StatusPullRequest[] {
  const { pulls, looked, plan, assigned, read } = prepared;
  const tended = new Map(plan.tended.map((unit) => [unit.branch, unit]));
  return pulls.flatMap((pull): readonly StatusPullRequest[] => {
    const seen = looked.seen.get(pull.branch);
    if (seen === undefined || !isConcerned(pull, read)) return [];
    const unit = tended.get(pull.branch);
    const changes = unit === undefined ? [] : (assigned.get(unit) ?? []).flatMap((edit) => edit.changes);
    return [
      {
        ...ownerOf(pull, prepared),
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
        modifiedByOthers: seen.ok ? isModifiedByOthers(seen.value.found) : null,
        ...outlook(pull, unit, prepared),
        rotatedOn: null,
        until: null,
        ...(changes.length === 0 ? {} : { changes }),
      },
    ];
  });
}

/** That of a group is listed where one of its namespaces is selected. */
function isConcerned({ branch, body }: OpenPullRequest, { namespaces, selection }: BaseSurvey): boolean {
  if (!isGroupBranch(branch) || isEverywhere(selection)) return true;
  const selected = new Set(namespaces.folders.map(idPrefix));
  const ids = Object.keys(parseMarker(body)?.changes ?? {});
  return ids.some((id) => selected.has(id.slice(0, id.indexOf('/'))));
}

const CHECKS = { success: 'passing', failure: 'failing', pending: 'pending' } as const;
const MERGEABLE = { yes: 'yes', conflict: 'conflicting', unknown: null } as const;

type Owner = Pick<StatusPullRequest, 'namespace' | 'cluster' | 'group'>;

function ownerOf({ branch, body }: OpenPullRequest, { read }: Outlook): Owner {
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
function isModifiedByOthers({ branch }: Found): boolean | null {
  return branch === null ? null : !branch.ours;
}

function outlook(
  { branch, number }: OpenPullRequest,
  unit: Unit | undefined,
  { looked, decisions, turn }: Outlook,
): Pick<StatusPullRequest, 'next' | 'code' | 'reason'> {
  const seen = looked.seen.get(branch);
  if (seen?.ok === false) {
    return { next: 'nothing', code: seen.error.code, reason: NEXT.unknown(seen.error.message) };
  }
  const decided = decisions.get(branch);
  if (decided?.ok === false) {
    return { next: 'nothing', code: decided.error.code, reason: NEXT.unknown(decided.error.message) };
  }
  if (decided !== undefined) {
    const { value } = decided;
    if ('duplicates' in value && value.duplicates.includes(number)) {
      return { next: 'close', code: 'duplicate', reason: NEXT.duplicate(value.number) };
    }
    return nextActionOf(value);
  }
  if (unit !== undefined) {
    const { reason } = stuckResult(unit, turn.proved.skipped, looked);
    return { next: 'nothing', code: 'stuck', reason };
  }
  const branchFound = seen?.value.found.branch ?? null;
  if (branchFound === null || branchFound.ours) return { next: 'nothing', code: null, reason: null };
  const why = { do: 'left-alone', why: 'foreign-commits', number, tell: false } as const;
  return nextActionOf({ ...why, detail: branchFound.why });
}

/** Namespaces with something due and no pull request, the oldest credential first. */
function waitingRequests(prepared: Outlook): readonly StatusPullRequest[] {
  const { plan, assigned, turn } = prepared;
  const changesOf = (unit: Unit) => (assigned.get(unit) ?? []).flatMap((edit) => edit.changes);
  const admitted = new Set(turn.admitted);
  const later = new Map(turn.deferred.map(({ one, code, reason }) => [one, { code, reason }]));
  const found: StatusPullRequest[] = [];
  for (const unit of plan.creatable) {
    const words = turn.overtaking.get(unit);
    const next = words === undefined ? NEXT_RUN : { ...NEXT_RUN, reason: `${NEXT_RUN.reason} ${words}` };
    const why = later.get(unit) ?? (admitted.has(unit) ? next : unproved(unit, prepared));
    found.push(waitingUnit(unit, why, changesOf(unit)));
  }
  for (const { unit, result } of plan.settled) {
    const seen = prepared.looked.seen.get(unit.branch);
    if (seen?.ok && (seen.value.found.open.length > 0 || isClosedByPerson(seen.value.found))) continue;
    found.push(waitingUnit(unit, { code: result.outcome, reason: result.reason }, changesOf(unit)));
  }
  found.push(...blockedNamespaces(prepared));
  return found.sort((a, b) => byAge(ageOf(a), ageOf(b)));
}

const NEXT_RUN = { code: 'next-run', reason: WAITING.next };

function ageOf({ branch, namespace, rotatedOn }: StatusPullRequest) {
  return { key: branch ?? namespace ?? '', oldest: rotatedOn };
}

function isClosedByPerson({ closed }: Found): boolean {
  return closed !== null && !closed.merged && closed.by === 'person' && closed.until !== null;
}

function unproved({ wanted }: Unit, { turn }: Outlook): { code: string; reason: string } {
  const skipped = turn.proved.skipped.find(({ id }) => wanted.has(id));
  return { code: skipped?.code ?? 'stuck', reason: WAITING.blocked(skipped?.message ?? null) };
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
    next: code === NEXT_RUN.code ? 'create' : 'nothing',
    rotatedOn: oldest,
    code,
    reason,
    ...(changes.length === 0 ? {} : { changes }),
  };
}

/** One for each namespace of which everything that is due is blocked, with the first reason. */
function blockedNamespaces({ units, read, turn, skipped }: Outlook): readonly StatusPullRequest[] {
  const known = new Set(
    units.filter(({ wanted }) => wanted.size > 0).map(({ branch }) => branch.slice('rotate/'.length)),
  );
  const assessments = new Map(read.survey.assessments.map((each) => [each.credential.id, each.credential]));
  const found = new Map<string, StatusPullRequest>();
  for (const { id, code, message } of [...turn.proved.skipped, ...skipped]) {
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
      reason: there?.reason ?? WAITING.blocked(message),
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
function closedRequests({ units, looked }: Outlook, now: Date): readonly StatusPullRequest[] {
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
        reason: takenBack ? WAITING.closedByCommand(until) : WAITING.closed(until),
      },
    ];
  });
}

function ageOfClosing({ closedAt }: PullRequest, now: Date): number | null {
  return closedAt === null ? null : daysBetween(dayInLondon(new Date(closedAt)), dayInLondon(now));
}
