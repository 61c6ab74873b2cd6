import { distance } from 'fastest-levenshtein';

const COMMON_FLAGS = [
  ...[
    'namespace',
    'cluster',
    'kind',
    'module',
    'team',
    'production',
    'no-production',
    'due',
    'max-age',
    'all',
  ],
  ...['include-held', 'root', 'date', 'format', 'color', 'no-color', 'quiet', 'verbose', 'help', 'version'],
  ...['module-versions', 'check-versions'],
];
const ROTATION_FLAGS = [...COMMON_FLAGS, 'again', 'force-literal', 'upgrade'];
const FLAGS: Readonly<Record<string, readonly string[]>> = {
  open: [...ROTATION_FLAGS, 'base', 'remote'],
  audit: [...COMMON_FLAGS, 'base', 'fail-on', 'other-credentials'],
  plan: [...ROTATION_FLAGS, 'base', 'remote'],
  apply: ROTATION_FLAGS,
  runbook: [...COMMON_FLAGS, 'incident'],
  demo: ['keep', 'color', 'no-color', 'help', 'version'],
};
const COMMANDS = Object.keys(FLAGS);

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
  const lines = explain(message, args).map((line) => `rotate-pr: ${line}\n`);
  const command = args.find((arg) => COMMANDS.includes(arg));
  return `${lines.join('')}Run rotate-pr ${command === undefined ? '' : `${command} `}--help for the flags.\n`;
}

function explain(message: string, args: readonly string[]): string[] {
  const unknown = /^Unknown (?:arguments?|commands?): (?<names>.*)$/s.exec(message)?.groups?.names;
  if (unknown !== undefined) return unknownNames(unknown, args).map((name) => explainName(name, args));
  const choice =
    /^Invalid values:\s+Argument: (?<flag>[\w-]+), Given: (?<given>.*), Choices: (?<choices>.*)$/s;
  const groups = choice.exec(message)?.groups;
  if (groups !== undefined) {
    return [
      `--${groups.flag} takes one of ${groups.choices?.trim().replaceAll('"', '')}, not ${groups.given}.`,
    ];
  }
  const missing = /^Not enough arguments following: (?<flag>[\w-]+)$/.exec(message)?.groups;
  if (missing !== undefined)
    return [`${(missing.flag ?? '').length === 1 ? '-' : '--'}${missing.flag} wants a value.`];
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
    const near = nearest(name, COMMANDS);
    return `there is no command ${name}${near === null ? '' : `: did you mean ${near}?`}`;
  }
  const command = args.find((arg) => COMMANDS.includes(arg)) ?? 'open';
  const near = nearest(name, FLAGS[command] ?? []);
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
