import { createRequire as createRequireOfNode } from 'node:module';import { dirname as dirnameOfNode } from 'node:path';import { fileURLToPath as fileURLToPathOfNode } from 'node:url';const require = createRequireOfNode(import.meta.url);const filenameOfChunk = fileURLToPathOfNode(import.meta.url);const dirnameOfChunk = dirnameOfNode(filenameOfChunk);
import {
  reviewWords,
  status,
  statusSteps,
  worstOpenFirst
} from "./chunk-DCTYOSXF.js";
import {
  waitingLines
} from "./chunk-TTHEYXYM.js";
import {
  problemLines
} from "./chunk-JS56G6V7.js";
import {
  blocks,
  colors,
  indented,
  paragraph,
  stepLines
} from "./chunk-BZDP5KMB.js";
import {
  formatTable
} from "./chunk-KKML57SX.js";
import "./chunk-XFZATYQS.js";
import {
  waitsForOthers
} from "./chunk-Y55L6N2I.js";
import {
  deferred
} from "./chunk-BEZD3S22.js";
import {
  requestName,
  visible
} from "./chunk-Y65K6MQG.js";
import "./chunk-SERVURPW.js";
import "./chunk-LVIGNXGC.js";

// src/report/text/status.ts
var WIDE = 140;
var CLOSED = 10;
var INDENT = 4;
function statusText(result, options) {
  const c = colors(options.color);
  const { pullRequests, summary } = result;
  const of = (state) => pullRequests.filter((each) => each.state === state);
  const waiting = of("deferred").map((each) => ({ ...each, name: requestName(each) }));
  const nothing = pullRequests.length === 0;
  return blocks([
    openLines(c, worstOpenFirst(pullRequests), options),
    waitingLines(c, waiting, options),
    closedLines(c, of("closed"), options),
    problemLines(c, result.problems, options.width),
    paragraph(nothing ? [status.nothing] : [status.open(summary), ...status.rest(summary)], options.width),
    [
      ...waitsForOthers(waiting) ? paragraph([deferred.together], options.width) : [],
      ...summary.closed > 0 ? paragraph([status.reopen], options.width) : [],
      ...stepLines(statusSteps(summary, options.selection ?? []), options.width)
    ]
  ]);
}
function openLines(c, open, { width, verbose }) {
  if (open.length === 0) return [];
  const columns = [{}, { min: 24 }, { align: "right" }, {}, {}, { min: 8 }];
  const rows = open.map((each) => [
    { text: address(each, width) },
    { text: visible(requestName(each)) },
    { text: status.age(each.ageDays) },
    { text: checksWord(each), paint: paintChecks(c, each) },
    { text: mergeWord(each), paint: each.mergeable === "conflicting" ? c.red : c.dim },
    { text: reviewWords(each), paint: each.review === "changes-requested" ? c.red : c.dim }
  ]);
  const lines = formatTable(columns, rows, width);
  return [
    c.bold(status.openTitle(open.length)),
    ...open.flatMap((each, index) => [
      lines[index],
      ...each.reason === null ? [] : indented(visible(each.reason), INDENT, width).map(c.yellow),
      ...verbose && width < WIDE && each.url !== null ? [`${" ".repeat(INDENT)}${visible(each.url)}`] : []
    ])
  ];
}
function address({ url, number }, width) {
  return url !== null && width >= WIDE ? visible(url) : `#${number ?? ""}`;
}
function checksWord({ checks }) {
  return checks === null ? status.unknown : status.checks[checks];
}
function mergeWord({ mergeable }) {
  return mergeable === null ? status.unknown : status.mergeable[mergeable];
}
function paintChecks(c, { checks }) {
  if (checks === "passing") return c.green;
  if (checks === "failing") return c.red;
  return checks === "pending" ? c.yellow : c.dim;
}
function closedLines(c, closed, { width, verbose }) {
  if (closed.length === 0) return [];
  const named = verbose ? closed : closed.slice(0, CLOSED);
  const left = closed.length - named.length;
  const rows = named.map((each) => [
    { text: address(each, width) },
    { text: visible(requestName(each)) },
    { text: each.until === null ? "" : status.until(each.until) },
    { text: each.code === "taken-back" ? status.takenBack : "", paint: c.dim }
  ]);
  return [
    c.bold(status.closedTitle(closed.length)),
    ...formatTable([{}, { min: 16 }, {}, { min: 8 }], rows, width, "  "),
    ...left === 0 ? [] : [c.dim(`  ${deferred.more(left)}`)]
  ];
}
export {
  statusText
};
