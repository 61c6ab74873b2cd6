import { createRequire as createRequireOfNode } from 'node:module';import { dirname as dirnameOfNode } from 'node:path';import { fileURLToPath as fileURLToPathOfNode } from 'node:url';const require = createRequireOfNode(import.meta.url);const filenameOfChunk = fileURLToPathOfNode(import.meta.url);const dirnameOfChunk = dirnameOfNode(filenameOfChunk);
import {
  bandOf,
  bandsOf,
  lineAddress,
  lineUrl
} from "./chunk-B6OPJRHC.js";
import {
  kindTable,
  requestLink,
  skippedList
} from "./chunk-M3LKYVE4.js";
import {
  code,
  details,
  escapeMarkdown,
  fence,
  markdownTable
} from "./chunk-E5CKJXHL.js";
import {
  nextSteps,
  worstFirst
} from "./chunk-KY6GMG72.js";
import {
  audit,
  common,
  open
} from "./chunk-BEZD3S22.js";
import {
  count,
  digits,
  kindsOf,
  namespaceName,
  requestName,
  rotatedWords,
  shortFile
} from "./chunk-Y65K6MQG.js";

// src/report/job-summary-sentences.ts
var ageChart = {
  title: (credentials) => `${count(credentials, "credential")} by age`,
  axis: "credentials",
  /** Short, for eight columns side by side; no quotation mark, which would end the label. */
  bands: {
    within: "in time",
    "half-year": "to 6 months",
    year: "to 1 year",
    "two-years": "to 2 years",
    "three-years": "to 3 years",
    older: "older",
    never: "never",
    unknown: "no date",
    exempt: "exempt"
  }
};
var summary = {
  failed: (requests) => `Failed: ${count(requests, "pull request")}`,
  done: (requests) => `Opened or changed: ${count(requests, "pull request")}`,
  planned: (requests) => `Would be opened: ${count(requests, "pull request")}`,
  leftAlone: (requests) => `Left alone: ${count(requests, "pull request")}`,
  unchanged: (requests) => `Open and unchanged: ${count(requests, "pull request")}`,
  deferred: (requests) => `Waiting for their turn: ${digits(requests)}`,
  held: (credentials) => `On hold: ${count(credentials, "credential")}`,
  blocked: (credentials) => `To be mended first: ${count(credentials, "credential")}`,
  due: (credentials) => `Due: ${count(credentials, "credential")}`,
  others: (credentials) => `In time or exempt: ${count(credentials, "credential")}`,
  stopped: "The run ended early: GitHub takes no more now, or refuses the token. The next run goes on where it ended.",
  unfold: "Show them",
  more: (rows) => `\u2026 and ${digits(rows)} more: this summary would be too long.`,
  cut: "This summary was too long for GitHub and is cut here: `rotate-pr audit` and `rotate-pr open --format markdown` show all of it."
};

// src/report/age-chart.ts
function ageChart2(credentials) {
  const bands = bandsOf(credentials).filter((band) => band !== "exempt");
  const numbers = new Map(bands.map((band) => [band, 0]));
  for (const credential of credentials) {
    const band = bandOf(credential);
    if (band !== "exempt") numbers.set(band, (numbers.get(band) ?? 0) + 1);
  }
  const values = bands.map((band) => numbers.get(band) ?? 0);
  const total = values.reduce((sum, each) => sum + each, 0);
  if (total === 0) return "";
  const labels = bands.map((band) => ageChart.bands[band]);
  const lines = [
    "xychart-beta",
    `    accTitle: ${ageChart.title(total)}`,
    `    accDescr: ${labels.map((label, at) => `${label} ${values[at]}`).join(", ")}`,
    `    title "${ageChart.title(total)}"`,
    `    x-axis [${labels.map((label) => `"${label}"`).join(", ")}]`,
    // without a range the smallest column would have no height
    `    y-axis "${ageChart.axis}" 0 --> ${Math.max(...values)}`,
    `    bar [${values.join(", ")}]`
  ];
  return fence(lines.join("\n"), "mermaid");
}

