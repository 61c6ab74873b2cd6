import { repositoryOf } from '../github/repository.ts';
import { missingToken } from '../github/rest.ts';
import type { CommitBuilder, PublishContext } from '../publish/context.ts';
import { question } from '../publish/messages.ts';
import type { Proposal } from '../publish/proposal.ts';
import { type Published, publish } from '../publish/publish.ts';
import { cleanSigning, signCommits } from '../publish/sign.ts';
import type { Credential, OpenResult } from '../results/results.ts';
import { selectsCredential } from '../rotation/selection.ts';
import { type Failure, ok, type Result } from '../util/result.ts';
import { type Chosen, chooseNamespaces, confirmWriting } from './choose.ts';
import type { Say } from './options.ts';
import { type BaseOptions, type BaseSurvey, surveyBase } from './read/base-branch.ts';
import { upgradeRemarks } from './read/versions.ts';
import { backfill } from './run/admit.ts';
import { type Connection, connect } from './run/connect.ts';
import { planEdits, rotatable } from './run/edits.ts';
import { type Preparation, prepare } from './run/prepare.ts';
import { previewRun } from './run/preview.ts';
import { draftPullRequests } from './run/pull-requests.ts';
import { closingsOf, resultFor, resultOfRun, toldProgress } from './run/results.ts';
import { settingsFor } from './run/settings.ts';
import { unnamedRemarks } from './run/warnings.ts';

export interface OpenOptions extends BaseOptions {
  /** Of this program, as GitHub sees it in the user agent. */
  readonly version: string;
  /** Write nothing, and say what would be written. */
  readonly dryRun?: boolean;
}

/** What a run gives back. */
export interface OpenRun {
  readonly result: OpenResult;
  /** GitHub's limit or a refused token ended it early: the rest is not done. */
  readonly stopped: boolean;
  /** Every credential of the namespaces and modules that it was about, whatever its age. */
  readonly credentials: readonly Credential[];
}

/** Opens or updates one pull request for each namespace that has something to rotate, or says which it would. */
export async function open(options: OpenOptions, say: Say): Promise<Result<OpenRun>> {
  const { dryRun = false } = options;
  const source = dryRun ? 'fetched' : 'remote';
  const surveyed = await surveyBase(options, { source, versions: 'latest' }, say);
  if (!surveyed.ok) return surveyed;
  // nobody picks namespaces for a run that can only fail
  if (!dryRun && !surveyed.value.selected && options.ask && surveyed.value.token === null)
    return missingToken();
  const chosen = await chooseNamespaces(surveyed.value, options);
  if (!chosen.ok) return chosen;
  if (!dryRun) return write(chosen.value, options, say);
  const { read } = chosen.value;
  const foretold = await previewRun(read, options, say);
  if (!foretold.ok) return foretold;
  return ok({ result: foretold.value.result, stopped: false, credentials: aboutOf(read) });
}

async function write(
  { read, confirm }: Chosen<BaseSurvey>,
  options: OpenOptions,
  say: Say,
): Promise<Result<OpenRun>> {
  const { survey, selection } = read;
  if (read.remote === null) throw new Error('open was surveyed without its remote');
  const repository = repositoryOf(options.env, read.remote.remote);
  if (!repository.ok) return repository;
  const settings = settingsFor(options.request, read.config, options.now);
  for (const line of unnamedRemarks(survey, selection)) say(line);
  const how = { ...options, settings, everything: false, reopensNamed: true };

  const ofOurs = [...read.remote.refs.branches.keys()].some((branch) => branch.startsWith('rotate/'));
  if (!ofOurs && rotatable(survey, selection, options).length === 0) {
    // where there is nothing to do, nobody needs a token
    const { skipped } = planEdits(survey, selection, read.date, options);
    const result = resultFor(read, [], skipped, survey.problems);
    return ok({ result, stopped: false, credentials: aboutOf(read) });
  }
  const connected = await connect(read, { ...options, fork: settings.fork, writes: true }, say);
  if (!connected.ok) return connected;
  const prepared = await prepare(read, { ...how, connection: connected.value }, say);
  if (!prepared.ok) return prepared;
  return execute(prepared.value, { connection: connected.value, options, confirm, say });
}

