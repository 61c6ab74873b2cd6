import { createRequire as createRequireOfNode } from 'node:module';import { dirname as dirnameOfNode } from 'node:path';import { fileURLToPath as fileURLToPathOfNode } from 'node:url';const require = createRequireOfNode(import.meta.url);const filenameOfChunk = fileURLToPathOfNode(import.meta.url);const dirnameOfChunk = dirnameOfNode(filenameOfChunk);
import {
  currentNamespace,
  findRoot
} from "./chunk-QWBCUGFF.js";
import {
  isAlive
} from "./chunk-XNC3SULY.js";
import {
  dayInLondon,
  parseDay
} from "./chunk-E5D2VRLW.js";
import {
  decodeText
} from "./chunk-JZ6XBEDV.js";
import {
  clusterLabel
} from "./chunk-2VDNCQM2.js";
import {
  listOf,
  needsFacts,
  require_picomatch
} from "./chunk-2VAMA6IS.js";
import {
  KINDS
} from "./chunk-7CRAZKEU.js";
import {
  isInShard,
  shardKey
} from "./chunk-I7ALLENZ.js";
import {
  require_mod
} from "./chunk-QW4AHIJS.js";
import {
  fail,
  ok
} from "./chunk-YRXO237O.js";
import {
  __toESM
} from "./chunk-LVIGNXGC.js";

// src/commands/read/tree.ts
var import_fastest_levenshtein = __toESM(require_mod(), 1);

// src/rotation/selection.ts
var import_picomatch = __toESM(require_picomatch(), 1);
function matcher(patterns) {
  if (patterns.length === 0) return () => true;
  const tests = patterns.map((pattern) => (0, import_picomatch.default)(pattern, { dot: true, nonegate: true }));
  return (name) => tests.some((test) => test(name));
}
function isGlob(pattern) {
  return import_picomatch.default.scan(pattern).isGlob;
}
function kindsOf(selection) {
  if (selection.kinds.length > 0) return new Set(selection.kinds);
  return new Set(KINDS.filter((kind) => kind.byDefault).map((kind) => kind.name));
}
function selectsNamespace(selection) {
  const clusters = matcher(selection.clusters);
  const namespaces = matcher(selection.namespaces);
  return (cluster, namespace) => (clusters(cluster) || clusters(cluster.split(".", 1)[0] ?? "")) && namespaces(namespace);
}
function needsFacts2(selection) {
  return selection.teams.length > 0 || selection.production !== null || (selection.shard ?? null) !== null;
}
function isEverywhere(selection) {
  return selection.namespaces.length === 0 && selection.clusters.length === 0 && !needsFacts2(selection);
}
function takesWholeNamespaces({ kinds, modules, due }) {
  return kinds.length === 0 && modules.length === 0 && !due;
}
function selectsFacts(selection, facts) {
  if (selection.production !== null && facts.production !== selection.production) return false;
  const team = matcher(selection.teams);
  return selection.teams.length === 0 || facts.teams.some(team);
}
function selectsModule(selection) {
  const names = matcher(selection.modules);
  const kinds = selection.kinds.length > 0 ? kindsOf(selection) : new Set(KINDS.map((kind) => kind.name));
  return (kind, module) => kinds.has(kind) && names(module);
}
function selectsCredential(selection, purpose) {
  const module = matcher(selection.modules);
  const rotated = kindsOf(selection);
  const reported = selection.kinds.length > 0 ? rotated : new Set(KINDS.map((kind) => kind.name));
  const kinds = purpose === "rotate" ? rotated : reported;
  return (assessment) => kinds.has(assessment.credential.kind) && module(assessment.credential.module) && (!selection.due || assessment.age !== "ok" && isAlive(assessment));
}

