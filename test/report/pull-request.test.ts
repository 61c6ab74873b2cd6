import { describe, expect, it } from 'vitest';
import { commitMessage, pullRequestTitle } from '../../src/report/pull-request.ts';
import { CREDENTIALS, change, credential, LIVE_2 } from './credentials.ts';

const court = CREDENTIALS.filter(({ namespace }) => namespace === 'court-diary-dev').map((each) =>
  change(each, each.kind === 'elasticache' ? '2026-11-23' : '23-11-2026'),
);
const rds = court[1];

function changesOf(
  namespace: string,
  kinds: readonly ('serviceaccount' | 'rds' | 'elasticache')[],
  cluster?: string,
) {
  return kinds.map((kind) => {
    const place = cluster === undefined ? {} : { cluster };
    return change(credential({ namespace, kind, state: 'due', value: 'x', ...place }), '23-11-2026');
  });
}

describe('the title', () => {
  it.each([
    [
      'laa-dev',
      ['serviceaccount', 'rds', 'rds'],
      'Rotate credentials of laa-dev: 1 service account token, 2 RDS passwords',
    ],
    ['laa-dev', ['rds'], 'Rotate credentials of laa-dev: 1 RDS password'],
    [
      'probation-offender-search-dev',
      ['rds', 'elasticache'],
      'Rotate 2 credentials of probation-offender-search-dev',
    ],
    [
      'court-diary-dev',
      ['rds', 'elasticache'],
      'Rotate 1 RDS password and 1 ElastiCache token of court-diary-dev',
    ],
  ] as const)('of %s names kinds as far as there is room', (namespace, kinds, title) => {
    const made = pullRequestTitle(namespace, changesOf(namespace, kinds));

    expect(made).toBe(title);
    expect(made.length).toBeLessThanOrEqual(72);
  });

  it('has the cluster when that is not live', () => {
    expect(pullRequestTitle('gateway', changesOf('gateway', ['rds'], LIVE_2))).toBe(
      'Rotate credentials of gateway (live-2): 1 RDS password',
    );
  });

  it('keeps the namespace whole, however long its name is', () => {
    const namespace = 'a'.repeat(63);

    expect(pullRequestTitle(namespace, changesOf(namespace, ['rds', 'rds']))).toBe(
      `Rotate 2 credentials of ${namespace}`,
    );
  });
});

describe('the commit message', () => {
  it('has a line a change', () => {
    expect(commitMessage('court-diary-dev', court)).toMatchInlineSnapshot(`
      "Rotate 3 credentials of court-diary-dev

      - service account token, module serviceaccount_circleci, serviceaccount-circleci.tf: 02-11-2026 -> 23-11-2026
      - RDS password, module rds, rds.tf: 2023-04-05T11:31:27Z -> 23-11-2026
      - ElastiCache token, module ec_cluster, elasticache.tf: no date -> 2026-11-23
      "
    `);
  });

  it('cannot be steered by a name', () => {
    const evil = { ...rds!, module: 'x\n\nCo-authored-by: a <a@b>', file: '@team fixes #1 [skip ci].tf' };

    const message = commitMessage('a\n@b', [evil]);

    expect(message).not.toMatch(/@\w|#\d|\[/);
    expect(message.split('\n')).toHaveLength(4);
  });
});
