import { apply } from '../../commands/apply.ts';
import { toJson } from '../../report/json.ts';
import type { ApplyResult } from '../../results/results.ts';
import { hasFailures } from '../../rotation/summary.ts';
import type { ExitCode } from '../exit-code.ts';
import type { ApplyFlags } from '../flags.ts';
import type { Io } from '../io.ts';
import { repeatedArguments } from '../options.ts';
import { reportFormats } from '../report-formats.ts';
import { runDoor } from '../run-command.ts';

export function runApply(flags: ApplyFlags, io: Io): Promise<ExitCode> {
  const { verbose } = flags;
  const selection = repeatedArguments('apply', flags);
  return runDoor<ApplyResult>(flags, io, {
    run: apply,
    render: {
      json: toJson,
      csv: async (result) => (await import('../../report/csv.ts')).applyCsv(result),
      ...reportFormats(verbose, async (result) =>
        (await import('../../report/changes.ts')).applyDocument(result, selection),
      ),
    },
    exitCode: (result) => (hasFailures(result.skipped) ? 1 : 0),
  });
}
