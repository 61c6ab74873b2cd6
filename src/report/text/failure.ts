import type { Problem } from '../../results/results.ts';
import type { TextOptions } from '../options.ts';
import { problemLines } from '../problem.ts';
import { blocks, colors } from './common.ts';

/** The places that keep a command from running. */
export function failureText(
  problems: readonly Problem[],
  { width, color }: Pick<TextOptions, 'width' | 'color'>,
): string {
  return blocks([problemLines(colors(color), problems, width)]);
}
