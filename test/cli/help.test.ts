import { Writable } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { COMMANDS } from '../../src/cli/commands.ts';
import type { Io } from '../../src/cli/io.ts';
import { main } from '../../src/cli/main.ts';
import { readVersion } from '../../src/cli/version.ts';

/** What a command line prints on a terminal of so many columns, and how it ends. */
async function print(args: readonly string[], columns = 80): Promise<{ status: number; out: string }> {
  let out = '';
  const stream = Object.assign(
    new Writable({
      write(chunk, _, done) {
        out += String(chunk);
        done();
      },
    }),
    { columns },
  );
  const io = { cwd: '/', env: {}, now: () => new Date(), stdout: stream, stderr: stream } as unknown as Io;
  const status = await main(args, io);
  return { status, out };
}

describe('help', () => {
  it.each([[['help', 'audit']], [['audit', '--help']], [['audit', '-h']], [['--help', 'audit']]])(
    '%j is that of audit',
    async (args) => {
      const { status, out } = await print(args);

      expect(status).toBe(0);
      expect(out).toMatch(/^rotate-pr audit\n/);
      expect(out).toContain('--other-credentials');
    },
  );

  it.each([[['help']], [['--help']]])('%j lists the commands', async (args) => {
    const { out } = await print(args);

    for (const { name } of COMMANDS) expect(out).toContain(`rotate-pr ${name}`);
  });

  it.each([60, 80, 160])('fits a terminal of %i columns, and uses it', async (columns) => {
    for (const args of [['help'], ...COMMANDS.map(({ name }) => ['help', name])]) {
      const { out } = await print(args, columns);
      const widths = out.split('\n').map((line) => line.length);

      expect(Math.max(...widths), args.join(' ')).toBeLessThanOrEqual(columns);
    }
    const { out } = await print(['help', 'open'], columns);
    expect(Math.max(...out.split('\n').map((line) => line.length))).toBeGreaterThan(columns - 15);
  });
});

it.each([[['version']], [['--version']]])('%j prints the version', async (args) => {
  expect(await print(args)).toEqual({ status: 0, out: `${readVersion()}\n` });
});
