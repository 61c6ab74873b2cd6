import { mkdir, mkdtemp, readdir, realpath, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { demo } from '../../src/commands/demo.ts';

let folder = '';

beforeEach(async () => {
  folder = await realpath(await mkdtemp(join(tmpdir(), 'demo-test-')));
  await mkdir(join(folder, 'temp'));
  for (const name of ['TMPDIR', 'TEMP', 'TMP']) vi.stubEnv(name, join(folder, 'temp'));
});

afterEach(async () => {
  vi.unstubAllEnvs();
  await rm(folder, { recursive: true, force: true });
});

/** Gives the tour with a program that only says something and ends. */
async function tourWith(program: string, keep = false): Promise<{ status: number; output: string }> {
  const cli = join(folder, 'cli.mjs');
  await writeFile(cli, program);
  let output = '';
  const status = await demo({
    write(text) {
      output += text;
    },
    color: false,
    width: 80,
    keep,
    node: process.execPath,
    cli,
    clock: () => performance.now(),
    onInterrupt: () => () => {},
  });
  return { status, output };
}

describe('the demo, when the program does not do what it should', () => {
  it('shows why a command could not run, and ends with 1', async () => {
    const { status, output } = await tourWith('console.error("no such thing"); process.exit(2);');

    expect(status).toBe(1);
    expect(output).toContain('$ rotate-pr audit --date 2026-11-23');
    expect(output).toContain('no such thing\n\nThat ended with status 2, and should not have.');
  });

  it('takes silence for a failure', async () => {
    const { status, output } = await tourWith('');

    expect(status).toBe(1);
    expect(output).toContain('That ended with status 0');
  });

  it('does not show a pull request that nobody opened', async () => {
    const { status, output } = await tourWith('console.log("done");');

    expect(status).toBe(1);
    expect(output).toContain('There is no pull request for beekeeping-licence-dev.');
  });

  it('leaves nothing in the temporary folder', async () => {
    await tourWith('process.exit(2);');

    expect(await readdir(join(folder, 'temp'))).toEqual([]);
  });

  it('leaves the folder with --keep, and says where it is', async () => {
    const { output } = await tourWith('process.exit(2);', true);

    const [name = ''] = await readdir(join(folder, 'temp'));
    expect(output).toContain(`The folder is kept: ${join(folder, 'temp', name)}`);
    expect(await readdir(join(folder, 'temp', name))).toEqual(expect.arrayContaining(['clone', 'remote']));
  });
});

it('says how much of a long report it leaves out, and keeps its last line', async () => {
  const { output } = await tourWith(
    'for (let line = 1; line <= 120; line += 1) console.log("line " + line); process.exitCode = 1;',
  );

  expect(output).toContain('line 20\n… 99 more lines\n\nline 120\n');
  expect(output).not.toContain('line 81\n');
});
