import { createRequire as createRequireOfNode } from 'node:module';import { dirname as dirnameOfNode } from 'node:path';import { fileURLToPath as fileURLToPathOfNode } from 'node:url';const require = createRequireOfNode(import.meta.url);const filenameOfChunk = fileURLToPathOfNode(import.meta.url);const dirnameOfChunk = dirnameOfNode(filenameOfChunk);

// src/hcl/recovery.ts
var HEADER = /[A-Za-z_][\w-]*(?:[ \t]+"[^"\n]*")+[ \t]*\{/y;
var MAX_LOST = 20;
function startsBlock(cursor, offset) {
  if (!cursor.recovering || cursor.text.charCodeAt(offset - 1) !== 10) return false;
  HEADER.lastIndex = offset;
  return HEADER.test(cursor.text);
}
function endBeforeNextBlock(cursor, offset) {
  const { text } = cursor;
  cursor.lost += 1;
  if (!cursor.recovering || cursor.lost > MAX_LOST) return text.length;
  for (let at = text.indexOf("\n", offset); at !== -1; at = text.indexOf("\n", at + 1)) {
    if (startsBlock(cursor, at + 1)) return endOfLineBefore(text, at + 1);
  }
  return text.length;
}
function endOfLineBefore(text, lineStart) {
  return text.charCodeAt(lineStart - 2) === 13 ? lineStart - 2 : lineStart - 1;
}

