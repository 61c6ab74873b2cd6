import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import {
  type EstateHistory,
  type HistoryRange,
  type HistorySight,
  readHistory,
} from '../../src/environments/file-changes.ts';
import { cloneAt } from '../git/clone-at.ts';
import { type Past, past, resource } from './past.ts';
import { fastImport, git, removeTemps, tempTree } from './temp.ts';

afterEach(removeTemps);

const A = resource('a.tf');
const B = resource('b.tf');

function seconds(time: string): number {
  return Date.parse(time) / 1000;
}

function read(
  { root }: Pick<Past, 'root'>,
  range: Partial<HistoryRange> = {},
  version: HistorySight['version'] = () => {},
): Promise<EstateHistory> {
  const tip = git(root, 'rev-parse', 'HEAD');
  const all = { from: 0, to: seconds('2030-01-01T00:00:00Z'), prefix: '', wants: () => true };
  return readHistory(cloneAt(root), { tip, ...all, ...range }, { commit: () => {}, version });
}

/** `subject: path path` of each step. */
function told({ steps }: EstateHistory): string[] {
  const name = (path: string): string => path.slice(path.lastIndexOf('/') + 1);
  return steps.map(({ subject, changes }) => {
    const files = changes.map(({ path, blob }) => `${blob === null ? '-' : ''}${name(path)}`);
    return `${subject}: ${files.join(' ')}`;
  });
}

