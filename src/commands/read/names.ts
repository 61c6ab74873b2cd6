import { clusterNames, namespaceNames, teamNames } from '../../environments/names.ts';
import { findRoot } from '../../environments/root.ts';

/** What of the repository a word of the command line can name. */
export type Named = 'namespace' | 'cluster' | 'team';

const LISTS = { namespace: namespaceNames, cluster: clusterNames, team: teamNames } as const;

/**
 * The names that may stand there, for completion.
 *
 * @param root as `--root` gives it
 * @returns none outside of an environments repository
 */
export function estateNames(what: Named, cwd: string, root: string | undefined): readonly string[] {
  const found = findRoot(cwd, root);
  return 'code' in found ? [] : LISTS[what](found.root);
}
