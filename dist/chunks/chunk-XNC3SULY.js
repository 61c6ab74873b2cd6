import { createRequire as createRequireOfNode } from 'node:module';import { dirname as dirnameOfNode } from 'node:path';import { fileURLToPath as fileURLToPathOfNode } from 'node:url';const require = createRequireOfNode(import.meta.url);const filenameOfChunk = fileURLToPathOfNode(import.meta.url);const dirnameOfChunk = dirnameOfNode(filenameOfChunk);
import {
  daysBetween,
  meansNever,
  readDate
} from "./chunk-E5D2VRLW.js";
import {
  KINDS,
  argumentValue
} from "./chunk-7CRAZKEU.js";
import {
  positionAt
} from "./chunk-CLNRZC4U.js";
import {
  findAttribute,
  findBlocks,
  literalString
} from "./chunk-4M4F2YVT.js";
import {
  compareVersions,
  stepBetween,
  versionOf
} from "./chunk-G4AB7EGA.js";

// src/rotation/versions.ts
function latestRelease(tags, asOf) {
  let highest = null;
  for (const tag of tags) {
    const version = versionOf(tag);
    if (version === null) continue;
    if (highest === null || compareVersions(version, highest.version) > 0) highest = { version, tag };
  }
  const origin = asOf === null ? "GitHub" : `GitHub, as of ${asOf}`;
  return highest === null ? null : { ...highest, from: "github", origin, tags };
}
function highestInEstate(modules, isWholeEstate) {
  const origin = isWholeEstate ? "highest in this repository" : "highest in the namespaces read";
  const highest = /* @__PURE__ */ new Map();
  for (const { kind, version, ref } of modules) {
    if (version === null) continue;
    const known = highest.get(kind.name);
    if (known !== void 0 && compareVersions(version, known.version) <= 0) continue;
    highest.set(kind.name, { version, tag: ref ?? version, from: "estate", origin, tags: [] });
  }
  return highest;
}
function releasesAbove(version, { version: latest, tags }) {
  const between = tags.flatMap((tag) => {
    const each = versionOf(tag);
    if (each === null || compareVersions(each, version) <= 0 || compareVersions(each, latest) > 0) return [];
    return [{ tag, version: each }];
  });
  return between.sort((a, b) => compareVersions(a.version, b.version)).map(({ tag }) => tag);
}
function describeLatest({ version, origin }) {
  return `${version} (${origin})`;
}

