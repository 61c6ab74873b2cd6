/** What a command hands to `publish`: one pull request that it wants, as plain data. */
import type { Change } from '../rotation/results.ts';

/** One file of a proposal: UTF-8 text that gives the same bytes back, a byte-order mark included. */
export interface FileChange {
  /** From the root of the repository, `/` between its parts. */
  readonly path: string;
  readonly before: string;
  readonly after: string;
}

/**
 * One namespace's pull request. With `changes: []` and `files: []` the namespace has nothing to rotate any more:
 * then a pull request of ours that nobody else committed to is closed and its branch deleted.
 */
export interface Proposal {
  readonly namespace: string;
  readonly cluster: string;
  /** Always `rotate/…`, without `refs/heads/`. */
  readonly branch: string;
  readonly title: string;
  /** The visible body; the marker is added by `publish`. */
  readonly body: string;
  /** Without trailers; `publish` adds its own. */
  readonly commitMessage: string;
  readonly changes: readonly Change[];
  readonly files: readonly FileChange[];
  /**
   * Somebody named this very namespace on the command line (no wildcard, no `--all`):
   * a pull request that a person closed is then opened again.
   */
  readonly askedByName?: boolean;
}

/** Who a commit is from. */
export interface Identity {
  readonly name: string;
  readonly email: string;
}
