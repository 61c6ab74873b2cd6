/** The highest version of each module that the repository uses, whatever part of it a run is about. */
import { unreadFolder } from '../../environments/listing.ts';
import type { EstateReader, NamespaceFolder } from '../../environments/reader.ts';
import { type KindName, knownKinds } from '../../kinds/registry.ts';
import { compareVersions, versionOf } from '../../kinds/versions.ts';
import type { FoundModule } from '../../rotation/modules.ts';
import { isConfiguration } from '../../rotation/terraform-files.ts';
import type { LatestVersion } from '../../rotation/versions.ts';
import { namesModule, readModules, sourceScanner } from './module-files.ts';

/**
 * Of the namespaces that were not read, a file is looked at closely only where it names a higher version than is known
 * so far: nearly none is.
 *
 * @param read what of the repository was read already, with its modules
 */
export async function highestInRepository(
  reader: EstateReader,
  read: { readonly folders: readonly NamespaceFolder[]; readonly modules: readonly FoundModule[] },
): Promise<Map<KindName, LatestVersion>> {
  const highest = new Map<KindName, LatestVersion>();
  raise(highest, read.modules);
  const known = new Set(read.folders.map(({ cluster, namespace }) => `${cluster}/${namespace}`));
  const others = await reader.namespaces((cluster, namespace) => !known.has(`${cluster}/${namespace}`));
  const paths = others.flatMap((folder) =>
    folder.resources
      .filter((resource) => unreadFolder(folder, resource) === null && isConfiguration(resource.path))
      .map(({ path }) => path),
  );
  if (paths.length === 0) return highest;
  const scanSource = await sourceScanner(paths);
  const namesHigher = higherVersionTest(highest);
  await reader.read(paths, (path, content) => {
    if (!(content instanceof Uint8Array)) return;
    const bytes = Buffer.from(content.buffer, content.byteOffset, content.byteLength);
    if (!namesModule(bytes) || !namesHigher(bytes.toString('latin1'))) return;
    const file = readModules(path, content, scanSource);
    if (file !== null && 'modules' in file) raise(highest, file.modules);
  });
  return highest;
}

function raise(highest: Map<KindName, LatestVersion>, modules: readonly FoundModule[]): void {
  for (const { kind, version, ref } of modules) {
    if (version === null) continue;
    const known = highest.get(kind.name);
    if (known !== undefined && compareVersions(version, known.version) <= 0) continue;
    const origin = 'highest in this repository';
    highest.set(kind.name, { version, tag: ref ?? version, from: 'repository', origin, tags: [] });
  }
}

/** What of a source says the version; escaped it may say anything. */
const REF = /(?:[?&]ref=|\/tree\/)(?<ref>[^"&\s]+)/;
const ESCAPED = /[%\\]/;

/** Whether a text may name a higher version of a module than is known: never no where it does. */
function higherVersionTest(highest: ReadonlyMap<KindName, LatestVersion>): (text: string) => boolean {
  const kinds = knownKinds().list.flatMap(({ name, about }) =>
    about.block === 'module'
      ? [{ name, source: new RegExp(`${about.repository}(?<rest>[^"\\n]*)`, 'gi') }]
      : [],
  );
  return (text) =>
    kinds.some(({ name, source }) => {
      for (const { groups } of text.matchAll(source)) {
        const rest = groups?.['rest'] ?? '';
        if (ESCAPED.test(rest)) return true;
        const version = versionOf(REF.exec(rest)?.groups?.['ref'] ?? null);
        if (version === null) continue;
        const known = highest.get(name);
        if (known === undefined || compareVersions(version, known.version) > 0) return true;
      }
      return false;
    });
}
