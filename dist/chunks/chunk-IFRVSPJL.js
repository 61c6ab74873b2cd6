import { createRequire as createRequireOfNode } from 'node:module';import { dirname as dirnameOfNode } from 'node:path';import { fileURLToPath as fileURLToPathOfNode } from 'node:url';const require = createRequireOfNode(import.meta.url);const filenameOfChunk = fileURLToPathOfNode(import.meta.url);const dirnameOfChunk = dirnameOfNode(filenameOfChunk);
import {
  asker,
  connectGitHub,
  missingToken
} from "./chunk-UQVQJWNY.js";
import {
  pullRequestTitle
} from "./chunk-6DVN7245.js";
import {
  assignEdits,
  rememberedUntil
} from "./chunk-SYWRY25U.js";
import {
  PUSH_REMOTE,
  ensureCommits,
  gitEnvironment,
  gitWords,
  isLoopback,
  readRemote,
  remoteFailure
} from "./chunk-6UG6PYL3.js";
import {
  surveyEstate
} from "./chunk-KPQKIXGW.js";
import {
  writtenValue
} from "./chunk-XNC3SULY.js";
import {
  dayInLondon,
  readDate
} from "./chunk-E5D2VRLW.js";
import {
  isObjectId
} from "./chunk-SYTRIWR5.js";
import {
  resolveCommit
} from "./chunk-PSUEPN52.js";
import {
  GitError,
  runGit,
  spawnGit
} from "./chunk-3BSEOIMC.js";
import {
  NO_READERS,
  createDresser
} from "./chunk-L6VYHJNY.js";
import {
  CLOSING,
  TOLD,
  commentMark,
  fitsBody,
  parseMarker,
  reasonFor,
  withMarker
} from "./chunk-F4Z5UIRW.js";
import {
  groupBy
} from "./chunk-SERVURPW.js";
import {
  hostOf,
  isRepositoryUrl,
  readRemoteUrl,
  repositoryOf,
  siblingUrl
} from "./chunk-DLNDPKSX.js";
import {
  fail,
  ok
} from "./chunk-YRXO237O.js";
import {
  redact
} from "./chunk-LSW3YM3J.js";
import {
  gitClient
} from "./chunk-HMLHTHGO.js";

