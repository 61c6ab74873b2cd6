/** From flags to what a command is given, with what is wrong with them; and back again, for commands to propose. */
import type { RotationOptions } from '../commands/options.ts';
import type { OpenRequest } from '../commands/run/settings.ts';
import { readAuthor } from '../config/settings.ts';
import { MAX_SHARDS, parseShard } from '../rotation/shard.ts';
import type { UpgradeLimit } from '../rotation/upgrade.ts';
import type { CommandName, Setting } from '../setting-entry.ts';
import { camelCase, settingsOf } from '../settings.ts';
import { dayInLondon, daysBetween, parseDay } from '../util/dates.ts';
import { fail, ok, type Result } from '../util/result.ts';
import type { OpenFlags, PlanFlags } from './flags.ts';

/** The world a command runs in. */
export interface World {
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly now: Date;
  readonly version?: string;
}

/** Flags of any command that selects credentials or looks at all of them: what it does not take is not in it. */
export type GivenFlags = Partial<Omit<PlanFlags, 'format' | 'incident' | 'reason' | 'group'>>;

/** Flags that say what pull requests are about and how they are made. */
export type RequestFlags = Pick<PlanFlags, 'group' | 'incident'> & Partial<OpenFlags>;

/** Flags of which one takes back what the other says; with why, where the names do not tell. */
const EXCLUSIVE: readonly (readonly [string, string, string?])[] = [
  ['quiet', 'verbose'],
  ['all', 'namespace', 'everything, or those that are named'],
  ['module-versions', 'check-versions'],
  ['sign', 'author', "GitHub names the token's account as the author"],
  ['restore-self-rotation', 'force-literal', 'one gives the rotation to Terraform, the other takes it away'],
  ['restore-self-rotation', 'again', 'no date is written'],
  ['shard', 'group', 'the parts would write to one pull request'],
];

/** The options of a command from its flags, or what is wrong with them: codes `usage` and `bad-…`. */
export function readFlags(flags: GivenFlags, world: World): Result<RotationOptions> {
  const contradiction = findContradiction(flags);
  if (contradiction !== null) return fail('usage', contradiction);
  if (
    flags.maxAge !== undefined &&
    (!Number.isInteger(flags.maxAge) || flags.maxAge < 0 || flags.maxAge > 36_500)
  ) {
    return fail('bad-max-age', '--max-age takes a whole number of days, 0 or more.');
  }
  const far = findFarDate(flags, world.now);
  if (far !== null) return fail('far-date', far);
  const shard = flags.shard === undefined ? null : parseShard(flags.shard);
  if (shard === null && flags.shard !== undefined) {
    return fail(
      'bad-shard',
      `--shard takes a part and their number, such as 1/4, not ${flags.shard}; at most ${MAX_SHARDS} parts.`,
    );
  }
  const upgrade = readUpgrade(flags.upgrade);
  if (!upgrade.ok) return upgrade;
  const { production } = flags;
  const lists = [flags.namespace, flags.cluster, flags.kind, flags.module, flags.team];
  return ok({
    ...world,
    root: flags.root,
    date: flags.date,
    maxAgeDays: flags.maxAge ?? null,
    config: flags.config,
    includeHeld: flags.includeHeld ?? false,
    again: flags.again ?? false,
    forceLiteral: flags.forceLiteral ?? false,
    restoreSelfRotation: flags.restoreSelfRotation ?? false,
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
      kinds: flags.kind ?? [],
      modules: flags.module ?? [],
      teams: flags.team ?? [],
      production: production ?? null,
      due: flags.due ?? false,
      shard,
    },
  });
}

/** Years are mistyped: a date so far from today is written on request only. */
const FAR_DAYS = 3 * 365;

