import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applySplices } from '../../src/hcl/edit.ts';
import { removeAttributes } from '../../src/hcl/remove.ts';
import { scan } from '../../src/hcl/scan.ts';
import type { Block } from '../../src/hcl/syntax.ts';
import { findAttribute } from '../../src/hcl/values.ts';
import { formatted, hasTerraform, unformatted } from '../terraform.ts';

const GONE = ['force_rotate_token', 'custom_token_rotation_date'];
const VALUES = ['"v"', '"v" # why', '[\n"a",\n]', '<<-E\n  text\n  E'];

const kept = fc.record({
  name: fc.constantFrom('a', 'namespace', 'github_repo', 'application_insights_instance'),
  value: fc.constantFrom(...VALUES),
});
const above = fc.constantFrom('', '', '', '\n', '# prose\n');

/** A block with arguments in some order, some parted by blank lines and comments. */
const block = fc
  .record({
    kept: fc.uniqueArray(kept, { selector: ({ name }) => name, maxLength: 4 }),
    gone: fc.subarray(GONE, { minLength: 1 }),
    tail: fc.constantFrom('', '', '\n', '# last\n'),
    end: fc.constantFrom('', '', ' # end'),
  })
  .chain(({ kept, gone, tail, end }) => {
    const lines = [
      ...kept.map(({ name, value }) => `${name} = ${value}`),
      ...gone.map((name) => `${name} = true`),
    ];
    const order = fc.shuffledSubarray(lines, { minLength: lines.length });
    return fc
      .tuple(order, fc.array(above, { minLength: lines.length, maxLength: lines.length }))
      .map(([all, spaces]) => {
        const body = all.map((line, index) => `${spaces[index]}${line}\n`).join('');
        return `module "m" {\n${body}${tail}}${end}\n`;
      });
  });

/** Null where it is refused. */
function remove(text: string): string | null {
  const scanned = scan(text);
  const module = scanned.body[0] as Block;
  const gone = GONE.flatMap((name) => findAttribute(module.body, name) ?? []);
  const removed = removeAttributes(text, scanned, module, gone);
  return 'splices' in removed ? applySplices(text, removed.splices) : null;
}

describe.runIf(hasTerraform)('arguments that are taken out', () => {
  it('leave a clean file clean, and every other line in its place', () => {
    const texts = new Map(fc.sample(block, { numRuns: 800, seed: 17 }).map((text, at) => [`t${at}`, text]));

    const pairs = [...formatted(texts)].flatMap(([name, before]) => {
      const after = remove(before);
      return after === null ? [] : [{ name, before, after }];
    });

    const lines = (text: string): string[] =>
      text.split('\n').flatMap((line) => (line.trim() === '' ? [] : [line.replace(/ +(?=[=#])/g, ' ')]));
    for (const { before, after } of pairs) {
      const rest = lines(before).filter((line) => !GONE.some((name) => line.includes(name)));
      expect(lines(after)).toEqual(rest);
    }
    expect(pairs.length).toBeGreaterThan(600);
    expect(unformatted(new Map(pairs.map(({ name, after }) => [name, after])))).toEqual(new Set());
  });
});
