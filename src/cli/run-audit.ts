import { audit } from '../commands/audit.ts';
import { toJson } from '../report/json.ts';
import type { AuditResult } from '../rotation/results.ts';
import type { ExitCode } from './exit-code.ts';
import { type AuditFlags, selectionArguments } from './flags.ts';
import { runDoor } from './run.ts';

export function runAudit(flags: AuditFlags): Promise<ExitCode> {
  const selection = selectionArguments(flags);
  const { verbose } = flags;
  return runDoor<AuditResult>(flags, {
    run: (options, say) =>
      audit({ ...options, base: flags.base, otherCredentials: flags.otherCredentials }, say),
    render: {
      json: toJson,
      csv: async (result) => (await import('../report/csv.ts')).auditCsv(result),
      markdown: async (result) =>
        (await import('../report/markdown.ts')).auditMarkdown(result, { verbose, selection }),
      text: async (result, { width, color }) =>
        (await import('../report/text/audit.ts')).auditText(result, { width, color, verbose, selection }),
    },
    exitCode: (result) => (hasFindings(result, flags.failOn) ? 1 : 0),
  });
}

function hasFindings({ summary, problems }: AuditResult, failOn: AuditFlags['failOn']): boolean {
  switch (failOn) {
    case undefined:
      return false;
    case 'due':
      return summary.byState.due + summary.byState.never > 0;
    case 'blocked':
      return summary.byState.blocked > 0;
    case 'problems':
      return problems.length > 0;
  }
}
