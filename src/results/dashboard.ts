/** The shapes of `dashboard`, which `--format json` prints field for field. Plain data, as in results.ts. */
import type { KindName } from '../kinds/registry.ts';
import type { Day } from '../util/dates.ts';
import type { Outcome, Problem } from './results.ts';

/**
 * What is known of something that is due: `open` in an open pull request; `due` its turn has come; `deferred` it waits
 * for its turn; `closed` a person closed its pull request; `held` the namespace is on hold; `blocked` it cannot be
 * rotated yet.
 */
export type EntryState = 'open' | 'due' | 'deferred' | 'closed' | 'held' | 'blocked';

/** In the order in which a team's entries are listed. */
export const ENTRY_STATES: readonly EntryState[] = ['open', 'due', 'deferred', 'closed', 'held', 'blocked'];

export interface DashboardCredential {
  readonly id: string;
  /** Null where only a pull request speaks of it, and the base branch does not have it. */
  readonly kind: KindName | null;
  readonly rotatedOn: Day | null;
  /** Why it cannot be rotated now, null where nothing of its own stands in the way. */
  readonly reason: string | null;
}

/** A pull request, or what is due in one namespace and has none. */
export interface DashboardEntry {
  readonly state: EntryState;
  /** Null for a pull request of a group of namespaces, which `group` names then. */
  readonly cluster: string | null;
  readonly namespace: string | null;
  readonly group: string | null;
  /** Who may approve a change of the namespace; null where its manifests name no team. */
  readonly team: string | null;
  readonly credentials: readonly DashboardCredential[];
  readonly number: number | null;
  readonly url: string | null;
  /** The day on which the pull request was opened. */
  readonly openedOn: Day | null;
  /** One sentence: what keeps it back, or what somebody should know of it. */
  readonly reason: string | null;
  /** Key of the box by which it is rotated now; null where there is none. */
  readonly box: string | null;
}

/** How many namespaces and credentials are in a state, each counted once. A group's pull request counts as one. */
export type DashboardTotals = Readonly<
  Record<EntryState, { readonly namespaces: number; readonly credentials: number }>
>;

/** What there is to tell about the estate. */
export interface DashboardContent {
  readonly entries: readonly DashboardEntry[];
  readonly totals: DashboardTotals;
  /** Of all that is looked at, due or not. */
  readonly credentials: number;
  readonly namespaces: number;
  readonly maxAgeDays: number;
}

/** The issue, and what became of it. */
export interface DashboardIssue {
  readonly number: number | null;
  readonly url: string | null;
  readonly outcome: Extract<
    Outcome,
    'planned' | 'created' | 'updated' | 'unchanged' | 'left-alone' | 'failed'
  >;
  /** One sentence: why this outcome. */
  readonly reason: string;
  /** Its body is one, and each further page a comment. */
  readonly pages: number;
}

/** A ticked box, and what became of it. */
export interface BoxResult {
  /** What stands in its mark. */
  readonly box: string;
  readonly cluster: string | null;
  readonly namespace: string | null;
  /** `refused`: the mark names no namespace of the base branch. */
  readonly outcome: Outcome | 'refused';
  readonly reason: string | null;
  readonly number: number | null;
  readonly url: string | null;
  /** It stays ticked, and the next run tries it again. */
  readonly ticked: boolean;
}

/** `dashboard --format json`. */
export interface DashboardResult extends Omit<DashboardContent, 'maxAgeDays'> {
  readonly schemaVersion: 1;
  readonly date: Day;
  /** The commit of the base branch that was read; null when no box was ticked, and nothing was to be read. */
  readonly base: string | null;
  readonly issue: DashboardIssue;
  /** Only of `--run`. */
  readonly boxes: readonly BoxResult[];
  readonly problems: readonly Problem[];
}

/** Counts entries. */
export function countEntries(entries: readonly DashboardEntry[]): DashboardTotals {
  const of = (state: EntryState) => {
    const found = entries.filter((entry) => entry.state === state);
    const names = new Set(
      found.map(({ cluster, namespace, group }) => `${cluster}/${namespace}/${group ?? ''}`),
    );
    // two pull requests may rotate one credential
    const ids = new Set(found.flatMap(({ credentials }) => credentials.map(({ id }) => id)));
    return { namespaces: names.size, credentials: ids.size };
  };
  return {
    open: of('open'),
    due: of('due'),
    deferred: of('deferred'),
    closed: of('closed'),
    held: of('held'),
    blocked: of('blocked'),
  };
}
