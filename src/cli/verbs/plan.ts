import { plan } from '../../commands/plan.ts';
import { toJson } from '../../report/json.ts';
import type { PlanResult } from '../../results/results.ts';
import { hasFailures } from '../../rotation/summary.ts';
import type { ExitCode } from '../exit-code.ts';
import type { PlanFlags } from '../flags.ts';
import type { Io } from '../io.ts';
import { readOpenRequest, repeatedArguments } from '../options.ts';
import { reportFormats } from '../report-formats.ts';
import { type Door, runDoor } from '../run-command.ts';

/** Up to this many pull requests are shown with their text. */
const WITH_BODIES = 1;

export function runPlan(flags: PlanFlags, io: Io): Promise<ExitCode> {
  return runDoor(flags, io, planDoor(flags));
}

/** What `plan` does and prints. */
export function planDoor(flags: PlanFlags): Door<PlanResult> {
  const selection = repeatedArguments('plan', flags);
  const { verbose } = flags;
  return {
    run: async (options, say) => {
      const request = readOpenRequest(flags);
      if (!request.ok) return request;
      return plan({ ...options, base: flags.base, remote: flags.remote, request: request.value }, say);
    },
    render: {
      json: toJson,
      csv: async (result) => (await import('../../report/csv.ts')).pullRequestsCsv(result),
      ...reportFormats(verbose, async (result, { format, brief }) => {
        const bodies = format === 'markdown' || verbose || result.pullRequests.length <= WITH_BODIES;
        const { planDocument } = await import('../../report/pull-requests.ts');
        return planDocument(result, { selection, bodies, brief: brief && format === 'text' });
      }),
    },
    exitCode: (result) => (hasFailures(result.skipped) ? 1 : 0),
  };
}
