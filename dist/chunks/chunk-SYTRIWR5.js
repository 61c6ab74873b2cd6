import { createRequire as createRequireOfNode } from 'node:module';import { dirname as dirnameOfNode } from 'node:path';import { fileURLToPath as fileURLToPathOfNode } from 'node:url';const require = createRequireOfNode(import.meta.url);const filenameOfChunk = fileURLToPathOfNode(import.meta.url);const dirnameOfChunk = dirnameOfNode(filenameOfChunk);
import {
  GitError,
  spawnGit
} from "./chunk-3BSEOIMC.js";

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
  function inBlob(chunk, at, size, failure) {
    const take = Math.min(size + 1 - got, chunk.length - at);
    const whole = take === size + 1;
    if (failure === null && !whole) {
      if (held.length < size + 1) held = Buffer.allocUnsafe(Math.max(size + 1, 65536));
      chunk.copy(held, got, at, at + take);
    }
    got += take;
    if (got < size + 1) return at + take;
    blob = null;
    const bytes = whole ? chunk.subarray(at, at + size) : held.subarray(0, size);
    each(index++, failure ?? bytes);
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

export {
  isObjectId,
  listTree,
  readBlobs,
  converse
};
