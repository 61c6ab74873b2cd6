/** The environments repository as it lies in a working tree: synchronous calls, measured fastest by far. */
import {
  closeSync,
  constants,
  type Dirent,
  lstatSync,
  openSync,
  readdirSync,
  readSync,
  realpathSync,
  statSync,
} from 'node:fs';
import { join, sep } from 'node:path';
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

/** What is known of the folders and files that were listed, so that reading need not ask again. */
interface Listed {
  /** Folders that were found as folders, without a link on the way. */
  readonly folders: Set<string>;
  /** Paths in them that are no plain files. */
  readonly irregular: Set<string>;
}

/**
 * Opens a working tree.
 *
 * Links are listed as `symlink` and never walked into. Reading one gives the file it leads to if that is inside the
 * root, else a failure. What cannot be read is a failure too.
 *
 * @param root the folder that holds `namespaces/`
 * @throws from `namespaces` when `namespaces/` or a cluster's folder cannot be listed
 */
export function openWorktree(root: string): EstateReader {
  const top = realpathSync.native(root);
  const listed: Listed = { folders: new Set(), irregular: new Set() };
  return {
    commit: null,
    async namespaces(wants) {
      return listNamespaces(top, wants, listed);
    },
    async read(paths, each) {
      const read = fileReader(top, listed);
      for (const path of paths) each(path, read(path));
    },
  };
}

function listNamespaces(top: string, wants: NamespaceFilter, listed: Listed): readonly NamespaceFolder[] {
  const folders: NamespaceFolder[] = [];
  for (const cluster of readdirSync(join(top, NAMESPACES), TYPED).sort(byName)) {
    if (!cluster.isDirectory() || cluster.name.startsWith('.')) continue;
    for (const entry of readdirSync(join(top, NAMESPACES, cluster.name), TYPED).sort(byName)) {
      if (entry.name.startsWith('.') || !(entry.isDirectory() || entry.isSymbolicLink())) continue;
      if (!wants(cluster.name, entry.name)) continue;
      const path = namespacePath(cluster.name, entry.name);
      if (entry.isDirectory()) folders.push(listNamespace(top, cluster.name, entry.name, path, listed));
      else folders.push(...unreadNamespace(cluster.name, entry.name, 'symlink'));
    }
  }
  return folders;
}

function listNamespace(
  top: string,
  cluster: string,
  namespace: string,
  path: string,
  listed: Listed,
): NamespaceFolder {
  const files: string[] = [];
  const resources: ResourceFile[] = [];
  const entries = listFolder(top, path, listed);
  if (!Array.isArray(entries)) return { cluster, namespace, path, files, resources: [unread(path, entries)] };
  for (const entry of entries) {
    const { name } = entry;
    if (name === 'resources' && !entry.isFile()) {
      if (entry.isDirectory()) listResources(top, `${path}/resources`, true, listed, resources);
      else resources.push({ path: `${path}/resources`, type: typeOf(entry), applied: false });
    } else if (!entry.isDirectory()) {
      files.push(name);
    }
    if (!entry.isFile()) listed.irregular.add(`${path}/${name}`);
  }
  resources.sort((a, b) => compareNames(a.path, b.path));
  return { cluster, namespace, path, files: files.sort(compareNames), resources };
}

function listResources(
  top: string,
  path: string,
  direct: boolean,
  listed: Listed,
  into: ResourceFile[],
): void {
  const entries = listFolder(top, path, listed);
  if (!Array.isArray(entries)) {
    into.push(unread(path, entries));
    return;
  }
  for (const entry of entries) {
    const { name } = entry;
    const child = `${path}/${name}`;
    if (!entry.isFile()) listed.irregular.add(child);
    if (!entry.isDirectory()) {
      into.push({ path: child, type: typeOf(entry), applied: direct && !name.startsWith('.') });
    } else if (!SKIPPED_FOLDERS.has(name)) {
      listResources(top, child, false, listed, into);
    }
  }
}

type Unread = 'closed' | 'submodule';

function unread(path: string, type: Unread): ResourceFile {
  return { path, type, applied: false };
}

/** The folder's entries, nothing when it has just vanished; else why it is not looked into. */
function listFolder(top: string, path: string, listed: Listed): Dirent[] | Unread {
  try {
    const entries = readdirSync(`${top}/${path}`, TYPED);
    // a submodule that is checked out has a file `.git`; a folder of that name makes a repository of a plain folder
    if (entries.some((entry) => entry.name === '.git' && entry.isFile())) return 'submodule';
    listed.folders.add(path);
    return entries;
  } catch (error) {
    return codeOf(error) === 'ENOENT' ? [] : 'closed';
  }
}

