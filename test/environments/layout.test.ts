import { execFileSync } from 'node:child_process';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  branchName,
  clusterLabel,
  credentialId,
  findHolds,
  parseResourcePath,
  sharedBranches,
} from '../../src/environments/layout.ts';
import { LIVE, LIVE_2 } from './temp.ts';

describe('ids of credentials', () => {
  it('name namespace, file and module', () => {
    expect(credentialId(`namespaces/${LIVE}/court-dev/resources/rds.tf`, 'db')).toBe('court-dev/rds.tf#db');
  });

  it('keep the folder of a nested file', () => {
    expect(credentialId(`namespaces/${LIVE}/court-dev/resources/a/b.tf`, 'db')).toBe('court-dev/a/b.tf#db');
  });

  it('tell the clusters apart', () => {
    expect(credentialId(`namespaces/${LIVE_2}/court-dev/resources/rds.tf`, 'db')).toBe(
      'live-2--court-dev/rds.tf#db',
    );
  });

  it('show a path elsewhere as it is', () => {
    expect(credentialId('modules/rds.tf', 'db')).toBe('modules/rds.tf#db');
  });

  it.each(['namespaces/c/n/resources', 'namespaces/c/n/00-namespace.yaml', 'other/c/n/resources/a.tf', ''])(
    'find no resource in %j',
    (path) => {
      expect(parseResourcePath(path)).toBeNull();
    },
  );

  it('take a cluster without dots whole', () => {
    expect(clusterLabel('manager')).toBe('manager');
    expect(clusterLabel(LIVE_2)).toBe('live-2');
  });
});

describe('branches', () => {
  it.each([
    [LIVE, 'court-dev', 'rotate/court-dev'],
    [LIVE_2, 'court-dev', 'rotate/live-2--court-dev'],
    [LIVE, 'a', 'rotate/a'],
    [LIVE, 'x'.repeat(63), `rotate/${'x'.repeat(63)}`],
  ])('in %s for %s is %s', (cluster, namespace, branch) => {
    expect(branchName(cluster, namespace)).toEqual({ branch });
  });

  it.each([
    '',
    '.',
    '..',
    '../main',
    'a/b',
    'a..b',
    'a.lock',
    '-a',
    'a-',
    'A',
    'a b',
    'a\n',
    'a~1',
    '@{u}',
    'é',
    'x'.repeat(64),
  ])('are refused to a namespace named %j', (namespace) => {
    expect(branchName(LIVE, namespace)).toMatchObject({ code: 'bad-namespace-name' });
  });

  it.each(['', '.hidden', '-x.example', 'A.example', 'a/b'])(
    'are refused to a cluster named %j',
    (cluster) => {
      expect(branchName(cluster, 'court-dev')).toMatchObject({ code: 'bad-cluster-name' });
    },
  );

  it('say what a name must look like, on one line', () => {
    const refused = branchName(LIVE, 'bad\nname');

    expect(refused).toHaveProperty(
      'message',
      expect.stringMatching(/^"bad\\nname" cannot be .*lower-case letters/),
    );
  });

  it('are names that git accepts, whatever the folders are called', () => {
    const name = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 70 }),
      fc.string({ unit: fc.constantFrom(...'abcxyz019.-'), minLength: 1, maxLength: 66 }),
    );
    const branches = new Set<string>();
    fc.assert(
      fc.property(name, name, (cluster, namespace) => {
        const named = branchName(cluster, namespace);
        if ('branch' in named) branches.add(named.branch);
      }),
      { numRuns: 2000 },
    );

    const some = [...branches].slice(0, 20);

    expect(some.length).toBeGreaterThan(0);
    for (const branch of some)
      expect(execFileSync('git', ['check-ref-format', '--branch', branch])).toBeTruthy();
    for (const branch of branches) expect(branch).toMatch(/^rotate\/[a-z0-9-]+$/);
  });

  it('that two namespaces would share are found before they are used', () => {
    const folders = [
      { cluster: LIVE, namespace: 'live-2--x' },
      { cluster: LIVE_2, namespace: 'x' },
      { cluster: LIVE, namespace: 'x' },
    ];

    expect(sharedBranches(folders)).toEqual([[folders[0], folders[1]]]);
    expect(sharedBranches(folders.slice(1))).toEqual([]);
  });
});

describe('holds', () => {
  it('are the two files of the pipeline, by exact name', () => {
    const files = ['00-namespace.yaml', 'SECRET_ROTATE_BLOCK', 'APPLY_PIPELINE_SKIP_THIS_NAMESPACE'];

    expect(findHolds(files)).toEqual({
      holds: ['APPLY_PIPELINE_SKIP_THIS_NAMESPACE', 'SECRET_ROTATE_BLOCK'],
      misspelt: [],
    });
  });

  it.each([
    ['APPLY_PIPELINE_SKIP_THIS_NAMESAPCE', 'APPLY_PIPELINE_SKIP_THIS_NAMESPACE'],
    ['apply_pipeline_skip_this_namespace', 'APPLY_PIPELINE_SKIP_THIS_NAMESPACE'],
    ['SECRETS_ROTATE_BLOCK', 'SECRET_ROTATE_BLOCK'],
    ['SECRET_ROTATE_BLOCK.md', 'SECRET_ROTATE_BLOCK'],
  ])('misspelt as %s do nothing, and the user is told', (file, meant) => {
    const { holds, misspelt } = findHolds([file]);

    expect(holds).toEqual([]);
    expect(misspelt).toEqual([{ file, meant, message: expect.stringContaining(`exact name ${meant}`) }]);
  });

  it('are not seen in other files', () => {
    expect(findHolds(['README.md', 'SECRET_ROTATE', '06-certificate.yaml'])).toEqual({
      holds: [],
      misspelt: [],
    });
  });
});
