import { positionAt } from '../hcl/position.ts';
import type { Block, Range } from '../hcl/syntax.ts';
import { findEntries, findTraversals } from '../hcl/traversal.ts';
import { findAttribute, findBlocks, literalString } from '../hcl/values.ts';
import type { ResolvedExpression } from '../kinds/rules.ts';
import { findModules } from './modules.ts';
import type { Definition, Located, NotLiteral, Scope, Start } from './scope.ts';
import type { SourceFile } from './source-file.ts';
import { inLoadingOrder, isJson } from './terraform-files.ts';

/** A string in the text, where the edit has to go and where hcl2json shows it. */
export interface Literal {
  readonly found: 'literal';
  readonly value: string;
  readonly file: SourceFile;
  /** Between the quotes. */
  readonly inner: Range;
  /** Where hcl2json shows the value. */
  readonly path: readonly (string | number)[];
  /** The names that lead from the argument to the string: `local.rotated_on`; empty when it stands there itself. */
  readonly via: readonly string[];
  /** Places (`path:line`) where one of these names is used for something else than a rotation date. */
  readonly otherUses: readonly string[];
}

/** An expression whose value the text does not tell. */
export interface Computed {
  readonly found: 'computed';
  /** The expression as written, on one line. */
  readonly written: string;
  /** Why the value is not told, and where it has to be changed by hand. */
  readonly because: NotLiteral;
  readonly via: readonly string[];
}

/** A module block that loads a folder: its arguments are the values of the folder's variables. */
export interface ModuleCall {
  readonly file: SourceFile;
  readonly block: Block;
  readonly name: string;
  /** How many module blocks of the same name stand before it in the file. */
  readonly occurrence: number;
  /** What names mean where the block stands. */
  readonly scope: Scope;
}

const REFERENCE =
  /^(?:(?<name>(?:var|local)\.[\p{ID_Start}_][\p{ID_Continue}-]*)|"\$\{\s*(?<quoted>(?:var|local)\.[\p{ID_Start}_][\p{ID_Continue}-]*)\s*\}")$/u;

/** Longer chains of locals do not occur; a circle would be one. */
const MAX_STEPS = 10;

/** A scope in which nothing is defined. */
export const EMPTY_SCOPE: Scope = { definitions: new Map(), uses: new Map() };

/** The reference that an expression is nothing but: `var.x`, `local.x` or either as `"${…}"`; null for any other. */
export function referenceIn(text: string, range: Range): string | null {
  const groups = REFERENCE.exec(text.slice(range.start, range.end))?.groups;
  return groups?.name ?? groups?.quoted ?? null;
}

/**
 * Collects what `var.` and `local.` mean in a folder.
 *
 * @param files the configuration files of the folder, which Terraform reads together
 * @param values the files of values that are loaded beside them, which win over a variable's default; only for the
 *   folder in which Terraform is run
 * @param calls the module blocks that load the folder; none for the folder in which Terraform is run
 */
export function buildScope(
  files: readonly SourceFile[],
  values: readonly SourceFile[],
  calls: readonly ModuleCall[] = [],
): Scope {
  const definitions = new Map<string, Definition>();
  const define = (name: string, definition: Definition): void => {
    const known = definitions.get(name);
    if (known === undefined) definitions.set(name, definition);
    else definitions.set(name, { kind: 'unknown', because: { why: 'defined-twice', name } });
  };
  for (const file of files) {
    for (const [i, block] of findBlocks(file.scan.body, 'locals').entries()) {
      for (const item of block.body) {
        if (item.type !== 'attribute') continue;
        const { name, expression } = item;
        define(`local.${name}`, { kind: 'expression', file, expression, path: ['locals', i, name] });
      }
    }
    const seen = new Map<string, number>();
    for (const block of findBlocks(file.scan.body, 'variable')) {
      const name = block.labels[0]?.text ?? '';
      const occurrence = seen.get(name) ?? 0;
      seen.set(name, occurrence + 1);
      define(`var.${name}`, variableOf(file, block, name, occurrence, calls));
    }
  }
  for (const file of inLoadingOrder(values)) {
    for (const item of file.scan.body) {
      if (item.type !== 'attribute') continue;
      const { name, expression } = item;
      const because = {
        why: 'set-elsewhere',
        name: `var.${name}`,
        place: placeOf(file, item.start),
      } as const;
      definitions.set(`var.${name}`, { kind: 'assigned', because, file, expression, path: [name] });
    }
  }
  return { definitions, uses: findUses(files) };
}

