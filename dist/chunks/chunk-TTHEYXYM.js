import { createRequire as createRequireOfNode } from 'node:module';import { dirname as dirnameOfNode } from 'node:path';import { fileURLToPath as fileURLToPathOfNode } from 'node:url';const require = createRequireOfNode(import.meta.url);const filenameOfChunk = fileURLToPathOfNode(import.meta.url);const dirnameOfChunk = dirnameOfNode(filenameOfChunk);
import {
  indented
} from "./chunk-BZDP5KMB.js";
import {
  truncate,
  wrap
} from "./chunk-XFZATYQS.js";
import {
  waitingGroups
} from "./chunk-Y55L6N2I.js";
import {
  deferred
} from "./chunk-BEZD3S22.js";
import {
  visible
} from "./chunk-Y65K6MQG.js";

// src/report/text/waiting.ts
var NAMED = 5;
function waitingLines(c, waiting, options, title = deferred.title) {
  if (waiting.length === 0) return [];
  return [
    c.bold(title(waiting.length)),
    ...waitingGroups(waiting).flatMap((group) => groupLines(c, group, options))
  ];
}
function groupLines(c, { reason, each, members }, { width, verbose }) {
  const named = verbose ? members : members.slice(0, NAMED);
  const head = indented(deferred.group(visible(reason), members.length), 2, width).map(c.yellow);
  const left = members.length - named.length;
  const more = left === 0 ? [] : [c.dim(`    ${deferred.more(left)}`)];
  const own = named.flatMap(({ name, reason: why }) => [
    `    ${truncate(visible(name), width - 4)}`,
    ...indented(visible(why ?? ""), 6, width).map(c.dim)
  ]);
  return [...head, ...each ? own : names(named, width), ...more];
}
function names(members, width) {
  return wrap(members.map(({ name }) => visible(name)).join(", "), width - 4).map((line) => `    ${line}`);
}

export {
  waitingLines
};
