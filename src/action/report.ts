/** What a run of the Action has to tell, before it is written anywhere. */
import type { Say } from '../commands/options.ts';
import type { Annotation } from '../report/annotations.ts';
import type { Environment } from '../util/result.ts';

export interface Told {
  readonly outputs: Readonly<Record<string, string>>;
  /** Markdown. */
  readonly summary: string;
  readonly annotations: readonly Annotation[];
  /** Parts of the log that are folded. */
  readonly groups: readonly { readonly name: string; readonly lines: readonly string[] }[];
  /** The last line of the log. */
  readonly end: string;
  /** Why the step fails; null when it does not. */
  readonly failure: string | null;
  /** The environments repository below the top level of git, empty when it is the same folder: annotations want it. */
  readonly prefix: string;
}

/** The world as the runner gives it. */
export interface ActionWorld {
  readonly cwd: string;
  readonly env: Environment;
  readonly now: Date;
  readonly version: string;
  readonly say: Say;
}
