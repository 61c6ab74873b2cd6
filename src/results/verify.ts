/** The shapes of `verify`, which `--format json` prints field for field. */
import type { KindName } from '../kinds/registry.ts';
import type { Problem } from './results.ts';

/**
 * How far a merged rotation is: `consumed` in force, and no pod that could be seen holds the old value; `applied` in force;
 * `pending` not yet; `late` not yet, although it was merged long ago; `cannot-see` no witness could tell.
 */
export type InForce = 'consumed' | 'applied' | 'pending' | 'late' | 'cannot-see';

/** Worst first. */
export const IN_FORCE: readonly InForce[] = ['late', 'pending', 'cannot-see', 'applied', 'consumed'];

/** Who was asked. `commit` is git, which knows the merge alone. */
export type WitnessName = 'github' | 'pipeline' | 'kubernetes';

/**
 * What a witness says: `applied` the secret is new; `begun` the apply is on its way; `not-yet` the secret is that of before;
 * `consumed` and `pods-left` whether pods that read it started before it was new; `cannot-see` it could not tell.
 */
export type Testimony = 'applied' | 'begun' | 'not-yet' | 'consumed' | 'pods-left' | 'cannot-see';

export interface Evidence {
  readonly witness: WitnessName;
  readonly says: Testimony;
  /** RFC 3339: when what it saw was made; null where that is unknown. */
  readonly at: string | null;
  /** Where a person can look; null where there is no page. */
  readonly url: string | null;
  /** Why it cannot see, and else what it saw: a word of the program. */
  readonly code: string;
  readonly message: string;
}

/** Pods of one owner that started before the new value and read its Secret. */
export interface PodsLeft {
  readonly kind: string;
  readonly name: string;
  readonly namespace: string;
  readonly pods: readonly string[];
  /** What replaces them; null where the next run of a job does. */
  readonly command: string | null;
}

export interface VerifiedRotation {
  readonly id: string;
  readonly cluster: string;
  readonly namespace: string;
  readonly kind: KindName;
  readonly module: string;
  readonly file: string;
  /** The date that was merged; null where it was taken out. */
  readonly value: string | null;
  /** RFC 3339: when the commit came to the branch. */
  readonly mergedAt: string;
  /** Full object name. */
  readonly commit: string;
  /** Number of the pull request that brought it; null where the commit does not say. */
  readonly pullRequest: number | null;
  readonly state: InForce;
  readonly evidence: readonly Evidence[];
  readonly podsLeft: readonly PodsLeft[];
}

export type VerifySummary = Readonly<
  Record<'rotations' | 'late' | 'pending' | 'cannotSee' | 'applied' | 'consumed', number>
>;

/** `verify --format json`. */
export interface VerifyResult {
  readonly schemaVersion: 1;
  readonly date: string;
  /** The commit whose history was read. */
  readonly base: string;
  /** The first day that counts, `yyyy-MM-dd`. */
  readonly since: string;
  readonly summary: VerifySummary;
  /** Worst first, then oldest first. */
  readonly rotations: readonly VerifiedRotation[];
  readonly problems: readonly Problem[];
}
