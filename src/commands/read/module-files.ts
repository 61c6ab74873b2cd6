import type { EstateReader, FileContent, NamespaceFolder } from '../../environments/reader.ts';
import { decodeText } from '../../environments/text.ts';
import { scan } from '../../hcl/scan.ts';
import { findAttribute } from '../../hcl/values.ts';
import { knownKinds } from '../../kinds/registry.ts';
import { argumentsOfRules } from '../../kinds/rules.ts';
import type { Problem } from '../../results/results.ts';
import { isOverrideFile } from '../../rotation/blockers.ts';
import { type FoundModule, findModules, type UnrotatableModule } from '../../rotation/modules.ts';
import { referenceIn } from '../../rotation/references.ts';
import type { SourceFile } from '../../rotation/source-file.ts';

/** A file that names a module of interest. */
export interface ModuleFile extends SourceFile {
  readonly modules: readonly FoundModule[];
  readonly unrotatable: readonly UnrotatableModule[];
}

/**
 * Whether a file names a module of interest, told from its bytes before anything is decoded: one search for what all
 * names begin with finds each place where one of them can stand.
 */
export function namesModule(bytes: Buffer): boolean {
  const { start, ends } = knownKinds().moduleNames;
  const longest = Math.max(...ends.map((end) => end.length));
  for (let at = bytes.indexOf(start); at !== -1; at = bytes.indexOf(start, at + 1)) {
    const behind = bytes.toString('latin1', at + start.length, at + start.length + longest);
    if (ends.some((end) => behind.startsWith(end))) return true;
  }
  return false;
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
  for (const [index, { resources }] of folders.entries()) {
    paths.push(...resources.map(({ path }) => path).filter(isTerraform));
    done.set(paths.at(-1) ?? '', index + 1);
  }
  onProgress(0, folders.length);
  await reader.read(paths, (path, content) => {
    const folder = done.get(path);
    if (folder !== undefined) onProgress(folder, folders.length);
    const read = readModules(path, content);
    if (read === null) return;
    if ('text' in read) files.set(path, read);
    else problems.push(read);
  });
  return files;
}

function isTerraform(path: string): boolean {
  return path.endsWith('.tf') || path.endsWith('.tf.json');
}

/** The modules of a file; null when it names none of interest, a problem when it cannot be told. */
function readModules(path: string, content: FileContent): ModuleFile | Problem | null {
  if (!(content instanceof Uint8Array)) return wholeFile(path, content.code, content.message);
  const isEncrypted = content[0] === 0;
  const bytes = Buffer.from(content.buffer, content.byteOffset, content.byteLength);
  if (!isEncrypted && !namesModule(bytes)) return null;
  const decoded = decodeText(content);
  if (!('text' in decoded)) {
    const { code, message, line, column } = decoded;
    return { file: path, line, column, code, message };
  }
  if (path.endsWith('.json')) {
    return wholeFile(path, 'json-syntax', 'Terraform in JSON is not read: rotate what it declares by hand');
  }
  const { text } = decoded;
  const scanned = scan(text);
  return { path, text, scan: scanned, ...findModules(text, scanned) };
}

/** A problem that concerns a file as a whole. */
export function wholeFile(file: string, code: string, message: string): Problem {
  return { file, line: 1, column: 1, code, message };
}

/**
 * Whether a judgement depends on more of the folder than its files of interest: a date or another argument is a
 * reference, or there is an override file. In most folders neither is, and nothing more is read.
 */
export function needsWholeFolder(folder: NamespaceFolder, known: ReadonlyMap<string, ModuleFile>): boolean {
  return folder.resources.some(
    ({ path, applied }) => applied && (isOverrideFile(path) || refersElsewhere(known.get(path))),
  );
}

/** Everything that Terraform reads of a folder, `.tfvars` files too. */
export async function readWholeFolder(
  reader: EstateReader,
  folder: NamespaceFolder,
  known: ReadonlyMap<string, ModuleFile>,
): Promise<readonly SourceFile[]> {
  const applied = folder.resources.filter((resource) => resource.applied).map(({ path }) => path);
  const files: SourceFile[] = [];
  const paths = applied.filter((path) => path.endsWith('.tf') || path.endsWith('.tfvars'));
  await reader.read(paths, (path, content) => {
    const decoded = content instanceof Uint8Array ? decodeText(content) : null;
    const file = known.get(path);
    if (file !== undefined) files.push(file);
    else if (decoded !== null && 'text' in decoded) {
      files.push({ path, text: decoded.text, scan: scan(decoded.text) });
    }
  });
  return files;
}

function refersElsewhere(file: ModuleFile | undefined): boolean {
  if (file === undefined) return false;
  return file.modules.some(({ kind, block, date }) => {
    const arguments_ = argumentsOfRules(kind).map((name) => findAttribute(block.body, name));
    return [date, ...arguments_].some(
      (attribute) => attribute !== null && referenceIn(file.text, attribute.expression) !== null,
    );
  });
}
