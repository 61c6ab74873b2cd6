import { mkdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { git } from '../../src/demo/run.ts';
import type { ConfigResult } from '../../src/results/config.ts';
import type {
  ApplyResult,
  AuditResult,
  Credential,
  OpenResult,
  PlanResult,
} from '../../src/results/results.ts';
import type { RunbookResult } from '../../src/results/runbook.ts';
import type { World } from '../github/world.ts';
import { DATE, listPulls, stage } from './harness.ts';
import { land, resources, serviceAccount } from './land.ts';

const FILE = '.github/rotate-pr.yml';

async function settle(world: World, text: string | Uint8Array, file = FILE): Promise<void> {
  await mkdir(dirname(join(world.clone, file)), { recursive: true });
  await writeFile(join(world.clone, file), text);
}

describe('the config file', () => {
  it('gives each credential its own maximum age, and --max-age wins over it', async () => {
    const { world, json } = await stage();
    await settle(
      world,
      [
        'maxAge: { default: 10000, rds: 200 }',
        'overrides:',
        '  - match: { production: true }',
        '    maxAge: 30',
        '  - match: { team: waterways, kind: [rds, elasticache] }',
        '    maxAge: 5000',
      ].join('\n'),
    );

    const { credentials } = await json<AuditResult>(['audit', '--date', DATE]);

    const ages = (matches: (each: Credential) => boolean) => [
      ...new Set(credentials.filter(matches).map(({ maxAgeDays }) => maxAgeDays)),
    ];
    expect(ages(({ namespace, kind }) => namespace === 'canal-permits-prod' && kind === 'rds')).toEqual([
      5000,
    ]);
    expect(
      ages(({ namespace, kind }) => namespace === 'canal-permits-prod' && kind === 'serviceaccount'),
    ).toEqual([30]);
    expect(ages(({ namespace, kind }) => namespace === 'allotment-register-dev' && kind === 'rds')).toEqual([
      200,
    ]);
    expect(
      ages(({ namespace, kind }) => namespace === 'canal-permits-dev' && kind === 'serviceaccount'),
    ).toEqual([10000]);
    for (const { state, ageDays, maxAgeDays } of credentials) {
      if (state === 'ok' && ageDays !== null) expect(ageDays).toBeLessThanOrEqual(maxAgeDays);
      if (state === 'due' && ageDays !== null) expect(ageDays).toBeGreaterThan(maxAgeDays);
    }
    const flagged = await json<AuditResult>(['audit', '--date', DATE, '--max-age', '77']);
    expect(new Set(flagged.credentials.map(({ maxAgeDays }) => maxAgeDays))).toEqual(new Set([77]));
  });

  it('keeps what is excluded or snoozed out of apply and runbook, each with its reason', async () => {
    const { world, json } = await stage();
    await settle(
      world,
      [
        'exclude:',
        '  - match: { namespace: canal-permits-prod, kind: rds }',
        '    reason: Goes away with the old service',
        'snooze:',
        '  - match: { credential: canal-permits-prod/serviceaccount.tf#* }',
        '    until: 2026-12-01',
        '    reason: Release week',
      ].join('\n'),
    );
    const args = ['-n', 'canal-permits-prod', '--date', DATE];

    const { credentials } = await json<AuditResult>(['audit', ...args]);
    const { namespaces, skipped } = await json<RunbookResult>(['runbook', ...args]);
    const lifted = await json<AuditResult>(['audit', ...args, '--include-held']);
    const applied = await json<ApplyResult>(['apply', ...args]);

    const states = (of: readonly Credential[]) =>
      Object.fromEntries(of.map(({ kind, state }) => [kind, state]));
    expect(states(credentials)).toEqual({ rds: 'exempt', serviceaccount: 'held', elasticache: 'due' });
    expect(states(lifted.credentials)).toMatchObject({
      rds: 'exempt',
      serviceaccount: expect.stringMatching(/ok|due/),
    });
    const reasons = [
      { code: 'excluded', message: `excluded by ${FILE}:2: Goes away with the old service` },
      { code: 'snoozed', message: `put off until 2026-12-01 by ${FILE}:5: Release week` },
    ];
    expect(applied.changes.map(({ kind }) => kind)).toEqual(['elasticache']);
    for (const list of [applied.skipped, skipped]) {
      expect(
        list.map(({ code, message }) => ({ code, message })).toSorted((a, b) => (a.code < b.code ? -1 : 1)),
      ).toEqual(reasons);
    }
    expect(namespaces.flatMap((each) => each.credentials).map(({ kind }) => kind)).toEqual(['elasticache']);
  });

  it('lets a snooze end on its day', async () => {
    const { world, json } = await stage();
    await settle(world, 'snooze:\n  - match: { kind: rds }\n    until: 2026-12-01\n    reason: x\n');
    const held = async (date: string): Promise<number> =>
      (await json<AuditResult>(['audit', '-n', 'canal-permits-prod', '--date', date])).summary.byState.held;

    expect(await held('2026-11-30')).toBe(1);
    expect(await held('2026-12-01')).toBe(0);
  });

  it('still lists what is overdue and excluded with --due', async () => {
    const { world, json, rotatePr } = await stage();
    await settle(world, 'exclude:\n  - match: { namespace: canal-permits-prod }\n    reason: x\n');
    const args = ['-n', 'canal-permits-prod', '--due', '--date', DATE];

    const applied = await json<ApplyResult>(['apply', ...args]);
    const audit = await rotatePr(['audit', ...args, '--fail-on', 'due']);

    expect(applied.changes).toEqual([]);
    expect(applied.skipped.length).toBeGreaterThan(0);
    expect(new Set(applied.skipped.map(({ code }) => code))).toEqual(new Set(['excluded']));
    expect(audit.status).toBe(0);
  });

  it('does not rotate an excluded credential by the date that it shares with another', async () => {
    const { world, json, rotatePr } = await stage();
    const folder = resources('canal-permits-dev');
    const shared = ['one', 'two']
      .map((name) => serviceAccount(name, 'X').replace('"X"', 'local.rotated'))
      .join('\n');
    await settle(world, `locals {\n  rotated = "01-01-2025"\n}\n\n${shared}`, `${folder}/shared.tf`);
    await settle(world, 'exclude:\n  - match: { module: two }\n    reason: must stay\n');

    const { changes, skipped } = await json<ApplyResult>([
      'apply',
      '-n',
      'canal-permits-dev',
      '-m',
      '{one,two}',
    ]);

    expect(changes).toEqual([]);
    expect(skipped.map(({ id, code }) => `${id} ${code}`).toSorted()).toEqual([
      'canal-permits-dev/shared.tf#one shared-date',
      'canal-permits-dev/shared.tf#two excluded',
    ]);
    await rotatePr(['apply', '-n', 'canal-permits-dev', '-m', 'one']);
    expect(await readFile(join(world.clone, folder, 'shared.tf'), 'utf8')).toContain('"01-01-2025"');
  });

  it('narrows a run to its clusters, which selects nothing, and --cluster widens it', async () => {
    const { world, json, rotatePr } = await stage();
    await settle(world, 'clusters: live-2\n');
    const clusters = async (...args: string[]): Promise<string[]> => {
      const { credentials } = await json<AuditResult>(['audit', ...args]);
      return [...new Set(credentials.map(({ cluster }) => cluster.split('.')[0]!))].toSorted();
    };

    expect(await clusters()).toEqual(['live-2']);
    expect(await clusters('--cluster', '*')).toEqual(['live', 'live-2']);
    expect((await rotatePr(['apply'])).stderr).toMatch(/Nothing was selected/);
  });

  it('says where a cluster stands that nobody has', async () => {
    const { world, rotatePr } = await stage();
    await settle(world, '# here\nclusters: [live, live-3]\n');

    const { status, stderr } = await rotatePr(['audit']);

    expect(status).toBe(2);
    expect(stderr).toContain(`${FILE}:2: There is no cluster live-3; the nearest`);
  });

  it('is read where the base branch has it: what only lies in the working tree changes no plan and no pull request', async () => {
    const { world, json } = await stage();
    const args = ['-n', 'canal-permits-prod', '--date', DATE];
    await land(world, { [FILE]: 'exclude:\n  - match: { kind: rds }\n    reason: committed\n' });
    await settle(
      world,
      'exclude:\n  - match: { kind: elasticache }\n    reason: only here\nthis: is a mistake\n',
    );

    const plan = await json<PlanResult>(['plan', ...args]);
    const opened = await json<OpenResult>(['open', ...args]);

    for (const { pullRequests, skipped } of [plan, opened]) {
      expect(pullRequests.flatMap(({ changes }) => changes).map(({ kind }) => kind)).toContain('elasticache');
      expect(skipped.map(({ code }) => code)).toEqual(['excluded']);
    }
    expect(await listPulls(world)).toHaveLength(1);
  });

  it('may name the branch to work against, and --base wins over it', async () => {
    const { world, json } = await stage();
    const next = (await world.runGit('rev-parse', 'HEAD')).trim();
    await git(world.bare, ['branch', 'next', 'main'], world.env);
    const main = await land(world, { [FILE]: 'base: next\n' });
    const base = async (...args: string[]) =>
      (await json<PlanResult>(['plan', '-n', 'canal-permits-prod', ...args])).base;

    expect(await base()).toBe(next);
    expect(await base('--base', 'main')).toBe(main);
  });

  it('is another one with --config, and audit --base reads that of the commit', async () => {
    const { world, json } = await stage();
    await land(world, { [FILE]: 'maxAge: 11\n' });
    await world.runGit('fetch', '--quiet', 'origin');
    await settle(world, 'maxAge: 22\n');
    await settle(world, 'maxAge: 33\n', 'other.yml');
    const age = async (...args: string[]) =>
      (await json<AuditResult>(['audit', '-n', 'canal-permits-prod', ...args])).credentials[0]?.maxAgeDays;

    expect(await age()).toBe(22);
    expect(await age('--base', 'origin/main')).toBe(11);
    expect(await age('--config', 'other.yml')).toBe(33);
    expect(await age('--base', 'origin/main', '--config', join(world.clone, 'other.yml'))).toBe(33);
  });

  it('may end in .yaml', async () => {
    const { world, json } = await stage();
    await settle(world, 'maxAge: 11\n', '.github/rotate-pr.yaml');

    const { file } = await json<ConfigResult>(['config']);

    expect(file).toBe('.github/rotate-pr.yaml');
  });
});

describe('a config file with a mistake', () => {
  it.each(['audit', 'apply', 'runbook', 'config'])(
    'keeps %s from running, and is shown with its line',
    async (command) => {
      const { world, rotatePr } = await stage();
      await settle(world, 'limit: 5\nmaxage: 30\n');
      const before = await world.runGit('status', '--short');

      const { status, stdout, stderr } = await rotatePr([command, ...(command === 'apply' ? ['--all'] : [])]);

      expect(status).toBe(2);
      expect(stdout).toBe('');
      expect(stderr).toContain(`${FILE}:2:1: there is no key "maxage": did you mean maxAge?`);
      expect(stderr).toMatch(/\n {4}2 \| maxage: 30\n {6}\| \^\n/);
      expect(await world.runGit('status', '--short')).toBe(before);
    },
  );

  it.each(['plan', 'open'])('on the base branch keeps %s from running', async (command) => {
    const { world, rotatePr } = await stage();
    await land(world, { [FILE]: 'limit: many\n' });

    const { status, stdout, stderr } = await rotatePr([command, '--all']);

    expect(status).toBe(2);
    expect(stdout).toBe('');
    expect(stderr).toContain(`${FILE}:1:8: limit is "many", expected a whole number`);
    expect(await listPulls(world)).toEqual([]);
  });

  it.each<[string, (world: World) => Promise<unknown>, RegExp]>([
    [
      'a folder',
      (world) => mkdir(join(world.clone, FILE), { recursive: true }),
      /cannot be read: it is a folder/,
    ],
    [
      'no UTF-8',
      (world) => settle(world, Uint8Array.from([0x61, 0x3a, 0x20, 0xff])),
      /rotate-pr\.yml:1:4: the file is not UTF-8/,
    ],
    ['a binary file', (world) => settle(world, 'a\0b'), /it holds a zero byte/],
    ['a huge file', (world) => settle(world, '#'.repeat(70_000)), /larger than 64 KB/],
    ['a file of gigabytes', (world) => settle(world, '#'.repeat(6_000_000)), /larger than 5 MB/],
    [
      'a link to nothing',
      async (world) => {
        await mkdir(join(world.clone, '.github'));
        await symlink('nowhere.yml', join(world.clone, FILE));
      },
      /a symbolic link that leads to nothing/,
    ],
    [
      'a link out of the repository',
      async (world) => {
        await mkdir(join(world.clone, '.github'));
        await symlink('/etc/hostname', join(world.clone, FILE));
      },
      /leads out of the repository/,
    ],
    [
      'two files',
      async (world) => {
        await settle(world, 'limit: 1\n');
        await settle(world, 'limit: 1\n', '.github/rotate-pr.yaml');
      },
      /Both \.github\/rotate-pr\.yml and \.github\/rotate-pr\.yaml are there: keep one of them/,
    ],
  ])('may be %s', async (_, make, says) => {
    const { world, rotatePr } = await stage();
    await rm(join(world.clone, '.github'), { recursive: true, force: true });
    await make(world);

    const { status, stdout, stderr } = await rotatePr(['audit']);

    expect(status).toBe(2);
    expect(stdout).toBe('');
    expect(stderr).toMatch(says);
  });

  it.each([
    [['--config', 'none.yml'], /The config file none\.yml cannot be read: no such file/],
    [['--config', '.github'], /cannot be read/],
    [['--config', '/dev/zero'], /no plain file/],
  ])('may be one that %j names', async (args, says) => {
    const { rotatePr } = await stage();

    const { status, stderr } = await rotatePr(['audit', ...args]);

    expect(status).toBe(2);
    expect(stderr).toMatch(says);
  });

  it('does not show a token that stands in it', async () => {
    const { world, rotatePr } = await stage();
    const token = world.env['GITHUB_TOKEN'] ?? '';
    await settle(world, `limit: ${token}\n`);

    const { stdout, stderr } = await rotatePr(['audit']);

    expect(token).not.toBe('');
    expect(stderr).toContain(`${FILE}:1:8`);
    expect(stdout + stderr).not.toContain(token);
  });
});