// src/rotation/references.ts
var REFERENCE = /^(?:(?<name>(?:var|local)\.[\p{ID_Start}_][\p{ID_Continue}-]*)|"\$\{\s*(?<quoted>(?:var|local)\.[\p{ID_Start}_][\p{ID_Continue}-]*)\s*\}")$/u;
var MAX_STEPS = 10;
var EMPTY_SCOPE = { definitions: /* @__PURE__ */ new Map(), uses: /* @__PURE__ */ new Map() };
function referenceIn(text, range) {
  const groups = REFERENCE.exec(text.slice(range.start, range.end))?.groups;
  return groups?.name ?? groups?.quoted ?? null;
}
function buildScope(files, assignments) {
  const definitions = /* @__PURE__ */ new Map();
  const define = (name, definition) => {
    const known = definitions.get(name);
    if (known === void 0) definitions.set(name, definition);
    else
      definitions.set(name, { kind: "unknown", message: `${name} is defined more than once in this folder` });
  };
  for (const file of files) {
    for (const [i, block] of findBlocks(file.scan.body, "locals").entries()) {
      for (const item of block.body) {
        if (item.type !== "attribute") continue;
        const { name, expression } = item;
        define(`local.${name}`, { kind: "expression", file, expression, path: ["locals", i, name] });
      }
    }
    const seen = /* @__PURE__ */ new Map();
    for (const block of findBlocks(file.scan.body, "variable")) {
      const name = block.labels[0]?.text ?? "";
      const occurrence = seen.get(name) ?? 0;
      seen.set(name, occurrence + 1);
      const attribute = findAttribute(block.body, "default");
      const place = placeOf(file, block.start);
      define(
        `var.${name}`,
        attribute === null ? {
          kind: "unknown",
          message: `var.${name} (${place}) has no default: its value is set from outside`
        } : {
          kind: "expression",
          file,
          expression: attribute.expression,
          path: ["variable", name, occurrence, "default"]
        }
      );
    }
  }
  for (const file of assignments) {
    for (const item of file.scan.body) {
      if (item.type !== "attribute") continue;
      const place = placeOf(file, item.start);
      definitions.set(`var.${item.name}`, {
        kind: "unknown",
        message: `var.${item.name} is set in ${place}: change it there`
      });
    }
  }
  return { definitions, uses: findUses(files) };
}
var USE = /\b(?:var|local)\.[\p{ID_Start}_][\p{ID_Continue}-]*/gu;
var DATE_LINE = new RegExp(`^\\s*(?:${KINDS.map((kind) => kind.variable).join("|")})\\s*=`);
var LONGEST_START = 200;
function findUses(files) {
  const uses = /* @__PURE__ */ new Map();
  for (const { path, text, scan } of files) {
    const { comments } = scan;
    let comment = 0;
    let line = 1;
    let lineStart = 0;
    for (const match of text.matchAll(USE)) {
      while (comment < comments.length && comments[comment].end <= match.index) comment += 1;
      if (comment < comments.length && comments[comment].start <= match.index) continue;
      for (let end = text.indexOf("\n", lineStart); end !== -1 && end < match.index; ) {
        line += 1;
        lineStart = end + 1;
        end = text.indexOf("\n", lineStart);
      }
      if (DATE_LINE.test(text.slice(lineStart, Math.min(match.index, lineStart + LONGEST_START)))) continue;
      const places = uses.get(match[0]) ?? [];
      places.push(`${path}:${line}`);
      uses.set(match[0], places);
    }
  }
  return uses;
}
function follow(file, expression, path, scope) {
  let at = { file, expression, path };
  const via = [];
  const chain = [];
  for (; ; ) {
    const reference = referenceIn(at.file.text, at.expression);
    if (reference === null) return { ...at, via, chain, stopped: null };
    if (via.includes(reference) || via.length >= MAX_STEPS) {
      return { ...at, via, chain, stopped: `${reference} leads back to itself` };
    }
    via.push(reference);
    const definition = scope.definitions.get(reference);
    if (definition === void 0) {
      return { ...at, via, chain, stopped: `${reference} is defined nowhere in this folder` };
    }
    if (definition.kind === "unknown") return { ...at, via, chain, stopped: definition.message };
    at = definition;
    chain.push(placeOf(at.file, at.expression.start));
  }
}
function resolveString(file, expression, path, scope) {
  const trail = follow(file, expression, path, scope);
  const { text } = trail.file;
  const written = text.slice(trail.expression.start, trail.expression.end).replace(/\s+/g, " ");
  const { via } = trail;
  if (trail.stopped !== null) return { found: "computed", written, message: trail.stopped, via };
  const literal = literalString(text, trail.expression);
  if (literal === null) {
    const place = placeOf(trail.file, trail.expression.start);
    return {
      found: "computed",
      written,
      message: `${written} (${place}) is no plain string: change the date there by hand`,
      via
    };
  }
  const steps = new Set(trail.chain);
  const otherUses = via.flatMap((name) => scope.uses.get(name) ?? []).filter((place) => !steps.has(place));
  return { found: "literal", ...literal, file: trail.file, path: trail.path, via, otherUses };
}
function resolveValue(file, expression, scope) {
  const trail = follow(file, expression, [], scope);
  if (trail.stopped !== null) return null;
  const { text } = trail.file;
  const literal = literalString(text, trail.expression);
  if (literal !== null) return literal.value;
  const written = text.slice(trail.expression.start, trail.expression.end);
  return /^(?:true|false|null|-?\d+(?:\.\d+)?)$/.test(written) ? written : null;
}
function placeOf({ path, text }, offset) {
  return `${path}:${positionAt(text, offset).line}`;
}

