import { spawn } from 'node:child_process';
import { tmpdir } from 'node:os';
import { describe, expect, it } from 'vitest';
import { cleanEnvironment } from '../../src/demo/run.ts';
import { CLI, runCommandLine } from './command-line.ts';
import { DATE, sharedStage } from './harness.ts';

const ESCAPE = '\u001b';

describe('what is printed', () => {
  const stage = sharedStage();

  it.each([
    [80, ['audit']],
    [160, ['audit']],
    [80, ['plan', '--all']],
    [80, ['apply', '-n', 'lighthouse-guide-prod']],
    [80, ['open', '-n', 'lighthouse-guide-prod']],
  ])('fits %i columns, but for what cannot be broken: %j', async (columns, command) => {
    const { stdout } = await stage().rotatePr([...command, '--date', DATE], {
      env: { COLUMNS: String(columns) },
    });

    // a path, a link and a line of a diff are left whole
    const prose = stdout.split('\n').filter((line) => !/namespaces\/|^[ +-@]|https?:/.test(line));
    expect(prose.filter((line) => [...line].length > columns)).toEqual([]);
    expect(prose.length).toBeGreaterThan(0);
    expect(stdout).not.toMatch(/undefined|\[object|NaN/);
  });

  it.each(['json', 'csv', 'markdown', 'text'])(
    'is a result and nothing else on stdout, as %s',
    async (format) => {
      for (const command of ['audit', 'plan', 'open']) {
        const args = [
          command,
          '-n',
          'lighthouse-guide-prod',
          '-n',
          'zz*',
          '--date',
          DATE,
          '--format',
          format,
        ];

        const { stdout, stderr } = await stage().rotatePr(args);
        const quiet = await stage().rotatePr([...args, '--quiet']);

        expect(stderr).toMatch(/zz\*/);
        expect(quiet).toMatchObject({ stdout, stderr: '' });
        expect(stdout.endsWith('\n') && !stdout.endsWith('\n\n')).toBe(true);
        if (format === 'json') expect(JSON.parse(stdout)).toMatchObject({ schemaVersion: 1, date: DATE });
        if (format === 'csv')
          expect(stdout).toMatch(/^id,cluster,namespace,file,line,kind,module,[^\n]+\r?\n/);
        if (format === 'markdown') expect(stdout).toMatch(/^## /);
      }
    },
  );

  it.each([
    ['is coloured on request', { NO_COLOR: undefined, FORCE_COLOR: '1' }, [], true],
    ['is coloured with --color', {}, ['--color'], true],
    ['is plain for a pipe', { NO_COLOR: undefined }, [], false],
    ['is plain with NO_COLOR, whatever FORCE_COLOR says', { FORCE_COLOR: '1' }, [], false],
    ['is plain with --no-color', { NO_COLOR: undefined, FORCE_COLOR: '1' }, ['--no-color'], false],
    ['is plain as JSON', { NO_COLOR: undefined, FORCE_COLOR: '1' }, ['--format', 'json'], false],
    ['is plain as CSV', { NO_COLOR: undefined, FORCE_COLOR: '1' }, ['--format', 'csv'], false],
    ['is plain as Markdown', { NO_COLOR: undefined, FORCE_COLOR: '1' }, ['--format', 'markdown'], false],
  ])('%s', async (_, env, flags, colours) => {
    const { stdout } = await stage().rotatePr(['audit', '-n', 'canal-permits-prod', ...flags], { env });

    expect(stdout.includes(ESCAPE)).toBe(colours);
  });
});

describe('a reader that goes away', () => {
  const stage = sharedStage();

  /** Runs the program and closes one of its pipes before a byte is read. */
  function runClosing(pipe: 'stdout' | 'stderr', args: readonly string[]): Promise<number | null> {
    const child = spawn(process.execPath, [CLI, ...args], {
      cwd: stage().world.clone,
      env: { ...cleanEnvironment(), ...stage().world.env },
    });
    child[pipe].destroy();
    child[pipe === 'stdout' ? 'stderr' : 'stdout'].resume();
    return new Promise((resolve) => child.on('close', resolve));
  }

  it('does not change what the exit code says', async () => {
    expect(await runClosing('stdout', ['audit'])).toBe(0);
    expect(await runClosing('stdout', ['audit', '--fail-on', 'due'])).toBe(1);
    expect(await runClosing('stdout', ['--help'])).toBe(0);
  });

  it('does not leave pull requests half opened', async () => {
    const args = ['open', '-n', 'canal-*', '-n', 'granary-*', '--date', DATE];

    expect(await runClosing('stderr', args)).toBe(0);

    const { stdout } = await stage().rotatePr(args);
    expect(stdout).toMatch(/4 unchanged/);
  });
});

it.each([
  ['--help'],
  ['open', '--help'],
  ['audit', '--help'],
  ['plan', '--help'],
  ['apply', '--help'],
  ['demo', '--help'],
])('%s %s explains itself anywhere', async (...args) => {
  const { status, stdout, stderr } = await runCommandLine(args, { cwd: tmpdir(), env: {} });

  expect(status).toBe(0);
  expect(stderr).toBe('');
  expect(stdout).toMatch(/^rotate-pr/);
  expect(stdout).toMatch(/--help/);
});
