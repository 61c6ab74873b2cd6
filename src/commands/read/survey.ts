import { credentialId, findHolds, HOLD_FILES, type Holds } from '../../environments/layout.ts';
import type { EstateReader, NamespaceFolder, ResourceFile } from '../../environments/reader.ts';
import { isCertainlyHcl } from '../../hcl/certain.ts';
import { lineAt, offsetAt, positionAt } from '../../hcl/position.ts';
import { parseHcl } from '../../hcl/verify.ts';
import { assessmentOf, reasonIn, reasonOf } from '../../report/reasons.ts';
import type { Problem, UnrotatableCredential } from '../../results/results.ts';
import { type Blocker, fileBlocker, moduleBlocker, type Surroundings } from '../../rotation/blockers.ts';
import { findCommentedOut } from '../../rotation/commented-out-modules.ts';
import { folderOf, type LoadedFolder, loadConfiguration } from '../../rotation/configuration.ts';
import { instancesOf } from '../../rotation/instances.ts';
import { type Assessment, type Judgement, judge, type Place, type Rules } from '../../rotation/judge.ts';
import type { FoundModule } from '../../rotation/modules.ts';
import type { Cause } from '../../rotation/reasons.ts';
import { EMPTY_SCOPE } from '../../rotation/references.ts';
import { type IdleOffer, idleOffers } from '../../rotation/self-rotation.ts';
import type { SourceFile } from '../../rotation/source-file.ts';
import { isJson } from '../../rotation/terraform-files.ts';
import { type ModuleVersions, NO_VERSIONS } from '../../rotation/versions.ts';
import {
  type ModuleFile,
  needsWholeFolder,
  readModuleFiles,
  readWholeFolder,
  wholeFile,
} from './module-files.ts';

/** What a look at the estate found. */
export interface Survey {
  readonly assessments: readonly Assessment[];
  readonly problems: readonly Problem[];
  readonly unrotatable: readonly UnrotatableCredential[];
  readonly versions: ModuleVersions;
}

/** A namespace with its files of interest, and what of its surroundings a judgement depends on. */
interface FolderContext {
  readonly files: readonly { readonly file: ModuleFile; readonly resource: ResourceFile }[];
  /** The folders that Terraform loads, by path. */
  readonly loaded: ReadonlyMap<string, LoadedFolder>;
  /** Folder → module name → how many of its blocks bear it. */
  readonly names: ReadonlyMap<string, ReadonlyMap<string, number>>;
  readonly hold: Place['hold'];
  /** What may have rotated a module's credential before its date was set by hand. */
  readonly idle: ReadonlyMap<FoundModule, IdleOffer>;
}

/**
 * Reads the Terraform of the given namespaces and judges every credential in it.
 * @param learn says what the latest versions of these modules are; default nothing is known of them
 * @param onProgress is told how many of the folders are read
 */
export async function surveyEstate(
  reader: EstateReader,
  folders: readonly NamespaceFolder[],
  ruling: Omit<Rules, 'versions'>,
  learn: (modules: readonly FoundModule[]) => Promise<ModuleVersions> = async () => NO_VERSIONS,
  onProgress?: (done: number, total: number) => void,
): Promise<Survey> {
  const problems: Problem[] = [];
  const files = await readModuleFiles(reader, folders, problems, onProgress);
  const versions = await learn([...files.values()].flatMap(({ modules }) => modules));
  const rules: Rules = { ...ruling, versions };
  const assessments: Assessment[] = [];
  const unrotatable: UnrotatableCredential[] = [];
  const syntax = syntaxCheck();
  for (const folder of folders) {
    const holds = findHolds(folder.files);
    problems.push(...misspeltHolds(folder, holds));
    const ofFolder = filesOf(folder, files);
    if (ofFolder.length === 0) continue;
    const whole = needsWholeFolder(folder, files) ? await readWholeFolder(reader, folder, files) : [];
    const context = folderContext(folder, ofFolder, whole, holds);
    for (const { file, resource } of context.files) {
      const loaded = context.loaded.get(folderOf(file.path));
      const broken = await syntax(file);
      const inModules: Blocker[] = [];
      for (const module of file.modules) {
        const isLink = resource.type === 'symlink';
        const own = isScanned(file)
          ? moduleBlocker(file, module, isLink, surroundingsOf(file, context))
          : null;
        if (own !== null) inModules.push(own);
        const place: Omit<Place, 'id'> = {
          cluster: folder.cluster,
          namespace: folder.namespace,
          file,
          line: positionAt(file.text, module.block.start).line,
          scope: loaded?.scope ?? EMPTY_SCOPE,
          calls: loaded?.calls ?? [],
          idle: context.idle.get(module) ?? null,
          applied: loaded !== undefined,
          hold: context.hold,
          unusable: (own ?? broken)?.cause ?? null,
        };
        for (const instance of instancesOf(module, file, place.scope)) {
          const here = { ...place, id: credentialId(file.path, instance.name) };
          const judged = judge(instance, here, rules);
          const elsewhere = await brokenDefinition(judged, syntax);
          const judgement =
            elsewhere === null ? judged : judge(instance, { ...here, unusable: elsewhere }, rules);
          assessments.push(assessmentOf(judgement));
        }
      }
      const isSaid = inModules.some(({ cause }) => cause.code === 'duplicate-argument');
      const ofFile = broken === null || isSaid ? [] : [broken];
      problems.push(...[...ofFile, ...inModules].map((blocker) => problemAt(file, blocker)));
      if (loaded !== undefined && broken === null) problems.push(...unreadModules(file));
      unrotatable.push(...findUnrotatable(file));
    }
  }
  problems.sort((a, b) => (a.file < b.file ? -1 : a.file > b.file ? 1 : a.line - b.line));
  return { assessments, problems, unrotatable, versions };
}

