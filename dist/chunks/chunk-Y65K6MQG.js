import { createRequire as createRequireOfNode } from 'node:module';import { dirname as dirnameOfNode } from 'node:path';import { fileURLToPath as fileURLToPathOfNode } from 'node:url';const require = createRequireOfNode(import.meta.url);const filenameOfChunk = fileURLToPathOfNode(import.meta.url);const dirnameOfChunk = dirnameOfNode(filenameOfChunk);

// src/report/sanitize.ts
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

// src/report/format.ts
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
function kindCountsOf(byKind) {
  const kinds = Object.keys(byKind).map((kind) => ({ kind }));
  return kindsOf(kinds).map((kind) => count(byKind[kind] ?? 0, ...kindNoun(kind)));
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
function requestName({
  namespace,
  cluster,
  group
}) {
  if (namespace === null || cluster === null) return `group ${group ?? ""}`;
  return namespaceName({ namespace, cluster });
}
function requestNoun(all) {
  const groups = all.filter(({ namespace }) => namespace === null).length;
  if (groups === 0) return "namespace";
  return groups === all.length ? "group" : "pull request";
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
function isDue({ state }) {
  return state === "due" || state === "never";
}
function dueWords(credentials) {
  const due = credentials.filter(isDue);
  if (due.length === 0) return "nothing due";
  const words = kindsOf(due).map((kind) => {
    const ofKind = due.filter((each) => each.kind === kind);
    const oldest = Math.max(...ofKind.map(({ ageDays }) => ageDays ?? Number.POSITIVE_INFINITY));
    const age = Number.isFinite(oldest) ? `${digits(oldest)}d` : "never";
    return `${kind}${ofKind.length > 1 ? ` \xD7${ofKind.length}` : ""} ${age}`;
  });
  return words.join(", ");
}
function shellWords(args) {
  return args.map((arg) => /^[\w@%+=:,./-]+$/.test(arg) ? arg : `'${arg.replaceAll("'", `'\\''`)}'`).join(" ");
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
  kindCountsOf,
  codeWords,
  clusterLabel,
  namespaceName,
  requestName,
  requestNoun,
  shortFile,
  rotatedWords,
  isDue,
  dueWords,
  shellWords
};