/** What a variable is where no file of values says it: what the callers of its folder pass, else its default. */
function variableOf(
  file: SourceFile,
  block: Block,
  name: string,
  occurrence: number,
  calls: readonly ModuleCall[],
): Definition {
  const passed = calls.flatMap((call) => {
    const argument = findAttribute(call.block.body, name);
    return argument === null ? [] : [{ ...call, expression: argument.expression }];
  });
  const [first] = passed;
  if (first !== undefined && calls.length === 1) {
    const path = ['module', first.name, first.occurrence, name];
    return { kind: 'expression', file: first.file, expression: first.expression, path, scope: first.scope };
  }
  if (first !== undefined) {
    const places = calls.map((call) => placeOf(call.file, call.block.start));
    return { kind: 'unknown', because: { why: 'set-by-callers', name: `var.${name}`, places } };
  }
  const attribute = findAttribute(block.body, 'default');
  if (attribute === null) {
    const place = placeOf(file, block.start);
    return { kind: 'unknown', because: { why: 'no-default', name: `var.${name}`, place } };
  }
  const path = ['variable', name, occurrence, 'default'];
  return { kind: 'expression', file, expression: attribute.expression, path };
}

const USE = /\b(?:var|local)\.[\p{ID_Start}_][\p{ID_Continue}-]*/gu;

/** Places where each name is used, but for the rotation dates of credentials and comments. */
function findUses(files: readonly SourceFile[]): Map<string, string[]> {
  const uses = new Map<string, string[]>();
  for (const { path, text, scan } of files) {
    const passedOver: readonly Range[] = [...scan.comments, ...datesIn(text, scan)].sort(
      (a, b) => a.start - b.start,
    );
    let next = 0;
    let line = 1;
    let lineStart = 0;
    for (const match of text.matchAll(USE)) {
      while (next < passedOver.length && passedOver[next]!.end <= match.index) next += 1;
      if (next < passedOver.length && passedOver[next]!.start <= match.index) continue;
      for (let end = text.indexOf('\n', lineStart); end !== -1 && end < match.index; ) {
        line += 1;
        lineStart = end + 1;
        end = text.indexOf('\n', lineStart);
      }
      const places = uses.get(match[0]) ?? [];
      places.push(`${path}:${line}`);
      uses.set(match[0], places);
    }
  }
  return uses;
}

/** Where the dates of the credentials of a file stand: only these are rotated knowingly. */
function datesIn(text: string, scan: SourceFile['scan']): Range[] {
  return findModules(text, scan).modules.flatMap(({ date }) => (date === null ? [] : [date.expression]));
}

/** A name with the keys that are taken of what it means: `local.dates.api` is `local.dates` and `api`. */
interface Access {
  readonly name: string;
  readonly keys: readonly string[];
}

