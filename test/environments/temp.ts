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

/**
 * A repository with one commit of these files (path → content, and link → target) and no working tree: two processes,
 * however many files.
 */
export function importCommit(
  files: Readonly<Record<string, string | Uint8Array>>,
  links: Readonly<Record<string, string>> = {},
): { readonly root: string; readonly commit: string } {
  const root = tempTree();
  git(root, 'init', '--quiet', '--initial-branch=main');
  const commit = fastImport(root, ['2026-01-01T12:00:00Z', files, links])[0] ?? '';
  return { root, commit };
}

type Import = readonly [
  when: string,
  files: Readonly<Record<string, string | Uint8Array>>,
  links?: Readonly<Record<string, string>>,
];

/** Commits on `main`, one after another, each with files over those before it; gives them. The index stays as it is. */
export function fastImport(root: string, ...commits: readonly Import[]): readonly string[] {
  const parts = commits.flatMap(([when, files, links = {}], index) => {
    const seconds = Date.parse(when) / 1000;
    const head = `commit refs/heads/main\nmark :${index + 1}\ncommitter T <t@example.org> ${seconds} +0000\n`;
    return [
      Buffer.from(`${head}data 1\nx\n`),
      ...Object.entries(files).flatMap(([path, content]) => entry('100644', path, content)),
      ...Object.entries(links).flatMap(([path, target]) => entry('120000', path, target)),
      Buffer.from(`get-mark :${index + 1}\n`),
    ];
  });
  const input = Buffer.concat(parts);
  return execFileSync('git', ['fast-import', '--quiet'], { cwd: root, input, encoding: 'utf8' })
    .trim()
    .split('\n');
}

function entry(mode: string, path: string, content: string | Uint8Array): readonly Uint8Array[] {
  const bytes = Buffer.from(content);
  return [
    Buffer.from(`M ${mode} inline ${JSON.stringify(path)}\ndata ${bytes.length}\n`),
    bytes,
    Buffer.from('\n'),
  ];
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
