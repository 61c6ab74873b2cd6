import { type Cursor, fail } from './cursor.ts';

/** What stands before the next token: nothing yet (or `,`, `(` …), a finished value, or an operator that wants one. */
export type Before = 'start' | 'value' | 'operator';

export type FrameKind = '(' | '[' | '{' | 'interpolation' | 'string' | 'heredoc';

/** An open bracket or template, and what to go back to behind it. */
export interface Frame {
  readonly kind: FrameKind;
  readonly offset: number;
  /** The heredoc's end marker. */
  readonly marker: string;
  readonly outerLoose: boolean;
}

export interface State {
  readonly cursor: Cursor;
  readonly stack: Frame[];
  /** Behind the last token of the value. */
  end: number;
  before: Before;
  /** The value before is a name, so that `(` calls it. */
  callable: boolean;
  /** The order of tokens is not checked: inside `for` and `%{…}`, where words follow each other, and behind an error. */
  loose: boolean;
}

/** An error where a value stands behind a value. */
export function wantOperator(state: State): void {
  if (state.before !== 'value' || state.loose) return;
  const outside = state.stack.length === 0;
  fail(
    state.cursor,
    outside ? 'missing-newline' : 'missing-operator',
    state.cursor.token,
    'a second value follows the first',
    outside ? 'start a new line before it' : 'put a comma or an operator between them',
  );
  state.loose = true;
}

/** A second value that begins with `"` is most likely the end of the string, and the `}` before it is missing. */
export function wantInterpolationClosed(state: State, frame: Frame): void {
  if (state.before !== 'value' || state.loose) return;
  fail(
    state.cursor,
    'unclosed-bracket',
    frame.offset,
    'this ${ is not closed before the end of the string',
    'close it with }',
  );
  state.loose = true;
}

/** An error where a value should stand before `offset` and does not. */
export function wantValue(state: State, offset: number): void {
  if (state.before !== 'operator' || state.loose) return;
  fail(state.cursor, 'missing-value', offset, 'a value is missing here', 'write the value');
  state.loose = true;
}

/** An error for the token read last, which cannot stand here. */
export function failMisplaced(state: State): void {
  if (state.loose) return;
  const { cursor } = state;
  const token = cursor.text.slice(cursor.token, cursor.position);
  fail(
    cursor,
    'invalid-character',
    cursor.token,
    `${token} cannot stand here`,
    'remove it, or start a new line',
  );
  state.loose = true;
}
