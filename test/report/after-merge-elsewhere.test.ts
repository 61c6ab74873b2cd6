import { describe, expect, it } from 'vitest';
import { computed, credential, secretUse, steps, token, told, use } from './used.ts';

describe('a service account’s token', () => {
  const step = (given: Parameters<typeof token>[0], date?: string) =>
    steps([
      credential(
        'serviceaccount',
        { token: token({ ...given, ...(date ? { secret: told(date) } : {}) }) },
        'sa',
      ),
    ])[1]!;

  it('that GitHub receives needs no pasting', () => {
    const found = step({ repositories: [told('diary')], environments: [told('dev'), told('pre prod')] });

    expect(found).toMatchObject({
      title: 'sa: nothing to paste; check that GitHub has the new token.',
      commands: [
        'gh secret list --repo ministryofjustice/diary --env dev',
        "gh secret list --repo ministryofjustice/diary --env 'pre prod'",
      ],
    });
    expect(found.expect.slice(0, 2)).toEqual([
      'The apply wrote KUBE_TOKEN of the repository diary, environments dev and pre prod.',
      'A workflow run that began before the apply has the old token: run it again.',
    ]);
    expect(step({ repositories: [told('a'), told('b')] }).commands).toEqual([
      'gh secret list --repo ministryofjustice/a',
      'gh secret list --repo ministryofjustice/b',
    ]);
  });

  it('that the folder itself hands to GitHub needs no pasting either', () => {
    const pushed = use({
      type: 'github_actions_secret',
      naming: [
        { argument: 'repository', value: told('diary') },
        { argument: 'secret_name', value: computed('each.key') },
      ],
    });
    const found = steps([credential('serviceaccount', { token: token(), uses: [pushed] }, 'sa')]);

    expect(found).toHaveLength(2);
    expect(found[1]?.title).toBe('sa: nothing to paste; check that GitHub has the new token.');
    expect(found[1]?.expect[0]).toBe(
      'The apply wrote GitHub secret each.key (computed) of the repository diary (rds.tf:30).',
    );
  });

  it('has no commands where names or the owner are not told', () => {
    expect(step({ repositories: [computed('each.key')] }).commands).toEqual([]);
    expect(step({ repositories: [told('a')], owner: null }).commands).toEqual([]);
    expect(step({ repositories: [told('a; reboot')] }).commands).toEqual([]);
  });

  it('that CircleCI has is pasted there', () => {
    expect(step({ circleCi: true })).toMatchObject({
      title: 'sa: paste the new token into CircleCI.',
      commands: ['cloud-platform decode-secret -n court-diary-dev -s cd-serviceaccount-token-23-11-2026'],
    });
    expect(step({ circleCi: true, repositories: [told('a')] }).expect.join()).toContain('for CircleCI too');
  });

  it('whose Secret’s name is not told is looked for', () => {
    expect(step({ secret: computed('cd-serviceaccount-token-…') }).commands).toEqual([
      'kubectl get secrets -n court-diary-dev --field-selector type=kubernetes.io/service-account-token',
      'cloud-platform decode-secret -n court-diary-dev -s <secret>',
    ]);
  });
});

describe('what else takes the value', () => {
  const named = (type: string, ...values: string[]) =>
    use({ type, naming: values.map((value) => ({ argument: 'x', value: told(value) })) });

  it.each([
    [named('aws_ssm_parameter', '/p'), /^SSM parameter \/p \(rds\.tf:30\): written by the same apply/],
    [named('aws_dms_endpoint', 'legacy'), /^DMS endpoint legacy .* test its connection/],
    [named('github_actions_secret', 'repo', 'DB'), /^GitHub secret DB of the repository repo/],
    [
      named('github_actions_environment_secret', 'repo', 'dev', 'DB'),
      /^GitHub secret DB of .* environment dev/,
    ],
    [named('aws_ssm_parameter'), /^aws_ssm_parameter\.app /],
    [named('circleci_environment_variable', 'p', 'n'), /^circleci_environment_variable\.app /],
    [use({ block: 'module', type: null, name: 'grafana' }), /^module grafana, which takes it/],
    [use({ block: 'output', type: null, name: 'db' }), /^output db of this folder/],
  ])('is named by its type: %#', (other, expected) => {
    const [, , , last] = steps([credential('rds', { uses: [secretUse(), other] })]);

    expect(last?.expect[0]).toMatch(expected);
  });

  it('is not the provider with which Terraform itself connects', () => {
    const provider = use({ block: 'provider', type: null, name: 'postgresql' });

    expect(steps([credential('rds', { uses: [secretUse(), provider] })])).toHaveLength(3);
  });

  it('is a Secret too, for a service account’s token', () => {
    const copy = secretUse({ namespace: told('other'), isOwn: false });
    const found = steps([credential('serviceaccount', { token: token(), uses: [copy] })]);

    expect(found[2]?.expect[0]).toMatch(
      /^Secret rds-output in the namespace other \(rds\.tf:30\): written by/,
    );
  });

  it('is not what stays as it is', () => {
    const uses = [secretUse(), use({ carriesSecret: false, outputs: ['rds_instance_address'] })];

    expect(steps([credential('rds', { uses })])).toHaveLength(3);
  });
});
