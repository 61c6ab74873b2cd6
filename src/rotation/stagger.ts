/**
 * The environments of one application are not rotated on one day, and production last: so that a rotation that breaks
 * something breaks it in an environment that can bear it. Which application a namespace belongs to says its annotation
 * `cloud-platform.justice.gov.uk/application`.
 */
import type { Day } from '../util/dates.ts';
import { groupBy } from '../util/group-by.ts';
import { type Admission, byAge, type Deferral, type Waiting } from './pacing.ts';

/** A pull request that could be opened, and whose environment it is. */
export interface Environment extends Waiting {
  /** From `applicationKey`. */
  readonly application: string;
  /** Null when nothing says; then it counts as production, the cautious way. */
  readonly production: boolean | null;
  /** It could not be opened for so long that others go in its place when it cannot be this time. */
  readonly mayBeOvertaken?: boolean;
}

/** The defaults are those of the config file: config/settings.ts. */
export interface StaggerRules {
  /** Days for which an open pull request of another environment, or one that cannot be opened, holds production back. */
  readonly holdProductionDays: number;
  /** Values of the annotation that many applications share, as a template leaves them behind. */
  readonly notOneApplication: readonly string[];
}

/** What other runs and people have done. */
export interface StaggerFacts {
  /** Application → its environments that were begun or rotated today. */
  readonly today: ReadonlyMap<string, readonly string[]>;
  /** Application → the environment outside production whose pull request is still open and young enough to wait for. */
  readonly open: ReadonlyMap<string, string>;
  /** Application → environments that a person refused, or that cannot be opened. */
  readonly held: ReadonlyMap<string, readonly Holding[]>;
}

/** An environment that holds those of its application that come later. */
export interface Holding {
  readonly key: string;
  readonly production: boolean;
  readonly why: 'refused' | 'stuck';
  /** The first day on which it holds nobody; null when that is not known. */
  readonly until: Day | null;
}

/** What goes now, what waits, and what would go in the place of another. */
export interface Staggered<T> extends Admission<T> {
  /** When `of` cannot be opened, as it could not for long, `one` need not wait for it. */
  readonly instead: readonly { readonly of: T; readonly one: T }[];
}

/**
 * The name by which environments belong together.
 *
 * @param own what stands for a namespace that belongs to no application, or to one of `notOneApplication`
 */
export function applicationKey(
  application: string | null,
  own: string,
  { notOneApplication }: StaggerRules,
): string {
  const name = normal(application ?? '');
  const shared = notOneApplication.some((each) => normal(each) === name);
  // a blank cannot begin a name of the first kind, so the two cannot meet
  return name === '' || shared ? ` ${own}` : name;
}

function normal(name: string): string {
  return name.trim().replace(/\s+/g, ' ').toLowerCase();
}

/** What is true on the day of the run alone: a text that stays puts the day in its place. */
export const BEGUN_TODAY = 'was begun today';

/** Lets one environment of each application through, production only when no other is left to wait for. */
export function stagger<T extends Environment>(waiting: readonly T[], facts: StaggerFacts): Staggered<T> {
  const admitted: T[] = [];
  const deferred: { one: T; code: Deferral; reason: string }[] = [];
  const instead: { of: T; one: T }[] = [];
  for (const [application, ofApplication] of groupBy(waiting, ({ application }) => application)) {
    const begun = facts.today.get(application) ?? [];
    // what was begun today may go on today
    const [first, ...others] = [...ofApplication].sort(
      (a, b) =>
        Number(begun.includes(b.key)) - Number(begun.includes(a.key)) ||
        Number(isProduction(a)) - Number(isProduction(b)) ||
        byAge(a, b),
    );
    if (first === undefined) continue;
    const obstacle = obstacleOf(first, facts);
    const [second] = others;
    if (obstacle === null) {
      admitted.push(first);
      if (first.mayBeOvertaken && second !== undefined && obstacleOf(second, facts) === null)
        instead.push({ of: first, one: second });
    } else deferred.push({ one: first, ...obstacle });
    const before = {
      code: 'application',
      reason: `${first.key} of its application comes first, on another day.`,
    } as const;
    deferred.push(...others.map((one) => ({ one, ...(obstacle ?? before) })));
  }
  return { admitted, deferred, instead };
}

/** What an environment waits for besides others that wait as well; null for nothing. */
function obstacleOf(
  environment: Environment,
  { today, held, open }: StaggerFacts,
): { readonly code: Deferral; readonly reason: string } | null {
  const { application, key } = environment;
  const begun = today.get(application)?.find((other) => other !== key);
  if (begun !== undefined) {
    const reason = `Another environment of its application, ${begun}, ${BEGUN_TODAY}.`;
    return { code: 'application', reason };
  }
  const holding = held
    .get(application)
    ?.find((other) => other.key !== key && (isProduction(environment) || !other.production));
  if (holding !== undefined) return { code: holding.why, reason: HELD[holding.why](holding) };
  const other = isProduction(environment) ? open.get(application) : undefined;
  if (other === undefined) return null;
  return { code: 'production', reason: `It is production, and the pull request of ${other} is still open.` };
}

const HELD = {
  refused: ({ key, until }: Holding): string =>
    `A person closed the pull request of ${key}, another environment of its application: it waits${until === null ? '' : ` until ${until}, or`} until ${key} is opened by its name.`,
  stuck: ({ key, until }: Holding): string =>
    `The pull request of ${key}, another environment of its application, cannot be opened${until === null ? '' : `: it waits until ${until}`}.`,
} as const;

/** Said of one that goes although another of its application that comes before it cannot be opened. */
export function overtakingWords(one: string, other: string): string {
  return `${one} no longer waits for ${other} of its application, whose pull request cannot be opened.`;
}

function isProduction({ production }: Environment): boolean {
  return production !== false;
}
