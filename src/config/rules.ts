/** The settings of a repository as its config file has them, and what its rules say of one credential. */
import type { Kinds } from '../kinds/registry.ts';
import { DEFAULT_MAX_AGE_DAYS } from '../settings.ts';
import { matchGlobs } from '../util/glob.ts';
import { matchTeams } from '../util/teams.ts';
import type { ConfigValues, MatchValues } from './schema.ts';

/** A credential as far as the rules of a config file look at it. */
export interface Subject {
  /** The credential's id. */
  readonly id: string;
  /** Folder name below `namespaces/`. */
  readonly cluster: string;
  readonly namespace: string;
  readonly kind: string;
  readonly module: string;
  /** Of the namespace; looked at only where `needsFacts`. */
  readonly teams: readonly string[];
  /** What the namespace says of itself, null when it says nothing. */
  readonly production: boolean | null;
}

/** The lists of rules, as the file names them. */
export type RuleList = 'overrides' | 'exclude' | 'snooze';

/** An entry of a list of rules. */
export interface Rule {
  readonly list: RuleList;
  /** 1-based line of the file. */
  readonly line: number;
  readonly match: MatchValues;
  readonly matches: (subject: Subject) => boolean;
}

export interface AgeRule extends Rule {
  readonly maxAgeDays: number;
}

export interface ReasonRule extends Rule {
  readonly reason: string;
}

export interface SnoozeRule extends ReasonRule {
  /** `yyyy-MM-dd`: from this day on the rule counts no more. */
  readonly until: string;
}

/** A config file without a mistake. */
export interface Config {
  /** What the file is called in messages: its path from the root, or as `--config` has it. */
  readonly file: string;
  readonly values: ConfigValues;
  /** Those that it extends and its own. */
  readonly kinds: Kinds;
  readonly overrides: readonly AgeRule[];
  readonly exclude: readonly ReasonRule[];
  readonly snooze: readonly SnoozeRule[];
  /** 1-based line of a key that the file has, by its path: `maxAge`, `maxAge.rds`, `overrides.0`. */
  readonly lines: ReadonlyMap<string, number>;
}

/** What a file says of one credential: nothing, or the rule that decides. */
type Found<R extends Rule> = R | null;

/** The rules of a file, ready to be asked. @param lineOf line of the entry `<list>.<index>` */
export function compileRules(
  { overrides = [], exclude = [], snooze = [] }: ConfigValues,
  lineOf: (path: string) => number,
): Pick<Config, 'overrides' | 'exclude' | 'snooze'> {
  const rule = <L extends Rule['list']>(list: L, index: number, match: MatchValues) => ({
    list,
    line: lineOf(`${list}.${index}`),
    match,
    matches: compileMatch(match),
  });
  return {
    overrides: overrides.map(({ match, maxAge }, index) => ({
      ...rule('overrides', index, match),
      maxAgeDays: maxAge,
    })),
    exclude: exclude.map(({ match, reason }, index) => ({ ...rule('exclude', index, match), reason })),
    snooze: snooze.map(({ match, reason, until }, index) => ({
      ...rule('snooze', index, match),
      reason,
      until,
    })),
  };
}

/** Days after which a credential is due: the last override that matches, else its kind's, else the default. */
export function maxAgeFor(config: Config | null, subject: Subject): number {
  return overrideFor(config, subject)?.maxAgeDays ?? maxAgeOfKind(config, subject.kind).days;
}

/** The last override that matches: later entries are for exceptions to earlier ones, as in `.gitattributes`. */
function overrideFor(config: Config | null, subject: Subject): Found<AgeRule> {
  return config?.overrides.findLast(({ matches }) => matches(subject)) ?? null;
}

/** The maximum age of a kind without overrides, and the key that says it; null for the program's own default. */
export function maxAgeOfKind(
  config: Config | null,
  kind: Subject['kind'],
): { readonly days: number; readonly key: string | null } {
  const given = config?.values.maxAge;
  if (typeof given === 'number') return { days: given, key: 'maxAge' };
  const ages: Readonly<Record<string, number | undefined>> = given ?? {};
  const own = ages[kind];
  if (own !== undefined) return { days: own, key: `maxAge.${kind}` };
  const standard = given?.default;
  if (standard !== undefined) return { days: standard, key: 'maxAge.default' };
  return { days: DEFAULT_MAX_AGE_DAYS, key: null };
}

/** The maximum age of what no kind and no override of the file says another of. */
export function defaultMaxAge(config: Config | null): number {
  const given = config?.values.maxAge;
  return (typeof given === 'number' ? given : given?.default) ?? DEFAULT_MAX_AGE_DAYS;
}

/** The first rule by which a credential is never rotated; null when there is none. */
export function exclusionOf(config: Config | null, subject: Subject): Found<ReasonRule> {
  return config?.exclude.find(({ matches }) => matches(subject)) ?? null;
}

export function isExcluded(config: Config | null, subject: Subject): boolean {
  return exclusionOf(config, subject) !== null;
}

/**
 * The rule that puts a credential off for the longest; null when there is none, or when all have run out.
 *
 * @param today `yyyy-MM-dd`
 */
export function snoozeOf(config: Config | null, subject: Subject, today: string): Found<SnoozeRule> {
  let longest: Found<SnoozeRule> = null;
  for (const rule of config?.snooze ?? []) {
    if (hasRunOut(rule, today) || !rule.matches(subject)) continue;
    if (longest === null || rule.until > longest.until) longest = rule;
  }
  return longest;
}

/** The day from which on a credential may be rotated again, null when it may be now. */
export function snoozedUntil(config: Config | null, subject: Subject, today: string): string | null {
  return snoozeOf(config, subject, today)?.until ?? null;
}

export function hasRunOut({ until }: Pick<SnoozeRule, 'until'>, today: string): boolean {
  return until <= today;
}

/** Whether any rule looks at what only the manifests of a namespace say. */
export function needsFacts({ overrides, exclude, snooze }: Config): boolean {
  return [...overrides, ...exclude, ...snooze].some(
    ({ match }) => match.team !== undefined || match.production !== undefined,
  );
}

/** Whether the entries of a `match` all hold; of a list in it, one has to. */
function compileMatch(match: MatchValues): (subject: Subject) => boolean {
  const namespace = matcher(match.namespace);
  const cluster = matcher(match.cluster);
  const team = match.team === undefined ? null : matchTeams(listOf(match.team));
  const module = matcher(match.module);
  const credential = matcher(match.credential);
  const kinds = match.kind === undefined ? null : listOf<string>(match.kind);
  return (subject) =>
    (kinds === null || kinds.includes(subject.kind)) &&
    (match.production === undefined || match.production === subject.production) &&
    (namespace === null || namespace(subject.namespace)) &&
    (cluster === null || cluster(subject.cluster) || cluster(subject.cluster.split('.', 1)[0] ?? '')) &&
    (module === null || module(subject.module)) &&
    (credential === null || credential(subject.id)) &&
    (team === null || subject.teams.some(team));
}

/** Globs as the flags take them. Null accepts everything. */
function matcher(patterns: string | readonly string[] | undefined): ((name: string) => boolean) | null {
  return patterns === undefined ? null : matchGlobs(listOf(patterns));
}

/** One or several as several. */
export function listOf<T extends string>(given: T | readonly T[] | undefined): readonly T[] {
  if (given === undefined) return [];
  return typeof given === 'string' ? [given] : given;
}
