import { createRequire as createRequireOfNode } from 'node:module';import { dirname as dirnameOfNode } from 'node:path';import { fileURLToPath as fileURLToPathOfNode } from 'node:url';const require = createRequireOfNode(import.meta.url);const filenameOfChunk = fileURLToPathOfNode(import.meta.url);const dirnameOfChunk = dirnameOfNode(filenameOfChunk);
import {
  PUSH_REMOTE,
  draftFrom,
  ensureCommits,
  gitClient,
  gitWords,
  isLoopback,
  readRemote,
  remoteFailure,
  surveyBase
} from "./chunk-4M2TCP5L.js";
import {
  refuseNoSelection
} from "./chunk-5CUUNAQJ.js";
import "./chunk-QYMKKWBY.js";
import "./chunk-H3AFWSI7.js";
import {
  hasFailures
} from "./chunk-QFHZZB3N.js";
import {
  toJson
} from "./chunk-7OZAT5UJ.js";
import {
  isGlob,
  readDate,
  runDoor,
  upgradeRemarks
} from "./chunk-LXDXEPN6.js";
import "./chunk-6WZHUDHF.js";
import "./chunk-TZUV6CNP.js";
import "./chunk-CLNRZC4U.js";
import {
  createOctokit,
  githubFailure,
  githubWords
} from "./chunk-ZMNL2IYZ.js";
import {
  redact,
  secretForms
} from "./chunk-5LY6WMWA.js";
import "./chunk-YR6VZGBD.js";
import "./chunk-UHMPSPEV.js";
import "./chunk-4M4F2YVT.js";
import "./chunk-G4AB7EGA.js";
import "./chunk-MAONROR6.js";
import "./chunk-KYY2EZYL.js";
import "./chunk-K3C2W4R2.js";
import "./chunk-3ASZVPHT.js";
import {
  readVersion,
  selectionArguments
} from "./chunk-CXT2TN5B.js";
import {
  hostOf,
  repositoryOf
} from "./chunk-5A67LDRE.js";
import {
  fail,
  ok
} from "./chunk-Q2CSV7IO.js";
import "./chunk-JZCBOBFH.js";
import {
  GitError,
  runGit,
  spawnGit
} from "./chunk-2OMJSOZ2.js";
import "./chunk-6UKMW4TE.js";
import "./chunk-LXCM5DFB.js";
import {
  branchName
} from "./chunk-547CZJNJ.js";
import "./chunk-KKM472VF.js";
import "./chunk-WA5W63ET.js";

// src/publish/written-day.ts
function writtenDay(value) {
  const iso = /^(\d{4}-\d{2}-\d{2})(?!\d)/.exec(value)?.[1];
  if (iso) return iso;
  const [, day, month, year] = /^(\d{2})-(\d{2})-(\d{4})(?!\d)/.exec(value) ?? [];
  return year ? `${year}-${month}-${day}` : null;
}
function wholeDaysBetween(from, to) {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 864e5);
}

// src/publish/decide.ts
var DEFAULT_REFRESH_AFTER_DAYS = 14;
function decide(wanted, found, policy) {
  const open2 = chooseOpen(found.open, wanted?.baseBranch);
  if (wanted === null) return decideNothingWanted(open2, found);
  return open2 ? decideOpen(wanted, open2, found, policy) : decideCreate(wanted, found, policy);
}
function chooseOpen(open2, baseBranch) {
  const rank = (one) => (one.marker ? 0 : 2) + (baseBranch === void 0 || one.baseBranch === baseBranch ? 0 : 1);
  const [kept, ...others] = [...open2].sort((a, b) => rank(a) - rank(b));
  if (!kept) return null;
  return { kept, duplicates: others.filter(({ marker }) => marker).map(({ number }) => number) };
}
function decideNothingWanted(open2, { branch, closed }) {
  if (!open2)
    return branch?.ours && (closed === null || closed.by === "us") ? { do: "delete-branch" } : { do: "nothing" };
  const { kept, duplicates } = open2;
  if (branch && !branch.ours) return leave("foreign-commits", kept.number, branch.why);
  if (!branch && !kept.marker) return leave("not-ours", kept.number, null);
  return { do: "close", number: kept.number, deleteBranch: branch !== null, duplicates };
}
function decideOpen(wanted, { kept, duplicates }, { branch }, policy) {
  const { number, marker } = kept;
  if (branch && !branch.ours) return leave("foreign-commits", number, branch.why);
  if (!branch && !marker) return leave("not-ours", number, null);
  const why = reasonToUpdate(wanted, kept, branch, policy);
  if (why === null) return { do: "unchanged", number, duplicates };
  return { do: "update", why, number, duplicates, branch: branchWork(wanted, branch) };
}
function reasonToUpdate(wanted, { marker, baseBranch }, branch, policy) {
  if (!branch) return "branch-gone";
  if (!marker) return "marker-lost";
  if (marker.head !== branch.sha) return "unfinished";
  if (!sameKeys(marker.changes, wanted.changes)) return "credentials-changed";
  if (baseBranch !== wanted.baseBranch) return "base-branch-changed";
  if (!sameEntries(marker.files, wanted.files)) return "base-moved";
  if (!holds(marker.upgrades ?? {}, wanted.upgrades ?? {})) return "upgrade-asked";
  if (sameEntries(marker.changes, wanted.changes)) return null;
  if (policy.explicitDate && !sameDays(marker.changes, wanted.changes)) return "date-asked";
  return isOld(marker, policy) ? "date-old" : null;
}
function decideCreate(wanted, { branch, closed }, policy) {
  const lost = branch && !branch.ours && !(closed?.merged && closed.headSha === branch.sha);
  if (lost) return leave("foreign-commits", null, branch.why);
  const remembered = closed && !closed.merged && closed.by === "person";
  if (remembered && !policy.askedByName) return leave("closed-by-person", closed.number, null);
  return { do: "create", why: reasonToCreate(closed, branch), branch: branchWork(wanted, branch) };
}
function reasonToCreate(closed, branch) {
  if (closed === null) return branch ? "unfinished" : "none-yet";
  if (closed.merged) return "merged";
  return { bot: "closed-by-bot", us: "closed-by-us", person: "asked-by-name" }[closed.by];
}
function branchWork(wanted, branch) {
  if (!branch) return "new";
  return branch.ours && branch.digest === wanted.digest ? "reuse" : "rebuild";
}
function leave(why, number, detail) {
  return { do: "left-alone", why, number, detail };
}
function sameKeys(a, b) {
  const keys = Object.keys(a);
  return keys.length === Object.keys(b).length && keys.every((key) => Object.hasOwn(b, key));
}
function sameEntries(a, b) {
  return sameKeys(a, b) && Object.keys(a).every((key) => a[key] === b[key]);
}
function holds(all, some) {
  return Object.keys(some).every((key) => all[key] === some[key]);
}
function sameDays(a, b) {
  return Object.keys(a).every((key) => {
    const day = writtenDay(a[key] ?? "");
    return day !== null && day === writtenDay(b[key] ?? "");
  });
}
function isOld(marker, policy) {
  return Object.values(marker.changes).some((value) => {
    const day = writtenDay(value);
    return day === null || wholeDaysBetween(day, policy.today) > policy.refreshAfterDays;
  });
}

