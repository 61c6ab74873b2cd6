import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { EstateReader, FileContent } from '../../src/environments/reader.ts';

export const LIVE = 'live.cloud-platform.service.justice.gov.uk';
export const LIVE_2 = 'live-2.cloud-platform.service.justice.gov.uk';

const made: string[] = [];

/** A new folder holding `files` (path → content); `removeTemps` takes it away. */
export function tempTree(files: Readonly<Record<string, string | Uint8Array>> = {}): string {
  const root = realpathSync.native(mkdtempSync(join(tmpdir(), 'rotate-pr-test-')));
  made.push(root);
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), content);
  }
  return root;
}

export function removeTemps(): void {
  for (const folder of made.splice(0)) rmSync(folder, { recursive: true, force: true });
}

/** Arguments of git for commits that are the same on every machine. */
export const IDENTITY: readonly string[] = [
  '-c',
  'user.name=A Tester',
  '-c',
  'user.email=tester@example.org',
  '-c',
  'commit.gpgSign=false',
];

export function git(cwd: string, ...args: readonly string[]): string {
  return execFileSync('git', [...IDENTITY, ...args], { cwd, encoding: 'utf8' }).trim();
}

/** Commits all that lies in the folder and gives the commit's name. */
export function commitAll(root: string): string {
  git(root, 'init', '--quiet', '--initial-branch=main');
  git(root, 'add', '--all', '--force');
  git(root, 'commit', '--quiet', '--message=All of it');
  return git(root, 'rev-parse', 'HEAD');
}

/** What a reader gives for the paths: the text, or the failure's code; in the order in which it was given. */
export async function readTexts(
  reader: EstateReader,
  paths: Iterable<string>,
): Promise<readonly (readonly [string, string])[]> {
  const texts: (readonly [string, string])[] = [];
  await reader.read(paths, (path, content) => texts.push([path, textOf(content)]));
  return texts;
}

function textOf(content: FileContent): string {
  return content instanceof Uint8Array ? Buffer.from(content).toString('utf8') : `! ${content.code}`;
}
