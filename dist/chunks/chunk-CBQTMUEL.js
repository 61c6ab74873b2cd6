import { createRequire as createRequireOfNode } from 'node:module';import { dirname as dirnameOfNode } from 'node:path';import { fileURLToPath as fileURLToPathOfNode } from 'node:url';const require = createRequireOfNode(import.meta.url);const filenameOfChunk = fileURLToPathOfNode(import.meta.url);const dirnameOfChunk = dirnameOfNode(filenameOfChunk);
import {
  closingOf,
  connect,
  deferredResult,
  describer,
  look,
  messageWithTrailers,
  pendingOf,
  publish,
  pushBranches,
  question,
  readOwnership,
  resultFor,
  resultOf,
  stuckResult,
  toldProgress,
  whatHinders
} from "./chunk-CCD5ANDY.js";
import {
  missingToken
} from "./chunk-XFIHO3WO.js";
import {
  draftProposals,
  surveyBase,
  unitsOf
} from "./chunk-GUFFBJ25.js";
import {
  assignEdits,
  byAge,
  folderOf,
  groupTargets,
  idPrefix,
  isGroupBranch,
  pace,
  targetOf
} from "./chunk-GOWOKVP3.js";
import {
  chooseNamespaces,
  confirmWriting
} from "./chunk-U4W2BMGW.js";
import {
  planEdits,
  planSelected,
  proveEdits,
  provingProgress
} from "./chunk-L3L6J2RR.js";
import {
  upgradeRemarks
} from "./chunk-U5QZVJ2H.js";
import {
  isGlob,
  selectsCredential
} from "./chunk-ZIK34INH.js";
import {
  addDays,
  dayInLondon
} from "./chunk-AP26GJTY.js";
import {
  branchName
} from "./chunk-23I2E7KW.js";
import {
  settingsFor
} from "./chunk-67544EOU.js";
import {
  parseMarker,
  reasonFor
} from "./chunk-WGPX3PF4.js";
import {
  repositoryOf
} from "./chunk-4N3KQP4R.js";
import {
  fail,
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
function ownIds({ group, folders }, { open: open2 }) {
  const prefixes = new Set(folders.map(idPrefix));
  return group === null ? open2.filter((id) => prefixes.has(id.slice(0, id.indexOf("/")))) : [];
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
    const open2 = looked.value.found.open.find(({ marker }) => marker !== null);
    const pending = pendingOf(looked.value, facts.assessments);
    if (open2 === void 0 || pending === null) continue;
    for (const id of pending.open) ids.set(id, `#${open2.number}`);
    const group = open2.marker?.group ?? "";
    if (pending.open.length + pending.unknown.length === 0)
      closings.push(closingOf({ namespace: null, cluster: null, group, branch }, "rotated-meanwhile"));
  }
  return { ids, closings };
}

