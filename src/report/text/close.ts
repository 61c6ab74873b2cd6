import type { OpenResult } from '../../results/results.ts';
import type { TextOptions } from '../options.ts';
import { problemLines } from '../problem.ts';
import { close } from '../sentences.ts';
import { blocks, colors, paragraph, stepLines } from './common.ts';
import { requestLines } from './requests.ts';

/** `close` for a terminal: a line a pull request, failures last, then problems, totals, what it means for the next run. */
export function closeText(result: OpenResult, options: TextOptions): string {
  const c = colors(options.color);
  const { pullRequests } = result;
  const outcomes = pullRequests.map(({ outcome }) => outcome);
  const selection = options.selection ?? [];
  const unfinished = outcomes.includes('failed') || outcomes.includes('deferred');
  return blocks([
    requestLines(c, pullRequests, options, close.outcome),
    problemLines(c, result.problems, options.width),
    paragraph(
      [
        outcomes.length === 0 ? close.nothing : close.total(outcomes),
        ...(outcomes.includes('closed') ? [close.remembered] : []),
      ],
      options.width,
    ),
    [
      ...stepLines(outcomes.includes('planned') ? [close.really(selection)] : [], options.width),
      ...stepLines(unfinished ? [close.again(selection)] : [], options.width),
    ],
  ]);
}
