import type { Choice, RotationOptions, Say } from '../commands/options.ts';
import type { Format } from '../settings.ts';
import type { Environment, Failure, Problem, Result } from '../util/result.ts';
import type { ExitCode } from './exit-code.ts';
import type { Io } from './io.ts';
import { type Speaker, speaker } from './logger.ts';
import { type GivenFlags, pickedArguments, readFlags } from './options.ts';
import { findOutput } from './output.ts';
import { askPerson } from './prompts.ts';
import { type Terminal, terminalOf } from './terminal.ts';
import { readVersion } from './version.ts';

/** How a command's result becomes text in each format, and the exit code. */
export interface Door<T, F extends string = Format> {
  readonly run: (options: RotationOptions, say: Say) => Promise<Result<T>>;
  /** @param picked what was picked on the terminal, as the flags that say the same */
  readonly render: Readonly<
    Record<F, (result: T, terminal: Terminal, picked: readonly string[]) => Promise<string> | string>
  >;
  readonly exitCode: (result: T) => ExitCode;
}

/** The flags of every command, with the formats that it has. */
type DoorFlags<F extends string> = GivenFlags & {
  readonly format: F;
  readonly output?: string;
  readonly color?: boolean;
  readonly quiet: boolean;
  readonly verbose?: boolean;
};

/** Flags in, result on stdout or in the file of `--output`, exit code out; the same for every command. */
export async function runDoor<T, F extends string = Format>(
  flags: DoorFlags<F>,
  io: Io,
  door: Door<T, F>,
): Promise<ExitCode> {
  const { cwd, env } = io;
  const terminal = terminalOf(io, flags.color);
  const { say, end } = speakerOf(terminal, flags, io);
  const options = readFlags(flags, { cwd, env, now: io.now(), version: readVersion() });
  if (!options.ok) return reportFailure(options.error, terminal, env);
  const output = findOutput(flags.output, cwd, flags.color, terminal);
  if (!output.ok) return reportFailure(output.error, terminal, env);
  let picked: readonly string[] = [];
  const onPicked = (choices: readonly Choice[]): void => {
    picked = pickedArguments(choices);
  };
  const yes = 'yes' in flags && flags.yes === true;
  const ask = terminal.canAsk ? askPerson({ io, terminal, begin: end, yes, onPicked }) : null;
  const result = await door.run({ ...options.value, ask }, say).finally(end);
  if (!result.ok) return reportFailure(result.error, terminal, env);
  const text = await door.render[flags.format](result.value, output.value.terminal, picked);
  const written = await output.value.write(text, say);
  return written.ok ? door.exitCode(result.value) : reportFailure(written.error, terminal, env);
}

function speakerOf(
  terminal: Terminal,
  { quiet, verbose = false }: Pick<DoorFlags<string>, 'quiet' | 'verbose'>,
  { monotonic: clock, after }: Io,
): Speaker {
  return speaker({
    write: terminal.err,
    interactive: terminal.interactive,
    width: terminal.errWidth,
    quiet,
    verbose,
    clock,
    after,
  });
}

/** Says why a run could not be, and where the fault is. */
export async function reportFailure(
  { code, message, problems }: Failure,
  terminal: Terminal,
  env: Environment,
): Promise<ExitCode> {
  terminal.err(`rotate-pr: ${message}\n`);
  if (code === 'cancelled') return 130;
  if (problems === undefined) return 2;
  const { problemsText } = await import('../report/text.ts');
  terminal.err(
    problemsText(await withoutTokens(problems, env), {
      width: terminal.errWidth(),
      color: terminal.errColor,
      isTerminal: terminal.interactive,
      verbose: false,
    }),
  );
  return 2;
}

/** The line of a config file that is shown may be one into which somebody has put the token. */
async function withoutTokens(
  problems: readonly Problem[],
  { GITHUB_TOKEN, GH_TOKEN }: Environment,
): Promise<readonly Problem[]> {
  const { redact, secretForms } = await import('../github/redact.ts');
  const secrets = [GITHUB_TOKEN, GH_TOKEN].flatMap((token) => (token ? secretForms(token) : []));
  return problems.map(({ message, sourceLine, ...place }) => ({
    ...place,
    message: redact(message, secrets),
    ...(sourceLine === undefined ? {} : { sourceLine: redact(sourceLine, secrets) }),
  }));
}
