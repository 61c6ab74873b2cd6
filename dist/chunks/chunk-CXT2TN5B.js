import { createRequire as createRequireOfNode } from 'node:module';import { dirname as dirnameOfNode } from 'node:path';import { fileURLToPath as fileURLToPathOfNode } from 'node:url';const require = createRequireOfNode(import.meta.url);const filenameOfChunk = fileURLToPathOfNode(import.meta.url);const dirnameOfChunk = dirnameOfNode(filenameOfChunk);
import {
  fail,
  ok
} from "./chunk-Q2CSV7IO.js";

// src/commands/options.ts
var DEFAULT_MAX_AGE_DAYS = 90;

// src/cli/flags.ts
var FORMATS = ["text", "json", "markdown", "csv"];
var KINDS = [
  "serviceaccount",
  "rds",
  "elasticache",
  "hmpps-template"
];
var list = { type: "string", array: true, nargs: 1, requiresArg: true };
function addCommonFlags(argv) {
  return argv.option("namespace", {
    ...list,
    alias: "n",
    group: "Selection:",
    describe: "Namespaces by name or glob; repeatable. Inside a namespace folder: that one"
  }).option("cluster", {
    ...list,
    group: "Selection:",
    describe: "Clusters by folder name, first label or glob"
  }).option("kind", {
    ...list,
    alias: "k",
    group: "Selection:",
    describe: `Kinds: ${KINDS.join(", ")}; default the first three`
  }).option("module", { ...list, alias: "m", group: "Selection:", describe: "Modules by name or glob" }).option("team", { ...list, group: "Selection:", describe: "Namespaces of a team, by name or glob" }).option("production", {
    type: "boolean",
    group: "Selection:",
    describe: "Production namespaces only; --no-production: all others only"
  }).option("due", {
    type: "boolean",
    group: "Selection:",
    describe: "Only what is older than --max-age or was never rotated"
  }).option("max-age", {
    type: "number",
    requiresArg: true,
    default: DEFAULT_MAX_AGE_DAYS,
    group: "Selection:",
    describe: "Days after which a rotation is due"
  }).option("all", { type: "boolean", group: "Selection:", describe: "Everything" }).option("include-held", {
    type: "boolean",
    default: false,
    group: "Selection:",
    describe: "Namespaces on hold too"
  }).option("root", {
    type: "string",
    requiresArg: true,
    describe: "The environments repository; default the git top level above this folder"
  }).option("date", {
    type: "string",
    requiresArg: true,
    describe: "The day to write, yyyy-MM-dd; default today in London"
  }).option("module-versions", {
    type: "string",
    requiresArg: true,
    describe: "JSON file with the latest version of each module; then GitHub is not asked for them"
  }).option("check-versions", {
    type: "boolean",
    default: false,
    describe: "Ask GitHub for the latest versions; plan and open always do"
  }).option("format", { choices: FORMATS, default: "text", describe: "How to print the result" }).option("color", { type: "boolean", describe: "Colours; default on a terminal" }).option("quiet", { type: "boolean", default: false, describe: "No progress and no warnings" }).option("verbose", { type: "boolean", default: false, describe: "List everything, summarise nothing" });
}
function addRotationFlags(argv) {
  return addCommonFlags(argv).option("again", {
    type: "boolean",
    default: false,
    describe: "Rotate once more what was rotated on that day already"
  }).option("force-literal", {
    type: "boolean",
    default: false,
    describe: "Put the date in the place of an expression; ends self-rotation"
  }).option("upgrade", {
    type: "string",
    describe: "Also set ?ref= of what is rotated to the latest version; major steps with --upgrade=major"
  });
}
var REPEATABLE = /* @__PURE__ */ new Set(["namespace", "n", "cluster", "kind", "k", "module", "m", "team", "_"]);
function keepLast(flags) {
  for (const [name, value] of Object.entries(flags)) {
    if (Array.isArray(value) && !REPEATABLE.has(name)) flags[name] = value.at(-1);
  }
}
function readFlags(flags, world) {
  const kinds = [];
  for (const name of flags.kind ?? []) {
    const known = KINDS.find((kind) => kind === name);
    if (known === void 0)
      return fail("unknown-kind", `There is no kind ${name}: the kinds are ${KINDS.join(", ")}.`);
    kinds.push(known);
  }
  if (!Number.isInteger(flags.maxAge) || flags.maxAge < 0) {
    return fail("bad-max-age", "--max-age takes a whole number of days, 0 or more.");
  }
  if (flags.moduleVersions !== void 0 && flags.checkVersions) {
    return fail("usage", "--module-versions and --check-versions exclude each other.");
  }
  const upgrade = readUpgrade("upgrade" in flags ? flags.upgrade : void 0);
  if (!upgrade.ok) return upgrade;
  const { production } = flags;
  const lists = [flags.namespace, flags.cluster, flags.kind, flags.module, flags.team];
  return ok({
    ...world,
    root: flags.root,
    date: flags.date,
    maxAgeDays: flags.maxAge,
    includeHeld: flags.includeHeld,
    again: "again" in flags && flags.again,
    forceLiteral: "forceLiteral" in flags && flags.forceLiteral,
    upgrade: upgrade.value,
    moduleVersions: flags.moduleVersions,
    checkVersions: flags.checkVersions,
    selected: lists.some((names) => names !== void 0) || production !== void 0 || flags.due === true || flags.all === true,
    selection: {
      namespaces: flags.namespace ?? [],
      clusters: flags.cluster ?? [],
      kinds,
      modules: flags.module ?? [],
      teams: flags.team ?? [],
      production: production ?? null,
      due: flags.due ?? false
    }
  });
}
function readUpgrade(given) {
  if (given === void 0 || given === false) return ok(null);
  if (given === "" || given === "minor") return ok("minor");
  if (given === "major") return ok("major");
  return fail("bad-upgrade", `--upgrade stands alone or takes minor or major, not ${given}.`);
}
function selectionArguments(flags) {
  const named = (name, values = []) => values.flatMap((value) => [name, value]);
  const one = (name, value) => value === void 0 ? [] : [name, value];
  const given = (name, value) => value === true ? [name] : [];
  return [
    ...named("--namespace", flags.namespace),
    ...named("--cluster", flags.cluster),
    ...named("--kind", flags.kind),
    ...named("--module", flags.module),
    ...named("--team", flags.team),
    ...flags.production === void 0 ? [] : [flags.production ? "--production" : "--no-production"],
    ...given("--due", flags.due),
    ...flags.maxAge === DEFAULT_MAX_AGE_DAYS ? [] : ["--max-age", String(flags.maxAge)],
    ...given("--all", flags.all),
    ...given("--include-held", flags.includeHeld),
    ...one("--date", flags.date),
    ...given("--again", flags.again),
    ...given("--force-literal", flags.forceLiteral),
    ...typeof flags.upgrade === "string" ? [`--upgrade=${flags.upgrade || "minor"}`] : [],
    ...one("--module-versions", flags.moduleVersions),
    ...given("--check-versions", flags.checkVersions),
    ...one("--root", flags.root),
    ..."again" in flags ? [...one("--base", flags.base), ...one("--remote", flags.remote)] : []
  ];
}

// src/cli/version.ts
import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
function readVersion() {
  let folder = dirname(fileURLToPath(import.meta.url));
  for (; ; ) {
    try {
      const manifest = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
      if (isOurs(manifest)) return manifest.version;
    } catch {
    }
    const above = dirname(folder);
    if (above === folder) return "unknown";
    folder = above;
  }
}
function isOurs(manifest) {
  return typeof manifest === "object" && manifest !== null && "name" in manifest && manifest.name === "rotate-pr" && "version" in manifest && typeof manifest.version === "string";
}

export {
  addCommonFlags,
  addRotationFlags,
  keepLast,
  readFlags,
  selectionArguments,
  readVersion
};
