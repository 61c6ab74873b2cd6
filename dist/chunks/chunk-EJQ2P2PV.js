import { createRequire as createRequireOfNode } from 'node:module';import { dirname as dirnameOfNode } from 'node:path';import { fileURLToPath as fileURLToPathOfNode } from 'node:url';const require = createRequireOfNode(import.meta.url);const filenameOfChunk = fileURLToPathOfNode(import.meta.url);const dirnameOfChunk = dirnameOfNode(filenameOfChunk);
import {
  surveyEstate
} from "./chunk-KPQKIXGW.js";
import {
  findUnknownModule,
  isWholeEstate,
  loadConfig,
  openRoot,
  resolveDate,
  resolveSelection,
  selectNamespaces
} from "./chunk-NYGNCS6O.js";
import {
  describeLatest,
  highestInEstate,
  latestRelease
} from "./chunk-XNC3SULY.js";
import {
  dayInLondon,
  daysBetween
} from "./chunk-E5D2VRLW.js";
import {
  LINK_OUTSIDE,
  MAX_FILE_BYTES,
  SKIPPED_FOLDERS,
  TOO_LARGE,
  compareNames,
  failure,
  isSafePath,
  linkedNamespace
} from "./chunk-KNFMCJ2C.js";
import {
  NAMESPACES,
  namespacePath
} from "./chunk-2VDNCQM2.js";
import {
  exclusionOf,
  maxAgeFor,
  snoozeOf
} from "./chunk-2VAMA6IS.js";
import {
  kindNamed
} from "./chunk-7CRAZKEU.js";
import {
  publishedModule
} from "./chunk-GNH6HFDN.js";
import {
  groupBy
} from "./chunk-SERVURPW.js";
import {
  DEFAULT_MAX_AGE_DAYS
} from "./chunk-JFE6TSOK.js";
import {
  fail,
  ok
} from "./chunk-YRXO237O.js";

// src/commands/read/policy.ts
var NO_FACTS = { production: null, teams: [] };
function policyRules(config, maxAge, facts, today) {
  const maxAgeDays = maxAge ?? DEFAULT_MAX_AGE_DAYS;
  if (config === null) return { maxAgeDays };
  return {
    maxAgeDays,
    policyOf(credential) {
      const subject = subjectOf(credential, facts);
      const excluded = exclusionOf(config, subject);
      const snoozed = snoozeOf(config, subject, today);
      return {
        maxAgeDays: maxAge ?? maxAgeFor(config, subject),
        excluded: excluded === null ? null : exclusionWords(config, excluded),
        snoozed: snoozed === null ? null : snoozeWords(config, snoozed)
      };
    }
  };
}
function subjectOf(credential, facts) {
  const { id, cluster, namespace, kind, module } = credential;
  const known = facts.get(namespacePath(cluster, namespace)) ?? NO_FACTS;
  return { id, cluster, namespace, kind, module, ...known };
}
function exclusionWords({ file }, { line, reason }) {
  return `excluded by ${file}:${line}: ${reason}`;
}
function snoozeWords({ file }, { line, until, reason }) {
  return `put off until ${until} by ${file}:${line}: ${reason}`;
}

