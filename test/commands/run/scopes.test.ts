import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  assignEdits,
  groupOfBranch,
  groupUnits,
  isGroupBranch,
  namespaceUnits,
  teamNames,
} from '../../../src/commands/run/scopes.ts';
import type { NamespaceMetadata } from '../../../src/environments/metadata.ts';
import type { NamespaceFolder } from '../../../src/environments/reader.ts';
import { isRotateBranch } from '../../../src/publish/push.ts';
import type { FileEdit } from '../../../src/rotation/edits.ts';
import type { Rotation } from '../../../src/rotation/plan.ts';
import { teamKey } from '../../../src/util/teams.ts';
import { assess, type Situation } from '../../rotation/assess.ts';

const LIVE = 'live.cloud-platform.service.justice.gov.uk';
const NO_REFS = { defaultBranch: 'main', branches: new Map<string, string>() };

function folder(namespace: string, cluster = LIVE): NamespaceFolder {
  return { cluster, namespace, path: `namespaces/${cluster}/${namespace}`, files: [], resources: [] };
}

/** A rotation of the only credential of a namespace. */
function rotation(namespace: string, situation: Situation = {}): Rotation {
  const path = `${folder(namespace).path}/resources/main.tf`;
  const found = assess({
    date: '"20-03-2026"',
    ...situation,
    place: { id: `${namespace}/main.tf#m`, namespace },
  });
  const assessment = { ...found, credential: { ...found.credential, file: path } };
  return {
    assessment,
    to: '23-11-2026',
    upgrade: {} as Rotation['upgrade'],
    restoration: null,
    sharedWith: [],
  };
}

function metadata(teams: Readonly<Record<string, readonly string[]>>, teamName: string | null = null) {
  return new Map(
    Object.entries(teams).map(([namespace, of]) => [
      folder(namespace).path,
      { teams: of, teamName } as unknown as NamespaceMetadata,
    ]),
  );
}

function selected(...namespaces: readonly string[]) {
  const folders = namespaces.map((each) => folder(each));
  return { folders, all: folders, problems: [], facts: new Map() };
}

describe('a pull request for each namespace', () => {
  it('is there for what is to be rotated, and for a branch that is there', () => {
    const refs = { ...NO_REFS, branches: new Map([['rotate/b-dev', 'sha']]) };

    const { units, skipped } = namespaceUnits(selected('a-dev', 'b-dev', 'c-dev'), [rotation('a-dev')], refs);

    expect(units.map(({ branch, wanted }) => `${branch} ${[...wanted.keys()]}`)).toEqual([
      'rotate/a-dev a-dev/main.tf#m',
      'rotate/b-dev ',
    ]);
    expect(skipped).toEqual([]);
  });

  it('is as old as the oldest of its credentials, and one that never was rotated is the oldest', () => {
    const of = (...dates: readonly (string | null)[]) => {
      const rotations = dates.map((date) =>
        rotation('a-dev', date === null ? { date: '"dd-mm-yyyy"' } : { date }),
      );
      return namespaceUnits(selected('a-dev'), rotations, NO_REFS).units[0]?.oldest;
    };

    expect(of('"20-03-2026"', '"01-02-2025"')).toBe('2025-02-01');
    expect(of('"20-03-2026"', null)).toBeNull();
  });

  it.each([
    ['a name that git does not take', 'a..dev'],
    ['a name with a blank', 'a dev'],
    ['a name that begins a group', '_all'],
  ])('is none for %s, which is skipped with its reason', (_, name) => {
    const { units, skipped } = namespaceUnits(selected(name), [rotation(name)], NO_REFS);

    expect(units).toEqual([]);
    expect(skipped).toMatchObject([{ id: `${name}/main.tf#m`, message: expect.stringMatching(/\S/) }]);
  });

  it('is none for two namespaces that would share a branch', () => {
    const both = [folder('live-2--x'), folder('x', 'live-2.example')];

    const { units, skipped } = namespaceUnits(
      { folders: [both[0]!], all: both, problems: [], facts: new Map() },
      [rotation('live-2--x')],
      NO_REFS,
    );

    expect(units).toEqual([]);
    expect(skipped).toMatchObject([{ code: 'shared-branch' }]);
  });
});

