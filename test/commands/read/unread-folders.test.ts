import { chmodSync, mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { surveyEstate } from '../../../src/commands/read/survey.ts';
import { openCommit } from '../../../src/environments/commit.ts';
import type { EstateReader } from '../../../src/environments/reader.ts';
import { openWorktree } from '../../../src/environments/worktree.ts';
import { commitAll, git, LIVE, removeTemps, tempTree } from '../../environments/temp.ts';

afterEach(removeTemps);

const CLUSTER = `namespaces/${LIVE}`;
const asRoot = process.getuid?.() === 0;

async function problemsOf(reader: EstateReader): Promise<string[]> {
  const folders = await reader.namespaces(() => true);
  const rules = { today: '2026-11-23', maxAgeDays: 90, includeHeld: false } as const;
  const { problems } = await surveyEstate(reader, folders, rules);
  return problems.map(({ file, code }) => `${file} ${code}`);
}

/** A namespace and a `resources/` that are links, and the same as repositories of their own. */
function plant(): string {
  const root = tempTree({
    [`${CLUSTER}/court-dev/resources/a.tf`]: '',
    [`${CLUSTER}/zoo-dev/00-namespace.yaml`]: '',
  });
  symlinkSync('court-dev', join(root, CLUSTER, 'linked-dev'));
  symlinkSync('../court-dev/resources', join(root, CLUSTER, 'zoo-dev/resources'));
  for (const folder of ['lent-dev', 'court-dev/resources/modules']) {
    const path = join(root, CLUSTER, folder);
    mkdirSync(path);
    // as git has a submodule that is checked out: its repository elsewhere, and a file that leads there
    git(path, 'init', '--quiet', '--separate-git-dir', join(tempTree(), 'repository'));
    git(path, 'commit', '--quiet', '--allow-empty', '--message=Its own');
  }
  return root;
}

const EXPECTED = [
  `${CLUSTER}/court-dev/resources/modules submodule`,
  `${CLUSTER}/lent-dev submodule`,
  `${CLUSTER}/linked-dev symbolic-link`,
  `${CLUSTER}/zoo-dev/resources symbolic-link`,
];

describe('a folder that is a link or a submodule', () => {
  it('is a problem with its path in a working tree', async () => {
    expect(await problemsOf(openWorktree(plant()))).toEqual(EXPECTED);
  });

  it('is the same problem in a commit', async () => {
    const root = plant();
    const commit = commitAll(root);

    expect(await problemsOf(await openCommit({ folder: root, env: {} }, commit))).toEqual(EXPECTED);
  });
});

describe.skipIf(asRoot || process.platform === 'win32')('a folder that may not be read', () => {
  it.each(['court-dev', 'court-dev/resources', 'court-dev/resources/modules'])(
    'is a problem: %s',
    async (name) => {
      const root = tempTree({ [`${CLUSTER}/court-dev/resources/modules/a.tf`]: '' });
      const path = join(root, CLUSTER, name);
      chmodSync(path, 0);

      const problems = await problemsOf(openWorktree(root));

      chmodSync(path, 0o700);
      expect(problems).toEqual([`${CLUSTER}/${name} unreadable`]);
    },
  );
});

describe('a file that is no UTF-8', () => {
  it('is a problem although no module can be read in it, and a lock of an editor is none', async () => {
    const root = tempTree({
      [`${CLUSTER}/court-dev/resources/a.tf`]: Buffer.from('module "a" {\n}\n', 'utf16le'),
      [`${CLUSTER}/court-dev/resources/b.tf`]: 'a = 1\n',
    });
    symlinkSync('somebody@machine.4711', join(root, CLUSTER, 'court-dev/resources/.#b.tf'));

    expect(await problemsOf(openWorktree(root))).toEqual([`${CLUSTER}/court-dev/resources/a.tf not-utf8`]);
  });
});
