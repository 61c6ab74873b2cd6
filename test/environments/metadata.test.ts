import { afterEach, describe, expect, it } from 'vitest';
import { type NamespaceMetadata, readAllMetadata, readMetadata } from '../../src/environments/metadata.ts';
import { openWorktree } from '../../src/environments/worktree.ts';
import { LIVE, removeTemps, tempTree } from './temp.ts';

afterEach(removeTemps);

const COURT = `namespaces/${LIVE}/court-dev`;

const NAMESPACE = `apiVersion: v1
kind: Namespace
metadata:
  name: court-dev
  labels:
    cloud-platform.justice.gov.uk/is-production: "false"
  annotations:
    cloud-platform.justice.gov.uk/business-unit: "HMCTS"
    cloud-platform.justice.gov.uk/application: "Court: lists"
    cloud-platform.justice.gov.uk/owner: 'Courts: courts@example.org'
    cloud-platform.justice.gov.uk/source-code: "https://github.com/ministryofjustice/a,https://github.com/ministryofjustice/b"
    cloud-platform.justice.gov.uk/slack-channel: courts
    cloud-platform.justice.gov.uk/team-name: "court-team"
`;

const RBAC = `kind: RoleBinding
apiVersion: rbac.authorization.k8s.io/v1
subjects:
  - kind: Group
    name: "github:court-team"
  - kind: Group
    name: github:admins
  - kind: ServiceAccount
    name: circleci
---
kind: RoleBinding
subjects:
  - { kind: Group, name: 'github:court-team' }
  - { kind: Group, name: 'github:zoo' }
---
kind: Role
subjects:
  - name: github:not-bound
`;

async function metadataOf(files: Readonly<Record<string, string | Uint8Array>>): Promise<NamespaceMetadata> {
  const below = Object.entries(files).map(([name, text]) => [`${COURT}/${name}`, text]);
  const reader = openWorktree(tempTree({ [`${COURT}/x`]: '', ...Object.fromEntries(below) }));
  const [folder] = await reader.namespaces(() => true);
  return readMetadata(folder!, reader);
}

describe('whose a namespace is', () => {
  it('comes from its labels, annotations and role bindings', async () => {
    expect(await metadataOf({ '00-namespace.yaml': NAMESPACE, '01-rbac.yaml': RBAC })).toEqual({
      production: false,
      businessUnit: 'HMCTS',
      application: 'Court: lists',
      owner: 'Courts: courts@example.org',
      sourceCode: 'https://github.com/ministryofjustice/a,https://github.com/ministryofjustice/b',
      slackChannel: 'courts',
      teamName: 'court-team',
      teams: ['admins', 'court-team', 'zoo'],
      problems: [],
    });
  });

  it('is read from .yml as well', async () => {
    const { teams, owner } = await metadataOf({ '00-namespace.yml': NAMESPACE, '01-rbac.yml': RBAC });

    expect(owner).toBe('Courts: courts@example.org');
    expect(teams).toHaveLength(3);
  });

  it('is unknown, and no problem, without the files', async () => {
    expect(await metadataOf({})).toMatchObject({ production: null, owner: null, teams: [], problems: [] });
  });

  it.each([
    ['"true"', true],
    ['true', true],
    ["'True'", true],
    ['"false"', false],
  ])('is production or not: %s', async (written, production) => {
    const text = NAMESPACE.replace('"false"', written);

    expect(await metadataOf({ '00-namespace.yaml': text })).toMatchObject({ production, problems: [] });
  });

  it('is not guessed from a label that says neither', async () => {
    const { production, problems } = await metadataOf({
      '00-namespace.yaml': NAMESPACE.replace('"false"', '"no"'),
    });

    expect(production).toBeNull();
    expect(problems).toEqual([
      {
        file: `${COURT}/00-namespace.yaml`,
        line: 6,
        column: 50,
        code: 'metadata-unclear',
        message: 'the label is-production is neither "true" nor "false" but "no"',
      },
    ]);
  });

  it('is read for many namespaces at once', async () => {
    const other = `namespaces/${LIVE}/other`;
    const reader = openWorktree(
      tempTree({
        [`${COURT}/00-namespace.yaml`]: NAMESPACE,
        [`${COURT}/01-rbac.yaml`]: RBAC,
        [`${other}/00-namespace.yaml`]: NAMESPACE.replace('"false"', '"true"'),
      }),
    );
    let passes = 0;
    const counted = {
      ...reader,
      read: (...args: Parameters<typeof reader.read>) => {
        passes++;
        return reader.read(...args);
      },
    };

    const all = await readAllMetadata(await reader.namespaces(() => true), counted);

    expect([...all].map(([path, facts]) => [path, facts.production, facts.teams.length])).toEqual([
      [COURT, false, 3],
      [other, true, 0],
    ]);
    expect(passes).toBe(1);
  });
});

