import type { AuditedCredential, Change, Credential, Reason, State } from '../../src/results/results.ts';

export const LIVE = 'live.cloud-platform.service.justice.gov.uk';
export const LIVE_2 = 'live-2.cloud-platform.service.justice.gov.uk';
const VARIABLES = {
  serviceaccount: 'serviceaccount_token_rotated_date',
  rds: 'db_password_rotated_date',
  elasticache: 'auth_token_rotated_date',
  'hmpps-template': 'custom_token_rotation_date',
} as const;

type Kind = keyof typeof VARIABLES;

/** A credential with everything that a test does not care about filled in. */
export function credential(
  given: Partial<AuditedCredential> & {
    readonly namespace: string;
    readonly kind: Kind;
    readonly state: State;
  },
): AuditedCredential {
  const { namespace, kind, cluster = LIVE, module = kind.replace('-', '_') } = given;
  const file = given.file ?? `namespaces/${cluster}/${namespace}/resources/${kind}.tf`;
  return {
    id: `${cluster === LIVE ? '' : 'live-2--'}${namespace}/${file.split('/resources/')[1]}#${module}`,
    cluster,
    file,
    line: 1,
    module,
    source: null,
    version: '1.2.0',
    latestVersion: null,
    latestFrom: given.latestVersion ? 'repository' : null,
    variable: VARIABLES[kind],
    value: given.rotatedOn ?? null,
    rotatedOn: null,
    ageDays: null,
    maxAgeDays: 90,
    reasons: [],
    team: null,
    production: null,
    slackChannel: null,
    nextDue: null,
    ...given,
  };
}

export function change(credentialOf: Credential, to: string, more: Partial<Change> = {}): Change {
  const { id, cluster, namespace, file, line, kind, module, variable, value } = credentialOf;
  const action = value === null ? 'insert' : 'update';
  return {
    id,
    cluster,
    namespace,
    file,
    line: line + 8,
    kind,
    module,
    variable,
    action,
    from: value,
    to,
    ...more,
  };
}

function reason(code: string, message: string): Reason {
  return { code, message };
}
const HOLD = reason(
  'namespace-held',
  'APPLY_PIPELINE_SKIP_THIS_NAMESPACE: the nightly apply passes this namespace by',
);
const OLD = reason('older-than-max-age', 'rotated 248 days ago, 90 are allowed');
const NEVER = reason('never-rotated', 'no rotation date is set');
const REPLICA = reason('read-replica', 'a read replica has the password of module.rds.db_identifier');

