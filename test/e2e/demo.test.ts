import { tmpdir } from 'node:os';
import { expect, it } from 'vitest';
import { run } from '../../src/demo/run.ts';
import { CLI } from './command-line.ts';

it.each([80, 160])(
  'the demo shows the whole path, in %i columns',
  async (columns) => {
    const { status, stdout, stderr } = await run(process.execPath, [CLI, 'demo'], {
      cwd: tmpdir(),
      env: { COLUMNS: String(columns), NO_COLOR: '1' },
    });

    expect(status, stdout + stderr).toBe(0);
    const prompts = stdout.split(/\r?\n/).filter((line) => line.startsWith('$ '));
    expect(prompts.map((line) => line.split(' ').slice(1, 3).join(' '))).toEqual([
      'rotate-pr audit',
      'rotate-pr plan',
      'rotate-pr open',
      'git fetch',
      'cd namespaces/live.*/beekeeping-licence-dev',
      'git diff',
      'rotate-pr open',
    ]);
    expect(stdout).toMatch(/\n\+ {2}db_password_rotated_date= "23-11-2026"\n/);
    expect(stdout).toMatch(/It asked \d+ times and wrote nothing, neither to GitHub nor to git\./);
    expect(stdout.match(/ unchanged\n/g)).toHaveLength(3);
    expect(stdout).not.toMatch(/undefined|\[object|NaN/);
    expect(stdout.split('\n').length).toBeLessThan(240);
  },
  180_000,
);
