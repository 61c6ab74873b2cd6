/** What `audit --format html` shows beside the audit itself: whose the namespaces are, and where the files can be read. */
import type { SeriesPoint } from './history.ts';
import type { AuditResult } from './results.ts';

/** Whose a namespace is, as its own manifests say; what is unknown is null. Every string is somebody else's. */
export interface NamespaceFacts {
  /** Folder name below `namespaces/`. */
  readonly cluster: string;
  readonly namespace: string;
  /** Label `is-production`. */
  readonly production: boolean | null;
  /** Annotation `team-name`: it need not be among `teams`. */
  readonly teamName: string | null;
  /** GitHub teams that are bound to a role in the namespace. */
  readonly teams: readonly string[];
  readonly application: string | null;
  readonly slackChannel: string | null;
}

/** Where the files that were read stand on GitHub. */
export interface Whereabouts {
  /** `owner/repository`. */
  readonly repository: string;
  /** Address of the server, without a slash at its end. */
  readonly serverUrl: string;
  /** The commit whose lines are meant. */
  readonly commit: string;
  /** The environments repository below the top level of git, empty when it is the same folder. */
  readonly prefix: string;
}

export interface AuditPage {
  readonly audit: AuditResult;
  /** Of the namespaces that hold a credential. */
  readonly namespaces: readonly NamespaceFacts[];
  /** Null where no remote on GitHub is known, or nothing is committed: nothing is linked then. */
  readonly whereabouts: Whereabouts | null;
  /** Of the manifests that were read for it. */
  readonly problems: AuditResult['problems'];
  /** With `--since`: how many were over their maximum age through time; null without. */
  readonly history: { readonly series: readonly SeriesPoint[]; readonly maxAgeDays: number } | null;
}
