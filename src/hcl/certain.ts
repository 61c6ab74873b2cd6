/** Which texts HashiCorp's parser is certain to accept, told without asking it. */
import type { Body, Comment, Scan } from './syntax.ts';
import { findDuplicates } from './values.ts';

/** Deeper values are left to the parser. */
const MAX_DEPTH = 20;

/** Control characters, a byte order mark, private and astral characters. */
const NOT_PLAIN = /[^\n\t\x20-\x7e\u00a1-\u2027\u2030-\ud7ff]/;
const NOT_PLAIN_LABEL = /[\\$%]/;
const NAME = '[A-Za-z_][A-Za-z0-9_-]*';
const STEP = `\\.${NAME}|\\[(?:\\*|\\d{1,9}|"[^"\\\\$%\\n]*")\\]`;
const WORD = `(?!(?:for|if|in)\\b)${NAME}`;
/** The literal text of a string up to its end, a template or what is not plain. */
const TEXT = /(?:[^"\\$%\n]|\\[nrt"\\]|[$%](?![{$%]))*/y;
const NUMBER = /(?:0|[1-9]\d{0,14})(?:\.\d{1,15})?(?![\w.-])/y;
const REFERENCE = new RegExp(`${WORD}(?:${STEP})*(?![\\w.[(-])`, 'y');
const CALL = new RegExp(`${WORD}\\(`, 'y');
const KEY = new RegExp(`(?!for\\b)${NAME}`, 'y');
const BETWEEN = /[ \t]*[=:](?![=>])[ \t]*/y;
const OPERATOR = /[ \t]+(?:==|!=|<=|>=|&&|\|\||[<>+*/%-])[ \t]+/y;
const FOR = new RegExp(`for ${WORD}(?:, ?${WORD})? in `, 'y');
const BLANK = /[ \t]*/y;
/** White space, line endings and line comments. */
const SPACE = /[ \t\n]*(?:(?:#|\/\/)[^\n]*(?:\n[ \t\n]*|$))*/y;

/**
 * Whether HashiCorp's parser accepts a text: true only for plain texts without heredocs, directives
 * and rare escapes, which is nearly every file of the environments repository. For any other `verify.ts` has to ask it.
 */
export function isCertainlyHcl(text: string, { body, comments, errors }: Scan): boolean {
  if (errors.length > 0 || NOT_PLAIN.test(text)) return false;
  return comments.every((comment) => isCertainComment(text, comment)) && isCertainBody(text, body);
}

/** A block comment is one on lines of its own. */
function isCertainComment(text: string, { style, start, end }: Comment): boolean {
  if (style === 'line') return true;
  const before = text.slice(text.lastIndexOf('\n', start - 1) + 1, start);
  return before.trim() === '' && (text[end] === '\n' || end === text.length);
}

function isCertainBody(text: string, body: Body): boolean {
  if (findDuplicates(body).length > 0) return false;
  const labels = new Map<string, number>();
  const attributes = new Set<string>();
  for (const item of body) {
    if (item.type === 'attribute') {
      attributes.add(item.name);
      if (valueEnd(text, item.expression.start, 0) !== item.expression.end) return false;
      continue;
    }
    // hcl2json makes one object of all blocks of a name
    const known = labels.get(item.keyword) ?? item.labels.length;
    if (known !== item.labels.length || item.labels.some((label) => NOT_PLAIN_LABEL.test(label.text)))
      return false;
    labels.set(item.keyword, known);
    if (!isCertainBody(text, item.body)) return false;
  }
  return [...labels.keys()].every((keyword) => !attributes.has(keyword));
}

/** The offset behind the expression at `start`; -1 where it is not a plain one. */
function valueEnd(text: string, start: number, depth: number): number {
  if (depth > MAX_DEPTH) return -1;
  let at = operandEnd(text, start, depth);
  for (let next = pass(OPERATOR, text, at); at !== -1 && next !== -1; next = pass(OPERATOR, text, at)) {
    at = operandEnd(text, next, depth);
  }
  if (at === -1 || !text.startsWith(' ? ', at)) return at;
  const middle = valueEnd(text, at + 3, depth + 1);
  return middle !== -1 && text.startsWith(' : ', middle) ? valueEnd(text, middle + 3, depth + 1) : -1;
}

function operandEnd(text: string, start: number, depth: number): number {
  if (depth > MAX_DEPTH) return -1;
  switch (text[start]) {
    case '!':
    case '-':
      return operandEnd(text, start + 1, depth + 1);
    case '(':
      return closed(text, valueEnd(text, start + 1, depth + 1), ')');
    case '"':
      return stringEnd(text, start + 1, depth);
    case '[':
      return forEnd(text, start + 1, ']', depth) ?? listEnd(text, start + 1, ']', depth);
    case '{':
      return forEnd(text, start + 1, '}', depth) ?? objectEnd(text, start + 1, depth);
  }
  const number = pass(NUMBER, text, start);
  if (number !== -1) return number;
  const call = pass(CALL, text, start);
  return call === -1 ? pass(REFERENCE, text, start) : listEnd(text, call, ')', depth);
}

function closed(text: string, at: number, close: string): number {
  return at !== -1 && text[at] === close ? at + 1 : -1;
}

function stringEnd(text: string, start: number, depth: number): number {
  let at = pass(TEXT, text, start);
  while (text.startsWith('${', at)) {
    const inner = valueEnd(text, pass(BLANK, text, at + 2), depth + 1);
    at = inner === -1 ? -1 : closed(text, pass(BLANK, text, inner), '}');
    if (at === -1) return -1;
    at = pass(TEXT, text, at);
  }
  return closed(text, at, '"');
}

/** A comprehension; null where there is none, -1 where it is not a plain one. */
function forEnd(text: string, start: number, close: string, depth: number): number | null {
  let at = pass(FOR, text, pass(SPACE, text, start));
  if (at === -1) return null;
  for (const separator of close === ']' ? [':', ''] : [':', '=>', '']) {
    at = valueEnd(text, at, depth + 1);
    if (at === -1) return -1;
    at = pass(SPACE, text, at);
    if (!text.startsWith(separator, at)) return -1;
    if (separator !== '') at = pass(SPACE, text, at + separator.length);
  }
  return closed(text, at, close);
}

function listEnd(text: string, start: number, close: string, depth: number): number {
  let at = pass(SPACE, text, start);
  while (text[at] !== close) {
    at = valueEnd(text, at, depth + 1);
    if (at === -1) return -1;
    at = pass(SPACE, text, at);
    if (text[at] === ',') at = pass(SPACE, text, at + 1);
    else if (text[at] !== close) return -1;
  }
  return at + 1;
}

function objectEnd(text: string, start: number, depth: number): number {
  let at = pass(SPACE, text, start);
  while (text[at] !== '}') {
    const name = pass(KEY, text, at);
    const isQuoted = text[at] === '"' || text[at] === '(';
    at = pass(BETWEEN, text, name === -1 && isQuoted ? operandEnd(text, at, depth + 1) : name);
    if (at === -1) return -1;
    at = valueEnd(text, at, depth + 1);
    if (at === -1) return -1;
    const end = pass(BLANK, text, at);
    const next = text[end] === ',' ? end + 1 : end;
    at = pass(SPACE, text, next);
    if (next === end && text[at] !== '}' && !text.slice(end, at).includes('\n')) return -1;
  }
  return at + 1;
}

/** Where a pattern ends that is met at `start`; -1 where it is not. */
function pass(pattern: RegExp, text: string, start: number): number {
  if (start === -1) return -1;
  pattern.lastIndex = start;
  return pattern.test(text) ? pattern.lastIndex : -1;
}
