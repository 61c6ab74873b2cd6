import { createRequire as createRequireOfNode } from 'node:module';import { dirname as dirnameOfNode } from 'node:path';import { fileURLToPath as fileURLToPathOfNode } from 'node:url';const require = createRequireOfNode(import.meta.url);const filenameOfChunk = fileURLToPathOfNode(import.meta.url);const dirnameOfChunk = dirnameOfNode(filenameOfChunk);
import {
  subjectOf,
  surveyTree
} from "./chunk-EJQ2P2PV.js";
import "./chunk-KPQKIXGW.js";
import {
  toJson
} from "./chunk-7OZAT5UJ.js";
import {
  runDoor
} from "./chunk-AOET4JBJ.js";
import "./chunk-2KIT5HX6.js";
import "./chunk-NYGNCS6O.js";
import "./chunk-QWBCUGFF.js";
import "./chunk-TXBWUVQ2.js";
import "./chunk-XNC3SULY.js";
import "./chunk-E5D2VRLW.js";
import "./chunk-XFZATYQS.js";
import "./chunk-JZ6XBEDV.js";
import "./chunk-KNFMCJ2C.js";
import "./chunk-2VDNCQM2.js";
import {
  hasRunOut,
  listOf,
  maxAgeOfKind
} from "./chunk-2VAMA6IS.js";
import {
  KIND_NAMES
} from "./chunk-7CRAZKEU.js";
import "./chunk-CLNRZC4U.js";
import "./chunk-GNH6HFDN.js";
import "./chunk-HHLM6MFS.js";
import "./chunk-UHMPSPEV.js";
import "./chunk-4M4F2YVT.js";
import "./chunk-G4AB7EGA.js";
import "./chunk-VR4ZXF2Q.js";
import {
  originInFile,
  resolveSettings,
  windowAt
} from "./chunk-L6VYHJNY.js";
import "./chunk-F4Z5UIRW.js";
import "./chunk-I7ALLENZ.js";
import "./chunk-JBHNNT7X.js";
import "./chunk-Y65K6MQG.js";
import "./chunk-SERVURPW.js";
import "./chunk-JFE6TSOK.js";
import "./chunk-QW4AHIJS.js";
import {
  ok
} from "./chunk-YRXO237O.js";
import "./chunk-LVIGNXGC.js";

// src/commands/config.ts
async function config(options, say) {
  const read = await surveyTree({ ...options, all: true }, say);
  if (!read.ok) return read;
  const { date, reader, config: file, survey, namespaces } = read.value;
  const rules = rulesInForce(file, subjectsOf(survey, namespaces.facts), date);
  const opening = windowAt(file, options.now);
  return ok({
    schemaVersion: 1,
    date,
    base: reader.commit,
    file: file?.file ?? null,
    settings: [
      ...ageSettings(file, options.maxAgeDays),
      ...scopeSettings(file, options),
      ...openSettings(file, options.settings)
    ],
    rules,
    opening: opening.open ? { open: true, closedUntil: null, reason: null } : {
      open: false,
      closedUntil: opening.closedUntil?.toISOString() ?? null,
      reason: opening.reason
    },
    problems: rules.flatMap(slips)
  });
}
function subjectsOf({ assessments }, facts) {
  return assessments.map(({ credential }) => subjectOf(credential, facts));
}
function rulesInForce(file, subjects, today) {
  if (file === null) return [];
  const entry = (rule) => {
    const found = subjects.filter(rule.matches);
    return {
      list: rule.list,
      file: file.file,
      line: rule.line,
      match: rule.match,
      credentials: found.length,
      namespaces: new Set(found.map(({ cluster, namespace }) => `${cluster}/${namespace}`)).size
    };
  };
  return [
    ...file.overrides.map((rule) => ({
      ...entry(rule),
      maxAgeDays: rule.maxAgeDays,
      reason: null,
      until: null,
      inForce: true
    })),
    ...file.exclude.map((rule) => ({
      ...entry(rule),
      maxAgeDays: null,
      reason: rule.reason,
      until: null,
      inForce: true
    })),
    ...file.snooze.map((rule) => ({
      ...entry(rule),
      maxAgeDays: null,
      reason: rule.reason,
      until: rule.until,
      inForce: !hasRunOut(rule, today)
    }))
  ];
}
function slips({ list, file, line, credentials, inForce: inForce2, until }) {
  const slip = (code, message) => ({ file, line, column: 1, code, message });
  return [
    ...inForce2 ? [] : [slip("snooze-ended", `this snooze ran out on ${until}: take it out`)],
    ...credentials > 0 ? [] : [slip("matches-nothing", `this entry of ${list} matches no credential: is it spelt right?`)]
  ];
}
function ageSettings(file, maxAge) {
  return KIND_NAMES.map((kind) => {
    const { days, key } = maxAgeOfKind(file, kind);
    const setting = maxAge === null ? { value: days, origin: key === null ? { from: "default" } : originInFile(file, key) } : { value: maxAge, origin: { from: "flag", flag: "--max-age" } };
    return inForce(`maxAge.${kind}`, setting);
  });
}
function scopeSettings(file, { selection }) {
  const written = listOf(file?.values.clusters);
  const clusters = selection.clusters.length > 0 ? { value: selection.clusters, origin: { from: "flag", flag: "--cluster" } } : { value: written, origin: originInFile(file, "clusters") };
  const { windows = [], freezes = [] } = file?.values ?? {};
  return [
    inForce("clusters", clusters),
    inForce("windows", { value: windows, origin: originInFile(file, "windows") }),
    inForce("freezes", { value: freezes, origin: originInFile(file, "freezes") })
  ];
}
function openSettings(file, flags) {
  const { stagger, refreshAfterDays, author, ...others } = resolveSettings(file, flags);
  const { enabled, ...rest } = stagger.value;
  const whole = typeof file?.values.stagger === "boolean" ? "stagger" : "stagger.enabled";
  const enabledFrom = stagger.origin.from === "flag" ? stagger.origin : originInFile(file, whole);
  return [
    ...Object.entries(others).map(([key, setting]) => inForce(key, setting)),
    inForce("author", {
      ...author,
      value: author.value === null ? null : `${author.value.name} <${author.value.email}>`
    }),
    inForce("refreshAfter", refreshAfterDays),
    inForce("stagger.enabled", { value: enabled, origin: enabledFrom }),
    ...Object.entries(rest).map(
      ([key, value]) => inForce(`stagger.${key}`, { value, origin: originInFile(file, `stagger.${key}`) })
    )
  ];
}
function inForce(key, { value, origin }) {
  return { key, value, origin: originResult(origin) };
}
function originResult(origin) {
  return {
    from: origin.from,
    flag: origin.from === "flag" ? origin.flag : null,
    file: origin.from === "file" ? origin.file : null,
    line: origin.from === "file" ? origin.line : null
  };
}

// src/cli/verbs/config.ts
function runConfig(flags) {
  return runDoor(
    { ...flags, includeHeld: false, verbose: false },
    {
      run: (options, say) => config({ ...options, base: flags.base }, say),
      render: {
        json: toJson,
        csv: async (result) => (await import("./config-LN6CAO5M.js")).configCsv(result),
        markdown: async (result) => (await import("./config-LN6CAO5M.js")).configMarkdown(result),
        text: async (result, { width, color }) => (await import("./config-SUEF44ZT.js")).configText(result, { width, color, verbose: false })
      },
      exitCode: () => 0
    }
  );
}
export {
  runConfig
};
