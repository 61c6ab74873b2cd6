import { positionAt } from '../hcl/position.ts';
import { findDuplicates } from '../hcl/values.ts';
import { tooLongToProve } from '../hcl/verify.ts';
import type { Kind } from '../kinds/kind.ts';
import { knownKinds } from '../kinds/registry.ts';
import type { Reason } from '../results/results.ts';
import type { FoundModule } from './modules.ts';
import type { SourceFile } from './source-file.ts';
import { isJson, isOverrideFile } from './terraform-files.ts';

/** What stands around a module in its folder. */
export interface Surroundings {
  /** Module name → how many blocks of the folder's applied files bear it. */
  readonly names: ReadonlyMap<string, number>;
  /** Module name → the place (`path:line`) where an override file changes it. */
  readonly overridden: ReadonlyMap<string, string>;
}

/** A place in a file and what is wrong there. */
export interface Blocker extends Reason {
  readonly offset: number;
}

/**
 * Why nothing in a file can be edited: the first place where it is no HCL, for what follows from it would only repeat it;
 * or a text that is too long to be proved. Null when all is well.
 */
export function fileBlocker({ text, scan }: SourceFile): Blocker | null {
  const [error] = scan.errors;
  if (error === undefined) {
    const message = tooLongToProve(text);
    return message === null ? null : { code: 'too-large', message, offset: 0 };
  }
  const { line, column } = positionAt(text, error.offset);
  const what = `${error.message}: ${error.help}`;
  return {
    code: 'invalid-hcl',
    message: `the file does not parse (line ${line}, column ${column}): ${what}`,
    offset: error.offset,
  };
}

/** Why a module cannot be edited although its file is HCL; null when it can. */
export function moduleBlocker(
  file: SourceFile,
  { block, name, kind }: FoundModule,
  isLink: boolean,
  { names, overridden }: Surroundings,
): Blocker | null {
  const offset = block.start;
  if (isLink) {
    return {
      code: 'symbolic-link',
      message: 'the file is a symbolic link: rotate it where it leads',
      offset,
    };
  }
  if (isJson(file.path)) {
    const message = "it is written in Terraform's JSON syntax, which is not edited: rotate it by hand";
    return { code: 'json-syntax', message, offset };
  }
  const unknown = block.body.find((item) => item.type === 'attribute' && isMistaken(item.name, kind));
  if (unknown?.type === 'attribute') {
    const message = `${unknown.name} is no argument of this module: did you mean ${kind.argument}?`;
    return { code: 'unknown-argument', message, offset: unknown.start };
  }
  const [duplicate] = findDuplicates(block.body);
  if (duplicate !== undefined) {
    const { line } = positionAt(file.text, duplicate.start);
    const message = `${duplicate.name} is set twice, again on line ${line}: remove one`;
    return { code: 'duplicate-argument', message, offset: duplicate.start };
  }
  if (isOverrideFile(file.path)) {
    return {
      code: 'override-file',
      message: 'Terraform merges this file over another: rotate it by hand',
      offset,
    };
  }
  const override = overridden.get(name);
  if (override !== undefined) {
    return { code: 'overridden', message: `${override} overrides this module: rotate it by hand`, offset };
  }
  if ((names.get(name) ?? 0) > 1) {
    return {
      code: 'duplicate-module',
      message: `two modules of this folder are named ${name}: rename one`,
      offset,
    };
  }
  return null;
}

/** Whether an argument was meant for the kind's date and is not its name: that of another kind, or one like it. */
function isMistaken(argument: string, kind: Kind): boolean {
  if (argument === kind.argument || argument === kind.companion?.argument) return false;
  const isOther = knownKinds().list.some((other) => other.argument === argument);
  return isOther || (argument.includes('rotat') && argument.includes('date'));
}
