import type { Range } from '../hcl/syntax.ts';
import { findCall, findElements, findTemplateParts, findTraversals } from '../hcl/traversal.ts';
import { findAttribute, literalString } from '../hcl/values.ts';
import type { ResolvedText } from '../results/runbook.ts';
import type { FoundModule } from '../rotation/modules.ts';
import { referenceIn } from '../rotation/references.ts';
import type { Scope } from '../rotation/scope.ts';
import type { SourceFile } from '../rotation/source-file.ts';

/** What the expressions of a folder can be resolved with. */
export interface Values {
  /** The namespace of the folder. */
  readonly namespace: string;
  /** The folder's `.tf` files. */
  readonly files: readonly SourceFile[];
  readonly scope: Scope;
  /** The folder's modules of a kind, by name, for outputs that are nothing but an argument handed back. */
  readonly modules: ReadonlyMap<string, { readonly file: SourceFile; readonly module: FoundModule }>;
}

/** An expression and the file it stands in. */
export interface Expression {
  readonly file: SourceFile;
  readonly range: Range;
}

/** Steps from an expression to what it is made of; longer ways do not occur, and a circle would be one. */
const MAX_DEPTH = 12;
/** A report shows no more of an expression than this. */
const LONGEST_WRITTEN = 120;

/** What an expression says where the text tells it, else the expression as written, on one line. */
export function resolveText(expression: Expression, values: Values): ResolvedText {
  const text = evaluate(expression, values, 0);
  return text === null ? { text: written(expression), computed: true } : { text, computed: false };
}

/** The elements of a list of strings; what cannot be told is one computed element. Nothing for `null`. */
export function resolveTexts(expression: Expression, values: Values): ResolvedText[] {
  return elements(expression, values, 0) ?? [{ text: written(expression), computed: true }];
}

/** A plain text that was never an expression. */
export function plain(text: string): ResolvedText {
  return { text, computed: false };
}

/** The expression as written, on one line and not endless. */
function written({ file, range }: Expression): string {
  const text = file.text.slice(range.start, range.end).replace(/\s+/g, ' ');
  return text.length > LONGEST_WRITTEN ? `${text.slice(0, LONGEST_WRITTEN)}…` : text;
}

function evaluate(expression: Expression, values: Values, depth: number): string | null {
  if (depth > MAX_DEPTH) return null;
  const { file, range } = expression;
  const literal = literalString(file.text, range);
  if (literal !== null) return literal.value;
  const next = definitionOf(expression, values);
  if (next !== null) return typeof next === 'string' ? next : evaluate(next, values, depth + 1);
  return evaluateTemplate(expression, values, depth) ?? evaluateCall(expression, values, depth);
}

function evaluateTemplate({ file, range }: Expression, values: Values, depth: number): string | null {
  const parts = findTemplateParts(file.text, range);
  if (parts === null) return null;
  const texts = parts.map((part) =>
    'text' in part ? part.text : evaluate({ file, range: part.expression }, values, depth + 1),
  );
  return texts.includes(null) ? null : texts.join('');
}

/** The functions that names are made with (developer.hashicorp.com/terraform/language/functions). */
function evaluateCall({ file, range }: Expression, values: Values, depth: number): string | null {
  const call = findCall(file.text, range);
  if (call === null) return null;
  const texts = call.args.map((arg) => evaluate({ file, range: arg }, values, depth + 1));
  const [text, from, to] = texts;
  if (text === undefined || text === null) return null;
  switch (call.name) {
    case 'lower':
      return texts.length === 1 ? text.toLowerCase() : null;
    case 'replace':
      // a search text between slashes is a regular expression
      if (typeof from !== 'string' || typeof to !== 'string' || /^\/.*\/$/s.test(from)) return null;
      return text.replaceAll(from, () => to);
    default:
      return null;
  }
}

function elements(expression: Expression, values: Values, depth: number): ResolvedText[] | null {
  if (depth > MAX_DEPTH) return null;
  const { file, range } = expression;
  const listed = findElements(file.text, range);
  if (listed !== null) return listed.map((element) => resolveText({ file, range: element }, values));
  if (file.text.slice(range.start, range.end) === 'null') return [];
  const next = definitionOf(expression, values);
  if (next !== null) return typeof next === 'string' ? null : elements(next, values, depth + 1);
  const call = findCall(file.text, range);
  if (call === null || !['toset', 'tolist', 'concat', 'distinct', 'compact'].includes(call.name)) return null;
  const lists = call.args.map((arg) => elements({ file, range: arg }, values, depth + 1));
  return lists.some((list) => list === null) ? null : lists.flatMap((list) => list ?? []);
}

/** What the name that an expression is nothing but stands for: its definition, or its value; null for no such name. */
function definitionOf(expression: Expression, values: Values): Expression | string | null {
  const { file, range } = expression;
  const reference = referenceIn(file.text, range);
  if (reference === null) return handedBack(expression, values);
  const definition = values.scope.definitions.get(reference);
  if (definition?.kind === 'expression') return { file: definition.file, range: definition.expression };
  // every namespace's folder has its own name in this variable; without a default it is the pipeline that sets it
  return reference === 'var.namespace' ? values.namespace : null;
}

/** `module.<name>.<output>` where the kind's output is nothing but an argument. */
function handedBack({ file, range }: Expression, { modules }: Values): Expression | null {
  const text = file.text.slice(range.start, range.end);
  if (!text.startsWith('module.')) return null;
  const [traversal, more] = findTraversals(file.text, range);
  if (traversal === undefined || more !== undefined || traversal.end !== range.end) return null;
  const [, name = '', output = ''] = traversal.parts;
  const known = modules.get(name);
  const echoed = known?.module.kind.echoes[output];
  if (known === undefined || echoed === undefined) return null;
  const argument = findAttribute(known.module.block.body, echoed);
  return argument === null ? null : { file: known.file, range: argument.expression };
}
