import { createRequire as createRequireOfNode } from 'node:module';import { dirname as dirnameOfNode } from 'node:path';import { fileURLToPath as fileURLToPathOfNode } from 'node:url';const require = createRequireOfNode(import.meta.url);const filenameOfChunk = fileURLToPathOfNode(import.meta.url);const dirnameOfChunk = dirnameOfNode(filenameOfChunk);
import {
  findGone,
  nextTurn,
  schedule
} from "./chunk-BKY3X7BS.js";
import {
  closingOf,
  connect,
  foresee,
  look,
  readValuesBefore,
  stuckResult
} from "./chunk-IFRVSPJL.js";
import "./chunk-UQVQJWNY.js";
import "./chunk-BHIPLZZ7.js";
import {
  pullRequestTitle,
  surveyBase,
  unitsOf
} from "./chunk-6DVN7245.js";
import {
  assignEdits,
  byAge,
  groupOfBranch,
  idPrefix,
  isGroupBranch,
  targetOf
} from "./chunk-SYWRY25U.js";
import "./chunk-RJUFUBBZ.js";
import "./chunk-T5BC3P4M.js";
import "./chunk-6UG6PYL3.js";
import {
  planEdits,
  planSelected
} from "./chunk-YBYK2A4Q.js";
import "./chunk-EJQ2P2PV.js";
import "./chunk-KPQKIXGW.js";
import {
  toJson
} from "./chunk-7OZAT5UJ.js";
import {
  runDoor
} from "./chunk-AOET4JBJ.js";
import "./chunk-2KIT5HX6.js";
import {
  isEverywhere
} from "./chunk-NYGNCS6O.js";
import "./chunk-QWBCUGFF.js";
import "./chunk-TXBWUVQ2.js";
import "./chunk-XNC3SULY.js";
import {
  dayInLondon,
  daysBetween
} from "./chunk-E5D2VRLW.js";
import "./chunk-SYTRIWR5.js";
import "./chunk-5T5TXE4W.js";
import "./chunk-NPPZ53N6.js";
import "./chunk-E5CKJXHL.js";
import "./chunk-XFZATYQS.js";
import "./chunk-PSUEPN52.js";
import "./chunk-3BSEOIMC.js";
import "./chunk-Y4JF27LT.js";
import "./chunk-JZ6XBEDV.js";
import "./chunk-KNFMCJ2C.js";
import "./chunk-2VDNCQM2.js";
import "./chunk-HJGNYOKI.js";
import "./chunk-2VAMA6IS.js";
import "./chunk-7CRAZKEU.js";
import "./chunk-CLNRZC4U.js";
import "./chunk-RPITXM22.js";
import "./chunk-GNH6HFDN.js";
import "./chunk-HHLM6MFS.js";
import "./chunk-UHMPSPEV.js";
import "./chunk-4M4F2YVT.js";
import "./chunk-G4AB7EGA.js";
import {
  readVersion,
  remoteArguments,
  selectionArguments
} from "./chunk-VR4ZXF2Q.js";
import {
  PLAIN_REQUEST,
  settingsFor
} from "./chunk-L6VYHJNY.js";
import {
  parseMarker,
  reasonFor
} from "./chunk-F4Z5UIRW.js";
import "./chunk-I7ALLENZ.js";
import "./chunk-JBHNNT7X.js";
import "./chunk-BEZD3S22.js";
import "./chunk-Y65K6MQG.js";
import "./chunk-SERVURPW.js";
import "./chunk-JFE6TSOK.js";
import "./chunk-QW4AHIJS.js";
import "./chunk-DLNDPKSX.js";
import {
  ok
} from "./chunk-YRXO237O.js";
import "./chunk-LSW3YM3J.js";
import "./chunk-HMLHTHGO.js";
import "./chunk-DFJ5UGJM.js";
import "./chunk-LVIGNXGC.js";

