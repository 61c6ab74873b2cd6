import { unifiedDiff } from '../../src/report/diff.ts';
import { pullRequestBody, pullRequestTitle } from '../../src/report/pull-request.ts';
import type {
  ApplyResult,
  AuditedCredential,
  AuditResult,
  AuditSummary,
  Change,
  OpenResult,
  Outcome,
  PlannedPullRequest,
  PlanResult,
  Problem,
  PullRequestResult,
  Skipped,
  State,
  UnrotatableCredential,
} from '../../src/results/results.ts';
import { CREDENTIALS, change, LIVE } from './credentials.ts';
import { used } from './used.ts';

const AURORA: readonly UnrotatableCredential[] = [
  {
    id: 'licences-prod/aurora.tf#aurora_db',
    file: `namespaces/${LIVE}/licences-prod/resources/aurora.tf`,
    line: 3,
    module: 'aurora_db',
    source: 'github.com/ministryofjustice/cloud-platform-terraform-rds-aurora?ref=4.3.0',
    code: 'not-rotatable',
    message: 'the rds-aurora module has no variable that rotates its password: ask the Cloud Platform team',
  },
];

export function auditResult(
  credentials: readonly AuditedCredential[],
  problems: readonly Problem[] = [],
): AuditResult {
  const none = (): Record<State, number> => ({ ok: 0, due: 0, never: 0, held: 0, exempt: 0, blocked: 0 });
  const byState = none();
  const byKind: Record<string, Record<State, number>> = {};
  for (const { state, kind } of credentials) {
    byState[state] += 1;
    byKind[kind] ??= none();
    byKind[kind][state] += 1;
  }
  const namespaces = new Set(credentials.map(({ cluster, namespace }) => `${cluster}/${namespace}`)).size;
  const summary: AuditSummary = {
    namespaces,
    credentials: credentials.length,
    byState,
    byKind,
    notRotatable: AURORA,
  };
  return { schemaVersion: 1, date: '2026-11-23', base: null, summary, credentials, problems };
}

const PROBLEMS: readonly Problem[] = [
  {
    file: `namespaces/${LIVE}/broken-dev/resources/rds.tf`,
    line: 14,
    column: 32,
    code: 'unclosed-string',
    message: 'this string is not closed: put a " at its end',
  },
  {
    file: `namespaces/${LIVE}/sealed-dev/resources/rds-secret.tf`,
    line: 1,
    column: 1,
    code: 'git-crypt',
    message: 'the file is encrypted by git-crypt: unlock the repository first',
  },
];

export const AUDIT: AuditResult = auditResult(CREDENTIALS, PROBLEMS);

const byState = (state: State): readonly AuditedCredential[] =>
  CREDENTIALS.filter((each) => each.state === state);
const CHANGES: readonly Change[] = [...byState('never'), ...byState('due')]
  .filter(({ kind }) => kind !== 'hmpps-template')
  .map((each) => change(each, each.kind === 'elasticache' ? '2026-11-23' : '23-11-2026'));
const SKIPPED: readonly Skipped[] = [...byState('held'), ...byState('exempt'), ...byState('blocked')].map(
  ({ id, reasons }) => ({ id, ...reasons[0]! }),
);
export const APPLY: ApplyResult = {
  schemaVersion: 1,
  date: '2026-11-23',
  changes: CHANGES,
  skipped: SKIPPED,
  problems: PROBLEMS,
};

/** The sample's pull request for one namespace, as `plan` has it. */
function planned(namespace: string): PlannedPullRequest {
  const changes = CHANGES.filter((each) => each.namespace === namespace);
  const { cluster } = changes[0]!;
  return {
    namespace,
    cluster,
    branch: `rotate/${cluster === LIVE ? '' : 'live-2--'}${namespace}`,
    title: pullRequestTitle(namespace, changes),
    url: null,
    number: null,
    outcome: 'planned',
    reason: null,
    changes,
    body: pullRequestBody({
      namespace,
      clusterLabel: cluster === LIVE ? 'live' : 'live-2',
      changes: changes.map(used),
      skipped: SKIPPED.filter(({ id }) => id.startsWith(`${namespace}/`)),
      production: null,
      team: 'court-tools',
      slackChannel: 'court-tools-alerts',
      warnings: [],
    }),
    diff: changes
      .map(({ file, variable, from, to }) =>
        unifiedDiff(file, terraform(variable, from), terraform(variable, to)),
      )
      .join(''),
  };
}

/** A small file with the given date, or without one. */
function terraform(variable: string, value: string | null): string {
  const date = value === null ? '' : `\n  ${variable} = "${value}"\n`;
  return `module "rds" {\n  source    = "github.com/ministryofjustice/example?ref=1.2.0"\n  namespace = var.namespace\n${date}}\n`;
}

export const PLAN: PlanResult = {
  schemaVersion: 1,
  date: '2026-11-23',
  base: '0123456789abcdef0123456789abcdef01234567',
  pullRequests: ['court-diary-dev', 'gateway-proxy', 'probation-api-prod'].map(planned),
  skipped: SKIPPED.slice(0, 4),
  problems: PROBLEMS.slice(0, 1),
};

const REPOSITORY = 'https://github.com/ministryofjustice/cloud-platform-environments';

export const OPEN: OpenResult = {
  schemaVersion: 1,
  date: '2026-11-23',
  base: PLAN.base,
  pullRequests: [
    opened('court-diary-dev', 'created', 41873, null),
    opened(
      'gateway-proxy',
      'failed',
      null,
      'Somebody pushed to rotate/live-2--gateway-proxy meanwhile; it is left as it is. Run again.',
    ),
    opened('probation-api-prod', 'left-alone', 41790, 'somebody else committed to the branch'),
    opened('prison-visits-a', 'unchanged', 41801, null),
    opened('prison-visits-b', 'updated', 41802, 'the base branch has moved'),
    opened('prison-visits-c', 'deferred', null, '20 pull requests are open already'),
  ],
  skipped: SKIPPED.slice(3, 5),
  problems: [],
};

function opened(
  namespace: string,
  outcome: Outcome,
  number: number | null,
  reason: string | null,
): PullRequestResult {
  const changes = CHANGES.filter((each) => each.namespace === namespace);
  const { cluster } = changes[0]!;
  return {
    namespace,
    cluster,
    branch: `rotate/${cluster === LIVE ? '' : 'live-2--'}${namespace}`,
    title: pullRequestTitle(namespace, changes),
    url: number === null ? null : `${REPOSITORY}/pull/${number}`,
    number,
    outcome,
    reason,
    changes,
  };
}
