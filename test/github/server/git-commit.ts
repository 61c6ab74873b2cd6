/** A commit made in the bare repository without a working tree, as GitHub's API makes one. */
import { join } from 'node:path';
import { git } from '../../../src/demo/run.ts';
import { identity } from './bare-repository.ts';

export interface NewCommit {
  readonly parent: string;
  readonly message: string;
  readonly author: { readonly name: string; readonly email: string };
  /** RFC 3339. */
  readonly at: string;
  readonly additions: readonly { readonly path: string; readonly content: Uint8Array }[];
  readonly deletions: readonly string[];
}

/**
 * Makes the commit's objects and gives its name; no ref moves. Whatever is added is a plain file: GitHub's
 * `createCommitOnBranch` knows no modes.
 *
 * @throws Error for a path that git does not take
 */
export async function makeCommit(bare: string, commit: NewCommit): Promise<string> {
  const { parent, author, at } = commit;
  const env = { ...identity(author.name, author.email, at), GIT_INDEX_FILE: join(bare, 'api-index') };
  await git(bare, ['read-tree', parent], env);
  const lines: string[] = [];
  for (const path of commit.deletions) lines.push(`0 ${'0'.repeat(40)}\t${path}\0`);
  for (const { path, content } of commit.additions) {
    const blob = (await git(bare, ['hash-object', '-w', '--stdin'], env, content)).trim();
    lines.push(`100644 ${blob}\t${path}\0`);
  }
  await git(bare, ['update-index', '-z', '--index-info'], env, Buffer.from(lines.join('')));
  const tree = (await git(bare, ['write-tree'], env)).trim();
  const args = ['commit-tree', tree, '-p', parent, '-F', '-'];
  return (await git(bare, args, env, Buffer.from(commit.message))).trim();
}
