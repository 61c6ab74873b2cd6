/** Takes back what runs have opened: closes our pull requests and deletes their branches, where nobody else worked on them. */
import type { Policy } from '../publish/decide.ts';
import { WOULD_CLOSE } from '../publish/messages.ts';
import { observe } from '../publish/observe.ts';
import { publish } from '../publish/publish.ts';
import { resultOf } from '../publish/result.ts';
import { escapeMarkdown } from '../report/escape-markdown.ts';
import type { OpenResult, PullRequestResult } from '../results/results.ts';
import { takesWholeNamespaces } from '../rotation/selection.ts';
import { fail, ok, type Result } from '../util/result.ts';
import type { Say } from './options.ts';
import { type BaseOptions, type BaseSurvey, surveyBase } from './read/base-branch.ts';
import { branchesToLookAt, type Choice, chooseClosings } from './run/close-decision.ts';
import { type Connection, connect } from './run/connect.ts';
import { goByCommits } from './run/in-progress.ts';
import { counted, resultFor, toldProgress } from './run/results.ts';
import { settingsFor } from './run/settings.ts';

export interface CloseOptions extends BaseOptions {
  /** Of this program, as GitHub sees it in the user agent. */
  readonly version: string;
  /** Plain text for the comment, null for none. */
  readonly reason: string | null;
  /** Say what would be closed, and close nothing. */
  readonly dryRun: boolean;
}

/** What a run gives back. */
export interface CloseRun {
  readonly result: OpenResult;
  /** GitHub's limit or a refused token ended it early: the rest is not done. */
  readonly stopped: boolean;
}

/** Every sentence of `close` about the run; those about one pull request are in publish/messages.ts. */
const SAY = {
  noSelection: (branches: number) =>
    `Nothing was selected, and everything would be ${counted(branches, 'branch', 'branches')} below rotate/ with their pull requests. ` +
    'Name whose to close: --namespace NAME, --team NAME, --kind KIND, or --all.',
  looking: 'looking for pull requests',
  reason: (text: string) => `Reason given: ${escapeMarkdown(text)}`,
};

/**
 * Closes the open pull requests of ours that are selected, each with a comment, and deletes their branches; also the
 * branches that a run cut short left without a pull request.
 *
 * @returns codes `no-selection`, and those of `surveyBase`, `connect` and `GitHub`
 */
export async function close(options: CloseOptions, say: Say): Promise<Result<CloseRun>> {
  const { dryRun, now } = options;
  const surveyed = await surveyBase(options, { source: 'remote', versions: 'flags' }, say);
  if (!surveyed.ok) return surveyed;
  const read = surveyed.value;
  if (read.remote === null) throw new Error('close was surveyed without its remote');
  if (!read.selected) {
    const ours = [...read.remote.refs.branches.keys()].filter((branch) => branch.startsWith('rotate/'));
    return fail('no-selection', SAY.noSelection(ours.length));
  }
  const connected = await connect(read, { ...options, fork: options.request.fork, writes: !dryRun }, say);
  if (!connected.ok) return connected;
  const connection = connected.value;
  const { github, head } = connection;
  const listed = await github.openPullRequests();
  if (!listed.ok) return listed;
  const targets = branchesToLookAt(read, listed.value, head.refs);
  say.progress?.({ phase: SAY.looking, done: 0, total: targets.length });
  const observed = await observe(targets, {
    github: { ...github, openPullRequests: async () => listed },
    remote: head.remote,
    refs: head.refs,
    base: read.base,
    today: read.date,
    now,
    everything: false,
  });
  if (!observed.ok) return observed;
  const state = await goByCommits(observed.value, head.remote.clone, read.prefix);
  const policy = policyOf(read, options);
  const choice = chooseClosings(targets, state, read, policy);
  if (dryRun) return ok({ result: foretell(choice, state.seen, read), stopped: false });
  return carryOut(choice, state.seen, { read, connection, options, policy, say });
}

type SeenByBranch = Parameters<typeof publish>[1];

interface Run {
  readonly read: BaseSurvey;
  readonly connection: Connection;
  readonly options: CloseOptions;
  readonly policy: Policy;
  readonly say: Say;
}

async function carryOut(
  { closings, settled }: Choice,
  seen: SeenByBranch,
  { read, connection, options, policy, say }: Run,
): Promise<Result<CloseRun>> {
  const { reason, now } = options;
  const { github, head } = connection;
  const note = reason === null ? {} : { closingNote: SAY.reason(reason) };
  const published = await publish(
    closings.map((closing) => ({ ...closing, ...note })),
    seen,
    { remote: read.remote?.remote ?? head.remote, head, github, base: read.base, now, policy },
    (progress) => say.progress?.(toldProgress(progress, connection.left())),
  );
  for (const remark of published.remarks) say(remark);
  const result = resultFor(read, [...published.results, ...settled], [], problemsOf(read));
  return ok({ result, stopped: published.stopped !== null });
}

/** What a run would close. */
function foretell({ closings, settled }: Choice, seen: SeenByBranch, read: BaseSurvey): OpenResult {
  const planned = closings.map((closing): PullRequestResult => {
    const looked = seen.get(closing.branch);
    const [open] = looked?.ok ? looked.value.found.open : [];
    const pull =
      looked?.ok && open !== undefined ? (looked.value.pullRequests.get(open.number) ?? null) : null;
    return resultOf(
      closing,
      'planned',
      open === undefined ? WOULD_CLOSE.branchAlone : WOULD_CLOSE.withBranch,
      pull,
    );
  });
  return resultFor(read, [...planned, ...settled], [], problemsOf(read));
}

/** What is wrong with a file matters only where its credentials decide what is closed. */
function problemsOf({ selection, namespaces, survey }: BaseSurvey): OpenResult['problems'] {
  return takesWholeNamespaces(selection) ? namespaces.problems : survey.problems;
}

function policyOf({ date, config }: BaseSurvey, { request, now }: CloseOptions): Policy {
  const { refreshAfterDays } = settingsFor(request, config, now);
  return { today: date, refreshAfterDays, explicitDate: false, askedByName: true, incident: null };
}