/** About thirty credentials in the shapes of the real repository. */
export const CREDENTIALS: readonly AuditedCredential[] = [
  credential({
    namespace: 'court-diary-dev',
    kind: 'serviceaccount',
    state: 'ok',
    line: 4,
    rotatedOn: '2026-11-02',
    value: '02-11-2026',
    ageDays: 21,
    module: 'serviceaccount_circleci',
    file: `namespaces/${LIVE}/court-diary-dev/resources/serviceaccount-circleci.tf`,
  }),
  credential({
    namespace: 'court-diary-dev',
    kind: 'rds',
    state: 'due',
    line: 11,
    rotatedOn: '2023-04-05',
    value: '2023-04-05T11:31:27Z',
    ageDays: 1328,
    version: '9.2.0',
    module: 'rds',
    reasons: [
      reason('older-than-max-age', 'rotated 1328 days ago, 90 are allowed'),
      reason('stopped-overnight', 'the instance is stopped overnight; apply the rotation while it runs'),
    ],
  }),
  credential({
    namespace: 'court-diary-dev',
    kind: 'elasticache',
    state: 'never',
    line: 6,
    version: '8.0.0',
    module: 'ec_cluster',
    reasons: [NEVER, reason('version-behind', 'module version 8.0.0, latest is 8.2.0')],
    latestVersion: '8.2.0',
  }),
  ...['a', 'b', 'c', 'd'].map((name, index) =>
    credential({
      namespace: `prison-visits-${name}`,
      kind: 'serviceaccount',
      state: 'due',
      line: 1,
      rotatedOn: `2026-03-2${index}`,
      value: `2${index}-03-2026`,
      ageDays: 248 - index,
      reasons: [OLD],
      version: '1.2.0',
    }),
  ),
  credential({
    namespace: 'hmpps-assessments-and-interventions-preproduction',
    kind: 'rds',
    state: 'blocked',
    line: 1,
    version: '5.15.0',
    module: 'hmpps_assessments_and_interventions_preprod_rds',
    value: null,
    reasons: [
      reason(
        'version-too-old',
        'module version 5.15.0 has no db_password_rotated_date: upgrade it to 9.2.0 first',
      ),
      NEVER,
    ],
    file: `namespaces/${LIVE}/hmpps-assessments-and-interventions-preproduction/resources/rds-postgresql-assessments.tf`,
  }),
  credential({
    namespace: 'hmpps-assessments-and-interventions-preproduction',
    kind: 'rds',
    state: 'exempt',
    line: 52,
    version: '9.2.0',
    module: 'read_replica',
    reasons: [REPLICA, NEVER],
    file: `namespaces/${LIVE}/hmpps-assessments-and-interventions-preproduction/resources/rds-postgresql-assessments.tf`,
  }),
  credential({
    namespace: 'laa-fee-calculator-uat',
    kind: 'elasticache',
    state: 'blocked',
    line: 3,
    version: '7.0.0',
    module: 'redis',
    reasons: [
      reason(
        'engine-too-old',
        'Redis 4.0.10 cannot rotate its AUTH token: upgrade engine_version to 5.0.5 or above first',
      ),
      OLD,
    ],
    rotatedOn: '2022-01-15',
    value: '2022-01-15',
    ageDays: 1773,
  }),
  credential({
    namespace: 'laa-fee-calculator-uat',
    kind: 'serviceaccount',
    state: 'blocked',
    line: 9,
    value: null,
    reasons: [
      reason(
        'not-a-literal',
        'serviceaccount_token_rotated_date is local.rotated, not a plain string: change the date by hand where it comes from',
      ),
    ],
  }),
  credential({
    namespace: 'offender-records-staging',
    kind: 'serviceaccount',
    state: 'held',
    reasons: [HOLD, OLD],
    rotatedOn: '2026-03-20',
    value: '20-03-2026',
    ageDays: 248,
  }),
  credential({
    namespace: 'offender-records-staging',
    kind: 'rds',
    state: 'held',
    version: '9.2.0',
    reasons: [HOLD, NEVER],
  }),
  credential({
    namespace: 'offender-records-staging',
    kind: 'elasticache',
    state: 'held',
    version: '8.1.0',
    reasons: [HOLD, OLD],
    rotatedOn: '2023-02-21',
    value: '2023-02-21:14:00',
    ageDays: 1371,
  }),
  credential({
    namespace: 'gateway-proxy',
    cluster: LIVE_2,
    kind: 'serviceaccount',
    state: 'never',
    value: '01-01-2000',
    version: '1.1.0',
    reasons: [reason('placeholder-date', '"01-01-2000" is a placeholder, not a rotation')],
  }),
  credential({
    namespace: 'probation-api-prod',
    kind: 'serviceaccount',
    state: 'due',
    value: '99-99-999',
    reasons: [reason('unreadable-date', '"99-99-999" cannot be read as a date')],
  }),
  credential({
    namespace: 'probation-api-prod',
    kind: 'hmpps-template',
    state: 'due',
    rotatedOn: '2026-03-21',
    value: '2026-03-21',
    ageDays: 247,
    version: '1.2.1',
    module: 'hmpps_template_kotlin',
    reasons: [OLD],
  }),
  credential({
    namespace: 'probation-api-prod',
    kind: 'rds',
    state: 'ok',
    rotatedOn: '2027-07-01',
    value: '01-07-2027',
    ageDays: -220,
    version: '9.2.0',
    reasons: [reason('future-date', '"01-07-2027" is 220 days in the future')],
  }),
  credential({
    namespace: 'probation-api-preprod',
    kind: 'hmpps-template',
    state: 'exempt',
    version: '1.2.1',
    reasons: [
      reason('rotates-itself', 'the template rotates this token every week; force_rotate_token is not true'),
    ],
  }),
  ...['dev', 'test', 'prod'].flatMap((stage) => [
    credential({
      namespace: `claims-${stage}`,
      kind: 'rds',
      state: 'ok',
      rotatedOn: '2026-10-01',
      value: '01-10-2026',
      ageDays: 53,
      version: '9.2.0',
      line: 8,
    }),
    credential({
      namespace: `claims-${stage}`,
      kind: 'rds',
      state: 'exempt',
      version: '9.2.0',
      line: 44,
      module: 'rds_replica',
      reasons: [REPLICA],
    }),
    credential({
      namespace: `claims-${stage}`,
      kind: 'elasticache',
      state: 'ok',
      rotatedOn: '2026-10-01',
      value: '2026-10-01',
      ageDays: 53,
      version: '8.2.0',
    }),
  ]),
];

/** The same shapes as often as the whole estate has them. */
export function manyCredentials(size: number): readonly AuditedCredential[] {
  return Array.from({ length: size }, (_, index) => {
    const each = CREDENTIALS[index % CREDENTIALS.length]!;
    const round = Math.floor(index / CREDENTIALS.length);
    return round === 0
      ? each
      : {
          ...each,
          namespace: `${each.namespace}-${round}`,
          file: each.file.replace('/resources/', `-${round}/resources/`),
          id: each.id.replace('/', `-${round}/`),
        };
  });
}
