import type { Attribute, Block, Range } from '../hcl/syntax.ts';
import { findAttribute } from '../hcl/values.ts';

/** How a kind's rotation date is written; what the program writes, while it reads every format of dates.ts. */
export type DateFormat = 'dd-MM-yyyy' | 'yyyy-MM-dd';

/** A `module` block with the text it stands in. */
export interface ModuleBlock {
  readonly text: string;
  readonly block: Block;
  /** What an expression says when it is a literal or, by `var.` and `local.`, leads to one; else null. */
  readonly resolve: (expression: Range) => string | null;
}

/** What a block itself says about its rotation, apart from the date. */
export interface Finding {
  /** `exempt`: nothing to rotate; `blocked`: must be mended first; `warning`: rotates, but somebody should know. */
  readonly effect: 'exempt' | 'blocked' | 'warning';
  readonly code: string;
  readonly message: string;
}

/** An argument that has to hold a value beside the date, or the date is not in force. */
export interface Companion {
  readonly argument: string;
  readonly value: 'true';
}

/** One family of credentials: a Terraform module and the variable that rotates its secret. */
export interface Kind {
  readonly name: string;
  /** What is rotated, in the singular, for sentences: `service account token`. */
  readonly secret: string;
  /** Name of the module's repository. */
  readonly repository: string;
  readonly variable: string;
  readonly dateFormat: DateFormat;
  /** What stands between the date and `hhmm` in a second rotation on one day, and between hours and minutes. */
  readonly timeSeparators: readonly [date: string, time: string];
  /** First release that has the variable. */
  readonly since: string;
  /** Rotated when no kind is named. */
  readonly byDefault: boolean;
  readonly companion: Companion | null;
  /**
   * Outputs of the module that change with a rotation, by its outputs.tf: whatever is made of one holds a value that is
   * no longer good. All other outputs (addresses, names, ARNs) stay as they are.
   */
  readonly secretOutputs: readonly string[];
  /** Arguments that `examine` asks the value of: where one is a reference, the folder's other files are read. */
  readonly reads: readonly string[];
  /** What the block says; pure, in the order to report. */
  examine(module: ModuleBlock): readonly Finding[];
}

/** The argument of a module block, null when it is not set. */
function argument(module: ModuleBlock, name: string): Attribute | null {
  return findAttribute(module.block.body, name);
}

/** The argument's text as written, null when it is not set. */
export function argumentText(module: ModuleBlock, name: string): string | null {
  const found = argument(module, name);
  return found === null ? null : module.text.slice(found.expression.start, found.expression.end);
}

/** The argument's value where the text tells it, without quotes: `7.0`, `true`; null when it is unset or computed. */
export function argumentValue(module: ModuleBlock, name: string): string | null {
  const found = argument(module, name);
  return found === null ? null : module.resolve(found.expression);
}

/** Whether Terraform would take the argument as unset: not there, `null` or `""`. */
export function isUnset(module: ModuleBlock, name: string): boolean {
  if (argument(module, name) === null) return true;
  const value = argumentValue(module, name);
  return value === 'null' || value === '';
}
