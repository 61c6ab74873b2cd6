/** All our pull requests: those that are open, those that wait, and those that people closed. Writes nothing. */

import type { OpenPullRequest } from '../github/graphql.ts';
import type { Decision, Policy } from '../publish/decide.ts';
import { parseMarker } from '../publish/marker.ts';
import { type Looked, look, type Target } from '../publish/observe.ts';
import type { Proposal } from '../publish/proposal.ts';
import { foresee } from '../publish/publish.ts';
import type { Skipped } from '../results/results.ts';
import { type StatusResult, summarizeStatus } from '../results/status.ts';
import { isEverywhere, type Selection } from '../rotation/selection.ts';
import { ok, type Result } from '../util/result.ts';
import type { Say } from './options.ts';
import { type BaseOptions, type BaseSurvey, surveyBase, unitsOf } from './read/base-branch.ts';
import { findGone } from './read/deleted-namespaces.ts';
import { nextTurn, type Turn } from './run/admit.ts';
import { type Schedule, schedule } from './run/classify.ts';
import { type Connection, connect } from './run/connect.ts';
import { type PlannedEdits, planEdits, planSelected } from './run/edits.ts';
import { closingOf, readValuesBefore } from './run/in-progress.ts';
import { listOpen } from './run/open-pull-requests.ts';
import { assignEdits, groupOfBranch, idPrefix, isGroupBranch, targetOf, type Unit } from './run/scopes.ts';
import { type OpenSettings, settingsFor } from './run/settings.ts';
import { closedRequests, openRequests, waitingRequests } from './run/status-pull-requests.ts';

export interface StatusOptions extends BaseOptions {
  /** Of this program, as GitHub sees it in the user agent. */
  readonly version: string;
}

/** What `open --due` would find and decide now. */
export interface Foresight {
  readonly read: BaseSurvey;
  readonly units: readonly Unit[];
  readonly pulls: readonly OpenPullRequest[];
  readonly looked: Looked;
  readonly plan: Schedule;
  readonly planned: PlannedEdits;
  readonly turn: Turn;
  /** By branch, of those with an open pull request. */
  readonly decisions: ReadonlyMap<string, Result<Decision>>;
  /** Selected and due, and in no unit: on hold, to be mended first, or without a branch. */
  readonly hindered: readonly Skipped[];
}

/**
 * Looks at everything that the next run of `open --due` would look at, and says what there is.
 *
 * @returns codes of `surveyBase`, `connect` and `GitHub`
 */
export async function status(options: StatusOptions, say: Say): Promise<Result<StatusResult>> {
  const surveyed = await surveyBase(options, say, false, false);
  if (!surveyed.ok) return surveyed;
  const selection: Selection = { ...surveyed.value.selection, due: true };
  const read: BaseSurvey = { ...surveyed.value, selection };
  const connected = await connect(read, { ...options, fork: options.request.fork, writes: false }, say);
  if (!connected.ok) return connected;
  const seen = await lookAhead(read, connected.value, options, say);
  if (!seen.ok) return seen;
  const { now } = options;
  const pullRequests = [
    ...openRequests(seen.value, now),
    ...waitingRequests(seen.value),
    ...closedRequests(seen.value, now),
  ];
  const { problems } = seen.value.turn.proved;
  const { date, base } = read;
  const summary = summarizeStatus(pullRequests);
  return ok({ schemaVersion: 1, date, base: base.sha, summary, pullRequests, problems });
}

async function lookAhead(
  read: BaseSurvey,
  connection: Connection,
  options: StatusOptions,
  say: Say,
): Promise<Result<Foresight>> {
  const { date, survey, selection, namespaces, base } = read;
  const { head } = connection;
  const { now } = options;
  const settings = settingsFor(options.request, read.config, now);
  say.progress?.({ phase: 'listing the open pull requests', done: 0, total: 0 });
  const listed = await listOpen(connection);
  if (!listed.ok) return listed;
  const { pulls, github } = listed.value;
  const first = planSelected(survey, selection, date, options);
  const { units, skipped } = await unitsOf(read, first.rotations, settings, head.refs);
  say.progress?.({ phase: 'looking for pull requests', done: 0, total: units.length });
  const targets = [...units.map((unit) => targetOf(unit, false)), ...othersOpen(units, pulls, read)];
  const context = { github, remote: head.remote, refs: head.refs, base, today: date, now, everything: true };
  const sight = await look(targets, context);
  if (!sight.ok) return sight;
  const looked = await readValuesBefore(sight.value, read);

  const policy = policyOf(read, settings);
  const assessments = new Map(survey.assessments.map((each) => [each.credential.id, each]));
  const plan = schedule(units, { looked: looked, assessments, namespaces, policy });
  const planned = planEdits(survey, selection, date, options, plan.choice);
  const turn = await nextTurn(plan, planned, { read, looked: looked, settings, now, say });
  const gone = isEverywhere(selection)
    ? await findGone(read, { ...connection, github }, looked, now)
    : ok({ closings: [], seen: new Map() });
  if (!gone.ok) return gone;
  const seen = new Map([...looked.seen, ...gone.value.seen]);
  const proposals = [...tendedProposals(plan, turn, read), ...plan.closings, ...gone.value.closings];
  const remote = read.remote?.remote ?? head.remote;
  const decisions = await foresee(proposals, seen, { remote, base, policy });
  return ok({
    read,
    pulls,
    looked: { ...looked, seen },
    units,
    plan,
    planned,
    turn,
    decisions,
    hindered: [...first.skipped, ...skipped],
  });
}

/** Open pull requests at which the next run would not look: of namespaces with nothing due and no branch, and of groups. */
function othersOpen(
  units: readonly Unit[],
  pulls: readonly OpenPullRequest[],
  { namespaces, selection }: BaseSurvey,
): readonly Target[] {
  const known = new Set(units.map(({ branch }) => branch));
  const selected = new Map(namespaces.folders.map((folder) => [idPrefix(folder), folder]));
  return pulls.flatMap(({ branch, body }): readonly Target[] => {
    if (known.has(branch)) return [];
    known.add(branch);
    const common = { branch, wanted: new Map(), askedByName: true };
    const folder = selected.get(branch.slice('rotate/'.length));
    if (folder !== undefined) {
      const { namespace, cluster } = folder;
      return [{ ...common, namespace, cluster, group: null }];
    }
    if (!isGroupBranch(branch)) return [];
    const ids = Object.keys(parseMarker(body)?.changes ?? {});
    const concerned = ids.some((id) => selected.has(id.slice(0, id.indexOf('/'))));
    if (!concerned && !isEverywhere(selection)) return [];
    return [{ ...common, namespace: null, cluster: null, group: groupOfBranch(branch) }];
  });
}

/** What the next run would want of the open pull requests; their texts do not matter to what it decides. */
function tendedProposals(
  { tended }: Schedule,
  { proved }: Turn,
  { prefix }: BaseSurvey,
): readonly Proposal[] {
  const below = prefix === '' ? '' : `${prefix}/`;
  return [...assignEdits(tended, proved.edits)].map(([unit, edits]) => ({
    ...closingOf(unit, 'nothing-to-rotate'),
    changes: edits.flatMap(({ changes }) => changes),
    files: edits.map(({ path, before, after }) => ({ path: `${below}${path}`, before, after })),
    outside: unit.outside ?? 0,
  }));
}

function policyOf({ date }: BaseSurvey, { refreshAfterDays }: OpenSettings): Policy {
  return { today: date, refreshAfterDays, explicitDate: false, askedByName: false, incident: null };
}
