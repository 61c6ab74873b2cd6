import type { Policy } from '../publish/decide.ts';
import { type Looked, look } from '../publish/look.ts';
import { missingToken } from '../publish/octokit.ts';
import { type Progress, type PublishContext, type Published, publish } from '../publish/publish.ts';
import { repositoryOf } from '../publish/repository.ts';
import { ok, type Result } from '../result.ts';
import type { Admission } from '../rotation/pacing.ts';
import type { Credential, OpenResult, Skipped } from '../rotation/results.ts';
import { isGlob, selectsCredential } from '../rotation/selection.ts';
import { type Chosen, chooseNamespaces, confirmWriting } from './choose.ts';
import { type Connection, connect } from './connect.ts';
import { type BaseOptions, type BaseSurvey, draftProposals, surveyBase, unitsOf } from './draft.ts';
import { findGone } from './gone.ts';
import { upgradeRemarks } from './latest-versions.ts';
import { deferredResult, describer, question, resultFor, stuckResult, toldProgress } from './open-results.ts';
import { type OpenSettings, settingsFor } from './open-settings.ts';
import type { Say } from './options.ts';
import {
  type PlannedEdits,
  type ProvedRotations,
  planEdits,
  planSelected,
  proveEdits,
  provingProgress,
} from './rotations.ts';
import { type Schedule, schedule } from './schedule.ts';
import { createSigner, type Signer } from './signer.ts';
import { staggerRules, takeTurns } from './turns.ts';
import { assignEdits, groupTargets, targetOf, type Unit } from './units.ts';

export interface OpenOptions extends BaseOptions {
  /** Of this program, as GitHub sees it in the user agent. */
  readonly version: string;
}

/** What a run gives back. */
export interface OpenRun {
  readonly result: OpenResult;
  /** GitHub's limit or a refused token ended it early: the rest is not done. */
  readonly stopped: boolean;
  /** Every credential of the namespaces and modules that it was about, whatever its age. */
  readonly credentials: readonly Credential[];
}

/** Opens or updates one pull request for each namespace that has something to rotate. */
export async function open(options: OpenOptions, say: Say): Promise<Result<OpenRun>> {
  const surveyed = await surveyBase(options, say, false);
  if (!surveyed.ok) return surveyed;
  // nobody picks namespaces for a run that can only fail
  if (!surveyed.value.selected && options.ask && surveyed.value.token === null) return missingToken();
  const chosen = await chooseNamespaces(surveyed.value, options);
  if (!chosen.ok) return chosen;
  const { read, confirm } = chosen.value;
  const { date, survey, selection } = read;
  if (read.remote === null) throw new Error('open was surveyed without its remote');
  const repository = repositoryOf(options.env, read.remote.remote);
  if (!repository.ok) return repository;
  const settings = settingsFor(options.request, read.config, options.now);
  const planned = planSelected(survey, selection, date, options);
  const { refs } = read.remote;
  const first = await unitsOf(read, planned.rotations, settings, refs);
  const ofOurs = [...refs.branches.keys()].some((branch) => branch.startsWith('rotate/'));
  if (first.units.length === 0 && !ofOurs) {
    const { skipped } = planEdits(survey, selection, date, options);
    const result = resultFor(read, [], [...skipped, ...first.skipped], survey.problems);
    return ok({ result, stopped: false, credentials: aboutOf(read) });
  }

  const connected = await connect(read, { ...options, fork: settings.fork, writes: true }, say);
  if (!connected.ok) return connected;
  const connection = connected.value;
  const ofFork = connection.head.refs === refs;
  const made = ofFork ? first : await unitsOf(read, planned.rotations, settings, connection.head.refs);
  const units = made.units.map((unit) => ({ ...unit, ...askedByName(unit, read) }));
  say.progress?.({ phase: 'looking for pull requests', done: 0, total: units.length });
  const looked = await lookAtAll(units, read, connection, settings, options.now);
  if (!looked.ok) return looked;
  const policy = policyOf(read, options, settings);
  const facts = {
    looked: looked.value,
    assessments: new Map(survey.assessments.map((each) => [each.credential.id, each])),
    namespaces: read.namespaces,
    policy,
  };
  return carryOut(schedule(units, facts), made.skipped, {
    read,
    connection,
    options,
    settings,
    looked: looked.value,
    policy,
    confirm,
    say,
  });
}