// src/hcl/cursor.ts
var MAX_DEPTH = 200;
var MAX_ERRORS = 20;
var TAB = 9;
var LF = 10;
var CR = 13;
var SPACE = 32;
var QUOTE = 34;
var HASH = 35;
var DOLLAR = 36;
var PERCENT = 37;
var STAR = 42;
var DOT = 46;
var SLASH = 47;
var LESS = 60;
var EQUALS = 61;
var BACKSLASH = 92;
var OPEN_BRACE = 123;
var CLOSE_BRACE = 125;
var BYTE_ORDER_MARK = 65279;
function fail(cursor, code, offset, message, help) {
  if (cursor.errors.length < MAX_ERRORS) cursor.errors.push({ code, offset, message, help });
}
function startOf(text, recovering = false) {
  const position = text.charCodeAt(0) === BYTE_ORDER_MARK ? 1 : 0;
  return { text, position, token: position, marker: "", recovering, lost: 0, comments: [], errors: [] };
}
function atLineEnd(text, offset) {
  if (offset >= text.length) return true;
  const code = text.charCodeAt(offset);
  return code === LF || code === CR && text.charCodeAt(offset + 1) === LF;
}
function skipComment(cursor) {
  const { text, position: start } = cursor;
  const first = text.charCodeAt(start);
  if (first === HASH || first === SLASH && text.charCodeAt(start + 1) === SLASH) {
    let end = text.indexOf("\n", start);
    if (end === -1) end = text.length;
    else if (text.charCodeAt(end - 1) === CR) end -= 1;
    return take(cursor, { style: "line", start, end });
  }
  if (first === SLASH && text.charCodeAt(start + 1) === STAR) {
    const close = text.indexOf("*/", start + 2);
    if (close === -1) {
      fail(cursor, "unterminated-comment", start, "this comment is never closed", "close it with */");
    }
    return take(cursor, {
      style: "block",
      start,
      end: close === -1 ? endBeforeNextBlock(cursor, start) : close + 2
    });
  }
  return null;
}
function take(cursor, comment) {
  cursor.comments.push(comment);
  cursor.position = comment.end;
  return comment;
}
function codeAt(text, offset) {
  return offset < text.length ? text.charCodeAt(offset) : -1;
}
function skipInline(cursor) {
  const { text } = cursor;
  for (; ; ) {
    const code = codeAt(text, cursor.position);
    if (code === SPACE || code === TAB) cursor.position += 1;
    else if (code === SLASH && text.charCodeAt(cursor.position + 1) === STAR) skipComment(cursor);
    else return;
  }
}
function skipBlank(cursor) {
  const { text } = cursor;
  let at = cursor.position;
  for (; ; ) {
    const code = codeAt(text, at);
    if (code === SPACE || code === TAB || code === LF) at += 1;
    else if (code === CR && text.charCodeAt(at + 1) === LF) at += 2;
    else {
      cursor.position = at;
      if (code !== HASH && code !== SLASH) return;
      if (skipComment(cursor) === null) return;
      at = cursor.position;
    }
  }
}
function skipLine(cursor) {
  const end = cursor.text.indexOf("\n", cursor.position);
  cursor.position = end === -1 ? cursor.text.length : end;
}
var WIDE_START = /[\p{ID_Start}]/uy;
var WIDE_CONTINUE = /[\p{ID_Continue}]/uy;
var START = 1;
var CONTINUE = 2;
var IDENTIFIER = Uint8Array.from({ length: 128 }, (_, code) => {
  const character = String.fromCharCode(code);
  if (/[A-Za-z_]/.test(character)) return START | CONTINUE;
  return /[-0-9]/.test(character) ? CONTINUE : 0;
});
function isDigit(code) {
  return code >= 48 && code <= 57;
}
function identifierEnd(text, offset) {
  const first = text.charCodeAt(offset);
  if (first < 128 ? (IDENTIFIER[first] & START) === 0 : wideEnd(WIDE_START, text, offset) === offset)
    return offset;
  let end = first < 128 ? offset + 1 : wideEnd(WIDE_START, text, offset);
  for (; ; ) {
    const code = text.charCodeAt(end);
    if (code < 128) {
      if ((IDENTIFIER[code] & CONTINUE) === 0) return end;
      end += 1;
    } else {
      const wide = end < text.length ? wideEnd(WIDE_CONTINUE, text, end) : end;
      if (wide === end) return end;
      end = wide;
    }
  }
}
function wideEnd(pattern, text, offset) {
  pattern.lastIndex = offset;
  return pattern.test(text) ? pattern.lastIndex : offset;
}
var TYPOGRAPHIC_QUOTES = "\u201C\u201D\u201E\xAB\xBB\u2018\u2019";
function failCharacter(cursor, offset) {
  const character = String.fromCodePoint(cursor.text.codePointAt(offset) ?? 65533);
  if (TYPOGRAPHIC_QUOTES.includes(character)) {
    fail(
      cursor,
      "invalid-character",
      offset,
      `${character} is a typographic quotation mark, not one of HCL's`,
      'write a straight " instead'
    );
  } else if (character === "'") {
    fail(cursor, "invalid-character", offset, "HCL has no single-quoted strings", `write " instead of '`);
  } else {
    fail(
      cursor,
      "invalid-character",
      offset,
      `the character ${JSON.stringify(character)} has no meaning here`,
      "remove it"
    );
  }
}

