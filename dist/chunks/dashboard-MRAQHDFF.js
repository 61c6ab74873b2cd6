import { createRequire as createRequireOfNode } from 'node:module';import { dirname as dirnameOfNode } from 'node:path';import { fileURLToPath as fileURLToPathOfNode } from 'node:url';const require = createRequireOfNode(import.meta.url);const filenameOfChunk = fileURLToPathOfNode(import.meta.url);const dirnameOfChunk = dirnameOfNode(filenameOfChunk);
import {
  dashboard
} from "./chunk-DLSUGZUK.js";
import {
  blocks,
  colors,
  indented,
  paragraph
} from "./chunk-BZDP5KMB.js";
import {
  formatTable
} from "./chunk-KKML57SX.js";
import "./chunk-XFZATYQS.js";
import "./chunk-BEZD3S22.js";
import {
  visible
} from "./chunk-Y65K6MQG.js";
import "./chunk-SERVURPW.js";
import "./chunk-LVIGNXGC.js";

// src/report/text/dashboard.ts
var INDENT = 4;
function dashboardText(result, { width, color }) {
  const c = colors(color);
  const { issue, boxes, base } = result;
  return blocks([
    boxLines(c, boxes, width),
    [
      ...paragraph([dashboard.issue(issue)], width),
      ...issue.url === null ? [] : [`${" ".repeat(INDENT)}${visible(issue.url)}`]
    ],
    base === null ? [] : paragraph([dashboard.totals(result)], width)
  ]);
}
function boxLines(c, boxes, width) {
  const columns = [{}, { min: 16 }, {}];
  const rows = boxes.map((each) => [
    { text: dashboard.box(each), paint: paintOutcome(c, each) },
    { text: visible(each.box) },
    { text: each.number === null ? "-" : `#${each.number}` }
  ]);
  const table = formatTable(columns, rows, width);
  return boxes.flatMap((each, index) => [
    table[index] ?? "",
    ...each.reason === null ? [] : indented(visible(each.reason), INDENT, width),
    ...each.url === null ? [] : [`${" ".repeat(INDENT)}${visible(each.url)}`],
    ...each.ticked ? indented(dashboard.staysTicked, INDENT, width) : []
  ]);
}
function paintOutcome(c, { outcome }) {
  if (outcome === "created" || outcome === "updated") return c.green;
  return outcome === "failed" || outcome === "refused" ? c.red : c.yellow;
}
export {
  dashboardText
};
