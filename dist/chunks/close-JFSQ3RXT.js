import { createRequire as createRequireOfNode } from 'node:module';import { dirname as dirnameOfNode } from 'node:path';import { fileURLToPath as fileURLToPathOfNode } from 'node:url';const require = createRequireOfNode(import.meta.url);const filenameOfChunk = fileURLToPathOfNode(import.meta.url);const dirnameOfChunk = dirnameOfNode(filenameOfChunk);
import {
  closingOf,
  connect,
  counted,
  decide,
  isRotateBranch,
  look,
  publish,
  resultFor,
  resultOf,
  toldProgress
} from "./chunk-IFRVSPJL.js";
import "./chunk-UQVQJWNY.js";
import {
  surveyBase
} from "./chunk-6DVN7245.js";
import {
  groupOfBranch,
  idPrefix,
  isGroupBranch
} from "./chunk-SYWRY25U.js";
import "./chunk-RJUFUBBZ.js";
import "./chunk-T5BC3P4M.js";
import "./chunk-6UG6PYL3.js";
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
  isEverywhere,
  selectsCredential,
  takesWholeNamespaces
} from "./chunk-NYGNCS6O.js";
import "./chunk-QWBCUGFF.js";
import "./chunk-TXBWUVQ2.js";
import "./chunk-XNC3SULY.js";
import "./chunk-E5D2VRLW.js";
import "./chunk-SYTRIWR5.js";
import "./chunk-5T5TXE4W.js";
import "./chunk-NPPZ53N6.js";
import {
  escapeMarkdown
} from "./chunk-E5CKJXHL.js";
import "./chunk-XFZATYQS.js";
import "./chunk-PSUEPN52.js";
import "./chunk-3BSEOIMC.js";
import "./chunk-Y4JF27LT.js";
import "./chunk-JZ6XBEDV.js";
import "./chunk-KNFMCJ2C.js";
import {
  branchName
} from "./chunk-2VDNCQM2.js";
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
  fail,
  ok
} from "./chunk-YRXO237O.js";
import "./chunk-LSW3YM3J.js";
import "./chunk-HMLHTHGO.js";
import "./chunk-DFJ5UGJM.js";
import "./chunk-LVIGNXGC.js";

