import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { AuditResult } from '../../src/results/results.ts';
import { DATE, sharedStage } from './harness.ts';

const LIVE = 'live.cloud-platform.service.justice.gov.uk';

describe('what is selected', () => {
  const stage = sharedStage();

  async function selected(args: readonly string[], below = '.'): Promise<string[]> {
    const options = { cwd: join(stage().world.clone, below) };
    const { credentials } = await stage().json<AuditResult>(['audit', '--date', DATE, ...args], options);
    return credentials.map(({ id }) => id);
  }

  async function namespaces(args: readonly string[], below?: string): Promise<string[]> {
    return [...new Set((await selected(args, below)).map((id) => id.slice(0, id.indexOf('/'))))].sort();
  }

  it.each([
    [['-n', 'canal-permits-prod'], ['canal-permits-prod']],
    [
      ['--namespace', 'canal-*'],
      ['canal-permits-dev', 'canal-permits-prod'],
    ],
    [
      ['-n', 'canal-permits-dev', '-n', 'granary-stock-dev'],
      ['canal-permits-dev', 'granary-stock-dev'],
    ],
    [
      ['-n', 'allotment-register-dev'],
      ['allotment-register-dev', 'live-2--allotment-register-dev'],
    ],
    [['-n', 'allotment-register-dev', '--cluster', 'live-2'], ['live-2--allotment-register-dev']],
    [
      ['--cluster', 'live-2*'],
      ['live-2--allotment-register-dev', 'live-2--mill-race-dev'],
    ],
    [
      ['--team', 'waterways'],
      ['canal-permits-dev', 'canal-permits-prod'],
    ],
    [['--team', 'grounds-*'], ['allotment-register-prod']],
    [['--team', 'allotments', '--production'], ['allotment-register-prod']],
    [
      ['--team', 'allotments', '--no-production'],
      ['allotment-register-dev', 'allotment-register-preprod', 'live-2--allotment-register-dev'],
    ],
    [
      ['-n', 'canal-permits-prod', '-n', 'allotment-register-preprod', '--due', '--max-age', '700'],
      ['canal-permits-prod'],
    ],
  ])('%j is %j', async (args, expected) => {
    expect(await namespaces(args)).toEqual(expected);
  });

  it.each([
    [
      ['-n', 'beekeeping-licence-prod', '-k', 'rds'],
      ['hives_database', 'inspections_database'],
    ],
    [
      ['-n', 'beekeeping-licence-prod', '-k', 'rds', '--kind', 'serviceaccount'],
      ['hives_database', 'inspections_database', 'deploy'],
    ],
    [
      ['-n', 'beekeeping-licence-prod', '-m', 'hives_*'],
      ['hives_database', 'hives_cache'],
    ],
    [
      ['-n', 'beekeeping-licence-prod', '--module', 'deploy', '-m', 'hives_cache'],
      ['hives_cache', 'deploy'],
    ],
    [
      ['-k', 'hmpps-template'],
      ['canal_permits_api', 'canal_permits_ui'],
    ],
    [
      ['-n', 'canal-permits-dev'],
      ['canal_permits_api', 'canal_permits_ui', 'scheduled_downtime'],
    ],
    [
      ['-n', 'beekeeping-licence-prod', '--due', '--max-age', '800'],
      ['hives_database', 'hives_cache', 'sessions_cache'],
    ],
  ])('%j is the modules %j', async (args, expected) => {
    expect((await selected(args)).map((id) => id.slice(id.indexOf('#') + 1))).toEqual(expected);
  });

  it('inside a namespace folder is that namespace, in its cluster', async () => {
    const folder = `namespaces/${LIVE}/allotment-register-dev`;

    expect(await namespaces([], folder)).toEqual(['allotment-register-dev']);
    expect(await namespaces([], `${folder}/resources`)).toEqual(['allotment-register-dev']);
    expect(await namespaces(['-n', 'canal-permits-*'], folder)).toEqual([
      'canal-permits-dev',
      'canal-permits-prod',
    ]);
    expect(await namespaces(['-k', 'rds'], folder)).toEqual(['allotment-register-dev']);
    expect(await namespaces(['--due'], folder)).toEqual(['allotment-register-dev']);
    expect((await namespaces(['--all'], folder)).length).toBeGreaterThan(10);
    expect((await namespaces(['--team', '*'], folder)).length).toBeGreaterThan(10);
    expect((await namespaces([], `namespaces/${LIVE}`)).length).toBeGreaterThan(10);
  });

  it('holds are listed as held, and judged by their age with --include-held', async () => {
    const states = async (...args: string[]) => {
      const result = await stage().json<AuditResult>(['audit', '--date', DATE, ...args]);
      return result.credentials.map(({ state }) => state);
    };

    expect(await states('-n', 'dovecote-survey-prod')).toEqual(['held']);
    expect(await states('-n', 'dovecote-survey-prod', '--include-held')).toEqual(['due']);
  });

  it('says which pattern matches nothing', async () => {
    const { stderr, status } = await stage().rotatePr(['audit', '-n', 'zz*', '-n', 'canal-*']);

    expect(status).toBe(0);
    expect(stderr).toMatch(/no namespace matches --namespace zz\*/);
  });

  it.each([
    ['--team', 'waterwais', 'waterways'],
    ['--module', 'hives_databas', 'hives_database'],
  ])(
    'says that there is no %s %s, and the nearest, for it may be a slip of the pen',
    async (flag, name, near) => {
      const run = await stage().rotatePr(['apply', flag, name]);

      expect(run.status).toBe(2);
      expect(run.stdout).toBe('');
      expect(run.stderr).toContain(`There is no ${flag.slice(2)} ${name}`);
      expect(run.stderr).toContain(near);
    },
  );

  it.each([
    ['the last of --format', ['--format', 'csv', '--format', 'json', '-n', 'canal-permits-prod']],
    ['the last of --date', ['--date', '2026-01-01', '--date', DATE, '--format', 'json', '-n', 'canal-*']],
    ['the last of a switch', ['--production', '--no-production', '--format', 'json', '--team', 'waterways']],
  ])('a flag given twice is taken as other programs take it: %s', async (_, args) => {
    const { stdout, stderr } = await stage().rotatePr(['audit', '--date', DATE, ...args]);

    const result = JSON.parse(stdout) as AuditResult;
    expect(stderr).toBe('');
    expect(result.date).toBe(DATE);
    expect(result.credentials.length).toBeGreaterThan(0);
  });
});
