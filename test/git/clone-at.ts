import type { Clone } from '../../src/git/process.ts';

/** A repository for git as the tests are run: with the variables of this process. */
export function cloneAt(folder: string, env: Readonly<Record<string, string>> = {}): Clone {
  return { folder, env: { ...process.env, ...env } };
}
