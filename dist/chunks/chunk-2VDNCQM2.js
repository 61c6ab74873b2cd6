import { createRequire as createRequireOfNode } from 'node:module';import { dirname as dirnameOfNode } from 'node:path';import { fileURLToPath as fileURLToPathOfNode } from 'node:url';const require = createRequireOfNode(import.meta.url);const filenameOfChunk = fileURLToPathOfNode(import.meta.url);const dirnameOfChunk = dirnameOfNode(filenameOfChunk);
import {
  require_mod
} from "./chunk-QW4AHIJS.js";
import {
  __toESM
} from "./chunk-LVIGNXGC.js";

// src/environments/layout.ts
var import_fastest_levenshtein = __toESM(require_mod(), 1);
var NAMESPACES = "namespaces";
var HOLD_FILES = ["APPLY_PIPELINE_SKIP_THIS_NAMESPACE", "SECRET_ROTATE_BLOCK"];
var LABEL = /^[a-z0-9](?:[-a-z0-9]{0,61}[a-z0-9])?$/;
var MAIN_LABEL = "live";
function isNamespaceName(name) {
  return LABEL.test(name);
}
function clusterLabel(cluster) {
  const dot = cluster.indexOf(".");
  return dot < 0 ? cluster : cluster.slice(0, dot);
}
function namespacePath(cluster, namespace) {
  return `${NAMESPACES}/${cluster}/${namespace}`;
}
function parseResourcePath(path) {
  const [top, cluster, namespace, resources, ...rest] = path.split("/");
  if (top !== NAMESPACES || !cluster || !namespace || resources !== "resources" || rest.length === 0)
    return null;
  return { cluster, namespace, file: rest.join("/") };
}
function namespaceId(cluster, namespace) {
  const label = clusterLabel(cluster);
  return label === MAIN_LABEL ? namespace : `${label}--${namespace}`;
}
function credentialId(path, module) {
  const parts = parseResourcePath(path);
  return parts === null ? `${path}#${module}` : `${namespaceId(parts.cluster, parts.namespace)}/${parts.file}#${module}`;
}
function branchName(cluster, namespace) {
  const label = clusterLabel(cluster);
  if (!LABEL.test(label)) return badName("bad-cluster-name", "cluster", cluster);
  if (!LABEL.test(namespace)) return badName("bad-namespace-name", "namespace", namespace);
  return { branch: `rotate/${namespaceId(cluster, namespace)}` };
}
function sharedBranches(folders) {
  const byId = /* @__PURE__ */ new Map();
  for (const folder of folders) {
    const id = namespaceId(folder.cluster, folder.namespace);
    const group = byId.get(id);
    if (group === void 0) byId.set(id, [folder]);
    else group.push(folder);
  }
  return [...byId.values()].filter((group) => group.length > 1);
}
function findHolds(files) {
  const holds = HOLD_FILES.filter((name) => files.includes(name));
  const misspelt = files.flatMap((file) => {
    const meant = nearestHold(file);
    if (meant === null) return [];
    const message = `${quote(file)} does nothing: the pipeline looks for the exact name ${meant}`;
    return [{ file, meant, message }];
  });
  return { holds, misspelt };
}
function nearestHold(file) {
  if (!/[A-Z]{4}/.test(file) && !file.includes("_")) return null;
  for (const name of HOLD_FILES) {
    if (Math.abs(file.length - name.length) > 3) continue;
    if (file !== name && (0, import_fastest_levenshtein.distance)(file.toUpperCase(), name) <= 3) return name;
  }
  return null;
}
function badName(code, what, name) {
  return {
    code,
    message: `${quote(name)} cannot be the name of a ${what}: lower-case letters, digits and "-" only, at most 63, with a letter or digit at both ends`
  };
}
function quote(name) {
  return JSON.stringify(name.length > 80 ? `${name.slice(0, 80)}\u2026` : name);
}

export {
  NAMESPACES,
  HOLD_FILES,
  isNamespaceName,
  clusterLabel,
  namespacePath,
  parseResourcePath,
  credentialId,
  branchName,
  sharedBranches,
  findHolds
};
