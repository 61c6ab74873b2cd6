import { repositoryOf } from '../github/repository.ts';
import { missingToken } from '../github/rest.ts';
import type { Policy } from '../publish/decide.ts';
import { type Looked, look } from '../publish/observe.ts';
import type { Proposal } from '../publish/proposal.ts';
import { type PublishContext, type Published, publish } from '../publish/publish.ts';
import type { Credential, OpenResult, Skipped } from '../results/results.ts';
import { selectsCredential } from '../rotation/selection.ts';
import { isGlob } from '../util/glob.ts';
import { ok, type Result } from '../util/result.ts';
import { type Chosen, chooseNamespaces, confirmWriting } from './choose.ts';
import type { Say } from './options.ts';
import {
  type BaseOptions,
  type BaseSurvey,
  draftProposals,
  surveyBase,
  unitsOf,
} from './read/base-branch.ts';
import { findGone } from './read/deleted-namespaces.ts';
import { upgradeRemarks } from './read/versions.ts';
import { nextTurn, turnInstead } from './run/admit.ts';
import { type Schedule, schedule } from './run/classify.ts';
import { type Connection, connect } from './run/connect.ts';
import { planEdits, planSelected } from './run/edits.ts';
import { readValuesBefore } from './run/in-progress.ts';
import { deferredResult, describer, question, resultFor, stuckResult, toldProgress } from './run/results.ts';
import { groupTargets, targetOf, type Unit } from './run/scopes.ts';
import { type OpenSettings, settingsFor } from './run/settings.ts';
import { createSigner, type Signer } from './run/signer.ts';
import { staggerRules } from './run/stagger.ts';
import { unnamedRemarks } from './run/warnings.ts';

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
  for (const line of unnamedRemarks(survey, selection)) say(line);
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
  const turn = await nextTurn(plan, planned, { ...run, now: options.now });
  const proposals = await draftProposals(read, [...plan.tended, ...turn.admitted], turn.proved, settings);
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
  const publishing = (some: readonly Proposal[]): Promise<Published> =>
    publish(some, seen, contextOf(run, signer), (progress) =>
      say.progress?.(toldProgress(progress, connection.left())),
    );
  const published = [await publishing([...proposals, ...closings])];
  const turns = [turn];
  // once, not until all places are taken: who is refused everything is not to try the whole estate.
  // What somebody has seen and agreed to is all that is written
  if (run.confirm === null && published[0]?.stopped === null) {
    const instead = await turnInstead(turn, published[0].results, planned, run);
    turns.push(instead);
    if (instead.admitted.length > 0)
      published.push(
        await publishing(await draftProposals(read, instead.admitted, instead.proved, settings)),
      );
  }
  for (const { message } of await signer.clean()) say(message);
  for (const remark of new Set(published.flatMap(({ remarks }) => remarks))) say(remark);
  const waiting = turns.at(-1)?.deferred ?? [];
  const stuck = plan.tended.filter(({ branch }) => !proposed.has(branch));
  const described = describer(planned, [
    ...plan.settled.map(({ unit }) => unit),
    ...stuck,
    ...waiting.map(({ one }) => one),
  ]);
  const pullRequests = [
    ...published.flatMap(({ results }) => results),
    ...plan.settled.map(({ unit, result }) => described(unit, result)),
    ...stuck.map((unit) => described(unit, stuckResult(unit, turn.proved.skipped, looked))),
    ...waiting.map(({ one, code, reason }) => described(one, deferredResult(one, code, reason))),
  ];
  // each proof tells what was known before it too
  const skipped = new Set(turns.flatMap(({ proved }) => proved.skipped));
  const problems = new Set(turns.flatMap(({ proved }) => proved.problems));
  return ok({
    result: resultFor(read, pullRequests, [...skipped, ...plan.skipped, ...unnamed], [...problems]),
    stopped: published.some(({ stopped }) => stopped !== null),
    credentials: aboutOf(read),
  });
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

async function lookAtAll(
  units: readonly Unit[],
  read: BaseSurvey,
  { github, head }: Connection,
  settings: OpenSettings,
  now: Date,
): Promise<Result<Looked>> {
  const atOnce = settings.incident !== null;
  const targets = units.map((unit) => targetOf(unit, atOnce || unit.askedByName === true));
  const known = new Set(units.map(({ branch }) => branch));
  const ofGroups = groupTargets(head.refs).filter(({ branch }) => !known.has(branch));
  const paced = Object.values(settings.pacing).some((limit) => limit !== null);
  const everything = !atOnce && (paced || staggerRules(read, settings) !== null);
  const { base, date: today } = read;
  const context = { github, remote: head.remote, refs: head.refs, base, today, now, everything };
  const looked = await look([...targets, ...ofGroups], context);
  return looked.ok ? ok(await readValuesBefore(looked.value, read)) : looked;
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
