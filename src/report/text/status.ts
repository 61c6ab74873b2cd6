import type { StatusPullRequest, StatusResult } from '../../results/status.ts';
import { requestName } from '../format.ts';
import type { TextOptions } from '../options.ts';
import { problemLines } from '../problem.ts';
import { visible } from '../sanitize.ts';
import { deferred } from '../sentences.ts';
import { reviewWords, status, statusSteps, worstOpenFirst } from '../status-sentences.ts';
import { type Cell, formatTable } from '../table.ts';
import { waitsForOthers } from '../waiting.ts';
import { blocks, type Colors, colors, indented, paragraph, stepLines } from './common.ts';
import { waitingLines } from './waiting.ts';

/** From this width on, a pull request's address stands where otherwise its number does. */
const WIDE = 140;
/** How many closed ones are named before the rest is a number. */
const CLOSED = 10;
const INDENT = 4;

/** `status` for a terminal: the open ones, the worst first, then what waits, what people closed, totals, what to run. */
export function statusText(result: StatusResult, options: TextOptions): string {
  const c = colors(options.color);
  const { pullRequests, summary } = result;
  const of = (state: StatusPullRequest['state']) => pullRequests.filter((each) => each.state === state);
  const waiting = of('deferred').map((each) => ({ ...each, name: requestName(each) }));
  const nothing = pullRequests.length === 0;
  return blocks([
    openLines(c, worstOpenFirst(pullRequests), options),
    waitingLines(c, waiting, options),
    closedLines(c, of('closed'), options),
    problemLines(c, result.problems, options.width),
    paragraph(nothing ? [status.nothing] : [status.open(summary), ...status.rest(summary)], options.width),
    [
      ...(waitsForOthers(waiting) ? paragraph([deferred.together], options.width) : []),
      ...(summary.closed > 0 ? paragraph([status.reopen], options.width) : []),
      ...stepLines(statusSteps(summary, options.selection ?? []), options.width),
    ],
  ]);
}

function openLines(
  c: Colors,
  open: readonly StatusPullRequest[],
  { width, verbose }: TextOptions,
): readonly string[] {
  if (open.length === 0) return [];
  const columns = [{}, { min: 24 }, { align: 'right' }, {}, {}, { min: 8 }] as const;
  const rows = open.map((each): readonly Cell[] => [
    { text: address(each, width) },
    { text: visible(requestName(each)) },
    { text: status.age(each.ageDays) },
    { text: checksWord(each), paint: paintChecks(c, each) },
    { text: mergeWord(each), paint: each.mergeable === 'conflicting' ? c.red : c.dim },
    { text: reviewWords(each), paint: each.review === 'changes-requested' ? c.red : c.dim },
  ]);
  const lines = formatTable(columns, rows, width);
  return [
    c.bold(status.openTitle(open.length)),
    ...open.flatMap((each, index) => [
      lines[index]!,
      ...(each.reason === null ? [] : indented(visible(each.reason), INDENT, width).map(c.yellow)),
      ...(verbose && width < WIDE && each.url !== null ? [`${' '.repeat(INDENT)}${visible(each.url)}`] : []),
    ]),
  ];
}

function address({ url, number }: StatusPullRequest, width: number): string {
  return url !== null && width >= WIDE ? visible(url) : `#${number ?? ''}`;
}

function checksWord({ checks }: StatusPullRequest): string {
  return checks === null ? status.unknown : status.checks[checks];
}

function mergeWord({ mergeable }: StatusPullRequest): string {
  return mergeable === null ? status.unknown : status.mergeable[mergeable];
}

function paintChecks(c: Colors, { checks }: StatusPullRequest): (text: string) => string {
  if (checks === 'passing') return c.green;
  if (checks === 'failing') return c.red;
  return checks === 'pending' ? c.yellow : c.dim;
}

function closedLines(
  c: Colors,
  closed: readonly StatusPullRequest[],
  { width, verbose }: TextOptions,
): readonly string[] {
  if (closed.length === 0) return [];
  const named = verbose ? closed : closed.slice(0, CLOSED);
  const left = closed.length - named.length;
  const rows = named.map((each): readonly Cell[] => [
    { text: address(each, width) },
    { text: visible(requestName(each)) },
    { text: each.until === null ? '' : status.until(each.until) },
    { text: each.code === 'taken-back' ? status.takenBack : '', paint: c.dim },
  ]);
  return [
    c.bold(status.closedTitle(closed.length)),
    ...formatTable([{}, { min: 16 }, {}, { min: 8 }], rows, width, '  '),
    ...(left === 0 ? [] : [c.dim(`  ${deferred.more(left)}`)]),
  ];
}
