import type { EstateReader, NamespaceFolder } from '../../environments/reader.ts';
import { decodeText } from '../../environments/text.ts';
import type { Consequences } from '../../results/runbook.ts';
import type { Assessment } from '../../rotation/judge.ts';
import type { SourceFile } from '../../rotation/source-file.ts';
import { isConfiguration, isJson, isLoadedValues } from '../../rotation/terraform-files.ts';
import { consequencesOf, findUses } from '../../usage/consequences.ts';
import { groupBy } from '../../util/group-by.ts';
import { type ScanSource, sourceScanner } from './module-files.ts';

/** A credential, and the date that is in force when its consequences are looked at. */
export interface Wanted {
  readonly assessment: Assessment;
  /** Null when it has none, or the text does not tell it. */
  readonly date: string | null;
}

/**
 * Reads the whole folders of the given credentials and finds who uses them. One folder is looked through while the next
 * one is read, and only the findings are kept: the Terraform of the whole estate need not fit into memory.
 *
 * @returns by credential id
 */
export async function readConsequences(
  reader: EstateReader,
  folders: readonly NamespaceFolder[],
  wanted: readonly Wanted[],
): Promise<ReadonlyMap<string, Consequences>> {
  const byFolder = groupBy(wanted, ({ assessment: { credential } }) => {
    const { cluster, namespace } = credential;
    return `${cluster}/${namespace}`;
  });
  const found = new Map<string, Consequences>();
  const reading = folders.map((folder) => ({
    folder,
    wanted: byFolder.get(`${folder.cluster}/${folder.namespace}`) ?? [],
    paths: folder.resources.flatMap(({ path, applied }) => (applied && isTerraform(path) ? [path] : [])),
    files: [] as SourceFile[],
    unread: [] as string[],
  }));
  const queue = reading.filter(({ paths }) => paths.length > 0);
  const owners = new Map(queue.flatMap((reading) => reading.paths.map((path) => [path, reading] as const)));
  const scanSource = await sourceScanner([...owners.keys()]);
  await reader.read(
    queue.flatMap(({ paths }) => paths),
    (path, content) => {
      const owner = owners.get(path)!;
      const known = owner.wanted.find(({ assessment }) => assessment.file.path === path)?.assessment.file;
      const decoded = content instanceof Uint8Array ? decodeText(content) : content;
      const file = known ?? ('text' in decoded ? sourceFile(path, decoded.text, scanSource) : null);
      if (file === null) owner.unread.push(path);
      else owner.files.push(file);
      if (path === owner.paths.at(-1)) finish(owner, found);
    },
  );
  return found;
}

/** Null for a file of which nothing can be said. */
function sourceFile(path: string, text: string, scanSource: ScanSource): SourceFile | null {
  const scan = scanSource(path, text);
  return isJson(path) && scan.errors.length > 0 ? null : { path, text, scan };
}

function isTerraform(path: string): boolean {
  return isConfiguration(path) || isLoadedValues(path);
}

function finish(
  reading: {
    readonly folder: NamespaceFolder;
    readonly wanted: readonly Wanted[];
    files: SourceFile[];
    readonly unread: readonly string[];
  },
  found: Map<string, Consequences>,
): void {
  const { folder, wanted, files, unread } = reading;
  reading.files = [];
  if (wanted.length === 0) return;
  const uses = findUses({ namespace: folder.namespace, files, unread });
  for (const { assessment, date } of wanted) {
    found.set(assessment.credential.id, consequencesOf(uses, assessment.file, assessment.module, date));
  }
}