// src/commands/run/close-decision.ts
var SAY = {
  others: (count) => `It also rotates ${count} ${count === 1 ? "credential that is" : "credentials that are"} not selected: select them too.`,
  notKnown: "Its description no longer says what it rotates: select it by its namespace, or with --all.",
  foreignBranch: (why) => `Somebody else committed to its branch${why === null ? "" : ` (${why})`}.`
};
function branchesToLookAt({ namespaces, selection }, pulls, refs) {
  const selected = new Map(namespaces.folders.map((folder) => [idPrefix(folder), folder]));
  const there = new Set(namespaces.all.map(idPrefix));
  const bodies = new Map(pulls.map(({ branch, body }) => [branch, body]));
  const branches = new Set([...refs.branches.keys(), ...bodies.keys()].filter(isRotateBranch));
  return [...branches].sort().flatMap((branch) => {
    const target = (owner2) => [
      { ...owner2, branch, wanted: /* @__PURE__ */ new Map(), askedByName: true }
    ];
    if (isGroupBranch(branch)) {
      return target({ namespace: null, cluster: null, group: groupOfBranch(branch) });
    }
    const prefix = branch.slice("rotate/".length);
    const folder = selected.get(prefix);
    if (folder !== void 0) {
      return target({ namespace: folder.namespace, cluster: folder.cluster, group: null });
    }
    if (there.has(prefix) || !isEverywhere(selection)) return [];
    const owner = ownerByName(branch, parseMarker(bodies.get(branch) ?? ""));
    return owner === null ? [] : target({ ...owner, group: null });
  });
}
function ownerByName(branch, marker) {
  const { label = "live", name = "" } = /^rotate\/(?:(?<label>[a-z0-9-]+?)--)?(?<name>[a-z0-9-]+)$/.exec(branch)?.groups ?? {};
  const { namespace, cluster } = marker ?? {};
  for (const owner of [
    { namespace: namespace ?? name, cluster: cluster ?? label },
    { namespace: name, cluster: label }
  ]) {
    const named = branchName(owner.cluster, owner.namespace);
    if ("branch" in named && named.branch === branch) return owner;
  }
  return null;
}
function chooseClosings(targets, { seen }, read, policy) {
  const closings = [];
  const settled = [];
  const selects = selectorOf(read);
  for (const target of targets) {
    const closing = closingOf(target, "taken-back");
    const looked = seen.get(target.branch);
    if (looked === void 0) continue;
    if (!looked.ok) {
      settled.push(resultOf(closing, "failed", looked.error.message));
      continue;
    }
    const { found, pullRequests } = looked.value;
    const decision = decide(null, found, policy);
    const known = (number) => number === null ? null : pullRequests.get(number) ?? null;
    const keep = (reason, number) => void settled.push(resultOf(closing, "left-alone", reason, known(number)));
    const why = whyItStays(decision, target, found, read, selects);
    if (why === "unselected") continue;
    if (why !== null) keep(why, found.open[0]?.number ?? null);
    else closings.push(closing);
  }
  return { closings, settled };
}
function whyItStays(decision, { group }, { open, closed, branch }, { selection }, selects) {
  const whole = takesWholeNamespaces(selection) && (group === null || isEverywhere(selection));
  const markers = open.flatMap(({ marker }) => marker ?? []);
  const ids = markers.flatMap(({ changes }) => Object.keys(changes));
  const others = ids.filter((id) => !selects(id)).length;
  if (ids.length > 0 ? others === ids.length : group !== null && !whole) return "unselected";
  switch (decision.do) {
    case "close":
      if (others > 0) return SAY.others(others);
      return ids.length > 0 || whole ? null : SAY.notKnown;
    case "delete-branch":
      return whole ? null : "unselected";
    case "left-alone":
      return reasonFor(decision);
    default:
      if (branch === null || branch.ours || closed !== null || !whole) return "unselected";
      return SAY.foreignBranch(branch.why);
  }
}
function selectorOf({ survey, selection, namespaces }) {
  const selects = selectsCredential(selection, "report");
  const assessments = new Map(survey.assessments.map((each) => [each.credential.id, each]));
  const selected = new Set(namespaces.folders.map(idPrefix));
  const there = new Set(namespaces.all.map(idPrefix));
  return (id) => {
    const assessment = assessments.get(id);
    if (assessment !== void 0) return selects(assessment);
    if (!takesWholeNamespaces(selection)) return false;
    const prefix = id.slice(0, id.indexOf("/"));
    return selected.has(prefix) || !there.has(prefix) && isEverywhere(selection);
  };
}

