import yargs from 'yargs';
import { fail, ok, type Result } from '../util/result.ts';
import type { FlagTable } from './flag-table.ts';
import { keepLast } from './flags.ts';
import { explainMistake, findMistake } from './usage.ts';

/** How every command line is taken apart. */
export const PARSING = { 'duplicate-arguments-array': true, 'greedy-arrays': false } as const;

/**
 * The flags of one command, without its name and without help: for who has them from elsewhere than a terminal.
 *
 * @returns what `run` of the command takes; code `usage` with what is wrong with the arguments
 */
export async function parseFlags(table: FlagTable, args: readonly string[]): Promise<Result<unknown>> {
  let mistake = findMistake(args);
  const flags: unknown = await yargs([...args])
    .options(table)
    .middleware(keepLast)
    .strict()
    .version(false)
    .help(false)
    .exitProcess(false)
    .parserConfiguration(PARSING)
    .fail((message, error) => {
      mistake ??= message ?? String(error);
    })
    .parseAsync();
  return mistake === null ? ok(flags) : fail('usage', explainMistake(mistake, args).join(' '));
}