function filesOf(folder: NamespaceFolder, known: ReadonlyMap<string, ModuleFile>): FolderContext['files'] {
  const files: { file: ModuleFile; resource: ResourceFile }[] = [];
  for (const resource of folder.resources) {
    const file = known.get(resource.path);
    if (file !== undefined) files.push({ file, resource });
  }
  return files;
}

function folderContext(
  folder: NamespaceFolder,
  files: FolderContext['files'],
  whole: readonly SourceFile[],
  holds: Holds,
): FolderContext {
  const names = new Map<string, Map<string, number>>();
  for (const { file } of files) {
    const ofFolder = names.get(folderOf(file.path)) ?? new Map<string, number>();
    names.set(folderOf(file.path), ofFolder);
    for (const { name } of file.modules) ofFolder.set(name, (ofFolder.get(name) ?? 0) + 1);
  }
  const loaded = loadConfiguration(`${folder.path}/resources`, whole);
  const idle = [...loaded].flatMap(([path, { idle }]) => {
    const modules = files.flatMap(({ file }) =>
      folderOf(file.path) === path ? file.modules.map((module) => ({ file, module })) : [],
    );
    return [...idleOffers(modules, idle)];
  });
  return { files, loaded, names, hold: holdOf(holds), idle: new Map(idle) };
}

const NO_NAMES: Surroundings['names'] = new Map();
const NO_OVERRIDES: Surroundings['overridden'] = new Map();

function surroundingsOf({ path }: SourceFile, { loaded, names }: FolderContext): Surroundings {
  const folder = folderOf(path);
  return { names: names.get(folder) ?? NO_NAMES, overridden: loaded.get(folder)?.overridden ?? NO_OVERRIDES };
}

type SyntaxCheck = (file: SourceFile) => Promise<Blocker | null>;

/**
 * Where a file is no HCL, by our scanner or, where that cannot be certain, by HashiCorp's parser: what Terraform refuses
 * is known before anybody counts on writing it. Each file is read once.
 */
function syntaxCheck(): SyntaxCheck {
  const known = new Map<SourceFile, Blocker | null>();
  return async (file) => {
    const before = known.get(file);
    if (before !== undefined) return before;
    const found = fileBlocker(file) ?? (await parserBlocker(file));
    known.set(file, found);
    return found;
  };
}

/** What a module lacks can be told only where our scanner reads the whole file. */
function isScanned({ scan }: SourceFile): boolean {
  return scan.errors.length === 0;
}

async function parserBlocker({ path, text, scan }: SourceFile): Promise<Blocker | null> {
  if (isJson(path) || isCertainlyHcl(text, scan)) return null;
  const parsed = await parseHcl(text);
  if ('json' in parsed) return null;
  const { line, column } = parsed.position ?? { line: 1, column: 1 };
  const facts = { line, column, what: parsed.message, help: null };
  return { cause: { code: 'invalid-hcl', facts }, offset: offsetAt(text, { line, column }) };
}

/** A date that another file defines cannot be changed where that file is no HCL. */
async function brokenDefinition({ date, file }: Judgement, syntax: SyntaxCheck): Promise<Cause | null> {
  if (date.found !== 'literal' || date.file === file) return null;
  const broken = await syntax(date.file);
  return broken === null ? null : reasonIn(date.file.path, broken.cause);
}

function problemAt(file: SourceFile, { cause, offset }: Blocker): Problem {
  const position = positionAt(file.text, offset);
  return { file: file.path, ...position, ...reasonOf(cause), sourceLine: lineAt(file.text, position.line) };
}

function holdOf({ holds }: Holds): Place['hold'] {
  return holds.length === 0 ? null : { files: holds, stopsEveryApply: holds.includes(HOLD_FILES[1]) };
}

function misspeltHolds(folder: NamespaceFolder, { misspelt }: Holds): Problem[] {
  return misspelt.map(({ file, message }) => wholeFile(`${folder.path}/${file}`, 'misspelt-hold', message));
}

function unreadModules(file: ModuleFile): Problem[] {
  return file.unread.map(({ block, name, because }) => {
    const cause: Cause = { code: 'unknown-module', facts: { module: name, because } };
    return problemAt(file, { cause, offset: block.start });
  });
}

/** Modules without a variable to rotate them, and those that Terraform does not see. */
function findUnrotatable(file: ModuleFile): UnrotatableCredential[] {
  const unrotatable = file.unrotatable.map(({ block, name, source, message }) => {
    const cause = { code: 'not-rotatable', message };
    return { name, source, line: positionAt(file.text, block.start).line, cause };
  });
  return [...unrotatable, ...findCommentedOut(file)].map(({ name, source, line, cause }) => {
    const id = credentialId(file.path, name);
    return { id, file: file.path, line, module: name, source, ...reasonOf(cause) };
  });
}
