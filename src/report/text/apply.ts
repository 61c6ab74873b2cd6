import type { ApplyResult } from '../../results/results.ts';
import type { TextOptions } from '../options.ts';
import { problemLines } from '../problem.ts';
import { apply } from '../sentences.ts';
import { blocks, changeLines, colors, paragraph, skippedLines } from './common.ts';

/** `apply` for a terminal: what changed, what did not and why, problems, totals. */
export function applyText(result: ApplyResult, options: TextOptions): string {
  const c = colors(options.color);
  const { changes } = result;
  const namespaces = new Set(changes.map(({ cluster, namespace }) => `${cluster}/${namespace}`));
  const files = new Set(changes.map(({ file }) => file));
  const totals =
    changes.length === 0
      ? [apply.nothing]
      : [apply.changed(changes.length, namespaces.size, files.size), apply.next];
  return blocks([
    changeLines(c, changes, options.width),
    skippedLines(c, result.skipped, options),
    problemLines(c, result.problems, options.width),
    paragraph(totals, options.width),
  ]);
}
