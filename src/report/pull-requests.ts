/** The reports of `open`, `plan` and `close`. */
import type {
  OpenResult,
  Outcome,
  PlannedPullRequest,
  PlanResult,
  PullRequestResult,
} from '../results/results.ts';
import { groupBy } from '../util/group-by.ts';
import {
  type Block,
  type Column,
  type Document,
  type Inline,
  paragraph,
  problems,
  type Tone,
  table,
  toned,
} from './document.ts';
import { count, digits, listWords, OUTCOMES, requestName, requestNoun } from './format.ts';
import {
  changeTable,
  command,
  requestLink,
  selfRotationBlocks,
  skippedBlocks,
  step,
  togetherBlocks,
  type Waits,
  waitingBlocks,
} from './parts.ts';

/** How a report of pull requests is to be made. */
export interface RequestOptions {
  /** Of this run as command-line arguments, repeated in the commands that are proposed. */
  readonly selection: readonly string[];
  /** For a terminal: many that are left alone for one reason are told together. */
  readonly brief: boolean;
}

/** What became of a pull request, in words. */
export const OUTCOME_WORDS: Readonly<Record<Outcome, string>> = {
  planned: 'planned',
  created: 'created',
  updated: 'updated',
  unchanged: 'unchanged',
  'left-alone': 'left alone',
  closed: 'closed',
  deferred: 'deferred',
  failed: 'failed',
};
const OUTCOME_TONES: Readonly<Record<Outcome, Tone>> = {
  planned: 'quiet',
  created: 'good',
  updated: 'good',
  unchanged: 'quiet',
  'left-alone': 'warning',
  closed: 'quiet',
  deferred: 'warning',
  failed: 'bad',
};
/** Outcomes after which somebody looks at the pull request. */
const FOLLOWED: readonly Outcome[] = ['created', 'updated'];
/** Outcomes after which another run has something left to do. */
const UNFINISHED: readonly Outcome[] = ['deferred', 'failed'];
/** From so many of one reason on, they are told together. */
const MANY = 6;

/** What `open` has done, in one sentence: `3 namespaces: 2 created, 1 failed.` */
export function openTotal(requests: readonly PullRequestResult[]): string {
  if (requests.length === 0) return 'No pull request to open: nothing is selected that could be rotated.';
  return outcomeTotal(requests, requestNoun(requests), OUTCOME_WORDS);
}

function outcomeTotal(
  requests: readonly PullRequestResult[],
  noun: string,
  words: Readonly<Record<Outcome, string>>,
): string {
  const parts = OUTCOMES.flatMap((outcome) => {
    const found = requests.filter((each) => each.outcome === outcome).length;
    return found === 0 ? [] : [`${digits(found)} ${words[outcome]}`];
  });
  return `${count(requests.length, noun)}: ${parts.join(', ')}.`;
}

/** `open`: a row a namespace, failures last, then what waits, what is not rotated, problems, totals. */
export function openDocument(result: OpenResult, { selection, brief }: RequestOptions): Document {
  const { pullRequests } = result;
  const of = (outcome: Outcome) => pullRequests.filter((each) => each.outcome === outcome);
  const alike = brief ? alikeOf(of('left-alone')) : [];
  const waiting = of('deferred').map(toWaits);
  const listed = pullRequests.filter((each) => each.outcome !== 'deferred' && !alike.includes(each));
  const unfinished = UNFINISHED.filter((each) => of(each).length > 0).map((each) => OUTCOME_WORDS[each]);
  return {
    title: `Pull requests on ${result.date}`,
    totals: [openTotal(pullRequests)],
    blocks: [
      ...selfRotationBlocks(
        [...of('created'), ...of('updated'), ...of('planned')].flatMap((each) => each.changes),
      ),
      ...requestTable(listed, OUTCOME_WORDS),
      ...waitingBlocks('Left alone', alike.map(toWaits)),
      ...waitingBlocks('Deferred', waiting),
      ...togetherBlocks(waiting),
      ...skippedBlocks(result.skipped),
      ...problems(result.problems),
    ],
    steps:
      unfinished.length === 0
        ? []
        : [step(`To finish what is ${listWords(unfinished)}, run it again:`, command('open', selection))],
  };
}

/** Those that have one reason with many others. */
function alikeOf(requests: readonly PullRequestResult[]): readonly PullRequestResult[] {
  return [...groupBy(requests, ({ reason }) => reason ?? '').values()]
    .filter((group) => group.length >= MANY)
    .flat();
}

