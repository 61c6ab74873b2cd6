import { mkdir, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { hasPseudoTerminal, type Sitting, type Step, sit } from '../pseudo-terminal.ts';
import { CLI } from './command-line.ts';
import { DATE, listPulls, rotationBranches, type Stage, stage } from './harness.ts';

const QUESTION = /Rotate which namespaces/;
const CTRL_A = '\u0001';
const CTRL_C = '\u0003';
const CTRL_D = '\u0004';
const ENTER = '\r';
/** Looks for two namespaces, ticks them and goes on. */
const PICK: readonly Step[] = [
  [QUESTION, { keys: 'canal-permits' }],
  [/2 matches/, { keys: CTRL_A }],
  [/◼[^\n]*canal-permits-prod/, { keys: ENTER }],
];

/** Runs the program before a person who does what `steps` says. */
function sitBefore(
  { world }: Stage,
  args: readonly string[],
  steps: readonly Step[] = [],
  env: Readonly<Record<string, string | undefined>> = {},
): Promise<Sitting> {
  const command = [process.execPath, CLI, ...args, '--date', DATE];
  return sit(command, { cwd: world.clone, env: { ...world.env, ...env }, steps });
}

function changedFiles({ world }: Stage): Promise<string> {
  return world.runGit('status', '--porcelain');
}

describe.skipIf(!hasPseudoTerminal)('without a selection, on a terminal', () => {
  it('open offers the namespaces, shows the diff, asks once and opens what was picked', async () => {
    const on = await stage();

    const sat = await sitBefore(on, ['open'], [...PICK, [/Open or update these 2/, { keys: 'y' }]]);

    expect(sat).toMatchObject({ status: 0, missed: 0, isRestored: true, isCursorHidden: false });
    expect(sat.text).toMatch(/\d+ of \d+ are due/);
    expect(sat.text).toMatch(/canal-permits-dev +serviceaccount \d+d/);
    expect(sat.text).toMatch(/\u001b\[32m\+[^\n]*rotated_date[^\n]*2026/);
    expect((await listPulls(on.world)).map(({ branch }) => branch).toSorted()).toEqual([
      'rotate/canal-permits-dev',
      'rotate/canal-permits-prod',
    ]);
    expect(on.violations).toEqual([]);
  });

  it('apply changes the files of what was picked, and no others', async () => {
    const on = await stage();

    const sat = await sitBefore(on, ['apply'], [...PICK, [/Change these \d+ files/, { keys: 'y' }]]);

    expect(sat).toMatchObject({ status: 0, missed: 0 });
    const changed = (await changedFiles(on)).trim().split('\n');
    expect(changed.length).toBeGreaterThan(1);
    expect(changed.filter((line) => !line.includes('/canal-permits-'))).toEqual([]);
  });

  it.each([
    ['No, which Enter alone says', [ENTER], 2, /Nothing was written, as you chose/],
    ['Ctrl-C', [CTRL_C], 130, /Stopped; nothing was written/],
  ])('%s to the question writes nothing', async (_, [key = ''], status, words) => {
    const on = await stage();

    const sat = await sitBefore(on, ['apply'], [...PICK, [/Change these/, { keys: key }]]);

    expect(sat).toMatchObject({ status, missed: 0, isRestored: true, isCursorHidden: false });
    expect(sat.text).toMatch(words);
    expect(await changedFiles(on)).toBe('');
  });

  it.each([
    ['Ctrl-C', { keys: CTRL_C }, 130],
    ['Ctrl-D', { keys: CTRL_D }, 130],
    ['Escape', { keys: '\u001b' }, 130],
    ['SIGTERM', { signal: 'SIGTERM' }, 143],
  ])('%s leaves nothing behind, and the terminal as it was', async (_, act, status) => {
    const on = await stage();
    const temporary = join(on.world.folder, 'tmp');
    await mkdir(temporary);
    const before = await on.fingerprint();

    const sat = await sitBefore(on, ['open'], [[QUESTION, act]], { TMPDIR: temporary });

    expect(sat).toMatchObject({ status, missed: 0, isRestored: true, isCursorHidden: false });
    expect(await on.fingerprint()).toEqual(before);
    expect(await readdir(temporary)).toEqual([]);
    expect(await rotationBranches(on.world)).toEqual([]);
  });

  it('--yes writes what was picked without another question', async () => {
    const on = await stage();

    const sat = await sitBefore(on, ['apply', '--yes'], PICK);

    expect(sat).toMatchObject({ status: 0, missed: 0 });
    expect(sat.text).not.toContain('Change these');
    expect(await changedFiles(on)).toMatch(/canal-permits-dev/);
  });

  it('is without colours where NO_COLOR is set', async () => {
    const on = await stage();

    const sat = await sitBefore(on, ['apply'], [...PICK, [/Change these/, { keys: 'n' }]], { NO_COLOR: '1' });

    expect(sat.missed).toBe(0);
    expect(sat.text).not.toMatch(/\u001b\[[\d;]*m/);
  });

  it.each([
    ['CI', { CI: 'true' }],
    ['TERM=dumb', { TERM: 'dumb' }],
  ])('nobody is asked under %s', async (_, env) => {
    const on = await stage();

    const sat = await sitBefore(on, ['apply'], [], env);

    expect(sat.status).toBe(2);
    expect(sat.text).toMatch(/Nothing was selected/);
  });

  it('a run that could only fail asks nothing', async () => {
    const on = await stage();

    const sat = await sitBefore(on, ['open'], [], { GITHUB_TOKEN: undefined, PATH: process.env['PATH'] });

    expect(sat.status).toBe(2);
    expect(sat.text).toMatch(/There is no GitHub token/);
    expect(sat.text).not.toMatch(QUESTION);
  });
});

describe.skipIf(!hasPseudoTerminal)('with a selection, on a terminal', () => {
  it('nothing is asked, and the progress line is gone at the end', async () => {
    const on = await stage();

    const sat = await sitBefore(on, ['apply', '-n', 'canal-permits-dev']);

    expect(sat).toMatchObject({ status: 0, isCursorHidden: false });
    expect(sat.text).toMatch(/\r\u001b\[2Kverifying edits: \d+ of \d+/);
    const left = sat.text.split('\r\n').map((line) => line.split('\r\u001b[2K').at(-1));
    expect(left.join('\n')).not.toMatch(/proving|reading/);
  });

  it.each([
    ['while files are read', /reading namespaces: 0/],
    ['while the edits are proved', /verifying edits: 0/],
  ])('Ctrl-C %s ends the run at once and leaves no file half done', async (_, shown) => {
    const on = await stage();

    const sat = await sitBefore(on, ['apply', '--all'], [[shown, { keys: CTRL_C }]]);

    expect(sat).toMatchObject({ status: 130, missed: 0, isRestored: true, isCursorHidden: false });
    const files = (await on.world.runGit('status', '--porcelain', '--untracked-files=all')).trim();
    expect(files.split('\n').filter((line) => line.startsWith('??'))).toEqual([]);
  });
});
