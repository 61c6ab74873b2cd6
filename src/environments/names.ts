/** Names in a working tree, for completion: from folder names alone wherever that is enough, and in well under 100 ms. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isNamespaceName, NAMESPACES } from './layout.ts';
import { compareNames } from './listing.ts';

/** What a shell takes as one plain word: a name from the repository is put on somebody's command line. */
const PLAIN = /^[A-Za-z0-9][\w.-]*$/;
/** A team as `01-rbac.yaml` names it in a role binding. */
const TEAM = /github:([A-Za-z0-9][\w.-]*)/g;

/** The clusters' folder names, sorted; empty where nothing can be read. */
export function clusterNames(root: string): string[] {
  return foldersIn(join(root, NAMESPACES)).filter((name) => PLAIN.test(name));
}

/** The namespaces of all clusters, each name once, sorted. */
export function namespaceNames(root: string): string[] {
  const names = clusterNames(root).flatMap((cluster) => foldersIn(join(root, NAMESPACES, cluster)));
  return [...new Set(names)].filter(isNamespaceName).sort(compareNames);
}

/** The teams of the role bindings, each once, sorted. No YAML is parsed: a completion proposes, it decides nothing. */
export function teamNames(root: string): string[] {
  const teams = new Set<string>();
  for (const cluster of clusterNames(root)) {
    for (const namespace of foldersIn(join(root, NAMESPACES, cluster))) {
      const text = textOf(join(root, NAMESPACES, cluster, namespace, '01-rbac.yaml'));
      for (const [, team] of text.matchAll(TEAM)) teams.add(team!);
    }
  }
  return [...teams].sort(compareNames);
}

function foldersIn(folder: string): string[] {
  try {
    return readdirSync(folder, { withFileTypes: true })
      .filter((entry) => entry.isDirectory() && !entry.name.startsWith('.'))
      .map(({ name }) => name)
      .sort(compareNames);
  } catch {
    return [];
  }
}

function textOf(path: string): string {
  try {
    return readFileSync(path, 'latin1');
  } catch {
    return '';
  }
}
