/** What became of a merged pull request's runbook. */
import type { RunbookNamespace } from './runbook.ts';

/** A namespace after the merge, and whose it is. */
export interface MergedNamespace extends RunbookNamespace {
  /** GitHub teams that are bound to a role in it; empty when none is. */
  readonly teams: readonly string[];
  readonly slackChannel: string | null;
}

export type AfterMergeResult =
  | {
      readonly outcome: 'commented' | 'unchanged';
      readonly number: number;
      readonly pages: readonly string[];
    }
  | {
      readonly outcome: 'nothing';
      readonly number: number;
      /**
       * `not-ours`: the program did not make it; `nothing-rotated`: no credential has another date since the merge; `gone`:
       * none of what it rotated is in a folder of the merge commit.
       */
      readonly why: 'not-ours' | 'not-merged' | 'nothing-rotated' | 'gone';
    };