// src/history/examine.ts
function examineVersion(module, versions) {
  const { kind, version } = module;
  const latest = versions.latest.get(kind.name);
  if (version === null) return [examineRef(module, versions)];
  if (compareVersions(version, kind.since) < 0) {
    const message2 = `module version ${version} has no ${kind.variable}: upgrade it to ${goal(module, latest)} first`;
    return [{ effect: "blocked", code: "version-too-old", message: message2 }];
  }
  if (latest === void 0 || compareVersions(version, latest.version) >= 0) return [];
  const message = `module version ${version}, latest is ${describeLatest(latest)}${distance(version, latest)}`;
  return [{ effect: "warning", code: "version-behind", message }];
}
function examineRef(module, { latest, variables }) {
  const { kind, ref, source } = module;
  const what = ref === null ? "the source names no version" : `${ref} is a branch, commit or pre-release, not a version`;
  const finding = variables.get(source);
  switch (finding?.found) {
    case "present":
      return {
        effect: "warning",
        code: "variable-found",
        message: `${what}; GitHub has ${kind.variable} there`
      };
    case "absent": {
      const to = goal(module, latest.get(kind.name));
      const message = `${what}; GitHub has no ${kind.variable} there: change the source to ${to} first`;
      return { effect: "blocked", code: "variable-missing", message };
    }
    case "unknown":
    case void 0: {
      const why = finding === void 0 ? "" : ` (${finding.why})`;
      const message = `${what}: whether the module has ${kind.variable} is not known${why}`;
      return { effect: "warning", code: "version-unknown", message };
    }
  }
}
function goal({ kind }, latest) {
  return latest === void 0 || compareVersions(latest.version, kind.since) < 0 ? kind.since : describeLatest(latest);
}
function distance(version, latest) {
  const releases = releasesAbove(version, latest).length;
  const parts = [
    ...stepBetween(version, latest.version) === "major" ? ["a major step"] : [],
    ...releases === 0 ? [] : [`${releases} ${releases === 1 ? "release" : "releases"} behind`]
  ];
  return parts.length === 0 ? "" : `: ${parts.join(", ")}`;
}

