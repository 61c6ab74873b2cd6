import { describe, expect, it } from 'vitest';
import type { ObjectEntry, OutputUse } from '../../src/results/runbook.ts';
import { computed, credential, secretUse, steps, titles, token, told, use } from './used.ts';

const entry = (key: string, output: string, given: Partial<ObjectEntry> = {}): ObjectEntry => ({
  key,
  outputs: [output],
  carriesSecret: output === 'auth_token' || output === 'database_password',
  isWhole: true,
  ...given,
});
const cacheUse = (...entries: ObjectEntry[]) => secretUse({ name: told('redis'), entries });

describe('the steps after a merge', () => {
  it('begin with the apply, on the cluster where it runs', () => {
    expect(titles([], {})).toEqual(['Check that the pipeline has applied court-diary-dev.']);
    expect(titles([], { clusterLabel: 'live-2' })).toEqual([
      'Check that the pipeline has applied court-diary-dev on live-2.',
    ]);
  });

  it('come in the order to do them, the pods once', () => {
    const elsewhere = { namespace: told('court-diary-prod'), isOwn: false } as const;
    const credentials = [
      credential('serviceaccount', { token: token() }),
      credential(
        'elasticache',
        { uses: [cacheUse(entry('t', 'auth_token')), secretUse(elsewhere)] },
        'redis',
      ),
      credential('rds', { uses: [secretUse(), secretUse(elsewhere), use()] }),
    ];

    expect(titles(credentials, { incident: true })).toEqual([
      'Check that the pipeline has applied court-diary-dev.',
      'rds: check that the Secret rds-output has the new password.',
      'redis: check that the Secret redis has the new AUTH token.',
      'Replace all pods at once, so that they start with the new password and AUTH token.',
      'Copies in another namespace, court-diary-prod: check Secret rds-output there, and replace the pods that read it.',
      'serviceaccount: replace the token wherever it was pasted by hand, such as CircleCI.',
      'rds: look after what else takes the new value.',
      'redis: make the server refuse the leaked token: rotate a second time.',
      'redis: or, where a second rotation takes too long, set the newest token as the only one.',
    ]);
  });

  it('say of each which credential it is about', () => {
    expect(steps([credential('rds', { uses: [secretUse()] })]).map(({ id }) => id)).toEqual([
      null,
      'court-diary-dev/rds.tf#rds',
      null,
    ]);
  });
});

describe('a database’s Secret', () => {
  const check = (...uses: OutputUse[]) => steps([credential('rds', { uses })])[1]!;

  it('is decoded, and compared key by key', () => {
    const entries = [
      entry('host', 'rds_instance_address'),
      entry('password', 'database_password'),
      entry('url', 'database_password', { isWhole: false }),
    ];

    expect(check(secretUse({ entries }))).toMatchObject({
      commands: ['cloud-platform decode-secret -n court-diary-dev -s rds-output'],
      expect: [
        'Must be new: password and the password inside url. Pods that started before the apply still have the old value to compare with. Everything else is as it was.',
      ],
    });
  });

  it('whose keys are not written out is compared by what it comes from', () => {
    expect(check(secretUse({ entries: [] })).expect[0]).toMatch(
      /^Must be new: what comes from database_password\./,
    );
  });

  it('may be one of several', () => {
    expect(check(secretUse(), secretUse({ name: told('jobs-db') }))).toMatchObject({
      title: 'rds: check that the new password is in Secret rds-output and Secret jobs-db.',
      commands: [
        'cloud-platform decode-secret -n court-diary-dev -s rds-output',
        'cloud-platform decode-secret -n court-diary-dev -s jobs-db',
      ],
      expect: [expect.stringMatching(/^Must be new: password in rds-output and password in jobs-db\. /)],
    });
  });

  it('may be a ConfigMap', () => {
    expect(check(secretUse({ kind: 'ConfigMap' })).commands).toEqual([
      'kubectl get configmap rds-output -n court-diary-dev -o yaml',
    ]);
  });

  it('with a name that is computed is looked for', () => {
    expect(check(secretUse({ name: computed(`"db-\${each.key}"`) })).commands).toEqual([
      'kubectl get secrets -n court-diary-dev',
      'cloud-platform decode-secret -n court-diary-dev -s <secret>',
    ]);
  });

  it('that there is none of is said, and pods are restarted all the same', () => {
    const found = steps([credential('rds', { unread: ['secret.tf'] })]);

    expect(found.map(({ title }) => title)).toEqual([
      'Check that the pipeline has applied court-diary-dev.',
      'rds: find out who uses the password.',
      'Replace all pods at once, so that they start with the new password.',
    ]);
    expect(found[1]?.expect).toEqual([
      'This folder’s Terraform hands it to nothing. Whoever was given it by hand has the old one.',
      'secret.tf could not be read: more Secrets may be filled there.',
    ]);
  });

  it('in another namespace only leaves the own pods alone', () => {
    const found = titles([
      credential('rds', { uses: [secretUse({ namespace: told('other-prod'), isOwn: false })] }),
    ]);

    expect(found[2]).toBe(
      'Copies in another namespace, other-prod: check Secret rds-output there, and replace the pods that read it.',
    );
    expect(found).toHaveLength(3);
  });

  it('in a namespace that is computed is left to a person', () => {
    expect(
      titles([credential('rds', { uses: [secretUse({ namespace: computed('each.key'), isOwn: null })] })]),
    ).toContain(
      'rds: check the Secret rds-output in the namespace that each.key gives, and replace the pods that read it.',
    );
  });
});

