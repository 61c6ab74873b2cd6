import { createRequire as createRequireOfNode } from 'node:module';import { dirname as dirnameOfNode } from 'node:path';import { fileURLToPath as fileURLToPathOfNode } from 'node:url';const require = createRequireOfNode(import.meta.url);const filenameOfChunk = fileURLToPathOfNode(import.meta.url);const dirnameOfChunk = dirnameOfNode(filenameOfChunk);
import {
  requestLines
} from "./chunk-Z3DODOER.js";
import {
  problemLines
} from "./chunk-JS56G6V7.js";
import {
  blocks,
  colors,
  paragraph,
  stepLines
} from "./chunk-BZDP5KMB.js";
import "./chunk-KKML57SX.js";
import "./chunk-XFZATYQS.js";
import {
  close
} from "./chunk-BEZD3S22.js";
import "./chunk-Y65K6MQG.js";
import "./chunk-SERVURPW.js";
import "./chunk-LVIGNXGC.js";

// src/report/text/close.ts
function closeText(result, options) {
  const c = colors(options.color);
  const { pullRequests } = result;
  const outcomes = pullRequests.map(({ outcome }) => outcome);
  const selection = options.selection ?? [];
  const unfinished = outcomes.includes("failed") || outcomes.includes("deferred");
  return blocks([
    requestLines(c, pullRequests, options, close.outcome),
    problemLines(c, result.problems, options.width),
    paragraph(
      [
        outcomes.length === 0 ? close.nothing : close.total(outcomes),
        ...outcomes.includes("closed") ? [close.remembered] : []
      ],
      options.width
    ),
    [
      ...stepLines(outcomes.includes("planned") ? [close.really(selection)] : [], options.width),
      ...stepLines(unfinished ? [close.again(selection)] : [], options.width)
    ]
  ]);
}
export {
  closeText
};