/** O_NOFOLLOW and O_NONBLOCK: a file that has become a link or a pipe since it was listed is not followed or waited for. */
const OPEN_PLAIN = constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0);

/** Gives a function that reads one file after the other into one buffer, which grows when a file is larger. */
function fileReader(top: string, listed: Listed): (path: string) => FileContent {
  let buffer: Buffer = Buffer.allocUnsafeSlow(64 * 1024);

  function fill(path: string): FileContent {
    const fd = openSync(path, OPEN_PLAIN);
    try {
      let length = 0;
      for (;;) {
        const room = buffer.length - length;
        const got = readSync(fd, buffer, length, room, null);
        length += got;
        if (length > MAX_FILE_BYTES) return failure('too-large', TOO_LARGE);
        // of a plain file less is given than asked for only at its end
        if (got < room) return buffer.subarray(0, length);
        buffer = grown(buffer);
      }
    } finally {
      closeSync(fd);
    }
  }

  return (path) => {
    try {
      const slash = path.lastIndexOf('/');
      const known = listed.folders.has(path.slice(0, slash)) && !listed.irregular.has(path);
      if (known && isSafeName(path, slash)) return fill(`${top}/${path}`);
      const real = resolveInside(top, path);
      return typeof real === 'string' ? fill(real) : real;
    } catch (error) {
      return failure(isMissing(error) ? 'missing' : 'unreadable', reasonOf(error));
    }
  };
}

/** The last part of a path that is in a listed folder leads nowhere else. */
function isSafeName(path: string, slash: number): boolean {
  const name = path.slice(slash + 1);
  return name !== '' && name !== '.' && name !== '..' && (sep === '/' || !name.includes(sep));
}

/** The real path of a plain file that was not listed as one, if it is inside the root. */
function resolveInside(top: string, path: string): string | ReadFailure {
  if (!isSafePath(path)) return failure('outside-root', 'the path leads out of the repository');
  const link = lstatSync(`${top}/${path}`).isSymbolicLink();
  const real = link ? leadsTo(`${top}/${path}`) : realpathSync.native(`${top}/${path}`);
  if (real === null) return failure('unreadable', 'a symbolic link that leads to nothing');
  const inside = top.endsWith(sep) ? top : top + sep;
  const parts = real.slice(inside.length).split(sep);
  // `.git` is outside too: its config may hold a token, and an error message shows lines of what it read
  if (!real.startsWith(inside) || parts.includes('.git')) {
    return failure('outside-root', LINK_OUTSIDE);
  }
  const what = statSync(real);
  if (what.isFile()) return real;
  const kind = what.isDirectory() ? 'a folder' : 'no plain file';
  return failure('unreadable', link ? `a symbolic link to ${kind}` : `it is ${kind}`);
}

/** Where a link leads; null for one that dangles: unlike a file that is missing, somebody meant it to be there. */
function leadsTo(link: string): string | null {
  try {
    return realpathSync.native(link);
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return null;
    throw error;
  }
}

function isMissing(error: unknown): boolean {
  return ['ENOENT', 'ENOTDIR'].includes(codeOf(error));
}

function grown(buffer: Buffer): Buffer {
  const larger = Buffer.allocUnsafeSlow(Math.min(buffer.length * 4, MAX_FILE_BYTES + 1));
  buffer.copy(larger);
  return larger;
}

const TYPED = { withFileTypes: true } as const;

function byName(a: Dirent, b: Dirent): number {
  return compareNames(a.name, b.name);
}

function typeOf(entry: Dirent): ResourceFile['type'] {
  if (entry.isFile()) return 'file';
  return entry.isSymbolicLink() ? 'symlink' : 'other';
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : '';
}

/** Words for the usual errors: Node's own hold the absolute path. */
function reasonOf(error: unknown): string {
  const code = codeOf(error);
  const words: Readonly<Record<string, string>> = {
    EACCES: 'permission denied',
    EPERM: 'permission denied',
    ENOENT: 'no such file',
    ENOTDIR: 'no such file',
    ELOOP: 'a symbolic link that leads to itself, or that was put there while files were read',
    EISDIR: 'it is a folder',
    EMFILE: 'too many open files',
  };
  return words[code] ?? `cannot be read (${code || 'unknown error'})`;
}