interface Run {
  readonly read: BaseSurvey;
  readonly connection: Connection;
  readonly options: OpenOptions;
  readonly settings: OpenSettings;
  readonly looked: Looked;
  readonly policy: Policy;
  /** Who is asked before anything is written; null when nobody is. */
  readonly confirm: Chosen<BaseSurvey>['confirm'];
  readonly say: Say;
}

async function carryOut(plan: Schedule, unnamed: readonly Skipped[], run: Run): Promise<Result<OpenRun>> {
  const { read, connection, options, settings, looked, say } = run;
  const planned = planEdits(read.survey, read.selection, read.date, options, plan.choice);
  const { admitted, deferred, proved } = await nextTurn(plan, planned, { ...run, now: options.now });
  const proposals = await draftProposals(read, [...plan.tended, ...admitted], proved, settings);
  for (const line of upgradeRemarks(proposals.flatMap(({ changes }) => changes))) say(line);
  const gone = await findGone(read, connection, looked, options.now);
  if (!gone.ok) return gone;
  const proposed = new Set(proposals.map(({ branch }) => branch));
  const closings = [...plan.closings, ...gone.value.closings].filter(({ branch }) => !proposed.has(branch));
  const preview = {
    changes: proposals.flatMap(({ changes }) => changes),
    files: proposals.flatMap(({ files }) => files),
  };
  const refused = await confirmWriting(run.confirm, preview, question(proposals.length));
  if (refused !== null) return refused;
  const signer = createSigner(connection, read.base.sha);
  const seen = new Map([...looked.seen, ...gone.value.seen]);
  const context = contextOf(run, signer);
  const tell = (progress: Progress) => say.progress?.(toldProgress(progress, connection.left()));
  const published = await publish([...proposals, ...closings], seen, context, tell);

  // a place that failed goes to the next in turn: what can never be opened must not hold up the rest
  const places = run.confirm === null && published.stopped === null ? failedPlaces(published, admitted) : 0;
  const next = deferred.filter(({ code }) => code === 'turn').slice(0, places);
  const instead = next.map(({ one }) => one);
  const alsoProved = await proveEdits(partOf(planned, instead), read.survey, provingProgress(say));
  const more = await draftProposals(read, instead, alsoProved, settings);
  const alsoPublished = more.length === 0 ? NOTHING_PUBLISHED : await publish(more, seen, context, tell);
  const waiting = deferred.filter((one) => !next.includes(one));

  for (const { message } of await signer.clean()) say(message);
  for (const remark of new Set([...published.remarks, ...alsoPublished.remarks])) say(remark);
  const stuck = plan.tended.filter(({ branch }) => !proposed.has(branch));
  const described = describer(planned, [
    ...plan.settled.map(({ unit }) => unit),
    ...stuck,
    ...waiting.map(({ one }) => one),
  ]);
  const pullRequests = [
    ...published.results,
    ...alsoPublished.results,
    ...plan.settled.map(({ unit, result }) => described(unit, result)),
    ...stuck.map((unit) => described(unit, stuckResult(unit, proved.skipped, looked))),
    ...waiting.map(({ one, code, reason }) => described(one, deferredResult(one, code, reason))),
  ];
  const known = new Set(proved.skipped.map(({ id }) => id));
  const alsoSkipped = alsoProved.skipped.filter(({ id }) => !known.has(id));
  const skipped = [...proved.skipped, ...alsoSkipped, ...plan.skipped, ...unnamed];
  const problems = new Set([...proved.problems, ...alsoProved.problems]);
  return ok({
    result: resultFor(read, pullRequests, skipped, [...problems]),
    stopped: published.stopped !== null || alsoPublished.stopped !== null,
    credentials: aboutOf(read),
  });
}

const NOTHING_PUBLISHED: Published = { results: [], stopped: null, remarks: [] };

