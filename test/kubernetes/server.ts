/** A Kubernetes API on loopback for the few routes that are asked, with the data of its Secrets, and a kubeconfig that leads there. */

import { readFileSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** What no log, message or exchange may hold. */
export const VALUE = 'the-value-of-the-secret';
export const TOKEN = 'kubernetes-token-of-the-tests';

export interface FakeSecret {
  readonly createdAt: string;
  /** When its data was written; `labels` only touched a label. */
  readonly written?: readonly (readonly ['data' | 'labels', string])[];
}

export interface FakePod {
  readonly name: string;
  readonly startedAt: string;
  readonly phase?: string;
  readonly owner?: { readonly kind: string; readonly name: string };
  readonly hash?: string;
  readonly spec: unknown;
}

export interface FakeCluster {
  /** Namespace → Secrets by name. */
  readonly secrets: Record<string, Record<string, FakeSecret>>;
  readonly pods: Record<string, readonly FakePod[]>;
  /** Of a path that contains the key; `hang` is no answer at all. */
  readonly faults: Record<string, number | 'hang'>;
}

export interface KubernetesServer {
  readonly kubeconfig: string;
  readonly cluster: FakeCluster;
  /** Every answer that was sent, as text. */
  readonly sent: string[];
  readonly asked: { readonly path: string; readonly accept: string }[];
  close(): Promise<void>;
}

/** Made for the tests alone; it stands for nobody. */
function pem(name: 'key' | 'certificate'): string {
  return readFileSync(new URL(`../../fixtures/kubernetes/${name}.pem`, import.meta.url), 'utf8');
}

const CERTIFICATE = pem('certificate');

export async function startKubernetes(cluster: FakeCluster): Promise<KubernetesServer> {
  const sent: string[] = [];
  const asked: { path: string; accept: string }[] = [];
  const server = createServer({ cert: CERTIFICATE, key: pem('key') }, (request, response) =>
    answer(request, response, cluster, sent, asked),
  );
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const folder = await mkdtemp(join(tmpdir(), 'kubeconfig-'));
  const kubeconfig = join(folder, 'config');
  const trusted = { 'certificate-authority-data': Buffer.from(CERTIFICATE).toString('base64') };
  const context = (name: string, url: string, user: object, more: object = trusted) => ({
    clusters: [{ name, cluster: { server: url, ...more } }],
    users: [{ name, user }],
    contexts: [{ name, context: { cluster: name, user: name } }],
  });
  const contexts = [
    context('live', `https://127.0.0.1:${port}`, { token: TOKEN }),
    context('by-program', `https://127.0.0.1:${port}`, {
      exec: {
        apiVersion: 'client.authentication.k8s.io/v1beta1',
        command: process.execPath,
        args: [
          '-e',
          `console.log(JSON.stringify({apiVersion:'client.authentication.k8s.io/v1beta1',kind:'ExecCredential',status:{token:'${TOKEN}'}}))`,
        ],
      },
    }),
    context('wrong-token', `https://127.0.0.1:${port}`, { token: 'no' }),
    context('untrusted', `https://127.0.0.1:${port}`, { token: TOKEN }, {}),
    context('nobody', 'https://127.0.0.1:9', { token: TOKEN }),
  ];
  await writeFile(
    kubeconfig,
    JSON.stringify({
      apiVersion: 'v1',
      kind: 'Config',
      'current-context': 'live',
      clusters: contexts.flatMap(({ clusters }) => clusters),
      users: contexts.flatMap(({ users }) => users),
      contexts: contexts.flatMap((one) => one.contexts),
    }),
  );
  return {
    kubeconfig,
    cluster,
    sent,
    asked,
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      await rm(folder, { recursive: true, force: true });
    },
  };
}

interface Answered {
  readonly status: number;
  readonly body: unknown;
}

function answer(
  request: IncomingMessage,
  response: ServerResponse,
  cluster: FakeCluster,
  sent: string[],
  asked: { path: string; accept: string }[],
): void {
  const path = request.url ?? '';
  const accept = request.headers.accept ?? '';
  asked.push({ path, accept });
  const found = answerTo(path, accept, request.headers.authorization, cluster);
  if (found === 'hang') return;
  const text = JSON.stringify(found.body);
  sent.push(text);
  response.writeHead(found.status, { 'content-type': 'application/json' }).end(text);
}

function refuse(code: number): Answered {
  return { status: code, body: { kind: 'Status', apiVersion: 'v1', status: 'Failure', code } };
}

function answerTo(
  path: string,
  accept: string,
  authorization: string | undefined,
  cluster: FakeCluster,
): Answered | 'hang' {
  if (authorization !== `Bearer ${TOKEN}`) return refuse(401);
  const fault = Object.entries(cluster.faults).find(([part]) => path.includes(part))?.[1];
  if (fault !== undefined) return fault === 'hang' ? fault : refuse(fault);
  const [, namespace = '', kind, name] =
    /^\/api\/v1\/namespaces\/([^/]+)(?:\/(\w+)(?:\/([^/]+))?)?$/.exec(path) ?? [];
  const secrets = cluster.secrets[namespace];
  if (kind === undefined) {
    return secrets === undefined ? refuse(404) : { status: 200, body: { kind: 'Namespace' } };
  }
  if (kind === 'pods') {
    return { status: 200, body: { kind: 'PodList', items: (cluster.pods[namespace] ?? []).map(podJson) } };
  }
  const secret = secrets?.[name ?? ''];
  if (kind !== 'secrets' || secret === undefined) return refuse(404);
  const metadata = {
    name,
    namespace,
    creationTimestamp: secret.createdAt,
    managedFields: (secret.written ?? []).map(([what, time]) => ({
      manager: 'terraform',
      time,
      fieldsV1: what === 'data' ? { 'f:data': { 'f:password': {} } } : { 'f:metadata': { 'f:labels': {} } },
    })),
  };
  if (accept.includes('as=PartialObjectMetadata')) {
    return { status: 200, body: { kind: 'PartialObjectMetadata', metadata } };
  }
  const data = { password: Buffer.from(VALUE).toString('base64') };
  return { status: 200, body: { kind: 'Secret', metadata, data } };
}

function podJson({ name, startedAt, phase = 'Running', owner, hash, spec }: FakePod): unknown {
  return {
    metadata: {
      name,
      labels: hash === undefined ? {} : { 'pod-template-hash': hash },
      ownerReferences: owner === undefined ? [] : [owner],
    },
    spec,
    status: { phase, startTime: startedAt },
  };
}
