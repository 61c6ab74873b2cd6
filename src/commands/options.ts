import type { Change, Credential } from '../results/results.ts';
import type { FileEdit } from '../rotation/edits.ts';
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
  /** `--max-age`, which wins over the config file; null when it was not given. */
  readonly maxAgeDays: number | null;
  readonly selection: Selection;
  /** At least one flag chose what the run is about. */
  readonly selected: boolean;
  /** `--all`: the whole estate, wherever the run takes place. */
  readonly all?: boolean | undefined;
  readonly includeHeld: boolean;
  /** Of this program, as GitHub sees it in the user agent. */
  readonly version?: string | undefined;
  /** `--config`: the config file to use in place of the repository's own. */
  readonly config?: string | undefined;
  /** A file that says the latest versions of the modules; then nobody is asked. */
  readonly moduleVersions?: string | undefined;
  /** Ask GitHub for them also where that is not the default. */
  readonly checkVersions?: boolean | undefined;
}

/** What the commands that change dates are given besides. */
export interface RotationOptions extends CommandOptions {
  readonly again: boolean;
  readonly forceLiteral: boolean;
  /** Give the rotation back to Terraform, in place of a date; default not. */
  readonly restoreSelfRotation?: boolean | undefined;
  /** How far modules that are rotated go to their latest version; default not at all. */
  readonly upgrade?: UpgradeLimit | null | undefined;
  /** The person at the terminal; null where there is none. */
  readonly ask?: Ask | null | undefined;
}

/** A namespace that may be picked. */
export interface Choice {
  readonly cluster: string;
  readonly namespace: string;
  /** What would rotate there. */
  readonly credentials: readonly Credential[];
}

/** What is about to be written. */
export interface Preview {
  readonly changes: readonly Change[];
  /** The texts of the files, of which the diff is made when it is shown. */
  readonly files: readonly Pick<FileEdit, 'path' | 'before' | 'after'>[];
}

/** The person at the terminal. Null is the answer of somebody who stops the run. */
export interface Ask {
  readonly namespaces: (choices: readonly Choice[]) => Promise<readonly Choice[] | null>;
  /** @param question what `yes` does */
  readonly confirm: (preview: Preview, question: string) => Promise<boolean | null>;
}

/** How far a long run is. */
export interface Progress {
  /** What is being done; the same words as long as it is the same, `reading namespaces`. */
  readonly phase: string;
  readonly done: number;
  /** 0 where it cannot be counted. */
  readonly total: number;
  /** What has just come of it. */
  readonly note?: string | undefined;
}

/** How a run tells what it is doing: a line for a person, which stays. */
export interface Say {
  (line: string): void;
  /** Told often; where nobody watches it, it is left out. */
  readonly progress?: (progress: Progress) => void;
}
