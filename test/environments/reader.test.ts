/** What holds for every reader: a working tree, a commit of it, and a commit in which the estate is a subfolder. */
import { mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { openCommit } from '../../src/environments/commit.ts';
import { type EstateReader, MAX_FILE_BYTES, type NamespaceFolder } from '../../src/environments/reader.ts';
import { openWorktree } from '../../src/environments/worktree.ts';
import { cloneAt } from '../git/clone-at.ts';
import { git, importCommit, LIVE, LIVE_2, readTexts, removeTemps, tempTree } from './temp.ts';

afterEach(removeTemps);

type Files = Readonly<Record<string, string | Uint8Array>>;
type Open = (files: Files, links?: Readonly<Record<string, string>>) => Promise<EstateReader>;

function plant(files: Files, links: Readonly<Record<string, string>>): string {
  const top = tempTree(files);
  for (const [path, target] of Object.entries(links)) {
    mkdirSync(join(top, path, '..'), { recursive: true });
    symlinkSync(target, join(top, path));
  }
  return top;
}

const readers: readonly (readonly [string, Open])[] = [
  ['a working tree', async (files, links = {}) => openWorktree(plant(files, links))],
  [
    'a commit',
    async (files, links = {}) => {
      const { root, commit } = importCommit(files, links);
      return openCommit(cloneAt(root), commit);
    },
  ],
  [
    'a commit of a bare repository',
    async (files, links = {}) => {
      const { root, commit } = importCommit(files, links);
      const bare = join(tempTree(), 'bare.git');
      git(root, 'clone', '--quiet', '--bare', root, bare);
      return openCommit(cloneAt(bare), commit);
    },
  ],
  [
    'a commit that holds the estate in a subfolder',
    async (files, links = {}) => {
      const below = <T>(paths: Readonly<Record<string, T>>): Record<string, T> =>
        Object.fromEntries(Object.entries(paths).map(([path, value]) => [`infra/é s/${path}`, value]));
      const outside = { 'infra/outside.tf': 'outside\n' };
      const { root, commit } = importCommit({ ...below(files), ...outside }, below(links));
      return openCommit(cloneAt(root), commit, { prefix: 'infra/é s' });
    },
  ],
];

const all = (): boolean => true;
const COURT = `namespaces/${LIVE}/court-dev`;

describe.each(readers)('%s', (_name, open) => {
  it('lists namespaces, their files and their resources, sorted', async () => {
    const reader = await open({
      'namespaces/.checksum': 'x',
      [`namespaces/${LIVE}/.checksum`]: 'x',
      [`namespaces/${LIVE}/user-roles.yaml`]: 'x',
      [`namespaces/.hidden/ns/resources/a.tf`]: 'x',
      [`namespaces/${LIVE}/zoo/resources/a.tf`]: 'x',
      [`namespaces/${LIVE}/bare/01-rbac.yaml`]: 'x',
      [`namespaces/${LIVE_2}/court-dev/resources/a.tf`]: 'x',
      [`${COURT}/APPLY_PIPELINE_SKIP_THIS_NAMESPACE`]: '',
      [`${COURT}/00-namespace.yaml`]: 'x',
      [`${COURT}/other/ignored.tf`]: 'x',
      [`${COURT}/resources/z.tf`]: 'x',
      [`${COURT}/resources/é b.tf`]: 'x',
      [`${COURT}/resources/.hidden.tf`]: 'x',
      [`${COURT}/resources/modules/sqs/main.tf`]: 'x',
      [`${COURT}/resources/.terraform/modules/x/main.tf`]: 'x',
    });

    const folders = await reader.namespaces(all);

    expect(folders.map(({ cluster, namespace }) => [cluster, namespace])).toEqual([
      [LIVE_2, 'court-dev'],
      [LIVE, 'bare'],
      [LIVE, 'court-dev'],
      [LIVE, 'zoo'],
    ]);
    expect(folders[1]).toMatchObject({ files: ['01-rbac.yaml'], resources: [] });
    expect(folders[2]).toEqual<NamespaceFolder>({
      cluster: LIVE,
      namespace: 'court-dev',
      path: COURT,
      files: ['00-namespace.yaml', 'APPLY_PIPELINE_SKIP_THIS_NAMESPACE'],
      resources: [
        { path: `${COURT}/resources/.hidden.tf`, type: 'file', applied: false },
        { path: `${COURT}/resources/modules/sqs/main.tf`, type: 'file', applied: false },
        { path: `${COURT}/resources/z.tf`, type: 'file', applied: true },
        { path: `${COURT}/resources/é b.tf`, type: 'file', applied: true },
      ],
    });
  });

  it('lists only the namespaces that are wanted', async () => {
    const reader = await open({
      [`${COURT}/resources/a.tf`]: 'x',
      [`${COURT}-2/resources/a.tf`]: 'x',
      [`namespaces/${LIVE_2}/court-dev/resources/b.tf`]: 'x',
    });

    const folders = await reader.namespaces((cluster, name) => cluster === LIVE && name === 'court-dev');

    expect(folders.map((folder) => folder.resources.map((file) => file.path))).toEqual([
      [`${COURT}/resources/a.tf`],
    ]);
    expect(await reader.namespaces(() => false)).toEqual([]);
  });

  it('reads files in the order asked, with failures in their turn', async () => {
    const long = `${'x'.repeat(200_000)}\n`;
    const reader = await open({
      [`${COURT}/resources/a.tf`]: 'a\n',
      [`${COURT}/resources/empty.tf`]: '',
      [`${COURT}/resources/long.tf`]: long,
      [`${COURT}/resources/é.tf`]: 'é, no newline',
      [`${COURT}/resources/huge.tf`]: new Uint8Array(MAX_FILE_BYTES + 1).fill(0x20),
      [`${COURT}/resources/large.tf`]: new Uint8Array(MAX_FILE_BYTES).fill(0x20),
    });
    await reader.namespaces(all);
    const names = ['no.tf', 'long.tf', 'huge.tf', 'é.tf', 'empty.tf', 'a.tf', 'a.tf', 'large.tf', 'no.tf'];

    const texts = await readTexts(
      reader,
      names.map((name) => `${COURT}/resources/${name}`),
    );

    expect(texts.map(([path]) => path.split('/').at(-1))).toEqual(names);
    expect(texts.map(([, text]) => (text.length > 1e6 ? text.length : text))).toEqual([
      '! missing',
      long,
      '! too-large',
      'é, no newline',
      '',
      'a\n',
      'a\n',
      MAX_FILE_BYTES,
      '! missing',
    ]);
  });

  it('reads files that no listing has shown', async () => {
    const reader = await open({ [`${COURT}/resources/a.tf`]: 'a', 'README.md': 'r' });

    expect(await readTexts(reader, ['README.md', `${COURT}/resources/a.tf`, 'namespaces', 'none'])).toEqual([
      ['README.md', 'r'],
      [`${COURT}/resources/a.tf`, 'a'],
      ['namespaces', '! unreadable'],
      ['none', '! missing'],
    ]);
  });

  it.each([
    '../outside.tf',
    '/etc/hostname',
    `${COURT}/../../../../outside.tf`,
    '',
    '.',
    `${COURT}/resources/..`,
  ])('does not read %j', async (path) => {
    const reader = await open({ [`${COURT}/resources/a.tf`]: 'a' });
    await reader.namespaces(all);

    expect(await readTexts(reader, [path])).toEqual([[path, '! outside-root']]);
  });

  it('follows a link inside the root and no other', async () => {
    const resources = `${COURT}/resources`;
    const reader = await open(
      { [`${resources}/a.tf`]: 'a', [`namespaces/${LIVE}/zoo/resources/z.tf`]: 'z' },
      {
        [`${resources}/near.tf`]: 'a.tf',
        [`${resources}/far.tf`]: '../../zoo/resources/z.tf',
        [`${resources}/twice.tf`]: 'near.tf',
        [`${resources}/folder.tf`]: '../../zoo',
        [`${resources}/dangling.tf`]: 'none.tf',
        [`${resources}/loop.tf`]: 'loop.tf',
        [`${resources}/absolute.tf`]: '/etc/hostname',
        [`${resources}/up.tf`]: '../../../../../../../../../../../../etc/hostname',
      },
    );

    const [court] = await reader.namespaces((_cluster, namespace) => namespace === 'court-dev');
    const links = (court?.resources ?? []).filter((file) => file.type === 'symlink');
    const texts = await readTexts(
      reader,
      links.map((file) => file.path),
    );

    expect(Object.fromEntries(texts.map(([path, text]) => [path.split('/').at(-1), text]))).toEqual({
      'absolute.tf': '! outside-root',
      'dangling.tf': '! unreadable',
      'far.tf': 'z',
      'folder.tf': '! unreadable',
      'loop.tf': '! unreadable',
      'near.tf': 'a',
      'twice.tf': 'a',
      'up.tf': '! outside-root',
    });
  });

  it('names linked folders instead of walking into them', async () => {
    const reader = await open(
      { [`${COURT}/resources/a.tf`]: 'a' },
      {
        [`namespaces/${LIVE}/linked`]: 'court-dev',
        [`namespaces/${LIVE}/README.md`]: '../../README.md',
        [`namespaces/${LIVE}/zoo/resources`]: '../court-dev/resources',
        'namespaces/linked-cluster': LIVE,
      },
    );

    const folders = await reader.namespaces(all);

    expect(folders.map((folder) => [folder.namespace, folder.resources])).toEqual([
      ['court-dev', [{ path: `${COURT}/resources/a.tf`, type: 'file', applied: true }]],
      ['linked', [{ path: `namespaces/${LIVE}/linked`, type: 'symlink', applied: false }]],
      ['zoo', [{ path: `namespaces/${LIVE}/zoo/resources`, type: 'symlink', applied: false }]],
    ]);
    expect(await readTexts(reader, [`namespaces/${LIVE}/linked`])).toEqual([
      [`namespaces/${LIVE}/linked`, '! unreadable'],
    ]);
  });

  it('gives no namespaces for a repository without clusters', async () => {
    const reader = await open({ 'namespaces/.checksum': '' });

    expect(await reader.namespaces(all)).toEqual([]);
  });

  it('hands on what the caller throws, and can be read again', async () => {
    const reader = await open({ [`${COURT}/resources/a.tf`]: 'a', [`${COURT}/resources/b.tf`]: 'b' });
    const paths = [`${COURT}/resources/a.tf`, `${COURT}/resources/b.tf`];

    const failing = reader.read(paths, () => {
      throw new Error('stop here');
    });

    await expect(failing).rejects.toThrow('stop here');
    expect(await readTexts(reader, paths)).toEqual([
      [paths[0], 'a'],
      [paths[1], 'b'],
    ]);
  });
});
