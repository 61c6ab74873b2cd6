import { createHash, randomBytes } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { blobParser, isObjectId, listTree, readBlobs, type TreeEntry } from '../../src/git/objects.ts';
import { GitError } from '../../src/git/process.ts';
import { commitAll, git, importCommit, removeTemps, tempTree } from '../environments/temp.ts';
import { cloneAt } from './clone-at.ts';

afterEach(removeTemps);

async function list(
  repo: string,
  tree: string,
  paths: readonly string[],
  recursive = true,
): Promise<TreeEntry[]> {
  const entries: TreeEntry[] = [];
  await listTree(cloneAt(repo), tree, paths, { recursive }, (entry) => entries.push(entry));
  return entries;
}

async function blobs(
  repo: string,
  oids: Iterable<string>,
  maxBytes = 1e9,
): Promise<readonly (Buffer | string)[]> {
  const found: (Buffer | string)[] = [];
  await readBlobs(cloneAt(repo), oids, maxBytes, (index, content) => {
    expect(index).toBe(found.length);
    found.push('code' in content ? content.code : Buffer.from(content));
  });
  return found;
}

describe('listing a tree', () => {
  it('gives mode, object and path of names of every sort', async () => {
    const names = ['a b.tf', 'é漢😀.tf', 'new\nline', 'quote".tf', 'tab\t.tf', '*.tf', ':(top)x', '-x'];
    const root = tempTree(Object.fromEntries(names.map((name) => [`dir/${name}`, name])));
    const commit = commitAll(root);

    const entries = await list(root, commit, ['dir/']);

    expect(entries.map((entry) => entry.path).sort()).toEqual(names.map((name) => `dir/${name}`).sort());
    const star = entries.find((entry) => entry.path === 'dir/*.tf');
    expect(star).toEqual({
      mode: '100644',
      oid: git(root, 'rev-parse', `${commit}:dir/*.tf`),
      path: 'dir/*.tf',
    });
    expect(await list(root, commit, ['dir/*.tf'])).toEqual([star]);
  });

  it('looks from the top, wherever git is started', async () => {
    const root = tempTree({ 'a/x.tf': '', 'b/y.tf': '' });
    const commit = commitAll(root);

    expect((await list(join(root, 'a'), commit, [], false)).map((entry) => entry.path)).toEqual(['a', 'b']);
    expect((await list(join(root, 'a'), `${commit}:b`, [])).map((entry) => entry.path)).toEqual(['y.tf']);
  });

  it('of thousands of long names loses none at the seams of the stream', async () => {
    const files = Array.from({ length: 3000 }, (_, i) => `d/${'é'.repeat(60)}${i}`);
    const { root, commit } = importCommit(Object.fromEntries(files.map((file) => [file, ''])));

    const entries = await list(root, commit, []);

    expect(entries.map((entry) => entry.path).sort()).toEqual(files.sort());
  });

  it('takes a path that looks like a pathspec of git for what it is', async () => {
    const root = tempTree({ ':(top)x': '', x: '' });

    const entries = await list(root, commitAll(root), [':(top)x']);

    expect(entries.map((entry) => entry.path)).toEqual([':(top)x']);
  });

  it('that is not there is an error', async () => {
    const root = tempTree({ a: '' });
    commitAll(root);

    await expect(list(root, '0'.repeat(40), [])).rejects.toThrow(GitError);
  });
});

