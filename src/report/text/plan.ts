import type { PlannedPullRequest, PlanResult } from '../../results/results.ts';
import { requestName } from '../format.ts';
import type { PlanTextOptions } from '../options.ts';
import { problemLines } from '../problem.ts';
import { visible, visibleLine } from '../sanitize.ts';
import { open, plan, planTotals } from '../sentences.ts';
import { truncate } from '../width.ts';
import { blocks, type Colors, colors, indented, paragraph, skippedLines, stepLines } from './common.ts';

/** `plan` for a terminal: each pull request with its diff, then what is not rotated, problems, totals. */
export function planText(result: PlanResult, options: PlanTextOptions): string {
  const c = colors(options.color);
  const { pullRequests } = result;
  const next = pullRequests.some(({ outcome }) => outcome === 'planned')
    ? stepLines([plan.next(options.selection ?? [])], options.width)
    : [];
  return blocks([
    ...pullRequests.flatMap((each) => pullRequestBlocks(c, each, options)),
    skippedLines(c, result.skipped, options),
    problemLines(c, result.problems, options.width),
    [...paragraph(planTotals(pullRequests), options.width), ...next],
  ]);
}

function pullRequestBlocks(
  c: Colors,
  each: PlannedPullRequest,
  { width, bodies }: PlanTextOptions,
): readonly (readonly string[])[] {
  const head = [
    c.bold(rule(requestName(each), width)),
    visible(each.title),
    c.dim(visible(each.branch)) +
      (each.outcome === 'planned' ? '' : c.dim(`, ${open.outcomes[each.outcome]}`)),
  ];
  if (each.reason !== null) head.push(...indented(visible(each.reason), 0, width).map(c.yellow));
  const body = bodies ? [c.dim(`${plan.body}:`), ...textLines(each.body).map(visibleLine)] : [];
  return [head, body, diffLines(c, each.diff)];
}

/** `── name ───────` over the whole width. */
function rule(name: string, width: number): string {
  const text = truncate(visible(name), Math.max(10, width - 8));
  return `── ${text} ${'─'.repeat(Math.max(2, Math.min(width, 100) - text.length - 4))}`;
}

/** A unified diff in git's colours; without colours its bytes are those that `git apply` takes. */
export function diffLines(c: Colors, diff: string): readonly string[] {
  let inHunk = false;
  return textLines(diff).map((raw) => {
    const line = visibleLine(raw);
    if (line.startsWith('diff --git ')) inHunk = false;
    if (line.startsWith('@@')) {
      inHunk = true;
      const end = line.indexOf('@@', 2) + 2;
      return c.cyan(line.slice(0, end)) + line.slice(end);
    }
    if (!inHunk) return c.bold(line);
    if (line.startsWith('+')) return c.green(line);
    return line.startsWith('-') ? c.red(line) : line;
  });
}

function textLines(text: string): readonly string[] {
  return text === '' ? [] : text.replace(/\n$/, '').split('\n');
}
