import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { TEMPLATES } from './github/templates.ts';

/** Gives the workers of a run a folder for what they share, and takes it away at the end. */
export async function setup(): Promise<() => Promise<void>> {
  const folder = await mkdtemp(join(tmpdir(), 'rotate-pr-templates-'));
  process.env[TEMPLATES] = folder;
  return () => rm(folder, { recursive: true, force: true, maxRetries: 5 });
}
