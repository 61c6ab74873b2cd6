import type { Config } from '../../config/rules.ts';
import { listOf, needsFacts as rulesNeedFacts } from '../../config/rules.ts';
import { clusterLabel } from '../../environments/layout.ts';
import type { EstateReader, NamespaceFolder } from '../../environments/reader.ts';
import { currentNamespace, type EstateRoot, findRoot, type ReadFrom } from '../../environments/root.ts';
import type { Problem } from '../../results/results.ts';
import type { Assessment } from '../../rotation/judge.ts';
import {
  type NamespaceFacts,
  needsFacts,
  type Selection,
  selectsFacts,
  selectsNamespace,
} from '../../rotation/selection.ts';
import { isInShard, shardKey } from '../../rotation/shard.ts';
import { dayInLondon, parseDay } from '../../util/dates.ts';
import { isGlob } from '../../util/glob.ts';
import { nearest } from '../../util/nearest.ts';
import { fail, ok, type Result } from '../../util/result.ts';
import { matchTeams } from '../../util/teams.ts';
import type { CommandOptions, Say } from '../options.ts';
import type { FactsByFolder } from './policy.ts';

/** The root, or why this is no environments repository. */
export function openRoot(
  options: Pick<CommandOptions, 'cwd' | 'root'>,
  from: ReadFrom = 'worktree',
): Result<EstateRoot> {
  const root = findRoot(options.cwd, options.root, from);
  return 'code' in root ? fail(root.code, root.message) : ok(root);
}

/** The day of the run: `--date`, else today in London. */
export function resolveDate(options: CommandOptions): Result<string> {
  if (options.date === undefined) return ok(dayInLondon(options.now));
  const day = parseDay(options.date);
  if (day !== null) return ok(day);
  return fail(
    'bad-date',
    `--date ${options.date} is not a day of the calendar: write it as yyyy-MM-dd, for example ${dayInLondon(options.now)}.`,
  );
}

/**
 * The selection with its defaults: inside a namespace's folder, that namespace; else the clusters of the config file,
 * which narrow a run and do not say what it is about.
 */
export function resolveSelection(
  options: CommandOptions,
  root: string,
  config: Config | null = null,
): { selection: Selection; selected: boolean } {
  const { selection: given } = options;
  const clusters = given.clusters.length > 0 ? given.clusters : listOf(config?.values.clusters);
  const selection = { ...given, clusters };
  const current = saysWhere(options) ? null : currentNamespace(root, options.cwd);
  if (current === null) return { selection, selected: options.selected };
  return {
    selection: { ...selection, namespaces: [current.namespace], clusters: [current.cluster] },
    selected: true,
  };
}

/** Whether the flags say which namespaces are meant: kinds, modules and ages are then of these, else of the folder's. */
function saysWhere({ all, selection }: CommandOptions): boolean {
  const { namespaces, clusters, teams, shard } = selection;
  return all === true || [...namespaces, ...clusters, ...teams].length > 0 || Boolean(shard);
}

/** The namespaces that a run is about, and the names of all there are. */
export interface SelectedNamespaces {
  readonly folders: readonly NamespaceFolder[];
  readonly all: readonly { readonly cluster: string; readonly namespace: string }[];
  /** Of the manifests on which the selection depends: a namespace whose own say nothing is in no selection. */
  readonly problems: readonly Problem[];
  /** Of the folders, where the selection or the config file asks for them; else empty. */
  readonly facts: FactsByFolder;
}

/**
 * The namespaces of a selection.
 *
 * @returns code `unknown-namespace`, `unknown-cluster` or `unknown-team` for a plain name that none bears, with the
 *   nearest one
 */
