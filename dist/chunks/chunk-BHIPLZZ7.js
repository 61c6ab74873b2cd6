import { createRequire as createRequireOfNode } from 'node:module';import { dirname as dirnameOfNode } from 'node:path';import { fileURLToPath as fileURLToPathOfNode } from 'node:url';const require = createRequireOfNode(import.meta.url);const filenameOfChunk = fileURLToPathOfNode(import.meta.url);const dirnameOfChunk = dirnameOfNode(filenameOfChunk);
import {
  byAge,
  folderOf,
  pace
} from "./chunk-SYWRY25U.js";
import {
  addDays,
  dayInLondon
} from "./chunk-E5D2VRLW.js";
import {
  branchName
} from "./chunk-2VDNCQM2.js";
import {
  groupBy
} from "./chunk-SERVURPW.js";

// src/rotation/stagger.ts
function applicationKey(application, own, { notOneApplication }) {
  const name = normal(application ?? "");
  const shared = notOneApplication.some((each) => normal(each) === name);
  return name === "" || shared ? ` ${own}` : name;
}
function normal(name) {
  return name.trim().replace(/\s+/g, " ").toLowerCase();
}
var BEGUN_TODAY = "was begun today";
function stagger(waiting, facts) {
  const admitted = [];
  const deferred = [];
  for (const [application, ofApplication] of groupBy(waiting, ({ application: application2 }) => application2)) {
    const begun = facts.today.get(application) ?? [];
    const [first, ...others] = [...ofApplication].sort(
      (a, b) => Number(begun.includes(b.key)) - Number(begun.includes(a.key)) || Number(isProduction(a)) - Number(isProduction(b)) || byAge(a, b)
    );
    if (first === void 0) continue;
    const today = begun.find((key) => key !== first.key);
    const open = isProduction(first) ? facts.open.get(application) : void 0;
    const reason = today !== void 0 ? `Another environment of its application, ${today}, ${BEGUN_TODAY}.` : open !== void 0 ? `It is production, and the pull request of ${open} is still open.` : null;
    const code = today === void 0 && open !== void 0 ? "production" : "application";
    if (reason === null) admitted.push(first);
    else deferred.push({ one: first, code, reason });
    const before = `${first.key} of its application comes first, on another day.`;
    deferred.push(...others.map((one) => ({ one, code, reason: reason ?? before })));
  }
  return { admitted, deferred };
}
function isProduction({ production }) {
  return production !== false;
}

// src/commands/run/stagger.ts
var HOUR_MS = 60 * 60 * 1e3;
async function takeTurns(units, context) {
  const { read, sightings, settings, now } = context;
  if (settings.incident !== null) return { admitted: units, deferred: [] };
  const mayNow = units.filter((unit) => settings.closed === null || unit.askedByName === true);
  const waiting = mayNow.map((unit) => ({ unit, key: keyOf(unit.branch), oldest: unit.oldest }));
  const rules = staggerRules(read, settings);
  const staggered = rules === null ? { admitted: waiting, deferred: [] } : await apart(waiting, rules, context);
  const paced = pace(staggered.admitted, settings.pacing, pacingFacts(sightings, now));
  return {
    admitted: paced.admitted.map(({ unit }) => unit),
    deferred: [
      ...[...paced.deferred, ...staggered.deferred].map(({ one, ...why }) => ({ one: one.unit, ...why })),
      ...units.filter((unit) => !mayNow.includes(unit)).map((one) => ({ one, code: "window", reason: settings.closed ?? "" }))
    ]
  };
}
function staggerRules(read, { stagger: rules, grouping, incident }) {
  const { due, namespaces } = read.selection;
  return due && namespaces.length === 0 && grouping === "namespace" && incident === null ? rules : null;
}
async function apart(waiting, rules, { read, sightings, now }) {
  const { readAllMetadata } = await import("./metadata-57WJNHBR.js");
  const folders = await read.reader.namespaces(() => true);
  const metadata = await readAllMetadata(folders, read.reader);
  const environments = waiting.map((one) => {
    const facts = metadata.get(one.unit.folders[0]?.path ?? "");
    const application = applicationKey(facts?.application ?? null, one.key, rules);
    return { ...one, application, production: facts?.production ?? null };
  });
  return stagger(environments, staggerFacts(read, folders, metadata, sightings, rules, now));
}
function staggerFacts(read, folders, metadata, { open, closed }, rules, now) {
  const today = /* @__PURE__ */ new Map();
  const openNow = /* @__PURE__ */ new Map();
  const day = dayInLondon(now);
  const rotated = rotatedToday(read);
  const since = addDays(day, -rules.holdProductionDays);
  const begun = ({ createdAt, mergedAt }) => isOn(createdAt, day) || mergedAt !== null && isOn(mergedAt, day);
  for (const { cluster, namespace, path } of folders) {
    const named = branchName(cluster, namespace);
    if (!("branch" in named)) continue;
    const { branch } = named;
    const facts = metadata.get(path);
    const key = keyOf(branch);
    const application = applicationKey(facts?.application ?? null, key, rules);
    const ofBranch = open.get(branch) ?? [];
    if (rotated.has(`${cluster}/${namespace}`) || [...ofBranch, ...closed.get(branch) ?? []].some(begun)) {
      today.set(application, [...today.get(application) ?? [], key]);
    }
    const young = ofBranch.some(({ createdAt }) => dayInLondon(new Date(createdAt)) > since);
    if (young && facts?.production === false) openNow.set(application, key);
  }
  return { today, open: openNow };
}
function rotatedToday({ survey, date }) {
  const found = /* @__PURE__ */ new Set();
  for (const { credential } of survey.assessments) {
    if (credential.rotatedOn === date) found.add(folderOf(credential.file).slice("namespaces/".length));
  }
  return found;
}
function isOn(instant, day) {
  return instant !== "" && dayInLondon(new Date(instant)) === day;
}
function pacingFacts({ open, closed }, now) {
  const ofOpen = [...open.values()].flat();
  const lately = ({ createdAt }) => Date.parse(createdAt) > now.getTime() - HOUR_MS;
  return {
    open: ofOpen.length,
    openedLastHour: [...ofOpen, ...[...closed.values()].flat()].filter(lately).length
  };
}
function keyOf(branch) {
  return branch.replace(/^rotate\//, "");
}

export {
  BEGUN_TODAY,
  takeTurns,
  staggerRules
};
