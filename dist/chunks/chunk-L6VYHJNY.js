import { createRequire as createRequireOfNode } from 'node:module';import { dirname as dirnameOfNode } from 'node:path';import { fileURLToPath as fileURLToPathOfNode } from 'node:url';const require = createRequireOfNode(import.meta.url);const filenameOfChunk = fileURLToPathOfNode(import.meta.url);const dirnameOfChunk = dirnameOfNode(filenameOfChunk);
import {
  pageMark,
  withMarker
} from "./chunk-F4Z5UIRW.js";
import {
  TZDate,
  addDays,
  format
} from "./chunk-JBHNNT7X.js";
import {
  DEFAULT_MAX_AGE_DAYS
} from "./chunk-JFE6TSOK.js";

// src/config/settings.ts
var DEFAULT_SETTINGS = {
  limit: null,
  maxOpen: null,
  hourlyLimit: null,
  // `Gov.UK Prototype Kit` is what the Cloud Platform's prototype template writes: 100 namespaces had it in August 2026
  stagger: { enabled: true, holdProductionDays: 7, notOneApplication: ["Gov.UK Prototype Kit"] },
  refreshAfterDays: 14,
  labels: [],
  reviewers: [],
  teamReviewers: [],
  requestReview: true,
  assignees: [],
  draft: false,
  autoMerge: null,
  sign: false,
  author: null,
  title: null,
  base: null
};
function resolveSettings(config, flags = {}) {
  const values = config?.values ?? {};
  const standard = DEFAULT_SETTINGS;
  const pick2 = (flag, given, key, written, otherwise) => resolve({ flag, given, written, origin: originInFile(config, key), otherwise });
  return {
    limit: pick2("--limit", flags.limit, "limit", values.limit, standard.limit),
    maxOpen: pick2("--max-open", flags.maxOpen, "maxOpen", values.maxOpen, standard.maxOpen),
    hourlyLimit: pick2(
      "--hourly-limit",
      flags.hourlyLimit,
      "hourlyLimit",
      values.hourlyLimit,
      standard.hourlyLimit
    ),
    stagger: pick2(
      flags.together === true ? "--together" : "--no-together",
      flags.together === void 0 ? void 0 : { ...staggerOf(values.stagger), enabled: !flags.together },
      "stagger",
      values.stagger === void 0 ? void 0 : staggerOf(values.stagger),
      standard.stagger
    ),
    refreshAfterDays: pick2(
      "--refresh-after",
      flags.refreshAfter,
      "refreshAfter",
      values.refreshAfter,
      standard.refreshAfterDays
    ),
    labels: pick2("--label", flags.label, "labels", values.labels, standard.labels),
    reviewers: pick2(
      "--reviewer",
      flags.reviewer,
      "reviewers",
      values.reviewers,
      standard.reviewers
    ),
    teamReviewers: pick2(
      "--team-reviewer",
      flags.teamReviewer,
      "teamReviewers",
      values.teamReviewers,
      standard.teamReviewers
    ),
    requestReview: pick2(
      flags.requestReview === false ? "--no-request-review" : "--request-review",
      flags.requestReview,
      "requestReview",
      values.requestReview,
      standard.requestReview
    ),
    assignees: pick2(
      "--assignee",
      flags.assignee,
      "assignees",
      values.assignees,
      standard.assignees
    ),
    draft: pick2(
      flags.draft === false ? "--no-draft" : "--draft",
      flags.draft,
      "draft",
      values.draft,
      standard.draft
    ),
    autoMerge: pick2(
      "--auto-merge",
      flags.autoMerge,
      "autoMerge",
      values.autoMerge,
      standard.autoMerge
    ),
    sign: pick2(flags.sign === false ? "--no-sign" : "--sign", flags.sign, "sign", values.sign, standard.sign),
    author: pick2(
      "--author",
      flags.author === void 0 ? void 0 : readAuthor(flags.author),
      "author",
      values.author === void 0 ? void 0 : readAuthor(values.author),
      standard.author
    ),
    title: pick2("", void 0, "title", values.title, standard.title),
    base: pick2("--base", flags.base, "base", values.base, standard.base)
  };
}
function plainSettings(resolved) {
  return Object.fromEntries(
    Object.entries(resolved).map(([name, { value }]) => [name, value])
  );
}
function resolve({ flag, given, written, origin, otherwise }) {
  if (given !== void 0) return { value: given, origin: { from: "flag", flag } };
  if (written !== void 0) return { value: written, origin };
  return { value: otherwise, origin: { from: "default" } };
}
function originInFile(config, key) {
  const line = config?.lines.get(key);
  return config === null || line === void 0 ? { from: "default" } : { from: "file", file: config.file, line };
}
function staggerOf(given) {
  const standard = DEFAULT_SETTINGS.stagger;
  if (given === void 0) return standard;
  if (typeof given === "boolean") return { ...standard, enabled: given };
  const { enabled, holdProductionDays, notOneApplication } = given;
  return {
    enabled: enabled ?? standard.enabled,
    holdProductionDays: holdProductionDays ?? standard.holdProductionDays,
    notOneApplication: notOneApplication ?? standard.notOneApplication
  };
}
function readAuthor(text) {
  const { name, email } = /^(?<name>[^<>]*[^<> ]) <(?<email>[^<>\s]+)>$/.exec(text)?.groups ?? {};
  return name === void 0 || email === void 0 ? null : { name, email };
}

