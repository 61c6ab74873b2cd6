import { createRequire as createRequireOfNode } from 'node:module';import { dirname as dirnameOfNode } from 'node:path';import { fileURLToPath as fileURLToPathOfNode } from 'node:url';const require = createRequireOfNode(import.meta.url);const filenameOfChunk = fileURLToPathOfNode(import.meta.url);const dirnameOfChunk = dirnameOfNode(filenameOfChunk);
import {
  isNamespaceName,
  namespacePath
} from "./chunk-2VDNCQM2.js";

// src/environments/reader.ts
var MAX_FILE_BYTES = 5 * 1024 * 1024;

// src/environments/listing.ts
var SKIPPED_FOLDERS = /* @__PURE__ */ new Set([".terraform", ".git"]);
var TOO_LARGE = `larger than ${MAX_FILE_BYTES / 1024 / 1024} MB: not read`;
var LINK_OUTSIDE = "a symbolic link leads out of the repository: it is not followed";
function compareNames(a, b) {
  return a < b ? -1 : a > b ? 1 : 0;
}
function failure(code, message) {
  return { code, message };
}
function isSafePath(path) {
  return path.split("/").every((part) => part !== "" && part !== "." && part !== "..");
}
function linkedNamespace(cluster, namespace) {
  if (!isNamespaceName(namespace)) return [];
  const path = namespacePath(cluster, namespace);
  return [{ cluster, namespace, path, files: [], resources: [{ path, type: "symlink", applied: false }] }];
}

export {
  MAX_FILE_BYTES,
  SKIPPED_FOLDERS,
  TOO_LARGE,
  LINK_OUTSIDE,
  compareNames,
  failure,
  isSafePath,
  linkedNamespace
};
