import { createRequire as createRequireOfNode } from 'node:module';import { dirname as dirnameOfNode } from 'node:path';import { fileURLToPath as fileURLToPathOfNode } from 'node:url';const require = createRequireOfNode(import.meta.url);const filenameOfChunk = fileURLToPathOfNode(import.meta.url);const dirnameOfChunk = dirnameOfNode(filenameOfChunk);
import {
  deferred
} from "./chunk-BEZD3S22.js";
import {
  groupBy
} from "./chunk-SERVURPW.js";

// src/report/waiting.ts
function waitingGroups(waiting) {
  const groups = groupBy(waiting, ({ code, reason }) => code ?? reason ?? "");
  return [...groups.values()].map((members) => {
    const [{ code, reason }] = members;
    const shared = members.every((one) => one.reason === reason);
    const general = code === null ? reason : deferred.reasons[code] ?? deferred.hindered(code);
    return {
      reason: (shared ? reason : general) ?? "",
      each: !shared,
      members
    };
  }).toSorted((a, b) => b.members.length - a.members.length);
}
var MANY = 6;
function gather(all) {
  const groups = groupBy(all, ({ reason }) => reason ?? "");
  return [...groups.values()].filter((group) => group.length >= MANY).flat();
}
function waitsForOthers(waiting) {
  return waiting.some(({ code }) => code === "application" || code === "production");
}

export {
  waitingGroups,
  gather,
  waitsForOthers
};
