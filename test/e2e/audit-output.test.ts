import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { cleanEnvironment } from '../../src/demo/run.ts';
import { removeTemps, tempTree } from '../environments/temp.ts';
import { CLI } from './command-line.ts';
import { DATE, sharedStage } from './harness.ts';

/** util-linux's: gives a program a terminal. */
const hasScript = spawnSync('script', ['--version']).status === 0;

afterAll(removeTemps);

describe('audit --output', () => {
  const stage = sharedStage();
  const audit = ['audit', '-n', 'canal-permits-*', '--date', DATE];

  it.each(['json', 'csv', 'markdown', 'html'])(
    'writes to a file what stdout would get, as %s',
    async (format) => {
      const file = join(tempTree({ report: 'of yesterday' }), 'report');

      const printed = await stage().rotatePr([...audit, '--format', format]);
      const written = await stage().rotatePr([...audit, '--format', format, '--output', file]);

      expect(written).toMatchObject({
        status: 0,
        stdout: '',
        stderr: expect.stringContaining(`Written to ${file}.`),
      });
      expect(readFileSync(file, 'utf8')).toBe(printed.stdout);
      expect(readdirSync(join(file, '..'))).toEqual(['report']);
    },
  );

  it('takes a path from the current folder, says nothing with --quiet, and keeps the exit code', async () => {
    const cwd = tempTree();
    const args = [
      ...audit,
      '--root',
      stage().world.clone,
      '--fail-on',
      'due',
      '--quiet',
      '--output',
      'audit.txt',
    ];

    const run = await stage().rotatePr(args, { cwd, env: { NO_COLOR: undefined, FORCE_COLOR: '1' } });

    expect(run).toMatchObject({ status: 1, stdout: '', stderr: '' });
    expect(readFileSync(join(cwd, 'audit.txt'), 'utf8')).toMatch(/^ +state +kind/);
  });

  it.each(['link', 'folder', 'dangling'])('never writes over a %s', async (name) => {
    const cwd = tempTree({ target: 'precious' });
    symlinkSync('target', join(cwd, 'link'));
    symlinkSync('nowhere', join(cwd, 'dangling'));
    mkdirSync(join(cwd, 'folder'));

    const { status, stdout, stderr } = await stage().rotatePr([...audit, '--output', join(cwd, name)]);

    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr).toMatch(/is there already and is no regular file/);
    expect(readFileSync(join(cwd, 'target'), 'utf8')).toBe('precious');
    expect(existsSync(join(cwd, 'nowhere'))).toBe(false);
  });

  it('names the folder that is missing', async () => {
    const folder = join(tempTree(), 'gone');

    const { status, stderr } = await stage().rotatePr([...audit, '--output', join(folder, 'x.html')]);

    expect(status).toBe(2);
    expect(stderr).toContain(`there is no folder ${folder}. Make it first.`);
  });

  it('leaves the old file where the run fails', async () => {
    const file = join(tempTree({ report: 'of yesterday' }), 'report');

    const { status } = await stage().rotatePr(['audit', '-n', 'no-such-namespace', '--output', file]);

    expect(status).toBe(2);
    expect(readFileSync(file, 'utf8')).toBe('of yesterday');
  });
});

describe('--format html', () => {
  const stage = sharedStage();

  it.each(['open', 'plan', 'apply', 'runbook'])('is told to be for audit only by %s', async (command) => {
    const { status, stdout, stderr } = await stage().rotatePr([command, '--all', '--format', 'html']);

    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr).toContain('--format html is for audit only');
  });

  it('is one document on stdout', async () => {
    const { status, stdout, stderr } = await stage().rotatePr(['audit', '--format', 'html', '--date', DATE]);

    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(stdout).toMatch(/^<!doctype html>\n[\s\S]*<\/html>\n$/);
  });

  it('reads a commit as it reads the working tree', async () => {
    const { world, rotatePr } = stage();
    const args = ['audit', '--format', 'html', '--date', DATE];
    const commit = (await world.runGit('rev-parse', 'HEAD')).trim();

    const tree = (await rotatePr(args)).stdout;
    const base = (await rotatePr([...args, '--base', 'HEAD'])).stdout;

    expect(base.replace(`read from commit ${commit.slice(0, 12)}`, 'read from the working tree')).toBe(tree);
  });

  it.runIf(hasScript)('is not poured onto a terminal', () => {
    const { world } = stage();
    const command = `${process.execPath} ${CLI} audit --format html`;
    const env = { ...cleanEnvironment(), ...world.env };

    const { status, stdout } = spawnSync('script', ['-qec', command, '/dev/null'], {
      cwd: world.clone,
      encoding: 'utf8',
      env,
    });

    expect(status).toBe(2);
    expect(stdout).toContain('add --output audit.html');
    expect(stdout).not.toContain('<html');
  });
});
