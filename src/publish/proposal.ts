/** What a command hands to `publish`: one pull request that it wants, as plain data. */
import type { Hours } from '../kinds/kind.ts';
import type { Change } from '../results/results.ts';
import type { ClosingReason } from './messages.ts';

/** One file of a proposal: UTF-8 text that gives the same bytes back, a byte-order mark included. */
export interface FileChange {
  /** From the root of the repository, `/` between its parts. */
  readonly path: string;
  readonly before: string;
  readonly after: string;
}

/** Whose pull request it is: one namespace's, or that of a named group of namespaces. */
export interface Owner {
  /** Null for a group. */
  readonly namespace: string | null;
  readonly cluster: string | null;
  /** Null for one namespace. */
  readonly group: string | null;
}

/** Who is to see a pull request. What GitHub refuses of it never fails the pull request. */
export interface Readers {
  readonly labels: readonly string[];
  /** Logins. */
  readonly assignees: readonly string[];
  readonly reviewers: readonly string[];
  /** Slugs of teams of the repository's organisation. */
  readonly teams: readonly string[];
}

export const NO_READERS: Readers = { labels: [], assignees: [], reviewers: [], teams: [] };

/**
 * One pull request. With `changes: []` and `files: []` there is nothing to rotate any more: then a pull request of
 * ours that nobody else committed to is closed and its branch deleted.
 */
export interface Proposal extends Owner {
  /** Always `rotate/…`, without `refs/heads/`. */
  readonly branch: string;
  readonly title: string;
  /** The visible body; the marker is added by `publish`. */
  readonly body: string;
  /** What does not fit into the body, as comments below it. */
  readonly pages?: readonly string[];
  /** Without trailers; `publish` adds its own. */
  readonly commitMessage: string;
  readonly changes: readonly Change[];
  readonly files: readonly FileChange[];
  readonly readers?: Readers;
  /** For a proposal of nothing: why its pull request is closed. */
  readonly closing?: ClosingReason;
  /** What the comment that closes it says besides; Markdown. */
  readonly closingNote?: string;
  /** Credentials of the open pull request at which the run did not look. */
  readonly outside?: number;
  /**
   * Somebody named this very namespace on the command line (no wildcard, no `--all`):
   * a pull request that a person closed is then opened again.
   */
  readonly askedByName?: boolean;
  /** When it can be applied: GitHub, which would merge it at any hour, is not asked to. Absent or null: at any hour. */
  readonly mergeBetween?: Hours | null;
}

/** Who a commit is from. */
export interface Identity {
  readonly name: string;
  readonly email: string;
}
