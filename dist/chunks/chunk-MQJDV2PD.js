import { createRequire as createRequireOfNode } from 'node:module';import { dirname as dirnameOfNode } from 'node:path';import { fileURLToPath as fileURLToPathOfNode } from 'node:url';const require = createRequireOfNode(import.meta.url);const filenameOfChunk = fileURLToPathOfNode(import.meta.url);const dirnameOfChunk = dirnameOfNode(filenameOfChunk);
import {
  dashboard
} from "./chunk-DLSUGZUK.js";
import {
  open,
  policyOf
} from "./chunk-O7HYS36E.js";
import {
  schedule
} from "./chunk-BKY3X7BS.js";
import {
  connect,
  connectGraphQL,
  look,
  readValuesBefore
} from "./chunk-IFRVSPJL.js";
import {
  asker,
  connectGitHub,
  missingToken
} from "./chunk-UQVQJWNY.js";
import {
  readOpenRequest
} from "./chunk-FDROE5OA.js";
import {
  BEGUN_TODAY,
  takeTurns
} from "./chunk-BHIPLZZ7.js";
import {
  surveyBase,
  unitsOf
} from "./chunk-6DVN7245.js";
import {
  folderOf,
  groupTargets,
  idPrefix,
  targetOf,
  teamOf
} from "./chunk-SYWRY25U.js";
import {
  isLoopback,
  openRemote
} from "./chunk-6UG6PYL3.js";
import {
  planSelected
} from "./chunk-YBYK2A4Q.js";
import {
  toJson
} from "./chunk-7OZAT5UJ.js";
import {
  runDoor
} from "./chunk-AOET4JBJ.js";
import {
  openRoot,
  resolveDate,
  selectsCredential
} from "./chunk-NYGNCS6O.js";
import {
  dayInLondon
} from "./chunk-E5D2VRLW.js";
import {
  code,
  details,
  escapeMarkdown,
  markdownTable
} from "./chunk-E5CKJXHL.js";
import {
  findToken
} from "./chunk-Y4JF27LT.js";
import {
  branchName
} from "./chunk-2VDNCQM2.js";
import {
  defaultMaxAge
} from "./chunk-2VAMA6IS.js";
import {
  readVersion
} from "./chunk-VR4ZXF2Q.js";
import {
  settingsFor
} from "./chunk-L6VYHJNY.js";
import {
  parseMarker
} from "./chunk-F4Z5UIRW.js";
import {
  count,
  digits,
  kindCounts,
  listWords,
  namespaceName
} from "./chunk-Y65K6MQG.js";
import {
  groupBy
} from "./chunk-SERVURPW.js";
import {
  hostOf,
  repositoryOf
} from "./chunk-DLNDPKSX.js";
import {
  fail,
  ok
} from "./chunk-YRXO237O.js";

// src/dashboard/checkboxes.ts
var KEY = /^(?<clusterLabel>[a-z0-9](?:[-a-z0-9]{0,61}[a-z0-9])?)\/(?<namespace>[a-z0-9](?:[-a-z0-9]{0,61}[a-z0-9])?)$/;
var BOX = /^(?<start>[ \t]*[-*+] \[)(?<tick>[ xX])(?<mark>\] <!-- rotate-pr:rotate (?<key>[^\r\n]*?) -->)/gm;
function boxKey(cluster, namespace) {
  return `${cluster.split(".", 1)[0]}/${namespace}`;
}
function readBoxKey(key) {
  const { clusterLabel, namespace } = KEY.exec(key)?.groups ?? {};
  return clusterLabel === void 0 || namespace === void 0 ? null : { clusterLabel, namespace };
}
function boxLine(key, markdown) {
  return `- [ ] <!-- rotate-pr:rotate ${key} --> ${markdown}`;
}
function tickedBoxes(text) {
  const ticked = Array.from(
    text.matchAll(BOX),
    ({ groups }) => groups?.["tick"] === " " ? [] : [groups?.["key"] ?? ""]
  );
  return [...new Set(ticked.flat())];
}
function withTicks(text, ticked) {
  if (ticked.size === 0) return text;
  return text.replace(
    BOX,
    (whole, start, _tick, mark, key) => ticked.has(key) ? `${start}x${mark}` : whole
  );
}

