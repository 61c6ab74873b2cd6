/** The Action's inputs: named like the flags, and made into the very arguments that the command line would have. */
import { defaultWords, type KindInfo } from '../cli/flags.ts';
import { listWords } from '../report/format.ts';
import type { Setting } from '../setting-entry.ts';
import { SETTINGS, settingsOf } from '../settings.ts';
import { fail, ok, type Result } from '../util/result.ts';

/** The commands of the Action; the first is the default. */
export const ACTION_COMMAND_NAMES = ['open', 'plan', 'audit', 'dashboard', 'after-merge'] as const;
export type ActionCommandName = (typeof ACTION_COMMAND_NAMES)[number];

/** Inputs that are no flags. */
const OWN_INPUTS: readonly {
  readonly name: string;
  readonly help: string;
  readonly default?: string;
  readonly commands: readonly ActionCommandName[];
}[] = [
  {
    name: 'command',
    help: 'What to do: open, plan (what open would do), audit, dashboard (keep an issue up to date), or after-merge (comment the next steps on a merged pull request)',
    default: 'open',
    commands: ACTION_COMMAND_NAMES,
  },
  {
    name: 'token',
    help: 'Token for GitHub and for the push. With that of the workflow checks wait for an approval; see "Which token" in docs/action.md',
    default: '$' + '{{ github.token }}',
    commands: ACTION_COMMAND_NAMES,
  },
  {
    name: 'pull-request',
    help: 'number of the pull request; default that of the event',
    commands: ['after-merge'],
  },
];

/** Inputs by name, as they were given; those that were not are not in it. */
export type Inputs = ReadonlyMap<string, string>;

/** An input of the Action, with what action.yml says of it. */
export interface InputDescription {
  readonly name: string;
  readonly group: Setting['group'] | null;
  readonly description: string;
  readonly default?: string;
}

/** Every input that there is, in the order of the table of settings. */
export function describeInputs(kinds: readonly KindInfo[]): readonly InputDescription[] {
  const own = OWN_INPUTS.map(({ name, help, commands, default: standard }) => ({
    name,
    group: null,
    description: commands.length === ACTION_COMMAND_NAMES.length ? help : `${commands.join(', ')}: ${help}`,
    ...(standard === undefined ? {} : { default: standard }),
  }));
  const flags = [...new Set(SETTINGS.map(({ name }) => name))].flatMap((name): InputDescription[] => {
    const meanings = (SETTINGS as readonly Setting[]).filter((each) => each.name === name && isInput(each));
    const [first] = meanings;
    if (first === undefined) return [];
    const words = meanings.map((each) => {
      const prefix = meanings.length === 1 ? '' : `${actionCommands(each).join(', ')}: `;
      return `${prefix}${describeInput(each, kinds)}`;
    });
    return [{ name, group: first.group, description: words.join('. ') }];
  });
  return [...own, ...flags];
}

function isInput(setting: Setting): boolean {
  return setting.notInput === undefined && actionCommands(setting).length > 0;
}

function actionCommands({ commands }: Setting): readonly ActionCommandName[] {
  return ACTION_COMMAND_NAMES.filter((name) => commands.includes(name));
}

function describeInput(setting: Setting, kinds: readonly KindInfo[]): string {
  const { help, off, type, values, choices } = setting;
  const words = withoutDashes(help);
  const sentence = type === 'switch' || type === 'toggle' ? `true: ${lowerFirst(words)}` : words;
  const standard = defaultWords(setting, kinds);
  const allowed =
    values === 'kind' ? kinds.map(({ name }) => name) : type === 'choice' ? (choices ?? []) : [];
  return [
    `${sentence}${allowed.length === 0 ? '' : ` (${allowed.join(', ')})`}`,
    ...(off === undefined ? [] : [`false: ${off}`]),
    ...(standard === null || type === 'toggle' ? [] : [`default ${standard}`]),
  ].join('; ');
}

