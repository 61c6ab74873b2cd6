import type { OpenResult } from '../results/results.ts';
import type { StatusPullRequest, StatusResult } from '../results/status.ts';
import { csv, type Value } from './csv.ts';
import { code, escapeMarkdown, markdownTable } from './escape-markdown.ts';
import { digits, OUTCOMES, requestName } from './format.ts';
import { document, problemList, requestLink, waitingList } from './markdown.ts';
import type { MarkdownOptions } from './options.ts';
import { close } from './sentences.ts';
import { reviewWords, status, statusSteps, worstOpenFirst } from './status-sentences.ts';

/** `status` as GitHub Markdown: the open ones, the worst first, what waits folded by reason, what people closed. */
export function statusMarkdown(result: StatusResult, { selection = [] }: MarkdownOptions): string {
  const { pullRequests, summary } = result;
  const of = (state: StatusPullRequest['state']) => pullRequests.filter((each) => each.state === state);
  const sentences =
    pullRequests.length === 0 ? [status.nothing] : [status.open(summary), ...status.rest(summary)];
  const open = worstOpenFirst(pullRequests).map(openRow);
  const closed = of('closed').map((each) => [
    requestLink(each),
    code(requestName(each)),
    each.until ?? '',
    escapeMarkdown(each.reason ?? ''),
  ]);
  return document([
    `## ${escapeMarkdown(status.title(result.date))}`,
    escapeMarkdown(sentences.join(' ')),
    open.length === 0 ? '' : markdownTable(status.header, open, [2]),
    waitingList(of('deferred').map((each) => ({ ...each, name: requestName(each) }))),
    closed.length === 0 ? '' : `### ${escapeMarkdown(status.closedTitle(closed.length))}`,
    closed.length === 0 ? '' : markdownTable(status.closedHeader, closed),
    problemList(result.problems),
    statusSteps(summary, selection)
      .map(({ say, command }) => `- ${escapeMarkdown(say)}${command === null ? '' : ` ${code(command)}`}`)
      .join('\n'),
  ]);
}

function openRow(each: StatusPullRequest): readonly string[] {
  return [
    requestLink(each),
    code(requestName(each)),
    each.ageDays === null ? '' : digits(each.ageDays),
    each.checks === null ? status.unknown : status.checks[each.checks],
    each.mergeable === null ? status.unknown : status.mergeable[each.mergeable],
    reviewWords(each),
    escapeMarkdown(each.reason ?? ''),
  ];
}

const STATUS_FIELDS = [
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
    ...STATUS_FIELDS.map((name): Value => each[name]),
    each.group ?? null,
    flag(each.draft),
    flag(each.foreign),
  ]);
  return csv([...STATUS_FIELDS, 'group', 'draft', 'foreign'], rows);
}

/** `close` as GitHub Markdown: a row a pull request, failures first. */
export function closeMarkdown({ date, pullRequests, problems }: OpenResult): string {
  const outcomes = pullRequests.map(({ outcome }) => outcome);
  const rows = pullRequests
    .toSorted((a, b) => OUTCOMES.indexOf(b.outcome) - OUTCOMES.indexOf(a.outcome))
    .map((each) => [
      close.outcome(each.outcome),
      code(requestName(each)),
      requestLink(each),
      escapeMarkdown(each.reason ?? ''),
    ]);
  return document([
    `## ${escapeMarkdown(close.title(date))}`,
    escapeMarkdown(rows.length === 0 ? close.nothing : close.total(outcomes)),
    rows.length === 0 ? '' : markdownTable(['outcome', 'namespace', 'pull request', 'reason'], rows),
    outcomes.includes('closed') ? escapeMarkdown(close.remembered) : '',
    problemList(problems),
  ]);
}
