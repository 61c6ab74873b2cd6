import { describe, expect, it } from 'vitest';
import { applyText } from '../../src/report/text/apply.ts';
import { auditText } from '../../src/report/text/audit.ts';
import { openText } from '../../src/report/text/open.ts';
import { planText } from '../../src/report/text/plan.ts';
import { stringWidth } from '../../src/report/width.ts';
import { APPLY, AUDIT, auditResult, change, credential, manyCredentials, OPEN, PLAN } from './sample.ts';

const narrow = { width: 80, color: false, verbose: false };
const wide = { ...narrow, width: 160 };
const SEVEN = new Set(['court-diary-dev', 'gateway-proxy', 'offender-records-staging']);
const FEW = auditResult(AUDIT.credentials.filter(({ namespace }) => SEVEN.has(namespace)));
const ANSI = /\x1b\[\d+m/g;

describe('audit', () => {
  it('fits 80 columns', () => {
    expect(auditText(FEW, narrow)).toMatchInlineSnapshot(`
      "  state  kind            line and module             rotated on     age  version
      gateway-proxy (live-2)
        never  serviceaccount  serviceaccount.tf:1 servi…  never            -  1.1.0
                 ↳ "01-01-2000" is a placeholder, not a rotation
      court-diary-dev
        never  elasticache     elasticache.tf:6 ec_clust…  never            -  8.0.0
        due    rds             rds.tf:11 rds               2023-04-05  1,328d  9.2.0
                 ↳ the instance is stopped overnight; apply the rotation while it runs
        ok     serviceaccount  serviceaccount-circleci…:4  2026-11-02     21d  1.2.0
      offender-records-staging
        ↳ APPLY_PIPELINE_SKIP_THIS_NAMESPACE: the nightly apply passes this namespace
          by
        held   rds             rds.tf:1 rds                -                -  9.2.0
        held   elasticache     elasticache.tf:1 elastica…  2023-02-21  1,371d  8.1.0
        held   serviceaccount  serviceaccount.tf:1 servi…  2026-03-20    248d  1.2.0

      No variable to rotate: 1 module
        not rotatable (1)
          the rds-aurora module has no variable that rotates its password: ask the
          Cloud Platform team
          licences-prod/aurora.tf#aurora_db

      7 credentials in 3 namespaces: 2 never rotated, 1 due, 3 on hold, 1 ok.
      By kind: serviceaccount 3, rds 2, elasticache 2.

      To see the change first: rotate-pr plan --due
      To rotate what is due (3): rotate-pr open --due
      "
    `);
  });

  it('fits 160 columns', () => {
    expect(auditText(FEW, wide)).toMatchInlineSnapshot(`
      "  state  kind            module                   file and line                 rotated on     age  version  reason
      gateway-proxy (live-2)
        never  serviceaccount  serviceaccount           serviceaccount.tf:1           never            -  1.1.0    "01-01-2000" is a placeholder, not a rotation
      court-diary-dev
        never  elasticache     ec_cluster               elasticache.tf:6              never            -  8.0.0
        due    rds             rds                      rds.tf:11                     2023-04-05  1,328d  9.2.0    stopped overnight
        ok     serviceaccount  serviceaccount_circleci  serviceaccount-circleci.tf:4  2026-11-02     21d  1.2.0
      offender-records-staging
        ↳ APPLY_PIPELINE_SKIP_THIS_NAMESPACE: the nightly apply passes this namespace by
        held   rds             rds                      rds.tf:1                      -                -  9.2.0
        held   elasticache     elasticache              elasticache.tf:1              2023-02-21  1,371d  8.1.0
        held   serviceaccount  serviceaccount           serviceaccount.tf:1           2026-03-20    248d  1.2.0

      No variable to rotate: 1 module
        not rotatable (1)
          the rds-aurora module has no variable that rotates its password: ask the Cloud Platform team
          licences-prod/aurora.tf#aurora_db

      7 credentials in 3 namespaces: 2 never rotated, 1 due, 3 on hold, 1 ok.
      By kind: serviceaccount 3, rds 2, elasticache 2.

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
      "    licences-prod/aurora.tf#aurora_db

        kind            blocked  never rotated  due  on hold  exempt   ok    all
        serviceaccount      136            136  680      136       0  136  1,224
        rds                 136              0  136      136     541  542  1,491
        elasticache         136            136    0      136       0  405    813
        hmpps-template        0              0  136        0     136    0    272

      3,800 credentials in 1,902 namespaces: 408 blocked, 272 never rotated, 952 due,
      408 on hold, 677 exempt, 1,083 ok.
      Not listed one by one: 677 exempt and 1,083 ok; --verbose lists them.

      408 credentials must be mended first: their reasons say how.
      136 HMPPS template tokens to rotate are left alone unless named: --kind
      hmpps-template.
      To see the change first: rotate-pr plan --due
      To rotate what is due (1,088): rotate-pr open --due
      "
    `);
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

  it('takes no time worth speaking of for the whole estate', () => {
    const large = auditResult(manyCredentials(3800));
    const start = performance.now();

    auditText(large, { ...wide, verbose: true });

    expect(performance.now() - start).toBeLessThan(500);
  });
});

describe('apply', () => {
  it('says what changed, what did not and why', () => {
    expect(applyText(APPLY, narrow)).toMatchInlineSnapshot(`
      "court-diary-dev/elasticache.tf#ec_cluster           none         →  2026-11-23
      live-2--gateway-proxy/serviceaccount.tf#serviceac…  01-01-2000   →  23-11-2026
      court-diary-dev/rds.tf#rds                          2023-04-05…  →  23-11-2026
      prison-visits-a/serviceaccount.tf#serviceaccount    20-03-2026   →  23-11-2026
      prison-visits-b/serviceaccount.tf#serviceaccount    21-03-2026   →  23-11-2026
      prison-visits-c/serviceaccount.tf#serviceaccount    22-03-2026   →  23-11-2026
      prison-visits-d/serviceaccount.tf#serviceaccount    23-03-2026   →  23-11-2026
      probation-api-prod/serviceaccount.tf#serviceaccou…  99-99-999    →  23-11-2026

      Not rotated: 11 credentials
        read replica (4)
          a read replica has the password of module.rds.db_identifier
          hmpps-assessments-and-interventions-preproduction/rds-postgresql-assessment…
          claims-dev/rds.tf#rds_replica
          claims-test/rds.tf#rds_replica
          claims-prod/rds.tf#rds_replica
        namespace held (3)
          APPLY_PIPELINE_SKIP_THIS_NAMESPACE: the nightly apply passes this namespace
          by
          offender-records-staging/serviceaccount.tf#serviceaccount
          offender-records-staging/rds.tf#rds
          offender-records-staging/elasticache.tf#elasticache
        engine too old (1)
          Redis 4.0.10 cannot rotate its AUTH token: upgrade engine_version to 5.0.5
          or above first
          laa-fee-calculator-uat/elasticache.tf#redis
        not a literal (1)
          serviceaccount_token_rotated_date is local.rotated, not a plain string:
          change the date by hand where it comes from
          laa-fee-calculator-uat/serviceaccount.tf#serviceaccount
        rotates itself (1)
          the template rotates this token every week; force_rotate_token is not true
          probation-api-preprod/hmpps-template.tf#hmpps_template
        version too old (1)
          module version 5.15.0 has no db_password_rotated_date: upgrade it to 9.2.0
          first
          hmpps-assessments-and-interventions-preproduction/rds-postgresql-assessment…

      2 problems:
        namespaces/live.cloud-platform.service.justice.gov.uk/broken-dev/resources/rds.tf:14:32: this string is not closed: put a " at its end
        namespaces/live.cloud-platform.service.justice.gov.uk/sealed-dev/resources/rds-secret.tf:1:1: the file is encrypted by git-crypt: unlock the repository first

      8 credentials rotated in 7 namespaces, 8 files changed.
      The files are changed, nothing is committed: git diff shows the change.
      "
    `);
  });

  it('says how a date came in where there is room', () => {
    expect(applyText(APPLY, wide)).toContain('none                  →  2026-11-23  date added\n');
  });

  it('names ten of a reason and counts the rest, unless all are asked for', () => {
    const skipped = Array.from({ length: 30 }, (_, index) => ({
      id: `ns-${index}/rds.tf#rds`,
      code: 'same',
      message: 'same',
    }));
    const result = { ...APPLY, skipped };

    expect(applyText(result, narrow)).toContain('… and 20 more');
    expect(applyText(result, { ...narrow, verbose: true })).toContain('ns-29/rds.tf#rds');
  });

  it('says that nothing changed', () => {
    expect(applyText({ ...APPLY, changes: [], skipped: [], problems: [] }, narrow)).toBe(
      'Nothing was changed.\n',
    );
  });
});

describe('plan', () => {
  it('shows each pull request with its diff', () => {
    expect(
      planText({ ...PLAN, pullRequests: PLAN.pullRequests.slice(0, 1) }, { ...narrow, bodies: false }),
    ).toMatchInlineSnapshot(`
      "── court-diary-dev ─────────────────────────────────────────────────────────────
      Rotate 1 RDS password and 1 ElastiCache token of court-diary-dev
      rotate/court-diary-dev

      diff --git a/namespaces/live.cloud-platform.service.justice.gov.uk/court-diary-dev/resources/elasticache.tf b/namespaces/live.cloud-platform.service.justice.gov.uk/court-diary-dev/resources/elasticache.tf
      --- a/namespaces/live.cloud-platform.service.justice.gov.uk/court-diary-dev/resources/elasticache.tf
      +++ b/namespaces/live.cloud-platform.service.justice.gov.uk/court-diary-dev/resources/elasticache.tf
      @@ -1,4 +1,6 @@
       module "rds" {
         source    = "github.com/ministryofjustice/example?ref=1.2.0"
         namespace = var.namespace
      +
      +  auth_token_rotated_date = "2026-11-23"
       }
      diff --git a/namespaces/live.cloud-platform.service.justice.gov.uk/court-diary-dev/resources/rds.tf b/namespaces/live.cloud-platform.service.justice.gov.uk/court-diary-dev/resources/rds.tf
      --- a/namespaces/live.cloud-platform.service.justice.gov.uk/court-diary-dev/resources/rds.tf
      +++ b/namespaces/live.cloud-platform.service.justice.gov.uk/court-diary-dev/resources/rds.tf
      @@ -2,5 +2,5 @@ module "rds" {
         source    = "github.com/ministryofjustice/example?ref=1.2.0"
         namespace = var.namespace
       
      -  db_password_rotated_date = "2023-04-05T11:31:27Z"
      +  db_password_rotated_date = "23-11-2026"
       }

      Not rotated: 4 credentials
        namespace held (3)
          APPLY_PIPELINE_SKIP_THIS_NAMESPACE: the nightly apply passes this namespace
          by
          offender-records-staging/serviceaccount.tf#serviceaccount
          offender-records-staging/rds.tf#rds
          offender-records-staging/elasticache.tf#elasticache
        read replica (1)
          a read replica has the password of module.rds.db_identifier
          hmpps-assessments-and-interventions-preproduction/rds-postgresql-assessment…

      1 problem:
        namespaces/live.cloud-platform.service.justice.gov.uk/broken-dev/resources/rds.tf:14:32: this string is not closed: put a " at its end

      1 pull request planned, 2 credentials to rotate; nothing was written.
      To open them: rotate-pr open
      "
    `);
  });

  it('shows the bodies on request', () => {
    expect(planText(PLAN, { ...narrow, bodies: true })).toContain('- [ ] ');
    expect(planText(PLAN, { ...narrow, bodies: false })).not.toContain('- [ ] ');
  });

  it('colours the diff as git does', () => {
    const text = planText(PLAN, { ...narrow, color: true, bodies: false });

    expect(text).toContain('\x1b[31m-  db_password_rotated_date = "2023-04-05T11:31:27Z"\x1b[39m\n');
    expect(text).toContain('\x1b[32m+  db_password_rotated_date = "23-11-2026"\x1b[39m\n');
  });
});

describe('open', () => {
  it('has a line a namespace, failures last', () => {
    expect(openText(OPEN, narrow)).toMatchInlineSnapshot(`
      "created     court-diary-dev         #41873
      updated     prison-visits-b         #41802  the base branch has moved
      unchanged   prison-visits-a         #41801
      left alone  probation-api-prod      #41790  somebody else committed to the bran…
      deferred    prison-visits-c         -       20 pull requests are open already
      failed      gateway-proxy (live-2)  -
          Somebody pushed to rotate/live-2--gateway-proxy meanwhile; it is left as it
          is. Run again.

      Not rotated: 2 credentials
        read replica (1)
          a read replica has the password of module.rds.db_identifier
          hmpps-assessments-and-interventions-preproduction/rds-postgresql-assessment…
        rotates itself (1)
          the template rotates this token every week; force_rotate_token is not true
          probation-api-preprod/hmpps-template.tf#hmpps_template

      6 namespaces: 1 created, 1 updated, 1 unchanged, 1 left alone, 1 deferred, 1
      failed.

      To finish what is deferred and failed, run it again: rotate-pr open
      "
    `);
  });

  it('shows addresses where there is room', () => {
    expect(openText(OPEN, wide)).toMatchInlineSnapshot(`
      "created     court-diary-dev         https://github.com/ministryofjustice/cloud-platform-environments/pull/41873
      updated     prison-visits-b         https://github.com/ministryofjustice/cloud-platform-environments/pull/41802  the base branch has moved
      unchanged   prison-visits-a         https://github.com/ministryofjustice/cloud-platform-environments/pull/41801
      left alone  probation-api-prod      https://github.com/ministryofjustice/cloud-platform-environments/pull/41790  somebody else committed to the branch
      deferred    prison-visits-c         -                                                                            20 pull requests are open already
      failed      gateway-proxy (live-2)  -
          Somebody pushed to rotate/live-2--gateway-proxy meanwhile; it is left as it is. Run again.

      Not rotated: 2 credentials
        read replica (1)
          a read replica has the password of module.rds.db_identifier
          hmpps-assessments-and-interventions-preproduction/rds-postgresql-assessments.tf#read_replica
        rotates itself (1)
          the template rotates this token every week; force_rotate_token is not true
          probation-api-preprod/hmpps-template.tf#hmpps_template

      6 namespaces: 1 created, 1 updated, 1 unchanged, 1 left alone, 1 deferred, 1 failed.

      To finish what is deferred and failed, run it again: rotate-pr open
      "
    `);
  });

  it('says when there is nothing to do', () => {
    const changes = [change(AUDIT.credentials[0]!, '23-11-2026')];
    expect(changes).toHaveLength(1);
    expect(openText({ ...OPEN, pullRequests: [], skipped: [] }, narrow)).toMatch(/^No pull request to open/);
  });
});
