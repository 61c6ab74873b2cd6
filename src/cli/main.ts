import yargs, { type CommandModule } from 'yargs';
import { COMMANDS, type Command } from './commands.ts';
import type { ExitCode } from './exit-code.ts';
import { keepLast } from './flags.ts';
import { PARSING } from './parser.ts';
import { explainUsage, findMistake } from './usage.ts';
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
 * @param args without node and the script
 */
export async function main(args: readonly string[]): Promise<ExitCode> {
  quietPipes();
  let run: (() => Promise<ExitCode>) | null = null;
  let usage: string | null = findMistake(args);
  const parser = yargs([...args])
    .scriptName('rotate-pr')
    .usage('$0 <command> [options]\n\nRotates credentials of the environments repository by pull requests.')
    .middleware(keepLast)
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
    .wrap(Math.min(100, process.stdout.columns || 80))
    .exitProcess(false)
    .parserConfiguration(PARSING)
    .fail((message, error) => {
      usage ??= message ?? String(error);
    });
  await parser.parseAsync();
  if (usage !== null) {
    process.stderr.write(explainUsage(usage, args));
    return 2;
  }
  if (run === null) return 0;
  try {
    return await (run as () => Promise<ExitCode>)();
  } catch (error) {
    const { explainCrash } = await import('./crash.ts');
    process.stderr.write(explainCrash(error, process.env));
    return 2;
  }
}

/** What yargs is told of a command; `choose` gets the door when the command line asks for it. */
function toModule(choose: (run: () => Promise<ExitCode>) => void) {
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
      handler: (given) => choose(() => run(given)),
    };
  };
}

/**
 * A reader that goes away (`| head`) is no reason to stop: a run that is half done would stay so. What a run found
 * stays its exit code.
 */
function quietPipes(): void {
  process.stderr.on('error', () => {});
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') return;
    process.stderr.write(`rotate-pr: the result cannot be written (${error.code ?? error.message})\n`);
    process.exit(2);
  });
}
