import { describe, expect, it } from 'vitest';
import { run } from '../../src/demo/run.ts';
import { secretForms } from '../../src/github/redact.ts';
import { WRITE_TOKEN } from '../github/world.ts';
import { CLI } from './command-line.ts';
import { DATE, type Stage, stage } from './harness.ts';

const NAMESPACE = 'canal-permits-dev';

/** What a run printed, all of it: in a process of its own, whose libraries read the environment as they are loaded. */
async function printed(
  { world }: Stage,
  args: readonly string[],
  env: Record<string, string>,
): Promise<string> {
  const { stdout, stderr } = await run(process.execPath, [CLI, ...args, '--date', DATE], {
    cwd: world.clone,
    env: { ...world.env, ...env },
  });
  return `${stdout}\n${stderr}`;
}

describe('the token, when somebody looks for the cause of a failure', () => {
  it.each([
    ['DEBUG', { DEBUG: '*' }],
    ['DEBUG of the library that starts git', { DEBUG: 'simple-git:*' }],
    ["git's traces", { GIT_TRACE: '1', GIT_CURL_VERBOSE: '1', GIT_TRACE_REDACT: '0', GIT_TRACE_SETUP: '1' }],
    [
      "git's second traces",
      {
        GIT_TRACE2: '2',
        GIT_TRACE2_EVENT: '2',
        GIT_TRACE2_ENV_VARS: 'GITHUB_TOKEN',
        GIT_TRACE2_CONFIG_PARAMS: '*',
      },
    ],
  ])('is printed nowhere by %s', async (_name, env) => {
    const here = await stage();
    const { world } = here;

    const opened = await printed(here, ['open', '-n', NAMESPACE, '--verbose'], env);
    world.git.intercept(() => ({ status: 500, body: 'out of order' }));
    const failed = await printed(here, ['open', '-n', NAMESPACE, '--verbose'], env);

    expect(opened).toContain('1 created');
    expect(failed).toContain('The requested URL returned error: 500');
    for (const secret of secretForms(WRITE_TOKEN)) expect(opened + failed).not.toContain(secret);
  });

  it("is printed nowhere by DEBUG, nor is a password in the remote's URL", async () => {
    const here = await stage();
    await here.world.runGit(
      'remote',
      'set-url',
      'origin',
      here.world.git.url.replace('://', '://x:hunter2hunter2@'),
    );

    const said = await printed(here, ['open', '-n', NAMESPACE, '--verbose'], { DEBUG: '*' });

    expect(said).toContain('rotate-pr');
    for (const secret of [...secretForms(WRITE_TOKEN), 'hunter2hunter2']) expect(said).not.toContain(secret);
  });
});
