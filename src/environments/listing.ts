/** Rules of listing and reading that a working tree and a commit share, so that both give the same. */

import { isNamespaceName, namespacePath } from './layout.ts';
import { MAX_FILE_BYTES, type NamespaceFolder, type ReadFailure } from './reader.ts';

/** Never listed: a provider's cache of a working tree may hold hundreds of megabytes, and is no source. */
export const SKIPPED_FOLDERS: ReadonlySet<string> = new Set(['.terraform', '.git']);

export const TOO_LARGE = `larger than ${MAX_FILE_BYTES / 1024 / 1024} MB: not read`;

export const LINK_OUTSIDE = 'a symbolic link leads out of the repository: it is not followed';

/** By UTF-16 code units, the same everywhere: no locale decides the order of a report. */
export function compareNames(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

export function failure(code: ReadFailure['code'], message: string): ReadFailure {
  return { code, message };
}

/** A relative path with no empty part and none that leads up. */
export function isSafePath(path: string): boolean {
  return path.split('/').every((part) => part !== '' && part !== '.' && part !== '..');
}

/**
 * A link that stands where a namespace's folder would: it is not walked into, and is listed with itself as its only
 * resource, so that a report can name it. Links by other names (`README.md`) are nothing to us.
 */
export function linkedNamespace(cluster: string, namespace: string): readonly NamespaceFolder[] {
  if (!isNamespaceName(namespace)) return [];
  const path = namespacePath(cluster, namespace);
  return [{ cluster, namespace, path, files: [], resources: [{ path, type: 'symlink', applied: false }] }];
}
