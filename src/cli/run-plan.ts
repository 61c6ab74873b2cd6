import { plan } from '../commands/plan.ts';
import { toJson } from '../report/json.ts';
import type { PlanResult } from '../rotation/results.ts';
import { hasFailures } from '../rotation/summary.ts';
import type { ExitCode } from './exit-code.ts';
import { type BaseFlags, selectionArguments } from './flags.ts';
import { runDoor } from './run.ts';

/** Up to this many pull requests are shown with their text. */
const WITH_BODIES = 1;

export function runPlan(flags: BaseFlags): Promise<ExitCode> {
  const selection = selectionArguments(flags);
  const { verbose } = flags;
  return runDoor<PlanResult>(flags, {
    run: (options, say) => plan({ ...options, base: flags.base, remote: flags.remote }, say),
    render: {
      json: toJson,
      csv: async (result) => (await import('../report/csv.ts')).pullRequestsCsv(result),
      markdown: async (result) => (await import('../report/markdown.ts')).planMarkdown(result),
      text: async (result, { width, color }) => {
        const { planText } = await import('../report/text/plan.ts');
        const bodies = verbose || result.pullRequests.length <= WITH_BODIES;
        return planText(result, { width, color, verbose, selection, bodies });
      },
    },
    exitCode: (result) => (hasFailures(result.skipped) ? 1 : 0),
  });
}
