import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { diffLines } from 'diff';
import { afterAll, describe, expect, it } from 'vitest';
import { scan } from '../src/hcl/scan.ts';
import { parseHcl } from '../src/hcl/verify.ts';
import { KIND_NAMES } from '../src/kinds/registry.ts';
import { type Fixture, readFixtures } from './fixtures.ts';
import { rotateText } from './rotate-text.ts';

/** 14:05 in London. */
const NOW = new Date('2026-11-23T14:05:00Z');
const fixtures = readFixtures();

function rotate(fixture: Fixture, text: string): ReturnType<typeof rotateText> {
  return rotateText(text, {
    kinds: fixture.kind === null ? KIND_NAMES : [fixture.kind],
    date: '2026-11-23',
    now: NOW,
    again: fixture.spec.again ?? false,
    forceLiteral: fixture.spec.forceLiteral ?? false,
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
      const insertions = changes.length - updates;
      expect(removed.length - placeholders.length).toBeLessThanOrEqual(updates + companions);
      expect(linesOf('added').length).toBeLessThanOrEqual(updates + 2 * insertions + 2 * companions);
      expect(placeholders.length).toBeLessThanOrEqual(insertions + companions);
    }
  });

  it('has each change where it is said to be', async () => {
    const { changes } = await rotate(fixture, fixture.before);
    const lines = fixture.after.split('\n');

    for (const change of changes) {
      expect(lines[change.line - 1]).toContain(change.variable);
      expect(lines[change.line - 1]).toContain(`"${change.to}"`);
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

const hasTerraform = spawnSync('terraform', ['version']).status === 0;

describe('terraform fmt', () => {
  const folder = mkdtempSync(join(tmpdir(), 'rotate-pr-fixtures-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it.runIf(hasTerraform)('wants to change nothing after that it did not want to change before', () => {
    const valid = fixtures.filter(
      (fixture) => scan(fixture.before).errors.length === 0 && fixture.kind !== null,
    );
    for (const { name, before, after } of valid) {
      mkdirSync(join(folder, name), { recursive: true });
      writeFileSync(join(folder, name, 'before.tf'), before);
      writeFileSync(join(folder, name, 'after.tf'), after);
    }

    const dirty = new Set(unformatted(folder));

    const madeDirty = valid
      .map(({ name }) => name)
      .filter((name) => dirty.has(`${name}/after.tf`) && !dirty.has(`${name}/before.tf`));
    expect(madeDirty).toEqual([]);
    expect(valid.length - dirty.size / 2).toBeGreaterThan(60);
  });

  it.skipIf(hasTerraform)('is left out: terraform is not on the PATH', () => {
    expect(hasTerraform).toBe(false);
  });
});

/** The files that `terraform fmt` would change, in one process for all. */
function unformatted(folder: string): string[] {
  try {
    return execFileSync('terraform', ['fmt', '-check', '-recursive', '-list=true', '.'], {
      cwd: folder,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    })
      .split('\n')
      .filter((line) => line !== '');
  } catch (error) {
    const failure = error as { status?: number; stdout?: string };
    if (failure.status !== 3) throw error;
    return (failure.stdout ?? '').split('\n').filter((line) => line !== '');
  }
}