// src/publish/sign.ts
import { createHash } from "node:crypto";
var TEMPORARY = "rotate/_signing-";
var FATAL = ["authentication", "forbidden", "rate-limited", "unreachable"];
var UNCERTAIN = ["conflict", "server", "unreachable"];
async function signCommits(remote, graphql, base, requests, options) {
  const items = requests.map((request, index) => {
    return { request, branch: temporaryName(base, request, index), made: null, failure: null };
  });
  const temporary = await makeBranches(remote, base, items, options);
  await commitAll(graphql, base, items, options.onCommit);
  for (const { branch, made } of items) if (made) temporary.set(branch, made.oid);
  await proveAll(remote, base, items);
  const commits = items.map(
    ({ made, failure }) => failure || !made ? { ok: false, error: failure ?? NOTHING_MADE } : ok(made.oid)
  );
  return { commits, temporary };
}
var NOTHING_MADE = { code: "server", message: "GitHub made no commit." };
async function cleanSigning(remote, branches, options = {}) {
  const pushes = [...branches].filter(([branch]) => branch.startsWith(TEMPORARY)).map(([branch, sha]) => ({ branch, to: null, expected: sha }));
  const outcomes = await pushBranches(remote, pushes, sizeOf(options));
  return [...outcomes.values()].filter((outcome) => outcome !== null);
}
function temporaryName(base, { message, content }, index) {
  const hash = createHash("sha256").update(`${base}\0${content.digest}\0${index}\0${message}`);
  return `${TEMPORARY}${hash.digest("hex").slice(0, 16)}`;
}
function sizeOf({ pushSize }) {
  return pushSize === void 0 ? {} : { size: pushSize };
}
async function makeBranches(remote, base, items, options) {
  const pushes = items.map(({ branch }) => {
    return { branch, to: base, expected: options.branches.get(branch) ?? null };
  });
  const outcomes = await pushBranches(remote, pushes, sizeOf(options));
  for (const item of items) item.failure = outcomes.get(item.branch) ?? null;
  return new Map(items.filter(({ failure }) => failure === null).map(({ branch }) => [branch, base]));
}
async function commitAll(graphql, base, items, onCommit) {
  let stop = null;
  for (const [index, item] of items.entries()) {
    if (item.failure === null && stop === null) {
      const made = await commitOne(graphql, base, item);
      if (made.ok) item.made = made.value;
      else {
        item.failure = made.error;
        if (FATAL.includes(made.error.code)) stop = made.error;
      }
    }
    if (!item.made) item.failure ??= stop;
    onCommit?.(index + 1);
  }
}
async function commitOne(graphql, base, { request, branch }) {
  const { message, content } = request;
  const whole = messageWithTrailers(message, { base, digest: content.digest }).trimEnd();
  const [headline = "", ...rest] = whole.split("\n");
  const body = rest.join("\n").trim();
  const files = content.files.map(({ path, bytes }) => ({ path, bytes }));
  const made = await graphql.commitOnBranch({ branch, expectedHead: base, headline, body, files });
  if (made.ok || !UNCERTAIN.includes(made.error.code)) return made;
  const head = await graphql.branchHead(branch);
  if (!head.ok || head.value === null || head.value.oid === base) return made;
  return ok(head.value);
}
async function proveAll(remote, base, items) {
  const candidates = items.flatMap(
    (item) => item.made && item.failure === null ? [{ item, head: { branch: item.branch, sha: item.made.oid } }] : []
  );
  const owned = await readEach(
    remote,
    candidates.map(({ head }) => head)
  );
  candidates.forEach(({ item, head }, index) => {
    const found = owned[index] ?? fail("git", `git did not say what ${head.sha} is.`);
    if (!found.ok) item.failure = found.error;
    else if (!isAsAsked(found.value, base, item.request)) item.failure = notAsAsked(item.request);
    else if (!item.made?.verified) item.failure = notSigned(item.request);
  });
}
async function readEach(remote, heads) {
  const all = await readOwnership(remote, heads);
  if (!all.ok && heads.length > 1) {
    const found = [];
    for (const head of heads) found.push(...await readEach(remote, [head]));
    return found;
  }
  return heads.map(({ sha }) => {
    if (!all.ok) return all;
    const one = all.value.get(sha);
    return one ? ok(one) : fail("git", `git did not say what ${sha} is.`);
  });
}
function isAsAsked(found, base, { content }) {
  return found.ours && found.base === base && found.digest === content.digest;
}
function pathsOf({ content }) {
  return content.files.map(({ path }) => path).join(", ");
}
function notSigned(request) {
  return {
    code: "not-signed",
    message: `GitHub committed the change of ${pathsOf(request)}, but did not sign it, so it is not used. github.com signs what its API commits; an Enterprise Server only where web commit signing is switched on: ask its administrator, or run without signing.`
  };
}
function notAsAsked(request) {
  const executable = request.content.files.find(({ mode }) => mode !== "100644");
  const why = executable ? `${executable.path} is executable, and GitHub's API makes every file a plain one: run without signing.` : "Run again; if it stays so, run without signing.";
  return {
    code: "not-as-asked",
    message: `GitHub made another commit than the change of ${pathsOf(request)}, so it is not used. ${why}`
  };
}

