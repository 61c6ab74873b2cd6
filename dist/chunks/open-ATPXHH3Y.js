import { createRequire as createRequireOfNode } from 'node:module';import { dirname as dirnameOfNode } from 'node:path';import { fileURLToPath as fileURLToPathOfNode } from 'node:url';const require = createRequireOfNode(import.meta.url);const filenameOfChunk = fileURLToPathOfNode(import.meta.url);const dirnameOfChunk = dirnameOfNode(filenameOfChunk);
import {
  waitingLines
} from "./chunk-L7MXWILJ.js";
import {
  requestLines
} from "./chunk-QA545WYV.js";
import {
  problemLines
} from "./chunk-K6DCJRLT.js";
import {
  blocks,
  colors,
  paragraph,
  skippedLines,
  stepLines
} from "./chunk-3M227DUT.js";
import "./chunk-KKML57SX.js";
import "./chunk-XFZATYQS.js";
import {
  gather,
  waitsForOthers
} from "./chunk-A5U4ZAJF.js";
import {
  deferred,
  open
} from "./chunk-YWTBTGBJ.js";
import {
  requestName,
  requestNoun
} from "./chunk-A4HRC4TW.js";
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
