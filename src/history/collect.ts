import type { Say } from '../commands/options.ts';
import { namesModule, wholeFile } from '../commands/read/module-files.ts';
import type { HistorySight } from '../environments/file-changes.ts';
import { decodeText } from '../environments/text.ts';
import type { BlobFailure } from '../git/objects.ts';
import type { Problem } from '../results/results.ts';
import { type Selection, selectsModule } from '../rotation/selection.ts';
import { type FileVersion, NO_CREDENTIALS, readVersion, UNREADABLE } from './file-version.ts';

/** The versions of files that hold credentials, or may, by blob; every other blob holds none. */
export type FileVersions = ReadonlyMap<string, FileVersion>;

/** Above this many versions the run says that it reads them. */
const MANY = 10_000;

/** What a blob of the history holds. */
export function versionAt(versions: FileVersions, blob: string): FileVersion {
  return versions.get(blob) ?? NO_CREDENTIALS;
}

/** Takes the versions of files as they are read; only those that name a module of interest are scanned. */
export function collectVersions(
  selection: Selection,
  say: Say,
): {
  readonly versions: FileVersions;
  readonly problems: readonly Problem[];
  readonly take: HistorySight['version'];
} {
  const versions = new Map<string, FileVersion>();
  const problems: Problem[] = [];
  const selects = selectsModule(selection);
  let read = 0;
  return {
    versions,
    problems,
    take(blob, path, content) {
      read += 1;
      if (read % MANY === 0) say(`reading the history: ${read.toLocaleString('en-GB')} versions of files`);
      const version = versionOf(content, selects);
      if ('code' in version) {
        problems.push(wholeFile(path, 'unreadable', version.message));
        versions.set(blob, UNREADABLE);
      } else if (version !== NO_CREDENTIALS) versions.set(blob, version);
    },
  };
}

function versionOf(
  content: Uint8Array | BlobFailure,
  selects: ReturnType<typeof selectsModule>,
): FileVersion | BlobFailure {
  if (!(content instanceof Uint8Array)) return content;
  const bytes = Buffer.from(content.buffer, content.byteOffset, content.byteLength);
  if (!namesModule(bytes)) return NO_CREDENTIALS;
  const decoded = decodeText(content);
  return 'text' in decoded ? readVersion(decoded.text, selects) : UNREADABLE;
}