// src/commands/read/versions.ts
var MAX_LOOKUPS = 20;
async function versionLearner(options, asking, say) {
  const { moduleVersions: file } = options;
  if (file !== void 0) {
    const { readModuleVersions } = await import("./module-versions-file-OJUITNCY.js");
    const given = await readModuleVersions(options.cwd, file);
    if (!given.ok) return given;
    return ok(async (modules, isWhole) => {
      const latest = highestInEstate(modules, isWhole);
      for (const [kind, version] of given.value) latest.set(kind, version);
      return { latest, variables: /* @__PURE__ */ new Map() };
    });
  }
  return ok(async (modules, isWhole) => {
    const latest = highestInEstate(modules, isWhole);
    const { kinds } = options.selection;
    const concerned = modules.filter(({ kind }) => kinds.length === 0 || kinds.includes(kind.name));
    if (concerned.length === 0) return { latest, variables: /* @__PURE__ */ new Map() };
    return learnFromGitHub(concerned, latest, options, asking, say);
  });
}
function askingOnRequest({ env, checkVersions }) {
  const token = async () => {
    const { findToken } = await import("./token-Y6DVMYER.js");
    return (await findToken(env))?.value ?? null;
  };
  return { asks: checkVersions === true, token };
}
async function learnFromGitHub(modules, estate, { env, now, version = "unknown" }, { asks, token }, say) {
  const [{ cacheFolder, openReleaseCache }, { apiUrlOf }] = await Promise.all([
    import("./release-cache-PIUECPM4.js"),
    import("./repository-3EZV6P5U.js")
  ]);
  const apiUrl = apiUrlOf(env);
  const cache = openReleaseCache(cacheFolder(env), apiUrl);
  let releases = null;
  if (asks) {
    const { connectReleases } = await import("./releases-RNE5EGQH.js");
    releases = connectReleases({ repository: { apiUrl }, token: await token(), version, cache, now });
  }
  const today = dayInLondon(now);
  const latest = new Map(estate);
  const failures = /* @__PURE__ */ new Map();
  const learnOne = async (kind) => {
    const { repository } = kindNamed(kind);
    const asked = await releases?.tags(repository);
    if (asked !== void 0 && !asked.ok) failures.set(kind, asked.error);
    const known = asked?.ok ? latestRelease(asked.value, null) : await readCache(cache, repository, today);
    if (known !== null) latest.set(kind, known);
  };
  await Promise.all([...new Set(modules.map(({ kind }) => kind.name))].map(learnOne));
  if (failures.size > 0) say(failureLine(failures, latest));
  const isCutOff = [...failures.values()].some(({ code }) => HOPELESS.includes(code));
  const variables = releases === null || isCutOff ? /* @__PURE__ */ new Map() : await lookUp(releases, modules);
  return { latest, variables };
}
var HOPELESS = ["unreachable", "rate-limited", "authentication"];
async function readCache(cache, repository, today) {
  const cached = await cache.read(repository);
  if (cached === null) return null;
  const day = dayInLondon(new Date(cached.checkedAt));
  return latestRelease(cached.tags, daysBetween(day, today) > 1 ? day : null);
}
function failureLine(failures, latest) {
  const [first] = failures.values();
  const taken = [...failures.keys()].map((kind) => {
    const known = latest.get(kind);
    return `${kind} ${known === void 0 ? "unknown" : describeLatest(known)}`;
  });
  return `${first?.message ?? ""} Taken as the latest ${failures.size === 1 ? "version" : "versions"}: ${taken.join(", ")}.`;
}
async function lookUp(releases, modules) {
  const bySource = new Map(
    modules.filter(({ version }) => version === null).map((module) => [module.source, module])
  );
  const found = /* @__PURE__ */ new Map();
  let lookups = 0;
  for (const [source, { kind }] of bySource) {
    const published = publishedModule(source);
    if (published === null) continue;
    lookups += 1;
    if (lookups > MAX_LOOKUPS) {
      found.set(source, { found: "unknown", why: `only ${MAX_LOOKUPS} such sources are looked at` });
      continue;
    }
    const declares = await releases.declares(published, kind.variable);
    if (declares.ok) found.set(source, { found: declares.value ? "present" : "absent" });
    else found.set(source, { found: "unknown", why: declares.error.message.replace(/\.$/, "") });
  }
  return found;
}
function upgradeRemarks(changes) {
  const left = changes.flatMap(
    ({ id, notUpgraded }) => notUpgraded === void 0 ? [] : [{ id, message: notUpgraded.message }]
  );
  const byMessage = groupBy(left, ({ message }) => message);
  return [...byMessage].map(([message, [{ id: first }, ...more]]) => {
    const others = more.length === 0 ? "" : ` and ${more.length} more`;
    return `rotated without an upgrade: ${first}${others}: ${message}`;
  });
}

