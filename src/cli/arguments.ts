/** A command line before it is flags: how it is taken apart, what people type in place of it, and what is wrong with it. */
import yargs from 'yargs';
import { camelCase, SETTINGS } from '../settings.ts';
import { didYouMean, nearest } from '../util/nearest.ts';
import { fail, ok, type Result } from '../util/result.ts';
import { COMMANDS, type Command, commandIn, flagNames, fullName } from './commands.ts';
import { AUDIT_FORMATS, type FlagTable } from './flags.ts';

const NAMES: readonly string[] = COMMANDS.map(({ name }) => name);

/** How every command line is taken apart. */
export const PARSING = { 'duplicate-arguments-array': true, 'greedy-arrays': false } as const;

/** Flags that may be given more than once, by name, as the parser names their values, and by short name. */
const REPEATABLE: ReadonlySet<string> = new Set(
  COMMANDS.flatMap(({ flags }) =>
    Object.entries(flags).flatMap(([name, { array, alias }]) =>
      array === true ? [name, camelCase(name), ...(typeof alias === 'string' ? [alias] : [])] : [],
    ),
  ),
);

/** Flags that may stand alone: `--no-upgrade` takes one back. */
const OPTIONAL: ReadonlySet<string> = new Set(
  SETTINGS.flatMap(({ name, type }) => (type === 'optional' ? [name] : [])),
);

/** Of a flag that is given more than once the last counts, as it does for git and gh; lists keep all. */
export function tidyFlags(flags: Record<string, unknown>): void {
  for (const [name, value] of Object.entries(flags)) {
    // of the words that are no flags there are as many as there are
    if (Array.isArray(value) && name !== '_' && !REPEATABLE.has(name)) flags[name] = value.at(-1);
    if (flags[name] === false && OPTIONAL.has(name)) delete flags[name];
  }
}

/**
 * The flags of one command, without its name and without help: for who has them from elsewhere than a terminal.
 *
 * @returns what `run` of the command takes; code `usage` with what is wrong with the arguments
 */
