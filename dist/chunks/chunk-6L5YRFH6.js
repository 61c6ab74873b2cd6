import { createRequire as createRequireOfNode } from 'node:module';import { dirname as dirnameOfNode } from 'node:path';import { fileURLToPath as fileURLToPathOfNode } from 'node:url';const require = createRequireOfNode(import.meta.url);const filenameOfChunk = fileURLToPathOfNode(import.meta.url);const dirnameOfChunk = dirnameOfNode(filenameOfChunk);
import {
  closingOf,
  look,
  pendingOf,
  resultOf,
  whatHinders
} from "./chunk-CIBQHPHB.js";
import {
  assignEdits,
  byAge,
  folderOf,
  idPrefix,
  isGroupBranch,
  pace
} from "./chunk-GOWOKVP3.js";
import {
  proveEdits,
  provingProgress
} from "./chunk-L3L6J2RR.js";
import {
  addDays,
  dayInLondon
} from "./chunk-AP26GJTY.js";
import {
  branchName
} from "./chunk-23I2E7KW.js";
import {
  parseMarker,
  reasonFor
} from "./chunk-WGPX3PF4.js";
import {
  ok
} from "./chunk-ZF3XH6MS.js";

// src/commands/gone.ts
async function findGone({ namespaces, base, date: today }, { github, head }, { seen, sightings }, now) {
  const there = new Set(namespaces.all.map(idPrefix));
  const targets = [];
  for (const [branch, pulls] of sightings.open) {
    if (seen.has(branch) || there.has(branch.slice("rotate/".length))) continue;
    const { namespace = null, cluster = null } = parseMarker(pulls[0]?.body ?? "") ?? {};
    if (namespace === null || cluster === null) continue;
    const named = branchName(cluster, namespace);
    if (!("branch" in named) || named.branch !== branch) continue;
    targets.push({ branch, namespace, cluster, group: null, wanted: /* @__PURE__ */ new Map(), askedByName: true });
  }
  if (targets.length === 0) return ok({ closings: [], seen: /* @__PURE__ */ new Map() });
  const looked = await look(targets, {
    github,
    remote: head.remote,
    refs: head.refs,
    base,
    today,
    now,
    everything: false
  });
  if (!looked.ok) return looked;
  return ok({
    closings: targets.map((target) => closingOf(target, "namespace-gone")),
    seen: looked.value.seen
  });
}

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
  for (const [application, ofApplication] of byApplication(waiting)) {
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
function byApplication(waiting) {
  const groups = /* @__PURE__ */ new Map();
  for (const one of waiting) {
    const group = groups.get(one.application);
    if (group === void 0) groups.set(one.application, [one]);
    else group.push(one);
  }
  return groups;
}

// src/commands/turns.ts
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
  const { readAllMetadata } = await import("./metadata-6JQGWX6K.js");
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

// src/commands/next-turn.ts
async function nextTurn({ tended, creatable }, planned, { read, looked, settings, now, say }) {
  const context = { read, sightings: looked.sightings, settings, now };
  const hopeless = /* @__PURE__ */ new Set();
  for (; ; ) {
    const waiting = creatable.filter((unit) => !hopeless.has(unit));
    const turn = await takeTurns(waiting, context);
    const units = [...tended, ...turn.admitted, ...hopeless];
    const proved = await proveEdits(partOf(planned, units), read.survey, provingProgress(say));
    const assigned = assignEdits(units, proved.edits);
    const failed = turn.admitted.filter((unit) => !assigned.has(unit));
    if (failed.length === 0 || turn.deferred.length === 0) return { ...turn, proved };
    for (const unit of failed) hopeless.add(unit);
  }
}
async function turnInstead({ admitted, deferred }, results, planned, { read, say }) {
  const turns = new Set(admitted.map(({ branch }) => branch));
  const places = results.filter(({ branch, outcome }) => outcome === "failed" && turns.has(branch)).length;
  const next = deferred.filter(({ code }) => code === "turn").slice(0, places);
  const instead = next.map(({ one }) => one);
  const proved = await proveEdits(partOf(planned, instead), read.survey, provingProgress(say));
  return { admitted: instead, deferred: deferred.filter((one) => !next.includes(one)), proved };
}
function partOf(planned, units) {
  const edits = [...assignEdits(units, planned.edits).values()].flat();
  const needed = new Set(edits.flatMap(({ neededBy }) => neededBy));
  const rotations = planned.rotations.filter(({ assessment }) => needed.has(assessment.credential.id));
  return { ...planned, edits, rotations };
}

// src/commands/schedule.ts
function schedule(units, facts) {
  const tended = [];
  const creatable = [];
  const closings = [];
  const settled = [];
  const also = /* @__PURE__ */ new Set();
  const without = /* @__PURE__ */ new Set();
  const skipped = [];
  const flying = inFlight(units, facts);
  closings.push(...flying.closings);
  for (const given of units) {
    const looked = facts.looked.seen.get(given.branch);
    if (looked === void 0 || isGroupBranch(given.branch) !== (given.group !== null)) continue;
    if (!looked.ok) {
      settled.push({
        unit: given,
        result: resultOf(closingOf(given, "nothing-to-rotate"), "failed", looked.error.message)
      });
      continue;
    }
    const seen = looked.value;
    const pending = pendingOf(seen, facts.assessments);
    const kept = seen.found.open.length > 0 ? given : keepBack(given, seen, flying.ids, without, skipped);
    const unit = withPending(kept, pending, facts);
    if (pending !== null) for (const id of ownIds(unit, pending)) also.add(id);
    if (seen.found.open.length > 0) {
      if (unit.wanted.size > 0) tended.push(unit);
      else if (pending !== null && (unit.outside ?? 0) === 0) {
        closings.push(closingOf(unit, pending.done.length > 0 ? "rotated-meanwhile" : "nothing-to-rotate"));
      }
      continue;
    }
    if (unit.wanted.size === 0) {
      if (isLeftBehind(seen.found)) closings.push(closingOf(unit, "nothing-to-rotate"));
      continue;
    }
    const hindrance = whatHinders(seen.found, {
      ...facts.policy,
      askedByName: facts.policy.askedByName || unit.askedByName === true
    });
    if (hindrance === null) creatable.push(unit);
    else {
      const known = "number" in hindrance && hindrance.number !== null ? seen.pullRequests.get(hindrance.number) : null;
      const result = resultOf(
        closingOf(unit, "nothing-to-rotate"),
        "left-alone",
        reasonFor(hindrance),
        known ?? null
      );
      settled.push({ unit, result });
    }
  }
  return { tended, creatable, closings, settled, choice: { also, without }, skipped };
}
function isLeftBehind({ branch, closed }) {
  return branch?.ours === true && closed?.by === "us" && closed.headSha === branch.sha;
}
function keepBack(unit, { remembered }, flying, without, skipped) {
  const all = [...unit.wanted.keys()].every((id) => remembered.has(id));
  const wanted = new Map(unit.wanted);
  for (const id of unit.wanted.keys()) {
    const until = all ? void 0 : remembered.get(id);
    const elsewhere = unit.group === null ? flying.get(id) : void 0;
    if (until === void 0 && elsewhere === void 0) continue;
    wanted.delete(id);
    without.add(id);
    skipped.push(
      elsewhere === void 0 ? {
        id,
        code: "closed-by-person",
        message: `a person closed its pull request, which counts until ${until}`
      } : { id, code: "in-group", message: `the pull request ${elsewhere} rotates it already` }
    );
  }
  return { ...unit, wanted };
}
function ownIds({ group, folders }, { open }) {
  const prefixes = new Set(folders.map(idPrefix));
  return group === null ? open.filter((id) => prefixes.has(id.slice(0, id.indexOf("/")))) : [];
}
function withPending(unit, pending, { assessments, namespaces }) {
  if (pending === null) return unit;
  const wanted = new Map(unit.wanted);
  for (const id of ownIds(unit, pending)) {
    const credential = assessments.get(id)?.credential;
    if (credential === void 0 || wanted.has(id)) continue;
    wanted.set(id, { to: "", due: null, maxAgeDays: credential.maxAgeDays });
  }
  if (unit.group === null) return { ...unit, wanted };
  const surveyed = new Set(namespaces.folders.map(idPrefix));
  const there = new Set(namespaces.all.map(idPrefix));
  const prefix = (id) => id.slice(0, id.indexOf("/"));
  const outside = pending.unknown.filter((id) => there.has(prefix(id)) && !surveyed.has(prefix(id)));
  const unwanted = pending.open.filter((id) => !unit.wanted.has(id));
  return { ...unit, outside: outside.length + unwanted.length };
}
function inFlight(units, facts) {
  const ids = /* @__PURE__ */ new Map();
  const closings = [];
  const own = new Set(units.map(({ branch }) => branch));
  for (const [branch, looked] of facts.looked.seen) {
    if (!isGroupBranch(branch) || own.has(branch) || !looked.ok) continue;
    const open = looked.value.found.open.find(({ marker }) => marker !== null);
    const pending = pendingOf(looked.value, facts.assessments);
    if (open === void 0 || pending === null) continue;
    for (const id of pending.open) ids.set(id, `#${open.number}`);
    const group = open.marker?.group ?? "";
    if (pending.open.length + pending.unknown.length === 0)
      closings.push(closingOf({ namespace: null, cluster: null, group, branch }, "rotated-meanwhile"));
  }
  return { ids, closings };
}

export {
  findGone,
  BEGUN_TODAY,
  takeTurns,
  staggerRules,
  nextTurn,
  turnInstead,
  schedule
};
