import type { NotRemovable } from '../hcl/remove.ts';
import type { Finding } from '../kinds/kind.ts';
import type { Reason } from '../results/results.ts';
import type { UnreadSource } from './modules.ts';
import type { NotLiteral } from './scope.ts';
import type { LatestVersion } from './versions.ts';

/** The version to go to: the latest, or the first that has the argument. */
export type TargetVersion = Pick<LatestVersion, 'version' | 'origin'> | { readonly version: string };

/** What is known of a module whose source names no version. */
interface UnversionedModule {
  readonly argument: string;
  /** Null where the source names none. */
  readonly ref: string | null;
}

/** Code → the facts of the reason. */
interface FactsByCode {
  readonly excluded: { readonly file: string; readonly line: number; readonly reason: string };
  readonly snoozed: {
    readonly file: string;
    readonly line: number;
    readonly reason: string;
    readonly until: string;
  };
  readonly 'namespace-held': { readonly files: readonly string[]; readonly stopsEveryApply: boolean };
  readonly 'not-applied': object;
  readonly 'no-instance': { readonly argument: 'count' | 'for_each'; readonly ofCallers: boolean };

  readonly 'date-by-reference': {
    readonly name: string;
    readonly file: string;
    readonly otherUses: readonly string[];
  };
  readonly 'rotates-itself': { readonly written: string };
  readonly 'not-a-literal': { readonly argument: string; readonly because: NotLiteral };
  readonly 'could-rotate-itself':
    | { readonly remove: readonly string[]; readonly every: string }
    | IdleRotationFacts;
  readonly 'self-rotation-unclear': IdleRotationFacts & { readonly rivals: readonly string[] };
  readonly 'nothing-to-restore': object;
  readonly 'not-removable': {
    readonly argument: string;
    readonly line: number;
    readonly why: NotRemovable['why'];
  };
  readonly 'argument-by-hand': { readonly argument: string; readonly isSet: boolean };
  readonly 'several-kinds': { readonly kinds: readonly string[] };
  readonly 'never-rotated': object;
  readonly 'placeholder-date': { readonly value: string };
  readonly 'unreadable-date': { readonly value: string };
  readonly 'future-date': { readonly value: string; readonly days: number };
  readonly 'older-than-max-age': { readonly days: number; readonly maxAgeDays: number };

  readonly 'version-too-old': {
    readonly version: string;
    readonly argument: string;
    readonly target: TargetVersion;
    /** Why an upgrade that was asked for is not done. */
    readonly notUpgraded?: Cause;
  };
  readonly 'version-behind': {
    readonly version: string;
    readonly latest: LatestVersion;
    readonly isMajorStep: boolean;
    readonly releases: number;
  };
  readonly 'variable-found': UnversionedModule;
  readonly 'variable-missing': UnversionedModule & { readonly target: TargetVersion };
  readonly 'version-unknown': UnversionedModule & { readonly why: string | null };

  readonly 'not-published': { readonly module: string };
  readonly 'no-version': { readonly ref: string | null; readonly version: string | null };
  readonly 'latest-unknown': { readonly module: string; readonly seen: LatestVersion | null };
  readonly 'major-upgrade': { readonly from: string; readonly to: string };

  readonly 'invalid-hcl': SyntaxMistake;
  readonly 'symbolic-link': object;
  readonly 'json-syntax': object;
  readonly 'unknown-module': { readonly module: string; readonly because: UnreadSource };
  readonly 'unknown-argument': { readonly argument: string; readonly meant: string };
  readonly 'duplicate-argument': { readonly argument: string; readonly line: number };
  readonly 'override-file': object;
  readonly overridden: { readonly place: string };
  readonly 'duplicate-module': { readonly name: string };

  readonly 'commented-out': object;
  readonly 'in-heredoc': object;

  readonly 'shared-date': { readonly with: readonly string[] };
  readonly 'already-rotated': { readonly value: string; readonly again: boolean };
}

/** A resource that could rotate a credential, and to which nothing refers. */
interface IdleRotationFacts {
  /** `time_rotating.weekly`. */
  readonly address: string;
  /** `path:line`. */
  readonly place: string;
  /** What to put in the place of the date. */
  readonly expression: string;
  /** `7 days`; null where the text does not tell it. */
  readonly every: string | null;
}

interface SyntaxMistake {
  readonly line: number;
  readonly column: number;
  readonly what: string;
  /** Null from a parser that gives none. */
  readonly help: string | null;
}

export type ReasonCode = keyof FactsByCode;
export type FactsOf<C extends ReasonCode> = FactsByCode[C];

/**
 * Why something is as it is: a code with its facts, which report/reasons.ts puts into words; or what a kind's rule says
 * of a block, whose words are part of the kind.
 */
export type Cause =
  | { [C in ReasonCode]: { readonly code: C; readonly facts: FactsOf<C> } }[ReasonCode]
  | Reason;

/** What was found of a block, and what follows from it. */
export interface Effect {
  readonly effect: Finding['effect'];
  readonly cause: Cause;
}
