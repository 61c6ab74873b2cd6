/** What to do with one pull request: a pure decision on what is wanted and what was found. */
import { isRestored } from '../rotation/restore.ts';
import type { Marker } from './marker.ts';
import { wholeDaysBetween, writtenDay } from './written-day.ts';

/** What the plan wants of a namespace; null in its place when there is nothing to rotate. */
export interface Wanted {
  readonly baseBranch: string;
  /** Credential id → the value that the plan writes. */
  readonly changes: Readonly<Record<string, string>>;
  /** Credential id → the ref its module is to be upgraded to, where that was asked for. */
  readonly upgrades?: Readonly<Record<string, string>>;
  /** As `Marker.files` has it. */
  readonly files: Readonly<Record<string, string>>;
  /** `contentDigest` of the files after the change. */
  readonly digest: string;
  /** Credentials of the open pull request at which this run did not look: they must not fall out of it. */
  readonly outside?: number;
}

export interface FoundOpen {
  readonly number: number;
  readonly baseBranch: string;
  /** Null when the body has none of ours. */
  readonly marker: Marker | null;
}

export interface FoundClosed {
  readonly number: number;
  readonly merged: boolean;
  /** Who closed it; `us` when our marker says so. Of no account when merged. */
  readonly by: 'person' | 'bot' | 'us';
  readonly headSha: string;
  /** What a person closed is not reopened before this day (`yyyy-MM-dd`); null when it does not concern what is wanted. */
  readonly until: string | null;
  /** It was merged with what is wanted, and the base that was read does not have it yet. */
  readonly landing: boolean;
}

export interface FoundBranch {
  readonly sha: string;
  /** Is every commit on it ours? */
  readonly ours: boolean;
  /** Why it is not ours; null when it is. */
  readonly why: string | null;
  /** `contentDigest` of what is on it; null when not looked at. */
  readonly digest: string | null;
  /** The commit that we made, on which merges of the base branch may stand; absent when it is not ours. */
  readonly commit?: string;
}

/** What GitHub and the remote have for a namespace. */
export interface Found {
  /** Oldest first. */
  readonly open: readonly FoundOpen[];
  /** The one that was closed last. */
  readonly closed: FoundClosed | null;
  readonly branch: FoundBranch | null;
}

export interface Policy {
  /** `yyyy-MM-dd`: the day of the run in Europe/London. */
  readonly today: string;
  /** An open pull request's dates are refreshed when one is older than this; see `DEFAULT_REFRESH_AFTER_DAYS`. */
  readonly refreshAfterDays: number;
  /** `--date` was given: an open pull request with another date is updated. */
  readonly explicitDate: boolean;
  /** The namespaces were named, or it is an incident: what a person closed is opened again. */
  readonly askedByName: boolean;
  /** The reason of the incident for which the run is made; null without one. */
  readonly incident: string | null;
}

export const DEFAULT_REFRESH_AFTER_DAYS = 14;

/** What is done with the branch: made, built anew on the base, or taken as it is. */
export type BranchWork = 'new' | 'rebuild' | 'reuse';

export type CreateReason =
  | 'none-yet'
  | 'unfinished'
  | 'merged'
  | 'closed-by-bot'
  | 'closed-by-us'
  | 'closed-long-ago'
  | 'asked-by-name';
export type UpdateReason =
  | 'branch-gone'
  | 'marker-lost'
  | 'unfinished'
  | 'credentials-changed'
  | 'base-branch-changed'
  | 'base-moved'
  | 'upgrade-asked'
  | 'restore-asked'
  | 'incident'
  | 'date-asked'
  | 'date-old';
export type LeaveReason =
  | 'foreign-commits'
  | 'not-ours'
  | 'closed-by-person'
  | 'just-merged'
  | 'selects-less';

