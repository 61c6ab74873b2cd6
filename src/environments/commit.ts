/** The environments repository as one commit holds it: no checkout, and nothing of the working tree is seen. */

import { posix } from 'node:path';
import { type BlobFailure, isObjectId, listTree, readBlobs, type TreeEntry } from '../git/objects.ts';
import { completeTrees, objectCompleter } from '../git/partial.ts';
import { type Clone, type FetchObjects, runGit, tryGit } from '../git/process.ts';
import { trimEndOf } from '../util/text.ts';
import { NAMESPACES, namespacePath } from './layout.ts';
import {
  compareNames,
  failure,
  isSafePath,
  LINK_OUTSIDE,
  SKIPPED_FOLDERS,
  TOO_LARGE,
  unreadNamespace,
} from './listing.ts';
import {
  type EstateReader,
  type FileContent,
  MAX_FILE_BYTES,
  type NamespaceFilter,
  type NamespaceFolder,
  type ReadFailure,
  type ResourceFile,
} from './reader.ts';

export interface CommitOptions {
  /** The estate's root below the git top level, `/` between its parts; empty or absent when it is the top. */
  readonly prefix?: string;
}

/** A blob of the tree; null for what is there and is no blob, or is not there. */
type Blob = Pick<TreeEntry, 'mode' | 'oid'>;

interface Tree {
  readonly clone: Clone;
  /** What git calls the estate's root: `<commit>` or `<commit>:<prefix>`. */
  readonly name: string;
  /** Blobs that were listed so far, by path. */
  readonly blobs: Map<string, Blob>;
  /** Makes sure that blobs are in the clone, all of them at once. */
  readonly complete: FetchObjects;
  /** The folders of the clusters and what is in each, once they were listed. */
  entries: Promise<ClusterEntries> | null;
  /** Paths that were asked for and are folders, or submodules. */
  readonly folders: Set<string>;
}

/** Above this many namespaces one listing of the whole tree is cheaper than naming their paths. */
const FEW = 100;
/** Paths for one `ls-tree`: an argument list on Windows holds 32,767 characters. */
const PATHS_PER_CALL = 100;
/** As many links on the way as Linux follows (path_resolution(7)). */
const MAX_LINKS = 40;

/**
 * Opens a commit of a repository, bare or not.
 *
 * A link is listed as `symlink`; reading it gives the blob it leads to if that is in the commit below the root.
 *
 * @param clone bare or not
 * @param commit a full object name
 * @throws GitError when the repository has no such commit
 */
export async function openCommit(
  clone: Clone,
  commit: string,
  options: CommitOptions = {},
): Promise<EstateReader> {
  if (!isObjectId(commit)) throw new Error(`not a full object name: ${JSON.stringify(commit)}`);
  await runGit(clone, ['cat-file', '-e', `${commit}^{commit}`]);
  const prefix = trimEndOf(options.prefix ?? '', '/');
  const tree: Tree = {
    clone,
    name: prefix === '' ? commit : `${commit}:${prefix}`,
    blobs: new Map(),
    folders: new Set(),
    entries: null,
    complete: objectCompleter(clone),
  };
  await completeTrees(clone, commit);
  return {
    commit,
    namespaces: (wants) => listNamespaces(tree, wants),
    read: (paths, each) => readPaths(tree, [...paths], each),
  };
}

/** Says whether a commit has the folder `namespaces/`. */
export async function holdsNamespaces(clone: Clone, commit: string, prefix: string): Promise<boolean> {
  const tree = prefix === '' ? commit : `${commit}:${prefix}`;
  const { stdout } = await tryGit(clone, ['ls-tree', '--full-tree', tree, '--', NAMESPACES]);
  return stdout.startsWith(FOLDER);
}

interface ClusterEntries {
  /** `namespaces/<cluster>/` */
  readonly clusters: readonly string[];
  readonly entries: readonly TreeEntry[];
}

