/**
 * The environments repository as the rest of the program sees it: clusters, namespaces and the files in them,
 * whether they come from a working tree or from a commit. Paths are relative to the root, with `/` between parts.
 */

/** One `namespaces/<cluster>/<namespace>` folder. */
export interface NamespaceFolder {
  /** Folder name below `namespaces/`, for example `live.cloud-platform.service.justice.gov.uk`. */
  readonly cluster: string;
  readonly namespace: string;
  /** `namespaces/<cluster>/<namespace>`. */
  readonly path: string;
  /** Names of the files directly in the folder (`00-namespace.yaml`, a skip file), sorted. */
  readonly files: readonly string[];
  /** Paths of all files below `resources/`, nested ones included, sorted. */
  readonly resources: readonly ResourceFile[];
}

export interface ResourceFile {
  readonly path: string;
  /**
   * `symlink` also for a link to a folder; `submodule` and `closed` (it may not be listed) for a folder that was not
   * looked into, the namespace's own included; `other` for what is neither file, link nor folder.
   */
  readonly type: 'file' | 'symlink' | 'submodule' | 'closed' | 'other';
  /** Directly in `resources/`: only such files are applied by the pipeline. */
  readonly applied: boolean;
}

/** A file that could not be given as bytes. */
export interface ReadFailure {
  /** `missing` (nothing is there), `unreadable` (permissions, a folder), `too-large`, `outside-root` (a link that leaves it). */
  readonly code: 'missing' | 'unreadable' | 'too-large' | 'outside-root';
  readonly message: string;
}

export type FileContent = Uint8Array | ReadFailure;

/** Says whether a namespace is wanted; lets a reader skip whole folders. */
export type NamespaceFilter = (cluster: string, namespace: string) => boolean;

/** The one interface behind which a working tree and a commit look alike. */
export interface EstateReader {
  /** The commit that is read, null for a working tree. */
  readonly commit: string | null;
  /** The namespaces that `wants` accepts, sorted by cluster and name. */
  namespaces(wants: NamespaceFilter): Promise<readonly NamespaceFolder[]>;
  /**
   * Reads files in the order given and hands each to `each`. The bytes are valid only during the call:
   * a reader may reuse its buffer, so that the whole estate passes through a few megabytes.
   */
  read(paths: Iterable<string>, each: (path: string, content: FileContent) => void): Promise<void>;
}

/** Files above this size are not read: no hand-written Terraform is near it, and the parser is not linear in it. */
export const MAX_FILE_BYTES = 5 * 1024 * 1024;
