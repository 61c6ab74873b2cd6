import { type Cursor, identifierEnd, MAX_DEPTH, skipComment, startOf } from './cursor.ts';
import type { Range } from './syntax.ts';
import { nextToken, scanHeredoc, scanString } from './tokens.ts';
import { literalString } from './values.ts';

/** A name in an expression with what is taken of it: `module.rds.database_password`, `local.x["y"]`. */
export interface Traversal extends Range {
  /** The names from the root on; an index that is a plain string is a name too, any other index is left out. */
  readonly parts: readonly string[];
}

/** One `key = value` of an object. */
export interface Entry {
  /** As written when it is an expression in brackets or a template. */
  readonly key: string;
  readonly value: Range;
}

/**
 * Finds the names that an expression refers to, those in templates, heredocs and `for` expressions too; what stands in
 * a comment or is mere text is none. A `for` expression's own variables are listed like any other root.
 *
 * @param range an expression, as the scanner found it
 */
export function findTraversals(text: string, range: Range): Traversal[] {
  const walk: Walk = { cursor: startAt(text, range.start), end: range.end, depth: 0, found: [] };
  // a bracket that closes nothing ends a walk early: the rest is looked through all the same
  while (walk.cursor.position < range.end) walkCode(walk);
  return walk.found;
}

/**
 * The entries of an object written out, `{ a = 1, "b" : 2 }`.
 *
 * @returns null for any other expression, `{for …}` included
 */
