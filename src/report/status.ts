/** The report of `status`. */
import type { StatusPullRequest, StatusResult, StatusSummary } from '../results/status.ts';
import { csv, type Value } from './csv.ts';
import {
  type Column,
  type Document,
  type Inline,
  paragraph,
  problems,
  type Step,
  section,
  type Tone,
  table,
  toned,
  UNKNOWN,
} from './document.ts';
import { count, digits, requestName } from './format.ts';
import { command, requestLink, step, togetherBlocks, waitingBlocks } from './parts.ts';

/** How many closed ones a terminal names. */
const CLOSED = 10;
const NOT_SAID = '?';

/**
 * The open ones, the worst first, then what waits, what people closed, totals, and what to run.
 *
 * @param selection of this run as command-line arguments, repeated in the commands that are proposed
 */
export function statusDocument(result: StatusResult, selection: readonly string[]): Document {
  const { pullRequests, summary } = result;
  const of = (state: StatusPullRequest['state']) => pullRequests.filter((each) => each.state === state);
  const waiting = of('deferred').map((each) => ({ ...each, name: requestName(each) }));
  const [open, closed] = [worstOpenFirst(pullRequests), of('closed')];
  return {
    title: `Pull requests on ${result.date}`,
    totals:
      pullRequests.length === 0
        ? ['No pull request is open, and nothing that is due waits for one.']
        : totals(summary),
    blocks: [
      ...section(`Open: ${digits(open.length)}`, ...table(OPEN_COLUMNS, open.map(openRow), { titled: true })),
      ...waitingBlocks('Deferred', waiting),
      ...togetherBlocks(waiting),
      ...section(
        `Closed by a person, and not reopened yet: ${digits(closed.length)}`,
        ...table(CLOSED_COLUMNS, closed.map(closedRow), { titled: true, limit: CLOSED }),
        ...(closed.length === 0
          ? []
          : [
              paragraph('What a person closed is opened again by its name: rotate-pr open --namespace NAME.'),
            ]),
      ),
      ...problems(result.problems),
    ],
    steps: nextSteps(summary, selection),
  };
}

const OPEN_COLUMNS: readonly Column[] = [
  { title: 'pull request' },
  { title: 'namespace', min: 24 },
  { title: 'days', align: 'right' },
  { title: 'checks' },
  { title: 'mergeable' },
  { title: 'review', min: 8 },
  { title: 'what is to be done', as: 'note' },
];

function openRow(each: StatusPullRequest): readonly Inline[] {
  const { checks, mergeable, ageDays, reason } = each;
  return [
    requestLink(each),
    [{ name: requestName(each) }],
    ageDays === null ? UNKNOWN : digits(ageDays),
    checks === null ? toned(NOT_SAID, 'quiet') : toned(CHECKS[checks].word, CHECKS[checks].tone),
    mergeable === 'conflicting'
      ? toned('conflict', 'bad')
      : toned(mergeable === null ? NOT_SAID : 'mergeable', 'quiet'),
    toned(reviewWords(each), each.review === 'changes-requested' ? 'bad' : 'quiet'),
    reason === null ? '' : toned(reason, 'warning'),
  ];
}

const CHECKS = {
  passing: { word: 'passing', tone: 'good' },
  failing: { word: 'failing', tone: 'bad' },
  pending: { word: 'pending', tone: 'warning' },
  none: { word: 'no checks', tone: 'quiet' },
} as const satisfies Record<NonNullable<StatusPullRequest['checks']>, { word: string; tone: Tone }>;

const REVIEWS: Readonly<Record<NonNullable<StatusPullRequest['review']>, string>> = {
  approved: 'approved',
  'changes-requested': 'changes requested',
  'review-required': 'unreviewed',
  none: '',
};

/** `approved, draft`: what of a pull request is said behind its checks. */
function reviewWords({ review, draft }: StatusPullRequest): string {
  const words = [review === null ? '' : REVIEWS[review], draft === true ? 'draft' : ''];
  return words.filter((word) => word !== '').join(', ');
}

const CLOSED_COLUMNS: readonly Column[] = [
  { title: 'pull request' },
  { title: 'namespace', min: 16 },
  { title: 'not reopened before' },
  { title: 'why', as: 'note' },
];

