import { createRequire as createRequireOfNode } from 'node:module';import { dirname as dirnameOfNode } from 'node:path';import { fileURLToPath as fileURLToPathOfNode } from 'node:url';const require = createRequireOfNode(import.meta.url);const filenameOfChunk = fileURLToPathOfNode(import.meta.url);const dirnameOfChunk = dirnameOfNode(filenameOfChunk);
import "./chunk-6ZEXBYEE.js";
import {
  processTerminal
} from "./chunk-2KIT5HX6.js";
import {
  formatTable,
  require_picocolors
} from "./chunk-KKML57SX.js";
import {
  truncate,
  wrap
} from "./chunk-XFZATYQS.js";
import {
  __toESM
} from "./chunk-LVIGNXGC.js";

// src/cli/verbs/demo.ts
import { fileURLToPath as fileURLToPath3 } from "node:url";

// src/commands/demo.ts
var import_picocolors = __toESM(require_picocolors(), 1);
import { appendFile } from "node:fs/promises";
import { join as join5 } from "node:path";

// src/demo/run.ts
import { spawn } from "node:child_process";
var NOT_INHERITED = /^(?:GIT_(?!EXEC_PATH$).*|(?:GITHUB|GH|INPUT|ACTIONS|RUNNER|ROTATE_PR)_.*|CI|FORCE_COLOR|NO_COLOR|COLUMNS)$/i;
function cleanEnvironment() {
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !NOT_INHERITED.test(name)));
}
async function run(command, args, options) {
  const child = spawn(command, [...args], {
    cwd: options.cwd,
    env: { ...cleanEnvironment(), ...options.env },
    stdio: ["pipe", "pipe", "pipe"],
    windowsHide: true
  });
  const stdout = [];
  const stderr = [];
  child.stdout.on("data", (chunk) => stdout.push(chunk));
  child.stderr.on("data", (chunk) => stderr.push(chunk));
  child.stdin.on("error", () => {
  });
  child.stdin.end(options.input ?? "");
  const status = await new Promise((resolve, reject) => {
    child.on("error", reject);
    child.on("close", resolve);
  });
  return {
    status,
    stdout: Buffer.concat(stdout).toString("utf8"),
    stderr: Buffer.concat(stderr).toString("utf8")
  };
}
async function git(cwd, args, env = {}, input = new Uint8Array()) {
  const variables = { GIT_TERMINAL_PROMPT: "0", LC_ALL: "C", ...env };
  const { status, stdout, stderr } = await run("git", args, { cwd, env: variables, input });
  if (status !== 0) throw new Error(`git ended with status ${status ?? "none"}: ${stderr.trim()}`);
  return stdout;
}

// src/demo/sights.ts
import { createHash } from "node:crypto";
async function lookAtClone(world) {
  const index = await world.runGit("ls-files", "--stage");
  return {
    branch: (await world.runGit("branch", "--show-current")).trim(),
    commit: (await world.runGit("rev-parse", "HEAD")).trim(),
    index: createHash("sha256").update(index).digest("hex"),
    entries: index.split("\n").length - 1,
    changes: (await world.runGit("status", "--short")).trimEnd()
  };
}
async function get(world, path) {
  const response = await fetch(`${world.github.url}/repos/${world.repository}${path}`, {
    headers: { Authorization: `Bearer ${world.env["GITHUB_TOKEN"]}` }
  });
  if (!response.ok) throw new Error(`GET ${path} was answered with ${response.status}.`);
  return response.json();
}
function listed({ number, title, body, head: head2 }) {
  return { number, title, branch: head2.ref, body: body ?? "" };
}
async function listPulls(world) {
  return (await get(world, "/pulls?direction=asc&per_page=100")).map(listed);
}
async function getPull(world, number) {
  return listed(await get(world, `/pulls/${number}`));
}
function countTraffic(world) {
  const pushed = ({ method, path }) => method === "POST" && path.endsWith("/git-receive-pack");
  return {
    api: world.github.log.length,
    apiWrites: world.github.log.filter(({ method }) => method !== "GET").length,
    git: world.git.log.length,
    pushes: world.git.log.filter(pushed).length
  };
}
function trafficSince(before, after) {
  return {
    api: after.api - before.api,
    apiWrites: after.apiWrites - before.apiWrites,
    git: after.git - before.git,
    pushes: after.pushes - before.pushes
  };
}

// src/demo/world.ts
import { cp, mkdtemp, realpath, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join as join4 } from "node:path";

// src/demo/git-server.ts
import { spawn as spawn2 } from "node:child_process";
import { basename, dirname } from "node:path";

// src/demo/access.ts
function mayWrite({ write: write2 }, repository) {
  return typeof write2 === "boolean" ? write2 : write2.includes(repository);
}
function callerOf(header, tokens) {
  if (header === void 0) return "anonymous";
  const [, scheme = "", value = ""] = /^(\S+)\s+(.+)$/.exec(header.trim()) ?? [];
  const candidates = scheme.toLowerCase() === "basic" ? Buffer.from(value, "base64").toString("utf8").split(":").reverse() : [value];
  for (const token of candidates) {
    if (Object.hasOwn(tokens, token)) return tokens[token] ?? "unknown";
  }
  return "unknown";
}

// src/demo/github-answers.ts
function refusal(status, message2) {
  return {
    status,
    body: { message: message2, documentation_url: "https://docs.github.com/rest", status: String(status) }
  };
}
var BAD_CREDENTIALS = refusal(401, "Bad credentials");
var AUTHENTICATION_REQUIRED = refusal(401, "Requires authentication");
var NOT_FOUND = refusal(404, "Not Found");
var NO_RIGHT_TO_WRITE = refusal(403, "Resource not accessible by personal access token");
var NOT_EMULATED = refusal(501, "The demo does not emulate this path.");
function invalid(error) {
  const { body } = refusal(422, "Validation Failed");
  return { status: 422, body: { ...body, errors: [error] } };
}
function invalidPull(message2) {
  return invalid({ resource: "PullRequest", code: "custom", message: message2 });
}

// src/demo/faults.ts
function isFault(value) {
  return value !== null && "fault" in value;
}
function patient(until, response) {
  return new Promise((resolve) => {
    response.once("close", () => resolve(false));
    until.finally(() => resolve(true));
  });
}

// src/demo/http.ts
import { createServer } from "node:http";
async function listen(listener) {
  const server = createServer(listener);
  await new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(0, "127.0.0.1", resolve);
  });
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("The server has no port.");
  return { server, url: `http://127.0.0.1:${address.port}` };
}
async function shut(server) {
  await new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}
async function readBody(request) {
  const chunks = [];
  for await (const chunk of request) chunks.push(chunk);
  return Buffer.concat(chunks);
}
function sendText(response, status, text, headers = {}) {
  response.writeHead(status, { "Content-Type": "text/plain; charset=utf-8", ...headers });
  response.end(text);
}

// src/demo/git-server.ts
async function startGitServer(options) {
  const log = [];
  const running = /* @__PURE__ */ new Set();
  let interceptor = null;
  const { server, url } = await listen((request, response) => {
    response.on("close", () => {
      log.push({ method: request.method ?? "", path: request.url ?? "", status: response.statusCode });
    });
    const decided = interceptor?.(request.method ?? "", request.url ?? "", null) ?? null;
    if (!isFault(decided)) {
      if (decided === null) handle(options, request, response, running, relay);
      else sendText(response, decided.status, String(decided.body));
    } else if (decided.fault === "cut") request.socket.destroy();
    else if (decided.fault === "cut-after") handle(options, request, response, running, loseAnswer);
    else {
      void patient(decided.until, response).then((goesOn) => {
        if (goesOn) handle(options, request, response, running, relay);
      });
    }
  });
  return {
    url,
    log,
    intercept(next) {
      interceptor = next;
    },
    async close() {
      await shut(server);
      const ends = [...running].map((child) => new Promise((resolve) => child.once("close", resolve)));
      for (const child of running) child.kill();
      await Promise.all(ends);
    }
  };
}
function handle(options, request, response, running, answer) {
  const asked = parseRequest(options.repositories, request);
  const caller = callerOf(request.headers.authorization, options.tokens);
  if (asked === null) sendText(response, 404, "Not Found");
  else if (!refuse(options, asked, caller, request, response)) {
    runBackend(asked, caller, request, response, running, answer);
  }
}
function refuse(options, asked, caller, request, response) {
  const writes = asked.service === "git-receive-pack";
  const given = request.rawHeaders.filter(
    (name, at) => at % 2 === 0 && name.toLowerCase() === "authorization"
  );
  if (given.length > 1) {
    sendText(response, 400, 'Duplicate header: "Authorization"');
    return true;
  }
  if (caller === "unknown" || caller === "anonymous" && (writes || options.private === true)) {
    const headers = { "WWW-Authenticate": 'Basic realm="GitHub"' };
    sendText(response, 401, "Invalid username or token.", headers);
    return true;
  }
  if (caller !== "anonymous" && writes && !mayWrite(caller, asked.name)) {
    sendText(response, 403, `Permission to ${asked.name}.git denied to ${caller.login}.`);
    return true;
  }
  return false;
}
function parseRequest(repositories, request) {
  const [path = "", query = ""] = (request.url ?? "").split("?", 2);
  const match = /^\/(?<name>[^/]+\/[^/]+?)(?:\.git)?(?<rest>\/info\/refs|\/git-upload-pack|\/git-receive-pack)$/.exec(
    path
  );
  const { name = "", rest = "" } = match?.groups ?? {};
  const folder = Object.hasOwn(repositories, name) ? repositories[name] : void 0;
  const service = rest === "/info/refs" ? new URLSearchParams(query).get("service") : rest.slice(1);
  if (folder === void 0 || service !== "git-upload-pack" && service !== "git-receive-pack") return null;
  return { folder, name, rest, query, service };
}
function runBackend(asked, caller, request, response, running, answer) {
  const child = spawn2("git", ["http-backend"], {
    env: backendEnvironment(asked, caller, request),
    stdio: ["pipe", "pipe", "ignore"],
    windowsHide: true
  });
  running.add(child);
  child.on("close", () => running.delete(child));
  child.on("error", () => {
    if (!response.headersSent) sendText(response, 500, "git http-backend did not start");
  });
  child.stdin.on("error", () => {
  });
  request.on("error", () => child.kill());
  request.pipe(child.stdin);
  answer(child.stdout, response);
}
function backendEnvironment(asked, caller, request) {
  const header = (name) => {
    const value = request.headers[name];
    return typeof value === "string" ? value : "";
  };
  const length = header("content-length");
  return {
    ...cleanEnvironment(),
    GIT_PROJECT_ROOT: dirname(asked.folder),
    GIT_HTTP_EXPORT_ALL: "1",
    GIT_CONFIG_NOSYSTEM: "1",
    GIT_CONFIG_COUNT: "3",
    GIT_CONFIG_KEY_0: "http.receivepack",
    GIT_CONFIG_VALUE_0: "true",
    GIT_CONFIG_KEY_1: "uploadpack.allowFilter",
    GIT_CONFIG_VALUE_1: "true",
    GIT_CONFIG_KEY_2: "uploadpack.allowAnySHA1InWant",
    GIT_CONFIG_VALUE_2: "true",
    PATH_INFO: `/${basename(asked.folder)}${asked.rest}`,
    QUERY_STRING: asked.query,
    REQUEST_METHOD: request.method ?? "GET",
    CONTENT_TYPE: header("content-type"),
    // Without a length the backend reads to the end of its input: git sends a large push in chunks.
    ...length === "" ? {} : { CONTENT_LENGTH: length },
    HTTP_CONTENT_ENCODING: header("content-encoding"),
    GIT_PROTOCOL: header("git-protocol"),
    REMOTE_ADDR: "127.0.0.1",
    ...typeof caller === "string" ? {} : { REMOTE_USER: caller.login }
  };
}
function relay(stdout, response) {
  let head2 = Buffer.alloc(0);
  stdout.on("data", (chunk) => {
    if (head2 === null) {
      response.write(chunk);
      return;
    }
    head2 = Buffer.concat([head2, chunk]);
    const end = /\r?\n\r?\n/.exec(head2.toString("latin1"));
    if (end === null) return;
    for (const line of head2.toString("latin1", 0, end.index).split(/\r?\n/)) {
      const [, name = "", value = ""] = /^([^:]+):\s*(.*)$/.exec(line) ?? [];
      if (name.toLowerCase() === "status") response.statusCode = Number.parseInt(value, 10);
      else if (name !== "") response.setHeader(name, value);
    }
    response.write(head2.subarray(end.index + end[0].length));
    head2 = null;
  });
  stdout.on("end", () => {
    if (head2 !== null && !response.headersSent) sendText(response, 500, "git http-backend gave no answer");
    else response.end();
  });
}
function loseAnswer(stdout, response) {
  stdout.resume();
  stdout.on("end", () => response.destroy());
}

// src/demo/bare-repository.ts
async function readRefs(bare) {
  const lines = (await git(bare, ["for-each-ref", "--format=%(objectname) %(refname)"])).split("\n");
  return new Map(lines.filter((line) => line !== "").map((line) => [line.slice(41), line.slice(0, 40)]));
}
async function countCommits(bare, base, head2) {
  return Number(await git(bare, ["rev-list", "--count", `${base}..${head2}`]));
}
async function changedFiles(bare, base, head2) {
  const range = `${base}...${head2}`;
  const raw = (await git(bare, ["diff", "--raw", "-z", "-M", "--no-abbrev", range])).split("\0");
  const files = [];
  for (let at = 0; at + 1 < raw.length; ) {
    const [, , , sha = "", letter = ""] = (raw[at] ?? "").split(" ");
    const renamed = letter.startsWith("R");
    const paths = raw.slice(at + 1, at + (renamed ? 3 : 2));
    at += 1 + paths.length;
    const filename = paths.at(-1) ?? "";
    const patch = await git(bare, ["diff", "-M", range, "--", ...paths]);
    const hunks = patch.slice(Math.max(0, patch.indexOf("\n@@") + 1));
    const additions = hunks.match(/^\+/gm)?.length ?? 0;
    const deletions = hunks.match(/^-/gm)?.length ?? 0;
    files.push({
      sha,
      filename,
      ...renamed ? { previous_filename: paths[0] ?? "" } : {},
      status: renamed ? "renamed" : letter === "A" ? "added" : letter === "D" ? "removed" : "modified",
      additions,
      deletions,
      changes: additions + deletions,
      patch: hunks.replace(/\n$/, "")
    });
  }
  return files;
}
async function hasObject(bare, sha) {
  if (!/^[0-9a-f]{40}$/.test(sha)) return false;
  return git(bare, ["cat-file", "-e", sha]).then(
    () => true,
    () => false
  );
}
async function isAncestor(bare, older, newer) {
  return git(bare, ["merge-base", "--is-ancestor", older, newer]).then(
    () => true,
    () => false
  );
}
async function headsWithin(bare, base) {
  const args = ["for-each-ref", `--merged=${base}`, "--format=%(objectname)", "refs/heads"];
  return new Set((await git(bare, args)).split("\n"));
}
async function isMergeable(bare, base, head2) {
  return git(bare, ["merge-tree", "--write-tree", "--name-only", base, head2]).then(
    () => true,
    () => false
  );
}
async function takeObjects(bare, from, shas) {
  await git(bare, ["fetch", "--quiet", "--no-tags", "--no-write-fetch-head", from, ...shas]);
}
async function writeRef(bare, ref, sha) {
  await git(bare, sha === null ? ["update-ref", "-d", ref] : ["update-ref", ref, sha]);
}
function identity(name, email, at) {
  return {
    GIT_AUTHOR_NAME: name,
    GIT_AUTHOR_EMAIL: email,
    GIT_AUTHOR_DATE: at,
    GIT_COMMITTER_NAME: "GitHub",
    GIT_COMMITTER_EMAIL: "noreply@github.com",
    GIT_COMMITTER_DATE: at
  };
}
async function mergeInto(bare, branch, base, head2, message2, at) {
  const env = identity("GitHub", "noreply@github.com", at);
  const tree = await git(bare, ["merge-tree", "--write-tree", base, head2]).catch(() => null);
  if (tree === null) return null;
  const args = ["commit-tree", tree.trim(), "-p", base, "-p", head2, "-m", message2];
  const sha = (await git(bare, args, env)).trim();
  await writeRef(bare, `refs/heads/${branch}`, sha);
  return sha;
}

// src/demo/git-refs.ts
async function answerRefs(bare, api, method, path, body) {
  const { kind = "", name = "" } = /^\/(?<kind>git\/ref|git\/refs|git\/matching-refs|branches)(?:\/(?<name>.+))?$/.exec(path)?.groups ?? {};
  if (kind === "") return null;
  const refs = await readRefs(bare);
  const full = `refs/${name}`;
  const sha = refs.get(full);
  switch (`${method} ${kind}`) {
    case "GET git/ref":
      return sha === void 0 ? NOT_FOUND : { status: 200, body: formatRef(api, full, sha) };
    case "GET git/matching-refs": {
      const matches = [...refs].filter(([ref]) => ref.startsWith(full));
      return { status: 200, body: matches.map(([ref, at]) => formatRef(api, ref, at)) };
    }
    case "GET branches": {
      const branches = [...refs].filter(([ref]) => ref.startsWith("refs/heads/")).map(([ref, at]) => formatBranch(api, ref.slice("refs/heads/".length), at));
      return { status: 200, body: branches };
    }
    case "POST git/refs":
      return createRef(bare, api, refs, body);
    case "PATCH git/refs":
      return moveRef(bare, api, full, sha, body);
    case "DELETE git/refs":
      if (sha === void 0) return refusal(422, "Reference does not exist");
      await writeRef(bare, full, null);
      return { status: 204, body: null };
    default:
      return NOT_FOUND;
  }
}
async function createRef(bare, api, refs, body) {
  const ref = String(body["ref"]);
  const sha = String(body["sha"]);
  if (!/^refs\/[^/]+\/.+/.test(ref)) return refusal(422, "Reference name must start with refs/.");
  if (refs.has(ref)) return refusal(422, "Reference already exists");
  if (!await hasObject(bare, sha)) return refusal(422, "Object does not exist");
  await writeRef(bare, ref, sha);
  return { status: 201, body: formatRef(api, ref, sha) };
}
async function moveRef(bare, api, ref, from, body) {
  const to = String(body["sha"]);
  if (from === void 0) return refusal(422, "Reference does not exist");
  if (!await hasObject(bare, to)) return refusal(422, "Object does not exist");
  if (body["force"] !== true && !await isAncestor(bare, from, to)) {
    return refusal(422, "Update is not a fast forward");
  }
  await writeRef(bare, ref, to);
  return { status: 200, body: formatRef(api, ref, to) };
}
function formatRef(api, ref, sha) {
  return {
    ref,
    node_id: Buffer.from(`Ref:${ref}`).toString("base64"),
    url: `${api}/git/${ref}`,
    object: { type: "commit", sha, url: `${api}/git/commits/${sha}` }
  };
}
function formatBranch(api, name, sha) {
  return { name, commit: { sha, url: `${api}/commits/${sha}` }, protected: false };
}

// src/demo/git-commit.ts
import { join } from "node:path";
async function makeCommit(bare, commit) {
  const { parent, author, at } = commit;
  const env = { ...identity(author.name, author.email, at), GIT_INDEX_FILE: join(bare, "api-index") };
  await git(bare, ["read-tree", parent], env);
  const lines = [];
  for (const path of commit.deletions) lines.push(`0 ${"0".repeat(40)}	${path}\0`);
  for (const { path, content } of commit.additions) {
    const blob = (await git(bare, ["hash-object", "-w", "--stdin"], env, content)).trim();
    lines.push(`100644 ${blob}	${path}\0`);
  }
  await git(bare, ["update-index", "-z", "--index-info"], env, Buffer.from(lines.join("")));
  const tree = (await git(bare, ["write-tree"], env)).trim();
  const args = ["commit-tree", tree, "-p", parent, "-F", "-"];
  return (await git(bare, args, env, Buffer.from(commit.message))).trim();
}