// src/github/issues.ts
function connectIssues(given) {
  const options = { ...given, rights: '"Issues: write"' };
  const { owner, repo } = options.repository;
  const here = { owner, repo };
  const ask = asker(options);
  const { closedBy, comment, updateComment, createLabel } = connectGitHub(options);
  return {
    closedBy,
    comment,
    updateComment,
    createLabel,
    labelled: (label) => ask(`list the issues with the label ${label}`, async (octokit) => {
      const order = { state: "all", sort: "created", direction: "asc" };
      const request = { ...here, ...order, labels: label, per_page: 100 };
      const found = await octokit.paginate(octokit.rest.issues.listForRepo, request);
      return found.filter(({ pull_request }) => pull_request === void 0).map(toIssue);
    }),
    // Not tried again after a lost answer: the next run finds the issue, and two would have to be made one.
    create: ({ title, body, labels }) => ask("create the issue", async ({ rest }) => {
      const request = { ...here, title, body, labels: [...labels], request: { retries: 0 } };
      return toIssue((await rest.issues.create(request)).data);
    }),
    update: (number, change2) => ask(`change the issue #${number}`, async ({ rest }) => {
      await rest.issues.update({ ...here, issue_number: number, ...change2 });
    }),
    comments: (number) => ask(`read the comments of #${number}`, async (octokit) => {
      const request = { ...here, issue_number: number, per_page: 100 };
      const found = await octokit.paginate(octokit.rest.issues.listComments, request);
      return found.map(({ id, body, user }) => ({ id, body: body ?? "", author: user?.login ?? null }));
    }),
    deleteComment: (id) => ask(`delete the comment ${id}`, async ({ rest }) => {
      await rest.issues.deleteComment({ ...here, comment_id: id });
    })
  };
}
function toIssue(raw) {
  return {
    number: raw.number,
    url: raw.html_url,
    title: raw.title,
    body: raw.body ?? "",
    state: raw.state === "open" ? "open" : "closed",
    author: raw.user?.login ?? null,
    closedAt: raw.closed_at ?? null
  };
}

// src/dashboard/connect.ts
async function connectDashboard(options, say) {
  const root = openRoot(options);
  if (!root.ok) return root;
  const token = await findToken(options.env);
  const { env, version } = options;
  const cwd = root.value.top ?? root.value.root;
  const remote = await openRemote({ cwd, remote: options.remote, env, token: token?.value ?? null });
  if (!remote.ok) return remote;
  const repository = repositoryOf(env, remote.value);
  if (!repository.ok) return repository;
  if (token === null) return missingToken();
  const connection = {
    repository: repository.value,
    token: token.value,
    version,
    // GitHub's limits are GitHub's: a server on this machine (the demo, a test) has none to wait for
    pacing: !isLoopback(hostOf(repository.value.apiUrl)),
    onWarning: say
  };
  const viewer = await connectGraphQL(connection).viewer();
  if (!viewer.ok) return viewer;
  return ok({ issues: connectIssues(connection), login: viewer.value.login });
}

// src/results/dashboard.ts
var ENTRY_STATES = ["open", "due", "deferred", "closed", "held", "blocked"];
function countEntries(entries) {
  const of = (state) => {
    const found = entries.filter((entry) => entry.state === state);
    const names = new Set(
      found.map(({ cluster, namespace, group }) => `${cluster}/${namespace}/${group ?? ""}`)
    );
    const ids = new Set(found.flatMap(({ credentials }) => credentials.map(({ id }) => id)));
    return { namespaces: names.size, credentials: ids.size };
  };
  return {
    open: of("open"),
    due: of("due"),
    deferred: of("deferred"),
    closed: of("closed"),
    held: of("held"),
    blocked: of("blocked")
  };
}

