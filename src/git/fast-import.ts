import { readdir, stat, unlink } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { type Clone, converse, tryGit } from './process.ts';

/** One commit whose single parent is the base. */
export interface NewCommit {
  readonly message: string;
  readonly author: { readonly name: string; readonly email: string };
  readonly date: Date;
  /** When it was written first; default `date`. */
  readonly authoredAt?: Date;
  /** Files of the base that get other content. */
  readonly files: readonly {
    readonly path: string;
    readonly mode: string;
    /** The blob that the base has there, in the same mode. */
    readonly before: string;
    readonly content: Uint8Array;
  }[];
}

/** Where fast-import builds: the ref is reset before the stream ends, so it never comes to be. */
const SCRATCH_REF = 'refs/rotate-pr/scratch';

/**
 * Writes commits into the object store with one `git fast-import`: no checkout, no index, no ref. The objects are
 * unreachable until they are pushed; git's own housekeeping drops them after two weeks.
 *
 * fast-import stores a tree as a delta only against the tree that stood before it in the same run, and never against
 * one of the base. A folder of a thousand namespaces would be written whole for each of a thousand commits, and pushed
 * whole too: 57 MB in place of 3. So all trees are built first, one out of the other, on a chain of scratch commits;
 * the commits then take them ready-made.
 *
 * @param base full name of the commit that is the parent of all
 * @returns the commits' names, in the order given
 * @throws GitError when git ends with another status than 0
 */
export async function fastImport(
  clone: Clone,
  base: string,
  commits: readonly NewCommit[],
): Promise<string[]> {
  if (commits.length === 0) return [];
  await removeStalePacks(clone);
  const args = ['fast-import', '--quiet', '--done', '--date-format=raw'];
  return converse(clone, args, async (stdin, stdout) => {
    const lines = lineReader(stdout);
    const write = (commands: Iterable<Buffer>) => pipeline(Readable.from(commands), stdin, { end: false });
    await write(treeCommands(base, commits));
    const trees = (await lines(commits.length)).map(treeName);
    await write(commitCommands(base, commits, trees));
    const names = await lines(commits.length);
    stdin.end(`reset ${SCRATCH_REF}\n\ndone\n`);
    return names;
  });
}

/** A pack that nothing was added to for so long is of a git that was killed: a remote is waited for no longer than 10 minutes. */
const STALE_MS = 60 * 60_000;

/** Removes what a killed fetch or fast-import left in the object store; git's own housekeeping waits for two weeks. */
async function removeStalePacks(clone: Clone): Promise<void> {
  const found = await tryGit(clone, ['rev-parse', '--git-path', 'objects/pack']);
  const folder = resolve(clone.folder, found.stdout.trim());
  const names = await readdir(folder).catch(() => []);
  for (const name of names.filter((each) => /^tmp_(?:pack|idx|rev)_\w+$/.test(each))) {
    const path = join(folder, name);
    try {
      if (Date.now() - (await stat(path)).mtimeMs > STALE_MS) await unlink(path);
    } catch {
      // another run was quicker, or it is not ours to remove: it does no harm
    }
  }
}

/**
 * The lines of a stream, in the order in which they are asked for. All are taken as they come: git must not wait for us
 * to read while we wait for it to read.
 *
 * @returns takes the next lines; throws when the stream ends before
 */
function lineReader(stdout: Readable): (count: number) => Promise<string[]> {
  const ready: string[] = [];
  let rest = '';
  let isOver = false;
  let wake = (): void => {};
  stdout.on('data', (chunk: Buffer) => {
    const parts = (rest + chunk.toString('latin1')).split('\n');
    rest = parts.pop() ?? '';
    ready.push(...parts);
    wake();
  });
  stdout.on('close', () => {
    isOver = true;
    wake();
  });
  return async (count) => {
    while (ready.length < count && !isOver) {
      await new Promise<void>((resolve) => {
        wake = resolve;
      });
    }
    if (ready.length < count) throw new Error(`git fast-import gave ${ready.length} of ${count} lines`);
    return ready.splice(0, count);
  };
}

/** Each scratch commit gives back the files of the one before it, changes its own, and tells the name of its tree. */
function* treeCommands(base: string, commits: readonly NewCommit[]): Iterable<Buffer> {
  let parent = `from ${base}\n`;
  let given: NewCommit['files'] = [];
  for (const { files } of commits) {
    const parts: (string | Uint8Array)[] = [
      `commit ${SCRATCH_REF}\nmark :1\ncommitter ${identityText({ name: '', email: '' })} 0 +0000\ndata 0\n${parent}`,
      ...given.map(({ path, mode, before }) => `M ${mode} ${before} ${quotePath(path)}\n`),
    ];
    for (const { path, mode, content } of files) {
      parts.push(`M ${mode} inline ${quotePath(path)}\ndata ${content.length}\n`, content, '\n');
    }
    parts.push('\nls :1 ""\n');
    yield bytes(parts);
    parent = '';
    given = files;
  }
}

/** `040000 SP tree SP <name> TAB` */
function treeName(line: string): string {
  const name = /^040000 tree (?<name>[0-9a-f]+)\t$/.exec(line)?.groups?.['name'];
  if (name === undefined) throw new Error(`git fast-import told no tree: ${JSON.stringify(line)}`);
  return name;
}

/** Commands of git-fast-import(1); every count is of bytes. */
function* commitCommands(
  base: string,
  commits: readonly NewCommit[],
  trees: readonly string[],
): Iterable<Buffer> {
  for (const [index, commit] of commits.entries()) {
    const at = (date: Date) => `${identityText(commit.author)} ${Math.floor(date.getTime() / 1000)} +0000`;
    const [author, committer] = [at(commit.authoredAt ?? commit.date), at(commit.date)];
    const message = Buffer.from(commit.message, 'utf8');
    yield bytes([
      `commit ${SCRATCH_REF}\nmark :1\nauthor ${author}\ncommitter ${committer}\ndata ${message.length}\n`,
      message,
      `\nfrom ${base}\nM 040000 ${trees[index]} ""\n\nget-mark :1\n`,
    ]);
  }
}

function bytes(parts: readonly (string | Uint8Array)[]): Buffer {
  return Buffer.concat(parts.map((part) => (typeof part === 'string' ? Buffer.from(part, 'utf8') : part)));
}

/** `Name <email>` without what would end either early: git itself drops the same characters. */
function identityText({ name, email }: { readonly name: string; readonly email: string }): string {
  const clean = (text: string) => text.replaceAll(/[\u0000-\u001f\u007f<>]/g, '').trim();
  return `${clean(name) || 'rotate-pr'} <${clean(email)}>`;
}

/** C-style quoting; always, so that no path is read as a command's next word. */
function quotePath(path: string): string {
  const quoted = path.replaceAll(/["\\]/g, '\\$&').replaceAll('\n', '\\n').replaceAll('\r', '\\r');
  return `"${quoted}"`;
}
