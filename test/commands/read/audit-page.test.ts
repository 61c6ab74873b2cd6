import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { auditPage } from '../../../src/commands/read/audit-page.ts';
import type { AuditPage } from '../../../src/results/audit-page.ts';
import { commitAll, git, LIVE, removeTemps, tempTree } from '../../environments/temp.ts';
import { options } from '../options.ts';

const NAMESPACE = `kind: Namespace
metadata:
  labels:
    cloud-platform.justice.gov.uk/is-production: "true"
  annotations:
    cloud-platform.justice.gov.uk/team-name: millers
    cloud-platform.justice.gov.uk/application: Mill
    cloud-platform.justice.gov.uk/slack-channel: grist
`;
const RBAC = 'kind: RoleBinding\nsubjects:\n  - name: github:millers-devs\n';
const RDS =
  'module "rds" {\n  source = "github.com/ministryofjustice/cloud-platform-terraform-rds-instance?ref=9.2.0"\n}\n';

const FILES: Readonly<Record<string, string>> = {
  [`namespaces/${LIVE}/mill-prod/00-namespace.yaml`]: NAMESPACE,
  [`namespaces/${LIVE}/mill-prod/01-rbac.yaml`]: RBAC,
  [`namespaces/${LIVE}/mill-prod/resources/rds.tf`]: RDS,
  [`namespaces/${LIVE}/mill-dev/00-namespace.yaml`]: 'kind: [\n',
  [`namespaces/${LIVE}/mill-dev/resources/rds.tf`]: RDS,
  [`namespaces/${LIVE}/empty/00-namespace.yaml`]: NAMESPACE,
};

afterAll(removeTemps);

async function pageOf(
  root: string,
  more: Parameters<typeof options>[0] = {},
  base?: string,
): Promise<AuditPage> {
  const result = await auditPage({ ...options({ root, cwd: root, ...more }), base }, () => {});
  if (!result.ok) throw new Error(result.error.message);
  return result.value;
}

describe('the input of the page', () => {
  let root = '';
  beforeAll(() => {
    root = tempTree(FILES);
  });

  it('names team, production, application and Slack of each namespace that holds a credential', async () => {
    const { namespaces } = await pageOf(root);

    expect(namespaces.map(({ namespace }) => namespace)).toEqual(['mill-dev', 'mill-prod']);
    expect(namespaces[1]).toEqual({
      cluster: LIVE,
      namespace: 'mill-prod',
      production: true,
      teamName: 'millers',
      teams: ['millers-devs'],
      application: 'Mill',
      slackChannel: 'grist',
    });
    expect(namespaces[0]).toMatchObject({ production: null, teamName: null, teams: [] });
  });

  it('says which manifest could not be read, once', async () => {
    const all = await pageOf(root);
    const byTeam = await pageOf(root, { teams: ['*'] });

    expect(all.problems.map(({ file, code }) => [file, code])).toEqual([
      [`namespaces/${LIVE}/mill-dev/00-namespace.yaml`, 'metadata-malformed'],
    ]);
    expect(byTeam.audit.problems).toHaveLength(1);
    expect(byTeam.problems).toEqual([]);
  });
});

describe('where the files stand on GitHub', () => {
  const GITHUB = 'git@github.com:example-org/environments.git';

  function repository(files = FILES): { readonly root: string; readonly commit: string } {
    const root = tempTree(files);
    return { root, commit: commitAll(root) };
  }

  it('is unknown without git, without a remote, and for a remote elsewhere', async () => {
    const { root } = repository();

    expect((await pageOf(tempTree(FILES))).whereabouts).toBeNull();
    expect((await pageOf(root)).whereabouts).toBeNull();
    git(root, 'remote', 'add', 'origin', '/srv/environments.git');
    expect((await pageOf(root)).whereabouts).toBeNull();
  });

  it('is unknown where nothing is committed', async () => {
    const root = tempTree(FILES);
    git(root, 'init', '--quiet');
    git(root, 'remote', 'add', 'origin', GITHUB);

    expect((await pageOf(root)).whereabouts).toBeNull();
  });

  it('is the commit of the working tree', async () => {
    const { root, commit } = repository();
    git(root, 'remote', 'add', 'origin', GITHUB);

    expect((await pageOf(root)).whereabouts).toEqual({
      repository: 'example-org/environments',
      serverUrl: 'https://github.com',
      commit,
      prefix: '',
    });
  });

  it('is the commit that GitHub has, where the branch has more', async () => {
    const { root, commit } = repository();
    git(root, 'remote', 'add', 'origin', GITHUB);
    git(root, 'update-ref', 'refs/remotes/origin/main', commit);
    git(root, 'symbolic-ref', 'refs/remotes/origin/HEAD', 'refs/remotes/origin/main');
    git(root, 'commit', '--quiet', '--allow-empty', '--message=Not pushed');

    expect((await pageOf(root)).whereabouts?.commit).toBe(commit);
  });

  it('is the commit that was asked for', async () => {
    const { root, commit } = repository();
    git(root, 'remote', 'add', 'origin', GITHUB);
    git(root, 'commit', '--quiet', '--allow-empty', '--message=Later');

    expect((await pageOf(root, {}, 'HEAD~1')).whereabouts?.commit).toBe(commit);
  });

  it('knows an estate that is a folder of its repository', async () => {
    const below = Object.fromEntries(Object.entries(FILES).map(([path, text]) => [`infra/${path}`, text]));
    const { root } = repository(below);
    git(root, 'remote', 'add', 'origin', GITHUB);

    expect((await pageOf(join(root, 'infra'))).whereabouts?.prefix).toBe('infra');
  });
});
