import { config } from '../../commands/config.ts';
import { toJson } from '../../report/json.ts';
import type { ConfigResult } from '../../results/config.ts';
import type { ExitCode } from '../exit-code.ts';
import type { ConfigFlags } from '../flags.ts';
import type { Io } from '../io.ts';
import { reportFormats } from '../report-formats.ts';
import { runDoor } from '../run-command.ts';

export function runConfig(flags: ConfigFlags, io: Io): Promise<ExitCode> {
  return runDoor<ConfigResult>(flags, io, {
    run: (options, say) => config({ ...options, base: flags.base }, say),
    render: {
      json: toJson,
      csv: async (result) => (await import('../../report/config.ts')).configCsv(result),
      ...reportFormats(false, async (result) =>
        (await import('../../report/config.ts')).configDocument(result),
      ),
    },
    exitCode: () => 0,
  });
}