describe('the history of a branch', () => {
  it('is told from its beginning, oldest first, with the blobs that each commit left', async () => {
    const repository = past();
    const first = repository.commit('2026-01-01', { [A]: 'one' }, 'First');
    repository.commit('2026-01-02', { [A]: 'two', [B]: 'new' }, 'Second');
    repository.commit('2026-01-03', { [A]: null }, 'Third');

    const history = await read(repository);

    expect(told(history)).toEqual(['First: a.tf', 'Second: a.tf b.tf', 'Third: -a.tf']);
    expect(history.start.size).toBe(0);
    expect(history.cut).toBeNull();
    expect(history.steps[0]).toEqual({
      commit: first,
      seconds: seconds('2026-01-01T12:00:00Z'),
      subject: 'First',
      changes: [{ path: A, blob: repository.git('rev-parse', `${first}:${A}`) }],
    });
  });

  it('begins with the files as they were before the first commit that counts', async () => {
    const repository = past();
    repository.commit('2026-01-01', { [A]: 'one', [B]: 'b' });
    const before = repository.commit('2026-01-02', { [A]: 'two' });
    repository.commit('2026-01-03', { [A]: 'three' }, 'Third');

    const history = await read(repository, { from: seconds('2026-01-03T00:00:00Z') });

    expect(told(history)).toEqual(['Third: a.tf']);
    expect([...history.start.keys()].sort()).toEqual([A, B]);
    expect(history.start.get(A)).toBe(repository.git('rev-parse', `${before}:${A}`));
  });

  it('is how things stood where nothing changed in that time, or only later', async () => {
    const repository = past();
    const before = repository.commit('2026-01-02', { [A]: 'two' });
    repository.commit('2026-03-01', { [A]: 'three' });

    const quiet = await read(repository, {
      from: seconds('2026-02-01T00:00:00Z'),
      to: seconds('2026-02-08T00:00:00Z'),
    });

    expect(quiet.steps).toEqual([]);
    expect(quiet.start.get(A)).toBe(repository.git('rev-parse', `${before}:${A}`));
  });

  it('ends before the time that no longer counts', async () => {
    const repository = past();
    repository.commit('2026-01-01T23:59:59Z', { [A]: 'one' }, 'In time');
    repository.commit('2026-01-02T00:00:00Z', { [A]: 'two' }, 'Too late');

    expect(told(await read(repository, { to: seconds('2026-01-02T00:00:00Z') }))).toEqual(['In time: a.tf']);
  });

  it('tells a branch when it was merged, as one change, however late and whatever it did in between', async () => {
    const repository = past();
    repository.commit('2026-01-01', { [A]: 'one' }, 'First');
    repository.git('checkout', '--quiet', '-b', 'late');
    repository.commit('2026-01-02', { [A]: 'wrong' }, 'Wrong');
    repository.commit('2026-01-03', { [A]: 'two' }, 'Mended');
    repository.git('checkout', '--quiet', 'main');
    repository.commit('2026-02-01', { [B]: 'b' }, 'Meanwhile');
    const merge = repository.merge('2026-03-01', 'late');

    const history = await read(repository, { from: seconds('2026-01-15T00:00:00Z') });

    expect(told(history)).toEqual(['Meanwhile: b.tf', 'Merge late: a.tf']);
    expect(history.steps[1]).toMatchObject({ commit: merge, seconds: seconds('2026-03-01T12:00:00Z') });
    expect([...history.start.keys()]).toEqual([A]);
  });

  it('counts plain .tf files directly in resources/ of wanted namespaces only', async () => {
    const repository = past();
    const files = [
      resource('nested/a.tf'),
      resource('a.tf.json'),
      resource('.hidden.tf'),
      resource('a.tf', 'pear-dev'),
      'namespaces/live/a.tf',
      'elsewhere/a.tf',
    ];
    repository.commit(
      '2026-01-01',
      { ...Object.fromEntries(files.map((path) => [path, path])), [A]: 'a' },
      'All',
    );

    const history = await read(repository, { wants: (_, namespace) => namespace === 'orchard-dev' });

    expect(history.steps.flatMap(({ changes }) => changes.map(({ path }) => path))).toEqual([A]);
  });

  it('takes a file for gone where a link takes its place', async () => {
    const repository = past();
    repository.commit('2026-01-01', { [A]: 'a', [B]: 'b' }, 'First');
    repository.git('rm', '--quiet', A);
    const link = repository.git('hash-object', '-w', B);
    repository.git('update-index', '--add', '--cacheinfo', `120000,${link},${A}`);
    repository.git('commit', '--quiet', '--message=Link');

    expect(told(await read(repository, { to: 4e9 })).at(-1)).toBe('Link: -a.tf');
  });

  it('takes names and messages of every sort', async () => {
    const repository = past();
    const names = ['é漢😀.tf', 'new\nline.tf', 'quote".tf', ':100644 x.tf', '*.tf'].map((name) =>
      resource(name),
    );
    repository.commit(
      '2026-01-01',
      Object.fromEntries(names.map((name) => [name, name])),
      ':100644 é « » 漢',
    );

    const { steps } = await read(repository);

    expect(steps[0]?.subject).toBe(':100644 é « » 漢');
    expect(steps[0]?.changes.map(({ path }) => path).sort()).toEqual([...names].sort());
  });

  it('is the same whatever the user has configured', async () => {
    const repository = past();
    repository.commit('2026-01-01', { [A]: 'one and the same text\n'.repeat(20) }, 'First');
    repository.commit('2026-01-02', { [A]: null, [B]: 'one and the same text\n'.repeat(20) }, 'Moved');
    const plain = await read(repository);
    const settings = {
      'diff.renames': 'copies',
      'log.showRoot': 'false',
      'log.showSignature': 'true',
      'log.follow': 'true',
      'log.diffMerges': 'off',
      'log.date': 'relative',
      'diff.relative': 'true',
      'diff.external': 'false',
      'core.quotePath': 'true',
      'color.ui': 'always',
      'core.abbrev': '5',
    };
    for (const [name, value] of Object.entries(settings)) repository.git('config', name, value);

    expect(await read(repository)).toEqual(plain);
    expect(told(plain)).toEqual(['First: a.tf', 'Moved: -a.tf b.tf']);
  });

  it('of an estate below the git top level has paths from the estate on', async () => {
    const repository = past();
    repository.commit('2026-01-01', { [`estate/${A}`]: 'one', [A]: 'not this' }, 'First');
    repository.commit('2026-01-02', { [`estate/${A}`]: 'two' }, 'Second');
    const inside = { root: join(repository.root, 'estate') };

    const all = await read(inside, { prefix: 'estate' });
    const late = await read(inside, { prefix: 'estate', from: seconds('2026-01-02T00:00:00Z') });

    expect(told(all)).toEqual(['First: a.tf', 'Second: a.tf']);
    expect([...late.start.keys()]).toEqual([A]);
  });
});

