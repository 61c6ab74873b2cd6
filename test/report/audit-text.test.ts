import { describe, expect, it } from 'vitest';
import { stringWidth } from '../../src/report/width.ts';
import { credential, manyCredentials } from './credentials.ts';
import { auditText, PIPE } from './printed.ts';
import { AUDIT, auditResult } from './sample.ts';

const narrow = { width: 80, color: false, verbose: false };
const wide = { ...narrow, width: 160 };
const SOME = new Set(['court-diary-dev', 'gateway-proxy', 'offender-records-staging']);
const FEW = auditResult(AUDIT.credentials.filter(({ namespace }) => SOME.has(namespace)));
const ANSI = /\x1b\[\d+m/g;

describe('audit', () => {
  it('fits 80 columns', () => {
    expect(auditText(FEW, narrow)).toMatchInlineSnapshot(`
      "  state  kind            line and module              rotated on   days  version
      gateway-proxy (live-2)
        never  serviceaccount  serviceaccount.tf:1          never           -  1.1.0
            ↳ "01-01-2000" is a placeholder, not a rotation
      court-diary-dev
        never  elasticache     elasticache.tf:6 ec_cluster  never           -  8.0.0 ↑
        due    rds             rds.tf:11 rds                2023-04-05  1,328  9.2.0
            ↳ the instance is stopped overnight; apply the rotation while it runs
        ok     serviceaccount  serviceaccoun…circleci.tf:4  2026-11-02     21  1.2.0
      offender-records-staging
        ↳ APPLY_PIPELINE_SKIP_THIS_NAMESPACE: the nightly apply passes this namespace
          by
        held   rds             rds.tf:1 rds                 -               -  9.2.0
        held   elasticache     elasticache.tf:1             2023-02-21  1,371  8.1.0
        held   serviceaccount  serviceaccount.tf:1          2026-03-20    248  1.2.0

      never: due, and never rotated; due: older than 90 days; held: the namespace is
      on hold; ok: rotated within 90 days; ↑: the latest is elasticache 8.2.0.

      Modules that no date rotates: 1
        not rotatable (1)
          licences-prod/aurora.tf#aurora_db
              ↳ the rds-aurora module has no variable that rotates its password: ask
                the Cloud Platform team

      kind            never rotated  due  on hold  ok  all
      serviceaccount              1    0        1   1    3
      rds                         0    1        1   0    2
      elasticache                 1    0        1   0    2

      7 credentials in 3 namespaces: 2 never rotated, 1 due, 3 on hold, 1 ok.
      Read from the working tree.

      To see the change first: rotate-pr plan --due
      To rotate what is due (3): rotate-pr open --due
      "
    `);
  });

  it('fits 160 columns', () => {
    expect(auditText(FEW, wide)).toMatchInlineSnapshot(`
      "  state  kind            line and module                                       rotated on   days  version  reason
      gateway-proxy (live-2)
        never  serviceaccount  serviceaccount.tf:1 serviceaccount                    never           -  1.1.0    "01-01-2000" is a placeholder, not a rotation
      court-diary-dev
        never  elasticache     elasticache.tf:6 ec_cluster                           never           -  8.0.0 ↑
        due    rds             rds.tf:11 rds                                         2023-04-05  1,328  9.2.0    stopped overnight
        ok     serviceaccount  serviceaccount-circleci.tf:4 serviceaccount_circleci  2026-11-02     21  1.2.0
      offender-records-staging
        ↳ APPLY_PIPELINE_SKIP_THIS_NAMESPACE: the nightly apply passes this namespace by
        held   rds             rds.tf:1 rds                                          -               -  9.2.0
        held   elasticache     elasticache.tf:1 elasticache                          2023-02-21  1,371  8.1.0
        held   serviceaccount  serviceaccount.tf:1 serviceaccount                    2026-03-20    248  1.2.0

      never: due, and never rotated; due: older than 90 days; held: the namespace is on hold; ok: rotated within 90 days; ↑: the latest is elasticache 8.2.0.

      Modules that no date rotates: 1
        not rotatable (1)
          licences-prod/aurora.tf#aurora_db  the rds-aurora module has no variable that rotates its password: ask the Cloud Platform team

      kind            never rotated  due  on hold  ok  all
      serviceaccount              1    0        1   1    3
      rds                         0    1        1   0    2
      elasticache                 1    0        1   0    2

      7 credentials in 3 namespaces: 2 never rotated, 1 due, 3 on hold, 1 ok.
      Read from the working tree.

      To see the change first: rotate-pr plan --due
      To rotate what is due (3): rotate-pr open --due
      "
    `);
  });

  it.each([80, 100, 120, 160])('has no line beyond %i columns, problems apart', (width) => {
    const text = auditText({ ...AUDIT, problems: [] }, { ...narrow, width, verbose: true });

    expect(Math.max(...text.split('\n').map(stringWidth))).toBeLessThanOrEqual(width);
  });

  it('puts the worst namespace first and in it the worst credential', () => {
    const lines = auditText(AUDIT, narrow).split('\n');

    const states = lines.flatMap((line) => /^ {2}(blocked|never|due|held|exempt|ok) /.exec(line)?.[1] ?? []);
    expect(states[0]).toBe('blocked');
    expect(states.lastIndexOf('blocked')).toBeLessThan(states.indexOf('never'));
    expect(lines.indexOf('court-diary-dev')).toBeLessThan(lines.indexOf('prison-visits-a'));
  });

  it('shows numbers instead of what is in order when the estate is large', () => {
    const large = auditResult(manyCredentials(3800));

    const text = auditText(large, narrow);

    expect(text).not.toMatch(/^ {2}(ok|exempt) /m);
    expect(text.split('\n').slice(-18).join('\n')).toMatchInlineSnapshot(`
      "
      kind            blocked  never rotated  due  on hold  exempt   ok    all
      serviceaccount      136            136  680      136       0  136  1,224
      rds                 136              0  136      136     541  542  1,491
      elasticache         136            136    0      136       0  405    813
      hmpps-template        0              0  136        0     136    0    272

      3,800 credentials in 1,902 namespaces: 408 blocked, 272 never rotated, 952 due,
      408 on hold, 677 exempt, 1,083 ok.
      Read from the working tree.
      Not listed one by one: 677 exempt and 1,083 ok; --verbose lists them.

      408 credentials are blocked: fix first what their reasons say.
      136 HMPPS template tokens to rotate are left alone unless named: --kind
      hmpps-template.
      To see the change first: rotate-pr plan --due
      To rotate what is due (1,088): rotate-pr open --due
      "
    `);
  });

  it('lists the worst namespaces when so many are too much, and says so', () => {
    const large = auditResult(manyCredentials(600));
    const headings = (text: string) =>
      text.split('\n').filter((line) => /^[a-z][\w-]*( \(.*\))?$/.test(line));

    const text = auditText(large, narrow);

    expect(headings(text)).toEqual(headings(auditText(large, PIPE)).slice(0, 40));
    expect(text).toMatch(/^… and \d+ more namespaces; --verbose or a pipe lists them$/m);
    expect(auditText(large, { ...narrow, verbose: true })).not.toContain('more namespaces');
  });

  it('cuts and shortens nothing in a pipe', () => {
    const large = auditResult(manyCredentials(600));

    const text = auditText(large, PIPE);

    expect(text).not.toContain('…');
    expect(text.match(/^ {2}(blocked|never|due|held|exempt|ok) /gm)).toHaveLength(600);
    for (const { reasons } of large.credentials.filter(({ state }) => state === 'blocked'))
      expect(text).toContain(reasons[0]!.message);
  });

  it('explains the words and marks that occur, and no others', () => {
    const only = (part: Partial<Parameters<typeof credential>[0]>) =>
      auditText(auditResult([credential({ namespace: 'a', kind: 'rds', state: 'due', ...part })]), narrow);

    expect(only({ maxAgeDays: 30 })).toContain('due: older than 30 days.\n');
    expect(only({ version: '9.1.0', latestVersion: '9.2.0' })).toMatch(
      /9\.1\.0 ↑[\s\S]*↑: the latest is rds 9\.2\.0\./,
    );
    expect(only({ state: 'exempt' })).toContain('exempt: nothing to rotate.\n');
  });

  it('cuts no reason short: what does not fit beside the row stands below it', () => {
    const held = credential({
      namespace: 'a',
      kind: 'rds',
      state: 'held',
      module: 'a-module-whose-name-takes-the-room-of-a-reason',
      file: 'namespaces/live.cloud-platform.service.justice.gov.uk/a/resources/and-a-file-that-is-as-long-as-it.tf',
      reasons: [
        {
          code: 'namespace-held',
          message: 'the namespace is on hold, for a reason that takes a line of its own',
        },
        { code: 'stopped-overnight', message: 'the instance is stopped overnight; apply it while it runs' },
      ],
    });

    const lines = auditText(auditResult([held]), { ...narrow, width: 120 }).split('\n');

    expect(lines.filter((line) => line.includes('namespace held'))).toEqual([
      '      ↳ namespace held; stopped overnight',
    ]);
  });

  it('lists all of it on request', () => {
    const large = auditResult(manyCredentials(600));

    const rows = auditText(large, { ...narrow, verbose: true }).match(
      /^ {2}(blocked|never|due|held|exempt|ok) /gm,
    );

    expect(rows).toHaveLength(600);
  });

  it('proposes the commands for the same selection', () => {
    const text = auditText(AUDIT, { ...narrow, selection: ['-n', 'laa-*', '--due'] });

    expect(text).toContain("rotate-pr plan -n 'laa-*' --due\n");
  });

  it('says that nothing is there, or that nothing is due', () => {
    expect(auditText(auditResult([]), narrow)).toContain('No credentials found.\n');
    expect(auditText(auditResult([AUDIT.credentials[0]!]), narrow)).toContain('Nothing is due.\n');
  });

  it('colours without changing a character', () => {
    const colored = auditText(AUDIT, { ...narrow, color: true });

    expect(colored).toMatch(ANSI);
    expect(colored.replace(ANSI, '')).toBe(auditText(AUDIT, narrow));
  });

  it('obeys nothing that a name says', () => {
    const hostile = credential({
      namespace: 'a\x1b[2J',
      kind: 'rds',
      state: 'due',
      module: 'x\r\nok  rds',
      value: '\u202e',
      reasons: [{ code: 'x', message: 'y\nz' }],
    });

    const text = auditText(auditResult([hostile]), wide);

    expect(text).not.toMatch(/[\x00-\x09\x0b-\x1f\u202e]/);
    expect(text.split('\n').filter((line) => /^\s*(due|ok) /.test(line))).toHaveLength(1);
  });
});