// src/results/status.ts
function summarizeStatus(all) {
  const open = all.filter(({ state }) => state === "open");
  const many = (test) => open.filter(test).length;
  const ages = open.flatMap(({ ageDays }) => ageDays ?? []);
  return {
    open: open.length,
    deferred: all.filter(({ state }) => state === "deferred").length,
    closed: all.filter(({ state }) => state === "closed").length,
    checks: {
      passing: many(({ checks }) => checks === "passing"),
      failing: many(({ checks }) => checks === "failing"),
      pending: many(({ checks }) => checks === "pending"),
      none: many(({ checks }) => checks === "none")
    },
    conflicting: many(({ mergeable }) => mergeable === "conflicting"),
    foreign: many(({ foreign }) => foreign === true),
    drafts: many(({ draft }) => draft === true),
    approved: many(({ review }) => review === "approved"),
    changesRequested: many(({ review }) => review === "changes-requested"),
    toCreate: all.filter(({ next }) => next === "create").length,
    toUpdate: all.filter(({ next }) => next === "update").length,
    toClose: all.filter(({ next }) => next === "close").length,
    oldestDays: ages.length === 0 ? null : Math.max(...ages)
  };
}

// src/commands/run/open-pull-requests.ts
async function listOpen({ github, graphql, fork }) {
  const name = fork === null ? await github.repository() : ok({ fullName: fork });
  if (!name.ok) return name;
  const listed = await graphql.openPullRequests();
  if (!listed.ok) return listed;
  const ours = name.value.fullName.toLowerCase();
  const pulls = listed.value.filter(({ headRepository }) => headRepository?.toLowerCase() === ours);
  const known = pulls.map(toPullRequest);
  return ok({ pulls, github: { ...github, openPullRequests: async () => ok(known) } });
}
function toPullRequest(pull) {
  const { id, number, url, title, body, draft, branch, headSha, baseBranch, labels, author, createdAt } = pull;
  return {
    number,
    nodeId: id,
    url,
    title,
    body,
    state: "open",
    merged: false,
    draft,
    branch,
    headSha,
    baseBranch,
    labels,
    // not asked for: nobody who reads a status assigns anybody
    assignees: [],
    author: author?.login ?? null,
    createdAt,
    closedAt: null,
    mergedAt: null,
    mergeSha: null
  };
}

// src/publish/next-action.ts
var UPDATE = {
  "branch-gone": "its branch is gone",
  "marker-lost": "its description no longer says what it rotates",
  unfinished: "an earlier run was cut short before it had updated it",
  "credentials-changed": "other credentials are to be rotated than it has",
  "base-branch-changed": "it is open against another base branch",
  "base-moved": "a file that it changes has changed on the base branch",
  "upgrade-asked": "an upgrade of its modules was asked for, or a newer release has come out",
  incident: "it is to be taken over for an incident",
  "date-asked": "another date was asked for",
  "date-old": "its date has become too old"
};
function outlookOf(decision) {
  switch (decision.do) {
    case "update":
      return {
        next: "update",
        code: decision.why,
        reason: `The next run updates it: ${UPDATE[decision.why]}.`
      };
    case "close":
      return {
        next: "close",
        code: "nothing-to-rotate",
        reason: "The next run closes it: nothing is left to rotate."
      };
    case "left-alone":
      return { next: "nothing", code: decision.why, reason: reasonFor(decision) };
    case "create":
    case "unchanged":
    case "delete-branch":
    case "nothing":
      return { next: "nothing", code: null, reason: null };
  }
}