// src/dashboard/content.ts
async function dashboardContent(read, { github, head }, options) {
  const { survey, selection, date, base, namespaces } = read;
  const resolved = settingsFor(options.request, read.config, options.now);
  const settings = { ...resolved, pacing: { limit: null, maxOpen: null, hourlyLimit: null } };
  const planned = planSelected(survey, selection, date, options);
  const made = await unitsOf(read, planned.rotations, settings, head.refs);
  const targets = [...made.units.map((unit) => targetOf(unit, false)), ...groupTargets(head.refs)];
  const context = {
    github,
    remote: head.remote,
    refs: head.refs,
    base,
    today: date,
    now: options.now,
    everything: true
  };
  const sight = await look(targets, context);
  if (!sight.ok) return sight;
  const looked = await readValuesBefore(sight.value, read);
  const assessments = new Map(survey.assessments.map((each) => [each.credential.id, each]));
  const policy = policyOf(read, options, settings);
  const plan = schedule(made.units, { looked, assessments, namespaces, policy });
  const { sightings } = looked;
  const turns = await takeTurns(plan.creatable, { read, sightings, settings, now: options.now });
  const { readAllMetadata } = await import("./metadata-57WJNHBR.js");
  const metadata = await readAllMetadata(namespaces.folders, read.reader);
  const known = { read, looked, assessments, metadata };
  const entries = [
    ...openEntries(known),
    ...turns.admitted.map((unit) => unitEntry(known, unit, "due", null)),
    ...turns.deferred.map(({ one, reason }) => unitEntry(known, one, "deferred", dated(reason, options.now))),
    ...plan.settled.map(({ unit, result }) => settledEntry(known, unit, result.reason)),
    ...skippedEntries(known, [...planned.skipped, ...made.skipped, ...plan.skipped])
  ];
  const reported = survey.assessments.filter(selectsCredential({ ...selection, due: false }, "rotate"));
  return ok({
    entries,
    totals: countEntries(entries),
    credentials: reported.length,
    namespaces: new Set(reported.map(({ credential }) => folderOf(credential.file))).size,
    maxAgeDays: options.maxAgeDays ?? defaultMaxAge(read.config)
  });
}
var NO_PULL_REQUEST = { number: null, url: null, openedOn: null };
function placeOf(cluster, namespace, path, { metadata }) {
  return { cluster, namespace, group: null, team: teamOf(metadata.get(path)) };
}
function openEntries(known) {
  const { read, looked } = known;
  const byBranch = new Map(read.namespaces.folders.map((folder) => [`rotate/${idPrefix(folder)}`, folder]));
  return [...looked.sightings.open.values()].flat().map((pull) => {
    const marker = parseMarker(pull.body);
    const folder = byBranch.get(pull.branch);
    const place = folder === void 0 || marker?.group !== void 0 ? {
      cluster: marker?.cluster ?? null,
      namespace: marker?.namespace ?? null,
      group: marker?.group ?? null,
      team: null
    } : placeOf(folder.cluster, folder.namespace, folder.path, known);
    return {
      state: "open",
      ...place,
      credentials: Object.keys(marker?.changes ?? {}).map((id) => credentialOf(id, null, known)),
      number: pull.number,
      url: pull.url,
      openedOn: pull.createdAt === "" ? null : dayInLondon(new Date(pull.createdAt)),
      reason: remarkOn(pull, marker !== null, looked.seen.get(pull.branch)),
      box: null
    };
  });
}
function remarkOn(pull, ours, seen) {
  if (!ours) return "It is not one of rotate-pr.";
  const branch = seen?.ok ? seen.value.found.branch : null;
  if (branch?.ours === false) return "Somebody else committed to its branch, so rotate-pr leaves it alone.";
  return pull.draft ? "It is a draft." : null;
}
function unitEntry(known, unit, state, reason) {
  const [folder] = unit.folders;
  const { cluster = "", namespace = "", path = "" } = folder ?? {};
  const boxed = state === "due" || state === "deferred" || state === "closed";
  return {
    state,
    ...placeOf(cluster, namespace, path, known),
    credentials: [...unit.wanted.keys()].map((id) => credentialOf(id, null, known)),
    ...NO_PULL_REQUEST,
    reason,
    box: boxed ? boxKey(cluster, namespace) : null
  };
}
function dated(reason, now) {
  return reason.replace(BEGUN_TODAY, `was begun on ${dayInLondon(now)}`);
}
function settledEntry(known, unit, why) {
  const looked = known.looked.seen.get(unit.branch);
  const closed = looked?.ok ? looked.value.found.closed : null;
  if (closed?.by !== "person" || closed.until === null) return unitEntry(known, unit, "blocked", why);
  const reason = `A person closed its pull request #${closed.number}, which counts until ${closed.until}.`;
  return unitEntry(known, unit, "closed", reason);
}
function skippedEntries(known, skipped) {
  const entries = /* @__PURE__ */ new Map();
  for (const { id, code: code2, message } of skipped) {
    const credential = known.assessments.get(id)?.credential;
    if (credential === void 0 || code2 === "in-group") continue;
    const state = code2 === "closed-by-person" ? "closed" : credential.state === "held" ? "held" : "blocked";
    const path = folderOf(credential.file);
    const entry = entries.get(`${state} ${path}`) ?? {
      state,
      ...placeOf(credential.cluster, credential.namespace, path, known),
      credentials: [],
      ...NO_PULL_REQUEST,
      reason: null,
      box: null
    };
    entry.credentials.push(credentialOf(id, message, known));
    entries.set(`${state} ${path}`, entry);
  }
  return [...entries.values()];
}
function credentialOf(id, reason, { assessments }) {
  const { kind = null, rotatedOn = null } = assessments.get(id)?.credential ?? {};
  return { id, kind, rotatedOn, reason };
}
function boxesOf({
  namespaces
}) {
  const boxes = /* @__PURE__ */ new Map();
  for (const { cluster, namespace } of namespaces.all) {
    if ("branch" in branchName(cluster, namespace)) {
      boxes.set(boxKey(cluster, namespace), { cluster, namespace });
    }
  }
  return boxes;
}