// src/publish/octokit.ts
var LOOKUPS = 30;
function connectGitHub(options) {
  const { owner, repo, apiUrl } = options.repository;
  const secrets = secretForms(options.token);
  const here = { owner, repo };
  let loading = null;
  async function ask(doing, request) {
    loading ??= createOctokit(options);
    const octokit = await loading;
    try {
      return ok(await request(octokit));
    } catch (error) {
      return { ok: false, error: githubFailure(error, { doing, secrets, apiUrl }) };
    }
  }
  function list(branch, state) {
    return ask(`list the pull requests of ${branch}`, async ({ rest }) => {
      const found = await rest.pulls.list({ ...here, head: `${owner}:${branch}`, state, per_page: 100 });
      return ownPullRequests(found.data).filter((one) => one.branch === branch);
    });
  }
  async function pullRequests(branches, withClosed) {
    const found = new Map(branches.map((branch) => [branch, []]));
    const many = found.size > LOOKUPS;
    if (many) {
      const open2 = await ask(
        "list the open pull requests",
        (octokit) => octokit.paginate(octokit.rest.pulls.list, { ...here, state: "open", per_page: 100 })
      );
      if (!open2.ok) return open2;
      for (const one of ownPullRequests(open2.value)) found.get(one.branch)?.push(one);
    }
    for (const [branch, known2] of found) {
      if (many && (known2.length > 0 || !withClosed.has(branch))) continue;
      const state = many ? "closed" : withClosed.has(branch) ? "all" : "open";
      const listed = await list(branch, state);
      if (!listed.ok) return listed;
      known2.push(...listed.value);
    }
    for (const known2 of found.values()) known2.sort((a, b) => a.number - b.number);
    return ok(found);
  }
  return {
    repository: () => ask(`read the repository ${owner}/${repo}`, async ({ rest }) => {
      const { data } = await rest.repos.get(here);
      return {
        fullName: data.full_name,
        defaultBranch: data.default_branch,
        archived: data.archived,
        canPush: data.permissions?.push ?? null
      };
    }),
    pullRequests,
    async closedBy(number) {
      const closer = await ask(`see who closed #${number}`, async ({ rest }) => {
        const { data } = await rest.issues.get({ ...here, issue_number: number });
        const by = data.closed_by;
        return by ? { login: by.login, bot: by.type === "Bot" || by.login.endsWith("[bot]") } : null;
      });
      return !closer.ok && ["forbidden", "not-found"].includes(closer.error.code) ? ok(null) : closer;
    },
    async create({ title, body, branch, base }) {
      loading ??= createOctokit(options);
      const { rest } = await loading;
      try {
        const { data } = await rest.pulls.create({ ...here, title, body, head: branch, base });
        return ok(toPullRequest(data));
      } catch (error) {
        const doing = `create the pull request of ${branch}`;
        const failure = githubFailure(error, { doing, secrets, apiUrl });
        const exists = failure.code === "validation" && /already exists/i.test(githubWords(error));
        if (!exists) return { ok: false, error: failure };
        const open2 = await list(branch, "open");
        if (!open2.ok) return open2;
        const one = open2.value.find(({ baseBranch }) => baseBranch === base) ?? open2.value[0];
        return one ? this.update(one.number, { title, body }) : { ok: false, error: failure };
      }
    },
    update: (number, change) => ask(`update #${number}`, async ({ rest }) => {
      const { data } = await rest.pulls.update({ ...here, pull_number: number, ...change });
      return toPullRequest(data);
    }),
    // Not tried again after a lost answer: a comment twice is worse than none.
    comment: (number, body) => ask(`comment on #${number}`, async ({ rest }) => {
      await rest.issues.createComment({ ...here, issue_number: number, body, request: { retries: 0 } });
    }),
    comments: (number) => ask(`read the comments of #${number}`, async (octokit) => {
      const request = { ...here, issue_number: number, per_page: 100 };
      const comments = await octokit.paginate(octokit.rest.issues.listComments, request);
      return comments.map(({ body }) => body ?? "");
    })
  };
}
function ownPullRequests(raw) {
  return raw.filter(({ head, base }) => head.repo && base.repo && head.repo.full_name === base.repo.full_name).map(toPullRequest);
}
function toPullRequest(raw) {
  return {
    number: raw.number,
    url: raw.html_url,
    title: raw.title,
    body: raw.body ?? "",
    state: raw.state === "open" ? "open" : "closed",
    merged: Boolean(raw.merged_at),
    branch: raw.head.ref,
    headSha: raw.head.sha,
    baseBranch: raw.base.ref,
    labels: (raw.labels ?? []).map(({ name }) => name ?? ""),
    closedAt: raw.closed_at ?? null
  };
}
function missingToken() {
  return fail(
    "authentication",
    "There is no GitHub token: set GITHUB_TOKEN or GH_TOKEN, or sign in with gh auth login."
  );
}

