import { createRequire as createRequireOfNode } from 'node:module';import { dirname as dirnameOfNode } from 'node:path';import { fileURLToPath as fileURLToPathOfNode } from 'node:url';const require = createRequireOfNode(import.meta.url);const filenameOfChunk = fileURLToPathOfNode(import.meta.url);const dirnameOfChunk = dirnameOfNode(filenameOfChunk);
import {
  proveRotations
} from "./chunk-5CUUNAQJ.js";
import {
  checkboxes
} from "./chunk-QYMKKWBY.js";
import {
  afterMerge,
  readConsequences,
  whatApplyingDoes
} from "./chunk-H3AFWSI7.js";
import {
  openRoot,
  resolveDate,
  surveySelected
} from "./chunk-LXDXEPN6.js";
import {
  basicCredentials,
  redact,
  secretForms
} from "./chunk-5LY6WMWA.js";
import {
  MODULE_HOST,
  MODULE_OWNER
} from "./chunk-YR6VZGBD.js";
import {
  code,
  escapeMarkdown,
  markdownTable,
  phraseMarkdown,
  plainText,
  say,
  whoUses
} from "./chunk-KYY2EZYL.js";
import {
  apply
} from "./chunk-K3C2W4R2.js";
import {
  clusterLabel as clusterLabel2,
  count,
  digits,
  groupBy,
  kindCounts,
  kindNoun,
  kindsOf,
  listWords,
  shortFile
} from "./chunk-3ASZVPHT.js";
import {
  hostOf,
  readRemoteUrl,
  repositoryOf
} from "./chunk-5A67LDRE.js";
import {
  fail,
  ok
} from "./chunk-Q2CSV7IO.js";
import {
  resolveCommit
} from "./chunk-JZCBOBFH.js";
import {
  environmentOfGit,
  runGit
} from "./chunk-2OMJSOZ2.js";
import {
  findToken
} from "./chunk-6UKMW4TE.js";
import {
  branchName,
  clusterLabel,
  namespacePath,
  sharedBranches
} from "./chunk-547CZJNJ.js";
import {
  require_mod
} from "./chunk-KKM472VF.js";
import {
  __toESM
} from "./chunk-WA5W63ET.js";

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
      const environment = environmentOfGit(env);
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
  const missing2 = await missingCommits(remote, wanted);
  if (missing2.length === 0) return ok(void 0);
  const git = gitClient(remote.cwd, remote.env);
  const shallow = (await git.run(["rev-parse", "--is-shallow-repository"])).stdout.trim() === "true";
  const depth = shallow ? ["--depth=1"] : [];
  for (let start = 0; start < missing2.length; start += FETCH_SIZE) {
    const sources = missing2.slice(start, start + FETCH_SIZE).map(({ branch, sha }) => branch === void 0 ? sha : `refs/heads/${branch}`);
    const run = await git.run(["fetch", ...OBJECTS_ONLY, ...depth, remote.name, ...sources]);
    if (run.status !== 0) return { ok: false, error: remoteFailure(remote, run.stderr) };
  }
  const still = await missingCommits(remote, missing2);
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

