import { type DashboardRun, dashboard } from '../../commands/dashboard.ts';
import { toJson } from '../../report/json.ts';
import type { ExitCode } from '../exit-code.ts';
import type { DashboardFlags } from '../flags.ts';
import type { Io } from '../io.ts';
import { readOpenRequest } from '../options.ts';
import { reportFormats } from '../report-formats.ts';
import { type Door, runDoor } from '../run-command.ts';
import { readVersion } from '../version.ts';

/** Between two pages of Markdown: a rule, as GitHub shows two comments apart. */
const PAGE_BREAK = '\n---\n\n';

export function runDashboard(given: DashboardFlags, io: Io): Promise<ExitCode> {
  return runDoor(given, io, dashboardDoor(given));
}

/** What `dashboard` does and prints. */
export function dashboardDoor(flags: DashboardFlags): Door<DashboardRun> {
  const version = readVersion();
  return {
    run: async (options, say) => {
      // each of its pull requests is about one namespace
      const request = readOpenRequest({ ...flags, group: 'namespace', incident: false });
      if (!request.ok) return request;
      const { base, remote, run, new: anew, dryRun } = flags;
      return dashboard({ ...options, base, remote, version, request: request.value, run, anew, dryRun }, say);
    },
    render: {
      json: ({ result }) => toJson(result),
      csv: async ({ result }) => (await import('../../report/csv.ts')).dashboardCsv(result),
      ...reportFormats<DashboardRun>(flags.verbose, async ({ result }) =>
        (await import('../../report/dashboard.ts')).dashboardDocument(result),
      ),
      markdown: ({ pages }) => pages.join(PAGE_BREAK),
    },
    // a box that waits for its turn is no failure: it stays ticked
    exitCode: ({ result: { issue, boxes } }) =>
      issue.outcome === 'failed' || boxes.some(({ outcome }) => outcome === 'failed') ? 1 : 0,
  };
}
