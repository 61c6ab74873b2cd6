import { createRequire as createRequireOfNode } from 'node:module';import { dirname as dirnameOfNode } from 'node:path';import { fileURLToPath as fileURLToPathOfNode } from 'node:url';const require = createRequireOfNode(import.meta.url);const filenameOfChunk = fileURLToPathOfNode(import.meta.url);const dirnameOfChunk = dirnameOfNode(filenameOfChunk);

// src/commands/options.ts
var DEFAULT_MAX_AGE_DAYS = 90;

// src/publish/failure.ts
function ok(value) {
  return { ok: true, value };
}
function fail(code, message) {
  return { ok: false, error: { code, message } };
}

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
  });
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
    return fail("bad-max-age", `--max-age takes a whole number of days, not ${flags.maxAge}.`);
  }
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
function selectionArguments(flags) {
  const named = (name, values = []) => values.flatMap((value) => [name, value]);
  return [
    ...named("--namespace", flags.namespace),
    ...named("--cluster", flags.cluster),
    ...named("--kind", flags.kind),
    ...named("--module", flags.module),
    ...named("--team", flags.team),
    ...flags.production === void 0 ? [] : [flags.production ? "--production" : "--no-production"],
    ...flags.maxAge === DEFAULT_MAX_AGE_DAYS ? [] : ["--max-age", String(flags.maxAge)]
  ];
}

export {
  ok,
  fail,
  addCommonFlags,
  addRotationFlags,
  readFlags,
  selectionArguments
};
