import { createHash } from 'node:crypto';

/** A file as a commit holds it. */
export interface CommittedFile {
  readonly path: string;
  /** `100644` or `100755`. */
  readonly mode: string;
  readonly blob: string;
}

/** The name that git gives these bytes (gitformat: `blob <length>\0<bytes>`), in the hash of the repository's own names. */
export function blobName(content: Uint8Array, like: string): string {
  const hash = createHash(like.length === 64 ? 'sha256' : 'sha1');
  return hash.update(`blob ${content.length}\0`).update(content).digest('hex');
}

/** One name for what a commit leaves behind: every changed file's path, mode and content. Order does not matter. */
export function contentDigest(files: readonly CommittedFile[]): string {
  const lines = files.map(({ path, mode, blob }) => `${path}\0${mode}\0${blob}\n`).sort();
  return createHash('sha256').update(lines.join('')).digest('hex');
}

/** One name for the blobs of many files. */
export function filesDigest(blobs: Readonly<Record<string, string>>): string {
  const lines = Object.entries(blobs).map(([path, blob]) => `${path}\0${blob}\n`);
  return createHash('sha256').update(lines.sort().join('')).digest('hex');
}
