/** What an entry of the table of settings (settings.ts) says, and how one is written. */

/** The commands of the command line and, last, the one that only the Action has. */
export type CommandName =
  | 'open'
  | 'audit'
  | 'plan'
  | 'apply'
  | 'status'
  | 'close'
  | 'dashboard'
  | 'verify'
  | 'runbook'
  | 'config'
  | 'init'
  | 'demo'
  | 'completion'
  | 'after-merge';

/** Where help and docs/reference.md list a setting, in this order. */
export const GROUPS = {
  selection: 'Which credentials',
  rotation: 'What is written',
  pullRequests: 'Which pull requests',
  pace: 'Pace',
  appearance: 'How pull requests look and who is asked',
  where: 'Where and when',
  result: 'The result',
} as const;

/**
 * - `switch`: off unless it is given;
 * - `toggle`: three answers: given, `--no-` given, or neither, which leaves it to the config file or the command;
 * - `text`, `number`, `choice`: one value; `list`: values, each behind its own flag;
 * - `optional`: text, or nothing behind the flag;
 * - `file`: no flag, only a key of the config file.
 */
export type SettingType = 'switch' | 'toggle' | 'text' | 'number' | 'choice' | 'list' | 'optional' | 'file';

/** Words that complete a value: names in the repository, the kinds, or any path. */
type ValueNames = 'namespace' | 'cluster' | 'team' | 'kind' | 'path';

export interface Setting {
  /** Of the flag without its dashes, which is also that of the Action's input; of a `file` the key of the config file. */
  readonly name: string;
  readonly alias?: string;
  readonly type: SettingType;
  /** Those that take the flag; of a `file` none. */
  readonly commands: readonly CommandName[];
  readonly group: keyof typeof GROUPS;
  /** One sentence without its full stop: help, action.yml, docs/reference.md and the JSON Schema print it. */
  readonly help: string;
  /** What `--no-<name>`, or the input with `false`, says. */
  readonly off?: string;
  readonly choices?: readonly string[];
  /** What holds where nothing says otherwise: of a choice the flag's, else the program's, which the config file replaces. */
  readonly default?: unknown;
  /** Unit or form of the default in sentences, where its value alone would say nothing. */
  readonly defaultWords?: string;
  readonly values?: ValueNames;
  /** A command that a report proposes repeats it: without it the proposal would mean something else. */
  readonly repeats?: true;
  /** Why it is no input of the Action. */
  readonly notInput?: string;
  /** Its key in the config file, with an example as YAML and, where it differs from `help`, what it means there. */
  readonly config?: { readonly key: string; readonly example: string; readonly help?: string };
}

type Rest = Omit<Setting, 'name' | 'type' | 'commands' | 'group' | 'help'>;

/** Makes entries of one type, and keeps their words as types. */
function entry<const T extends SettingType>(type: T) {
  return <const N extends string, const C extends readonly CommandName[], const R extends Rest = object>(
    name: N,
    commands: C,
    help: string,
    rest?: R,
  ) => ({ name, type, commands, help, ...rest }) as Base<N, T, C> & R;
}

interface Base<N extends string, T extends SettingType, C extends readonly CommandName[]> {
  readonly name: N;
  readonly type: T;
  readonly commands: C;
  readonly help: string;
}

/** Gives entries their group. */
export function inGroup<E>(group: keyof typeof GROUPS, entries: readonly E[]) {
  return entries.map((each) => ({ ...each, group }));
}

export const onOff = entry('switch');
export const toggle = entry('toggle');
export const text = entry('text');
export const number = entry('number');
export const choice = entry('choice');
export const list = entry('list');
export const optional = entry('optional');

/** What only the config file says. @param example as YAML */
export function fileOnly<const K extends string, const R extends Rest = object>(
  key: K,
  help: string,
  example: string,
  rest?: R,
) {
  return { ...entry('file')(key, [], help, rest), config: { key, example } } as Base<K, 'file', []> &
    R & { readonly config: { readonly key: K; readonly example: string } };
}