describe('a pull request for each group', () => {
  const rotations = [
    rotation('a-dev'),
    rotation('b-dev', { kind: 'rds' }),
    rotation('c-dev', { kind: 'rds' }),
  ];
  const teams = teamNames(
    metadata({ 'a-dev': ['gardeners'], 'b-dev': ['gardeners', 'keepers'], 'c-dev': [] }),
  );

  it.each([
    ['all', ['rotate/_all a-dev b-dev c-dev']],
    ['kind', ['rotate/_kind.serviceaccount a-dev', 'rotate/_kind.rds b-dev c-dev']],
    ['team', ['rotate/_team.gardeners a-dev b-dev', 'rotate/_team.unknown c-dev']],
  ] as const)('%s', (grouping, expected) => {
    const units = groupUnits(selected('a-dev', 'b-dev', 'c-dev'), rotations, grouping, teams);

    expect(
      units.map(({ branch, folders }) => [branch, ...folders.map((each) => each.namespace)].join(' ')),
    ).toEqual(expected);
    for (const { branch, group } of units) {
      expect(isGroupBranch(branch)).toBe(true);
      expect(groupOfBranch(branch)).toBe(group);
    }
  });

  it('takes the team that the annotation names, where the role bindings have it', () => {
    const both = { 'a-dev': ['gardeners', 'keepers'] };
    const branchOf = (name: string) =>
      groupUnits(selected('a-dev'), [rotation('a-dev')], 'team', teamNames(metadata(both, name)))[0]?.branch;

    expect(branchOf('keepers')).toBe('rotate/_team.keepers');
    expect(branchOf('strangers')).toBe('rotate/_team.gardeners');
  });

  it('is one for all spellings of a team, under the one that comes first', () => {
    const facts = metadata({ 'a-dev': ['Keepers of Bees'], 'b-dev': ['keepers-of-bees'], 'c-dev': [] });
    const labels = (...names: string[]) =>
      groupUnits(selected(...names), rotations, 'team', teamNames(facts)).map(({ label }) => label);

    expect(labels('a-dev', 'b-dev', 'c-dev')).toEqual(['team Keepers of Bees', 'team unknown']);
  });

  it('has a branch that git takes, below rotate/ and its own, whatever the team is called', () => {
    const name = fc.oneof(
      fc.string({ unit: 'binary', minLength: 1 }),
      fc.string({
        unit: fc.constantFrom('a', 'B', '-', '.', '/', ' ', '~', '\u0000'),
        minLength: 1,
        maxLength: 90,
      }),
      fc.constantFrom('..', '.lock', '@{', '-', '../../main', 'a.lock', '✂', 'é', '\n', 'HEAD', '%2e%2e'),
    );
    fc.assert(
      fc.property(name, name, (one, other) => {
        const found = groupUnits(
          selected('a-dev', 'b-dev'),
          [rotation('a-dev'), rotation('b-dev')],
          'team',
          teamNames(metadata({ 'a-dev': [one], 'b-dev': [other] })),
        );

        expect(found).toHaveLength(teamKey(one) === teamKey(other) ? 1 : 2);
        expect(new Set(found.map(({ branch }) => branch)).size).toBe(found.length);
        for (const { branch } of found) {
          expect(isRotateBranch(branch), branch).toBe(true);
          expect(isGroupBranch(branch), branch).toBe(true);
          expect(branch.split('/')).toHaveLength(2);
        }
      }),
      { numRuns: 300 },
    );
  });
});

describe('a file', () => {
  const edit = (path: string, neededBy: readonly string[]): FileEdit =>
    ({ path, neededBy, before: '', after: 'x', changes: [] }) as unknown as FileEdit;
  const units = groupUnits(
    selected('a-dev', 'b-dev'),
    [rotation('a-dev'), rotation('b-dev', { kind: 'rds' })],
    'kind',
    new Map(),
  );

  it('goes as a whole to the first group that wants one of its credentials', () => {
    const shared = edit(`${folder('a-dev').path}/resources/main.tf`, ['a-dev/main.tf#m', 'b-dev/main.tf#m']);

    expect([...assignEdits(units, [shared])]).toEqual([[units[0], [shared]]]);
  });

  it('that nobody wants goes to nobody', () => {
    expect(assignEdits(units, [edit('namespaces/live/z/resources/main.tf', ['z/main.tf#m'])]).size).toBe(0);
  });
});
