import { beforeAll, describe, expect, it } from 'vitest';
import { fastImport, type NewCommit } from '../../src/git/fast-import.ts';
import { GitError } from '../../src/git/process.ts';
import { git, importCommit, removeTemps } from '../environments/temp.ts';
import { cloneAt } from './clone-at.ts';

const NAMES = Array.from({ length: 600 }, (_, index) => `service-${String(index).padStart(4, '0')}-dev`);
const pathOf = (name: string) => `namespaces/live/${name}/resources/serviceaccount.tf`;

/** A repository whose one folder has 600 namespaces: its tree alone is 12 kB that no compression makes smaller. */
let clone = '';
let base = '';
/** Path → the blob there. */
let blobs: ReadonlyMap<string, string> = new Map();

beforeAll(() => {
  ({ root: clone, commit: base } = importCommit(
    Object.fromEntries(NAMES.map((name) => [pathOf(name), `date of ${name}\n`])),
  ));
  git(clone, 'gc', '--quiet');
  const lines = git(clone, 'ls-tree', '-r', base).split('\n');
  blobs = new Map(lines.map((line) => [line.slice(line.indexOf('\t') + 1), line.split(/\s/)[2] ?? '']));
  return removeTemps;
});

function commitOf(...names: string[]): NewCommit {
  return {
    message: `Rotate ${names[0]}`,
    author: { name: 'Bot', email: 'bot@example.com' },
    date: new Date('2026-11-23T10:00:00Z'),
    files: names.map((name) => ({
      path: pathOf(name),
      mode: '100644',
      before: blobs.get(pathOf(name)) ?? '',
      content: Buffer.from(`another date of ${name}\n`),
    })),
  };
}

function packedKilobytes(clone: string): number {
  return Number(/^size-pack: (\d+)$/m.exec(git(clone, 'count-objects', '-v'))?.[1]);
}

describe('commits of one namespace each in a folder of hundreds', () => {
  it('hold their own change and no other, and no copy of the folder', async () => {
    const names = NAMES.slice(0, 120);
    const before = packedKilobytes(clone);

    const commits = await fastImport(
      cloneAt(clone),
      base,
      names.map((name) => commitOf(name)),
    );

    const log = git(clone, 'log', '--no-walk=unsorted', '--format=%P', '--name-only', ...commits);
    expect(log).toBe(names.map((name) => `${base}\n\n${pathOf(name)}`).join('\n'));
    expect(git(clone, 'for-each-ref', '--format=%(refname)')).toBe('refs/heads/main');
    // 120 copies of the folder would be 1,500 kB
    expect(packedKilobytes(clone) - before).toBeLessThan(200);
    expect(git(clone, 'fsck', '--strict', '--no-dangling', ...commits)).toBe('');
  });

  it('may change the same file, each from the base', async () => {
    const [first = '', second = ''] = NAMES;

    const commits = await fastImport(cloneAt(clone), base, [
      commitOf(first),
      commitOf(second, first),
      commitOf(first),
    ]);

    expect(commits[2]).toBe(commits[0]);
    expect(git(clone, 'diff-tree', '-r', '--name-only', base, commits[1]!).split('\n')).toEqual([
      pathOf(first),
      pathOf(second),
    ]);
  });

  it('that git refuses halfway are an error with the words of git', async () => {
    const good = commitOf(NAMES[0]!);
    const bad = { ...good, files: good.files.map((file) => ({ ...file, before: 'f'.repeat(40) })) };

    const importing = fastImport(cloneAt(clone), base, [good, bad, good]);

    await expect(importing).rejects.toThrow(GitError);
    await expect(importing).rejects.toThrow('f'.repeat(40));
    expect(git(clone, 'for-each-ref', '--format=%(refname)')).toBe('refs/heads/main');
  });
});
