import { afterEach, describe, expect, it } from 'vitest';
import type { TokenTargets } from '../../src/results/runbook.ts';
import { openCluster } from '../../src/verify/cluster.ts';
import { kubernetesWitness } from '../../src/verify/kubernetes.ts';
import type { Expectation, Statement } from '../../src/verify/witness.ts';
import {
  type FakeCluster,
  type FakePod,
  type KubernetesServer,
  startKubernetes,
  TOKEN,
  VALUE,
} from '../kubernetes/server.ts';
import { unwrap } from '../unwrap.ts';

const MERGED = new Date('2026-11-23T12:00:00Z');
const BEFORE = '2026-11-20T09:00:00Z';
const AFTER = '2026-11-23T12:20:00Z';
const LONG_AFTER = '2026-11-23T12:40:00Z';
const NAMESPACE = 'orchard-dev';

let server: KubernetesServer;
afterEach(() => server.close());

async function testify(
  cluster: Partial<FakeCluster>,
  expectation: Partial<Expectation>,
  context = '',
): Promise<Statement> {
  server = await startKubernetes({ secrets: {}, pods: {}, faults: {}, ...cluster });
  const opened = unwrap(await openCluster(context, { KUBECONFIG: server.kubeconfig }));
  return kubernetesWitness(opened).testify({
    id: 'orchard-dev/rds.tf#rds',
    cluster: 'live',
    namespace: NAMESPACE,
    mergedAt: MERGED,
    pullRequest: 1,
    token: null,
    oldSecret: null,
    filled: [],
    unseen: [],
    ...expectation,
  });
}

const DATABASE: Partial<Expectation> = { filled: [{ namespace: NAMESPACE, name: 'rds' }] };
const said = ({ evidence }: Statement) => evidence.map(({ says, code }) => [says, code]);
const secrets = (written: readonly (readonly ['data' | 'labels', string])[]) => ({
  [NAMESPACE]: { rds: { createdAt: '2024-01-01T00:00:00Z', written } },
});
const reading = (
  name: string,
  startedAt: string,
  how: 'env' | 'envFrom' | 'volume' | 'projected' | 'none',
  more: Partial<FakePod> = {},
): FakePod => {
  const container = {
    env: { name: 'app', env: [{ name: 'P', valueFrom: { secretKeyRef: { name: 'rds', key: 'password' } } }] },
    envFrom: { name: 'app', envFrom: [{ secretRef: { name: 'rds' } }] },
    volume: { name: 'app' },
    projected: { name: 'app' },
    none: {
      name: 'app',
      env: [{ name: 'P', valueFrom: { secretKeyRef: { name: 'other', key: 'password' } } }],
    },
  }[how];
  const volumes = {
    volume: [{ name: 'v', secret: { secretName: 'rds' } }],
    projected: [{ name: 'v', projected: { sources: [{ secret: { name: 'rds' } }] } }],
  };
  const spec = {
    containers: [container],
    volumes: how === 'volume' || how === 'projected' ? volumes[how] : [],
  };
  return { name, startedAt, spec, ...more };
};

describe('a Secret that Terraform fills', () => {
  it('is new when its data was written since the merge', async () => {
    const statement = await testify({ secrets: secrets([['data', AFTER]]) }, DATABASE);

    expect(said(statement)).toEqual([
      ['applied', 'secret-new'],
      ['consumed', 'no-pod-left'],
    ]);
  });

  it('is old when only somebody touched a label since', async () => {
    const statement = await testify(
      {
        secrets: secrets([
          ['data', BEFORE],
          ['labels', AFTER],
        ]),
      },
      DATABASE,
    );

    expect(said(statement)).toEqual([['not-yet', 'secret-old']]);
  });

  it('is not there', async () => {
    expect(said(await testify({ secrets: { [NAMESPACE]: {} } }, DATABASE))).toEqual([
      ['not-yet', 'secret-missing'],
    ]);
  });

  it('cannot be seen in a cluster without its namespace', async () => {
    expect(said(await testify({}, DATABASE))).toEqual([['cannot-see', 'no-namespace']]);
  });
});

