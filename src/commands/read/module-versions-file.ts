import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { positionAt } from '../../hcl/position.ts';
import { type KindName, knownKinds } from '../../kinds/registry.ts';
import { versionOf } from '../../kinds/versions.ts';
import type { LatestVersion } from '../../rotation/versions.ts';
import { fail, ok, type Result } from '../../util/result.ts';

type Versions = ReadonlyMap<KindName, LatestVersion>;

/**
 * Reads the file of `--module-versions`: `{ "<kind or repository>": "9.2.0" }`. Repositories of other modules of the
 * Cloud Platform may be listed and are passed by.
 *
 * @returns code `bad-module-versions`, with the place in the file
 */
export async function readModuleVersions(cwd: string, file: string): Promise<Result<Versions>> {
  let text: string;
  try {
    text = await readFile(resolve(cwd, file), 'utf8');
  } catch (error) {
    const reason = error instanceof Error && 'code' in error ? String(error.code) : String(error);
    return fail('bad-module-versions', `--module-versions ${file} cannot be read (${reason}).`);
  }
  return parseModuleVersions(text.replace(/^\uFEFF/, ''), file);
}

/** The same from a text; `file` is what it is called in messages. */
function parseModuleVersions(text: string, file: string): Result<Versions> {
  const entries = readObject(text);
  const refuse = (offset: number, what: string) => {
    const { line, column } = positionAt(text, Math.min(offset, text.length));
    return fail('bad-module-versions', `${file}:${line}:${column}: ${what}.`);
  };
  if (!Array.isArray(entries)) return refuse(entries.offset, entries.expected);
  const latest = new Map<KindName, LatestVersion>();
  for (const { key, keyAt, value, valueAt } of entries) {
    const kind = knownKinds().list.find(({ name, module }) => key === name || key === module);
    const version = versionOf(value);
    if (version === null) {
      return refuse(valueAt, `${JSON.stringify(value)} is no version: write it as "9.2.0"`);
    }
    if (kind === undefined) {
      if (/^cloud-platform-terraform-[\w-]+$/.test(key)) continue;
      const known = knownKinds().names.join(', ');
      return refuse(keyAt, `there is no kind ${JSON.stringify(key)}: the kinds are ${known}`);
    }
    if (latest.has(kind.name)) return refuse(keyAt, `the version of ${kind.name} is given twice`);
    latest.set(kind.name, { version, tag: value, from: 'file', origin: '--module-versions', tags: [] });
  }
  return ok(latest);
}

interface Entry {
  readonly key: string;
  readonly keyAt: number;
  readonly value: string;
  readonly valueAt: number;
}

/** A JSON object of strings, with the places that JSON.parse does not tell; or where it stops being one, and why. */
function readObject(text: string): Entry[] | { readonly offset: number; readonly expected: string } {
  let position = 0;
  const space = (): void => {
    while (/[ \t\r\n]/.test(text[position] ?? '')) position += 1;
  };
  const take = (character: string): boolean => {
    space();
    if (text[position] !== character) return false;
    position += 1;
    return true;
  };
  const string = (): string | null => {
    space();
    const pattern = /"(?:[^"\\\u0000-\u001f]|\\(?:["\\/bfnrt]|u[\dA-Fa-f]{4}))*"/y;
    pattern.lastIndex = position;
    const found = pattern.exec(text)?.[0];
    if (found === undefined) return null;
    position += found.length;
    return JSON.parse(found) as string;
  };
  const stop = (expected: string) => ({ offset: position, expected });

  const entries: Entry[] = [];
  if (!take('{'))
    return stop(`expected { and in it versions by kind, such as "${knownKinds().names[0]}": "9.2.0"`);
  if (!take('}')) {
    for (;;) {
      const key = string();
      if (key === null) return stop('expected a kind or a repository in double quotes');
      const keyAt = position - JSON.stringify(key).length;
      if (!take(':')) return stop(`expected : behind ${JSON.stringify(key)}`);
      space();
      const valueAt = position;
      const value = string();
      if (value === null) return stop('expected a version in double quotes, such as "9.2.0"');
      entries.push({ key, keyAt, value, valueAt });
      if (take('}')) break;
      if (!take(',')) return stop('expected , or }');
    }
  }
  space();
  return position === text.length ? entries : stop('expected nothing behind the }');
}
