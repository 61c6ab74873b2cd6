import { createRequire as createRequireOfNode } from 'node:module';import { dirname as dirnameOfNode } from 'node:path';import { fileURLToPath as fileURLToPathOfNode } from 'node:url';const require = createRequireOfNode(import.meta.url);const filenameOfChunk = fileURLToPathOfNode(import.meta.url);const dirnameOfChunk = dirnameOfNode(filenameOfChunk);
import {
  CLOSE_BRACE,
  EQUALS,
  HASH,
  LF,
  MAX_DEPTH,
  OPEN_BRACE,
  QUOTE,
  SLASH,
  SPACE,
  TAB,
  atLineEnd,
  codeAt,
  endBeforeNextBlock,
  endOfLineBefore,
  fail,
  failCharacter,
  identifierEnd,
  isDirective,
  nextToken,
  scanHeredoc,
  scanString,
  skipBlank,
  skipComment,
  skipInline,
  skipLine,
  startOf,
  startsBlock
} from "./chunk-4M4F2YVT.js";

// src/hcl/expectations.ts
function wantOperator(state) {
  if (state.before !== "value" || state.loose) return;
  const outside = state.stack.length === 0;
  fail(
    state.cursor,
    outside ? "missing-newline" : "missing-operator",
    state.cursor.token,
    "a second value follows the first",
    outside ? "start a new line before it" : "put a comma or an operator between them"
  );
  state.loose = true;
}
function wantInterpolationClosed(state, frame) {
  if (state.before !== "value" || state.loose) return;
  fail(
    state.cursor,
    "unclosed-bracket",
    frame.offset,
    "this ${ is not closed before the end of the string",
    "close it with }"
  );
  state.loose = true;
}
function wantValue(state, offset) {
  if (state.before !== "operator" || state.loose) return;
  fail(state.cursor, "missing-value", offset, "a value is missing here", "write the value");
  state.loose = true;
}
function failMisplaced(state) {
  if (state.loose) return;
  const { cursor } = state;
  const token = cursor.text.slice(cursor.token, cursor.position);
  fail(
    cursor,
    "invalid-character",
    cursor.token,
    `${token} cannot stand here`,
    "remove it, or start a new line"
  );
  state.loose = true;
}

// src/hcl/plain.ts
var ARGUMENT = /([A-Za-z_][A-Za-z0-9_-]*)([ \t]*)=([ \t]*)("[^"\\$%\n]*"|[A-Za-z_][A-Za-z0-9_-]*(?:\.[A-Za-z_][A-Za-z0-9_-]*)*|\d+)[ \t]*(?=\r?\n|#|\/\/)/y;
var STRINGS = /\[\s*(?:"[^"\\$%\n]*"\s*,\s*)*(?:"[^"\\$%\n]*"\s*)?\]/y;
function scanPlainAttribute(cursor) {
  const start = cursor.position;
  ARGUMENT.lastIndex = start;
  const match = ARGUMENT.exec(cursor.text);
  if (match === null) return null;
  const [, name = "", before = "", behind = "", value = ""] = match;
  const equals = start + name.length + before.length;
  const valueStart = equals + 1 + behind.length;
  const end = valueStart + value.length;
  cursor.position = ARGUMENT.lastIndex;
  cursor.token = ARGUMENT.lastIndex;
  return { type: "attribute", name, start, end, equals, expression: { start: valueStart, end } };
}
function skipPlainEntry(cursor) {
  let start = cursor.position;
  for (let code = cursor.text.charCodeAt(start); code === SPACE || code === TAB; ) {
    start += 1;
    code = cursor.text.charCodeAt(start);
  }
  ARGUMENT.lastIndex = start;
  if (!ARGUMENT.test(cursor.text)) return false;
  cursor.position = ARGUMENT.lastIndex;
  return true;
}
function skipPlainList(cursor) {
  STRINGS.lastIndex = cursor.token;
  if (!STRINGS.test(cursor.text)) return false;
  cursor.position = STRINGS.lastIndex;
  return true;
}

