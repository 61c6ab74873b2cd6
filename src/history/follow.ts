/**
 * Follows every credential from commit to commit and tells its rotations. A credential is what Terraform takes for
 * one: a module name in a namespace's folder, in whatever file. Pure: versions of files in, events out.
 */
import type { KindName } from '../kinds/registry.ts';
import type { Rotation, RotationNote } from '../results/history.ts';
import { type Day, daysBetween, meansNever, readDate } from '../util/dates.ts';
import { type FileVersion, NO_CREDENTIALS, type Sighting } from './file-version.ts';

/** What one commit changed: the version that a file has from then on, null when the file is gone. */
export interface VersionStep {
  readonly commit: string;
  readonly day: Day;
  readonly changes: readonly { readonly path: string; readonly version: FileVersion | null }[];
}

/** A rotation before it is known whose it is. */
export type FollowedRotation = Omit<Rotation, 'id' | 'cluster' | 'namespace' | 'team'>;

/** Days on which a credential stood with one date: from the first on, until the second, on which that was over. */
export interface Stretch {
  readonly kind: KindName;
  readonly exempt: boolean;
  readonly rotatedOn: Day | null;
  /** No date, or a placeholder: null of `rotatedOn` alone may also be an expression or no date of the calendar. */
  readonly never: boolean;
  readonly from: Day;
  readonly until: Day | null;
}

/** A change from one expression to another: whether the value changed, the text does not tell. */
export interface UnclearChange {
  readonly file: string;
  readonly module: string;
  readonly commit: string;
  readonly from: string;
  readonly to: string;
}

export interface Followed {
  readonly rotations: readonly FollowedRotation[];
  readonly stretches: readonly Stretch[];
  readonly created: number;
  readonly removed: number;
  readonly unclear: readonly UnclearChange[];
  /** Files that did not parse at the end, with their credentials as they were when they last did. */
  readonly unreadable: readonly string[];
}

/** A credential that is being followed. */
interface Live {
  sighting: Sighting;
  stretch: { -readonly [K in keyof Stretch]: Stretch[K] };
}

interface Gone {
  readonly path: string;
  readonly live: Live;
}

interface Fresh {
  readonly path: string;
  readonly sighting: Sighting;
}

/**
 * A rotation is any change of the string, since each replaces the secret: a date that comes, goes, changes its format
 * or goes back to what it was. A credential that moves to another file of its folder, or with the same name and date
 * to another namespace, stays the same one. A file that does not parse says nothing: its credentials stay as they
 * were until it is mended or deleted.
 *
 * @param start the files before the first step
 * @param since the day on which `start` was so
 * @param steps in the order of the branch
 * @param maxAgeDays for the note `outdated` only
 */
export function followCredentials(
  start: ReadonlyMap<string, FileVersion>,
  since: Day,
  steps: Iterable<VersionStep>,
  maxAgeDays: number,
): Followed {
  const files = new Map<string, Live[]>();
  const stretches: Stretch[] = [];
  const rotations: FollowedRotation[] = [];
  const unclear: UnclearChange[] = [];
  const unreadable = new Set<string>();
  let created = 0;
  let removed = 0;

  function begin(path: string, sighting: Sighting, day: Day): void {
    const stretch = stretchOf(sighting, day);
    stretches.push(stretch);
    const live = files.get(path);
    if (live === undefined) files.set(path, [{ sighting, stretch }]);
    else live.push({ sighting, stretch });
  }

  function keep(path: string, live: Live, sighting: Sighting, { commit, day }: VersionStep): void {
    const before = live.sighting;
    const unknown = !before.literal && !sighting.literal;
    if (before.value !== sighting.value && unknown) {
      const [from, to] = [before.value ?? '', sighting.value ?? ''];
      unclear.push({ file: path, module: sighting.module, commit, from, to });
    } else if (before.value !== sighting.value) {
      rotations.push(rotation(path, before, sighting, commit, day, maxAgeDays));
    }
    if (before.value !== sighting.value || before.exempt !== sighting.exempt) {
      live.stretch.until = day;
      live.stretch = stretchOf(sighting, day);
      stretches.push(live.stretch);
    }
    live.sighting = sighting;
  }

  function take(step: VersionStep): void {
    const gone: Gone[] = [];
    const fresh: Fresh[] = [];
    for (const { path, version } of step.changes) {
      const before = files.get(path);
      if (version?.readable === false) {
        unreadable.add(path);
        continue;
      }
      unreadable.delete(path);
      const after = version ?? NO_CREDENTIALS;
      if (before === undefined && after.credentials.length === 0) continue;
      const rest = [...(before ?? [])];
      files.set(path, []);
      for (const sighting of after.credentials) {
        const at = rest.findIndex((live) => isSameModule(live.sighting, sighting));
        const [live] = at === -1 ? [] : rest.splice(at, 1);
        if (live === undefined) fresh.push({ path, sighting });
        else {
          files.get(path)?.push(live);
          keep(path, live, sighting, step);
        }
      }
      gone.push(...rest.map((live) => ({ path, live })));
      if (after.credentials.length === 0) files.delete(path);
    }
    const moves = pairMoves(gone, fresh);
    for (const { path, sighting } of fresh.filter((each) => !moves.has(each))) {
      begin(path, sighting, step.day);
      created += 1;
    }
    for (const [{ path, sighting }, { live }] of moves) {
      const there = files.get(path);
      if (there === undefined) files.set(path, [live]);
      else there.push(live);
      keep(path, live, sighting, step);
    }
    const moved = new Set(moves.values());
    for (const each of gone) {
      if (moved.has(each)) continue;
      each.live.stretch.until = step.day;
      removed += 1;
    }
  }

  for (const [path, version] of start) {
    if (!version.readable) unreadable.add(path);
    for (const sighting of version.credentials) begin(path, sighting, since);
  }
  for (const step of steps) take(step);
  return { rotations, stretches, created, removed, unclear, unreadable: [...unreadable].sort() };
}

