import { isCertainlyHcl } from '../../src/hcl/certain.ts';
import { applySplices, insertArguments } from '../../src/hcl/edit.ts';
import { scan } from '../../src/hcl/scan.ts';
import type { Block, Scan } from '../../src/hcl/syntax.ts';
import { findAttribute, findDuplicates, literalString, quote } from '../../src/hcl/values.ts';
import { parseHcl, proveEdit } from '../../src/hcl/verify.ts';
import { brokenInvariant } from '../hcl/invariants.ts';
import { shapeDifference } from './shape.ts';

/** A check that failed, and the text that shows it. */
export interface Finding {
  readonly check: string;
  readonly message: string;
  readonly text: string;
}

const VALUE = '23-11-2026';
/** Names that stand in our fixtures, and one that stands nowhere. */
const NAMES = ['db_password_rotated_date', 'serviceaccount_token_rotated_date', 'a_name_of_its_own'] as const;

/** What has to hold of any text: no exception, ranges in order, no time spent beyond reason. */
export function checkScan(text: string): Finding | null {
  const started = performance.now();
  let found: Scan;
  try {
    found = scan(text);
  } catch (error) {
    return { check: 'scan throws', message: String(error), text };
  }
  const took = performance.now() - started;
  if (took > 200 + text.length / 1000)
    return { check: 'scan is slow', message: `${took.toFixed(0)} ms`, text };
  const message = brokenInvariant(text, found);
  return message === null ? null : { check: 'ranges', message, text };
}

/** What the oracle said of a text that our scanner accepts or refuses. */
export type Verdict = 'both accept' | 'both refuse' | 'only scan accepts' | Finding;

/** Compares our scanner with HashiCorp's parser: whatever that accepts we have to accept, with the same structure. */
export async function checkOracle(text: string): Promise<Verdict> {
  const found = scan(text);
  // where the parser recurses deeply it may take its own process down with it
  if (found.errors.some((error) => error.code === 'nested-too-deeply')) return 'both refuse';
  const parsed = await parseHcl(text);
  const [error] = found.errors;
  if (!('json' in parsed) && isCertainlyHcl(text, found))
    return { check: 'false certainty', message: parsed.message, text };
  if (!('json' in parsed)) return error === undefined ? 'only scan accepts' : 'both refuse';
  if (error !== undefined) {
    return { check: 'false error', message: `${error.code} at ${error.offset}: ${error.message}`, text };
  }
  const message = shapeDifference(found.body, parsed.json);
  return message === null ? 'both accept' : { check: 'structure', message, text };
}

/**
 * Edits a block of a text that parses, as a rotation would: the proof has to accept it, and nothing but the lines of the
 * rules may change.
 */
export async function checkEdit(text: string, choice: number): Promise<Finding | null> {
  const found = scan(text);
  const blocks = found.body.filter((item): item is Block => item.type === 'block');
  const block = blocks[choice % blocks.length];
  const name = NAMES[choice % NAMES.length]!;
  if (block === undefined || block.labels.some((label) => /[\\$%]/.test(label.text))) return null;
  if (findDuplicates(block.body).length > 0) return null;
  if (block.body.some((item) => item.type === 'block' && item.keyword === name)) return null;
  if (found.body.some((item) => item.type === 'attribute' && item.name === block.keyword)) return null;
  const labels = block.labels.map((label) => label.text);
  const same = blocks.filter(
    (other) =>
      JSON.stringify([other.keyword, other.labels.map((label) => label.text)]) ===
      JSON.stringify([block.keyword, labels]),
  );
  const path = [block.keyword, ...labels, same.indexOf(block), name];
  const attribute = findAttribute(block.body, name);
  const literal = attribute === null ? null : literalString(text, attribute.expression);
  if (attribute !== null && literal === null) return null;
  const splices =
    literal === null
      ? insertArguments(text, found, block, [{ name, expression: quote(VALUE) }]).splices
      : [{ ...literal.inner, text: VALUE }];
  const after = applySplices(text, splices);
  const refusal = await proveEdit({ before: text, after, splices, intended: [{ path, value: VALUE }] });
  if (refusal !== null) return { check: 'edit', message: `${path.join('.')}: ${refusal.message}`, text };
  if (literal === null && block.end > text.indexOf('\n', block.open) && text.includes('\n', block.open)) {
    const message = brokenInsertion(text, splices, name);
    if (message !== null && text.lastIndexOf('\n', block.close) > block.open)
      return { check: 'insertion', message, text };
  }
  return null;
}

function brokenInsertion(
  text: string,
  splices: readonly { start: number; end: number; text: string }[],
  name: string,
): string | null {
  const removed = splices
    .map(({ start, end }) => text.slice(start, end))
    .filter((piece) => piece.trim() !== '');
  if (removed.some((piece) => !/^\s*(?:#|\/\/)/.test(piece) || !piece.includes(name))) {
    return `it would remove ${JSON.stringify(removed.join(''))}`;
  }
  const added = splices.reduce((sum, splice) => sum + splice.text.split('\n').length - 1, 0);
  return added > 2 ? `it would add ${added} lines` : null;
}
