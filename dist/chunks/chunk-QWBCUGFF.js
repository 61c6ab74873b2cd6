import { createRequire as createRequireOfNode } from 'node:module';import { dirname as dirnameOfNode } from 'node:path';import { fileURLToPath as fileURLToPathOfNode } from 'node:url';const require = createRequireOfNode(import.meta.url);const filenameOfChunk = fileURLToPathOfNode(import.meta.url);const dirnameOfChunk = dirnameOfNode(filenameOfChunk);
import {
  NAMESPACES
} from "./chunk-2VDNCQM2.js";

// src/environments/root.ts
import { lstatSync, realpathSync, statSync } from "node:fs";
import { dirname, join, relative, resolve, sep } from "node:path";
function findRoot(cwd, root) {
  return root === void 0 ? rootAbove(cwd) : rootGiven(resolve(cwd, root));
}
function currentNamespace(root, cwd) {
  const from = realPath(root);
  const to = realPath(cwd);
  if (from === null || to === null) return null;
  const [top, cluster, namespace] = relative(from, to).split(sep);
  if (top !== NAMESPACES || !cluster || !namespace || cluster.startsWith(".")) return null;
  return { cluster, namespace };
}
function rootGiven(path) {
  const root = realPath(path);
  if (root === null) return notFound(`${path} (from --root) does not exist or cannot be read. ${WHAT_TO_DO}`);
  if (!holdsNamespaces(root)) {
    return notFound(`${path} (from --root) has no folder ${NAMESPACES}/. ${WHAT_TO_DO}`);
  }
  const top = gitTopAbove(root);
  return { root, top, prefix: top === null ? "" : relative(top, root).split(sep).join("/") };
}
function rootAbove(cwd) {
  const start = realPath(cwd);
  if (start === null)
    return notFound(`The current folder ${cwd} does not exist or cannot be read. ${WHAT_TO_DO}`);
  const top = gitTopAbove(start);
  if (top === null) return notFound(`No git repository at or above ${start}. ${WHAT_TO_DO}`);
  if (holdsNamespaces(top)) return { root: top, top, prefix: "" };
  const nearer = foldersUp(start).find((folder) => folder.length > top.length && holdsNamespaces(folder));
  const advice = nearer === void 0 ? WHAT_TO_DO : `Did you mean --root ${nearer}?`;
  return notFound(`The git repository ${top} has no folder ${NAMESPACES}/ at its top. ${advice}`);
}
var WHAT_TO_DO = "Run rotate-pr in a clone of ministryofjustice/cloud-platform-environments, or name its folder with --root.";
function notFound(message) {
  return { code: "not-an-environments-repository", message };
}
function gitTopAbove(start) {
  return foldersUp(start).find((folder) => statSync(join(folder, ".git"), QUIET) !== void 0) ?? null;
}
function foldersUp(start) {
  const folders = [start];
  for (let at = start; dirname(at) !== at; at = dirname(at)) folders.push(dirname(at));
  return folders;
}
function holdsNamespaces(folder) {
  try {
    return lstatSync(join(folder, NAMESPACES), QUIET)?.isDirectory() === true;
  } catch {
    return false;
  }
}
var QUIET = { throwIfNoEntry: false };
function realPath(path) {
  try {
    return realpathSync.native(path);
  } catch {
    return null;
  }
}

export {
  findRoot,
  currentNamespace
};
