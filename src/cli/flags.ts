import type { Argv } from 'yargs';
import { DEFAULT_MAX_AGE_DAYS, type RotationOptions } from '../commands/options.ts';
import type { KindName } from '../kinds/registry.ts';
import { fail, ok, type Result } from '../result.ts';
import type { UpgradeLimit } from '../rotation/upgrade.ts';

const FORMATS = ['text', 'json', 'markdown', 'csv'] as const;
export type Format = (typeof FORMATS)[number];

/** Names of the kinds as the contract has them; spelt out so that `--help` loads no kind. */
const KINDS = [
  'serviceaccount',
  'rds',
  'elasticache',
  'hmpps-template',
] as const satisfies readonly KindName[];

/** What yargs makes of a command line, as far as the flags below go. */
export interface Flags {
  readonly root?: string;
  readonly date?: string;
  readonly format: Format;
  readonly color?: boolean;
  readonly quiet: boolean;
  readonly verbose: boolean;
  readonly namespace?: readonly string[];
  readonly cluster?: readonly string[];
  readonly kind?: readonly string[];
  readonly module?: readonly string[];
  readonly team?: readonly string[];
  readonly production?: boolean;
  readonly due?: boolean;
  readonly maxAge: number;
  readonly all?: boolean;
  readonly includeHeld: boolean;
  readonly moduleVersions?: string;
  readonly checkVersions?: boolean;
}

export interface RotationFlags extends Flags {
  readonly again: boolean;
  readonly forceLiteral: boolean;
  /** Empty for the flag alone, false for `--no-upgrade`. */
  readonly upgrade?: string | false;
}

/** Of the commands that read a branch of the remote. */
export interface RemoteFlags {
  readonly base?: string;
  readonly remote?: string;
}

export interface AuditFlags extends Flags {
  readonly base?: string;
  readonly failOn?: 'due' | 'blocked' | 'problems';
  readonly otherCredentials: boolean;
}

export interface BaseFlags extends RotationFlags, RemoteFlags {}

export interface RunbookFlags extends Flags {
  readonly incident: boolean;
}

export interface DemoFlags {
  readonly keep: boolean;
  readonly color?: boolean;
}

const list = { type: 'string', array: true, nargs: 1, requiresArg: true } as const;

/** Flags of every command that looks at the estate. */
export function addCommonFlags<T>(argv: Argv<T>): Argv<T> {
  return argv
    .option('namespace', {
      ...list,
      alias: 'n',
      group: 'Selection:',
      describe: 'Namespaces by name or glob; repeatable. Inside a namespace folder: that one',
    })
    .option('cluster', {
      ...list,
      group: 'Selection:',
      describe: 'Clusters by folder name, first label or glob',
    })
    .option('kind', {
      ...list,
      alias: 'k',
      group: 'Selection:',
      describe: `Kinds: ${KINDS.join(', ')}; default the first three`,
    })
    .option('module', { ...list, alias: 'm', group: 'Selection:', describe: 'Modules by name or glob' })
    .option('team', { ...list, group: 'Selection:', describe: 'Namespaces of a team, by name or glob' })
    .option('production', {
      type: 'boolean',
      group: 'Selection:',
      describe: 'Production namespaces only; --no-production: all others only',
    })
    .option('due', {
      type: 'boolean',
      group: 'Selection:',
      describe: 'Only what is older than --max-age or was never rotated',
    })
    .option('max-age', {
      type: 'number',
      requiresArg: true,
      default: DEFAULT_MAX_AGE_DAYS,
      group: 'Selection:',
      describe: 'Days after which a rotation is due',
    })
    .option('all', { type: 'boolean', group: 'Selection:', describe: 'Everything' })
    .option('include-held', {
      type: 'boolean',
      default: false,
      group: 'Selection:',
      describe: 'Namespaces on hold too',
    })
    .option('root', {
      type: 'string',
      requiresArg: true,
      describe: 'The environments repository; default the git top level above this folder',
    })
    .option('date', {
      type: 'string',
      requiresArg: true,
      describe: 'The day to write, yyyy-MM-dd; default today in London',
    })
    .option('module-versions', {
      type: 'string',
      requiresArg: true,
      describe: 'JSON file with the latest version of each module; then GitHub is not asked for them',
    })
    .option('check-versions', {
      type: 'boolean',
      default: false,
      describe: 'Ask GitHub for the latest versions; plan and open always do',
    })
    .option('format', { choices: FORMATS, default: 'text' as const, describe: 'How to print the result' })
    .option('color', { type: 'boolean', describe: 'Colours; default on a terminal' })
    .option('quiet', { type: 'boolean', default: false, describe: 'No progress and no warnings' })
    .option('verbose', { type: 'boolean', default: false, describe: 'List everything, summarise nothing' });
}