// src/commands/close.ts
var SAY2 = {
  noSelection: (branches) => `Nothing was selected, and everything would be ${counted(branches, "branch", "branches")} below rotate/ with their pull requests. Name whose to close: --namespace NAME, --team NAME, --kind KIND, or --all.`,
  looking: "looking for pull requests",
  reason: (text) => `Reason given: ${escapeMarkdown(text)}`,
  wouldClose: "Its branch would be deleted too.",
  wouldDelete: "An unfinished run left it: its branch would be deleted."
};
async function close(options, say) {
  const { dryRun, now } = options;
  const surveyed = await surveyBase(options, say, false, false);
  if (!surveyed.ok) return surveyed;
  const read = surveyed.value;
  if (read.remote === null) throw new Error("close was surveyed without its remote");
  if (!read.selected) {
    const ours = [...read.remote.refs.branches.keys()].filter((branch) => branch.startsWith("rotate/"));
    return fail("no-selection", SAY2.noSelection(ours.length));
  }
  const connected = await connect(read, { ...options, fork: options.request.fork, writes: !dryRun }, say);
  if (!connected.ok) return connected;
  const connection = connected.value;
  const { github, head } = connection;
  const listed = await github.openPullRequests();
  if (!listed.ok) return listed;
  const targets = branchesToLookAt(read, listed.value, head.refs);
  say.progress?.({ phase: SAY2.looking, done: 0, total: targets.length });
  const looked = await look(targets, {
    github: { ...github, openPullRequests: async () => listed },
    remote: head.remote,
    refs: head.refs,
    base: read.base,
    today: read.date,
    now,
    everything: false
  });
  if (!looked.ok) return looked;
  const policy = policyOf(read, options);
  const choice = chooseClosings(targets, looked.value, read, policy);
  if (dryRun) return ok({ result: foretell(choice, looked.value.seen, read), stopped: false });
  return carryOut(choice, looked.value.seen, { read, connection, options, policy, say });
}
async function carryOut({ closings, settled }, seen, { read, connection, options, policy, say }) {
  const { reason, now } = options;
  const { github, head } = connection;
  const note = reason === null ? {} : { closingNote: SAY2.reason(reason) };
  const published = await publish(
    closings.map((closing) => ({ ...closing, ...note })),
    seen,
    { remote: read.remote?.remote ?? head.remote, head, github, base: read.base, now, policy },
    (progress) => say.progress?.(toldProgress(progress, connection.left()))
  );
  for (const remark of published.remarks) say(remark);
  const result = resultFor(read, [...published.results, ...settled], [], problemsOf(read));
  return ok({ result, stopped: published.stopped !== null });
}
function foretell({ closings, settled }, seen, read) {
  const planned = closings.map((closing) => {
    const looked = seen.get(closing.branch);
    const [open] = looked?.ok ? looked.value.found.open : [];
    const pull = looked?.ok && open !== void 0 ? looked.value.pullRequests.get(open.number) ?? null : null;
    return resultOf(closing, "planned", open === void 0 ? SAY2.wouldDelete : SAY2.wouldClose, pull);
  });
  return resultFor(read, [...planned, ...settled], [], problemsOf(read));
}
function problemsOf({ selection, namespaces, survey }) {
  return takesWholeNamespaces(selection) ? namespaces.problems : survey.problems;
}
function policyOf({ date, config }, { request, now }) {
  const { refreshAfterDays } = settingsFor(request, config, now);
  return { today: date, refreshAfterDays, explicitDate: false, askedByName: true, incident: null };
}

// src/cli/verbs/close.ts
var LONGEST_REASON = 1e3;
function runClose(flags) {
  const selection = [
    ...selectionArguments(flags),
    ...remoteArguments(flags),
    ...flags.reason === void 0 ? [] : ["--reason", flags.reason]
  ];
  const { verbose, base, remote, reason = null, dryRun } = flags;
  const version = readVersion();
  const request = { ...PLAIN_REQUEST, fork: flags.fork ?? null };
  return runDoor(flags, {
    run: async (options, say) => {
      if (reason !== null && reason.length > LONGEST_REASON)
        return fail("usage", `--reason takes at most ${LONGEST_REASON} characters.`);
      return close({ ...options, base, remote, version, request, reason, dryRun }, say);
    },
    render: {
      json: ({ result }) => toJson(result),
      csv: async ({ result }) => (await import("./csv-SGZFII6Z.js")).pullRequestsCsv(result),
      markdown: async ({ result }) => (await import("./status-markdown-UBEHS43Z.js")).closeMarkdown(result),
      text: async ({ result }, { width, color }) => (await import("./close-WFHVUHEM.js")).closeText(result, { width, color, verbose, selection })
    },
    exitCode: ({ result: { pullRequests }, stopped }) => stopped || pullRequests.some(({ outcome }) => outcome === "failed") ? 1 : 0
  });
}
export {
  runClose
};
