import { type Cursor, fail, failCharacter, LF, MAX_DEPTH, SPACE, skipComment, TAB } from './cursor.ts';
import { scanPlainValue } from './plain-value.ts';
import { endBeforeNextBlock, startsBlock } from './recovery.ts';
import type { Range } from './syntax.ts';
import { isDirective, nextToken, scanHeredoc, scanString, type TemplateStop } from './tokens.ts';

/** What stands before the next token: nothing yet (or `,`, `(` …), a finished value, or an operator that wants one. */
type Before = 'start' | 'value' | 'operator';

type FrameKind = '(' | '[' | '{' | 'interpolation' | 'string' | 'heredoc';

/** An open bracket or template, and what to go back to behind it. */
interface Frame {
  readonly kind: FrameKind;
  readonly offset: number;
  /** The heredoc's end marker. */
  readonly marker: string;
  readonly outerLoose: boolean;
}

interface State {
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

const CLOSES: Readonly<Record<string, readonly FrameKind[]>> = {
  ')': ['('],
  ']': ['['],
  '}': ['{', 'interpolation'],
};

/**
 * Passes over the expression at the cursor: up to the line's end, a comment or a `}` outside all brackets.
 * It checks that brackets and templates close and that values and operators take turns; it is no parser.
 *
 * @returns its range, without white space and comments around it; empty when no value stands there
 */
export function scanExpression(cursor: Cursor): Range {
  const plain = scanPlainValue(cursor);
  if (plain !== null) return plain;
  const state: State = {
    cursor,
    stack: [],
    end: cursor.position,
    before: 'start',
    callable: false,
    loose: false,
  };
  let start = -1;
  for (;;) {
    const frame = state.stack[state.stack.length - 1];
    if (frame !== undefined && (frame.kind === 'string' || frame.kind === 'heredoc')) {
      scanTemplate(state, frame);
      continue;
    }
    if (!scanToken(state, frame)) break;
    if (start === -1) start = cursor.token;
  }
  const unclosed = state.stack[state.stack.length - 1];
  if (unclosed === undefined) wantValue(state, state.end);
  else if (!cursor.errors.some((error) => error.offset === unclosed.offset)) {
    fail(cursor, 'unclosed-bracket', unclosed.offset, 'this bracket is never closed', 'close it');
  }
  return start === -1 ? { start: cursor.token, end: cursor.token } : { start, end: state.end };
}

/** Takes one token into the expression; false, with the cursor before it, where the expression ends. */
function scanToken(state: State, frame: Frame | undefined): boolean {
  const { cursor } = state;
  const kind = nextToken(cursor);
  switch (kind) {
    case 'end':
      return false;
    case 'newline':
      if (frame === undefined) return back(cursor);
      if (startsBlock(cursor, cursor.position)) {
        state.stack.length = 0;
        return back(cursor);
      }
      if (frame.kind === '{') {
        wantValue(state, cursor.token);
        state.before = 'start';
      }
      return true;
    case 'comment':
      if (frame === undefined) return false;
      skipComment(cursor);
      return true;
    case 'word':
    case 'number':
      wantOperator(state);
      if (kind === 'word' && state.before === 'start' && isFor(cursor, frame)) state.loose = true;
      return took(state, 'value', kind === 'word');
    case 'quote':
      if (frame?.kind === 'interpolation') wantInterpolationClosed(state, frame);
      wantOperator(state);
      return open(state, 'string');
    case 'heredoc':
      wantOperator(state);
      return open(state, 'heredoc', cursor.marker);
    case 'open': {
      const bracket = cursor.text[cursor.token] as '(' | '[' | '{';
      if (bracket === '{' || (bracket === '(' && !state.callable)) wantOperator(state);
      return open(state, bracket);
    }
    case 'close':
      return close(state, frame);
    case 'comma':
      if (frame === undefined || frame.kind === 'interpolation') failMisplaced(state);
      if (frame === undefined) return back(cursor);
      wantValue(state, cursor.token);
      return took(state, 'start');
    case 'assign':
      if (frame?.kind !== '{') failMisplaced(state);
      return took(state, 'operator');
    case 'dot':
      if (state.before !== 'value' && !state.loose) failMisplaced(state);
      took(state, 'operator');
      if (cursor.text[cursor.position] === '*') cursor.position += 1;
      else return true;
      return took(state, 'value');
    case 'expand':
      return took(state, 'value');
    case 'tilde':
      if (frame?.kind !== 'interpolation') failMisplaced(state);
      return took(state, state.before, state.callable);
    case 'prefix':
      if (state.before === 'value' && cursor.text[cursor.token] === '!') failMisplaced(state);
      return took(state, 'operator');
    case 'arrow':
      return took(state, 'operator');
    case 'operator':
      if (state.before === 'start' && frame?.kind === '[' && cursor.text[cursor.token] === '*') {
        return took(state, 'value'); // x[*]
      }
      if (state.before === 'start') state.before = 'operator';
      wantValue(state, cursor.token);
      return took(state, 'operator');
    case 'invalid':
      failCharacter(cursor, cursor.token);
      state.loose = true;
      return took(state, 'value');
  }
}

/** Undoes the last token: it belongs to what stands behind the expression. */
function back(cursor: Cursor): false {
  cursor.position = cursor.token;
  return false;
}

function took(state: State, before: Before, callable = false): true {
  state.end = state.cursor.position;
  state.before = before;
  state.callable = callable;
  return true;
}

function isFor(cursor: Cursor, frame: Frame | undefined): boolean {
  return (
    (frame?.kind === '[' || frame?.kind === '{') && cursor.text.slice(cursor.token, cursor.position) === 'for'
  );
}

function open(state: State, kind: FrameKind, marker = ''): true {
  const { cursor, stack } = state;
  const offset = kind === 'interpolation' ? cursor.position : cursor.token;
  stack.push({ kind, offset, marker, outerLoose: state.loose });
  if (kind === 'interpolation') {
    state.loose = isDirective(cursor.text, cursor.position);
    cursor.position += 2;
  } else state.loose = false;
  took(state, 'start');
  if (stack.length > MAX_DEPTH) {
    fail(cursor, 'nested-too-deeply', offset, 'this is nested too deeply', 'split the expression');
    cursor.position = cursor.text.length;
    stack.length = 0;
  }
  return true;
}

function leave(state: State): true {
  state.loose = state.stack.pop()?.outerLoose ?? false;
  return took(state, 'value');
}

function close(state: State, frame: Frame | undefined): boolean {
  const { cursor } = state;
  const bracket = cursor.text[cursor.token] ?? '';
  if (frame === undefined && bracket === '}') return back(cursor);
  wantValue(state, cursor.token);
  if (frame !== undefined && CLOSES[bracket]?.includes(frame.kind)) {
    // `f(x)` and `x[0]` can be neither called nor anything else but used
    return leave(state);
  }
  fail(
    cursor,
    'unexpected-closing-bracket',
    cursor.token,
    frame === undefined
      ? `this ${bracket} closes nothing`
      : `this ${bracket} stands where ${frame.kind} is open`,
    'close what was opened last, or remove it',
  );
  state.loose = true;
  if (frame !== undefined && bracket === '}' && standsAlone(cursor)) {
    // most likely the end of the block: give the expression up, so that what follows is still found
    state.stack.length = 0;
    return back(cursor);
  }
  return took(state, 'value');
}

function standsAlone(cursor: Cursor): boolean {
  let at = cursor.token - 1;
  for (;;) {
    const code = cursor.text.charCodeAt(at);
    if (code !== SPACE && code !== TAB) return at < 0 || code === LF;
    at -= 1;
  }
}

function scanTemplate(state: State, frame: Frame): void {
  const { cursor } = state;
  const stop: TemplateStop = frame.kind === 'string' ? scanString(cursor) : scanHeredoc(cursor, frame.marker);
  if (stop === 'template') {
    open(state, 'interpolation');
    return;
  }
  if (stop === 'broken' && frame.kind === 'string') {
    fail(
      cursor,
      'unterminated-string',
      frame.offset,
      'this string is not closed on its line',
      'close it with "',
    );
  } else if (stop === 'broken') {
    fail(
      cursor,
      'unterminated-heredoc',
      frame.offset,
      'this heredoc is never closed',
      `write ${frame.marker} on a line of its own`,
    );
    cursor.position = endBeforeNextBlock(cursor, frame.offset);
  }
  leave(state);
}

function wantOperator(state: State): void {
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
function wantInterpolationClosed(state: State, frame: Frame): void {
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

function wantValue(state: State, offset: number): void {
  if (state.before !== 'operator' || state.loose) return;
  fail(state.cursor, 'missing-value', offset, 'a value is missing here', 'write the value');
  state.loose = true;
}

function failMisplaced(state: State): void {
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