/** Why the day of a command that writes dates is not believed; null when it is, or when nothing would be written. */
function findFarDate({ date, anyDate, again }: GivenFlags, now: Date): string | null {
  const day = date === undefined || again === undefined || anyDate === true ? null : parseDay(date);
  if (day === null) return null;
  const days = daysBetween(dayInLondon(now), day);
  if (Math.abs(days) <= FAR_DAYS) return null;
  const years = Math.round(Math.abs(days) / 365);
  return `--date ${day} is ${years} years ${days > 0 ? 'ahead' : 'ago'}: add --any-date if that day is meant.`;
}

function findContradiction(flags: object): string | null {
  const values = new Map<string, unknown>(Object.entries(flags));
  // a list of pull requests by namespace is what there is without --group
  const isGiven = (name: string): boolean =>
    ![undefined, false, 'namespace'].includes(values.get(camelCase(name)) as never);
  const found = EXCLUSIVE.find(([one, other]) => isGiven(one) && isGiven(other));
  if (found === undefined) return null;
  const [one, other, why] = found;
  return `--${one} and --${other} exclude each other${why === undefined ? '' : `: ${why}`}.`;
}

/** `--upgrade` alone is the careful one. */
function readUpgrade(given: string | undefined): Result<UpgradeLimit | null> {
  if (given === undefined) return ok(null);
  if (given === '' || given === 'minor') return ok('minor');
  if (given === 'major') return ok('major');
  return fail('bad-upgrade', `--upgrade stands alone or takes minor or major, not ${given}.`);
}

/** What pull requests are about, from the flags that `plan` and `open` have in common; or what is wrong with them. */
function readRequest(flags: RequestFlags): Result<OpenRequest> {
  const { incident, reason, group } = flags;
  // people read it in a pull request that asks for an exception
  if (incident && reason === undefined) {
    return fail('usage', '--incident requires --reason TEXT: it stands in every pull request.');
  }
  if (!incident && reason !== undefined) return fail('usage', '--reason goes with --incident.');
  const contradiction = findContradiction(flags);
  if (contradiction !== null) return fail('usage', contradiction);
  return ok({ incident: incident ? (reason ?? null) : null, grouping: group, flags: {}, fork: null });
}

/** How pull requests are made and tended, from the flags of `open`; or what is wrong with them. */
export function readOpenRequest(flags: RequestFlags): Result<OpenRequest> {
  const common = readRequest(flags);
  if (!common.ok) return common;
  for (const { name, type } of settingsOf('open')) {
    const value = new Map<string, unknown>(Object.entries(flags)).get(camelCase(name));
    if (type === 'number' && value !== undefined && (!Number.isInteger(value) || Number(value) < 0)) {
      return fail('usage', `--${name} takes a whole number, 0 or more.`);
    }
  }
  if (flags.author !== undefined && readAuthor(flags.author) === null) {
    return fail('usage', `--author takes "Name <email>", not ${JSON.stringify(flags.author)}.`);
  }
  return ok({ ...common.value, flags, fork: flags.fork ?? null });
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

/**
 * The flags of a run as they may be typed again, for the commands that a report proposes: each must mean what this run
 * meant, and what changes nothing of that is left out.
 */
export function repeatedArguments(command: CommandName, flags: object): readonly string[] {
  const values = new Map<string, unknown>(Object.entries(flags));
  return settingsOf(command)
    .filter(({ repeats }) => repeats === true)
    .flatMap((setting) => typedAgain(setting, values.get(camelCase(setting.name))));
}

function typedAgain({ name, type, default: standard }: Setting, value: unknown): readonly string[] {
  if (value === undefined) return [];
  switch (type) {
    case 'switch':
      return value === true ? [`--${name}`] : [];
    case 'toggle':
      return [value === true ? `--${name}` : `--no-${name}`];
    case 'list':
      return (value as readonly string[]).flatMap((one) => [`--${name}`, one]);
    case 'optional':
      return [value === '' ? `--${name}` : `--${name}=${String(value)}`];
    case 'choice':
      return value === standard ? [] : [`--${name}`, String(value)];
    case 'text':
    case 'number':
    case 'file':
      return [`--${name}`, String(value)];
  }
}
