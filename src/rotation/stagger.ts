/**
 * The environments of one application are not rotated on one day, and production last: so that a rotation that breaks
 * something breaks it in an environment that can bear it. Which application a namespace belongs to says its annotation
 * `cloud-platform.justice.gov.uk/application`.
 */
import { groupBy } from '../util/group-by.ts';
import { type Admission, byAge, type Deferral, type Waiting } from './pacing.ts';

/** A pull request that could be opened, and whose environment it is. */
export interface Environment extends Waiting {
  /** From `applicationKey`. */
  readonly application: string;
  /** Null when nothing says; then it counts as production, the cautious way. */
  readonly production: boolean | null;
}

/** The defaults are those of the config file: config/settings.ts. */
export interface StaggerRules {
  /** Days for which an open pull request of another environment holds production back. */
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
export function stagger<T extends Environment>(waiting: readonly T[], facts: StaggerFacts): Admission<T> {
  const admitted: T[] = [];
  const deferred: { one: T; code: Deferral; reason: string }[] = [];
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
    const today = begun.find((key) => key !== first.key);
    const open = isProduction(first) ? facts.open.get(application) : undefined;
    const reason =
      today !== undefined
        ? `Another environment of its application, ${today}, ${BEGUN_TODAY}.`
        : open !== undefined
          ? `It is production, and the pull request of ${open} is still open.`
          : null;
    const code: Deferral = today === undefined && open !== undefined ? 'production' : 'application';
    if (reason === null) admitted.push(first);
    else deferred.push({ one: first, code, reason });
    const before = `${first.key} of its application comes first, on another day.`;
    deferred.push(...others.map((one) => ({ one, code, reason: reason ?? before })));
  }
  return { admitted, deferred };
}

function isProduction({ production }: Environment): boolean {
  return production !== false;
}
