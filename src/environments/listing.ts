/** Rules of listing and reading that a working tree and a commit share, so that both give the same. */

import { isNamespaceName, namespacePath } from './layout.ts';
import { MAX_FILE_BYTES, type NamespaceFolder, type ReadFailure, type ResourceFile } from './reader.ts';

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
 * What stands where a namespace's folder would and is not looked into: it is listed with itself as its only resource, so
 * that a report can name it. Links by other names (`README.md`) are nothing to us.
 */
export function unreadNamespace(
  cluster: string,
  namespace: string,
  type: 'symlink' | 'submodule',
): readonly NamespaceFolder[] {
  if (!isNamespaceName(namespace)) return [];
  const path = namespacePath(cluster, namespace);
  return [{ cluster, namespace, path, files: [], resources: [{ path, type, applied: false }] }];
}

/** Why a folder of a namespace was not looked into; null for a file, and for a link below `resources/`, which may be one. */
export function unreadFolder(
  folder: NamespaceFolder,
  { path, type }: ResourceFile,
): { readonly code: string; readonly message: string } | null {
  switch (type) {
    case 'submodule':
      return {
        code: 'submodule',
        message: 'the folder is a git submodule: what it holds is in another repository, and is not read',
      };
    case 'closed':
      return { code: 'unreadable', message: 'the folder cannot be listed: permission denied' };
    case 'symlink':
      if (path !== folder.path && path !== `${folder.path}/resources`) return null;
      return {
        code: 'symbolic-link',
        message: 'the folder is a symbolic link, which is not followed: what it holds is not read',
      };
    default:
      return null;
  }
}
