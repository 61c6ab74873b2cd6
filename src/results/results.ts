/**
 * The shapes that commands give back and that `--format json` prints, field for field.
 * Everything here is plain data: what is unknown is null, never absent. Those of `runbook` stand in runbook-results.ts.
 */
import type { KindName } from '../kinds/registry.ts';
import type { Problem } from '../util/result.ts';

export type { Problem };

/** What a credential's age and surroundings say about it. */
export type State = 'ok' | 'due' | 'never' | 'held' | 'exempt' | 'blocked';

/** A machine-readable code (kebab-case) and one sentence for a person. */
export interface Reason {
  readonly code: string;
  readonly message: string;
}

/** One `module` block of a kind. */
export interface Credential {
  /** `<namespace>/<file below resources/>#<module name>`; outside the cluster `live` with `<cluster label>--` before it. */
  readonly id: string;
  /** Folder name below `namespaces/`. */
  readonly cluster: string;
  readonly namespace: string;
  /** Path from the root of the repository, `/` between its parts. */
  readonly file: string;
  /** 1-based line of the `module` keyword. */
  readonly line: number;
  readonly kind: KindName;
  /** The block's label. */
  readonly module: string;
  /** The `source` string as written, null when it is not a plain string. */
  readonly source: string | null;
  /** The version of `?ref=` without a leading `v`, null when the ref is none or no version. */
  readonly version: string | null;
  readonly latestVersion: string | null;
  /** Who says so; `repository`: it is only the highest that the whole repository uses. */
  readonly latestFrom: 'github' | 'file' | 'repository' | null;
  readonly variable: string;
  /** The string between the quotes, null when absent or not a literal. */
  readonly value: string | null;
  /** `yyyy-MM-dd`, null when never or unreadable. */
  readonly rotatedOn: string | null;
  /** Whole days between `rotatedOn` and the day of the run; negative for a date in the future. */
  readonly ageDays: number | null;
  readonly maxAgeDays: number;
  readonly state: State;
  readonly reasons: readonly Reason[];
}

/** Whose a namespace is, as its manifests say. */
export interface Ownership {
  /** Annotation `team-name`, else the first team of the role bindings. */
  readonly team: string | null;
  readonly production: boolean | null;
  readonly slackChannel: string | null;
}

/** A credential as `audit` reports it. */
export interface AuditedCredential extends Credential, Ownership {
  /** `yyyy-MM-dd`: the first day on which it is due; null when it never was rotated, or never needs to be. */
  readonly nextDue: string | null;
}

/** A step of a module's `?ref=`, done together with a rotation. */
export interface Upgrade {
  /** Name of the module's repository. */
  readonly repository: string;
  /** The ref as it was written and as it is written now. */
  readonly from: string;
  readonly to: string;
  /** Tags of the releases above `from` up to `to`, lowest first; empty where they are not known. */
  readonly releases: readonly string[];
}

/** The argument that puts a date in force: what stands there before and after, as written. */
export interface CompanionChange {
  readonly variable: string;
  readonly action: 'update' | 'insert' | 'uncomment' | 'remove';
  readonly from: string | null;
  /** Empty for a removal. */
  readonly to: string;
}

/** One rotation: what stands at `variable` before and after. `from` is null for an insertion. */
export interface Change {
  readonly id: string;
  readonly cluster: string;
  readonly namespace: string;
  readonly file: string;
  /** 1-based line, after the change, on which the new value stands; of a removal that on which the argument stood. */
  readonly line: number;
  readonly kind: KindName;
  readonly module: string;
  readonly variable: string;
  /** `remove`, only with `--restore-self-rotation`: nothing stands there then, and Terraform rotates the credential. */
  readonly action: 'update' | 'insert' | 'uncomment' | 'remove';
  readonly from: string | null;
  /** The new value; an expression where Terraform rotates the credential from then on; empty for a removal. */
  readonly to: string;
  /** Only where another argument is written together with the date. */
  readonly companion?: CompanionChange;
  /**
   * `ends`, `may-end`: Terraform rotates the credential by itself today, or may, and after the change it does not;
   * `restored`: it is the other way round. Absent where nothing changes in that.
   */
  readonly selfRotation?: 'ends' | 'may-end' | 'restored';
  /** Only with `--upgrade`, and where the module goes to another version. */
  readonly upgrade?: Upgrade;
  /** Only with `--upgrade`: why the module's version stays behind. */
  readonly notUpgraded?: Reason;
}

