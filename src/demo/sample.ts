/** Finds the small environments repository that comes with the package, from the sources as from the bundle. */
import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/**
 * Folder of the package this file belongs to: the nearest one above it whose `package.json` is ours. In the sources
 * that is two levels up, in `dist/` or a folder of it one or two.
 *
 * @throws Error when there is none
 */
export async function packageRoot(from: string = fileURLToPath(import.meta.url)): Promise<string> {
  for (let folder = dirname(from); ; folder = dirname(folder)) {
    const text = await readFile(join(folder, 'package.json'), 'utf8').catch(() => '{}');
    const { name } = JSON.parse(text) as { name?: unknown };
    if (name === 'rotate-pr') return folder;
    if (folder === dirname(folder)) throw new Error(`No package.json of rotate-pr above ${from}.`);
  }
}

/** Folder of the sample environments repository. */
export async function sampleEnvironments(): Promise<string> {
  return join(await packageRoot(), 'fixtures', 'environments');
}
