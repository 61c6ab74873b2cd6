import { distance } from 'fastest-levenshtein';
import type { EstateReader, NamespaceFolder } from '../estate/estate.ts';
import { clusterLabel } from '../estate/layout.ts';
import { currentNamespace, type EstateRoot, findRoot } from '../estate/root.ts';
import { fail, ok, type Result } from '../publish/failure.ts';
import { dayInLondon, parseDay } from '../rotation/dates.ts';
import { isGlob, needsFacts, type Selection, selectsFacts, selectsNamespace } from '../rotation/selection.ts';
import type { CommandOptions, Say } from './options.ts';

/** The root, or why this is no environments repository. */
export function openRoot(options: CommandOptions): Result<EstateRoot> {
  const root = findRoot(options.cwd, options.root);
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

/** The selection with its default: inside a namespace's folder, that namespace. */
export function resolveSelection(
  options: CommandOptions,
  root: string,
): { selection: Selection; selected: boolean } {
  const { selection } = options;
  if (options.selected) return { selection, selected: true };
  const current = currentNamespace(root, options.cwd);
  if (current === null) return { selection, selected: false };
  return {
    selection: { ...selection, namespaces: [current.namespace], clusters: [current.cluster] },
    selected: true,
  };
}

/** The namespaces that a run is about, and the names of all there are. */
export interface SelectedNamespaces {
  readonly folders: readonly NamespaceFolder[];
  readonly all: readonly { readonly cluster: string; readonly namespace: string }[];
}

/**
 * The namespaces of a selection.
 *
 * @returns code `unknown-namespace` or `unknown-cluster` for a plain name that none bears, with the nearest one
 */
export async function selectNamespaces(
  reader: EstateReader,
  selection: Selection,
  say: Say,
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
  if (!needsFacts(selection)) return ok({ folders, all });
  const { readAllMetadata } = await import('../estate/metadata.ts');
  const metadata = await readAllMetadata(folders, reader);
  return ok({
    all,
    folders: folders.filter((folder) => {
      const facts = metadata.get(folder.path);
      const teams = [...(facts?.teams ?? []), ...(facts?.teamName ? [facts.teamName] : [])];
      return selectsFacts(selection, { production: facts?.production ?? null, teams });
    }),
  });
}

function findUnknown(what: string, patterns: readonly string[], known: ReadonlySet<string>) {
  for (const pattern of patterns) {
    if (isGlob(pattern) || known.has(pattern)) continue;
    return fail(`unknown-${what}`, `There is no ${what} ${pattern}${suggestion(pattern, known)}.`);
  }
  return null;
}

/** `: did you mean x?`-like help; empty when nothing is near. */
export function suggestion(word: string, known: Iterable<string>): string {
  const near = nearest(word, known);
  return near.length === 0 ? '' : `; the nearest ${near.length === 1 ? 'is' : 'are'} ${near.join(', ')}`;
}

function nearest(word: string, known: Iterable<string>): string[] {
  const limit = Math.max(2, Math.floor(word.length / 3));
  return [...known]
    .map((name) => ({ name, score: name.includes(word) ? 1 : distance(word, name) }))
    .filter(({ score }) => score <= limit)
    .sort((a, b) => a.score - b.score || a.name.localeCompare(b.name))
    .slice(0, 3)
    .map(({ name }) => name);
}
