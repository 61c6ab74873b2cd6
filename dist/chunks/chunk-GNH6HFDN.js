import { createRequire as createRequireOfNode } from 'node:module';import { dirname as dirnameOfNode } from 'node:path';import { fileURLToPath as fileURLToPathOfNode } from 'node:url';const require = createRequireOfNode(import.meta.url);const filenameOfChunk = fileURLToPathOfNode(import.meta.url);const dirnameOfChunk = dirnameOfNode(filenameOfChunk);
import {
  parseModuleSource
} from "./chunk-HHLM6MFS.js";

// src/kinds/published.ts
var MODULE_OWNER = "ministryofjustice";
var MODULE_HOST = "https://github.com";
var ON_GITHUB = /^(?:git::)?(?:[a-z][a-z0-9+.-]*:\/\/)?(?:[^/@\s]*@)?(?:www\.)?github\.com(?::\d+)?[/:]/i;
var SUBFOLDER = /^(?:[a-z][a-z0-9+.-]*:\/\/)?[^?]*?[^:?/]\/\/(?<folder>[^?]*)/i;
function publishedModule(source) {
  const parsed = parseModuleSource(source);
  if (parsed === null || parsed.owner.toLowerCase() !== MODULE_OWNER) return null;
  const trimmed = source.trim();
  if (!ON_GITHUB.test(trimmed)) return null;
  const written = SUBFOLDER.exec(trimmed.replace(/^git::/, ""))?.groups?.["folder"] ?? "";
  const folder = written.split("/").filter((part) => part !== "" && part !== ".");
  if (folder.includes("..")) return null;
  return { repository: parsed.repository, folder: folder.join("/"), ref: parsed.ref };
}

export {
  MODULE_OWNER,
  MODULE_HOST,
  publishedModule
};
