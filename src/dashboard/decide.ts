/** What to do with the dashboard's issue: a pure decision on what there is and what is wanted. */

import type { Day } from '../util/dates.ts';
import { tickedBoxes, withTicks } from './checkboxes.ts';

/** A page as the issue has it. */
export interface FoundPage {
  /** The comment's; null for the body of the issue. */
  readonly id: number | null;
  readonly page: number;
  readonly body: string;
}

/** An issue that is or was the dashboard. */
export interface FoundDashboard {
  readonly number: number;
  readonly url: string;
  /** Body and comments with a mark of ours, oldest first. */
  readonly pages: readonly FoundPage[];
}

export interface FoundDashboards {
  /** The oldest open one; null when none is. */
  readonly open: FoundDashboard | null;
  /** Further open ones, from a time when two runs did not see each other. */
  readonly duplicates: readonly number[];
  /** While none is open: the one that was closed last, but for those that we closed as duplicates. */
  readonly closed: (FoundDashboard & { readonly by: 'person' | 'bot' }) | null;
}

export interface WantedDashboard {
  /** The first is the body, every other one a comment; no box is ticked. */
  readonly pages: readonly string[];
  /** Boxes of which the tick has been seen to: they are unticked. Every other tick stays. */
  readonly handled: ReadonlySet<string>;
  /** Make one also where a person closed the last. */
  readonly anew: boolean;
  /** When and from which commit it was written; no reason to write it. */
  readonly stamp: { readonly asOf: Day; readonly base: string };
}

export interface PageWrite {
  /** Null for a comment that is not there yet. */
  readonly id: number | null;
  readonly body: string;
}

/** What becomes of an issue that is kept. */
export interface DashboardUpdate {
  readonly do: 'update';
  readonly why: 'changed' | 'closed-by-bot' | 'duplicate';
  readonly number: number;
  readonly url: string;
  /** Null when it stays. */
  readonly body: string | null;
  readonly comments: readonly PageWrite[];
  /** Comments with a page that is no longer wanted, or that another comment has already. */
  readonly surplus: readonly number[];
  readonly duplicates: readonly number[];
}

export type DashboardDecision =
  | { readonly do: 'create'; readonly why: 'none-yet' | 'asked-for'; readonly pages: readonly string[] }
  | DashboardUpdate
  | { readonly do: 'unchanged'; readonly number: number; readonly url: string }
  | {
      readonly do: 'left-alone';
      readonly why: 'closed-by-person';
      readonly number: number;
      readonly url: string;
    };

const MARK = /<!-- rotate-pr:dashboard page=(?<page>[1-9]\d{0,3})(?<rest>[^<>\r\n]*) -->/;
const RETIRED = ' closed=duplicate';

/** The page that a text says it is; null when it has no mark of ours. */
export function pageOf(body: string): number | null {
  const page = MARK.exec(body)?.groups?.['page'];
  return page === undefined ? null : Number(page);
}

/** A dashboard that we closed ourselves, as one too many. */
export function isRetired(body: string): boolean {
  return MARK.exec(body)?.groups?.['rest']?.includes(RETIRED) === true;
}

/** The body of an issue that is closed as one too many. */
export function retiredBody(kept: number): string {
  return `<!-- rotate-pr:dashboard page=1${RETIRED} -->\nThe dashboard is #${kept}.\n`;
}

/** Decides. */
export function decideDashboard(found: FoundDashboards, wanted: WantedDashboard): DashboardDecision {
  const { open, closed, duplicates } = found;
  if (open === null && closed?.by === 'person' && !wanted.anew) {
    return { do: 'left-alone', why: 'closed-by-person', number: closed.number, url: closed.url };
  }
  const kept = open ?? (closed?.by === 'bot' ? closed : null);
  if (kept === null) {
    const pages = wanted.pages.map((text, index) => marked(text, index + 1, wanted.stamp));
    return { do: 'create', why: closed === null ? 'none-yet' : 'asked-for', pages };
  }
  const ticked = new Set(
    kept.pages.flatMap(({ body }) => tickedBoxes(body)).filter((box) => !wanted.handled.has(box)),
  );
  const pages = wanted.pages.map((text) => withTicks(text, ticked));
  const places = pages.map((_, index) => placeOf(kept, index + 1));
  const writes = pages.flatMap((text, index): PageWrite[] => {
    const place = places[index];
    if (says(place, index + 1, text)) return [];
    return [{ id: place?.id ?? null, body: marked(text, index + 1, wanted.stamp) }];
  });
  const first = says(places[0], 1, pages[0] ?? '') ? null : writes[0];
  const comments = first === null ? writes : writes.slice(1);
  const surplus = kept.pages.flatMap((one) => (one.id === null || places.includes(one) ? [] : [one.id]));
  const { number, url } = kept;
  if (open !== null && writes.length + surplus.length + duplicates.length === 0) {
    return { do: 'unchanged', number, url };
  }
  const why = open === null ? 'closed-by-bot' : writes.length + surplus.length > 0 ? 'changed' : 'duplicate';
  return { do: 'update', why, number, url, body: first?.body ?? null, comments, surplus, duplicates };
}

/** Where a page is: in the body, or in the oldest of the comments that bear its number. */
function placeOf({ pages }: FoundDashboard, page: number): FoundPage | undefined {
  return pages.find((one) => (page === 1 ? one.id === null : one.id !== null && one.page === page));
}

/** Whether a page is what is wanted there; one that lost its mark is not. */
function says(place: FoundPage | undefined, page: number, text: string): boolean {
  return place !== undefined && pageOf(place.body) === page && contentOf(place.body) === contentOf(text);
}

function marked(text: string, page: number, { asOf, base }: WantedDashboard['stamp']): string {
  return `<!-- rotate-pr:dashboard page=${page} as-of=${asOf} base=${base.slice(0, 12)} -->\n${text}`;
}

/** What a page says: without its mark, and as GitHub keeps it, whose editor writes CRLF. */
function contentOf(body: string): string {
  return body.replace(MARK, '').replaceAll('\r\n', '\n').trim();
}