// src/dashboard/decide.ts
var MARK = /<!-- rotate-pr:dashboard page=(?<page>[1-9]\d{0,3})(?<rest>[^<>\r\n]*) -->/;
var RETIRED = " closed=duplicate";
function pageOf(body) {
  const page = MARK.exec(body)?.groups?.["page"];
  return page === void 0 ? null : Number(page);
}
function isRetired(body) {
  return MARK.exec(body)?.groups?.["rest"]?.includes(RETIRED) === true;
}
function retiredBody(kept) {
  return `<!-- rotate-pr:dashboard page=1${RETIRED} -->
The dashboard is #${kept}.
`;
}
function decideDashboard(found, wanted) {
  const { open: open2, closed, duplicates } = found;
  if (open2 === null && closed?.by === "person" && !wanted.anew) {
    return { do: "left-alone", why: "closed-by-person", number: closed.number, url: closed.url };
  }
  const kept = open2 ?? (closed?.by === "bot" ? closed : null);
  if (kept === null) {
    const pages2 = wanted.pages.map((text, index) => marked(text, index + 1, wanted.stamp));
    return { do: "create", why: closed === null ? "none-yet" : "asked-for", pages: pages2 };
  }
  const ticked = new Set(
    kept.pages.flatMap(({ body }) => tickedBoxes(body)).filter((box) => !wanted.handled.has(box))
  );
  const pages = wanted.pages.map((text) => withTicks(text, ticked));
  const places = pages.map((_, index) => placeOf2(kept, index + 1));
  const writes = pages.flatMap((text, index) => {
    const place = places[index];
    if (says(place, index + 1, text)) return [];
    return [{ id: place?.id ?? null, body: marked(text, index + 1, wanted.stamp) }];
  });
  const first = says(places[0], 1, pages[0] ?? "") ? null : writes[0];
  const comments = first === null ? writes : writes.slice(1);
  const surplus = kept.pages.flatMap((one) => one.id === null || places.includes(one) ? [] : [one.id]);
  const { number, url } = kept;
  if (open2 !== null && writes.length + surplus.length + duplicates.length === 0) {
    return { do: "unchanged", number, url };
  }
  const why = open2 === null ? "closed-by-bot" : writes.length + surplus.length > 0 ? "changed" : "duplicate";
  return { do: "update", why, number, url, body: first?.body ?? null, comments, surplus, duplicates };
}
function placeOf2({ pages }, page) {
  return pages.find((one) => page === 1 ? one.id === null : one.id !== null && one.page === page);
}
function says(place, page, text) {
  return place !== void 0 && pageOf(place.body) === page && contentOf(place.body) === contentOf(text);
}
function marked(text, page, { asOf, base }) {
  return `<!-- rotate-pr:dashboard page=${page} as-of=${asOf} base=${base.slice(0, 12)} -->
${text}`;
}
function contentOf(body) {
  return body.replace(MARK, "").replaceAll("\r\n", "\n").trim();
}