/** A sentence about flags as one about inputs of these names. */
function withoutDashes(sentence: string): string {
  return sentence.replaceAll(/(^|[\s(])--(?=[a-z])/g, '$1');
}

function lowerFirst(sentence: string): string {
  return sentence.charAt(0).toLowerCase() + sentence.slice(1);
}

const INPUT_NAMES: ReadonlySet<string> = new Set([
  ...OWN_INPUTS.map(({ name }) => name),
  ...(SETTINGS as readonly Setting[]).filter(isInput).map(({ name }) => name),
]);

/**
 * Reads inputs from the environment as the runner puts them there (docs.github.com, "Metadata syntax for GitHub
 * Actions"): upper case, blanks as `_`, dashes as they are.
 */
export function readInputs(env: Readonly<Record<string, string | undefined>>): Inputs {
  const given = [...INPUT_NAMES].map((name): [string, string] => [
    name,
    (env[`INPUT_${name.replaceAll(' ', '_').toUpperCase()}`] ?? '').trim(),
  ]);
  return new Map(given.filter(([, value]) => value !== ''));
}

/**
 * The arguments that say the same on the command line.
 *
 * @returns code `usage`, and the input that is wrong
 */
export function toArguments(command: ActionCommandName, inputs: Inputs): Result<readonly string[]> {
  const args: string[] = [];
  const settings = settingsOf(command).filter(isInput);
  for (const [name, value] of inputs) {
    const own = OWN_INPUTS.find((each) => each.name === name);
    if (own?.commands.includes(command)) continue;
    const setting = settings.find((each) => each.name === name);
    if (setting === undefined) return fail('usage', notOf(command, name));
    const on = readBoolean(value);
    switch (setting.type) {
      case 'switch':
      case 'toggle':
        if (on === null) {
          return fail('usage', `Input ${name} takes true or false, not ${JSON.stringify(value)}.`);
        }
        // a switch that is off by default stays off without a word
        if (on || setting.type === 'toggle') args.push(on ? `--${name}` : `--no-${name}`);
        break;
      case 'list':
        args.push(...splitList(value).map((one) => `--${name}=${one}`));
        break;
      case 'optional':
        if (on === null) args.push(`--${name}=${value}`);
        else if (on) args.push(`--${name}`);
        break;
      default:
        args.push(`--${name}=${value}`);
    }
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

function notOf(command: ActionCommandName, name: string): string {
  const owners = [...OWN_INPUTS, ...(SETTINGS as readonly Setting[]).filter(isInput)]
    .filter((each) => each.name === name)
    .flatMap(({ commands }) => ACTION_COMMAND_NAMES.filter((each) => commands.some((one) => one === each)));
  return `Input ${name} is for the command ${listWords([...new Set(owners)], 'or')}, and this is ${command}.`;
}

/**
 * A text about flags as one about inputs: `--max-age takes …` as `Input max-age takes …`, and where a token comes from. A
 * name that only looks like a flag, in the id of a credential for example, stays, and so does a command for a person.
 */
export function inInputs(text: string): string {
  return text
    .split('\n')
    .map(lineInInputs)
    .join('\n')
    .replaceAll(
      /\bset GITHUB_TOKEN(?: or GH_TOKEN,)? or (?:run|sign in with) gh auth login/g,
      'give another input token',
    )
    .replaceAll('(GITHUB_TOKEN, GH_TOKEN or gh auth login)', '(input token)');
}

function lineInInputs(line: string): string {
  return line.replace(
    /(^|[\s(])--(no-)?([a-z][a-z-]*)(?:[ =](?:NAME|BRANCH|TEXT|FILE|DIR|KIND)\b)?/g,
    (whole, before: string, no: string | undefined, name: string, offset: number) => {
      const isTyped = /\b(?:rotate-pr|git|gh) [a-z]/.test(line.slice(0, offset));
      if (isTyped || !INPUT_NAMES.has(name)) return whole;
      const word = before === '' ? 'Input' : 'input';
      return `${before}${word} ${name}${no === undefined ? '' : ': false'}`;
    },
  );
}