// src/commands/signer.ts
function createSigner({ head: { remote, refs }, headGraphql }, base) {
  const temporary = new Map([...refs.branches].filter(([branch]) => branch.startsWith("rotate/_signing-")));
  return {
    async build(requests) {
      const signed = await signCommits(remote, headGraphql, base, requests, { branches: refs.branches });
      for (const [branch, sha] of signed.temporary) temporary.set(branch, sha);
      return signed.commits;
    },
    clean: () => cleanSigning(remote, temporary)
  };
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
    const open2 = isProduction(first) ? facts.open.get(application) : void 0;
    const reason = today !== void 0 ? `Another environment of its application, ${today}, ${BEGUN_TODAY}.` : open2 !== void 0 ? `It is production, and the pull request of ${open2} is still open.` : null;
    const code = today === void 0 && open2 !== void 0 ? "production" : "application";
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
function staggerFacts(read, folders, metadata, { open: open2, closed }, rules, now) {
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
    const ofBranch = open2.get(branch) ?? [];
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
function pacingFacts({ open: open2, closed }, now) {
  const ofOpen = [...open2.values()].flat();
  const lately = ({ createdAt }) => Date.parse(createdAt) > now.getTime() - HOUR_MS;
  return {
    open: ofOpen.length,
    openedLastHour: [...ofOpen, ...[...closed.values()].flat()].filter(lately).length
  };
}
function keyOf(branch) {
  return branch.replace(/^rotate\//, "");
}

// src/commands/open.ts
async function open(options, say) {
  const surveyed = await surveyBase(options, say, false);
  if (!surveyed.ok) return surveyed;
  if (!surveyed.value.selected && options.ask && surveyed.value.token === null) return missingToken();
  const chosen = await chooseNamespaces(surveyed.value, options);
  if (!chosen.ok) return chosen;
  const { read, confirm } = chosen.value;
  const { date, survey, selection } = read;
  if (read.remote === null) throw new Error("open was surveyed without its remote");
  const repository = repositoryOf(options.env, read.remote.remote);
  if (!repository.ok) return repository;
  const settings = settingsFor(options.request, read.config, options.now);
  const planned = planSelected(survey, selection, date, options);
  const { refs } = read.remote;
  const first = await unitsOf(read, planned.rotations, settings, refs);
  const ofOurs = [...refs.branches.keys()].some((branch) => branch.startsWith("rotate/"));
  if (first.units.length === 0 && !ofOurs) {
    const { skipped } = planEdits(survey, selection, date, options);
    const result = resultFor(read, [], [...skipped, ...first.skipped], survey.problems);
    return ok({ result, stopped: false, credentials: aboutOf(read) });
  }
  const connected = await connect(read, { ...options, fork: settings.fork, writes: true }, say);
  if (!connected.ok) return connected;
  const connection = connected.value;
  const ofFork = connection.head.refs === refs;
  const made = ofFork ? first : await unitsOf(read, planned.rotations, settings, connection.head.refs);
  const units = made.units.map((unit) => ({ ...unit, ...askedByName(unit, read) }));
  say.progress?.({ phase: "looking for pull requests", done: 0, total: units.length });
  const looked = await lookAtAll(units, read, connection, settings, options.now);
  if (!looked.ok) return looked;
  const policy = policyOf(read, options, settings);
  const facts = {
    looked: looked.value,
    assessments: new Map(survey.assessments.map((each) => [each.credential.id, each])),
    namespaces: read.namespaces,
    policy
  };
  return carryOut(schedule(units, facts), made.skipped, {
    read,
    connection,
    options,
    settings,
    looked: looked.value,
    policy,
    confirm,
    say
  });
}
async function carryOut(plan, unnamed, run) {
  const { read, connection, options, settings, looked, say } = run;
  const planned = planEdits(read.survey, read.selection, read.date, options, plan.choice);
  const { admitted, deferred, proved } = await nextTurn(plan, planned, { ...run, now: options.now });
  const proposals = await draftProposals(read, [...plan.tended, ...admitted], proved, settings);
  for (const line of upgradeRemarks(proposals.flatMap(({ changes }) => changes))) say(line);
  const gone = await findGone(read, connection, looked, options.now);
  if (!gone.ok) return gone;
  const proposed = new Set(proposals.map(({ branch }) => branch));
  const closings = [...plan.closings, ...gone.value.closings].filter(({ branch }) => !proposed.has(branch));
  const preview = {
    changes: proposals.flatMap(({ changes }) => changes),
    files: proposals.flatMap(({ files }) => files)
  };
  const refused = await confirmWriting(run.confirm, preview, question(proposals.length));
  if (refused !== null) return refused;
  const signer = createSigner(connection, read.base.sha);
  const seen = new Map([...looked.seen, ...gone.value.seen]);
  const context = contextOf(run, signer);
  const tell = (progress) => say.progress?.(toldProgress(progress, connection.left()));
  const published = await publish([...proposals, ...closings], seen, context, tell);
  const places = run.confirm === null && published.stopped === null ? failedPlaces(published, admitted) : 0;
  const next = deferred.filter(({ code }) => code === "turn").slice(0, places);
  const instead = next.map(({ one }) => one);
  const alsoProved = await proveEdits(partOf(planned, instead), read.survey, provingProgress(say));
  const more = await draftProposals(read, instead, alsoProved, settings);
  const alsoPublished = more.length === 0 ? NOTHING_PUBLISHED : await publish(more, seen, context, tell);
  const waiting = deferred.filter((one) => !next.includes(one));
  for (const { message } of await signer.clean()) say(message);
  for (const remark of /* @__PURE__ */ new Set([...published.remarks, ...alsoPublished.remarks])) say(remark);
  const stuck = plan.tended.filter(({ branch }) => !proposed.has(branch));
  const described = describer(planned, [
    ...plan.settled.map(({ unit }) => unit),
    ...stuck,
    ...waiting.map(({ one }) => one)
  ]);
  const pullRequests = [
    ...published.results,
    ...alsoPublished.results,
    ...plan.settled.map(({ unit, result }) => described(unit, result)),
    ...stuck.map((unit) => described(unit, stuckResult(unit, proved.skipped, looked))),
    ...waiting.map(({ one, code, reason }) => described(one, deferredResult(one, code, reason)))
  ];
  const known = new Set(proved.skipped.map(({ id }) => id));
  const alsoSkipped = alsoProved.skipped.filter(({ id }) => !known.has(id));
  const skipped = [...proved.skipped, ...alsoSkipped, ...plan.skipped, ...unnamed];
  const problems = /* @__PURE__ */ new Set([...proved.problems, ...alsoProved.problems]);
  return ok({
    result: resultFor(read, pullRequests, skipped, [...problems]),
    stopped: published.stopped !== null || alsoPublished.stopped !== null,
    credentials: aboutOf(read)
  });
}
var NOTHING_PUBLISHED = { results: [], stopped: null, remarks: [] };
function failedPlaces({ results }, admitted) {
  const turns = new Set(admitted.map(({ branch }) => branch));
  return results.filter(({ branch, outcome }) => outcome === "failed" && turns.has(branch)).length;
}
function contextOf({ read, connection, options, settings, policy }, signer) {
  return {
    remote: read.remote?.remote ?? connection.head.remote,
    head: connection.head,
    github: connection.github,
    base: read.base,
    now: options.now,
    policy,
    ...settings.author === null ? {} : { author: settings.author },
    ...settings.sign ? { build: signer.build } : {},
    dress: {
      draft: settings.draft,
      autoMerge: settings.autoMerge,
      enableAutoMerge: ({ nodeId }, method) => connection.graphql.enableAutoMerge(nodeId, method)
    }
  };
}
function aboutOf({ survey, selection }) {
  const isAbout = selectsCredential({ ...selection, due: false }, "report");
  return survey.assessments.filter(isAbout).map(({ credential }) => credential);
}
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
function partOf(planned, units) {
  const edits = [...assignEdits(units, planned.edits).values()].flat();
  const needed = new Set(edits.flatMap(({ neededBy }) => neededBy));
  const rotations = planned.rotations.filter(({ assessment }) => needed.has(assessment.credential.id));
  return { ...planned, edits, rotations };
}
async function lookAtAll(units, read, { github, head }, settings, now) {
  const atOnce = settings.incident !== null;
  const targets = units.map((unit) => targetOf(unit, atOnce || unit.askedByName === true));
  const ofGroups = settings.grouping === "namespace" ? groupTargets(head.refs) : [];
  const paced = Object.values(settings.pacing).some((limit) => limit !== null);
  const everything = !atOnce && (paced || staggerRules(read, settings) !== null);
  const { base, date: today } = read;
  const context = { github, remote: head.remote, refs: head.refs, base, today, now, everything };
  return look([...targets, ...ofGroups], context);
}
function askedByName(unit, { selection }) {
  const names = new Set(selection.namespaces.filter((pattern) => !isGlob(pattern)));
  return unit.group === null && names.has(unit.namespace ?? "") ? { askedByName: true } : {};
}
function policyOf({ date }, options, settings) {
  return {
    today: date,
    refreshAfterDays: settings.refreshAfterDays,
    explicitDate: options.date !== void 0,
    askedByName: settings.incident !== null,
    incident: settings.incident
  };
}

export {
  findGone,
  schedule,
  BEGUN_TODAY,
  takeTurns,
  open,
  nextTurn,
  policyOf
};
