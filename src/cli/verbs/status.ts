import { PLAIN_REQUEST } from '../../commands/run/settings.ts';
import { status } from '../../commands/status.ts';
import { toJson } from '../../report/json.ts';
import type { StatusResult } from '../../results/status.ts';
import type { ExitCode } from '../exit-code.ts';
import type { StatusFlags } from '../flags.ts';
import type { Io } from '../io.ts';
import { repeatedArguments } from '../options.ts';
import { reportFormats } from '../report-formats.ts';
import { runDoor } from '../run-command.ts';
import { readVersion } from '../version.ts';

export function runStatus(flags: StatusFlags, io: Io): Promise<ExitCode> {
  const selection = repeatedArguments('status', flags);
  const { verbose, base, remote } = flags;
  const version = readVersion();
  const request = { ...PLAIN_REQUEST, fork: flags.fork ?? null };
  return runDoor<StatusResult>(flags, io, {
    run: (options, say) => status({ ...options, base, remote, version, request }, say),
    render: {
      json: toJson,
      csv: async (result) => (await import('../../report/status.ts')).statusCsv(result),
      ...reportFormats(verbose, async (result) =>
        (await import('../../report/status.ts')).statusDocument(result, selection),
      ),
    },
    exitCode: () => 0,
  });
}
