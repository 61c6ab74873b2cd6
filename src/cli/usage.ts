import { distance } from 'fastest-levenshtein';
import { COMMANDS, flagNames } from './commands.ts';

const NAMES: readonly string[] = COMMANDS.map(({ name }) => name);

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
export function explainMistake(message: string, args: readonly string[]): string[] {
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
    return [`${(missing.flag ?? '').length === 1 ? '-' : '--'}${missing.flag} wants a value.`];
  if (/^Not enough non-option arguments/.test(message)) {
    const { name = '', argument } = COMMANDS.find((one) => args.includes(one.name)) ?? {};
    if (argument !== undefined) return [`${name} wants one of ${argument.choices.join(', ')}.`];
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
  if (!isFlag) {
    const near = nearest(name, NAMES);
    return `there is no command ${name}${near === null ? '' : `: did you mean ${near}?`}`;
  }
  const command = args.find((arg) => NAMES.includes(arg)) ?? 'open';
  const known = COMMANDS.find((one) => one.name === command);
  const near = nearest(name, known === undefined ? [] : flagNames(known));
  const dashes = name.length === 1 ? '-' : '--';
  return `${command} has no flag ${dashes}${name}${near === null ? '' : `: did you mean --${near}?`}`;
}

function nearest(word: string, known: readonly string[]): string | null {
  const [best] = [...known].sort((a, b) => distance(word, a) - distance(word, b));
  return best !== undefined && distance(word, best) <= Math.max(2, Math.floor(word.length / 3)) ? best : null;
}

function camelCase(name: string): string {
  return name.replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase());
}
