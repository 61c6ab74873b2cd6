/** Teams by name: an annotation says `Move a Prisoner` where a role binding says `move-a-prisoner`. */
import { matchGlobs } from './glob.ts';
import { groupBy } from './group-by.ts';

/** The same for all spellings of one team's name: as GitHub makes a team's slug of its name. */
export function teamKey(name: string): string {
  const slug = name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '');
  return slug === '' ? name : slug;
}

/** Things by team, each team under the name by which it comes first; null for what has none. */
export function groupByTeam<T>(
  items: Iterable<T>,
  teamOf: (item: T) => string | null,
): readonly { readonly team: string | null; readonly items: readonly [T, ...T[]] }[] {
  const groups = groupBy(items, (item) => {
    const team = teamOf(item);
    return team === null ? null : teamKey(team);
  });
  return [...groups.values()].map((own) => ({ team: teamOf(own[0]), items: own }));
}

/** Whether one of the patterns matches a team's name, in whatever spelling either is. */
export function matchTeams(patterns: readonly string[]): (name: string) => boolean {
  const written = matchGlobs(patterns);
  const slugs = matchGlobs(patterns.map((pattern) => pattern.toLowerCase().replace(/[\s_]+/g, '-')));
  return (name) => written(name) || slugs(teamKey(name));
}
