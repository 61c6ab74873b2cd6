import { createRequire as createRequireOfNode } from 'node:module';import { dirname as dirnameOfNode } from 'node:path';import { fileURLToPath as fileURLToPathOfNode } from 'node:url';const require = createRequireOfNode(import.meta.url);const filenameOfChunk = fileURLToPathOfNode(import.meta.url);const dirnameOfChunk = dirnameOfNode(filenameOfChunk);

// src/report/visible.ts
var HIDDEN = /[\p{Cc}\p{Zl}\p{Zp}\p{Cf}\p{Cs}]/u;
var HIDDEN_ALL = new RegExp(HIDDEN.source, "gu");
var NAMED = { "\n": "\\n", "\r": "\\r", "	": "\\t" };
function visible(text) {
  return HIDDEN.test(text) ? text.replace(HIDDEN_ALL, spell) : text;
}
function visibleLine(line) {
  if (!HIDDEN.test(line)) return line;
  const end = line.endsWith("\r") ? "\r" : "";
  return line.slice(0, line.length - end.length).split("	").map(visible).join("	") + end;
}
function spell(character) {
  const named = NAMED[character];
  if (named !== void 0) return named;
  const hex = character.codePointAt(0).toString(16);
  return hex.length <= 2 ? `\\x${hex.padStart(2, "0")}` : `\\u{${hex}}`;
}

