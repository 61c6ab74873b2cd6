import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { namesOfKinds } from '../../config/kinds.ts';
import { clusterNames, namespaceNames, teamNames } from '../../environments/names.ts';
import { findRoot } from '../../environments/root.ts';
import { BUILT_IN_KINDS } from '../../kinds/registry.ts';
import { CONFIG_FILES } from './config-file.ts';

/** What of the repository a word of the command line can name. */
export type Named = 'namespace' | 'cluster' | 'team' | 'kind';

const LISTS = { namespace: namespaceNames, cluster: clusterNames, team: teamNames, kind: kindNames } as const;

/**
 * The names that may stand there, for completion.
 *
 * @param root as `--root` gives it
 * @returns none outside of an environments repository
 */
export function estateNames(what: Named, cwd: string, root: string | undefined): readonly string[] {
  const found = findRoot(cwd, root);
  if ('code' in found) return what === 'kind' ? BUILT_IN_KINDS.names : [];
  return LISTS[what](found.root);
}

/** Those of the program and of the config file, as far as that can be read. */
function kindNames(root: string): readonly string[] {
  for (const file of CONFIG_FILES) {
    try {
      return namesOfKinds(parse(readFileSync(join(root, file), 'utf8')), BUILT_IN_KINDS.names);
    } catch {
      // it is not there, or half written: the run itself says so
    }
  }
  return BUILT_IN_KINDS.names;
}
