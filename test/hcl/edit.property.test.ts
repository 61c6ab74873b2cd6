import { diffLines } from 'diff';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applySplices, insertArguments, type Placement } from '../../src/hcl/edit.ts';
import { scan } from '../../src/hcl/scan.ts';
import type { Splice } from '../../src/hcl/syntax.ts';
import { findAttribute, findBlocks, literalString, quote } from '../../src/hcl/values.ts';
import { proveEdit } from '../../src/hcl/verify.ts';
import { formatted, hasTerraform, unformatted } from '../terraform.ts';
import { dated, NAME, undated } from './arbitrary.ts';

const VALUE = '23-11-2026';
/**
 * With comments behind both braces fmt may align them through the whole block, and then whatever comes between undoes
 * that. It takes a comment behind every line, so no careful person's module is like it.
 */
const COMMENTED_BRACES = /\{ +\/\/.*\} *# end/s;
/** Where a value of another width would move a comment that fmt has aligned, rule 2 stands above rule 3. */
const SAME_WIDTH = new RegExp(`^\\s*${NAME}.*"(?:20-03-2026|01-01-2000)"(?! \\*/)`, 'm');
const INTENDED = [{ path: ['module', 'm', 0, NAME], value: VALUE }];

interface Edited {
  readonly after: string;
  readonly splices: readonly Splice[];
  readonly placements: readonly Placement[];
}

function insert(before: string): Edited {
  const scanned = scan(before);
  const [block] = findBlocks(scanned.body, 'module', 'm');
  if (block === undefined) throw new Error('no module is named m');
  const { splices, placements } = insertArguments(before, scanned, block, [
    { name: NAME, expression: quote(VALUE) },
  ]);
  return { after: applySplices(before, splices), splices, placements };
}

function update(before: string): Edited {
  const [block] = findBlocks(scan(before).body, 'module', 'm');
  const attribute = block === undefined ? null : findAttribute(block.body, NAME);
  const literal = attribute === null ? null : literalString(before, attribute.expression);
  if (literal === null) throw new Error(`${NAME} is not found`);
  const splices = [{ ...literal.inner, text: VALUE }];
  return { after: applySplices(before, splices), splices, placements: [] };
}

function linesOf(before: string, after: string): { added: string[]; removed: string[] } {
  const parts = diffLines(before, after);
  const of = (kind: 'added' | 'removed') =>
    parts.filter((part) => part[kind]).flatMap((part) => part.value.split(/(?<=\n)/));
  return { added: of('added'), removed: of('removed') };
}

describe('an update', () => {
  it('changes one line, and in it what stands between the quotes', () => {
    fc.assert(
      fc.property(dated, (before) => {
        const { after, splices } = update(before);
        const { added, removed } = linesOf(before, after);
        expect([added.length, removed.length]).toEqual([1, 1]);
        expect(splices).toHaveLength(1);
        expect(before[splices[0]!.start - 1] + before[splices[0]!.end]!).toBe('""');
      }),
      { numRuns: 1000 },
    );
  });

  it("is proved by HashiCorp's parser", async () => {
    await fc.assert(
      fc.asyncProperty(dated, async (before) => {
        expect(await proveEdit({ before, ...update(before), intended: INTENDED })).toBeNull();
      }),
      { numRuns: 400 },
    );
  });
});

describe('an insertion', () => {
  it('adds at most two lines and removes none but a placeholder', () => {
    fc.assert(
      fc.property(undated, (before) => {
        const { after, placements } = insert(before);
        const { added, removed } = linesOf(before, after);
        const isOpened = /module "?m"? ?\{(?! ?\/\/| ?\r?\n)/.test(before);
        if (!isOpened) {
          expect(added.length).toBeLessThanOrEqual(2);
          expect(removed.every((line) => line.includes(NAME) && /^\s*(?:#|\/\/)/.test(line))).toBe(true);
          expect(removed.length).toBeLessThanOrEqual(1);
        }
        if (placements[0] === 'uncomment') expect(removed).toHaveLength(1);
      }),
      { numRuns: 2000 },
    );
  });

  it('keeps the line endings, a byte order mark and a missing final newline', () => {
    fc.assert(
      fc.property(undated, (before) => {
        const { after } = insert(before);
        if (before.includes('\r\n')) expect(after).not.toMatch(/[^\r]\n/);
        else if (before.includes('\n')) expect(after).not.toContain('\r');
        expect(after.startsWith('\ufeff')).toBe(before.startsWith('\ufeff'));
        expect(after.endsWith('\n')).toBe(before.endsWith('\n'));
      }),
      { numRuns: 1000 },
    );
  });

  it("is proved by HashiCorp's parser, and seen by our own scanner", async () => {
    await fc.assert(
      fc.asyncProperty(undated, async (before) => {
        const edited = insert(before);
        expect(await proveEdit({ before, ...edited, intended: INTENDED })).toBeNull();
        expect(update(edited.after).after).toBe(edited.after);
      }),
      { numRuns: 400 },
    );
  });
});

describe('terraform fmt', () => {
  it.runIf(hasTerraform)('leaves a formatted file alone after an edit', () => {
    const samples = [
      ...fc
        .sample(undated, { numRuns: 400, seed: 1 })
        .filter((text) => !COMMENTED_BRACES.test(text))
        .map((text) => ({ text, edit: insert })),
      ...fc
        .sample(dated, { numRuns: 300, seed: 1 })
        .filter((text) => SAME_WIDTH.test(text))
        .map((text) => ({ text, edit: update })),
    ];
    const before = formatted(new Map(samples.map(({ text }, i) => [String(i), text])));

    const after = new Map(samples.map(({ edit }, i) => [String(i), edit(before.get(String(i)) ?? '').after]));
    const stable = unformatted(before);
    const dirty = [...unformatted(after)].filter((name) => !stable.has(name));

    expect(dirty.slice(0, 3).map((name) => [before.get(name), after.get(name)])).toEqual([]);
    expect(stable.size).toBeLessThan(samples.length / 10);
  });
});
