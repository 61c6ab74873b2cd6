import { init } from '../../commands/init.ts';
import { initDocument } from '../../report/config.ts';
import { toJson } from '../../report/json.ts';
import { printText } from '../../report/text.ts';
import type { ExitCode } from '../exit-code.ts';
import type { InitFlags } from '../flags.ts';
import type { Io } from '../io.ts';
import { readFlags } from '../options.ts';
import { reportFailure } from '../run-command.ts';
import { terminalOf } from '../terminal.ts';
import { readPublished } from '../version.ts';

export async function runInit(flags: InitFlags, io: Io): Promise<ExitCode> {
  const terminal = terminalOf(io, flags.color);
  const published = readPublished();
  const options = readFlags(flags, { cwd: io.cwd, env: io.env, now: io.now(), version: published.version });
  if (!options.ok) return reportFailure(options.error, terminal, io.env);
  const result = await init({ ...options.value, published });
  if (!result.ok) return reportFailure(result.error, terminal, io.env);
  if (flags.format === 'json') terminal.out(toJson(result.value));
  else if (!flags.quiet) terminal.out(printText(initDocument(result.value), { ...terminal, verbose: false }));
  return 0;
}