export async function selectNamespaces(
  reader: EstateReader,
  selection: Selection,
  say: Say,
  config: Config | null = null,
): Promise<Result<SelectedNamespaces>> {
  const selects = selectsNamespace(selection);
  const names = new Set<string>();
  const clusters = new Set<string>();
  const all: { cluster: string; namespace: string }[] = [];
  const folders = await reader.namespaces((cluster, namespace) => {
    names.add(namespace);
    clusters.add(cluster);
    all.push({ cluster, namespace });
    return selects(cluster, namespace);
  });
  const labels = new Set([...clusters].flatMap((cluster) => [cluster, clusterLabel(cluster)]));
  const unknown =
    findUnknown('cluster', selection.clusters, labels) ??
    findUnknown('namespace', selection.namespaces, names);
  if (unknown !== null) return unknown;
  for (const pattern of selection.namespaces) {
    const only = selectsNamespace({ ...selection, namespaces: [pattern] });
    if (!folders.some((folder) => only(folder.cluster, folder.namespace))) {
      say(`no namespace matches --namespace ${pattern}`);
    }
  }
  if (!needsFacts(selection) && (config === null || !rulesNeedFacts(config))) {
    return ok({ folders, all, problems: [], facts: new Map() });
  }
  return selectByFacts(reader, selection, folders, all);
}

async function selectByFacts(
  reader: EstateReader,
  selection: Selection,
  folders: readonly NamespaceFolder[],
  all: SelectedNamespaces['all'],
): Promise<Result<SelectedNamespaces>> {
  const { readAllMetadata } = await import('../../environments/metadata.ts');
  const metadata = await readAllMetadata(folders, reader);
  const teams = new Set<string>();
  const problems: Problem[] = [];
  const factsByFolder = new Map<string, NamespaceFacts>();
  const chosen = folders.filter((folder) => {
    const facts = metadata.get(folder.path);
    const ofFolder = [...(facts?.teams ?? []), ...(facts?.teamName ? [facts.teamName] : [])];
    for (const team of ofFolder) teams.add(team);
    const key = shardKey(facts?.application ?? null, folder);
    if (selection.shard && !isInShard(key, selection.shard)) return false;
    const production = facts?.production ?? null;
    factsByFolder.set(folder.path, { production, teams: ofFolder });
    problems.push(...(facts?.problems ?? []));
    if (selection.production !== null && production === null && facts?.problems.length === 0) {
      problems.push({
        file: folder.path,
        line: 1,
        column: 1,
        code: 'production-unknown',
        message: 'no manifest says whether this is production: select it by --namespace',
      });
    }
    return selectsFacts(selection, { production, teams: ofFolder });
  });
  const isKnown = selection.teams.every(
    (pattern) => isGlob(pattern) || [...teams].some(matchTeams([pattern])),
  );
  const unknown = isKnown ? null : findUnknown('team', selection.teams, await allTeams(reader), matchTeams);
  return unknown ?? ok({ folders: chosen, all, problems, facts: factsByFolder });
}

/** The teams of all namespaces: one that is in none of the selected ones is there all the same. */
async function allTeams(reader: EstateReader): Promise<ReadonlySet<string>> {
  const { readAllMetadata } = await import('../../environments/metadata.ts');
  const metadata = await readAllMetadata(await reader.namespaces(() => true), reader);
  return new Set(
    [...metadata.values()].flatMap(({ teams, teamName }) =>
      teamName === null ? teams : [...teams, teamName],
    ),
  );
}

/**
 * A plain module name that no credential bears is a slip.
 *
 * @returns code `unknown-module`, null when all is well
 */
export function findUnknownModule(
  selection: Selection,
  assessments: readonly Assessment[],
): Result<never> | null {
  return findUnknown('module', selection.modules, new Set(assessments.map(({ module }) => module.name)));
}

function findUnknown(
  what: string,
  patterns: readonly string[],
  known: ReadonlySet<string>,
  matchNames = (names: readonly string[]) => (name: string) => names.includes(name),
): Result<never> | null {
  for (const pattern of patterns) {
    if (isGlob(pattern) || [...known].some(matchNames([pattern]))) continue;
    return fail(`unknown-${what}`, `There is no ${what} ${pattern}${suggestion(pattern, known)}.`);
  }
  return null;
}

/** `; the nearest is x`; empty when nothing is near. */
function suggestion(word: string, known: Iterable<string>): string {
  const near = nearest(word, known, 3);
  return near.length === 0 ? '' : `; the nearest ${near.length === 1 ? 'is' : 'are'} ${near.join(', ')}`;
}
