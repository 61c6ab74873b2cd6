/**
 * What the user sees of every command in every format, over the sample repository: one file of golden/ each, so that a
 * changed sentence shows as a changed line. `npx vitest run --config test/vitest.config.ts golden -u` writes them anew.
 */
import { beforeAll, describe, expect, it } from 'vitest';
import { COMMANDS } from '../../src/cli/commands.ts';
import type { Run } from '../../src/demo/run.ts';
import type { World } from '../github/world.ts';
import { runCommandLine } from './command-line.ts';
import { DATE, type Stage, sharedStage } from './harness.ts';
import { publishModules } from './modules.ts';
import { runAction } from './runner.ts';

const NOW = new Date(`${DATE}T10:00:00Z`);
const now = (): Date => NOW;
/** It stands still, so that what is said of a run's progress does not hang on how long it takes. */
const clock = { now, monotonic: () => 0, after: () => () => {} };
const DAY = ['--date', DATE];
const EXTENSIONS = { text: 'txt', json: 'json', markdown: 'md', csv: 'csv' } as const;
type Format = keyof typeof EXTENSIONS;
const FORMATS = Object.keys(EXTENSIONS) as readonly Format[];
/** All that the files of the sample name. */
const TEAMS = [
  ...['allotments', 'apiary', 'coast-guides', 'dovecotes', 'ferries', 'granary', 'grounds-operations'],
  ...['hedgerows', 'millers', 'river-watch', 'waterways'],
];

interface Golden {
  readonly name: string;
  readonly args: readonly string[];
  readonly formats?: readonly Format[];
}

/** In this order: what comes later sees what was opened before it. */
const RUNS: readonly Golden[] = [
  { name: 'audit', args: ['audit', ...DAY] },
  { name: 'audit-verbose', args: ['audit', '--verbose', ...DAY], formats: ['text', 'markdown'] },
  { name: 'audit-due', args: ['audit', '--due', '--no-production', '--fail-on', 'due', ...DAY] },
  { name: 'audit-other', args: ['audit', '-n', 'canal-*', '--other-credentials', ...DAY] },
  { name: 'audit-since', args: ['audit', '--since', '2026-01-01', ...DAY] },
  { name: 'plan', args: ['plan', '--all', ...DAY] },
  { name: 'plan-upgrade', args: ['plan', '-n', 'beekeeping-licence-prod', '--upgrade', ...DAY] },
  {
    name: 'plan-incident',
    args: ['plan', '--all', '--incident', '--reason', 'Leaked by a build step', '--group', 'kind', ...DAY],
  },
  { name: 'runbook', args: ['runbook', '-n', 'canal-*', ...DAY] },
  { name: 'runbook-incident', args: ['runbook', '-n', 'allotment-*', '--incident', ...DAY] },
  { name: 'config', args: ['config'] },
  { name: 'status-nothing', args: ['status', ...DAY] },
  { name: 'dashboard-dry-run', args: ['dashboard', '--dry-run', ...DAY] },
  { name: 'open-nothing-selected', args: ['open', ...DAY], formats: ['text'] },
  { name: 'open', args: ['open', '--due', '--limit', '6', ...DAY] },
  { name: 'open-again', args: ['open', '--due', '--limit', '6', ...DAY] },
  { name: 'status', args: ['status', ...DAY] },
  { name: 'plan-of-open', args: ['plan', '--due', ...DAY] },
  { name: 'dashboard', args: ['dashboard', ...DAY] },
  { name: 'close-dry-run', args: ['close', '--all', '--dry-run', ...DAY] },
  { name: 'close', args: ['close', '--all', '--reason', 'Opened by mistake', ...DAY] },
  { name: 'status-closed', args: ['status', '--verbose', ...DAY] },
  { name: 'apply', args: ['apply', '-n', 'canal-*', '-n', 'beekeeping-*', ...DAY] },
  { name: 'init', args: ['init'], formats: ['text', 'json'] },
];

/** Without what is another one in each run. */
function steady(text: string, world: World): string {
  return (
    text
      .replaceAll(world.folder, '<folder>')
      // git may store the end of a line as another one
      .replaceAll('\r', '␍')
      .replace(/127\.0\.0\.1:\d+/g, '127.0.0.1:<port>')
      .replace(/\b[0-9a-f]{40}\b/g, '<commit>')
      .replace(/(?<=commit )[0-9a-f]{7,12}\b/g, '<commit>')
  );
}

async function expectGolden(name: string, extension: string, text: string): Promise<void> {
  await expect(text).toMatchFileSnapshot(`golden/${name}.${extension}`);
}

/** The exit code and what is said beside the result. */
function aside({ status, stderr }: Run): string {
  return `exit code ${status}\n${stderr}`;
}

function goldenStage(): () => Stage {
  const shared = sharedStage({ now, teams: Object.fromEntries(TEAMS.map((team) => [team, 'collaborator'])) });
  beforeAll(() => publishModules(shared().world));
  return shared;
}

describe.each(FORMATS)('as %s', (format) => {
  const shared = goldenStage();
  const runs = RUNS.filter(({ formats = FORMATS }) => formats.includes(format));

  it.each(runs)('$name', async ({ name, args }) => {
    const { world, rotatePr } = shared();

    const run = await rotatePr([...args, '--format', format], { clock });

    if (run.stdout !== '') await expectGolden(name, EXTENSIONS[format], steady(run.stdout, world));
    // what is said beside the result is the same in every format
    if (format === 'text') await expectGolden(name, 'stderr.txt', steady(aside(run), world));
  });
});

describe('in colours', () => {
  const shared = goldenStage();

  it.each(['audit', 'plan', 'status'])('%s', async (name) => {
    const { world, rotatePr } = shared();
    const selection = name === 'plan' ? ['-n', 'canal-*'] : [];

    const { stdout } = await rotatePr([name, ...selection, '--color', ...DAY], { clock });

    await expectGolden(`${name}-color`, 'txt', steady(stdout, world).replaceAll('\u001b', '␛'));
  });
});

describe('by the Action', () => {
  const shared = goldenStage();

  it.each([
    ['plan', { all: true, date: DATE }],
    ['audit', { date: DATE, 'fail-on': 'due' }],
    ['open', { due: true, limit: 6, date: DATE }],
    ['dashboard', { date: DATE }],
  ])('%s', async (command, inputs) => {
    const { world } = shared();

    const { status, log, outputs, summary } = await runAction(world, { command, ...inputs }, { now });

    const outputLines = Object.entries(outputs).map(([name, value]) => `${name}=${value}\n`);
    const text = `exit code ${status}\n${log}\n${outputLines.join('')}`;
    await expectGolden(`action-${command}`, 'txt', steady(text, world));
    await expectGolden(`action-${command}-summary`, 'md', steady(summary, world));
  });
});

describe('about itself', () => {
  const cwd = import.meta.dirname;

  it.each(['', ...COMMANDS.map(({ name }) => name)])('%s --help', async (name) => {
    const run = await runCommandLine([...(name === '' ? [] : [name]), '--help'], { cwd, env: {} });

    expect(run).toMatchObject({ status: 0, stderr: '' });
    await expectGolden(name === '' ? 'help' : `help-${name}`, 'txt', run.stdout);
  });

  it.each(['bash', 'zsh', 'fish'])('completion %s', async (shell) => {
    const run = await runCommandLine(['completion', shell], { cwd, env: {} });

    await expectGolden('completion', shell, run.stdout);
  });
});
