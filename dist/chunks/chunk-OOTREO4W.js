import { createRequire as createRequireOfNode } from 'node:module';import { dirname as dirnameOfNode } from 'node:path';import { fileURLToPath as fileURLToPathOfNode } from 'node:url';const require = createRequireOfNode(import.meta.url);const filenameOfChunk = fileURLToPathOfNode(import.meta.url);const dirnameOfChunk = dirnameOfNode(filenameOfChunk);
import {
  openRemote
} from "./chunk-6UG6PYL3.js";
import {
  resolveCommit
} from "./chunk-PSUEPN52.js";
import {
  repositoryOf,
  resolveRepository
} from "./chunk-DLNDPKSX.js";

// src/commands/read/permalinks.ts
async function findWhereabouts(root, commit, env) {
  if (root.top === null) return null;
  const remote = await openRemote({ cwd: root.root, env, token: null });
  const repository = remote.ok ? repositoryOf(env, remote.value) : resolveRepository(env, null);
  if (!repository.ok) return null;
  const published = commit ?? await publishedCommit(root.root, remote.ok ? remote.value.name : null);
  if (published === null) return null;
  const { owner, repo, serverUrl } = repository.value;
  return { repository: `${owner}/${repo}`, serverUrl, commit: published, prefix: root.prefix };
}
async function publishedCommit(cwd, remote) {
  const head = await resolveCommit(cwd, "HEAD");
  if (head === null || remote === null) return head;
  const { gitClient } = await import("./client-PX53U3XO.js");
  const base = await gitClient(cwd).run(["merge-base", "HEAD", `refs/remotes/${remote}/HEAD`]);
  return base.status === 0 ? base.stdout.trim() : head;
}

export {
  findWhereabouts
};