describe('a cache', () => {
  it('has its pods replaced one by one, without downtime', () => {
    const [, , pods] = steps([
      credential('elasticache', { uses: [cacheUse(entry('auth_token', 'auth_token'))] }),
    ]);

    expect(pods).toMatchObject({
      title: 'Replace the pods one after the other, so that they start with the new AUTH token.',
      commands: ['kubectl rollout restart deployment,statefulset,daemonset -n court-diary-dev'],
      expect: [
        'No downtime: the server takes the token from before beside the new one.',
        expect.stringMatching(/^It replaces the pods of Deployments/),
      ],
    });
  });

  it('has a leaked token made useless only on request', () => {
    const cache = credential('elasticache', { uses: [cacheUse(entry('auth_token', 'auth_token'))] }, 'redis');

    expect(titles([cache]).join()).not.toContain('leaked');
    expect(titles([cache], { incident: true }).join()).toContain('leaked');
  });

  it('is set to its newest token by a command that reads everything from the Secret', () => {
    const secret = cacheUse(entry('token', 'auth_token'), entry('group_id', 'replication_group_id'));
    const policy = use({
      block: 'module',
      type: null,
      name: 'irsa',
      outputs: ['irsa_policy_arn'],
      carriesSecret: false,
    });

    const [, , , again, set] = steps([credential('elasticache', { uses: [secret, policy] }, 'redis')], {
      incident: true,
      clusterLabel: 'live-2',
    });

    expect(again?.commands).toEqual([
      'rotate-pr open -n court-diary-dev --cluster live-2 -k elasticache -m redis --again',
    ]);
    expect(set?.commands.join('\n').split('\n')).toEqual([
      'from_secret() { kubectl get secret redis -n court-diary-dev -o "jsonpath={.data[\'$1\']}" | base64 --decode; }',
      'aws elasticache modify-replication-group \\',
      '  --replication-group-id "$(from_secret group_id)" \\',
      '  --auth-token "$(from_secret token)" \\',
      '  --auth-token-update-strategy SET \\',
      '  --apply-immediately',
    ]);
    expect(set?.expect.join(' ')).toContain('the module irsa takes (rds.tf:30)');
  });

  it('is set by a command with gaps where the Secret does not hold everything, or has odd keys', () => {
    const set = (...entries: ObjectEntry[]) =>
      steps([credential('elasticache', { uses: [cacheUse(...entries)] })], {
        incident: true,
      })[4]?.commands.join();

    expect(set(entry('auth_token', 'auth_token'))).toContain('--replication-group-id <replication group id>');
    expect(set(entry('$(reboot)', 'auth_token'))).not.toContain('reboot');
    expect(set(entry('url', 'auth_token', { isWhole: false }))).toBeUndefined();
  });
});

describe('names out of the repository', () => {
  it('come into no command unless they are such as Kubernetes gives', () => {
    const evil = "x'; reboot; '";
    const credentials = [
      credential('rds', {
        uses: [secretUse({ name: told(evil) }), secretUse({ namespace: told(evil), isOwn: false })],
      }),
      credential('serviceaccount', { token: token({ secret: told(evil) }) }),
      credential('elasticache', { uses: [cacheUse(entry(evil, 'auth_token'))] }, evil),
    ];

    const commands = steps(credentials, { incident: true }).flatMap((each) => each.commands);

    expect(commands.filter((command) => command.includes('reboot'))).toEqual([
      "rotate-pr open -n court-diary-dev -k elasticache -m 'x'\\''; reboot; '\\''' --again",
    ]);
  });
});
