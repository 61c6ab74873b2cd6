import {
  atLineEnd,
  CLOSE_BRACE,
  type Cursor,
  codeAt,
  EQUALS,
  endOfLineBefore,
  fail,
  failCharacter,
  HASH,
  identifierEnd,
  MAX_DEPTH,
  OPEN_BRACE,
  QUOTE,
  SLASH,
  skipBlank,
  skipInline,
  skipLine,
  startOf,
  startsBlock,
} from './cursor.ts';
import { scanExpression } from './expression.ts';
import { explainMistake } from './mistakes.ts';
import { scanPlainAttribute } from './plain.ts';
import type { Attribute, Block, Body, Label, Scan } from './syntax.ts';
import { scanString } from './tokens.ts';

/**
 * Finds the blocks, labels, attributes, expressions and comments of a Terraform file by HCL's native syntax
 * (hashicorp/hcl, hclsyntax/spec.md), in one pass and in time linear in the text; in two where there are mistakes.
 *
 * It never throws. Where the text is not HCL it says so in `errors` and goes on with the next line, so that what
 * stands around a mistake is still found; it accepts some texts that HashiCorp's parser rejects (see verify.ts).
 *
 * @param text the whole file
 */
export function scan(text: string): Scan {
  const plain = scanFile(startOf(text));
  if (plain.errors.length === 0) return plain;
  const errors = plain.errors.map((error) => explainMistake(text, error));
  return { ...scanFile(startOf(text, true)), errors };
}

function scanFile(cursor: Cursor): Scan {
  const { text } = cursor;
  const body: (Attribute | Block)[] = [];
  for (;;) {
    scanItems(cursor, body, 0);
    if (cursor.position >= text.length) break;
    fail(cursor, 'unexpected-closing-bracket', cursor.position, 'this } closes nothing', 'remove it');
    cursor.position += 1;
  }
  return { body, comments: cursor.comments, errors: cursor.errors };
}

/** Fills `items` up to the `}` of the block, or to the end of the text. */
function scanItems(cursor: Cursor, items: (Attribute | Block)[], depth: number): void {
  const { text } = cursor;
  for (;;) {
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

/** Behind an attribute or a block the line has to end. */
function endLine(cursor: Cursor, item: Attribute | Block): void {
  const { text } = cursor;
  skipInline(cursor);
  const code = codeAt(text, cursor.position);
  if (atLineEnd(text, cursor.position) || code === HASH || code === SLASH) return;
  const what = item.type === 'block' ? 'block' : 'argument';
  fail(
    cursor,
    'missing-newline',
    cursor.position,
    `something follows the ${what} on its line`,
    'start a new line before it',
  );
  if (code !== CLOSE_BRACE) skipLine(cursor);
}

function scanItem(cursor: Cursor, depth: number): Attribute | Block | null {
  const plain = scanPlainAttribute(cursor);
  if (plain !== null) return plain;
  const { text, position: start } = cursor;
  const nameEnd = identifierEnd(text, start);
  if (nameEnd === start) {
    if (text.charCodeAt(start) === QUOTE) {
      fail(
        cursor,
        'invalid-argument',
        start,
        'an argument has no quotes around its name',
        'remove the quotes',
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
    'invalid-argument',
    start,
    `${name} is followed by neither = nor {`,
    'write an argument as name = value and a block as name { … }',
  );
  return null;
}

function scanAttribute(cursor: Cursor, start: number, name: string): Attribute {
  const equals = cursor.position;
  cursor.position += 1;
  const errors = cursor.errors.length;
  const expression = scanExpression(cursor);
  if (expression.end === expression.start && cursor.errors.length === errors) {
    fail(cursor, 'missing-value', equals, `${name} has no value`, 'write a value behind the =');
  }
  return { type: 'attribute', name, start, end: expression.end, equals, expression };
}

function scanBlock(cursor: Cursor, start: number, keyword: string, depth: number): Block | null {
  const { text } = cursor;
  const labels = scanLabels(cursor);
  if (codeAt(text, cursor.position) !== OPEN_BRACE) {
    fail(
      cursor,
      'invalid-block',
      start,
      `the header of this ${keyword} block is not followed by {`,
      'write the labels in quotes and { on the same line',
    );
    return null;
  }
  const open = cursor.position;
  cursor.position += 1;
  if (depth >= MAX_DEPTH) {
    fail(cursor, 'nested-too-deeply', open, 'this is nested too deeply', 'flatten the blocks');
    cursor.position = text.length;
    return null;
  }
  const body = scanBody(cursor, depth);
  const closed = codeAt(text, cursor.position) === CLOSE_BRACE;
  const close = cursor.position;
  if (closed) cursor.position += 1;
  else if (!cursor.errors.some((error) => error.code === 'unclosed-block')) {
    fail(cursor, 'unclosed-block', start, `this ${keyword} block is never closed`, 'close it with }');
  }
  return { type: 'block', keyword, labels, start, end: cursor.position, open, close, body };
}

function scanLabels(cursor: Cursor): Label[] {
  const { text } = cursor;
  const labels: Label[] = [];
  for (;;) {
    skipInline(cursor);
    const start = cursor.position;
    if (text.charCodeAt(start) === QUOTE) {
      cursor.position += 1;
      if (scanString(cursor) !== 'closed') return labels;
      labels.push({ start, end: cursor.position, text: text.slice(start + 1, cursor.position - 1) });
      continue;
    }
    const end = identifierEnd(text, start);
    if (end === start) return labels;
    cursor.position = end;
    labels.push({ start, end, text: text.slice(start, end) });
  }
}

/** The body behind `{`: items on lines of their own, or on the same line at most one argument. */
function scanBody(cursor: Cursor, depth: number): Body {
  const { text } = cursor;
  const items: (Attribute | Block)[] = [];
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
  if (codeAt(text, cursor.position) !== CLOSE_BRACE || item?.type === 'block') {
    fail(
      cursor,
      'invalid-block',
      start,
      'a block on one line holds one argument and its }',
      'write each argument on a line of its own',
    );
    if (codeAt(text, cursor.position) !== CLOSE_BRACE) scanItems(cursor, items, depth + 1);
  }
  return items;
}
