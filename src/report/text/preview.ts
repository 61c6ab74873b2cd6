import type { Change } from '../../results/results.ts';
import { unifiedDiff } from '../diff.ts';
import { preview } from '../sentences.ts';
import { blocks, changeLines, colors, paragraph } from './common.ts';
import { diffLines } from './plan.ts';

/** Up to this many files are shown as a diff: more of it nobody reads before a question. */
const DIFFS = 40;
/** And of more files, this many dates. */
const DATES = 100;

/** What is about to be written, to be looked at before the question: the diff, or of very many files the dates. */
export function previewText(
  {
    changes,
    files,
  }: {
    readonly changes: readonly Change[];
    readonly files: readonly { readonly path: string; readonly before: string; readonly after: string }[];
  },
  { width, color }: { readonly width: number; readonly color: boolean },
): string {
  const c = colors(color);
  const namespaces = new Set(changes.map(({ cluster, namespace }) => `${cluster}/${namespace}`)).size;
  const total = [preview.total(changes.length, namespaces, files.length)];
  if (files.length <= DIFFS) {
    const diffs = files.map(({ path, before, after }) => diffLines(c, unifiedDiff(path, before, after)));
    return blocks([...diffs, paragraph(total, width)]);
  }
  const shown = changes.slice(0, DATES);
  const more = changes.length - shown.length;
  if (more > 0) total.unshift(preview.more(more));
  return blocks([changeLines(c, shown, width), paragraph(total, width)]);
}
