import type { RotationOptions } from '../commands/options.ts';
import type { Grouping } from '../commands/run/settings.ts';
import type { KindName } from '../kinds/registry.ts';
import type { MergeMethod } from '../publish/metadata.ts';
import { MAX_SHARDS, parseShard } from '../rotation/shard.ts';
import type { UpgradeLimit } from '../rotation/upgrade.ts';
import { fail, ok, type Result } from '../util/result.ts';
import { type AuditFormat, type Format, KINDS, REPEATABLE, type Shell } from './flag-table.ts';

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
  readonly maxAge?: number;
  readonly all?: boolean;
  readonly shard?: string;
  readonly includeHeld: boolean;
  readonly config?: string;
  readonly moduleVersions?: string;
  readonly checkVersions?: boolean;
}

export interface RotationFlags extends Flags {
  readonly again: boolean;
  readonly forceLiteral: boolean;
  /** Empty for the flag alone, false for `--no-upgrade`. */
  readonly upgrade?: string | false;
  /** Of the commands that write. */
  readonly yes?: boolean;
}

/** Of the commands that read a branch of the remote. */
export interface RemoteFlags {
  readonly base?: string;
  readonly remote?: string;
}

export interface AuditFlags extends Omit<Flags, 'format'> {
  readonly format: AuditFormat;
  readonly output?: string;
  readonly base?: string;
  readonly newSince?: string;
  readonly failOn?: 'due' | 'blocked' | 'problems';
  readonly otherCredentials: boolean;
  readonly since?: string;
}

export interface BaseFlags extends RotationFlags, RemoteFlags {
  readonly group: Grouping;
  readonly incident: boolean;
  readonly reason?: string;
}

export interface OpenFlags extends BaseFlags {
  readonly limit?: number;
  readonly maxOpen?: number;
  readonly hourlyLimit?: number;
  readonly together?: boolean;
  readonly refreshAfter?: number;
  readonly label?: readonly string[];
  readonly reviewer?: readonly string[];
  readonly teamReviewer?: readonly string[];
  readonly requestReview?: boolean;
  readonly assignee?: readonly string[];
  readonly draft?: boolean;
  readonly autoMerge?: MergeMethod;
  readonly sign?: boolean;
  readonly author?: string;
  /** Empty for the flag alone. */
  readonly fork?: string;
}

export interface StatusFlags extends Flags, RemoteFlags {
  /** Empty for the flag alone. */
  readonly fork?: string;
}

export interface CloseFlags extends StatusFlags {
  readonly reason?: string;
  readonly dryRun: boolean;
}

export interface RunbookFlags extends Flags {
  readonly incident: boolean;
}

/** Of `config`, which selects nothing and looks at everything. */
export interface ConfigFlags
  extends Pick<Flags, 'root' | 'date' | 'config' | 'cluster' | 'maxAge' | 'format' | 'color' | 'quiet'> {
  readonly base?: string;
}

export interface InitFlags extends Pick<Flags, 'root' | 'color' | 'quiet'> {
  readonly format: 'text' | 'json';
}

/** Of `dashboard`, which is about the whole estate: `open`'s, but for what selects a part. */
export interface DashboardFlags
  extends Omit<OpenFlags, 'again' | 'forceLiteral' | 'upgrade' | 'includeHeld'> {
  readonly run: boolean;
  readonly new: boolean;
  readonly dryRun: boolean;
}

export interface DemoFlags {
  readonly keep: boolean;
  readonly color?: boolean;
}

export interface CompletionFlags {
  readonly shell: Shell;
}

/** Of any other flag that is given more than once the last counts, as it does for git and gh. */
export function keepLast(flags: Record<string, unknown>): void {
  for (const [name, value] of Object.entries(flags)) {
    if (Array.isArray(value) && !isRepeatable(name)) flags[name] = value.at(-1);
  }
}

/** Lists by their name or short name, and the words that are no flags. */
function isRepeatable(name: string): boolean {
  return name === '_' || REPEATABLE.has(name);
}

/** The world a command runs in. */
export interface World {
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly now: Date;
  readonly version?: string;
}