// src/report/upgrades.ts
var LINKED = 12;
var SENTENCE = "An upgrade was asked for, so these modules also go to their latest version. It can change more than the credential: read the releases, and the plan that the pipeline makes of this pull request.";
function upgradeSection(changes, rows) {
  const upgraded = changes.flatMap(
    ({ module, upgrade }) => upgrade === void 0 ? [] : [{ module, upgrade }]
  );
  if (upgraded.length === 0) return [];
  const groups = groupBy(
    upgraded,
    ({ upgrade: { repository, from, to } }) => [repository, from, to].join("\n")
  );
  const items = [...groups.values()].map((group) => {
    const named = group.slice(0, rows).map(({ module }) => code(module));
    const left = group.length - named.length;
    const modules = left > 0 ? [...named, `${digits(left)} more`] : named;
    return `- ${listWords(modules)}: ${step(group[0].upgrade)}`;
  });
  return ["## Module versions", SENTENCE, items.join("\n")];
}
function step({ repository, from, to, releases }) {
  const home = `${MODULE_HOST}/${MODULE_OWNER}/${repository}`;
  const linked = (releases.length === 0 ? [to] : releases).slice(-LINKED);
  const links = linked.map((tag) => `[${tag}](${home}/releases/tag/${tag})`);
  const earlier = releases.length - linked.length;
  const all = earlier > 0 ? [`${digits(earlier)} earlier`, ...links] : links;
  const what = all.length === 1 ? "release" : "releases";
  return `${code(repository)} from ${code(from)} to ${code(to)}: ${what} ${listWords(all)}, [all changes](${home}/compare/${from}...${to})`;
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
    const { upgrade } = change;
    const version = upgrade === void 0 ? "" : `, module version ${upgrade.from} -> ${upgrade.to}`;
    return plainText(
      `${kindNoun(change.kind)[0]}, module ${change.module}, ${shortFile(change)}: ${from} -> ${change.to}${version}`
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
  const credentials = input.changes.map((change) => ({ ...change, ...change.consequences }));
  const upgraded = input.changes.some(({ upgrade }) => upgrade !== void 0);
  const parts = [
    introduction(input),
    "## What rotates",
    changeTable(input.changes, rows),
    "## What applying it does",
    kindsOf(input.changes).map((kind) => `- **${capital(kindNoun(kind)[0])}**: ${whatApplyingDoes(kind)}`).join("\n"),
    ...upgradeSection(input.changes, rows),
    ...warningSection(input, rows),
    "## Who uses it",
    usesList(credentials, rows),
    "## After the merge",
    stepList(afterMerge({ ...input, credentials, incident: false }), rows),
    ...skippedSection(input.skipped, rows),
    "---",
    `Made by \`rotate-pr\`, which changed the rotation dates${upgraded ? " and the module versions" : ""} above and nothing else.`
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
function usesList(credentials, rows) {
  const items = credentials.flatMap((each) => {
    const uses = whoUses(each);
    const lines = uses.length === 0 ? [say`nothing in this folder’s Terraform`] : uses;
    return [`- ${code(each.module)}:`, ...lines.map((line) => `  - ${phraseMarkdown(line)}`)];
  });
  return items.slice(0, rows).join("\n") + more(items.length - rows);
}
function stepList(steps, rows) {
  return checkboxes(steps.slice(0, rows)) + more(steps.length - rows);
}
function skippedSection(skipped, rows) {
  if (skipped.length === 0) return [];
  const items = [...groupBy(skipped, ({ message }) => message)].flatMap(
    ([message, group]) => group.map(({ id }) => `- ${code(id)}: ${escapeMarkdown(message)}`)
  );
  return ["## Not rotated in this namespace", items.slice(0, rows).join("\n") + more(items.length - rows)];
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
  const { readAllMetadata } = await import("./metadata-MCYWKFGS.js");
  const metadata = await readAllMetadata(changed, reader);
  const clashing = new Set(
    sharedBranches(all).flat().map((each) => namespacePath(each.cluster, each.namespace))
  );
  const assessments = new Map(survey.assessments.map((assessment) => [assessment.credential.id, assessment]));
  const consequences = await readConsequences(reader, changed, wantedOf(proved.edits, assessments));
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
    proposals.push(
      proposal(folder, named.branch, ofFolder, proved, metadata.get(folder.path), {
        assessments,
        consequences
      })
    );
  }
  return { proposals, skipped };
}
function wantedOf(edits, assessments) {
  return edits.flatMap(
    ({ changes }) => changes.map(({ id, to }) => ({ assessment: assessments.get(id) ?? missing(id), date: to }))
  );
}
function missing(id) {
  throw new Error(`${id} changes and was not read`);
}
function proposal(folder, branch, edits, proved, metadata, { assessments, consequences }) {
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
      changes: changes.map((change) => ({
        ...change,
        notes: notes(assessments.get(change.id), change, proved),
        consequences: consequences.get(change.id) ?? missing(change.id)
      })),
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
var SAID_BY_THE_UPGRADE = ["version-behind", "version-too-old"];
function notes(assessment, { upgrade, notUpgraded }, proved) {
  if (assessment === void 0) return [];
  const { id, reasons } = assessment.credential;
  const shared = proved.sharedWith.get(id) ?? [];
  const answered = upgrade === void 0 ? [] : SAID_BY_THE_UPGRADE;
  const said = reasons.filter(({ code: code2 }) => !SAID_BY_THE_DATES.includes(code2) && !answered.includes(code2));
  if (notUpgraded !== void 0) said.push(notUpgraded);
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
async function surveyBase(options, say2, mayBeOffline) {
  const root = openRoot(options);
  if (!root.ok) return root;
  if (root.value.top === null) {
    return fail("not-a-git-repository", `${root.value.root} is not in a git repository: clone it with git.`);
  }
  const date = resolveDate(options);
  if (!date.ok) return date;
  const token = await findToken(options.env);
  const source = await findBase2(root.value, options, token, say2, mayBeOffline);
  if (!source.ok) return source;
  const { base, remote } = source.value;
  const { openCommit } = await import("./commit-DIULMS7X.js");
  const reader = await openCommit(root.value.top, base.sha, { prefix: root.value.prefix });
  const read = await surveySelected(reader, root.value.root, date.value, options, say2, {
    asks: true,
    token: async () => token?.value ?? null
  });
  const { prefix } = root.value;
  return read.ok ? ok({ date: date.value, prefix, base, remote, token, reader, ...read.value }) : read;
}
async function draftFrom(read, options, also = /* @__PURE__ */ new Set()) {
  const proved = await proveRotations(read.survey, read.selection, read.date, options, also);
  const { proposals, skipped } = await propose(read.reader, read.namespaces, read.survey, proved);
  return { proposals: proposals.map(fromTop(read.prefix)), skipped, problems: proved.problems };
}
function fromTop(prefix) {
  if (prefix === "") return (proposal2) => proposal2;
  return (proposal2) => ({
    ...proposal2,
    files: proposal2.files.map((file) => ({ ...file, path: `${prefix}/${file.path}` }))
  });
}
async function findBase2(root, options, token, say2, mayBeOffline) {
  const cwd = root.top ?? root.root;
  const remote = await openRemote({
    cwd,
    remote: options.remote,
    env: options.env,
    token: token?.value ?? null
  });
  if (!remote.ok) return mayBeOffline ? readLocal(cwd, options, null, remote.error, say2) : remote;
  const repository = mayBeOffline ? ok(null) : repositoryOf(options.env, remote.value);
  if (!repository.ok) return repository;
  const refs = await readRemote(remote.value);
  if (!refs.ok) return mayBeOffline ? readLocal(cwd, options, remote.value, refs.error, say2) : refs;
  const base = await resolveBase(remote.value, refs.value, options.base);
  if (!base.ok) return base;
  return ok({ base: base.value, remote: { remote: remote.value, refs: refs.value } });
}
async function readLocal(cwd, options, remote, why, say2) {
  const name = options.base ?? "HEAD";
  const candidates = remote === null ? [name] : [`refs/remotes/${remote.name}/${name}`, name];
  for (const candidate of candidates) {
    const sha = await resolveCommit(cwd, candidate);
    if (sha === null) continue;
    say2(`${why.message} Planned from ${candidate} (${sha.slice(0, 10)}) as it is in this clone.`);
    return ok({ base: { branch: name, sha }, remote: null });
  }
  return { ok: false, error: why };
}

export {
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
