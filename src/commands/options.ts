import type { Selection } from '../rotation/selection.ts';

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
}

/** The CIS AWS Foundations benchmark rotates access keys every 90 days or less (recommendation 1.14). */
export const DEFAULT_MAX_AGE_DAYS = 90;

/** What the commands that change dates are given besides. */
export interface RotationOptions extends CommandOptions {
  readonly again: boolean;
  readonly forceLiteral: boolean;
}

/** How a long run tells what it is doing; a line for a person. */
export type Say = (line: string) => void;
