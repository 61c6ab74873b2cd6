import { lstatSync, realpathSync } from 'node:fs';
import { basename, dirname, join, resolve, sep } from 'node:path';
import { fail, ok, type Result } from '../util/result.ts';
import type { Terminal } from './terminal.ts';

/** Where a result goes. */
export interface Output {
  /** What the text is to fit. */
  readonly terminal: Terminal;
  readonly write: (text: string, say: (line: string) => void) => Promise<Result<null>>;
}

/**
 * The file of `--output`, else stdout. A file that cannot be written is found before the work begins.
 *
 * @param cwd where a relative path begins
 * @param color what `--color` said: a file has colours on request only
 * @returns codes `bad-output`; from `write` also `not-written`
 */
export function findOutput(
  path: string | undefined,
  cwd: string,
  color: boolean | undefined,
  terminal: Terminal,
): Result<Output> {
  if (path === undefined) {
    const write: Output['write'] = async (text) => {
      terminal.out(text);
      return ok(null);
    };
    return ok({ terminal, write });
  }
  const file = resolve(cwd, path);
  const obstacle = findObstacle(path, file);
  if (obstacle !== null) return fail('bad-output', obstacle);
  return ok({
    terminal: { ...terminal, width: Number.POSITIVE_INFINITY, isTerminal: false, color: color ?? false },
    write: (text, say) => writeFile(path, file, text, say),
  });
}

/** Why a file cannot be written there; null when nothing is known to be in the way. */
function findObstacle(path: string, file: string): string | null {
  const there = lstatSync(file, { throwIfNoEntry: false });
  if (isOfGit(file)) return `--output ${path} is a file of git's own: name another one.`;
  if (there?.isFile()) return null;
  if (there !== undefined) {
    return `--output ${path} is there already and is no regular file: name another one.`;
  }
  const folder = dirname(file);
  if (lstatSync(folder, { throwIfNoEntry: false }) !== undefined) return null;
  return `--output ${path}: there is no folder ${folder}. Make it first.`;
}

/** Below a folder `.git`, also behind a link. */
function isOfGit(file: string): boolean {
  const folder = dirname(file);
  const real = lstatSync(folder, { throwIfNoEntry: false }) === undefined ? folder : realpathSync(folder);
  return join(real, basename(file)).toLowerCase().split(sep).includes('.git');
}

/** In one step: whoever reads the file meanwhile has the old one or the new one whole. */
async function writeFile(
  path: string,
  file: string,
  text: string,
  say: (line: string) => void,
): Promise<Result<null>> {
  const { default: writeFileAtomic } = await import('write-file-atomic');
  const obstacle = findObstacle(path, file);
  if (obstacle !== null) return fail('bad-output', obstacle);
  try {
    await writeFileAtomic(file, text, { encoding: 'utf8' });
  } catch (error) {
    const reason = error instanceof Error && 'code' in error ? String(error.code) : String(error);
    return fail('not-written', `--output ${path} cannot be written (${reason}).`);
  }
  say(`Written to ${path}.`);
  return ok(null);
}