// src/dashboard/issue.ts
var DASHBOARD_LABEL = "rotate-pr-dashboard";
var DASHBOARD_TITLE = "Credential rotation";
var COLOR = "5319e7";
var RETIRED_MARK = "<!-- rotate-pr:comment duplicate-dashboard -->";
var REASONS = {
  "none-yet": "There was no dashboard.",
  "asked-for": "A person had closed the last dashboard, and a new one was asked for.",
  changed: "What it says has changed.",
  "closed-by-bot": "A bot had closed it: it is open again.",
  duplicate: "A second dashboard was closed.",
  unchanged: "It says all that already.",
  "closed-by-person": "A person closed it; --new makes another one."
};
function duplicateOf(kept) {
  return `The dashboard is #${kept}: this one was made by a run that did not see it, and is closed.`;
}
async function findDashboards(issues, login) {
  const listed = await issues.labelled(DASHBOARD_LABEL);
  if (!listed.ok) return listed;
  const isOwn = ({ author }) => author?.toLowerCase() === login.toLowerCase();
  const all = listed.value.filter(({ title, body }) => pageOf(body) !== null || title === DASHBOARD_TITLE);
  const own = all.filter((one) => isOwn(one) && !isRetired(one.body));
  const open2 = own.filter(({ state }) => state === "open");
  const strangers = all.filter((one) => one.state === "open" && !isOwn(one)).map(({ number }) => number);
  const withPages = async (issue) => {
    const { number, url, body } = issue;
    const comments = await issues.comments(number);
    if (!comments.ok) return comments;
    const pages = comments.value.filter(isOwn).flatMap((comment) => {
      const page = pageOf(comment.body);
      return page === null ? [] : [{ id: comment.id, page, body: comment.body }];
    });
    return ok({ number, url, pages: [{ id: null, page: 1, body }, ...pages] });
  };
  const [oldest2, ...others] = open2;
  if (oldest2 !== void 0) {
    const kept = await withPages(oldest2);
    if (!kept.ok) return kept;
    const duplicates = others.map(({ number }) => number);
    return ok({ found: { open: kept.value, duplicates, closed: null }, strangers });
  }
  const last = own.reduce(
    (latest, one) => latest === null || (one.closedAt ?? "") >= (latest.closedAt ?? "") ? one : latest,
    null
  );
  if (last === null) return ok({ found: { open: null, duplicates: [], closed: null }, strangers });
  const closer = await issues.closedBy(last.number);
  if (!closer.ok) return closer;
  const by = closer.value?.bot === true ? "bot" : "person";
  const closed = await withPages(last);
  if (!closed.ok) return closed;
  return ok({ found: { open: null, duplicates: [], closed: { ...closed.value, by } }, strangers });
}
function foretell(decision, pages) {
  const said = told(decision, pages);
  return said.outcome === "created" || said.outcome === "updated" ? { ...said, outcome: "planned" } : said;
}
async function writeDashboard(issues, decision, pages) {
  if (decision.do === "create") return create(issues, decision, pages);
  const said = told(decision, pages);
  if (decision.do !== "update") return said;
  const failure = await change(issues, decision) ?? await retire(issues, decision);
  return failure === null ? said : { ...said, outcome: "failed", reason: failure.message };
}
function told(decision, pages) {
  switch (decision.do) {
    case "create":
      return { number: null, url: null, outcome: "created", reason: REASONS[decision.why], pages };
    case "update":
      return { ...placeOf3(decision), outcome: "updated", reason: REASONS[decision.why], pages };
    case "unchanged":
      return { ...placeOf3(decision), outcome: "unchanged", reason: REASONS.unchanged, pages };
    case "left-alone":
      return { ...placeOf3(decision), outcome: "left-alone", reason: REASONS[decision.why], pages: 0 };
  }
}
function placeOf3({ number, url }) {
  return { number, url };
}
async function create(issues, decision, pages) {
  const said = told(decision, pages);
  const failed = ({ message }) => ({ ...said, outcome: "failed", reason: message });
  const description = "The dashboard of rotate-pr, which finds it by this label";
  const label = await issues.createLabel({ name: DASHBOARD_LABEL, color: COLOR, description });
  if (!label.ok) return failed(label.error);
  const [body = "", ...others] = decision.pages;
  const made = await issues.create({ title: DASHBOARD_TITLE, body, labels: [DASHBOARD_LABEL] });
  if (!made.ok) return failed(made.error);
  const place = placeOf3(made.value);
  for (const page of others) {
    const written = await issues.comment(place.number, page);
    if (!written.ok) return { ...failed(written.error), ...place };
  }
  return { ...said, ...place };
}
async function change(issues, decision) {
  const { number, body, why, comments, surplus } = decision;
  for (const page of comments) {
    const written = page.id === null ? await issues.comment(number, page.body) : await issues.updateComment(page.id, page.body);
    if (!written.ok) return written.error;
  }
  if (body !== null || why === "closed-by-bot") {
    const text = body === null ? {} : { body };
    const reopened = why === "closed-by-bot" ? { state: "open" } : {};
    const written = await issues.update(number, { ...text, ...reopened });
    if (!written.ok) return written.error;
  }
  for (const id of surplus) {
    const deleted = await issues.deleteComment(id);
    if (!deleted.ok && deleted.error.code !== "not-found") return deleted.error;
  }
  return null;
}
async function retire(issues, { number: kept, duplicates }) {
  for (const number of duplicates) {
    const comments = await issues.comments(number);
    if (!comments.ok) return comments.error;
    if (!comments.value.some(({ body }) => body.startsWith(RETIRED_MARK))) {
      const said = await issues.comment(number, `${RETIRED_MARK}
${duplicateOf(kept)}`);
      if (!said.ok) return said.error;
    }
    const closed = await issues.update(number, { body: retiredBody(kept), state: "closed" });
    if (!closed.ok) return closed.error;
  }
  return null;
}

