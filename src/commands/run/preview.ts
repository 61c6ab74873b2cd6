/** What a run of `open` would do, without doing any of it: for `plan` and `open --dry-run`. */
import { repositoryOf } from '../../github/repository.ts';
import { PREVIEW } from '../../publish/messages.ts';
import type { Proposal } from '../../publish/proposal.ts';
import { preview as previewPublishing } from '../../publish/publish.ts';
import { resultOf } from '../../publish/result.ts';
import type { OpenResult, PullRequestResult } from '../../results/results.ts';
import { fail, ok, type Result } from '../../util/result.ts';
import type { RotationOptions, Say } from '../options.ts';
import type { BaseSurvey } from '../read/base-branch.ts';
import { upgradeRemarks } from '../read/versions.ts';
import type { Connection } from './connect.ts';
import { type Preparation, prepare } from './prepare.ts';
import { draftPullRequests } from './pull-requests.ts';
import { closingsOf, resultOfRun } from './results.ts';
import { type OpenRequest, settingsFor } from './settings.ts';
import { staggerRules } from './stagger.ts';
import { turnRemarks, unnamedRemarks } from './warnings.ts';

export interface PreviewOptions extends RotationOptions {
  readonly request: OpenRequest;
}

export interface Preview {
  /** With the outcomes that a run would give; `planned` where GitHub could not be asked. */
  readonly result: OpenResult;
  /** What it would write, with texts and files. */
  readonly proposals: readonly Proposal[];
}

/**
 * Prepares a run as `open` does and says what would come of it.
 *
 * @returns codes of `prepare` without a connection
 */
export async function previewRun(
  read: BaseSurvey,
  options: PreviewOptions,
  say: Say,
): Promise<Result<Preview>> {
  const prepared = await prepareAsFarAsPossible(read, options, say);
  if (!prepared.ok) return prepared;
  const { plan, turn, looked, policy, settings, isAsked } = prepared.value;
  const proposals = await draftPullRequests([...plan.tended, ...turn.admitted], turn.proved, prepared.value);
  const remarks = [
    ...upgradeRemarks(proposals.flatMap(({ changes }) => changes)),
    ...unnamedRemarks(read.survey, read.selection),
    ...turn.overtaking.values(),
    ...(isAsked ? [] : turnRemarks(settings, staggerRules(read, settings) !== null, proposals.length)),
  ];
  for (const line of remarks) say(line);
  const proposed = new Set(proposals.map(({ branch }) => branch));
  const remote = read.remote?.remote;
  const results =
    isAsked && remote !== undefined
      ? await previewPublishing([...proposals, ...closingsOf(prepared.value, proposed)], looked.seen, {
          remote,
          base: read.base,
          policy,
        })
      : proposals.map(planned);
  return ok({ result: resultOfRun(prepared.value, results, proposed, [turn]), proposals });
}

function planned(proposal: Proposal): PullRequestResult {
  return { ...resultOf(proposal, 'planned', ''), reason: null };
}

/** Whoever cannot ask GitHub learns what would be written all the same, and that the rest is not known. */
async function prepareAsFarAsPossible(
  read: BaseSurvey,
  options: PreviewOptions,
  say: Say,
): Promise<Result<Preparation & { readonly isAsked: boolean }>> {
  const settings = settingsFor(options.request, read.config, options.now);
  const how = { ...options, settings, everything: false, reopensNamed: true };
  const connected = await connectToRead(read, { ...options, fork: settings.fork }, say);
  const asked = connected.ok ? await prepare(read, { ...how, connection: connected.value }, say) : connected;
  if (asked.ok) return ok({ ...asked.value, isAsked: true });
  say(PREVIEW.notAsked(asked.error.message));
  const alone = await prepare(read, { ...how, connection: null }, say);
  return alone.ok ? ok({ ...alone.value, isAsked: false }) : alone;
}

async function connectToRead(
  read: BaseSurvey,
  { env, version = 'unknown', fork }: PreviewOptions & { readonly fork: string | null },
  say: Say,
): Promise<Result<Connection>> {
  // that it was not reached is said already
  if (read.remote === null) return fail('unreachable', '');
  const repository = repositoryOf(env, read.remote.remote);
  if (!repository.ok) return repository;
  if (read.token === null) return fail('authentication', PREVIEW.noToken);
  const { connect } = await import('./connect.ts');
  return connect(read, { env, version, fork, writes: false }, say);
}
