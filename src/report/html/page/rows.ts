/** The credentials with what the page asks of each of them again and again. */

import type { NamespaceFacts } from '../../../results/audit-page.ts';
import { clusterLabel } from '../../format.ts';
import { visible } from '../../sanitize.ts';
import { lineUrl } from '../addresses.ts';
import { type PageData, type PageRow, unpack } from '../data.ts';
import type { Production } from './view.ts';

export interface Row extends PageRow {
  /** Place in the order in which the rows came: the worst first. */
  readonly order: number;
  readonly home: Home;
  /** In lower case, with everything that a search may name. */
  readonly haystack: string;
  /** File and line, as they are shown. */
  readonly place: string;
  readonly url: string | null;
}

/** A namespace with its team. */
export interface Home {
  readonly facts: NamespaceFacts;
  readonly clusterLabel: string;
  readonly production: Production;
  /** All of its teams, `team-name` included. */
  readonly teams: readonly string[];
  /** The one it counts for; null when nobody is named. */
  readonly owner: string | null;
}

export function readRows(data: PageData): readonly Row[] {
  const homes = readHomes(data.namespaces);
  return unpack(data).map((row, order) => {
    const home = homes.get(row.namespace)!;
    const { cluster, namespace, application, slackChannel } = row.namespace;
    const file = row.file.slice(row.file.lastIndexOf('/resources/') + 1).replace(/^resources\//, '');
    const words = [row.id, cluster, namespace, row.kind.name, row.value, row.version && `v${row.version}`];
    const people = [application, slackChannel, ...home.teams];
    return {
      ...row,
      order,
      home,
      haystack: [...words, ...people, ...row.reasons].join('\n').toLowerCase(),
      place: `${visible(file)}:${row.line}`,
      url: data.blob === null ? null : lineUrl(data.blob, row.file, row.line),
    };
  });
}

function readHomes(namespaces: readonly NamespaceFacts[]): ReadonlyMap<NamespaceFacts, Home> {
  const sizes = new Map<string, number>();
  for (const { teams } of namespaces) {
    for (const team of teams) sizes.set(team, (sizes.get(team) ?? 0) + 1);
  }
  return new Map(
    namespaces.map((facts): [NamespaceFacts, Home] => {
      const teams = [...new Set([...(facts.teamName === null ? [] : [facts.teamName]), ...facts.teams])];
      const smallest = [...facts.teams].sort((a, b) => sizes.get(a)! - sizes.get(b)!)[0] ?? null;
      const production = facts.production === null ? 'unknown' : facts.production ? 'yes' : 'no';
      const owner = facts.teamName ?? smallest;
      return [facts, { facts, clusterLabel: clusterLabel(facts.cluster), production, teams, owner }];
    }),
  );
}
