/** The few questions that are asked of a Kubernetes cluster, by kubeconfig. No answer holds the data of a Secret. */
import { readFileSync } from 'node:fs';
import { request } from 'node:https';
import { homedir } from 'node:os';
import { delimiter, join } from 'node:path';
import { type Environment, fail, ok, type Result } from '../util/result.ts';
import type { SecretName } from './witness.ts';

export interface SecretMetadata {
  /** RFC 3339. */
  readonly createdAt: string;
  readonly managedFields: readonly { readonly time: string; readonly ownsData: boolean }[];
}

export interface Pod {
  readonly name: string;
  /** RFC 3339; null for one that has not started. */
  readonly startedAt: string | null;
  readonly owner: { readonly kind: string; readonly name: string };
  /** Names of the Secrets that it mounts or has in its environment. */
  readonly secrets: readonly string[];
}

export type PodList = readonly Pod[];

/** Codes: `not-found`, `forbidden`, `unauthorized`, `untrusted`, `timeout`, `unreachable`, `unexpected`. */
export type ClusterAnswer<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly code: string; readonly message: string };

export interface Cluster {
  /** Of the context, for messages. */
  readonly name: string;
  readonly namespace: (name: string) => Promise<ClusterAnswer<unknown>>;
  readonly secret: (secret: SecretName) => Promise<ClusterAnswer<SecretMetadata>>;
  readonly pods: (namespace: string) => Promise<ClusterAnswer<PodList>>;
}

const TIMEOUT_MS = 15_000;
const MAX_BYTES = 64 * 1024 * 1024;

/**
 * The Secret without its data crosses the wire (Kubernetes API concepts, "Metadata-only fetches"); a server that does not
 * know the form answers 406, and is not asked for the whole.
 */
const METADATA_ONLY = 'application/json;as=PartialObjectMetadata;g=meta.k8s.io;v=v1';

/**
 * Opens the cluster of a kubeconfig: that of `KUBECONFIG`, else `~/.kube/config`.
 *
 * @param context name of a context; empty for the current one
 * @returns code `bad-kubeconfig`
 */
export async function openCluster(context: string, env: Environment): Promise<Result<Cluster>> {
  const { KubeConfig } = await import('@kubernetes/client-node');
  const paths = (env['KUBECONFIG'] ?? '').split(delimiter).filter((path) => path !== '');
  const config = new KubeConfig();
  try {
    const files = paths.length > 0 ? paths : [join(env['HOME'] ?? homedir(), '.kube', 'config')];
    for (const [index, file] of files.entries()) {
      // read here first: the library's own message for a missing file names no file
      readFileSync(file);
      if (index === 0) config.loadFromFile(file);
      else {
        const more = new KubeConfig();
        more.loadFromFile(file);
        config.mergeConfig(more, true);
      }
    }
  } catch (error) {
    return fail('bad-kubeconfig', `The kubeconfig cannot be read: ${firstLine(error)}.`);
  }
  if (context !== '') {
    const known = config.getContexts().map(({ name }) => name);
    if (!known.includes(context)) {
      return fail(
        'bad-kubeconfig',
        `The kubeconfig has no context ${context}: it has ${known.join(', ') || 'none'}.`,
      );
    }
    config.setCurrentContext(context);
  }
  const server = config.getCurrentCluster()?.server;
  if (server === undefined)
    return fail('bad-kubeconfig', 'The kubeconfig names no cluster for its current context.');

  const get = async <T>(path: string, accept: string, read: (json: Json) => T): Promise<ClusterAnswer<T>> => {
    const what = path.replace(/^\/api\/v1\//, '');
    try {
      const options: Record<string, unknown> = { headers: { Accept: accept }, timeout: TIMEOUT_MS };
      await config.applyToHTTPSOptions(options);
      const answer = await send(new URL(path, server), options);
      if (answer.status === 200) return { ok: true, value: read(JSON.parse(answer.body) as Json) };
      return refused(answer.status, what);
    } catch (error) {
      return unreachable(error, what);
    }
  };
  const part = encodeURIComponent;
  return ok({
    name: config.getCurrentContext(),
    namespace: (name) => get(`/api/v1/namespaces/${part(name)}`, 'application/json', () => null),
    secret: ({ namespace, name }) =>
      get(`/api/v1/namespaces/${part(namespace)}/secrets/${part(name)}`, METADATA_ONLY, readSecret),
    pods: (namespace) => get(`/api/v1/namespaces/${part(namespace)}/pods`, 'application/json', readPods),
  });
}

interface Answer {
  readonly status: number;
  readonly body: string;
}

function send(url: URL, options: Record<string, unknown>): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const sent = request(url, options, (response) => {
      const chunks: Buffer[] = [];
      let size = 0;
      response.on('data', (chunk: Buffer) => {
        size += chunk.length;
        if (size > MAX_BYTES) sent.destroy(new Error('the answer is too large'));
        chunks.push(chunk);
      });
      response.on('end', () =>
        resolve({ status: response.statusCode ?? 0, body: Buffer.concat(chunks).toString('utf8') }),
      );
      response.on('error', reject);
    });
    sent.on('timeout', () => sent.destroy(Object.assign(new Error('no answer'), { code: 'ETIMEDOUT' })));
    sent.on('error', reject);
    sent.end();
  });
}

