import { unreadFolder } from '../../environments/listing.ts';
import type { EstateReader, FileContent, NamespaceFolder } from '../../environments/reader.ts';
import { decodeText } from '../../environments/text.ts';
import { scan } from '../../hcl/scan.ts';
import type { Range, Scan } from '../../hcl/syntax.ts';
import { findAttribute } from '../../hcl/values.ts';
import { knownKinds } from '../../kinds/registry.ts';
import { argumentsOfRules } from '../../kinds/rules.ts';
import type { Problem } from '../../results/results.ts';
import {
  type FoundModule,
  findModules,
  type UnreadModule,
  type UnrotatableModule,
} from '../../rotation/modules.ts';
import { hasRotation } from '../../rotation/self-rotation.ts';
import type { SourceFile } from '../../rotation/source-file.ts';
import { isConfiguration, isJson, isLoadedValues, isOverrideFile } from '../../rotation/terraform-files.ts';

/** A file that names a module of interest. */
export interface ModuleFile extends SourceFile {
  readonly modules: readonly FoundModule[];
  readonly unrotatable: readonly UnrotatableModule[];
  readonly unread: readonly UnreadModule[];
}

/** Whether a file names the module or the date of a kind, told from its bytes before anything is decoded. */
export function namesModule(bytes: Buffer): boolean {
  return knownKinds().areMentioned(bytes.toString('latin1'));
}

/**
 * Reads the files of the folders that name a module of interest.
 *
 * @param problems receives what could not be read
 * @param onProgress is told how many of the folders are read
 */
export async function readModuleFiles(
  reader: EstateReader,
  folders: readonly NamespaceFolder[],
  problems: Problem[],
  onProgress: (done: number, total: number) => void = () => {},
): Promise<Map<string, ModuleFile>> {
  const files = new Map<string, ModuleFile>();
  const paths: string[] = [];
  const done = new Map<string, number>();
  for (const [index, folder] of folders.entries()) {
    for (const resource of folder.resources) {
      const unread = unreadFolder(folder, resource);
      if (unread !== null) problems.push(wholeFile(resource.path, unread.code, unread.message));
      else if (isConfiguration(resource.path)) paths.push(resource.path);
    }
    done.set(paths.at(-1) ?? '', index + 1);
  }
  onProgress(0, folders.length);
  const scanSource = await sourceScanner(paths);
  await reader.read(paths, (path, content) => {
    const folder = done.get(path);
    if (folder !== undefined) onProgress(folder, folders.length);
    const read = readModules(path, content, scanSource);
    if (read === null) return;
    if ('text' in read) files.set(path, read);
    else problems.push(read);
  });
  return files;
}

/** The modules of a file; null when it names none of interest, a problem when it cannot be told. */
export function readModules(
  path: string,
  content: FileContent,
  scanSource: ScanSource,
): ModuleFile | Problem | null {
  if (!(content instanceof Uint8Array)) {
    // an editor's lock (`.#main.tf`) is a link to nothing, and Terraform passes such names by
    return isHidden(path) ? null : wholeFile(path, content.code, content.message);
  }
  const bytes = Buffer.from(content.buffer, content.byteOffset, content.byteLength);
  // encrypted, or in an encoding in which no name would be found
  const isText = !bytes.includes(0) && bytes[0] !== 0xff && bytes[0] !== 0xfe;
  if (isText && !namesModule(bytes)) return null;
  const decoded = decodeText(content);
  if (!('text' in decoded)) {
    const { code, message, line, column } = decoded;
    return { file: path, line, column, code, message };
  }
  const { text } = decoded;
  const scanned = scanSource(path, text);
  return { path, text, scan: scanned, ...findModules(text, scanned) };
}

/** Terraform reads no file whose name begins with a dot (its `IsIgnoredFile`). */
function isHidden(path: string): boolean {
  return path.slice(path.lastIndexOf('/') + 1).startsWith('.');
}

/** Reads a file in the syntax that its name says. */
export type ScanSource = (path: string, text: string) => Scan;

/** The reader of JSON is loaded only where there is some. */
export async function sourceScanner(paths: readonly string[]): Promise<ScanSource> {
  if (!paths.some(isJson)) return (_, text) => scan(text);
  const { scanJsonConfiguration, scanJsonValues } = await import('../../hcl/json.ts');
  return (path, text) => {
    if (!isJson(path)) return scan(text);
    return isConfiguration(path) ? scanJsonConfiguration(text) : scanJsonValues(text);
  };
}

/** A problem that concerns a file as a whole. */
export function wholeFile(file: string, code: string, message: string): Problem {
  return { file, line: 1, column: 1, code, message };
}

/**
 * Whether a judgement depends on more of the folder than its files of interest: a date or another argument is a
 * reference, there is an override file, a resource that rotates by itself, or a folder below has modules of interest, which are in force where a module
 * block loads it. In most folders none is, and nothing more is read.
 */
export function needsWholeFolder(folder: NamespaceFolder, known: ReadonlyMap<string, ModuleFile>): boolean {
  return folder.resources.some(({ path, applied }) => {
    const file = known.get(path);
    if (!applied) return file !== undefined && file.modules.length > 0;
    return isOverrideFile(path) || refersElsewhere(file) || (file !== undefined && hasRotation(file));
  });
}

/** Everything that Terraform may load of a folder: configuration and values in both syntaxes, folders below included. */
export async function readWholeFolder(
  reader: EstateReader,
  folder: NamespaceFolder,
  known: ReadonlyMap<string, ModuleFile>,
): Promise<readonly SourceFile[]> {
  const files: SourceFile[] = [];
  const paths = folder.resources
    .filter(({ path, applied }) => isConfiguration(path) || (applied && isLoadedValues(path)))
    .map(({ path }) => path);
  const scanSource = await sourceScanner(paths);
  await reader.read(paths, (path, content) => {
    const decoded = content instanceof Uint8Array ? decodeText(content) : null;
    const file = known.get(path);
    if (file !== undefined) files.push(file);
    else if (decoded !== null && 'text' in decoded) {
      files.push({ path, text: decoded.text, scan: scanSource(path, decoded.text) });
    }
  });
  return files;
}

function refersElsewhere(file: ModuleFile | undefined): boolean {
  if (file === undefined) return false;
  return file.modules.some(({ kind, block, date }) => {
    const arguments_ = ['count', 'for_each', ...argumentsOfRules(kind)].map((name) =>
      findAttribute(block.body, name),
    );
    return [date, ...arguments_].some(
      (attribute) => attribute !== null && mentionsName(file.text, attribute.expression),
    );
  });
}

/** Whether an expression may depend on a variable or local, in whatever form. */
function mentionsName(text: string, { start, end }: Range): boolean {
  const written = text.slice(start, end);
  return written.includes('var.') || written.includes('local.');
}
