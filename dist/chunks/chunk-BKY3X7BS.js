import { createRequire as createRequireOfNode } from 'node:module';import { dirname as dirnameOfNode } from 'node:path';import { fileURLToPath as fileURLToPathOfNode } from 'node:url';const require = createRequireOfNode(import.meta.url);const filenameOfChunk = fileURLToPathOfNode(import.meta.url);const dirnameOfChunk = dirnameOfNode(filenameOfChunk);
import {
  closingOf,
  inProgress,
  look,
  resultOf,
  whatHinders
} from "./chunk-IFRVSPJL.js";
import {
  takeTurns
} from "./chunk-BHIPLZZ7.js";
import {
  assignEdits,
  idPrefix,
  isGroupBranch
} from "./chunk-SYWRY25U.js";
import {
  proveEdits,
  provingProgress
} from "./chunk-YBYK2A4Q.js";
import {
  branchName
} from "./chunk-2VDNCQM2.js";
import {
  parseMarker,
  reasonFor
} from "./chunk-F4Z5UIRW.js";
import {
  ok
} from "./chunk-YRXO237O.js";

// src/commands/read/deleted-namespaces.ts
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

// src/commands/run/admit.ts
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

// src/commands/run/classify.ts
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
    const known = inProgress(seen, facts.assessments);
    const handedOver = known?.open.filter((id) => flying.ids.has(id)) ?? [];
    const progress = known && { ...known, open: known.open.filter((id) => !flying.ids.has(id)) };
    const kept = keepBack(given, seen, flying.ids, without, skipped);
    const unit = withProgress(kept, progress, facts);
    if (progress !== null) for (const id of ownIds(unit, progress)) also.add(id);
    if (seen.found.open.length > 0) {
      if (unit.wanted.size > 0) tended.push(unit);
      else if (progress !== null && (unit.outside ?? 0) === 0) {
        const reason = progress.done.length > 0 ? "rotated-meanwhile" : "nothing-to-rotate";
        closings.push(closingOf(unit, handedOver.length > 0 ? "in-group" : reason));
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
      const pull = "number" in hindrance && hindrance.number !== null ? seen.pullRequests.get(hindrance.number) : null;
      const result = resultOf(
        closingOf(unit, "nothing-to-rotate"),
        "left-alone",
        reasonFor(hindrance),
        pull ?? null
      );
      settled.push({ unit, result });
    }
  }
  return { tended, creatable, closings, settled, choice: { also, without }, skipped };
}
function isLeftBehind({ branch, closed }) {
  return branch?.ours === true && closed?.by === "us" && closed.headSha === branch.sha;
}
function keepBack(unit, { found, remembered }, flying, without, skipped) {
  const all = [...unit.wanted.keys()].every((id) => remembered.has(id));
  const wanted = new Map(unit.wanted);
  for (const id of unit.wanted.keys()) {
    const until = all || found.open.length > 0 ? void 0 : remembered.get(id);
    const elsewhere = flying.get(id);
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
function withProgress(unit, progress, { assessments, namespaces }) {
  if (progress === null) return unit;
  const wanted = new Map(unit.wanted);
  for (const id of ownIds(unit, progress)) {
    const credential = assessments.get(id)?.credential;
    if (credential === void 0 || wanted.has(id)) continue;
    wanted.set(id, { to: "", due: null, maxAgeDays: credential.maxAgeDays });
  }
  if (unit.group === null) return { ...unit, wanted };
  const surveyed = new Set(namespaces.folders.map(idPrefix));
  const there = new Set(namespaces.all.map(idPrefix));
  const prefix = (id) => id.slice(0, id.indexOf("/"));
  const outside = progress.unknown.filter((id) => there.has(prefix(id)) && !surveyed.has(prefix(id)));
  const unwanted = progress.open.filter((id) => !unit.wanted.has(id));
  return { ...unit, outside: outside.length + unwanted.length };
}
function inFlight(units, facts) {
  const ids = /* @__PURE__ */ new Map();
  const closings = [];
  const own = new Set(units.map(({ branch }) => branch));
  for (const [branch, looked] of facts.looked.seen) {
    if (!isGroupBranch(branch) || own.has(branch) || !looked.ok) continue;
    const open = looked.value.found.open.find(({ marker }) => marker !== null);
    const progress = inProgress(looked.value, facts.assessments);
    if (open === void 0 || progress === null) continue;
    for (const id of progress.open) ids.set(id, `#${open.number}`);
    const group = open.marker?.group ?? "";
    if (progress.open.length + progress.unknown.length === 0)
      closings.push(closingOf({ namespace: null, cluster: null, group, branch }, "rotated-meanwhile"));
  }
  return { ids, closings };
}

export {
  findGone,
  nextTurn,
  turnInstead,
  schedule
};
