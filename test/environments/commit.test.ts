import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { openCommit } from '../../src/environments/commit.ts';
import { GitError } from '../../src/git/process.ts';
import { cloneAt } from '../git/clone-at.ts';
import { commitAll, git, importCommit, LIVE, readTexts, removeTemps, tempTree } from './temp.ts';

afterEach(removeTemps);

const COURT = `namespaces/${LIVE}/court-dev`;
const all = (): boolean => true;

describe('a commit', () => {
  it('is read whatever has become of the working tree', async () => {
    const root = tempTree({ [`${COURT}/resources/a.tf`]: 'committed' });
    const commit = commitAll(root);
    writeFileSync(join(root, COURT, 'resources/a.tf'), 'dirty');
    writeFileSync(join(root, COURT, 'resources/new.tf'), 'new');
    rmSync(join(root, '.git/index'));

    const reader = await openCommit(cloneAt(join(root, COURT)), commit);
    const [folder] = await reader.namespaces(all);

    expect(reader.commit).toBe(commit);
    expect(await readTexts(reader, folder?.resources.map((file) => file.path) ?? [])).toEqual([
      [`${COURT}/resources/a.tf`, 'committed'],
    ]);
  });

  it('that is not there is an error in git’s words', async () => {
    const root = tempTree({ a: '' });
    commitAll(root);

    await expect(openCommit(cloneAt(root), '0'.repeat(40))).rejects.toThrow(GitError);
  });

  it.each(['main', 'HEAD', '--help', ''])('is not taken by the name %j', async (name) => {
    const root = tempTree({ a: '' });
    commitAll(root);

    await expect(openCommit(cloneAt(root), name)).rejects.toThrow('not a full object name');
  });

  it('may hold submodules, which are named and not looked into', async () => {
    const root = tempTree({ [`${COURT}/resources/a.tf`]: 'a' });
    const first = commitAll(root);
    git(root, 'update-index', '--add', '--cacheinfo', `160000,${first},${COURT}/resources/module`);
    git(root, 'update-index', '--add', '--cacheinfo', `160000,${first},namespaces/${LIVE}/lent-dev`);
    git(
      root,
      'update-index',
      '--add',
      '--cacheinfo',
      `160000,${first},namespaces/${LIVE}/half-dev/resources`,
    );
    git(root, 'commit', '--quiet', '--message=Submodules');

    const reader = await openCommit(cloneAt(root), git(root, 'rev-parse', 'HEAD'));
    const folders = await reader.namespaces(all);

    expect(folders.flatMap(({ resources }) => resources.map(({ path, type }) => [path, type]))).toEqual([
      [`${COURT}/resources/a.tf`, 'file'],
      [`${COURT}/resources/module`, 'submodule'],
      [`namespaces/${LIVE}/half-dev/resources`, 'submodule'],
      [`namespaces/${LIVE}/lent-dev`, 'submodule'],
    ]);
    expect(await readTexts(reader, [`${COURT}/resources/module`])).toEqual([
      [`${COURT}/resources/module`, '! unreadable'],
    ]);
  });

  it('with a blob missing names that file and reads the others', async () => {
    const root = tempTree({ [`${COURT}/resources/a.tf`]: 'gone', [`${COURT}/resources/b.tf`]: 'b' });
    const commit = commitAll(root);
    const oid = git(root, 'rev-parse', `HEAD:${COURT}/resources/a.tf`);
    rmSync(join(root, '.git/objects', oid.slice(0, 2), oid.slice(2)));

    const reader = await openCommit(cloneAt(root), commit);

    expect(await readTexts(reader, [`${COURT}/resources/a.tf`, `${COURT}/resources/b.tf`])).toEqual([
      [`${COURT}/resources/a.tf`, '! unreadable'],
      [`${COURT}/resources/b.tf`, 'b'],
    ]);
  });

  it('gives the same namespaces whether few or most of them are asked for', async () => {
    const files = Object.fromEntries(
      Array.from({ length: 260 }, (_, i) => [`namespaces/${LIVE}/ns-${i}/resources/a.tf`, `${i}`]),
    );
    const { root, commit } = importCommit(files);
    const reader = await openCommit(cloneAt(root), commit);

    const whole = await reader.namespaces(all);

    for (const few of [1, 100, 101, 250]) {
      const wanted = new Set(whole.slice(5, 5 + few).map((folder) => folder.namespace));
      const some = await reader.namespaces((_cluster, namespace) => wanted.has(namespace));
      expect(some).toEqual(whole.slice(5, 5 + few));
    }
  });

  it('without the prefix that was named is an error', async () => {
    const root = tempTree({ [`${COURT}/resources/a.tf`]: 'a' });
    const reader = await openCommit(cloneAt(root), commitAll(root), { prefix: 'none' });

    await expect(reader.namespaces(all)).rejects.toThrow(GitError);
  });
});
