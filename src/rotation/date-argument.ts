import type { Block, Range } from '../hcl/syntax.ts';
import { findEntries } from '../hcl/traversal.ts';
import { findAttribute, findBlocks } from '../hcl/values.ts';
import type { JsonPath } from '../hcl/verify.ts';
import type { Start } from './scope.ts';

/** Where the argument that rotates a credential stands in its block. */
export interface DateArgument {
  /** The value; where the path ends early, what stands in the place of the map that it leads into. */
  readonly expression: Range;
  /** Where hcl2json shows it, from the block on. */
  readonly path: JsonPath;
  /** False where a part of the path is no map that is written out: what it holds is not known. */
  readonly isReached: boolean;
  /** For one of several that a block makes: where its own value begins to be looked for. */
  readonly ofKey?: Start;
}

/**
 * Finds an argument of a block by its name, or by a path into its maps and blocks: `keepers.rotated_at`.
 *
 * @returns null where it is not set
 */
export function findDateArgument(text: string, block: Block, argument: string): DateArgument | null {
  if (!argument.includes('.')) {
    const attribute = findAttribute(block.body, argument);
    if (attribute === null) return null;
    return { expression: attribute.expression, path: [argument], isReached: true };
  }
  return inBody(text, block, argument.split('.'), []);
}

function inBody(
  text: string,
  block: Block,
  [name = '', ...rest]: readonly string[],
  path: JsonPath,
): DateArgument | null {
  const attribute = findAttribute(block.body, name);
  if (attribute !== null) return inMap(text, attribute.expression, rest, [...path, name]);
  const [inner, second] = findBlocks(block.body, name);
  if (inner === undefined || rest.length === 0) return null;
  if (second !== undefined) return { expression: inner, path: [...path, name, 0], isReached: false };
  return inBody(text, inner, rest, [...path, name, 0]);
}

function inMap(
  text: string,
  expression: Range,
  [name, ...rest]: readonly string[],
  path: JsonPath,
): DateArgument | null {
  if (name === undefined) return { expression, path, isReached: true };
  const entries = findEntries(text, expression);
  if (entries === null) return { expression, path, isReached: false };
  const entry = entries.find(({ key }) => key === name);
  return entry === undefined ? null : inMap(text, entry.value, rest, [...path, name]);
}
