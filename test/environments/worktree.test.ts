import { execFileSync } from 'node:child_process';
import { appendFileSync, chmodSync, mkdirSync, rmSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { openWorktree } from '../../src/environments/worktree.ts';
import { LIVE, readTexts, removeTemps, tempTree } from './temp.ts';

afterEach(removeTemps);

const RESOURCES = `namespaces/${LIVE}/court-dev/resources`;
const all = (): boolean => true;
const asRoot = process.getuid?.() === 0; // root may read everything
const onWindows = process.platform === 'win32';

describe('a working tree', () => {
  it('is no commit', () => {
    expect(openWorktree(tempTree()).commit).toBeNull();
  });

  it('shows what lies there now, not what was listed', async () => {
    const root = tempTree({ [`${RESOURCES}/a.tf`]: 'a', [`${RESOURCES}/b.tf`]: 'b' });
    const reader = openWorktree(root);
    await reader.namespaces(all);

    appendFileSync(join(root, RESOURCES, 'a.tf'), ' and more');
    rmSync(join(root, RESOURCES, 'b.tf'));

    expect(await readTexts(reader, [`${RESOURCES}/a.tf`, `${RESOURCES}/b.tf`])).toEqual([
      [`${RESOURCES}/a.tf`, 'a and more'],
      [`${RESOURCES}/b.tf`, '! missing'],
    ]);
  });

  it('never shows the git config, which may hold a token, through a link', async () => {
    const root = tempTree({ '.git/config': 'secret', [`${RESOURCES}/a.tf`]: 'a' });
    symlinkSync('../../../../.git/config', join(root, RESOURCES, 'config.tf'));
    const reader = openWorktree(root);
    await reader.namespaces(all);

    expect(await readTexts(reader, [`${RESOURCES}/config.tf`, '.git/config'])).toEqual([
      [`${RESOURCES}/config.tf`, '! outside-root'],
      ['.git/config', '! outside-root'],
    ]);
  });

  it('is not left through a folder that is a link', async () => {
    const outside = tempTree({ 'a.tf': 'outside' });
    const root = tempTree({ [`namespaces/${LIVE}/court-dev/x`]: '' });
    symlinkSync(outside, join(root, RESOURCES));
    const reader = openWorktree(root);
    await reader.namespaces(all);

    expect(await readTexts(reader, [`${RESOURCES}/a.tf`])).toEqual([[`${RESOURCES}/a.tf`, '! outside-root']]);
  });

  it('does not follow a file that has become a link since it was listed', async () => {
    const outside = tempTree({ 'a.tf': 'outside' });
    const root = tempTree({ [`${RESOURCES}/a.tf`]: 'a' });
    const reader = openWorktree(root);
    await reader.namespaces(all);

    rmSync(join(root, RESOURCES, 'a.tf'));
    symlinkSync(join(outside, 'a.tf'), join(root, RESOURCES, 'a.tf'));

    expect(await readTexts(reader, [`${RESOURCES}/a.tf`])).toEqual([[`${RESOURCES}/a.tf`, '! unreadable']]);
  });

  it.skipIf(onWindows)('does not wait for a pipe', async () => {
    const root = tempTree({ [`${RESOURCES}/a.tf`]: 'a' });
    execFileSync('mkfifo', [join(root, RESOURCES, 'pipe.tf')]);
    const reader = openWorktree(root);

    const [folder] = await reader.namespaces(all);

    expect(folder?.resources[1]).toEqual({ path: `${RESOURCES}/pipe.tf`, type: 'other', applied: true });
    expect(await readTexts(reader, [`${RESOURCES}/pipe.tf`])).toEqual([
      [`${RESOURCES}/pipe.tf`, '! unreadable'],
    ]);
  });

  it.skipIf(asRoot || onWindows)('names a file and a folder that may not be read, and goes on', async () => {
    const root = tempTree({ [`${RESOURCES}/a.tf`]: 'a', [`${RESOURCES}/b.tf`]: 'b' });
    mkdirSync(join(root, RESOURCES, 'closed'));
    chmodSync(join(root, RESOURCES, 'a.tf'), 0);
    chmodSync(join(root, RESOURCES, 'closed'), 0);
    const reader = openWorktree(root);

    const [folder] = await reader.namespaces(all);
    const paths = folder?.resources.map((file) => file.path) ?? [];

    expect(folder?.resources[2]).toEqual({ path: `${RESOURCES}/closed`, type: 'closed', applied: false });
    expect((await readTexts(reader, paths)).map(([, text]) => text)).toEqual([
      '! unreadable',
      'b',
      '! unreadable',
    ]);
    chmodSync(join(root, RESOURCES, 'closed'), 0o700);
  });

  it('keeps the absolute path out of its messages', async () => {
    const root = tempTree({ [`${RESOURCES}/a.tf`]: 'a' });
    const messages: string[] = [];

    await openWorktree(root).read([`${RESOURCES}/none.tf`, RESOURCES, '../x'], (_path, content) => {
      if (!(content instanceof Uint8Array)) messages.push(content.message);
    });

    expect(messages).toEqual(['no such file', 'it is a folder', 'the path leads out of the repository']);
  });
});
