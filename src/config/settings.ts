/** What `open` works with: each value from the flag, else from the file, else the program's own, and which it was. */
import { camelCase, configSettings, type SettingEntry } from '../settings.ts';
import type { Config } from './rules.ts';
import type { ConfigValues } from './schema.ts';

/** Where a value comes from. */
export type Origin =
  | { readonly from: 'flag'; readonly flag: string }
  /** `line` is 1-based. */
  | { readonly from: 'file'; readonly file: string; readonly line: number }
  | { readonly from: 'default' };

export interface Setting<T> {
  readonly value: T;
  readonly origin: Origin;
}

export interface Stagger {
  readonly enabled: boolean;
  readonly holdProductionDays: number;
  /** Values of the annotation `application` that do not make one application of their namespaces. */
  readonly notOneApplication: readonly string[];
}

export interface Author {
  readonly name: string;
  readonly email: string;
}

/** Settings with one value for a whole run: that of an age differs by kind and rule, see rules.ts. */
type Entry = Exclude<
  Extract<SettingEntry, { readonly config: { readonly key: string }; readonly default: unknown }>,
  { readonly name: 'max-age' }
>;
type Key = Entry['config']['key'];

/** Values that are more than what the file says of them. */
interface Special {
  readonly stagger: Stagger;
  readonly author: Author | null;
}

type Default<E> = E extends { readonly default: null } ? null : never;

/** How pull requests are opened and paced, by key of the config file; null is "no limit", "nobody", or "as it is without". */
export type OpenSettings = {
  readonly [E in Entry as E['config']['key']]: E['config']['key'] extends keyof Special
    ? Special[E['config']['key']]
    : NonNullable<ConfigValues[E['config']['key']]> | Default<E>;
};

export type ResolvedSettings = { readonly [K in Key]: Setting<OpenSettings[K]> };

/** The flags that stand over the file, as the parser names them. */
export type SettingFlags = object;

const ENTRIES = configSettings().filter(
  ({ name, default: standard }) => standard !== undefined && name !== 'max-age',
);

/** The program's own values. */
export const DEFAULT_SETTINGS = Object.fromEntries(
  ENTRIES.map(({ config, default: standard }) => [config.key, standard]),
) as unknown as OpenSettings;

/** The effective settings, each with its origin. A flag wins over the file, the file over the default. */
export function resolveSettings(config: Config | null, flags: SettingFlags = {}): ResolvedSettings {
  const given = new Map<string, unknown>(Object.entries(flags));
  const written = new Map<string, unknown>(Object.entries(config?.values ?? {}));
  const resolved = ENTRIES.map(
    ({ name, type, config: { key }, default: standard }): [Key, Setting<unknown>] => {
      const flag = type === 'file' ? undefined : given.get(camelCase(name));
      const value = written.get(key);
      if (flag !== undefined) {
        const origin: Origin = { from: 'flag', flag: `--${flag === false ? 'no-' : ''}${name}` };
        return [key as Key, { value: ofFlag(key, flag, config), origin }];
      }
      return value === undefined
        ? [key as Key, { value: standard, origin: { from: 'default' } }]
        : [key as Key, { value: ofFile(key, value), origin: originInFile(config, key) }];
    },
  );
  return Object.fromEntries(resolved) as unknown as ResolvedSettings;
}

/** `--together` is the flag that says no to staggering, whose other values stay those of the file. */
function ofFlag(key: string, given: unknown, config: Config | null): unknown {
  return key === 'stagger'
    ? { ...staggerOf(config?.values.stagger), enabled: given !== true }
    : ofFile(key, given);
}

function ofFile(key: string, written: unknown): unknown {
  if (key === 'stagger') return staggerOf(written as ConfigValues['stagger']);
  return key === 'author' ? readAuthor(String(written)) : written;
}

/** The values alone. */
export function plainSettings(resolved: ResolvedSettings): OpenSettings {
  return Object.fromEntries(
    Object.entries(resolved).map(([name, { value }]) => [name, value]),
  ) as unknown as OpenSettings;
}

/** The place of a key that the file has; for one that it has not, the default. */
export function originInFile(config: Config | null, key: string): Origin {
  const line = config?.lines.get(key);
  return config === null || line === undefined
    ? { from: 'default' }
    : { from: 'file', file: config.file, line };
}

function staggerOf(given: ConfigValues['stagger']): Stagger {
  const standard = DEFAULT_SETTINGS.stagger;
  if (given === undefined) return standard;
  if (typeof given === 'boolean') return { ...standard, enabled: given };
  const { enabled, holdProductionDays, notOneApplication } = given;
  return {
    enabled: enabled ?? standard.enabled,
    holdProductionDays: holdProductionDays ?? standard.holdProductionDays,
    notOneApplication: notOneApplication ?? standard.notOneApplication,
  };
}

/** `Name <email>` in its parts; null for what is no such thing, which the schema does not let through. */
export function readAuthor(text: string): Author | null {
  const { name, email } = /^(?<name>[^<>]*[^<> ]) <(?<email>[^<>\s]+)>$/.exec(text)?.groups ?? {};
  return name === undefined || email === undefined ? null : { name, email };
}
