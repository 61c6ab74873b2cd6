import { positionAt } from '../hcl/position.ts';
import type { Range } from '../hcl/syntax.ts';
import { findAttribute, findBlocks, literalString } from '../hcl/values.ts';
import { knownKinds } from '../kinds/registry.ts';
import type { SourceFile } from './source-file.ts';

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
  readonly message: string;
  readonly via: readonly string[];
}

/** What the names in a folder's Terraform mean. */
export interface Scope {
  /** Variables and locals, by the name with which expressions refer to them. */
  readonly definitions: ReadonlyMap<string, Definition>;
  /** Name → places where it is used for something else than a rotation date. */
  readonly uses: ReadonlyMap<string, readonly string[]>;
}

type Definition =
  | {
      readonly kind: 'expression';
      readonly file: SourceFile;
      readonly expression: Range;
      readonly path: readonly (string | number)[];
    }
  | { readonly kind: 'unknown'; readonly message: string };

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
 * @param files the `.tf` files that Terraform reads together
 * @param assignments the `.tfvars` files beside them, which win over a variable's default
 */
export function buildScope(files: readonly SourceFile[], assignments: readonly SourceFile[]): Scope {
  const definitions = new Map<string, Definition>();
  const define = (name: string, definition: Definition): void => {
    const known = definitions.get(name);
    if (known === undefined) definitions.set(name, definition);
    else
      definitions.set(name, { kind: 'unknown', message: `${name} is defined more than once in this folder` });
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
      const attribute = findAttribute(block.body, 'default');
      const place = placeOf(file, block.start);
      define(
        `var.${name}`,
        attribute === null
          ? {
              kind: 'unknown',
              message: `var.${name} (${place}) has no default: its value is set from outside`,
            }
          : {
              kind: 'expression',
              file,
              expression: attribute.expression,
              path: ['variable', name, occurrence, 'default'],
            },
      );
    }
  }
  for (const file of assignments) {
    for (const item of file.scan.body) {
      if (item.type !== 'attribute') continue;
      const place = placeOf(file, item.start);
      definitions.set(`var.${item.name}`, {
        kind: 'unknown',
        message: `var.${item.name} is set in ${place}: change it there`,
      });
    }
  }
  return { definitions, uses: findUses(files) };
}

const USE = /\b(?:var|local)\.[\p{ID_Start}_][\p{ID_Continue}-]*/gu;

/** An argument's name and its `=` stand within this many characters of the line's start. */
const LONGEST_START = 200;

function findUses(files: readonly SourceFile[]): Map<string, string[]> {
  const { dateLine } = knownKinds();
  const uses = new Map<string, string[]>();
  for (const { path, text, scan } of files) {
    const { comments } = scan;
    let comment = 0;
    let line = 1;
    let lineStart = 0;
    for (const match of text.matchAll(USE)) {
      while (comment < comments.length && comments[comment]!.end <= match.index) comment += 1;
      if (comment < comments.length && comments[comment]!.start <= match.index) continue;
      for (let end = text.indexOf('\n', lineStart); end !== -1 && end < match.index; ) {
        line += 1;
        lineStart = end + 1;
        end = text.indexOf('\n', lineStart);
      }
      if (dateLine.test(text.slice(lineStart, Math.min(match.index, lineStart + LONGEST_START)))) continue;
      const places = uses.get(match[0]) ?? [];
      places.push(`${path}:${line}`);
      uses.set(match[0], places);
    }
  }
  return uses;
}

/** Where references lead: the last expression that could be reached, and how. */
interface Trail {
  readonly file: SourceFile;
  readonly expression: Range;
  readonly path: readonly (string | number)[];
  readonly via: readonly string[];
  /** Places of the definitions on the way: each uses the next one's name. */
  readonly chain: readonly string[];
  /** Why the last expression's reference leads no further; null when it is no reference. */
  readonly stopped: string | null;
}

function follow(
  file: SourceFile,
  expression: Range,
  path: readonly (string | number)[],
  scope: Scope,
): Trail {
  let at = { file, expression, path };
  const via: string[] = [];
  const chain: string[] = [];
  for (;;) {
    const reference = referenceIn(at.file.text, at.expression);
    if (reference === null) return { ...at, via, chain, stopped: null };
    if (via.includes(reference) || via.length >= MAX_STEPS) {
      return { ...at, via, chain, stopped: `${reference} leads back to itself` };
    }
    via.push(reference);
    const definition = scope.definitions.get(reference);
    if (definition === undefined) {
      return { ...at, via, chain, stopped: `${reference} is defined nowhere in this folder` };
    }
    if (definition.kind === 'unknown') return { ...at, via, chain, stopped: definition.message };
    at = definition;
    chain.push(placeOf(at.file, at.expression.start));
  }
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
  const trail = follow(file, expression, path, scope);
  const { text } = trail.file;
  const written = text.slice(trail.expression.start, trail.expression.end).replace(/\s+/g, ' ');
  const { via } = trail;
  if (trail.stopped !== null) return { found: 'computed', written, message: trail.stopped, via };
  const literal = literalString(text, trail.expression);
  if (literal === null) {
    const place = placeOf(trail.file, trail.expression.start);
    return {
      found: 'computed',
      written,
      message: `${written} (${place}) is no plain string: change the date there by hand`,
      via,
    };
  }
  const steps = new Set(trail.chain);
  const otherUses = via.flatMap((name) => scope.uses.get(name) ?? []).filter((place) => !steps.has(place));
  return { found: 'literal', ...literal, file: trail.file, path: trail.path, via, otherUses };
}

/** What an expression says when it is, or leads to, a string, number, boolean or null; else null. */
export function resolveValue(file: SourceFile, expression: Range, scope: Scope): string | null {
  const trail = follow(file, expression, [], scope);
  if (trail.stopped !== null) return null;
  const { text } = trail.file;
  const literal = literalString(text, trail.expression);
  if (literal !== null) return literal.value;
  const written = text.slice(trail.expression.start, trail.expression.end);
  return /^(?:true|false|null|-?\d+(?:\.\d+)?)$/.test(written) ? written : null;
}

function placeOf({ path, text }: SourceFile, offset: number): string {
  return `${path}:${positionAt(text, offset).line}`;
}
