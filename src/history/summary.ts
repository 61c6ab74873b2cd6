import { type KindName, knownKinds } from '../kinds/registry.ts';
import type {
  HistorySummary,
  RotatingCommit,
  Rotation,
  RotationFigures,
  RotationNote,
  TeamFigures,
} from '../results/history.ts';
import { groupBy } from '../util/group-by.ts';
import { groupByTeam } from '../util/teams.ts';

/** Sums up rotations: how many, how old the secrets were, by kind, team and commit. */
export function summariseRotations(
  rotations: readonly Rotation[],
  subjectOf: (commit: string) => string,
): Omit<HistorySummary, 'maxAgeDays' | 'created' | 'removed' | 'cut'> {
  const notes: Record<RotationNote, number> = {
    'format-only': 0,
    backwards: 0,
    future: 0,
    outdated: 0,
    unreadable: 0,
  };
  for (const rotation of rotations) for (const note of rotation.notes) notes[note] += 1;
  const kinds = groupBy(rotations, ({ kind }) => kind);
  const byKind: Record<KindName, RotationFigures> = {};
  for (const kind of knownKinds().names) if (kinds.has(kind)) byKind[kind] = figures(kinds.get(kind)!);
  const byTeam = groupByTeam(rotations, ({ team }) => team).map(({ team, items }): TeamFigures => {
    return { team, ...figures(items) };
  });
  byTeam.sort((a, b) => b.rotations - a.rotations || ((a.team ?? '') < (b.team ?? '') ? -1 : 1));
  const byCommit = [...groupBy(rotations, ({ commit }) => commit)].map(([commit, some]) =>
    rotatingCommit(commit, subjectOf(commit), some),
  );
  return { ...figures(rotations), byKind, byTeam, byCommit: byCommit.reverse(), notes };
}

function figures(rotations: readonly Rotation[]): RotationFigures {
  const ages = rotations.flatMap(({ ageDays }) => (ageDays === null ? [] : [ageDays]));
  return {
    rotations: rotations.length,
    credentials: new Set(rotations.map(({ id }) => id)).size,
    medianAgeDays: median(ages),
    ofUnknownAge: rotations.length - ages.length,
  };
}

/** Of an even number of values the mean of the two in the middle, which may be half a day. */
export function median(values: readonly number[]): number | null {
  const ordered = [...values].sort((a, b) => a - b);
  const upper = ordered[ordered.length >> 1];
  const lower = ordered[(ordered.length - 1) >> 1];
  return upper === undefined || lower === undefined ? null : (lower + upper) / 2;
}

function rotatingCommit(commit: string, subject: string, rotations: readonly Rotation[]): RotatingCommit {
  const byKind: Record<KindName, number> = {};
  for (const kind of knownKinds().names) {
    const some = rotations.filter((rotation) => rotation.kind === kind).length;
    if (some > 0) byKind[kind] = some;
  }
  const namespaces = new Set(rotations.map(({ cluster, namespace }) => `${cluster}/${namespace}`)).size;
  return { commit, day: rotations[0]!.day, subject, rotations: rotations.length, namespaces, byKind };
}