// src/report/job-summary.ts
var MAX_BYTES = 1e6;
var UNFOLDED = 50;
function openSummary({ result, credentials, stopped, whereabouts }) {
  const { pullRequests, skipped, problems } = result;
  const outcomes = pullRequests.map(({ outcome }) => outcome);
  const of = (...wanted) => pullRequests.filter(({ outcome }) => wanted.includes(outcome));
  const worst = worstFirst(credentials);
  const told = new Set(
    worst.filter(({ state }) => state === "held" || state === "blocked").map(({ id }) => id)
  );
  return fitting((rows) => [
    `## ${escapeMarkdown(open.title(result.date))}`,
    escapeMarkdown(outcomes.length === 0 ? open.nothing : open.total(outcomes)),
    stopped ? `> [!WARNING]
> ${summary.stopped}` : "",
    ageChart2(credentials),
    requestTable(of("failed"), summary.failed, rows),
    requestTable(of("created", "updated", "closed"), summary.done, rows),
    requestTable(of("planned"), summary.planned, rows),
    requestTable(of("left-alone"), summary.leftAlone, rows),
    folded(of("unchanged"), summary.unchanged, (some) => requestRows(some, rows)),
    folded(of("deferred"), summary.deferred, (some) => deferredRows(some, rows)),
    stateTable(worst, ["blocked"], summary.blocked, whereabouts, rows),
    stateTable(worst, ["held"], summary.held, whereabouts, rows),
    skippedList(
      skipped.filter(({ id }) => !told.has(id)),
      common.skipped,
      limitedTo(rows)
    ),
    problemList(problems, whereabouts, rows)
  ]);
}
function auditSummary({ result, whereabouts, verbose, selection }) {
  const { credentials, problems, summary: summary2 } = result;
  const worst = worstFirst(credentials);
  const lead = credentials.length === 0 ? audit.nothing(result) : audit.summary(summary2);
  return fitting((rows) => [
    `## ${escapeMarkdown(audit.title(result.date))}`,
    escapeMarkdown(`${lead} ${audit.source(result)}`),
    ageChart2(credentials),
    kindsOf(credentials).length > 1 ? kindTable(result) : "",
    stateTable(worst, ["blocked"], summary.blocked, whereabouts, rows),
    stateTable(worst, ["never", "due"], summary.due, whereabouts, rows),
    stateTable(worst, ["held"], summary.held, whereabouts, rows),
    verbose ? stateTable(worst, ["exempt", "ok"], summary.others, whereabouts, rows) : "",
    skippedList(summary2.notRotatable, audit.notRotatable, limitedTo(rows)),
    problemList(problems, whereabouts, rows),
    credentials.length === 0 ? "" : steps(result, selection)
  ]);
}
function steps(result, selection) {
  return nextSteps(result, selection).map(({ say, command }) => `- ${escapeMarkdown(say)}${command === null ? "" : ` ${code(command)}`}`).join("\n");
}
function requestTable(requests, title, rows) {
  if (requests.length === 0) return "";
  return section(title(requests.length), requests.length, requestRows(requests, rows));
}
function requestRows(requests, rows) {
  const cells = requests.map((each) => [
    code(requestName(each)),
    requestLink(each),
    open.outcomes[each.outcome],
    digits(each.changes.length),
    escapeMarkdown(each.reason ?? "")
  ]);
  return limited(["namespace", "pull request", "outcome", "credentials", "why"], cells, rows, [3]);
}
function deferredRows(requests, rows) {
  const cells = requests.map((each) => [
    code(requestName(each)),
    digits(each.changes.length),
    escapeMarkdown(each.reason ?? "")
  ]);
  return limited(["namespace", "credentials", "why"], cells, rows, [1]);
}
function stateTable(credentials, states, title, whereabouts, rows) {
  const found = credentials.filter(({ state }) => states.includes(state));
  if (found.length === 0) return "";
  const cells = found.map((each) => [
    code(namespaceName(each)),
    each.kind,
    code(each.module),
    place(shortFile(each), each, whereabouts),
    each.rotatedOn === null && each.value !== null && each.state !== "never" ? code(each.value) : rotatedWords(each),
    each.ageDays === null ? "" : digits(each.ageDays),
    escapeMarkdown(each.reasons.map(({ message }) => message).join("; "))
  ]);
  const header = ["namespace", "kind", "module", "file", "rotated on", "days", "why"];
  return section(title(found.length), found.length, limited(header, cells, rows, [5]));
}
function place(shown, { file, line }, whereabouts) {
  const text = code(`${shown}:${line}`);
  const blob = whereabouts === null ? null : lineAddress(whereabouts);
  if (blob === null) return text;
  const url = lineUrl(blob, file, line).replace(
    /[()|]/g,
    (character) => `%${character.charCodeAt(0).toString(16)}`
  );
  return `[${text}](${url})`;
}
function problemList(problems, whereabouts, rows) {
  if (problems.length === 0) return "";
  const items = problems.slice(0, rows).map((each) => `- ${place(each.file, each, whereabouts)}: ${escapeMarkdown(each.message)}`);
  return `### ${common.problems(problems.length)}

${items.join("\n")}${more(problems.length - rows)}`;
}
function section(title, size, table) {
  return `### ${title}

${size > UNFOLDED ? details(summary.unfold, table) : table}`;
}
function folded(items, title, content) {
  return items.length === 0 ? "" : details(title(items.length), content(items));
}
function limited(header, cells, rows, right = []) {
  return markdownTable(header, cells.slice(0, rows), right) + more(cells.length - rows);
}
function limitedTo(rows) {
  return (header, cells) => limited(header, cells, rows);
}
function more(left) {
  return left > 0 && Number.isFinite(left) ? `

${summary.more(left)}` : "";
}
function fitting(parts) {
  const text = (rows) => `${parts(rows).filter((part) => part !== "").join("\n\n")}
`;
  for (let rows = Number.POSITIVE_INFINITY; rows > 1; rows = Number.isFinite(rows) ? rows >> 1 : 4096) {
    const whole = text(rows);
    if (bytes(whole) <= MAX_BYTES) return whole;
  }
  return cut(text(1));
}
function cut(text) {
  const kept = [];
  let size = bytes(summary.cut) + 2;
  for (const part of text.split(/\n\n(?=#)/)) {
    size += bytes(part) + 2;
    if (size > MAX_BYTES) break;
    kept.push(part);
  }
  return `${[...kept, summary.cut].join("\n\n")}
`;
}
function bytes(text) {
  return new TextEncoder().encode(text).length;
}

export {
  openSummary,
  auditSummary
};
