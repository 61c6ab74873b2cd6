import { appendFile, mkdir, mkdtemp, readdir, readFile, realpath, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { ApplyFlags } from '../../src/cli/flags.ts';
import { readFlags } from '../../src/cli/options.ts';
import { apply } from '../../src/commands/apply.ts';
import type { FileEdit } from '../../src/rotation/edits.ts';
import { serviceAccount } from '../e2e/land.ts';

/** What somebody does to a file between the proof of its edit and the writing of it. */
let meanwhile: (edit: FileEdit) => Promise<void> = async () => {};

vi.mock('../../src/hcl/verify.ts', async (original) => {
  const real = await original<typeof import('../../src/hcl/verify.ts')>();
  return {
    ...real,
    async proveEdit(edit: FileEdit) {
      const refusal = await real.proveEdit(edit);
      await meanwhile(edit);
      return refusal;
    },
  };
});

let root = '';
const RESOURCES = 'namespaces/live.example/orchard-dev/resources';

beforeEach(async () => {
  root = await realpath(await mkdtemp(join(tmpdir(), 'apply-test-')));
  await mkdir(join(root, RESOURCES), { recursive: true });
  for (const name of ['one', 'two']) {
    await writeFile(join(root, RESOURCES, `${name}.tf`), serviceAccount(name, '01-01-2025'));
  }
});

afterEach(async () => {
  meanwhile = async () => {};
  await rm(root, { recursive: true, force: true });
});

async function applyAll() {
  const flags = { format: 'json', quiet: true, verbose: false, includeHeld: false, all: true } as const;
  const given = {
    ...flags,
    maxAge: 90,
    again: false,
    forceLiteral: false,
    root,
    date: '2026-11-23',
  } as ApplyFlags;
  const options = readFlags(given, { cwd: root, env: {}, now: new Date('2026-11-23T12:00:00Z') });
  if (!options.ok) throw new Error(options.error.message);
  const result = await apply(options.value, () => {});
  if (!result.ok) throw new Error(result.error.message);
  return result.value;
}

it('leaves a file alone that changed while it was being edited, and says so', async () => {
  meanwhile = async ({ path }) => {
    if (path.endsWith('one.tf')) await appendFile(join(root, path), '# typed meanwhile\n');
  };

  const { changes, skipped, problems } = await applyAll();

  expect(await readFile(join(root, RESOURCES, 'one.tf'), 'utf8')).toBe(
    `${serviceAccount('one', '01-01-2025')}# typed meanwhile\n`,
  );
  expect(changes.map(({ module }) => module)).toEqual(['two']);
  expect(skipped).toMatchObject([{ id: 'orchard-dev/one.tf#one', code: 'changed-meanwhile' }]);
  expect(problems).toMatchObject([{ file: `${RESOURCES}/one.tf`, code: 'changed-meanwhile' }]);
});

it('does not bring back a file that was removed while it was being edited', async () => {
  meanwhile = async ({ path }) => {
    if (path.endsWith('one.tf')) await rm(join(root, path));
  };

  const { changes, skipped } = await applyAll();

  expect(await readdir(join(root, RESOURCES))).toEqual(['two.tf']);
  expect(changes.map(({ module }) => module)).toEqual(['two']);
  expect(skipped).toMatchObject([{ id: 'orchard-dev/one.tf#one', code: 'not-written' }]);
});

it('leaves no other file behind', async () => {
  await applyAll();

  expect(await readdir(join(root, RESOURCES))).toEqual(['one.tf', 'two.tf']);
  expect(await readFile(join(root, RESOURCES, 'one.tf'), 'utf8')).toBe(serviceAccount('one', '23-11-2026'));
});
