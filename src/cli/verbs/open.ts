import { type OpenRun, open } from '../../commands/open.ts';
import { toJson } from '../../report/json.ts';
import { hasFailures } from '../../rotation/summary.ts';
import type { ExitCode } from '../exit-code.ts';
import type { OpenFlags } from '../flags.ts';
import type { Io } from '../io.ts';
import { readOpenRequest, repeatedArguments } from '../options.ts';
import { reportFormats } from '../report-formats.ts';
import { type Door, runDoor } from '../run-command.ts';
import { readVersion } from '../version.ts';

export function runOpen(flags: OpenFlags, io: Io): Promise<ExitCode> {
  return runDoor(flags, io, openDoor(flags));
}

/** What `open` does and prints. */
export function openDoor(flags: OpenFlags): Door<OpenRun> {
  const selection = repeatedArguments('open', flags);
  const { verbose } = flags;
  const version = readVersion();
  return {
    run: async (options, say) => {
      const request = readOpenRequest(flags);
      if (!request.ok) return request;
      const { base, remote, dryRun } = flags;
      return open({ ...options, base, remote, dryRun, version, request: request.value }, say);
    },
    render: {
      json: ({ result }) => toJson(result),
      csv: async ({ result }) => (await import('../../report/csv.ts')).pullRequestsCsv(result),
      ...reportFormats(verbose, async ({ result }, { format, brief, picked }) =>
        (await import('../../report/pull-requests.ts')).openDocument(result, {
          selection: [...selection, ...picked],
          brief: brief && format === 'text',
          preview: flags.dryRun,
        }),
      ),
    },
    // what waits for its turn is no failure: it is what was asked for
    exitCode: ({ result: { pullRequests, skipped }, stopped }) =>
      stopped || pullRequests.some(({ outcome }) => outcome === 'failed') || hasFailures(skipped) ? 1 : 0,
  };
}