// src/dashboard/run.ts
var UNFINISHED = ["deferred", "failed"];
async function openTicked(boxes, read, options, say) {
  const there = boxesOf(read);
  const results = [];
  const byCluster = /* @__PURE__ */ new Map();
  for (const box of boxes) {
    const name = readBoxKey(box);
    const found = there.get(box);
    if (name === null || found === void 0) {
      results.push(refused(box));
      continue;
    }
    const ofCluster = byCluster.get(name.clusterLabel) ?? [];
    ofCluster.push({ box, ...found, clusterLabel: name.clusterLabel });
    byCluster.set(name.clusterLabel, ofCluster);
  }
  for (const [clusterLabel, ticked] of byCluster) {
    if (options.dryRun) {
      results.push(...ticked.map((one) => boxResult(one, "planned", "Its pull request would be opened.")));
      continue;
    }
    const namespaces = ticked.map(({ namespace }) => namespace);
    const selection = { ...options.selection, namespaces, clusters: [clusterLabel] };
    const opened = await open({ ...options, selection }, say);
    if (!opened.ok) return opened;
    const { pullRequests, skipped } = opened.value.result;
    results.push(...ticked.map((one) => resultFor(one, pullRequests, skipped)));
  }
  return ok(results);
}
function resultFor(ticked, pullRequests, skipped) {
  const { cluster, namespace } = ticked;
  const pull = pullRequests.find((one) => one.cluster === cluster && one.namespace === namespace);
  if (pull !== void 0)
    return { ...boxResult(ticked, pull.outcome, pull.reason), number: pull.number, url: pull.url };
  const prefix = `${idPrefix(ticked)}/`;
  const why = skipped.find(({ id }) => id.startsWith(prefix));
  const message = why === void 0 ? "Nothing of it is due." : `Nothing was opened: ${why.message}.`;
  return boxResult(ticked, "left-alone", message);
}
function boxResult({ box, cluster, namespace }, outcome, reason) {
  const ticked = UNFINISHED.includes(outcome) || outcome === "planned";
  return { box, cluster, namespace, outcome, reason, number: null, url: null, ticked };
}
function refused(box) {
  const reason = "The mark of the box names no namespace of the base branch.";
  return {
    box,
    cluster: null,
    namespace: null,
    outcome: "refused",
    reason,
    number: null,
    url: null,
    ticked: false
  };
}