/** How many of the pull requests whose turn it was could not be opened. */
function failedPlaces({ results }: Published, admitted: readonly Unit[]): number {
  const turns = new Set(admitted.map(({ branch }) => branch));
  return results.filter(({ branch, outcome }) => outcome === 'failed' && turns.has(branch)).length;
}

function contextOf({ read, connection, options, settings, policy }: Run, signer: Signer): PublishContext {
  return {
    remote: read.remote?.remote ?? connection.head.remote,
    head: connection.head,
    github: connection.github,
    base: read.base,
    now: options.now,
    policy,
    ...(settings.author === null ? {} : { author: settings.author }),
    ...(settings.sign ? { build: signer.build } : {}),
    dress: {
      draft: settings.draft,
      autoMerge: settings.autoMerge,
      enableAutoMerge: ({ nodeId }, method) => connection.graphql.enableAutoMerge(nodeId, method),
    },
  };
}

function aboutOf({ survey, selection }: BaseSurvey): readonly Credential[] {
  const isAbout = selectsCredential({ ...selection, due: false }, 'report');
  return survey.assessments.filter(isAbout).map(({ credential }) => credential);
}

export interface Turn extends Admission<Unit> {
  readonly proved: ProvedRotations;
}

/** What it takes to know whose turn it is. */
interface TurnRun extends Pick<Run, 'read' | 'looked' | 'settings' | 'say'> {
  readonly now: Date;
}

/** Units of which no edit can be proved have no turn and hold nobody back. */
export async function nextTurn(
  { tended, creatable }: Pick<Schedule, 'tended' | 'creatable'>,
  planned: PlannedEdits,
  { read, looked, settings, now, say }: TurnRun,
): Promise<Turn> {
  const context = { read, sightings: looked.sightings, settings, now };
  const hopeless = new Set<Unit>();
  for (;;) {
    const waiting = creatable.filter((unit) => !hopeless.has(unit));
    const turn = await takeTurns(waiting, context);
    const units = [...tended, ...turn.admitted, ...hopeless];
    const proved = await proveEdits(partOf(planned, units), read.survey, provingProgress(say));
    const assigned = assignEdits(units, proved.edits);
    const failed = turn.admitted.filter((unit) => !assigned.has(unit));
    if (failed.length === 0 || turn.deferred.length === 0) return { ...turn, proved };
    for (const unit of failed) hopeless.add(unit);
  }
}

/** What of a plan some units are about. */
function partOf(planned: PlannedEdits, units: readonly Unit[]): PlannedEdits {
  const edits = [...assignEdits(units, planned.edits).values()].flat();
  const needed = new Set(edits.flatMap(({ neededBy }) => neededBy));
  const rotations = planned.rotations.filter(({ assessment }) => needed.has(assessment.credential.id));
  return { ...planned, edits, rotations };
}

async function lookAtAll(
  units: readonly Unit[],
  read: BaseSurvey,
  { github, head }: Connection,
  settings: OpenSettings,
  now: Date,
): Promise<Result<Looked>> {
  const atOnce = settings.incident !== null;
  const targets = units.map((unit) => targetOf(unit, atOnce || unit.askedByName === true));
  const ofGroups = settings.grouping === 'namespace' ? groupTargets(head.refs) : [];
  const paced = Object.values(settings.pacing).some((limit) => limit !== null);
  const everything = !atOnce && (paced || staggerRules(read, settings) !== null);
  const { base, date: today } = read;
  const context = { github, remote: head.remote, refs: head.refs, base, today, now, everything };
  return look([...targets, ...ofGroups], context);
}

/** A plain name on the command line, or the folder in which the run takes place. */
function askedByName(unit: Unit, { selection }: BaseSurvey): Pick<Unit, 'askedByName'> {
  const names = new Set(selection.namespaces.filter((pattern) => !isGlob(pattern)));
  return unit.group === null && names.has(unit.namespace ?? '') ? { askedByName: true } : {};
}

/** How the pull requests that are there are judged. */
export function policyOf({ date }: BaseSurvey, options: OpenOptions, settings: OpenSettings): Policy {
  return {
    today: date,
    refreshAfterDays: settings.refreshAfterDays,
    explicitDate: options.date !== undefined,
    askedByName: settings.incident !== null,
    incident: settings.incident,
  };
}
