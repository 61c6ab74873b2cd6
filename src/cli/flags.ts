/** What the command line knows of the settings: the flags of each command for yargs, and the types of what it makes of them. */
import type { Options } from 'yargs';
import { type CommandName, GROUPS, type Setting } from '../setting-entry.ts';
import { FORMATS, type SettingEntry, settingsOf } from '../settings.ts';

/** Name without dashes → what yargs is told of it. */
export type FlagTable = Readonly<Record<string, Options & { readonly describe: string }>>;

/** A kind as far as help, completion and `--kind` need it. */
export interface KindInfo {
  readonly name: string;
  /** Selected where no kind is named. */
  readonly byDefault: boolean;
}

/** The flags of a command. */
export function flagsOf(command: CommandName, kinds: readonly KindInfo[]): FlagTable {
  return Object.fromEntries(settingsOf(command).map((setting) => [setting.name, flagOf(setting, kinds)]));
}

function flagOf(setting: Setting, kinds: readonly KindInfo[]): FlagTable[string] {
  const { type, alias, choices, group } = setting;
  const common = {
    describe: describeFlag(setting, kinds),
    group: `${GROUPS[group]}:`,
    ...(alias === undefined ? {} : { alias }),
  };
  switch (type) {
    case 'switch':
      return { ...common, type: 'boolean', default: false };
    case 'toggle':
      return { ...common, type: 'boolean' };
    case 'number':
      return { ...common, type: 'number', requiresArg: true };
    case 'list':
      return { ...common, type: 'string', array: true, nargs: 1, requiresArg: true };
    case 'optional':
      return { ...common, type: 'string' };
    case 'choice':
      return {
        ...common,
        ...(choices === undefined ? {} : { choices }),
        ...(typeof setting.default === 'string' ? { default: setting.default } : {}),
      };
    case 'text':
    case 'file':
      return { ...common, type: 'string', requiresArg: true };
  }
}

/** The help of a flag: its sentence, what else may be said with it, and its default. */
function describeFlag(setting: Setting, kinds: readonly KindInfo[]): string {
  const { name, help, off, type } = setting;
  const standard = defaultWords(setting, kinds);
  return [
    `${help}${setting.values === 'kind' ? `: ${kinds.map((kind) => kind.name).join(', ')}` : ''}`,
    ...(type === 'list' ? ['repeatable'] : []),
    ...(off === undefined ? [] : [`--no-${name}: ${off}`]),
    // yargs names the default of a choice beside its choices
    ...(standard === null || type === 'choice' ? [] : [`default ${standard}`]),
  ].join('; ');
}

/** The default in words, for every place that lists settings; null where there is none worth a word. */
export function defaultWords(setting: Setting, kinds: readonly KindInfo[]): string | null {
  if (setting.defaultWords !== undefined) return setting.defaultWords;
  if (setting.values === 'kind') {
    return kinds.flatMap(({ name, byDefault }) => (byDefault ? [name] : [])).join(', ');
  }
  const value = setting.default;
  if (typeof value === 'number' || typeof value === 'string') return String(value);
  return value === true ? 'on' : null;
}

type Camel<S extends string> = S extends `${infer Head}-${infer Tail}`
  ? `${Head}${Capitalize<Camel<Tail>>}`
  : S;

/** The entries of the table that a command takes. */
type EntryOf<C extends CommandName> = SettingEntry extends infer E
  ? E extends { readonly commands: readonly (infer N)[] }
    ? C extends N
      ? E
      : never
    : never
  : never;

type ValueOf<E> = E extends { readonly type: 'switch' | 'toggle' }
  ? boolean
  : E extends { readonly type: 'number' }
    ? number
    : E extends { readonly type: 'list' }
      ? readonly string[]
      : E extends { readonly type: 'choice'; readonly choices: readonly (infer Word)[] }
        ? Word
        : string;

/** Of these yargs always gives a value. */
type Always = { readonly type: 'switch' } | { readonly type: 'choice'; readonly default: string };

/** What the parser makes of a command's flags, by the table of settings. */
export type FlagsOf<C extends CommandName> = {
  readonly [E in Extract<EntryOf<C>, Always> as Camel<E['name']>]: ValueOf<E>;
} & {
  readonly [E in Exclude<EntryOf<C>, Always> as Camel<E['name']>]?: ValueOf<E>;
};

export type OpenFlags = FlagsOf<'open'>;
export type PlanFlags = FlagsOf<'plan'>;
export type ApplyFlags = FlagsOf<'apply'>;
export type AuditFlags = FlagsOf<'audit'>;
export type StatusFlags = FlagsOf<'status'>;
export type CloseFlags = FlagsOf<'close'>;
export type DashboardFlags = FlagsOf<'dashboard'>;
export type RunbookFlags = FlagsOf<'runbook'>;
export type ConfigFlags = FlagsOf<'config'>;
export type InitFlags = FlagsOf<'init'>;
export type DemoFlags = FlagsOf<'demo'>;
export type VerifyFlags = FlagsOf<'verify'>;
export type AuditFormat = AuditFlags['format'];

/** `audit` prints a page for a browser besides. */
export const AUDIT_FORMATS: readonly AuditFormat[] = [...FORMATS, 'html'];

/** The shells that completion speaks. */
export const SHELLS = ['bash', 'zsh', 'fish'] as const;
export type Shell = (typeof SHELLS)[number];

export interface CompletionFlags {
  readonly shell: Shell;
}
