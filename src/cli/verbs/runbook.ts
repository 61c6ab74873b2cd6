import { runbook } from '../../commands/runbook.ts';
import type { RunbookResult } from '../../results/runbook.ts';
import type { ExitCode } from '../exit-code.ts';
import type { RunbookFlags } from '../flags.ts';
import type { Io } from '../io.ts';
import { reportFormats } from '../report-formats.ts';
import { runDoor } from '../run-command.ts';

export function runRunbook(flags: RunbookFlags, io: Io): Promise<ExitCode> {
  const { verbose, incident } = flags;
  return runDoor<RunbookResult>(flags, io, {
    run: (options, say) => runbook({ ...options, incident }, say),
    render: {
      json: async (result) => (await import('../../report/runbook.ts')).runbookJson(result),
      csv: async (result) => (await import('../../report/runbook.ts')).runbookCsv(result),
      ...reportFormats(verbose, async (result) =>
        (await import('../../report/runbook.ts')).runbookDocument(result),
      ),
    },
    exitCode: () => 0,
  });
}
