import { createRequire as createRequireOfNode } from 'node:module';import { dirname as dirnameOfNode } from 'node:path';import { fileURLToPath as fileURLToPathOfNode } from 'node:url';const require = createRequireOfNode(import.meta.url);const filenameOfChunk = fileURLToPathOfNode(import.meta.url);const dirnameOfChunk = dirnameOfNode(filenameOfChunk);
import {
  runGit
} from "./chunk-3BSEOIMC.js";
import {
  require_mod
} from "./chunk-QW4AHIJS.js";
import {
  hostOf,
  readRemoteUrl
} from "./chunk-DLNDPKSX.js";
import {
  fail,
  ok
} from "./chunk-YRXO237O.js";
import {
  basicCredentials,
  redact,
  secretForms
} from "./chunk-LSW3YM3J.js";
import {
  gitClient
} from "./chunk-HMLHTHGO.js";
import {
  __toESM
} from "./chunk-LVIGNXGC.js";

// src/publish/git-failure.ts
var SIGNS = [
  {
    code: "forbidden",
    sign: /returned error: 403|Permission to \S+ denied|access denied|not have (the )?(correct|permission)|Write access to repository not granted/i,
    advice: 'The token or key may not write there: it needs "Contents: write" on the repository.'
  },
  {
    code: "authentication",
    sign: /Authentication failed|could not read (Username|Password)|Permission denied \(|Invalid username or (password|token)|returned error: 401|Host key verification failed/i,
    advice: "Check the token (GITHUB_TOKEN, GH_TOKEN or gh auth login) or the SSH key."
  },
  {
    code: "not-found",
    sign: /Repository not found|repository '.*' not found|returned error: 404|does not appear to be a git repository|does not exist|not a git repository/i,
    advice: "Check the URL; GitHub also says this when the token may not see the repository."
  },
  {
    code: "unreachable",
    sign: /Could not resolve (host|proxy)|Failed to connect|Couldn't connect|Connection (refused|reset|timed out|closed)|Operation timed out|Network is unreachable|early EOF|hung up unexpectedly|RPC failed|SSL|block timeout reached/i,
    advice: "Nothing more can be done without it."
  }
];
function gitFailure(remote, stderr) {
  const words = gitWords(stderr);
  const known = SIGNS.find(({ sign }) => sign.test(words));
  const advice = known && known.code !== "unreachable" ? ` ${known.advice}` : "";
  return { code: known?.code ?? "git", message: `git could not talk to ${remote}: ${words}.${advice}` };
}
function remoteFailure(remote, stderr) {
  return gitFailure(remote.shown, redact(stderr, remote.secrets));
}
function gitWords(stderr) {
  const lines = stderr.split(/[\r\n]+/).map((line) => line.replace(/^(remote:|fatal:|error:)\s*/gi, "").trim()).filter(
    (line) => line !== "" && !/^(hint:|To |Everything up-to-date|Total |Warning: Permanently)/.test(line)
  );
  const unique = [...new Set(lines)].slice(0, 6).join("; ").replace(/[.;\s]+$/, "");
  return unique || "it gave no reason";
}

// src/publish/fetch.ts
var FETCH_SIZE = 100;
var OBJECTS_ONLY = [
  "--quiet",
  "--no-tags",
  "--no-write-fetch-head",
  "--refmap=",
  "--no-prune",
  "--no-prune-tags",
  "--no-recurse-submodules",
  "--no-write-commit-graph",
  "--no-auto-maintenance"
];
async function ensureCommits(remote, wanted) {
  const missing = await missingCommits(remote, wanted);
  if (missing.length === 0) return ok(void 0);
  const git = gitClient(remote.cwd, remote.env);
  const shallow = (await git.run(["rev-parse", "--is-shallow-repository"])).stdout.trim() === "true";
  const depth = shallow ? ["--depth=1"] : [];
  for (let start = 0; start < missing.length; start += FETCH_SIZE) {
    const sources = missing.slice(start, start + FETCH_SIZE).map(({ branch, sha }) => branch === void 0 ? sha : `refs/heads/${branch}`);
    const run = await git.run(["fetch", ...OBJECTS_ONLY, ...depth, remote.name, ...sources]);
    if (run.status !== 0) return { ok: false, error: remoteFailure(remote, run.stderr) };
  }
  const still = await missingCommits(remote, missing);
  if (still.length === 0) return ok(void 0);
  const names = still.map(({ branch, sha }) => branch ?? sha).join(", ");
  return fail("moved", `${names} moved on ${remote.shown} while it was being read: run again.`);
}
async function missingCommits(remote, wanted) {
  if (wanted.length === 0) return [];
  const input = wanted.map(({ sha }) => `${sha}
`).join("");
  const output = await runGit(remote.cwd, ["cat-file", "--batch-check=%(objecttype)"], {
    input,
    env: remote.env
  });
  const types = output.toString("utf8").split("\n");
  return wanted.filter((_, index) => types[index] !== "commit");
}

// src/publish/git-auth.ts
import { devNull } from "node:os";
var PUSH_REMOTE = "rotate-pr-push";
async function gitEnvironment(options) {
  const entries = [
    ["gc.auto", "0"],
    ["maintenance.auto", "false"],
    ["core.hooksPath", devNull],
    [`remote.${PUSH_REMOTE}.url`, options.pushUrl]
  ];
  if (options.token !== null) {
    const header = `AUTHORIZATION: basic ${basicCredentials(options.token)}`;
    for (const origin of await originsForToken(options))
      entries.push([`http.${origin}/.extraheader`, header]);
  }
  return configVariables(options.env, entries);
}
function configVariables(env, entries) {
  const inherited = Number.parseInt(env["GIT_CONFIG_COUNT"] ?? "0", 10);
  const start = Number.isSafeInteger(inherited) && inherited > 0 ? inherited : 0;
  const variables = { GIT_CONFIG_COUNT: String(start + entries.length) };
  entries.forEach(([key, value], index) => {
    variables[`GIT_CONFIG_KEY_${start + index}`] = key;
    variables[`GIT_CONFIG_VALUE_${start + index}`] = value;
  });
  return variables;
}
async function originsForToken({ git, env, reached }) {
  const origins = /* @__PURE__ */ new Set();
  for (const target of new Set(reached)) {
    if (!mayHaveToken(target, env) || hasPassword(target)) continue;
    if (await hasHeader(git, target)) continue;
    const { protocol, host } = readRemoteUrl(target);
    origins.add(`${protocol}://${host}`);
  }
  return origins;
}
function mayHaveToken(url, env) {
  const { protocol, host } = readRemoteUrl(url);
  if (host === null || protocol !== "https" && protocol !== "http") return false;
  const server = env["GITHUB_SERVER_URL"] || "https://github.com";
  if (host === hostOf(server)) return protocol === "https" || readRemoteUrl(server).protocol === "http";
  return Boolean(env["GITHUB_REPOSITORY"]) && isLoopback(host);
}
function isLoopback(host) {
  return /^(localhost|127(\.\d{1,3}){3}|\[::1\])(:\d+)?$/.test(host);
}
function hasPassword(url) {
  return /^https?:\/\/[^/@]*:[^/]+@/i.test(url);
}
async function hasHeader(git, url) {
  const { shown } = readRemoteUrl(url);
  const { status, stdout } = await git.run(["config", "--get-urlmatch", "http.extraheader", shown]);
  return status === 0 && /^authorization:/im.test(stdout);
}

// src/publish/remote.ts
var import_fastest_levenshtein = __toESM(require_mod(), 1);
async function openRemote(options) {
  const git = gitClient(options.cwd);
  const listed = await git.run(["remote"]);
  if (listed.status !== 0) return fail("not-a-repository", listed.stderr.trim());
  const names = listed.stdout.split("\n").filter((name2) => name2 !== "");
  const chosen = chooseRemote(names, options.remote);
  if (!chosen.ok) return chosen;
  const name = chosen.value;
  const url = await firstValue(git, `remote.${name}.url`);
  if (url === null) return fail("no-remote", `The remote ${name} has no URL.`);
  const pushUrl = await firstValue(git, `remote.${name}.pushurl`) ?? url;
  const [reached, reachedByPush] = await Promise.all([
    rewrittenUrl(git, ["get-url", name], url),
    rewrittenUrl(git, ["get-url", "--push", name], pushUrl)
  ]);
  const token = options.token;
  const places = { pushUrl, reached: [reached, reachedByPush] };
  const env = await gitEnvironment({ git, env: options.env, ...places, token });
  const secrets = [
    ...token ? secretForms(token) : [],
    ...[url, pushUrl, reached, reachedByPush].flatMap((each) => readRemoteUrl(each).secrets)
  ];
  return ok({ cwd: options.cwd, name, url, reached, shown: readRemoteUrl(url).shown, env, secrets });
}
function chooseRemote(names, wanted) {
  if (wanted !== void 0) {
    if (names.includes(wanted)) return ok(wanted);
    const known = names.length === 0 ? "This repository has none." : `Known: ${names.join(", ")}.`;
    return fail("unknown-remote", `There is no remote "${wanted}". ${known}`);
  }
  if (names.includes("origin")) return ok("origin");
  const [first, ...others] = names;
  if (first === void 0) {
    return fail("no-remote", "This repository has no remote: add one with git remote add origin URL.");
  }
  if (others.length === 0) return ok(first);
  return fail("which-remote", `There are several remotes (${names.join(", ")}): choose one with --remote.`);
}
async function rewrittenUrl(git, args, asConfigured) {
  const { status, stdout } = await git.run(["remote", ...args]);
  return status === 0 ? stdout.split("\n", 1)[0] || asConfigured : asConfigured;
}
async function firstValue(git, key) {
  const { status, stdout } = await git.run(["config", "--get-all", key]);
  return status === 0 ? stdout.split("\n")[0] ?? null : null;
}
async function readRemote(remote) {
  const args = ["ls-remote", "--symref", remote.name, "HEAD", "refs/heads/*"];
  const { status, stdout, stderr } = await gitClient(remote.cwd, remote.env).run(args);
  if (status !== 0) return { ok: false, error: remoteFailure(remote, stderr) };
  return ok(parseRefs(stdout));
}
function parseRefs(output) {
  let defaultBranch = null;
  const branches = /* @__PURE__ */ new Map();
  for (const line of output.split("\n")) {
    const [value = "", ref = ""] = line.split("	");
    if (ref === "HEAD" && value.startsWith("ref: refs/heads/"))
      defaultBranch = value.slice("ref: refs/heads/".length);
    else if (ref.startsWith("refs/heads/")) branches.set(ref.slice("refs/heads/".length), value);
  }
  return { defaultBranch, branches };
}
async function resolveBase(remote, refs, branch) {
  let seen = refs;
  for (let attempt = 0; ; attempt++) {
    const found = findBase(remote, seen, branch);
    if (!found.ok) return found;
    const fetched = await ensureCommits(remote, [{ branch: found.value.branch, sha: found.value.sha }]);
    if (fetched.ok) return found;
    if (attempt === 2) return fetched;
    const again = await readRemote(remote);
    if (!again.ok) return again;
    if (again.value.branches.get(found.value.branch) === found.value.sha) return fetched;
    seen = again.value;
  }
}
function findBase(remote, refs, wanted) {
  const branch = wanted?.replace(/^refs\/heads\//, "") ?? refs.defaultBranch;
  if (branch === null) {
    return fail(
      "no-default-branch",
      `${remote.shown} does not say what its default branch is: pass --base BRANCH.`
    );
  }
  const sha = refs.branches.get(branch);
  if (sha !== void 0) return ok({ branch, sha });
  const near = nearest(branch, [...refs.branches.keys()]);
  const hint = near.length === 0 ? "It has no branches." : `Nearest: ${near.join(", ")}.`;
  return fail("unknown-branch", `${remote.shown} has no branch "${branch}". ${hint}`);
}
function nearest(name, candidates) {
  return candidates.map((candidate) => ({ candidate, far: (0, import_fastest_levenshtein.distance)(name, candidate) })).sort((a, b) => a.far - b.far || (a.candidate < b.candidate ? -1 : 1)).slice(0, 3).map(({ candidate }) => candidate);
}

export {
  remoteFailure,
  gitWords,
  ensureCommits,
  PUSH_REMOTE,
  gitEnvironment,
  isLoopback,
  openRemote,
  readRemote,
  resolveBase
};
