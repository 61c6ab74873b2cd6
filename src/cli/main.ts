import yargs, { type CommandModule } from 'yargs';
import { withKinds } from '../commands/read/kinds-of-run.ts';
import { arrangeArguments, explainUsage, findMistake, PARSING, tidyFlags } from './arguments.ts';
import { COMMANDS, type Command } from './commands.ts';
import type { ExitCode } from './exit-code.ts';
import type { Io } from './io.ts';
import { readVersion } from './version.ts';

const GENERAL_EXAMPLES: readonly (readonly [string, string])[] = [
  ['$0 audit --due', 'what is overdue, and why'],
  ['$0 plan -n my-namespace-dev', 'the pull request that would be opened'],
];

const EPILOGUE =
  'Exit codes: 0 done; 1 done, with findings; 2 could not run; 130 stopped with Ctrl-C. ' +
  'Each command has a --help of its own.';

/**
 * Runs a command line.
 *
 * @param typed without node and the script
 * @param io all that the run reads and writes of its process
 */
export async function main(typed: readonly string[], io: Io): Promise<ExitCode> {
  const args = arrangeArguments(typed);
  let run: ((io: Io) => Promise<ExitCode>) | null = null;
  let answer = '';
  let usage: string | null = findMistake(typed);
  const parser = yargs([...args])
    .scriptName('rotate-pr')
    .usage('$0 <command> [options]\n\nRotates credentials of the environments repository by pull requests.')
    .middleware(tidyFlags)
    .command(
      COMMANDS.map(
        toModule((chosen) => {
          run = chosen;
        }),
      ),
    )
    .epilogue(EPILOGUE)
    .example(GENERAL_EXAMPLES.map(([command, description]) => [command, description]))
    .version(readVersion())
    .help()
    .alias('help', 'h')
    .strict()
    .recommendCommands()
    .wrap(io.stdout.columns || 80)
    .detectLocale(false)
    .exitProcess(false)
    .parserConfiguration(PARSING)
    .fail((message, error) => {
      usage ??= message ?? String(error);
    });
  // with a callback, help and version are given to it and not printed
  await parser.parseAsync([...args], {}, (_error, _given, output) => {
    answer = output;
  });
  if (usage !== null) {
    io.stderr.write(explainUsage(usage, args));
    return 2;
  }
  if (run === null) {
    io.stdout.write(`${answer}\n`);
    return 0;
  }
  try {
    const chosen = run as (io: Io) => Promise<ExitCode>;
    return await withKinds(() => chosen(io));
  } catch (error) {
    const { explainCrash } = await import('./crash.ts');
    io.stderr.write(explainCrash(error, io.env));
    return 2;
  }
}

/** What yargs is told of a command; `choose` gets the door when the command line asks for it. */
function toModule(choose: (run: (io: Io) => Promise<ExitCode>) => void) {
  return (command: Command, index: number): CommandModule => {
    const { name, describe, flags, argument, examples, run } = command;
    const words = argument === undefined ? name : `${name} <${argument.name}>`;
    return {
      command: index === 0 ? [name, '$0'] : words,
      describe,
      builder: (argv) => {
        if (argument !== undefined) argv.positional(argument.name, { choices: argument.choices });
        return argv.options(flags).example(examples.map(([line, what]) => [`$0 ${line}`, what]));
      },
      handler: (given) => choose((io) => run(given, io)),
    };
  };
}
