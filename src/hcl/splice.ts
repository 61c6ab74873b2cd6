/** Replaces the characters from `start` to `end` by `text`. */
export interface Splice {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** An argument to write: its name and its value as HCL. */
export interface NewArgument {
  readonly name: string;
  readonly expression: string;
}
