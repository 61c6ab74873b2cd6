import { createRequire as createRequireOfNode } from 'node:module';import { dirname as dirnameOfNode } from 'node:path';import { fileURLToPath as fileURLToPathOfNode } from 'node:url';const require = createRequireOfNode(import.meta.url);const filenameOfChunk = fileURLToPathOfNode(import.meta.url);const dirnameOfChunk = dirnameOfNode(filenameOfChunk);
import {
  isObjectId,
  listTree,
  readBlobs
} from "./chunk-SYTRIWR5.js";
import {
  runGit
} from "./chunk-3BSEOIMC.js";
import {
  LINK_OUTSIDE,
  MAX_FILE_BYTES,
  SKIPPED_FOLDERS,
  TOO_LARGE,
  compareNames,
  failure,
  isSafePath,
  linkedNamespace
} from "./chunk-KNFMCJ2C.js";
import {
  NAMESPACES,
  namespacePath
} from "./chunk-2VDNCQM2.js";

// src/environments/commit.ts
import { posix } from "node:path";
var FEW = 100;
var PATHS_PER_CALL = 100;
var MAX_LINKS = 40;
async function openCommit(repo, commit, options = {}) {
  if (!isObjectId(commit)) throw new Error(`not a full object name: ${JSON.stringify(commit)}`);
  await runGit(repo, ["cat-file", "-e", `${commit}^{commit}`]);
  const prefix = (options.prefix ?? "").replace(/\/+$/, "");
  const tree = {
    repo,
    name: prefix === "" ? commit : `${commit}:${prefix}`,
    blobs: /* @__PURE__ */ new Map(),
    folders: /* @__PURE__ */ new Set()
  };
  return {
    commit,
    namespaces: (wants) => listNamespaces(tree, wants),
    read: (paths, each) => readPaths(tree, [...paths], each)
  };
}
async function listNamespaces(tree, wants) {
  const clusters = [];
  await listTree(tree.repo, tree.name, [`${NAMESPACES}/`], { recursive: false }, ({ mode, path }) => {
    if (mode === FOLDER && !path.includes("/.")) clusters.push(`${path}/`);
  });
  if (clusters.length === 0) return [];
  const folders = /* @__PURE__ */ new Map();
  const linked = [];
  let unwanted = 0;
  await listTree(tree.repo, tree.name, clusters, { recursive: false }, (entry) => {
    const [, cluster = "", namespace = ""] = entry.path.split("/");
    if (namespace.startsWith(".") || entry.mode !== FOLDER && entry.mode !== LINK) return;
    if (!wants(cluster, namespace)) unwanted++;
    else if (entry.mode === FOLDER) folders.set(entry.path, newFolder(cluster, namespace));
    else {
      tree.blobs.set(entry.path, entry);
      linked.push(...linkedNamespace(cluster, namespace));
    }
  });
  const few = unwanted > 0 && folders.size <= FEW;
  if (folders.size > 0) {
    const paths = few ? [...folders.keys()].map((path) => `${path}/`) : clusters;
    for (let at = 0; at < paths.length; at += PATHS_PER_CALL) {
      const some = paths.slice(at, at + PATHS_PER_CALL);
      await listTree(tree.repo, tree.name, some, { recursive: true }, (entry) => place(tree, folders, entry));
    }
  }
  return [...folders.values(), ...linked].map(sorted).sort((a, b) => compareNames(a.cluster, b.cluster) || compareNames(a.namespace, b.namespace));
}
var FOLDER = "040000";
var LINK = "120000";
var SUBMODULE = "160000";
function newFolder(cluster, namespace) {
  return { cluster, namespace, path: namespacePath(cluster, namespace), files: [], resources: [] };
}
function sorted(folder) {
  return {
    ...folder,
    files: folder.files.toSorted(compareNames),
    resources: folder.resources.toSorted((a, b) => compareNames(a.path, b.path))
  };
}
function place(tree, folders, entry) {
  const { path, mode } = entry;
  if (mode === SUBMODULE) return;
  const parts = path.split("/");
  const folder = folders.get(`${parts[0]}/${parts[1]}/${parts[2]}`);
  if (folder === void 0) return;
  tree.blobs.set(path, { mode, oid: entry.oid });
  const name = parts.at(-1) ?? "";
  if (parts.length === 4) {
    if (name === "resources" && mode === LINK)
      folder.resources.push({ path, type: "symlink", applied: false });
    else folder.files.push(name);
  } else if (parts[3] === "resources") {
    if (parts.slice(4, -1).some((part) => SKIPPED_FOLDERS.has(part))) return;
    const applied = parts.length === 5 && !name.startsWith(".");
    folder.resources.push({ path, type: mode === LINK ? "symlink" : "file", applied });
  }
}
async function readPaths(tree, paths, each) {
  await learn(tree, paths);
  const linked = await followLinks(tree, paths);
  const answers = paths.map((path) => linked.get(path) ?? blobOf(tree, path));
  const oids = answers.flatMap((answer) => "oid" in answer ? [answer.oid] : []);
  let next = 0;
  const passFailures = () => {
    for (let answer = answers[next]; answer !== void 0 && "code" in answer; answer = answers[next]) {
      each(paths[next++] ?? "", answer);
    }
  };
  passFailures();
  if (oids.length === 0) return;
  await readBlobs(tree.repo, oids, MAX_FILE_BYTES, (_index, content) => {
    each(paths[next++] ?? "", "code" in content ? failureOf(content) : content);
    passFailures();
  });
}
function blobOf(tree, path) {
  if (!isSafePath(path)) return failure("outside-root", "the path leads out of the repository");
  const blob = tree.blobs.get(path);
  if (blob !== void 0) return blob;
  return isFolder(tree, path) ? failure("unreadable", "it is a folder") : failure("missing", "no such file in the commit");
}
function isFolder({ folders, blobs }, path) {
  if (folders.has(path)) return true;
  for (const known of blobs.keys()) if (known.startsWith(`${path}/`)) return true;
  return false;
}
function failureOf(failed) {
  return failed.code === "too-large" ? failure("too-large", TOO_LARGE) : failure("unreadable", failed.message);
}
async function learn(tree, paths) {
  const unknown = paths.filter((path) => !tree.blobs.has(path) && isSafePath(path));
  for (let at = 0; at < unknown.length; at += PATHS_PER_CALL) {
    const some = unknown.slice(at, at + PATHS_PER_CALL);
    await listTree(tree.repo, tree.name, some, { recursive: false }, ({ mode, oid, path }) => {
      if (mode === FOLDER || mode === SUBMODULE) tree.folders.add(path);
      else tree.blobs.set(path, { mode, oid });
    });
  }
}
async function followLinks(tree, paths) {
  const found = /* @__PURE__ */ new Map();
  let open = new Map(paths.filter((path) => isLink(tree, path)).map((path) => [path, path]));
  for (let round = 0; open.size > 0; round++) {
    const targets = await readTargets(tree, [...open.values()]);
    await learn(
      tree,
      targets.filter((target) => target !== null)
    );
    const still = /* @__PURE__ */ new Map();
    [...open.keys()].forEach((path, index) => {
      const target = targets[index] ?? null;
      if (target === null) found.set(path, failure("outside-root", LINK_OUTSIDE));
      else if (!isLink(tree, target))
        found.set(path, tree.blobs.get(target) ?? failure("unreadable", NOWHERE));
      else if (round >= MAX_LINKS)
        found.set(path, failure("unreadable", "a symbolic link that leads to itself"));
      else still.set(path, target);
    });
    open = still;
  }
  return found;
}
var NOWHERE = "a symbolic link to a folder, or to a file that is not in the commit";
function isLink(tree, path) {
  return tree.blobs.get(path)?.mode === LINK;
}
async function readTargets(tree, links) {
  const targets = [];
  const oids = links.map((link) => tree.blobs.get(link)?.oid ?? "");
  await readBlobs(tree.repo, oids, 4096, (index, content) => {
    const text = "code" in content ? "/" : Buffer.from(content).toString("utf8");
    const target = posix.join(posix.dirname(links[index] ?? ""), text);
    targets.push(text.startsWith("/") || !isSafePath(target) ? null : target);
  });
  return targets;
}

export {
  openCommit
};