// src/config/windows.ts
var TIME_ZONE = "Europe/London";
function windowAt(config, now) {
  const { windows = [], freezes = [] } = config?.values ?? {};
  const calendar = { windows, freezes };
  if (isOpen(calendar, now)) return { open: true };
  const { day } = wallClock(now);
  const freeze = freezes.find((each) => isFrozen(each, day));
  const reason = freeze === void 0 ? `it is outside the windows (${windows.map(windowWords).join("; ")})` : `frozen from ${freeze.from} to ${freeze.to}: ${freeze.reason}`;
  return { open: false, closedUntil: nextOpening(calendar, now), reason };
}
function windowWords({ days, from = "00:00", to = "24:00" }) {
  return `${days === void 0 ? "every day" : days.join(", ")} ${from}-${to}`;
}
function isOpen({ windows, freezes }, at) {
  const { day, weekday, time } = wallClock(at);
  if (freezes.some((freeze) => isFrozen(freeze, day))) return false;
  return windows.length === 0 || windows.some((window) => isInside(window, weekday, time));
}
function isFrozen({ from, to }, day) {
  return from <= day && day <= to;
}
function isInside({ days, from = "00:00", to = "24:00" }, weekday, time) {
  const begins = (day) => days === void 0 || days.includes(day);
  if (from < to) return begins(weekday) && from <= time && time < to;
  return begins(weekday) && from <= time || begins(dayBefore(weekday)) && time < to;
}
function nextOpening(calendar, now) {
  let day = wallClock(now).day;
  for (let left = 8 * (calendar.freezes.length + 1); left > 0; left--) {
    const freeze = calendar.freezes.find((each) => isFrozen(each, day));
    if (freeze === void 0) {
      const opening = beginnings(calendar, day).find((at) => at > now && isOpen(calendar, at));
      if (opening !== void 0) return new Date(opening.getTime());
    }
    const next = dayAfter(freeze?.to ?? day);
    if (next === null) return null;
    day = next;
  }
  return null;
}
function beginnings({ windows }, day) {
  const times = ["00:00", "01:00", "02:00", ...windows.map(({ from = "00:00" }) => from)];
  return times.map((time) => instantOf(day, time).getTime()).flatMap((at) => [at - 36e5, at, at + 36e5]).filter((at) => wallClock(new Date(at)).day === day).sort((a, b) => a - b).map((at) => new Date(at));
}
function instantOf(day, time) {
  const [year = 0, month = 1, date = 1] = day.split("-").map(Number);
  const [hour = 0, minute = 0] = time.split(":").map(Number);
  return new TZDate(year, month - 1, date, hour, minute, TIME_ZONE);
}
function wallClock(at) {
  const there = new TZDate(at.getTime(), TIME_ZONE);
  const weekday = WEEK[there.getDay()] ?? "sun";
  return { day: format(there, "yyyy-MM-dd"), weekday, time: format(there, "HH:mm") };
}
var WEEK = ["sun", "mon", "tue", "wed", "thu", "fri", "sat"];
function dayBefore(weekday) {
  return WEEK[(WEEK.indexOf(weekday) + 6) % 7] ?? "sun";
}
function dayAfter(day) {
  return day >= "9999-12-31" ? null : format(addDays(instantOf(day, "12:00"), 1), "yyyy-MM-dd");
}

