import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { ApplyResult, AuditResult, OpenResult, PlanResult } from '../../src/results/results.ts';
import { DATE, listPulls, remoteDiff, stage } from './harness.ts';
import { LATEST, ofModules, publishModules } from './modules.ts';

const OWNER = 'ministryofjustice';
const NAMESPACE = 'beekeeping-licence-prod';
const FOLDER = `namespaces/live.cloud-platform.service.justice.gov.uk/${NAMESPACE}/resources`;
const PLAN = ['plan', '--namespace', NAMESPACE, '--date', DATE];
const OPEN = ['open', '--namespace', NAMESPACE, '--date', DATE];
const AUDIT = ['audit', '--namespace', NAMESPACE, '--date', DATE];
/** What the repository's own check looks at in a pull request. */
const CHECKED = /^\+.*github\.com\/ministryofjustice\/cloud-platform-terraform-.*"/;

/** The sources of the namespace after minor steps: two databases and a service account. */
const UPGRADED = ['rds-instance?ref=9.3.0', 'rds-instance?ref=9.3.0', 'serviceaccount.git?ref=1.3.0'];

const addedSources = (diff: string): string[] =>
  diff
    .split('\n')
    .filter((line) => CHECKED.test(line))
    .map((line) => line.replace(/^.*cloud-platform-terraform-(.*)"$/, '$1'));

const behind = (result: AuditResult): (string | undefined)[] =>
  result.credentials.map(({ reasons }) => reasons.find(({ code }) => code === 'version-behind')?.message);

describe('plan and the versions of the modules', () => {
  it('asks GitHub once for each module, and says what is behind without touching a source', async () => {
    const there = await stage();
    publishModules(there.world);

    const { pullRequests } = await there.json<PlanResult>(PLAN);

    expect(ofModules(there).sort()).toEqual(
      Object.keys(LATEST)
        .map((name) => `${name}/releases`)
        .sort(),
    );
    expect(there.violations).toEqual([]);
    expect(pullRequests[0]?.diff).toMatch(/^\+/m);
    expect(addedSources(pullRequests[0]?.diff ?? '')).toEqual([]);
    expect(pullRequests[0]?.body).toMatch(
      /module version 9\.1\.0, latest is 9\.3\.0 \(GitHub\): 2 releases behind/,
    );
    expect(pullRequests[0]?.body).not.toContain('/compare/');
  });

  it('upgrades what it rotates, over minor steps, and links the releases', async () => {
    const there = await stage();
    publishModules(there.world);

    const { stderr } = await there.rotatePr([...PLAN, '--upgrade']);
    const { pullRequests } = await there.json<PlanResult>([...PLAN, '--upgrade']);
    const [{ body = '', diff = '', changes = [] } = {}] = pullRequests;

    expect(addedSources(diff)).toEqual(UPGRADED);
    expect(body).toContain('/cloud-platform-terraform-rds-instance/releases/tag/9.2.0');
    expect(body).toContain('/cloud-platform-terraform-rds-instance/compare/9.1.0...9.3.0');
    expect(body).not.toContain('latest is 9.3.0');
    expect(body).toMatch(/8\.1\.0 to 9\.0\.0 is a major step: .*upgrade=major/);
    expect(stderr).toMatch(/^rotated without an upgrade: .*major step/m);
    expect(changes.map(({ kind, upgrade, notUpgraded }) => [kind, upgrade?.to ?? notUpgraded?.code])).toEqual(
      [
        ['rds', '9.3.0'],
        ['rds', '9.3.0'],
        ['elasticache', 'major-upgrade'],
        ['elasticache', 'major-upgrade'],
        ['serviceaccount', '1.3.0'],
      ],
    );
  });

  it('upgrades over major steps when asked, so that every touched source is at the latest', async () => {
    const there = await stage();
    publishModules(there.world);

    const { pullRequests } = await there.json<PlanResult>([...PLAN, '--upgrade=major']);

    expect(addedSources(pullRequests[0]?.diff ?? '')).toEqual([
      'rds-instance?ref=9.3.0',
      'rds-instance?ref=9.3.0',
      'elasticache-cluster?ref=9.0.0',
      'elasticache-cluster?ref=9.0.0',
      'serviceaccount.git?ref=1.3.0',
    ]);
  });

  it('does without a GitHub that knows the modules, on one line, and upgrades nothing then', async () => {
    const { rotatePr, json } = await stage();

    const { status, stderr } = await rotatePr(['plan', '--all', '--date', DATE]);
    const { pullRequests } = await json<PlanResult>(['plan', '--all', '--date', DATE, '--upgrade=major']);

    expect(status, stderr).not.toBe(2);
    expect(stderr.match(/Not Found/g)).toHaveLength(1);
    expect(stderr).toMatch(/serviceaccount 1\.2\.0 \(highest in this repository\)/);
    const changes = pullRequests.flatMap((each) => each.changes);
    expect(new Set(changes.map(({ notUpgraded }) => notUpgraded?.code))).toEqual(new Set(['latest-unknown']));
    expect(addedSources(pullRequests.map(({ diff }) => diff).join(''))).toEqual([]);
  });

  it('refuses another word as an upgrade', async () => {
    const { rotatePr } = await stage();

    const { status, stderr } = await rotatePr([...PLAN, '--upgrade=patch']);

    expect(status).toBe(2);
    expect(stderr).toMatch(/--upgrade/);
  });

  it('looks at a branch on GitHub: what lacks the variable is blocked, what has it is rotated', async () => {
    const { world, json } = await stage();
    const text = (name: string, ref: string): string =>
      `module "${name}" {\n  source = "github.com/${OWNER}/cloud-platform-terraform-rds-instance?ref=${ref}"\n}\n`;
    await mkdir(join(world.clone, FOLDER), { recursive: true });
    await writeFile(
      join(world.clone, FOLDER, 'more.tf'),
      text('old', 'old') + text('new', 'new') + text('gone', 'gone'),
    );
    const has = Buffer.from('variable "db_password_rotated_date" {}\n').toString();
    publishModules(world, (path) => {
      if (/contents\/variables\.tf\?ref=new/.test(path)) return { status: 200, body: has };
      if (/contents\/variables\.tf\?ref=old/.test(path)) return { status: 200, body: 'variable "x" {}\n' };
      return /contents\/?\?ref=old/.test(path) ? { status: 200, body: [] } : null;
    });

    const { credentials } = await json<AuditResult>([
      ...AUDIT,
      '--check-versions',
      '--module',
      '{old,new,gone}',
    ]);

    expect(
      credentials.map(({ module, state, reasons }) => [module, state, reasons.map(({ code }) => code)]),
    ).toEqual([
      ['old', 'blocked', ['variable-missing', 'never-rotated']],
      ['new', 'never', ['never-rotated', 'variable-found']],
      ['gone', 'never', ['never-rotated', 'version-unknown']],
    ]);
  });
});

describe('open with an upgrade', () => {
  it('pushes it, converges, and adds it to a pull request that is open without it', async () => {
    const there = await stage();
    publishModules(there.world);

    const first = await there.json<OpenResult>(OPEN);
    const without = await remoteDiff(there.world, `rotate/${NAMESPACE}`);
    const second = await there.json<OpenResult>([...OPEN, '--upgrade']);
    const third = await there.json<OpenResult>([...OPEN, '--upgrade']);
    const fourth = await there.json<OpenResult>(OPEN);
    const diff = await remoteDiff(there.world, `rotate/${NAMESPACE}`);
    const [pull] = await listPulls(there.world);

    const outcomes = [first, second, third, fourth].map(({ pullRequests }) => pullRequests[0]?.outcome);
    expect(outcomes).toEqual(['created', 'updated', 'unchanged', 'unchanged']);
    expect(addedSources(without)).toEqual([]);
    expect(addedSources(diff)).toEqual(UPGRADED);
    expect(pull?.body).toContain('/compare/9.1.0...9.3.0');
    expect(there.violations).toEqual([]);
  });
});

describe('audit and apply', () => {
  it('reach no network by themselves, and use what plan has learned', async () => {
    const there = await stage();
    publishModules(there.world);
    await there.rotatePr(PLAN);
    let result: AuditResult | null = null;

    const traffic = await there.trafficOf(async () => {
      result = await there.json<AuditResult>(AUDIT);
    });

    expect(traffic).toMatchObject({ api: 0, git: 0 });
    expect(behind(result!)[0]).toBe('module version 9.1.0, latest is 9.3.0 (GitHub): 2 releases behind');
    expect(await readdir(join(there.world.folder, 'cache', 'rotate-pr', 'releases'))).toHaveLength(1);
  });

  it('say that the latest version is only the highest of the repository, whatever is selected, when they know no better', async () => {
    const { json } = await stage();

    const whole = await json<AuditResult>(['audit', '--date', DATE]);
    const part = await json<AuditResult>(AUDIT);

    expect(behind(part).find(Boolean)).toMatch(/\(highest in this repository\)$/);
    expect(part.credentials).toEqual(whole.credentials.filter(({ namespace }) => namespace === NAMESPACE));
    expect(new Set(part.credentials.map(({ latestFrom }) => latestFrom))).toEqual(new Set(['repository']));
  });

  it('ask with --check-versions, and do with an answer that says "not modified"', async () => {
    const there = await stage();
    publishModules(there.world);
    await there.rotatePr([...AUDIT, '--check-versions']);
    there.world.github.intercept((_, path) =>
      path.includes('/releases?') ? { status: 304, body: null } : null,
    );

    const { status, stderr } = await there.rotatePr([...AUDIT, '--check-versions']);
    const result = await there.json<AuditResult>([...AUDIT, '--check-versions']);

    expect(status).toBe(0);
    expect(stderr).toBe('');
    expect(behind(result)[0]).toMatch(/latest is 9\.3\.0 \(GitHub\)/);
  });

  it('take the versions from a file, and then ask nobody', async () => {
    const there = await stage();
    const file = join(there.world.folder, 'versions.json');
    await writeFile(file, '{ "rds": "9.4.0", "cloud-platform-terraform-serviceaccount": "v1.5.0" }\n');

    const traffic = await there.trafficOf(async () => {
      const audited = await there.json<AuditResult>([...AUDIT, '--module-versions', file]);
      expect(behind(audited)[0]).toBe('module version 9.1.0, latest is 9.4.0 (--module-versions)');
    });
    const applied = await there.json<ApplyResult>([
      ...['apply', '--namespace', NAMESPACE, '--date', DATE, '--upgrade', '--module-versions', file],
    ]);
    const diff = await there.world.runGit('diff');

    expect(traffic.api).toBe(0);
    expect(ofModules(there)).toEqual([]);
    expect(applied.changes.map(({ upgrade }) => upgrade?.to)).toEqual([
      '9.4.0',
      '9.4.0',
      undefined,
      undefined,
      'v1.5.0',
    ]);
    expect(addedSources(diff)).toEqual([
      'rds-instance?ref=9.4.0',
      'rds-instance?ref=9.4.0',
      'serviceaccount.git?ref=v1.5.0',
    ]);
  });

  it('refuse a file of versions that has a mistake, and say where', async () => {
    const { world, rotatePr } = await stage();
    await writeFile(join(world.folder, 'versions.json'), '{\n  "rds": "latest"\n}');

    const { status, stdout, stderr } = await rotatePr([...AUDIT, '--module-versions', '../versions.json']);

    expect(status).toBe(2);
    expect(stdout).toBe('');
    expect(stderr).toContain('../versions.json:2:10: "latest" is no version');
  });
});