// src/rotation/judge.ts
function judge(module, place, rules) {
  const date = findDate(module, place);
  const policy = policyFor(module, place, rules);
  const { maxAgeDays } = policy;
  const age = judgeAge(date, rules.today, maxAgeDays);
  const findings = [
    ...examineFile(place),
    ...examineDate(module, date),
    ...examineVersion(module, rules.versions)
  ];
  findings.push(...examineBlock(module, place), ...examinePolicy(policy));
  const holds = holdsOn(place, policy);
  const held = holds.length > 0 && !rules.includeHeld;
  const credential = {
    id: place.id,
    cluster: place.cluster,
    namespace: place.namespace,
    file: place.file.path,
    line: place.line,
    kind: module.kind.name,
    module: module.name,
    source: module.source,
    version: module.version,
    latestVersion: rules.versions.latest.get(module.kind.name)?.version ?? null,
    variable: module.kind.variable,
    value: date.found === "literal" ? date.value : null,
    rotatedOn: age.rotatedOn,
    ageDays: age.rotatedOn === null ? null : daysBetween(age.rotatedOn, rules.today),
    maxAgeDays,
    state: decideState(findings, place, held, age.state),
    reasons: reasonsOf(findings, place, holds, isExempt(findings) ? null : age.reason)
  };
  const obstacles = obstaclesOf(findings, place, held ? holds : []);
  return { credential, module, file: place.file, date, obstacles, age: age.state };
}
function policyFor(module, { id, cluster, namespace }, rules) {
  const { maxAgeDays, policyOf } = rules;
  if (policyOf === void 0) return { maxAgeDays, excluded: null, snoozed: null };
  return policyOf({ id, cluster, namespace, kind: module.kind.name, module: module.name });
}
function examinePolicy({ excluded }) {
  return excluded === null ? [] : [{ effect: "exempt", code: EXCLUDED, message: excluded }];
}
var EXCLUDED = "excluded";
function holdsOn({ hold }, { snoozed }) {
  return [
    ...hold === null ? [] : [{ code: "namespace-held", message: hold }],
    ...snoozed === null ? [] : [{ code: "snoozed", message: snoozed }]
  ];
}
function isAlive({ credential, obstacles }) {
  return credential.state !== "exempt" || obstacles[0]?.code === EXCLUDED;
}
function decideState(findings, place, held, byAge) {
  if (place.unusable !== null) return "blocked";
  if (isExempt(findings)) return "exempt";
  if (findings.some((finding) => finding.effect === "blocked")) return "blocked";
  return held ? "held" : byAge;
}
function isExempt(findings) {
  return findings.some((finding) => finding.effect === "exempt");
}
function obstaclesOf(findings, place, holds) {
  if (place.unusable !== null) return [place.unusable];
  const of = (effect) => findings.filter((finding) => finding.effect === effect);
  return [...of("exempt"), ...of("blocked"), ...holds].map(({ code, message }) => ({ code, message }));
}
var EFFECT_ORDER = { exempt: 0, blocked: 1, warning: 3 };
function reasonsOf(findings, place, holds, age) {
  if (place.unusable !== null) return [{ code: place.unusable.code, message: place.unusable.message }];
  const ordered = findings.map(({ effect, code, message }) => ({
    order: EFFECT_ORDER[effect],
    code,
    message
  }));
  ordered.push(...holds.map((hold) => ({ order: 2, ...hold })));
  if (age !== null) ordered.push({ order: 2.5, ...age });
  return ordered.sort((a, b) => a.order - b.order).map(({ code, message }) => ({ code, message }));
}
function examineFile(place) {
  const findings = [];
  if (!place.applied) {
    findings.push({
      effect: "exempt",
      code: "not-applied",
      message: "the pipeline applies only the .tf files directly in resources/"
    });
  }
  return findings;
}
function examineBlock({ kind, block }, { file, scope }) {
  const resolve = (expression) => resolveValue(file, expression, scope);
  const module = { text: file.text, block, resolve };
  const findings = kind.examine(module);
  if (isExempt(findings) || argumentValue(module, "count") !== "0") return findings;
  const message = "count is 0: there is nothing to rotate until it is made";
  return [...findings, { effect: "warning", code: "count-zero", message }];
}
function findDate(module, { file, scope }) {
  if (module.date === null) return { found: "absent" };
  const path = ["module", module.name, module.occurrence, module.kind.variable];
  return resolveString(file, module.date.expression, path, scope);
}
function isUnsetDate(date) {
  return date.found === "absent" || date.found === "computed" && date.written === "null" && date.via.length === 0;
}
function writtenValue(date) {
  if (date.found === "literal") return date.value;
  return date.found === "absent" || isUnsetDate(date) ? null : date.written;
}
function examineDate(module, date) {
  if (isUnsetDate(date) || date.found === "absent") return [];
  if (date.found === "literal") {
    const from = date.via[date.via.length - 1];
    if (from === void 0) return [];
    const others = date.otherUses.length === 0 ? "" : `; ${from} is also used in ${date.otherUses.join(", ")}`;
    const message = `the date is that of ${from} in ${date.file.path} and is changed there${others}`;
    return [{ effect: "warning", code: "date-by-reference", message }];
  }
  if (/\btime_rotating\./.test(date.written)) {
    return [{ effect: "exempt", code: "rotates-itself", message: `Terraform rotates it by ${date.written}` }];
  }
  return [{ effect: "blocked", code: "not-a-literal", message: `${module.kind.variable}: ${date.message}` }];
}
function judgeAge(date, today, maxAgeDays) {
  if (isUnsetDate(date) || date.found === "absent") {
    return {
      rotatedOn: null,
      state: "never",
      reason: { code: "never-rotated", message: "no rotation date is set" }
    };
  }
  if (date.found === "computed") return { rotatedOn: null, state: "due", reason: null };
  const { value } = date;
  if (meansNever(value)) {
    const message = `${JSON.stringify(value)} is a placeholder, not a rotation`;
    return { rotatedOn: null, state: "never", reason: { code: "placeholder-date", message } };
  }
  const rotatedOn = readDate(value);
  if (rotatedOn === null) {
    const message = `${JSON.stringify(value)} cannot be read as a date`;
    return { rotatedOn, state: "due", reason: { code: "unreadable-date", message } };
  }
  const ageDays = daysBetween(rotatedOn, today);
  if (ageDays < 0) {
    const message = `${JSON.stringify(value)} is ${-ageDays} days in the future`;
    return { rotatedOn, state: "ok", reason: { code: "future-date", message } };
  }
  if (ageDays > maxAgeDays) {
    const message = `rotated ${ageDays} days ago, ${maxAgeDays} are allowed`;
    return { rotatedOn, state: "due", reason: { code: "older-than-max-age", message } };
  }
  return { rotatedOn, state: "ok", reason: null };
}

export {
  latestRelease,
  highestInEstate,
  releasesAbove,
  describeLatest,
  EMPTY_SCOPE,
  referenceIn,
  buildScope,
  resolveString,
  resolveValue,
  judge,
  isAlive,
  writtenValue
};