describe('a metadata file that is not as it should be', () => {
  it.each([
    ['a bracket left open', 'kind: Namespace\nmetadata: [\n', 3, 1],
    ['a tab as indent', 'kind: Namespace\nmetadata:\n\tname: x\n', 3, 1],
    ['a key twice', 'kind: Namespace\nkind: Namespace\n', 2, 1],
    ['an alias to nothing', 'kind: &kind Namespace\nother: *kind\nmetadata: *none\n', 3, 11],
  ])('is named with its line: %s', async (_case, text, line, column) => {
    const { problems, production } = await metadataOf({ '00-namespace.yaml': text });

    expect(production).toBeNull();
    expect(problems).toEqual([
      {
        file: `${COURT}/00-namespace.yaml`,
        line,
        column,
        code: 'metadata-malformed',
        message: expect.stringMatching(/^not valid YAML: .+$/),
      },
    ]);
  });

  it('does not hide the documents beside the broken one', async () => {
    const { teams, problems } = await metadataOf({ '01-rbac.yaml': `${RBAC}---\na: 1\na: 2\n` });

    expect(teams).toEqual(['admins', 'court-team', 'zoo']);
    expect(problems).toHaveLength(1);
  });

  it.each([
    ['empty', ''],
    ['only a comment', '# nothing\n'],
    ['a list', '- kind: Namespace\n'],
    ['a scalar', 'Namespace\n'],
    ['of other types', 'kind: Namespace\nmetadata: 7\n'],
    ['of another kind', NAMESPACE.replace('kind: Namespace', 'kind: Pod')],
    [
      'with subjects that are none',
      'kind: RoleBinding\nsubjects: [7, null, {name: {a: b}}, {name: "github:"}]\n',
    ],
  ])('gives nothing and no error: %s', async (_case, text) => {
    const facts = await metadataOf({ '00-namespace.yaml': text, '01-rbac.yaml': text });

    expect(facts).toMatchObject({ production: null, owner: null, teams: [], problems: [] });
  });

  it('does not blow up: a bomb of aliases', async () => {
    const levels = Array.from(
      { length: 12 },
      (_, i) => `l${i + 1}: &l${i + 1} [${`*l${i}, `.repeat(9)}*l${i}]`,
    );
    const bomb = `kind: Namespace\nl0: &l0 [x, x, x]\n${levels.join('\n')}\n`;

    const { problems } = await metadataOf({ '00-namespace.yaml': bomb });

    expect(problems).toMatchObject([{ code: 'metadata-malformed' }]);
  });

  it('does not blow up: 100,000 open brackets', async () => {
    const { problems } = await metadataOf({ '00-namespace.yaml': '['.repeat(100_000) });

    expect(problems).toMatchObject([{ code: 'metadata-malformed' }]);
  });

  it('does not take names of JavaScript for labels', async () => {
    const { owner, problems } = await metadataOf({
      '00-namespace.yaml':
        'kind: Namespace\nmetadata:\n  __proto__: {annotations: {a: b}}\n  annotations: {__proto__: {cloud-platform.justice.gov.uk/owner: x}}\n',
    });

    expect(owner).toBeNull();
    expect(problems).toEqual([]);
  });

  it('is named when it is too large, encrypted or not UTF-8', async () => {
    const { problems } = await metadataOf({
      '00-namespace.yaml': ' '.repeat(300 * 1024),
      '01-rbac.yaml': Buffer.from('# caf\xe9', 'latin1'),
    });

    expect(problems).toMatchObject([
      {
        file: `${COURT}/00-namespace.yaml`,
        code: 'metadata-unreadable',
        message: 'larger than 256 KB: not read',
      },
      { file: `${COURT}/01-rbac.yaml`, code: 'metadata-unreadable', line: 1, column: 6 },
    ]);
  });
});
