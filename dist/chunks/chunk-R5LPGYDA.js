import { createRequire as createRequireOfNode } from 'node:module';import { dirname as dirnameOfNode } from 'node:path';import { fileURLToPath as fileURLToPathOfNode } from 'node:url';const require = createRequireOfNode(import.meta.url);const filenameOfChunk = fileURLToPathOfNode(import.meta.url);const dirnameOfChunk = dirnameOfNode(filenameOfChunk);
import {
  proveRotations
} from "./chunk-QTKI2HPT.js";
import {
  code,
  escapeMarkdown,
  fence,
  markdownTable,
  plainText
} from "./chunk-Z2TXJ5HQ.js";
import {
  findOfInterest,
  openRoot,
  resolveDate,
  resolveSelection,
  selectNamespaces,
  surveyEstate
} from "./chunk-A7VLUTWX.js";
import {
  apply,
  clusterLabel as clusterLabel2,
  count,
  digits,
  groupBy,
  kindCounts,
  kindNoun,
  kindsOf,
  listWords,
  shellWords,
  shortFile
} from "./chunk-WH7XH6ZN.js";
import {
  fail,
  ok
} from "./chunk-4YW73JEO.js";
import {
  resolveCommit
} from "./chunk-6Y34GKSW.js";
import {
  runGit
} from "./chunk-NPTQ6IVP.js";
import {
  branchName,
  clusterLabel,
  namespacePath,
  sharedBranches
} from "./chunk-WB6RNDQM.js";
import {
  require_mod
} from "./chunk-KKM472VF.js";
import {
  __toESM
} from "./chunk-WA5W63ET.js";

