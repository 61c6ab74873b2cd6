import type { Attribute, Block, Range } from '../hcl/syntax.ts';
import { findAttribute } from '../hcl/values.ts';
import type { Finding, Kind, Rule } from './kind.ts';
import { compareVersions } from './versions.ts';

/** A `module` block with the text it stands in. */
export interface ModuleBlock {
  readonly text: string;
  readonly block: Block;
  /** What an expression says when it is a literal or, by `var.` and `local.`, leads to one. */
  readonly resolve: (expression: Range) => ResolvedExpression;
}

/** What is known of an expression. */
export interface ResolvedExpression {
  /** Without quotes: `7.0`, `true`; null where the text does not tell it. */
  readonly value: string | null;
  /** The expression to which the names lead; null where one leads to nothing known. */
  readonly written: string | null;
}

/** Arguments whose value the rules ask: where one is a reference, the folder's other files are read. */
export function argumentsOfRules({ rules }: Kind): readonly string[] {
  return [
    ...new Set(
      rules.flatMap(({ argument, onlyWhere }) => [argument, ...(onlyWhere ? [onlyWhere.argument] : [])]),
    ),
  ];
}

/** What the block says of its rotation, by the kind's rules and in their order. */
export function examineModule({ rules }: Kind, module: ModuleBlock): readonly Finding[] {
  const findings = rules.flatMap((rule) => apply(rule, module));
  const exempt = findings.find(({ effect }) => effect === 'exempt');
  return exempt === undefined ? findings : [exempt];
}

function argument(module: ModuleBlock, name: string): Attribute | null {
  return findAttribute(module.block.body, name);
}

function apply(rule: Rule, module: ModuleBlock): Finding[] {
  if (rule.onlyWhere !== undefined) {
    const other = argument(module, rule.onlyWhere.argument);
    const value = other === null ? null : module.resolve(other.expression).value;
    if (value !== null && value !== rule.onlyWhere.value) return [];
  }
  const found = argument(module, rule.argument);
  const resolved = found === null ? null : module.resolve(found.expression);
  const holds = isTrue(rule, resolved);
  const said = holds === 'unknown' ? rule.unknown : holds ? rule : null;
  if (said === null) return [];
  const written =
    found === null
      ? 'not set'
      : module.text.slice(found.expression.start, found.expression.end).replace(/\s+/g, ' ');
  const message = said.message.replace(/\{(value|written)\}/g, (_, name: string) =>
    name === 'value' ? (resolved?.value ?? written) : written,
  );
  return [{ effect: said.effect, code: said.code ?? rule.code, message }];
}

/** Whether a rule's condition is true of an argument; null for one that is not set. */
function isTrue(rule: Rule, argument: ResolvedExpression | null): boolean | 'unknown' {
  const value = argument?.value ?? null;
  if (rule.is === 'set') return isSet(argument);
  // what a module takes for a version that is not given is not told here
  if (rule.is === 'below') return isBelow(value, rule.value ?? '');
  if (argument !== null && value === null) return 'unknown';
  switch (rule.is) {
    case 'true':
      return value === 'true';
    case 'equal':
      return value === rule.value;
    case 'not':
      return value !== rule.value;
  }
}

/** Terraform takes `null` and, by these modules' defaults, `""` as unset. */
function isSet(argument: ResolvedExpression | null): boolean | 'unknown' {
  if (argument === null) return false;
  const { value, written } = argument;
  if (value !== null) return value !== 'null' && value !== '';
  return written !== null && (ATTRIBUTE_OF_ANOTHER.test(written) || written.startsWith('"'))
    ? true
    : 'unknown';
}

/** `module.rds.db_identifier`, `aws_db_instance.main[0].id`: the value of another block, which is never unset. */
const ATTRIBUTE_OF_ANOTHER =
  /^(?!(?:var|local|each|count|self|path|terraform)\.)[A-Za-z_][\w-]*(?:(?:\.[\w*-]+)|\[[^[\]]{0,200}\])+$/;

/** `6.x` and the like name every release of a major version; only whole numbers are compared. */
function isBelow(version: string | null, limit: string): boolean | 'unknown' {
  const numbers = /^(\d+)(?:\.(\d+|x))?(?:\.(\d+|x))?$/.exec(version?.trim() ?? '');
  if (numbers === null) return 'unknown';
  const filled = [numbers[1], numbers[2], numbers[3]].map((part) =>
    part === undefined || part === 'x' ? '99' : part,
  );
  return compareVersions(filled.join('.'), limit) < 0;
}