// src/environments/worktree.ts
import {
  closeSync,
  constants,
  lstatSync,
  openSync,
  readdirSync,
  readSync,
  realpathSync,
  statSync
} from "node:fs";
import { join, sep } from "node:path";
function openWorktree(root) {
  const top = realpathSync.native(root);
  const listed = { folders: /* @__PURE__ */ new Set(), irregular: /* @__PURE__ */ new Set() };
  return {
    commit: null,
    async namespaces(wants) {
      return listNamespaces(top, wants, listed);
    },
    async read(paths, each) {
      const read = fileReader(top, listed);
      for (const path of paths) each(path, read(path));
    }
  };
}
function listNamespaces(top, wants, listed) {
  const folders = [];
  for (const cluster of readdirSync(join(top, NAMESPACES), TYPED).sort(byName)) {
    if (!cluster.isDirectory() || cluster.name.startsWith(".")) continue;
    for (const entry of readdirSync(join(top, NAMESPACES, cluster.name), TYPED).sort(byName)) {
      if (entry.name.startsWith(".") || !(entry.isDirectory() || entry.isSymbolicLink())) continue;
      if (!wants(cluster.name, entry.name)) continue;
      const path = namespacePath(cluster.name, entry.name);
      if (entry.isDirectory()) folders.push(listNamespace(top, cluster.name, entry.name, path, listed));
      else folders.push(...linkedNamespace(cluster.name, entry.name));
    }
  }
  return folders;
}
function listNamespace(top, cluster, namespace, path, listed) {
  const files = [];
  const resources = [];
  const entries = listFolder(top, path, listed);
  if (entries === null) resources.push({ path, type: "other", applied: false });
  for (const entry of entries ?? []) {
    const { name } = entry;
    if (name === "resources" && !entry.isFile()) {
      if (entry.isDirectory()) listResources(top, `${path}/resources`, true, listed, resources);
      else resources.push({ path: `${path}/resources`, type: typeOf(entry), applied: false });
    } else if (!entry.isDirectory()) {
      files.push(name);
    }
    if (!entry.isFile()) listed.irregular.add(`${path}/${name}`);
  }
  resources.sort((a, b) => compareNames(a.path, b.path));
  return { cluster, namespace, path, files: files.sort(compareNames), resources };
}
function listResources(top, path, direct, listed, into) {
  const entries = listFolder(top, path, listed);
  if (entries === null) into.push({ path, type: "other", applied: false });
  for (const entry of entries ?? []) {
    const { name } = entry;
    const child = `${path}/${name}`;
    if (!entry.isFile()) listed.irregular.add(child);
    if (!entry.isDirectory()) {
      into.push({ path: child, type: typeOf(entry), applied: direct && !name.startsWith(".") });
    } else if (!SKIPPED_FOLDERS.has(name)) {
      listResources(top, child, false, listed, into);
    }
  }
}
function listFolder(top, path, listed) {
  try {
    const entries = readdirSync(`${top}/${path}`, TYPED);
    listed.folders.add(path);
    return entries;
  } catch (error) {
    return codeOf(error) === "ENOENT" ? [] : null;
  }
}
var OPEN_PLAIN = constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0);
function fileReader(top, listed) {
  let buffer = Buffer.allocUnsafeSlow(64 * 1024);
  function fill(path) {
    const fd = openSync(path, OPEN_PLAIN);
    try {
      let length = 0;
      for (; ; ) {
        const room = buffer.length - length;
        const got = readSync(fd, buffer, length, room, null);
        length += got;
        if (length > MAX_FILE_BYTES) return failure("too-large", TOO_LARGE);
        if (got < room) return buffer.subarray(0, length);
        buffer = grown(buffer);
      }
    } finally {
      closeSync(fd);
    }
  }
  return (path) => {
    try {
      const slash = path.lastIndexOf("/");
      const known = listed.folders.has(path.slice(0, slash)) && !listed.irregular.has(path);
      if (known && isSafeName(path, slash)) return fill(`${top}/${path}`);
      const real = resolveInside(top, path);
      return typeof real === "string" ? fill(real) : real;
    } catch (error) {
      return failure(isMissing(error) ? "missing" : "unreadable", reasonOf(error));
    }
  };
}
function isSafeName(path, slash) {
  const name = path.slice(slash + 1);
  return name !== "" && name !== "." && name !== ".." && (sep === "/" || !name.includes(sep));
}
function resolveInside(top, path) {
  if (!isSafePath(path)) return failure("outside-root", "the path leads out of the repository");
  const link = lstatSync(`${top}/${path}`).isSymbolicLink();
  const real = link ? leadsTo(`${top}/${path}`) : realpathSync.native(`${top}/${path}`);
  if (real === null) return failure("unreadable", "a symbolic link that leads to nothing");
  const inside = top.endsWith(sep) ? top : top + sep;
  const parts = real.slice(inside.length).split(sep);
  if (!real.startsWith(inside) || parts.includes(".git")) {
    return failure("outside-root", LINK_OUTSIDE);
  }
  const what = statSync(real);
  if (what.isFile()) return real;
  const kind = what.isDirectory() ? "a folder" : "no plain file";
  return failure("unreadable", link ? `a symbolic link to ${kind}` : `it is ${kind}`);
}
function leadsTo(link) {
  try {
    return realpathSync.native(link);
  } catch (error) {
    if (codeOf(error) === "ENOENT") return null;
    throw error;
  }
}
function isMissing(error) {
  return ["ENOENT", "ENOTDIR"].includes(codeOf(error));
}
function grown(buffer) {
  const larger = Buffer.allocUnsafeSlow(Math.min(buffer.length * 4, MAX_FILE_BYTES + 1));
  buffer.copy(larger);
  return larger;
}
var TYPED = { withFileTypes: true };
function byName(a, b) {
  return compareNames(a.name, b.name);
}
function typeOf(entry) {
  if (entry.isFile()) return "file";
  return entry.isSymbolicLink() ? "symlink" : "other";
}
function codeOf(error) {
  return error instanceof Error && "code" in error ? String(error.code) : "";
}
function reasonOf(error) {
  const code = codeOf(error);
  const words = {
    EACCES: "permission denied",
    EPERM: "permission denied",
    ENOENT: "no such file",
    ENOTDIR: "no such file",
    ELOOP: "a symbolic link that leads to itself, or that was put there while files were read",
    EISDIR: "it is a folder",
    EMFILE: "too many open files"
  };
  return words[code] ?? `cannot be read (${code || "unknown error"})`;
}

