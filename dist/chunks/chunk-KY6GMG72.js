import { createRequire as createRequireOfNode } from 'node:module';import { dirname as dirnameOfNode } from 'node:path';import { fileURLToPath as fileURLToPathOfNode } from 'node:url';const require = createRequireOfNode(import.meta.url);const filenameOfChunk = fileURLToPathOfNode(import.meta.url);const dirnameOfChunk = dirnameOfNode(filenameOfChunk);
import {
  audit
} from "./chunk-BEZD3S22.js";
import {
  STATES_WORST_FIRST,
  STATE_WORDS,
  digits,
  kindsOf
} from "./chunk-Y65K6MQG.js";
import {
  groupBy
} from "./chunk-SERVURPW.js";

// src/report/worst-first.ts
var LIST_ALL_UP_TO = 50;
var QUIET_STATES = ["exempt", "ok"];
var ONLY_WHEN_NAMED = "hmpps-template";
function compareCredentials(a, b) {
  const byState = STATES_WORST_FIRST.indexOf(a.state) - STATES_WORST_FIRST.indexOf(b.state);
  if (byState !== 0) return byState;
  const byAge = (b.ageDays ?? Number.MAX_SAFE_INTEGER) - (a.ageDays ?? Number.MAX_SAFE_INTEGER);
  return byAge !== 0 ? byAge : compareText(a.cluster, b.cluster) || compareText(a.id, b.id);
}
function compareText(a, b) {
  return a < b ? -1 : a > b ? 1 : 0;
}
function worstFirst(credentials) {
  return credentials.toSorted(compareCredentials);
}
function groupWorstFirst(credentials) {
  const groups = groupBy(worstFirst(credentials), (each) => JSON.stringify([each.cluster, each.namespace]));
  return [...groups.values()];
}
function listed({ credentials }, verbose) {
  if (verbose || credentials.length <= LIST_ALL_UP_TO) return credentials;
  return credentials.filter((each) => !QUIET_STATES.includes(each.state));
}
function leavesOut(result, verbose) {
  const shown = listed(result, verbose).length;
  if (shown === result.credentials.length) return [];
  const states = QUIET_STATES.filter((state) => result.summary.byState[state] > 0);
  return [
    audit.leftOut(states.map((state) => `${digits(result.summary.byState[state])} ${STATE_WORDS[state]}`))
  ];
}
function nextSteps(result, selection) {
  const due = result.credentials.filter(({ state }) => state === "due" || state === "never");
  const aside = due.filter(({ kind }) => kind === ONLY_WHEN_NAMED && !selection.includes(kind));
  const rotatable = due.length - aside.length;
  const blocked = result.summary.byState.blocked;
  const steps = [];
  const say = (sentence) => void steps.push({ say: sentence, command: null });
  if (blocked > 0) say(audit.blocked(blocked));
  for (const kind of kindsOf(aside)) say(audit.onlyWhenNamed(aside.length, kind));
  if (rotatable > 0 && result.newSince !== void 0) say(audit.giveDate(rotatable));
  else if (rotatable > 0) steps.push(audit.look(selection), audit.next(rotatable, selection));
  else if (due.length === 0) say(audit.nothingDue);
  return steps;
}

export {
  worstFirst,
  groupWorstFirst,
  listed,
  leavesOut,
  nextSteps
};