interface Run {
  readonly connection: Connection;
  readonly options: OpenOptions;
  /** Who is asked before anything is written; null when nobody is. */
  readonly confirm: Chosen<BaseSurvey>['confirm'];
  readonly say: Say;
}

/** Carries out what is prepared. */
async function execute(prepared: Preparation, run: Run): Promise<Result<OpenRun>> {
  const { read, plan, turn, provable, looked } = prepared;
  const { connection, say } = run;
  const proposals = await draftPullRequests([...plan.tended, ...turn.admitted], turn.proved, prepared);
  for (const line of upgradeRemarks(proposals.flatMap(({ changes }) => changes))) say(line);
  const proposed = new Set(proposals.map(({ branch }) => branch));
  const closings = closingsOf(prepared, proposed);
  const preview = {
    changes: proposals.flatMap(({ changes }) => changes),
    files: proposals.flatMap(({ files }) => files),
  };
  const refused = await confirmWriting(run.confirm, preview, question(proposals.length));
  if (refused !== null) return refused;
  const signer = createSigner(connection, read.base.sha);
  const context = contextOf(prepared, run, signer);
  const publishing = (some: readonly Proposal[]): Promise<Published> =>
    publish(some, looked.seen, context, (progress) =>
      say.progress?.(toldProgress(progress, connection.left())),
    );
  const published = [await publishing([...proposals, ...closings])];
  const turns = [turn];
  // once, not until all places are taken: who is refused everything is not to try the whole estate.
  // What somebody has seen and agreed to is all that is written
  if (run.confirm === null && published[0]?.stopped === null) {
    const instead = await backfill(turn, published[0], looked, provable);
    turns.push(instead);
    if (instead.admitted.length > 0) {
      published.push(await publishing(await draftPullRequests(instead.admitted, instead.proved, prepared)));
    }
  }
  for (const { message } of await signer.clean()) say(message);
  for (const remark of new Set(published.flatMap(({ remarks }) => remarks))) say(remark);
  for (const { overtaking } of turns) for (const line of overtaking.values()) say(line);
  const results = published.flatMap((each) => each.results);
  return ok({
    result: resultOfRun(prepared, results, proposed, turns),
    stopped: published.some(({ stopped }) => stopped !== null),
    credentials: aboutOf(read),
  });
}

function contextOf(
  { read, settings, policy }: Preparation,
  { connection, options }: Run,
  signer: Signer,
): PublishContext {
  return {
    remote: read.remote?.remote ?? connection.head.remote,
    head: connection.head,
    github: connection.github,
    base: read.base,
    now: options.now,
    sleep: connection.sleep,
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

/** The making of signed commits in one run. */
interface Signer {
  readonly build: CommitBuilder;
  /** Deletes the temporary branches of this run, and what an aborted one left behind; gives why some stay. */
  clean(): Promise<readonly Failure[]>;
}

/** Has GitHub make the commits of a run on the commit `base`. */
function createSigner({ head: { remote, refs }, headGraphql }: Connection, base: string): Signer {
  const temporary = new Map([...refs.branches].filter(([branch]) => branch.startsWith('rotate/_signing-')));
  return {
    async build(requests) {
      const signed = await signCommits(remote, headGraphql, base, requests, { branches: refs.branches });
      for (const [branch, sha] of signed.temporary) temporary.set(branch, sha);
      return signed.commits;
    },
    clean: () => cleanSigning(remote, temporary),
  };
}

function aboutOf({ survey, selection }: BaseSurvey): readonly Credential[] {
  const isAbout = selectsCredential({ ...selection, due: false }, 'report');
  return survey.assessments.filter(isAbout).map(({ credential }) => credential);
}
