import { summariseRotations } from '../../src/history/summary.ts';
import type { HistoryResult, Rotation } from '../../src/results/history.ts';
import { LIVE } from './credentials.ts';

function rotation(more: Partial<Rotation>): Rotation {
  const namespace = more.namespace ?? 'court-diary-dev';
  return {
    id: `${namespace}/serviceaccount.tf#serviceaccount`,
    cluster: LIVE,
    namespace,
    file: `namespaces/${LIVE}/${namespace}/resources/serviceaccount.tf`,
    kind: 'serviceaccount',
    module: 'serviceaccount',
    team: 'court-diary',
    day: '2026-03-20',
    commit: 'a'.repeat(40),
    change: 'replaced',
    from: '01-03-2025',
    to: '20-03-2026',
    ageDays: 384,
    notes: [],
    ...more,
  };
}

const ROTATIONS: readonly Rotation[] = [
  rotation({}),
  rotation({ namespace: 'licences-prod', team: null, change: 'added', from: null, ageDays: null }),
  rotation({
    kind: 'rds',
    day: '2026-04-02',
    commit: 'b'.repeat(40),
    from: '20-03-2026',
    to: '19-03-2026',
    ageDays: 13,
    notes: ['backwards'],
  }),
];

/** A result with an own subject for the last commit, and own rotations. */
export function historyResult(
  subject = 'Rotate the database',
  rotations: readonly Rotation[] = ROTATIONS,
): HistoryResult {
  const subjectOf = (commit: string): string => (commit.startsWith('a') ? 'Rotate all tokens' : subject);
  const byKind = {};
  return {
    schemaVersion: 1,
    date: '2026-04-10',
    since: '2026-03-13',
    base: 'c0ffee'.padEnd(40, '0'),
    summary: {
      ...summariseRotations(rotations, subjectOf),
      maxAgeDays: 90,
      created: 1,
      removed: 0,
      cut: null,
    },
    rotations,
    series: [
      { day: '2026-03-13', credentials: 1_200, over: 1_100, never: 500, byKind },
      { day: '2026-03-20', credentials: 1_201, over: 40, never: 30, byKind },
      { day: '2026-04-10', credentials: 1_201, over: 40, never: 30, byKind },
    ],
    problems: [],
  };
}

export { rotation };