/** The options of a command from its flags, or what is wrong with them. */
export function readFlags(
  flags: RotationFlags | Omit<Flags, 'format'>,
  world: World,
): Result<RotationOptions> {
  const kinds: KindName[] = [];
  for (const name of flags.kind ?? []) {
    const known = KINDS.find((kind) => kind === name);
    if (known === undefined)
      return fail('unknown-kind', `There is no kind ${name}: the kinds are ${KINDS.join(', ')}.`);
    kinds.push(known);
  }
  if (
    flags.maxAge !== undefined &&
    (!Number.isInteger(flags.maxAge) || flags.maxAge < 0 || flags.maxAge > 36_500)
  ) {
    return fail('bad-max-age', '--max-age takes a whole number of days, 0 or more.');
  }
  if (flags.moduleVersions !== undefined && flags.checkVersions) {
    return fail('usage', '--module-versions and --check-versions exclude each other.');
  }
  const shard = flags.shard === undefined ? null : parseShard(flags.shard);
  if (shard === null && flags.shard !== undefined) {
    return fail(
      'bad-shard',
      `--shard takes a part and their number, such as 1/4, not ${flags.shard}; at most ${MAX_SHARDS} parts.`,
    );
  }
  const upgrade = readUpgrade('upgrade' in flags ? flags.upgrade : undefined);
  if (!upgrade.ok) return upgrade;
  const { production } = flags;
  const lists = [flags.namespace, flags.cluster, flags.kind, flags.module, flags.team];
  return ok({
    ...world,
    root: flags.root,
    date: flags.date,
    maxAgeDays: flags.maxAge ?? null,
    config: flags.config,
    includeHeld: flags.includeHeld,
    again: 'again' in flags && flags.again,
    forceLiteral: 'forceLiteral' in flags && flags.forceLiteral,
    upgrade: upgrade.value,
    moduleVersions: flags.moduleVersions,
    checkVersions: flags.checkVersions,
    all: flags.all,
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
      shard,
    },
  });
}

/** What was picked on the terminal, as flags; the cluster where it tells namespaces of one name apart. */
export function pickedArguments(
  choices: readonly { readonly cluster: string; readonly namespace: string }[],
): string[] {
  const clusters = [...new Set(choices.map(({ cluster }) => cluster.split('.', 1)[0]!))];
  const names = [...new Set(choices.map(({ namespace }) => namespace))];
  return [
    ...names.flatMap((name) => ['--namespace', name]),
    ...(clusters.length === 1 ? ['--cluster', clusters[0]!] : []),
  ];
}

/** `--upgrade` alone is the careful one. */
function readUpgrade(given: RotationFlags['upgrade']): Result<UpgradeLimit | null> {
  if (given === undefined || given === false) return ok(null);
  if (given === '' || given === 'minor') return ok('minor');
  if (given === 'major') return ok('major');
  return fail('bad-upgrade', `--upgrade stands alone or takes minor or major, not ${given}.`);
}

/** Those of `requestArguments` and the rest of `open`'s: a proposed command repeats only what decides what is rotated. */
function requestArguments({ group, incident, reason }: BaseFlags): string[] {
  return [
    ...(group === 'namespace' ? [] : ['--group', group]),
    ...(incident ? ['--incident'] : []),
    ...(reason === undefined ? [] : ['--reason', reason]),
  ];
}

/** Those that say where the pull requests are, as they may be typed again. */
export function remoteArguments({ base, remote, fork }: StatusFlags): string[] {
  return [
    ...(base === undefined ? [] : ['--base', base]),
    ...(remote === undefined ? [] : ['--remote', remote]),
    ...(fork === undefined ? [] : [fork === '' ? '--fork' : `--fork=${fork}`]),
  ];
}

/** The flags as they may be typed again, for the commands that a report proposes: each must mean what this run meant. */
export function selectionArguments(
  flags: Omit<Flags, 'format'> & Partial<Omit<RotationFlags, 'format'>> & RemoteFlags,
): string[] {
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
    ...(flags.maxAge === undefined ? [] : ['--max-age', String(flags.maxAge)]),
    ...given('--all', flags.all),
    ...one('--shard', flags.shard),
    ...given('--include-held', flags.includeHeld),
    ...one('--date', flags.date),
    ...given('--again', flags.again),
    ...given('--force-literal', flags.forceLiteral),
    ...(typeof flags.upgrade === 'string' ? [`--upgrade=${flags.upgrade || 'minor'}`] : []),
    ...one('--module-versions', flags.moduleVersions),
    ...given('--check-versions', flags.checkVersions),
    ...one('--config', flags.config),
    ...one('--root', flags.root),
    ...('again' in flags ? [...one('--base', flags.base), ...one('--remote', flags.remote)] : []),
    ...('group' in flags ? requestArguments(flags as BaseFlags) : []),
  ];
}
