/** What the printer of blocks and that of tables share. */
import type { Inline, Part, Tone } from './document.ts';
import { digits } from './format.ts';
import { visible } from './sanitize.ts';
import { wrap } from './width.ts';

/** How lines are made. */
export interface Printer {
  readonly width: number;
  readonly paint: (tone: Tone | undefined, text: string) => string;
  readonly mayCut: boolean;
  readonly mayShorten: boolean;
}

/** A text behind a mark, its other lines below its first word. */
export function hanging(text: string, mark: string, width: number): readonly string[] {
  const [first = '', ...more] = wrap(text, width - mark.length);
  return [mark + first, ...more.map((line) => ' '.repeat(mark.length) + line)];
}

export function shortened<T>(
  items: readonly T[],
  limit: number | undefined,
  { mayShorten }: Printer,
): readonly T[] {
  return mayShorten && limit !== undefined ? items.slice(0, limit) : items;
}

export function moreLines(left: number, noun: string | undefined, { paint }: Printer): readonly string[] {
  if (left === 0) return [];
  const what = noun === undefined ? '' : ` ${noun}${left === 1 ? '' : 's'}`;
  return [paint('quiet', `… and ${digits(left)} more${what}; --verbose or a pipe lists them`)];
}

export function partsOf(text: Inline): readonly Part[] {
  return typeof text === 'string' ? [text] : text;
}

/** On one line, without colours. */
export function inlineText(text: Inline): string {
  return partsOf(text).map(plainPart).join('');
}

export function plainPart(part: Part): string {
  return visible(typeof part === 'string' ? part : 'name' in part ? part.name : part.text);
}