function refused(status: number, what: string): ClusterAnswer<never> {
  if (status === 404) return { ok: false, code: 'not-found', message: `The cluster has no ${what}` };
  if (status === 403) {
    return { ok: false, code: 'forbidden', message: `The account of the kubeconfig may not read ${what}` };
  }
  if (status === 401) {
    return {
      ok: false,
      code: 'unauthorized',
      message: 'The cluster does not accept the credentials of the kubeconfig: sign in again',
    };
  }
  return { ok: false, code: 'unexpected', message: `The cluster answered ${status} for ${what}` };
}

function unreachable(error: unknown, what: string): ClusterAnswer<never> {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (code === 'ETIMEDOUT')
    return { ok: false, code: 'timeout', message: `The cluster did not answer in time for ${what}` };
  if (/CERT|SELF_SIGNED|UNABLE_TO_VERIFY/.test(code)) {
    return {
      ok: false,
      code: 'untrusted',
      message: `The certificate of the cluster is not trusted (${code})`,
    };
  }
  return {
    ok: false,
    code: 'unreachable',
    message: `The cluster cannot be asked for ${what} (${code || firstLine(error)})`,
  };
}

function firstLine(error: unknown): string {
  return (error instanceof Error ? error.message : String(error)).split('\n')[0]!.slice(0, 200);
}

type Json = { readonly [key: string]: Json } | readonly Json[] | string | number | boolean | null | undefined;

function at(json: Json, ...keys: readonly string[]): Json {
  let value = json;
  for (const key of keys) {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
    value = (value as { readonly [key: string]: Json })[key];
  }
  return value;
}

function listAt(json: Json, ...keys: readonly string[]): readonly Json[] {
  const value = at(json, ...keys);
  return Array.isArray(value) ? value : [];
}

function textAt(json: Json, ...keys: readonly string[]): string | null {
  const value = at(json, ...keys);
  return typeof value === 'string' ? value : null;
}

function readSecret(json: Json): SecretMetadata {
  return {
    createdAt: textAt(json, 'metadata', 'creationTimestamp') ?? '',
    managedFields: listAt(json, 'metadata', 'managedFields').flatMap((entry) => {
      const time = textAt(entry, 'time');
      const fields = at(entry, 'fieldsV1');
      const ownsData = at(fields, 'f:data') !== undefined || at(fields, 'f:stringData') !== undefined;
      return time === null ? [] : [{ time, ownsData }];
    }),
  };
}

function readPods(json: Json): PodList {
  return listAt(json, 'items')
    .filter((pod) => !['Succeeded', 'Failed'].includes(textAt(pod, 'status', 'phase') ?? ''))
    .map((pod): Pod => {
      const name = textAt(pod, 'metadata', 'name') ?? '';
      return {
        name,
        startedAt: textAt(pod, 'status', 'startTime'),
        owner: ownerOf(pod, name),
        secrets: secretsOf(pod),
      };
    });
}

/** The Deployment behind a ReplicaSet and the CronJob behind a Job, whose names theirs are made of. */
function ownerOf(pod: Json, name: string): Pod['owner'] {
  const [reference] = listAt(pod, 'metadata', 'ownerReferences');
  const owner = { kind: textAt(reference, 'kind') ?? 'Pod', name: textAt(reference, 'name') ?? name };
  const hash = textAt(pod, 'metadata', 'labels', 'pod-template-hash');
  if (owner.kind === 'ReplicaSet' && hash !== null && owner.name.endsWith(`-${hash}`)) {
    return { kind: 'Deployment', name: owner.name.slice(0, -hash.length - 1) };
  }
  const scheduled = /^(?<cronJob>.{1,200})-\d{5,12}$/.exec(owner.name)?.groups?.['cronJob'];
  return owner.kind === 'Job' && scheduled !== undefined ? { kind: 'CronJob', name: scheduled } : owner;
}

function secretsOf(pod: Json): readonly string[] {
  const containers = ['containers', 'initContainers', 'ephemeralContainers'].flatMap((key) =>
    listAt(pod, 'spec', key),
  );
  const names = [
    ...containers.flatMap((container) =>
      listAt(container, 'env').map((env) => textAt(env, 'valueFrom', 'secretKeyRef', 'name')),
    ),
    ...containers.flatMap((container) =>
      listAt(container, 'envFrom').map((env) => textAt(env, 'secretRef', 'name')),
    ),
    ...listAt(pod, 'spec', 'volumes').flatMap((volume) => [
      textAt(volume, 'secret', 'secretName'),
      ...listAt(volume, 'projected', 'sources').map((source) => textAt(source, 'secret', 'name')),
    ]),
  ];
  return [...new Set(names.filter((name) => name !== null))];
}
