import { createRequire as createRequireOfNode } from 'node:module';import { dirname as dirnameOfNode } from 'node:path';import { fileURLToPath as fileURLToPathOfNode } from 'node:url';const require = createRequireOfNode(import.meta.url);const filenameOfChunk = fileURLToPathOfNode(import.meta.url);const dirnameOfChunk = dirnameOfNode(filenameOfChunk);
import {
  LINK_OUTSIDE,
  MAX_FILE_BYTES,
  SKIPPED_FOLDERS,
  TOO_LARGE,
  compareNames,
  failure,
  isSafePath,
  linkedNamespace
} from "./chunk-X7NB3JTA.js";
import {
  NAMESPACES,
  namespacePath
} from "./chunk-WB6RNDQM.js";

// src/estate/worktree.ts
import {
  closeSync,
  constants,
  lstatSync,
  openSync,
  readdirSync,
  readSync,
  realpathSync,
  statSync
} from "node:fs";
import { join, sep } from "node:path";
function openWorktree(root) {
  const top = realpathSync.native(root);
  const listed = { folders: /* @__PURE__ */ new Set(), irregular: /* @__PURE__ */ new Set() };
  return {
    commit: null,
    async namespaces(wants) {
      return listNamespaces(top, wants, listed);
    },
    async read(paths, each) {
      const read = fileReader(top, listed);
      for (const path of paths) each(path, read(path));
    }
  };
}
function listNamespaces(top, wants, listed) {
  const folders = [];
  for (const cluster of readdirSync(join(top, NAMESPACES), TYPED).sort(byName)) {
    if (!cluster.isDirectory() || cluster.name.startsWith(".")) continue;
    for (const entry of readdirSync(join(top, NAMESPACES, cluster.name), TYPED).sort(byName)) {
      if (entry.name.startsWith(".") || !(entry.isDirectory() || entry.isSymbolicLink())) continue;
      if (!wants(cluster.name, entry.name)) continue;
      const path = namespacePath(cluster.name, entry.name);
      if (entry.isDirectory()) folders.push(listNamespace(top, cluster.name, entry.name, path, listed));
      else folders.push(...linkedNamespace(cluster.name, entry.name));
    }
  }
  return folders;
}
function listNamespace(top, cluster, namespace, path, listed) {
  const files = [];
  const resources = [];
  const entries = listFolder(top, path, listed);
  if (entries === null) resources.push({ path, type: "other", applied: false });
  for (const entry of entries ?? []) {
    const { name } = entry;
    if (name === "resources" && !entry.isFile()) {
      if (entry.isDirectory()) listResources(top, `${path}/resources`, true, listed, resources);
      else resources.push({ path: `${path}/resources`, type: typeOf(entry), applied: false });
    } else if (!entry.isDirectory()) {
      files.push(name);
    }
    if (!entry.isFile()) listed.irregular.add(`${path}/${name}`);
  }
  resources.sort((a, b) => compareNames(a.path, b.path));
  return { cluster, namespace, path, files: files.sort(compareNames), resources };
}
function listResources(top, path, direct, listed, into) {
  const entries = listFolder(top, path, listed);
  if (entries === null) into.push({ path, type: "other", applied: false });
  for (const entry of entries ?? []) {
    const { name } = entry;
    const child = `${path}/${name}`;
    if (!entry.isFile()) listed.irregular.add(child);
    if (!entry.isDirectory()) {
      into.push({ path: child, type: typeOf(entry), applied: direct && !name.startsWith(".") });
    } else if (!SKIPPED_FOLDERS.has(name)) {
      listResources(top, child, false, listed, into);
    }
  }
}
function listFolder(top, path, listed) {
  try {
    const entries = readdirSync(`${top}/${path}`, TYPED);
    listed.folders.add(path);
    return entries;
  } catch (error) {
    return codeOf(error) === "ENOENT" ? [] : null;
  }
}
var OPEN_PLAIN = constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0);
function fileReader(top, listed) {
  let buffer = Buffer.allocUnsafeSlow(64 * 1024);
  function fill(path) {
    const fd = openSync(path, OPEN_PLAIN);
    try {
      let length = 0;
      for (; ; ) {
        const room = buffer.length - length;
        const got = readSync(fd, buffer, length, room, null);
        length += got;
        if (length > MAX_FILE_BYTES) return failure("too-large", TOO_LARGE);
        if (got < room) return buffer.subarray(0, length);
        buffer = grown(buffer);
      }
    } finally {
      closeSync(fd);
    }
  }
  return (path) => {
    try {
      const slash = path.lastIndexOf("/");
      const known = listed.folders.has(path.slice(0, slash)) && !listed.irregular.has(path);
      if (known && isSafeName(path, slash)) return fill(`${top}/${path}`);
      const real = resolveInside(top, path);
      return typeof real === "string" ? fill(real) : real;
    } catch (error) {
      return failure("unreadable", reasonOf(error));
    }
  };
}
function isSafeName(path, slash) {
  const name = path.slice(slash + 1);
  return name !== "" && name !== "." && name !== ".." && (sep === "/" || !name.includes(sep));
}
function resolveInside(top, path) {
  if (!isSafePath(path)) return failure("outside-root", "the path leads out of the repository");
  const link = lstatSync(`${top}/${path}`).isSymbolicLink();
  const real = realpathSync.native(`${top}/${path}`);
  const inside = top.endsWith(sep) ? top : top + sep;
  const parts = real.slice(inside.length).split(sep);
  if (!real.startsWith(inside) || parts.includes(".git")) {
    return failure("outside-root", LINK_OUTSIDE);
  }
  const what = statSync(real);
  if (what.isFile()) return real;
  const kind = what.isDirectory() ? "a folder" : "no plain file";
  return failure("unreadable", link ? `a symbolic link to ${kind}` : `it is ${kind}`);
}
function grown(buffer) {
  const larger = Buffer.allocUnsafeSlow(Math.min(buffer.length * 4, MAX_FILE_BYTES + 1));
  buffer.copy(larger);
  return larger;
}
var TYPED = { withFileTypes: true };
function byName(a, b) {
  return compareNames(a.name, b.name);
}
function typeOf(entry) {
  if (entry.isFile()) return "file";
  return entry.isSymbolicLink() ? "symlink" : "other";
}
function codeOf(error) {
  return error instanceof Error && "code" in error ? String(error.code) : "";
}
function reasonOf(error) {
  const code = codeOf(error);
  const words = {
    EACCES: "permission denied",
    EPERM: "permission denied",
    ENOENT: "no such file",
    ENOTDIR: "no such file",
    ELOOP: "a symbolic link that leads to itself, or that was put there while files were read",
    EISDIR: "it is a folder",
    EMFILE: "too many open files"
  };
  return words[code] ?? `cannot be read (${code || "unknown error"})`;
}

export {
  openWorktree
};