function closedRow(each: StatusPullRequest): readonly Inline[] {
  return [requestLink(each), [{ name: requestName(each) }], each.until ?? '', each.reason ?? ''];
}

/** `12 pull requests are open: 2 with failing checks, 10 with passing checks. The oldest is 34 days old.`, and the rest. */
function totals(summary: StatusSummary): readonly string[] {
  const { open, deferred, closed } = summary;
  return [
    open === 0 ? 'No pull request is open.' : openTotal(summary),
    ...(deferred === 0
      ? []
      : [`${count(deferred, 'namespace has', 'namespaces have')} something due and no pull request.`]),
    ...(closed === 0
      ? []
      : [
          `${count(closed, 'pull request', 'pull requests')} closed by a person ${closed === 1 ? 'is' : 'are'} not reopened yet.`,
        ]),
  ];
}

function openTotal({ open, checks, oldestDays, ...rest }: StatusSummary): string {
  const parts = [
    [checks.failing, 'with failing checks'],
    [rest.conflicting, 'in conflict with the base branch'],
    [rest.modifiedByOthers, "with somebody's commits"],
    [rest.changesRequested, 'with changes requested'],
    [checks.pending, 'with checks pending'],
    [checks.passing, 'with passing checks'],
    [rest.approved, 'approved'],
    [rest.drafts, rest.drafts === 1 ? 'a draft' : 'drafts'],
  ] as const;
  const said = parts.flatMap(([size, words]) => (size === 0 ? [] : [`${digits(size)} ${words}`]));
  const details = said.length === 0 ? '' : `: ${said.join(', ')}`;
  const age = oldestDays === null ? '' : ` The oldest is ${count(oldestDays, 'day')} old.`;
  return `${count(open, 'pull request is', 'pull requests are')} open${details}.${age}`;
}

/** What to run next; nothing where nobody's run would do anything. */
function nextSteps(
  { toCreate, toUpdate, toClose }: StatusSummary,
  selection: readonly string[],
): readonly Step[] {
  const said = (
    [
      [toCreate, 'open'],
      [toUpdate, 'update'],
      [toClose, 'close'],
    ] as const
  ).flatMap(([size, verb]) => (size === 0 ? [] : [`${verb} ${digits(size)}`]));
  if (said.length === 0) return [];
  const look = step('To see what the next run would write:', command('plan', selection, '--due'));
  return [
    ...(toCreate === 0 ? [] : [look]),
    step(`To ${said.join(', ')}:`, command('open', selection, '--due')),
  ];
}

/** Open ones, the worst first: failing, in conflict, worked on by others, to be changed, then the oldest. */
function worstOpenFirst(all: readonly StatusPullRequest[]): readonly StatusPullRequest[] {
  const rank = ({ checks, mergeable, modifiedByOthers, review, next }: StatusPullRequest): number => {
    const signs = [
      checks === 'failing',
      mergeable === 'conflicting',
      modifiedByOthers === true,
      review === 'changes-requested',
      next !== 'nothing',
    ];
    const first = signs.indexOf(true);
    return first === -1 ? signs.length : first;
  };
  return all
    .filter(({ state }) => state === 'open')
    .toSorted(
      (a, b) => rank(a) - rank(b) || (b.ageDays ?? 0) - (a.ageDays ?? 0) || (a.number ?? 0) - (b.number ?? 0),
    );
}

const FIELDS = [
  'state',
  'cluster',
  'namespace',
  'branch',
  'number',
  'url',
  'title',
  'ageDays',
  'checks',
  'mergeable',
  'review',
  'next',
  'rotatedOn',
  'until',
  'code',
  'reason',
] as const satisfies readonly (keyof StatusPullRequest)[];

/** One row a pull request or a namespace that waits for one, in the order and under the names of the JSON. */
export function statusCsv({ pullRequests }: StatusResult): string {
  const flag = (value: boolean | null): Value => (value === null ? null : String(value));
  const rows = pullRequests.map((each) => [
    ...FIELDS.map((name): Value => each[name]),
    each.group ?? null,
    flag(each.draft),
    flag(each.modifiedByOthers),
  ]);
  return csv([...FIELDS, 'group', 'draft', 'modifiedByOthers'], rows);
}