// src/report/dashboard.ts
var PAGE = 6e4;
var PART = 3e4;
var MAX_REASON = 400;
var MAX_NAME = 120;
var NAMED = 20;
function dashboardPages(content) {
  const { entries } = content;
  const head = [
    dashboard.intro,
    escapeMarkdown(dashboard.scope(content)),
    entries.length === 0 ? dashboard.nothing : totalsTable(content)
  ].join("\n\n");
  if (entries.length === 0) return [`${head}
`];
  const pages = pack(teamsOf(entries).flatMap(teamParts), PAGE - head.length);
  return pages.map((parts, index) => {
    const names = [parts[0]?.name ?? "", parts.at(-1)?.name ?? ""];
    const title = `## ${escapeMarkdown(dashboard.teams(index + 1, pages.length, names))}`;
    const more = index === 0 && pages.length > 1 ? [dashboard.more(pages.length)] : [];
    const text = [title, ...more, ...parts.map((part) => part.text)].join("\n\n");
    return index === 0 ? `${head}

${text}
` : `${text}
`;
  });
}
function totalsTable({ totals }) {
  const rows = ENTRY_STATES.filter((state) => totals[state].namespaces > 0).map((state) => [
    dashboard.rows[state],
    digits(totals[state].namespaces),
    digits(totals[state].credentials)
  ]);
  return markdownTable(dashboard.columns, rows, [1, 2]);
}
function teamsOf(entries) {
  const shared = entries.filter(({ namespace }) => namespace === null);
  const own = entries.filter(({ namespace }) => namespace !== null);
  const without = own.filter(({ team }) => team === null);
  const named = own.flatMap((entry) => entry.team === null ? [] : [{ team: entry.team, entry }]);
  const teams = [...groupBy(named, ({ team }) => team)].map(([name, ofTeam]) => ({ name: cut(name, MAX_NAME), entries: ofTeam.map(({ entry }) => entry) })).sort((a, b) => compareText(a.name, b.name));
  return [
    { name: dashboard.shared, entries: shared },
    ...teams,
    { name: dashboard.noTeam, entries: without }
  ].filter((team) => team.entries.length > 0);
}
function teamParts({ name, entries }) {
  const summary = `${name}: ${teamCounts(entries)}`;
  const lines = ENTRY_STATES.flatMap((state) => {
    const ofState = entries.filter((entry) => entry.state === state).toSorted(compareEntries);
    return ofState.flatMap(entryLines).map((line) => ({ state, line }));
  });
  const parts = [];
  let room = 0;
  let heading = null;
  for (const { state, line } of lines) {
    if (line.length > room) {
      parts.push([]);
      room = PART;
      heading = null;
    }
    const part = parts.at(-1);
    if (heading !== state) part.push(`${heading === null ? "" : "\n"}**${dashboard.headings[state]}**
`);
    part.push(line);
    heading = state;
    room -= line.length + 1;
  }
  return parts.map((part, index) => {
    const title = index === 0 ? summary : `${summary}${dashboard.continued}`;
    return { name, text: details(title, part.join("\n")) };
  });
}
function teamCounts(entries) {
  const counts = ENTRY_STATES.flatMap((state) => {
    const found = entries.filter((entry) => entry.state === state).length;
    return found === 0 ? [] : [`${digits(found)} ${dashboard.counts[state]}`];
  });
  return counts.join(", ");
}
function compareEntries(a, b) {
  if (a.number !== null && b.number !== null) return a.number - b.number;
  return compareText(oldest(a) ?? "", oldest(b) ?? "") || compareText(nameOf(a), nameOf(b));
}
function compareText(a, b) {
  return a < b ? -1 : a > b ? 1 : 0;
}
function oldest({ credentials }) {
  const days = credentials.map(({ rotatedOn }) => rotatedOn);
  if (days.includes(null)) return null;
  return days.toSorted()[0] ?? null;
}
function nameOf({ namespace, cluster, group }) {
  if (namespace !== null && cluster !== null) return cut(namespaceName({ namespace, cluster }), MAX_NAME);
  return group === null ? "" : cut(dashboard.group(group), MAX_NAME);
}
function entryLines(entry) {
  const { state, box, credentials, reason } = entry;
  const name = code(nameOf(entry));
  if (state === "open") return [`- ${[linkOf(entry), name].filter(Boolean).join(" ")}: ${openWords(entry)}`];
  const what = whatOf(credentials);
  const said = `${name}: ${what}, ${dashboard.rotated(oldest(entry), credentials.length > 1)}${sentence(reason)}`;
  if (box !== null) return [boxLine(box, said)];
  if (reason !== null) return [`- ${said}`];
  return [...groupBy(credentials, (each) => each.reason ?? "")].map(([why, some]) => {
    const which = state === "held" ? whatOf(some) : idList(some);
    return `- ${name}: ${which}: ${shortReason(why)}`;
  });
}
function idList(credentials) {
  const shown = credentials.slice(0, NAMED).map(({ id }) => code(cut(id.slice(id.indexOf("/") + 1), MAX_NAME)));
  const left = credentials.length - shown.length;
  return listWords(left === 0 ? shown : [...shown, count(left, "other credential")]);
}
function openWords(entry) {
  const { credentials, openedOn, reason } = entry;
  const opened = openedOn === null ? "" : `, ${dashboard.opened(openedOn)}`;
  return `${whatOf(credentials)}${opened}${sentence(reason)}`;
}
function linkOf({ number, url }) {
  if (number === null) return "";
  const plain = url !== null && /^https?:\/\/[\w.:/~%-]+$/.test(url);
  return plain ? `[#${number}](${url})` : code(`#${number}`);
}
function whatOf(credentials) {
  const known = credentials.flatMap(({ kind }) => kind === null ? [] : [{ kind }]);
  const others = credentials.length - known.length;
  const parts = [...kindCounts(known), ...others === 0 ? [] : [count(others, "credential")]];
  return parts.length === 0 ? dashboard.unknown : listWords(parts);
}
function sentence(reason) {
  return reason === null ? "" : `. ${shortReason(reason)}`;
}
function shortReason(reason) {
  return escapeMarkdown(cut(reason, MAX_REASON));
}
function cut(text, length) {
  return text.length <= length ? text : `${text.slice(0, length)} \u2026`;
}
function pack(parts, firstRoom) {
  const pages = [[]];
  let room = firstRoom;
  for (const part of parts) {
    if (part.text.length + 2 > room && pages.at(-1).length > 0) {
      pages.push([]);
      room = PAGE;
    }
    pages.at(-1).push(part);
    room -= part.text.length + 2;
  }
  return pages;
}

