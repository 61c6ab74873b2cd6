import { createRequire as createRequireOfNode } from 'node:module';import { dirname as dirnameOfNode } from 'node:path';import { fileURLToPath as fileURLToPathOfNode } from 'node:url';const require = createRequireOfNode(import.meta.url);const filenameOfChunk = fileURLToPathOfNode(import.meta.url);const dirnameOfChunk = dirnameOfNode(filenameOfChunk);
import {
  problemLines
} from "./chunk-JS56G6V7.js";
import {
  blocks,
  changeLines,
  colors,
  paragraph,
  skippedLines
} from "./chunk-BZDP5KMB.js";
import "./chunk-KKML57SX.js";
import "./chunk-XFZATYQS.js";
import {
  apply
} from "./chunk-BEZD3S22.js";
import "./chunk-Y65K6MQG.js";
import "./chunk-SERVURPW.js";
import "./chunk-LVIGNXGC.js";

// src/report/text/apply.ts
function applyText(result, options) {
  const c = colors(options.color);
  const { changes } = result;
  const namespaces = new Set(changes.map(({ cluster, namespace }) => `${cluster}/${namespace}`));
  const files = new Set(changes.map(({ file }) => file));
  const totals = changes.length === 0 ? [apply.nothing] : [apply.changed(changes.length, namespaces.size, files.size), apply.next];
  return blocks([
    changeLines(c, changes, options.width),
    skippedLines(c, result.skipped, options),
    problemLines(c, result.problems, options.width),
    paragraph(totals, options.width)
  ]);
}
export {
  applyText
};