function isSameModule(a: Sighting, b: Sighting): boolean {
  return a.module === b.module && a.kind === b.kind;
}

/** Where what appeared came from, the likeliest pairs first: each of either side is in one pair at most. */
function pairMoves(gone: readonly Gone[], fresh: readonly Fresh[]): Map<Fresh, Gone> {
  const pairs = new Map<Fresh, Gone>();
  if (gone.length === 0 || fresh.length === 0) return pairs;
  const left = new Map<string, Set<Gone>>();
  for (const each of gone) {
    const key = moduleKey(each.live.sighting);
    left.set(key, (left.get(key) ?? new Set()).add(each));
  }
  for (const isLikely of LIKELY) {
    for (const each of fresh) {
      const candidates = left.get(moduleKey(each.sighting));
      if (candidates === undefined || pairs.has(each)) continue;
      for (const candidate of candidates) {
        if (!isLikely(candidate, each)) continue;
        pairs.set(each, candidate);
        candidates.delete(candidate);
        break;
      }
    }
  }
  return pairs;
}

/** For one module name of one kind, from what Terraform takes for the same resource to what people moved elsewhere. */
const LIKELY: readonly ((gone: Gone, fresh: Fresh) => boolean)[] = [
  (gone, fresh) => folderOf(gone.path) === folderOf(fresh.path),
  (gone, fresh) => hasSameValue(gone, fresh) && fileOf(gone.path) === fileOf(fresh.path),
  hasSameValue,
];

function hasSameValue({ live }: Gone, { sighting }: Fresh): boolean {
  return live.sighting.value === sighting.value && live.sighting.exempt === sighting.exempt;
}

function moduleKey({ kind, module }: Sighting): string {
  return `${kind} ${module}`;
}

function folderOf(path: string): string {
  return path.slice(0, path.lastIndexOf('/'));
}

function fileOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

function stretchOf({ kind, exempt, value, literal }: Sighting, from: Day): Live['stretch'] {
  const never = value === null || (literal && meansNever(value));
  const rotatedOn = value === null || never || !literal ? null : readDate(value);
  return { kind, exempt, rotatedOn, never, from, until: null };
}

function rotation(
  file: string,
  before: Sighting,
  after: Sighting,
  commit: string,
  day: Day,
  maxAgeDays: number,
): FollowedRotation {
  const { kind, module } = after;
  const change = before.value === null ? 'added' : after.value === null ? 'removed' : 'replaced';
  const rotatedOn = dayOf(before);
  const age = rotatedOn === null ? -1 : daysBetween(rotatedOn, day);
  const ageDays = age < 0 ? null : age;
  const notes = notesOf(before, after, day, maxAgeDays);
  return { file, kind, module, day, commit, change, from: before.value, to: after.value, ageDays, notes };
}

function dayOf({ value, literal }: Sighting): Day | null {
  return value === null || !literal || meansNever(value) ? null : readDate(value);
}

/** A day alone, without the time or suffix that makes a second rotation of a day. */
const DAY_ALONE = /^\d{1,4}-\d{1,2}-\d{1,4}$/;

function notesOf(before: Sighting, after: Sighting, day: Day, maxAgeDays: number): RotationNote[] {
  const { value, literal } = after;
  if (value === null || !literal || meansNever(value)) return [];
  const to = readDate(value);
  if (to === null) return ['unreadable'];
  const from = dayOf(before);
  const notes: RotationNote[] = [];
  if (from === to && DAY_ALONE.test(value) && DAY_ALONE.test(before.value ?? '')) notes.push('format-only');
  if (from !== null && to < from) notes.push('backwards');
  if (to > day) notes.push('future');
  if (daysBetween(to, day) > maxAgeDays) notes.push('outdated');
  return notes;
}
