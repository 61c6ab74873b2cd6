import { createRequire as createRequireOfNode } from 'node:module';import { dirname as dirnameOfNode } from 'node:path';import { fileURLToPath as fileURLToPathOfNode } from 'node:url';const require = createRequireOfNode(import.meta.url);const filenameOfChunk = fileURLToPathOfNode(import.meta.url);const dirnameOfChunk = dirnameOfNode(filenameOfChunk);
import {
  environmentOfGit
} from "./chunk-DFJ5UGJM.js";

// src/git/process.ts
import { spawn } from "node:child_process";
var GitError = class extends Error {
  status;
  stderr;
  constructor(subcommand, status, stderr) {
    super(`git ${subcommand} ended with status ${status ?? "none"}: ${stderr.trim() || "no message"}`);
    this.name = "GitError";
    this.status = status;
    this.stderr = stderr;
  }
};
function spawnGit(cwd, args, env = {}) {
  return spawn("git", [...args], {
    cwd,
    env: environmentOfGit(env),
    stdio: ["pipe", "pipe", "pipe"],
    windowsHide: true
  });
}
async function runGit(cwd, args, options = {}) {
  const child = spawnGit(cwd, args, options.env);
  const out = [];
  const err = [];
  child.stdout.on("data", (chunk) => out.push(chunk));
  child.stderr.on("data", (chunk) => err.push(chunk));
  child.stdin.on("error", () => {
  });
  child.stdin.end(options.input);
  const status = await new Promise((resolve, reject) => {
    child.on("error", reject);
    child.on("close", resolve);
  });
  if (status !== 0) throw new GitError(args[0] ?? "", status, Buffer.concat(err).toString("utf8"));
  return Buffer.concat(out);
}

export {
  GitError,
  spawnGit,
  runGit
};
