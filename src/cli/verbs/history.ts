import { history } from '../../commands/history.ts';
import { toJson } from '../../report/json.ts';
import type { HistoryResult } from '../../results/history.ts';
import type { Format } from '../../settings.ts';
import { fail, type Result } from '../../util/result.ts';
import type { ExitCode } from '../exit-code.ts';
import type { AuditFlags } from '../flags.ts';
import type { Io } from '../io.ts';
import { reportFormats } from '../report-formats.ts';
import { runDoor } from '../run-command.ts';

type HistoryFlags = Omit<AuditFlags, 'format' | 'since'> & {
  readonly format: Format;
  readonly since: string;
};

/** `audit` with `--since`: the same door, another result. */
export function runHistory(flags: HistoryFlags, io: Io): Promise<ExitCode> {
  const { since, base, verbose } = flags;
  return runDoor<HistoryResult>(flags, io, {
    run: async (options, say) => excluded(flags) ?? history({ ...options, since, base }, say),
    render: {
      json: toJson,
      csv: async (result) => (await import('../../report/csv.ts')).historyCsv(result),
      ...reportFormats(verbose, async (result, { format, brief }) =>
        (await import('../../report/history.ts')).historyDocument(result, {
          brief: brief && format === 'text',
          mostListed: format === 'text' ? Number.POSITIVE_INFINITY : undefined,
        }),
      ),
    },
    exitCode: () => 0,
  });
}

/** Flags that ask for something of today; to pass them by in silence would promise it. */
function excluded(flags: HistoryFlags): Result<never> | null {
  const asked = [
    ...(flags.due === true ? ['--due'] : []),
    ...(flags.failOn === undefined ? [] : ['--fail-on']),
    ...(flags.otherCredentials ? ['--other-credentials'] : []),
    ...(flags.newSince === undefined ? [] : ['--new-since']),
  ];
  if (asked.length === 0) return null;
  const message = `--since tells what was, ${asked.join(' and ')} what is: leave one of them out.`;
  return fail('usage', message);
}