// src/commands/run/settings.ts
var GROUPINGS = ["namespace", "team", "kind", "all"];
var PLAIN_REQUEST = { flags: {}, fork: null, grouping: "namespace", incident: null };
function settingsFor(request, config, now) {
  const resolved = plainSettings(resolveSettings(config, request.flags));
  const { limit, maxOpen, hourlyLimit, stagger, base: _, ...rest } = resolved;
  const { flags: __, ...asked } = request;
  const opening = windowAt(config, now);
  return {
    ...rest,
    ...asked,
    pacing: { limit, maxOpen, hourlyLimit },
    stagger: stagger.enabled ? stagger : null,
    closed: opening.open ? null : closedWords(opening)
  };
}
function closedWords({
  reason,
  closedUntil
}) {
  const until = closedUntil === null ? "" : ` They open again at ${closedUntil.toISOString().slice(0, 16)}Z.`;
  return `Pull requests are not opened now: ${reason}.${until}`;
}

// src/publish/proposal.ts
var NO_READERS = { labels: [], assignees: [], reviewers: [], teams: [] };

// src/publish/metadata.ts
var MERGE_METHODS = ["merge", "squash", "rebase"];
var REFUSALS = ["validation", "forbidden", "not-found", "conflict"];
var COLOR = "5319e7";
var MAX_REVIEWERS = 15;
function createDresser(github, options = { draft: false, autoMerge: null }) {
  const remarks = /* @__PURE__ */ new Set();
  const unknown = /* @__PURE__ */ new Set();
  let stop = null;
  let labelsKnown = null;
  function settled(result, refused) {
    if (result.ok) return true;
    if (REFUSALS.includes(result.error.code)) {
      remarks.add(refused(result.error.message));
      return true;
    }
    stop = result.error;
    return false;
  }
  async function ensureLabels(wanted) {
    if (wanted.length === 0) return [];
    if (labelsKnown === null) {
      const listed = await github.labels();
      if (!settled(listed, (words) => `The repository's labels cannot be read. ${words}`)) return null;
      labelsKnown = new Set(listed.ok ? listed.value.map((name) => name.toLowerCase()) : []);
    }
    const usable = [];
    for (const name of wanted) {
      if (!labelsKnown.has(name.toLowerCase())) {
        const made = await github.createLabel({ name, color: COLOR, description: "Opened by rotate-pr" });
        if (!settled(made, (words) => `The label ${name} cannot be created. ${words}`)) return null;
        if (!made.ok) continue;
        labelsKnown.add(name.toLowerCase());
      }
      usable.push(name);
    }
    return usable;
  }
  async function requestReview({ number, author }, reviewers, teams) {
    const people = reviewers.filter((login) => login.toLowerCase() !== author?.toLowerCase());
    const known = (name) => !unknown.has(name);
    const asked = {
      reviewers: people.filter((login) => known(login)).slice(0, MAX_REVIEWERS),
      teams: teams.filter((slug) => known(`the team ${slug}`)).slice(0, MAX_REVIEWERS)
    };
    if (asked.reviewers.length + asked.teams.length === 0) return true;
    const together = await github.requestReview(number, asked);
    if (together.ok) return true;
    if (!REFUSALS.includes(together.error.code)) return settled(together, () => "");
    const single = [
      ...asked.reviewers.map((name) => ({ name, reviewers: [name], teams: [] })),
      ...asked.teams.map((name) => ({ name: `the team ${name}`, reviewers: [], teams: [name] }))
    ];
    const refused = (name) => (words) => {
      unknown.add(name);
      return `${name} cannot be asked for reviews: ${words.replace(/^Could not [^:]*: /, "")}`;
    };
    if (single.length === 1) return settled(together, refused(single[0].name));
    for (const { name, ...alone } of single) {
      if (!settled(await github.requestReview(number, alone), refused(name))) return false;
    }
    return true;
  }
  async function writePages({ number, author }, pages) {
    if (pages.length === 0) return true;
    const refused = (words) => `The list in #${number} is not whole. ${words}`;
    const comments = await github.comments(number);
    if (!settled(comments, refused)) return false;
    const known = (comments.ok ? comments.value : []).filter((comment) => comment.author === author);
    for (const [index, page] of pages.entries()) {
      const mark = pageMark(index + 2);
      const body = `${mark}
${page}`;
      const there = known.find((comment) => comment.body.startsWith(mark));
      if (there?.body === body) continue;
      const written = there ? await github.updateComment(there.id, body) : await github.comment(number, body);
      if (!settled(written, refused)) return false;
    }
    const surplus = known.filter(({ body }) => /^<!-- rotate-pr:page (\d+) -->/.test(body));
    for (const { id, body } of surplus) {
      const page = Number(/page (\d+)/.exec(body)?.[1]);
      const empty = `${pageMark(page)}
The list above no longer needs this page.`;
      if (page <= pages.length + 1 || body === empty) continue;
      if (!settled(await github.updateComment(id, empty), refused)) return false;
    }
    return true;
  }
  async function mergeWhenReady(pullRequest) {
    const { autoMerge, enableAutoMerge, draft } = options;
    if (autoMerge === null || enableAutoMerge === void 0 || draft) return true;
    const enabled = await enableAutoMerge(pullRequest, autoMerge);
    return settled(enabled, (words) => `#${pullRequest.number} does not merge by itself. ${words}`);
  }
  async function dress(pullRequest, proposal, marker) {
    if (stop !== null) return;
    const { readers = NO_READERS, pages = [], body } = proposal;
    const { undressed: _, ...dressed } = marker;
    if (!await writePages(pullRequest, pages)) return;
    if (!await requestReview(pullRequest, readers.reviewers, readers.teams)) return;
    if (!await mergeWhenReady(pullRequest)) return;
    const labels = await ensureLabels(readers.labels);
    if (labels === null) return;
    const written = await github.dress(pullRequest.number, {
      labels: union(pullRequest.labels, labels),
      assignees: union(pullRequest.assignees, readers.assignees),
      body: withMarker(body, dressed)
    });
    settled(written, (words) => `#${pullRequest.number} has no labels and assignees. ${words}`);
  }
  return {
    dress,
    remark: (sentence) => void remarks.add(sentence),
    get remarks() {
      return [...remarks];
    },
    stopped: () => stop !== null && ["authentication", "rate-limited"].includes(stop.code) ? stop : null
  };
}
function union(there, wanted) {
  const known = new Set(there.map((name) => name.toLowerCase()));
  return [...there, ...wanted.filter((name) => !known.has(name.toLowerCase()))];
}