export type Decision =
  | { readonly do: 'create'; readonly why: CreateReason; readonly branch: BranchWork }
  | {
      readonly do: 'update';
      readonly why: UpdateReason;
      readonly branch: BranchWork;
      readonly number: number;
      readonly duplicates: readonly number[];
    }
  | {
      readonly do: 'unchanged';
      readonly number: number;
      readonly duplicates: readonly number[];
      /** Labels, assignees and reviewers are still to be set. */
      readonly undressed: boolean;
    }
  | {
      readonly do: 'left-alone';
      readonly why: LeaveReason;
      readonly number: number | null;
      readonly detail: string | null;
      /** The pull request would be changed if it were ours alone, and the people in it should know. */
      readonly tell: boolean;
    }
  | {
      readonly do: 'close';
      readonly number: number;
      readonly deleteBranch: boolean;
      readonly duplicates: readonly number[];
    }
  | { readonly do: 'delete-branch' }
  | { readonly do: 'nothing' };

/**
 * Decides. "The same" is the same set of credentials on an unchanged base: neither dates nor texts count, so that
 * tomorrow's rerun changes nothing.
 */
export function decide(wanted: Wanted | null, found: Found, policy: Policy): Decision {
  const open = chooseOpen(found.open, wanted?.baseBranch);
  if (wanted === null) return decideNothingWanted(open, found);
  return open ? decideOpen(wanted, open, found, policy) : decideCreate(wanted, found, policy);
}

interface ChosenOpen {
  readonly kept: FoundOpen;
  readonly duplicates: readonly number[];
}

/** Ours before others', the right base before another, then the oldest. Only what carries our marker is a duplicate. */
function chooseOpen(open: readonly FoundOpen[], baseBranch: string | undefined): ChosenOpen | null {
  const rank = (one: FoundOpen) =>
    (one.marker ? 0 : 2) + (baseBranch === undefined || one.baseBranch === baseBranch ? 0 : 1);
  const [kept, ...others] = [...open].sort((a, b) => rank(a) - rank(b));
  if (!kept) return null;
  return { kept, duplicates: others.filter(({ marker }) => marker).map(({ number }) => number) };
}

function decideNothingWanted(open: ChosenOpen | null, { branch, closed }: Found): Decision {
  if (!open)
    return branch?.ours && (closed === null || closed.by === 'us')
      ? { do: 'delete-branch' }
      : { do: 'nothing' };
  const { kept, duplicates } = open;
  if (branch && !branch.ours) return leave('foreign-commits', kept.number, branch.why, true);
  if (!branch && !kept.marker) return leave('not-ours', kept.number, null);
  return { do: 'close', number: kept.number, deleteBranch: branch !== null, duplicates };
}

function decideOpen(
  wanted: Wanted,
  { kept, duplicates }: ChosenOpen,
  { branch }: Found,
  policy: Policy,
): Decision {
  const { number, marker } = kept;
  if (branch && !branch.ours) {
    const behind = marker !== null && reasonOfContent(wanted, kept, marker, policy) !== null;
    return leave('foreign-commits', number, branch.why, behind);
  }
  if (!branch && !marker) return leave('not-ours', number, null);
  if ((wanted.outside ?? 0) > 0) return leave('selects-less', number, String(wanted.outside));
  const why = reasonToUpdate(wanted, kept, branch, policy);
  if (why === null) return { do: 'unchanged', number, duplicates, undressed: marker?.undressed === true };
  return { do: 'update', why, number, duplicates, branch: branchWork(wanted, branch) };
}

function reasonToUpdate(
  wanted: Wanted,
  kept: FoundOpen,
  branch: FoundBranch | null,
  policy: Policy,
): UpdateReason | null {
  const { marker } = kept;
  if (!branch) return 'branch-gone';
  if (!marker) return 'marker-lost';
  if (marker.head !== branch.sha && marker.head !== branch.commit) return 'unfinished';
  return reasonOfContent(wanted, kept, marker, policy);
}

/** A file that changed on the base is built anew: so a conflict with the base, too, is mended as `base-moved`. */
function reasonOfContent(
  wanted: Wanted,
  { baseBranch }: FoundOpen,
  marker: Marker,
  policy: Policy,
): UpdateReason | null {
  if (!sameKeys(marker.changes, wanted.changes)) return 'credentials-changed';
  if (baseBranch !== wanted.baseBranch) return 'base-branch-changed';
  if (!sameEntries(marker.files, wanted.files)) return 'base-moved';
  if (!holds(marker.upgrades ?? {}, wanted.upgrades ?? {})) return 'upgrade-asked';
  if (!sameRestored(marker.changes, wanted.changes)) return 'restore-asked';
  if (policy.incident !== null && marker.incident !== policy.incident) return 'incident';
  if (sameEntries(marker.changes, wanted.changes)) return null;
  if (policy.explicitDate && !sameDays(marker.changes, wanted.changes)) return 'date-asked';
  return isOld(marker, policy) ? 'date-old' : null;
}

