import { createRequire as createRequireOfNode } from 'node:module';import { dirname as dirnameOfNode } from 'node:path';import { fileURLToPath as fileURLToPathOfNode } from 'node:url';const require = createRequireOfNode(import.meta.url);const filenameOfChunk = fileURLToPathOfNode(import.meta.url);const dirnameOfChunk = dirnameOfNode(filenameOfChunk);
import {
  shellWords
} from "./chunk-Y65K6MQG.js";

// src/report/runbook-commands.ts
var KUBERNETES_NAME = /^[a-z0-9](?:[-a-z0-9.]{0,251}[a-z0-9])?$/;
var GITHUB_NAME = /^\w[\w.-]{0,99}$/;
function nameOr(name, placeholder) {
  return name !== null && KUBERNETES_NAME.test(name) ? shellWords([name]) : placeholder;
}
function decodeSecret(namespace, secret) {
  return `cloud-platform decode-secret -n ${nameOr(namespace, "<namespace>")} -s ${nameOr(secret, "<secret>")}`;
}
function showConfigMap(namespace, name) {
  return `kubectl get configmap ${nameOr(name, "<configmap>")} -n ${nameOr(namespace, "<namespace>")} -o yaml`;
}
function listSecrets(namespace, type) {
  const only = type === void 0 ? "" : ` --field-selector type=${type}`;
  return `kubectl get secrets -n ${nameOr(namespace, "<namespace>")}${only}`;
}
function deleteSecret(namespace, secret) {
  return `kubectl delete secret ${nameOr(secret, "<secret>")} -n ${nameOr(namespace, "<namespace>")}`;
}
function deleteAllPods(namespace) {
  return `kubectl delete pods --all -n ${nameOr(namespace, "<namespace>")}`;
}
function listPods(namespace) {
  return `kubectl get pods -n ${nameOr(namespace, "<namespace>")}`;
}
function deletePod(namespace) {
  return `kubectl delete pod <pod> -n ${nameOr(namespace, "<namespace>")}`;
}
function listGitHubSecrets(owner, repository, environment) {
  if (!GITHUB_NAME.test(owner) || !GITHUB_NAME.test(repository)) return null;
  const repo = `gh secret list --repo ${owner}/${repository}`;
  if (environment === null) return repo;
  return /[\p{Cc}\p{Cf}]/u.test(environment) ? null : `${repo} --env ${shellWords([environment])}`;
}
function rotateAgain(namespace, clusterLabel, module) {
  const cluster = clusterLabel === "live" ? [] : ["--cluster", clusterLabel];
  return shellWords([
    "rotate-pr",
    "open",
    "-n",
    namespace,
    ...cluster,
    "-k",
    "elasticache",
    "-m",
    module,
    "--again"
  ]);
}
var DATA_KEY = /^[\w-]+$/;
function setAuthToken(namespace, secret, keys) {
  const read = (key, placeholder) => key !== null && DATA_KEY.test(key) ? `"$(from_secret ${key})"` : placeholder;
  const get = `kubectl get secret ${nameOr(secret, "<secret>")} -n ${nameOr(namespace, "<namespace>")}`;
  return [
    `from_secret() { ${get} -o "jsonpath={.data['$1']}" | base64 --decode; }`,
    "aws elasticache modify-replication-group \\",
    `  --replication-group-id ${read(keys.group, "<replication group id>")} \\`,
    `  --auth-token ${read(keys.token, '"$(from_secret <key of the token>)"')} \\`,
    "  --auth-token-update-strategy SET \\",
    "  --apply-immediately"
  ].join("\n");
}

export {
  decodeSecret,
  showConfigMap,
  listSecrets,
  deleteSecret,
  deleteAllPods,
  listPods,
  deletePod,
  listGitHubSecrets,
  rotateAgain,
  setAuthToken
};
