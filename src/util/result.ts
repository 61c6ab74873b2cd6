/** What went wrong, as a value: a code for programs, one sentence for the person who must act. No secrets in it. */
export interface Failure {
  /** kebab-case. */
  readonly code: string;
  readonly message: string;
  /** The places that are at fault, where it is a file: 1-based, with the text of the line. */
  readonly problems?: readonly Problem[];
}

/** Something wrong with a file, with its 1-based place. */
export interface Problem {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly code: string;
  readonly message: string;
  /** The text of that line, for a person to see the place; no part of the JSON. */
  readonly sourceLine?: string;
}

/** The result of something that can fail in an expected way. */
export type Result<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly error: Failure };

export function ok<T>(value: T): Result<T> {
  return { ok: true, value };
}

export function fail(
  code: string,
  message: string,
  problems?: readonly Problem[],
): { readonly ok: false; readonly error: Failure } {
  return { ok: false, error: problems === undefined ? { code, message } : { code, message, problems } };
}

/** The environment of a process, handed in so that tests and the demo can have their own. */
export type Environment = Readonly<Record<string, string | undefined>>;
