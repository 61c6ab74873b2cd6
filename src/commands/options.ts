import type { Selection } from '../rotation/selection.ts';
import type { UpgradeLimit } from '../rotation/upgrade.ts';

/** What every command is given: the flags, and the world as arguments. */
export interface CommandOptions {
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** The clock. */
  readonly now: Date;
  readonly root?: string | undefined;
  /** `--date`, `yyyy-MM-dd`; default today in London. */
  readonly date?: string | undefined;
  readonly maxAgeDays: number;
  readonly selection: Selection;
  /** At least one flag chose what the run is about. */
  readonly selected: boolean;
  readonly includeHeld: boolean;
  /** Of this program, as GitHub sees it in the user agent. */
  readonly version?: string | undefined;
  /** A file that says the latest versions of the modules; then nobody is asked. */
  readonly moduleVersions?: string | undefined;
  /** Ask GitHub for them also where that is not the default. */
  readonly checkVersions?: boolean | undefined;
}

/** The CIS AWS Foundations benchmark rotates access keys every 90 days or less (recommendation 1.14). */
export const DEFAULT_MAX_AGE_DAYS = 90;

/** What the commands that change dates are given besides. */
export interface RotationOptions extends CommandOptions {
  readonly again: boolean;
  readonly forceLiteral: boolean;
  /** How far modules that are rotated go to their latest version; default not at all. */
  readonly upgrade?: UpgradeLimit | null | undefined;
}

/** How a long run tells what it is doing; a line for a person. */
export type Say = (line: string) => void;