// src/report/words.ts
var STATES_WORST_FIRST = ["blocked", "never", "due", "held", "exempt", "ok"];
var OUTCOMES = [
  "planned",
  "created",
  "updated",
  "unchanged",
  "closed",
  "left-alone",
  "deferred",
  "failed"
];
var STATE_WORDS = {
  blocked: "blocked",
  never: "never rotated",
  due: "due",
  held: "on hold",
  exempt: "exempt",
  ok: "ok"
};
var KIND_NOUNS = {
  serviceaccount: ["service account token", "service account tokens"],
  rds: ["RDS password", "RDS passwords"],
  elasticache: ["ElastiCache token", "ElastiCache tokens"],
  "hmpps-template": ["HMPPS template token", "HMPPS template tokens"]
};
function digits(value) {
  return String(value).replace(/\B(?=(\d{3})+$)/g, ",");
}
function count(value, one, many = `${one}s`) {
  return `${digits(value)} ${value === 1 ? one : many}`;
}
function listWords(words) {
  return words.length < 2 ? words.join("") : `${words.slice(0, -1).join(", ")} and ${words.at(-1)}`;
}
function kindNoun(kind) {
  return KIND_NOUNS[kind] ?? [`${kind} credential`, `${kind} credentials`];
}
function kindsOf(items) {
  const order = Object.keys(KIND_NOUNS);
  const rank = (kind) => order.includes(kind) ? order.indexOf(kind) : order.length;
  return [...new Set(Array.from(items, (item) => item.kind))].sort((a, b) => rank(a) - rank(b));
}
function kindCounts(items) {
  return kindsOf(items).map(
    (kind) => count(items.filter((item) => item.kind === kind).length, ...kindNoun(kind))
  );
}
function codeWords(code) {
  return code.replaceAll("-", " ");
}
function clusterLabel(cluster) {
  return cluster.split(".", 1)[0];
}
function namespaceName(place) {
  const label = clusterLabel(place.cluster);
  return label === "live" ? place.namespace : `${place.namespace} (${label})`;
}
function shortFile(place) {
  const folder = `namespaces/${place.cluster}/${place.namespace}/resources/`;
  return place.file.startsWith(folder) ? place.file.slice(folder.length) : place.file;
}
function rotatedWords(credential) {
  if (credential.rotatedOn !== null) return credential.rotatedOn;
  if (credential.state === "never") return "never";
  return credential.value ?? "-";
}
function shellWords(args) {
  return args.map((arg) => /^[\w@%+=:,./-]+$/.test(arg) ? arg : `'${arg.replaceAll("'", `'\\''`)}'`).join(" ");
}
function groupBy(items, key) {
  const groups = /* @__PURE__ */ new Map();
  for (const item of items) {
    const group = groups.get(key(item));
    if (group === void 0) groups.set(key(item), [item]);
    else group.push(item);
  }
  return groups;
}

// src/report/sentences.ts
function command(verb, selection, ...more) {
  return shellWords(["rotate-pr", verb, ...selection, ...more.filter((arg) => !selection.includes(arg))]);
}
var audit = {
  title: (date) => `Credentials on ${date}`,
  source: (base) => base === null ? "Read from the working tree." : `Read from commit ${base.slice(0, 12)}.`,
  nothing: "No credentials found.",
  /** `12 credentials in 3 namespaces: 1 blocked, 2 due, 9 ok.` */
  summary: (summary) => {
    const states = STATES_WORST_FIRST.filter((state) => summary.byState[state] > 0).map(
      (state) => `${digits(summary.byState[state])} ${STATE_WORDS[state]}`
    );
    const where = count(summary.namespaces, "namespace");
    return `${count(summary.credentials, "credential")} in ${where}: ${states.join(", ")}.`;
  },
  /** `By kind: rds 8, elasticache 4.` */
  byKind: (summary, kinds) => {
    const numbers = kinds.map((kind) => {
      const states = Object.values(summary.byKind[kind] ?? {});
      return `${kind} ${digits(states.reduce((sum, each) => sum + each, 0))}`;
    });
    return `By kind: ${numbers.join(", ")}.`;
  },
  leftOut: (states) => `Not listed one by one: ${listWords(states)}; --verbose lists them.`,
  notRotatable: (modules) => `No variable to rotate: ${count(modules, "module")}`,
  nothingDue: "Nothing is due.",
  blocked: (blocked) => `${count(blocked, "credential")} must be mended first: ${blocked === 1 ? "its reason says" : "their reasons say"} how.`,
  onlyWhenNamed: (due, kind) => `${count(due, ...kindNoun(kind))} to rotate ${due === 1 ? "is" : "are"} left alone unless named: --kind ${kind}.`,
  look: (selection) => ({
    say: "To see the change first:",
    command: command("plan", selection, "--due")
  }),
  next: (due, selection) => ({
    say: `To rotate what is due (${digits(due)}):`,
    command: command("open", selection, "--due")
  })
};
var apply = {
  title: (date) => `Rotation on ${date}`,
  changed: (changes, namespaces, files) => `${count(changes, "credential")} rotated in ${count(namespaces, "namespace")}, ${count(files, "file")} changed.`,
  nothing: "Nothing was changed.",
  next: "The files are changed, nothing is committed: git diff shows the change.",
  none: "none",
  actions: { update: "date replaced", insert: "date added", uncomment: "date uncommented" }
};
var plan = {
  title: (date) => `Planned pull requests for ${date}`,
  nothing: "No pull request would be opened.",
  total: (requests, changes) => `${count(requests, "pull request")} planned, ${count(changes, "credential")} to rotate; nothing was written.`,
  next: (selection) => ({
    say: "To open them:",
    command: command("open", selection)
  }),
  body: "Body of the pull request"
};
var open = {
  title: (date) => `Pull requests on ${date}`,
  nothing: "No pull request to open: nothing is selected that could be rotated.",
  outcomes: {
    planned: "planned",
    created: "created",
    updated: "updated",
    unchanged: "unchanged",
    "left-alone": "left alone",
    closed: "closed",
    deferred: "deferred",
    failed: "failed"
  },
  /** `3 pull requests: 2 created, 1 failed.` */
  total: (outcomes) => {
    const parts = OUTCOMES.flatMap((outcome) => {
      const found = outcomes.filter((each) => each === outcome).length;
      return found === 0 ? [] : [`${digits(found)} ${open.outcomes[outcome]}`];
    });
    return `${count(outcomes.length, "namespace")}: ${parts.join(", ")}.`;
  },
  again: (selection, unfinished) => ({
    say: `To finish what is ${listWords(unfinished.map((each) => open.outcomes[each]))}, run it again:`,
    command: command("open", selection)
  })
};
var common = {
  skipped: (skipped) => `Not rotated: ${count(skipped, "credential")}`,
  skippedGroup: (code, size) => `${codeWords(code)} (${digits(size)})`,
  skippedMore: (more) => `\u2026 and ${digits(more)} more; --verbose lists them`,
  problems: (problems) => count(problems, "problem")
};
function planTotals(requests) {
  const planned = requests.filter(({ outcome }) => outcome === "planned");
  const changes = planned.reduce((sum, each) => sum + each.changes.length, 0);
  const others = requests.length > planned.length ? [open.total(requests.map(({ outcome }) => outcome))] : [];
  return [...others, planned.length === 0 ? plan.nothing : plan.total(planned.length, changes)];
}

export {
  visible,
  visibleLine,
  STATES_WORST_FIRST,
  OUTCOMES,
  STATE_WORDS,
  digits,
  count,
  listWords,
  kindNoun,
  kindsOf,
  kindCounts,
  codeWords,
  clusterLabel,
  namespaceName,
  shortFile,
  rotatedWords,
  shellWords,
  groupBy,
  audit,
  apply,
  plan,
  open,
  common,
  planTotals
};