// src/commands/run/status-pull-requests.ts
var SAY = {
  next: "The next run opens it.",
  duplicate: (kept) => `The next run closes it: #${kept} of the same branch is open too.`,
  unread: (why) => `What the next run would do with it is not known: ${why}`,
  hindered: (why) => `It cannot be rotated now: ${why}.`,
  closed: (until) => `A person closed it, which counts until ${until}; rotate-pr open --namespace with its name opens it again.`,
  takenBack: (until) => `It was taken back with rotate-pr close, which counts until ${until}; rotate-pr open --namespace with its name opens it again.`,
  none: "nothing in it can be rotated now"
};
var NOT_OPEN = {
  checks: null,
  mergeable: null,
  review: null,
  draft: null,
  foreign: null
};
var NO_PULL_REQUEST = { ...NOT_OPEN, url: null, number: null, ageDays: null, until: null };
function openRequests(foresight, now) {
  const { pulls, looked, plan, planned } = foresight;
  const assigned = assignEdits(plan.tended, planned.edits);
  const tended = new Map(plan.tended.map((unit) => [unit.branch, unit]));
  return pulls.flatMap((pull) => {
    const seen = looked.seen.get(pull.branch);
    if (seen === void 0) return [];
    const unit = tended.get(pull.branch);
    const changes = unit === void 0 ? [] : (assigned.get(unit) ?? []).flatMap((edit) => edit.changes);
    return [
      {
        ...ownerOf(pull, foresight),
        branch: pull.branch,
        title: pull.title,
        url: pull.url,
        number: pull.number,
        state: "open",
        ageDays: daysBetween(dayInLondon(new Date(pull.createdAt)), dayInLondon(now)),
        checks: pull.checks === null ? "none" : CHECKS[pull.checks],
        mergeable: MERGEABLE[pull.mergeable],
        review: pull.review ?? "none",
        draft: pull.draft,
        foreign: seen.ok ? isForeign(seen.value.found) : null,
        ...outlook(pull, unit, foresight),
        rotatedOn: null,
        until: null,
        ...changes.length === 0 ? {} : { changes }
      }
    ];
  });
}
var CHECKS = { success: "passing", failure: "failing", pending: "pending" };
var MERGEABLE = { yes: "yes", conflict: "conflicting", unknown: null };
function ownerOf({ branch, body }, { read }) {
  const folder = read.namespaces.folders.find((one) => `rotate/${idPrefix(one)}` === branch);
  if (folder !== void 0) return { namespace: folder.namespace, cluster: folder.cluster };
  const marker = parseMarker(body);
  return {
    namespace: marker?.namespace ?? null,
    cluster: marker?.cluster ?? null,
    ...marker?.group === void 0 ? {} : { group: marker.group }
  };
}
function isForeign({ branch }) {
  return branch === null ? null : !branch.ours;
}
function outlook({ branch, number }, unit, { looked, decisions, turn }) {
  const seen = looked.seen.get(branch);
  if (seen?.ok === false) {
    return { next: "nothing", code: seen.error.code, reason: SAY.unread(seen.error.message) };
  }
  const decided = decisions.get(branch);
  if (decided?.ok === false) {
    return { next: "nothing", code: decided.error.code, reason: SAY.unread(decided.error.message) };
  }
  if (decided !== void 0) {
    const { value } = decided;
    if ("duplicates" in value && value.duplicates.includes(number)) {
      return { next: "close", code: "duplicate", reason: SAY.duplicate(value.number) };
    }
    return outlookOf(value);
  }
  if (unit !== void 0) {
    const { reason } = stuckResult(unit, turn.proved.skipped, looked);
    return { next: "nothing", code: "stuck", reason };
  }
  const branchFound = seen?.value.found.branch ?? null;
  if (branchFound === null || branchFound.ours) return { next: "nothing", code: null, reason: null };
  const why = { do: "left-alone", why: "foreign-commits", number, tell: false };
  return outlookOf({ ...why, detail: branchFound.why });
}
function waitingRequests(foresight) {
  const { plan, planned, turn } = foresight;
  const waiting = [...plan.creatable, ...plan.settled.map(({ unit }) => unit)];
  const edits = assignEdits(waiting, planned.edits);
  const changesOf = (unit) => (edits.get(unit) ?? []).flatMap((edit) => edit.changes);
  const proved = assignEdits(plan.creatable, turn.proved.edits);
  const later = new Map(turn.deferred.map(({ one, code, reason }) => [one, { code, reason }]));
  const found = [];
  for (const unit of plan.creatable) {
    const why = later.get(unit) ?? (proved.has(unit) ? NEXT : unproved(unit, foresight));
    found.push(waitingUnit(unit, why, changesOf(unit)));
  }
  for (const { unit, result } of plan.settled) {
    const seen = foresight.looked.seen.get(unit.branch);
    if (seen?.ok && (seen.value.found.open.length > 0 || isClosedByPerson(seen.value.found))) continue;
    found.push(waitingUnit(unit, { code: result.outcome, reason: result.reason }, changesOf(unit)));
  }
  found.push(...hinderedNamespaces(foresight));
  return found.sort((a, b) => byAge(ageOf(a), ageOf(b)));
}
var NEXT = { code: "next-run", reason: SAY.next };
function ageOf({ branch, namespace, rotatedOn }) {
  return { key: branch ?? namespace ?? "", oldest: rotatedOn };
}
function isClosedByPerson({ closed }) {
  return closed !== null && !closed.merged && closed.by === "person" && closed.until !== null;
}
function unproved({ wanted }, { turn }) {
  const skipped = turn.proved.skipped.find(({ id }) => wanted.has(id));
  return { code: skipped?.code ?? "stuck", reason: SAY.hindered(skipped?.message ?? SAY.none) };
}
function waitingUnit({ namespace, cluster, branch, oldest }, { code, reason }, changes) {
  return {
    ...NO_PULL_REQUEST,
    namespace,
    cluster,
    branch,
    title: pullRequestTitle(namespace ?? "", changes),
    state: "deferred",
    next: code === NEXT.code ? "create" : "nothing",
    rotatedOn: oldest,
    code,
    reason,
    ...changes.length === 0 ? {} : { changes }
  };
}
function hinderedNamespaces({ units, read, hindered }) {
  const known = new Set(
    units.filter(({ wanted }) => wanted.size > 0).map(({ branch }) => branch.slice("rotate/".length))
  );
  const assessments = new Map(read.survey.assessments.map((each) => [each.credential.id, each.credential]));
  const found = /* @__PURE__ */ new Map();
  for (const { id, code, message } of hindered) {
    const credential = assessments.get(id);
    if (credential === void 0) continue;
    const { namespace, cluster, rotatedOn } = credential;
    const prefix = idPrefix({ namespace, cluster });
    if (known.has(prefix)) continue;
    const there = found.get(prefix);
    const oldest = there === void 0 ? rotatedOn : olderOf(there.rotatedOn, rotatedOn);
    found.set(prefix, {
      ...NO_PULL_REQUEST,
      namespace,
      cluster,
      branch: `rotate/${prefix}`,
      title: pullRequestTitle(namespace, []),
      state: "deferred",
      next: "nothing",
      code: there?.code ?? code,
      reason: there?.reason ?? SAY.hindered(message),
      rotatedOn: oldest
    });
  }
  return [...found.values()];
}
function olderOf(a, b) {
  if (a === null || b === null) return null;
  return a < b ? a : b;
}
function closedRequests({ units, looked }, now) {
  return units.flatMap(({ namespace, cluster, branch }) => {
    const seen = looked.seen.get(branch);
    if (!seen?.ok || seen.value.found.open.length > 0) return [];
    const { found, remembered, pullRequests } = seen.value;
    const pull = found.closed === null ? void 0 : pullRequests.get(found.closed.number);
    const [until] = [...remembered.values()].sort();
    if (pull === void 0 || until === void 0) return [];
    const takenBack = parseMarker(pull.body)?.closed === "taken-back";
    return [
      {
        ...NOT_OPEN,
        namespace,
        cluster,
        branch,
        title: pull.title,
        url: pull.url,
        number: pull.number,
        state: "closed",
        ageDays: ageOfClosing(pull, now),
        next: "nothing",
        rotatedOn: null,
        until,
        code: takenBack ? "taken-back" : "closed-by-person",
        reason: takenBack ? SAY.takenBack(until) : SAY.closed(until)
      }
    ];
  });
}
function ageOfClosing({ closedAt }, now) {
  return closedAt === null ? null : daysBetween(dayInLondon(new Date(closedAt)), dayInLondon(now));
}

