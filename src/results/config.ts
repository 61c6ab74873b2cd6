/** What `rotate-pr config` and `rotate-pr init` give back and print as JSON. */
import type { Problem } from './results.ts';

/** Where a value comes from; `line` is 1-based, what does not apply is null. */
export interface SettingOrigin {
  readonly from: 'flag' | 'file' | 'default';
  readonly flag: string | null;
  readonly file: string | null;
  readonly line: number | null;
}

/** A value that is in force, under its name in the config file. */
export interface SettingInForce {
  readonly key: string;
  /** As the config file has it; null for a limit that is none. */
  readonly value: unknown;
  readonly origin: SettingOrigin;
}

/** An entry of `overrides`, `exclude` or `snooze`. */
export interface RuleInForce {
  readonly list: 'overrides' | 'exclude' | 'snooze';
  readonly file: string;
  /** 1-based. */
  readonly line: number;
  readonly match: Readonly<Record<string, unknown>>;
  readonly maxAgeDays: number | null;
  readonly reason: string | null;
  /** `yyyy-MM-dd`: from this day on the rule counts no more. */
  readonly until: string | null;
  /** False for a snooze whose day has come. */
  readonly inForce: boolean;
  /** What it matches, in the clusters that are looked at. */
  readonly credentials: number;
  readonly namespaces: number;
}

/** Whether windows and freezes let pull requests be opened now. */
export interface OpeningState {
  readonly open: boolean;
  /** RFC 3339; null when it is open, or when it never opens again. */
  readonly closedUntil: string | null;
  readonly reason: string | null;
}

export interface ConfigResult {
  readonly schemaVersion: 1;
  /** `yyyy-MM-dd`, the day by which snoozes are judged. */
  readonly date: string;
  /** The commit that was read; null for the working tree. */
  readonly base: string | null;
  /** The config file; null where there is none. */
  readonly file: string | null;
  readonly settings: readonly SettingInForce[];
  readonly rules: readonly RuleInForce[];
  readonly opening: OpeningState;
  /** Rules that match nothing, and snoozes that have run out. */
  readonly problems: readonly Problem[];
}

/** A file that `init` wrote or found. */
export interface StarterFile {
  /** From the git top level. */
  readonly path: string;
  readonly outcome: 'written' | 'left-alone';
  /** Why it was left alone, null when it was written. */
  readonly reason: string | null;
}

export interface InitResult {
  readonly schemaVersion: 1;
  readonly files: readonly StarterFile[];
  readonly problems: readonly Problem[];
}
