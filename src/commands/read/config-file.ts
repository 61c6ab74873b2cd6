/** Finding and reading the config file: the thin edge of config/. */
import { readFileSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Config } from '../../config/rules.ts';
import type { EstateReader, FileContent } from '../../environments/reader.ts';
import { decodeText } from '../../environments/text.ts';
import { BUILT_IN_KINDS, findKind, knownKinds } from '../../kinds/registry.ts';
import { didYouMean } from '../../util/nearest.ts';
import { fail, ok, type Problem, type Result } from '../../util/result.ts';
import { useKinds } from './kinds-of-run.ts';

/** Where the config file is looked for, from the root of the tree that a command reads. */
export const CONFIG_FILES = ['.github/rotate-pr.yml', '.github/rotate-pr.yaml'] as const;

/**
 * The settings for a run: of the file that `--config` names, else of the one that the tree has. From here on its kinds are
 * those of the run.
 *
 * @param reader the working tree, or the commit that the command reads: then what is not committed there does not count
 * @param given `--config`, seen from `cwd`
 * @returns null where there is no file; code `bad-config`, with every mistake in its place
 */
export async function loadConfig(
  reader: EstateReader,
  { config: given, cwd }: { readonly config?: string | undefined; readonly cwd: string },
): Promise<Result<Config | null>> {
  const config = given === undefined ? await readOwn(reader) : await readNamed(given, cwd);
  if (config.ok) useKinds(config.value?.kinds ?? BUILT_IN_KINDS);
  return config;
}

/** What is wrong with the kinds that were named, once those of the run are known; code `unknown-kind`. */
export function findUnknownKind({ kinds }: { readonly kinds: readonly string[] }): Result<never> | null {
  const { names, byName } = knownKinds();
  const unknown = kinds.find((name) => !byName.has(name));
  if (unknown === undefined) return null;
  const meant = findKind(unknown);
  const advice = meant === null ? didYouMean(unknown, names) : `: did you mean ${meant.name}?`;
  return fail(
    'unknown-kind',
    advice === ''
      ? `There is no kind ${unknown}: the kinds are ${names.join(', ')}.`
      : `There is no kind ${unknown}${advice} The kinds are ${names.join(', ')}.`,
  );
}

async function readOwn(reader: EstateReader): Promise<Result<Config | null>> {
  const found: { readonly file: string; readonly content: FileContent }[] = [];
  await reader.read(CONFIG_FILES, (file, content) => {
    // the bytes are the reader's own, and are gone after this call
    if (content instanceof Uint8Array) found.push({ file, content: Uint8Array.from(content) });
    else if (content.code !== 'missing') found.push({ file, content });
  });
  const [first, second] = found;
  if (first === undefined) return ok(null);
  if (second !== undefined) {
    return fail('bad-config', `Both ${first.file} and ${second.file} are there: keep one of them.`);
  }
  return readContent(first.file, first.content);
}

function readNamed(file: string, cwd: string): Promise<Result<Config>> {
  const path = resolve(cwd, file);
  const failed = (message: string) => readContent(file, { code: 'unreadable', message });
  try {
    // asked before it is read: a pipe would be waited for
    if (!statSync(path).isFile()) return failed('it is no plain file');
    return readContent(file, readFileSync(path));
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : String(error);
    return failed(code === 'ENOENT' ? 'no such file' : code);
  }
}

async function readContent(file: string, content: FileContent): Promise<Result<Config>> {
  if ('code' in content)
    return fail('bad-config', `The config file ${file} cannot be read: ${content.message}.`);
  const { MAX_CONFIG_BYTES, parseConfig } = await import('../../config/load.ts');
  if (content.length > MAX_CONFIG_BYTES) {
    const most = `${MAX_CONFIG_BYTES / 1024} KB`;
    return fail('bad-config', `The config file ${file} cannot be read: it is larger than ${most}.`);
  }
  const decoded = decodeText(content);
  if ('code' in decoded) {
    const { line, column, message } = decoded;
    return refuse(file, [{ file, line, column, code: 'config-syntax', message }]);
  }
  const parsed = parseConfig(decoded.text, file, BUILT_IN_KINDS.names);
  return 'config' in parsed ? ok(parsed.config) : refuse(file, parsed.problems);
}

function refuse(file: string, problems: readonly Problem[]): Result<never> {
  const found = problems.length === 1 ? 'a mistake' : `${problems.length} mistakes`;
  return fail('bad-config', `The config file ${file} has ${found}; nothing was done.`, problems);
}