// src/publish/repository.ts
function readRemoteUrl(url) {
  const withScheme = /^(?<protocol>[a-z][a-z0-9+.-]*):\/\/(?<rest>.*)$/is.exec(url)?.groups;
  if (withScheme) {
    const { protocol = "", rest = "" } = withScheme;
    const slash = rest.indexOf("/");
    const authority = slash === -1 ? rest : rest.slice(0, slash);
    const path = slash === -1 ? "" : rest.slice(slash + 1);
    const at = authority.lastIndexOf("@");
    const host = authority.slice(at + 1).toLowerCase();
    const scheme = protocol.toLowerCase();
    return {
      host: scheme === "file" ? null : host,
      protocol: scheme,
      path: bare(path),
      shown: `${scheme}://${host}${slash === -1 ? "" : "/"}${path}`,
      secrets: at === -1 ? [] : credentials(authority.slice(0, at))
    };
  }
  const scp = /^(?:(?<user>[^@/:]+)@)?(?<host>\[[^\]]+\]|[^/:@\\]{2,}):(?<path>.*)$/s.exec(url)?.groups;
  if (scp) {
    const host = (scp["host"] ?? "").toLowerCase();
    const path = scp["path"] ?? "";
    return { host, protocol: "ssh", path: bare(path), shown: url, secrets: [] };
  }
  return { host: null, protocol: "file", path: bare(url), shown: url, secrets: [] };
}
function resolveRepository(env, remoteUrl) {
  const serverUrl = trimSlashes(env["GITHUB_SERVER_URL"] || "https://github.com");
  const host = hostOf(serverUrl);
  const apiUrl = trimSlashes(
    env["GITHUB_API_URL"] || (host === "github.com" ? "https://api.github.com" : `${serverUrl}/api/v3`)
  );
  const address = remoteUrl === null ? null : readRemoteUrl(remoteUrl);
  const fromRemote = address && isGitHubHost(address.host, host) ? ownerAndRepo(address.path) : null;
  const named = env["GITHUB_REPOSITORY"];
  if (named) {
    const given = ownerAndRepo(named);
    if (!given)
      return fail("bad-github-repository", `GITHUB_REPOSITORY is "${named}": it must read owner/repository.`);
    if (fromRemote && !sameRepository(given, fromRemote)) {
      return fail(
        "other-repository",
        `GITHUB_REPOSITORY names ${given.owner}/${given.repo}, but the remote is ${fromRemote.owner}/${fromRemote.repo}. Unset GITHUB_REPOSITORY or choose another remote with --remote.`
      );
    }
    return ok({ ...given, serverUrl, apiUrl });
  }
  if (!address) {
    return fail(
      "no-remote",
      "This repository has no remote. Add one (git remote add origin \u2026) or set GITHUB_REPOSITORY=owner/repository."
    );
  }
  if (!fromRemote) {
    return fail(
      "not-github",
      `The remote ${address.shown} is not a repository on ${host}. Choose another remote with --remote, or set GITHUB_REPOSITORY=owner/repository (and GITHUB_SERVER_URL for a GitHub Enterprise Server).`
    );
  }
  return ok({ ...fromRemote, serverUrl, apiUrl });
}
function isGitHubHost(host, server) {
  if (host === null) return false;
  const name = withoutPort(host);
  return name === withoutPort(server) || name === `www.${server}` || name === `ssh.${server}`;
}
function ownerAndRepo(path) {
  const match = /^\/*(?<owner>[A-Za-z0-9][A-Za-z0-9_-]*)\/(?<repo>[A-Za-z0-9._-]+?)(?:\.git)?\/*$/.exec(path);
  const { owner, repo } = match?.groups ?? {};
  return owner && repo && repo !== "." && repo !== ".." ? { owner, repo } : null;
}
function sameRepository(a, b) {
  return `${a.owner}/${a.repo}`.toLowerCase() === `${b.owner}/${b.repo}`.toLowerCase();
}
function hostOf(url) {
  return readRemoteUrl(url).host ?? "";
}
function withoutPort(host) {
  return host.replace(/:\d+$/, "");
}
function bare(path) {
  return path.replace(/^\/+/, "").replace(/\/+$/, "").replace(/\.git$/, "");
}
function trimSlashes(url) {
  return url.replace(/\/+$/, "");
}
function credentials(userInfo) {
  const colon = userInfo.indexOf(":");
  const parts = colon === -1 ? [userInfo] : [userInfo, userInfo.slice(colon + 1)];
  return [...new Set(parts.flatMap((part) => [part, decode(part)]))].filter((part) => part.length > 3);
}
function decode(text) {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

// src/publish/redact.ts
var MASK = "***";
function basicCredentials(token) {
  return Buffer.from(`x-access-token:${token}`, "utf8").toString("base64");
}
function secretForms(token) {
  return [token, basicCredentials(token), encodeURIComponent(token), Buffer.from(token).toString("base64")];
}
function redact(text, secrets) {
  let result = text;
  const longestFirst = [...secrets].sort((a, b) => b.length - a.length);
  for (const secret of longestFirst) if (secret !== "") result = result.replaceAll(secret, MASK);
  return result.replaceAll(/\b([a-z][a-z0-9+.-]*:\/\/)[^\s/@'"]+@/gi, "$1");
}

// src/publish/git-auth.ts
var PUSH_REMOTE = "rotate-pr-push";
async function gitEnvironment(options) {
  const entries = [
    ["gc.auto", "0"],
    ["maintenance.auto", "false"],
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
async function originsForToken({ git, env, url, pushUrl }) {
  const origins = /* @__PURE__ */ new Set();
  for (const target of /* @__PURE__ */ new Set([url, pushUrl])) {
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

// src/git/client.ts
var OWN_ENVIRONMENT = {
  allowUnsafeAlias: true,
  allowUnsafeAskPass: true,
  allowUnsafeCommandBinaries: true,
  allowUnsafeConfigEnvCount: true,
  allowUnsafeConfigPaths: true,
  allowUnsafeCredentialHelper: true,
  allowUnsafeDiffExternal: true,
  allowUnsafeDiffTextConv: true,
  allowUnsafeEditor: true,
  allowUnsafeExec: true,
  allowUnsafeFilter: true,
  allowUnsafeFsMonitor: true,
  allowUnsafeGitProxy: true,
  allowUnsafeGpgProgram: true,
  allowUnsafeHooksPath: true,
  allowUnsafeInclude: true,
  allowUnsafeMergeDriver: true,
  allowUnsafePack: true,
  allowUnsafePager: true,
  allowUnsafeProtocolOverride: true,
  allowUnsafeSshCommand: true,
  allowUnsafeSubmodule: true,
  allowUnsafeTemplateDir: true,
  allowUnsafeUrlRewrite: true
};
var SILENCE_MS = 10 * 6e4;
function gitClient(cwd, env = {}, silenceMs = SILENCE_MS) {
  return {
    async run(args) {
      const { GitPluginError, simpleGit } = await import("./dist-2DBXPT67.js");
      const environment = { ...definedOnly(process.env), GIT_TERMINAL_PROMPT: "0", LC_ALL: "C", ...env };
      const ended = { status: 0, stdout: "", stderr: "" };
      const git = simpleGit({
        baseDir: cwd,
        timeout: { block: silenceMs },
        unsafe: OWN_ENVIRONMENT,
        allowEnvironment: Object.keys(environment),
        errors(error, result) {
          ended.status = result.exitCode;
          ended.stdout = Buffer.concat(result.stdOut).toString("utf8");
          ended.stderr = Buffer.concat(result.stdErr).toString("utf8");
          return result.exitCode > 0 && !(error instanceof GitPluginError) ? void 0 : error;
        }
      });
      try {
        await git.env(environment).raw([...args]);
      } catch (error) {
        if (!(error instanceof GitPluginError && error.plugin === "timeout")) throw error;
        return {
          ...ended,
          status: 124,
          stderr: `Operation timed out: no word for ${silenceMs / 1e3} seconds`
        };
      }
      return ended;
    }
  };
}
function definedOnly(env) {
  const result = {};
  for (const [name, value] of Object.entries(env)) if (value !== void 0) result[name] = value;
  return result;
}

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

// src/publish/remote.ts
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
  const address = readRemoteUrl(url);
  const token = options.token;
  const env = await gitEnvironment({ git, env: options.env, url, pushUrl, token });
  const secrets = [
    ...token ? secretForms(token) : [],
    ...address.secrets,
    ...readRemoteUrl(pushUrl).secrets
  ];
  return ok({ cwd: options.cwd, name, url, shown: address.shown, env, secrets });
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

// src/publish/token.ts
import { execFile } from "node:child_process";
async function findToken(env, host = "github.com") {
  for (const origin of ["GITHUB_TOKEN", "GH_TOKEN"]) {
    const value2 = env[origin]?.trim();
    if (value2) return { value: value2, origin };
  }
  const value = await askGh(env, host);
  return value === null ? null : { value, origin: "gh" };
}
function askGh(env, host) {
  return new Promise((resolve) => {
    const options = { env: { ...env }, timeout: 1e4, windowsHide: true };
    execFile("gh", ["auth", "token", "--hostname", host], options, (error, stdout) => {
      const value = stdout?.trim() ?? "";
      resolve(error || !/^\S+$/.test(value) ? null : value);
    });
  });
}

// src/report/after-merge.ts
var TOKEN_IS_REPLACED = "Terraform destroys the token\u2019s Secret and makes another under a new name, because the date is part of the name. The old token stops working at that moment. Where the module pushes the token to GitHub (`github_repositories`), the new one is pushed too; wherever else it was pasted, the old one stays until somebody replaces it.";
var EFFECTS = {
  serviceaccount: TOKEN_IS_REPLACED,
  rds: "the instance gets a new master password, and Secrets that Terraform fills from the module get it too. The old password stops working. Pods read theirs when they start: until they are restarted they keep the connections they have and cannot open new ones.",
  elasticache: "the server gets an additional AUTH token and drops the older of the two it had (strategy ROTATE). The token in use until now stays valid until the next rotation, so running pods keep working. It is no cure for a leaked token: that one is accepted until a second rotation.",
  "hmpps-template": "the service account inside the template gets a new token, and the old one stops working. Wherever the old token was pasted by hand, it stays until somebody replaces it."
};
function whatApplyingDoes(kind) {
  return EFFECTS[kind] ?? "Terraform replaces the credential.";
}
var TOKENS = ["serviceaccount", "hmpps-template"];
function afterMerge(input) {
  return steps(input).map(checkbox).join("\n");
}
function steps(input) {
  const has = (kind) => input.kinds.includes(kind);
  const tokens = input.kinds.filter((kind) => TOKENS.includes(kind));
  return [
    {
      task: `Wait until the pipeline has applied ${code(input.namespace)}. Until then the old credentials are in force.`
    },
    ...has("rds") ? [
      checkSecret(
        input,
        "rds",
        "RDS: check that the Secret has a new password",
        "`database_password` and the password inside `url` differ from what they were."
      )
    ] : [],
    ...has("elasticache") ? [
      checkSecret(
        input,
        "elasticache",
        "ElastiCache: check that the Secret has a new token",
        "`auth_token` differs from what it was."
      )
    ] : [],
    ...recycle(input, has("rds"), has("elasticache")),
    ...tokens.slice(0, 1).map((kind) => newToken(input, kind)),
    ...otherNamespaces(input)
  ];
}
function checkSecret(input, kind, task, expect) {
  const own = ownSecrets(input, kind);
  if (own.length > 0) {
    return {
      task: `${task}.`,
      commands: own.map(({ name }) => decode2(input.namespace, name)),
      remark: expect
    };
  }
  return {
    task: `${task}. The first command lists the Secrets, the second shows the one that you name.`,
    commands: [
      shellWords(["kubectl", "get", "secrets", "-n", input.namespace]),
      `${decode2(input.namespace, null)}`
    ],
    remark: expect
  };
}
function recycle({ namespace }, rds, elasticache) {
  if (rds) {
    const both = elasticache ? " This gives them the new ElastiCache token as well." : "";
    return [
      {
        task: `Replace all pods, so that they start with the new password.${both}`,
        commands: [shellWords(["kubectl", "delete", "pods", "--all", "-n", namespace])],
        remark: "Expect errors from the moment of the apply until the last pod is replaced: a pod with the old password that has to open a connection is refused. Jobs that were started before the apply fail in the same way."
      }
    ];
  }
  if (!elasticache) return [];
  return [
    {
      task: "Replace the pods one after the other, so that they start with the new token.",
      commands: [
        shellWords(["kubectl", "get", "pods", "-n", namespace]),
        `${shellWords(["kubectl", "delete", "pod", "-n", namespace])} <pod>`
      ],
      remark: "No downtime: the server takes the old token beside the new one."
    }
  ];
}
function newToken(input, kind) {
  const { namespace } = input;
  const own = ownSecrets(input, kind);
  const list = shellWords([
    "kubectl",
    "get",
    "secrets",
    "-n",
    namespace,
    "--field-selector",
    "type=kubernetes.io/service-account-token"
  ]);
  return {
    task: "Replace the service account token wherever it was pasted by hand, such as CircleCI. Nothing is to be done where the module pushes it to GitHub.",
    commands: own.length > 0 ? own.map(({ name }) => decode2(namespace, name)) : [list, decode2(namespace, null)],
    remark: "The Secret has a new name: change whatever refers to it by the old one."
  };
}
function otherNamespaces({ namespace, secrets }) {
  const others = [...secrets.values()].flat().filter((secret) => secret.namespace !== namespace);
  return others.map((secret) => ({
    task: `The Secret ${code(secret.name)} in the namespace ${code(secret.namespace)} has a copy: check it, and replace the pods there too.`,
    commands: [decode2(secret.namespace, secret.name)]
  }));
}
function ownSecrets({ namespace, secrets }, kind) {
  return (secrets.get(kind) ?? []).filter((secret) => secret.namespace === namespace);
}
function decode2(namespace, secret) {
  const command = ["cloud-platform", "decode-secret", "-n", namespace, "-s"];
  return secret === null ? `${shellWords(command)} <secret>` : shellWords([...command, secret]);
}
function checkbox({ task, commands = [], remark }) {
  const out = [`- [ ] ${task}`];
  if (commands.length > 0) out.push(indent(fence(commands.join("\n"), "sh")));
  if (remark !== void 0) out.push(indent(remark));
  return out.join("\n\n");
}
function indent(text) {
  return text.split("\n").map((line) => `  ${line}`).join("\n");
}

// src/report/pull-request.ts
var TITLE_LENGTH = 72;
var BODY_LENGTH = 6e4;
function pullRequestTitle(namespace, changes) {
  const label = clusterLabel2(changes[0]?.cluster ?? "live");
  const name = plainText(label === "live" ? namespace : `${namespace} (${label})`);
  const titles = [
    `Rotate credentials of ${name}: ${kindCounts(changes).join(", ")}`,
    `Rotate ${listWords(kindCounts(changes))} of ${name}`,
    `Rotate ${count(changes.length, "credential")} of ${name}`
  ];
  return titles.find((title) => title.length <= TITLE_LENGTH) ?? titles.at(-1);
}
function commitMessage(namespace, changes) {
  const lines = changes.map((change) => {
    const from = change.from === null ? "no date" : change.from;
    return plainText(
      `${kindNoun(change.kind)[0]}, module ${change.module}, ${shortFile(change)}: ${from} -> ${change.to}`
    );
  });
  return `${pullRequestTitle(namespace, changes)}

${lines.map((line) => `- ${line}
`).join("")}`;
}
function pullRequestBody(input) {
  const full = body(input, Number.POSITIVE_INFINITY);
  return full.length <= BODY_LENGTH ? full : body(input, fittingRows(input));
}
function fittingRows(input) {
  for (let rows = 128; rows > 1; rows = Math.floor(rows / 2)) {
    if (body(input, rows).length <= BODY_LENGTH) return rows;
  }
  return 1;
}
function body(input, rows) {
  const parts = [
    introduction(input),
    "## What rotates",
    changeTable(input.changes, rows),
    "## What applying it does",
    kindsOf(input.changes).map((kind) => `- **${capital(kindNoun(kind)[0])}**: ${whatApplyingDoes(kind)}`).join("\n"),
    ...warningSection(input, rows),
    ...consequenceSection(input.changes, rows),
    "## After the merge",
    afterMerge({ ...input, kinds: kindsOf(input.changes), secrets: secretsByKind(input.changes) }),
    ...skippedSection(input.skipped, rows),
    "---",
    "Made by `rotate-pr`, which changed the rotation dates above and nothing else."
  ];
  return `${parts.join("\n\n")}
`;
}
function introduction({
  namespace,
  clusterLabel: label,
  changes,
  team,
  slackChannel
}) {
  const where = label === "live" ? code(namespace) : `${code(namespace)} on ${code(label)}`;
  const facts = [
    team === null ? "" : `team ${code(team)}`,
    slackChannel === null ? "" : `Slack channel ${code(`#${slackChannel.replace(/^#+/, "")}`)}`
  ].filter((fact) => fact !== "");
  const known = facts.length === 0 ? "" : ` (${facts.join(", ")})`;
  return `This rotates ${count(changes.length, "credential")} of the namespace ${where}${known}.`;
}
function changeTable(changes, rows) {
  const header = ["kind", "module", "file", "old date", "new date", "change"];
  const cells = changes.slice(0, rows).map((each) => [
    kindNoun(each.kind)[0],
    code(each.module),
    code(shortFile(each)),
    each.from === null ? apply.none : code(each.from),
    code(each.to),
    apply.actions[each.action]
  ]);
  return markdownTable(header, cells) + more(changes.length - rows);
}
function warningSection({ warnings, changes }, rows) {
  const items = [
    ...warnings.map(({ message }) => `- ${escapeMarkdown(message)}`),
    ...changes.flatMap(
      ({ module, notes: notes2 = [] }) => notes2.map(({ message }) => `- ${code(module)}: ${escapeMarkdown(message)}`)
    )
  ];
  return items.length === 0 ? [] : ["## Before you merge", items.slice(0, rows).join("\n") + more(items.length - rows)];
}
function consequenceSection(changes, rows) {
  const items = changes.flatMap(
    ({ module, consequences = [] }) => consequences.map(
      ({ heading, lines }) => [
        `- ${code(module)}: **${escapeMarkdown(heading)}**`,
        ...lines.map((line) => `  - ${escapeMarkdown(line)}`)
      ].join("\n")
    )
  );
  return items.length === 0 ? [] : ["## Who uses it", items.slice(0, rows).join("\n") + more(items.length - rows)];
}
function skippedSection(skipped, rows) {
  if (skipped.length === 0) return [];
  const items = [...groupBy(skipped, ({ message }) => message)].flatMap(
    ([message, group]) => group.map(({ id }) => `- ${code(id)}: ${escapeMarkdown(message)}`)
  );
  return ["## Not rotated in this namespace", items.slice(0, rows).join("\n") + more(items.length - rows)];
}
function secretsByKind(changes) {
  const found = /* @__PURE__ */ new Map();
  for (const { kind, consequences = [] } of changes) {
    const known = found.get(kind) ?? /* @__PURE__ */ new Map();
    for (const secret of consequences.flatMap((each) => each.secrets ?? [])) {
      known.set(`${secret.namespace}/${secret.name}`, secret);
    }
    found.set(kind, known);
  }
  return new Map([...found].map(([kind, secrets]) => [kind, [...secrets.values()]]));
}
function more(left) {
  return left > 0 && Number.isFinite(left) ? `

\u2026 and ${digits(left)} more: this text would be too long.` : "";
}
function capital(text) {
  return text[0].toUpperCase() + text.slice(1);
}

// src/commands/proposals.ts
async function propose(reader, { folders, all }, survey, proved) {
  const edits = groupByFolder(proved.edits);
  const changed = folders.filter((folder) => edits.has(folder.path));
  if (changed.length === 0) return { proposals: [], skipped: proved.skipped };
  const { readAllMetadata } = await import("./metadata-D4JAPCH4.js");
  const metadata = await readAllMetadata(changed, reader);
  const clashing = new Set(
    sharedBranches(all).flat().map((each) => namespacePath(each.cluster, each.namespace))
  );
  const assessments = new Map(survey.assessments.map((assessment) => [assessment.credential.id, assessment]));
  const proposals = [];
  const skipped = [...proved.skipped];
  for (const folder of changed) {
    const ofFolder = edits.get(folder.path) ?? [];
    const named = branchName(folder.cluster, folder.namespace);
    const refusal = clashing.has(folder.path) ? { code: "shared-branch", message: "another namespace would have the same branch" } : "branch" in named ? null : named;
    if (refusal !== null || !("branch" in named)) {
      const { code: code2, message } = refusal ?? { code: "bad-name", message: "no branch can be named after it" };
      skipped.push(...ofFolder.flatMap((edit) => edit.changes.map(({ id }) => ({ id, code: code2, message }))));
      continue;
    }
    proposals.push(proposal(folder, named.branch, ofFolder, proved, metadata.get(folder.path), assessments));
  }
  return { proposals, skipped };
}
function proposal(folder, branch, edits, proved, metadata, assessments) {
  const changes = edits.flatMap((edit) => edit.changes);
  const prefix = idPrefix(changes[0]?.id ?? "");
  return {
    namespace: folder.namespace,
    cluster: folder.cluster,
    branch,
    title: pullRequestTitle(folder.namespace, changes),
    body: pullRequestBody({
      namespace: folder.namespace,
      clusterLabel: clusterLabel(folder.cluster),
      changes: changes.map((change) => ({ ...change, notes: notes(assessments.get(change.id), proved) })),
      skipped: proved.skipped.filter(({ id }) => id.startsWith(prefix)),
      team: metadata?.teamName ?? null,
      slackChannel: metadata?.slackChannel ?? null,
      warnings: []
    }),
    commitMessage: commitMessage(folder.namespace, changes),
    changes,
    files: edits.map(({ path, before, after }) => ({ path, before, after }))
  };
}
var SAID_BY_THE_DATES = [
  "never-rotated",
  "placeholder-date",
  "older-than-max-age",
  "rotates-itself"
];
function notes(assessment, proved) {
  if (assessment === void 0) return [];
  const { id, reasons } = assessment.credential;
  const shared = proved.sharedWith.get(id) ?? [];
  const said = reasons.filter(({ code: code2 }) => !SAID_BY_THE_DATES.includes(code2));
  if (shared.length === 0) return said;
  return [...said, { code: "shared-date", message: `the same date also rotates ${shared.join(", ")}` }];
}
function idPrefix(id) {
  return id.slice(0, id.indexOf("/") + 1);
}
function groupByFolder(edits) {
  const groups = /* @__PURE__ */ new Map();
  for (const edit of edits) {
    const path = edit.path.split("/").slice(0, 3).join("/");
    const group = groups.get(path);
    if (group === void 0) groups.set(path, [edit]);
    else group.push(edit);
  }
  return groups;
}

// src/commands/draft.ts
async function surveyBase(options, say, mayBeOffline) {
  const root = openRoot(options);
  if (!root.ok) return root;
  if (root.value.top === null) {
    return fail("not-a-git-repository", `${root.value.root} is not in a git repository: clone it with git.`);
  }
  const date = resolveDate(options);
  if (!date.ok) return date;
  const token = await findToken(options.env);
  const source = await findBase2(root.value, options, token, say, mayBeOffline);
  if (!source.ok) return source;
  const { base, remote } = source.value;
  const { openCommit } = await import("./commit-KPERU24U.js");
  const reader = await openCommit(root.value.top, base.sha, { prefix: root.value.prefix });
  const { selection, selected } = resolveSelection(options, root.value.root);
  const found = findOfInterest(reader, selection);
  const namespaces = await selectNamespaces(reader, selection, say);
  if (!namespaces.ok) return namespaces;
  const survey = await surveyEstate(
    reader,
    namespaces.value.folders,
    {
      today: date.value,
      maxAgeDays: options.maxAgeDays,
      includeHeld: options.includeHeld
    },
    await found
  );
  return ok({
    date: date.value,
    base,
    remote,
    token,
    reader,
    selection,
    selected,
    namespaces: namespaces.value,
    survey
  });
}
async function draftFrom(read, options, also = /* @__PURE__ */ new Set()) {
  const proved = await proveRotations(read.survey, read.selection, read.date, options, also);
  const { proposals, skipped } = await propose(read.reader, read.namespaces, read.survey, proved);
  return { proposals, skipped, problems: proved.problems };
}
async function findBase2(root, options, token, say, mayBeOffline) {
  const cwd = root.top ?? root.root;
  const remote = await openRemote({
    cwd,
    remote: options.remote,
    env: options.env,
    token: token?.value ?? null
  });
  if (!remote.ok) return mayBeOffline ? readLocal(cwd, options, null, remote.error, say) : remote;
  const refs = await readRemote(remote.value);
  if (!refs.ok) return mayBeOffline ? readLocal(cwd, options, remote.value, refs.error, say) : refs;
  const base = await resolveBase(remote.value, refs.value, options.base);
  if (!base.ok) return base;
  return ok({ base: base.value, remote: { remote: remote.value, refs: refs.value } });
}
async function readLocal(cwd, options, remote, why, say) {
  const name = options.base ?? "HEAD";
  const candidates = remote === null ? [name] : [`refs/remotes/${remote.name}/${name}`, name];
  for (const candidate of candidates) {
    const sha = await resolveCommit(cwd, candidate);
    if (sha === null) continue;
    say(`${why.message} Planned from ${candidate} (${sha.slice(0, 10)}) as it is in this clone.`);
    return ok({ base: { branch: name, sha }, remote: null });
  }
  return { ok: false, error: why };
}

export {
  secretForms,
  redact,
  resolveRepository,
  hostOf,
  PUSH_REMOTE,
  isLoopback,
  gitClient,
  remoteFailure,
  gitWords,
  ensureCommits,
  readRemote,
  surveyBase,
  draftFrom
};
