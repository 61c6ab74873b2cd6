import type { SetCommand } from '../kinds/kind.ts';
import type { KindName } from '../kinds/registry.ts';
import { shellWords } from './format.ts';

/**
 * The commands of a runbook, as a shell wants them typed. A name from the repository is put into one only where it is
 * such a name as Kubernetes or GitHub gives; anything else is left to be filled in.
 */

/** RFC 1123 subdomain: what a Kubernetes object may be called. */
const KUBERNETES_NAME = /^[a-z0-9](?:[-a-z0-9.]{0,251}[a-z0-9])?$/;
/** Repositories and owners of GitHub. */
const GITHUB_NAME = /^\w[\w.-]{0,99}$/;

/** The name, or what is to be typed in its place. */
function nameOr(name: string | null, placeholder: string): string {
  return name !== null && KUBERNETES_NAME.test(name) ? shellWords([name]) : placeholder;
}

export function decodeSecret(namespace: string, secret: string | null): string {
  return `cloud-platform decode-secret -n ${nameOr(namespace, '<namespace>')} -s ${nameOr(secret, '<secret>')}`;
}

export function showConfigMap(namespace: string, name: string | null): string {
  return `kubectl get configmap ${nameOr(name, '<configmap>')} -n ${nameOr(namespace, '<namespace>')} -o yaml`;
}

/** @param type lists only Secrets of this type */
export function listSecrets(namespace: string, type?: string): string {
  const only = type === undefined ? '' : ` --field-selector type=${type}`;
  return `kubectl get secrets -n ${nameOr(namespace, '<namespace>')}${only}`;
}

export function deleteSecret(namespace: string, secret: string | null): string {
  return `kubectl delete secret ${nameOr(secret, '<secret>')} -n ${nameOr(namespace, '<namespace>')}`;
}

export function deleteAllPods(namespace: string): string {
  return `kubectl delete pods --all -n ${nameOr(namespace, '<namespace>')}`;
}

/** Every controller of pods that can restart them; Jobs cannot. */
export function rolloutRestart(namespace: string): string {
  return `kubectl rollout restart deployment,statefulset,daemonset -n ${nameOr(namespace, '<namespace>')}`;
}

export function listPods(namespace: string): string {
  return `kubectl get pods -n ${nameOr(namespace, '<namespace>')}`;
}

export function deletePod(namespace: string): string {
  return `kubectl delete pod <pod> -n ${nameOr(namespace, '<namespace>')}`;
}

/** Lists a repository's Actions secrets with the time of their last change; null for what is no name of GitHub's. */
export function listGitHubSecrets(
  owner: string,
  repository: string,
  environment: string | null,
): string | null {
  if (!GITHUB_NAME.test(owner) || !GITHUB_NAME.test(repository)) return null;
  const repo = `gh secret list --repo ${owner}/${repository}`;
  if (environment === null) return repo;
  return /[\p{Cc}\p{Cf}]/u.test(environment) ? null : `${repo} --env ${shellWords([environment])}`;
}

/** A second rotation on the same day. */
export function rotateAgain(namespace: string, clusterLabel: string, kind: KindName, module: string): string {
  const cluster = clusterLabel === 'live' ? [] : ['--cluster', clusterLabel];
  return shellWords(['rotate-pr', 'open', '-n', namespace, ...cluster, '-k', kind, '-m', module, '--again']);
}

const DATA_KEY = /^[\w-]+$/;

/**
 * Makes the server take the newest value only. The values are read from the Secret while the command runs, so that the
 * shell's history has none of them.
 *
 * @param keyOf the Secret's key that holds an output alone, null where that is not known
 */
export function setNewest(
  namespace: string,
  secret: string,
  { lines, outputs }: SetCommand,
  keyOf: (output: string) => string | null,
): string {
  const get = `kubectl get secret ${nameOr(secret, '<secret>')} -n ${nameOr(namespace, '<namespace>')}`;
  const read = (output: string): string => {
    const key = keyOf(output);
    return key !== null && DATA_KEY.test(key) ? `"$(from_secret ${key})"` : (outputs[output] ?? '');
  };
  return [
    `from_secret() { ${get} -o "jsonpath={.data['$1']}" | base64 --decode; }`,
    ...lines.map((line) => line.replace(/\{(\w+)\}/g, (_, output: string) => read(output))),
  ].join('\n');
}