// src/commands/read/tree.ts
function openRoot(options) {
  const root = findRoot(options.cwd, options.root);
  return "code" in root ? fail(root.code, root.message) : ok(root);
}
function resolveDate(options) {
  if (options.date === void 0) return ok(dayInLondon(options.now));
  const day = parseDay(options.date);
  if (day !== null) return ok(day);
  return fail(
    "bad-date",
    `--date ${options.date} is not a day of the calendar: write it as yyyy-MM-dd, for example ${dayInLondon(options.now)}.`
  );
}
function resolveSelection(options, root, config = null) {
  const { selection: given } = options;
  const clusters = given.clusters.length > 0 ? given.clusters : listOf(config?.values.clusters);
  const selection = { ...given, clusters };
  const current = saysWhere(options) ? null : currentNamespace(root, options.cwd);
  if (current === null) return { selection, selected: options.selected };
  return {
    selection: { ...selection, namespaces: [current.namespace], clusters: [current.cluster] },
    selected: true
  };
}
function saysWhere({ all, selection }) {
  const { namespaces, clusters, teams, shard } = selection;
  return all === true || [...namespaces, ...clusters, ...teams].length > 0 || Boolean(shard);
}
function isWholeEstate({ folders, all }) {
  return folders.length === all.length;
}
async function selectNamespaces(reader, selection, say, config = null) {
  const selects = selectsNamespace(selection);
  const names = /* @__PURE__ */ new Set();
  const clusters = /* @__PURE__ */ new Set();
  const all = [];
  const folders = await reader.namespaces((cluster, namespace) => {
    names.add(namespace);
    clusters.add(cluster);
    all.push({ cluster, namespace });
    return selects(cluster, namespace);
  });
  const labels = new Set([...clusters].flatMap((cluster) => [cluster, clusterLabel(cluster)]));
  const unknown = findUnknown("cluster", selection.clusters, labels) ?? findUnknown("namespace", selection.namespaces, names);
  if (unknown !== null) return unknown;
  for (const pattern of selection.namespaces) {
    const only = selectsNamespace({ ...selection, namespaces: [pattern] });
    if (!folders.some((folder) => only(folder.cluster, folder.namespace))) {
      say(`no namespace matches --namespace ${pattern}`);
    }
  }
  if (!needsFacts2(selection) && (config === null || !needsFacts(config))) {
    return ok({ folders, all, problems: [], facts: /* @__PURE__ */ new Map() });
  }
  return selectByFacts(reader, selection, folders, all);
}
async function selectByFacts(reader, selection, folders, all) {
  const { readAllMetadata } = await import("./metadata-57WJNHBR.js");
  const metadata = await readAllMetadata(folders, reader);
  const teams = /* @__PURE__ */ new Set();
  const problems = [];
  const factsByFolder = /* @__PURE__ */ new Map();
  const chosen = folders.filter((folder) => {
    const facts = metadata.get(folder.path);
    const ofFolder = [...facts?.teams ?? [], ...facts?.teamName ? [facts.teamName] : []];
    for (const team of ofFolder) teams.add(team);
    const key = shardKey(facts?.application ?? null, folder);
    if (selection.shard && !isInShard(key, selection.shard)) return false;
    const production = facts?.production ?? null;
    factsByFolder.set(folder.path, { production, teams: ofFolder });
    problems.push(...facts?.problems ?? []);
    if (selection.production !== null && production === null && facts?.problems.length === 0) {
      problems.push({
        file: folder.path,
        line: 1,
        column: 1,
        code: "production-unknown",
        message: "no manifest says whether this is production: select it by --namespace"
      });
    }
    return selectsFacts(selection, { production, teams: ofFolder });
  });
  return findUnknown("team", selection.teams, teams) ?? ok({ folders: chosen, all, problems, facts: factsByFolder });
}
function findUnknownModule(selection, assessments) {
  return findUnknown("module", selection.modules, new Set(assessments.map(({ module }) => module.name)));
}
function findUnknown(what, patterns, known) {
  for (const pattern of patterns) {
    if (isGlob(pattern) || known.has(pattern)) continue;
    return fail(`unknown-${what}`, `There is no ${what} ${pattern}${suggestion(pattern, known)}.`);
  }
  return null;
}
function suggestion(word, known) {
  const near = nearest(word, known);
  return near.length === 0 ? "" : `; the nearest ${near.length === 1 ? "is" : "are"} ${near.join(", ")}`;
}
function nearest(word, known) {
  const limit = Math.max(2, Math.floor(word.length / 3));
  return [...known].map((name) => ({ name, score: name.includes(word) ? 1 : (0, import_fastest_levenshtein.distance)(word, name) })).filter(({ score }) => score <= limit).sort((a, b) => a.score - b.score || a.name.localeCompare(b.name)).slice(0, 3).map(({ name }) => name);
}

// src/commands/read/config-file.ts
import { readFileSync, statSync } from "node:fs";
import { resolve } from "node:path";
var CONFIG_FILES = [".github/rotate-pr.yml", ".github/rotate-pr.yaml"];
async function loadConfig(reader, { config: given, cwd }) {
  if (given !== void 0) return readNamed(given, cwd);
  const found = [];
  await reader.read(CONFIG_FILES, (file, content) => {
    if (content instanceof Uint8Array) found.push({ file, content: Uint8Array.from(content) });
    else if (content.code !== "missing") found.push({ file, content });
  });
  const [first, second] = found;
  if (first === void 0) return ok(null);
  if (second !== void 0) {
    return fail("bad-config", `Both ${first.file} and ${second.file} are there: keep one of them.`);
  }
  return readContent(first.file, first.content);
}
function readNamed(file, cwd) {
  const path = resolve(cwd, file);
  const failed = (message) => readContent(file, { code: "unreadable", message });
  try {
    if (!statSync(path).isFile()) return failed("it is no plain file");
    return readContent(file, readFileSync(path));
  } catch (error) {
    const code = error instanceof Error && "code" in error ? String(error.code) : String(error);
    return failed(code === "ENOENT" ? "no such file" : code);
  }
}
async function readContent(file, content) {
  if ("code" in content)
    return fail("bad-config", `The config file ${file} cannot be read: ${content.message}.`);
  const { MAX_CONFIG_BYTES, parseConfig } = await import("./parse-I22Y2IKL.js");
  if (content.length > MAX_CONFIG_BYTES) {
    const most = `${MAX_CONFIG_BYTES / 1024} KB`;
    return fail("bad-config", `The config file ${file} cannot be read: it is larger than ${most}.`);
  }
  const decoded = decodeText(content);
  if ("code" in decoded) {
    const { line, column, message } = decoded;
    return refuse(file, [{ file, line, column, code: "config-syntax", message }]);
  }
  const parsed = parseConfig(decoded.text, file);
  return "config" in parsed ? ok(parsed.config) : refuse(file, parsed.problems);
}
function refuse(file, problems) {
  const found = problems.length === 1 ? "a mistake" : `${problems.length} mistakes`;
  return fail("bad-config", `The config file ${file} has ${found}; nothing was done.`, problems);
}

export {
  isGlob,
  selectsNamespace,
  needsFacts2 as needsFacts,
  isEverywhere,
  takesWholeNamespaces,
  selectsModule,
  selectsCredential,
  CONFIG_FILES,
  loadConfig,
  openRoot,
  resolveDate,
  resolveSelection,
  isWholeEstate,
  selectNamespaces,
  findUnknownModule
};
