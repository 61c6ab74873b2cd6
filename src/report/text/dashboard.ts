import type { BoxResult, DashboardResult } from '../../results/dashboard.ts';
import { dashboard } from '../dashboard-sentences.ts';
import type { TextOptions } from '../options.ts';
import { visible } from '../sanitize.ts';
import { type Cell, formatTable } from '../table.ts';
import { blocks, type Colors, colors, indented, paragraph } from './common.ts';

const INDENT = 4;

/** `dashboard` for a terminal: the boxes that were ticked, what became of the issue, and how much there is. */
export function dashboardText(result: DashboardResult, { width, color }: TextOptions): string {
  const c = colors(color);
  const { issue, boxes, base } = result;
  return blocks([
    boxLines(c, boxes, width),
    [
      ...paragraph([dashboard.issue(issue)], width),
      ...(issue.url === null ? [] : [`${' '.repeat(INDENT)}${visible(issue.url)}`]),
    ],
    base === null ? [] : paragraph([dashboard.totals(result)], width),
  ]);
}

function boxLines(c: Colors, boxes: readonly BoxResult[], width: number): readonly string[] {
  const columns = [{}, { min: 16 }, {}];
  const rows = boxes.map((each): readonly Cell[] => [
    { text: dashboard.box(each), paint: paintOutcome(c, each) },
    { text: visible(each.box) },
    { text: each.number === null ? '-' : `#${each.number}` },
  ]);
  const table = formatTable(columns, rows, width);
  return boxes.flatMap((each, index) => [
    table[index] ?? '',
    ...(each.reason === null ? [] : indented(visible(each.reason), INDENT, width)),
    ...(each.url === null ? [] : [`${' '.repeat(INDENT)}${visible(each.url)}`]),
    ...(each.ticked ? indented(dashboard.staysTicked, INDENT, width) : []),
  ]);
}

function paintOutcome(c: Colors, { outcome }: BoxResult): (text: string) => string {
  if (outcome === 'created' || outcome === 'updated') return c.green;
  return outcome === 'failed' || outcome === 'refused' ? c.red : c.yellow;
}
