import type { Attribute, Block, Range } from '../hcl/syntax.ts';
import { findAttribute } from '../hcl/values.ts';
import type { Finding, Kind, Rule } from './kind.ts';
import { compareVersions } from './versions.ts';

/** A `module` block with the text it stands in. */
export interface ModuleBlock {
  readonly text: string;
  readonly block: Block;
  /** What an expression says when it is a literal or, by `var.` and `local.`, leads to one; else null. */
  readonly resolve: (expression: Range) => string | null;
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

/** The argument's value where the text tells it, without quotes: `7.0`, `true`; null when it is unset or computed. */
function argumentValue(module: ModuleBlock, name: string): string | null {
  const found = argument(module, name);
  return found === null ? null : module.resolve(found.expression);
}

function argument(module: ModuleBlock, name: string): Attribute | null {
  return findAttribute(module.block.body, name);
}

function apply(rule: Rule, module: ModuleBlock): Finding[] {
  const { onlyWhere, code } = rule;
  if (onlyWhere !== undefined) {
    const value = argumentValue(module, onlyWhere.argument);
    if (value !== null && value !== onlyWhere.value) return [];
  }
  const found = argument(module, rule.argument);
  const value = found === null ? null : module.resolve(found.expression);
  const written =
    found === null
      ? ''
      : module.text.slice(found.expression.start, found.expression.end).replace(/\s+/g, ' ');
  const say = ({ effect, message }: Pick<Finding, 'effect' | 'message'>): Finding[] => {
    const filled = message.replace(/\{(value|written)\}/g, (_, name: string) =>
      name === 'value' ? (value ?? written) : written,
    );
    return [{ effect, code, message: filled }];
  };
  if (found !== null && value === null && rule.is !== 'set') return rule.unknown ? say(rule.unknown) : [];
  return holds(rule, found !== null, value) ? say(rule) : [];
}

/** Whether a rule holds for an argument; `value` is null where it is not set or, for `set`, not known. */
function holds(rule: Rule, isThere: boolean, value: string | null): boolean {
  switch (rule.is) {
    // Terraform takes `null` and, by these modules' defaults, `""` as unset
    case 'set':
      return isThere && value !== 'null' && value !== '';
    case 'true':
      return value === 'true';
    case 'equal':
      return value === rule.value;
    case 'not':
      return value !== rule.value;
    case 'below':
      return value !== null && isBelow(value, rule.value ?? '');
  }
}

/** `6.x` and the like name every release of a major version; only whole numbers are compared. */
function isBelow(version: string, limit: string): boolean {
  const numbers = /^(\d+)(?:\.(\d+|x))?(?:\.(\d+|x))?$/.exec(version.trim());
  if (numbers === null) return false;
  const filled = [numbers[1], numbers[2], numbers[3]].map((part) =>
    part === undefined || part === 'x' ? '99' : part,
  );
  return compareVersions(filled.join('.'), limit) < 0;
}