// src/hcl/tokens.ts
var HEREDOC = /<<-?([\p{ID_Start}_][\p{ID_Continue}-]*)\r?\n/uy;
var EXPONENT = /[eE][+-]?\d+/y;
var PUNCTUATION = new Map([
  ['"', "quote"],
  ...pairs("( [ {", "open"),
  ...pairs(") ] }", "close"),
  [",", "comma"],
  [".", "dot"],
  ["=", "assign"],
  ["~", "tilde"],
  ...pairs("- !", "prefix"),
  ...pairs("+ * / % ? : < >", "operator"),
  ["=>", "arrow"],
  ...pairs("== != <= >= && || ::", "operator")
]);
function pairs(tokens, kind) {
  return tokens.split(" ").map((token) => [token, kind]);
}
var BY_CODE = Array.from(
  { length: 128 },
  (_, code) => PUNCTUATION.get(String.fromCharCode(code))
);
function mayContinue(code) {
  return code === 61 || code === 62 || code === 38 || code === 124 || code === 58;
}
function nextToken(cursor) {
  const { text } = cursor;
  let code = codeAt(text, cursor.position);
  for (; ; ) {
    if (code === SPACE || code === TAB) cursor.position += 1;
    else if (code === SLASH && text.charCodeAt(cursor.position + 1) === STAR) skipComment(cursor);
    else break;
    code = codeAt(text, cursor.position);
  }
  const start = cursor.position;
  cursor.token = start;
  if (start >= text.length) return "end";
  if (code === LF) return advance(cursor, 1, "newline");
  if (code === CR && text.charCodeAt(start + 1) === LF) return advance(cursor, 2, "newline");
  if (code === HASH || code === SLASH && text.charCodeAt(start + 1) === SLASH) return "comment";
  const wordEnd = identifierEnd(text, start);
  if (wordEnd > start) return advance(cursor, wordEnd - start, "word");
  if (isDigit(code)) return advance(cursor, numberEnd(text, start) - start, "number");
  const next = text.charCodeAt(start + 1);
  if (code === LESS && next === LESS) {
    HEREDOC.lastIndex = start;
    const heredoc = HEREDOC.exec(text);
    if (heredoc !== null) {
      cursor.marker = heredoc[1] ?? "";
      return advance(cursor, heredoc[0].length, "heredoc");
    }
  }
  if (code === DOT && text.startsWith("...", start)) return advance(cursor, 3, "expand");
  if (mayContinue(next)) {
    const long = PUNCTUATION.get(text.slice(start, start + 2));
    if (long !== void 0) return advance(cursor, 2, long);
  }
  const short = BY_CODE[code];
  if (short !== void 0) return advance(cursor, 1, short);
  return advance(cursor, (text.codePointAt(start) ?? 0) > 65535 ? 2 : 1, "invalid");
}
function advance(cursor, width, kind) {
  cursor.position += width;
  return kind;
}
function numberEnd(text, offset) {
  let end = offset;
  while (isDigit(text.charCodeAt(end))) end += 1;
  if (text[end] === "." && isDigit(text.charCodeAt(end + 1))) {
    end += 1;
    while (isDigit(text.charCodeAt(end))) end += 1;
  }
  EXPONENT.lastIndex = end;
  return EXPONENT.test(text) ? EXPONENT.lastIndex : end;
}
function scanString(cursor) {
  const { text } = cursor;
  for (; ; ) {
    const code = codeAt(text, cursor.position);
    if (code === QUOTE) {
      cursor.position += 1;
      return "closed";
    }
    if (code > BACKSLASH) cursor.position += 1;
    else if (code === BACKSLASH && !atLineEnd(text, cursor.position + 1)) cursor.position += 2;
    else if (code === DOLLAR || code === PERCENT) {
      if (passMarker(cursor, code)) return "template";
    } else if (atLineEnd(text, cursor.position)) return "broken";
    else cursor.position += 1;
  }
}
function scanHeredoc(cursor, marker) {
  const { text } = cursor;
  for (; ; ) {
    if (text.charCodeAt(cursor.position - 1) === LF) {
      const end = markerEnd(text, cursor.position, marker);
      if (end !== -1) {
        cursor.position = end;
        return "closed";
      }
    }
    for (; ; ) {
      const code = codeAt(text, cursor.position);
      if (code === DOLLAR || code === PERCENT) {
        if (passMarker(cursor, code)) return "template";
        continue;
      }
      if (cursor.position >= text.length) return "broken";
      cursor.position += 1;
      if (code === LF) break;
    }
  }
}
var GO_SPACE = /[\t\v\f\r \x85\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]*/y;
function markerEnd(text, lineStart, marker) {
  const start = pass(GO_SPACE, text, lineStart);
  if (!text.startsWith(marker, start)) return -1;
  const end = pass(GO_SPACE, text, start + marker.length);
  if (text.charCodeAt(end) !== LF) return -1;
  return text.charCodeAt(end - 1) === CR ? end - 1 : end;
}
function pass(pattern, text, offset) {
  pattern.lastIndex = offset;
  pattern.test(text);
  return pattern.lastIndex;
}
function passMarker(cursor, code) {
  const { text, position } = cursor;
  const next = text.charCodeAt(position + 1);
  if (next === OPEN_BRACE) return true;
  cursor.position += next === code && text.charCodeAt(position + 2) === OPEN_BRACE ? 3 : 1;
  return false;
}
function isDirective(text, offset) {
  return text.charCodeAt(offset) === PERCENT;
}

