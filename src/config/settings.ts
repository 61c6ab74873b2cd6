/** What `open` works with: each value from the flag, else from the file, else the program's own, and which it was. */
import type { Config } from './config.ts';
import type { MergeMethod } from './schema.ts';

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

/** How pull requests are opened and paced; null is "no limit", "nobody", or "as it is without". */
export interface OpenSettings {
  /** Pull requests that one run opens at most. */
  readonly limit: number | null;
  /** Pull requests of ours that are open at one time at most. */
  readonly maxOpen: number | null;
  /** Pull requests that are opened in an hour at most. */
  readonly hourlyLimit: number | null;
  readonly stagger: Stagger;
  readonly refreshAfterDays: number;
  readonly labels: readonly string[];
  readonly reviewers: readonly string[];
  readonly teamReviewers: readonly string[];
  /** Ask the teams of `01-rbac.yaml` for a review. */
  readonly requestReview: boolean;
  readonly assignees: readonly string[];
  readonly draft: boolean;
  readonly autoMerge: MergeMethod | null;
  readonly sign: boolean;
  readonly author: Author | null;
  /** A template for `fillTitle`. */
  readonly title: string | null;
  readonly base: string | null;
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

/** The flags that stand over the file, named as yargs names them; what was not given is undefined. */
export interface SettingFlags {
  readonly limit?: number | undefined;
  readonly maxOpen?: number | undefined;
  readonly hourlyLimit?: number | undefined;
  readonly together?: boolean | undefined;
  readonly refreshAfter?: number | undefined;
  readonly label?: readonly string[] | undefined;
  readonly reviewer?: readonly string[] | undefined;
  readonly teamReviewer?: readonly string[] | undefined;
  readonly requestReview?: boolean | undefined;
  readonly assignee?: readonly string[] | undefined;
  readonly draft?: boolean | undefined;
  readonly autoMerge?: MergeMethod | undefined;
  readonly sign?: boolean | undefined;
  readonly author?: string | undefined;
  readonly base?: string | undefined;
}

/** The program's own values. */
export const DEFAULT_SETTINGS: OpenSettings = {
  limit: null,
  maxOpen: null,
  hourlyLimit: null,
  // `Gov.UK Prototype Kit` is what the Cloud Platform's prototype template writes: 100 namespaces had it in August 2026
  stagger: { enabled: true, holdProductionDays: 7, notOneApplication: ['Gov.UK Prototype Kit'] },
  refreshAfterDays: 14,
  labels: [],
  reviewers: [],
  teamReviewers: [],
  requestReview: true,
  assignees: [],
  draft: false,
  autoMerge: null,
  sign: false,
  author: null,
  title: null,
  base: null,
};

export type ResolvedSettings = { readonly [K in keyof OpenSettings]: Setting<OpenSettings[K]> };

/** The effective settings, each with its origin. A flag wins over the file, the file over the default. */
export function resolveSettings(config: Config | null, flags: SettingFlags = {}): ResolvedSettings {
  const values = config?.values ?? {};
  const standard = DEFAULT_SETTINGS;
  const pick = <T>(flag: string, given: T | undefined, key: string, written: T | undefined, otherwise: T) =>
    resolve<T>({ flag, given, written, origin: originInFile(config, key), otherwise });
  return {
    limit: pick<number | null>('--limit', flags.limit, 'limit', values.limit, standard.limit),
    maxOpen: pick<number | null>('--max-open', flags.maxOpen, 'maxOpen', values.maxOpen, standard.maxOpen),
    hourlyLimit: pick<number | null>(
      '--hourly-limit',
      flags.hourlyLimit,
      'hourlyLimit',
      values.hourlyLimit,
      standard.hourlyLimit,
    ),
    stagger: pick<Stagger>(
      flags.together === true ? '--together' : '--no-together',
      flags.together === undefined ? undefined : { ...staggerOf(values.stagger), enabled: !flags.together },
      'stagger',
      values.stagger === undefined ? undefined : staggerOf(values.stagger),
      standard.stagger,
    ),
    refreshAfterDays: pick(
      '--refresh-after',
      flags.refreshAfter,
      'refreshAfter',
      values.refreshAfter,
      standard.refreshAfterDays,
    ),
    labels: pick<readonly string[]>('--label', flags.label, 'labels', values.labels, standard.labels),
    reviewers: pick<readonly string[]>(
      '--reviewer',
      flags.reviewer,
      'reviewers',
      values.reviewers,
      standard.reviewers,
    ),
    teamReviewers: pick<readonly string[]>(
      '--team-reviewer',
      flags.teamReviewer,
      'teamReviewers',
      values.teamReviewers,
      standard.teamReviewers,
    ),
    requestReview: pick(
      flags.requestReview === false ? '--no-request-review' : '--request-review',
      flags.requestReview,
      'requestReview',
      values.requestReview,
      standard.requestReview,
    ),
    assignees: pick<readonly string[]>(
      '--assignee',
      flags.assignee,
      'assignees',
      values.assignees,
      standard.assignees,
    ),
    draft: pick(
      flags.draft === false ? '--no-draft' : '--draft',
      flags.draft,
      'draft',
      values.draft,
      standard.draft,
    ),
    autoMerge: pick<MergeMethod | null>(
      '--auto-merge',
      flags.autoMerge,
      'autoMerge',
      values.autoMerge,
      standard.autoMerge,
    ),
    sign: pick(flags.sign === false ? '--no-sign' : '--sign', flags.sign, 'sign', values.sign, standard.sign),
    author: pick<Author | null>(
      '--author',
      flags.author === undefined ? undefined : readAuthor(flags.author),
      'author',
      values.author === undefined ? undefined : readAuthor(values.author),
      standard.author,
    ),
    title: pick<string | null>('', undefined, 'title', values.title, standard.title),
    base: pick<string | null>('--base', flags.base, 'base', values.base, standard.base),
  };
}

/** The values alone. */
export function plainSettings(resolved: ResolvedSettings): OpenSettings {
  return Object.fromEntries(
    Object.entries(resolved).map(([name, { value }]) => [name, value]),
  ) as unknown as OpenSettings;
}

interface Candidates<T> {
  readonly flag: string;
  readonly given: T | undefined;
  readonly written: T | undefined;
  readonly origin: Origin;
  readonly otherwise: T;
}

function resolve<T>({ flag, given, written, origin, otherwise }: Candidates<T>): Setting<T> {
  if (given !== undefined) return { value: given, origin: { from: 'flag', flag } };
  if (written !== undefined) return { value: written, origin };
  return { value: otherwise, origin: { from: 'default' } };
}

/** The place of a key that the file has; for one that it has not, the default. */
export function originInFile(config: Config | null, key: string): Origin {
  const line = config?.lines.get(key);
  return config === null || line === undefined
    ? { from: 'default' }
    : { from: 'file', file: config.file, line };
}

function staggerOf(given: Config['values']['stagger']): Stagger {
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
