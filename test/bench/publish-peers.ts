/** What publishing is measured against. */
import { execFileSync, spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { git } from '../../src/demo/run.ts';
import { messageWithTrailers } from '../../src/publish/commit-trailers.ts';
import { contentOf, readBaseFiles } from '../../src/publish/commits.ts';
import type { Identity, Proposal } from '../../src/publish/proposal.ts';
import { WRITE_TOKEN } from '../github/world.ts';
import type { PublishScene } from './publish-scene.ts';

/** The stream from which a plain `git fast-import` makes the very commits of a run: each on the base, files inline. */
export async function plainStream(scene: PublishScene, author: Identity, date: Date): Promise<Buffer> {
  const { base, proposals, remote } = scene;
  const paths = proposals.flatMap(({ files }) => files.map(({ path }) => path));
  const baseFiles = await readBaseFiles(remote, base, paths);
  const who = `${author.name} <${author.email}> ${Math.floor(date.getTime() / 1000)} +0000`;
  const parts: (string | Uint8Array)[] = [];
  for (const { commitMessage, files } of proposals) {
    const content = contentOf(files, baseFiles, base);
    if (!content.ok) throw new Error(content.error.message);
    const message = messageWithTrailers(commitMessage, { base, digest: content.value.digest });
    parts.push('commit refs/bench/scratch\nmark :1\n', `author ${who}\ncommitter ${who}\n`);
    parts.push(`data ${Buffer.byteLength(message)}\n${message}\nfrom ${base}\n`);
    for (const { path, mode, bytes } of content.value.files) {
      parts.push(`M ${mode} inline ${path}\ndata ${bytes.length}\n`, bytes, '\n');
    }
    parts.push('\nget-mark :1\n');
  }
  parts.push('reset refs/bench/scratch\n\ndone\n');
  return Buffer.concat(parts.map((part) => (typeof part === 'string' ? Buffer.from(part) : part)));
}

/** Milliseconds of `git fast-import` alone, and the commits that it made. */
export function timeFastImport(
  cwd: string,
  stream: Buffer,
): { readonly time: number; readonly names: string[] } {
  const start = performance.now();
  const { status, stdout, stderr } = spawnSync('git', ['fast-import', '--quiet', '--done'], {
    cwd,
    input: stream,
  });
  if (status !== 0) throw new Error(String(stderr));
  return { time: performance.now() - start, names: String(stdout).trim().split('\n') };
}

/**
 * Milliseconds of a checkout, a commit and a push of one branch, as a person or a script does it. The branches have names
 * of their own, so that they are new whatever was published.
 */
export async function timeByHand(scene: PublishScene, proposals: readonly Proposal[]): Promise<number> {
  const cwd = join(scene.folder, 'by-hand');
  execFileSync('git', ['clone', '--quiet', '--no-local', scene.clone, cwd]);
  const header = `Authorization: Basic ${Buffer.from(`x-access-token:${WRITE_TOKEN}`).toString('base64')}`;
  const settings = {
    'user.name': 'bench',
    'user.email': 'bench@example.invalid',
    'remote.origin.url': scene.remote.url,
    'http.extraheader': header,
  };
  for (const [key, value] of Object.entries(settings)) await git(cwd, ['config', key, value]);
  const start = performance.now();
  for (const { branch, commitMessage, files } of proposals) {
    await git(cwd, ['checkout', '--quiet', '-b', `by-hand/${branch}`, scene.base]);
    for (const { path, after } of files) writeFileSync(join(cwd, path), after);
    await git(cwd, ['commit', '--quiet', '--all', '--message', commitMessage]);
    await git(cwd, ['push', '--quiet', 'origin', `by-hand/${branch}`]);
  }
  return (performance.now() - start) / proposals.length;
}
