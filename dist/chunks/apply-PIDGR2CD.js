import { createRequire as createRequireOfNode } from 'node:module';import { dirname as dirnameOfNode } from 'node:path';import { fileURLToPath as fileURLToPathOfNode } from 'node:url';const require = createRequireOfNode(import.meta.url);const filenameOfChunk = fileURLToPathOfNode(import.meta.url);const dirnameOfChunk = dirnameOfNode(filenameOfChunk);
import {
  blocks,
  changeLines,
  colors,
  paragraph,
  problemLines,
  skippedLines
} from "./chunk-62DWJDAN.js";
import "./chunk-HZ66YISD.js";
import {
  apply
} from "./chunk-K3C2W4R2.js";
import "./chunk-3ASZVPHT.js";
import "./chunk-WA5W63ET.js";

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