// src/hcl/expression.ts
var CLOSES = {
  ")": ["("],
  "]": ["["],
  "}": ["{", "interpolation"]
};
function scanExpression(cursor) {
  const state = {
    cursor,
    stack: [],
    end: cursor.position,
    before: "start",
    callable: false,
    loose: false
  };
  let start = -1;
  for (; ; ) {
    const frame = state.stack[state.stack.length - 1];
    if (frame !== void 0 && (frame.kind === "string" || frame.kind === "heredoc")) {
      scanTemplate(state, frame);
      continue;
    }
    if (!scanToken(state, frame)) break;
    if (start === -1) start = cursor.token;
  }
  const unclosed = state.stack[state.stack.length - 1];
  if (unclosed === void 0) wantValue(state, state.end);
  else if (!cursor.errors.some((error) => error.offset === unclosed.offset)) {
    fail(cursor, "unclosed-bracket", unclosed.offset, "this bracket is never closed", "close it");
  }
  return start === -1 ? { start: cursor.token, end: cursor.token } : { start, end: state.end };
}
function scanToken(state, frame) {
  const { cursor } = state;
  const kind = nextToken(cursor);
  switch (kind) {
    case "end":
      return false;
    case "newline":
      if (frame === void 0) return back(cursor);
      if (startsBlock(cursor, cursor.position)) {
        state.stack.length = 0;
        return back(cursor);
      }
      if (frame.kind === "{") {
        wantValue(state, cursor.token);
        state.before = skipPlainEntry(cursor) ? "value" : "start";
        state.callable = false;
      }
      return true;
    case "comment":
      if (frame === void 0) return false;
      skipComment(cursor);
      return true;
    case "word":
    case "number":
      wantOperator(state);
      if (kind === "word" && state.before === "start" && isFor(cursor, frame)) state.loose = true;
      return took(state, "value", kind === "word");
    case "quote":
      if (frame?.kind === "interpolation") wantInterpolationClosed(state, frame);
      wantOperator(state);
      return open(state, "string");
    case "heredoc":
      wantOperator(state);
      return open(state, "heredoc", cursor.marker);
    case "open": {
      const bracket = cursor.text[cursor.token];
      const isList = bracket === "[" && state.before !== "value" && state.stack.length < MAX_DEPTH;
      if (isList && skipPlainList(cursor)) return took(state, "value");
      if (bracket === "{" || bracket === "(" && !state.callable) wantOperator(state);
      return open(state, bracket);
    }
    case "close":
      return close(state, frame);
    case "comma":
      if (frame === void 0 || frame.kind === "interpolation") failMisplaced(state);
      if (frame === void 0) return back(cursor);
      wantValue(state, cursor.token);
      return took(state, "start");
    case "assign":
      if (frame?.kind !== "{") failMisplaced(state);
      return took(state, "operator");
    case "dot":
      if (state.before !== "value" && !state.loose) failMisplaced(state);
      took(state, "operator");
      if (cursor.text[cursor.position] === "*") cursor.position += 1;
      else return true;
      return took(state, "value");
    case "expand":
      return took(state, "value");
    case "tilde":
      if (frame?.kind !== "interpolation") failMisplaced(state);
      return took(state, state.before, state.callable);
    case "prefix":
      if (state.before === "value" && cursor.text[cursor.token] === "!") failMisplaced(state);
      return took(state, "operator");
    case "arrow":
      return took(state, "operator");
    case "operator":
      if (state.before === "start" && frame?.kind === "[" && cursor.text[cursor.token] === "*") {
        return took(state, "value");
      }
      if (state.before === "start") state.before = "operator";
      wantValue(state, cursor.token);
      return took(state, "operator");
    case "invalid":
      failCharacter(cursor, cursor.token);
      state.loose = true;
      return took(state, "value");
  }
}
function back(cursor) {
  cursor.position = cursor.token;
  return false;
}
function took(state, before, callable = false) {
  state.end = state.cursor.position;
  state.before = before;
  state.callable = callable;
  return true;
}
function isFor(cursor, frame) {
  return (frame?.kind === "[" || frame?.kind === "{") && cursor.text.slice(cursor.token, cursor.position) === "for";
}
function open(state, kind, marker = "") {
  const { cursor, stack } = state;
  const offset = kind === "interpolation" ? cursor.position : cursor.token;
  stack.push({ kind, offset, marker, outerLoose: state.loose });
  if (kind === "interpolation") {
    state.loose = isDirective(cursor.text, cursor.position);
    cursor.position += 2;
  } else state.loose = false;
  took(state, "start");
  if (stack.length > MAX_DEPTH) {
    fail(cursor, "nested-too-deeply", offset, "this is nested too deeply", "split the expression");
    cursor.position = cursor.text.length;
    stack.length = 0;
  }
  return true;
}
function leave(state) {
  state.loose = state.stack.pop()?.outerLoose ?? false;
  return took(state, "value");
}
function close(state, frame) {
  const { cursor } = state;
  const bracket = cursor.text[cursor.token] ?? "";
  if (frame === void 0 && bracket === "}") return back(cursor);
  wantValue(state, cursor.token);
  if (frame !== void 0 && CLOSES[bracket]?.includes(frame.kind)) {
    return leave(state);
  }
  fail(
    cursor,
    "unexpected-closing-bracket",
    cursor.token,
    frame === void 0 ? `this ${bracket} closes nothing` : `this ${bracket} stands where ${frame.kind} is open`,
    "close what was opened last, or remove it"
  );
  state.loose = true;
  if (frame !== void 0 && bracket === "}" && standsAlone(cursor)) {
    state.stack.length = 0;
    return back(cursor);
  }
  return took(state, "value");
}
function standsAlone(cursor) {
  let at = cursor.token - 1;
  for (; ; ) {
    const code = cursor.text.charCodeAt(at);
    if (code !== SPACE && code !== TAB) return at < 0 || code === LF;
    at -= 1;
  }
}
function scanTemplate(state, frame) {
  const { cursor } = state;
  const stop = frame.kind === "string" ? scanString(cursor) : scanHeredoc(cursor, frame.marker);
  if (stop === "template") {
    open(state, "interpolation");
    return;
  }
  if (stop === "broken" && frame.kind === "string") {
    fail(
      cursor,
      "unterminated-string",
      frame.offset,
      "this string is not closed on its line",
      'close it with "'
    );
  } else if (stop === "broken") {
    fail(
      cursor,
      "unterminated-heredoc",
      frame.offset,
      "this heredoc is never closed",
      `write ${frame.marker} on a line of its own`
    );
    giveUpHeredoc(cursor, frame);
  }
  leave(state);
}
function giveUpHeredoc(cursor, frame) {
  const { comments } = cursor;
  cursor.position = endBeforeNextBlock(cursor, frame.offset);
  while (comments.length > 0 && comments[comments.length - 1].end > cursor.position) comments.pop();
}

