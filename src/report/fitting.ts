/** Markdown that stays below what GitHub takes. */
import type { Document } from './document.ts';
import { type MarkdownOptions, printMarkdown } from './markdown.ts';

export interface Bounds extends Pick<MarkdownOptions, 'unfolded'> {
  readonly most: number;
  readonly sizeOf: (text: string) => number;
  /** Stands at the end where lists that are cut short were not enough. */
  readonly cut: string;
}

/** GitHub's limit: "body is too long (maximum is 65536 characters)". */
const ISSUE: Bounds = {
  most: 65_536,
  sizeOf: (text) => text.length,
  cut: 'This was too long for an issue and is cut here: `rotate-pr audit --verbose --format markdown` shows all of it.',
};

/** The document as the body of an issue. */
export function issueMarkdown(document: Document): string {
  return fitMarkdown(ISSUE, document);
}

/** The document with every list as long as all of it stays within its bounds. */
export function fitMarkdown({ most, sizeOf, unfolded, cut }: Bounds, document: Document): string {
  const options = unfolded === undefined ? {} : { unfolded };
  for (let rows = Number.POSITIVE_INFINITY; rows > 1; rows = Number.isFinite(rows) ? rows >> 1 : 4096) {
    const whole = printMarkdown(document, { rows, ...options });
    if (sizeOf(whole) <= most) return whole;
  }
  return cutAt(printMarkdown(document, { rows: 1, ...options }), { most, sizeOf, cut });
}

/** Only where single entries are endless: cut between two parts, where nothing is open. */
function cutAt(text: string, { most, sizeOf, cut }: Bounds): string {
  const kept: string[] = [];
  let size = sizeOf(cut) + 2;
  for (const part of text.split(/\n\n(?=#)/)) {
    size += sizeOf(part) + 2;
    if (size > most) break;
    kept.push(part);
  }
  return `${[...kept, cut].join('\n\n')}\n`;
}
