import { createRequire as createRequireOfNode } from 'node:module';import { dirname as dirnameOfNode } from 'node:path';import { fileURLToPath as fileURLToPathOfNode } from 'node:url';const require = createRequireOfNode(import.meta.url);const filenameOfChunk = fileURLToPathOfNode(import.meta.url);const dirnameOfChunk = dirnameOfNode(filenameOfChunk);
import {
  indented
} from "./chunk-BZDP5KMB.js";
import {
  columnWidths,
  formatRow
} from "./chunk-KKML57SX.js";
import {
  stringWidth
} from "./chunk-XFZATYQS.js";
import {
  OUTCOMES,
  requestName,
  visible
} from "./chunk-Y65K6MQG.js";

// src/report/text/requests.ts
var WIDE = 140;
var NEEDS_REASON = ["left-alone", "closed", "deferred", "failed"];
var NEEDS_LINK = ["created", "updated"];
var INDENT = 4;
function address({ url, number }, width) {
  if (url !== null && (width >= WIDE || number === null)) return url;
  return number === null ? "-" : `#${number}`;
}
function requestLines(c, pullRequests, { width, verbose }, say) {
  const columns = [{}, { min: 16 }, {}, { min: 20 }];
  const rows = pullRequests.toSorted((a, b) => OUTCOMES.indexOf(a.outcome) - OUTCOMES.indexOf(b.outcome)).map((each) => {
    const cells = [
      { text: say(each.outcome), paint: paintOutcome(c, each.outcome) },
      { text: visible(requestName(each)) },
      { text: visible(address(each, width)) },
      { text: visible(each.reason ?? ""), paint: c.dim }
    ];
    return { each, cells };
  });
  const widths = columnWidths(
    columns,
    rows.map(({ cells }) => cells),
    width
  );
  return rows.flatMap(({ each, cells }) => {
    const reason = visible(each.reason ?? "");
    const cut = stringWidth(reason) > widths[3];
    const below = cut && (verbose || NEEDS_REASON.includes(each.outcome)) ? indented(reason, INDENT, width) : [];
    const row = below.length > 0 ? cells.slice(0, 3) : cells;
    const linked = width < WIDE && each.url !== null && (verbose || NEEDS_LINK.includes(each.outcome));
    const link = linked ? [`${" ".repeat(INDENT)}${visible(each.url ?? "")}`] : [];
    return [formatRow(columns, widths, row), ...below, ...link];
  });
}
function paintOutcome(c, outcome) {
  if (outcome === "created" || outcome === "updated") return c.green;
  if (outcome === "failed") return c.red;
  return outcome === "deferred" || outcome === "left-alone" ? c.yellow : c.dim;
}

export {
  requestLines
};