// src/hcl/scan.ts
function scan(text) {
  const plain = scanFile(startOf(text));
  if (plain.errors.length === 0) return plain;
  return { ...scanFile(startOf(text, true)), errors: plain.errors };
}
function scanFile(cursor) {
  const { text } = cursor;
  const body = [];
  for (; ; ) {
    scanItems(cursor, body, 0);
    if (cursor.position >= text.length) break;
    fail(cursor, "unexpected-closing-bracket", cursor.position, "this } closes nothing", "remove it");
    cursor.position += 1;
  }
  return { body, comments: cursor.comments, errors: cursor.errors };
}
function scanItems(cursor, items, depth) {
  const { text } = cursor;
  for (; ; ) {
    skipBlank(cursor);
    if (cursor.position >= text.length || codeAt(text, cursor.position) === CLOSE_BRACE) return;
    if (depth > 0 && startsBlock(cursor, cursor.position)) {
      cursor.position = endOfLineBefore(text, cursor.position);
      return;
    }
    const item = scanItem(cursor, depth);
    if (item === null) {
      skipLine(cursor);
      continue;
    }
    items.push(item);
    endLine(cursor, item);
  }
}
function endLine(cursor, item) {
  const { text } = cursor;
  skipInline(cursor);
  const code = codeAt(text, cursor.position);
  if (atLineEnd(text, cursor.position) || code === HASH || code === SLASH) return;
  const what = item.type === "block" ? "block" : "argument";
  fail(
    cursor,
    "missing-newline",
    cursor.position,
    `something follows the ${what} on its line`,
    "start a new line before it"
  );
  if (code !== CLOSE_BRACE) skipLine(cursor);
}
function scanItem(cursor, depth) {
  const plain = scanPlainAttribute(cursor);
  if (plain !== null) return plain;
  const { text, position: start } = cursor;
  const nameEnd = identifierEnd(text, start);
  if (nameEnd === start) {
    if (text.charCodeAt(start) === QUOTE) {
      fail(
        cursor,
        "invalid-argument",
        start,
        "an argument has no quotes around its name",
        "remove the quotes"
      );
    } else failCharacter(cursor, start);
    return null;
  }
  cursor.position = nameEnd;
  skipInline(cursor);
  const code = codeAt(text, cursor.position);
  const name = text.slice(start, nameEnd);
  if (code === EQUALS && text.charCodeAt(cursor.position + 1) !== EQUALS)
    return scanAttribute(cursor, start, name);
  if (code === OPEN_BRACE || code === QUOTE || identifierEnd(text, cursor.position) > cursor.position) {
    return scanBlock(cursor, start, name, depth);
  }
  fail(
    cursor,
    "invalid-argument",
    start,
    `${name} is followed by neither = nor {`,
    "write an argument as name = value and a block as name { \u2026 }"
  );
  return null;
}
function scanAttribute(cursor, start, name) {
  const equals = cursor.position;
  cursor.position += 1;
  const errors = cursor.errors.length;
  const expression = scanExpression(cursor);
  if (expression.end === expression.start && cursor.errors.length === errors) {
    fail(cursor, "missing-value", equals, `${name} has no value`, "write a value behind the =");
  }
  return { type: "attribute", name, start, end: expression.end, equals, expression };
}
function scanBlock(cursor, start, keyword, depth) {
  const { text } = cursor;
  const labels = scanLabels(cursor);
  if (codeAt(text, cursor.position) !== OPEN_BRACE) {
    fail(
      cursor,
      "invalid-block",
      start,
      `the header of this ${keyword} block is not followed by {`,
      "write the labels in quotes and { on the same line"
    );
    return null;
  }
  const open2 = cursor.position;
  cursor.position += 1;
  if (depth >= MAX_DEPTH) {
    fail(cursor, "nested-too-deeply", open2, "this is nested too deeply", "flatten the blocks");
    cursor.position = text.length;
    return null;
  }
  const body = scanBody(cursor, depth);
  const closed = codeAt(text, cursor.position) === CLOSE_BRACE;
  const close2 = cursor.position;
  if (closed) cursor.position += 1;
  else if (!cursor.errors.some((error) => error.code === "unclosed-block")) {
    fail(cursor, "unclosed-block", start, `this ${keyword} block is never closed`, "close it with }");
  }
  return { type: "block", keyword, labels, start, end: cursor.position, open: open2, close: close2, body };
}
function scanLabels(cursor) {
  const { text } = cursor;
  const labels = [];
  for (; ; ) {
    skipInline(cursor);
    const start = cursor.position;
    if (text.charCodeAt(start) === QUOTE) {
      cursor.position += 1;
      if (scanString(cursor) !== "closed") return labels;
      labels.push({ start, end: cursor.position, text: text.slice(start + 1, cursor.position - 1) });
      continue;
    }
    const end = identifierEnd(text, start);
    if (end === start) return labels;
    cursor.position = end;
    labels.push({ start, end, text: text.slice(start, end) });
  }
}
function scanBody(cursor, depth) {
  const { text } = cursor;
  const items = [];
  skipInline(cursor);
  const start = cursor.position;
  const code = text.charCodeAt(start);
  if (atLineEnd(text, start) || code === HASH || code === SLASH) {
    scanItems(cursor, items, depth + 1);
    return items;
  }
  if (code === CLOSE_BRACE) return items;
  const item = scanItem(cursor, depth + 1);
  if (item === null) skipLine(cursor);
  else items.push(item);
  skipInline(cursor);
  if (codeAt(text, cursor.position) !== CLOSE_BRACE || item?.type === "block") {
    fail(
      cursor,
      "invalid-block",
      start,
      "a block on one line holds one argument and its }",
      "write each argument on a line of its own"
    );
    if (codeAt(text, cursor.position) !== CLOSE_BRACE) scanItems(cursor, items, depth + 1);
  }
  return items;
}

export {
  scan
};
