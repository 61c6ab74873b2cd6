import { createRequire as createRequireOfNode } from 'node:module';import { dirname as dirnameOfNode } from 'node:path';import { fileURLToPath as fileURLToPathOfNode } from 'node:url';const require = createRequireOfNode(import.meta.url);const filenameOfChunk = fileURLToPathOfNode(import.meta.url);const dirnameOfChunk = dirnameOfNode(filenameOfChunk);

// src/report/html/addresses.ts
function repositoryUrl({ serverUrl, repository }) {
  return /^https?:\/\//i.test(serverUrl) ? `${serverUrl}/${encodePath(repository)}` : null;
}
function lineAddress(whereabouts) {
  const { commit, prefix } = whereabouts;
  const repository = repositoryUrl(whereabouts);
  if (repository === null) return null;
  const folder = prefix === "" ? "" : `${encodePath(prefix)}/`;
  return `${repository}/blob/${encodeURIComponent(commit)}/${folder}`;
}
function lineUrl(blob, file, line) {
  return `${blob}${encodePath(file)}#L${line}`;
}
function encodePath(path) {
  return path.split("/").map(encodeSegment).join("/");
}
function encodeSegment(segment) {
  return encodeURIComponent(segment.replace(new RegExp("\\p{Cs}", "gu"), "\uFFFD"));
}

// src/report/html/bands.ts
var BANDS = [
  "within",
  "half-year",
  "year",
  "two-years",
  "three-years",
  "older",
  "never",
  "unknown",
  "exempt"
];
var LIMITS = [
  ["half-year", 183],
  ["year", 365],
  ["two-years", 730],
  ["three-years", 1096]
];
var NEVER_CODES = ["never-rotated", "placeholder-date"];
function bandOf({ state, ageDays, maxAgeDays, reasons }) {
  if (state === "exempt") return "exempt";
  if (ageDays === null) {
    return reasons.some(({ code }) => NEVER_CODES.includes(code)) ? "never" : "unknown";
  }
  if (ageDays <= maxAgeDays) return "within";
  return LIMITS.find(([, limit]) => ageDays <= limit)?.[0] ?? "older";
}
function bandsOf(credentials) {
  const youngest = credentials.reduce((least, { maxAgeDays }) => Math.min(least, maxAgeDays), Infinity);
  const empty = LIMITS.filter(([, limit]) => limit <= youngest).map(([band]) => band);
  return BANDS.filter((band) => !empty.includes(band));
}

export {
  repositoryUrl,
  lineAddress,
  lineUrl,
  BANDS,
  bandOf,
  bandsOf
};
