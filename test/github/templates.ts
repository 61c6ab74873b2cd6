/**
 * The repositories that a test's world starts from. Git takes far longer to make them than to copy them, so they are made
 * once a run for each environments repository, in a folder that the workers share.
 */
import { createHash } from 'node:crypto';
import {
  existsSync,
  linkSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { mkdtemp, rename, rm } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { makeRepositories } from '../../src/demo/repositories.ts';

/** Names the folder that the workers of a run share; without it nothing is kept. */
export const TEMPLATES = 'TEST_REPOSITORY_TEMPLATES';

/** Fills an empty folder with what `makeRepositories` makes. */
export async function copyRepositories(into: string, estate: string, branch: string): Promise<void> {
  const templates = process.env[TEMPLATES];
  if (templates === undefined) return makeRepositories(into, estate, branch);
  const template = join(templates, keyOf(estate, branch));
  if (!existsSync(template)) await makeTemplate(template, estate, branch);
  for (const entry of readdirSync(template)) copyFolder(join(template, entry), join(into, entry));
}

/** Two workers may make the same one at once: the first to be done wins. */
async function makeTemplate(template: string, estate: string, branch: string): Promise<void> {
  const made = await mkdtemp(`${template}-`);
  await makeRepositories(made, estate, branch);
  await rename(made, template).catch(async (error: unknown) => {
    if (!existsSync(template)) throw error;
    await rm(made, { recursive: true });
  });
}

/** Differs for every difference that git would see. */
function keyOf(estate: string, branch: string): string {
  const hash = createHash('sha256').update(`${branch}\0`);
  const files = readdirSync(estate, { recursive: true, withFileTypes: true });
  for (const file of files.sort((a, b) => (pathOf(a) < pathOf(b) ? -1 : 1))) {
    const path = pathOf(file);
    if (file.isDirectory() || /(?:^|[\\/])\.git(?:[\\/]|$)/.test(relative(estate, path))) continue;
    const content = file.isSymbolicLink() ? readlinkSync(path) : readFileSync(path);
    hash.update(`${relative(estate, path)}\0${file.isSymbolicLink()}\0${content.length}\0`).update(content);
  }
  return hash.digest('hex').slice(0, 20);
}

function pathOf(file: { readonly parentPath: string; readonly name: string }): string {
  return join(file.parentPath, file.name);
}

/** Takes a twentieth of the time of `fs.cp`. Git never changes an object's file, so these are shared. */
export function copyFolder(from: string, to: string): void {
  mkdirSync(to);
  const shared = /[\\/]objects[\\/]/.test(from);
  for (const entry of readdirSync(from, { withFileTypes: true })) {
    const [source, target] = [join(from, entry.name), join(to, entry.name)];
    if (entry.isDirectory()) copyFolder(source, target);
    else if (entry.isSymbolicLink()) symlinkSync(readlinkSync(source), target);
    else if (shared) linkSync(source, target);
    else writeFileSync(target, readFileSync(source));
  }
}
