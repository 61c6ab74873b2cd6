import { createRequire as createRequireOfNode } from 'node:module';import { dirname as dirnameOfNode } from 'node:path';import { fileURLToPath as fileURLToPathOfNode } from 'node:url';const require = createRequireOfNode(import.meta.url);const filenameOfChunk = fileURLToPathOfNode(import.meta.url);const dirnameOfChunk = dirnameOfNode(filenameOfChunk);
import {
  GitError
} from "./chunk-3BSEOIMC.js";
import {
  redact,
  secretForms
} from "./chunk-LSW3YM3J.js";
import "./chunk-DFJ5UGJM.js";
import "./chunk-LVIGNXGC.js";

// src/cli/crash.ts
function explainCrash(error, env) {
  const secrets = [env["GITHUB_TOKEN"], env["GH_TOKEN"]].flatMap(
    (token) => token ? secretForms(token) : []
  );
  return redact(`rotate-pr: ${describe(error)}
`, secrets);
}
function describe(error) {
  if (error instanceof GitError) return error.message;
  if (!(error instanceof Error)) return String(error);
  if (/spawn git ENOENT/.test(error.message)) {
    return "git was not found: install it, and see that it is on the PATH.";
  }
  if ("syscall" in error) return error.message;
  return `this is a mistake in rotate-pr, please report it: ${error.stack ?? error.message}`;
}
export {
  explainCrash
};
