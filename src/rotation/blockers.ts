import { findWrongLabels } from '../hcl/mistakes.ts';
import { positionAt } from '../hcl/position.ts';
import { findDuplicates } from '../hcl/values.ts';
import { tooLongToProve } from '../hcl/verify.ts';
import type { Kind } from '../kinds/kind.ts';
import { knownKinds } from '../kinds/registry.ts';
import { alsoClaimedBy, type FoundModule } from './modules.ts';
import type { Cause } from './reasons.ts';
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
export interface Blocker {
  readonly cause: Cause;
  readonly offset: number;
}

/**
 * Why nothing in a file can be edited: it is too long to be proved, or it is no HCL, of which the first place is told, for what follows
 * from it would only repeat it; or a block lacks its labels. Null when all is well.
 */
export function fileBlocker({ path, text, scan }: SourceFile): Blocker | null {
  const [error] = scan.errors;
  const tooLong = error === undefined ? tooLongToProve(text) : null;
  if (tooLong !== null) return { cause: { code: 'too-large', message: tooLong }, offset: 0 };
  const mistake = error ?? (isJson(path) ? null : findWrongLabels(scan.body));
  if (mistake === null) return null;
  const { line, column } = positionAt(text, mistake.offset);
  const facts = { line, column, what: mistake.message, help: mistake.help };
  return { cause: { code: 'invalid-hcl', facts }, offset: mistake.offset };
}

/** Why a module cannot be edited although its file is HCL; null when it can. */
export function moduleBlocker(
  file: SourceFile,
  module: FoundModule,
  isLink: boolean,
  { names, overridden }: Surroundings,
): Blocker | null {
  const { block, name, kind } = module;
  const found = (cause: Cause, offset = block.start): Blocker => ({ cause, offset });
  if (isLink) return found({ code: 'symbolic-link', facts: {} });
  if (isJson(file.path)) return found({ code: 'json-syntax', facts: {} });
  const others = alsoClaimedBy(file.text, module);
  if (others.length > 0) {
    const kinds = [kind, ...others].map((each) => each.name);
    return found({ code: 'several-kinds', facts: { kinds } });
  }
  const unknown = block.body.find((item) => item.type === 'attribute' && isMistaken(item.name, kind));
  if (unknown?.type === 'attribute') {
    const facts = { argument: unknown.name, meant: kind.argument };
    return found({ code: 'unknown-argument', facts }, unknown.start);
  }
  const [duplicate] = findDuplicates(block.body);
  if (duplicate !== undefined) {
    const { line } = positionAt(file.text, duplicate.start);
    const facts = { argument: duplicate.name, line };
    return found({ code: 'duplicate-argument', facts }, duplicate.start);
  }
  if (isOverrideFile(file.path)) return found({ code: 'override-file', facts: {} });
  const place = overridden.get(name);
  if (place !== undefined) return found({ code: 'overridden', facts: { place } });
  if ((names.get(name) ?? 0) > 1) return found({ code: 'duplicate-module', facts: { name } });
  return null;
}

/** Whether an argument was meant for the kind's date and is not its name: that of another kind, or one like it. */
function isMistaken(argument: string, kind: Kind): boolean {
  if (kind.about.block === 'resource') return false;
  if (argument === kind.argument || argument === kind.companion?.argument) return false;
  const isOther = knownKinds().list.some((other) => other.argument === argument);
  return isOther || (argument.includes('rotat') && argument.includes('date'));
}
