/** `open` and `plan` in a workflow. */

import type { OpenFlags, PlanFlags } from '../cli/flags.ts';
import { readFlags } from '../cli/options.ts';
import type { Door } from '../cli/run-command.ts';
import { openDoor } from '../cli/verbs/open.ts';
import { planDoor } from '../cli/verbs/plan.ts';
import type { OpenRun } from '../commands/open.ts';
import { findWhereabouts } from '../commands/read/permalinks.ts';
import { openRoot } from '../commands/read/tree.ts';
import { openAnnotations } from '../report/annotations.ts';
import { requestName, shortFile } from '../report/format.ts';
import { openSummary } from '../report/job-summary.ts';
import { OUTCOME_WORDS, openTotal, PREVIEW_WORDS } from '../report/pull-requests.ts';
import type { Change, OpenResult, PlanResult, PullRequestResult } from '../results/results.ts';
import { groupBy } from '../util/group-by.ts';
import { ok, type Result } from '../util/result.ts';
import { sentences } from './messages.ts';
import type { ActionWorld, Told } from './report.ts';

/** GitHub takes 1 MB of outputs a job, counted in UTF-16 (docs.github.com, "Passing information between jobs"). */
const MAX_OUTPUT = 400_000;

export function actOpen(flags: unknown, world: ActionWorld): Promise<Result<Told>> {
  const open = flags as OpenFlags;
  return actOn(open, openDoor(open), world, open.dryRun);
}

export function actPlan(flags: unknown, world: ActionWorld): Promise<Result<Told>> {
  const door = planDoor(flags as PlanFlags);
  const run: Door<OpenRun>['run'] = async (options, say) => {
    const planned = await door.run(options, say);
    if (!planned.ok) return planned;
    return ok({ result: withoutTexts(planned.value), stopped: false, credentials: [] });
  };
  return actOn(flags as PlanFlags, { run }, world, true);
}

function withoutTexts(plan: PlanResult): OpenResult {
  return { ...plan, pullRequests: plan.pullRequests.map(({ body: _, diff: __, ...rest }) => rest) };
}

async function actOn(
  flags: PlanFlags,
  { run: work }: Pick<Door<OpenRun>, 'run'>,
  world: ActionWorld,
  preview: boolean,
): Promise<Result<Told>> {
  const options = readFlags(flags, world);
  if (!options.ok) return options;
  const root = openRoot(options.value, 'commit');
  if (!root.ok) return root;
  const run = await work(options.value, world.say);
  if (!run.ok) return run;
  const { result, credentials, stopped } = run.value;
  const whereabouts = await findWhereabouts(root.value, result.base, world.env);
  const requests = outputOf(result.pullRequests);
  if (requests.left > 0) world.say(sentences.cutOutput(requests.left));
  const outcomes = result.pullRequests.map(({ outcome }) => outcome);
  const words = preview ? PREVIEW_WORDS : OUTCOME_WORDS;
  const number = (wanted: string): string => String(outcomes.filter((each) => each === wanted).length);
  // what would be opened is not
  const written = preview ? () => '0' : number;
  const due = credentials.filter(({ state }) => state === 'due' || state === 'never').length;
  return ok({
    outputs: {
      'pull-requests': requests.json,
      opened: written('created'),
      updated: written('updated'),
      deferred: number('deferred'),
      failed: number('failed'),
      due: String(due),
    },
    summary: openSummary({ result, credentials, stopped, preview, whereabouts }),
    annotations: openAnnotations(result, credentials),
    groups: groupsOf(result.pullRequests, words),
    end: openTotal(result.pullRequests, words),
    failure: failureOf(run.value),
    prefix: root.value.prefix,
  });
}

/** A file that somebody broke is annotated and fails no nightly run: nobody would look at one that always fails. */
function failureOf({ result: { pullRequests }, stopped }: OpenRun): string | null {
  const failed = pullRequests.filter(({ outcome }) => outcome === 'failed').length;
  const reasons = [
    ...(failed > 0 ? [sentences.failedRequests(failed, pullRequests.length)] : []),
    ...(stopped ? [sentences.stopped] : []),
  ];
  return reasons.length === 0 ? null : reasons.join(' ');
}

/** Those that are or were to be on GitHub, without their changes: other steps want numbers and addresses. */
function outputOf(all: readonly PullRequestResult[]): { readonly json: string; readonly left: number } {
  const listed = all
    .filter(({ outcome }) => outcome !== 'deferred')
    .map(({ changes: _, ...request }) => JSON.stringify(request));
  let size = 2;
  const fit = listed.filter((each) => {
    size += each.length + 1;
    return size <= MAX_OUTPUT;
  });
  return { json: `[${fit.join(',')}]`, left: listed.length - fit.length };
}

/** A group a namespace; in the pull request of several namespaces each change names its own. */
function groupsOf(requests: readonly PullRequestResult[], words: typeof OUTCOME_WORDS): Told['groups'] {
  const groups = groupBy(requests, (each) => `${requestName(each)}: ${words[each.outcome]}`);
  return [...groups].map(([name, found]) => ({
    name,
    lines: found.flatMap(({ url, reason, title, changes }) => [
      title,
      ...(url === null ? [] : [url]),
      ...(reason === null ? [] : [reason]),
      ...changes.map(changeLine),
    ]),
  }));
}

function changeLine(change: Change): string {
  return `${change.kind} ${change.module}, ${shortFile(change)}:${change.line}: ${change.from ?? 'none'} -> ${change.to === '' ? 'none' : change.to}`;
}