/** A credential that was selected and is not rotated. */
export interface Skipped {
  readonly id: string;
  readonly code: string;
  readonly message: string;
}

/** A module with a credential that no variable rotates: named, never edited. */
export interface UnrotatableCredential extends Skipped {
  readonly file: string;
  /** 1-based line of the `module` keyword. */
  readonly line: number;
  readonly module: string;
  readonly source: string;
}

export interface AuditSummary {
  /** Namespaces that hold at least one credential. */
  readonly namespaces: number;
  readonly credentials: number;
  readonly byState: Readonly<Record<State, number>>;
  readonly byKind: Readonly<Record<KindName, Readonly<Record<State, number>>>>;
  readonly notRotatable: readonly UnrotatableCredential[];
  /** Only with `--other-credentials`. */
  readonly otherCredentials?: readonly OtherCredential[];
}

/** `audit --format json`. */
export interface AuditResult {
  readonly schemaVersion: 1;
  /** `yyyy-MM-dd`. */
  readonly date: string;
  /** The commit that was read; null for the working tree. */
  readonly base: string | null;
  /** Only with `--new-since`: the commit that has none of what is listed. */
  readonly newSince?: string;
  readonly summary: AuditSummary;
  readonly credentials: readonly AuditedCredential[];
  readonly problems: readonly Problem[];
}

/** `apply --format json`. */
export interface ApplyResult {
  readonly schemaVersion: 1;
  readonly date: string;
  readonly changes: readonly Change[];
  readonly skipped: readonly Skipped[];
  readonly problems: readonly Problem[];
}

export type Outcome =
  | 'planned'
  | 'created'
  | 'updated'
  | 'unchanged'
  | 'left-alone'
  | 'closed'
  | 'deferred'
  | 'failed';

/** What became of one pull request. */
export interface PullRequestResult {
  /** Null for that of a group of namespaces, whose changes name them. */
  readonly namespace: string | null;
  readonly cluster: string | null;
  /** Only with `--group`: the group's name. */
  readonly group?: string;
  readonly branch: string;
  readonly title: string;
  readonly url: string | null;
  readonly number: number | null;
  readonly outcome: Outcome;
  /** One sentence: why this outcome. */
  readonly reason: string | null;
  /** One word for what it waits for; only of one that is deferred for a rule of ours. */
  readonly code?: string;
  readonly changes: readonly Change[];
}

/** `plan` adds the text of the pull request and the unified diff. */
export interface PlannedPullRequest extends PullRequestResult {
  readonly body: string;
  readonly diff: string;
}

/** `open --format json`; `plan --format json` with `PlannedPullRequest`s. */
export interface OpenResult<P extends PullRequestResult = PullRequestResult> {
  readonly schemaVersion: 1;
  readonly date: string;
  /** The commit of the base branch that was read. */
  readonly base: string;
  readonly pullRequests: readonly P[];
  readonly skipped: readonly Skipped[];
  readonly problems: readonly Problem[];
}
export type PlanResult = OpenResult<PlannedPullRequest>;

/** A credential of the user guide that no pull request of this program rotates. */
export interface OtherCredential extends Reason {
  readonly code: 'certificate' | 'iam-access-key' | 'token-secret';
  readonly cluster: string;
  readonly namespace: string;
  readonly file: string;
  /** 1-based. */
  readonly line: number;
  /** The Certificate's, resource's or Secret's name. */
  readonly name: string;
  /** The Kubernetes Secret that holds it, where that is known. */
  readonly secret: string | null;
}
