import { describe, expect, it } from 'vitest';
import { runGit } from '../../src/git/process.ts';
import { buildCommits, contentOf, readBaseFiles } from '../../src/publish/commits.ts';
import { cloneAt } from '../git/clone-at.ts';
import { unwrap } from '../unwrap.ts';
import { BEFORE_A, BEFORE_B, FILE_A, FILE_B, git, makeWorld, picture, put, remoteOf } from './clones.ts';

const WHO = { author: { name: 'Bot', email: 'bot@example.com' }, date: new Date('2026-11-23T10:00:00Z') };
const AFTER_A = BEFORE_A.replace('01-01-2026', '23-11-2026');
const AFTER_B = BEFORE_B.replace('02-02-2026', '23-11-2026');
const A = { path: FILE_A, before: BEFORE_A, after: AFTER_A };
const B = { path: FILE_B, before: BEFORE_B, after: AFTER_B };

describe.each([
  ['a full clone', []],
  ['a shallow clone', ['--depth=1']],
])('commits in %s', (_name, args) => {
  it('are built on the base with nothing but their files, and leave no trace but objects', async () => {
    const { clone } = makeWorld(args);
    put(clone, FILE_A, 'unsaved');
    put(clone, 'staged.txt', 'staged');
    git(clone, 'add', 'staged.txt');
    const before = picture(clone);
    const remote = await remoteOf(clone);
    const base = git(clone, 'rev-parse', 'origin/main');
    const files = await readBaseFiles(remote, base, [FILE_A, FILE_B]);
    const one = unwrap(contentOf([A], files, base));
    const two = unwrap(contentOf([A, B], files, base));

    const commits = unwrap(
      await buildCommits(
        remote,
        base,
        [
          { message: 'Rotate alpha', content: one },
          { message: 'Rotate both\n\nText', content: two },
        ],
        WHO,
      ),
    );

    expect(picture(clone)).toEqual(before);
    expect(commits).toHaveLength(2);
    expect(git(clone, 'rev-parse', `${commits[0]}^`)).toBe(base);
    expect(git(clone, 'rev-parse', `${commits[1]}^`)).toBe(base);
    expect(git(clone, 'diff', '--name-only', base, commits[0]!)).toBe(FILE_A);
    expect(git(clone, 'diff', '--name-only', base, commits[1]!).split('\n')).toEqual([FILE_A, FILE_B]);
    expect(git(clone, 'cat-file', 'blob', `${commits[1]}:${FILE_B}`)).toBe(AFTER_B);
    expect(git(clone, 'ls-tree', commits[1]!, FILE_B)).toMatch(/^100755 /);
    expect(git(clone, 'log', '-1', '--format=%an <%ae> %cn %ct', commits[0]!)).toBe(
      'Bot <bot@example.com> Bot 1795428000',
    );
    expect(git(clone, 'log', '-1', '--format=%(trailers:key=Rotate-PR-Base,valueonly)', commits[1]!)).toBe(
      base,
    );
    expect(git(clone, 'fsck', '--no-dangling', '--strict')).not.toContain('error');
  });
});

describe('a commit', () => {
  it('is not built on what is not there', async () => {
    const { clone } = makeWorld();
    const remote = await remoteOf(clone);
    const base = git(clone, 'rev-parse', 'HEAD');
    const files = await readBaseFiles(remote, base, [FILE_A, 'gone.tf']);

    expect(contentOf([{ ...A, before: `${BEFORE_A}\n` }], files, base)).toMatchObject({
      error: { code: 'base-differs' },
    });
    expect(contentOf([{ ...A, path: 'gone.tf' }], files, base)).toMatchObject({
      error: { code: 'base-differs' },
    });
  });

  it('is not built through a symbolic link', async () => {
    const { clone } = makeWorld();
    git(
      clone,
      'update-index',
      '--add',
      '--cacheinfo',
      `120000,${git(clone, 'rev-parse', `HEAD:${FILE_A}`)},link.tf`,
    );
    git(clone, 'commit', '--quiet', '-m', 'link');
    const base = git(clone, 'rev-parse', 'HEAD');
    const files = await readBaseFiles(await remoteOf(clone), base, ['link.tf']);

    expect(contentOf([{ ...A, path: 'link.tf' }], files, base)).toMatchObject({
      error: { code: 'base-differs' },
    });
  });

  it('takes any path and any name', async () => {
    const { clone } = makeWorld();
    const paths = [
      'a "quoted" name.tf',
      'tab\there.tf',
      'new\nline.tf',
      'back\\slash.tf',
      'ünï.tf',
      ' leading.tf',
      '[x]*.tf',
    ];
    for (const path of paths) put(clone, path, 'old');
    git(clone, 'add', '.');
    git(clone, 'commit', '--quiet', '-m', 'odd names');
    const base = git(clone, 'rev-parse', 'HEAD');
    const remote = await remoteOf(clone);
    const files = await readBaseFiles(remote, base, paths);
    const content = unwrap(
      contentOf(
        paths.map((path) => ({ path, before: 'old', after: '\ufeffnéw' })),
        files,
        base,
      ),
    );
    const who = { ...WHO, author: { name: 'Eve <x>\ncommitter Mallory', email: 'e@x>\n' } };

    const [commit] = unwrap(await buildCommits(remote, base, [{ message: 'm', content }], who));

    const changed = String(
      await runGit(cloneAt(clone), ['diff-tree', '-r', '-z', '--name-only', base, commit!]),
    )
      .split('\0')
      .filter(Boolean);
    expect(changed.sort()).toEqual([...paths].sort());
    expect(String(await runGit(cloneAt(clone), ['cat-file', 'blob', `${commit}:ünï.tf`]))).toBe('\ufeffnéw');
    expect(git(clone, 'log', '-1', '--format=%an|%ae|%cn', commit!)).toBe(
      'Eve xcommitter Mallory|e@x|Eve xcommitter Mallory',
    );
  });

  it('of many is found in the whole tree, by one listing', async () => {
    const { clone } = makeWorld();
    const remote = await remoteOf(clone);
    const base = git(clone, 'rev-parse', 'HEAD');
    const many = Array.from(
      { length: 500 },
      (_, count) => `namespaces/live/none-${count}/resources/serviceaccount.tf`,
    );

    const files = await readBaseFiles(remote, base, [...many, FILE_B]);

    expect([...files.keys()]).toEqual([FILE_B]);
    expect(files.get(FILE_B)?.mode).toBe('100755');
  });

  it('that git refuses is an error value', async () => {
    const { clone } = makeWorld();
    const remote = await remoteOf(clone);
    const base = git(clone, 'rev-parse', 'HEAD');
    const content = unwrap(contentOf([A], await readBaseFiles(remote, base, [FILE_A]), base));

    const built = await buildCommits(remote, 'f'.repeat(40), [{ message: 'm', content }], WHO);

    expect(built).toMatchObject({ ok: false, error: { code: 'git' } });
  });
});
