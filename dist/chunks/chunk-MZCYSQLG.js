import { createRequire as createRequireOfNode } from 'node:module';import { dirname as dirnameOfNode } from 'node:path';import { fileURLToPath as fileURLToPathOfNode } from 'node:url';const require = createRequireOfNode(import.meta.url);const filenameOfChunk = fileURLToPathOfNode(import.meta.url);const dirnameOfChunk = dirnameOfNode(filenameOfChunk);

// src/report/csv.ts
var FORMULA = /^(?=\s*[=+\-@＝＋－＠]|[\t\r\n])|(?<=[;\t\r\n][\s"]*)(?=[=+\-@＝＋－＠])/g;
var NEEDS_QUOTES = /[",\r\n]/;
function field(value) {
  if (value === null) return "";
  if (typeof value === "number") return String(value);
  const harmless = value.replace(FORMULA, "'");
  return NEEDS_QUOTES.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}
function csv(header, rows) {
  return [header, ...rows].map((row) => `${row.map(field).join(",")}\r
`).join("");
}
var CREDENTIAL_FIELDS = [
  "id",
  "cluster",
  "namespace",
  "file",
  "line",
  "kind",
  "module",
  "source",
  "version",
  "latestVersion",
  "variable",
  "value",
  "rotatedOn",
  "ageDays",
  "maxAgeDays",
  "state"
];
function auditCsv(result) {
  const rows = [
    ...result.credentials.map((each) => [
      ...CREDENTIAL_FIELDS.map((name) => each[name]),
      each.reasons.map(({ code }) => code).join(" "),
      each.reasons.map(({ message }) => message).join("; ")
    ]),
    ...result.summary.notRotatable.map(({ code, message, ...known }) => {
      const values = known;
      return [...CREDENTIAL_FIELDS.map((name) => values[name] ?? null), code, message];
    }),
    ...(result.summary.otherCredentials ?? []).map(({ code, message, secret, name: module, ...known }) => {
      const values = { ...known, module };
      const said = secret === null ? message : `${message}; its Secret is ${secret}`;
      return [...CREDENTIAL_FIELDS.map((name) => values[name] ?? null), code, said];
    })
  ];
  return csv([...CREDENTIAL_FIELDS, "reasonCodes", "reasons"], rows);
}
var CHANGE_FIELDS = [
  "id",
  "cluster",
  "namespace",
  "file",
  "line",
  "kind",
  "module",
  "variable",
  "action",
  "from",
  "to"
];
var SKIPPED_FIELDS = ["code", "message"];
var REQUEST_FIELDS = [
  "branch",
  "outcome",
  "number",
  "url",
  "reason",
  "title"
];
function applyCsv(result) {
  const rows = [
    ...result.changes.map((each) => [...changeValues(each), null, null]),
    ...result.skipped.map(skippedValues)
  ];
  return csv([...CHANGE_FIELDS, ...SKIPPED_FIELDS], rows);
}
function pullRequestsCsv(result) {
  const rows = [
    ...result.pullRequests.flatMap((request) => {
      const values = REQUEST_FIELDS.map((name) => request[name]);
      const changes = request.changes.length === 0 ? [noChange(request)] : request.changes.map(changeValues);
      return changes.map((change) => [...change, null, null, ...values]);
    }),
    ...result.skipped.map((each) => [...skippedValues(each), ...REQUEST_FIELDS.map(() => null)])
  ];
  return csv([...CHANGE_FIELDS, ...SKIPPED_FIELDS, ...REQUEST_FIELDS], rows);
}
var ENTRY_FIELDS = ["state", "team", "cluster", "namespace", "group", "number", "url", "openedOn"];
function dashboardCsv({ entries }) {
  const rows = entries.flatMap((entry) => {
    const values = ENTRY_FIELDS.map((name) => entry[name]);
    const none = { id: null, kind: null, rotatedOn: null, reason: null };
    const credentials = entry.credentials.length === 0 ? [none] : entry.credentials;
    return credentials.map(({ id, kind, rotatedOn, reason }) => {
      const reasons = [entry.reason, reason].filter((each) => each !== null);
      return [...values, id, kind, rotatedOn, reasons.join(" ")];
    });
  });
  return csv([...ENTRY_FIELDS, "id", "kind", "rotatedOn", "reason"], rows);
}
function changeValues(change) {
  return CHANGE_FIELDS.map((name) => change[name]);
}
function skippedValues({ id, code, message }) {
  const known = { id, action: "skipped" };
  return [...CHANGE_FIELDS.map((name) => known[name] ?? null), code, message];
}
function noChange({ cluster, namespace }) {
  const known = { cluster, namespace };
  return CHANGE_FIELDS.map((name) => known[name] ?? null);
}

export {
  csv,
  auditCsv,
  applyCsv,
  pullRequestsCsv,
  dashboardCsv
};