/** Flags of the commands that change dates. */
export function addRotationFlags<T>(argv: Argv<T>): Argv<T> {
  return addCommonFlags(argv)
    .option('again', {
      type: 'boolean',
      default: false,
      describe: 'Rotate once more what was rotated on that day already',
    })
    .option('force-literal', {
      type: 'boolean',
      default: false,
      describe: 'Put the date in the place of an expression; ends self-rotation',
    })
    .option('upgrade', {
      type: 'string',
      describe: 'Also set ?ref= of what is rotated to the latest version; major steps with --upgrade=major',
    });
}

/** Flags that may be repeated, and their short names. */
const REPEATABLE = new Set(['namespace', 'n', 'cluster', 'kind', 'k', 'module', 'm', 'team', '_']);

/** Of any other flag that is given more than once the last counts, as it does for git and gh. */
export function keepLast(flags: Record<string, unknown>): void {
  for (const [name, value] of Object.entries(flags)) {
    if (Array.isArray(value) && !REPEATABLE.has(name)) flags[name] = value.at(-1);
  }
}

/** The world a command runs in. */
export interface World {
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly now: Date;
  readonly version?: string;
}

/** The options of a command from its flags, or what is wrong with them. */
export function readFlags(flags: RotationFlags | Flags, world: World): Result<RotationOptions> {
  const kinds: KindName[] = [];
  for (const name of flags.kind ?? []) {
    const known = KINDS.find((kind) => kind === name);
    if (known === undefined)
      return fail('unknown-kind', `There is no kind ${name}: the kinds are ${KINDS.join(', ')}.`);
    kinds.push(known);
  }
  if (!Number.isInteger(flags.maxAge) || flags.maxAge < 0) {
    return fail('bad-max-age', '--max-age takes a whole number of days, 0 or more.');
  }
  if (flags.moduleVersions !== undefined && flags.checkVersions) {
    return fail('usage', '--module-versions and --check-versions exclude each other.');
  }
  const upgrade = readUpgrade('upgrade' in flags ? flags.upgrade : undefined);
  if (!upgrade.ok) return upgrade;
  const { production } = flags;
  const lists = [flags.namespace, flags.cluster, flags.kind, flags.module, flags.team];
  return ok({
    ...world,
    root: flags.root,
    date: flags.date,
    maxAgeDays: flags.maxAge,
    includeHeld: flags.includeHeld,
    again: 'again' in flags && flags.again,
    forceLiteral: 'forceLiteral' in flags && flags.forceLiteral,
    upgrade: upgrade.value,
    moduleVersions: flags.moduleVersions,
    checkVersions: flags.checkVersions,
    selected:
      lists.some((names) => names !== undefined) ||
      production !== undefined ||
      flags.due === true ||
      flags.all === true,
    selection: {
      namespaces: flags.namespace ?? [],
      clusters: flags.cluster ?? [],
      kinds,
      modules: flags.module ?? [],
      teams: flags.team ?? [],
      production: production ?? null,
      due: flags.due ?? false,
    },
  });
}

/** `--upgrade` alone is the careful one. */
function readUpgrade(given: RotationFlags['upgrade']): Result<UpgradeLimit | null> {
  if (given === undefined || given === false) return ok(null);
  if (given === '' || given === 'minor') return ok('minor');
  if (given === 'major') return ok('major');
  return fail('bad-upgrade', `--upgrade stands alone or takes minor or major, not ${given}.`);
}

/** The flags as they may be typed again, for the commands that a report proposes: each must mean what this run meant. */
export function selectionArguments(flags: Flags & Partial<RotationFlags> & RemoteFlags): string[] {
  const named = (name: string, values: readonly string[] = []): string[] =>
    values.flatMap((value) => [name, value]);
  const one = (name: string, value: string | undefined): string[] =>
    value === undefined ? [] : [name, value];
  const given = (name: string, value: boolean | undefined): string[] => (value === true ? [name] : []);
  return [
    ...named('--namespace', flags.namespace),
    ...named('--cluster', flags.cluster),
    ...named('--kind', flags.kind),
    ...named('--module', flags.module),
    ...named('--team', flags.team),
    ...(flags.production === undefined ? [] : [flags.production ? '--production' : '--no-production']),
    ...given('--due', flags.due),
    ...(flags.maxAge === DEFAULT_MAX_AGE_DAYS ? [] : ['--max-age', String(flags.maxAge)]),
    ...given('--all', flags.all),
    ...given('--include-held', flags.includeHeld),
    ...one('--date', flags.date),
    ...given('--again', flags.again),
    ...given('--force-literal', flags.forceLiteral),
    ...(typeof flags.upgrade === 'string' ? [`--upgrade=${flags.upgrade || 'minor'}`] : []),
    ...one('--module-versions', flags.moduleVersions),
    ...given('--check-versions', flags.checkVersions),
    ...one('--root', flags.root),
    ...('again' in flags ? [...one('--base', flags.base), ...one('--remote', flags.remote)] : []),
  ];
}
