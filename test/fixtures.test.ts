import { diffLines } from 'diff';
import { describe, expect, it } from 'vitest';
import { scan } from '../src/hcl/scan.ts';
import { parseHcl } from '../src/hcl/verify.ts';
import { BUILT_IN_KINDS } from '../src/kinds/registry.ts';
import { type Fixture, readFixtures } from './fixtures.ts';
import { rotateText } from './rotate-text.ts';
import { hasTerraform, unformatted } from './terraform.ts';

/** 14:05 in London. */
const NOW = new Date('2026-11-23T14:05:00Z');
const fixtures = readFixtures();

function rotate(fixture: Fixture, text: string): ReturnType<typeof rotateText> {
  return rotateText(text, {
    kinds: fixture.kind === null ? BUILT_IN_KINDS.names : [fixture.kind],
    date: '2026-11-23',
    now: NOW,
    again: fixture.spec.again ?? false,
    forceLiteral: fixture.spec.forceLiteral ?? false,
    restore: fixture.spec.restore ?? false,
  });
}

it('has at least 80 cases, each named after what it shows', () => {
  expect(fixtures.length).toBeGreaterThanOrEqual(80);

  for (const { name } of fixtures) expect(name).toMatch(/^[a-z-]+\/[a-z0-9]+(?:-[a-z0-9]+)*$/);
});

describe.each(fixtures.map((fixture) => ({ name: fixture.name, fixture })))('$name', ({ fixture }) => {
  it('becomes what a careful person would write', async () => {
    const { text, skipped, problems } = await rotate(fixture, fixture.before);

    expect(text).toBe(fixture.after);
    expect(skipped.map(({ code }) => code)).toEqual(fixture.spec.skipped ?? []);
    expect(problems.map(({ line, column, code }) => ({ line, column, code }))).toEqual(
      fixture.spec.problems ?? [],
    );
    expect(scan(fixture.before).errors[0]?.code).toBe(fixture.spec.syntaxError);
  });

  it('differs in no more lines than it has to', async () => {
    const { changes } = await rotate(fixture, fixture.before);
    const parts = diffLines(fixture.before, fixture.after);
    const linesOf = (kind: 'added' | 'removed'): string[] =>
      parts.filter((part) => part[kind]).flatMap((part) => part.value.split(/(?<=\n)/));
    const removed = linesOf('removed');
    const placeholders = removed.filter((line) => /^\s*(?:#|\/\/)/.test(line));

    if (fixture.spec.reshapes !== true) {
      const companions = fixture.kind === 'hmpps-template' ? changes.length : 0;
      const updates = changes.filter((change) => change.action === 'update').length;
      const removals = changes.filter((change) => change.action === 'remove').length;
      const insertions = changes.length - updates - removals;
      // a removal may take a blank line with it
      expect(removed.length - placeholders.length).toBeLessThanOrEqual(updates + companions + 3 * removals);
      expect(linesOf('added').length).toBeLessThanOrEqual(updates + 2 * insertions + 2 * companions);
      expect(placeholders.length).toBeLessThanOrEqual(insertions + companions);
    }
  });

  it('has each change where it is said to be', async () => {
    const { changes } = await rotate(fixture, fixture.before);
    const lines = fixture.after.split('\n');

    for (const change of changes) {
      const line = lines[change.line - 1];
      const written = change.selfRotation === 'restored' ? change.to : `"${change.to}"`;
      if (change.action === 'remove') expect(line).not.toContain(change.variable);
      else expect(line).toContain(change.variable);
      expect(line).toContain(change.action === 'remove' ? '' : written);
    }
  });

  it('is not touched a second time', async () => {
    if (fixture.spec.again !== true) {
      const { text, changes } = await rotate(fixture, fixture.after);

      expect(text).toBe(fixture.after);
      expect(changes).toEqual([]);
    }
  });

  it("is read by HashiCorp's parser before and after, but for what is broken", async () => {
    const isBroken = fixture.kind === null;

    expect('json' in (await parseHcl(fixture.before))).toBe(!isBroken);
    expect('json' in (await parseHcl(fixture.after))).toBe(!isBroken);
  });
});

describe('terraform fmt', () => {
  it.runIf(hasTerraform)('wants to change nothing after that it did not want to change before', () => {
    const valid = fixtures.filter(({ kind }) => kind !== null);
    const before = new Map(valid.map((fixture) => [fixture.name, fixture.before]));
    const after = new Map(valid.map((fixture) => [`${fixture.name}/after`, fixture.after]));

    const dirty = unformatted(new Map([...before, ...after]));

    const clean = valid.filter(({ name }) => !dirty.has(name));
    expect(clean.filter(({ name }) => dirty.has(`${name}/after`)).map(({ name }) => name)).toEqual([]);
    expect(clean.length).toBeGreaterThan(80);
  });

  it.skipIf(hasTerraform)('is left out: terraform is not on the PATH', () => {
    expect(hasTerraform).toBe(false);
  });
});
