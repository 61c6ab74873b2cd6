import type { EstateReader, FileContent, NamespaceFolder } from '../estate/estate.ts';
import { credentialId, findHolds, HOLD_FILES, type Holds } from '../estate/layout.ts';
import { decodeText } from '../estate/text.ts';
import { lineAt, positionAt } from '../hcl/position.ts';
import { scan } from '../hcl/scan.ts';
import { findDuplicates } from '../hcl/values.ts';
import { type KindName, REPOSITORY_NAMES } from '../kinds/registry.ts';
import { compareVersions } from '../kinds/versions.ts';
import { type Assessment, judge, type Place, type Rules } from '../rotation/judge.ts';
import { type FoundModule, findModules, type UnrotatableModule } from '../rotation/modules.ts';
import { buildScope, EMPTY_SCOPE, referenceIn, type Scope } from '../rotation/references.ts';
import type { Problem, Reason, UnrotatableCredential } from '../rotation/results.ts';
import { isGlob, type Selection } from '../rotation/selection.ts';
import type { SourceFile } from '../rotation/source-file.ts';

/** What a look at the estate found. */
export interface Survey {
  readonly assessments: readonly Assessment[];
  readonly problems: readonly Problem[];
  readonly unrotatable: readonly UnrotatableCredential[];
}

interface ModuleFile extends SourceFile {
  readonly modules: readonly FoundModule[];
  readonly unrotatable: readonly UnrotatableModule[];
}

/** All names begin so; one search for it spares the search for each name in most files. */
const COMMON_PREFIX = Buffer.from('cloud-platform-terraform-');
const NAMES = REPOSITORY_NAMES.map((name) => Buffer.from(name));

/** What a file has to contain to be read: a module of interest, or the mark of git-crypt, which is named. */
const OF_INTEREST: readonly string[] = [...REPOSITORY_NAMES, 'GITCRYPT'];

/**
 * Starts to look which files of the whole estate are of interest. For a few namespaces reading them is faster.
 *
 * @returns null when every file has to be read
 */
export async function findOfInterest(
  reader: EstateReader,
  selection: Selection,
): Promise<ReadonlySet<string> | null> {
  const fewNamespaces = selection.namespaces.length > 0 && !selection.namespaces.some(isGlob);
  return fewNamespaces ? null : reader.find(OF_INTEREST);
}

/**
 * Reads the Terraform of the given namespaces and judges every credential in it.
 *
 * @param found the only files that can be of interest, when that is known; links are read all the same
 */
export async function surveyEstate(
  reader: EstateReader,
  folders: readonly NamespaceFolder[],
  rules: Omit<Rules, 'latestVersions'>,
  found: ReadonlySet<string> | null = null,
): Promise<Survey> {
  const holds = new Map(folders.map((folder) => [folder.path, findHolds(folder.files)]));
  const problems: Problem[] = folders.flatMap((folder) => misspeltHolds(folder, holds.get(folder.path)));
  const files = new Map<string, ModuleFile>();
  const paths = folders.flatMap(({ resources }) =>
    resources.filter(
      ({ path, type }) => isTerraform(path) && (found?.has(path) !== false || type !== 'file'),
    ),
  );
  await reader.read(
    paths.map(({ path }) => path),
    (path, content) => {
      const read = readModules(path, content);
      if (read === null) return;
      if ('text' in read) files.set(path, read);
      else problems.push(read);
    },
  );

  const scopes = await readScopes(reader, folders, files);
  const latestVersions = highestVersions(files.values());
  const assessments: Assessment[] = [];
  const unrotatable: UnrotatableCredential[] = [];
  for (const folder of folders) {
    const ofFolder = folder.resources.flatMap((resource) => {
      const file = files.get(resource.path);
      return file === undefined ? [] : [{ file, resource }];
    });
    const names = countNames(ofFolder.filter(({ resource }) => resource.applied).map(({ file }) => file));
    const hold = holdReason(holds.get(folder.path));
    for (const { file, resource } of ofFolder) {
      const broken = syntaxProblem(file);
      if (broken !== null) problems.push(broken);
      for (const module of file.modules) {
        const unusable = broken === null ? blockProblem(file, module, names) : inBrokenFile(broken);
        if (broken === null && unusable !== null)
          problems.push(problemAt(file, module.block.start, unusable));
        const place: Place = {
          id: credentialId(file.path, module.name),
          cluster: folder.cluster,
          namespace: folder.namespace,
          file,
          line: positionAt(file.text, module.block.start).line,
          scope: scopes.get(folder.path) ?? EMPTY_SCOPE,
          applied: resource.applied,
          hold,
          unusable,
        };
        assessments.push(judge(module, place, { ...rules, latestVersions }));
      }
      for (const module of file.unrotatable) unrotatable.push(describeUnrotatable(file, module));
    }
  }
  problems.sort((a, b) => (a.file < b.file ? -1 : a.file > b.file ? 1 : a.line - b.line));
  return { assessments, problems, unrotatable };
}

function isTerraform(path: string): boolean {
  return path.endsWith('.tf') || path.endsWith('.tf.json');
}

