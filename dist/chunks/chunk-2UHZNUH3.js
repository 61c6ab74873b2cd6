import { createRequire as createRequireOfNode } from 'node:module';import { dirname as dirnameOfNode } from 'node:path';import { fileURLToPath as fileURLToPathOfNode } from 'node:url';const require = createRequireOfNode(import.meta.url);const filenameOfChunk = fileURLToPathOfNode(import.meta.url);const dirnameOfChunk = dirnameOfNode(filenameOfChunk);
import {
  GitError,
  runGit,
  spawnGit
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

// src/git/objects.ts
function isObjectId(name) {
  return /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/.test(name);
}
async function listTree(repo, tree, paths, options, each) {
  const flags = options.recursive ? ["-r", "-z"] : ["-z"];
  const args = ["--literal-pathspecs", "ls-tree", "--full-tree", ...flags, tree, "--", ...paths];
  let rest = "";
  await converse(repo, "ls-tree", args, [], (chunk) => {
    const text = rest + chunk.toString("latin1");
    let start = 0;
    for (let end = text.indexOf("\0"); end >= 0; end = text.indexOf("\0", start)) {
      each(parseEntry(text.slice(start, end)));
      start = end + 1;
    }
    rest = text.slice(start);
  });
}
function parseEntry(line) {
  const tab = line.indexOf("	");
  const oidAt = line.lastIndexOf(" ", tab) + 1;
  const path = line.slice(tab + 1);
  return {
    mode: line.slice(0, 6),
    oid: line.slice(oidAt, tab),
    path: NOT_ASCII.test(path) ? Buffer.from(path, "latin1").toString("utf8") : path
  };
}
var NOT_ASCII = /[\x80-\xff]/;
async function readBlobs(repo, oids, maxBytes, each) {
  await converse(
    repo,
    "cat-file",
    ["cat-file", "--batch", "--buffer"],
    requests(oids),
    blobParser(maxBytes, each)
  );
}
function* requests(oids) {
  let piece = "";
  for (const oid of oids) {
    if (!isObjectId(oid)) throw new Error(`not a full object name: ${JSON.stringify(oid)}`);
    piece += `${oid}
`;
    if (piece.length < 16384) continue;
    yield piece;
    piece = "";
  }
  if (piece !== "") yield piece;
}
function blobParser(maxBytes, each) {
  let index = 0;
  let header = "";
  let blob = null;
  let held = Buffer.alloc(0);
  let got = 0;
  function inBlob(chunk, at, size, failure2) {
    const take = Math.min(size + 1 - got, chunk.length - at);
    const whole = take === size + 1;
    if (failure2 === null && !whole) {
      if (held.length < size + 1) held = Buffer.allocUnsafe(Math.max(size + 1, 65536));
      chunk.copy(held, got, at, at + take);
    }
    got += take;
    if (got < size + 1) return at + take;
    blob = null;
    const bytes = whole ? chunk.subarray(at, at + size) : held.subarray(0, size);
    each(index++, failure2 ?? bytes);
    return at + take;
  }
  function inHeader(chunk, at) {
    const end = chunk.indexOf(10, at);
    header += chunk.toString("latin1", at, end < 0 ? chunk.length : end);
    if (end < 0) return chunk.length;
    const [oid = "", type = "", length] = header.split(" ");
    header = "";
    if (length === void 0) {
      each(index++, { code: "missing", message: `the repository has no object ${oid} (${type})` });
      return end + 1;
    }
    const size = Number(length);
    blob = { size, failure: refuse(oid, type, size, maxBytes) };
    got = 0;
    return end + 1;
  }
  return (chunk) => {
    for (let at = 0; at < chunk.length; ) {
      at = blob === null ? inHeader(chunk, at) : inBlob(chunk, at, blob.size, blob.failure);
    }
  };
}
function refuse(oid, type, size, maxBytes) {
  if (type !== "blob") return { code: "not-a-blob", message: `object ${oid} is a ${type}` };
  if (size > maxBytes) return { code: "too-large", message: `${size} bytes, more than ${maxBytes}` };
  return null;
}
async function converse(repo, subcommand, args, input, onOutput) {
  const child = spawnGit(repo, args);
  const errors = [];
  let thrown = null;
  child.stderr.on("data", (chunk) => errors.push(chunk));
  child.stdout.on("data", (chunk) => {
    if (thrown !== null) return;
    try {
      onOutput(chunk);
    } catch (error) {
      thrown = { error };
      child.kill();
    }
  });
  const ended = new Promise((resolve, reject) => {
    child.on("error", reject);
    child.on("close", resolve);
  });
  const fed = feed(child, input).catch((error) => {
    thrown ??= { error };
    child.kill();
  });
  const status = await ended;
  await fed;
  if (thrown !== null) throw thrown.error;
  if (status !== 0) throw new GitError(subcommand, status, Buffer.concat(errors).toString("utf8"));
}
async function feed(child, input) {
  const { stdin } = child;
  let closed = false;
  let wake = () => {
  };
  stdin.on("error", () => {
  });
  stdin.on("close", () => {
    closed = true;
    wake();
  });
  stdin.on("drain", () => wake());
  for (const piece of input) {
    if (closed) return;
    if (stdin.write(piece)) continue;
    await new Promise((resolve) => {
      wake = resolve;
      if (closed) resolve();
    });
  }
  stdin.end();
}

// src/environments/commit.ts
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
  isObjectId,
  listTree,
  readBlobs,
  converse,
  openCommit
};
