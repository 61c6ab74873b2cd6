import { lstat, mkdir, realpath, writeFile } from 'node:fs/promises';
import { dirname, join, sep } from 'node:path';
import { type Published, starterConfig, starterWorkflow } from '../config/starter.ts';
import type { InitResult, StarterFile } from '../results/config.ts';
import { fail, ok, type Result } from '../util/result.ts';
import type { CommandOptions } from './options.ts';
import { CONFIG_FILES } from './read/config-file.ts';
import { openRoot } from './read/tree.ts';

/** Where the workflow stands, from the git top level; `.yaml` is the same workflow to GitHub. */
const WORKFLOW_FILES = ['.github/workflows/rotate-pr.yml', '.github/workflows/rotate-pr.yaml'] as const;

/** A file to write, unless one of `names` is there; each below `folder`. */
interface Starter {
  readonly folder: string;
  readonly names: readonly [string, ...string[]];
  readonly text: string;
}

/**
 * Writes a workflow and a config file to begin with; never over a file that is there.
 *
 * @returns code `not-written` when a file can be neither written nor left alone
 */
export async function init(
  options: CommandOptions & { readonly published: Published },
): Promise<Result<InitResult>> {
  const found = openRoot(options);
  if (!found.ok) return found;
  const { root, top, prefix } = found.value;
  // GitHub looks for workflows at the top; settings stand with the environments that they are for
  const starters: readonly Starter[] = [
    { folder: top ?? root, names: WORKFLOW_FILES, text: starterWorkflow(options.published, prefix) },
    { folder: root, names: CONFIG_FILES, text: starterConfig(options.published) },
  ];
  const files: StarterFile[] = [];
  for (const starter of starters) {
    const written = await writeStarter(starter);
    if (!written.ok) return written;
    const path =
      starter.folder === root && prefix !== '' ? `${prefix}/${written.value.path}` : written.value.path;
    files.push({ ...written.value, path });
  }
  return ok({ schemaVersion: 1, files, problems: [] });
}

async function writeStarter({ folder, names, text }: Starter): Promise<Result<StarterFile>> {
  for (const name of names) {
    if (await isThere(join(folder, name))) return ok(leftAlone(name));
  }
  const [path] = names;
  try {
    const parent = await folderInside(folder, dirname(path));
    if (parent === null)
      return fail('not-written', `${dirname(path)} leads out of ${folder}: ${path} was not written.`);
    // `wx` fails where a file has come to be in the meantime
    await writeFile(join(folder, path), text, { flag: 'wx' });
    return ok({ path, outcome: 'written', reason: null });
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : String(error);
    if (code === 'EEXIST' && (await isThere(join(folder, path)))) return ok(leftAlone(path));
    return fail('not-written', `${path} cannot be written in ${folder} (${code}).`);
  }
}

function leftAlone(path: string): StarterFile {
  return { path, outcome: 'left-alone', reason: 'it is there already' };
}

/** Also a link that leads nowhere. */
async function isThere(path: string): Promise<boolean> {
  try {
    await lstat(path);
    return true;
  } catch {
    return false;
  }
}

/** Makes a folder below another one; null when a link on the way leads out of it. */
async function folderInside(top: string, path: string): Promise<string | null> {
  const real = await realpath(top);
  let at = real;
  for (const part of path.split('/')) {
    at = join(at, part);
    // one after the other, so that nothing is made behind a link that leads out
    if (!(await isThere(at))) await mkdir(at);
    const led = await realpath(at);
    if (!led.startsWith(real.endsWith(sep) ? real : real + sep)) return null;
  }
  return at;
}
