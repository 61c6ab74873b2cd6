import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { currentNamespace, findRoot } from '../../src/environments/root.ts';
import { commitAll, git, LIVE, removeTemps, tempTree } from './temp.ts';

afterEach(removeTemps);

const NAMESPACE = `namespaces/${LIVE}/court-dev`;
const estate = (): string => tempTree({ '.git/HEAD': '', [`${NAMESPACE}/resources/rds.tf`]: '' });

describe('the environments repository is found', () => {
  it('from any folder in it', () => {
    const root = estate();

    expect(findRoot(join(root, NAMESPACE, 'resources'))).toEqual({
      root,
      top: root,
      prefix: '',
      checkedOut: true,
    });
    expect(findRoot(root)).toEqual({ root, top: root, prefix: '', checkedOut: true });
  });

  it('in a worktree, where .git is a file', () => {
    const main = tempTree({ [`${NAMESPACE}/resources/rds.tf`]: '' });
    commitAll(main);
    const root = join(tempTree(), 'side');
    git(main, 'worktree', 'add', '--quiet', root);

    expect(findRoot(join(root, NAMESPACE))).toEqual({ root, top: root, prefix: '', checkedOut: true });
  });

  it('through a symbolic link', () => {
    const root = estate();
    const link = join(tempTree(), 'link');
    symlinkSync(join(root, NAMESPACE), link);

    expect(findRoot(link)).toMatchObject({ root });
  });

  it('where --root says, from the current folder on', () => {
    const root = estate();

    expect(findRoot(join(root, 'namespaces'), '..')).toEqual({
      root,
      top: root,
      prefix: '',
      checkedOut: true,
    });
  });

  it('with --root below the git top level, which gives the prefix of its paths', () => {
    const top = tempTree({ '.git/HEAD': '', [`a/b/${NAMESPACE}/x`]: '' });

    expect(findRoot(top, 'a/b')).toEqual({ root: join(top, 'a/b'), top, prefix: 'a/b', checkedOut: true });
  });

  it('with --root without any git', () => {
    const root = tempTree({ [`${NAMESPACE}/x`]: '' });

    expect(findRoot('/', root)).toEqual({ root, top: null, prefix: '', checkedOut: true });
  });
});

describe('for what reads commits, the environments repository is found', () => {
  it('without a checkout', () => {
    const top = tempTree({ '.git/HEAD': '' });

    expect(findRoot(top, undefined, 'commit')).toEqual({ root: top, top, prefix: '', checkedOut: false });
    expect(findRoot('/', top, 'commit')).toEqual({ root: top, top, prefix: '', checkedOut: false });
    expect(findRoot(top)).toHaveProperty('code', 'not-an-environments-repository');
  });

  it('bare, from any folder in it', () => {
    const top = join(tempTree(), 'bare.git');
    git('/', 'init', '--quiet', '--bare', top);

    expect(findRoot(join(top, 'refs'), undefined, 'commit')).toMatchObject({ root: top, checkedOut: false });
    expect(findRoot(top)).toHaveProperty('code', 'not-an-environments-repository');
  });
});

describe('what is no environments repository', () => {
  const code = 'not-an-environments-repository';

  it('outside git is said with the place and what to do', () => {
    const folder = tempTree();

    const message = expect.stringMatching(/^No git repository at or above .*--root/);

    expect(findRoot(folder)).toEqual({ code, message });
  });

  it('in another git repository is said with its top and what is missing', () => {
    const top = tempTree({ '.git/HEAD': '', 'src/x': '' });

    const message = expect.stringContaining(`${top} has no folder namespaces/`);

    expect(findRoot(join(top, 'src'))).toEqual({ code, message });
  });

  it('at the top, but nearer, is suggested', () => {
    const top = tempTree({ '.git/HEAD': '', [`envs/${NAMESPACE}/x`]: '' });

    const message = expect.stringContaining(`Did you mean --root ${join(top, 'envs')}?`);

    expect(findRoot(join(top, 'envs', NAMESPACE))).toEqual({ code, message });
  });

  it('is not looked for above the git repository one is in', () => {
    const outer = estate();
    mkdirSync(join(outer, 'vendor/inner/.git'), { recursive: true });

    const message = expect.not.stringContaining('Did you mean');

    expect(findRoot(join(outer, 'vendor/inner'))).toEqual({ code, message });
  });

  it.each(['missing', 'file', 'empty'])('by --root %s is said', (name) => {
    const folder = tempTree({ file: '' });
    mkdirSync(join(folder, 'empty'));

    const message = expect.stringContaining(`${join(folder, name)} (from --root)`);

    expect(findRoot(folder, name)).toEqual({ code, message });
  });

  it('has only a link or a file named namespaces', () => {
    const folder = tempTree({ 'a/namespaces': '', 'b/x': '' });
    symlinkSync(join(estate(), 'namespaces'), join(folder, 'b/namespaces'));

    expect(findRoot(folder, 'a')).toHaveProperty('code', code);
    expect(findRoot(folder, 'b')).toHaveProperty('code', code);
  });
});

describe('the current namespace', () => {
  const here = { cluster: LIVE, namespace: 'court-dev' };

  it.each(['', 'resources'])('is the one whose folder holds the current one (%j)', (below) => {
    const root = estate();

    expect(currentNamespace(root, join(root, NAMESPACE, below))).toEqual(here);
  });

  it('is found through links on both sides', () => {
    const root = estate();
    const links = tempTree();
    symlinkSync(root, join(links, 'root'));
    symlinkSync(join(root, NAMESPACE, 'resources'), join(links, 'cwd'));

    expect(currentNamespace(join(links, 'root'), join(links, 'cwd'))).toEqual(here);
  });

  it('is none above the namespaces, elsewhere, and where nothing is', () => {
    const root = estate();
    mkdirSync(join(root, 'namespaces/.git/x'), { recursive: true });
    writeFileSync(join(root, 'y'), '');

    for (const folder of ['', 'namespaces', `namespaces/${LIVE}`, 'namespaces/.git/x', 'no/such', '..']) {
      expect(currentNamespace(root, join(root, folder))).toBeNull();
    }
  });
});