async function listClusters({ clone, name }: Tree): Promise<ClusterEntries> {
  const clusters: string[] = [];
  await listTree(clone, name, [`${NAMESPACES}/`], { recursive: false }, ({ mode, path }) => {
    if (mode === FOLDER && !path.includes('/.')) clusters.push(`${path}/`);
  });
  const entries: TreeEntry[] = [];
  if (clusters.length > 0) {
    await listTree(clone, name, clusters, { recursive: false }, (entry) => entries.push(entry));
  }
  return { clusters, entries };
}

async function listNamespaces(tree: Tree, wants: NamespaceFilter): Promise<readonly NamespaceFolder[]> {
  tree.entries ??= listClusters(tree);
  const { clusters, entries } = await tree.entries;
  const folders = new Map<string, FolderInMaking>();
  const notRead: NamespaceFolder[] = [];
  let unwanted = 0;
  for (const entry of entries) {
    const [, cluster = '', namespace = ''] = entry.path.split('/');
    if (namespace.startsWith('.') || ![FOLDER, LINK, SUBMODULE].includes(entry.mode)) continue;
    if (!wants(cluster, namespace)) unwanted++;
    else if (entry.mode === FOLDER) folders.set(entry.path, newFolder(cluster, namespace));
    else {
      if (entry.mode === LINK) tree.blobs.set(entry.path, entry);
      const type = entry.mode === LINK ? 'symlink' : 'submodule';
      notRead.push(...unreadNamespace(cluster, namespace, type));
    }
  }
  const few = unwanted > 0 && folders.size <= FEW;
  if (folders.size > 0) {
    const paths = few ? [...folders.keys()].map((path) => `${path}/`) : clusters;
    for (let at = 0; at < paths.length; at += PATHS_PER_CALL) {
      const some = paths.slice(at, at + PATHS_PER_CALL);
      await listTree(tree.clone, tree.name, some, { recursive: true }, (entry) =>
        place(tree, folders, entry),
      );
    }
  }
  // what will be read is in these folders: asked for one file at a time, it would be a fetch each
  await tree.complete([...tree.blobs.values()].map(({ oid }) => oid));
  return [...folders.values(), ...notRead]
    .map(sorted)
    .sort((a, b) => compareNames(a.cluster, b.cluster) || compareNames(a.namespace, b.namespace));
}

const FOLDER = '040000';
const LINK = '120000';
const SUBMODULE = '160000';

interface FolderInMaking extends NamespaceFolder {
  readonly files: string[];
  readonly resources: ResourceFile[];
}

function newFolder(cluster: string, namespace: string): FolderInMaking {
  return { cluster, namespace, path: namespacePath(cluster, namespace), files: [], resources: [] };
}

function sorted(folder: NamespaceFolder): NamespaceFolder {
  return {
    ...folder,
    files: folder.files.toSorted(compareNames),
    resources: folder.resources.toSorted((a, b) => compareNames(a.path, b.path)),
  };
}

/** Puts one entry of a recursive listing into its namespace's folder. */
function place(tree: Tree, folders: ReadonlyMap<string, FolderInMaking>, entry: TreeEntry): void {
  const { path, mode } = entry;
  const parts = path.split('/');
  const folder = folders.get(`${parts[0]}/${parts[1]}/${parts[2]}`);
  if (folder === undefined) return;
  if (mode === SUBMODULE) {
    if (parts[3] === 'resources') folder.resources.push({ path, type: 'submodule', applied: false });
    return;
  }
  tree.blobs.set(path, { mode, oid: entry.oid });
  const name = parts.at(-1) ?? '';
  if (parts.length === 4) {
    if (name === 'resources' && mode === LINK)
      folder.resources.push({ path, type: 'symlink', applied: false });
    else folder.files.push(name);
  } else if (parts[3] === 'resources') {
    if (parts.slice(4, -1).some((part) => SKIPPED_FOLDERS.has(part))) return;
    const applied = parts.length === 5 && !name.startsWith('.');
    folder.resources.push({ path, type: mode === LINK ? 'symlink' : 'file', applied });
  }
}