// src/commands/dashboard.ts
async function dashboard2(given, say) {
  const { kinds } = given.selection;
  const everything = { namespaces: [], clusters: [], modules: [], teams: [], production: null };
  const options = { ...given, all: true, selected: true, selection: { ...everything, kinds, due: true } };
  const date = resolveDate(options);
  if (!date.ok) return date;
  const connected = await connectDashboard(options, say);
  if (!connected.ok) return connected;
  const { issues, login } = connected.value;
  let boxes = [];
  if (options.run) {
    const board = await findDashboards(issues, login);
    if (!board.ok) return board;
    boxes = tickedOn(board.value);
    if (boxes.length === 0) return ok({ result: nothingTicked(board.value, date.value), pages: [] });
  }
  return refresh(options, connected.value, boxes, say);
}
function tickedOn({ found: { open: open2 } }) {
  return [...new Set((open2?.pages ?? []).flatMap(({ body }) => tickedBoxes(body)))];
}
async function refresh(options, { issues, login }, boxes, say) {
  const surveyed = await surveyBase(options, say, false);
  if (!surveyed.ok) return surveyed;
  const read = surveyed.value;
  const opened = boxes.length === 0 ? ok([]) : await openTicked(boxes, read, options, say);
  if (!opened.ok) return opened;
  const { fork } = options.request;
  const connected = await connect(read, { ...options, fork, writes: false }, say);
  if (!connected.ok) return connected;
  say("looking at the pull requests");
  const content = await dashboardContent(read, connected.value, options);
  if (!content.ok) return content;
  const pages = dashboardPages(content.value);
  const board = await findDashboards(issues, login);
  if (!board.ok) return board;
  for (const number of board.value.strangers) {
    say(`#${number} looks like the dashboard and was made by another account: it stays as it is.`);
  }
  const decision = decideDashboard(board.value.found, {
    pages,
    handled: new Set(opened.value.filter(({ ticked }) => !ticked).map(({ box }) => box)),
    anew: options.anew,
    stamp: { asOf: read.date, base: read.base.sha }
  });
  const issue = options.dryRun ? foretell(decision, pages.length) : await writeDashboard(issues, decision, pages.length);
  if (issue.outcome === "failed" && issue.number === null && opened.value.length === 0) {
    return fail("not-written", issue.reason);
  }
  const { maxAgeDays: _, ...told2 } = content.value;
  return ok({
    result: resultOf(read.date, read.base.sha, issue, opened.value, told2, read.survey.problems),
    pages
  });
}
function resultOf(date, base, issue, boxes, { credentials, namespaces, totals, entries }, problems) {
  return { schemaVersion: 1, date, base, issue, boxes, credentials, namespaces, totals, entries, problems };
}
function nothingTicked({ found: { open: open2 } }, date) {
  const issue = open2 === null ? { number: null, url: null, outcome: "left-alone", reason: "There is no open dashboard.", pages: 0 } : {
    number: open2.number,
    url: open2.url,
    outcome: "unchanged",
    reason: "No box is ticked.",
    pages: open2.pages.length
  };
  const none = { entries: [], totals: countEntries([]), credentials: 0, namespaces: 0 };
  return resultOf(date, null, issue, [], none, []);
}

// src/cli/verbs/dashboard.ts
var PAGE_BREAK = "\n---\n\n";
function runDashboard(given) {
  return runDoor({ ...given, includeHeld: false }, dashboardDoor(given));
}
function dashboardDoor(given) {
  const flags = { ...given, includeHeld: false, again: false, forceLiteral: false };
  const version = readVersion();
  return {
    run: async (options, say) => {
      const request = readOpenRequest({ ...flags, group: "namespace", incident: false });
      if (!request.ok) return request;
      const { base, remote, run, new: anew, dryRun } = flags;
      return dashboard2({ ...options, base, remote, version, request: request.value, run, anew, dryRun }, say);
    },
    render: {
      json: ({ result }) => toJson(result),
      csv: async ({ result }) => (await import("./csv-SGZFII6Z.js")).dashboardCsv(result),
      markdown: ({ pages }) => pages.join(PAGE_BREAK),
      text: async ({ result }, { width, color }) => (await import("./dashboard-MRAQHDFF.js")).dashboardText(result, {
        width,
        color,
        verbose: flags.verbose
      })
    },
    // a box that waits for its turn is no failure: it stays ticked
    exitCode: ({ result: { issue, boxes } }) => issue.outcome === "failed" || boxes.some(({ outcome }) => outcome === "failed") ? 1 : 0
  };
}

export {
  runDashboard,
  dashboardDoor
};
