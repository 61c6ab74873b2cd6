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
      /** `not-ours`: its body has no marker of ours; `gone`: nothing of what it rotated is in the merge commit. */
      readonly why: 'not-ours' | 'not-merged' | 'gone';
    };
