/** Where the environments repository is, found without a process. */
import { lstatSync, realpathSync, statSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { NAMESPACES } from './layout.ts';

/** An environments repository on this machine. */
export interface EstateRoot {
  /** Real path of the folder that holds `namespaces/`. */
  readonly root: string;
  /** Real path of the git top level at or above `root`; null where there is none. */
  readonly top: string | null;
  /** `root` below `top`, `/` between its parts, empty when they are the same folder: the `prefix` of `openCommit`. */
  readonly prefix: string;
}

export interface RootError {
  readonly code: 'not-an-environments-repository';
  readonly message: string;
}

/**
 * Finds the environments repository: `root` when given (relative to `cwd`), else the git top level at or above `cwd`.
 * Either must hold a folder `namespaces/`.
 */
export function findRoot(cwd: string, root?: string): EstateRoot | RootError {
  return root === undefined ? rootAbove(cwd) : rootGiven(resolve(cwd, root));
}

/** The namespace in whose folder `cwd` is, whatever links lead there; null outside of any. */
export function currentNamespace(
  root: string,
  cwd: string,
): { readonly cluster: string; readonly namespace: string } | null {
  const from = realPath(root);
  const to = realPath(cwd);
  if (from === null || to === null) return null;
  const [top, cluster, namespace] = relative(from, to).split(sep);
  if (top !== NAMESPACES || !cluster || !namespace || cluster.startsWith('.')) return null;
  return { cluster, namespace };
}

function rootGiven(path: string): EstateRoot | RootError {
  const root = realPath(path);
  if (root === null) return notFound(`${path} (from --root) does not exist or cannot be read. ${WHAT_TO_DO}`);
  if (!holdsNamespaces(root)) {
    return notFound(`${path} (from --root) has no folder ${NAMESPACES}/. ${WHAT_TO_DO}`);
  }
  const top = gitTopAbove(root);
  return { root, top, prefix: top === null ? '' : relative(top, root).split(sep).join('/') };
}

function rootAbove(cwd: string): EstateRoot | RootError {
  const start = realPath(cwd);
  if (start === null)
    return notFound(`The current folder ${cwd} does not exist or cannot be read. ${WHAT_TO_DO}`);
  const top = gitTopAbove(start);
  if (top === null) return notFound(`No git repository at or above ${start}. ${WHAT_TO_DO}`);
  if (holdsNamespaces(top)) return { root: top, top, prefix: '' };
  const nearer = foldersUp(start).find((folder) => folder.length > top.length && holdsNamespaces(folder));
  const advice = nearer === undefined ? WHAT_TO_DO : `Did you mean --root ${nearer}?`;
  return notFound(`The git repository ${top} has no folder ${NAMESPACES}/ at its top. ${advice}`);
}

const WHAT_TO_DO =
  'Run rotate-pr in a clone of ministryofjustice/cloud-platform-environments, or name its folder with --root.';

function notFound(message: string): RootError {
  return { code: 'not-an-environments-repository', message };
}

/** `.git` is a folder in a clone and a file in a worktree or a submodule. */
function gitTopAbove(start: string): string | null {
  return foldersUp(start).find((folder) => statSync(join(folder, '.git'), QUIET) !== undefined) ?? null;
}

function foldersUp(start: string): readonly string[] {
  const folders = [start];
  for (let at = start; dirname(at) !== at; at = dirname(at)) folders.push(dirname(at));
  return folders;
}

/** A link does not count: it would lead out of the root. */
function holdsNamespaces(folder: string): boolean {
  try {
    return lstatSync(join(folder, NAMESPACES), QUIET)?.isDirectory() === true;
  } catch {
    return false;
  }
}

const QUIET = { throwIfNoEntry: false } as const;

function realPath(path: string): string | null {
  try {
    return realpathSync.native(path);
  } catch {
    return null;
  }
}
