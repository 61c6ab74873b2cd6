import type { AuditPage, NamespaceFacts } from '../../../src/results/audit-page.ts';
import type { AuditedCredential } from '../../../src/results/results.ts';
import { credential, LIVE } from '../credentials.ts';
import { auditPage } from './page.ts';

const KINDS = ['serviceaccount', 'rds', 'elasticache', 'hmpps-template'] as const;
const STATES = ['due', 'never', 'due', 'ok', 'held', 'exempt'] as const;

/** A page of an estate as large as the real one, three credentials to a namespace. */
export function largeEstate(size: number): AuditPage {
  const credentials: AuditedCredential[] = [];
  const facts: NamespaceFacts[] = [];
  for (let at = 0; at < size; at += 1) {
    const number = Math.floor(at / 3);
    const namespace = `service-${number}-${number % 3 === 0 ? 'prod' : 'dev'}`;
    if (at % 3 === 0) facts.push(factsOf(namespace, number));
    const state = STATES[at % STATES.length]!;
    const ageDays =
      state === 'never' || state === 'exempt' ? null : state === 'ok' ? at % 90 : 91 + (at % 1_300);
    credentials.push(
      credential({
        namespace,
        kind: KINDS[at % KINDS.length]!,
        state,
        module: `module_${at}`,
        ageDays,
        rotatedOn: ageDays === null ? null : dayBefore('2026-11-23', ageDays),
        reasons: [{ code: state === 'never' ? 'never-rotated' : 'x', message: `a reason of ${at % 97}` }],
      }),
    );
  }
  return auditPage(credentials, facts);
}

function factsOf(namespace: string, number: number): NamespaceFacts {
  return {
    cluster: LIVE,
    namespace,
    production: number % 3 === 0,
    teamName: number % 5 === 0 ? null : `team-${number % 210}`,
    teams: [`team-${number % 210}`, 'sre'],
    application: `Service ${number}`,
    slackChannel: `service-${number}`,
  };
}

function dayBefore(day: string, days: number): string {
  return new Date(Date.parse(day) - days * 86_400_000).toISOString().slice(0, 10);
}