function decideCreate(wanted: Wanted, found: Found, policy: Policy): Decision {
  const { branch, closed } = found;
  const hindrance = whatHinders(found, policy);
  if (hindrance !== null) return hindrance;
  // what was merged has no commit of its own any more, also where the merge was reverted
  const isMerged = closed?.merged === true && closed.headSha === branch?.sha;
  return {
    do: 'create',
    why: reasonToCreate(closed, branch, policy),
    branch: isMerged ? 'rebuild' : branchWork(wanted, branch),
  };
}

/** Why nothing may be created where no pull request is open, whatever is wanted; null when all is well. */
export function whatHinders({ branch, closed }: Found, policy: Policy): Decision | null {
  // What was merged is on the base, whoever wrote it.
  const lost = branch && !branch.ours && !(closed?.merged && closed.headSha === branch.sha);
  if (lost) return leave('foreign-commits', null, branch.why);
  if (closed?.landing) return leave('just-merged', closed.number, null);
  if (isRemembered(closed, policy)) {
    return leave('closed-by-person', closed?.number ?? null, closed?.until ?? null);
  }
  return null;
}

/** Whether a person's closing still counts. */
function isRemembered(closed: FoundClosed | null, policy: Policy): boolean {
  if (closed === null || closed.merged || closed.by !== 'person' || policy.askedByName) return false;
  return closed.until !== null && policy.today < closed.until;
}

function reasonToCreate(
  closed: FoundClosed | null,
  branch: FoundBranch | null,
  { askedByName }: Policy,
): CreateReason {
  if (closed === null) return branch ? 'unfinished' : 'none-yet';
  if (closed.merged) return 'merged';
  const ofPerson = askedByName ? 'asked-by-name' : 'closed-long-ago';
  return ({ bot: 'closed-by-bot', us: 'closed-by-us', person: ofPerson } as const)[closed.by];
}

function branchWork(wanted: Wanted, branch: FoundBranch | null): BranchWork {
  if (!branch) return 'new';
  return branch.ours && branch.digest === wanted.digest ? 'reuse' : 'rebuild';
}

function leave(why: LeaveReason, number: number | null, detail: string | null, tell = false): Decision {
  return { do: 'left-alone', why, number, detail, tell };
}

type Entries = Readonly<Record<string, string>>;

function sameKeys(a: Entries, b: Entries): boolean {
  const keys = Object.keys(a);
  return keys.length === Object.keys(b).length && keys.every((key) => Object.hasOwn(b, key));
}

function sameEntries(a: Entries, b: Entries): boolean {
  return sameKeys(a, b) && Object.keys(a).every((key) => a[key] === b[key]);
}

/** A run without `--upgrade` wants none, and takes none away. */
function holds(all: Entries, some: Entries): boolean {
  return Object.keys(some).every((key) => all[key] === some[key]);
}

/** The time behind a second rotation of one day is that of the run: it would make every rerun another request. */
function sameDays(a: Entries, b: Entries): boolean {
  return Object.keys(a).every((key) => {
    const day = writtenDay(a[key] ?? '');
    return a[key] === b[key] || (day !== null && day === writtenDay(b[key] ?? ''));
  });
}

/** Whether the same credentials are given back to Terraform, and the same are not. */
function sameRestored(a: Entries, b: Entries): boolean {
  return Object.keys(a).every((key) => isRestored(a[key] ?? '') === isRestored(b[key] ?? ''));
}

/** A value that cannot be read as a day counts as old: the plan would not write it today. */
function isOld(marker: Marker, policy: Policy): boolean {
  return Object.values(marker.changes).some((value) => {
    if (isRestored(value)) return false;
    const day = writtenDay(value);
    return day === null || wholeDaysBetween(day, policy.today) > policy.refreshAfterDays;
  });
}
