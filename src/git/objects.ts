/**
 * Reading trees and blobs of a commit without a checkout, streamed: `git ls-tree -z` and `git cat-file --batch`.
 * Formats: git-ls-tree(1) "OUTPUT FORMAT" and git-cat-file(1) "BATCH OUTPUT".
 */
import { type Clone, streamGit } from './process.ts';

/** One line of `git ls-tree`. */
export interface TreeEntry {
  /** `100644`, `100755` a file, `120000` a symbolic link, `040000` a folder, `160000` a submodule. */
  readonly mode: string;
  readonly oid: string;
  /** Path from the tree that was asked, `/` between its parts. */
  readonly path: string;
}

/** A blob that could not be given as bytes. */
export interface BlobFailure {
  /** `missing` from the repository; `too-large` for the caller; `not-a-blob` but a tree, commit or tag. */
  readonly code: 'missing' | 'too-large' | 'not-a-blob';
  readonly message: string;
}

/** Says whether this is a full object name (SHA-1 or SHA-256), which cannot be taken for an option. */
export function isObjectId(name: string): boolean {
  return /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/.test(name);
}

/**
 * Lists the entries of a tree, in git's order, without holding the listing in memory.
 *
 * @param tree a full object name, or `<commit>:<folder>`; never a name that begins with `-`
 * @param paths literal paths below the tree; `a/` lists what is in the folder `a`, none of them lists the top
 * @throws GitError when the tree does not exist
 */
export async function listTree(
  clone: Clone,
  tree: string,
  paths: readonly string[],
  options: { readonly recursive: boolean },
  each: (entry: TreeEntry) => void,
): Promise<void> {
  const flags = options.recursive ? ['-r', '-z'] : ['-z'];
  const args = ['--literal-pathspecs', 'ls-tree', '--full-tree', ...flags, tree, '--', ...paths];
  let rest = '';
  await streamGit(clone, args, (chunk) => {
    // latin1 keeps each byte one character, so a path that is cut between two chunks comes back whole
    const text = rest + chunk.toString('latin1');
    let start = 0;
    for (let end = text.indexOf('\0'); end >= 0; end = text.indexOf('\0', start)) {
      each(parseEntry(text.slice(start, end)));
      start = end + 1;
    }
    rest = text.slice(start);
  });
}

/** `<mode> SP <type> SP <object> TAB <path>` */
function parseEntry(line: string): TreeEntry {
  const tab = line.indexOf('\t');
  const oidAt = line.lastIndexOf(' ', tab) + 1;
  const path = line.slice(tab + 1);
  return {
    mode: line.slice(0, 6),
    oid: line.slice(oidAt, tab),
    path: NOT_ASCII.test(path) ? Buffer.from(path, 'latin1').toString('utf8') : path,
  };
}

const NOT_ASCII = /[\x80-\xff]/;

/**
 * Reads blobs in the order of `oids`, each handed over once. The bytes are valid only during the call. Memory is
 * bounded by the largest blob that is not above `maxBytes`; larger ones pass by unread.
 *
 * @param oids full object names
 * @throws GitError when git ends early; what `each` throws
 */
export async function readBlobs(
  clone: Clone,
  oids: Iterable<string>,
  maxBytes: number,
  each: (index: number, content: Uint8Array | BlobFailure) => void,
): Promise<void> {
  const args = ['cat-file', '--batch', '--buffer'];
  await streamGit(clone, args, blobParser(maxBytes, each), requests(oids));
}

/** Requests in pieces of some kilobytes: a write for each of 12,000 would cost more than git's own work. */
function* requests(oids: Iterable<string>): Iterable<string> {
  let piece = '';
  for (const oid of oids) {
    if (!isObjectId(oid)) throw new Error(`not a full object name: ${JSON.stringify(oid)}`);
    piece += `${oid}\n`;
    if (piece.length < 16_384) continue;
    yield piece;
    piece = '';
  }
  if (piece !== '') yield piece;
}

/**
 * Gives a function that takes the output of `cat-file --batch` chunk by chunk, wherever it is cut:
 * `<oid> SP <type> SP <size> LF <bytes> LF`, or `<oid> missing LF`.
 */
export function blobParser(
  maxBytes: number,
  each: (index: number, content: Uint8Array | BlobFailure) => void,
): (chunk: Buffer) => void {
  let index = 0;
  let header = ''; // of which the end has not come yet
  let blob: { readonly size: number; readonly failure: BlobFailure | null } | null = null;
  let held = Buffer.alloc(0); // a blob that spans chunks is put together here
  let got = 0; // bytes of the blob that have passed, its final LF included

  function inBlob(chunk: Buffer, at: number, size: number, failure: BlobFailure | null): number {
    const take = Math.min(size + 1 - got, chunk.length - at);
    const whole = take === size + 1;
    if (failure === null && !whole) {
      if (held.length < size + 1) held = Buffer.allocUnsafe(Math.max(size + 1, 65_536));
      chunk.copy(held, got, at, at + take);
    }
    got += take;
    if (got < size + 1) return at + take;
    blob = null;
    const bytes = whole ? chunk.subarray(at, at + size) : held.subarray(0, size);
    each(index++, failure ?? bytes);
    return at + take;
  }

  function inHeader(chunk: Buffer, at: number): number {
    const end = chunk.indexOf(10, at);
    header += chunk.toString('latin1', at, end < 0 ? chunk.length : end);
    if (end < 0) return chunk.length;
    const [oid = '', type = '', length] = header.split(' ');
    header = '';
    if (length === undefined) {
      each(index++, { code: 'missing', message: `the repository has no object ${oid} (${type})` });
      return end + 1;
    }
    const size = Number(length);
    blob = { size, failure: refuse(oid, type, size, maxBytes) };
    got = 0;
    return end + 1;
  }

  return (chunk) => {
    for (let at = 0; at < chunk.length; ) {
      at = blob === null ? inHeader(chunk, at) : inBlob(chunk, at, blob.size, blob.failure);
    }
  };
}

function refuse(oid: string, type: string, size: number, maxBytes: number): BlobFailure | null {
  if (type !== 'blob') return { code: 'not-a-blob', message: `object ${oid} is a ${type}` };
  if (size > maxBytes) return { code: 'too-large', message: `${size} bytes, more than ${maxBytes}` };
  return null;
}