export function findEntries(text: string, range: Range): Entry[] | null {
  if (text[range.start] !== '{' || /^\{\s*for\b/.test(text.slice(range.start, range.start + 200)))
    return null;
  const entries: Entry[] = [];
  for (const item of itemsOf(text, range)) {
    const { assign } = item;
    if (assign === null) return null;
    const key = { start: item.start, end: trimEnd(text, item.start, assign) };
    const value = { start: skipSpace(text, assign + 1), end: item.end };
    entries.push({
      key: literalString(text, key)?.value ?? text.slice(key.start, key.end),
      value,
    });
  }
  return entries;
}

/**
 * The elements of a list written out, `[a, b]`.
 *
 * @returns null for any other expression, `[for …]` included
 */
export function findElements(text: string, range: Range): Range[] | null {
  if (text[range.start] !== '[' || text[range.end - 1] !== ']') return null;
  if (/^\[\s*for\b/.test(text.slice(range.start, range.start + 200))) return null;
  return itemsOf(text, range).map(({ start, end }) => ({ start, end }));
}

/**
 * The call that an expression is nothing but: `replace(a, "b", "c")`.
 *
 * @returns null for any other expression
 */
export function findCall(text: string, range: Range): { name: string; args: Range[] } | null {
  const nameEnd = identifierEnd(text, range.start);
  if (nameEnd === range.start || text[nameEnd] !== '(' || text[range.end - 1] !== ')') return null;
  const cursor = startAt(text, nameEnd + 1);
  const walk: Walk = { cursor, end: range.end, depth: 1, found: [] };
  walkCode(walk);
  if (cursor.position !== range.end) return null;
  const args = itemsOf(text, { start: nameEnd, end: range.end });
  return { name: text.slice(range.start, nameEnd), args: args.map(({ start, end }) => ({ start, end })) };
}

/** A part of a quoted template: text as written, or the expression of a `${…}`. */
export type TemplatePart = { readonly text: string } | { readonly expression: Range };

/**
 * The parts of a quoted template, `"a-${b}"`.
 *
 * @returns null for any other expression, and for a template with `%{…}`, a strip mark or an escape
 */
export function findTemplateParts(text: string, range: Range): TemplatePart[] | null {
  if (text[range.start] !== '"') return null;
  const cursor = startAt(text, range.start + 1);
  const parts: TemplatePart[] = [];
  for (;;) {
    const start = cursor.position;
    const stop = scanString(cursor);
    const literal = text.slice(start, stop === 'closed' ? cursor.position - 1 : cursor.position);
    if (stop === 'broken' || cursor.position > range.end || /\\|[$%]{2}\{/.test(literal)) return null;
    if (literal !== '') parts.push({ text: literal });
    if (stop === 'closed') return cursor.position === range.end ? parts : null;
    if (text[cursor.position] !== '$') return null;
    cursor.position += 2;
    const inner = cursor.position;
    walkCode({ cursor, end: range.end, depth: 1, found: [] });
    const end = cursor.position - 1;
    if (text[end] !== '}' || text[inner] === '~' || text[end - 1] === '~') return null;
    parts.push({ expression: { start: skipSpace(text, inner), end: trimEnd(text, inner, end) } });
  }
}

interface Walk {
  readonly cursor: Cursor;
  readonly end: number;
  depth: number;
  readonly found: Traversal[];
}

function startAt(text: string, position: number): Cursor {
  const cursor = startOf(text);
  cursor.position = position;
  return cursor;
}

/** Walks to behind the bracket that closes where it began, or to the end. */
function walkCode(walk: Walk): void {
  const { cursor, end } = walk;
  let afterDot = false;
  while (cursor.position < end) {
    const kind = nextToken(cursor);
    if (kind === 'end' || cursor.token >= end) {
      cursor.position = end;
      return;
    }
    switch (kind) {
      case 'comment':
        skipComment(cursor);
        break;
      case 'quote':
        walkTemplate(walk, null);
        break;
      case 'heredoc':
        walkTemplate(walk, cursor.marker);
        break;
      case 'open':
        enter(walk);
        break;
      case 'close':
        return;
      case 'word':
        if (!afterDot) take(walk);
        break;
    }
    afterDot = kind === 'dot';
  }
}

function enter(walk: Walk): void {
  if (walk.depth >= MAX_DEPTH) {
    walk.cursor.position = walk.end;
    return;
  }
  walk.depth += 1;
  walkCode(walk);
  walk.depth -= 1;
}

function walkTemplate(walk: Walk, marker: string | null): void {
  const { cursor, end } = walk;
  while (cursor.position < end) {
    const stop = marker === null ? scanString(cursor) : scanHeredoc(cursor, marker);
    if (stop === 'closed') return;
    if (stop === 'broken') {
      cursor.position = end;
      return;
    }
    cursor.position += 2;
    enter(walk);
  }
}

const ATTRIBUTE = /[ \t]*\.[ \t]*(?:(\*|\d+)|([\p{ID_Start}_][\p{ID_Continue}-]*))/uy;
/** Inside brackets a line may end before a dot. */
const ATTRIBUTE_INSIDE = /\s*\.\s*(?:(\*|\d+)|([\p{ID_Start}_][\p{ID_Continue}-]*))/uy;

/** Takes the traversal whose root is the token just read. */
function take(walk: Walk): void {
  const { cursor } = walk;
  const { text } = cursor;
  const start = cursor.token;
  const parts = [text.slice(start, cursor.position)];
  for (;;) {
    if (text[cursor.position] === '[') {
      const open = cursor.position;
      cursor.position += 1;
      enter(walk);
      const index = { start: skipSpace(text, open + 1), end: trimEnd(text, open + 1, cursor.position - 1) };
      const name = literalString(text, index)?.value;
      if (name !== undefined) parts.push(name);
      continue;
    }
    const pattern = walk.depth > 0 ? ATTRIBUTE_INSIDE : ATTRIBUTE;
    pattern.lastIndex = cursor.position;
    const match = pattern.exec(text);
    if (match === null || pattern.lastIndex > walk.end) break;
    cursor.position = pattern.lastIndex;
    if (match[2] !== undefined) parts.push(match[2]);
  }
  walk.found.push({ start, end: cursor.position, parts });
}

interface Item extends Range {
  /** Offset of the `=` or `:` behind a key. */
  readonly assign: number | null;
}

/** What stands between the brackets at both ends, parted by commas, in an object by line ends too. */
function itemsOf(text: string, range: Range): Item[] {
  const cursor = startAt(text, range.start + 1);
  const walk: Walk = { cursor, end: range.end - 1, depth: 1, found: [] };
  const items: Item[] = [];
  const isObject = text[range.start] === '{';
  let start = -1;
  let last = -1;
  let assign: number | null = null;
  const finish = (): void => {
    if (start !== -1) items.push({ start, end: last, assign });
    start = -1;
    assign = null;
  };
  while (cursor.position < walk.end) {
    const kind = nextToken(cursor);
    if (kind === 'end' || cursor.token >= walk.end) break;
    if (kind === 'comment') {
      skipComment(cursor);
      continue;
    }
    if (kind === 'comma' || (kind === 'newline' && isObject && assign !== null && last > assign)) {
      finish();
      continue;
    }
    if (kind === 'newline') continue;
    if (start === -1) start = cursor.token;
    const { token } = cursor;
    if (kind === 'quote') walkTemplate(walk, null);
    else if (kind === 'heredoc') walkTemplate(walk, cursor.marker);
    else if (kind === 'open') enter(walk);
    else if (isObject && assign === null && (kind === 'assign' || text[token] === ':')) assign = token;
    last = cursor.position;
  }
  finish();
  return items;
}

function skipSpace(text: string, offset: number): number {
  let at = offset;
  while (/\s/.test(text[at] ?? '')) at += 1;
  return at;
}

function trimEnd(text: string, start: number, end: number): number {
  let at = end;
  while (at > start && /\s/.test(text[at - 1] ?? '')) at -= 1;
  return at;
}