/** The scopes of those folders in which a date is a reference: few, so that the others are never read whole. */
async function readScopes(
  reader: EstateReader,
  folders: readonly NamespaceFolder[],
  files: ReadonlyMap<string, ModuleFile>,
): Promise<Map<string, Scope>> {
  const scopes = new Map<string, Scope>();
  for (const folder of folders) {
    const applied = folder.resources.filter((resource) => resource.applied).map(({ path }) => path);
    if (!applied.some((path) => refersElsewhere(files.get(path)))) continue;
    const texts: SourceFile[] = [];
    await reader.read(
      applied.filter((path) => path.endsWith('.tf') || path.endsWith('.tfvars')),
      (path, content) => {
        const known = files.get(path);
        const decoded = content instanceof Uint8Array ? decodeText(content) : null;
        if (known !== undefined) texts.push(known);
        else if (decoded !== null && 'text' in decoded) {
          texts.push({ path, text: decoded.text, scan: scan(decoded.text) });
        }
      },
    );
    scopes.set(
      folder.path,
      buildScope(
        texts.filter(({ path }) => path.endsWith('.tf')),
        texts.filter(({ path }) => path.endsWith('.tfvars')),
      ),
    );
  }
  return scopes;
}

function refersElsewhere(file: ModuleFile | undefined): boolean {
  return (
    file?.modules.some(({ date }) => date !== null && referenceIn(file.text, date.expression) !== null) ===
    true
  );
}

/** The modules of a file; null when it holds none of interest, a problem when it cannot be told. */
function readModules(path: string, content: FileContent): ModuleFile | Problem | null {
  if (!(content instanceof Uint8Array)) return wholeFile(path, content.code, content.message);
  const isEncrypted = content[0] === 0;
  const bytes = Buffer.from(content.buffer, content.byteOffset, content.byteLength);
  if (!isEncrypted && !(bytes.includes(COMMON_PREFIX) && NAMES.some((name) => bytes.includes(name))))
    return null;
  const decoded = decodeText(content);
  if (!('text' in decoded)) return wholeFile(path, decoded.code, decoded.message);
  const { text } = decoded;
  if (path.endsWith('.json')) {
    return wholeFile(path, 'json-syntax', 'Terraform in JSON is not read: rotate what it declares by hand');
  }
  const scanned = scan(text);
  const { modules, unrotatable } = findModules(text, scanned);
  if (modules.length === 0 && unrotatable.length === 0 && scanned.errors.length === 0) return null;
  return { path, text, scan: scanned, modules, unrotatable };
}

function wholeFile(file: string, code: string, message: string): Problem {
  return { file, line: 1, column: 1, code, message };
}

function problemAt(file: SourceFile, offset: number, { code, message }: Reason): Problem {
  const position = positionAt(file.text, offset);
  return { file: file.path, ...position, code, message, sourceLine: lineAt(file.text, position.line) };
}

/** The first place where a file is no HCL: what follows from it would only repeat it. */
function syntaxProblem(file: SourceFile): Problem | null {
  const [error] = file.scan.errors;
  if (error === undefined) return null;
  return problemAt(file, error.offset, { code: error.code, message: `${error.message}: ${error.help}` });
}

function inBrokenFile(problem: Problem): Reason {
  return {
    code: 'invalid-hcl',
    message: `the file does not parse (line ${problem.line}, column ${problem.column}): ${problem.message}`,
  };
}

/** Why a block cannot be edited although the file is HCL; Terraform refuses such a folder as a whole. */
function blockProblem(
  file: SourceFile,
  module: FoundModule,
  names: ReadonlyMap<string, number>,
): Reason | null {
  const [duplicate] = findDuplicates(module.block.body);
  if (duplicate !== undefined) {
    const { line } = positionAt(file.text, duplicate.start);
    return { code: 'duplicate-argument', message: `${duplicate.name} is set twice, again on line ${line}` };
  }
  if ((names.get(module.name) ?? 0) > 1) {
    return { code: 'duplicate-module', message: `two modules of this folder are named ${module.name}` };
  }
  return null;
}

function countNames(files: readonly ModuleFile[]): Map<string, number> {
  const names = new Map<string, number>();
  for (const file of files) {
    for (const module of file.modules) names.set(module.name, (names.get(module.name) ?? 0) + 1);
  }
  return names;
}

function holdReason(found: Holds | undefined): string | null {
  if (found === undefined || found.holds.length === 0) return null;
  const effect = found.holds.includes(HOLD_FILES[1]) ? 'stops every apply' : 'makes the pipeline pass it by';
  return `the namespace is on hold: ${found.holds.join(' and ')} ${effect}`;
}

function misspeltHolds(folder: NamespaceFolder, found: Holds | undefined): Problem[] {
  return (found?.misspelt ?? []).map(({ file, message }) =>
    wholeFile(`${folder.path}/${file}`, 'misspelt-hold', message),
  );
}

function describeUnrotatable(file: SourceFile, module: UnrotatableModule): UnrotatableCredential {
  return {
    id: credentialId(file.path, module.name),
    file: file.path,
    line: positionAt(file.text, module.block.start).line,
    module: module.name,
    source: module.source,
    code: 'not-rotatable',
    message: module.message,
  };
}

/** Without asking GitHub: the highest version of each module that the estate itself uses. */
function highestVersions(files: Iterable<ModuleFile>): Map<KindName, string> {
  const highest = new Map<KindName, string>();
  for (const { modules } of files) {
    for (const { kind, version } of modules) {
      if (version === null) continue;
      const known = highest.get(kind.name);
      if (known === undefined || compareVersions(version, known) > 0) highest.set(kind.name, version);
    }
  }
  return highest;
}
