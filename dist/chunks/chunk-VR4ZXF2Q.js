import { createRequire as createRequireOfNode } from 'node:module';import { dirname as dirnameOfNode } from 'node:path';import { fileURLToPath as fileURLToPathOfNode } from 'node:url';const require = createRequireOfNode(import.meta.url);const filenameOfChunk = fileURLToPathOfNode(import.meta.url);const dirnameOfChunk = dirnameOfNode(filenameOfChunk);
import {
  KINDS,
  REPEATABLE
} from "./chunk-L6VYHJNY.js";
import {
  MAX_SHARDS,
  parseShard
} from "./chunk-I7ALLENZ.js";
import {
  fail,
  ok
} from "./chunk-YRXO237O.js";

// src/cli/flags.ts
function keepLast(flags) {
  for (const [name, value] of Object.entries(flags)) {
    if (Array.isArray(value) && !isRepeatable(name)) flags[name] = value.at(-1);
  }
}
function isRepeatable(name) {
  return name === "_" || REPEATABLE.has(name);
}
function readFlags(flags, world) {
  const kinds = [];
  for (const name of flags.kind ?? []) {
    const known = KINDS.find((kind) => kind === name);
    if (known === void 0)
      return fail("unknown-kind", `There is no kind ${name}: the kinds are ${KINDS.join(", ")}.`);
    kinds.push(known);
  }
  if (flags.maxAge !== void 0 && (!Number.isInteger(flags.maxAge) || flags.maxAge < 0 || flags.maxAge > 36500)) {
    return fail("bad-max-age", "--max-age takes a whole number of days, 0 or more.");
  }
  if (flags.moduleVersions !== void 0 && flags.checkVersions) {
    return fail("usage", "--module-versions and --check-versions exclude each other.");
  }
  const shard = flags.shard === void 0 ? null : parseShard(flags.shard);
  if (shard === null && flags.shard !== void 0) {
    return fail(
      "bad-shard",
      `--shard takes a part and their number, such as 1/4, not ${flags.shard}; at most ${MAX_SHARDS} parts.`
    );
  }
  const upgrade = readUpgrade("upgrade" in flags ? flags.upgrade : void 0);
  if (!upgrade.ok) return upgrade;
  const { production } = flags;
  const lists = [flags.namespace, flags.cluster, flags.kind, flags.module, flags.team];
  return ok({
    ...world,
    root: flags.root,
    date: flags.date,
    maxAgeDays: flags.maxAge ?? null,
    config: flags.config,
    includeHeld: flags.includeHeld,
    again: "again" in flags && flags.again,
    forceLiteral: "forceLiteral" in flags && flags.forceLiteral,
    upgrade: upgrade.value,
    moduleVersions: flags.moduleVersions,
    checkVersions: flags.checkVersions,
    all: flags.all,
    selected: lists.some((names) => names !== void 0) || production !== void 0 || flags.due === true || flags.all === true,
    selection: {
      namespaces: flags.namespace ?? [],
      clusters: flags.cluster ?? [],
      kinds,
      modules: flags.module ?? [],
      teams: flags.team ?? [],
      production: production ?? null,
      due: flags.due ?? false,
      shard
    }
  });
}
function pickedArguments(choices) {
  const clusters = [...new Set(choices.map(({ cluster }) => cluster.split(".", 1)[0]))];
  const names = [...new Set(choices.map(({ namespace }) => namespace))];
  return [
    ...names.flatMap((name) => ["--namespace", name]),
    ...clusters.length === 1 ? ["--cluster", clusters[0]] : []
  ];
}
function readUpgrade(given) {
  if (given === void 0 || given === false) return ok(null);
  if (given === "" || given === "minor") return ok("minor");
  if (given === "major") return ok("major");
  return fail("bad-upgrade", `--upgrade stands alone or takes minor or major, not ${given}.`);
}
function requestArguments({ group, incident, reason }) {
  return [
    ...group === "namespace" ? [] : ["--group", group],
    ...incident ? ["--incident"] : [],
    ...reason === void 0 ? [] : ["--reason", reason]
  ];
}
function remoteArguments({ base, remote, fork }) {
  return [
    ...base === void 0 ? [] : ["--base", base],
    ...remote === void 0 ? [] : ["--remote", remote],
    ...fork === void 0 ? [] : [fork === "" ? "--fork" : `--fork=${fork}`]
  ];
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
    ...flags.maxAge === void 0 ? [] : ["--max-age", String(flags.maxAge)],
    ...given("--all", flags.all),
    ...one("--shard", flags.shard),
    ...given("--include-held", flags.includeHeld),
    ...one("--date", flags.date),
    ...given("--again", flags.again),
    ...given("--force-literal", flags.forceLiteral),
    ...typeof flags.upgrade === "string" ? [`--upgrade=${flags.upgrade || "minor"}`] : [],
    ...one("--module-versions", flags.moduleVersions),
    ...given("--check-versions", flags.checkVersions),
    ...one("--config", flags.config),
    ...one("--root", flags.root),
    ..."again" in flags ? [...one("--base", flags.base), ...one("--remote", flags.remote)] : [],
    ..."group" in flags ? requestArguments(flags) : []
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
  keepLast,
  readFlags,
  pickedArguments,
  remoteArguments,
  selectionArguments,
  readVersion
};