// src/commands/status.ts
async function status(options, say) {
  const surveyed = await surveyBase(options, say, false, false);
  if (!surveyed.ok) return surveyed;
  const selection = { ...surveyed.value.selection, due: true };
  const read = { ...surveyed.value, selection };
  const connected = await connect(read, { ...options, fork: options.request.fork, writes: false }, say);
  if (!connected.ok) return connected;
  const seen = await lookAhead(read, connected.value, options, say);
  if (!seen.ok) return seen;
  const { now } = options;
  const pullRequests = [
    ...openRequests(seen.value, now),
    ...waitingRequests(seen.value),
    ...closedRequests(seen.value, now)
  ];
  const { problems } = seen.value.turn.proved;
  const { date, base } = read;
  const summary = summarizeStatus(pullRequests);
  return ok({ schemaVersion: 1, date, base: base.sha, summary, pullRequests, problems });
}
async function lookAhead(read, connection, options, say) {
  const { date, survey, selection, namespaces, base } = read;
  const { head } = connection;
  const { now } = options;
  const settings = settingsFor(options.request, read.config, now);
  say.progress?.({ phase: "listing the open pull requests", done: 0, total: 0 });
  const listed = await listOpen(connection);
  if (!listed.ok) return listed;
  const { pulls, github } = listed.value;
  const first = planSelected(survey, selection, date, options);
  const { units, skipped } = await unitsOf(read, first.rotations, settings, head.refs);
  say.progress?.({ phase: "looking for pull requests", done: 0, total: units.length });
  const targets = [...units.map((unit) => targetOf(unit, false)), ...othersOpen(units, pulls, read)];
  const context = { github, remote: head.remote, refs: head.refs, base, today: date, now, everything: true };
  const sight = await look(targets, context);
  if (!sight.ok) return sight;
  const looked = await readValuesBefore(sight.value, read);
  const policy = policyOf(read, settings);
  const assessments = new Map(survey.assessments.map((each) => [each.credential.id, each]));
  const plan = schedule(units, { looked, assessments, namespaces, policy });
  const planned = planEdits(survey, selection, date, options, plan.choice);
  const turn = await nextTurn(plan, planned, { read, looked, settings, now, say });
  const gone = isEverywhere(selection) ? await findGone(read, { ...connection, github }, looked, now) : ok({ closings: [], seen: /* @__PURE__ */ new Map() });
  if (!gone.ok) return gone;
  const seen = new Map([...looked.seen, ...gone.value.seen]);
  const proposals = [...tendedProposals(plan, turn, read), ...plan.closings, ...gone.value.closings];
  const remote = read.remote?.remote ?? head.remote;
  const decisions = await foresee(proposals, seen, { remote, base, policy });
  return ok({
    read,
    pulls,
    looked: { ...looked, seen },
    units,
    plan,
    planned,
    turn,
    decisions,
    hindered: [...first.skipped, ...skipped]
  });
}
function othersOpen(units, pulls, { namespaces, selection }) {
  const known = new Set(units.map(({ branch }) => branch));
  const selected = new Map(namespaces.folders.map((folder) => [idPrefix(folder), folder]));
  return pulls.flatMap(({ branch, body }) => {
    if (known.has(branch)) return [];
    known.add(branch);
    const common = { branch, wanted: /* @__PURE__ */ new Map(), askedByName: true };
    const folder = selected.get(branch.slice("rotate/".length));
    if (folder !== void 0) {
      const { namespace, cluster } = folder;
      return [{ ...common, namespace, cluster, group: null }];
    }
    if (!isGroupBranch(branch)) return [];
    const ids = Object.keys(parseMarker(body)?.changes ?? {});
    const concerned = ids.some((id) => selected.has(id.slice(0, id.indexOf("/"))));
    if (!concerned && !isEverywhere(selection)) return [];
    return [{ ...common, namespace: null, cluster: null, group: groupOfBranch(branch) }];
  });
}
function tendedProposals({ tended }, { proved }, { prefix }) {
  const below = prefix === "" ? "" : `${prefix}/`;
  return [...assignEdits(tended, proved.edits)].map(([unit, edits]) => ({
    ...closingOf(unit, "nothing-to-rotate"),
    changes: edits.flatMap(({ changes }) => changes),
    files: edits.map(({ path, before, after }) => ({ path: `${below}${path}`, before, after })),
    outside: unit.outside ?? 0
  }));
}
function policyOf({ date }, { refreshAfterDays }) {
  return { today: date, refreshAfterDays, explicitDate: false, askedByName: false, incident: null };
}

// src/cli/verbs/status.ts
function runStatus(flags) {
  const selection = [...selectionArguments(flags), ...remoteArguments(flags)];
  const { verbose, base, remote } = flags;
  const version = readVersion();
  const request = { ...PLAIN_REQUEST, fork: flags.fork ?? null };
  return runDoor(flags, {
    run: (options, say) => status({ ...options, base, remote, version, request }, say),
    render: {
      json: toJson,
      csv: async (result) => (await import("./status-markdown-UBEHS43Z.js")).statusCsv(result),
      markdown: async (result) => (await import("./status-markdown-UBEHS43Z.js")).statusMarkdown(result, { verbose, selection }),
      text: async (result, { width, color }) => (await import("./status-ZNB2KP76.js")).statusText(result, {
        width,
        color,
        verbose,
        selection
      })
    },
    exitCode: () => 0
  });
}
export {
  runStatus
};
