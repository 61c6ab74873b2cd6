import { createRequire as createRequireOfNode } from 'node:module';import { dirname as dirnameOfNode } from 'node:path';import { fileURLToPath as fileURLToPathOfNode } from 'node:url';const require = createRequireOfNode(import.meta.url);const filenameOfChunk = fileURLToPathOfNode(import.meta.url);const dirnameOfChunk = dirnameOfNode(filenameOfChunk);
import {
  spawnGit
} from "./chunk-2OMJSOZ2.js";

// src/git/grep.ts
async function grepFiles(target, texts) {
  const { cwd, commit, paths } = target;
  const where = commit === null ? ["--no-index", "--no-exclude-standard"] : [commit];
  const patterns = texts.flatMap((text) => ["-e", text]);
  const flags = ["--no-color", "--files-with-matches", "--null", "--fixed-strings"];
  const args = ["-c", "grep.fullName=false", "grep", ...flags];
  const options = commit === null ? [...where, ...patterns] : [...patterns, ...where];
  const child = spawnGit(cwd, [...args, ...options, "--", ...paths]);
  const out = [];
  let complained = false;
  child.stdout.on("data", (chunk) => out.push(chunk));
  child.stderr.on("data", () => {
    complained = true;
  });
  child.stdin.end();
  const status = await new Promise((resolve) => {
    child.on("error", () => resolve(null));
    child.on("close", resolve);
  });
  if (status !== 0 && status !== 1 || complained) return null;
  const prefix = commit === null ? "" : `${commit}:`;
  const names = Buffer.concat(out).toString("utf8").split("\0").slice(0, -1);
  return new Set(names.map((name) => name.slice(prefix.length)));
}

export {
  grepFiles
};
