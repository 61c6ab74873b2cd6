import { createRequire as createRequireOfNode } from 'node:module';import { dirname as dirnameOfNode } from 'node:path';import { fileURLToPath as fileURLToPathOfNode } from 'node:url';const require = createRequireOfNode(import.meta.url);const filenameOfChunk = fileURLToPathOfNode(import.meta.url);const dirnameOfChunk = dirnameOfNode(filenameOfChunk);
import {
  GitError,
  runGit
} from "./chunk-3BSEOIMC.js";

// src/git/resolve.ts
async function resolveCommit(cwd, revision) {
  try {
    const name = await runGit(cwd, [
      "rev-parse",
      "--verify",
      "--quiet",
      "--end-of-options",
      `${revision}^{commit}`
    ]);
    return name.toString("utf8").trim();
  } catch (error) {
    if (error instanceof GitError && !/dubious ownership/.test(error.stderr)) return null;
    throw error;
  }
}

export {
  resolveCommit
};
