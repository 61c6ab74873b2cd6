/** What other people do meanwhile: commits on the remote's branches, and pull requests closed, merged or changed. */
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { git } from '../../src/demo/run.ts';
import { type World, WRITE_TOKEN } from '../github/world.ts';

/** Path → text; null removes the file. */
export type Files = Readonly<Record<string, string | Uint8Array | null>>;

/** The folder of a namespace's Terraform. */
export function resources(namespace: string, cluster = 'live.cloud-platform.service.justice.gov.uk'): string {
  return `namespaces/${cluster}/${namespace}/resources`;
}

/**
 * Somebody commits to a branch of the remote, past the clone that the program runs in.
 *
 * @returns the commit
 */
export async function land(
  world: World,
  files: Files,
  branch = world.defaultBranch,
  repository = world.bare,
): Promise<string> {
  const desk = join(world.folder, 'desk');
  await rm(desk, { recursive: true, force: true });
  await git(world.folder, ['clone', '--quiet', '--branch', branch, repository, desk], world.env);
  for (const [path, content] of Object.entries(files)) {
    const file = join(desk, path);
    if (content === null) await rm(file);
    else {
      await mkdir(dirname(file), { recursive: true });
      await writeFile(file, content);
    }
  }
  await git(desk, ['add', '--all'], world.env);
  await git(desk, ['commit', '--quiet', '--message', 'Somebody else was here'], world.env);
  await git(desk, ['push', '--quiet', 'origin', branch], world.env);
  return (await git(desk, ['rev-parse', 'HEAD'], world.env)).trim();
}

/** A text of a branch of the remote. */
export function readRemoteFile(world: World, path: string, branch = world.defaultBranch): Promise<string> {
  return git(world.bare, ['show', `${branch}:${path}`], world.env);
}

/** Changes a text of the default branch. */
export async function landEdit(
  world: World,
  path: string,
  change: (text: string) => string,
): Promise<string> {
  return land(world, { [path]: change(await readRemoteFile(world, path)) });
}

/** A request to the API, by a person with the right to write unless another token is given. */
export async function askGitHub(
  world: World,
  method: string,
  path: string,
  body?: unknown,
  token = WRITE_TOKEN,
): Promise<Record<string, unknown>> {
  const response = await fetch(`${world.github.url}/repos/${world.repository}${path}`, {
    method,
    headers: { Authorization: `Bearer ${token}` },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  if (!response.ok) throw new Error(`${method} ${path} was answered with ${response.status}.`);
  return (await response.json()) as Record<string, unknown>;
}

/** A service account's module with a date, or without. */
export function serviceAccount(name: string, date: string | null): string {
  const source = 'github.com/ministryofjustice/cloud-platform-terraform-serviceaccount?ref=1.2.0';
  const set = date === null ? '' : `\n  serviceaccount_token_rotated_date = "${date}"\n`;
  return `module "${name}" {\n  source = "${source}"\n${set}}\n`;
}
