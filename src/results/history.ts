/** The shapes that `audit --since` gives back and that `--format json` prints, field for field. */
import type { KindName } from '../kinds/registry.ts';
import type { Problem } from './results.ts';

/**
 * What is odd about a rotation: `format-only` the same day written otherwise, `backwards` an earlier day than before,
 * `future` a day after the commit's, `outdated` a day that was over the maximum age already, `unreadable` no date.
 */
export type RotationNote = 'format-only' | 'backwards' | 'future' | 'outdated' | 'unreadable';

/** One change of a credential's date, as it came to the branch. */
export interface Rotation {
  readonly id: string;
  /** Folder name below `namespaces/`. */
  readonly cluster: string;
  readonly namespace: string;
  /** Path from the root of the repository after the change, `/` between its parts. */
  readonly file: string;
  readonly kind: KindName;
  readonly module: string;
  /** Team of the namespace as the last commit has it; null when it names none or is gone. */
  readonly team: string | null;
  /** `yyyy-MM-dd` in London. */
  readonly day: string;
  /** Full object name. */
  readonly commit: string;
  readonly change: 'replaced' | 'added' | 'removed';
  /** The values before and after; null where there is none in force, an expression as it is written. */
  readonly from: string | null;
  readonly to: string | null;
  /** Whole days from the date before to the day of the change; null when that was no date, or a later one. */
  readonly ageDays: number | null;
  readonly notes: readonly RotationNote[];
}

export interface RotationFigures {
  readonly rotations: number;
  /** Different credentials among them. */
  readonly credentials: number;
  /** Of the rotations whose age is known; null when there is none. */
  readonly medianAgeDays: number | null;
  /** Rotations whose age is not known: the date before was none, unreadable, or in the future. */
  readonly ofUnknownAge: number;
}

export interface TeamFigures extends RotationFigures {
  /** Null for namespaces that name no team or are gone. */
  readonly team: string | null;
}

/** A commit with rotations; the newest stands first. */
export interface RotatingCommit {
  readonly commit: string;
  readonly day: string;
  /** First line of its message. */
  readonly subject: string;
  readonly rotations: number;
  readonly namespaces: number;
  readonly byKind: Readonly<Record<KindName, number>>;
}

export interface HistorySummary extends RotationFigures {
  readonly maxAgeDays: number;
  /** Credentials that came and went; neither is a rotation. */
  readonly created: number;
  readonly removed: number;
  readonly byKind: Readonly<Record<KindName, RotationFigures>>;
  /** Most rotations first. */
  readonly byTeam: readonly TeamFigures[];
  readonly byCommit: readonly RotatingCommit[];
  readonly notes: Readonly<Record<RotationNote, number>>;
  /** Where a shallow clone ends the history; null when the whole range could be read. */
  readonly cut: { readonly commit: string; readonly day: string } | null;
}

/** How many credentials there are that a date rotates, and how many of them want it. */
export interface Standing {
  readonly credentials: number;
  /** Older than the maximum age, of no readable date, or never rotated. */
  readonly over: number;
  /** Of `over`: never rotated. */
  readonly never: number;
}

/** How things stood at the end of a day. */
export interface SeriesPoint extends Standing {
  readonly day: string;
  readonly byKind: Readonly<Record<KindName, Standing>>;
}

/** `audit --since DATE --format json`. */
export interface HistoryResult {
  readonly schemaVersion: 1;
  /** The last day that counts, `yyyy-MM-dd`. */
  readonly date: string;
  /** The first. */
  readonly since: string;
  /** The commit whose history was read. */
  readonly base: string;
  readonly summary: HistorySummary;
  /** Oldest first. */
  readonly rotations: readonly Rotation[];
  /** One point a week, of a long range one a month; the last is that of `date`. */
  readonly series: readonly SeriesPoint[];
  readonly problems: readonly Problem[];
}
