/**
 * What the scanner gives: ranges over the text, never copies of it. Offsets count UTF-16 code units of the
 * JavaScript string; a text decoded losslessly from UTF-8 and spliced by them keeps every other byte.
 */

export interface Range {
  readonly start: number;
  /** Offset behind the last character. */
  readonly end: number;
}

export interface Comment extends Range {
  /** `line` for `#` and `//` (without the line ending), `block` for `/* … *\/`. */
  readonly style: 'line' | 'block';
}

export interface Attribute extends Range {
  readonly type: 'attribute';
  readonly name: string;
  /** Offset of `=`. */
  readonly equals: number;
  /** From the first to behind the last character of the value; comments behind it are outside. */
  readonly expression: Range;
}

export interface Label extends Range {
  /** The label without quotes; escapes are kept as written. */
  readonly text: string;
}

export interface Block extends Range {
  readonly type: 'block';
  /** `module`, `resource`, … */
  readonly keyword: string;
  readonly labels: readonly Label[];
  /** Offset of `{`. */
  readonly open: number;
  /** Offset of `}`; the end of the block when it is missing. */
  readonly close: number;
  readonly body: Body;
}

/** Attributes and blocks in the order of the text. */
export type Body = readonly (Attribute | Block)[];

export type HclErrorCode =
  | 'invalid-character'
  | 'unterminated-string'
  | 'unterminated-heredoc'
  | 'unterminated-comment'
  | 'unclosed-block'
  | 'unclosed-bracket'
  | 'unexpected-closing-bracket'
  | 'missing-value'
  | 'missing-operator'
  | 'missing-newline'
  | 'invalid-argument'
  | 'invalid-block'
  | 'nested-too-deeply'
  | 'invalid-json';

/** A place where the text stops being HCL. `message` says what is wrong, `help` what to do. */
export interface HclError {
  readonly code: HclErrorCode;
  readonly offset: number;
  readonly message: string;
  readonly help: string;
}

export interface Scan {
  readonly body: Body;
  /** All comments of the file, in order. */
  readonly comments: readonly Comment[];
  /** In the order found; the first is the one to show, later ones may follow from it. */
  readonly errors: readonly HclError[];
}

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
