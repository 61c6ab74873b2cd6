/** What a workflow's summary says of a run of `dashboard`. */
import type { DashboardResult } from '../results/dashboard.ts';
import { dashboard } from './dashboard-sentences.ts';
import { code, escapeMarkdown, markdownTable } from './escape-markdown.ts';
import { requestLink } from './markdown.ts';

/** The boxes that were ticked and what became of them, the issue, and how much there is, as GitHub Markdown. */
export function dashboardSummary(result: DashboardResult): string {
  const { issue, boxes, base } = result;
  const rows = boxes.map((box) => [
    escapeMarkdown(dashboard.box(box)),
    code(box.box),
    requestLink(box),
    escapeMarkdown(box.reason ?? ''),
  ]);
  const parts = [
    `## ${dashboard.summaryTitle}`,
    `${escapeMarkdown(dashboard.issue(issue))} ${requestLink(issue)}`.trimEnd(),
    rows.length === 0 ? '' : markdownTable(dashboard.boxColumns, rows),
    base === null ? '' : escapeMarkdown(dashboard.totals(result)),
  ];
  return `${parts.filter((part) => part !== '').join('\n\n')}\n`;
}
