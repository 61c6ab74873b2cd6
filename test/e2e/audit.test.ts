import { describe, expect, it } from 'vitest';
import type { AuditResult, Credential } from '../../src/results/results.ts';
import { DATE, sharedStage } from './harness.ts';
import { landEdit, resources } from './land.ts';

const LIVE = 'live.cloud-platform.service.justice.gov.uk';

describe('rotate-pr audit --format json', () => {
  const stage = sharedStage();

  let whole: Promise<AuditResult> | null = null;

  function audit(...args: string[]): Promise<AuditResult> {
    if (args.length > 0) return stage().json<AuditResult>(['audit', '--date', DATE, ...args]);
    whole ??= stage().json<AuditResult>(['audit', '--date', DATE]);
    return whole;
  }

  async function credentials(...args: string[]): Promise<Map<string, Credential>> {
    return new Map((await audit(...args)).credentials.map((one) => [one.id, one]));
  }

  it('gives the document of the contract', async () => {
    const result = await audit();

    expect(Object.keys(result)).toEqual([
      'schemaVersion',
      'date',
      'base',
      'summary',
      'credentials',
      'problems',
    ]);
    expect(result).toMatchObject({ schemaVersion: 1, date: DATE, base: null });
  });

  it('says everything of a credential', async () => {
    const found = (await credentials()).get('beekeeping-licence-prod/resources.tf#sessions_cache');

    expect(found).toEqual({
      id: 'beekeeping-licence-prod/resources.tf#sessions_cache',
      cluster: LIVE,
      namespace: 'beekeeping-licence-prod',
      file: `${resources('beekeeping-licence-prod')}/resources.tf`,
      line: 51,
      kind: 'elasticache',
      module: 'sessions_cache',
      source: 'github.com/ministryofjustice/cloud-platform-terraform-elasticache-cluster?ref=8.1.0',
      version: '8.1.0',
      latestVersion: '8.2.0',
      latestFrom: 'repository',
      team: 'apiary',
      production: true,
      slackChannel: 'apiary',
      nextDue: '2024-02-01',
      variable: 'auth_token_rotated_date',
      value: '2023-11-2',
      rotatedOn: '2023-11-02',
      ageDays: 1117,
      maxAgeDays: 90,
      state: 'due',
      reasons: [
        { code: 'older-than-max-age', message: 'rotated 1117 days ago, 90 are allowed' },
        { code: 'version-behind', message: expect.stringMatching(/8\.1\.0, latest is 8\.2\.0/) },
      ],
    });
  });

  it.each<[string, Credential['state'], string | null]>([
    ['dovecote-survey-prod/serviceaccount.tf#serviceaccount', 'held', 'namespace-held'],
    ['eel-counter-dev/elasticache.tf#redis', 'held', 'namespace-held'],
    ['allotment-register-prod/rds.tf#rds_replica', 'exempt', 'read-replica'],
    ['allotment-register-prod/rds.tf#rds_reporting_replica', 'exempt', 'read-replica'],
    ['ferry-timetable-prod/prototype/serviceaccount.tf#prototype_serviceaccount', 'exempt', 'not-applied'],
    ['granary-stock-prod/serviceaccount.tf#serviceaccount', 'exempt', 'rotates-itself'],
    ['canal-permits-dev/canal-permits-ui.tf#canal_permits_ui', 'exempt', 'rotates-itself'],
    ['canal-permits-dev/canal-permits-api.tf#canal_permits_api', 'due', 'older-than-max-age'],
    ['hedgerow-index-dev/rds.tf#rds', 'blocked', 'version-too-old'],
    ['hedgerow-index-dev/elasticache.tf#redis', 'blocked', 'engine-too-old'],
    ['ferry-timetable-dev/elasticache.tf#timetable_cache', 'blocked', 'invalid-hcl'],
    ['hedgerow-index-dev/serviceaccount.tf#serviceaccount', 'never', 'placeholder-date'],
    ['dovecote-survey-dev/serviceaccount.tf#serviceaccount', 'never', 'placeholder-date'],
    ['live-2--mill-race-dev/elasticache.tf#redis', 'never', 'never-rotated'],
    ['live-2--mill-race-dev/serviceaccount.tf#serviceaccount', 'never', 'never-rotated'],
    ['eel-counter-prod/serviceaccount.tf#serviceaccount', 'ok', 'future-date'],
    ['allotment-register-preprod/serviceaccount.tf#serviceaccount', 'ok', null],
    ['granary-stock-prod/rds.tf#rds', 'due', 'older-than-max-age'],
  ])('%s is %s (%s)', async (id, state, code) => {
    const found = (await credentials()).get(id);

    expect(found?.state).toBe(state);
    expect(found?.reasons[0]?.code ?? null).toBe(code);
  });

  it('reads a date through var and local, and says where it stands', async () => {
    const found = await credentials('-n', 'granary-stock-prod');

    expect(found.get('granary-stock-prod/rds.tf#rds')).toMatchObject({
      value: '20-03-2026',
      rotatedOn: '2026-03-20',
    });
    const where = (id: string) => found.get(id)?.reasons.find(({ code }) => code === 'date-by-reference');
    expect(where('granary-stock-prod/rds.tf#rds')?.message).toMatch(/local\.last_rotation .*rotation\.tf/);
    expect(where('granary-stock-prod/elasticache.tf#redis')?.message).toMatch(/var\.cache_rotation/);
  });

  it('leaves null what is not known', async () => {
    const found = (await credentials()).get('live-2--mill-race-dev/elasticache.tf#redis');

    expect(found).toMatchObject({ value: null, rotatedOn: null, ageDays: null });
  });

  it('counts what it lists, and names the module that no variable rotates', async () => {
    const { summary, credentials: all } = await audit();

    expect(summary.credentials).toBe(all.length);
    expect(summary.namespaces).toBe(new Set(all.map((one) => `${one.cluster}/${one.namespace}`)).size);
    for (const [state, count] of Object.entries(summary.byState)) {
      expect(all.filter((one) => one.state === state)).toHaveLength(count);
    }
    for (const [kind, states] of Object.entries(summary.byKind)) {
      const ofKind = all.filter((one) => one.kind === kind).length;
      expect(Object.values(states).reduce((sum, count) => sum + count, 0)).toBe(ofKind);
    }
    expect(summary.notRotatable).toContainEqual(
      expect.objectContaining({
        id: 'granary-stock-dev/aurora.tf#aurora',
        source: 'github.com/ministryofjustice/cloud-platform-terraform-rds-aurora?ref=4.3.0',
        code: 'not-rotatable',
      }),
    );
  });

  it('names every problem with its file, line and column', async () => {
    const { problems } = await audit();

    expect(problems.map(({ file, line, column, code }) => ({ file, line, column, code }))).toEqual([
      {
        file: `namespaces/${LIVE}/eel-counter-prod/APPLY_PIPELINE_SKIP_THIS_NAMEPSACE`,
        line: 1,
        column: 1,
        code: 'misspelt-hold',
      },
      {
        file: `${resources('ferry-timetable-dev')}/elasticache.tf`,
        line: 5,
        column: 29,
        code: expect.any(String),
      },
      { file: `${resources('granary-stock-dev')}/rds-secret.tf`, line: 1, column: 1, code: 'git-crypt' },
    ]);
  });

  it('reads a commit with --base, whatever the working tree has', async () => {
    const { world } = stage();
    const file = `${resources('canal-permits-dev')}/serviceaccount.tf`;
    const before = (await world.runGit('rev-parse', 'HEAD')).trim();
    const landed = await landEdit(world, file, (text) => text.replace('2026-03-20', '20-11-2026'));
    await world.runGit('fetch', '--quiet', 'origin');

    const old = await audit('--base', before, '-n', 'canal-permits-dev');
    const now = await audit('--base', `origin/${world.defaultBranch}`, '-n', 'canal-permits-dev');

    expect([old.base, now.base]).toEqual([before, landed]);
    const value = (result: AuditResult) => result.credentials.find((one) => one.file === file)?.value;
    expect([value(old), value(now)]).toEqual(['2026-03-20', '20-11-2026']);
  });

  it('asks neither the remote nor GitHub, and needs no token', async () => {
    const { rotatePr, trafficOf } = stage();

    const traffic = await trafficOf(async () => {
      expect(await rotatePr(['audit'], { env: { GITHUB_TOKEN: undefined } })).toMatchObject({ status: 0 });
    });

    expect(traffic).toEqual({ api: 0, apiWrites: 0, git: 0, pushes: 0 });
  });

  it.each([
    [['--fail-on', 'due'], 1],
    [['--fail-on', 'due', '-n', 'allotment-register-preprod', '-k', 'serviceaccount'], 0],
    [['--fail-on', 'due', '-n', 'eel-counter-dev'], 0],
    [['--fail-on', 'due', '-n', 'live-2*', '--max-age', '9999'], 0],
    [['--fail-on', 'due', '-n', 'mill-race-dev', '--max-age', '9999'], 1],
    [['--fail-on', 'blocked'], 1],
    [['--fail-on', 'blocked', '-n', 'canal-permits-prod'], 0],
    [['--fail-on', 'problems'], 1],
    [['--fail-on', 'problems', '-n', 'canal-permits-prod'], 0],
    [[], 0],
  ])('%j ends with %i', async (args, status) => {
    const run = await stage().rotatePr(['audit', '--date', DATE, ...args]);

    expect(run.status, run.stderr).toBe(status);
    expect(run.stdout).not.toBe('');
  });
});