/** Finds the blobs of the paths, then reads them in order; what has no blob takes its turn as a failure. */
async function readPaths(
  tree: Tree,
  paths: readonly string[],
  each: (path: string, content: FileContent) => void,
): Promise<void> {
  await learn(tree, paths);
  const linked = await followLinks(tree, paths);
  const answers = paths.map((path) => linked.get(path) ?? blobOf(tree, path));
  const oids = answers.flatMap((answer) => ('oid' in answer ? [answer.oid] : []));
  let next = 0;
  const passFailures = (): void => {
    for (let answer = answers[next]; answer !== undefined && 'code' in answer; answer = answers[next]) {
      each(paths[next++] ?? '', answer);
    }
  };
  passFailures();
  if (oids.length === 0) return;
  await tree.complete(oids);
  await readBlobs(tree.clone, oids, MAX_FILE_BYTES, (_index, content) => {
    each(paths[next++] ?? '', 'code' in content ? failureOf(content) : content);
    passFailures();
  });
}

function blobOf(tree: Tree, path: string): Blob | ReadFailure {
  if (!isSafePath(path)) return failure('outside-root', 'the path leads out of the repository');
  const blob = tree.blobs.get(path);
  if (blob !== undefined) return blob;
  return isFolder(tree, path)
    ? failure('unreadable', 'it is a folder')
    : failure('missing', 'no such file in the commit');
}

/** Git names a folder unless it was asked for something in it too. */
function isFolder({ folders, blobs }: Tree, path: string): boolean {
  if (folders.has(path)) return true;
  for (const known of blobs.keys()) if (known.startsWith(`${path}/`)) return true;
  return false;
}

function failureOf(failed: BlobFailure): ReadFailure {
  return failed.code === 'too-large'
    ? failure('too-large', TOO_LARGE)
    : failure('unreadable', failed.message);
}

/** Asks git for those paths that no listing has shown yet. */
async function learn(tree: Tree, paths: readonly string[]): Promise<void> {
  const unknown = paths.filter((path) => !tree.blobs.has(path) && isSafePath(path));
  for (let at = 0; at < unknown.length; at += PATHS_PER_CALL) {
    const some = unknown.slice(at, at + PATHS_PER_CALL);
    await listTree(tree.clone, tree.name, some, { recursive: false }, ({ mode, oid, path }) => {
      if (mode === FOLDER || mode === SUBMODULE) tree.folders.add(path);
      else tree.blobs.set(path, { mode, oid });
    });
  }
}

/** Where the links among the paths lead: to a plain blob below the root, or to a failure. */
async function followLinks(
  tree: Tree,
  paths: readonly string[],
): Promise<ReadonlyMap<string, Blob | ReadFailure>> {
  const found = new Map<string, Blob | ReadFailure>();
  let open = new Map(paths.filter((path) => isLink(tree, path)).map((path) => [path, path]));
  for (let round = 0; open.size > 0; round++) {
    const targets = await readTargets(tree, [...open.values()]);
    await learn(
      tree,
      targets.filter((target) => target !== null),
    );
    const still = new Map<string, string>();
    [...open.keys()].forEach((path, index) => {
      const target = targets[index] ?? null;
      if (target === null) found.set(path, failure('outside-root', LINK_OUTSIDE));
      else if (!isLink(tree, target))
        found.set(path, tree.blobs.get(target) ?? failure('unreadable', NOWHERE));
      else if (round >= MAX_LINKS)
        found.set(path, failure('unreadable', 'a symbolic link that leads to itself'));
      else still.set(path, target);
    });
    open = still;
  }
  return found;
}

const NOWHERE = 'a symbolic link to a folder, or to a file that is not in the commit';

function isLink(tree: Tree, path: string): boolean {
  return tree.blobs.get(path)?.mode === LINK;
}

/** The paths that links name, as paths from the root; null where one leads out of it. */
async function readTargets(tree: Tree, links: readonly string[]): Promise<readonly (string | null)[]> {
  const targets: (string | null)[] = [];
  const oids = links.map((link) => tree.blobs.get(link)?.oid ?? '');
  await tree.complete(oids);
  await readBlobs(tree.clone, oids, 4096, (index, content) => {
    const text = 'code' in content ? '/' : Buffer.from(content).toString('utf8');
    const target = posix.join(posix.dirname(links[index] ?? ''), text);
    targets.push(text.startsWith('/') || !isSafePath(target) ? null : target);
  });
  return targets;
}
