import { createRequire as createRequireOfNode } from 'node:module';import { dirname as dirnameOfNode } from 'node:path';import { fileURLToPath as fileURLToPathOfNode } from 'node:url';const require = createRequireOfNode(import.meta.url);const filenameOfChunk = fileURLToPathOfNode(import.meta.url);const dirnameOfChunk = dirnameOfNode(filenameOfChunk);
import {
  waitingLines
} from "./chunk-TTHEYXYM.js";
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
  skippedLines,
  stepLines
} from "./chunk-BZDP5KMB.js";
import "./chunk-KKML57SX.js";
import "./chunk-XFZATYQS.js";
import {
  gather,
  waitsForOthers
} from "./chunk-Y55L6N2I.js";
import {
  deferred,
  open
} from "./chunk-BEZD3S22.js";
import {
  requestName,
  requestNoun
} from "./chunk-Y65K6MQG.js";
import "./chunk-SERVURPW.js";
import "./chunk-LVIGNXGC.js";

// src/report/text/open.ts
var UNFINISHED = ["deferred", "failed"];
function openText(result, options) {
  const c = colors(options.color);
  const { pullRequests } = result;
  const outcomes = pullRequests.map(({ outcome }) => outcome);
  const unfinished = UNFINISHED.filter((each) => outcomes.includes(each));
  const of = (outcome) => pullRequests.filter((each) => each.outcome === outcome);
  const alike = options.verbose ? [] : gather(of("left-alone"));
  const waiting = of("deferred").map(toWaits);
  const listed = pullRequests.filter((each) => each.outcome !== "deferred" && !alike.includes(each));
  return blocks([
    requestLines(c, listed, options, (outcome) => open.outcomes[outcome]),
    waitingLines(c, alike.map(toWaits), options, deferred.leftAlone),
    waitingLines(c, waiting, options),
    skippedLines(c, result.skipped, options),
    problemLines(c, result.problems, options.width),
    paragraph(
      [
        pullRequests.length === 0 ? open.nothing : open.total(outcomes, requestNoun(pullRequests)),
        ...waitsForOthers(waiting) ? [deferred.together] : []
      ],
      options.width
    ),
    unfinished.length === 0 ? [] : stepLines([open.again(options.selection ?? [], unfinished)], options.width)
  ]);
}
function toWaits(request) {
  return { name: requestName(request), code: request.code ?? null, reason: request.reason };
}
export {
  openText
};