// src/hcl/values.ts
function findAttribute(body, name) {
  for (const item of body) if (item.type === "attribute" && item.name === name) return item;
  return null;
}
function findBlocks(body, keyword, label) {
  return body.filter(
    (item) => item.type === "block" && item.keyword === keyword && (label === void 0 || item.labels[0]?.text === label)
  );
}
function findDuplicates(body) {
  const duplicates = [];
  const names = [];
  const seen = body.length > 50 ? /* @__PURE__ */ new Set() : null;
  for (const item of body) {
    if (item.type !== "attribute") continue;
    if (seen?.has(item.name) ?? names.includes(item.name)) duplicates.push(item);
    if (seen === null) names.push(item.name);
    else seen.add(item.name);
  }
  return duplicates;
}
function literalString(text, range) {
  if (text[range.start] !== '"') return null;
  const cursor = startOf(text);
  cursor.position = range.start + 1;
  if (scanString(cursor) !== "closed" || cursor.position !== range.end) return null;
  const inner = { start: range.start + 1, end: range.end - 1 };
  const value = undoEscapes(text.slice(inner.start, inner.end));
  return value === null ? null : { value, inner };
}
var ESCAPES = { n: "\n", r: "\r", t: "	", '"': '"', "\\": "\\" };
function undoEscapes(raw) {
  if (!/[\\$%]/.test(raw)) return raw;
  let invalid = false;
  const value = raw.replace(
    /\\(?:u([0-9A-Fa-f]{4})|U([0-9A-Fa-f]{8})|(.))|([$%])\4(?=\{)/gs,
    (whole, short, long, single, marker) => {
      if (marker !== void 0) return marker;
      const hex = short ?? long;
      if (hex !== void 0) {
        const point = Number.parseInt(hex, 16);
        if (point <= 1114111) return String.fromCodePoint(point);
      }
      const replacement = single === void 0 ? void 0 : ESCAPES[single];
      if (replacement === void 0) invalid = true;
      return replacement ?? whole;
    }
  );
  return invalid ? null : value;
}
function quote(value) {
  const escaped = value.replace(/["\\]/g, "\\$&").replace(/\n/g, "\\n").replace(/\r/g, "\\r").replace(/\t/g, "\\t").replace(/([$%])(?=\{)/g, "$1$1");
  return `"${escaped}"`;
}
function literalBoolean(text, range) {
  const raw = literalString(text, range)?.value ?? text.slice(range.start, range.end);
  return raw === "true" ? true : raw === "false" ? false : null;
}

export {
  startsBlock,
  endBeforeNextBlock,
  endOfLineBefore,
  MAX_DEPTH,
  TAB,
  LF,
  SPACE,
  QUOTE,
  HASH,
  SLASH,
  EQUALS,
  OPEN_BRACE,
  CLOSE_BRACE,
  fail,
  startOf,
  atLineEnd,
  skipComment,
  codeAt,
  skipInline,
  skipBlank,
  skipLine,
  identifierEnd,
  failCharacter,
  nextToken,
  scanString,
  scanHeredoc,
  isDirective,
  findAttribute,
  findBlocks,
  findDuplicates,
  literalString,
  quote,
  literalBoolean
};
