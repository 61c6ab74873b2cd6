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
  type Step,
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
/** The same of a run that has not been made. */
export const PREVIEW_WORDS: Readonly<Record<Outcome, string>> = {
  ...OUTCOME_WORDS,
  created: 'would be created',
  updated: 'would be updated',
  closed: 'would be closed',
  failed: 'would fail',
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
/** Outcomes of what is written, or would be. */
const WRITTEN: readonly Outcome[] = ['planned', 'created', 'updated'];
/** Outcomes after which another run has something left to do. */
const UNFINISHED: readonly Outcome[] = ['deferred', 'failed'];
/** From so many of one reason on, they are told together. */
const MANY = 6;

/** What `open` has done, in one sentence: `3 namespaces: 2 created, 1 failed.` */
export function openTotal(requests: readonly PullRequestResult[], words = OUTCOME_WORDS): string {
  if (requests.length === 0) return 'No pull request to open: nothing is selected that could be rotated.';
  return outcomeTotal(requests, requestNoun(requests), words);
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
export function openDocument(
  result: OpenResult,
  { selection, brief, preview = false }: RequestOptions & { readonly preview?: boolean },
): Document {
  const { pullRequests } = result;
  const words = preview ? PREVIEW_WORDS : OUTCOME_WORDS;
  const some = (outcomes: readonly Outcome[]) =>
    outcomes.filter((each) => pullRequests.some(({ outcome }) => outcome === each));
  const unfinished = some(UNFINISHED).map((each) => OUTCOME_WORDS[each]);
  const written = pullRequests.filter(({ outcome }) => WRITTEN.includes(outcome));
  return {
    title: preview ? `What a run would do on ${result.date}` : `Pull requests on ${result.date}`,
    totals: [openTotal(pullRequests, words), ...(preview ? [NOTHING_WRITTEN] : [])],
    blocks: [
      ...selfRotationBlocks(written.flatMap((each) => each.changes)),
      ...outcomeBlocks(pullRequests, words, brief),
      ...skippedBlocks(result.skipped),
      ...problems(result.problems),
    ],
    steps: preview
      ? previewSteps(pullRequests, selection)
      : unfinished.length === 0
        ? []
        : [step(`To finish what is ${listWords(unfinished)}, run it again:`, command('open', selection))],
  };
}

const NOTHING_WRITTEN = 'Nothing was written.';

function previewSteps(requests: readonly PullRequestResult[], selection: readonly string[]): readonly Step[] {
  const some = requests.some(({ outcome }) => WRITTEN.includes(outcome) || outcome === 'closed');
  return some ? [step('To do it:', command('open', selection))] : [];
}

/** What became of each: a row, or where many are alike a sentence with their names. */
function outcomeBlocks(
  requests: readonly PullRequestResult[],
  words: Readonly<Record<Outcome, string>>,
  brief: boolean,
): readonly Block[] {
  const of = (outcome: Outcome) => requests.filter((each) => each.outcome === outcome);
  const alike = brief ? alikeOf(of('left-alone')) : [];
  const waiting = of('deferred').map(toWaits);
  const listed = requests.filter((each) => each.outcome !== 'deferred' && !alike.includes(each));
  return [
    ...requestTable(listed, words),
    ...waitingBlocks('Left alone', alike.map(toWaits)),
    ...waitingBlocks('Deferred', waiting),
    ...togetherBlocks(waiting),
  ];
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

/** Of more pull requests than this a terminal shows no diffs. */
const DIFFS_UP_TO = 10;

/**
 * `plan`: each pull request that would be written with its diff, on a terminal only of few; then what else would become
 * of which, what is not rotated, problems, totals.
 */
export function planDocument(
  result: PlanResult,
  { selection, bodies, brief }: RequestOptions & { readonly bodies: boolean },
): Document {
  const { pullRequests } = result;
  const written = pullRequests.filter(({ outcome }) => WRITTEN.includes(outcome));
  const isSummary = brief && written.length > DIFFS_UP_TO;
  const others = isSummary ? pullRequests : pullRequests.filter((each) => !written.includes(each));
  const credentials = written.reduce((sum, each) => sum + each.changes.length, 0);
  return {
    title: `Planned pull requests for ${result.date}`,
    totals: [
      openTotal(pullRequests, PREVIEW_WORDS),
      written.length === 0
        ? NOTHING_WRITTEN
        : `${count(credentials, 'credential')} to rotate; nothing was written.`,
      ...(isSummary ? ['--verbose shows the diffs, --namespace that of one.'] : []),
    ],
    blocks: [
      ...(isSummary
        ? selfRotationBlocks(written.flatMap((each) => each.changes))
        : written.map((each) => plannedRequest(each, bodies))),
      ...outcomeBlocks(others, PREVIEW_WORDS, brief),
      ...skippedBlocks(result.skipped),
      ...problems(result.problems),
    ],
    steps: previewSteps(pullRequests, selection),
  };
}

function plannedRequest(each: PlannedPullRequest, bodies: boolean): Block {
  const reason = each.reason === null ? '' : `: ${each.reason}`;
  const link = requestLink(each, true);
  return {
    type: 'section',
    title: [{ name: requestName(each) }],
    apart: true,
    blocks: [
      paragraph([
        each.title,
        ', branch ',
        { name: each.branch },
        `, ${PREVIEW_WORDS[each.outcome]}${reason}`,
        ...(link === '' ? [] : [' ', ...(typeof link === 'string' ? [link] : link)]),
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
