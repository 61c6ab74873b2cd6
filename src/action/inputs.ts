/** The Action's inputs: named like the flags, and made into the very arguments that the command line would have. */
import { COMMANDS, type Command } from '../cli/commands.ts';
import type { FlagTable } from '../cli/flag-table.ts';
import { fail, ok, type Result } from '../util/result.ts';

/** Inputs that are no flags. */
export const OWN_INPUTS = ['command', 'token', 'pull-request'] as const;

/** Flags that are no inputs, each with why. */
export const NOT_INPUTS: Readonly<Record<string, string>> = {
  color: 'a log has the colours that GitHub gives it',
  quiet: 'what is not to be read is folded in the log',
  since: 'a look back is for a person, not for every run: audit --since prints it',
  yes: 'nobody is asked in a workflow',
};

/** Inputs by name, as they were given; those that were not are not in it. */
export type Inputs = ReadonlyMap<string, string>;

/**
 * Reads inputs from the environment as the runner puts them there (docs.github.com, "Metadata syntax for GitHub
 * Actions"): upper case, blanks as `_`, dashes as they are.
 */
export function readInputs(env: Readonly<Record<string, string | undefined>>): Inputs {
  const given = [...inputNames()].map((name): [string, string] => [
    name,
    (env[`INPUT_${name.replaceAll(' ', '_').toUpperCase()}`] ?? '').trim(),
  ]);
  return new Map(given.filter(([, value]) => value !== ''));
}

/** Every input that there is. */
function inputNames(): ReadonlySet<string> {
  const flags = COMMANDS.filter(({ name }) => ['open', 'plan', 'audit', 'dashboard'].includes(name));
  const names = flags.flatMap((command) => Object.keys(command.flags));
  return new Set([...OWN_INPUTS, ...names.filter((name) => NOT_INPUTS[name] === undefined)]);
}

/**
 * The arguments that say the same on the command line.
 *
 * @returns code `usage`, and the input that is wrong
 */
export function toArguments(command: string, table: FlagTable, inputs: Inputs): Result<readonly string[]> {
  const args: string[] = [];
  for (const [name, value] of inputs) {
    if (OWN_INPUTS.some((own) => own === name)) continue;
    const flag = table[name];
    if (flag === undefined) return fail('usage', notOf(command, name));
    if (flag.type === 'boolean') {
      const on = readBoolean(value);
      if (on === null)
        return fail('usage', `Input ${name} takes true or false, not ${JSON.stringify(value)}.`);
      // a switch that is off by default stays off without a word
      if (on || flag.default === undefined) args.push(on ? `--${name}` : `--no-${name}`);
    } else if (flag.array === true) {
      args.push(...splitList(value).map((one) => `--${name}=${one}`));
    } else if (flag.type === 'string' && flag.requiresArg !== true && readBoolean(value) !== null) {
      if (readBoolean(value)) args.push(`--${name}`);
    } else args.push(`--${name}=${value}`);
  }
  return ok(args);
}

/** Spellings of YAML's core schema, as `getBooleanInput` of @actions/core takes them. */
function readBoolean(value: string): boolean | null {
  if (['true', 'True', 'TRUE'].includes(value)) return true;
  return ['false', 'False', 'FALSE'].includes(value) ? false : null;
}

/** Lines or commas; a comma inside the braces or brackets of a glob is a part of it. */
export function splitList(value: string): readonly string[] {
  const parts: string[] = [''];
  let depth = 0;
  for (const character of value) {
    if ('{[('.includes(character)) depth += 1;
    if ('}])'.includes(character)) depth = Math.max(0, depth - 1);
    if (character === '\n' || (character === ',' && depth === 0)) {
      parts.push('');
      depth = character === '\n' ? 0 : depth;
    } else parts[parts.length - 1] += character;
  }
  return parts.map((part) => part.trim()).filter((part) => part !== '');
}

function notOf(command: string, name: string): string {
  const owners = COMMANDS.filter((each: Command) => each.flags[name] !== undefined).map((each) => each.name);
  return `Input ${name} is for the command ${owners.join(' or ')}, and this is ${command}.`;
}

/**
 * A sentence about flags as one about inputs: `--max-age takes …` as `Input max-age takes …`. A name that only looks
 * like a flag, in the id of a credential for example, stays.
 */
export function inInputs(message: string): string {
  const names = inputNames();
  return message.replace(
    /(^|[\s(])--(no-)?([a-z][a-z-]*)/g,
    (whole, before: string, no: string | undefined, name: string) => {
      if (!names.has(name)) return whole;
      const word = before === '' ? 'Input' : 'input';
      return `${before}${word} ${name}${no === undefined ? '' : ': false'}`;
    },
  );
}
