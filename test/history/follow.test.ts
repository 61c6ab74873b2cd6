import { describe, expect, it } from 'vitest';
import { type FileVersion, readVersion } from '../../src/history/file-version.ts';
import { followCredentials } from '../../src/history/follow.ts';
import { account, RDS, template } from '../rotation/folder.ts';

const RESOURCES = 'namespaces/live.cloud-platform.service.justice.gov.uk/orchard-dev/resources';
const ELSEWHERE = 'namespaces/live.cloud-platform.service.justice.gov.uk/pear-dev/resources';
const FILE = `${RESOURCES}/serviceaccount.tf`;

type Files = Readonly<Record<string, string | null>>;

function version(text: string): FileVersion {
  return readVersion(text, () => true);
}

/** Follows files from the first of the given states to the last; each but the first is a commit, a day after the other. */
function follow(first: Files, ...later: readonly Files[]) {
  const start = new Map(Object.entries(first).map(([path, text]) => [path, version(text ?? '')]));
  const steps = later.map((files, index) => ({
    commit: `c${index + 1}`,
    day: `2026-05-0${index + 1}`,
    changes: Object.entries(files).map(([path, text]) => ({
      path,
      version: text === null ? null : version(text),
    })),
  }));
  return followCredentials(start, '2026-04-30', steps, 90);
}

/** A service account with that date line, or none. */
function dated(date: string | null): string {
  return account(date === null ? '' : `  serviceaccount_token_rotated_date = ${date}`);
}

/** One file through its states. */
function rotations(...texts: readonly string[]) {
  const [first = '', ...later] = texts;
  return follow({ [FILE]: first }, ...later.map((text) => ({ [FILE]: text }))).rotations;
}

describe('a rotation is any change of the string', () => {
  it.each<[string, string | null, string | null, object]>([
    ['a new date', '"20-03-2026"', '"01-05-2026"', { change: 'replaced', ageDays: 42, notes: [] }],
    ['a first date', null, '"01-05-2026"', { change: 'added', from: null, ageDays: null }],
    ['a date removed', '"20-03-2026"', null, { change: 'removed', to: null, ageDays: 42, notes: [] }],
    [
      'a date for a placeholder',
      '"dd-mm-yyyy"',
      '"01-05-2026"',
      { change: 'replaced', ageDays: null, notes: [] },
    ],
    ["the template's date for none", null, '"01-01-2000"', { change: 'added', notes: [] }],
    [
      'a date for the template’s',
      '"01-01-2000"',
      '"01-05-2026"',
      { from: '01-01-2000', ageDays: null, notes: [] },
    ],
    ['another format', '"20-03-2026"', '"2026-03-20"', { ageDays: 42, notes: ['format-only'] }],
    ['a second time on a day', '"01-05-2026"', '"01-05-2026-1430"', { ageDays: 0, notes: [] }],
    ['an earlier day', '"20-03-2026"', '"19-03-2026"', { ageDays: 42, notes: ['backwards'] }],
    ['a day to come', '"20-03-2026"', '"02-05-2026"', { notes: ['future'] }],
    ['last year’s date', '"20-03-2024"', '"01-05-2025"', { notes: ['outdated'] }],
    ['what is no date', '"20-03-2026"', '"99-99-999"', { ageDays: 42, notes: ['unreadable'] }],
    ['a date for what was none', '"99-99-999"', '"01-05-2026"', { ageDays: null, notes: [] }],
    ['a date for one of the future', '"01-07-2027"', '"01-05-2026"', { ageDays: null, notes: ['backwards'] }],
    [
      'a date for an expression',
      'time_rotating.weekly.unix',
      '"01-05-2026"',
      { from: 'time_rotating.weekly.unix', ageDays: null },
    ],
  ])('%s', (_, before, after, expected) => {
    const found = rotations(dated(before), dated(after));

    expect(found).toHaveLength(1);
    expect(found[0]).toMatchObject({ file: FILE, day: '2026-05-01', commit: 'c1', ...expected });
  });

  it('tells the format of each date that the repository holds', () => {
    const found = rotations(...['2-3-2026', '2026-4-3', '2026-04-27T11:31:27Z'].map((d) => dated(`"${d}"`)));

    expect(found.map(({ ageDays }) => ageDays)).toEqual([60, 29]);
  });

  it('counts a rotation that was undone, and the undoing', () => {
    const [old, young] = [dated('"20-03-2026"'), dated('"01-05-2026"')];

    const found = rotations(old, young, old);

    expect(found.map(({ commit, to, notes }) => [commit, to, notes])).toEqual([
      ['c1', '01-05-2026', []],
      ['c2', '20-03-2026', ['backwards']],
    ]);
  });
});

