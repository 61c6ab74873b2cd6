import { createRequire as createRequireOfNode } from 'node:module';import { dirname as dirnameOfNode } from 'node:path';import { fileURLToPath as fileURLToPathOfNode } from 'node:url';const require = createRequireOfNode(import.meta.url);const filenameOfChunk = fileURLToPathOfNode(import.meta.url);const dirnameOfChunk = dirnameOfNode(filenameOfChunk);
import {
  unifiedDiff
} from "./chunk-52FHPIMO.js";
import {
  diffLines
} from "./chunk-U6TJLOO4.js";
import "./chunk-JS56G6V7.js";
import {
  blocks,
  changeLines,
  colors,
  paragraph
} from "./chunk-BZDP5KMB.js";
import "./chunk-KKML57SX.js";
import "./chunk-XFZATYQS.js";
import {
  preview
} from "./chunk-BEZD3S22.js";
import "./chunk-Y65K6MQG.js";
import "./chunk-SERVURPW.js";
import "./chunk-LVIGNXGC.js";

// src/report/text/preview.ts
var DIFFS = 40;
var DATES = 100;
function previewText({
  changes,
  files
}, { width, color }) {
  const c = colors(color);
  const namespaces = new Set(changes.map(({ cluster, namespace }) => `${cluster}/${namespace}`)).size;
  const total = [preview.total(changes.length, namespaces, files.length)];
  if (files.length <= DIFFS) {
    const diffs = files.map(({ path, before, after }) => diffLines(c, unifiedDiff(path, before, after)));
    return blocks([...diffs, paragraph(total, width)]);
  }
  const shown = changes.slice(0, DATES);
  const more = changes.length - shown.length;
  if (more > 0) total.unshift(preview.more(more));
  return blocks([changeLines(c, shown, width), paragraph(total, width)]);
}
export {
  previewText
};
