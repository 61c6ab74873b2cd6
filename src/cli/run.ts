import type { RotationOptions, Say } from '../commands/options.ts';
import type { Failure, Result } from '../result.ts';
import type { ExitCode } from './exit-code.ts';
import { type Flags, type Format, type RotationFlags, readFlags } from './flags.ts';
import { processTerminal, type Terminal } from './terminal.ts';
import { readVersion } from './version.ts';

/** How a command's result becomes text in each format, and the exit code. */
export interface Door<T> {
  readonly run: (options: RotationOptions, say: Say) => Promise<Result<T>>;
  readonly render: Readonly<Record<Format, (result: T, terminal: Terminal) => Promise<string> | string>>;
  readonly exitCode: (result: T) => ExitCode;
}

/** Flags in, result on stdout, exit code out; the same for every command. */
export async function runDoor<T>(flags: Flags | RotationFlags, door: Door<T>): Promise<ExitCode> {
  const terminal = processTerminal(flags.color);
  const say: Say = (line) => {
    if (!flags.quiet) terminal.err(`${line}\n`);
  };
  const options = readFlags(flags, {
    cwd: process.cwd(),
    env: process.env,
    now: new Date(),
    version: readVersion(),
  });
  if (!options.ok) return report(options.error, terminal);
  const result = await door.run(options.value, say);
  if (!result.ok) return report(result.error, terminal);
  terminal.out(await door.render[flags.format](result.value, terminal));
  return door.exitCode(result.value);
}

function report({ message }: Failure, terminal: Terminal): ExitCode {
  terminal.err(`rotate-pr: ${message}\n`);
  return 2;
}
