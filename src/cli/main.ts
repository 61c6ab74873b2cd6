import yargs from 'yargs';
import type { ExitCode } from './exit-code.ts';
import {
  type AuditFlags,
  addCommonFlags,
  addRotationFlags,
  type BaseFlags,
  type DemoFlags,
  keepLast,
  type RotationFlags,
  type RunbookFlags,
} from './flags.ts';
import { explainUsage, findMistake } from './usage.ts';
import { readVersion } from './version.ts';

const EXAMPLES: readonly (readonly [string, string])[] = [
  ['$0 audit --due', 'what is overdue, and why'],
  ['$0 plan -n my-namespace-dev', 'the pull request that would be opened'],
  ['$0 open -n my-namespace-dev', 'open it'],
  ['$0 open --due --no-production', 'everything overdue outside production'],
];

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
    .command(
      ['open', '$0'],
      'Open or update one pull request for each namespace',
      (argv) => addBaseFlags(addRotationFlags(argv)),
      (flags) => {
        run = async () => (await import('./run-open.ts')).runOpen(flags as unknown as BaseFlags);
      },
    )
    .command(
      'audit',
      'List every credential: when it was rotated, whether it is due, why it cannot be rotated',
      (argv) =>
        addCommonFlags(argv)
          .option('base', {
            type: 'string',
            requiresArg: true,
            describe: 'Read this commit, not the working tree',
          })
          .option('fail-on', {
            choices: ['due', 'blocked', 'problems'] as const,
            describe: 'Exit with 1 when there is any',
          })
          .option('other-credentials', {
            type: 'boolean',
            default: false,
            describe: 'Also list Certificates, AWS access keys and token Secrets, which no date rotates',
          }),
      (flags) => {
        run = async () => (await import('./run-audit.ts')).runAudit(flags as unknown as AuditFlags);
      },
    )
    .command(
      'plan',
      'Show what open would do: the diff and the text of each pull request',
      (argv) => addBaseFlags(addRotationFlags(argv)),
      (flags) => {
        run = async () => (await import('./run-plan.ts')).runPlan(flags as unknown as BaseFlags);
      },
    )
    .command(
      'apply',
      'Change the dates in the files of the working tree',
      (argv) => addRotationFlags(argv),
      (flags) => {
        run = async () => (await import('./run-apply.ts')).runApply(flags as unknown as RotationFlags);
      },
    )
    .command(
      'runbook',
      'The steps after the merge, filled in with the names of the selected namespaces',
      (argv) =>
        addCommonFlags(argv).option('incident', {
          type: 'boolean',
          default: false,
          describe: 'Also how to make a leaked ElastiCache token useless at once',
        }),
      (flags) => {
        run = async () => (await import('./run-runbook.ts')).runRunbook(flags as unknown as RunbookFlags);
      },
    )
    .command(
      'demo',
      'The whole path on a small repository, a git server and a GitHub of its own, on this machine only',
      (argv) =>
        argv
          .option('keep', {
            type: 'boolean',
            default: false,
            describe: 'Leave the folder behind and say where it is',
          })
          .option('color', { type: 'boolean', describe: 'Colours; default on a terminal' }),
      (flags) => {
        run = async () => (await import('./run-demo.ts')).runDemo(flags as unknown as DemoFlags);
      },
    )
    .middleware(keepLast)
    .example(EXAMPLES.map(([command, description]) => [command, description]))
    .version(readVersion())
    .help()
    .alias('help', 'h')
    .strict()
    .recommendCommands()
    .wrap(Math.min(100, process.stdout.columns || 80))
    .exitProcess(false)
    .parserConfiguration({ 'duplicate-arguments-array': true, 'greedy-arrays': false })
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

function addBaseFlags<T>(argv: import('yargs').Argv<T>): import('yargs').Argv<T> {
  return argv
    .option('base', {
      type: 'string',
      requiresArg: true,
      describe: "Branch of the remote to read and to open against; default the remote's default branch",
    })
    .option('remote', { type: 'string', requiresArg: true, describe: 'Default origin, else the only one' });
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