// src/commands/read/select.ts
async function surveySelected(reader, root, date, options, say, asking = askingOnRequest(options)) {
  const learn = await versionLearner(options, asking, say);
  if (!learn.ok) return learn;
  const config = await loadConfig(reader, options);
  if (!config.ok) return config;
  const { selection, selected } = resolveSelection(options, root, config.value);
  const namespaces = await selectNamespaces(reader, selection, say, config.value);
  if (!namespaces.ok) {
    return options.selection.clusters === selection.clusters ? namespaces : blameConfig(config.value, namespaces.error);
  }
  const policy = policyRules(config.value, options.maxAgeDays, namespaces.value.facts, date);
  const rules = { today: date, includeHeld: options.includeHeld, ...policy };
  const survey = await surveyEstate(
    reader,
    namespaces.value.folders,
    rules,
    (modules) => learn.value(modules, isWholeEstate(namespaces.value)),
    (done, total) => say.progress?.({ phase: "reading namespaces", done, total })
  );
  const unknown = findUnknownModule(selection, survey.assessments);
  if (unknown !== null) return unknown;
  const problems = [...namespaces.value.problems, ...survey.problems];
  return ok({
    config: config.value,
    selection,
    selected,
    namespaces: namespaces.value,
    survey: { ...survey, problems }
  });
}
function blameConfig(config, { code, message }) {
  const line = config?.lines.get("clusters");
  if (config === null || line === void 0 || code !== "unknown-cluster") return fail(code, message);
  return fail(code, `${config.file}:${line}: ${message}`);
}
async function surveyTree(options, say) {
  const root = openRoot(options);
  if (!root.ok) return root;
  const date = resolveDate(options);
  if (!date.ok) return date;
  const reader = await openReader(root.value, options.base);
  if (!reader.ok) return reader;
  const read = await surveySelected(reader.value, root.value.root, date.value, options, say);
  return read.ok ? ok({ root: root.value, date: date.value, reader: reader.value, ...read.value }) : read;
}
async function openReader(root, base) {
  if (base === void 0) return ok(openWorktree(root.root));
  const { resolveCommit } = await import("./resolve-OJ6SDGL5.js");
  const commit = await resolveCommit(root.root, base);
  if (commit === null) return fail("unknown-base", `--base ${base} is no commit of this repository.`);
  const { openCommit } = await import("./commit-TFPSZILV.js");
  return ok(await openCommit(root.root, commit, { prefix: root.prefix }));
}

export {
  subjectOf,
  upgradeRemarks,
  surveySelected,
  surveyTree
};