describe('no rotation', () => {
  const old = dated('"20-03-2026"');

  it.each<[string, string, string]>([
    ['spaces and comments', old, old.replace('= "20', '=    "20').replace('}', '# rotate me\n}')],
    ['a placeholder in a comment', dated(null), `${dated(null)}# serviceaccount_token_rotated_date = "x"\n`],
    [
      'a comment inside the block',
      dated(null),
      account('  # serviceaccount_token_rotated_date = "01-05-2026"'),
    ],
    ['an upgrade', old, old.replace('1.2.0', '1.2.1')],
    ['null for nothing', dated(null), dated('null')],
    [
      'the value moved to a local of the file',
      old,
      `locals {\n  day = "20-03-2026"\n}\n${dated('local.day')}`,
    ],
    [
      'a date at a read replica',
      RDS.replace('}', '  replicate_source_db = module.main.id\n}'),
      RDS.replace(
        '}',
        '  replicate_source_db = module.main.id\n  db_password_rotated_date = "01-05-2026"\n}',
      ),
    ],
    [
      'a date that is not in force',
      template(''),
      template('  custom_token_rotation_date = "2026-05-01"\n  force_rotate_token = false'),
    ],
  ])('%s', (_, before, after) => {
    expect(rotations(before, after)).toEqual([]);
  });

  it('is a credential that is made with a date, goes, and is made again with another', () => {
    const { rotations, created, removed } = follow(
      {},
      { [FILE]: old },
      { [FILE]: null },
      { [FILE]: dated('"3"') },
    );

    expect({ rotations, created, removed }).toEqual({ rotations: [], created: 2, removed: 1 });
  });

  it('can be told where one expression takes the place of another, and that is said', () => {
    const { rotations, unclear } = follow(
      { [FILE]: dated('var.day') },
      { [FILE]: dated('time_rotating.weekly.unix') },
    );

    expect(rotations).toEqual([]);
    expect(unclear).toEqual([
      {
        file: FILE,
        module: 'serviceaccount',
        commit: 'c1',
        from: 'var.day',
        to: 'time_rotating.weekly.unix',
      },
    ]);
  });
});

describe('a date in force', () => {
  it('begins with the argument that forces it, and ends with it', () => {
    const date = '  custom_token_rotation_date = "2026-05-01"\n';
    const found = rotations(
      template(date),
      template(`${date}  force_rotate_token = true`),
      template(`${date}  force_rotate_token = false`),
    );

    expect(found.map(({ change, kind }) => [change, kind])).toEqual([
      ['added', 'hmpps-template'],
      ['removed', 'hmpps-template'],
    ]);
  });

  it('is followed through a local of the same file', () => {
    const text = (day: string): string => `locals {\n  day = "${day}"\n}\n${dated('local.day')}`;

    expect(rotations(text('20-03-2026'), text('01-05-2026'))).toMatchObject([
      { from: '20-03-2026', to: '01-05-2026', ageDays: 42 },
    ]);
  });
});

describe('a credential that moves', () => {
  const old = dated('"20-03-2026"');
  const other = `${RESOURCES}/main.tf`;

  it.each<[string, Files, Files]>([
    ['to another file', { [FILE]: old }, { [FILE]: null, [other]: old }],
    ['into a file with others', { [FILE]: old, [other]: RDS }, { [FILE]: null, [other]: `${RDS}${old}` }],
    ['to another namespace', { [FILE]: old }, { [FILE]: null, [`${ELSEWHERE}/serviceaccount.tf`]: old }],
    ['to another namespace, never rotated', { [other]: RDS }, { [other]: null, [`${ELSEWHERE}/db.tf`]: RDS }],
  ])('%s stays the same one', (_, before, after) => {
    const { rotations, created, removed } = follow(before, after);

    expect({ rotations, created, removed }).toEqual({ rotations: [], created: 0, removed: 0 });
  });

  it('is rotated where its date changes on the way to another file of its folder', () => {
    const { rotations, created } = follow({ [FILE]: old }, { [FILE]: null, [other]: dated('"01-05-2026"') });

    expect(rotations).toMatchObject([{ file: other, from: '20-03-2026', to: '01-05-2026' }]);
    expect(created).toBe(0);
  });

  it('is another one in another namespace with another date', () => {
    const { rotations, created, removed } = follow(
      { [FILE]: old },
      { [FILE]: null, [`${ELSEWHERE}/serviceaccount.tf`]: dated('"01-05-2026"') },
    );

    expect({ rotations, created, removed }).toEqual({ rotations: [], created: 1, removed: 1 });
  });

  it('is taken for the one of its own folder before any other', () => {
    const there = `${ELSEWHERE}/serviceaccount.tf`;
    const { rotations, removed } = follow(
      { [there]: dated('"01-05-2026"'), [FILE]: old },
      { [there]: null, [FILE]: null, [other]: dated('"01-05-2026"') },
    );

    expect(rotations).toMatchObject([{ file: other, from: '20-03-2026' }]);
    expect(removed).toBe(1);
  });

  it('is followed by the name of its module among several in a file', () => {
    const two = (a: string, b: string): string =>
      account(`  serviceaccount_token_rotated_date = "${a}"`, 'a') +
      account(`  serviceaccount_token_rotated_date = "${b}"`, 'b');
    const swapped = two('20-03-2026', '21-03-2026')
      .split(/(?=module)/)
      .reverse()
      .join('');

    expect(rotations(two('20-03-2026', '21-03-2026'), swapped)).toEqual([]);
    expect(rotations(swapped, two('20-03-2026', '01-05-2026'))).toMatchObject([{ module: 'b' }]);
  });
});

describe('a file that does not parse', () => {
  it('says nothing until it is mended, and then what has changed', () => {
    const broken = dated('”01-05-2026”');

    const found = rotations(dated('"20-03-2026"'), broken, dated('"02-05-2026"'));

    expect(found).toMatchObject([{ commit: 'c2', from: '20-03-2026', to: '02-05-2026' }]);
  });

  it('is named when it is still so at the end, and its credential still counts', () => {
    const { unreadable, stretches, removed } = follow(
      { [FILE]: dated('"20-03-2026"') },
      { [FILE]: 'module {{' },
    );

    expect({ unreadable, removed }).toEqual({ unreadable: [FILE], removed: 0 });
    expect(stretches).toMatchObject([{ rotatedOn: '2026-03-20', until: null }]);
  });
});