// src/git/fast-import.ts
var SCRATCH_REF = "refs/rotate-pr/scratch";
async function fastImport(cwd, commits, env = {}) {
  if (commits.length === 0) return [];
  const child = spawnGit(cwd, ["fast-import", "--quiet", "--done", "--date-format=raw"], env);
  const out = [];
  const err = [];
  child.stdout.on("data", (chunk) => out.push(chunk));
  child.stderr.on("data", (chunk) => err.push(chunk));
  let broken = false;
  child.stdin.on("error", () => {
    broken = true;
  });
  const ended = new Promise((resolve, reject) => {
    child.on("error", reject);
    child.on("close", resolve);
  });
  const write = async () => {
    for (const commit of commits) {
      if (broken) return;
      if (!child.stdin.write(commitCommand(commit))) {
        await Promise.race([new Promise((resolve) => child.stdin.once("drain", resolve)), ended]);
      }
    }
    child.stdin.end(`reset ${SCRATCH_REF}

done
`);
  };
  const [status] = await Promise.all([ended, write()]);
  if (status !== 0) throw new GitError("fast-import", status, Buffer.concat(err).toString("utf8"));
  const names = Buffer.concat(out).toString("ascii").trimEnd().split("\n");
  if (names.length !== commits.length)
    throw new Error(`git fast-import named ${names.length} of ${commits.length} commits`);
  return names;
}
function commitCommand(commit) {
  const who = `${identityText(commit.author)} ${Math.floor(commit.date.getTime() / 1e3)} +0000`;
  const message = Buffer.from(commit.message, "utf8");
  const parts = [
    `commit ${SCRATCH_REF}
mark :1
author ${who}
committer ${who}
data ${message.length}
`,
    message,
    `
from ${commit.parent}
`
  ];
  for (const { path, mode, content } of commit.files) {
    parts.push(`M ${mode} inline ${quotePath(path)}
data ${content.length}
`, content, "\n");
  }
  parts.push("\nget-mark :1\n");
  return Buffer.concat(parts.map((part) => typeof part === "string" ? Buffer.from(part, "utf8") : part));
}
function identityText({ name, email }) {
  const clean = (text) => text.replaceAll(/[\u0000-\u001f\u007f<>]/g, "").trim();
  return `${clean(name) || "rotate-pr"} <${clean(email)}>`;
}
function quotePath(path) {
  const quoted = path.replaceAll(/["\\]/g, "\\$&").replaceAll("\n", "\\n").replaceAll("\r", "\\r");
  return `"${quoted}"`;
}

// src/publish/digest.ts
import { createHash } from "node:crypto";
function blobName(content, like) {
  const hash = createHash(like.length === 64 ? "sha256" : "sha1");
  return hash.update(`blob ${content.length}\0`).update(content).digest("hex");
}
function contentDigest(files) {
  const lines = files.map(({ path, mode, blob }) => `${path}\0${mode}\0${blob}
`).sort();
  return createHash("sha256").update(lines.join("")).digest("hex");
}

// src/publish/trailers.ts
function messageWithTrailers(message, { base, digest }) {
  const clean = message.replaceAll(/[\u0000-\u0008\u000b-\u001f\u007f]/g, "").trimEnd();
  return `${clean}

Rotate-PR-Base: ${base}
Rotate-PR-Digest: ${digest}
`;
}
function parseTrailers(message) {
  const match = /\n\nRotate-PR-Base: (?<base>[0-9a-f]{40}|[0-9a-f]{64})\nRotate-PR-Digest: (?<digest>[0-9a-f]{64})\n*$/.exec(
    message
  );
  const { base, digest } = match?.groups ?? {};
  return base && digest ? { base, digest } : null;
}

// src/publish/commits.ts
var ARGUMENT_BYTES = 16e3;
async function readBaseFiles(remote, sha, paths) {
  const wanted = new Set(paths);
  const files = /* @__PURE__ */ new Map();
  if (wanted.size === 0) return files;
  const few = paths.join(" ").length < ARGUMENT_BYTES;
  const args = ["ls-tree", "-r", "-z", "--full-tree", sha, ...few ? ["--", ...wanted] : []];
  const listing = (await runGit(remote.cwd, args, { env: remote.env })).toString("utf8");
  for (const entry of listing.split("\0")) {
    const tab = entry.indexOf("	");
    const path = entry.slice(tab + 1);
    const [mode = "", , blob = ""] = entry.slice(0, tab).split(" ");
    if (tab !== -1 && wanted.has(path)) files.set(path, { mode, blob });
  }
  return files;
}
function contentOf(changes, base, baseSha) {
  const before = {};
  const files = [];
  for (const { path, before: old, after } of changes) {
    const there = base.get(path);
    if (!there) return fail("base-differs", `${path} is not in the base commit ${baseSha.slice(0, 10)}.`);
    if (there.mode !== "100644" && there.mode !== "100755") {
      return fail("base-differs", `${path} is not a plain file in the base commit ${baseSha.slice(0, 10)}.`);
    }
    if (blobName(Buffer.from(old, "utf8"), baseSha) !== there.blob) {
      return fail("base-differs", `${path} differs from the base commit ${baseSha.slice(0, 10)}: run again.`);
    }
    if (after === old) continue;
    const bytes = Buffer.from(after, "utf8");
    before[path] = there.blob;
    files.push({ path, mode: there.mode, blob: blobName(bytes, baseSha), bytes });
  }
  return ok({ digest: contentDigest(files), before, files });
}
async function buildCommits(remote, base, requests, who) {
  const commits = requests.map(({ message, content }) => ({
    parent: base,
    message: messageWithTrailers(message, { base, digest: content.digest }),
    author: who.author,
    date: who.date,
    files: content.files.map(({ path, mode, bytes }) => ({ path, mode, content: bytes }))
  }));
  try {
    return ok(await fastImport(remote.cwd, commits, remote.env));
  } catch (error) {
    return { ok: false, error: commitFailure(error, remote) };
  }
}
function commitFailure(error, remote) {
  if (!(error instanceof GitError)) throw error;
  return { code: "git", message: `The commits could not be built: ${redact(error.message, remote.secrets)}` };
}

// src/publish/identity.ts
var DEFAULT_IDENTITY = {
  name: "rotate-pr",
  email: "rotate-pr@users.noreply.github.com"
};
async function gitIdentity(cwd) {
  const { status, stdout } = await gitClient(cwd).run([
    "-c",
    "user.useConfigOnly=true",
    "var",
    "GIT_AUTHOR_IDENT"
  ]);
  const match = /^(?<name>.*) <(?<email>[^<>]*)> \d+ [+-]\d{4}$/.exec(stdout.trim());
  const { name, email } = match?.groups ?? {};
  return status === 0 && name && email ? { name, email } : DEFAULT_IDENTITY;
}

// src/publish/marker.ts
var MAX_BODY = 65536;
var OPENING = "<!-- rotate-pr ";
var CLOSING = " -->";
var PATTERN = /<!-- rotate-pr (\{[^<>\n\r]*\}) -->/g;
var CUT = "This text was too long for GitHub and is cut here; `rotate-pr plan` shows all of it.";
function formatMarker(marker) {
  const json = JSON.stringify(marker).replaceAll(
    /[<>@-]/g,
    (character) => `\\u00${character.charCodeAt(0).toString(16).padStart(2, "0")}`
  );
  return `${OPENING}${json}${CLOSING}`;
}
function parseMarker(body) {
  const last = [...body.matchAll(PATTERN)].at(-1);
  if (!last) return null;
  try {
    const value = JSON.parse(last[1]);
    return isMarker(value) ? value : null;
  } catch {
    return null;
  }
}
function isMarker(value) {
  if (typeof value !== "object" || value === null) return false;
  const marker = value;
  return marker["v"] === 1 && ["namespace", "cluster", "head", "base"].every((name) => typeof marker[name] === "string") && isTextRecord(marker["files"]) && isTextRecord(marker["changes"]) && (marker["upgrades"] === void 0 || isTextRecord(marker["upgrades"])) && (marker["closed"] === void 0 || typeof marker["closed"] === "string");
}
function isTextRecord(value) {
  return typeof value === "object" && value !== null && !Array.isArray(value) && Object.values(value).every((entry) => typeof entry === "string");
}
function withMarker(body, marker) {
  const end = `

${formatMarker(marker)}
`;
  const visible = body.replaceAll(PATTERN, "").trimEnd();
  if (visible.length + end.length <= MAX_BODY) return visible + end;
  const room = MAX_BODY - end.length - CUT.length - 40;
  if (room < 0)
    throw new RangeError(`the marker of ${marker.namespace} is longer than a pull request's body may be`);
  return cut(visible, room) + end;
}
function cut(text, room) {
  const lineEnd = text.lastIndexOf("\n", room);
  const kept = text.slice(0, lineEnd > 0 ? lineEnd : room).replace(/[\uD800-\uDBFF]$/, "");
  let fence = null;
  for (const line of kept.split("\n")) {
    const mark = /^ {0,3}(?<mark>`{3,}|~{3,})/.exec(line)?.groups?.["mark"];
    if (!mark) continue;
    if (fence === null) fence = mark;
    else if (mark.startsWith(fence)) fence = null;
  }
  const open2 = kept.split("<details").length > kept.split("</details>").length;
  return `${kept}${fence === null ? "" : `
${fence}`}${open2 ? "\n\n</details>" : ""}

${CUT}`;
}

// src/publish/ownership.ts
async function readOwnership(remote, heads) {
  const result = /* @__PURE__ */ new Map();
  if (heads.length === 0) return ok(result);
  const fetched = await ensureCommits(remote, heads);
  if (!fetched.ok) return fetched;
  const candidates = [];
  const commits = await readCommits(
    remote,
    heads.map(({ sha }) => sha)
  );
  for (const [sha, commit] of commits) {
    const trailers = parseTrailers(commit.message);
    if (commit.parents.length > 1) result.set(sha, foreign("its last commit is a merge"));
    else if (!trailers) result.set(sha, foreign("its last commit is not one of rotate-pr"));
    else if (commit.parents[0] !== trailers.base) {
      result.set(sha, foreign("its last commit was moved to another parent or has other commits below it"));
    } else candidates.push({ sha, ...trailers });
  }
  const bases = [...new Set(candidates.map(({ base }) => base))].map((sha) => ({ sha }));
  const parents = await ensureCommits(remote, bases);
  if (!parents.ok) return parents;
  const changed = await changedFiles(remote, candidates);
  for (const { sha, base, digest } of candidates) {
    const same = contentDigest(changed.get(sha) ?? []) === digest;
    result.set(sha, same ? { ours: true, digest, base } : foreign("its commit was amended"));
  }
  return ok(result);
}
function foreign(why) {
  return { ours: false, why };
}
async function readCommits(remote, shas) {
  const unique = [...new Set(shas)];
  const input = unique.map((sha) => `${sha}
`).join("");
  const output = await runGit(remote.cwd, ["cat-file", "--batch"], { input, env: remote.env });
  const commits = /* @__PURE__ */ new Map();
  let offset = 0;
  for (const sha of unique) {
    const lineEnd = output.indexOf(10, offset);
    const size = Number(output.toString("ascii", offset, lineEnd).split(" ")[2]);
    const text = output.toString("utf8", lineEnd + 1, lineEnd + 1 + size);
    offset = lineEnd + 1 + size + 1;
    const headerEnd = text.indexOf("\n\n");
    const header = text.slice(0, headerEnd);
    const parents = [...header.matchAll(/^parent ([0-9a-f]+)$/gm)].map((match) => match[1]);
    commits.set(sha, { parents, message: text.slice(headerEnd + 2) });
  }
  return commits;
}
async function changedFiles(remote, pairs) {
  const changed = /* @__PURE__ */ new Map();
  if (pairs.length === 0) return changed;
  const input = pairs.map(({ sha, base }) => `${sha} ${base}
`).join("");
  const args = ["diff-tree", "--stdin", "--always", "-r", "-z", "--raw", "--no-renames", "--no-abbrev"];
  const output = (await runGit(remote.cwd, args, { input, env: remote.env })).toString("utf8");
  const heads = new Set(pairs.map(({ sha }) => sha));
  const fields = output.split(/[\0\n]/);
  let files = [];
  for (let index = 0; index < fields.length; index++) {
    const field = fields[index];
    if (heads.has(field)) {
      files = [];
      changed.set(field, files);
    } else if (field.startsWith(":")) {
      const [, mode = "", , blob = ""] = field.split(" ");
      files.push({ path: fields[++index] ?? "", mode, blob });
    }
  }
  return changed;
}

// src/publish/look.ts
async function look(targets, context) {
  const { github, refs } = context;
  const withClosed = targets.filter((target) => needsClosed(target, refs)).map(({ proposal }) => proposal.branch);
  const branches = targets.map(({ proposal }) => proposal.branch);
  const listed = await github.pullRequests(branches, new Set(withClosed));
  if (!listed.ok) return listed;
  const drafts = targets.map((target) => {
    const pullRequests = listed.value.get(target.proposal.branch) ?? [];
    return { target, pullRequests, ...readPullRequests(target.proposal, pullRequests) };
  });
  const heads = drafts.flatMap(({ target, open: open2 }) => {
    const { branch } = target.proposal;
    const sha = refs.branches.get(branch);
    return sha === void 0 || open2.some(({ marker }) => marker?.head === sha) ? [] : [{ branch, sha }];
  });
  const owned = await ownershipOf(context.remote, heads);
  const seen = /* @__PURE__ */ new Map();
  for (const { target, pullRequests, open: open2, lastClosed } of drafts) {
    const { branch } = target.proposal;
    const owner = owned.get(branch);
    if (owner && !owner.ok) {
      seen.set(branch, owner);
      continue;
    }
    const matters = open2.length === 0 && !target.askedByName && target.proposal.changes.length > 0;
    const closed = await readClosed(github, target.proposal, lastClosed, matters);
    if (!closed.ok) {
      seen.set(branch, closed);
      continue;
    }
    const ownership = owner?.value;
    const found = {
      open: open2,
      closed: closed.value,
      branch: foundBranch(refs.branches.get(branch), ownership)
    };
    const byNumber = new Map(pullRequests.map((one) => [one.number, one]));
    seen.set(
      branch,
      ok({ found, pullRequests: byNumber, branchBase: ownership?.ours ? ownership.base : null })
    );
  }
  return ok(seen);
}
function needsClosed({ proposal, askedByName }, refs) {
  return refs.branches.has(proposal.branch) || proposal.changes.length > 0 && !askedByName;
}
function readPullRequests(proposal, pullRequests) {
  const open2 = pullRequests.filter(({ state }) => state === "open").map(({ number, baseBranch, body }) => ({ number, baseBranch, marker: ownMarker(body, proposal) }));
  const lastClosed = pullRequests.filter(({ state }) => state === "closed").reduce(
    (last, one) => last === null || closedKey(one) > closedKey(last) ? one : last,
    null
  );
  return { open: open2, lastClosed };
}
function ownMarker(body, { namespace, cluster }) {
  const marker = parseMarker(body);
  return marker?.namespace === namespace && marker.cluster === cluster ? marker : null;
}
function closedKey({ closedAt, number }) {
  return `${closedAt ?? ""} ${String(number).padStart(12, "0")}`;
}
function foundBranch(sha, ownership) {
  if (sha === void 0) return null;
  if (!ownership) return { sha, ours: true, why: null, digest: null };
  if (!ownership.ours) return { sha, ours: false, why: ownership.why, digest: null };
  return { sha, ours: true, why: null, digest: ownership.digest };
}
async function readClosed(github, proposal, last, matters) {
  if (!last) return ok(null);
  const { number, merged, headSha } = last;
  const known2 = (by) => ok({ number, merged, headSha, by });
  if (ownMarker(last.body, proposal)?.closed !== void 0) return known2("us");
  if (merged || !matters) return known2("person");
  if (last.labels.some((label) => label.toLowerCase() === "stale")) return known2("bot");
  const closer = await github.closedBy(number);
  if (!closer.ok) return closer;
  return known2(closer.value?.bot ? "bot" : "person");
}
async function ownershipOf(remote, heads) {
  const result = /* @__PURE__ */ new Map();
  const together = await readOwnership(remote, heads);
  if (together.ok) {
    for (const { branch, sha } of heads) result.set(branch, pick(together.value, sha));
    return result;
  }
  const common = ["authentication", "forbidden", "unreachable"].includes(together.error.code);
  for (const head of heads) {
    const alone = common ? together : await readOwnership(remote, [head]);
    result.set(head.branch, alone.ok ? pick(alone.value, head.sha) : alone);
  }
  return result;
}
function pick(owned, sha) {
  const ownership = owned.get(sha);
  const missing = { code: "git", message: `${sha} could not be read.` };
  return ownership ? ok(ownership) : { ok: false, error: missing };
}

// src/publish/preflight.ts
async function preflight(github, remote, base) {
  const repository = await github.repository();
  if (!repository.ok) return repository;
  const { fullName, archived, canPush } = repository.value;
  if (archived) return fail("archived", `${fullName} is archived: it takes no pull requests.`);
  if (canPush === false) {
    return fail(
      "forbidden",
      `The token may not push to ${fullName}: it needs "Contents: write" and "Pull requests: write".`
    );
  }
  const refs = await readRemote(remote);
  if (!refs.ok) return refs;
  if (!refs.value.branches.has(base.branch)) {
    return fail("unknown-branch", `${remote.shown} has no branch "${base.branch}" any more.`);
  }
  return ok(refs.value);
}

// src/publish/reasons.ts
var CREATE = {
  "none-yet": "There was no pull request for it.",
  unfinished: "An earlier run had left the branch without a pull request.",
  merged: "The last pull request was merged and the rotation is due again.",
  "closed-by-bot": "A bot had closed the last pull request.",
  "closed-by-us": "The last pull request was closed by rotate-pr itself.",
  "asked-by-name": "The last pull request was closed, and the namespace was asked for by name."
};
var UPDATE = {
  "branch-gone": "Its branch was gone.",
  "marker-lost": "Its description no longer said what it rotates.",
  unfinished: "An earlier run had pushed the branch without updating the pull request.",
  "credentials-changed": "The credentials to rotate are others than before.",
  "base-branch-changed": "It was open against another base branch.",
  "base-moved": "A file that it changes has changed on the base branch.",
  "upgrade-asked": "An upgrade of its modules was asked for, or a newer release has come out.",
  "date-asked": "Another date was asked for.",
  "date-old": "Its date had become too old."
};
var LEAVE = {
  "foreign-commits": "Somebody else committed to its branch",
  "not-ours": "The open pull request of this branch is not one of rotate-pr.",
  "closed-by-person": "A person closed its pull request; name the namespace (--namespace) to open it again."
};
var CLOSING2 = {
  "nothing-to-rotate": "There is nothing left to rotate here: the base branch already has it, or it is no longer selected.",
  duplicate: "Another pull request of this branch is open; rotate-pr keeps that one."
};
function reasonFor(decision) {
  switch (decision.do) {
    case "create":
      return CREATE[decision.why];
    case "update":
      return UPDATE[decision.why];
    case "unchanged":
      return "The open pull request already rotates the same credentials.";
    case "left-alone":
      return decision.why === "foreign-commits" ? `${LEAVE[decision.why]}${decision.detail ? ` (${decision.detail})` : ""}.` : LEAVE[decision.why];
    case "close":
      return "There is nothing left to rotate.";
    case "delete-branch":
      return "There is nothing left to rotate; the branch of an unfinished run was deleted.";
    case "nothing":
      return "There is nothing to rotate and no pull request is open.";
  }
}
var COMMENT_PREFIX = "<!-- rotate-pr:comment ";
function commentMark(reason) {
  return `${COMMENT_PREFIX}${reason} -->`;
}

// src/publish/pull-request-work.ts
async function workOn(github, work) {
  const { decision } = work;
  switch (decision.do) {
    case "create":
      return github.create({ ...textOf(work), branch: work.proposal.branch, base: work.baseBranch });
    case "update": {
      const known2 = work.seen.pullRequests.get(decision.number);
      const base = known2 && known2.baseBranch !== work.baseBranch ? { base: work.baseBranch } : {};
      const updated = await github.update(decision.number, { ...textOf(work), ...base });
      return updated.ok ? closeAll(github, work, decision.duplicates, updated) : updated;
    }
    case "unchanged":
      return closeAll(github, work, decision.duplicates, ok(known(work, decision.number)));
    case "close": {
      const closed = await closeOne(github, work, decision.number, "nothing-to-rotate");
      return closed.ok ? closeAll(github, work, decision.duplicates, closed) : closed;
    }
    case "left-alone":
      return ok(decision.number === null ? null : known(work, decision.number));
    case "delete-branch":
    case "nothing":
      return ok(null);
  }
}
function known(work, number) {
  return work.seen.pullRequests.get(number) ?? null;
}
function textOf({ proposal, marker }) {
  if (!marker) throw new Error(`no marker for ${proposal.branch}`);
  return { title: proposal.title, body: withMarker(proposal.body, marker) };
}
async function closeAll(github, work, numbers, result) {
  for (const number of numbers) {
    const closed = await closeOne(github, work, number, "duplicate");
    if (!closed.ok) return closed;
  }
  return result;
}
async function closeOne(github, work, number, reason) {
  const comments = await github.comments(number);
  if (!comments.ok) return comments;
  const mark = commentMark(reason);
  if (!comments.value.some((body2) => body2.includes(mark))) {
    const commented = await github.comment(number, `${mark}
${CLOSING2[reason]}
`);
    if (!commented.ok) return commented;
  }
  const body = known(work, number)?.body ?? "";
  const marker = parseMarker(body) ?? emptyMarker(work);
  return github.update(number, { state: "closed", body: withMarker(body, { ...marker, closed: reason }) });
}
function emptyMarker({ proposal, seen }) {
  const { namespace, cluster } = proposal;
  const head = seen.found.branch?.sha ?? "";
  return { v: 1, namespace, cluster, head, base: seen.branchBase ?? "", files: {}, changes: {} };
}

// src/publish/push.ts
var DEFAULT_PUSH_SIZE = 100;
async function pushBranches(remote, pushes, options = {}) {
  for (const { branch } of pushes) assertOurs(branch);
  const size = options.size ?? DEFAULT_PUSH_SIZE;
  const outcomes = /* @__PURE__ */ new Map();
  let giveUp2 = null;
  for (let start = 0; start < pushes.length; start += size) {
    const batch = pushes.slice(start, start + size);
    if (giveUp2) {
      for (const { branch } of batch) outcomes.set(branch, giveUp2);
      continue;
    }
    giveUp2 = await pushBatch(remote, batch, outcomes);
    options.onBatch?.(start + batch.length);
  }
  return outcomes;
}
async function pushBatch(remote, batch, outcomes) {
  const leases = batch.map(
    ({ branch, expected }) => `--force-with-lease=refs/heads/${branch}:${expected ?? ""}`
  );
  const specs = batch.map(({ branch, to }) => `${to ?? ""}:refs/heads/${branch}`);
  const args = [
    "push",
    "--porcelain",
    "--no-verify",
    "--no-follow-tags",
    "--no-signed",
    "--recurse-submodules=no"
  ];
  const run = await gitClient(remote.cwd, remote.env).run([...args, ...leases, "--", PUSH_REMOTE, ...specs]);
  const told = parsePorcelain(redact(run.stdout, remote.secrets));
  const failure = run.status === 0 ? null : remoteFailure(remote, run.stderr);
  const words = gitWords(redact(run.stderr, remote.secrets));
  for (const { branch, to } of batch) {
    const line = told.get(`refs/heads/${branch}`);
    if (line) outcomes.set(branch, line.flag === "!" ? refusal(branch, line.summary, words) : null);
    else
      outcomes.set(
        branch,
        failure ?? { code: "git", message: `git did not say whether it pushed ${branch} (${to}).` }
      );
  }
  const fatal = told.size === 0 && failure !== null && ["authentication", "forbidden", "not-found"].includes(failure.code);
  return fatal ? failure : null;
}
function parsePorcelain(output) {
  const lines = /* @__PURE__ */ new Map();
  for (const line of output.split("\n")) {
    const match = /^(?<flag>[ +\-*=!])\t[^\t]*:(?<ref>refs\/[^\t]+)\t(?<summary>.*)$/.exec(line)?.groups;
    if (match) lines.set(match["ref"], { flag: match["flag"], summary: match["summary"] });
  }
  return lines;
}
function refusal(branch, summary, words) {
  if (/stale info|fetch first|non-fast-forward|cannot lock ref|failed to update ref|reference already exists/.test(
    summary
  )) {
    return {
      code: "stale",
      message: `Somebody pushed to ${branch} meanwhile; it is left as it is. Run again.`
    };
  }
  if (/protected branch|rule violations|GH006|GH013/i.test(`${summary} ${words}`)) {
    return {
      code: "protected",
      message: `A rule of the repository forbids the push to ${branch}: ${summary}.`
    };
  }
  return { code: "rejected", message: `The remote refused ${branch}: ${summary}.` };
}
function isRotateBranch(branch) {
  return /^rotate(\/[A-Za-z0-9_][A-Za-z0-9._-]*)+$/.test(branch) && !/\.\.|\.(\/|$)|\.lock(\/|$)/.test(branch) && branch.length < 230;
}
function assertOurs(branch) {
  if (!isRotateBranch(branch))
    throw new Error(`refusing to push ${JSON.stringify(branch)}: it is not below rotate/`);
}

// src/publish/result.ts
function resultOf(proposal, outcome, reason, pullRequest = null) {
  const { namespace, cluster, branch, changes } = proposal;
  return {
    namespace,
    cluster,
    branch,
    title: pullRequest?.title ?? proposal.title,
    url: pullRequest?.url ?? null,
    number: pullRequest?.number ?? null,
    outcome,
    reason,
    changes
  };
}

// src/publish/publish.ts
async function publish(proposals, context, onProgress = () => {
}) {
  onProgress({ step: "checking" });
  const refs = await preflight(context.github, context.remote, context.base);
  if (!refs.ok) return refs;
  const items = proposals.map(
    (proposal) => ({ proposal, content: null, seen: null, decision: null, head: null, result: null })
  );
  rejectUnusable(items);
  await readContents(items, context);
  const seen = await decideAll(items, refs.value, context, onProgress);
  if (!seen.ok) return seen;
  await buildAndPush(items, context, onProgress);
  await writePullRequests(items, context, onProgress);
  await deleteBranches(items, context);
  return ok(
    items.map(({ result, proposal }) => result ?? resultOf(proposal, "failed", "Nothing was decided."))
  );
}
function pending(items) {
  return items.filter(({ result }) => result === null);
}
function giveUp(item, failure) {
  item.result = resultOf(item.proposal, "failed", failure.message, knownPullRequest(item));
}
function knownPullRequest({ decision, seen }) {
  const number = decision && "number" in decision ? decision.number : null;
  return number === null ? null : seen?.pullRequests.get(number) ?? null;
}
function rejectUnusable(items) {
  const taken = /* @__PURE__ */ new Set();
  for (const item of items) {
    const { branch, changes, files } = item.proposal;
    if (!isRotateBranch(branch)) {
      giveUp(item, {
        code: "bad-branch",
        message: `${JSON.stringify(branch)} cannot be a branch below rotate/.`
      });
    } else if (taken.has(branch)) {
      giveUp(item, {
        code: "same-branch",
        message: `Another namespace of this run has the branch ${branch}.`
      });
    } else if (changes.length > 0 && files.every(({ before, after }) => before === after)) {
      giveUp(item, {
        code: "no-change",
        message: "The proposal lists changes, but its files stay as they are."
      });
    }
    taken.add(branch);
  }
}
async function readContents(items, { remote, base }) {
  const paths = new Set(pending(items).flatMap(({ proposal }) => proposal.files.map(({ path }) => path)));
  const baseFiles = await readBaseFiles(remote, base.sha, [...paths]);
  for (const item of pending(items)) {
    const content = contentOf(item.proposal.files, baseFiles, base.sha);
    if (content.ok) item.content = content.value;
    else giveUp(item, content.error);
  }
}
async function decideAll(items, refs, context, onProgress) {
  const open2 = pending(items);
  onProgress({ step: "looking", namespaces: open2.length });
  const asked = ({ proposal }) => proposal.askedByName ?? context.policy.askedByName;
  const targets = open2.map((item) => ({ proposal: item.proposal, askedByName: asked(item) }));
  const looked = await look(targets, { github: context.github, remote: context.remote, refs });
  if (!looked.ok) return looked;
  for (const item of open2) {
    const seen = looked.value.get(item.proposal.branch) ?? fail("git", "It was not looked at.");
    if (!seen.ok) {
      giveUp(item, seen.error);
      continue;
    }
    item.seen = seen.value;
    const policy = { ...context.policy, askedByName: asked(item) };
    item.decision = decide(wantedOf(item, context.base), seen.value.found, policy);
    item.head = seen.value.found.branch?.sha ?? null;
  }
  return ok(void 0);
}
function wantedOf({ proposal, content }, base) {
  if (proposal.changes.length === 0 || !content) return null;
  const changes = Object.fromEntries(proposal.changes.map(({ id, to }) => [id, to]));
  const { before: files, digest } = content;
  return { baseBranch: base.branch, changes, ...upgradesOf(proposal), files, digest };
}
function needsPush({ decision }) {
  return (decision?.do === "create" || decision?.do === "update") && decision.branch !== "reuse";
}
async function buildAndPush(items, context, onProgress) {
  const { remote, base, now } = context;
  const building = pending(items).filter(needsPush);
  if (building.length === 0) return;
  onProgress({ step: "committing", commits: building.length });
  const author = context.author ?? await gitIdentity(remote.cwd);
  const requests = building.map(
    ({ proposal, content }) => ({ message: proposal.commitMessage, content })
  );
  const commits = await buildCommits(remote, base.sha, requests, { author, date: now });
  if (!commits.ok) {
    for (const item of building) giveUp(item, commits.error);
    return;
  }
  const pushes = building.map(({ proposal, seen }, index) => ({
    branch: proposal.branch,
    to: commits.value[index],
    expected: seen?.found.branch?.sha ?? null
  }));
  const total = pushes.length;
  onProgress({ step: "pushing", done: 0, total });
  const outcomes = await pushBranches(remote, pushes, {
    ...context.pushSize === void 0 ? {} : { size: context.pushSize },
    onBatch: (done) => onProgress({ step: "pushing", done, total })
  });
  building.forEach((item, index) => {
    const refused = outcomes.get(item.proposal.branch);
    if (refused) giveUp(item, refused);
    else item.head = commits.value[index];
  });
}
var OUTCOMES = {
  create: "created",
  update: "updated",
  unchanged: "unchanged",
  "left-alone": "left-alone",
  close: "closed",
  "delete-branch": "closed",
  nothing: "unchanged"
};
async function writePullRequests(items, context, onProgress) {
  const working = pending(items);
  const total = working.length;
  let stop = null;
  for (const [index, item] of working.entries()) {
    const { proposal, decision, seen } = item;
    if (!decision || !seen) continue;
    const marker = markerOf(item, context.base);
    const work = { proposal, decision, seen, marker, baseBranch: context.base.branch };
    const idle = decision.do === "left-alone" || decision.do === "nothing";
    const done = stop && !idle ? { ok: false, error: stop } : await workOn(context.github, work);
    if (done.ok) item.result = resultOf(proposal, OUTCOMES[decision.do], reasonFor(decision), done.value);
    else if (stop?.code === "rate-limited") {
      item.result = resultOf(proposal, "deferred", done.error.message, knownPullRequest(item));
    } else giveUp(item, done.error);
    if (!done.ok && ["authentication", "rate-limited"].includes(done.error.code)) stop ??= done.error;
    onProgress({ step: "pull-request", done: index + 1, total, result: item.result });
  }
}
function markerOf({ proposal, content, decision, head, seen }, base) {
  if (decision?.do !== "create" && decision?.do !== "update" || !content || head === null) return null;
  const { namespace, cluster } = proposal;
  const changes = Object.fromEntries(proposal.changes.map(({ id, to }) => [id, to]));
  const builtOn = decision.branch === "reuse" ? seen?.branchBase ?? base.sha : base.sha;
  const upgrades = upgradesOf(proposal);
  return { v: 1, namespace, cluster, head, base: builtOn, files: content.before, changes, ...upgrades };
}
function upgradesOf({ changes }) {
  const upgrades = changes.flatMap(({ id, upgrade }) => upgrade === void 0 ? [] : [[id, upgrade.to]]);
  return upgrades.length === 0 ? {} : { upgrades: Object.fromEntries(upgrades) };
}
async function deleteBranches(items, { remote, pushSize }) {
  const leaving = items.filter(
    ({ decision, result }) => result?.outcome === "closed" && (decision?.do === "delete-branch" || decision?.do === "close" && decision.deleteBranch)
  );
  const pushes = leaving.map(({ proposal, head }) => ({ branch: proposal.branch, to: null, expected: head }));
  const outcomes = await pushBranches(remote, pushes, pushSize === void 0 ? {} : { size: pushSize });
  for (const item of leaving) {
    const refused = outcomes.get(item.proposal.branch);
    if (!refused) continue;
    if (item.decision?.do === "delete-branch") giveUp(item, refused);
    else
      item.result = {
        ...item.result,
        reason: `${item.result.reason} Its branch stays: ${refused.message}`
      };
  }
}

// src/commands/pending.ts
function branchesOnRemote(refs, { namespaces }) {
  const branches = /* @__PURE__ */ new Map();
  for (const { cluster, namespace } of namespaces.folders) {
    const named = branchName(cluster, namespace);
    if ("branch" in named && refs.branches.has(named.branch))
      branches.set(named.branch, { cluster, namespace });
  }
  return branches;
}
async function findPending(github, branches, { survey }) {
  if (branches.size === 0) return ok([]);
  const listed = await github.pullRequests([...branches.keys()], /* @__PURE__ */ new Set());
  if (!listed.ok) return listed;
  const byId = new Map(survey.assessments.map((assessment) => [assessment.credential.id, assessment]));
  const pending2 = [];
  for (const [branch, { cluster, namespace }] of branches) {
    for (const { state, body, title } of listed.value.get(branch) ?? []) {
      const marker = state === "open" ? parseMarker(body) : null;
      if (marker === null || marker.namespace !== namespace || marker.cluster !== cluster) continue;
      pending2.push({ namespace, cluster, branch, title, open: openRotations(marker, byId) });
    }
  }
  return ok(pending2);
}
function openRotations({ changes }, byId) {
  return Object.entries(changes).flatMap(([id, to]) => {
    const assessment = byId.get(id);
    return assessment === void 0 || isDone(assessment, to) ? [] : [id];
  });
}
function isDone({ credential }, to) {
  const wanted = readDate(to);
  if (credential.value === to) return true;
  if (wanted === null || credential.rotatedOn === null) return false;
  return credential.rotatedOn > wanted || credential.rotatedOn === wanted && to.length <= 10;
}
function unfinished(pending2) {
  return new Set(pending2.flatMap(({ open: open2 }) => open2));
}
function closings(pending2, proposals) {
  const proposed = new Set(proposals.map(({ branch }) => branch));
  const done = /* @__PURE__ */ new Map();
  for (const { namespace, cluster, branch, title, open: open2 } of pending2) {
    if (open2.length > 0 || proposed.has(branch)) continue;
    done.set(branch, {
      namespace,
      cluster,
      branch,
      title,
      body: "",
      commitMessage: "",
      changes: [],
      files: []
    });
  }
  return [...done.values()];
}

// src/commands/open.ts
async function open(options, say) {
  const read = await surveyBase(options, say, false);
  if (!read.ok) return read;
  const { date, base, remote, token, survey, selection, selected } = read.value;
  if (!selected) return refuseNoSelection(survey, selection, options);
  if (remote === null) throw new Error("open was surveyed without its remote");
  const repository = repositoryOf(options.env, remote.remote);
  if (!repository.ok) return repository;
  const selectedOnly = await draftFrom(read.value, options);
  const branches = branchesOnRemote(remote.refs, read.value);
  const nothing = { schemaVersion: 1, date, base: base.sha, pullRequests: [] };
  if (selectedOnly.proposals.length === 0 && branches.size === 0)
    return ok({ ...nothing, ...reports(selectedOnly) });
  if (token === null) return missingToken();
  const github = connectGitHub({
    repository: repository.value,
    token: token.value,
    version: options.version,
    // GitHub's limits are GitHub's: a server on this machine (the demo, a test) has none to wait for
    pacing: !isLoopback(hostOf(repository.value.apiUrl)),
    onWarning: say
  });
  const pending2 = await findPending(github, branches, read.value);
  if (!pending2.ok) return pending2;
  const also = unfinished(pending2.value);
  const drafted = also.size === 0 ? selectedOnly : await draftFrom(read.value, options, also);
  for (const line of upgradeRemarks(drafted.proposals.flatMap(({ changes }) => changes))) say(line);
  const proposals = [...drafted.proposals, ...closings(pending2.value, drafted.proposals)];
  if (proposals.length === 0) return ok({ ...nothing, ...reports(drafted) });
  const published = await publish(
    proposals,
    {
      remote: remote.remote,
      github,
      base,
      now: options.now,
      policy: {
        today: date,
        refreshAfterDays: DEFAULT_REFRESH_AFTER_DAYS,
        explicitDate: options.date !== void 0,
        askedByName: options.selection.namespaces.some((pattern) => !isGlob(pattern))
      }
    },
    (progress) => sayProgress(progress, say)
  );
  return published.ok ? ok({ ...nothing, ...reports(drafted), pullRequests: published.value }) : published;
}
function reports({ skipped, problems }) {
  return { skipped, problems };
}
function sayProgress(progress, say) {
  const line = progressLine(progress);
  if (line !== null) say(line);
}
function progressLine(progress) {
  switch (progress.step) {
    case "checking":
      return null;
    case "looking":
      return `looking at the pull requests of ${counted(progress.namespaces, "namespace")}`;
    case "committing":
      return `building ${counted(progress.commits, "commit")}`;
    case "pushing":
      return `pushing branches: ${progress.done} of ${progress.total}`;
    case "pull-request": {
      const { namespace, outcome, url } = progress.result;
      return `${progress.done} of ${progress.total}: ${namespace} ${outcome}${url === null ? "" : ` ${url}`}`;
    }
  }
}
function counted(count, noun) {
  return `${count} ${noun}${count === 1 ? "" : "s"}`;
}

// src/cli/run-open.ts
function runOpen(flags) {
  const selection = selectionArguments(flags);
  const { verbose } = flags;
  const version = readVersion();
  return runDoor(flags, {
    run: (options, say) => open({ ...options, base: flags.base, remote: flags.remote, version }, say),
    render: {
      json: toJson,
      csv: async (result) => (await import("./csv-W3MEBVMT.js")).pullRequestsCsv(result),
      markdown: async (result) => (await import("./markdown-SAZJJ75O.js")).openMarkdown(result),
      text: async (result, { width, color }) => (await import("./open-KGMZYVW7.js")).openText(result, { width, color, verbose, selection })
    },
    exitCode: ({ pullRequests, skipped }) => pullRequests.some(({ outcome }) => outcome === "failed" || outcome === "deferred") || hasFailures(skipped) ? 1 : 0
  });
}
export {
  runOpen
};
