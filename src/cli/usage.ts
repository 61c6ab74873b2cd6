import { distance } from 'fastest-levenshtein';

const FLAGS = [
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
  'include-held',
  'force-literal',
  'again',
  'root',
  'date',
  'format',
  'color',
  'no-color',
  'quiet',
  'verbose',
  'base',
  'remote',
  'fail-on',
  'keep',
  'help',
  'version',
];
const COMMANDS = ['open', 'audit', 'plan', 'apply', 'demo'];

/** A wrong command line in our words: what was not understood, what comes nearest, where the flags are listed. */
export async function explainUsage(message: string): Promise<string> {
  const unknown = /^Unknown (?:arguments?|commands?): (?<names>.*)$/s.exec(message)?.groups?.names;
  if (unknown === undefined) return `rotate-pr: ${message}\nRun rotate-pr --help for the flags.\n`;
  // yargs lists an unknown --some-flag a second time as someFlag
  const names = unknown
    .split(', ')
    .filter((name, _, all) => !all.some((other) => other !== name && camelCase(other) === name));
  const lines = names.map((name) => `rotate-pr: ${describe(name)}\n`);
  return `${lines.join('')}Run rotate-pr --help for the commands and flags.\n`;
}

function describe(name: string): string {
  const command = nearest(name, COMMANDS);
  const flag = nearest(name, FLAGS);
  const what = `${name} is no command and no flag of this command`;
  if (command !== null && (flag === null || distance(name, command) <= distance(name, flag))) {
    return `${what}: did you mean the command ${command}?`;
  }
  return flag === null ? `${what}.` : `${what}: did you mean --${flag}?`;
}

function nearest(word: string, known: readonly string[]): string | null {
  const [best] = [...known].sort((a, b) => distance(word, a) - distance(word, b));
  return best !== undefined && distance(word, best) <= Math.max(2, Math.floor(word.length / 3)) ? best : null;
}

function camelCase(name: string): string {
  return name.replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase());
}