// src/publish/commit-trailers.ts
function messageWithTrailers(message, { base, digest }) {
  const clean = message.replaceAll(/[\u0000-\u0008\u000b-\u001f\u007f]/g, "").trimEnd();
  return `${clean}

Rotate-PR-Base: ${base}
Rotate-PR-Digest: ${digest}
`;
}
var ADDED = /^(?:Signed-off-by|Co-authored-by): [^<>\n]* <[^<>\n]*>$/i;
function parseTrailers(message) {
  const lines = message.split("\n");
  while (lines.length > 0 && (lines.at(-1) === "" || ADDED.test(lines.at(-1) ?? ""))) lines.pop();
  const match = /\n\nRotate-PR-Base: (?<base>[0-9a-f]{40}|[0-9a-f]{64})\nRotate-PR-Digest: (?<digest>[0-9a-f]{64})$/.exec(
    lines.join("\n")
  );
  const { base, digest } = match?.groups ?? {};
  return base && digest ? { base, digest } : null;
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
function filesDigest(blobs) {
  const lines = Object.entries(blobs).map(([path, blob]) => `${path}\0${blob}
`);
  return createHash("sha256").update(lines.sort().join("")).digest("hex");
}

// src/publish/branch-ownership.ts
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

// src/publish/list-pull-requests.ts
var LOOKUPS = 30;
var DAY_MS = 24 * 60 * 60 * 1e3;
async function sight(targets, context) {
  const { github, refs, now } = context;
  const everything = context.everything || targets.length > LOOKUPS;
  const open = /* @__PURE__ */ new Map();
  const closed = /* @__PURE__ */ new Map();
  if (everything) {
    const listed = await github.openPullRequests();
    if (!listed.ok) return listed;
    add(open, listed.value);
  }
  const wanting = targets.filter((target) => needsClosed(target, refs) && !open.has(target.branch));
  const paged = everything && wanting.length > LOOKUPS;
  if (context.everything || paged) {
    const days = paged ? horizonDays(wanting) : 1;
    const listed = await github.closedPullRequests(new Date(now.getTime() - days * DAY_MS).toISOString());
    if (!listed.ok) return listed;
    add(closed, listed.value);
  }
  for (const { branch, ask } of lookUps(targets, wanting, refs, everything, paged)) {
    const listed = await github.pullRequestsOf(branch, ask);
    if (!listed.ok) return listed;
    for (const one of listed.value) put(one.state === "open" ? open : closed, one);
  }
  return ok({ open, closed });
}
function needsClosed({ branch, wanted, askedByName }, refs) {
  return refs.branches.has(branch) || wanted.size > 0 && !askedByName;
}
function horizonDays(targets) {
  return Math.max(...targets.flatMap(({ wanted }) => [...wanted.values()].map((one) => one.maxAgeDays)), 1) + 2;
}
function lookUps(targets, wanting, refs, everything, paged) {
  const wants = new Set(wanting.map(({ branch }) => branch));
  if (!everything) return targets.map(({ branch }) => ({ branch, ask: wants.has(branch) ? "all" : "open" }));
  const left = wanting.filter(({ branch }) => !paged || refs.branches.has(branch));
  return left.map(({ branch }) => ({ branch, ask: "closed" }));
}
function add(to, pulls) {
  for (const one of pulls) put(to, one);
}
function put(to, one) {
  const known2 = to.get(one.branch);
  if (known2 === void 0) to.set(one.branch, [one]);
  else if (!known2.some(({ number }) => number === one.number)) {
    known2.push(one);
    known2.sort((a, b) => a.number - b.number);
  }
}

// src/publish/observe.ts
async function look(targets, context) {
  const sighted = await sight(targets, context);
  if (!sighted.ok) return sighted;
  const sightings = sighted.value;
  const drafts = targets.map((target) => {
    const open = (sightings.open.get(target.branch) ?? []).map((pull) => ({
      number: pull.number,
      baseBranch: pull.baseBranch,
      marker: ownMarker(pull.body, target)
    }));
    return { target, open, lastClosed: lastOf(sightings.closed.get(target.branch) ?? []) };
  });
  const heads = targets.flatMap(({ branch }) => {
    const sha = context.refs.branches.get(branch);
    return sha === void 0 ? [] : [{ branch, sha }];
  });
  const owned = await ownershipOf(context.remote, heads);
  const seen = /* @__PURE__ */ new Map();
  for (const { target, open, lastClosed } of drafts) {
    const { branch } = target;
    const owner = owned.get(branch);
    if (owner && !owner.ok) {
      seen.set(branch, owner);
      continue;
    }
    const closed = await readClosed(target, open.length === 0 ? lastClosed : null, lastClosed, context);
    if (!closed.ok) {
      seen.set(branch, closed);
      continue;
    }
    const ownership = owner?.value;
    const found = {
      open,
      closed: closed.value.closed,
      branch: foundBranch(context.refs.branches.get(branch), ownership)
    };
    const pulls = [...sightings.open.get(branch) ?? [], ...sightings.closed.get(branch) ?? []];
    seen.set(
      branch,
      ok({
        found,
        pullRequests: new Map(pulls.map((one) => [one.number, one])),
        branchBase: ownership?.ours ? ownership.base : null,
        remembered: closed.value.remembered
      })
    );
  }
  return ok({ seen, sightings });
}
function ownMarker(body, owner) {
  const marker = parseMarker(body);
  return marker !== null && isOf(marker, owner) ? marker : null;
}
function isOf(marker, { namespace, cluster, group }) {
  return marker.namespace === namespace && marker.cluster === cluster && (marker.group ?? null) === group;
}
function lastOf(closed) {
  const key = ({ closedAt, number }) => `${closedAt ?? ""} ${String(number).padStart(12, "0")}`;
  return closed.reduce(
    (last, one) => last === null || key(one) > key(last) ? one : last,
    null
  );
}
function foundBranch(sha, ownership) {
  if (sha === void 0 || !ownership) return null;
  if (!ownership.ours) return { sha, ours: false, why: ownership.why, digest: null };
  return { sha, ours: true, why: null, digest: ownership.digest };
}
var NOT_REMEMBERED = /* @__PURE__ */ new Map();
async function readClosed(target, deciding, last, context) {
  if (!last) return ok({ closed: null, remembered: NOT_REMEMBERED });
  const { number, merged, headSha } = last;
  const marker = ownMarker(last.body, target);
  const known2 = (by, part = {}, remembered2 = NOT_REMEMBERED) => ok({ closed: { number, merged, headSha, by, until: null, landing: false, ...part }, remembered: remembered2 });
  const takenBack = marker?.closed === "taken-back";
  if (marker?.closed !== void 0 && !(takenBack && target.wanted.size > 0)) return known2("us");
  if (deciding === null || target.wanted.size === 0) return known2("person");
  if (merged) return known2("person", { landing: await isLanding(deciding, marker, target, context) });
  const remembered = target.askedByName ? NOT_REMEMBERED : rememberedIds(deciding, marker, target, context.today);
  if (remembered.size === 0) return known2("person");
  if (!takenBack) {
    if (last.labels.some((label) => label.toLowerCase() === "stale")) return known2("bot");
    const closer = await context.github.closedBy(number);
    if (!closer.ok) return closer;
    if (closer.value?.bot) return known2("bot");
  }
  const all = [...target.wanted.keys()].every((id) => remembered.has(id));
  const until = all ? [...remembered.values()].sort()[0] ?? null : null;
  return known2("person", { until }, remembered);
}
function rememberedIds({ closedAt }, marker, { wanted }, today) {
  const closedOn = closedAt === null ? today : dayInLondon(new Date(closedAt));
  const remembered = /* @__PURE__ */ new Map();
  for (const [id, { due, maxAgeDays }] of wanted) {
    if (marker !== null && !Object.hasOwn(marker.changes, id)) continue;
    const until = rememberedUntil(closedOn, due, maxAgeDays);
    if (today < until) remembered.set(id, until);
  }
  return remembered;
}
var LANDING_MS = 60 * 60 * 1e3;
async function isLanding({ mergedAt, mergeSha }, marker, { wanted }, { remote, base, now }) {
  if (marker === null || mergedAt === null || now.getTime() - Date.parse(mergedAt) > LANDING_MS) return false;
  const had = (id, to) => {
    const day = readDate(marker.changes[id] ?? "");
    return day !== null && day === readDate(to);
  };
  if (![...wanted].every(([id, { to }]) => had(id, to))) return false;
  if (mergeSha === null) return true;
  const args = ["merge-base", "--is-ancestor", mergeSha, base.sha];
  return (await gitClient(remote.cwd, remote.env).run(args)).status !== 0;
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

// src/publish/result.ts
function resultOf(proposal, outcome, reason, pullRequest = null) {
  const { namespace, cluster, group, branch, changes } = proposal;
  return {
    namespace,
    cluster,
    ...group === null ? {} : { group },
    branch,
    title: pullRequest?.title ?? proposal.title,
    url: pullRequest?.url ?? null,
    number: pullRequest?.number ?? null,
    outcome,
    reason,
    changes
  };
}

// src/publish/apply-decision.ts
async function workOn(github, dresser, work) {
  const { decision, proposal, marker } = work;
  switch (decision.do) {
    case "create": {
      const created = await create(github, dresser, work);
      if (created.ok) await dressIfBare(dresser, created.value, proposal, marker);
      return created;
    }
    case "update": {
      const there = known(work, decision.number);
      const base = there && there.baseBranch !== work.baseBranch ? { base: work.baseBranch } : {};
      const updated = await github.update(decision.number, { ...textOf(work), ...base });
      if (!updated.ok) return updated;
      await dressIfBare(dresser, updated.value, proposal, marker);
      return closeAll(github, work, decision.duplicates, updated);
    }
    case "unchanged": {
      const there = known(work, decision.number);
      if (there !== null && decision.undressed)
        await dressIfBare(dresser, there, proposal, parseMarker(there.body));
      return closeAll(github, work, decision.duplicates, ok(there));
    }
    case "close": {
      const reason = proposal.closing ?? "nothing-to-rotate";
      const closed = await closeOne(github, work, decision.number, reason);
      const others = reason === "taken-back" ? reason : "duplicate";
      return closed.ok ? closeAll(github, work, decision.duplicates, closed, others) : closed;
    }
    case "left-alone": {
      if (decision.number === null) return ok(null);
      if (decision.tell && decision.why === "foreign-commits") {
        const told = await commentOnce(
          github,
          decision.number,
          decision.why,
          TOLD[decision.why],
          known(work, decision.number)?.author ?? null
        );
        if (!told.ok) return told;
      }
      return ok(known(work, decision.number));
    }
    case "delete-branch":
    case "nothing":
      return ok(null);
  }
}
async function create(github, dresser, work) {
  const { draft, baseBranch: base, proposal } = work;
  const wanted = { ...textOf(work), branch: proposal.branch, base };
  const created = await github.create({ ...wanted, draft });
  const noDrafts = !created.ok && created.error.code === "validation" && /draft pull requests/i.test(created.error.message);
  if (!draft || !noDrafts) return created;
  dresser.remark("The repository has no draft pull requests: they are opened as ordinary ones.");
  return github.create({ ...wanted, draft: false });
}
async function dressIfBare(dresser, pullRequest, proposal, marker) {
  if (marker?.undressed === true) await dresser.dress(pullRequest, proposal, marker);
}
function known(work, number) {
  return work.seen.pullRequests.get(number) ?? null;
}
function textOf({ proposal, marker }) {
  if (!marker) throw new Error(`no marker for ${proposal.branch}`);
  return { title: proposal.title, body: withMarker(proposal.body, marker) };
}
async function closeAll(github, work, numbers, result, reason = "duplicate") {
  for (const number of numbers) {
    const closed = await closeOne(github, work, number, reason);
    if (!closed.ok) return closed;
  }
  return result;
}
async function commentOnce(github, number, reason, text, author) {
  const comments = await github.comments(number);
  if (!comments.ok) return comments;
  const mark = commentMark(reason);
  const wanted = `${mark}
${text}`;
  const told = comments.value.some(
    ({ author: by, body }) => body.includes(mark) && (by === author || body.trim() === wanted.trim())
  );
  return told ? ok(void 0) : github.comment(number, `${wanted}
`);
}
async function closeOne(github, work, number, reason) {
  const { closingNote } = work.proposal;
  const text = closingNote === void 0 ? CLOSING[reason] : `${CLOSING[reason]}

${closingNote}`;
  const commented = await commentOnce(github, number, reason, text, known(work, number)?.author ?? null);
  if (!commented.ok) return commented;
  const body = known(work, number)?.body ?? "";
  const marker = parseMarker(body) ?? emptyMarker(work);
  return github.update(number, { state: "closed", body: withMarker(body, { ...marker, closed: reason }) });
}
function emptyMarker({ proposal, seen }) {
  const { namespace, cluster, group } = proposal;
  const head = seen.found.branch?.sha ?? "";
  const owner = { namespace, cluster, ...group === null ? {} : { group } };
  return { v: 1, ...owner, head, base: seen.branchBase ?? "", files: {}, changes: {} };
}

// src/git/fast-import.ts
var SCRATCH_REF = "refs/rotate-pr/scratch";
async function fastImport(cwd, base, commits, env = {}) {
  if (commits.length === 0) return [];
  const git = converse(spawnGit(cwd, ["fast-import", "--quiet", "--done", "--date-format=raw"], env));
  await git.write(treeCommands(base, commits));
  const trees = (await git.lines(commits.length)).map(treeName);
  await git.write(commitCommands(base, commits, trees));
  const names = await git.lines(commits.length);
  await git.end(`reset ${SCRATCH_REF}

done
`);
  return names;
}
function converse(child) {
  const err = [];
  const ready = [];
  let rest = "";
  let isOver = false;
  let wake = () => {
  };
  child.stderr.on("data", (chunk) => err.push(chunk));
  child.stdout.on("data", (chunk) => {
    const parts = (rest + chunk.toString("latin1")).split("\n");
    rest = parts.pop() ?? "";
    ready.push(...parts);
    wake();
  });
  child.stdin.on("error", () => {
  });
  const ended = new Promise((resolve, reject) => {
    child.on("error", reject);
    child.on("close", resolve);
  }).finally(() => {
    isOver = true;
    wake();
  });
  ended.catch(() => {
  });
  async function succeed() {
    const status = await ended;
    if (status !== 0) throw new GitError("fast-import", status, Buffer.concat(err).toString("utf8"));
  }
  return {
    async write(commands) {
      for (const command of commands) {
        if (isOver) return;
        if (child.stdin.write(command)) continue;
        await Promise.race([new Promise((resolve) => child.stdin.once("drain", resolve)), ended]);
      }
    },
    async lines(count) {
      while (ready.length < count && !isOver) {
        await new Promise((resolve) => {
          wake = resolve;
        });
      }
      if (ready.length < count) {
        await succeed();
        throw new Error(`git fast-import gave ${ready.length} of ${count} lines`);
      }
      return ready.splice(0, count);
    },
    async end(command) {
      child.stdin.end(command);
      await succeed();
    }
  };
}
function* treeCommands(base, commits) {
  let parent = `from ${base}
`;
  let given = [];
  for (const { files } of commits) {
    const parts = [
      `commit ${SCRATCH_REF}
mark :1
committer ${identityText({ name: "", email: "" })} 0 +0000
data 0
${parent}`,
      ...given.map(({ path, mode, before }) => `M ${mode} ${before} ${quotePath(path)}
`)
    ];
    for (const { path, mode, content } of files) {
      parts.push(`M ${mode} inline ${quotePath(path)}
data ${content.length}
`, content, "\n");
    }
    parts.push('\nls :1 ""\n');
    yield bytes(parts);
    parent = "";
    given = files;
  }
}
function treeName(line) {
  const name = /^040000 tree (?<name>[0-9a-f]+)\t$/.exec(line)?.groups?.["name"];
  if (name === void 0) throw new Error(`git fast-import told no tree: ${JSON.stringify(line)}`);
  return name;
}
function* commitCommands(base, commits, trees) {
  for (const [index, commit] of commits.entries()) {
    const who = `${identityText(commit.author)} ${Math.floor(commit.date.getTime() / 1e3)} +0000`;
    const message = Buffer.from(commit.message, "utf8");
    yield bytes([
      `commit ${SCRATCH_REF}
mark :1
author ${who}
committer ${who}
data ${message.length}
`,
      message,
      `
from ${base}
M 040000 ${trees[index]} ""

get-mark :1
`
    ]);
  }
}
function bytes(parts) {
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
    const bytes2 = Buffer.from(after, "utf8");
    before[path] = there.blob;
    files.push({ path, mode: there.mode, blob: blobName(bytes2, baseSha), bytes: bytes2 });
  }
  return ok({ digest: contentDigest(files), before, files });
}
async function buildCommits(remote, base, requests, who) {
  const commits = requests.map(({ message, content }) => ({
    message: messageWithTrailers(message, { base, digest: content.digest }),
    author: who.author,
    date: who.date,
    files: content.files.map(({ path, mode, bytes: bytes2 }) => ({
      path,
      mode,
      before: content.before[path],
      content: bytes2
    }))
  }));
  try {
    return ok(await fastImport(remote.cwd, base, commits, remote.env));
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

// src/publish/item.ts
function newItem(proposal) {
  return { proposal, content: null, seen: null, decision: null, head: null, result: null };
}
function pending(items) {
  return items.filter(({ result }) => result === null);
}
function giveUp(item, failure) {
  item.result = resultOf(item.proposal, "failed", failure.message, knownPullRequest(item));
}
function take(item, result) {
  if (result.ok) return result.value;
  giveUp(item, result.error);
  return null;
}
function knownPullRequest({ decision, seen }) {
  const number = decision && "number" in decision ? decision.number : null;
  return number === null ? null : seen?.pullRequests.get(number) ?? null;
}

// src/publish/push-size.ts
var ARGUMENT_CHARACTERS = process.platform === "win32" ? 28e3 : 6e5;
function argumentsOf({ branch, to, expected }) {
  return [`--force-with-lease=refs/heads/${branch}:${expected ?? ""}`, `${to ?? ""}:refs/heads/${branch}`];
}
function howManyFit(pushes, most, characters = ARGUMENT_CHARACTERS) {
  let used = 0;
  let count = 0;
  for (const push of pushes) {
    for (const argument of argumentsOf(push)) used += argument.length + 1;
    if (count > 0 && (used > characters || count >= most)) break;
    count += 1;
  }
  return count;
}

// src/publish/push-attempt.ts
var FLAGS = ["--porcelain", "--no-verify", "--no-follow-tags", "--no-signed", "--recurse-submodules=no"];
async function attemptPush(remote, batch) {
  const leases = batch.map((push) => argumentsOf(push)[0]);
  const specs = batch.map((push) => argumentsOf(push)[1]);
  let run;
  try {
    const args = ["push", ...FLAGS, ...leases, "--", PUSH_REMOTE, ...specs];
    run = await gitClient(remote.cwd, remote.env).run(args);
  } catch (error) {
    if (batch.length > 1 && isCommandTooLong(error))
      return { told: /* @__PURE__ */ new Map(), doubtful: /* @__PURE__ */ new Map(), end: tooMany(null) };
    throw error;
  }
  const lines = parsePorcelain(redact(run.stdout, remote.secrets));
  const stderr = redact(run.stderr, remote.secrets);
  const words = gitWords(stderr.replaceAll(/^error: failed to push some refs to .*$/gm, ""));
  const told = /* @__PURE__ */ new Map();
  const doubtful = /* @__PURE__ */ new Map();
  const declined = [];
  let accepted = false;
  for (const { branch } of batch) {
    const line = lines.get(`refs/heads/${branch}`);
    if (line === void 0 || isUntold(line)) continue;
    const failure2 = line.flag === "!" ? refusal(branch, line, words) : null;
    if (failure2 !== null && isWholePush(line)) declined.push([branch, failure2]);
    else if (failure2?.code === "stale" && isFromRemote(line)) doubtful.set(branch, failure2);
    else told.set(branch, failure2);
    if (line.flag !== "!" && line.flag !== "=") accepted = true;
  }
  const isWhole = declined.length > 0 && !accepted;
  if (!isWhole || declined.length === 1) for (const [branch, failure2] of declined) told.set(branch, failure2);
  if (isWhole) {
    const [, { code }] = declined[0];
    const failure2 = { code, message: `${remote.shown} refused the push: ${words}.` };
    const limit = declined.length > 1 ? limitOfRefs(stderr) : null;
    return { told, doubtful, end: limit ?? { as: "declined", failure: failure2 } };
  }
  if (told.size + doubtful.size === batch.length) return { told, doubtful, end: { as: "told" } };
  const failure = run.status === 0 ? { code: "git", message: `git did not say of every branch whether it pushed it to ${remote.shown}.` } : remoteFailure(remote, run.stderr);
  const isClosed = lines.size === 0 && HOPELESS.includes(failure.code);
  return { told, doubtful, end: { as: isClosed ? "closed" : "lost", failure } };
}
var HOPELESS = ["authentication", "forbidden", "not-found"];
function isCommandTooLong(error) {
  return error instanceof Error && /\b(E2BIG|ENAMETOOLONG)\b/.test(error.message);
}
function parsePorcelain(output) {
  const lines = /* @__PURE__ */ new Map();
  for (const line of output.split("\n")) {
    const match = /^(?<flag>[ +\-*=!])\t[^\t]*:(?<ref>refs\/[^\t]+)\t(?<summary>.*)$/.exec(line)?.groups;
    if (match) lines.set(match["ref"], { flag: match["flag"], summary: match["summary"] });
  }
  return lines;
}
function isUntold({ flag, summary }) {
  return flag === "!" && summary.startsWith("[remote failure]");
}
function isFromRemote({ summary }) {
  return summary.startsWith("[remote rejected]");
}
function isWholePush({ summary }) {
  return /^\[remote rejected\] \((pre-receive hook|push) declined/.test(summary);
}
function limitOfRefs(stderr) {
  const named = /\b(?:more than|at most|up to|limit(?:ed)? (?:of|to)|maximum(?: of)?) (?<most>\d+) (?:\w+ )?(?:branch|tag|ref)/i;
  const most = named.exec(stderr)?.groups?.["most"];
  if (most !== void 0) return tooMany(Number(most));
  return /\btoo many (?:branch|tag|ref)/i.test(stderr) ? tooMany(null) : null;
}
function tooMany(most) {
  return { as: "too-many", most };
}
function refusal(branch, line, words) {
  const { summary } = line;
  if (/stale info|fetch first|non-fast-forward|cannot lock ref|failed to update ref|reference already exists/.test(
    summary
  )) {
    return {
      code: "stale",
      message: `Somebody pushed to ${branch} meanwhile; it is left as it is. Run again.`
    };
  }
  const why = isWholePush(line) ? `${summary}: ${words}` : summary;
  if (/protected branch|rule violations|GH006|GH013/i.test(`${summary} ${words}`)) {
    return { code: "protected", message: `A rule of the repository forbids the push to ${branch}: ${why}.` };
  }
  return { code: "rejected", message: `The remote refused ${branch}: ${why}.` };
}

// src/publish/push.ts
var MOST_DECLINED = 20;
var MOST_LOST = 3;
var allowed = /* @__PURE__ */ new WeakMap();
async function pushBranches(remote, pushes, options = {}) {
  for (const { branch } of pushes) assertOurs(branch);
  const outcomes = /* @__PURE__ */ new Map();
  const queue = [pushes];
  let size = Math.min(
    options.size ?? Number.POSITIVE_INFINITY,
    allowed.get(remote) ?? Number.POSITIVE_INFINITY
  );
  let declined = 0;
  let lost = 0;
  let giveUp2 = null;
  while (giveUp2 === null) {
    const batch = takeBatch(queue, size);
    if (batch.length === 0) return outcomes;
    const { told, doubtful, end } = await attemptPush(remote, batch);
    const arrived = end.as === "lost" || doubtful.size > 0 ? await findArrived(remote, batch) : null;
    for (const [branch, outcome] of told) outcomes.set(branch, outcome);
    for (const [branch, failure] of doubtful) outcomes.set(branch, failure);
    if (arrived?.ok) for (const branch of arrived.value) outcomes.set(branch, null);
    const left = batch.filter(({ branch }) => !outcomes.has(branch));
    if (end.as !== "declined") declined = 0;
    switch (end.as) {
      case "told":
        break;
      case "too-many":
        size = smaller(batch.length, end.most);
        allowed.set(remote, size);
        queue.unshift([...left, ...queue.shift() ?? []]);
        break;
      case "declined":
        declined += 1;
        queue.unshift(...halves(left));
        if (declined === MOST_DECLINED) giveUp2 = end.failure;
        break;
      case "lost":
        if (arrived?.ok === false) {
          for (const { branch } of left) outcomes.set(branch, notKnown(branch, end.failure));
          giveUp2 = arrived.error;
          break;
        }
        if (left.length > 0) lost += 1;
        if (lost === MOST_LOST) giveUp2 = end.failure;
        size = smaller(batch.length, null);
        queue.push(left);
        break;
      case "closed":
        queue.unshift(left);
        giveUp2 = end.failure;
        break;
    }
    options.onBatch?.(outcomes.size);
  }
  for (const { branch } of queue.flat()) outcomes.set(branch, giveUp2);
  return outcomes;
}
function takeBatch(queue, size) {
  for (let group = queue.shift(); group !== void 0; group = queue.shift()) {
    if (group.length === 0) continue;
    const count = howManyFit(group, size);
    if (count < group.length) queue.unshift(group.slice(count));
    return group.slice(0, count);
  }
  return [];
}
function smaller(given, most) {
  return Math.max(1, most !== null && most < given ? most : Math.floor(given / 2));
}
function halves(items) {
  const middle = Math.ceil(items.length / 2);
  return [items.slice(0, middle), items.slice(middle)];
}
async function findArrived(remote, pushes) {
  const refs = await readRemote(remote);
  if (!refs.ok) return refs;
  const arrived = pushes.filter(({ branch, to }) => (refs.value.branches.get(branch) ?? null) === to);
  return ok(new Set(arrived.map(({ branch }) => branch)));
}
function notKnown(branch, { code, message }) {
  return { code, message: `${message} Whether ${branch} arrived is not known: run again.` };
}
function isRotateBranch(branch) {
  return /^rotate(\/[A-Za-z0-9_][A-Za-z0-9._-]*)+$/.test(branch) && !/\.\.|\.(\/|$)|\.lock(\/|$)/.test(branch) && branch.length < 230;
}
function assertOurs(branch) {
  if (!isRotateBranch(branch))
    throw new Error(`refusing to push ${JSON.stringify(branch)}: it is not below rotate/`);
}

// src/publish/branches.ts
async function buildAndPush(items, context, onProgress) {
  const building = pending(items).filter(needsPush);
  if (building.length === 0) return;
  onProgress({ step: "committing", commits: building.length });
  const requests = building.map(
    ({ proposal, content }) => ({ message: proposal.commitMessage, content })
  );
  const build = context.build ?? localBuilder(context);
  const commits = await build(requests);
  const pushes = building.flatMap((item, index) => {
    const commit = commits[index];
    if (!commit.ok) giveUp(item, commit.error);
    const expected = item.seen?.found.branch?.sha ?? null;
    return commit.ok ? [{ item, branch: item.proposal.branch, to: commit.value, expected }] : [];
  });
  const total = pushes.length;
  onProgress({ step: "pushing", done: 0, total });
  const outcomes = await pushBranches(context.head.remote, pushes, {
    ...context.pushSize === void 0 ? {} : { size: context.pushSize },
    onBatch: (done) => onProgress({ step: "pushing", done, total })
  });
  for (const { item, branch, to } of pushes) {
    const refused = outcomes.get(branch);
    if (refused) giveUp(item, refused);
    else item.head = to;
  }
}
function needsPush({ decision }) {
  return (decision?.do === "create" || decision?.do === "update") && decision.branch !== "reuse";
}
function localBuilder({ remote, base, now, author }) {
  return async (requests) => {
    const who = { author: author ?? await gitIdentity(remote.cwd), date: now };
    const built = await buildCommits(remote, base.sha, requests, who);
    return built.ok ? built.value.map((sha) => ok(sha)) : requests.map(() => built);
  };
}
async function deleteBranches(items, { head: { remote }, pushSize }) {
  const leaving = items.filter(
    ({ decision, result }) => result?.outcome === "closed" && (decision?.do === "delete-branch" || decision?.do === "close" && decision.deleteBranch)
  );
  const pushes = leaving.map(({ proposal, head }) => ({ branch: proposal.branch, to: null, expected: head }));
  const outcomes = await pushBranches(remote, pushes, pushSize === void 0 ? {} : { size: pushSize });
  for (const item of leaving) {
    const refused = outcomes.get(item.proposal.branch);
    if (refused) tellOfBranch(item, refused);
  }
}
function tellOfBranch(item, refused) {
  if (item.decision?.do === "delete-branch") giveUp(item, refused);
  else {
    const reason = `${item.result.reason} Its branch stays: ${refused.message}`;
    item.result = { ...item.result, reason };
  }
}

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
function decide(wanted, found, policy) {
  const open = chooseOpen(found.open, wanted?.baseBranch);
  if (wanted === null) return decideNothingWanted(open, found);
  return open ? decideOpen(wanted, open, found, policy) : decideCreate(wanted, found, policy);
}
function chooseOpen(open, baseBranch) {
  const rank = (one) => (one.marker ? 0 : 2) + (baseBranch === void 0 || one.baseBranch === baseBranch ? 0 : 1);
  const [kept, ...others] = [...open].sort((a, b) => rank(a) - rank(b));
  if (!kept) return null;
  return { kept, duplicates: others.filter(({ marker }) => marker).map(({ number }) => number) };
}
function decideNothingWanted(open, { branch, closed }) {
  if (!open)
    return branch?.ours && (closed === null || closed.by === "us") ? { do: "delete-branch" } : { do: "nothing" };
  const { kept, duplicates } = open;
  if (branch && !branch.ours) return leave("foreign-commits", kept.number, branch.why, true);
  if (!branch && !kept.marker) return leave("not-ours", kept.number, null);
  return { do: "close", number: kept.number, deleteBranch: branch !== null, duplicates };
}
function decideOpen(wanted, { kept, duplicates }, { branch }, policy) {
  const { number, marker } = kept;
  if (branch && !branch.ours) {
    const behind = marker !== null && reasonOfContent(wanted, kept, marker, policy) !== null;
    return leave("foreign-commits", number, branch.why, behind);
  }
  if (!branch && !marker) return leave("not-ours", number, null);
  if ((wanted.outside ?? 0) > 0) return leave("selects-less", number, String(wanted.outside));
  const why = reasonToUpdate(wanted, kept, branch, policy);
  if (why === null) return { do: "unchanged", number, duplicates, undressed: marker?.undressed === true };
  return { do: "update", why, number, duplicates, branch: branchWork(wanted, branch) };
}
function reasonToUpdate(wanted, kept, branch, policy) {
  const { marker } = kept;
  if (!branch) return "branch-gone";
  if (!marker) return "marker-lost";
  if (marker.head !== branch.sha) return "unfinished";
  return reasonOfContent(wanted, kept, marker, policy);
}
function reasonOfContent(wanted, { baseBranch }, marker, policy) {
  if (!sameKeys(marker.changes, wanted.changes)) return "credentials-changed";
  if (baseBranch !== wanted.baseBranch) return "base-branch-changed";
  if (!sameEntries(marker.files, wanted.files)) return "base-moved";
  if (!holds(marker.upgrades ?? {}, wanted.upgrades ?? {})) return "upgrade-asked";
  if (policy.incident !== null && marker.incident !== policy.incident) return "incident";
  if (sameEntries(marker.changes, wanted.changes)) return null;
  if (policy.explicitDate && !sameDays(marker.changes, wanted.changes)) return "date-asked";
  return isOld(marker, policy) ? "date-old" : null;
}
function decideCreate(wanted, found, policy) {
  const { branch, closed } = found;
  const hindrance = whatHinders(found, policy);
  if (hindrance !== null) return hindrance;
  return { do: "create", why: reasonToCreate(closed, branch, policy), branch: branchWork(wanted, branch) };
}
function whatHinders({ branch, closed }, policy) {
  const lost = branch && !branch.ours && !(closed?.merged && closed.headSha === branch.sha);
  if (lost) return leave("foreign-commits", null, branch.why);
  if (closed?.landing) return leave("just-merged", closed.number, null);
  if (isRemembered(closed, policy)) {
    return leave("closed-by-person", closed?.number ?? null, closed?.until ?? null);
  }
  return null;
}
function isRemembered(closed, policy) {
  if (closed === null || closed.merged || closed.by !== "person" || policy.askedByName) return false;
  return closed.until !== null && policy.today < closed.until;
}
function reasonToCreate(closed, branch, { askedByName }) {
  if (closed === null) return branch ? "unfinished" : "none-yet";
  if (closed.merged) return "merged";
  const ofPerson = askedByName ? "asked-by-name" : "closed-long-ago";
  return { bot: "closed-by-bot", us: "closed-by-us", person: ofPerson }[closed.by];
}
function branchWork(wanted, branch) {
  if (!branch) return "new";
  return branch.ours && branch.digest === wanted.digest ? "reuse" : "rebuild";
}
function leave(why, number, detail, tell = false) {
  return { do: "left-alone", why, number, detail, tell };
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

// src/publish/publish.ts
async function publish(proposals, seen, context, onProgress = () => {
}) {
  const items = proposals.map(newItem);
  rejectUnusable(items);
  await readContents(items, context);
  decideAll(items, seen, context);
  await buildAndPush(items, context, onProgress);
  const dresser = createDresser(context.github, context.dress);
  const stopped = await writePullRequests(items, context, dresser, onProgress);
  await deleteBranches(items, context);
  const results = items.map(
    ({ result, proposal }) => result ?? resultOf(proposal, "failed", "Nothing was decided.")
  );
  return { results, stopped, remarks: dresser.remarks };
}
async function foresee(proposals, seen, context) {
  const items = proposals.map(newItem);
  rejectUnusable(items);
  await readContents(items, context);
  decideAll(items, seen, context);
  return new Map(
    items.map(({ proposal: { branch }, decision, result }) => [
      branch,
      decision === null ? fail("undecided", result?.reason ?? "Nothing was decided.") : ok(decision)
    ])
  );
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
    item.content = take(item, contentOf(item.proposal.files, baseFiles, base.sha));
  }
}
function decideAll(items, seen, { base, policy }) {
  for (const item of pending(items)) {
    const { branch, askedByName = policy.askedByName } = item.proposal;
    item.seen = take(item, seen.get(branch) ?? fail("git", "It was not looked at."));
    if (item.seen === null) continue;
    const { found } = item.seen;
    item.decision = decide(wantedOf(item, base), found, { ...policy, askedByName });
    item.head = found.branch?.sha ?? null;
  }
}
function wantedOf(item, base) {
  const { proposal, content } = item;
  if (proposal.changes.length === 0 || !content) return null;
  const { outside = 0 } = proposal;
  return {
    baseBranch: base.branch,
    changes: changesOf(proposal),
    ...upgradesOf(proposal),
    files: filesOf(item),
    digest: content.digest,
    outside
  };
}
function changesOf({ changes }) {
  return Object.fromEntries(changes.map(({ id, to }) => [id, to]));
}
function filesOf({ proposal, content }) {
  const files = content?.before ?? {};
  return proposal.group === null ? files : { "*": filesDigest(files) };
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
async function writePullRequests(items, context, dresser, onProgress) {
  const working = pending(items);
  const total = working.length;
  let stop = null;
  for (const [index, item] of working.entries()) {
    const { proposal, decision, seen } = item;
    if (!decision || !seen) continue;
    const marker = markerOf(item, context);
    const work = {
      proposal,
      decision,
      seen,
      marker,
      baseBranch: context.base.branch,
      draft: context.dress?.draft ?? false
    };
    const idle = decision.do === "left-alone" || decision.do === "nothing";
    if (marker !== null && !fitsBody(marker)) {
      giveUp(item, {
        code: "too-large",
        message: `${proposal.changes.length} credentials are too many for one pull request: group them by team or kind.`
      });
    } else if (stop && !idle) {
      if (stop.code === "rate-limited")
        item.result = resultOf(proposal, "deferred", stop.message, knownPullRequest(item));
      else giveUp(item, stop);
    } else {
      const done = await workOn(context.github, dresser, work);
      if (done.ok)
        item.result = resultOf(
          proposal,
          OUTCOMES[decision.do],
          reasonFor(decision, proposal.closing),
          done.value
        );
      else giveUp(item, done.error);
      stop = fatal(done) ?? dresser.stopped();
    }
    onProgress({ step: "pull-request", done: index + 1, total, result: item.result });
  }
  return stop;
}
function fatal(result) {
  return !result.ok && ["authentication", "rate-limited"].includes(result.error.code) ? result.error : null;
}
function markerOf(item, { base, policy }) {
  const { proposal, content, decision, head, seen } = item;
  if (decision?.do !== "create" && decision?.do !== "update" || !content || head === null) return null;
  const { namespace, cluster, group, readers = NO_READERS, pages = [] } = proposal;
  const known2 = knownPullRequest(item);
  const dressed = known2 === null ? null : parseMarker(known2.body);
  const wantsDress = Object.values(readers).some((list) => list.length > 0);
  const undressed = pages.length > 0 || (known2 === null ? wantsDress : dressed?.undressed === true);
  return {
    v: 1,
    namespace,
    cluster,
    ...group === null ? {} : { group },
    head,
    base: decision.branch === "reuse" ? seen?.branchBase ?? base.sha : base.sha,
    files: filesOf(item),
    changes: changesOf(proposal),
    from: Object.fromEntries(proposal.changes.map(({ id, from }) => [id, from])),
    ...upgradesOf(proposal),
    ...policy.incident === null ? {} : { incident: policy.incident },
    ...undressed ? { undressed } : {}
  };
}
function upgradesOf({ changes }) {
  const upgrades = changes.flatMap(({ id, upgrade }) => upgrade === void 0 ? [] : [[id, upgrade.to]]);
  return upgrades.length === 0 ? {} : { upgrades: Object.fromEntries(upgrades) };
}

// src/commands/run/in-progress.ts
function inProgress({ found }, assessments) {
  const marker = found.open.find((one) => one.marker !== null)?.marker ?? null;
  return marker === null ? null : sortOut(marker, assessments);
}
function sortOut({ changes, from }, assessments) {
  const open = [];
  const done = [];
  const unknown = [];
  for (const [id, to] of Object.entries(changes)) {
    const assessment = assessments.get(id);
    if (assessment === void 0) unknown.push(id);
    else (isDone(assessment, to, from?.[id]) ? done : open).push(id);
  }
  return { open, done, unknown };
}
function isDone(assessment, to, from) {
  const value = writtenValue(assessment.date);
  if (value === to) return true;
  if (from !== void 0) return value !== from;
  if (assessment.age === "ok") return true;
  const wanted = readDate(to);
  const { rotatedOn } = assessment.credential;
  if (wanted === null || rotatedOn === null) return false;
  return rotatedOn > wanted || rotatedOn === wanted && to.length <= 10;
}
async function readValuesBefore(looked, read) {
  const older = [...looked.seen].flatMap(([branch, one]) => {
    const seen2 = one.ok ? one.value : null;
    const marker = seen2?.found.open.find((open) => open.marker !== null)?.marker;
    if (seen2 === null || !marker || marker.from !== void 0) return [];
    return [{ branch, seen: seen2, changes: marker.changes, commit: seen2.branchBase ?? marker.base }];
  });
  const seen = new Map(looked.seen);
  for (const [commit, ofCommit] of groupBy(older, (one) => one.commit)) {
    const ids = new Set(ofCommit.flatMap(({ changes }) => Object.keys(changes)));
    const values = await valuesAt(commit, ids, read);
    if (values === null) continue;
    for (const one of ofCommit) {
      const from = Object.fromEntries(
        Object.keys(one.changes).flatMap((id) => values.has(id) ? [[id, values.get(id) ?? null]] : [])
      );
      seen.set(one.branch, ok(withFrom(one.seen, from)));
    }
  }
  return { ...looked, seen };
}
function withFrom(seen, from) {
  const open = seen.found.open.map(
    (one) => one.marker === null || one.marker.from !== void 0 ? one : { ...one, marker: { ...one.marker, from } }
  );
  return { ...seen, found: { ...seen.found, open } };
}
async function valuesAt(commit, ids, { remote, prefix, survey, date }) {
  const repo = remote?.remote.cwd;
  if (repo === void 0 || !isObjectId(commit) || await resolveCommit(repo, commit) === null) return null;
  const folders = new Set(
    survey.assessments.flatMap(
      ({ credential: { id, cluster, namespace } }) => ids.has(id) ? [`${cluster}/${namespace}`] : []
    )
  );
  const { openCommit } = await import("./commit-TFPSZILV.js");
  const reader = await openCommit(repo, commit, { prefix });
  const namespaces = await reader.namespaces((cluster, namespace) => folders.has(`${cluster}/${namespace}`));
  const rules = { today: date, maxAgeDays: 0, includeHeld: true };
  const { assessments } = await surveyEstate(reader, namespaces, rules);
  return new Map(assessments.map((each) => [each.credential.id, writtenValue(each.date)]));
}
function closingOf({ namespace, cluster, group, branch }, closing) {
  return {
    namespace,
    cluster,
    group,
    branch,
    title: "",
    body: "",
    commitMessage: "",
    changes: [],
    files: [],
    closing
  };
}

// src/github/graphql-documents.ts
var VIEWER = `query Viewer {
  viewer { login }
}`;
var OPEN_PULL_REQUESTS = `query OpenPullRequests($owner: String!, $name: String!, $first: Int!, $after: String) {
  repository(owner: $owner, name: $name) {
    pullRequests(states: OPEN, first: $first, after: $after, orderBy: { field: CREATED_AT, direction: ASC }) {
      pageInfo { hasNextPage endCursor }
      nodes {
        id number url title body isDraft createdAt updatedAt
        headRefName headRefOid headRepository { nameWithOwner } baseRefName
        author { __typename login }
        mergeable reviewDecision
        labels(first: 100) { nodes { name } }
        commits(last: 1) { nodes { commit { statusCheckRollup { state } } } }
      }
    }
  }
}`;
var BRANCH_HEAD = `query BranchHead($owner: String!, $name: String!, $branch: String!) {
  repository(owner: $owner, name: $name) {
    ref(qualifiedName: $branch) {
      target { __typename oid ... on Commit { signature { isValid } } }
    }
  }
}`;
var COMMIT_ON_BRANCH = `mutation CommitOnBranch($input: CreateCommitOnBranchInput!) {
  createCommitOnBranch(input: $input) {
    commit { oid signature { isValid } }
  }
}`;
var ENABLE_AUTO_MERGE = `mutation EnableAutoMerge($input: EnablePullRequestAutoMergeInput!) {
  enablePullRequestAutoMerge(input: $input) {
    pullRequest { number }
  }
}`;

// src/github/graphql.ts
var PAGE = 50;
function connectGraphQL(options) {
  const { owner, repo: name } = options.repository;
  const ask = asker(options);
  async function page(after) {
    const asked = await ask(
      "list the open pull requests",
      ({ graphql }) => graphql(OPEN_PULL_REQUESTS, {
        owner,
        name,
        first: PAGE,
        after
      })
    );
    if (!asked.ok) return asked;
    const found = asked.value.repository?.pullRequests;
    return found ? ok(found) : fail("not-found", `GitHub shows no repository ${owner}/${name} to this token.`);
  }
  return {
    async viewer() {
      const asked = await ask(
        "see whose token this is",
        ({ graphql }) => graphql(VIEWER)
      );
      if (!asked.ok) return asked;
      const { login } = asked.value.viewer;
      return ok({ login, bot: login.endsWith("[bot]") });
    },
    async openPullRequests() {
      const found = [];
      for (let after = null; ; ) {
        const listed = await page(after);
        if (!listed.ok) return listed;
        const { nodes, pageInfo } = listed.value;
        for (const node of nodes ?? []) if (node?.headRefName.startsWith("rotate/")) found.push(toOpen(node));
        if (!pageInfo.hasNextPage || pageInfo.endCursor === null) return ok(found);
        after = pageInfo.endCursor;
      }
    },
    async branchHead(branch) {
      const asked = await ask(
        `see where ${branch} is`,
        ({ graphql }) => graphql(BRANCH_HEAD, {
          owner,
          name,
          branch: `refs/heads/${branch}`
        })
      );
      if (!asked.ok) return asked;
      const target = asked.value.repository?.ref?.target;
      return ok(target?.__typename === "Commit" ? toKnown(target) : null);
    },
    async commitOnBranch({ branch, expectedHead, headline, body, files }) {
      const input = {
        branch: { repositoryNameWithOwner: `${owner}/${name}`, branchName: branch },
        expectedHeadOid: expectedHead,
        message: { headline, body },
        fileChanges: {
          additions: files.map(({ path, bytes: bytes2 }) => ({
            path,
            contents: Buffer.from(bytes2).toString("base64")
          }))
        }
      };
      const asked = await ask(
        `commit to ${branch}`,
        ({ graphql }) => graphql(COMMIT_ON_BRANCH, { input })
      );
      if (!asked.ok) return asked;
      const commit = asked.value.createCommitOnBranch?.commit;
      if (commit) return ok(toKnown(commit));
      return fail("server", `GitHub did not say which commit it made on ${branch}: run again.`);
    },
    async enableAutoMerge(id, method) {
      const input = { pullRequestId: id, mergeMethod: method.toUpperCase() };
      const asked = await ask(
        "let the pull request merge by itself",
        ({ graphql }) => graphql(ENABLE_AUTO_MERGE, { input })
      );
      return asked.ok ? ok(void 0) : asked;
    }
  };
}
function toKnown({ oid, signature }) {
  return { oid, verified: signature?.isValid === true };
}
var MERGEABLE = { MERGEABLE: "yes", CONFLICTING: "conflict" };
var REVIEW = {
  APPROVED: "approved",
  CHANGES_REQUESTED: "changes-requested",
  REVIEW_REQUIRED: "review-required"
};
var CHECKS = {
  SUCCESS: "success",
  FAILURE: "failure",
  ERROR: "failure",
  PENDING: "pending",
  EXPECTED: "pending"
};
function meaning(words, word) {
  return word != null && Object.hasOwn(words, word) ? words[word] ?? null : null;
}
function toOpen(node) {
  const rollup = node.commits.nodes?.[0]?.commit.statusCheckRollup;
  return {
    id: node.id,
    number: node.number,
    url: node.url,
    title: node.title,
    body: node.body,
    author: node.author && toAccount(node.author),
    branch: node.headRefName,
    headSha: node.headRefOid,
    headRepository: node.headRepository?.nameWithOwner ?? null,
    baseBranch: node.baseRefName,
    draft: node.isDraft,
    labels: (node.labels?.nodes ?? []).flatMap((label) => label ? [label.name] : []),
    mergeable: meaning(MERGEABLE, node.mergeable) ?? "unknown",
    review: meaning(REVIEW, node.reviewDecision),
    checks: meaning(CHECKS, rollup?.state),
    createdAt: node.createdAt,
    updatedAt: node.updatedAt
  };
}
function toAccount({ __typename, login }) {
  const bot = __typename === "Bot" || login.endsWith("[bot]");
  return { login: bot && !login.endsWith("[bot]") ? `${login}[bot]` : login, bot };
}

// src/github/token-kind.ts
var PREFIXES = {
  ghp_: "classic",
  github_pat_: "fine-grained",
  gho_: "oauth",
  ghu_: "app-user",
  ghs_: "installation"
};
function tokenKind(token) {
  const prefix = Object.keys(PREFIXES).find((each) => token.startsWith(each));
  return prefix === void 0 ? "unknown" : PREFIXES[prefix] ?? "unknown";
}
function hasHiddenRights(kind) {
  return kind === "fine-grained" || kind === "installation" || kind === "app-user";
}

// src/github/preflight.ts
var PROBE = "rotate/_probe";
var WORKFLOW_LOGIN = "github-actions[bot]";
async function preflight(input, warn) {
  const { github, base, token, fork, repository: named } = input;
  const repository = await github.repository();
  if (!repository.ok) return repository;
  const { fullName, archived, canPush } = repository.value;
  if (archived) return fail("archived", `${fullName} is archived: it takes no pull requests.`);
  if (canPush === false && !fork) {
    return fail(
      "forbidden",
      `The token may not push to ${fullName}: it needs "Contents: write" and "Pull requests: write". Who may not push there can go by a fork: --fork.`
    );
  }
  if (fullName.toLowerCase() !== named.toLowerCase()) {
    warn(`GitHub calls ${named} ${fullName} now: set the remote's URL to that.`);
  }
  const same = await isSameRepository(input);
  if (!same.ok) return same;
  if (hasHiddenRights(token)) {
    const allowed2 = await mayOpen(github, base);
    if (!allowed2.ok) return allowed2;
  }
  const viewer = token === "installation" && input.viewer !== null ? await input.viewer() : null;
  if (viewer?.ok && viewer.value.login === WORKFLOW_LOGIN) {
    warn(
      "This is the workflow's own token: checks of its pull requests do not run until somebody approves them, and it has 1,000 requests an hour. The token of a GitHub App or of a machine user has neither limit."
    );
  }
  return repository;
}
async function isSameRepository({
  github,
  remote,
  refs,
  base,
  repository,
  unproven
}) {
  if (!unproven) return ok(void 0);
  let seen = refs.branches.get(base.branch);
  for (let attempt = 0; attempt < 2; attempt++) {
    const head = await github.branchHead(base.branch);
    if (!head.ok) return head;
    if (head.value === seen) return ok(void 0);
    const again = await readRemote(remote);
    if (!again.ok) return again;
    seen = again.value.branches.get(base.branch);
    if (head.value === seen) return ok(void 0);
  }
  return fail(
    "other-repository",
    `${remote.shown} is not ${repository}: their branches ${base.branch} stand at different commits. Set GITHUB_REPOSITORY, or choose another remote with --remote.`
  );
}
async function mayOpen(github, base) {
  const text = { title: "rotate-pr looks whether it may open pull requests", body: "" };
  const tried = await github.create({ ...text, branch: PROBE, base: base.branch, draft: false });
  if (!tried.ok && tried.error.code !== "validation") return tried;
  return ok(void 0);
}

// src/publish/fork.ts
import { setTimeout as sleep } from "node:timers/promises";
var ATTEMPTS = 60;
var WAIT_MS = 5e3;
async function openFork(owner, context) {
  const { options, remote } = context;
  const upstream = options.repository;
  const viewer = owner === "" ? await connectGraphQL(options).viewer() : ok({ login: owner });
  if (!viewer.ok) return viewer;
  const repository = { owner: viewer.value.login, repo: upstream.repo };
  const found = await findFork(repository, context, owner === "" && context.mayMake);
  if (!found.ok) return found;
  const name = `${upstream.owner}/${upstream.repo}`;
  const forkName = `${repository.owner}/${repository.repo}`;
  const url = siblingUrl(remote.url, name, forkName) ?? `${upstream.serverUrl}/${forkName}.git`;
  const git = gitClient(remote.cwd);
  const env = await gitEnvironment({
    git,
    env: context.env,
    pushUrl: url,
    reached: [url],
    token: options.token
  });
  const { shown, secrets } = readRemoteUrl(url);
  const forked = {
    ...remote,
    name: PUSH_REMOTE,
    url,
    reached: url,
    shown,
    env,
    secrets: [...remote.secrets, ...secrets]
  };
  const refs = await readRemote(forked);
  return refs.ok ? ok({ repository, remote: forked, refs: refs.value }) : refs;
}
async function findFork(repository, { options }, mayMake) {
  const { owner, repo } = options.repository;
  const github = connectGitHub({ ...options, repository: { ...options.repository, ...repository } });
  for (let attempt = 0; ; attempt++) {
    const found = await github.repository();
    if (found.ok) {
      const { parent, fullName } = found.value;
      if (parent?.toLowerCase() === `${owner}/${repo}`.toLowerCase()) return ok(void 0);
      return fail("not-a-fork", `${fullName} is no fork of ${owner}/${repo}.`);
    }
    if (found.error.code !== "not-found" || !mayMake || attempt === ATTEMPTS) return found;
    if (attempt === 0) {
      const made = await connectGitHub(options).fork();
      if (!made.ok) return made;
    } else await sleep(WAIT_MS);
  }
}

// src/commands/run/connect.ts
async function connect({ remote: source, base, token }, { env, version, fork, writes }, say) {
  if (source === null) throw new Error("a command that writes was surveyed without its remote");
  const { remote, refs } = source;
  const repository = repositoryOf(env, remote);
  if (!repository.ok) return repository;
  if (token === null) return missingToken();
  const { owner, repo } = repository.value;
  let left = null;
  const plain = {
    repository: repository.value,
    token: token.value,
    version,
    // GitHub's limits are GitHub's: a server on this machine (the demo, a test) has none to wait for
    pacing: !isLoopback(hostOf(repository.value.apiUrl)),
    onWarning: say,
    onLimit: (limit) => {
      left = limit;
    }
  };
  const forked = fork === null ? ok(null) : await openFork(fork, { remote, env, options: plain, mayMake: writes });
  if (!forked.ok) return forked;
  const options = forked.value === null ? plain : { ...plain, head: forked.value.repository };
  const github = connectGitHub(options);
  if (writes) {
    const checked = await preflight(
      {
        github,
        remote,
        refs,
        base,
        token: tokenKind(token.value),
        viewer: env["GITHUB_ACTIONS"] === "true" ? () => connectGraphQL(options).viewer() : null,
        repository: `${owner}/${repo}`,
        unproven: !isRepositoryUrl(env, remote),
        fork: forked.value !== null
      },
      say
    );
    if (!checked.ok) return checked;
  }
  const headOptions = { ...options, repository: { ...repository.value, ...forked.value?.repository } };
  return ok({
    github,
    left: () => left,
    head: forked.value ?? { remote, refs },
    fork: forked.value && `${forked.value.repository.owner}/${forked.value.repository.repo}`,
    graphql: connectGraphQL(options),
    headGraphql: connectGraphQL(headOptions)
  });
}

// src/commands/run/results.ts
function resultFor({ date, base }, pullRequests, skipped, problems) {
  return { schemaVersion: 1, date, base: base.sha, pullRequests, skipped, problems };
}
function describer(planned, units) {
  const assigned = assignEdits(units, planned.edits);
  return (unit, result) => {
    const changes = (assigned.get(unit) ?? []).flatMap((edit) => edit.changes);
    const name = unit.namespace ?? unit.label ?? "";
    return {
      ...result,
      title: result.url === null ? pullRequestTitle(name, changes) : result.title,
      changes
    };
  };
}
function deferredResult(unit, code, reason) {
  return { ...resultOf(closingOf(unit, "nothing-to-rotate"), "deferred", reason), code };
}
function stuckResult(unit, skipped, looked) {
  const seen = looked.seen.get(unit.branch);
  const [open] = seen?.ok ? seen.value.found.open : [];
  const known2 = seen?.ok && open ? seen.value.pullRequests.get(open.number) ?? null : null;
  const why = skipped.find(({ id }) => unit.wanted.has(id))?.message ?? "nothing in it can be rotated now";
  return resultOf(closingOf(unit, "nothing-to-rotate"), "left-alone", `It stays as it is: ${why}.`, known2);
}
function question(requests) {
  return requests === 1 ? "Open or update this pull request?" : `Open or update these ${requests} pull requests?`;
}
function toldProgress(progress, left) {
  switch (progress.step) {
    case "committing":
      return { phase: "building commits", done: 0, total: progress.commits };
    case "pushing":
      return { phase: "pushing branches", done: progress.done, total: progress.total };
    case "pull-request": {
      const { done, total, result } = progress;
      const { namespace, group, outcome, url } = result;
      const name = namespace ?? `group ${group ?? ""}`;
      const limit = left === null ? "" : `, ${left.remaining} requests left of GitHub's limit`;
      return {
        phase: "pull requests",
        done,
        total,
        note: `${name} ${outcome} ${url ?? ""}`.trimEnd() + limit
      };
    }
  }
}
function counted(count, noun, nouns = `${noun}s`) {
  return `${count} ${count === 1 ? noun : nouns}`;
}

export {
  messageWithTrailers,
  readOwnership,
  look,
  resultOf,
  pushBranches,
  isRotateBranch,
  decide,
  whatHinders,
  publish,
  foresee,
  inProgress,
  readValuesBefore,
  closingOf,
  connectGraphQL,
  connect,
  resultFor,
  describer,
  deferredResult,
  stuckResult,
  question,
  toldProgress,
  counted
};