export async function parseFlags(table: FlagTable, args: readonly string[]): Promise<Result<unknown>> {
  let mistake = findMistake(args);
  const flags: unknown = await yargs([...args])
    .options(table)
    .middleware(tidyFlags)
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

/**
 * A command line as this program writes it, from one as people write it for others: `help audit` and `version`, flags
 * before the command, namespaces as words behind it.
 */
export function arrangeArguments(args: readonly string[]): readonly string[] {
  const [first, second] = args;
  if (first === 'help') return [...(second === undefined ? [] : [second]), '--help'];
  if (first === 'version' && args.length === 1) return ['--version'];
  const found = commandIn(args);
  if (found === null) return args;
  const { command, at } = found;
  const rest = [...args.slice(0, at), ...args.slice(at + 1)];
  return [command.name, ...(command.flags['namespace'] === undefined ? rest : withNamespaces(rest, command))];
}

/** Each word that is neither a flag nor the value of one names a namespace. */
function withNamespaces(words: readonly string[], command: Command): readonly string[] {
  const end = words.includes('--') ? words.indexOf('--') : words.length;
  return words.map((word, at) => {
    const isWord = at < end && word !== '' && !word.startsWith('-');
    return isWord && !mayBelongTo(words[at - 1] ?? '', word, command) ? `--namespace=${word}` : word;
  });
}

/** Whether the parser takes a word for the value of the flag before it. */
function mayBelongTo(before: string, word: string, command: Command): boolean {
  if (!before.startsWith('-') || before.includes('=')) return false;
  const name = fullName(before, command);
  const flag = command.flags[name];
  // a flag that is unknown is explained as such, whatever stands behind it
  if (flag === undefined) return !/^--(?:no-.+|help|version)$|^-h$/.test(before);
  return flag.type === 'boolean' ? word === 'true' || word === 'false' : true;
}

/**
 * What yargs would take, and nobody can mean: an empty value, which comes of a script's variable that is not set and
 * must not be taken for "everything" or for 0, and words behind `--`.
 *
 * @returns null when there is no such thing
 */
export function findMistake(args: readonly string[]): string | null {
  for (const [at, arg] of args.entries()) {
    if (arg === '--' && at + 1 < args.length) {
      return `nothing is expected behind --, but there is ${args.slice(at + 1).join(' ')}.`;
    }
    const flag =
      arg.trim() === '' ? (args[at - 1] ?? '') : (/^(?<flag>--?[\w-]+)=\s*$/.exec(arg)?.groups?.flag ?? null);
    if (flag !== null) return `${flag.startsWith('-') ? flag : 'an argument'} has an empty value.`;
  }
  return null;
}

/**
 * A wrong command line in our words: what was not understood, what comes nearest, where the flags are listed.
 *
 * @param message of yargs
 * @param args the command line
 */
export function explainUsage(message: string, args: readonly string[]): string {
  const lines = explainMistake(message, args).map((line) => `rotate-pr: ${line}\n`);
  const command = args.find((arg) => NAMES.includes(arg));
  return `${lines.join('')}Run rotate-pr ${command === undefined ? '' : `${command} `}--help for the flags.\n`;
}

/** The same without how to get help: one sentence for each thing that was not understood. */
function explainMistake(message: string, args: readonly string[]): string[] {
  const unknown = /^Unknown (?:arguments?|commands?): (?<names>.*)$/s.exec(message)?.groups?.names;
  if (unknown !== undefined) return unknownNames(unknown, args).map((name) => explainName(name, args));
  const choice =
    /^Invalid values:\s+Argument: (?<flag>[\w-]+), Given: (?<given>.*), Choices: (?<choices>.*)$/s;
  const groups = choice.exec(message)?.groups;
  if (groups !== undefined) {
    const others = groups.choices?.trim().replaceAll('"', '');
    if (groups.flag === 'format' && groups.given === '"html"') {
      return [`--format html is for audit only; here --format takes one of ${others}.`];
    }
    const isArgument = COMMANDS.some(({ argument }) => argument?.name === groups['flag']);
    return [`${isArgument ? '' : '--'}${groups.flag} takes one of ${others}, not ${groups.given}.`];
  }
  const missing = /^Not enough arguments following: (?<flag>[\w-]+)$/.exec(message)?.groups;
  if (missing !== undefined)
    return [`${(missing.flag ?? '').length === 1 ? '-' : '--'}${missing.flag} requires a value.`];
  if (/^Not enough non-option arguments/.test(message)) {
    const { name = '', argument } = COMMANDS.find((one) => args.includes(one.name)) ?? {};
    if (argument !== undefined) return [`${name} requires one of ${argument.choices.join(', ')}.`];
  }
  return [message];
}

/** yargs lists an unknown `--some-flag` a second time as `someFlag`. */
function unknownNames(list: string, args: readonly string[]): string[] {
  const names = list.split(', ');
  return names.filter((name) => isTyped(name, args) || !names.some((other) => camelCase(other) === name));
}

function isTyped(name: string, args: readonly string[]): boolean {
  return args.some((arg) => arg === name || arg.split('=')[0]?.replace(/^--?/, '') === name);
}

function explainName(name: string, args: readonly string[]): string {
  const isFlag = args.some(
    (arg) => /^--?./.test(arg) && arg.split('=')[0]?.replace(/^--?/, '').startsWith(name),
  );
  return isFlag ? explainFlag(name, args) : explainWord(name, args);
}

function explainFlag(name: string, args: readonly string[]): string {
  const command = commandIn(args)?.command ?? COMMANDS[0]!;
  const names = flagNames(command);
  const elsewhere = FLAGS_ELSEWHERE[name]?.find((line) => names.includes(line.split(' ', 1)[0] ?? ''));
  const [meant = null] = elsewhere === undefined ? nearest(name, names) : [elsewhere];
  const dashes = name.length === 1 ? '-' : '--';
  return `${command.name} has no flag ${dashes}${name}${meant === null ? '' : `: did you mean --${meant}?`}`;
}

/** Flags that other programs have → what says the same here, the first that the command has. */
const FLAGS_ELSEWHERE: Readonly<Record<string, readonly string[]>> = {
  ...Object.fromEntries(AUDIT_FORMATS.map((format) => [format, [`format ${format}`]])),
  o: ['output FILE', 'format json'],
  f: ['format json'],
  v: ['verbose', 'version'],
  q: ['quiet'],
  d: ['due'],
};

function explainWord(word: string, args: readonly string[]): string {
  const command = commandIn(args)?.command;
  if (command !== undefined && command.name !== word) return `${command.name} takes no argument ${word}.`;
  const guessed = COMMANDS.find(({ guesses }) => guesses.includes(word));
  const advice = guessed === undefined ? didYouMean(word, NAMES) : `: did you mean ${guessed.name}?`;
  const namespace = ` A namespace stands behind a command: rotate-pr plan ${word}`;
  return `there is no command ${word}${advice === '' ? `.${namespace}` : advice}`;
}
