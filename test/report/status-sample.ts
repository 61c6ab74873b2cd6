/** What `status` gives back, of every sort. */
import { type StatusPullRequest, type StatusResult, summarizeStatus } from '../../src/results/status.ts';
import { LIVE } from './credentials.ts';

const REPOSITORY = 'https://github.com/ministryofjustice/cloud-platform-environments';

export function openOne(
  namespace: string,
  number: number,
  part: Partial<StatusPullRequest> = {},
): StatusPullRequest {
  return {
    namespace,
    cluster: LIVE,
    branch: `rotate/${namespace}`,
    title: `Rotate 1 RDS password of ${namespace}`,
    url: `${REPOSITORY}/pull/${number}`,
    number,
    state: 'open',
    ageDays: 1,
    checks: 'passing',
    mergeable: 'yes',
    review: 'review-required',
    draft: false,
    modifiedByOthers: false,
    next: 'nothing',
    rotatedOn: null,
    until: null,
    code: null,
    reason: null,
    ...part,
  };
}

function waitingOne(namespace: string, code: string, reason: string): StatusPullRequest {
  const nothing = { url: null, number: null, ageDays: null, checks: null, mergeable: null } as const;
  const next = code === 'next-run' ? 'create' : 'nothing';
  return openOne(namespace, 0, {
    ...nothing,
    state: 'deferred',
    review: null,
    draft: null,
    modifiedByOthers: null,
    next,
    rotatedOn: '2026-03-20',
    code,
    reason,
  });
}

export function statusOf(pullRequests: readonly StatusPullRequest[]): StatusResult {
  const summary = summarizeStatus(pullRequests);
  return {
    schemaVersion: 1,
    date: '2026-11-23',
    base: '0123456789abcdef0123456789abcdef01234567',
    summary,
    pullRequests,
    problems: [],
  };
}

export const STATUS: StatusResult = statusOf([
  openOne('court-diary-dev', 41790, { ageDays: 34, review: 'approved' }),
  openOne('gateway-proxy', 41801, {
    ageDays: 2,
    checks: 'failing',
    cluster: 'live-2.cloud-platform.service.justice.gov.uk',
  }),
  openOne('hmpps-assessments-and-interventions-preproduction', 41802, {
    ageDays: 12,
    mergeable: 'conflicting',
    next: 'update',
    code: 'base-moved',
    reason: 'The next run updates it: a file that it changes has changed on the base branch.',
  }),
  openOne('probation-api-prod', 41810, {
    ageDays: 40,
    modifiedByOthers: true,
    checks: 'pending',
    review: 'changes-requested',
    draft: true,
    reason: 'Somebody else committed to its branch (its last commit is a merge).',
  }),
  openOne('prison-visits-a', 41811, { checks: 'none', mergeable: null, review: 'none' }),
  waitingOne('prison-visits-b', 'next-run', 'The next run opens it.'),
  waitingOne('prison-visits-c', 'next-run', 'The next run opens it.'),
  waitingOne(
    'court-diary-prod',
    'application',
    'Another environment of its application, court-diary-dev, was begun today.',
  ),
  openOne('claims-dev', 41700, {
    state: 'closed',
    ageDays: 9,
    checks: null,
    mergeable: null,
    review: null,
    draft: null,
    modifiedByOthers: null,
    until: '2027-02-22',
    code: 'taken-back',
    reason: 'It was closed by rotate-pr close.',
  }),
]);
