import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { isMap, isNode, isScalar, parseDocument } from 'yaml';
import { positionAt } from '../../hcl/position.ts';
import { aboutWord } from '../../kinds/kind.ts';
import { type KindName, knownKinds } from '../../kinds/registry.ts';
import { versionOf } from '../../kinds/versions.ts';
import type { LatestVersion } from '../../rotation/versions.ts';
import { fail, ok, type Result } from '../../util/result.ts';
import { trimEndOf } from '../../util/text.ts';

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
  const document = parseDocument(text, { prettyErrors: false, uniqueKeys: false });
  const refuse = (offset: number, what: string) => {
    const { line, column } = positionAt(text, Math.min(offset, text.length));
    return fail('bad-module-versions', `${file}:${line}:${column}: ${what}.`);
  };
  const [error] = document.errors;
  if (error !== undefined) return refuse(error.pos[0], trimEndOf(error.message, '.'));
  if (!isMap(document.contents)) {
    return refuse(
      startOf(document.contents),
      `expected { and in it versions by kind, such as "${knownKinds().names[0]}": "9.2.0"`,
    );
  }
  const latest = new Map<KindName, LatestVersion>();
  for (const { key, value } of document.contents.items) {
    const name = textOf(key);
    if (name === null) return refuse(startOf(key), 'expected a kind or a repository in double quotes');
    const tag = textOf(value);
    if (tag === null) return refuse(startOf(value), 'expected a version in double quotes, such as "9.2.0"');
    const version = versionOf(tag);
    if (version === null) {
      return refuse(startOf(value), `${JSON.stringify(tag)} is no version: write it as "9.2.0"`);
    }
    const kind = knownKinds().list.find((one) => name === one.name || name === aboutWord(one.about));
    if (kind === undefined) {
      if (/^cloud-platform-terraform-[\w-]+$/.test(name)) continue;
      const known = knownKinds().names.join(', ');
      return refuse(startOf(key), `there is no kind ${JSON.stringify(name)}: the kinds are ${known}`);
    }
    if (latest.has(kind.name)) return refuse(startOf(key), `the version of ${kind.name} is given twice`);
    latest.set(kind.name, { version, tag, from: 'file', origin: '--module-versions', tags: [] });
  }
  return ok(latest);
}

function textOf(node: unknown): string | null {
  return isScalar(node) && typeof node.value === 'string' ? node.value : null;
}

function startOf(node: unknown): number {
  return isNode(node) ? (node.range?.[0] ?? 0) : 0;
}
