/** What `status` gives back: data for every format. */
import type { Day } from '../util/dates.ts';
import type { Change, Problem } from './results.ts';

/** An open pull request, one that waits to be opened, or one that a person closed and that still counts as an answer. */
export type RequestState = 'open' | 'deferred' | 'closed';

export interface StatusPullRequest {
  /** Null for that of a group of namespaces. */
  readonly namespace: string | null;
  readonly cluster: string | null;
  /** Only of a group: its name. */
  readonly group?: string;
  /** Null for a namespace of which no branch can bear the name. */
  readonly branch: string | null;
  readonly title: string;
  readonly url: string | null;
  readonly number: number | null;
  readonly state: RequestState;
  /** Whole days in London since it was opened, or since a person closed it; null where there is none yet. */
  readonly ageDays: number | null;
  /** Of its last commit, all together. This and what follows is null for what is not open, and where GitHub does not say. */
  readonly checks: 'passing' | 'failing' | 'pending' | 'none' | null;
  readonly mergeable: 'yes' | 'conflicting' | null;
  /** `none` where the repository asks for no review. */
  readonly review: 'approved' | 'changes-requested' | 'review-required' | 'none' | null;
  readonly draft: boolean | null;
  /** Somebody else has committed to its branch. */
  readonly modifiedByOthers: boolean | null;
  /** What the next `open --due` would do with it. */
  readonly next: 'create' | 'update' | 'close' | 'nothing';
  /** Of one that waits: when the oldest of its credentials was rotated; null when one never was. */
  readonly rotatedOn: Day | null;
  /** Of a closed one: the first day on which it no longer counts. */
  readonly until: Day | null;
  /** One word for `reason`. */
  readonly code: string | null;
  /** One sentence: why it waits, why it counts, what would be done with it. */
  readonly reason: string | null;
  /** What it would rotate, where that was planned. */
  readonly changes?: readonly Change[];
}

export interface StatusSummary {
  readonly open: number;
  readonly deferred: number;
  readonly closed: number;
  /** All that follow are of the open ones. */
  readonly checks: Readonly<Record<'passing' | 'failing' | 'pending' | 'none', number>>;
  readonly conflicting: number;
  readonly modifiedByOthers: number;
  readonly drafts: number;
  readonly approved: number;
  readonly changesRequested: number;
  /** What the next run would do. */
  readonly toCreate: number;
  readonly toUpdate: number;
  readonly toClose: number;
  /** Age of the oldest open one; null when none is open. */
  readonly oldestDays: number | null;
}

/** `status --format json`. */
export interface StatusResult {
  readonly schemaVersion: 1;
  readonly date: Day;
  /** The commit of the base branch that was read. */
  readonly base: string;
  readonly summary: StatusSummary;
  readonly pullRequests: readonly StatusPullRequest[];
  readonly problems: readonly Problem[];
}

export function summarizeStatus(all: readonly StatusPullRequest[]): StatusSummary {
  const open = all.filter(({ state }) => state === 'open');
  const many = (test: (one: StatusPullRequest) => boolean): number => open.filter(test).length;
  const ages = open.flatMap(({ ageDays }) => ageDays ?? []);
  return {
    open: open.length,
    deferred: all.filter(({ state }) => state === 'deferred').length,
    closed: all.filter(({ state }) => state === 'closed').length,
    checks: {
      passing: many(({ checks }) => checks === 'passing'),
      failing: many(({ checks }) => checks === 'failing'),
      pending: many(({ checks }) => checks === 'pending'),
      none: many(({ checks }) => checks === 'none'),
    },
    conflicting: many(({ mergeable }) => mergeable === 'conflicting'),
    modifiedByOthers: many(({ modifiedByOthers }) => modifiedByOthers === true),
    drafts: many(({ draft }) => draft === true),
    approved: many(({ review }) => review === 'approved'),
    changesRequested: many(({ review }) => review === 'changes-requested'),
    toCreate: all.filter(({ next }) => next === 'create').length,
    toUpdate: all.filter(({ next }) => next === 'update').length,
    toClose: all.filter(({ next }) => next === 'close').length,
    oldestDays: ages.length === 0 ? null : Math.max(...ages),
  };
}
