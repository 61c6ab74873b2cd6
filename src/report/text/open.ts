import type { OpenResult, Outcome, PullRequestResult } from '../../results/results.ts';
import { requestName, requestNoun } from '../format.ts';
import type { TextOptions } from '../options.ts';
import { problemLines } from '../problem.ts';
import { deferred, open } from '../sentences.ts';
import { gather, type Waits, waitsForOthers } from '../waiting.ts';
import { blocks, colors, paragraph, skippedLines, stepLines } from './common.ts';
import { requestLines } from './requests.ts';
import { waitingLines } from './waiting.ts';

/** Outcomes after which another run has something left to do. */
const UNFINISHED: readonly Outcome[] = ['deferred', 'failed'];

/** `open` for a terminal: a line a namespace, failures last, then what waits, what is not rotated, problems, totals. */
export function openText(result: OpenResult, options: TextOptions): string {
  const c = colors(options.color);
  const { pullRequests } = result;
  const outcomes = pullRequests.map(({ outcome }) => outcome);
  const unfinished = UNFINISHED.filter((each) => outcomes.includes(each));
  const of = (outcome: Outcome) => pullRequests.filter((each) => each.outcome === outcome);
  const alike = options.verbose ? [] : gather(of('left-alone'));
  const waiting = of('deferred').map(toWaits);
  const listed = pullRequests.filter((each) => each.outcome !== 'deferred' && !alike.includes(each));
  return blocks([
    requestLines(c, listed, options, (outcome) => open.outcomes[outcome]),
    waitingLines(c, alike.map(toWaits), options, deferred.leftAlone),
    waitingLines(c, waiting, options),
    skippedLines(c, result.skipped, options),
    problemLines(c, result.problems, options.width),
    paragraph(
      [
        pullRequests.length === 0 ? open.nothing : open.total(outcomes, requestNoun(pullRequests)),
        ...(waitsForOthers(waiting) ? [deferred.together] : []),
      ],
      options.width,
    ),
    unfinished.length === 0
      ? []
      : stepLines([open.again(options.selection ?? [], unfinished)], options.width),
  ]);
}

function toWaits(request: PullRequestResult): Waits {
  return { name: requestName(request), code: request.code ?? null, reason: request.reason };
}