// src/cli/flag-table.ts
var FORMATS = ["text", "json", "markdown", "csv"];
var AUDIT_FORMATS = [...FORMATS, "html"];
var SHELLS = ["bash", "zsh", "fish"];
var KINDS = [
  "serviceaccount",
  "rds",
  "elasticache",
  "hmpps-template"
];
var LIST = { type: "string", array: true, nargs: 1, requiresArg: true };
var TEXT = { type: "string", requiresArg: true };
var NUMBER = { type: "number", requiresArg: true };
var SWITCH = { type: "boolean", default: false };
var SELECTION = { group: "Selection:" };
var COMMON_FLAGS = {
  namespace: {
    ...LIST,
    ...SELECTION,
    alias: "n",
    describe: "Namespaces by name or glob; repeatable. Inside a namespace folder: that one"
  },
  cluster: { ...LIST, ...SELECTION, describe: "Clusters by folder name, first label or glob" },
  kind: {
    ...LIST,
    ...SELECTION,
    alias: "k",
    describe: `Kinds: ${KINDS.join(", ")}; default the first three`
  },
  module: { ...LIST, ...SELECTION, alias: "m", describe: "Modules by name or glob" },
  team: { ...LIST, ...SELECTION, describe: "Namespaces of a team, by name or glob" },
  production: {
    ...SELECTION,
    type: "boolean",
    describe: "Production namespaces only; --no-production: all others only"
  },
  due: { ...SELECTION, type: "boolean", describe: "Only what is older than --max-age or was never rotated" },
  "max-age": {
    ...SELECTION,
    type: "number",
    requiresArg: true,
    describe: `Days after which a rotation is due; default as the config file says, else ${DEFAULT_MAX_AGE_DAYS}`
  },
  all: { ...SELECTION, type: "boolean", describe: "Everything" },
  shard: {
    ...TEXT,
    ...SELECTION,
    describe: "Of all that only one part, such as 1/4: whole applications, each in exactly one part"
  },
  "include-held": { ...SELECTION, ...SWITCH, describe: "Namespaces on hold too" },
  root: { ...TEXT, describe: "The environments repository; default the git top level above this folder" },
  date: { ...TEXT, describe: "The day to write, yyyy-MM-dd; default today in London" },
  config: { ...TEXT, describe: "Config file; default .github/rotate-pr.yml of the tree that is read" },
  "module-versions": {
    ...TEXT,
    describe: "JSON file with the latest version of each module; then GitHub is not asked for them"
  },
  "check-versions": {
    ...SWITCH,
    describe: "Ask GitHub for the latest versions; plan and open always do"
  },
  format: { choices: FORMATS, default: "text", describe: "How to print the result" },
  color: { type: "boolean", describe: "Colours; default on a terminal" },
  quiet: { ...SWITCH, describe: "No progress and no warnings" },
  verbose: { ...SWITCH, describe: "List everything, summarise nothing" }
};
var ROTATION_FLAGS = {
  again: { ...SWITCH, describe: "Rotate once more what was rotated on that day already" },
  "force-literal": {
    ...SWITCH,
    describe: "Put the date in the place of an expression; ends self-rotation"
  },
  upgrade: {
    type: "string",
    describe: "Also set ?ref= of what is rotated to the latest version; major steps with --upgrade=major"
  }
};
var WRITE_FLAGS = {
  yes: { ...SWITCH, alias: "y", describe: "Ask nothing before writing what was picked on the terminal" }
};
var REMOTE_FLAGS = {
  base: {
    ...TEXT,
    describe: "Branch of the remote to read and to open against; default the remote's default branch"
  },
  remote: { ...TEXT, describe: "Default origin, else the only one" }
};
var FORK = {
  fork: {
    type: "string",
    describe: "The pull requests of a fork: that of an owner, or with --fork alone the token owner's own"
  }
};
var STATUS_FLAGS = { ...REMOTE_FLAGS, ...FORK };
var CLOSE_FLAGS = {
  ...REMOTE_FLAGS,
  ...FORK,
  reason: { ...TEXT, describe: "Why, for the comment in each pull request" },
  "dry-run": { ...SWITCH, describe: "Say what would be closed, and close nothing" }
};
var PACING = { group: "Pace:" };
var READERS = { group: "Who sees it:" };
var REQUEST_FLAGS = {
  group: {
    choices: GROUPINGS,
    default: "namespace",
    describe: "What one pull request is about; the repository refuses more than one namespace, but for an incident"
  },
  incident: {
    ...SWITCH,
    describe: "Everything at once: no pace, no staggering, and what people closed is opened again; wants --reason"
  },
  reason: { ...TEXT, describe: "Why, for the pull requests of an incident" }
};
var OPEN_FLAGS = {
  limit: { ...PACING, ...NUMBER, describe: "Open at most so many in this run, the oldest credential first" },
  "max-open": { ...PACING, ...NUMBER, describe: "Have at most so many open at once" },
  "hourly-limit": { ...PACING, ...NUMBER, describe: "Open at most so many within an hour" },
  together: {
    ...PACING,
    type: "boolean",
    describe: "With --due: all environments of an application on one day, production among them"
  },
  "refresh-after": {
    ...PACING,
    ...NUMBER,
    describe: "Days after which the dates in an open pull request are renewed; default 14"
  },
  label: { ...READERS, ...LIST, describe: "Labels, made where they are missing; repeatable" },
  reviewer: { ...READERS, ...LIST, describe: "People to ask for a review; repeatable" },
  "team-reviewer": { ...READERS, ...LIST, describe: "Teams to ask for a review; repeatable" },
  "request-review": {
    ...READERS,
    type: "boolean",
    describe: "Ask the namespace's teams (01-rbac.yaml) for a review; default on, --no-request-review: not"
  },
  assignee: { ...READERS, ...LIST, describe: "People to assign it to; repeatable" },
  draft: { ...READERS, type: "boolean", describe: "Open drafts" },
  "auto-merge": {
    ...READERS,
    choices: MERGE_METHODS,
    describe: "Have GitHub merge it once its checks pass, where the repository allows that"
  },
  sign: {
    type: "boolean",
    describe: "Have GitHub make the commits: they are verified, and the token's account is their author"
  },
  author: { ...TEXT, describe: `Of the commits, as "Name <email>"; default git's own identity` },
  fork: {
    type: "string",
    describe: "Push to a fork: that of an owner, or with --fork alone the token owner's own"
  }
};
var AUDIT_FLAGS = {
  format: {
    choices: AUDIT_FORMATS,
    default: "text",
    describe: "How to print the result; html is a page for a browser"
  },
  output: { ...TEXT, describe: "Write the result to this file, not to stdout" },
  base: { ...TEXT, describe: "Read this commit, not the working tree" },
  "new-since": {
    ...TEXT,
    describe: "Only what this commit does not have yet, such as HEAD^1 on a pull request"
  },
  "fail-on": { choices: ["due", "blocked", "problems"], describe: "Exit with 1 when there is any" },
  "other-credentials": {
    ...SWITCH,
    describe: "Also list Certificates, AWS access keys and token Secrets, which no date rotates"
  },
  since: {
    ...TEXT,
    describe: "What was rotated when, from this day on, yyyy-MM-dd, as the history of git has it"
  }
};
var RUNBOOK_FLAGS = {
  incident: { ...SWITCH, describe: "Also how to make a leaked ElastiCache token useless at once" }
};
var CONFIG_FLAGS = {
  ...pick("cluster", "max-age", "root", "date", "config"),
  base: { ...TEXT, describe: "Read this commit, not the working tree" },
  ...pick("format", "color", "quiet")
};
var INIT_FLAGS = {
  ...pick("root", "color", "quiet"),
  format: { choices: ["text", "json"], default: "text", describe: "How to print the result" }
};
var PARTS = ["namespace", "cluster", "module", "team", "production", "due", "all", "include-held", "shard"];
var DASHBOARD_FLAGS = {
  ...Object.fromEntries(Object.entries(COMMON_FLAGS).filter(([name]) => !PARTS.includes(name))),
  run: { ...SWITCH, describe: "Open the pull requests whose boxes are ticked, and untick them" },
  new: { ...SWITCH, describe: "Make a new issue although a person closed the last one" },
  "dry-run": { ...SWITCH, describe: "Write nothing; with --format markdown, print what would be written" }
};
var DEMO_FLAGS = {
  keep: { ...SWITCH, describe: "Leave the folder behind and say where it is" },
  color: COMMON_FLAGS["color"]
};
var TABLES = [COMMON_FLAGS, OPEN_FLAGS];
function pick(...names) {
  return Object.fromEntries(names.map((name) => [name, COMMON_FLAGS[name]]));
}
var REPEATABLE = new Set(
  TABLES.flatMap(
    (table) => Object.entries(table).flatMap(
      ([name, { array, alias }]) => array === true ? [name, camelCase(name), ...typeof alias === "string" ? [alias] : []] : []
    )
  )
);
function camelCase(name) {
  return name.replaceAll(/-(.)/g, (_, letter) => letter.toUpperCase());
}

export {
  DEFAULT_SETTINGS,
  resolveSettings,
  originInFile,
  readAuthor,
  windowAt,
  PLAIN_REQUEST,
  settingsFor,
  NO_READERS,
  createDresser,
  SHELLS,
  KINDS,
  COMMON_FLAGS,
  ROTATION_FLAGS,
  WRITE_FLAGS,
  REMOTE_FLAGS,
  STATUS_FLAGS,
  CLOSE_FLAGS,
  REQUEST_FLAGS,
  OPEN_FLAGS,
  AUDIT_FLAGS,
  RUNBOOK_FLAGS,
  CONFIG_FLAGS,
  INIT_FLAGS,
  DASHBOARD_FLAGS,
  DEMO_FLAGS,
  REPEATABLE
};
