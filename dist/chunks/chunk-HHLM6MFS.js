import { createRequire as createRequireOfNode } from 'node:module';import { dirname as dirnameOfNode } from 'node:path';import { fileURLToPath as fileURLToPathOfNode } from 'node:url';const require = createRequireOfNode(import.meta.url);const filenameOfChunk = fileURLToPathOfNode(import.meta.url);const dirnameOfChunk = dirnameOfNode(filenameOfChunk);

// src/kinds/source.ts
var SCP = /^(?:[\w.-]+@)?[\w.-]+:(?!\/\/)(.+)$/;
var URL_LIKE = /^[a-z][a-z0-9+.-]*:\/\/(?:[^/@]*@)?[^/]+\/(.+)$/i;
var HOST_FIRST = /^[\w-]+(?:\.[\w-]+)+(?::\d+)?\/(.+)$/;
function parseModuleSource(source) {
  let parsed = PARSED.get(source);
  if (parsed === void 0) {
    parsed = parse(source);
    PARSED.set(source, parsed);
  }
  return parsed;
}
var PARSED = /* @__PURE__ */ new Map();
function parse(source) {
  const trimmed = source.trim().replace(/^git::/, "");
  if (trimmed.startsWith(".") || trimmed.startsWith("/")) return null;
  const [address = "", query = ""] = splitOnce(trimmed, "?");
  const path = (URL_LIKE.exec(address) ?? SCP.exec(address) ?? HOST_FIRST.exec(address))?.[1];
  if (path === void 0) return null;
  const [inRepository = ""] = splitOnce(path, "//");
  const [owner, name, ...rest] = inRepository.split("/").filter((part) => part !== "");
  if (owner === void 0 || name === void 0) return null;
  const repository = name.replace(/\.git$/, "").toLowerCase();
  const treeRef = rest[0] === "tree" && rest.length > 1 ? rest.slice(1).join("/") : null;
  const ref = new URLSearchParams(query).get("ref") || treeRef;
  return { repository, owner, ref };
}
function splitOnce(text, separator) {
  const at = text.indexOf(separator);
  return at === -1 ? [text] : [text.slice(0, at), text.slice(at + separator.length)];
}

export {
  parseModuleSource
};
