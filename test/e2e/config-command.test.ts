import { mkdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { ConfigResult, InitResult } from '../../src/results/config.ts';
import type { World } from '../github/world.ts';
import { DATE, stage } from './harness.ts';
import { land } from './land.ts';

const CONFIG = '.github/rotate-pr.yml';
const WORKFLOW = '.github/workflows/rotate-pr.yml';

async function put(world: World, file: string, text: string): Promise<void> {
  await mkdir(dirname(join(world.clone, file)), { recursive: true });
  await writeFile(join(world.clone, file), text);
}

const SETTINGS = [
  'limit: 5',
  'stagger: { holdProductionDays: 3 }',
  'overrides:',
  '  - match: { namespace: canal-* }',
  '    maxAge: 30',
  '  - match: { namespace: canl-* }',
  '    maxAge: 30',
  'snooze:',
  '  - match: { kind: rds }',
  '    until: 2026-11-23',
  '    reason: "@somebody | <b>"',
  'freezes:',
  '  - { from: 2020-01-01, to: 9999-12-31, reason: for good }',
  '',
].join('\n');

describe('rotate-pr config', () => {
  it('says what is in force and where each value comes from', async () => {
    const { world, json } = await stage();
    await put(world, CONFIG, SETTINGS);

    const result = await json<ConfigResult>(['config', '--date', DATE, '--cluster', 'live']);

    const origins = Object.fromEntries(
      result.settings.map(({ key, value, origin }) => [key, [value, origin]]),
    );
    const fromDefault = { from: 'default', flag: null, file: null, line: null };
    const fromFile = (line: number) => ({ from: 'file', flag: null, file: CONFIG, line });
    expect(result).toMatchObject({ schemaVersion: 1, date: DATE, base: null, file: CONFIG });
    expect(origins).toMatchObject({
      'maxAge.rds': [90, fromDefault],
      clusters: [['live'], { from: 'flag', flag: '--cluster', file: null, line: null }],
      limit: [5, fromFile(1)],
      maxOpen: [null, fromDefault],
      'stagger.enabled': [true, fromDefault],
      'stagger.holdProductionDays': [3, fromFile(2)],
      refreshAfter: [14, fromDefault],
    });
  });

  it('says how much each rule matches, which match nothing, and which snoozes have run out', async () => {
    const { world, json } = await stage();
    await put(world, CONFIG, SETTINGS);

    const { rules, problems } = await json<ConfigResult>(['config', '--date', DATE]);

    expect(rules.map(({ list, line, namespaces, inForce }) => ({ list, line, namespaces, inForce }))).toEqual(
      [
        { list: 'overrides', line: 4, namespaces: 2, inForce: true },
        { list: 'overrides', line: 6, namespaces: 0, inForce: true },
        { list: 'snooze', line: 9, namespaces: expect.any(Number), inForce: false },
      ],
    );
    expect(problems.map(({ line, code }) => `${line} ${code}`)).toEqual([
      '6 matches-nothing',
      '9 snooze-ended',
    ]);
  });

  it('says whether pull requests may be opened now, and why not', async () => {
    const { world, json, rotatePr } = await stage();
    expect((await json<ConfigResult>(['config'])).opening).toEqual({
      open: true,
      closedUntil: null,
      reason: null,
    });
    await put(world, CONFIG, SETTINGS);

    const { opening } = await json<ConfigResult>(['config']);

    expect(opening).toEqual({
      open: false,
      closedUntil: null,
      reason: 'frozen from 2020-01-01 to 9999-12-31: for good',
    });
    expect((await rotatePr(['config'])).stdout).toContain(
      'No pull request is opened: frozen from 2020-01-01',
    );
  });

  it('shows the same to people, as a table for each of the formats', async () => {
    const { world, rotatePr } = await stage();
    await put(world, CONFIG, SETTINGS);

    const text = await rotatePr(['config', '--date', DATE]);
    const markdown = await rotatePr(['config', '--date', DATE, '--format', 'markdown']);
    const csv = await rotatePr(['config', '--date', DATE, '--format', 'csv']);

    expect([text.status, markdown.status, csv.status]).toEqual([0, 0, 0]);
    expect(text.stdout).toMatch(/^limit +5 +\.github\/rotate-pr\.yml:1$/m);
    expect(text.stdout).toMatch(
      /^ {2}\.github\/rotate-pr\.yml:6 {2}overrides +maxAge 30 +matches nothing +namespace: canl-\*$/m,
    );
    expect(markdown.stdout).toContain('| `limit` | 5 | .github/rotate-pr.yml:1 |');
    expect(markdown.stdout).not.toMatch(/@somebody|<b>/);
    expect(csv.stdout).toContain(`limit,5,file,,${CONFIG},1,,\r\n`);
  });

  it('reads the file of a commit with --base, and says when there is none', async () => {
    const { world, json, rotatePr } = await stage();
    const commit = await land(world, { [CONFIG]: 'limit: 9\n' });
    await world.runGit('fetch', '--quiet', 'origin');

    const there = await json<ConfigResult>(['config', '--base', 'origin/main']);
    const { stdout } = await rotatePr(['config']);

    expect(there).toMatchObject({ base: commit, file: CONFIG });
    expect(stdout).toContain('There is no config file: the defaults are in force.');
  });
});

describe('rotate-pr init', () => {
  it('writes a workflow and a config file that has no mistake, and says what to do next', async () => {
    const { world, rotatePr, json } = await stage();

    const { status, stdout, stderr } = await rotatePr(['init']);

    expect(status).toBe(0);
    expect(stderr).toBe('');
    expect(stdout).toContain(`written  ${WORKFLOW}`);
    expect(stdout).toContain(`written  ${CONFIG}`);
    expect(stdout).toMatch(/ROTATE_PR_TOKEN[\s\S]*rotate-pr plan --due/);
    expect((await world.runGit('status', '--short', '-uall')).trim().split('\n')).toEqual([
      `?? ${CONFIG}`,
      `?? ${WORKFLOW}`,
    ]);
    expect(await json<ConfigResult>(['config'])).toMatchObject({ file: CONFIG, problems: [] });
  });

  it('writes from any folder of the repository, to its top', async () => {
    const { world, rotatePr } = await stage();

    await rotatePr(['init', '--quiet'], { cwd: join(world.clone, 'namespaces') });

    expect(await readFile(join(world.clone, WORKFLOW), 'utf8')).toContain('rotate-pr');
  });

  it('writes over nothing, also a second time', async () => {
    const { world, json, rotatePr } = await stage();
    await put(world, '.github/rotate-pr.yaml', '# mine\n');

    const first = await json<InitResult>(['init']);
    const before = await readFile(join(world.clone, WORKFLOW), 'utf8');
    const second = await json<InitResult>(['init']);
    const again = await rotatePr(['init']);

    expect(first.files).toEqual([
      { path: WORKFLOW, outcome: 'written', reason: null },
      { path: '.github/rotate-pr.yaml', outcome: 'left-alone', reason: 'it is there already' },
    ]);
    expect(second.files.map(({ outcome }) => outcome)).toEqual(['left-alone', 'left-alone']);
    expect(again.status).toBe(0);
    expect(await readFile(join(world.clone, WORKFLOW), 'utf8')).toBe(before);
    expect(await readFile(join(world.clone, '.github/rotate-pr.yaml'), 'utf8')).toBe('# mine\n');
  });

  it('follows no link out of the repository', async () => {
    const { world, rotatePr } = await stage();
    const outside = join(world.folder, 'outside');
    await mkdir(outside);
    await rm(join(world.clone, '.github'), { recursive: true, force: true });
    await symlink(outside, join(world.clone, '.github'));

    const { status, stderr } = await rotatePr(['init']);

    expect(status).toBe(2);
    expect(stderr).toMatch(/leads out of/);
    await expect(readFile(join(outside, 'rotate-pr.yml'))).rejects.toThrow(/ENOENT/);
  });

  it('says what is in the way', async () => {
    const { world, rotatePr } = await stage();
    await rm(join(world.clone, '.github'), { recursive: true, force: true });
    await writeFile(join(world.clone, '.github'), '');

    const { status, stdout, stderr } = await rotatePr(['init']);

    expect(status).toBe(2);
    expect(stdout).toBe('');
    expect(stderr).toMatch(/\.github\/workflows\/rotate-pr\.yml cannot be written in .* \(E\w+\)/);
  });

  it('is for an environments repository', async () => {
    const { world, rotatePr } = await stage();

    const { status, stderr } = await rotatePr(['init'], { cwd: world.folder });

    expect(status).toBe(2);
    expect(stderr).toMatch(/environments/);
  });
});
