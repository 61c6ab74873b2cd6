/** Where the environments repository is, found without a process. */
import { existsSync, lstatSync, realpathSync } from 'node:fs';
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
  /** Whether `root` has the folder `namespaces/`: a bare repository, or one without a checkout, has it in its commits alone. */
  readonly checkedOut: boolean;
}

/** What a command reads: of a commit it needs no working tree. */
export type ReadFrom = 'worktree' | 'commit';

export interface RootError {
  readonly code: 'not-an-environments-repository';
  readonly message: string;
}

/**
 * Finds the environments repository: `root` when given (relative to `cwd`), else the git top level at or above `cwd`.
 * Either must hold a folder `namespaces/`, unless a commit is read.
 */
export function findRoot(cwd: string, root?: string, from: ReadFrom = 'worktree'): EstateRoot | RootError {
  return root === undefined ? rootAbove(cwd, from) : rootGiven(resolve(cwd, root), from);
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

function rootGiven(path: string, from: ReadFrom): EstateRoot | RootError {
  const root = realPath(path);
  if (root === null) return notFound(`${path} (from --root) does not exist or cannot be read. ${WHAT_TO_DO}`);
  const top = gitTopAbove(root);
  const checkedOut = holdsNamespaces(root);
  if (!checkedOut && (from === 'worktree' || top === null)) {
    return notFound(`${path} (from --root) has no folder ${NAMESPACES}/. ${WHAT_TO_DO}`);
  }
  return { root, top, prefix: top === null ? '' : relative(top, root).split(sep).join('/'), checkedOut };
}

function rootAbove(cwd: string, from: ReadFrom): EstateRoot | RootError {
  const start = realPath(cwd);
  if (start === null)
    return notFound(`The current folder ${cwd} does not exist or cannot be read. ${WHAT_TO_DO}`);
  const top = gitTopAbove(start);
  if (top === null) return notFound(`No git repository at or above ${start}. ${WHAT_TO_DO}`);
  if (holdsNamespaces(top)) return { root: top, top, prefix: '', checkedOut: true };
  const nearer = foldersUp(start).find((folder) => folder.length > top.length && holdsNamespaces(folder));
  if (nearer === undefined && from === 'commit') return { root: top, top, prefix: '', checkedOut: false };
  const advice = nearer === undefined ? WHAT_TO_DO : `Did you mean --root ${nearer}?`;
  return notFound(`The git repository ${top} has no folder ${NAMESPACES}/ at its top. ${advice}`);
}

const WHAT_TO_DO =
  'Run rotate-pr in a clone of ministryofjustice/cloud-platform-environments, or name its folder with --root.';

function notFound(message: string): RootError {
  return { code: 'not-an-environments-repository', message };
}

/** `.git` is a folder in a clone and a file in a worktree or a submodule; a bare repository is such a folder itself. */
function gitTopAbove(start: string): string | null {
  return (
    foldersUp(start).find((folder) => exists(folder, '.git') || BARE.every((name) => exists(folder, name))) ??
    null
  );
}

/** What git takes a folder without `.git` for a repository by (gitrepository-layout(5)). */
const BARE = ['HEAD', 'objects', 'refs'];

function exists(folder: string, name: string): boolean {
  return existsSync(join(folder, name));
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
