import type { Outcome, PullRequestResult } from '../../results/results.ts';
import { OUTCOMES, requestName } from '../format.ts';
import type { TextOptions } from '../options.ts';
import { visible } from '../sanitize.ts';
import { type Cell, columnWidths, formatRow } from '../table.ts';
import { stringWidth } from '../width.ts';
import { type Colors, indented } from './common.ts';

/** From this width on, a pull request's address stands where otherwise its number does. */
const WIDE = 140;
/** Outcomes whose reason says what to do: it is shown whole. */
const NEEDS_REASON: readonly Outcome[] = ['left-alone', 'closed', 'deferred', 'failed'];
/** Outcomes after which somebody looks at the pull request. */
const NEEDS_LINK: readonly Outcome[] = ['created', 'updated'];
const INDENT = 4;

/** The place of a pull request: its address where there is room for it, otherwise `#12`. */
function address({ url, number }: PullRequestResult, width: number): string {
  if (url !== null && (width >= WIDE || number === null)) return url;
  return number === null ? '-' : `#${number}`;
}

/**
 * A line for each pull request: what became of it, whose it is, where it is, why. Failures last.
 *
 * @param say what became of it, in words
 */
export function requestLines(
  c: Colors,
  pullRequests: readonly PullRequestResult[],
  { width, verbose }: TextOptions,
  say: (outcome: Outcome) => string,
): readonly string[] {
  const columns = [{}, { min: 16 }, {}, { min: 20 }];
  const rows = pullRequests
    .toSorted((a, b) => OUTCOMES.indexOf(a.outcome) - OUTCOMES.indexOf(b.outcome))
    .map((each) => {
      const cells: readonly Cell[] = [
        { text: say(each.outcome), paint: paintOutcome(c, each.outcome) },
        { text: visible(requestName(each)) },
        { text: visible(address(each, width)) },
        { text: visible(each.reason ?? ''), paint: c.dim },
      ];
      return { each, cells };
    });
  const widths = columnWidths(
    columns,
    rows.map(({ cells }) => cells),
    width,
  );
  return rows.flatMap(({ each, cells }) => {
    const reason = visible(each.reason ?? '');
    const cut = stringWidth(reason) > widths[3]!;
    const below =
      cut && (verbose || NEEDS_REASON.includes(each.outcome)) ? indented(reason, INDENT, width) : [];
    const row = below.length > 0 ? cells.slice(0, 3) : cells;
    const linked = width < WIDE && each.url !== null && (verbose || NEEDS_LINK.includes(each.outcome));
    const link = linked ? [`${' '.repeat(INDENT)}${visible(each.url ?? '')}`] : [];
    return [formatRow(columns, widths, row), ...below, ...link];
  });
}

function paintOutcome(c: Colors, outcome: Outcome): (text: string) => string {
  if (outcome === 'created' || outcome === 'updated') return c.green;
  if (outcome === 'failed') return c.red;
  return outcome === 'deferred' || outcome === 'left-alone' ? c.yellow : c.dim;
}
