import {
  type Cursor,
  endBeforeNextBlock,
  fail,
  failCharacter,
  LF,
  MAX_DEPTH,
  SPACE,
  skipComment,
  startsBlock,
  TAB,
} from './cursor.ts';
import {
  type Before,
  type Frame,
  type FrameKind,
  failMisplaced,
  type State,
  wantInterpolationClosed,
  wantOperator,
  wantValue,
} from './expectations.ts';
import { skipPlainEntry, skipPlainList } from './plain.ts';
import type { Range } from './syntax.ts';
import { isDirective, nextToken, scanHeredoc, scanString, type TemplateStop } from './tokens.ts';

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
        state.before = skipPlainEntry(cursor) ? 'value' : 'start';
        state.callable = false;
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
      const isList = bracket === '[' && state.before !== 'value' && state.stack.length < MAX_DEPTH;
      if (isList && skipPlainList(cursor)) return took(state, 'value');
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
    giveUpHeredoc(cursor, frame);
  }
  leave(state);
}

/** Goes on before the next block; the comments in templates behind it were none of the heredoc's. */
function giveUpHeredoc(cursor: Cursor, frame: Frame): void {
  const { comments } = cursor;
  cursor.position = endBeforeNextBlock(cursor, frame.offset);
  while (comments.length > 0 && comments[comments.length - 1]!.end > cursor.position) comments.pop();
}
