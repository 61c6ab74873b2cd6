/** The settings of a repository, read from its config file. */
import type { ConfigValues, MatchValues } from './schema.ts';

/** Days after which a rotation is due where nothing says another number. */
export const DEFAULT_MAX_AGE_DAYS = 90;

/** A credential as far as the rules of a config file look at it. */
export interface Subject {
  /** The credential's id. */
  readonly id: string;
  /** Folder name below `namespaces/`. */
  readonly cluster: string;
  readonly namespace: string;
  readonly kind: string;
  readonly module: string;
  /** Of the namespace; looked at only where `needsFacts`. */
  readonly teams: readonly string[];
  /** What the namespace says of itself, null when it says nothing. */
  readonly production: boolean | null;
}

/** The lists of rules, as the file names them. */
export type RuleList = 'overrides' | 'exclude' | 'snooze';

/** An entry of a list of rules. */
export interface Rule {
  readonly list: RuleList;
  /** 1-based line of the file. */
  readonly line: number;
  readonly match: MatchValues;
  readonly matches: (subject: Subject) => boolean;
}

export interface AgeRule extends Rule {
  readonly maxAgeDays: number;
}

export interface ReasonRule extends Rule {
  readonly reason: string;
}

export interface SnoozeRule extends ReasonRule {
  /** `yyyy-MM-dd`: from this day on the rule counts no more. */
  readonly until: string;
}

/** A config file without a mistake. */
export interface Config {
  /** What the file is called in messages: its path from the root, or as `--config` has it. */
  readonly file: string;
  readonly values: ConfigValues;
  readonly overrides: readonly AgeRule[];
  readonly exclude: readonly ReasonRule[];
  readonly snooze: readonly SnoozeRule[];
  /** 1-based line of a key that the file has, by its path: `maxAge`, `maxAge.rds`, `overrides.0`. */
  readonly lines: ReadonlyMap<string, number>;
}
