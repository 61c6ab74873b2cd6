import { GitError, spawnGit } from './process.ts';

/** One commit with a single parent. */
export interface NewCommit {
  readonly parent: string;
  readonly message: string;
  readonly author: { readonly name: string; readonly email: string };
  readonly date: Date;
  readonly files: readonly {
    readonly path: string;
    readonly mode: string;
    readonly content: Uint8Array;
  }[];
}

/** Where fast-import builds: the ref is reset before the stream ends, so it never comes to be. */
const SCRATCH_REF = 'refs/rotate-pr/scratch';

/**
 * Writes commits into the object store with one `git fast-import`: no checkout, no index, no ref. The objects are
 * unreachable until they are pushed; git's own housekeeping drops them after two weeks.
 *
 * @returns the commits' names, in the order given
 * @throws GitError when git ends with another status than 0
 */
export async function fastImport(
  cwd: string,
  commits: readonly NewCommit[],
  env: Readonly<Record<string, string>> = {},
): Promise<string[]> {
  if (commits.length === 0) return [];
  const child = spawnGit(cwd, ['fast-import', '--quiet', '--done', '--date-format=raw'], env);
  const out: Buffer[] = [];
  const err: Buffer[] = [];
  child.stdout.on('data', (chunk: Buffer) => out.push(chunk));
  child.stderr.on('data', (chunk: Buffer) => err.push(chunk));
  let broken = false;
  child.stdin.on('error', () => {
    broken = true; // git ended early; its status says why
  });
  const ended = new Promise<number | null>((resolve, reject) => {
    child.on('error', reject);
    child.on('close', resolve);
  });
  const write = async () => {
    for (const commit of commits) {
      if (broken) return;
      if (!child.stdin.write(commitCommand(commit))) {
        await Promise.race([new Promise((resolve) => child.stdin.once('drain', resolve)), ended]);
      }
    }
    child.stdin.end(`reset ${SCRATCH_REF}\n\ndone\n`);
  };
  const [status] = await Promise.all([ended, write()]);
  if (status !== 0) throw new GitError('fast-import', status, Buffer.concat(err).toString('utf8'));
  const names = Buffer.concat(out).toString('ascii').trimEnd().split('\n');
  if (names.length !== commits.length)
    throw new Error(`git fast-import named ${names.length} of ${commits.length} commits`);
  return names;
}

/** Commands of git-fast-import(1); every count is of bytes. */
function commitCommand(commit: NewCommit): Buffer {
  const who = `${identityText(commit.author)} ${Math.floor(commit.date.getTime() / 1000)} +0000`;
  const message = Buffer.from(commit.message, 'utf8');
  const parts: (string | Uint8Array)[] = [
    `commit ${SCRATCH_REF}\nmark :1\nauthor ${who}\ncommitter ${who}\ndata ${message.length}\n`,
    message,
    `\nfrom ${commit.parent}\n`,
  ];
  for (const { path, mode, content } of commit.files) {
    parts.push(`M ${mode} inline ${quotePath(path)}\ndata ${content.length}\n`, content, '\n');
  }
  parts.push('\nget-mark :1\n');
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