describe('the pods that read it', () => {
  const all: readonly FakePod[] = [
    reading('web-5c9-a', BEFORE, 'env', { owner: { kind: 'ReplicaSet', name: 'web-5c9' }, hash: '5c9' }),
    reading('web-5c9-b', BEFORE, 'env', { owner: { kind: 'ReplicaSet', name: 'web-5c9' }, hash: '5c9' }),
    reading('queue-0', BEFORE, 'envFrom', { owner: { kind: 'StatefulSet', name: 'queue' } }),
    reading('report-29000000-x', BEFORE, 'volume', { owner: { kind: 'Job', name: 'report-29000000' } }),
    reading('alone', BEFORE, 'projected'),
    reading('new', LONG_AFTER, 'env'),
    reading('ended', BEFORE, 'env', { phase: 'Succeeded' }),
    reading('unconcerned', BEFORE, 'none'),
  ];

  it('are left where they started before, by owner, with what restarts them', async () => {
    const { podsLeft, evidence } = await testify(
      { secrets: secrets([['data', AFTER]]), pods: { [NAMESPACE]: all } },
      DATABASE,
    );

    expect(evidence.at(-1)).toMatchObject({ says: 'pods-left' });
    expect(podsLeft).toEqual([
      {
        kind: 'Deployment',
        name: 'web',
        namespace: NAMESPACE,
        pods: ['web-5c9-a', 'web-5c9-b'],
        command: `kubectl rollout restart deployment/web --namespace ${NAMESPACE}`,
      },
      {
        kind: 'StatefulSet',
        name: 'queue',
        namespace: NAMESPACE,
        pods: ['queue-0'],
        command: `kubectl rollout restart statefulset/queue --namespace ${NAMESPACE}`,
      },
      { kind: 'CronJob', name: 'report', namespace: NAMESPACE, pods: ['report-29000000-x'], command: null },
      {
        kind: 'Pod',
        name: 'alone',
        namespace: NAMESPACE,
        pods: ['alone'],
        command: `kubectl delete pod alone --namespace ${NAMESPACE}`,
      },
    ]);
  });

  it('cannot be seen without the right', async () => {
    const statement = await testify(
      { secrets: secrets([['data', AFTER]]), faults: { '/pods': 403 } },
      DATABASE,
    );

    expect(said(statement)).toEqual([
      ['applied', 'secret-new'],
      ['cannot-see', 'forbidden'],
    ]);
  });
});

describe('the Secret of a service account', () => {
  const token = (text: string): TokenTargets => ({
    account: { text: 'ci', computed: false },
    secret: { text, computed: false },
    repositories: [],
    environments: [],
    githubSecret: { text: 'KUBE_TOKEN', computed: false },
    owner: null,
    circleCi: false,
  });
  const expected = {
    token: token('ci-token-23-11-2026'),
    oldSecret: { namespace: NAMESPACE, name: 'ci-token-20-03-2026' },
  };

  it('is in force when that of the date is there and the one before is gone', async () => {
    const there = { [NAMESPACE]: { 'ci-token-23-11-2026': { createdAt: AFTER } } };

    expect(said(await testify({ secrets: there }, expected))).toEqual([
      ['applied', 'secret-new'],
      ['consumed', 'no-pod-left'],
    ]);
  });

  it('is not in force while the one before is there', async () => {
    const both = {
      'ci-token-23-11-2026': { createdAt: AFTER },
      'ci-token-20-03-2026': { createdAt: BEFORE },
    };

    expect(said(await testify({ secrets: { [NAMESPACE]: both } }, expected)).at(-1)).toEqual([
      'not-yet',
      'old-secret-there',
    ]);
  });

  it('is not in force before it is there', async () => {
    const old = { [NAMESPACE]: { 'ci-token-20-03-2026': { createdAt: BEFORE } } };

    expect(said(await testify({ secrets: old }, expected))).toEqual([
      ['not-yet', 'secret-missing'],
      ['not-yet', 'old-secret-there'],
    ]);
  });
});

describe('a cluster', () => {
  const there = { secrets: secrets([['data', AFTER]]) };

  it.each([
    ['an account that may not read Secrets', { '/secrets/': 403 }, '', 'forbidden'],
    ['an error of the server', { '/secrets/': 500 }, '', 'unexpected'],
    ['a token that is not accepted', {}, 'wrong-token', 'unauthorized'],
    ['a server that is not there', {}, 'nobody', 'unreachable'],
    ['a certificate that is not trusted', {}, 'untrusted', 'untrusted'],
  ])('cannot tell: %s', async (_, faults, context, code) => {
    expect(said(await testify({ ...there, faults }, DATABASE, context)).at(-1)).toEqual(['cannot-see', code]);
  });

  it('is asked with what a program of the kubeconfig gives', async () => {
    expect(said(await testify(there, DATABASE, 'by-program'))[0]).toEqual(['applied', 'secret-new']);
  });

  it('is asked for metadata only: no value crosses the wire, no word holds the token', async () => {
    const pods = { [NAMESPACE]: [reading('alone', BEFORE, 'env')] };
    const statement = await testify({ ...there, pods }, DATABASE);

    const everything = JSON.stringify([statement, server.sent]);
    expect(everything).not.toContain(VALUE);
    expect(everything).not.toContain(Buffer.from(VALUE).toString('base64'));
    expect(everything).not.toContain(TOKEN);
    expect(server.asked.filter(({ path }) => path.includes('/secrets/'))).toHaveLength(1);
  });

  it('is refused where the kubeconfig has no such context, or is not there', async () => {
    server = await startKubernetes({ secrets: {}, pods: {}, faults: {} });

    expect(await openCluster('nowhere', { KUBECONFIG: server.kubeconfig })).toMatchObject({
      ok: false,
      error: { code: 'bad-kubeconfig', message: expect.stringContaining('live, by-program') },
    });
    expect(await openCluster('', { KUBECONFIG: '/nowhere/config' })).toMatchObject({
      ok: false,
      error: { code: 'bad-kubeconfig' },
    });
  });
});
