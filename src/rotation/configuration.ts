import { positionAt } from '../hcl/position.ts';
import { findAttribute, findBlocks, literalString } from '../hcl/values.ts';
import { buildScope, EMPTY_SCOPE, type ModuleCall } from './references.ts';
import type { Scope } from './scope.ts';
import { findIdleRotations, type IdleRotation } from './self-rotation.ts';
import type { SourceFile } from './source-file.ts';
import { isConfiguration, isLoadedValues, isOverrideFile } from './terraform-files.ts';

/** A folder that Terraform loads, and what a module block in it means there. */
export interface LoadedFolder {
  /** What `var.` and `local.` mean in the folder. */
  readonly scope: Scope;
  /** Module name → the place (`path:line`) where an override file changes it. */
  readonly overridden: ReadonlyMap<string, string>;
  /** The module blocks that load the folder; none for the one in which Terraform is run. */
  readonly calls: readonly ModuleCall[];
  /** The resources of the folder that rotate by themselves and to which nothing refers. */
  readonly idle: readonly IdleRotation[];
}

/** Local modules may call local modules; a longer chain does not occur, and a circle would be one. */
const MAX_DEPTH = 10;

/**
 * What Terraform loads when it is run in a folder: that folder's files, and each folder below that a `module` block names
 * by a path (developer.hashicorp.com/terraform/language/modules/sources#local-paths).
 *
 * @param root the folder in which Terraform is run, for example `namespaces/<cluster>/<namespace>/resources`
 * @param files all configuration files and files of values of the root and below
 * @returns the loaded folders by path, the root among them
 */
export function loadConfiguration(
  root: string,
  files: readonly SourceFile[],
): ReadonlyMap<string, LoadedFolder> {
  const loaded = new Map<string, LoadedFolder>();
  let waiting = new Map<string, readonly ModuleCall[]>([[root, []]]);
  for (let depth = 0; depth < MAX_DEPTH && waiting.size > 0; depth += 1) {
    const next = new Map<string, ModuleCall[]>();
    for (const [folder, calls] of waiting) {
      const inFolder = files.filter(({ path }) => folderOf(path) === folder);
      const code = inFolder.filter(({ path }) => isConfiguration(path));
      const values = folder === root ? inFolder.filter(({ path }) => isLoadedValues(path)) : [];
      const scope = code.length === 0 ? EMPTY_SCOPE : buildScope(code, values, calls);
      loaded.set(folder, { scope, overridden: findOverridden(code), calls, idle: findIdleRotations(code) });
      for (const [target, call] of callsIn(code, scope)) {
        const known = next.get(target);
        if (known === undefined) next.set(target, [call]);
        else known.push(call);
      }
    }
    waiting = new Map([...next].filter(([folder]) => !loaded.has(folder)));
  }
  return loaded;
}

/** The module blocks whose source is a path, with the folder that it names. */
function callsIn(files: readonly SourceFile[], scope: Scope): [string, ModuleCall][] {
  return files.flatMap((file) => {
    const seen = new Map<string, number>();
    return findBlocks(file.scan.body, 'module').flatMap((block): [string, ModuleCall][] => {
      const name = block.labels[0]?.text ?? '';
      const occurrence = seen.get(name) ?? 0;
      seen.set(name, occurrence + 1);
      const source = findAttribute(block.body, 'source');
      const value = source === null ? null : literalString(file.text, source.expression)?.value;
      if (!value || !/^\.\.?(?:\/|$)/.test(value)) return [];
      return [[resolvePath(folderOf(file.path), value), { file, block, name, occurrence, scope }]];
    });
  });
}

/** The modules that override files change, by name. */
function findOverridden(files: readonly SourceFile[]): Map<string, string> {
  const overridden = new Map<string, string>();
  for (const { path, text, scan } of files.filter((file) => isOverrideFile(file.path))) {
    for (const block of scan.body) {
      if (block.type !== 'block' || !['module', 'resource'].includes(block.keyword)) continue;
      const name = block.labels.map((label) => label.text).join('.');
      if (name !== '') overridden.set(name, `${path}:${positionAt(text, block.start).line}`);
    }
  }
  return overridden;
}

/** The folder of a path, without a slash at its end. */
export function folderOf(path: string): string {
  return path.slice(0, path.lastIndexOf('/'));
}

/** Joins a path that begins with `./` or `../` to a folder; what leaves the repository stays below its top. */
function resolvePath(folder: string, path: string): string {
  const parts = folder.split('/');
  for (const part of path.split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '' && part !== '.') parts.push(part);
  }
  return parts.join('/');
}
