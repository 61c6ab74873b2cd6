import * as core from '@actions/core';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { logLine, tell } from '../../src/action/runner.ts';

afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllEnvs();
  process.exitCode = undefined;
});

/** What is written to the log meanwhile. */
async function logOf(action: () => unknown): Promise<string> {
  const written: string[] = [];
  vi.spyOn(process.stdout, 'write').mockImplementation((text) => written.push(String(text)) > 0);
  await action();
  vi.restoreAllMocks();
  return written.join('');
}

describe('the log of a run', () => {
  it.each([
    ['::error::x', ':\u200b:error::x\n'],
    ['  ::add-mask::x', '  :\u200b:add-mask::x\n'],
    ['a\n::error::x', 'a\\n::error::x\n'],
    ['a\r::error::x', 'a\\r::error::x\n'],
    ['see ##[error]x', 'see ##\u200b[error]x\n'],
    ['a module::name', 'a module::name\n'],
    ['token s3cret', 'token ***\n'],
  ])('has no command in the line %j', async (line, written) => {
    expect(await logOf(() => logLine(core, line, ['s3cret']))).toBe(written);
  });

  it('points below the folder of the environments repository, and fails with a sentence', async () => {
    const place = { file: 'namespaces/a/b/resources/c,d.tf', line: 3 };

    const log = await logOf(() =>
      tell(
        { runner: core, env: {}, secrets: [] },
        {
          ...{ outputs: {}, summary: '', groups: [{ name: 'a::b', lines: ['x'] }], end: 'Done.' },
          annotations: [{ level: 'warning', title: 'T', message: 'M', place }],
          failure: 'Not well.',
          prefix: 'environments',
        },
      ),
    );

    expect(log.split('\n')).toEqual([
      '::group::a::b',
      'x',
      '::endgroup::',
      '::warning title=T,file=environments/namespaces/a/b/resources/c%2Cd.tf,line=3::M',
      'Done.',
      '::error::Not well.',
      '',
    ]);
    expect(process.exitCode).toBe(1);
  });

  it.each([
    ['outputs', { GITHUB_OUTPUT: '/nowhere/output' }, /the outputs of the step cannot be written/],
    ['summary', { GITHUB_STEP_SUMMARY: '/nowhere/summary' }, /the summary of the step cannot be written/],
  ])('fails with a clear error where the runner has no file for the %s', async (_, env, words) => {
    for (const [name, value] of Object.entries(env)) vi.stubEnv(name, value);
    const told = { outputs: { due: '1' }, summary: 'x', groups: [], annotations: [], prefix: '' };

    const log = await logOf(() =>
      tell({ runner: core, env, secrets: [] }, { ...told, end: 'Done.', failure: null }),
    );

    expect(log).toMatch(words);
    expect(log).toMatch(/^Done\.$/m);
    expect(log).not.toContain('mistake in rotate-pr');
    expect(process.exitCode).toBe(1);
  });
});
