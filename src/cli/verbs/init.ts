import { init } from '../../commands/init.ts';
import { toJson } from '../../report/json.ts';
import { initText } from '../../report/text/config.ts';
import type { ExitCode } from '../exit-code.ts';
import type { InitFlags } from '../flags.ts';
import { readFlags } from '../flags.ts';
import type { Io } from '../io.ts';
import { reportFailure } from '../run-command.ts';
import { terminalOf } from '../terminal.ts';
import { readVersion } from '../version.ts';

export async function runInit(flags: InitFlags, io: Io): Promise<ExitCode> {
  const terminal = terminalOf(io, flags.color);
  const version = readVersion();
  const options = readFlags(
    { ...flags, format: 'text', verbose: false, includeHeld: false },
    { cwd: io.cwd, env: io.env, now: io.now(), version },
  );
  if (!options.ok) return reportFailure(options.error, terminal, io.env);
  const result = await init({ ...options.value, version });
  if (!result.ok) return reportFailure(result.error, terminal, io.env);
  if (flags.format === 'json') terminal.out(toJson(result.value));
  else if (!flags.quiet) terminal.out(initText(result.value));
  return 0;
}