const MAY_BE_ACCESS = /^(?:"\$\{\s*)?(?:var|local|each)\./;

/** The access that an expression is nothing but, also as `"${…}"`; null for any other. */
function accessIn(text: string, range: Range): Access | null {
  const plain = referenceIn(text, range);
  if (plain !== null) return { name: plain, keys: [] };
  if (!MAY_BE_ACCESS.test(text.slice(range.start, range.start + 40))) return null;
  const [traversal, second] = findTraversals(text, range);
  if (traversal === undefined || second !== undefined) return null;
  const { start, end, parts } = traversal;
  const [root = '', name = '', ...keys] = parts;
  // what the traversal leaves out of its parts is an index that is no plain key
  const written = text.slice(start, end).replace(/\s/g, '');
  const isWhole = written.replace(/\["([^"\\$%]*)"\]/g, '.$1') === parts.join('.');
  const before = text.slice(range.start, start).replace(/\s/g, '');
  const behind = text.slice(end, range.end).replace(/\s/g, '');
  const isAlone = before === '' ? behind === '' : /^"\$\{$/.test(before) && behind === '}"';
  if (!isWhole || !isAlone) return null;
  return { name: `${root}.${name}`, keys };
}

/**
 * The values of a block that Terraform makes once for each entry of a map (`for_each`), where the argument takes its own of
 * that entry: `each.value.rotated_at`.
 *
 * @param path where hcl2json shows the block
 * @returns by key; null where the argument takes none of it, or the map's keys are not written out
 */
export function valuesByKey(
  file: SourceFile,
  block: Block,
  argument: Range,
  path: readonly (string | number)[],
  scope: Scope,
): ReadonlyMap<string, Start> | null {
  const access = accessIn(file.text, argument);
  const forEach = findAttribute(block.body, 'for_each');
  if (access?.name !== 'each.value' || forEach === null) return null;
  const own = startOf({ file, expression: forEach.expression, path: [...path, 'for_each'], scope });
  const trail = follow(own, false);
  const entries = trail.stopped === null ? findEntries(trail.file.text, trail.expression) : null;
  if (entries === null || entries.length === 0) return null;
  const taken = [access.name, ...access.keys].join('.');
  const values = new Map<string, Start>();
  for (const { key, value } of entries) {
    // a key that is itself an expression, or stands there twice
    if (/^[("]/.test(key) || values.has(key)) return null;
    values.set(key, {
      file: trail.file,
      expression: value,
      path: [...trail.path, key],
      scope: trail.scope,
      keys: access.keys,
      via: [taken, ...trail.via],
      uses: trail.uses,
      steps: [...trail.steps, placeOf(file, forEach.expression.start)],
    });
  }
  return values;
}

function startOf(from: Located & { readonly scope: Scope }): Start {
  return { ...from, keys: [], via: [], uses: [], steps: [] };
}

/** Where references lead: the last expression that could be reached, and how. */
interface Trail {
  readonly file: SourceFile;
  readonly expression: Range;
  readonly path: readonly (string | number)[];
  readonly scope: Scope;
  readonly via: readonly string[];
  readonly uses: readonly (readonly string[])[];
  readonly steps: readonly string[];
  /** Why the last expression's reference leads no further; null when it is no reference. */
  readonly stopped: NotLiteral | null;
}

/** Of n credentials that share a date, each would else list the n others. */
const MAX_USES = 20;

/** The first places of these lists that are no steps of the way, and about how many more there are. */
function firstUses(lists: readonly (readonly string[])[], steps: ReadonlySet<string>): string[] {
  const found: string[] = [];
  let left = lists.reduce((sum, { length }) => sum + length, 0);
  for (const place of lists.flatMap((list) => list.slice(0, MAX_USES + steps.size))) {
    if (found.length === MAX_USES) break;
    left -= 1;
    if (!steps.has(place)) found.push(place);
  }
  return found.length < MAX_USES || left === 0 ? found : [...found, `about ${left} more places`];
}

/** @param assigned whether a value that is set in a file of values is followed there: it is known, and not edited */
function follow(start: Start, assigned: boolean): Trail {
  let at: Located & { readonly scope: Scope } = start;
  let { keys } = start;
  const via = [...start.via];
  const steps = [...start.steps];
  const uses = [...start.uses];
  const seen = new Set<Definition>();
  const trail = (stopped: NotLiteral | null): Trail => ({ ...at, via, uses, steps, stopped });
  for (;;) {
    const { text } = at.file;
    const access = accessIn(text, at.expression);
    if (access === null || access.name.startsWith('each.')) {
      const [key, ...rest] = keys;
      if (key === undefined) return trail(null);
      const entry = findEntries(text, at.expression)?.find((each) => each.key === key);
      if (entry === undefined) return trail(noEntry(at, key));
      at = { ...at, expression: entry.value, path: [...at.path, key] };
      keys = rest;
      continue;
    }
    const reference = access.name;
    keys = [...access.keys, ...keys];
    const definition = at.scope.definitions.get(reference);
    if ((definition !== undefined && seen.has(definition)) || via.length >= MAX_STEPS) {
      return trail({ why: 'circular', name: reference });
    }
    via.push(reference);
    uses.push(at.scope.uses.get(reference) ?? []);
    if (definition === undefined) return trail({ why: 'undefined', name: reference });
    if (definition.kind === 'unknown') return trail(definition.because);
    if (definition.kind === 'assigned' && !assigned) return trail(definition.because);
    seen.add(definition);
    at = { scope: at.scope, ...definition };
    steps.push(placeOf(at.file, at.expression.start));
  }
}

/** A map that is not written out, or has no such key. */
function noEntry({ file, expression }: Located, key: string): NotLiteral {
  const place = placeOf(file, expression.start);
  return { why: 'no-entry', key, place };
}

/**
 * The plain string that an expression is or leads to.
 *
 * @param path where hcl2json shows the expression itself
 */
export function resolveString(
  file: SourceFile,
  expression: Range,
  path: readonly (string | number)[],
  scope: Scope,
): Literal | Computed {
  return resolveStart(startOf({ file, expression, path, scope }));
}

/** The same for what one entry of a map has. */
export function resolveStart(start: Start): Literal | Computed {
  const trail = follow(start, false);
  const { text } = trail.file;
  const written = text.slice(trail.expression.start, trail.expression.end).replace(/\s+/g, ' ');
  const { via } = trail;
  if (trail.stopped !== null) return { found: 'computed', written, because: trail.stopped, via };
  const literal = literalString(text, trail.expression);
  const place = placeOf(trail.file, trail.expression.start);
  if (literal === null) {
    return { found: 'computed', written, because: { why: 'no-string', written, place }, via };
  }
  if (isJson(trail.file.path)) {
    return { found: 'computed', written, because: { why: 'in-json', place }, via };
  }
  const otherUses = firstUses(trail.uses, new Set(trail.steps));
  return { found: 'literal', ...literal, file: trail.file, path: trail.path, via, otherUses };
}

/** What an expression says when it is, or leads to, a string, number, boolean or null; else null. */
export function resolveValue(file: SourceFile, expression: Range, scope: Scope): string | null {
  return resolveExpression(file, expression, scope).value;
}

/** The same, with the expression to which the names lead; that is null where a name leads to nothing known. */
export function resolveExpression(file: SourceFile, expression: Range, scope: Scope): ResolvedExpression {
  const bare = withoutParentheses(file.text, expression);
  const trail = follow(startOf({ file, expression: bare, path: [], scope }), true);
  if (trail.stopped !== null) return { value: null, written: null };
  const { text } = trail.file;
  const range = withoutParentheses(text, trail.expression);
  const written = text.slice(range.start, range.end);
  const literal = literalString(text, range);
  const isPlain = /^(?:true|false|null|-?\d{1,20}(?:\.\d{1,20})?)$/.test(written);
  return { value: literal?.value ?? (isPlain ? written : null), written };
}

/** Whether an expression is, or leads to, a map or set without elements: `{}`, `[]`, `toset([])`. */
export function isEmptyCollection(file: SourceFile, expression: Range, scope: Scope): boolean {
  const { written } = resolveExpression(file, expression, scope);
  return written !== null && EMPTY_COLLECTIONS.includes(written.replace(/\s/g, ''));
}

const EMPTY_COLLECTIONS: readonly string[] = ['{}', '[]', 'toset([])'];

/** `(true)` is `true`; what has parentheses or quotes inside is left as it is. */
function withoutParentheses(text: string, range: Range): Range {
  let { start, end } = range;
  while (text[start] === '(' && text[end - 1] === ')') {
    const inner = text.slice(start + 1, end - 1);
    if (/[()]/.test(inner.replace(/^[\s(]*|[\s)]*$/g, ''))) return { start, end };
    start += 1 + (inner.length - inner.trimStart().length);
    end -= 1 + (inner.length - inner.trimEnd().length);
  }
  return { start, end };
}

function placeOf({ path, text }: SourceFile, offset: number): string {
  return `${path}:${positionAt(text, offset).line}`;
}