describe('reading blobs', () => {
  it('gives the bytes of small and large ones in the order asked, twice if asked twice', async () => {
    const contents = [
      Buffer.alloc(0),
      Buffer.from('\n'),
      randomBytes(70_000),
      Buffer.from('0123456789012345678901234567890123456789 blob 5\n'),
      randomBytes(3_000_000),
      Buffer.from('é'),
      ...Array.from({ length: 400 }, (_, i) => randomBytes(i * 7)),
    ];
    const root = tempTree({ x: '' });
    commitAll(root);
    contents.forEach((content, i) => {
      writeFileSync(join(root, `f${i}`), content);
    });
    git(root, 'add', '--all');
    const oids = contents.map(oidOf);

    const found = await blobs(root, [...oids, ...oids]);

    expect(found.length).toBe(contents.length * 2);
    found.forEach((bytes, i) => {
      expect(Buffer.compare(bytes as Buffer, contents[i % contents.length]!)).toBe(0);
    });
  });

  it('tells what is missing, too large or no blob, and goes on', async () => {
    const root = tempTree({ a: 'a', big: 'b'.repeat(300_000), edge: 'c'.repeat(1000) });
    const commit = commitAll(root);
    const [a, big, edge] = ['a', 'big', 'edge'].map((name) => git(root, 'rev-parse', `HEAD:${name}`));

    const found = await blobs(root, ['0'.repeat(40), a!, big!, commit, edge!, '1'.repeat(40), a!], 1000);

    expect(found.map(String)).toEqual([
      'missing',
      'a',
      'too-large',
      'not-a-blob',
      'c'.repeat(1000),
      'missing',
      'a',
    ]);
  });

  it('gives the same wherever the stream is cut', () => {
    const oid = 'a'.repeat(40);
    const stream = Buffer.from(
      `${oid} blob 2\nab\n${oid} missing\n${oid} blob 0\n\n${oid} blob 12\n${oid.slice(0, 12)}\n${oid} tree 1\nx\n${oid} blob 1\n\n\n`,
    );
    const expected = ['ab', 'missing', '', 'too-large', 'not-a-blob', '\n'];

    for (let first = 0; first <= stream.length; first++) {
      for (const second of [first, first + 1, first + 7, stream.length]) {
        const found: string[] = [];
        const take = blobParser(11, (_index, content) => {
          found.push('code' in content ? content.code : Buffer.from(content).toString());
        });
        take(stream.subarray(0, first));
        take(stream.subarray(first, second));
        take(stream.subarray(second));
        expect(found).toEqual(expected);
      }
    }
  });

  it('of a great many does not wait forever, nor hold them in memory', async () => {
    const root = tempTree({ a: 'a'.repeat(20_000) });
    commitAll(root);
    const oid = git(root, 'rev-parse', 'HEAD:a');
    let bytes = 0;
    const before = process.memoryUsage().rss;

    await readBlobs(
      cloneAt(root),
      Array.from({ length: 10_000 }, () => oid),
      1e9,
      (_index, content) => {
        bytes += 'code' in content ? 0 : content.length;
      },
    );

    expect(bytes).toBe(200_000_000);
    expect(process.memoryUsage().rss - before).toBeLessThan(100_000_000);
  });

  it('asks for full object names only', async () => {
    const root = tempTree({ a: 'a' });
    commitAll(root);

    await expect(blobs(root, ['HEAD'])).rejects.toThrow('not a full object name');
    await expect(blobs(root, [`${'0'.repeat(40)}\nHEAD`])).rejects.toThrow('not a full object name');
    expect(isObjectId('a'.repeat(64))).toBe(true);
    expect(isObjectId('A'.repeat(40))).toBe(false);
  });

  it('stops with what the caller throws', async () => {
    const root = tempTree({ a: 'a' });
    commitAll(root);
    const oid = git(root, 'rev-parse', 'HEAD:a');
    let calls = 0;

    const failing = readBlobs(
      cloneAt(root),
      Array.from({ length: 50_000 }, () => oid),
      100,
      () => {
        calls++;
        throw new Error('enough');
      },
    );

    await expect(failing).rejects.toThrow('enough');
    expect(calls).toBe(1);
  });

  it('outside a repository is an error in git’s words', async () => {
    const folder = tempTree();

    await expect(blobs(folder, ['0'.repeat(40)])).rejects.toThrow(/not a git repository/);
  });

  it('of nothing gives nothing', async () => {
    const root = tempTree({ a: 'a' });
    commitAll(root);

    expect(await blobs(root, [])).toEqual([]);
  });
});

function oidOf(content: Buffer): string {
  return createHash('sha1').update(`blob ${content.length}\0`).update(content).digest('hex');
}