function toWaits(request: PullRequestResult): Waits {
  return { name: requestName(request), code: request.code ?? null, reason: request.reason };
}

/** A row for each pull request: what became of it, whose it is, where it is, why. Failures last. */
export function requestTable(
  requests: readonly PullRequestResult[],
  words: Readonly<Record<Outcome, string>>,
): readonly Block[] {
  const rows = requests
    .toSorted((a, b) => OUTCOMES.indexOf(a.outcome) - OUTCOMES.indexOf(b.outcome))
    .map((each): readonly Inline[] => [
      toned(words[each.outcome], OUTCOME_TONES[each.outcome]),
      [{ name: requestName(each) }],
      requestLink(each, FOLLOWED.includes(each.outcome)),
      digits(each.changes.length),
      each.reason ?? '',
    ]);
  return table(REQUEST_COLUMNS, rows);
}

const REQUEST_COLUMNS: readonly Column[] = [
  { title: 'outcome' },
  { title: 'namespace', min: 16 },
  { title: 'pull request' },
  { title: 'credentials', align: 'right', only: 'markdown' },
  { title: 'reason', as: 'note' },
];

/** `plan`: each pull request with its diff, then what is not rotated, problems, totals. */
export function planDocument(
  result: PlanResult,
  { selection, bodies }: { readonly selection: readonly string[]; readonly bodies: boolean },
): Document {
  const { pullRequests } = result;
  const planned = pullRequests.filter(({ outcome }) => outcome === 'planned');
  const changes = planned.reduce((sum, each) => sum + each.changes.length, 0);
  const others = pullRequests.length > planned.length;
  return {
    title: `Planned pull requests for ${result.date}`,
    totals: [
      ...(others ? [openTotal(pullRequests)] : []),
      planned.length === 0
        ? 'No pull request would be opened.'
        : `${count(planned.length, 'pull request')} planned, ${count(changes, 'credential')} to rotate; nothing was written.`,
    ],
    blocks: [
      ...pullRequests.map((each) => plannedRequest(each, bodies)),
      ...skippedBlocks(result.skipped),
      ...problems(result.problems),
    ],
    steps: planned.length === 0 ? [] : [step('To open them:', command('open', selection))],
  };
}

function plannedRequest(each: PlannedPullRequest, bodies: boolean): Block {
  const reason = each.reason === null ? '' : `: ${each.reason}`;
  return {
    type: 'section',
    title: [{ name: requestName(each) }],
    apart: true,
    blocks: [
      paragraph([
        each.title,
        ', branch ',
        { name: each.branch },
        `, ${OUTCOME_WORDS[each.outcome]}${reason}`,
      ]),
      ...selfRotationBlocks(each.changes),
      ...changeTable(each.changes, 'markdown'),
      ...(each.diff === '' ? [] : [{ type: 'code', language: 'diff', content: each.diff } as const]),
      ...(bodies && each.body !== ''
        ? [
            {
              type: 'details',
              summary: 'Body of the pull request',
              blocks: [{ type: 'code', language: 'markdown', content: each.body }],
            } as const,
          ]
        : []),
    ],
  };
}

/** `close`: a row a pull request, failures last, then problems, totals, what it means for the next run. */
export function closeDocument(result: OpenResult, selection: readonly string[]): Document {
  const { pullRequests } = result;
  const some = (...outcomes: readonly Outcome[]) =>
    pullRequests.some(({ outcome }) => outcomes.includes(outcome));
  return {
    title: `Pull requests closed on ${result.date}`,
    totals: [
      pullRequests.length === 0
        ? 'Nothing to close: no open pull request or branch of rotate-pr is selected.'
        : outcomeTotal(pullRequests, 'pull request', CLOSE_WORDS),
      ...(some('closed')
        ? [
            'A closed one counts as closed by a person: rotate-pr open --due leaves its credentials alone until they fall due next; rotate-pr open --namespace with its name opens it again.',
          ]
        : []),
    ],
    blocks: [...requestTable(pullRequests, CLOSE_WORDS), ...problems(result.problems)],
    steps: [
      ...(some('planned') ? [step('Nothing was written. To close them:', command('close', selection))] : []),
      ...(some(...UNFINISHED)
        ? [step('To finish what failed or is deferred, run it again:', command('close', selection))]
        : []),
    ],
  };
}

const CLOSE_WORDS: Readonly<Record<Outcome, string>> = { ...OUTCOME_WORDS, planned: 'would be closed' };
