import { describe, expect, it } from 'vitest';
import { change } from './credentials.ts';
import { applyText, openText, planText } from './printed.ts';
import { APPLY, AUDIT, OPEN, PLAN } from './sample.ts';

const narrow = { width: 80, color: false, verbose: false };
const wide = { ...narrow, width: 160 };

describe('apply', () => {
  it('says what changed, what did not and why', () => {
    expect(applyText(APPLY, narrow)).toMatchInlineSnapshot(`
      "court-diary-dev….tf#ec_cluster  none                  →  2026-11-23  date added
      live-2--gateway…serviceaccount  01-01-2000            →  23-11-2026  date replaced
      court-diary-dev/rds.tf#rds      2023-04-05T11:31:27Z  →  23-11-2026  date replaced
      prison-visits-a…serviceaccount  20-03-2026            →  23-11-2026  date replaced
      prison-visits-b…serviceaccount  21-03-2026            →  23-11-2026  date replaced
      prison-visits-c…serviceaccount  22-03-2026            →  23-11-2026  date replaced
      prison-visits-d…serviceaccount  23-03-2026            →  23-11-2026  date replaced
      probation-api-p…serviceaccount  99-99-999             →  23-11-2026  date replaced

      Not rotated: 11 credentials
        read replica (4)
          ↳ a read replica has the password of module.rds.db_identifier
          hmpps-assessments-and-interventions-pr…ostgresql-assessments.tf#read_replica
          claims-dev/rds.tf#rds_replica
          claims-test/rds.tf#rds_replica
          claims-prod/rds.tf#rds_replica
        namespace held (3)
          ↳ APPLY_PIPELINE_SKIP_THIS_NAMESPACE: the nightly apply passes this
            namespace by
          offender-records-staging/serviceaccount.tf#serviceaccount
          offender-records-staging/rds.tf#rds
          offender-records-staging/elasticache.tf#elasticache
        engine too old (1)
          laa-fee-calculator-uat/elasticache.tf#redis
              ↳ Redis 4.0.10 cannot rotate its AUTH token: upgrade engine_version to
                5.0.5 or above first
        not a literal (1)
          laa-fee-calculator-uat/serviceaccount.tf#serviceaccount
              ↳ serviceaccount_token_rotated_date is local.rotated, not a plain
                string: change the date by hand where it comes from
        rotates itself (1)
          probation-api-preprod/hmpps-template.tf#hmpps_template
              ↳ the template rotates this token every week; force_rotate_token is not
                true
        version too old (1)
          hmpps-assessments-and-interventions-pr…ssments_and_interventions_preprod_rds
              ↳ module version 5.15.0 has no db_password_rotated_date: upgrade it to
                9.2.0 first

      2 problems:
        namespaces/live.cloud-platform.service.justice.gov.uk/broken-dev/resources/rds.tf:14:32: this string is not closed: put a " at its end
        namespaces/live.cloud-platform.service.justice.gov.uk/sealed-dev/resources/rds-secret.tf:1:1: the file is encrypted by git-crypt: unlock the repository first

      8 credentials rotated in 7 namespaces, 8 files changed.
      The files are changed, nothing is committed.

      To see the change: git diff
      To put it on a branch, for a pull request:
        git switch -c rotate-credentials && git commit -m 'Rotate 8 credentials' -- namespaces && git push -u origin HEAD
      Or to have the pull requests opened, one for each namespace:
        rotate-pr open --namespace court-diary-dev --namespace gateway-proxy --namespace prison-visits-a --namespace prison-visits-b --namespace prison-visits-c --namespace prison-visits-d --namespace probation-api-prod
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

      Rotate 1 RDS password and 1 ElastiCache token of court-diary-dev, branch
      rotate/court-diary-dev, planned

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
          ↳ APPLY_PIPELINE_SKIP_THIS_NAMESPACE: the nightly apply passes this
            namespace by
          offender-records-staging/serviceaccount.tf#serviceaccount
          offender-records-staging/rds.tf#rds
          offender-records-staging/elasticache.tf#elasticache
        read replica (1)
          hmpps-assessments-and-interventions-pr…ostgresql-assessments.tf#read_replica
              ↳ a read replica has the password of module.rds.db_identifier

      1 problem:
        namespaces/live.cloud-platform.service.justice.gov.uk/broken-dev/resources/rds.tf:14:32: this string is not closed: put a " at its end

      1 namespace: 1 planned.
      2 credentials to rotate; nothing was written.

      To do it: rotate-pr open
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
          https://github.com/ministryofjustice/cloud-platform-environments/pull/41873
      updated     prison-visits-b         #41802  the base branch has moved
          https://github.com/ministryofjustice/cloud-platform-environments/pull/41802
      unchanged   prison-visits-a         #41801
      left alone  probation-api-prod      #41790
          ↳ somebody else committed to the branch
      failed      gateway-proxy (live-2)
          ↳ Somebody pushed to rotate/live-2--gateway-proxy meanwhile; it is left as
            it is. Run again.

      Deferred: 1
        1 × 20 pull requests are open already
          prison-visits-c

      Not rotated: 2 credentials
        read replica (1)
          hmpps-assessments-and-interventions-pr…ostgresql-assessments.tf#read_replica
              ↳ a read replica has the password of module.rds.db_identifier
        rotates itself (1)
          probation-api-preprod/hmpps-template.tf#hmpps_template
              ↳ the template rotates this token every week; force_rotate_token is not
                true

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
      failed      gateway-proxy (live-2)
          ↳ Somebody pushed to rotate/live-2--gateway-proxy meanwhile; it is left as it is. Run again.

      Deferred: 1
        1 × 20 pull requests are open already
          prison-visits-c

      Not rotated: 2 credentials
        read replica (1)
          hmpps-assessments-and-interventions-preproduction/rds-postgresql-assessments.tf#read_replica  a read replica has the password of module.rds.db_identifier
        rotates itself (1)
          probation-api-preprod/hmpps-template.tf#hmpps_template  the template rotates this token every week; force_rotate_token is not true

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