describe('a shallow clone', () => {
  function clone({ root }: Past, depth: number): { readonly root: string } {
    const shallow = tempTree();
    git(shallow, 'clone', '--quiet', `--depth=${depth}`, `file://${root}`, 'clone');
    return { root: join(shallow, 'clone') };
  }

  function threeCommits(): Past {
    const repository = past();
    repository.commit('2026-01-01', { [A]: 'one' }, 'First');
    repository.commit('2026-01-02', { [A]: 'two' }, 'Second');
    repository.commit('2026-01-03', { [A]: 'three' }, 'Third');
    return repository;
  }

  it('is told from where it ends, and says where that is', async () => {
    const repository = threeCommits();

    const history = await read(clone(repository, 2));

    const second = repository.git('rev-parse', 'HEAD~1');
    expect(told(history)).toEqual(['Third: a.tf']);
    expect(history.cut).toEqual({ commit: second, seconds: seconds('2026-01-02T12:00:00Z') });
    expect(history.start.get(A)).toBe(repository.git('rev-parse', `${second}:${A}`));
  });

  it('knows nothing of a time before it', async () => {
    const history = await read(clone(threeCommits(), 1), { to: seconds('2026-01-02T00:00:00Z') });

    expect(history.steps).toEqual([]);
    expect(history.cut).toMatchObject({ seconds: seconds('2026-01-03T12:00:00Z') });
  });

  it('is as good as any other for a time that it holds', async () => {
    const history = await read(clone(threeCommits(), 2), { from: seconds('2026-01-03T00:00:00Z') });

    expect(told(history)).toEqual(['Third: a.tf']);
    expect(history.cut).toBeNull();
  });
});

describe('the versions of files', () => {
  it('are read once each, with the first path that they were at', async () => {
    const repository = past();
    repository.commit('2026-01-01', { [A]: 'one', [B]: 'one' });
    repository.commit('2026-01-02', { [A]: 'two' });
    repository.commit('2026-01-03', { [A]: 'one' });
    const texts: string[] = [];

    await read(repository, {}, (blob, path, content) => {
      const text = content instanceof Uint8Array ? Buffer.from(content).toString() : content.code;
      expect(blob).toMatch(/^[0-9a-f]{40}$/);
      texts.push(`${path} ${text}`);
    });

    expect(texts.sort()).toEqual([`${A} one`, `${A} two`]);
  });

  it('are all there where there are more than one reading takes', async () => {
    const repository = past();
    const many = Array.from({ length: 3_000 }, (_, index) => resource(`f${index}.tf`));
    fastImport(
      repository.root,
      ['2026-01-01T12:00:00Z', Object.fromEntries(many.map((path) => [path, `${path} one`]))],
      ['2026-01-02T12:00:00Z', Object.fromEntries(many.map((path) => [path, `${path} two`]))],
    );
    const texts = new Set<string>();

    const { steps } = await read(repository, {}, (_, path, content) => {
      texts.add(`${path} ${content instanceof Uint8Array ? Buffer.from(content).toString() : content.code}`);
    });

    expect(steps.map(({ changes }) => changes.length)).toEqual([3_000, 3_000]);
    expect(texts.size).toBe(6_000);
  });

  it('that cannot be read stop the reading with an error, wherever it is', async () => {
    const repository = past();
    repository.commit('2026-01-01', { [A]: 'one' });

    const reading = read(repository, {}, () => {
      throw new Error('too much');
    });

    await expect(reading).rejects.toThrow('too much');
  });
});