// src/demo/json.ts
function isJson(value) {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
function parseJson(text, reviver) {
  try {
    return text === "" ? null : JSON.parse(text, reviver);
  } catch {
    return text;
  }
}

// src/demo/repositories.ts
function ownerOf(repository) {
  return repository.split("/")[0] ?? "";
}
var Repositories = class {
  main;
  fork;
  #refs = /* @__PURE__ */ new Map();
  constructor(main, fork) {
    this.main = main;
    this.fork = fork;
  }
  /** Reads the refs of all anew. */
  async sync() {
    const { main, fork } = this;
    this.#refs.set(main.name, await readRefs(main.bare));
    if (fork === null) return;
    const before = new Set(this.#refs.get(fork.name)?.values());
    const after = await readRefs(fork.bare);
    const fresh = [...new Set(after.values())].filter((sha) => !before.has(sha));
    if (fresh.length > 0) await takeObjects(main.bare, fork.bare, fresh);
    this.#refs.set(fork.name, after);
  }
  /** The commit of a branch; undefined where there is none. */
  head(repository, branch) {
    return this.#refs.get(repository)?.get(`refs/heads/${branch}`);
  }
  named(repository) {
    return [this.main, this.fork].find((one) => one?.name === repository) ?? null;
  }
  /** The repository of an owner, which is what `owner:branch` names. */
  ownedBy(owner) {
    return [this.main, this.fork].find((one) => one !== null && ownerOf(one.name) === owner) ?? null;
  }
};

// src/demo/hub.ts
function loginOf(caller) {
  return caller === "anonymous" ? "" : caller.login;
}
async function read(hub, rest) {
  const { status, body } = await hub.ask("GET", rest);
  return status === 200 && isJson(body) ? body : null;
}
async function readAll(hub, rest) {
  const all = [];
  for (let page = 1; ; page++) {
    const { body } = await hub.ask(
      "GET",
      `${rest}${rest.includes("?") ? "&" : "?"}per_page=100&page=${page}`
    );
    const entries2 = Array.isArray(body) ? body.filter(isJson) : [];
    all.push(...entries2);
    if (entries2.length < 100) return all;
  }
}
function asTeam(hub, slug) {
  const id = Object.keys(hub.settings.teams ?? {}).indexOf(slug) + 1;
  const url = `${new URL(hub.api).origin}/organizations/1/team/${id}`;
  return {
    id,
    node_id: Buffer.from(`Team:${id}`).toString("base64"),
    name: slug,
    slug,
    description: null,
    privacy: "closed",
    notification_setting: "notifications_enabled",
    permission: "push",
    url,
    html_url: `${new URL(hub.web).origin}/orgs/${ownerOf(hub.repositories.main.name)}/teams/${slug}`,
    members_url: `${url}/members{/member}`,
    repositories_url: `${url}/repos`,
    type: "organization",
    parent: null
  };
}
function paged(all, address, query) {
  const { page, size, parameters } = pageOf(query);
  parameters.set("page", String(page + 1));
  const more = page * size < all.length;
  return {
    status: 200,
    body: all.slice((page - 1) * size, page * size),
    headers: more ? { Link: `<${address}?${parameters}>; rel="next"` } : {}
  };
}
function pageOf(query) {
  const parameters = new URLSearchParams(query);
  const size = Math.min(Number(parameters.get("per_page") ?? 30), 100);
  return { page: Number(parameters.get("page") ?? 1), size, parameters };
}

// src/demo/times.ts
function stamp(at) {
  return `${at.toISOString().slice(0, 19)}Z`;
}
function issueKey(number) {
  return `#${number}`;
}
function commentKey(id) {
  return `comment ${id}`;
}
var Times = class {
  #clock;
  #lives = /* @__PURE__ */ new Map();
  constructor(clock) {
    this.#clock = clock;
  }
  now() {
    return stamp(this.#clock());
  }
  of(key) {
    return this.#lives.get(key);
  }
  /** Something happened to it; the first time, it came to be. */
  touch(key, change = {}) {
    const now = this.now();
    const { created, closed } = this.#lives.get(key) ?? { created: now, closed: null };
    const ended = change.closed === void 0 ? closed : change.closed ? closed ?? now : null;
    this.#lives.set(key, { created, updated: now, closed: ended });
  }
  /** What the emulator answered, with the times that are known of it. */
  put(key, value) {
    const life = this.#lives.get(key);
    if (life === void 0) return value;
    const { created: created_at, updated: updated_at, closed: closed_at } = life;
    return { ...value, created_at, updated_at, ..."closed_at" in value ? { closed_at } : {} };
  }
};

// src/demo/pull-view.ts
var ONLY_IN_DETAIL = [
  "merged",
  "mergeable",
  "rebaseable",
  "mergeable_state",
  "merged_by",
  "comments",
  "review_comments",
  "maintainer_can_modify",
  "commits",
  "additions",
  "deletions",
  "changed_files"
];
async function showPull(hub, value, detail) {
  const pull = hub.pulls.get(Number(value["number"]));
  if (pull === void 0) return value;
  const assignees = await Promise.all(pull.assignees.map((login) => hub.user(login)));
  const shown = {
    ...hub.times.put(issueKey(pull.number), value),
    head: { ...isJson(value["head"]) ? value["head"] : {}, sha: pull.headSha },
    base: { ...isJson(value["base"]) ? value["base"] : {}, sha: pull.baseSha },
    merged_at: pull.merged?.at ?? null,
    merge_commit_sha: pull.merged?.sha ?? null,
    assignee: assignees[0] ?? null,
    assignees,
    milestone: pull.milestone === null ? null : await read(hub, `/milestones/${pull.milestone}`),
    requested_teams: pull.teams.map((slug) => asTeam(hub, slug)),
    auto_merge: await showAutoMerge(hub, pull)
  };
  if (!detail) {
    for (const name of ONLY_IN_DETAIL) delete shown[name];
    return shown;
  }
  const { bare } = hub.repositories.main;
  const files = await changedFiles(bare, pull.baseSha, pull.headSha);
  const mergeable = await hub.pulls.mergeable(pull);
  return {
    ...shown,
    merged: pull.merged !== null,
    mergeable,
    rebaseable: mergeable,
    mergeable_state: mergeableState(hub, pull, mergeable),
    commits: await countCommits(bare, pull.baseSha, pull.headSha),
    additions: files.reduce((sum, file) => sum + file.additions, 0),
    deletions: files.reduce((sum, file) => sum + file.deletions, 0),
    changed_files: files.length
  };
}
async function showAutoMerge(hub, { autoMerge }) {
  if (autoMerge === null) return null;
  return {
    enabled_by: await hub.user(autoMerge.login),
    merge_method: autoMerge.method.toLowerCase(),
    commit_title: "",
    commit_message: ""
  };
}
function mergeableState(hub, pull, mergeable) {
  if (mergeable === null) return "unknown";
  if (!mergeable) return "dirty";
  if (pull.draft) return "draft";
  if (pull.reviewDecision !== null && pull.reviewDecision !== "APPROVED") return "blocked";
  const checks = hub.pulls.checks(pull.headSha);
  return checks === null || checks === "SUCCESS" ? "clean" : "unstable";
}
async function showFiles(hub, number) {
  const pull = hub.pulls.get(number);
  if (pull === void 0) return null;
  const files = await changedFiles(hub.repositories.main.bare, pull.baseSha, pull.headSha);
  return files.map((file) => {
    const path = file.filename.split("/").map(encodeURIComponent).join("/");
    return {
      ...file,
      blob_url: `${hub.web}/blob/${pull.headSha}/${path}`,
      raw_url: `${hub.web}/raw/${pull.headSha}/${path}`,
      contents_url: `${hub.web}/contents/${path}?ref=${pull.headSha}`
    };
  });
}
function selectPulls(hub, query) {
  const wanted = new URLSearchParams(query);
  const state = wanted.get("state") ?? "open";
  const [owner = "", branch = ""] = (wanted.get("head") ?? "").split(":", 2);
  const headRepository = hub.repositories.ownedBy(owner)?.name;
  const base = wanted.get("base");
  const pulls = hub.pulls.all().filter((pull) => {
    if (state !== "all" && pull.state !== state) return false;
    if (base !== null && pull.base !== base) return false;
    return branch === "" || pull.headRepository === headRepository && pull.head === branch;
  });
  const sort = wanted.get("sort") ?? "created";
  const direction = wanted.get("direction") ?? (wanted.has("sort") && sort !== "created" ? "asc" : "desc");
  const when = ({ number }) => {
    const life = hub.times.of(issueKey(number));
    return (sort === "updated" ? life?.updated : life?.created) ?? "";
  };
  const ascending = pulls.sort((a, b) => compare(when(a), when(b)) || a.number - b.number);
  return direction === "desc" ? ascending.reverse() : ascending;
}
function compare(a, b) {
  return a < b ? -1 : a > b ? 1 : 0;
}

// src/demo/graphql-pulls.ts
function openPage(hub, { first, after }) {
  const last = typeof after === "string" ? Number(Buffer.from(after, "base64").toString("utf8")) : 0;
  const open = hub.pulls.all().filter(({ state, number }) => state === "open" && number > last);
  const pulls = open.slice(0, Number(first));
  const end = pulls.at(-1)?.number;
  const endCursor = end === void 0 ? null : Buffer.from(String(end)).toString("base64");
  return { pulls, pageInfo: { hasNextPage: open.length > pulls.length, endCursor } };
}
async function asNode(hub, pull) {
  const shown = await showPull(hub, await read(hub, `/pulls/${pull.number}`) ?? {}, false);
  const mergeable = await hub.pulls.mergeable(pull);
  const state = hub.pulls.checks(pull.headSha);
  const rollup = state === null ? null : { state };
  const author = isJson(shown["user"]) ? shown["user"] : {};
  const login = String(author["login"]);
  const bot = login.endsWith("[bot]");
  const labels = Array.isArray(shown["labels"]) ? shown["labels"].filter(isJson) : [];
  return {
    id: shown["node_id"],
    number: pull.number,
    url: shown["html_url"],
    title: shown["title"],
    body: shown["body"] ?? "",
    isDraft: pull.draft,
    headRefName: pull.head,
    headRefOid: pull.headSha,
    headRepository: { nameWithOwner: pull.headRepository },
    baseRefName: pull.base,
    // GraphQL shows a bot without the ending that REST gives it.
    author: { __typename: bot ? "Bot" : "User", login: bot ? login.slice(0, -"[bot]".length) : login },
    mergeable: mergeable === null ? "UNKNOWN" : mergeable ? "MERGEABLE" : "CONFLICTING",
    reviewDecision: pull.reviewDecision,
    createdAt: shown["created_at"],
    updatedAt: shown["updated_at"],
    labels: { nodes: labels.map(({ name }) => ({ name })) },
    commits: { nodes: [{ commit: { statusCheckRollup: rollup } }] }
  };
}

// src/demo/graphql.ts
var FieldError = class extends Error {
  type;
  constructor(type, message2) {
    super(message2);
    this.type = type;
  }
};
function objectAt(value, name) {
  const inner = value[name];
  return isJson(inner) ? inner : {};
}
var GraphQL = class {
  #hub;
  /** Commits that GitHub made and signed. */
  #signed = /* @__PURE__ */ new Set();
  #operations = {
    Viewer: async (_, { login }) => ({ viewer: { login } }),
    OpenPullRequests: (variables) => this.#openPullRequests(variables),
    BranchHead: (variables) => this.#branchHead(variables),
    CommitOnBranch: (variables, caller) => this.#commit(objectAt(variables, "input"), caller),
    EnableAutoMerge: (variables, caller) => this.#autoMerge(objectAt(variables, "input"), caller)
  };
  constructor(hub) {
    this.#hub = hub;
  }
  async answer(body, caller) {
    const asked = isJson(body) ? body : {};
    const [, name = ""] = /^\s*(?:query|mutation)\s+(\w+)/.exec(String(asked["query"])) ?? [];
    const operation = Object.hasOwn(this.#operations, name) ? this.#operations[name] : void 0;
    if (operation === void 0) {
      return {
        status: 200,
        body: { errors: [{ message: `The demo does not emulate the operation ${name}.` }] }
      };
    }
    await this.#hub.pulls.sync();
    try {
      return { status: 200, body: { data: await operation(objectAt(asked, "variables"), caller) } };
    } catch (error) {
      if (!(error instanceof FieldError)) throw error;
      const field = String(asked["query"]).match(/\{\s*(\w+)/)?.[1] ?? "";
      const locations = [{ line: 1, column: 1 }];
      const { type, message: message2 } = error;
      const entry = { type, path: [field], locations, message: message2 };
      return { status: 200, body: { data: { [field]: null }, errors: [entry] } };
    }
  }
  async #openPullRequests(variables) {
    this.#known(`${variables["owner"]}/${variables["name"]}`);
    const page = openPage(this.#hub, variables);
    const nodes = await Promise.all(page.pulls.map((pull) => asNode(this.#hub, pull)));
    return { repository: { pullRequests: { pageInfo: page.pageInfo, nodes } } };
  }
  async #branchHead(variables) {
    const { name } = this.#known(`${variables["owner"]}/${variables["name"]}`);
    const branch = String(variables["branch"]).replace(/^refs\/heads\//, "");
    const oid = this.#hub.repositories.head(name, branch);
    if (oid === void 0) return { repository: { ref: null } };
    const signature = this.#signed.has(oid) ? { isValid: true } : null;
    return { repository: { ref: { target: { __typename: "Commit", oid, signature } } } };
  }
  /** A real commit on a branch, with the caller as its author and GitHub as its committer. */
  async #commit(input, caller) {
    const { repositoryNameWithOwner, branchName } = objectAt(input, "branch");
    const { name, bare } = this.#known(String(repositoryNameWithOwner));
    this.#mustWrite(caller, name);
    const head2 = this.#hub.repositories.head(name, String(branchName));
    if (head2 === void 0) {
      throw new FieldError("NOT_FOUND", `No such branch "${branchName}" in ${name}.`);
    }
    const expected = String(input["expectedHeadOid"]);
    if (head2 !== expected) {
      const message2 = `Expected branch to point to "${expected}" but it did not.  Pull and try again.`;
      throw new FieldError("STALE_DATA", message2);
    }
    const { headline, body } = objectAt(input, "message");
    const changes = objectAt(input, "fileChanges");
    const oid = await makeCommit(bare, {
      parent: head2,
      message: `${headline}${body === void 0 || body === "" ? "" : `

${body}`}`,
      author: { name: caller.login, email: `${caller.login}@users.noreply.github.com` },
      at: this.#hub.times.now(),
      additions: entries(changes["additions"]).map(({ path, contents }) => ({
        path: String(path),
        content: Buffer.from(String(contents), "base64")
      })),
      deletions: entries(changes["deletions"]).map(({ path }) => String(path))
    });
    await writeRef(bare, `refs/heads/${branchName}`, oid);
    const signs = this.#hub.settings.signs ?? true;
    if (signs) this.#signed.add(oid);
    return { createCommitOnBranch: { commit: { oid, signature: signs ? { isValid: true } : null } } };
  }
  async #autoMerge(input, caller) {
    const pull = await this.#byNode(String(input["pullRequestId"]));
    this.#mustWrite(caller, this.#hub.repositories.main.name);
    const mergeable = await this.#hub.pulls.mergeable(pull);
    const state = mergeableState(this.#hub, pull, mergeable);
    if (this.#hub.settings.autoMerge !== true) {
      throw new FieldError("UNPROCESSABLE", "Auto merge is not allowed for this repository");
    }
    if (pull.state === "closed") throw new FieldError("UNPROCESSABLE", "Pull request is closed");
    if (state === "clean" || state === "dirty" || state === "draft") {
      throw new FieldError("UNPROCESSABLE", `Pull request Pull request is in ${state} status`);
    }
    pull.autoMerge = { login: caller.login, method: String(input["mergeMethod"] ?? "MERGE") };
    return { enablePullRequestAutoMerge: { pullRequest: { number: pull.number } } };
  }
  async #byNode(id) {
    for (const pull of this.#hub.pulls.all()) {
      if ((await asNode(this.#hub, pull))["id"] === id) return pull;
    }
    throw new FieldError("NOT_FOUND", `Could not resolve to a node with the global id of '${id}'`);
  }
  #known(name) {
    const repository = this.#hub.repositories.named(name);
    if (repository !== null) return repository;
    throw new FieldError("NOT_FOUND", `Could not resolve to a Repository with the name '${name}'.`);
  }
  #mustWrite(caller, repository) {
    if (mayWrite(caller, repository)) return;
    throw new FieldError("FORBIDDEN", "Resource not accessible by personal access token");
  }
};
function entries(value) {
  return Array.isArray(value) ? value.filter(isJson) : [];
}

// src/demo/issue-list.ts
function selectIssues(all, query) {
  const wanted = new URLSearchParams(query);
  const state = wanted.get("state") ?? "open";
  const labels = (wanted.get("labels") ?? "").split(",").filter((name) => name !== "");
  const creator = wanted.get("creator");
  const since = wanted.get("since");
  const chosen = all.filter((issue) => {
    if (state !== "all" && issue["state"] !== state) return false;
    if (creator !== null && !(isJson(issue["user"]) && issue["user"]["login"] === creator)) return false;
    if (since !== null && String(issue["updated_at"]) < since) return false;
    const there = namesOf(issue["labels"]);
    return labels.every((name) => there.has(name.toLowerCase()));
  });
  const key = wanted.get("sort") === "updated" ? "updated_at" : "created_at";
  const ascending = chosen.sort((a, b) => {
    const [first, second] = [String(a[key]), String(b[key])];
    return first < second ? -1 : first > second ? 1 : Number(a["number"]) - Number(b["number"]);
  });
  return wanted.get("direction") === "asc" ? ascending : ascending.reverse();
}
function namesOf(labels) {
  const names = Array.isArray(labels) ? labels.filter(isJson).map(({ name }) => String(name)) : [];
  return new Set(names.map((name) => name.toLowerCase()));
}

// src/demo/issues.ts
var SHARED = [
  "node_id",
  "number",
  "title",
  "body",
  "user",
  "state",
  "labels",
  "locked",
  "assignee",
  "assignees",
  "milestone",
  "created_at",
  "updated_at",
  "closed_at",
  "author_association",
  "html_url",
  "comments_url"
];
function asIssue(pull, api, closedBy) {
  const url = `${api}/issues/${pull["number"]}`;
  const link = Object.fromEntries(
    ["url", "html_url", "diff_url", "patch_url", "merged_at"].map((name) => [name, pull[name]])
  );
  return {
    ...Object.fromEntries(SHARED.map((name) => [name, pull[name]])),
    // Issues and pull requests have ids of their own; only the number is one.
    id: 1e6 + Number(pull["id"]),
    url,
    repository_url: api,
    labels_url: `${url}/labels{/name}`,
    events_url: `${url}/events`,
    active_lock_reason: null,
    comments: pull["comments"],
    pull_request: link,
    closed_by: closedBy
  };
}
function asEvent(change, id, api, actor) {
  return {
    id,
    node_id: Buffer.from(`Event:${id}`).toString("base64"),
    url: `${api}/issues/events/${id}`,
    actor,
    event: change.event,
    commit_id: null,
    commit_url: null,
    created_at: change.at,
    performed_via_github_app: null
  };
}

// src/demo/labels.ts
var GREY = "ededed";
var MAX_NAME = 50;
var COLOUR = /^[0-9a-f]{6}$/i;
async function answerLabels(hub, admitted) {
  const { asked, rest, body } = admitted;
  if (rest === "/labels" && asked.method === "POST") return create(hub, body);
  if (/^\/labels(?:\/|$)/.test(rest)) return hub.pass(asked);
  const { digits = "", name } = /^\/issues\/(?<digits>\d+)\/labels(?:\/(?<name>.+))?$/.exec(rest)?.groups ?? {};
  if (digits === "") return null;
  if (await read(hub, `/issues/${digits}`) === null && hub.pulls.get(Number(digits)) === void 0) {
    return NOT_FOUND;
  }
  if (asked.method !== "GET") hub.times.touch(issueKey(Number(digits)));
  if (asked.method === "POST" || asked.method === "PUT") {
    const labels = await spellLabels(hub, body["labels"]);
    if ("status" in labels) return labels;
    return hub.ask(asked.method, `/issues/${digits}/labels`, { labels: labels.names });
  }
  if (asked.method !== "DELETE" || name === void 0) return hub.pass(asked);
  const spelt = (await known(hub)).get(name.toLowerCase()) ?? name;
  const answer = await hub.ask("DELETE", `/issues/${digits}/labels/${encodeURIComponent(spelt)}`);
  return answer.status === 404 ? refusal(404, "Label does not exist") : answer;
}
async function create(hub, body) {
  const { name, color = GREY, description = null } = body;
  if (typeof name !== "string" || name.trim() === "") {
    return invalid({ resource: "Label", code: "missing_field", field: "name" });
  }
  if (name.length > MAX_NAME) return tooLong(name);
  if ((await known(hub)).has(name.toLowerCase())) {
    return invalid({ resource: "Label", code: "already_exists", field: "name" });
  }
  if (typeof color !== "string" || !COLOUR.test(color)) {
    return invalid({ resource: "Label", code: "invalid", field: "color" });
  }
  return hub.ask("POST", "/labels", { name, color: color.toLowerCase(), description });
}
async function spellLabels(hub, value) {
  const wanted = (Array.isArray(value) ? value : []).map(
    (one) => String(isJson(one) ? one["name"] : one)
  );
  const names = [];
  const there = await known(hub);
  for (const name of wanted) {
    if (name.length > MAX_NAME) return tooLong(name);
    const spelt = there.get(name.toLowerCase()) ?? name;
    if (!there.has(name.toLowerCase())) {
      const made = await create(hub, { name });
      if (made.status !== 201) return made;
      there.set(name.toLowerCase(), name);
    }
    names.push(spelt);
  }
  return { names };
}
async function known(hub) {
  const names = (await readAll(hub, "/labels")).map(({ name }) => String(name));
  return new Map(names.map((name) => [name.toLowerCase(), name]));
}
function tooLong(name) {
  const message2 = `name is too long (maximum is ${MAX_NAME} characters)`;
  return invalid({ value: name, resource: "Label", code: "custom", field: "name", message: message2 });
}

// src/demo/pull-record.ts
function changeState(pull, event, login, times) {
  pull.state = event === "reopened" ? "open" : "closed";
  if (pull.state === "closed") pull.autoMerge = null;
  pull.history.push({ event, login, at: times.now() });
  times.touch(issueKey(pull.number), { closed: pull.state === "closed" });
}

// src/demo/pull-requests.ts
var LAYER_LOGIN = "github-layer";
var MAX_BODY = 65536;
function asText(value) {
  return typeof value === "string" ? value : "";
}
var PullRequests = class {
  #repositories;
  #times;
  #close;
  #pulls = /* @__PURE__ */ new Map();
  #checks = /* @__PURE__ */ new Map();
  /** @param close closes one in the emulator */
  constructor(repositories, times, close) {
    this.#repositories = repositories;
    this.#times = times;
    this.#close = close;
  }
  get(number) {
    return this.#pulls.get(number);
  }
  /** All of them, oldest first. */
  all() {
    return [...this.#pulls.values()];
  }
  /** What the checks of a commit say as a whole; null where none ran. */
  checks(sha) {
    return this.#checks.get(sha) ?? null;
  }
  setChecks(sha, state) {
    this.#checks.set(sha, state);
  }
  /**
   * Looks at the branches anew: heads move; a pull request without its branch is closed, and so is one whose branch
   * has nothing of its own any more; one whose commits came to the base another way counts as merged.
   */
  async sync() {
    await this.#repositories.sync();
    const within = /* @__PURE__ */ new Map();
    for (const pull of this.#pulls.values()) {
      if (pull.state === "closed") continue;
      const head2 = this.#repositories.head(pull.headRepository, pull.head);
      if (head2 === void 0) {
        await this.#end(pull, LAYER_LOGIN);
        continue;
      }
      const base = this.#repositories.head(this.#main.name, pull.base) ?? pull.baseSha;
      const pushed = head2 !== pull.headSha;
      if (pushed) this.#times.touch(issueKey(pull.number));
      if (pushed || base !== pull.baseSha) {
        if (!within.has(base)) within.set(base, await headsWithin(this.#main.bare, base));
        const empty = within.get(base)?.has(head2) || pull.headRepository !== this.#main.name && await isAncestor(this.#main.bare, head2, base);
        pull.headSha = head2;
        pull.baseSha = base;
        if (empty && !pushed) this.#noteMerge(pull, base, LAYER_LOGIN);
        if (empty) await this.#end(pull, LAYER_LOGIN);
      }
      const ready = pull.autoMerge !== null && this.checks(head2) === "SUCCESS";
      if (ready && pull.state === "open") await this.merge(pull.number, pull.autoMerge?.login ?? "");
    }
  }
  get #main() {
    return this.#repositories.main;
  }
  async #end(pull, login) {
    changeState(pull, "closed", login, this.#times);
    await this.#close(pull.number);
  }
  #noteMerge(pull, sha, login) {
    changeState(pull, "merged", login, this.#times);
    pull.merged = { at: this.#times.now(), sha };
  }
  /** The repository and the branch that `head` of a creation names: `branch`, or `owner:branch`. */
  #target(head2) {
    const colon = head2.indexOf(":");
    if (colon === -1) return { repository: this.#main, branch: head2 };
    return { repository: this.#repositories.ownedBy(head2.slice(0, colon)), branch: head2.slice(colon + 1) };
  }
  /** Why GitHub would not make this pull request, null when it would. */
  async refuseCreation(body) {
    const { repository, branch } = this.#target(asText(body["head"]));
    const base = asText(body["base"]);
    const headSha = repository === null ? void 0 : this.#repositories.head(repository.name, branch);
    const baseSha = this.#repositories.head(this.#main.name, base);
    if (baseSha === void 0) return invalid({ resource: "PullRequest", field: "base", code: "invalid" });
    if (repository === null || headSha === void 0) {
      return invalid({ resource: "PullRequest", field: "head", code: "invalid" });
    }
    const twin = this.all().some(
      (pull) => pull.state === "open" && pull.headRepository === repository.name && pull.head === branch && pull.base === base
    );
    const owner = ownerOf(repository.name);
    if (twin) return invalidPull(`A pull request already exists for ${owner}:${branch}.`);
    if (await countCommits(this.#main.bare, baseSha, headSha) === 0) {
      return invalidPull(`No commits between ${base} and ${branch}`);
    }
    return refuseBody(body);
  }
  /** Why GitHub would not take this change of a pull request, null when it would. */
  refuseUpdate(number, body) {
    const pull = this.#pulls.get(number);
    if (pull === void 0) return NOT_FOUND;
    if (body["state"] === "open" && pull.state === "closed") {
      const branchGone = this.#repositories.head(pull.headRepository, pull.head) === void 0;
      if (pull.merged !== null || branchGone) {
        const why = pull.merged === null ? `The ${pull.head} branch has been deleted.` : "It was merged.";
        return invalid({
          resource: "PullRequest",
          code: "invalid",
          field: "state",
          message: `state cannot be changed. ${why}`
        });
      }
    }
    return refuseBody(body);
  }
  /** Takes note of what the emulator answered to a creation or a change by `login`. */
  note(value, login) {
    const number = Number(value["number"]);
    const state = value["state"] === "closed" ? "closed" : "open";
    const base = isJson(value["base"]) ? asText(value["base"]["ref"]) : "";
    const known2 = this.#pulls.get(number);
    if (known2 === void 0) {
      this.#pulls.set(number, this.#newPull(number, value, base, login));
      this.#times.touch(issueKey(number));
      return;
    }
    this.#times.touch(issueKey(number));
    if (known2.state === "closed" && state === "open") {
      known2.headSha = this.#repositories.head(known2.headRepository, known2.head) ?? known2.headSha;
    }
    if (known2.state !== state) {
      changeState(known2, state === "closed" ? "closed" : "reopened", login, this.#times);
    }
    if (known2.base !== base) known2.baseSha = this.#repositories.head(this.#main.name, base) ?? known2.baseSha;
    known2.base = base;
  }
  #newPull(number, value, base, author) {
    const head2 = isJson(value["head"]) ? value["head"] : {};
    const branch = asText(head2["ref"]);
    const headRepository = isJson(head2["repo"]) && asText(head2["repo"]["full_name"]) || this.#main.name;
    return {
      number,
      author,
      headRepository,
      head: branch,
      base,
      state: "open",
      headSha: this.#repositories.head(headRepository, branch) ?? "",
      baseSha: this.#repositories.head(this.#main.name, base) ?? "",
      draft: value["draft"] === true,
      merged: null,
      autoMerge: null,
      reviewDecision: null,
      assignees: [],
      milestone: null,
      teams: [],
      history: []
    };
  }
  /** Says whether git can merge it; what is closed cannot be asked, which GitHub answers with null. */
  async mergeable(pull) {
    if (pull.state === "closed") return null;
    return isMergeable(this.#main.bare, pull.baseSha, pull.headSha);
  }
  /** Merges with a merge commit, as the button does. */
  async merge(number, login) {
    const pull = this.#pulls.get(number);
    if (pull === void 0) return NOT_FOUND;
    if (pull.state === "closed" || pull.draft) return refusal(405, "Pull Request is not mergeable");
    const message2 = `Merge pull request #${number} from ${ownerOf(pull.headRepository)}/${pull.head}`;
    const { bare } = this.#main;
    const sha = await mergeInto(bare, pull.base, pull.baseSha, pull.headSha, message2, this.#times.now());
    if (sha === null) return refusal(405, "Pull Request is not mergeable");
    this.#noteMerge(pull, sha, login);
    await this.#end(pull, login);
    return { status: 200, body: { sha, merged: true, message: "Pull Request successfully merged" } };
  }
};
function refuseBody(body) {
  if (asText(body["body"]).length <= MAX_BODY) return null;
  const message2 = `body is too long (maximum is ${MAX_BODY} characters)`;
  return invalid({ resource: "Issue", code: "custom", field: "body", message: message2 });
}

// src/demo/issue-answers.ts
var MAX_ASSIGNEES = 10;
async function answerIssues(hub, admitted) {
  const { asked, rest } = admitted;
  if (rest === "/issues") return asked.method === "GET" ? list(hub, admitted) : create2(hub, admitted);
  const {
    comment,
    digits = "",
    tail = ""
  } = /^\/issues\/(?:comments\/(?<comment>\d+)|(?<digits>\d+)(?<tail>\/.+)?)$/.exec(rest)?.groups ?? {};
  if (comment !== void 0) return answerComment(hub, admitted, commentKey(Number(comment)));
  if (digits === "") return null;
  const number = Number(digits);
  if (tail === "/comments") return answerComments(hub, admitted, number);
  const pull = hub.pulls.get(number);
  if (tail === "/assignees") return assign(hub, admitted, number);
  if (tail === "/events" && pull !== void 0) return events(hub, pull, admitted);
  if (tail !== "") return hub.pass(asked);
  if (asked.method === "PATCH") {
    const refused = refuseBody(admitted.body) ?? await refuseMilestone(hub, admitted.body);
    if (refused !== null) return refused;
    if (pull !== void 0) return updatePull(hub, admitted, pull);
  }
  if (pull !== void 0) return { status: 200, body: await pullAsIssue(hub, pull) };
  return asked.method === "PATCH" ? update(hub, admitted, number) : showIssue(hub, await hub.pass(asked));
}
async function list(hub, { rest, query }) {
  const plain = await readAll(hub, "/issues?state=all");
  const pulls = await readAll(hub, "/pulls?state=all");
  const all = [...plain, ...pulls].map((one) => hub.times.put(issueKey(Number(one["number"])), one));
  const page = paged(selectIssues(all, query), `${hub.api}${rest}`, query);
  const shown = page.body.map((one) => {
    const pull = hub.pulls.get(Number(one["number"]));
    return pull === void 0 ? one : pullAsIssue(hub, pull);
  });
  return { ...page, body: await Promise.all(shown) };
}
async function create2(hub, { asked, body }) {
  const { title } = body;
  if (typeof title !== "string" || title.trim() === "") {
    return invalid({ resource: "Issue", code: "missing_field", field: "title" });
  }
  const refused = refuseBody(body) ?? await refuseMilestone(hub, body);
  if (refused !== null) return refused;
  const sent = await mend(hub, body);
  if ("status" in sent) return sent;
  const answer = await hub.pass({ ...asked, text: JSON.stringify(sent.body) });
  if (isJson(answer.body)) hub.times.touch(issueKey(Number(answer.body["number"])));
  return showIssue(hub, answer);
}
async function update(hub, { asked, body }, number) {
  const sent = await mend(hub, body);
  if ("status" in sent) return sent;
  const answer = await hub.pass({ ...asked, text: JSON.stringify(sent.body) });
  const { state } = body;
  const change = state === "open" || state === "closed" ? { closed: state === "closed" } : {};
  if (answer.status === 200) hub.times.touch(issueKey(number), change);
  return showIssue(hub, answer);
}
async function mend(hub, body) {
  const labels = body["labels"] === void 0 ? null : await spellLabels(hub, body["labels"]);
  if (labels !== null && "status" in labels) return labels;
  return {
    body: {
      ...body,
      ...labels === null ? {} : { labels: labels.names },
      ...body["assignees"] === void 0 ? {} : { assignees: assignable(hub, body["assignees"]) }
    }
  };
}
function assignable(hub, value) {
  const logins = Array.isArray(value) ? value.map(String) : [];
  return logins.filter((login) => hub.collaborators.includes(login)).slice(0, MAX_ASSIGNEES);
}
async function refuseMilestone(hub, { milestone }) {
  if (milestone === void 0 || milestone === null) return null;
  if (await read(hub, `/milestones/${Number(milestone)}`) !== null) return null;
  return invalid({ value: String(milestone), resource: "Issue", code: "invalid", field: "milestone" });
}
async function updatePull(hub, { asked, caller, body }, pull) {
  const refused = hub.pulls.refuseUpdate(pull.number, body);
  if (refused !== null) return refused;
  const { title, body: text, state, labels, assignees, milestone } = body;
  if (labels !== void 0) {
    const spelt = await spellLabels(hub, labels);
    if ("status" in spelt) return spelt;
    await hub.ask("PUT", `/issues/${pull.number}/labels`, { labels: spelt.names });
  }
  if (assignees !== void 0) pull.assignees = assignable(hub, assignees);
  if (milestone !== void 0) pull.milestone = milestone === null ? null : Number(milestone);
  const path = asked.path.replace(/\/issues\/(?=\d+$)/, "/pulls/");
  const answer = await hub.pass({ ...asked, path, text: JSON.stringify({ title, body: text, state }) });
  if (isJson(answer.body)) hub.pulls.note(answer.body, loginOf(caller));
  return { status: 200, body: await pullAsIssue(hub, pull) };
}
async function assign(hub, { asked, body }, number) {
  const pull = hub.pulls.get(number);
  const logins = assignable(hub, body["assignees"]);
  const issue = await read(hub, `/issues/${number}`);
  const before = pull?.assignees ?? texts(issue?.["assignees"]);
  const after = asked.method === "POST" ? [.../* @__PURE__ */ new Set([...before, ...logins])].slice(0, MAX_ASSIGNEES) : before.filter((login) => !logins.includes(login));
  const status = asked.method === "POST" ? 201 : 200;
  hub.times.touch(issueKey(number));
  if (pull !== void 0) {
    pull.assignees = after;
    return { status, body: await pullAsIssue(hub, pull) };
  }
  if (issue === null) return NOT_FOUND;
  return {
    ...showIssue(hub, await hub.ask("PATCH", `/issues/${number}`, { assignees: after })),
    status
  };
}
function texts(users) {
  return Array.isArray(users) ? users.filter(isJson).map(({ login }) => String(login)) : [];
}
async function events(hub, pull, { rest, query }) {
  const all = pull.history.map(async (change, at) => {
    return asEvent(change, pull.number * 1e3 + at, hub.api, await hub.user(change.login));
  });
  return paged(await Promise.all(all), `${hub.api}${rest}`, query);
}
async function pullAsIssue(hub, pull) {
  const value = await read(hub, `/pulls/${pull.number}`) ?? {};
  const shown = await showPull(hub, value, true);
  const closing = pull.state === "closed" ? pull.history.at(-1) : void 0;
  return asIssue(shown, hub.api, closing === void 0 ? null : await hub.user(closing.login));
}
function showIssue(hub, answer) {
  if (answer.status >= 300 || !isJson(answer.body)) return answer;
  return { ...answer, body: hub.times.put(issueKey(Number(answer.body["number"])), answer.body) };
}
async function answerComments(hub, { asked, body }, number) {
  const refused = asked.method === "POST" ? refuseBody(body) : null;
  if (refused !== null) return refused;
  const answer = await hub.pass(asked);
  if (asked.method === "POST" && isJson(answer.body) && answer.status === 201) {
    hub.times.touch(issueKey(number));
    hub.times.touch(commentKey(Number(answer.body["id"])));
  }
  return dateComments(hub, answer);
}
async function answerComment(hub, { asked, body }, key) {
  const refused = asked.method === "PATCH" ? refuseBody(body) : null;
  if (refused !== null) return refused;
  const answer = await hub.pass(asked);
  if (asked.method === "PATCH" && answer.status === 200) hub.times.touch(key);
  return dateComments(hub, answer);
}
function dateComments(hub, answer) {
  const date = (value) => isJson(value) ? hub.times.put(commentKey(Number(value["id"])), value) : value;
  if (answer.status >= 300) return answer;
  return { ...answer, body: Array.isArray(answer.body) ? answer.body.map(date) : date(answer.body) };
}

// src/demo/reviewers.ts
async function answerReviewers(hub, { asked, body }, number) {
  const pull = hub.pulls.get(number);
  if (pull === void 0) return NOT_FOUND;
  const rest = `/pulls/${number}/requested_reviewers`;
  if (asked.method === "GET") {
    const value = await read(hub, `/pulls/${number}`);
    const teams2 = pull.teams.map((slug) => asTeam(hub, slug));
    return { status: 200, body: { users: value?.["requested_reviewers"] ?? [], teams: teams2 } };
  }
  const reviewers = texts2(body["reviewers"]);
  const teams = texts2(body["team_reviewers"]);
  if (asked.method === "POST") {
    const refused = refuse2(hub, pull, reviewers, teams);
    if (refused !== null) return refused;
    pull.teams = [.../* @__PURE__ */ new Set([...pull.teams, ...teams])];
  } else {
    pull.teams = pull.teams.filter((slug) => !teams.includes(slug));
  }
  hub.times.touch(issueKey(number));
  const known2 = reviewers.filter((login) => hub.collaborators.includes(login));
  const answer = await hub.ask(asked.method, rest, { reviewers: known2 });
  const shown = isJson(answer.body) ? await showPull(hub, answer.body, false) : answer.body;
  return { status: asked.method === "POST" ? 201 : 200, body: shown };
}
function refuse2(hub, pull, reviewers, teams) {
  const only = "Reviews may only be requested from collaborators. One or more of the";
  const where = `you specified is not a collaborator of the ${hub.repositories.main.name} repository.`;
  if (reviewers.includes(pull.author)) {
    return refusal(422, "Review cannot be requested from pull request author.");
  }
  if (reviewers.some((login) => !hub.collaborators.includes(login))) {
    return refusal(422, `${only} users or teams ${where}`);
  }
  for (const slug of teams) {
    const access = hub.settings.teams?.[slug];
    if (access === "stranger") return refusal(422, `${only} teams ${where}`);
    if (access !== void 0) continue;
    const node = Buffer.from(`Team:${slug}`).toString("base64");
    return invalid(`Could not resolve to a node with the global id of '${node}'.`);
  }
  return null;
}
function texts2(value) {
  return Array.isArray(value) ? value.filter((one) => typeof one === "string") : [];
}

// src/demo/pull-answers.ts
async function answerPulls(hub, admitted) {
  const { asked, caller, rest, query, body } = admitted;
  const { digits = "", tail = "" } = /^\/pulls(?:\/(?<digits>\d+)(?<tail>.*))?$/.exec(rest)?.groups ?? {};
  const number = Number(digits);
  if (tail === "/files") {
    const files = await showFiles(hub, number);
    return files === null ? NOT_FOUND : paged(files, `${hub.api}${rest}`, query);
  }
  if (tail === "/merge" && asked.method === "PUT") return hub.pulls.merge(number, loginOf(caller));
  if (tail === "/requested_reviewers") return answerReviewers(hub, admitted, number);
  if (tail !== "") return hub.pass(asked);
  if (digits === "" && asked.method === "GET") return list2(hub, admitted);
  const refused = asked.method === "POST" ? await hub.pulls.refuseCreation(body) : asked.method === "PATCH" ? hub.pulls.refuseUpdate(number, body) : null;
  if (refused !== null) return refused;
  const answer = await hub.pass(asked);
  if (answer.status >= 300 || !isJson(answer.body)) return answer;
  if (asked.method !== "GET") hub.pulls.note(answer.body, loginOf(caller));
  return { ...answer, body: await showPull(hub, answer.body, true) };
}
async function list2(hub, { rest, query }) {
  const page = paged(selectPulls(hub, query), `${hub.api}${rest}`, query);
  const shown = page.body.map(
    async ({ number }) => showPull(hub, await read(hub, `/pulls/${number}`) ?? {}, false)
  );
  return { ...page, body: await Promise.all(shown) };
}

// src/demo/github-layer.ts
var LAYER_TOKENS = Array.from({ length: 50 }, (_, index) => `layer-${index}`);
var LAYER = { login: LAYER_LOGIN, tokens: LAYER_TOKENS };
var REQUESTS_PER_TOKEN = 4e3;
var GIT_DATA = /^\/(?:git\/(?:commits|trees|blobs|tags)|commits|compare|contents|merges|branches\/.+|pulls\/\d+\/(?:commits|update-branch))(?:\/|$)/;
var Layer = class {
  #options;
  #requests = 0;
  #upstream;
  #hub;
  #graphql;
  constructor(options, upstream) {
    this.#options = options;
    this.#upstream = upstream;
    const { repository, bare, fork = null, url, webUrl, tokens } = options;
    const root = `/repos/${repository}`;
    const repositories = new Repositories({ name: repository, bare }, fork);
    const times = new Times(options.now ?? (() => /* @__PURE__ */ new Date()));
    const ask = (method, rest, body) => this.#ask(method, `${root}${rest}`, body);
    this.#hub = {
      repositories,
      times,
      pulls: new PullRequests(repositories, times, async (number) => {
        await ask("PATCH", `/pulls/${number}`, { state: "closed" });
      }),
      settings: options,
      api: `${url}${root}`,
      web: `${webUrl}/${repository}`,
      collaborators: [
        .../* @__PURE__ */ new Set([...Object.values(tokens).map(({ login }) => login), ...options.users ?? []])
      ],
      ask,
      pass: (asked) => this.#pass(asked),
      user: (login) => this.#user(login)
    };
    this.#graphql = new GraphQL(this.#hub);
  }
  async answer(asked) {
    const caller = callerOf(asked.authorization, this.#options.tokens);
    const reads = asked.method === "GET";
    if (caller === "unknown") return BAD_CREDENTIALS;
    if (caller === "anonymous" && !reads) return AUTHENTICATION_REQUIRED;
    const [path = "", query = ""] = asked.path.split("?", 2);
    if (path === "/graphql" && caller !== "anonymous") return this.#graphql.answer(asked.body, caller);
    const repository = this.#repositoryOf(path);
    if (repository === null) return this.#pass(asked);
    const rest = decodeURIComponent(path.slice(`/repos/${repository.name}`.length));
    const body = isJson(asked.body) ? asked.body : {};
    const admitted = { asked, caller, rest, query, body };
    if (!reads && !this.#mayChange(repository, admitted)) return NO_RIGHT_TO_WRITE;
    return this.#inRepository(repository, admitted);
  }
  setChecks(sha, state) {
    this.#hub.pulls.setChecks(sha, state);
  }
  setReviewDecision(number, decision) {
    const pull = this.#hub.pulls.get(number);
    if (pull === void 0) throw new Error(`There is no pull request #${number}.`);
    pull.reviewDecision = decision;
  }
  #repositoryOf(path) {
    const [, name = ""] = /^\/repos\/([^/]+\/[^/]+)(?:\/|$)/.exec(path) ?? [];
    return this.#hub.repositories.named(name);
  }
  /** Who has a fork may open pull requests from it, change those, and comment; all else needs the right to write. */
  #mayChange(repository, { asked, caller, rest, body }) {
    if (caller === "anonymous") return false;
    if (mayWrite(caller, repository.name)) return true;
    const { fork } = this.#hub.repositories;
    if (fork === null || !mayWrite(caller, fork.name)) return false;
    if (asked.method === "POST" && rest === "/pulls") {
      return String(body["head"]).startsWith(`${ownerOf(fork.name)}:`);
    }
    const { digits = "", tail } = /^\/(?:pulls|issues)\/(?<digits>\d+)(?<tail>\/.+)?$/.exec(rest)?.groups ?? {};
    if (asked.method === "POST" && tail === "/comments") return true;
    const text = Object.keys(body).every((name) => ["title", "body", "state", "base"].includes(name));
    const own = this.#hub.pulls.get(Number(digits))?.author === caller.login;
    return asked.method === "PATCH" && tail === void 0 && text && own;
  }
  async #inRepository(repository, admitted) {
    const { asked, rest, body } = admitted;
    if (rest === "" && asked.method === "GET") return this.#repository(repository, admitted);
    if (GIT_DATA.test(rest)) return NOT_EMULATED;
    const api = `${this.#options.url}/repos/${repository.name}`;
    const ofRefs = await answerRefs(repository.bare, api, asked.method, rest, body);
    if (ofRefs !== null) return ofRefs;
    if (repository !== this.#hub.repositories.main) return NOT_EMULATED;
    await this.#hub.pulls.sync();
    if (/^\/pulls(?:\/|$)/.test(rest)) return answerPulls(this.#hub, admitted);
    return await answerLabels(this.#hub, admitted) ?? await answerIssues(this.#hub, admitted) ?? this.#pass(asked);
  }
  async #repository({ name }, { asked, caller }) {
    const answer = await this.#pass(asked);
    if (!isJson(answer.body) || answer.status !== 200) return answer;
    const { permissions: _, ...rest } = answer.body;
    if (caller === "anonymous") return { ...answer, body: rest };
    const write2 = mayWrite(caller, name);
    const permissions = { admin: false, maintain: false, push: write2, triage: write2, pull: true };
    const allow_auto_merge = this.#options.autoMerge ?? false;
    const origin = rest["fork"] === true ? await this.#origin() : {};
    return { ...answer, body: { ...rest, ...origin, allow_auto_merge, permissions } };
  }
  /** What a fork says of where it comes from, which the emulator leaves out. */
  async #origin() {
    const { body } = await this.#ask("GET", `/repos/${this.#options.repository}`);
    return { parent: body, source: body };
  }
  /** A user as an answer shows one. */
  async #user(login) {
    const { body } = await this.#ask("GET", `/users/${encodeURIComponent(login)}`);
    return isJson(body) ? body : {};
  }
  #ask(method, path, body) {
    const text = body === void 0 ? "" : JSON.stringify(body);
    const token = LAYER_TOKENS[Math.floor(this.#requests++ / REQUESTS_PER_TOKEN) % LAYER_TOKENS.length];
    return this.#upstream.ask(method, path, `Bearer ${token}`, text);
  }
  #pass(asked) {
    return this.#upstream.ask(asked.method, asked.path, asked.authorization, asked.text);
  }
};

// node_modules/emulate/dist/chunk-U6ISZSHV.js
function message(msg, actual, ...types) {
  types = types.filter(Boolean);
  if (types.length > 2) {
    const last = types.pop();
    msg += `one of type ${types.join(", ")}, or ${last}.`;
  } else if (types.length === 2) {
    msg += `one of type ${types[0]} or ${types[1]}.`;
  } else {
    msg += `of type ${types[0]}.`;
  }
  if (actual == null) {
    msg += ` Received ${actual}`;
  } else if (typeof actual === "function" && actual.name) {
    msg += ` Received function ${actual.name}`;
  } else if (typeof actual === "object" && actual != null) {
    if (actual.constructor?.name) {
      msg += ` Received an instance of ${actual.constructor.name}`;
    }
  }
  return msg;
}
var invalidKeyInput = (actual, ...types) => message("Key must be ", actual, ...types);
var withAlg = (alg, actual, ...types) => message(`Key for the ${alg} algorithm must be `, actual, ...types);
function decodeBase64(encoded) {
  if (Uint8Array.fromBase64) {
    return Uint8Array.fromBase64(encoded);
  }
  const binary = atob(encoded);
  const bytes = new Uint8Array(binary.length);
  for (let i = 0; i < binary.length; i++) {
    bytes[i] = binary.charCodeAt(i);
  }
  return bytes;
}
var JOSEError = class extends Error {
  static code = "ERR_JOSE_GENERIC";
  code = "ERR_JOSE_GENERIC";
  constructor(message2, options) {
    super(message2, options);
    this.name = this.constructor.name;
    Error.captureStackTrace?.(this, this.constructor);
  }
};
var JWTClaimValidationFailed = class extends JOSEError {
  static code = "ERR_JWT_CLAIM_VALIDATION_FAILED";
  code = "ERR_JWT_CLAIM_VALIDATION_FAILED";
  claim;
  reason;
  payload;
  constructor(message2, payload, claim = "unspecified", reason = "unspecified") {
    super(message2, { cause: { claim, reason, payload } });
    this.claim = claim;
    this.reason = reason;
    this.payload = payload;
  }
};
var JWTExpired = class extends JOSEError {
  static code = "ERR_JWT_EXPIRED";
  code = "ERR_JWT_EXPIRED";
  claim;
  reason;
  payload;
  constructor(message2, payload, claim = "unspecified", reason = "unspecified") {
    super(message2, { cause: { claim, reason, payload } });
    this.claim = claim;
    this.reason = reason;
    this.payload = payload;
  }
};
var JOSEAlgNotAllowed = class extends JOSEError {
  static code = "ERR_JOSE_ALG_NOT_ALLOWED";
  code = "ERR_JOSE_ALG_NOT_ALLOWED";
};
var JOSENotSupported = class extends JOSEError {
  static code = "ERR_JOSE_NOT_SUPPORTED";
  code = "ERR_JOSE_NOT_SUPPORTED";
};
var JWSInvalid = class extends JOSEError {
  static code = "ERR_JWS_INVALID";
  code = "ERR_JWS_INVALID";
};
var JWTInvalid = class extends JOSEError {
  static code = "ERR_JWT_INVALID";
  code = "ERR_JWT_INVALID";
};
var JWSSignatureVerificationFailed = class extends JOSEError {
  static code = "ERR_JWS_SIGNATURE_VERIFICATION_FAILED";
  code = "ERR_JWS_SIGNATURE_VERIFICATION_FAILED";
  constructor(message2 = "signature verification failed", options) {
    super(message2, options);
  }
};
var isCryptoKey = (key) => {
  if (key?.[Symbol.toStringTag] === "CryptoKey")
    return true;
  try {
    return key instanceof CryptoKey;
  } catch {
    return false;
  }
};
var isKeyObject = (key) => key?.[Symbol.toStringTag] === "KeyObject";
var isKeyLike = (key) => isCryptoKey(key) || isKeyObject(key);
var encoder = new TextEncoder();
var decoder = new TextDecoder();
var MAX_INT32 = 2 ** 32;
function concat(...buffers) {
  const size = buffers.reduce((acc, { length }) => acc + length, 0);
  const buf = new Uint8Array(size);
  let i = 0;
  for (const buffer of buffers) {
    buf.set(buffer, i);
    i += buffer.length;
  }
  return buf;
}
function encode(string) {
  const bytes = new Uint8Array(string.length);
  for (let i = 0; i < string.length; i++) {
    const code = string.charCodeAt(i);
    if (code > 127) {
      throw new TypeError("non-ASCII string encountered in encode()");
    }
    bytes[i] = code;
  }
  return bytes;
}
function decode(input) {
  if (Uint8Array.fromBase64) {
    return Uint8Array.fromBase64(typeof input === "string" ? input : decoder.decode(input), {
      alphabet: "base64url"
    });
  }
  let encoded = input;
  if (encoded instanceof Uint8Array) {
    encoded = decoder.decode(encoded);
  }
  encoded = encoded.replace(/-/g, "+").replace(/_/g, "/");
  try {
    return decodeBase64(encoded);
  } catch {
    throw new TypeError("The input to be decoded is not correctly encoded.");
  }
}
var unusable = (name, prop = "algorithm.name") => new TypeError(`CryptoKey does not support this operation, its ${prop} must be ${name}`);
var isAlgorithm = (algorithm, name) => algorithm.name === name;
function getHashLength(hash) {
  return parseInt(hash.name.slice(4), 10);
}
function checkHashLength(algorithm, expected) {
  const actual = getHashLength(algorithm.hash);
  if (actual !== expected)
    throw unusable(`SHA-${expected}`, "algorithm.hash");
}
function getNamedCurve(alg) {
  switch (alg) {
    case "ES256":
      return "P-256";
    case "ES384":
      return "P-384";
    case "ES512":
      return "P-521";
    default:
      throw new Error("unreachable");
  }
}
function checkUsage(key, usage) {
  if (usage && !key.usages.includes(usage)) {
    throw new TypeError(`CryptoKey does not support this operation, its usages must include ${usage}.`);
  }
}
function checkSigCryptoKey(key, alg, usage) {
  switch (alg) {
    case "HS256":
    case "HS384":
    case "HS512": {
      if (!isAlgorithm(key.algorithm, "HMAC"))
        throw unusable("HMAC");
      checkHashLength(key.algorithm, parseInt(alg.slice(2), 10));
      break;
    }
    case "RS256":
    case "RS384":
    case "RS512": {
      if (!isAlgorithm(key.algorithm, "RSASSA-PKCS1-v1_5"))
        throw unusable("RSASSA-PKCS1-v1_5");
      checkHashLength(key.algorithm, parseInt(alg.slice(2), 10));
      break;
    }
    case "PS256":
    case "PS384":
    case "PS512": {
      if (!isAlgorithm(key.algorithm, "RSA-PSS"))
        throw unusable("RSA-PSS");
      checkHashLength(key.algorithm, parseInt(alg.slice(2), 10));
      break;
    }
    case "Ed25519":
    case "EdDSA": {
      if (!isAlgorithm(key.algorithm, "Ed25519"))
        throw unusable("Ed25519");
      break;
    }
    case "ML-DSA-44":
    case "ML-DSA-65":
    case "ML-DSA-87": {
      if (!isAlgorithm(key.algorithm, alg))
        throw unusable(alg);
      break;
    }
    case "ES256":
    case "ES384":
    case "ES512": {
      if (!isAlgorithm(key.algorithm, "ECDSA"))
        throw unusable("ECDSA");
      const expected = getNamedCurve(alg);
      const actual = key.algorithm.namedCurve;
      if (actual !== expected)
        throw unusable(expected, "algorithm.namedCurve");
      break;
    }
    default:
      throw new TypeError("CryptoKey does not support this operation");
  }
  checkUsage(key, usage);
}
function checkKeyLength(alg, key) {
  if (alg.startsWith("RS") || alg.startsWith("PS")) {
    const { modulusLength } = key.algorithm;
    if (typeof modulusLength !== "number" || modulusLength < 2048) {
      throw new TypeError(`${alg} requires key modulusLength to be 2048 bits or larger`);
    }
  }
}
function subtleAlgorithm(alg, algorithm) {
  const hash = `SHA-${alg.slice(-3)}`;
  switch (alg) {
    case "HS256":
    case "HS384":
    case "HS512":
      return { hash, name: "HMAC" };
    case "PS256":
    case "PS384":
    case "PS512":
      return { hash, name: "RSA-PSS", saltLength: parseInt(alg.slice(-3), 10) >> 3 };
    case "RS256":
    case "RS384":
    case "RS512":
      return { hash, name: "RSASSA-PKCS1-v1_5" };
    case "ES256":
    case "ES384":
    case "ES512":
      return { hash, name: "ECDSA", namedCurve: algorithm.namedCurve };
    case "Ed25519":
    case "EdDSA":
      return { name: "Ed25519" };
    case "ML-DSA-44":
    case "ML-DSA-65":
    case "ML-DSA-87":
      return { name: alg };
    default:
      throw new JOSENotSupported(`alg ${alg} is not supported either by JOSE or your javascript runtime`);
  }
}
async function getSigKey(alg, key, usage) {
  if (key instanceof Uint8Array) {
    if (!alg.startsWith("HS")) {
      throw new TypeError(invalidKeyInput(key, "CryptoKey", "KeyObject", "JSON Web Key"));
    }
    return crypto.subtle.importKey("raw", key, { hash: `SHA-${alg.slice(-3)}`, name: "HMAC" }, false, [usage]);
  }
  checkSigCryptoKey(key, alg, usage);
  return key;
}
async function verify(alg, key, signature, data) {
  const cryptoKey = await getSigKey(alg, key, "verify");
  checkKeyLength(alg, cryptoKey);
  const algorithm = subtleAlgorithm(alg, cryptoKey.algorithm);
  try {
    return await crypto.subtle.verify(algorithm, cryptoKey, signature, data);
  } catch {
    return false;
  }
}
var isObjectLike = (value) => typeof value === "object" && value !== null;
function isObject(input) {
  if (!isObjectLike(input) || Object.prototype.toString.call(input) !== "[object Object]") {
    return false;
  }
  if (Object.getPrototypeOf(input) === null) {
    return true;
  }
  let proto = input;
  while (Object.getPrototypeOf(proto) !== null) {
    proto = Object.getPrototypeOf(proto);
  }
  return Object.getPrototypeOf(input) === proto;
}
function isDisjoint(...headers) {
  const sources = headers.filter(Boolean);
  if (sources.length === 0 || sources.length === 1) {
    return true;
  }
  let acc;
  for (const header of sources) {
    const parameters = Object.keys(header);
    if (!acc || acc.size === 0) {
      acc = new Set(parameters);
      continue;
    }
    for (const parameter of parameters) {
      if (acc.has(parameter)) {
        return false;
      }
      acc.add(parameter);
    }
  }
  return true;
}
var isJWK = (key) => isObject(key) && typeof key.kty === "string";
var isPrivateJWK = (key) => key.kty !== "oct" && (key.kty === "AKP" && typeof key.priv === "string" || typeof key.d === "string");
var isPublicJWK = (key) => key.kty !== "oct" && key.d === void 0 && key.priv === void 0;
var isSecretJWK = (key) => key.kty === "oct" && typeof key.k === "string";
var tag = (key) => key?.[Symbol.toStringTag];
var jwkMatchesOp = (alg, key, usage) => {
  if (key.use !== void 0) {
    let expected;
    switch (usage) {
      case "sign":
      case "verify":
        expected = "sig";
        break;
      case "encrypt":
      case "decrypt":
        expected = "enc";
        break;
    }
    if (key.use !== expected) {
      throw new TypeError(`Invalid key for this operation, its "use" must be "${expected}" when present`);
    }
  }
  if (key.alg !== void 0 && key.alg !== alg) {
    throw new TypeError(`Invalid key for this operation, its "alg" must be "${alg}" when present`);
  }
  if (Array.isArray(key.key_ops)) {
    let expectedKeyOp;
    switch (true) {
      case (usage === "sign" || usage === "verify"):
      case alg === "dir":
      case alg.includes("CBC-HS"):
        expectedKeyOp = usage;
        break;
      case alg.startsWith("PBES2"):
        expectedKeyOp = "deriveBits";
        break;
      case /^A\d{3}(?:GCM)?(?:KW)?$/.test(alg):
        if (!alg.includes("GCM") && alg.endsWith("KW")) {
          expectedKeyOp = usage === "encrypt" ? "wrapKey" : "unwrapKey";
        } else {
          expectedKeyOp = usage;
        }
        break;
      case (usage === "encrypt" && alg.startsWith("RSA")):
        expectedKeyOp = "wrapKey";
        break;
      case usage === "decrypt":
        expectedKeyOp = alg.startsWith("RSA") ? "unwrapKey" : "deriveBits";
        break;
    }
    if (expectedKeyOp && key.key_ops?.includes?.(expectedKeyOp) === false) {
      throw new TypeError(`Invalid key for this operation, its "key_ops" must include "${expectedKeyOp}" when present`);
    }
  }
  return true;
};
var symmetricTypeCheck = (alg, key, usage) => {
  if (key instanceof Uint8Array)
    return;
  if (isJWK(key)) {
    if (isSecretJWK(key) && jwkMatchesOp(alg, key, usage))
      return;
    throw new TypeError(`JSON Web Key for symmetric algorithms must have JWK "kty" (Key Type) equal to "oct" and the JWK "k" (Key Value) present`);
  }
  if (!isKeyLike(key)) {
    throw new TypeError(withAlg(alg, key, "CryptoKey", "KeyObject", "JSON Web Key", "Uint8Array"));
  }
  if (key.type !== "secret") {
    throw new TypeError(`${tag(key)} instances for symmetric algorithms must be of type "secret"`);
  }
};
var asymmetricTypeCheck = (alg, key, usage) => {
  if (isJWK(key)) {
    switch (usage) {
      case "decrypt":
      case "sign":
        if (isPrivateJWK(key) && jwkMatchesOp(alg, key, usage))
          return;
        throw new TypeError(`JSON Web Key for this operation must be a private JWK`);
      case "encrypt":
      case "verify":
        if (isPublicJWK(key) && jwkMatchesOp(alg, key, usage))
          return;
        throw new TypeError(`JSON Web Key for this operation must be a public JWK`);
    }
  }
  if (!isKeyLike(key)) {
    throw new TypeError(withAlg(alg, key, "CryptoKey", "KeyObject", "JSON Web Key"));
  }
  if (key.type === "secret") {
    throw new TypeError(`${tag(key)} instances for asymmetric algorithms must not be of type "secret"`);
  }
  if (key.type === "public") {
    switch (usage) {
      case "sign":
        throw new TypeError(`${tag(key)} instances for asymmetric algorithm signing must be of type "private"`);
      case "decrypt":
        throw new TypeError(`${tag(key)} instances for asymmetric algorithm decryption must be of type "private"`);
    }
  }
  if (key.type === "private") {
    switch (usage) {
      case "verify":
        throw new TypeError(`${tag(key)} instances for asymmetric algorithm verifying must be of type "public"`);
      case "encrypt":
        throw new TypeError(`${tag(key)} instances for asymmetric algorithm encryption must be of type "public"`);
    }
  }
};
function checkKeyType(alg, key, usage) {
  switch (alg.substring(0, 2)) {
    case "A1":
    case "A2":
    case "di":
    case "HS":
    case "PB":
      symmetricTypeCheck(alg, key, usage);
      break;
    default:
      asymmetricTypeCheck(alg, key, usage);
  }
}
function validateCrit(Err, recognizedDefault, recognizedOption, protectedHeader, joseHeader) {
  if (joseHeader.crit !== void 0 && protectedHeader?.crit === void 0) {
    throw new Err('"crit" (Critical) Header Parameter MUST be integrity protected');
  }
  if (!protectedHeader || protectedHeader.crit === void 0) {
    return /* @__PURE__ */ new Set();
  }
  if (!Array.isArray(protectedHeader.crit) || protectedHeader.crit.length === 0 || protectedHeader.crit.some((input) => typeof input !== "string" || input.length === 0)) {
    throw new Err('"crit" (Critical) Header Parameter MUST be an array of non-empty strings when present');
  }
  let recognized;
  if (recognizedOption !== void 0) {
    recognized = new Map([...Object.entries(recognizedOption), ...recognizedDefault.entries()]);
  } else {
    recognized = recognizedDefault;
  }
  for (const parameter of protectedHeader.crit) {
    if (!recognized.has(parameter)) {
      throw new JOSENotSupported(`Extension Header Parameter "${parameter}" is not recognized`);
    }
    if (joseHeader[parameter] === void 0) {
      throw new Err(`Extension Header Parameter "${parameter}" is missing`);
    }
    if (recognized.get(parameter) && protectedHeader[parameter] === void 0) {
      throw new Err(`Extension Header Parameter "${parameter}" MUST be integrity protected`);
    }
  }
  return new Set(protectedHeader.crit);
}
var unsupportedAlg = 'Invalid or unsupported JWK "alg" (Algorithm) Parameter value';
function subtleMapping(jwk) {
  let algorithm;
  let keyUsages;
  switch (jwk.kty) {
    case "AKP": {
      switch (jwk.alg) {
        case "ML-DSA-44":
        case "ML-DSA-65":
        case "ML-DSA-87":
          algorithm = { name: jwk.alg };
          keyUsages = jwk.priv ? ["sign"] : ["verify"];
          break;
        default:
          throw new JOSENotSupported(unsupportedAlg);
      }
      break;
    }
    case "RSA": {
      switch (jwk.alg) {
        case "PS256":
        case "PS384":
        case "PS512":
          algorithm = { name: "RSA-PSS", hash: `SHA-${jwk.alg.slice(-3)}` };
          keyUsages = jwk.d ? ["sign"] : ["verify"];
          break;
        case "RS256":
        case "RS384":
        case "RS512":
          algorithm = { name: "RSASSA-PKCS1-v1_5", hash: `SHA-${jwk.alg.slice(-3)}` };
          keyUsages = jwk.d ? ["sign"] : ["verify"];
          break;
        case "RSA-OAEP":
        case "RSA-OAEP-256":
        case "RSA-OAEP-384":
        case "RSA-OAEP-512":
          algorithm = {
            name: "RSA-OAEP",
            hash: `SHA-${parseInt(jwk.alg.slice(-3), 10) || 1}`
          };
          keyUsages = jwk.d ? ["decrypt", "unwrapKey"] : ["encrypt", "wrapKey"];
          break;
        default:
          throw new JOSENotSupported(unsupportedAlg);
      }
      break;
    }
    case "EC": {
      switch (jwk.alg) {
        case "ES256":
        case "ES384":
        case "ES512":
          algorithm = {
            name: "ECDSA",
            namedCurve: { ES256: "P-256", ES384: "P-384", ES512: "P-521" }[jwk.alg]
          };
          keyUsages = jwk.d ? ["sign"] : ["verify"];
          break;
        case "ECDH-ES":
        case "ECDH-ES+A128KW":
        case "ECDH-ES+A192KW":
        case "ECDH-ES+A256KW":
          algorithm = { name: "ECDH", namedCurve: jwk.crv };
          keyUsages = jwk.d ? ["deriveBits"] : [];
          break;
        default:
          throw new JOSENotSupported(unsupportedAlg);
      }
      break;
    }
    case "OKP": {
      switch (jwk.alg) {
        case "Ed25519":
        case "EdDSA":
          algorithm = { name: "Ed25519" };
          keyUsages = jwk.d ? ["sign"] : ["verify"];
          break;
        case "ECDH-ES":
        case "ECDH-ES+A128KW":
        case "ECDH-ES+A192KW":
        case "ECDH-ES+A256KW":
          algorithm = { name: jwk.crv };
          keyUsages = jwk.d ? ["deriveBits"] : [];
          break;
        default:
          throw new JOSENotSupported(unsupportedAlg);
      }
      break;
    }
    default:
      throw new JOSENotSupported('Invalid or unsupported JWK "kty" (Key Type) Parameter value');
  }
  return { algorithm, keyUsages };
}
async function jwkToKey(jwk) {
  if (!jwk.alg) {
    throw new TypeError('"alg" argument is required when "jwk.alg" is not present');
  }
  const { algorithm, keyUsages } = subtleMapping(jwk);
  const keyData = { ...jwk };
  if (keyData.kty !== "AKP") {
    delete keyData.alg;
  }
  delete keyData.use;
  return crypto.subtle.importKey("jwk", keyData, algorithm, jwk.ext ?? (jwk.d || jwk.priv ? false : true), jwk.key_ops ?? keyUsages);
}
var unusableForAlg = "given KeyObject instance cannot be used for this algorithm";
var cache;
var handleJWK = async (key, jwk, alg, freeze = false) => {
  cache ||= /* @__PURE__ */ new WeakMap();
  let cached = cache.get(key);
  if (cached?.[alg]) {
    return cached[alg];
  }
  const cryptoKey = await jwkToKey({ ...jwk, alg });
  if (freeze)
    Object.freeze(key);
  if (!cached) {
    cache.set(key, { [alg]: cryptoKey });
  } else {
    cached[alg] = cryptoKey;
  }
  return cryptoKey;
};
var handleKeyObject = (keyObject, alg) => {
  cache ||= /* @__PURE__ */ new WeakMap();
  let cached = cache.get(keyObject);
  if (cached?.[alg]) {
    return cached[alg];
  }
  const isPublic = keyObject.type === "public";
  const extractable = isPublic ? true : false;
  let cryptoKey;
  if (keyObject.asymmetricKeyType === "x25519") {
    switch (alg) {
      case "ECDH-ES":
      case "ECDH-ES+A128KW":
      case "ECDH-ES+A192KW":
      case "ECDH-ES+A256KW":
        break;
      default:
        throw new TypeError(unusableForAlg);
    }
    cryptoKey = keyObject.toCryptoKey(keyObject.asymmetricKeyType, extractable, isPublic ? [] : ["deriveBits"]);
  }
  if (keyObject.asymmetricKeyType === "ed25519") {
    if (alg !== "EdDSA" && alg !== "Ed25519") {
      throw new TypeError(unusableForAlg);
    }
    cryptoKey = keyObject.toCryptoKey(keyObject.asymmetricKeyType, extractable, [
      isPublic ? "verify" : "sign"
    ]);
  }
  switch (keyObject.asymmetricKeyType) {
    case "ml-dsa-44":
    case "ml-dsa-65":
    case "ml-dsa-87": {
      if (alg !== keyObject.asymmetricKeyType.toUpperCase()) {
        throw new TypeError(unusableForAlg);
      }
      cryptoKey = keyObject.toCryptoKey(keyObject.asymmetricKeyType, extractable, [
        isPublic ? "verify" : "sign"
      ]);
    }
  }
  if (keyObject.asymmetricKeyType === "rsa") {
    let hash;
    switch (alg) {
      case "RSA-OAEP":
        hash = "SHA-1";
        break;
      case "RS256":
      case "PS256":
      case "RSA-OAEP-256":
        hash = "SHA-256";
        break;
      case "RS384":
      case "PS384":
      case "RSA-OAEP-384":
        hash = "SHA-384";
        break;
      case "RS512":
      case "PS512":
      case "RSA-OAEP-512":
        hash = "SHA-512";
        break;
      default:
        throw new TypeError(unusableForAlg);
    }
    if (alg.startsWith("RSA-OAEP")) {
      return keyObject.toCryptoKey({
        name: "RSA-OAEP",
        hash
      }, extractable, isPublic ? ["encrypt"] : ["decrypt"]);
    }
    cryptoKey = keyObject.toCryptoKey({
      name: alg.startsWith("PS") ? "RSA-PSS" : "RSASSA-PKCS1-v1_5",
      hash
    }, extractable, [isPublic ? "verify" : "sign"]);
  }
  if (keyObject.asymmetricKeyType === "ec") {
    const nist = /* @__PURE__ */ new Map([
      ["prime256v1", "P-256"],
      ["secp384r1", "P-384"],
      ["secp521r1", "P-521"]
    ]);
    const namedCurve = nist.get(keyObject.asymmetricKeyDetails?.namedCurve);
    if (!namedCurve) {
      throw new TypeError(unusableForAlg);
    }
    const expectedCurve = { ES256: "P-256", ES384: "P-384", ES512: "P-521" };
    if (expectedCurve[alg] && namedCurve === expectedCurve[alg]) {
      cryptoKey = keyObject.toCryptoKey({
        name: "ECDSA",
        namedCurve
      }, extractable, [isPublic ? "verify" : "sign"]);
    }
    if (alg.startsWith("ECDH-ES")) {
      cryptoKey = keyObject.toCryptoKey({
        name: "ECDH",
        namedCurve
      }, extractable, isPublic ? [] : ["deriveBits"]);
    }
  }
  if (!cryptoKey) {
    throw new TypeError(unusableForAlg);
  }
  if (!cached) {
    cache.set(keyObject, { [alg]: cryptoKey });
  } else {
    cached[alg] = cryptoKey;
  }
  return cryptoKey;
};
async function normalizeKey(key, alg) {
  if (key instanceof Uint8Array) {
    return key;
  }
  if (isCryptoKey(key)) {
    return key;
  }
  if (isKeyObject(key)) {
    if (key.type === "secret") {
      return key.export();
    }
    if ("toCryptoKey" in key && typeof key.toCryptoKey === "function") {
      try {
        return handleKeyObject(key, alg);
      } catch (err) {
        if (err instanceof TypeError) {
          throw err;
        }
      }
    }
    let jwk = key.export({ format: "jwk" });
    return handleJWK(key, jwk, alg);
  }
  if (isJWK(key)) {
    if (key.k) {
      return decode(key.k);
    }
    return handleJWK(key, key, alg, true);
  }
  throw new Error("unreachable");
}
function decodeBase64url(value, label, ErrorClass) {
  try {
    return decode(value);
  } catch {
    throw new ErrorClass(`Failed to base64url decode the ${label}`);
  }
}
var epoch = (date) => Math.floor(date.getTime() / 1e3);
var minute = 60;
var hour = minute * 60;
var day = hour * 24;
var week = day * 7;
var year = day * 365.25;
var REGEX = /^(\+|\-)? ?(\d+|\d+\.\d+) ?(seconds?|secs?|s|minutes?|mins?|m|hours?|hrs?|h|days?|d|weeks?|w|years?|yrs?|y)(?: (ago|from now))?$/i;
function secs(str) {
  const matched = REGEX.exec(str);
  if (!matched || matched[4] && matched[1]) {
    throw new TypeError("Invalid time period format");
  }
  const value = parseFloat(matched[2]);
  const unit = matched[3].toLowerCase();
  let numericDate;
  switch (unit) {
    case "sec":
    case "secs":
    case "second":
    case "seconds":
    case "s":
      numericDate = Math.round(value);
      break;
    case "minute":
    case "minutes":
    case "min":
    case "mins":
    case "m":
      numericDate = Math.round(value * minute);
      break;
    case "hour":
    case "hours":
    case "hr":
    case "hrs":
    case "h":
      numericDate = Math.round(value * hour);
      break;
    case "day":
    case "days":
    case "d":
      numericDate = Math.round(value * day);
      break;
    case "week":
    case "weeks":
    case "w":
      numericDate = Math.round(value * week);
      break;
    default:
      numericDate = Math.round(value * year);
      break;
  }
  if (matched[1] === "-" || matched[4] === "ago") {
    return -numericDate;
  }
  return numericDate;
}
var normalizeTyp = (value) => {
  if (value.includes("/")) {
    return value.toLowerCase();
  }
  return `application/${value.toLowerCase()}`;
};
var checkAudiencePresence = (audPayload, audOption) => {
  if (typeof audPayload === "string") {
    return audOption.includes(audPayload);
  }
  if (Array.isArray(audPayload)) {
    return audOption.some(Set.prototype.has.bind(new Set(audPayload)));
  }
  return false;
};
function validateClaimsSet(protectedHeader, encodedPayload, options = {}) {
  let payload;
  try {
    payload = JSON.parse(decoder.decode(encodedPayload));
  } catch {
  }
  if (!isObject(payload)) {
    throw new JWTInvalid("JWT Claims Set must be a top-level JSON object");
  }
  const { typ } = options;
  if (typ && (typeof protectedHeader.typ !== "string" || normalizeTyp(protectedHeader.typ) !== normalizeTyp(typ))) {
    throw new JWTClaimValidationFailed('unexpected "typ" JWT header value', payload, "typ", "check_failed");
  }
  const { requiredClaims = [], issuer, subject, audience, maxTokenAge } = options;
  const presenceCheck = [...requiredClaims];
  if (maxTokenAge !== void 0)
    presenceCheck.push("iat");
  if (audience !== void 0)
    presenceCheck.push("aud");
  if (subject !== void 0)
    presenceCheck.push("sub");
  if (issuer !== void 0)
    presenceCheck.push("iss");
  for (const claim of new Set(presenceCheck.reverse())) {
    if (!(claim in payload)) {
      throw new JWTClaimValidationFailed(`missing required "${claim}" claim`, payload, claim, "missing");
    }
  }
  if (issuer && !(Array.isArray(issuer) ? issuer : [issuer]).includes(payload.iss)) {
    throw new JWTClaimValidationFailed('unexpected "iss" claim value', payload, "iss", "check_failed");
  }
  if (subject && payload.sub !== subject) {
    throw new JWTClaimValidationFailed('unexpected "sub" claim value', payload, "sub", "check_failed");
  }
  if (audience && !checkAudiencePresence(payload.aud, typeof audience === "string" ? [audience] : audience)) {
    throw new JWTClaimValidationFailed('unexpected "aud" claim value', payload, "aud", "check_failed");
  }
  let tolerance;
  switch (typeof options.clockTolerance) {
    case "string":
      tolerance = secs(options.clockTolerance);
      break;
    case "number":
      tolerance = options.clockTolerance;
      break;
    case "undefined":
      tolerance = 0;
      break;
    default:
      throw new TypeError("Invalid clockTolerance option type");
  }
  const { currentDate } = options;
  const now = epoch(currentDate || /* @__PURE__ */ new Date());
  if ((payload.iat !== void 0 || maxTokenAge) && typeof payload.iat !== "number") {
    throw new JWTClaimValidationFailed('"iat" claim must be a number', payload, "iat", "invalid");
  }
  if (payload.nbf !== void 0) {
    if (typeof payload.nbf !== "number") {
      throw new JWTClaimValidationFailed('"nbf" claim must be a number', payload, "nbf", "invalid");
    }
    if (payload.nbf > now + tolerance) {
      throw new JWTClaimValidationFailed('"nbf" claim timestamp check failed', payload, "nbf", "check_failed");
    }
  }
  if (payload.exp !== void 0) {
    if (typeof payload.exp !== "number") {
      throw new JWTClaimValidationFailed('"exp" claim must be a number', payload, "exp", "invalid");
    }
    if (payload.exp <= now - tolerance) {
      throw new JWTExpired('"exp" claim timestamp check failed', payload, "exp", "check_failed");
    }
  }
  if (maxTokenAge) {
    const age = now - payload.iat;
    const max = typeof maxTokenAge === "number" ? maxTokenAge : secs(maxTokenAge);
    if (age - tolerance > max) {
      throw new JWTExpired('"iat" claim timestamp check failed (too far in the past)', payload, "iat", "check_failed");
    }
    if (age < 0 - tolerance) {
      throw new JWTClaimValidationFailed('"iat" claim timestamp check failed (it should be in the past)', payload, "iat", "check_failed");
    }
  }
  return payload;
}
function validateAlgorithms(option, algorithms) {
  if (algorithms !== void 0 && (!Array.isArray(algorithms) || algorithms.some((s) => typeof s !== "string"))) {
    throw new TypeError(`"${option}" option must be an array of strings`);
  }
  if (!algorithms) {
    return void 0;
  }
  return new Set(algorithms);
}
async function flattenedVerify(jws, key, options) {
  if (!isObject(jws)) {
    throw new JWSInvalid("Flattened JWS must be an object");
  }
  if (jws.protected === void 0 && jws.header === void 0) {
    throw new JWSInvalid('Flattened JWS must have either of the "protected" or "header" members');
  }
  if (jws.protected !== void 0 && typeof jws.protected !== "string") {
    throw new JWSInvalid("JWS Protected Header incorrect type");
  }
  if (jws.payload === void 0) {
    throw new JWSInvalid("JWS Payload missing");
  }
  if (typeof jws.signature !== "string") {
    throw new JWSInvalid("JWS Signature missing or incorrect type");
  }
  if (jws.header !== void 0 && !isObject(jws.header)) {
    throw new JWSInvalid("JWS Unprotected Header incorrect type");
  }
  let parsedProt = {};
  if (jws.protected) {
    try {
      const protectedHeader = decode(jws.protected);
      parsedProt = JSON.parse(decoder.decode(protectedHeader));
    } catch {
      throw new JWSInvalid("JWS Protected Header is invalid");
    }
  }
  if (!isDisjoint(parsedProt, jws.header)) {
    throw new JWSInvalid("JWS Protected and JWS Unprotected Header Parameter names must be disjoint");
  }
  const joseHeader = {
    ...parsedProt,
    ...jws.header
  };
  const extensions = validateCrit(JWSInvalid, /* @__PURE__ */ new Map([["b64", true]]), options?.crit, parsedProt, joseHeader);
  let b64 = true;
  if (extensions.has("b64")) {
    b64 = parsedProt.b64;
    if (typeof b64 !== "boolean") {
      throw new JWSInvalid('The "b64" (base64url-encode payload) Header Parameter must be a boolean');
    }
  }
  const { alg } = joseHeader;
  if (typeof alg !== "string" || !alg) {
    throw new JWSInvalid('JWS "alg" (Algorithm) Header Parameter missing or invalid');
  }
  const algorithms = options && validateAlgorithms("algorithms", options.algorithms);
  if (algorithms && !algorithms.has(alg)) {
    throw new JOSEAlgNotAllowed('"alg" (Algorithm) Header Parameter value not allowed');
  }
  if (b64) {
    if (typeof jws.payload !== "string") {
      throw new JWSInvalid("JWS Payload must be a string");
    }
  } else if (typeof jws.payload !== "string" && !(jws.payload instanceof Uint8Array)) {
    throw new JWSInvalid("JWS Payload must be a string or an Uint8Array instance");
  }
  let resolvedKey = false;
  if (typeof key === "function") {
    key = await key(parsedProt, jws);
    resolvedKey = true;
  }
  checkKeyType(alg, key, "verify");
  const data = concat(jws.protected !== void 0 ? encode(jws.protected) : new Uint8Array(), encode("."), typeof jws.payload === "string" ? b64 ? encode(jws.payload) : encoder.encode(jws.payload) : jws.payload);
  const signature = decodeBase64url(jws.signature, "signature", JWSInvalid);
  const k = await normalizeKey(key, alg);
  const verified = await verify(alg, k, signature, data);
  if (!verified) {
    throw new JWSSignatureVerificationFailed();
  }
  let payload;
  if (b64) {
    payload = decodeBase64url(jws.payload, "payload", JWSInvalid);
  } else if (typeof jws.payload === "string") {
    payload = encoder.encode(jws.payload);
  } else {
    payload = jws.payload;
  }
  const result = { payload };
  if (jws.protected !== void 0) {
    result.protectedHeader = parsedProt;
  }
  if (jws.header !== void 0) {
    result.unprotectedHeader = jws.header;
  }
  if (resolvedKey) {
    return { ...result, key: k };
  }
  return result;
}
async function compactVerify(jws, key, options) {
  if (jws instanceof Uint8Array) {
    jws = decoder.decode(jws);
  }
  if (typeof jws !== "string") {
    throw new JWSInvalid("Compact JWS must be a string or Uint8Array");
  }
  const { 0: protectedHeader, 1: payload, 2: signature, length } = jws.split(".");
  if (length !== 3) {
    throw new JWSInvalid("Invalid Compact JWS");
  }
  const verified = await flattenedVerify({ payload, protected: protectedHeader, signature }, key, options);
  const result = { payload: verified.payload, protectedHeader: verified.protectedHeader };
  if (typeof key === "function") {
    return { ...result, key: verified.key };
  }
  return result;
}
async function jwtVerify(jwt, key, options) {
  const verified = await compactVerify(jwt, key, options);
  if (verified.protectedHeader.crit?.includes("b64") && verified.protectedHeader.b64 === false) {
    throw new JWTInvalid("JWTs MUST NOT use unencoded payload");
  }
  const payload = validateClaimsSet(verified.protectedHeader, verified.payload, options);
  const result = { payload, protectedHeader: verified.protectedHeader };
  if (typeof key === "function") {
    return { ...result, key: verified.key };
  }
  return result;
}

// node_modules/emulate/dist/api.js
import { createServer as createNodeServer } from "http";
import { createHmac } from "crypto";
import { createPublicKey } from "crypto";
import { fileURLToPath } from "url";
import { dirname as dirname2, join as join2 } from "path";
function serializeValue(value) {
  if (value instanceof Map) {
    return { __type: "Map", entries: [...value.entries()].map(([k, v]) => [k, serializeValue(v)]) };
  }
  if (value instanceof Set) {
    return { __type: "Set", values: [...value.values()] };
  }
  return value;
}
function deserializeValue(value) {
  if (value !== null && typeof value === "object" && "__type" in value) {
    const tagged = value;
    if (tagged.__type === "Map") {
      const entries2 = tagged.entries;
      return new Map(entries2.map(([k, v]) => [k, deserializeValue(v)]));
    }
    if (tagged.__type === "Set") {
      return new Set(tagged.values);
    }
  }
  return value;
}
var Collection = class {
  constructor(indexFields = []) {
    this.indexFields = indexFields;
    this.fieldNames = indexFields.map(String).sort();
    for (const field of indexFields) {
      this.indexes.set(String(field), /* @__PURE__ */ new Map());
    }
  }
  items = /* @__PURE__ */ new Map();
  indexes = /* @__PURE__ */ new Map();
  autoId = 1;
  fieldNames;
  addToIndex(item) {
    for (const field of this.indexFields) {
      const value = item[field];
      if (value === void 0 || value === null) continue;
      const indexMap = this.indexes.get(String(field));
      const key = String(value);
      if (!indexMap.has(key)) {
        indexMap.set(key, /* @__PURE__ */ new Set());
      }
      indexMap.get(key).add(item.id);
    }
  }
  removeFromIndex(item) {
    for (const field of this.indexFields) {
      const value = item[field];
      if (value === void 0 || value === null) continue;
      const indexMap = this.indexes.get(String(field));
      const key = String(value);
      indexMap.get(key)?.delete(item.id);
    }
  }
  insert(data) {
    const now = (/* @__PURE__ */ new Date()).toISOString();
    const explicitId = data.id != null && data.id > 0 ? data.id : void 0;
    const id = explicitId ?? this.autoId++;
    if (id >= this.autoId) {
      this.autoId = id + 1;
    }
    const item = {
      ...data,
      id,
      created_at: now,
      updated_at: now
    };
    this.items.set(id, item);
    this.addToIndex(item);
    return item;
  }
  get(id) {
    return this.items.get(id);
  }
  findBy(field, value) {
    if (this.indexes.has(String(field))) {
      const ids = this.indexes.get(String(field)).get(String(value));
      if (!ids) return [];
      return Array.from(ids).map((id) => this.items.get(id)).filter(Boolean);
    }
    return this.all().filter((item) => item[field] === value);
  }
  findOneBy(field, value) {
    return this.findBy(field, value)[0];
  }
  update(id, data) {
    const existing = this.items.get(id);
    if (!existing) return void 0;
    this.removeFromIndex(existing);
    const updated = {
      ...existing,
      ...data,
      id,
      updated_at: (/* @__PURE__ */ new Date()).toISOString()
    };
    this.items.set(id, updated);
    this.addToIndex(updated);
    return updated;
  }
  delete(id) {
    const existing = this.items.get(id);
    if (!existing) return false;
    this.removeFromIndex(existing);
    return this.items.delete(id);
  }
  all() {
    return Array.from(this.items.values());
  }
  query(options = {}) {
    let results = this.all();
    if (options.filter) {
      results = results.filter(options.filter);
    }
    const total_count = results.length;
    if (options.sort) {
      results.sort(options.sort);
    }
    const page = options.page ?? 1;
    const per_page = Math.min(options.per_page ?? 30, 100);
    const start = (page - 1) * per_page;
    const paged2 = results.slice(start, start + per_page);
    return {
      items: paged2,
      total_count,
      page,
      per_page,
      has_next: start + per_page < total_count,
      has_prev: page > 1
    };
  }
  count(filter) {
    if (!filter) return this.items.size;
    return this.all().filter(filter).length;
  }
  clear() {
    this.items.clear();
    for (const indexMap of this.indexes.values()) {
      indexMap.clear();
    }
    this.autoId = 1;
  }
  snapshot() {
    return {
      items: this.all(),
      autoId: this.autoId,
      indexFields: this.fieldNames
    };
  }
  restore(snap) {
    this.clear();
    this.autoId = snap.autoId;
    for (const item of snap.items) {
      this.items.set(item.id, item);
      this.addToIndex(item);
    }
  }
};
var Store = class {
  collections = /* @__PURE__ */ new Map();
  _data = /* @__PURE__ */ new Map();
  collection(name, indexFields = []) {
    const existing = this.collections.get(name);
    if (existing) {
      if (indexFields.length > 0) {
        const requested = indexFields.map(String).sort();
        if (existing.fieldNames.length !== requested.length || existing.fieldNames.some((f, i) => f !== requested[i])) {
          throw new Error(
            `Collection "${name}" already exists with indexes [${existing.fieldNames}] but was requested with [${requested}]`
          );
        }
      }
      return existing;
    }
    const col = new Collection(indexFields);
    this.collections.set(name, col);
    return col;
  }
  getData(key) {
    return this._data.get(key);
  }
  setData(key, value) {
    this._data.set(key, value);
  }
  reset() {
    for (const collection of this.collections.values()) {
      collection.clear();
    }
    this._data.clear();
  }
  snapshot() {
    const collections = {};
    for (const [name, col] of this.collections) {
      collections[name] = col.snapshot();
    }
    const data = {};
    for (const [key, value] of this._data) {
      data[key] = serializeValue(value);
    }
    return { collections, data };
  }
  restore(snap) {
    const snapshotNames = new Set(Object.keys(snap.collections));
    for (const name of this.collections.keys()) {
      if (!snapshotNames.has(name)) {
        this.collections.delete(name);
      }
    }
    for (const [name, colSnap] of Object.entries(snap.collections)) {
      const indexFields = colSnap.indexFields;
      const col = this.collection(name, indexFields);
      col.restore(colSnap);
    }
    this._data.clear();
    for (const [key, value] of Object.entries(snap.data)) {
      this._data.set(key, deserializeValue(value));
    }
  }
};
var HonoRequest = class {
  constructor(request, params, strictJson = false) {
    this.params = params;
    this.strictJson = strictJson;
    this.raw = request;
    this.url = request.url;
    this.method = request.method;
    this.path = new URL(request.url).pathname;
  }
  raw;
  url;
  method;
  path;
  header(name) {
    if (name) return this.raw.headers.get(name) ?? void 0;
    const headers = {};
    this.raw.headers.forEach((value, key) => {
      headers[key] = value;
    });
    return headers;
  }
  query(name) {
    return new URL(this.url).searchParams.get(name) ?? void 0;
  }
  queries(name) {
    const values = new URL(this.url).searchParams.getAll(name);
    return values.length > 0 ? values : void 0;
  }
  param(name) {
    if (!name) return { ...this.params };
    return this.params[name] ?? "";
  }
  async json() {
    try {
      return await this.raw.json();
    } catch (error) {
      if (!this.strictJson) throw error;
      throw Object.assign(new Error("Invalid JSON request body", { cause: error }), { status: 400 });
    }
  }
  text() {
    return this.raw.text();
  }
  arrayBuffer() {
    return this.raw.arrayBuffer();
  }
  async parseBody() {
    const contentType = this.header("Content-Type") ?? "";
    if (contentType.includes("multipart/form-data")) {
      return formDataToObject(await this.raw.formData());
    }
    if (contentType.includes("application/x-www-form-urlencoded")) {
      const params = new URLSearchParams(await this.raw.text());
      const out = {};
      for (const [key, value] of params) {
        appendBodyValue(out, key, value);
      }
      return out;
    }
    if (contentType.includes("application/json")) {
      const body = this.strictJson ? await this.json() : await this.raw.json().catch(() => ({}));
      return body && typeof body === "object" && !Array.isArray(body) ? body : {};
    }
    return {};
  }
};
var Context = class {
  constructor(request, params, notFoundHandler, strictJson = false) {
    this.notFoundHandler = notFoundHandler;
    this.req = new HonoRequest(request, params, strictJson);
  }
  req;
  vars = /* @__PURE__ */ new Map();
  responseHeaders = new Headers();
  headerOperations = [];
  appliedHeaders = /* @__PURE__ */ new WeakMap();
  responseStatus = 200;
  get(key) {
    return this.vars.get(key);
  }
  set(key, value) {
    this.vars.set(key, value);
  }
  header(name, value, options) {
    if (options?.append) this.responseHeaders.append(name, value);
    else this.responseHeaders.set(name, value);
    this.headerOperations.push({ name, value, append: options?.append === true });
  }
  status(status) {
    this.responseStatus = status;
  }
  json(data, status, headers) {
    return this.response(JSON.stringify(data), status, defaultContentType(headers, "application/json; charset=UTF-8"));
  }
  text(text, status, headers) {
    return this.response(text, status, defaultContentType(headers, "text/plain; charset=UTF-8"));
  }
  html(html, status, headers) {
    return this.response(html, status, defaultContentType(headers, "text/html; charset=UTF-8"));
  }
  body(body, status, headers) {
    return this.response(body, status, headers);
  }
  redirect(location, status = 302) {
    return this.response(null, status, { Location: location });
  }
  notFound() {
    return this.notFoundHandler(this);
  }
  finalize(response) {
    const applied = this.appliedHeaders.get(response) ?? 0;
    if (applied === this.headerOperations.length) return response;
    const headers = new Headers(response.headers);
    mergeHeaders(headers, this.headerOperations.slice(applied));
    return new Response(response.body, {
      status: response.status,
      statusText: response.statusText,
      headers
    });
  }
  response(body, status, headers) {
    const merged = new Headers(headers);
    mergeHeaders(merged, this.headerOperations);
    const response = new Response(body, {
      status: status ?? this.responseStatus,
      headers: merged
    });
    this.appliedHeaders.set(response, this.headerOperations.length);
    return response;
  }
};
function mergeHeaders(target, operations) {
  for (const { name, value, append } of operations) {
    if (append) target.append(name, value);
    else target.set(name, value);
  }
}
var Hono = class {
  constructor(options = {}) {
    this.options = options;
  }
  get routeTable() {
    return this.routes.map((r) => ({ method: r.method, path: r.compiled.pattern, source: r.source }));
  }
  matchedRoute(method, path) {
    const route = this.routes.find((r) => r.method === method && matchPath(r.compiled, path)) ?? (method === "HEAD" ? this.routes.find((r) => r.method === "GET" && matchPath(r.compiled, path)) : void 0);
    return route && { method: route.method, path: route.compiled.pattern, source: route.source };
  }
  middleware = [];
  routes = [];
  errorHandler = (err) => {
    const message2 = err instanceof Error ? err.message : "Internal Server Error";
    return new Response(message2, { status: 500 });
  };
  notFoundHandler = () => new Response("404 Not Found", { status: 404 });
  use(pathOrHandler, ...handlers) {
    if (typeof pathOrHandler === "string") {
      this.middleware.push({ method: "ALL", compiled: compilePath(pathOrHandler), handlers });
    } else {
      this.middleware.push({ method: "ALL", compiled: compilePath("*"), handlers: [pathOrHandler, ...handlers] });
    }
    return this;
  }
  on(method, path, ...handlers) {
    const compiled = compilePath(path);
    const source = this.options.strictRoutes ? new Error().stack?.split("\n").slice(2).join("\n") : void 0;
    if (this.options.strictRoutes) {
      if (path === "/_emulate" || path.startsWith("/_emulate/"))
        throw new Error(`Route ${method} ${path} uses the reserved /_emulate namespace`);
      const existing = this.routes.find(
        (r) => r.method === method.toUpperCase() && r.compiled.regex.source === compiled.regex.source
      );
      if (existing)
        throw new Error(
          `Duplicate route ${method} ${path}
First registration:${existing.source}
Second registration:${source}`
        );
    }
    this.routes.push({ method: method.toUpperCase(), compiled, handlers, source });
    return this;
  }
  get(path, ...handlers) {
    return this.on("GET", path, ...handlers);
  }
  post(path, ...handlers) {
    return this.on("POST", path, ...handlers);
  }
  put(path, ...handlers) {
    return this.on("PUT", path, ...handlers);
  }
  patch(path, ...handlers) {
    return this.on("PATCH", path, ...handlers);
  }
  delete(path, ...handlers) {
    return this.on("DELETE", path, ...handlers);
  }
  onError(handler) {
    this.errorHandler = handler;
    return this;
  }
  notFound(handler) {
    this.notFoundHandler = handler;
    return this;
  }
  async request(input, init) {
    if (input instanceof Request) return this.fetch(input);
    const url = input.startsWith("/") ? `http://localhost${input}` : input;
    return this.fetch(new Request(url, init));
  }
  fetch = async (request) => {
    const url = new URL(request.url);
    const path = url.pathname;
    const method = request.method.toUpperCase();
    const matched = this.match(method, path);
    const context = new Context(request, matched.params, this.notFoundHandler, this.options.strictJson);
    try {
      const response = await this.dispatch(context, matched.handlers);
      return context.finalize(response ?? await this.notFoundHandler(context));
    } catch (err) {
      this.options.onError?.(err, request);
      return context.finalize(await this.errorHandler(err, context));
    }
  };
  match(method, path) {
    const handlers = [];
    const params = {};
    for (const route2 of this.middleware) {
      const match = matchPath(route2.compiled, path);
      if (!match) continue;
      Object.assign(params, match);
      for (const handler of route2.handlers) {
        handlers.push({ handler, params: match });
      }
    }
    const route = this.routes.find((candidate) => candidate.method === method && matchPath(candidate.compiled, path) != null) ?? (method === "HEAD" ? this.routes.find((candidate) => candidate.method === "GET" && matchPath(candidate.compiled, path) != null) : void 0);
    if (route) {
      const match = matchPath(route.compiled, path) ?? {};
      Object.assign(params, match);
      for (const handler of route.handlers) {
        handlers.push({ handler, params: match });
      }
    }
    return { handlers, params };
  }
  async dispatch(context, handlers) {
    let index = -1;
    const run2 = async (nextIndex) => {
      if (nextIndex <= index) throw new Error("next() called multiple times");
      index = nextIndex;
      const matched = handlers[nextIndex];
      if (!matched) return void 0;
      const originalParams = context.req.param();
      Object.assign(originalParams, matched.params);
      let nextResponse = void 0;
      let nextCalled = false;
      const next = async () => {
        nextCalled = true;
        nextResponse = await run2(nextIndex + 1);
      };
      const response = await matched.handler(context, next);
      if (response instanceof Response) return response;
      if (nextCalled) return nextResponse;
      return response;
    };
    return run2(0);
  }
};
function cors(options = {}) {
  const origin = options.origin ?? "*";
  const allowMethods = options.allowMethods ?? ["GET", "HEAD", "PUT", "POST", "DELETE", "PATCH", "OPTIONS"];
  return async (c, next) => {
    c.header("Access-Control-Allow-Origin", origin);
    if (options.credentials) c.header("Access-Control-Allow-Credentials", "true");
    if (c.req.method.toUpperCase() === "OPTIONS") {
      c.header("Access-Control-Allow-Methods", allowMethods.join(","));
      const allowHeaders = options.allowHeaders?.join(",") ?? c.req.header("Access-Control-Request-Headers");
      if (allowHeaders) c.header("Access-Control-Allow-Headers", allowHeaders);
      if (options.maxAge != null) c.header("Access-Control-Max-Age", String(options.maxAge));
      return c.body(null, 204);
    }
    await next();
  };
}
function serve(options) {
  const port = options.port ?? 3e3;
  const server = createNodeServer(async (req, res) => {
    try {
      const request = nodeRequestToFetchRequest(req);
      const response = await options.fetch(request);
      await writeFetchResponse(res, response, req.method?.toUpperCase() === "HEAD");
    } catch (err) {
      const message2 = err instanceof Error ? err.message : "Internal Server Error";
      res.statusCode = 500;
      res.setHeader("Content-Type", "text/plain; charset=UTF-8");
      res.end(message2);
    }
  });
  server.listen(port, options.hostname ?? "127.0.0.1");
  return server;
}
function compilePath(pattern) {
  if (pattern === "*" || pattern === "/*") {
    return { pattern, regex: /^.*$/, paramNames: [] };
  }
  const paramNames = [];
  let source = "^";
  for (let i = 0; i < pattern.length; i++) {
    const char = pattern[i];
    if (char !== ":") {
      source += escapeRegex(char);
      continue;
    }
    let name = "";
    i++;
    while (i < pattern.length && /[A-Za-z0-9_]/.test(pattern[i])) {
      name += pattern[i];
      i++;
    }
    i--;
    paramNames.push(name);
    if (pattern[i + 1] === "{") {
      const close = pattern.indexOf("}", i + 2);
      if (close < 0) throw new Error(`Invalid route pattern: ${pattern}`);
      const expr = pattern.slice(i + 2, close);
      source += `(${expr})`;
      i = close;
    } else {
      source += "([^/]+)";
    }
  }
  source += "$";
  return { pattern, regex: new RegExp(source), paramNames };
}
function matchPath(compiled, path) {
  const match = compiled.regex.exec(path);
  if (!match) return null;
  const params = {};
  for (let i = 0; i < compiled.paramNames.length; i++) {
    params[compiled.paramNames[i]] = decodePathParam(match[i + 1] ?? "");
  }
  return params;
}
function decodePathParam(value) {
  try {
    return decodeURIComponent(value);
  } catch {
    return value;
  }
}
function escapeRegex(value) {
  return value.replace(/[|\\{}()[\]^$+*?.]/g, "\\$&");
}
function defaultContentType(headers, contentType) {
  const out = new Headers(headers);
  if (!out.has("Content-Type")) {
    out.set("Content-Type", contentType);
  }
  return out;
}
function formDataToObject(formData) {
  const out = {};
  for (const [key, value] of formData) {
    appendBodyValue(out, key, value);
  }
  return out;
}
function appendBodyValue(target, key, value) {
  const existing = target[key];
  if (existing === void 0) {
    target[key] = value;
  } else if (Array.isArray(existing)) {
    existing.push(value);
  } else {
    target[key] = [existing, value];
  }
}
function nodeRequestToFetchRequest(req) {
  const host = req.headers.host ?? "localhost";
  const url = new URL(req.url ?? "/", `http://${host}`);
  const headers = new Headers();
  for (const [key, value] of Object.entries(req.headers)) {
    if (value == null) continue;
    if (Array.isArray(value)) {
      for (const item of value) headers.append(key, item);
    } else {
      headers.set(key, value);
    }
  }
  const method = req.method ?? "GET";
  const hasBody = method !== "GET" && method !== "HEAD";
  return new Request(url.toString(), {
    method,
    headers,
    body: hasBody ? req : void 0,
    duplex: "half"
  });
}
async function writeFetchResponse(res, response, headOnly) {
  res.statusCode = response.status;
  res.statusMessage = response.statusText;
  const headersWithCookies = response.headers;
  const cookies = headersWithCookies.getSetCookie?.();
  response.headers.forEach((value, key) => {
    if (key.toLowerCase() === "set-cookie" && cookies && cookies.length > 0) return;
    res.setHeader(key, value);
  });
  if (cookies && cookies.length > 0) {
    res.setHeader("Set-Cookie", cookies);
  }
  if (headOnly || !response.body) {
    res.end();
    return;
  }
  const reader = response.body.getReader();
  try {
    while (true) {
      const { done, value } = await reader.read();
      if (done) break;
      if (!res.write(value)) {
        await new Promise((resolve) => res.once("drain", resolve));
      }
    }
    res.end();
  } catch (err) {
    res.destroy(err instanceof Error ? err : void 0);
  }
}
var MAX_DELIVERIES = 1e3;
function githubHeaders({ event, body, subscription, deliveryId }) {
  const headers = {
    "Content-Type": "application/json",
    "X-GitHub-Event": event,
    "X-GitHub-Delivery": String(deliveryId)
  };
  if (subscription.secret) {
    const hmac = createHmac("sha256", subscription.secret).update(body).digest("hex");
    headers["X-Hub-Signature-256"] = `sha256=${hmac}`;
  }
  return headers;
}
var WebhookDispatcher = class {
  constructor(options = {}) {
    this.options = options;
    if (options.neutral) this.headerFactory = () => ({ "Content-Type": "application/json" });
  }
  subscriptions = [];
  deliveries = [];
  subscriptionIdCounter = 1;
  deliveryIdCounter = 1;
  headerFactory = githubHeaders;
  setHeaderFactory(factory) {
    this.headerFactory = factory;
  }
  register(sub) {
    const { id: explicitId, ...rest } = sub;
    const id = explicitId !== void 0 ? explicitId : this.subscriptionIdCounter++;
    if (id >= this.subscriptionIdCounter) {
      this.subscriptionIdCounter = id + 1;
    }
    const subscription = { ...rest, id };
    this.subscriptions.push(subscription);
    return subscription;
  }
  unregister(id) {
    const idx = this.subscriptions.findIndex((s) => s.id === id);
    if (idx === -1) return false;
    this.subscriptions.splice(idx, 1);
    return true;
  }
  getSubscription(id) {
    return this.subscriptions.find((s) => s.id === id);
  }
  getSubscriptions(owner, repo) {
    return this.subscriptions.filter((s) => {
      if (owner && s.owner !== owner) return false;
      if (repo !== void 0 && s.repo !== repo) return false;
      return true;
    });
  }
  updateSubscription(id, data) {
    const sub = this.subscriptions.find((s) => s.id === id);
    if (!sub) return void 0;
    Object.assign(sub, data);
    return sub;
  }
  async dispatch(event, action, payload, owner, repo) {
    const matchingSubs = this.subscriptions.filter((s) => {
      if (!s.active) return false;
      if (s.owner !== owner) return false;
      if (repo !== void 0) {
        if (s.repo !== repo) return false;
      } else if (s.repo !== void 0) {
        return false;
      }
      return event === "ping" || s.events.includes("*") || s.events.includes(event);
    });
    for (const sub of matchingSubs) {
      const delivery = {
        id: this.deliveryIdCounter++,
        hook_id: sub.id,
        event,
        action,
        payload,
        status_code: null,
        delivered_at: (/* @__PURE__ */ new Date()).toISOString(),
        duration: null,
        success: false
      };
      const body = JSON.stringify(payload);
      try {
        const headers = this.headerFactory({ event, action, body, subscription: sub, deliveryId: delivery.id });
        const start = Date.now();
        const response = await fetch(sub.url, {
          method: "POST",
          headers,
          body,
          signal: this.options.signal ? AbortSignal.any([this.options.signal, AbortSignal.timeout(1e4)]) : AbortSignal.timeout(1e4)
        });
        delivery.duration = Date.now() - start;
        delivery.status_code = response.status;
        delivery.success = response.ok;
      } catch {
        delivery.duration = 0;
        delivery.success = false;
      }
      this.deliveries.push(delivery);
      if (this.deliveries.length > MAX_DELIVERIES) {
        this.deliveries.splice(0, this.deliveries.length - MAX_DELIVERIES);
      }
    }
  }
  getDeliveries(hookId) {
    if (hookId !== void 0) {
      return this.deliveries.filter((d) => d.hook_id === hookId);
    }
    return [...this.deliveries];
  }
  clear() {
    this.subscriptions.length = 0;
    this.deliveries.length = 0;
    this.subscriptionIdCounter = 1;
    this.deliveryIdCounter = 1;
  }
};
var DEFAULT_DOCS_URL = "https://emulate.dev";
function getDocsUrl(c) {
  return c.get("docsUrl") ?? DEFAULT_DOCS_URL;
}
function errorStatus(err) {
  if (err && typeof err === "object" && "status" in err) {
    const s = err.status;
    if (typeof s === "number" && Number.isFinite(s)) return s;
  }
  return 500;
}
function createApiErrorHandler(documentationUrl) {
  return (err, c) => {
    if (documentationUrl) {
      c.set("docsUrl", documentationUrl);
    }
    const status = errorStatus(err);
    const message2 = err instanceof Error ? err.message : "Internal Server Error";
    return c.json(
      {
        message: message2,
        documentation_url: getDocsUrl(c)
      },
      status
    );
  };
}
function createErrorHandler(documentationUrl) {
  return async (c, next) => {
    if (documentationUrl) {
      c.set("docsUrl", documentationUrl);
    }
    await next();
  };
}
var errorHandler = createErrorHandler();
var isDebug = typeof process !== "undefined" && (process.env.DEBUG === "1" || process.env.DEBUG === "true" || process.env.EMULATE_DEBUG === "1");
function debug(label, ...args) {
  if (isDebug) {
    console.log(`[${label}]`, ...args);
  }
}
function authMiddleware(tokens, appKeyResolver, fallbackUser) {
  return async (c, next) => {
    const authHeader = c.req.header("Authorization");
    if (authHeader) {
      const token = authHeader.replace(/^(Bearer|token)\s+/i, "").trim();
      if (token.startsWith("eyJ") && appKeyResolver) {
        try {
          const [, payloadB64] = token.split(".");
          const payload = JSON.parse(Buffer.from(payloadB64, "base64url").toString());
          const appId = typeof payload.iss === "string" ? parseInt(payload.iss, 10) : payload.iss;
          if (typeof appId === "number" && !isNaN(appId)) {
            const appInfo = appKeyResolver(appId);
            if (appInfo) {
              const publicKey = createPublicKey(appInfo.privateKey);
              await jwtVerify(token, publicKey, { algorithms: ["RS256"] });
              c.set("authApp", {
                appId,
                slug: appInfo.slug,
                name: appInfo.name
              });
            }
          }
        } catch {
        }
      } else {
        let user = tokens.get(token);
        if (!user && fallbackUser && token.length > 0) {
          debug("auth", "fallback user for unknown token", { login: fallbackUser.login, id: fallbackUser.id });
          user = { login: fallbackUser.login, id: fallbackUser.id, scopes: fallbackUser.scopes };
        }
        if (user) {
          c.set("authUser", user);
          c.set("authToken", token);
          c.set("authScopes", user.scopes);
        }
      }
    }
    await next();
  };
}
var __dirname = dirname2(fileURLToPath(import.meta.url));
var FONTS = {
  "geist-sans.woff2": Buffer.alloc(0),
  "GeistPixel-Square.woff2": Buffer.alloc(0)
};
var FAVICON = Buffer.alloc(0);
function registerFontRoutes(app) {
  app.get("/_emulate/fonts/:name", (c) => {
    const name = c.req.param("name");
    const buf = FONTS[name];
    if (!buf) return c.notFound();
    return new Response(buf, {
      headers: {
        "Content-Type": "font/woff2",
        "Cache-Control": "public, max-age=31536000, immutable",
        "Access-Control-Allow-Origin": "*"
      }
    });
  });
  app.get("/_emulate/favicon.ico", (c) => {
    return new Response(FAVICON, {
      headers: {
        "Content-Type": "image/x-icon",
        "Cache-Control": "public, max-age=31536000, immutable"
      }
    });
  });
}
function createServer2(plugin, options = {}) {
  const port = options.port ?? 4e3;
  const baseUrl = options.baseUrl ?? `http://localhost:${port}`;
  const app = new Hono();
  const store = new Store();
  const webhooks = new WebhookDispatcher();
  const tokenMap = /* @__PURE__ */ new Map();
  if (options.tokens) {
    for (const [token, user] of Object.entries(options.tokens)) {
      tokenMap.set(token, {
        login: user.login,
        id: user.id,
        scopes: user.scopes ?? ["repo", "user", "admin:org", "admin:repo_hook"]
      });
    }
  }
  const docsUrl = options.docsUrl ?? `https://emulate.dev/${plugin.name}`;
  registerFontRoutes(app);
  app.onError(createApiErrorHandler(docsUrl));
  app.use("*", cors());
  app.use("*", createErrorHandler(docsUrl));
  app.use("*", authMiddleware(tokenMap, options.appKeyResolver, options.fallbackUser));
  const rateLimitCounters = /* @__PURE__ */ new Map();
  let lastPruneAt = Math.floor(Date.now() / 1e3);
  app.use("*", async (c, next) => {
    const token = c.get("authToken") ?? "__anonymous__";
    const now = Math.floor(Date.now() / 1e3);
    if (now - lastPruneAt > 3600) {
      for (const [key, val] of rateLimitCounters) {
        if (val.resetAt <= now) rateLimitCounters.delete(key);
      }
      lastPruneAt = now;
    }
    let counter = rateLimitCounters.get(token);
    if (!counter || counter.resetAt <= now) {
      counter = { remaining: 5e3, resetAt: now + 3600 };
      rateLimitCounters.set(token, counter);
    }
    counter.remaining = Math.max(0, counter.remaining - 1);
    c.header("X-RateLimit-Limit", "5000");
    c.header("X-RateLimit-Remaining", String(counter.remaining));
    c.header("X-RateLimit-Reset", String(counter.resetAt));
    c.header("X-RateLimit-Resource", "core");
    if (counter.remaining === 0) {
      return c.json(
        {
          message: "API rate limit exceeded",
          documentation_url: docsUrl
        },
        403
      );
    }
    await next();
  });
  plugin.register(app, store, webhooks, baseUrl, tokenMap);
  app.notFound(
    (c) => c.json(
      {
        message: "Not Found",
        documentation_url: docsUrl
      },
      404
    )
  );
  return { app, store, webhooks, port, baseUrl, tokenMap };
}
function escapeHtml(s) {
  return s.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;").replace(/"/g, "&quot;");
}
function escapeAttr(s) {
  return escapeHtml(s).replace(/'/g, "&#39;");
}
var CSS = `
.inspector-json{white-space:pre-wrap;overflow-wrap:anywhere;font-size:.8125rem;line-height:1.6;max-height:70vh;overflow:auto}
.inspector-detail{padding:14px 0;border-bottom:1px solid #0a3300}
.inspector-detail summary{cursor:pointer;overflow-wrap:anywhere}
.inspector-action{display:inline-block;margin-top:12px;padding:8px 12px;border:1px solid #0a3300;border-radius:6px;background:#001a00;color:#33ff00;font:inherit;font-size:.8125rem;cursor:pointer}
.inspector-action:hover{background:#0a3300}
.inspector-scroll{overflow-x:auto}
@font-face{
  font-family:'Geist';font-style:normal;font-weight:100 900;font-display:swap;
  src:url('/_emulate/fonts/geist-sans.woff2') format('woff2');
}
@font-face{
  font-family:'Geist Pixel';font-style:normal;font-weight:400;font-display:swap;
  src:url('/_emulate/fonts/GeistPixel-Square.woff2') format('woff2');
}
*{box-sizing:border-box;margin:0;padding:0}
body{
  font-family:'Geist',-apple-system,BlinkMacSystemFont,sans-serif;
  background:#000;color:#33ff00;min-height:100vh;
  -webkit-font-smoothing:antialiased;-moz-osx-font-smoothing:grayscale;
}
.emu-bar{
  border-bottom:1px solid #0a3300;padding:10px 20px;
  display:flex;align-items:center;gap:10px;font-size:.8125rem;color:#1a8c00;
}
.emu-bar-title{font-weight:600;color:#33ff00;font-family:'Geist Pixel',monospace;}
.emu-bar-links{margin-left:auto;display:flex;gap:16px;}
.emu-bar-links a{
  color:#1a8c00;font-size:.75rem;text-decoration:none;transition:color .15s;
}
.emu-bar-links a:hover{color:#33ff00;}
.emu-bar-links a .full{display:inline;}
.emu-bar-links a .short{display:none;}
@media(max-width:600px){
  .emu-bar-links a .full{display:none;}
  .emu-bar-links a .short{display:inline;}
}

.content{
  display:flex;align-items:center;justify-content:center;
  min-height:calc(100vh - 42px);padding:24px 16px;
}
.content-inner{width:100%;max-width:420px;}
.card-title{
  font-family:'Geist Pixel',monospace;
  font-size:1.125rem;font-weight:600;margin-bottom:4px;color:#33ff00;
}
.card-subtitle{color:#1a8c00;font-size:.8125rem;margin-bottom:18px;line-height:1.45;}
.powered-by{
  position:fixed;bottom:0;left:0;right:0;
  text-align:center;padding:12px;font-size:.6875rem;color:#0a3300;
  font-family:'Geist Pixel',monospace;
}
.powered-by a{color:#1a8c00;text-decoration:none;transition:color .15s;}
.powered-by a:hover{color:#33ff00;}

.error-title{
  font-family:'Geist Pixel',monospace;
  color:#ff4444;font-size:1.125rem;font-weight:600;margin-bottom:8px;
}
.error-msg{color:#1a8c00;font-size:.875rem;line-height:1.5;}
.error-card{text-align:center;}

.user-form{margin-bottom:8px;}
.user-form:last-of-type{margin-bottom:0;}
.user-btn{
  width:100%;display:flex;align-items:center;gap:12px;
  padding:10px 12px;border:1px solid #0a3300;border-radius:8px;
  background:#000;color:inherit;cursor:pointer;text-align:left;
  font:inherit;transition:border-color .15s;
}
.user-btn:hover{border-color:#33ff00;}
.avatar{
  width:36px;height:36px;border-radius:50%;
  background:#0a3300;color:#33ff00;font-weight:600;font-size:.875rem;
  display:flex;align-items:center;justify-content:center;flex-shrink:0;
  font-family:'Geist Pixel',monospace;
}
.user-text{min-width:0;}
.user-login{font-weight:600;font-size:.875rem;display:block;color:#33ff00;}
.user-meta{color:#1a8c00;font-size:.75rem;margin-top:1px;}
.user-email{font-size:.6875rem;color:#116600;word-break:break-all;margin-top:1px;}

.settings-layout{
  max-width:920px;margin:0 auto;padding:28px 20px;
  display:flex;gap:28px;
}
.settings-sidebar{width:200px;flex-shrink:0;}
.settings-sidebar a{
  display:block;padding:6px 10px;border-radius:6px;color:#1a8c00;
  text-decoration:none;font-size:.8125rem;transition:color .15s;
}
.settings-sidebar a:hover{color:#33ff00;}
.settings-sidebar a.active{color:#33ff00;font-weight:600;}
.settings-main{flex:1;min-width:0;}

.s-card{
  padding:18px 0;margin-bottom:14px;border-bottom:1px solid #0a3300;
}
.s-card:last-child{border-bottom:none;}
.s-card-header{display:flex;align-items:center;gap:14px;margin-bottom:14px;}
.s-icon{
  width:42px;height:42px;border-radius:8px;
  background:#0a3300;display:flex;align-items:center;justify-content:center;
  font-size:1.125rem;font-weight:700;color:#116600;flex-shrink:0;
  font-family:'Geist Pixel',monospace;
}
.s-title{
  font-family:'Geist Pixel',monospace;
  font-size:1.25rem;font-weight:600;color:#33ff00;
}
.s-subtitle{font-size:.75rem;color:#1a8c00;margin-top:2px;}
.section-heading{
  font-size:.9375rem;font-weight:600;margin-bottom:10px;color:#33ff00;
  display:flex;align-items:center;justify-content:space-between;
}
.perm-list{list-style:none;}
.perm-list li{padding:5px 0;font-size:.8125rem;display:flex;align-items:center;gap:6px;color:#1a8c00;}
.check{color:#33ff00;}
.org-row{
  display:flex;align-items:center;gap:8px;padding:7px 0;
  border-bottom:1px solid #0a3300;font-size:.8125rem;
}
.org-row:last-child{border-bottom:none;}
.org-icon{
  width:22px;height:22px;border-radius:4px;background:#0a3300;
  display:flex;align-items:center;justify-content:center;
  font-size:.625rem;font-weight:700;color:#116600;flex-shrink:0;
  font-family:'Geist Pixel',monospace;
}
.org-name{font-weight:600;color:#33ff00;}
.badge{font-size:.6875rem;padding:1px 7px;border-radius:999px;font-weight:500;}
.badge-granted{background:#0a3300;color:#33ff00;}
.badge-denied{background:#1a0a0a;color:#ff4444;}
.badge-requested{background:#0a3300;color:#1a8c00;}
.btn-revoke{
  display:inline-block;padding:5px 14px;border-radius:6px;
  border:1px solid #0a3300;background:transparent;color:#ff4444;
  font-size:.75rem;font-weight:600;cursor:pointer;transition:border-color .15s;
}
.btn-revoke:hover{border-color:#ff4444;}
.info-text{color:#1a8c00;font-size:.75rem;line-height:1.5;margin-top:10px;}
.app-link{
  display:flex;align-items:center;gap:12px;padding:12px;
  border:1px solid #0a3300;border-radius:8px;background:#000;
  text-decoration:none;color:inherit;margin-bottom:8px;transition:border-color .15s;
}
.app-link:hover{border-color:#33ff00;}
.app-link-name{font-weight:600;font-size:.875rem;color:#33ff00;}
.app-link-scopes{font-size:.6875rem;color:#1a8c00;margin-top:1px;}
.empty{color:#1a8c00;text-align:center;padding:28px 0;font-size:.875rem;}

.inspector-layout{max-width:960px;margin:0 auto;padding:28px 20px;}
.inspector-tabs{display:flex;gap:4px;margin-bottom:20px;}
.inspector-tabs a{
  padding:7px 16px;border-radius:6px;text-decoration:none;
  font-size:.8125rem;color:#1a8c00;border:1px solid transparent;
  transition:color .15s,border-color .15s;
}
.inspector-tabs a:hover{color:#33ff00;}
.inspector-tabs a.active{color:#33ff00;font-weight:600;border-color:#0a3300;background:#0a3300;}
.inspector-section{margin-bottom:24px;}
.inspector-section h2{
  font-family:'Geist Pixel',monospace;
  font-size:1rem;font-weight:600;color:#33ff00;margin-bottom:10px;
}
.inspector-section h3{
  font-family:'Geist Pixel',monospace;
  font-size:.875rem;font-weight:600;color:#1a8c00;margin:16px 0 8px;
}
.inspector-table{width:100%;border-collapse:collapse;margin-bottom:12px;}
.inspector-table th,.inspector-table td{
  text-align:left;padding:8px 12px;border-bottom:1px solid #0a3300;
  font-size:.8125rem;
}
.inspector-table th{color:#1a8c00;font-weight:600;font-size:.75rem;text-transform:uppercase;letter-spacing:.04em;}
.inspector-table td{color:#33ff00;}
.inspector-table tbody tr{transition:background .1s;}
.inspector-table tbody tr:hover{background:#0a3300;}
.inspector-empty{color:#1a8c00;text-align:center;padding:20px 0;font-size:.8125rem;}

.checkout-layout{
  display:flex;min-height:calc(100vh - 42px);
}
.checkout-summary{
  flex:1;background:#020;padding:48px 40px 48px 10%;
  display:flex;flex-direction:column;justify-content:center;
  border-right:1px solid #0a3300;
}
.checkout-form-side{
  flex:1;background:#000;padding:48px 10% 48px 40px;
  display:flex;flex-direction:column;justify-content:center;
}
.checkout-merchant{
  display:flex;align-items:center;gap:10px;margin-bottom:6px;
}
.checkout-merchant-name{
  font-family:'Geist Pixel',monospace;
  font-size:.9375rem;font-weight:600;color:#33ff00;
}
.checkout-test-badge{
  font-size:.625rem;font-weight:700;letter-spacing:.04em;text-transform:uppercase;
  background:#0a3300;color:#1a8c00;padding:2px 8px;border-radius:4px;
}
.checkout-total{
  font-family:'Geist Pixel',monospace;
  font-size:2rem;font-weight:700;color:#33ff00;margin:8px 0 28px;
}
.checkout-line-item{
  display:flex;align-items:center;gap:14px;padding:14px 0;
  border-bottom:1px solid #0a3300;
}
.checkout-line-item:first-child{border-top:1px solid #0a3300;}
.checkout-item-icon{
  width:42px;height:42px;border-radius:6px;background:#0a3300;
  display:flex;align-items:center;justify-content:center;flex-shrink:0;
  font-family:'Geist Pixel',monospace;font-size:.875rem;font-weight:700;color:#116600;
}
.checkout-item-details{flex:1;min-width:0;}
.checkout-item-name{font-size:.875rem;font-weight:600;color:#33ff00;}
.checkout-item-qty{font-size:.75rem;color:#1a8c00;margin-top:2px;}
.checkout-item-price{
  font-size:.875rem;font-weight:600;color:#33ff00;text-align:right;white-space:nowrap;
}
.checkout-item-unit{font-size:.6875rem;color:#1a8c00;text-align:right;margin-top:2px;}
.checkout-totals{margin-top:20px;}
.checkout-totals-row{
  display:flex;justify-content:space-between;padding:6px 0;
  font-size:.8125rem;color:#1a8c00;
}
.checkout-totals-row.total{
  border-top:1px solid #0a3300;margin-top:8px;padding-top:14px;
  font-size:.9375rem;font-weight:600;color:#33ff00;
}
.checkout-form-section{margin-bottom:24px;}
.checkout-form-label{
  font-size:.8125rem;font-weight:600;color:#33ff00;margin-bottom:8px;display:block;
}
.checkout-input{
  width:100%;padding:10px 12px;border:1px solid #0a3300;border-radius:6px;
  background:#020;color:#33ff00;font:inherit;font-size:.875rem;
  transition:border-color .15s;outline:none;
}
.checkout-input:focus{border-color:#33ff00;}
.checkout-input::placeholder{color:#116600;}
.checkout-card-box{
  border:1px solid #0a3300;border-radius:6px;padding:14px;
  background:#020;
}
.checkout-card-row{
  display:flex;gap:12px;margin-top:10px;
}
.checkout-card-row .checkout-input{flex:1;}
.checkout-sim-note{
  font-size:.6875rem;color:#1a8c00;margin-top:10px;text-align:center;
  font-style:italic;
}
.checkout-pay-btn{
  width:100%;padding:14px;border:none;border-radius:8px;
  background:#33ff00;color:#000;font:inherit;font-size:.9375rem;font-weight:700;
  cursor:pointer;transition:background .15s;
  font-family:'Geist Pixel',monospace;
}
.checkout-pay-btn:hover{background:#44ff22;}
.checkout-cancel{
  text-align:center;margin-top:14px;
}
.checkout-cancel a{
  color:#1a8c00;text-decoration:none;font-size:.8125rem;
  transition:color .15s;
}
.checkout-cancel a:hover{color:#33ff00;}
@media(max-width:768px){
  .checkout-layout{flex-direction:column;}
  .checkout-summary{padding:32px 20px;border-right:none;border-bottom:1px solid #0a3300;}
  .checkout-form-side{padding:32px 20px;}
}
`;
var POWERED_BY = `<div class="powered-by">Powered by <a href="https://emulate.dev" target="_blank" rel="noopener">emulate</a></div>`;
function emuBar(service) {
  const title = service ? `${escapeHtml(service)} Emulator` : "Emulator";
  return `<div class="emu-bar">
  <span class="emu-bar-title">${title}</span>
  <nav class="emu-bar-links">
    <a href="https://github.com/vercel-labs/emulate/issues" target="_blank" rel="noopener"><span class="full">Report Issue</span><span class="short">Report</span></a>
    <a href="https://github.com/vercel-labs/emulate" target="_blank" rel="noopener"><span class="full">Source Code</span><span class="short">Source</span></a>
    <a href="https://emulate.dev" target="_blank" rel="noopener"><span class="full">Learn More</span><span class="short">Learn</span></a>
  </nav>
</div>`;
}
function head(title) {
  return `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8"/>
<meta name="viewport" content="width=device-width,initial-scale=1"/>
<link rel="icon" href="/_emulate/favicon.ico"/>
<title>${escapeHtml(title)} | emulate</title>
<style>${CSS}</style>
</head>`;
}
function renderJsonDetails(label, value, open2 = false) {
  const text = JSON.stringify(value, null, 2) ?? "";
  const bounded2 = text.length > 65536 ? `${text.slice(0, 65536)}
[remaining data omitted from preview]` : text;
  return `<details class="inspector-detail"${open2 ? " open" : ""}><summary>${escapeHtml(label)}</summary><pre class="inspector-json">${escapeHtml(bounded2)}</pre></details>`;
}
function renderStateView(value) {
  if (!value || typeof value !== "object" || Array.isArray(value))
    return renderJsonDetails("Current state", value, true);
  return Object.entries(value).map(([key, item]) => {
    if (Array.isArray(item) && item.length && item.every((row) => row && typeof row === "object" && !Array.isArray(row))) {
      const columns = [...new Set(item.slice(0, 100).flatMap(Object.keys))].slice(0, 12);
      const rows = item.slice(0, 100).map(
        (row) => `<tr>${columns.map((column) => `<td>${escapeHtml((typeof row[column] === "string" ? row[column] : JSON.stringify(row[column]))?.slice(0, 500) ?? "")}</td>`).join("")}</tr>`
      ).join("");
      return `<div class="s-card"><h2 class="section-heading">${escapeHtml(key)} <span class="badge">${item.length}</span></h2><div class="inspector-scroll"><table class="inspector-table"><thead><tr>${columns.map((column) => `<th>${escapeHtml(column)}</th>`).join("")}</tr></thead><tbody>${rows}</tbody></table></div>${item.length > 100 ? '<p class="s-subtitle">Showing the first 100 records.</p>' : ""}</div>`;
    }
    return renderJsonDetails(key, item, true);
  }).join("");
}
function renderInspectorPage(title, tabs, activeTab, body, service) {
  const tabLinks = tabs.map(
    (t) => `<a href="${escapeAttr(t.href)}" class="${t.id === activeTab ? "active" : ""}">${escapeHtml(t.label)}</a>`
  ).join("");
  return `${head(title)}
<body>
${emuBar(service)}
<div class="inspector-layout">
  <nav class="inspector-tabs">${tabLinks}</nav>
  ${body}
</div>
${POWERED_BY}
</body></html>`;
}
function createCustomInspector(name, baseUrl, options) {
  for (const key of Object.keys(options))
    if (!["maxRequests", "maxBodyBytes", "redact"].includes(key)) throw new Error(`Unknown inspector option: ${key}`);
  for (const key of ["maxRequests", "maxBodyBytes"])
    if (options[key] !== void 0 && (!Number.isSafeInteger(options[key]) || options[key] < (key === "maxRequests" ? 1 : 0)))
      throw new Error(`inspector.${key} must be ${key === "maxRequests" ? "a positive" : "a nonnegative"} integer`);
  if (options.redact !== void 0 && (!Array.isArray(options.redact) || options.redact.some((key) => typeof key !== "string")))
    throw new Error("inspector.redact must be an array of field names");
  const maxRequests = Math.max(1, Math.min(options.maxRequests ?? 100, 1e3));
  const maxBytes = Math.max(0, Math.min(options.maxBodyBytes ?? 8192, 65536));
  const sensitive = /* @__PURE__ */ new Set([
    "authorization",
    "proxy-authorization",
    "cookie",
    "set-cookie",
    "password",
    "secret",
    "token",
    "api_key",
    "apikey",
    "private_key",
    ...(options.redact ?? []).map((s) => s.toLowerCase())
  ]);
  function isSensitive(key) {
    if (sensitive.has(key.toLowerCase())) return true;
    const normalized = key.replace(/([a-z0-9])([A-Z])/g, "$1_$2").replace(/[-\s]/g, "_").toLowerCase();
    return sensitive.has(normalized) || /(?:^|_)(?:token|secret|password|api_key|private_key|cookie)$/.test(normalized);
  }
  const traces = [];
  const active = /* @__PURE__ */ new WeakMap();
  let epoch2 = 0;
  let nextId = 1;
  const assets = new Hono();
  registerFontRoutes(assets);
  const root = `${baseUrl}/_emulate`;
  function redact(value) {
    if (Array.isArray(value)) return value.map(redact);
    if (!value || typeof value !== "object") return value;
    return Object.fromEntries(
      Object.entries(value).map(([key, item]) => [key, isSensitive(key) ? "[redacted]" : redact(item)])
    );
  }
  function headers(value) {
    return Object.fromEntries(
      [...value].map(([key, val]) => [key, isSensitive(key) ? "[redacted]" : val.slice(0, maxBytes)])
    );
  }
  async function preview(value) {
    if (!value.body || maxBytes === 0) return void 0;
    const type = value.headers.get("content-type") ?? "";
    if (!/application\/(json|[^;]+\+json)|text\/(plain|html)|application\/x-www-form-urlencoded/.test(type))
      return `[${type || "binary/streaming"} body omitted]`;
    if (Number(value.headers.get("content-length")) > maxBytes) return "[body exceeds preview limit]";
    const reader = value.clone().body.getReader();
    const parts = [];
    let size = 0;
    let timer;
    try {
      const bytes = await Promise.race([
        (async () => {
          while (true) {
            const chunk = await reader.read();
            if (chunk.done) break;
            size += chunk.value.length;
            if (size > maxBytes) throw new Error("limit");
            parts.push(chunk.value);
          }
          return Buffer.concat(parts);
        })(),
        new Promise((_, reject) => {
          timer = setTimeout(() => reject(new Error("stream")), 50);
        })
      ]);
      const text = bytes.toString("utf8");
      if (type.includes("json")) {
        try {
          return redact(JSON.parse(text));
        } catch {
          return "[invalid JSON omitted]";
        }
      }
      if (type.includes("x-www-form-urlencoded")) return redact(Object.fromEntries(new URLSearchParams(text)));
      return text;
    } catch {
      return "[large or streaming body omitted]";
    } finally {
      clearTimeout(timer);
      void reader.cancel().catch(() => {
      });
    }
  }
  function safePath(url) {
    for (const key of [...url.searchParams.keys()]) if (isSensitive(key)) url.searchParams.set(key, "[redacted]");
    return `${url.pathname}${url.search}`;
  }
  const api = {
    clear() {
      epoch2++;
      traces.length = 0;
    },
    begin(request, route) {
      const trace = {
        id: nextId++,
        method: request.method,
        path: safePath(new URL(request.url)),
        route: route?.path,
        request: { headers: headers(request.headers) }
      };
      active.set(request, { trace, start: performance.now(), preview: preview(request), epoch: epoch2 });
      return trace.id;
    },
    recordError(request, error) {
      const entry = active.get(request);
      if (entry)
        entry.trace.error = (error instanceof Error ? error.stack ?? error.message : String(error)).slice(
          0,
          maxBytes
        );
    },
    async finish(request, response, _started) {
      const entry = active.get(request);
      if (!entry) return;
      entry.trace.duration = Math.round((performance.now() - entry.start) * 100) / 100;
      entry.trace.status = response.status;
      entry.trace.request.body = await entry.preview;
      entry.trace.response = { headers: headers(response.headers), body: await preview(response) };
      if (entry.epoch !== epoch2) return;
      traces.push(entry.trace);
      if (traces.length > maxRequests) traces.splice(0, traces.length - maxRequests);
      active.delete(request);
    },
    async handle(request, runtime) {
      const url = new URL(request.url);
      if (url.pathname.startsWith("/_emulate/fonts/") || url.pathname === "/_emulate/favicon.ico")
        return assets.fetch(request);
      if (request.method === "POST" && url.pathname === "/_emulate/reset") {
        const origin = request.headers.get("origin");
        if (origin && origin !== new URL(baseUrl).origin)
          return Response.json({ error: "Origin does not match this emulator" }, { status: 403 });
        await runtime.reset();
        return new Response(null, { status: 303, headers: { Location: `${root}?tab=state` } });
      }
      if (request.method !== "GET" || url.pathname !== "/_emulate" && url.pathname !== "/_emulate/")
        return Response.json({ error: "Not Found" }, { status: 404 });
      const tab = ["requests", "routes", "state"].includes(url.searchParams.get("tab") ?? "") ? url.searchParams.get("tab") : "requests";
      const tabs = ["requests", "routes", "state"].map((id) => ({
        id,
        label: id[0].toUpperCase() + id.slice(1),
        href: `${root}?tab=${id}`
      }));
      let body = `<div class="s-card"><div class="s-title">${escapeHtml(name)}</div><p class="s-subtitle">${escapeHtml(baseUrl)}</p><form method="post" action="${escapeAttr(root)}/reset"><button type="submit" class="inspector-action">Reset to seed</button></form></div>`;
      if (tab === "state") body += renderStateView(redact(runtime.snapshot().state));
      if (tab === "routes") {
        body += `<div class="inspector-scroll"><table class="inspector-table"><thead><tr><th>Method</th><th>Path</th><th>Request</th></tr></thead><tbody>${runtime.routes().map((route) => {
          const target = `${baseUrl}${route.path.replace(/:([a-zA-Z0-9_]+)/g, "example")}`;
          const command = `curl -X ${route.method} '${target.replace(/'/g, "'\\''")}'`;
          return `<tr><td>${escapeHtml(route.method)}</td><td>${escapeHtml(route.path)}</td><td><code>${escapeHtml(command)}</code></td></tr>`;
        }).join("")}</tbody></table></div>`;
      }
      if (tab === "requests")
        body += traces.length ? [...traces].reverse().map(
          (trace) => renderJsonDetails(
            `${trace.method} ${trace.path} \xB7 ${trace.status} \xB7 ${trace.duration} ms${trace.route ? "" : " \xB7 unmatched"}`,
            trace
          )
        ).join("") : `<div class="empty">No API requests yet. Send a request to ${escapeHtml(baseUrl)} to see it here.</div>`;
      let html = renderInspectorPage(`${name} inspector`, tabs, tab, body, name);
      html = html.replaceAll('"/_emulate/', `"${root}/`).replaceAll("'/_emulate/", `'${root}/`);
      return new Response(html, {
        headers: { "Content-Type": "text/html; charset=utf-8", "Cache-Control": "no-store" }
      });
    }
  };
  return api;
}
function isEmulatorDefinition(value) {
  return !!value && typeof value === "object" && "kind" in value && value.kind === "emulate.http";
}
function assertEmulatorDefinition(value) {
  if (!isEmulatorDefinition(value)) throw new Error("Expected a default export created with defineEmulator()");
  if (value.apiVersion !== 1)
    throw new Error(`Unsupported emulator API version ${value.apiVersion}. Update emulate to match this plugin.`);
  if (typeof value.name !== "string" || !/^[a-z][a-z0-9-]*$/.test(value.name))
    throw new Error(
      "Emulator name must start with a lowercase letter and contain only lowercase letters, digits, and hyphens"
    );
  if (typeof value.state !== "function" || typeof value.setup !== "function")
    throw new Error(`Emulator ${value.name} must provide state() and setup()`);
  if (value.validateSeed !== void 0 && typeof value.validateSeed !== "function")
    throw new Error("validateSeed must be a function");
  if (value.cors !== void 0 && value.cors !== false && (!value.cors || typeof value.cors !== "object" || Array.isArray(value.cors)))
    throw new Error("cors must be false or a CORS options object");
  if (value.stateVersion !== void 0 && (!Number.isSafeInteger(value.stateVersion) || value.stateVersion < 1))
    throw new Error("stateVersion must be a positive integer");
}
function cloneState(value) {
  const ancestors = /* @__PURE__ */ new Set();
  function check(item, path) {
    if (item === null || typeof item === "string" || typeof item === "boolean") return;
    if (typeof item === "number" && Number.isFinite(item)) return;
    if (!item || typeof item !== "object") throw new Error(`State at ${path} must be JSON-compatible`);
    if (ancestors.has(item)) throw new Error(`Circular state at ${path}`);
    const proto = Object.getPrototypeOf(item);
    if (!Array.isArray(item) && proto !== Object.prototype && proto !== null)
      throw new Error(`State at ${path} must be a plain object or array`);
    ancestors.add(item);
    for (const key of Reflect.ownKeys(item)) {
      if (Array.isArray(item) && key === "length") continue;
      if (typeof key !== "string") throw new Error(`Symbol state key at ${path}`);
      const descriptor = Object.getOwnPropertyDescriptor(item, key);
      if (!descriptor.enumerable || !("value" in descriptor))
        throw new Error(`State at ${path}.${key} must be an enumerable data property`);
      check(descriptor.value, `${path}.${key}`);
    }
    if (Array.isArray(item)) {
      for (let i = 0; i < item.length; i++) if (!(i in item)) throw new Error(`Sparse state array at ${path}[${i}]`);
      if (Object.keys(item).length !== item.length) throw new Error(`Extra array properties at ${path}`);
    }
    ancestors.delete(item);
  }
  check(value, "state");
  return JSON.parse(JSON.stringify(value));
}
async function bounded(promise, milliseconds, description) {
  let timer;
  try {
    return await Promise.race([
      promise,
      new Promise((_, reject) => {
        timer = setTimeout(() => reject(new Error(`${description} exceeded ${milliseconds}ms`)), milliseconds);
      })
    ]);
  } finally {
    clearTimeout(timer);
  }
}
async function createCustomRuntime(definition, options = {}) {
  assertEmulatorDefinition(definition);
  const baseUrl = (options.baseUrl ?? `http://${definition.name}.localhost`).replace(/\/$/, "");
  const timeout = options.shutdownTimeout ?? 5e3;
  if (!Number.isFinite(timeout) || timeout < 1) throw new Error("shutdownTimeout must be a positive number");
  if (options.inspector !== void 0 && typeof options.inspector !== "boolean" && (!options.inspector || typeof options.inspector !== "object" || Array.isArray(options.inspector)))
    throw new Error("inspector must be a boolean or an inspector options object");
  function validate(value) {
    const state = cloneState(definition.validateSeed ? definition.validateSeed(cloneState(value)) : value);
    if (!state || typeof state !== "object" || Array.isArray(state))
      throw new Error("Initial state must be a JSON-compatible object");
    return state;
  }
  const baseline = validate(options.seed === void 0 ? definition.state() : options.seed);
  function readSnapshot(value) {
    const snap = value;
    if (!snap || snap.formatVersion !== 1 || snap.definition !== definition.name || snap.stateVersion !== (definition.stateVersion ?? 1))
      throw new Error(
        `Incompatible snapshot for ${definition.name}. Supply a matching stateVersion or migrate the saved snapshot.`
      );
    return validate(snap.state);
  }
  const inspector = options.inspector ? createCustomInspector(definition.name, baseUrl, typeof options.inspector === "object" ? options.inspector : {}) : void 0;
  function dispose(gen) {
    return gen.disposed ??= disposeGeneration(gen);
  }
  async function disposeGeneration(gen) {
    gen.controller.abort();
    const errors = [];
    try {
      await bounded(
        (async () => {
          while (gen.active.size) await Promise.allSettled([...gen.active]);
        })(),
        timeout,
        "Requests draining"
      );
    } catch (error) {
      errors.push(error);
    }
    for (const callback of [...gen.disposers].reverse()) {
      try {
        await bounded(Promise.resolve().then(callback), timeout, "Emulator cleanup");
      } catch (error) {
        errors.push(error);
      }
    }
    gen.webhooks.clear();
    if (errors.length) throw new AggregateError(errors, `Cleanup failed for ${definition.name}`);
  }
  async function makeGeneration(state) {
    const controller = new AbortController();
    const gen = {
      app: new Hono({
        strictRoutes: true,
        strictJson: true,
        onError(error, req) {
          inspector?.recordError(req, error);
          if (!(error && typeof error === "object" && "status" in error && Number(error.status) < 500))
            console.error(`[${definition.name}]`, error);
        }
      }),
      state: cloneState(state),
      controller,
      disposers: [],
      active: /* @__PURE__ */ new Set(),
      webhooks: new WebhookDispatcher({ signal: controller.signal, neutral: true })
    };
    gen.app.onError((error, c) => {
      const status = error && typeof error === "object" && "status" in error ? Number(error.status) : 500;
      return c.json(
        { error: error instanceof Error ? error.message : "Internal Server Error" },
        Number.isInteger(status) && status >= 400 && status <= 599 ? status : 500
      );
    });
    gen.app.notFound((c) => c.json({ error: "Not Found" }, 404));
    if (definition.cors !== false) gen.app.use(cors(definition.cors));
    try {
      const result = definition.setup({
        app: gen.app,
        state: gen.state,
        baseUrl,
        signal: controller.signal,
        webhooks: gen.webhooks,
        onDispose: (fn) => gen.disposers.push(fn)
      });
      if (result && typeof result.then === "function") {
        void Promise.resolve(result).catch(() => {
        });
        throw new Error("setup() must be synchronous; register asynchronous cleanup with onDispose()");
      }
      cloneState(gen.state);
      return gen;
    } catch (error) {
      await dispose(gen).catch((cleanup) => console.error(cleanup));
      throw error;
    }
  }
  let initial = baseline;
  if (options.persistence && !options.resetPersistence) {
    const raw = await options.persistence.load();
    if (raw !== null) {
      try {
        initial = readSnapshot(JSON.parse(raw));
      } catch (error) {
        throw new Error(`Cannot restore ${definition.name}: ${error instanceof Error ? error.message : error}`, {
          cause: error
        });
      }
    }
  }
  let generation = await makeGeneration(initial);
  let closed = false;
  let transition = Promise.resolve();
  let saving = Promise.resolve();
  let saveRevision = 0;
  let closing;
  const snapshot = () => ({
    formatVersion: 1,
    definition: definition.name,
    stateVersion: definition.stateVersion ?? 1,
    state: cloneState(generation.state)
  });
  function save(serialized) {
    if (!options.persistence) return Promise.resolve();
    const data = serialized ?? JSON.stringify(snapshot());
    saveRevision++;
    saving = saving.catch(() => {
    }).then(() => options.persistence.save(data));
    return saving;
  }
  function trackBody(gen, response, savedSnapshot, savedRevision) {
    if (!response.body) return response;
    const reader = response.body.getReader();
    let resolveDone;
    const done = new Promise((resolve) => {
      resolveDone = resolve;
    });
    gen.active.add(done);
    void done.then(() => gen.active.delete(done));
    let settled = false;
    let stopped = false;
    let abort;
    async function finish(persist) {
      if (settled) return;
      settled = true;
      gen.controller.signal.removeEventListener("abort", abort);
      try {
        if (persist && savedSnapshot !== void 0 && gen === generation && !gen.controller.signal.aborted) {
          const current = JSON.stringify(snapshot());
          if (current !== savedSnapshot || saveRevision !== savedRevision) await save(current);
        }
      } catch (error) {
        console.error(`[${definition.name}] persistence failed`, error);
        throw new Error("Could not persist emulator state", { cause: error });
      } finally {
        resolveDone();
      }
    }
    const body = new ReadableStream({
      start(controller) {
        abort = () => {
          if (stopped) return;
          stopped = true;
          controller.error(gen.controller.signal.reason);
          void reader.cancel(gen.controller.signal.reason).catch(() => {
          }).finally(() => {
            void finish(false);
          });
        };
        gen.controller.signal.addEventListener("abort", abort, { once: true });
        if (gen.controller.signal.aborted) abort();
      },
      async pull(controller) {
        try {
          const chunk = await reader.read();
          if (stopped) return;
          if (chunk.done) {
            await finish(true);
            controller.close();
          } else controller.enqueue(chunk.value);
        } catch (error) {
          if (stopped) return;
          await finish(true).catch(() => {
          });
          controller.error(error);
        }
      },
      async cancel(reason) {
        stopped = true;
        try {
          await reader.cancel(reason);
        } finally {
          await finish(true);
        }
      }
    });
    return new Response(body, { status: response.status, statusText: response.statusText, headers: response.headers });
  }
  function replace(state) {
    if (closed) return Promise.reject(new Error("Emulator is closed"));
    const pending = transition.catch(() => {
    }).then(async () => {
      const next = await makeGeneration(state);
      const old = generation;
      let cleanupError;
      try {
        await dispose(old);
      } catch (error) {
        cleanupError = error;
      }
      generation = next;
      inspector?.clear();
      await save();
      if (cleanupError) throw cleanupError;
    });
    transition = pending.catch(() => {
    });
    return pending;
  }
  const runtime = {
    baseUrl,
    inspectorUrl: inspector ? `${baseUrl}/_emulate` : void 0,
    snapshot,
    reset: () => replace(baseline),
    restore(value) {
      try {
        return replace(readSnapshot(value));
      } catch (error) {
        return Promise.reject(error);
      }
    },
    async fetch(request) {
      if (closed) return Response.json({ error: "Emulator is closed" }, { status: 503 });
      let observed;
      do {
        observed = transition;
        await observed;
      } while (observed !== transition);
      if (closed) return Response.json({ error: "Emulator is closed" }, { status: 503 });
      const pathname = new URL(request.url).pathname;
      if (pathname === "/_emulate" || pathname.startsWith("/_emulate/")) {
        return inspector ? inspector.handle(request, { snapshot, reset: runtime.reset, routes: () => generation.app.routeTable }) : Response.json({ error: "Not Found" }, { status: 404 });
      }
      const gen = generation;
      const task = (async () => {
        const req = new Request(request, { signal: AbortSignal.any([request.signal, gen.controller.signal]) });
        const started = inspector?.begin(req, gen.app.matchedRoute(req.method, pathname));
        let response = await gen.app.fetch(req);
        let savedSnapshot;
        let savedRevision;
        if (gen === generation && !gen.controller.signal.aborted) {
          try {
            savedSnapshot = options.persistence ? JSON.stringify(snapshot()) : void 0;
            const pendingSave = save(savedSnapshot);
            savedRevision = saveRevision;
            await pendingSave;
          } catch (error) {
            console.error(`[${definition.name}] persistence failed`, error);
            void response.body?.cancel().catch(() => {
            });
            savedSnapshot = void 0;
            savedRevision = void 0;
            response = Response.json({ error: "Could not persist emulator state" }, { status: 500 });
          }
        }
        response = trackBody(gen, response, savedSnapshot, savedRevision);
        if (request.method === "HEAD") {
          void response.body?.cancel().catch(() => {
          });
          response = new Response(null, {
            status: response.status,
            statusText: response.statusText,
            headers: response.headers
          });
        }
        if (gen === generation && !gen.controller.signal.aborted) await inspector?.finish(req, response, started);
        return response;
      })();
      gen.active.add(task);
      try {
        return await task;
      } finally {
        gen.active.delete(task);
      }
    },
    request(path, init) {
      return runtime.fetch(new Request(new URL(path, `${baseUrl}/`), init));
    },
    close() {
      if (closing) return closing;
      closed = true;
      closing = (async () => {
        await transition.catch(() => {
        });
        const errors = [];
        try {
          await dispose(generation);
        } catch (error) {
          errors.push(error);
        }
        try {
          await bounded(save(), timeout, "Persistence flush");
        } catch (error) {
          errors.push(error);
        }
        if (errors.length) throw new AggregateError(errors, `Could not close ${definition.name}`);
      })();
      return closing;
    }
  };
  if (options.persistence) {
    try {
      await save();
    } catch (error) {
      await runtime.close().catch(() => {
      });
      throw error;
    }
  }
  return runtime;
}
var SERVICE_REGISTRY = {
  vercel: {
    label: "Vercel REST API emulator",
    endpoints: "projects, deployments, domains, env vars, users, teams, file uploads, protection bypass, blob storage",
    async load() {
      const mod = await import("./another service-RTDYAKPB.js");
      return { plugin: mod.vercelPlugin, seedFromConfig: mod.seedFromConfig };
    },
    defaultFallback(cfg) {
      const firstLogin = cfg?.users?.[0]?.username ?? "admin";
      return { login: firstLogin, id: 1, scopes: [] };
    },
    initConfig: {
      vercel: {
        users: [{ username: "developer", name: "Developer", email: "dev@example.com" }],
        teams: [{ slug: "my-team", name: "My Team" }],
        projects: [{ name: "my-app", team: "my-team", framework: "nextjs" }],
        integrations: [
          {
            client_id: "oac_example_client_id",
            client_secret: "example_client_secret",
            name: "My Vercel App",
            redirect_uris: ["http://localhost:3000/api/auth/callback/vercel"]
          }
        ]
      }
    }
  },
  github: {
    label: "GitHub REST API emulator",
    endpoints: "users, repos, issues, PRs, comments, reviews, labels, milestones, branches, git data, orgs, teams, releases, webhooks, search, actions, checks, rate limit",
    async load() {
      const mod = await import("./dist-DWLNEG6M-5KICATSP.js");
      return {
        plugin: mod.githubPlugin,
        seedFromConfig: mod.seedFromConfig,
        prepareSeed: mod.prepareSeed,
        createAppKeyResolver: mod.createAppKeyResolver
      };
    },
    defaultFallback(cfg) {
      const firstLogin = cfg?.users?.[0]?.login ?? "admin";
      return { login: firstLogin, id: 1, scopes: ["repo", "user", "admin:org", "admin:repo_hook"] };
    },
    initConfig: {
      github: {
        users: [
          {
            login: "octocat",
            name: "The Octocat",
            email: "octocat@github.com",
            bio: "I am the Octocat",
            company: "GitHub",
            location: "San Francisco"
          }
        ],
        orgs: [
          {
            login: "my-org",
            name: "My Organization",
            description: "A test organization",
            members: [{ login: "octocat", role: "admin" }]
          }
        ],
        repos: [
          {
            owner: "octocat",
            name: "hello-world",
            description: "My first repository",
            language: "JavaScript",
            topics: ["hello", "world"],
            auto_init: true
          },
          {
            owner: "my-org",
            name: "org-repo",
            description: "An organization repository",
            language: "TypeScript",
            auto_init: true
          }
        ],
        oauth_apps: [
          {
            client_id: "Iv1.example_client_id",
            client_secret: "example_client_secret",
            name: "My App",
            redirect_uris: ["http://localhost:3000/api/auth/callback/github"]
          }
        ]
      }
    }
  },
  google: {
    label: "Google OAuth 2.0 / OpenID Connect + Gmail, Calendar, and Drive emulator",
    endpoints: "OAuth authorize, token exchange, userinfo, RS256 OIDC discovery and JWKS, token revocation, Gmail messages/drafts/threads/labels/history/settings, Calendar discovery/lists/events/freebusy, Drive files/uploads",
    async load() {
      const mod = await import("./another service-RTDYAKPB.js");
      return { plugin: mod.googlePlugin, seedFromConfig: mod.seedFromConfig };
    },
    defaultFallback(cfg) {
      const firstEmail = cfg?.users?.[0]?.email ?? "testuser@gmail.com";
      return { login: firstEmail, id: 1, scopes: ["openid", "email", "profile"] };
    },
    initConfig: {
      google: {
        users: [
          {
            email: "testuser@example.com",
            name: "Test User",
            picture: "https://lh3.googleusercontent.com/a/default-user",
            email_verified: true
          }
        ],
        oauth_clients: [
          {
            client_id: "example-client-id.apps.googleusercontent.com",
            client_secret: "GOCSPX-example_secret",
            name: "Code App (Google)",
            redirect_uris: ["http://localhost:3000/api/auth/callback/google"]
          }
        ],
        labels: [
          {
            id: "Label_ops",
            user_email: "testuser@example.com",
            name: "Ops/Review",
            color_background: "#DDEEFF",
            color_text: "#111111"
          }
        ],
        messages: [
          {
            id: "msg_welcome",
            user_email: "testuser@example.com",
            from: "welcome@example.com",
            to: "testuser@example.com",
            subject: "Welcome to the Gmail emulator",
            body_text: "You can now test Gmail, Calendar, and Drive flows locally.",
            label_ids: ["INBOX", "UNREAD", "CATEGORY_UPDATES"],
            date: "2025-01-04T10:00:00.000Z"
          }
        ],
        calendars: [
          {
            id: "primary",
            user_email: "testuser@example.com",
            summary: "testuser@example.com",
            primary: true,
            selected: true,
            time_zone: "UTC"
          }
        ],
        calendar_events: [
          {
            id: "evt_kickoff",
            user_email: "testuser@example.com",
            calendar_id: "primary",
            summary: "Project Kickoff",
            start_date_time: "2025-01-10T09:00:00.000Z",
            end_date_time: "2025-01-10T09:30:00.000Z"
          }
        ],
        drive_items: [
          {
            id: "drv_docs",
            user_email: "testuser@example.com",
            name: "Docs",
            mime_type: "application/vnd.google-apps.folder",
            parent_ids: ["root"]
          }
        ]
      }
    }
  },
  slack: {
    label: "Slack API emulator",
    endpoints: "auth, chat, conversations, users, profiles, presence, files, pins, bookmarks, views, reactions, team, OAuth, incoming webhooks, inspector",
    async load() {
      const mod = await import("./another service-RTDYAKPB.js");
      return { plugin: mod.slackPlugin, seedFromConfig: mod.seedFromConfig };
    },
    defaultFallback() {
      return {
        login: "U000000001",
        id: 1,
        scopes: []
      };
    },
    initConfig: {
      slack: {
        team: { name: "My Workspace", domain: "my-workspace" },
        users: [
          {
            name: "developer",
            real_name: "Developer",
            email: "dev@example.com",
            profile: {
              title: "Local Developer",
              status_text: "Testing locally",
              status_emoji: ":computer:"
            },
            presence: "active"
          }
        ],
        channels: [
          { name: "general", topic: "General discussion" },
          { name: "random", topic: "Random stuff" }
        ],
        bots: [{ name: "my-bot" }],
        oauth_apps: [
          {
            client_id: "12345.67890",
            client_secret: "example_client_secret",
            app_id: "A000000001",
            name: "My Slack App",
            redirect_uris: ["http://localhost:3000/api/auth/callback/slack"],
            scopes: [
              "chat:write",
              "channels:read",
              "channels:history",
              "channels:join",
              "channels:manage",
              "channels:write",
              "groups:read",
              "groups:history",
              "groups:write",
              "im:read",
              "im:history",
              "im:write",
              "mpim:read",
              "mpim:history",
              "mpim:write",
              "users:read",
              "users:read.email",
              "users.profile:read",
              "users.profile:write",
              "users:write",
              "files:read",
              "files:write",
              "pins:read",
              "pins:write",
              "bookmarks:read",
              "bookmarks:write",
              "reactions:read",
              "reactions:write",
              "team:read"
            ],
            user_scopes: ["users:read", "users.profile:read"],
            bot_name: "my-bot"
          }
        ],
        strict_scopes: false
      }
    }
  },
  apple: {
    label: "Apple Sign In / OAuth emulator",
    endpoints: "OAuth authorize, token exchange, JWKS",
    async load() {
      const mod = await import("./another service-RTDYAKPB.js");
      return { plugin: mod.applePlugin, seedFromConfig: mod.seedFromConfig };
    },
    defaultFallback(cfg) {
      const firstEmail = cfg?.users?.[0]?.email ?? "testuser@icloud.com";
      return { login: firstEmail, id: 1, scopes: ["openid", "email", "name"] };
    },
    initConfig: {
      apple: {
        users: [{ email: "testuser@icloud.com", name: "Test User" }],
        oauth_clients: [
          {
            client_id: "com.example.app",
            team_id: "TEAM001",
            name: "My Apple App",
            redirect_uris: ["http://localhost:3000/api/auth/callback/apple"]
          }
        ]
      }
    }
  },
  microsoft: {
    label: "Microsoft Entra ID OAuth 2.0 / OpenID Connect emulator",
    endpoints: "OAuth authorize, token exchange, userinfo, OIDC discovery, Graph /me, logout, token revocation",
    async load() {
      const mod = await import("./another service-RTDYAKPB.js");
      return { plugin: mod.microsoftPlugin, seedFromConfig: mod.seedFromConfig };
    },
    defaultFallback(cfg) {
      const firstEmail = cfg?.users?.[0]?.email ?? "testuser@outlook.com";
      return { login: firstEmail, id: 1, scopes: ["openid", "email", "profile", "User.Read"] };
    },
    initConfig: {
      microsoft: {
        users: [{ email: "testuser@outlook.com", name: "Test User" }],
        oauth_clients: [
          {
            client_id: "example-client-id",
            client_secret: "example-client-secret",
            name: "My Microsoft App",
            redirect_uris: ["http://localhost:3000/api/auth/callback/microsoft-entra-id"]
          }
        ]
      }
    }
  },
  okta: {
    label: "Okta OAuth 2.0 / OpenID Connect + management API emulator",
    endpoints: "OIDC discovery, JWKS, OAuth authorize/token/userinfo/introspect/revoke/logout, users, groups, apps, authorization servers",
    async load() {
      const mod = await import("./another service-RTDYAKPB.js");
      return { plugin: mod.oktaPlugin, seedFromConfig: mod.seedFromConfig };
    },
    defaultFallback(cfg) {
      const firstLogin = cfg?.users?.[0]?.login ?? cfg?.users?.[0]?.email ?? "testuser@okta.local";
      return { login: firstLogin, id: 1, scopes: ["openid", "profile", "email", "groups"] };
    },
    initConfig: {
      okta: {
        users: [{ login: "testuser@okta.local", email: "testuser@okta.local", first_name: "Test", last_name: "User" }],
        groups: [{ name: "Everyone", description: "All users", type: "BUILT_IN", okta_id: "00g_everyone" }],
        authorization_servers: [{ id: "default", name: "default", audiences: ["api://default"] }],
        oauth_clients: [
          {
            client_id: "okta-test-client",
            client_secret: "okta-test-secret",
            name: "Sample OIDC Client",
            redirect_uris: ["http://localhost:3000/callback"],
            auth_server_id: "default"
          }
        ]
      }
    }
  },
  aws: {
    label: "AWS cloud service emulator",
    endpoints: "S3 (buckets, objects), SQS (queues, messages), IAM (users, roles, access keys), STS (assume role, caller identity)",
    async load() {
      const mod = await import("./another service-RTDYAKPB.js");
      return { plugin: mod.awsPlugin, seedFromConfig: mod.seedFromConfig };
    },
    defaultFallback() {
      return { login: "admin", id: 1, scopes: ["s3:*", "sqs:*", "iam:*", "sts:*"] };
    },
    initConfig: {
      aws: {
        region: "us-east-1",
        s3: { buckets: [{ name: "my-app-bucket" }, { name: "my-app-uploads" }] },
        sqs: { queues: [{ name: "my-app-events" }, { name: "my-app-dlq" }] },
        iam: {
          users: [{ user_name: "developer", create_access_key: true }],
          roles: [{ role_name: "lambda-execution-role", description: "Role for Lambda function execution" }]
        }
      }
    }
  },
  resend: {
    label: "Resend email API emulator",
    endpoints: "emails with 24-hour Idempotency-Key replay, domains, contacts, API keys, inbox UI",
    async load() {
      const mod = await import("./another service-RTDYAKPB.js");
      return { plugin: mod.resendPlugin, seedFromConfig: mod.seedFromConfig };
    },
    defaultFallback() {
      return { login: "re_test_admin", id: 1, scopes: [] };
    },
    initConfig: {
      resend: {
        domains: [{ name: "example.com", region: "us-east-1" }],
        contacts: [{ email: "test@example.com", first_name: "Test", last_name: "User" }]
      }
    }
  },
  stripe: {
    label: "Stripe payments emulator",
    endpoints: "customers, payment methods, customer sessions, payment intents, charges, products, prices, checkout sessions, webhooks",
    async load() {
      const mod = await import("./another service-RTDYAKPB.js");
      return { plugin: mod.stripePlugin, seedFromConfig: mod.seedFromConfig };
    },
    defaultFallback() {
      return { login: "sk_test_admin", id: 1, scopes: [] };
    },
    initConfig: {
      stripe: {
        customers: [{ email: "test@example.com", name: "Test Customer" }],
        products: [{ name: "Pro Plan", description: "Monthly pro subscription" }],
        prices: [{ product_name: "Pro Plan", currency: "usd", unit_amount: 2e3 }]
      }
    }
  },
  mongoatlas: {
    label: "MongoDB Atlas service emulator",
    endpoints: "Atlas Admin API v2 (projects, clusters, database users, databases, collections), Atlas Data API v1 (findOne, find, insertOne, insertMany, updateOne, updateMany, deleteOne, deleteMany, aggregate)",
    async load() {
      const mod = await import("./another service-RTDYAKPB.js");
      return { plugin: mod.mongoatlasPlugin, seedFromConfig: mod.seedFromConfig };
    },
    defaultFallback() {
      return { login: "admin", id: 1, scopes: [] };
    },
    initConfig: {
      mongoatlas: {
        projects: [{ name: "Project0" }],
        clusters: [{ name: "Cluster0", project: "Project0" }],
        database_users: [{ username: "admin", project: "Project0" }],
        databases: [{ cluster: "Cluster0", name: "test", collections: ["items"] }]
      }
    }
  },
  clerk: {
    label: "Clerk authentication and user management emulator",
    endpoints: "OIDC discovery, JWKS, OAuth authorize/token/userinfo, users, email addresses, organizations, memberships, invitations, sessions",
    async load() {
      const mod = await import("./another service-RTDYAKPB.js");
      return { plugin: mod.clerkPlugin, seedFromConfig: mod.seedFromConfig };
    },
    defaultFallback(cfg) {
      const firstEmail = cfg?.users?.[0]?.email_addresses?.[0] ?? "test@example.com";
      return { login: firstEmail, id: 1, scopes: [] };
    },
    initConfig: {
      clerk: {
        users: [
          {
            first_name: "Test",
            last_name: "User",
            email_addresses: ["test@example.com"],
            password: "clerk_test_password"
          }
        ],
        organizations: [
          {
            name: "My Company",
            slug: "my-company",
            members: [{ email: "test@example.com", role: "admin" }]
          }
        ],
        oauth_applications: [
          {
            client_id: "clerk_emulate_client",
            client_secret: "clerk_emulate_secret",
            name: "Emulate App",
            redirect_uris: ["http://localhost:3000/api/auth/callback/clerk"]
          }
        ]
      }
    }
  },
  linear: {
    label: "Linear GraphQL API emulator",
    endpoints: "GraphQL, OAuth, issues, teams, users, workflow states, comments, labels, projects, cycles, webhooks, agents, inspector",
    async load() {
      const mod = await import("./another service-RTDYAKPB.js");
      return { plugin: mod.linearPlugin, seedFromConfig: mod.seedFromConfig };
    },
    defaultFallback(cfg) {
      const firstEmail = cfg?.users?.[0]?.email ?? "admin@linear.local";
      return { login: firstEmail, id: 1, scopes: [] };
    },
    initConfig: {
      linear: {
        organization: { name: "Acme", url_key: "acme" },
        users: [
          { email: "admin@example.com", name: "Admin User", admin: true },
          { email: "dev@example.com", name: "Developer" }
        ],
        teams: [
          {
            key: "ENG",
            name: "Engineering",
            states: [
              { name: "Backlog", type: "backlog" },
              { name: "Todo", type: "unstarted" },
              { name: "In Progress", type: "started" },
              { name: "Done", type: "completed" }
            ]
          }
        ],
        labels: [
          { name: "Bug", color: "#d92d20", team: "ENG" },
          { name: "Feature", color: "#2563eb", team: "ENG" }
        ],
        issues: [
          {
            team: "ENG",
            title: "Fix local checkout test",
            description: "Reproduce and fix the checkout failure.",
            state: "Todo",
            assignee: "dev@example.com",
            labels: ["Bug"]
          }
        ],
        oauth_apps: [
          {
            client_id: "lin_example_client_id",
            client_secret: "example_client_secret",
            name: "My Linear App",
            redirect_uris: ["http://localhost:3000/api/auth/callback/linear"],
            scopes: ["read", "write", "issues:create", "comments:create"],
            actor: "user"
          }
        ],
        tokens: [
          {
            token: "lin_test_admin",
            user: "admin@example.com",
            scopes: ["read", "write", "issues:create", "comments:create", "admin"]
          }
        ],
        strict_scopes: false
      }
    }
  },
  twilio: {
    label: "Twilio API emulator",
    endpoints: "accounts, API keys, phone numbers, Programmable Messaging, Messaging Services, Verify, Voice, webhooks, simulator, inspector",
    async load() {
      const mod = await import("./another service-RTDYAKPB.js");
      return { plugin: mod.twilioPlugin, seedFromConfig: mod.seedFromConfig };
    },
    defaultFallback(cfg) {
      const account = cfg?.account;
      return {
        login: account?.sid ?? "AC00000000000000000000000000000000",
        id: 1,
        scopes: []
      };
    },
    initConfig: {
      twilio: {
        account: {
          sid: "AC00000000000000000000000000000000",
          auth_token: "twilio_test_auth_token",
          friendly_name: "Local Twilio Account"
        },
        api_keys: [
          {
            sid: "SK00000000000000000000000000000000",
            secret: "twilio_test_api_secret",
            friendly_name: "Local API Key"
          }
        ],
        phone_numbers: [
          {
            phone_number: "+15551234567",
            friendly_name: "Local SMS and Voice Number",
            sms_url: "http://localhost:3000/api/twilio/sms",
            voice_url: "http://localhost:3000/api/twilio/voice"
          }
        ],
        messaging_services: [
          {
            friendly_name: "Local Messaging Service",
            phone_numbers: ["+15551234567"]
          }
        ],
        verify_services: [
          {
            friendly_name: "Local Verify Service",
            code: "123456",
            default_channel: "sms"
          }
        ],
        conversations: {
          services: [{ friendly_name: "Local Conversations" }]
        }
      }
    }
  }
};
function resolveBaseUrl(opts) {
  if (opts.seedBaseUrl) {
    return opts.seedBaseUrl.replace(/\{service\}/g, opts.service);
  }
  if (opts.baseUrl) {
    return opts.baseUrl.replace(/\{service\}/g, opts.service);
  }
  const envBaseUrl = process.env.EMULATE_BASE_URL;
  if (envBaseUrl) {
    return envBaseUrl.replace(/\{service\}/g, opts.service);
  }
  const portlessUrl = process.env.PORTLESS_URL;
  if (portlessUrl) {
    return portlessUrl.replace(/\{service\}/g, opts.service);
  }
  return `http://localhost:${opts.port}`;
}
async function createEmulator(options) {
  if (typeof options.service === "string") return createBuiltinEmulator(options);
  const opts = options;
  if (opts.listen === false)
    return { ...await createCustomRuntime(opts.service, opts), generatedSecrets: Object.freeze([]) };
  let runtime;
  const server = serve({
    fetch: (request) => runtime ? runtime.fetch(request) : Response.json({ error: "Starting" }, { status: 503 }),
    port: opts.port ?? 4e3,
    hostname: opts.hostname
  });
  try {
    await waitForListening(server);
    const address = server.address();
    const port = address && typeof address === "object" ? address.port : opts.port ?? 4e3;
    const baseUrl = resolveBaseUrl({ service: opts.service.name, port, baseUrl: opts.baseUrl });
    runtime = await createCustomRuntime(opts.service, { ...opts, baseUrl });
    let closing;
    return {
      ...runtime,
      url: baseUrl,
      generatedSecrets: Object.freeze([]),
      close() {
        return closing ??= (async () => {
          const stopping = closeHttpServer(server);
          const results = await Promise.allSettled([runtime.close(), stopping]);
          const failures = results.filter((r) => r.status === "rejected");
          if (failures.length)
            throw new AggregateError(
              failures.map((r) => r.reason),
              "Could not close emulator"
            );
        })();
      }
    };
  } catch (error) {
    await closeHttpServer(server);
    throw error;
  }
}
function waitForListening(server) {
  if (server.listening) return Promise.resolve();
  return new Promise((resolve, reject) => {
    const ready = () => {
      server.off("error", fail);
      resolve();
    };
    const fail = (error) => {
      server.off("listening", ready);
      reject(error);
    };
    server.once("listening", ready);
    server.once("error", fail);
  });
}
function closeHttpServer(server) {
  return new Promise((resolve, reject) => {
    server.close((error) => {
      if (error && error.code !== "ERR_SERVER_NOT_RUNNING") reject(error);
      else resolve();
    });
    server.closeAllConnections();
  });
}
async function createBuiltinEmulator(options) {
  const { service, port = 4e3, seed: seedConfig } = options;
  const entry = SERVICE_REGISTRY[service];
  if (!entry) {
    throw new Error(`Unknown service: ${service}`);
  }
  const loaded = await entry.load();
  let handler;
  const httpServer = serve({
    fetch: (request) => handler ? handler(request) : new Response("Starting", { status: 503 }),
    port,
    hostname: options.hostname
  });
  try {
    await waitForListening(httpServer);
    const address = httpServer.address();
    const actualPort = address && typeof address === "object" ? address.port : port;
    const tokens = {};
    if (seedConfig?.tokens) {
      let tokenId = 100;
      for (const [token, user] of Object.entries(seedConfig.tokens)) {
        tokens[token] = { login: user.login, id: tokenId++, scopes: user.scopes };
      }
    } else {
      tokens["test_token_admin"] = { login: "admin", id: 2, scopes: ["repo", "user", "admin:org", "admin:repo_hook"] };
    }
    const inputSvcSeedConfig = seedConfig?.[service];
    const preparedSeed = inputSvcSeedConfig && loaded.prepareSeed ? await loaded.prepareSeed(inputSvcSeedConfig) : void 0;
    const svcSeedConfig = preparedSeed?.config ?? inputSvcSeedConfig;
    const generatedSecrets = Object.freeze(
      (preparedSeed?.generatedSecrets ?? []).map((secret) => Object.freeze({ service, ...secret }))
    );
    const seedBaseUrl = typeof svcSeedConfig?.baseUrl === "string" && svcSeedConfig.baseUrl.length > 0 ? svcSeedConfig.baseUrl : void 0;
    const baseUrl = resolveBaseUrl({ service, port: actualPort, baseUrl: options.baseUrl, seedBaseUrl });
    let cachedResolver;
    const appKeyResolver = loaded.createAppKeyResolver ? (appId) => cachedResolver(appId) : void 0;
    const fallbackUser = entry.defaultFallback(svcSeedConfig);
    const { app, store, webhooks, tokenMap } = createServer2(loaded.plugin, {
      port,
      baseUrl,
      tokens,
      appKeyResolver,
      fallbackUser
    });
    cachedResolver = loaded.createAppKeyResolver?.(store);
    const seed = () => {
      loaded.plugin.seed?.(store, baseUrl);
      if (svcSeedConfig && loaded.seedFromConfig) {
        loaded.seedFromConfig(store, baseUrl, svcSeedConfig, webhooks);
      }
    };
    seed();
    handler = app.fetch;
    let closing;
    return {
      url: baseUrl,
      generatedSecrets,
      reset() {
        for (const [token, user] of tokenMap) {
          if (user.installation) tokenMap.delete(token);
        }
        store.reset();
        webhooks.clear();
        seed();
      },
      close() {
        return closing ??= closeHttpServer(httpServer);
      }
    };
  } catch (error) {
    await closeHttpServer(httpServer);
    throw error;
  }
}

// src/demo/github-upstream.ts
async function startUpstream(options) {
  const [owner = "", name = ""] = options.repository.split("/");
  const { login } = options.layer;
  const logins = [
    login,
    ...Object.values(options.tokens).map((access) => access.login),
    ...options.users ?? []
  ];
  const tokens = Object.entries(options.tokens).map(
    ([key, access]) => [key, { login: access.login }]
  );
  const layer = options.layer.tokens.map((token) => [token, { login }]);
  const emulator = await createEmulator({
    service: "github",
    port: 0,
    seed: {
      tokens: { ...Object.fromEntries(layer), ...Object.fromEntries(tokens) },
      github: {
        users: logins.map((one) => ({ login: one })),
        orgs: [{ login: owner, members: logins.map((one) => ({ login: one, role: "admin" })) }],
        repos: [{ owner, name, default_branch: options.defaultBranch }]
      }
    }
  });
  const origin = `http://127.0.0.1:${new URL(emulator.url).port}`;
  const ofWeb = [options.repository, ...options.fork === void 0 ? [] : [options.fork.name]];
  const rename = (text) => ofWeb.reduce((all, one) => all.replaceAll(`${emulator.url}/${one}`, `${options.webUrl}/${one}`), text).replaceAll(emulator.url, options.url);
  const upstream = {
    async ask(method, path, authorization2, body) {
      const response = await fetch(`${origin}${path}`, {
        method,
        headers: {
          "Content-Type": "application/json",
          ...authorization2 === void 0 ? {} : { Authorization: authorization2 }
        },
        ...body === "" ? {} : { body }
      });
      const headers = {};
      for (const [key, value] of response.headers) {
        if (key.startsWith("x-ratelimit-") || key === "link") headers[key] = rename(value);
      }
      const text = rename(await response.text());
      return { status: response.status, headers, body: parseJson(text, botsAsGitHubShowsThem) };
    },
    close: () => emulator.close()
  };
  if (options.fork !== void 0) await makeFork(upstream, options, options.fork.name);
  return upstream;
}
async function makeFork(upstream, options, fork) {
  const [token] = Object.entries(options.tokens).find(([, { login }]) => login === ownerOf(fork)) ?? [];
  if (token === void 0) throw new Error(`${ownerOf(fork)} has no token, but a fork.`);
  const body = JSON.stringify({ name: fork.split("/")[1] });
  const made = await upstream.ask("POST", `/repos/${options.repository}/forks`, `Bearer ${token}`, body);
  if (made.status !== 202) throw new Error(`The emulator makes no fork: ${JSON.stringify(made.body)}`);
}
function botsAsGitHubShowsThem(_key, value) {
  if (!isJson(value) || typeof value["login"] !== "string" || !value["login"].endsWith("[bot]")) return value;
  const fields = Object.entries(value).map(([name, field]) => {
    const address = typeof field === "string" && name.endsWith("url");
    return [name, address ? field.replace("[bot]", "%5Bbot%5D") : field];
  });
  return { ...Object.fromEntries(fields), type: "Bot" };
}

// src/demo/github-server.ts
async function startGitHubServer(options) {
  const log = [];
  let interceptor = null;
  let layer = null;
  let queue = Promise.resolve();
  async function exchange(asked, intercepted) {
    const { method, path, body } = asked;
    const answer = intercepted ?? await layer?.answer(asked) ?? refusal(503, "Starting");
    const entry = { method, path, status: answer.status, requestBody: body, responseBody: answer.body };
    log.push(entry);
    options.check?.(entry);
    return answer;
  }
  async function handle2(request, response) {
    const asked = await readRequest(request);
    const { method, path, body } = asked;
    const decided = interceptor?.(method, path, body) ?? null;
    const fault = isFault(decided) ? decided : null;
    if (fault?.fault === "cut") {
      log.push({ method, path, status: 0, requestBody: body, responseBody: null });
      request.socket.destroy();
      return;
    }
    if (fault?.fault === "hang" && !await patient(fault.until, response)) return;
    const mine = queue.then(() => exchange(asked, isFault(decided) ? null : decided));
    queue = mine.catch(() => {
    });
    const answer = await mine;
    if (fault?.fault === "cut-after") request.socket.destroy();
    else write(response, answer);
  }
  const { server, url } = await listen((request, response) => {
    handle2(request, response).catch((error) => write(response, refusal(500, String(error))));
  });
  const upstream = await startUpstream({ ...options, url, layer: LAYER });
  layer = new Layer({ ...options, url }, upstream);
  return {
    url,
    log,
    setChecks: (sha, state) => layer?.setChecks(sha, state),
    setReviewDecision: (number, decision) => layer?.setReviewDecision(number, decision),
    intercept(next) {
      interceptor = next;
    },
    async close() {
      await shut(server);
      await queue;
      await upstream.close();
    }
  };
}
async function readRequest(request) {
  const text = (await readBody(request)).toString("utf8");
  return {
    method: request.method ?? "GET",
    path: request.url ?? "/",
    authorization: request.headers.authorization,
    text,
    body: parseJson(text)
  };
}
function write(response, answer) {
  response.writeHead(answer.status, { "Content-Type": "application/json; charset=utf-8", ...answer.headers });
  response.end(answer.body === null ? void 0 : JSON.stringify(answer.body));
}

// src/demo/sample-estate.ts
import { readFile } from "node:fs/promises";
import { dirname as dirname3, join as join3 } from "node:path";
import { fileURLToPath as fileURLToPath2 } from "node:url";
async function packageRoot(from = fileURLToPath2(import.meta.url)) {
  for (let folder = dirname3(from); ; folder = dirname3(folder)) {
    const text = await readFile(join3(folder, "package.json"), "utf8").catch(() => "{}");
    const { name } = JSON.parse(text);
    if (name === "rotate-pr") return folder;
    if (folder === dirname3(folder)) throw new Error(`No package.json of rotate-pr above ${from}.`);
  }
}
async function sampleEstate() {
  return join3(await packageRoot(), "fixtures", "environments");
}

// src/demo/world.ts
var WRITE_TOKEN = "ghp_demo0write0token0that0is0no0secret00";
var READ_TOKEN = "ghp_demo0read0only0token0that0is0no0secret";
var FORK_TOKEN = "ghp_demo0fork0only0token0that0is0no0secret";
var DEFAULT_TOKENS = {
  [WRITE_TOKEN]: { login: "rotation-team", write: true },
  [READ_TOKEN]: { login: "onlooker", write: false }
};
async function createWorld(options = {}) {
  const {
    repository = "example-org/environments",
    fork: forkName,
    defaultBranch = "main",
    estate,
    tokens: givenTokens = DEFAULT_TOKENS,
    private: isPrivate = false,
    check,
    ...settings
  } = options;
  const folder = await realpath(await mkdtemp(join4(tmpdir(), "rotate-pr-")));
  const bare = join4(folder, "remote", `${repository}.git`);
  const clone = join4(folder, "clone");
  const fork = forkName === void 0 ? null : { name: forkName, bare: join4(folder, "remote", `${forkName}.git`) };
  const tokens = fork === null ? givenTokens : { ...givenTokens, [FORK_TOKEN]: { login: ownerOf(fork.name), write: [fork.name] } };
  const closers = [
    () => rm(folder, { recursive: true, force: true, maxRetries: 5 })
  ];
  const close = async ({ keep = false } = {}) => {
    for (const closer of closers.splice(keep ? 1 : 0).reverse()) await closer();
  };
  try {
    await writeFile(join4(folder, "gitconfig"), "");
    const isolated = isolation(folder);
    await seedRemote(folder, bare, estate ?? await sampleEstate(), defaultBranch, isolated);
    if (fork !== null) await git(folder, ["clone", "--quiet", "--bare", bare, fork.bare], isolated);
    const git2 = await startGitServer({
      repositories: { [repository]: bare, ...fork === null ? {} : { [fork.name]: fork.bare } },
      tokens,
      private: isPrivate
    });
    closers.push(() => git2.close());
    const github = await startGitHubServer({
      ...settings,
      repository,
      bare,
      ...fork === null ? {} : { fork },
      defaultBranch,
      tokens,
      webUrl: git2.url,
      ...check === void 0 ? {} : { check }
    });
    closers.push(() => github.close());
    const token = Object.keys(tokens)[0] ?? "";
    await git(folder, ["clone", "--quiet", `${git2.url}/${repository}.git`, clone], {
      ...isolated,
      ...authorization(git2.url, isPrivate ? token : null)
    });
    if (fork !== null)
      await git(clone, ["remote", "add", "fork", `${git2.url}/${fork.name}.git`], isolated);
    const env = {
      ...isolated,
      GITHUB_API_URL: github.url,
      GITHUB_SERVER_URL: git2.url,
      GITHUB_REPOSITORY: repository,
      GITHUB_TOKEN: token
    };
    return {
      folder,
      bare,
      clone,
      repository,
      fork,
      defaultBranch,
      git: git2,
      github,
      env,
      runGit: (...args) => git(clone, args, env),
      close
    };
  } catch (error) {
    await close();
    throw error;
  }
}
function isolation(folder) {
  return {
    GIT_CONFIG_GLOBAL: join4(folder, "gitconfig"),
    GIT_CONFIG_NOSYSTEM: "1",
    GIT_TERMINAL_PROMPT: "0",
    GH_CONFIG_DIR: join4(folder, "gh"),
    XDG_CACHE_HOME: join4(folder, "cache"),
    GIT_AUTHOR_NAME: "Rotation Demo",
    GIT_AUTHOR_EMAIL: "rotation-demo@example.com",
    GIT_COMMITTER_NAME: "Rotation Demo",
    GIT_COMMITTER_EMAIL: "rotation-demo@example.com",
    NO_PROXY: "127.0.0.1",
    no_proxy: "127.0.0.1"
  };
}
function authorization(url, token) {
  if (token === null) return {};
  const credentials = Buffer.from(`x-access-token:${token}`).toString("base64");
  return {
    GIT_CONFIG_COUNT: "1",
    GIT_CONFIG_KEY_0: `http.${url}/.extraheader`,
    GIT_CONFIG_VALUE_0: `Authorization: Basic ${credentials}`
  };
}
async function seedRemote(folder, bare, estate, branch, isolated) {
  const seed = join4(folder, "seed");
  const env = {
    ...isolated,
    GIT_AUTHOR_DATE: "2026-11-02T09:00:00Z",
    GIT_COMMITTER_DATE: "2026-11-02T09:00:00Z"
  };
  await cp(estate, seed, { recursive: true, filter: (path) => !/[\\/]\.git$/.test(path) });
  await git(folder, ["init", "--quiet", `--initial-branch=${branch}`, seed], env);
  await git(seed, ["-c", "core.autocrlf=false", "-c", "core.fileMode=false", "add", "--all"], env);
  await git(seed, ["-c", "commit.gpgSign=false", "commit", "--quiet", "-m", "Add the environments"], env);
  await git(folder, ["clone", "--quiet", "--bare", seed, bare], env);
  await rm(seed, { recursive: true, force: true, maxRetries: 5 });
}

// src/commands/demo.ts
var DATE = "2026-11-23";
var TEAMS = [
  ...["allotments", "apiary", "coast-guides", "dovecotes", "ferries", "granary", "grounds-operations"],
  ...["hedgerows", "millers", "river-watch", "waterways"]
];
var PLANNED = ["-n", "allotment-register-dev", "--cluster", "live"];
var SHOWN = "beekeeping-licence-dev";
var CLUSTER = "live.cloud-platform.service.justice.gov.uk";
var TEXT = {
  title: "A tour of rotate-pr",
  intro: "Everything below is real and on this machine: an environments repository of invented namespaces, its remote behind git http-backend, a GitHub API, and a clone in which somebody is in the middle of something else.",
  audit: "Every credential of the repository, the worst first: when it was rotated, and what stands in the way.",
  plan: "What would be done to one namespace: the change to its files and the text of the pull request.",
  open: "Everything that is due, one pull request for each namespace. The environments of one application go one after another on different days, production last: what is not its turn yet is deferred.",
  list: "The pull requests that GitHub has now.",
  body: "One of them as a reviewer reads it.",
  diff: "Its change, as git has it on the remote.",
  again: "The same command again on the same day: everything is there already, so nothing is done.",
  clone: "The clone is as it was before: its branch, its index and its unfinished work.",
  more: (lines) => `\u2026 ${lines} more ${lines === 1 ? "line" : "lines"}`,
  wroteNothing: (requests) => `It asked ${requests} times and wrote nothing, neither to GitHub nor to git.`,
  wrote: (writes) => `It wrote ${writes} times, and should not have.`,
  unexpected: (status) => `That ended with status ${status ?? "none"}, and should not have.`,
  unchanged: "unchanged",
  changed: "CHANGED",
  kept: (folder) => `The folder is kept: ${folder}`,
  total: (pulls, requests, pushes, seconds) => `${pulls} pull requests, ${requests} requests to the API, ${pushes} ${pushes === 1 ? "push" : "pushes"} to git, ${seconds} seconds.`
};
var TourError = class extends Error {
};
async function demo(options) {
  const started = performance.now();
  const world = await createWorld({ teams: Object.fromEntries(TEAMS.map((team) => [team, "collaborator"])) });
  const stop = () => {
    void world.close().finally(() => process.exit(130));
  };
  process.once("SIGINT", stop);
  try {
    const pulls = await new Tour(options, world).walk();
    const { api, pushes } = countTraffic(world);
    const seconds = ((performance.now() - started) / 1e3).toFixed(1);
    options.write(`
${TEXT.total(pulls.length, api, pushes, seconds)}
`);
    return 0;
  } catch (error) {
    if (!(error instanceof TourError)) throw error;
    options.write(`
${error.message}
`);
    return 1;
  } finally {
    process.removeListener("SIGINT", stop);
    await world.close({ keep: options.keep });
    if (options.keep) options.write(`${TEXT.kept(world.folder)}
`);
  }
}
var Tour = class {
  #options;
  #world;
  #colors;
  #step = 0;
  constructor(options, world) {
    this.#options = options;
    this.#world = world;
    this.#colors = import_picocolors.default.createColors(options.color);
  }
  async walk() {
    this.#print(this.#colors.bold(TEXT.title), ...this.#wrapped(TEXT.intro));
    await this.#startSomethingElse();
    const before = await lookAtClone(this.#world);
    this.#head(TEXT.audit);
    await this.#rotatePr(["audit"], 20);
    this.#head(TEXT.plan);
    await this.#rotatePr(["plan", ...PLANNED], 80);
    this.#head(TEXT.open);
    await this.#rotatePr(["open", "--due"], 8);
    const pulls = await this.#showPulls();
    this.#head(TEXT.again);
    await this.#openAgain();
    this.#head(TEXT.clone);
    this.#compare(before, await lookAtClone(this.#world));
    return pulls;
  }
  /** A branch of one's own and a change that is not committed. */
  async #startSomethingElse() {
    await this.#world.runGit("switch", "--quiet", "--create", "something-else");
    await appendFile(join5(this.#world.clone, "README.md"), "\nNot finished yet.\n");
  }
  async #showPulls() {
    const pulls = await listPulls(this.#world);
    this.#head(TEXT.list);
    this.#print(this.#colors.dim(`GET /repos/${this.#world.repository}/pulls`));
    const columns = [{ align: "right" }, {}, { min: 20 }];
    const rows = pulls.map(({ number, title, branch }) => [
      { text: `#${number}`, paint: this.#colors.green },
      { text: branch, paint: this.#colors.cyan },
      { text: title }
    ]);
    this.#print(...formatTable(columns, rows, this.#options.width, "  "));
    const found = pulls.find(({ branch }) => branch === `rotate/${SHOWN}`);
    if (found === void 0) throw new TourError(`There is no pull request for ${SHOWN}.`);
    const shown = await getPull(this.#world, found.number);
    this.#head(TEXT.body);
    this.#print(this.#colors.dim(`GET /repos/${this.#world.repository}/pulls/${shown.number}`));
    this.#print(this.#colors.bold(shown.title), "");
    this.#cut(foldMarkdown(shown.body, this.#options.width), 10);
    this.#head(TEXT.diff);
    await this.#showDiff(shown.branch);
    return pulls;
  }
  async #showDiff(branch) {
    const { defaultBranch } = this.#world;
    const range = `origin/${defaultBranch}...origin/${branch}`;
    this.#prompt("git fetch");
    this.#prompt(`cd namespaces/live.*/${SHOWN}`);
    this.#prompt(`git diff -U1 --relative ${range}`);
    await this.#world.runGit("fetch", "--quiet", "origin");
    const folder = join5(this.#world.clone, "namespaces", CLUSTER, SHOWN);
    const color = `color.ui=${this.#options.color ? "always" : "never"}`;
    const diff = await this.#world.runGit("-C", folder, "-c", color, "diff", "-U1", "--relative", range);
    this.#cut(diff.split("\n"), 50);
  }
  async #openAgain() {
    const before = countTraffic(this.#world);
    await this.#rotatePr(["open", "--due"], 4);
    const { api, apiWrites, git: git2, pushes } = trafficSince(before, countTraffic(this.#world));
    if (apiWrites + pushes > 0) throw new TourError(TEXT.wrote(apiWrites + pushes));
    this.#print("", this.#colors.green(TEXT.wroteNothing(api + git2)));
  }
  #compare(before, after) {
    const line = (name, value, same) => [
      { text: name },
      { text: value },
      { text: same ? TEXT.unchanged : TEXT.changed, paint: same ? this.#colors.green : this.#colors.red }
    ];
    const commit = `${after.branch} at ${after.commit.slice(0, 7)}`;
    const atHead = before.branch === after.branch && before.commit === after.commit;
    const rows = [
      line("branch", commit, atHead),
      line("index", `${after.entries} entries`, before.index === after.index),
      line("working tree", after.changes.trim(), before.changes === after.changes)
    ];
    this.#print(...formatTable([{}, { min: 10 }, {}], rows, this.#options.width, "  "));
    if (rows.some((row) => row[2]?.text === TEXT.changed)) throw new TourError(TEXT.changed);
  }
  /** Runs the program and shows the first lines of what it prints. */
  async #rotatePr(args, lines) {
    const { node, cli, color, width } = this.#options;
    const all = [...args, "--date", DATE];
    this.#prompt(`rotate-pr ${all.join(" ")}`);
    const result = await run(node, [cli, ...all], {
      cwd: this.#world.clone,
      env: {
        ...this.#world.env,
        COLUMNS: String(width),
        ...color ? { FORCE_COLOR: "1" } : { NO_COLOR: "1" }
      }
    });
    this.#cut(result.stdout.split(/\r?\n/), lines);
    if (result.status !== 0 && result.status !== 1 || result.stdout === "") {
      throw new TourError(`${result.stderr.trimEnd()}

${TEXT.unexpected(result.status)}`);
    }
    return result;
  }
  #head(sentence) {
    this.#step += 1;
    const [first = "", ...rest] = wrap(sentence, Math.min(this.#options.width, 100) - 3);
    const number = String(this.#step).padEnd(2);
    const lines = [`${number} ${first}`, ...rest.map((line) => `   ${line}`)];
    this.#print("", ...lines.map(this.#colors.bold), "");
  }
  #prompt(command) {
    this.#print(`${this.#colors.dim("$")} ${this.#colors.cyan(command)}`);
  }
  /** Prints the first lines and, when some are left out, how many, and the last one: reports end with their totals. */
  #cut(text, most) {
    const lines = text.slice(0, text.findLastIndex((line) => line.trim() !== "") + 1);
    const left = lines.length - most - 1;
    if (left <= 1) this.#print(...lines);
    else this.#print(...lines.slice(0, most), this.#colors.dim(TEXT.more(left)), "", lines.at(-1) ?? "");
  }
  #wrapped(text) {
    return wrap(text, Math.min(this.#options.width, 100));
  }
  #print(...lines) {
    this.#options.write(`${lines.join("\n")}
`);
  }
};
function foldMarkdown(text, width) {
  let code = false;
  const seen = text.replace(/<!--[\s\S]*?-->/g, "");
  return seen.split(/\r?\n/).flatMap((line) => {
    const fence = /^\s*(?:```|~~~)/.test(line);
    if (fence) code = !code;
    if (code || fence || line.startsWith("|")) return [truncate(line, width)];
    const [indent = ""] = /^\s*(?:[-*] (?:\[.\] )?)?/.exec(line) ?? [];
    const [first = "", ...rest] = wrap(line.slice(indent.length), width - indent.length);
    return [indent + first, ...rest.map((more) => " ".repeat(indent.length) + more)];
  });
}

// src/cli/verbs/demo.ts
async function runDemo(flags) {
  const { out, width, color } = processTerminal(flags.color);
  return demo({
    write: out,
    color,
    width,
    node: process.execPath,
    cli: process.argv[1] ?? fileURLToPath3(import.meta.url),
    keep: flags.keep
  });
}
export {
  runDemo
};
