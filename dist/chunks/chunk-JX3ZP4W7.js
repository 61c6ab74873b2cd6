import { createRequire as createRequireOfNode } from 'node:module';import { dirname as dirnameOfNode } from 'node:path';import { fileURLToPath as fileURLToPathOfNode } from 'node:url';const require = createRequireOfNode(import.meta.url);const filenameOfChunk = fileURLToPathOfNode(import.meta.url);const dirnameOfChunk = dirnameOfNode(filenameOfChunk);
import {
  worstFirst
} from "./chunk-KY6GMG72.js";
import {
  STATE_WORDS,
  codeWords,
  count,
  kindNoun,
  namespaceName,
  requestName
} from "./chunk-Y65K6MQG.js";

// src/report/annotations.ts
var SHOWN = 10;
function openAnnotations({ pullRequests, problems }, credentials) {
  const failed = pullRequests.filter(({ outcome }) => outcome === "failed");
  return [
    ...failed.map((each) => {
      return { level: "error", title: requestName(each), message: each.reason ?? each.title, place: null };
    }),
    ...problems.map(ofProblem),
    ...ofCredentials(credentials, ["blocked"], "warning", problems)
  ];
}
function auditAnnotations({ credentials, problems }, failOn) {
  return [
    ...problems.map(ofProblem),
    ...failOn === "due" ? ofCredentials(credentials, ["never", "due"], "error", []) : [],
    ...ofCredentials(credentials, ["blocked"], failOn === "blocked" ? "error" : "warning", problems)
  ];
}
function ofProblem({ file, line, column, code, message }) {
  return { level: "error", title: codeWords(code), message, place: { file, line, column } };
}
function ofCredentials(credentials, states, level, told) {
  const broken = new Set(told.map(({ file }) => file));
  return worstFirst(credentials).filter(({ state, file }) => states.includes(state) && !broken.has(file)).map((each) => ({
    level,
    title: `${namespaceName(each)}: ${kindNoun(each.kind)[0]} ${STATE_WORDS[each.state]}`,
    message: `${each.module}: ${each.reasons.map(({ message }) => message).join("; ") || STATE_WORDS[each.state]}`,
    place: { file: each.file, line: each.line }
  }));
}
function shownAnnotations(all) {
  const errors = all.filter(({ level }) => level === "error");
  const warnings = all.filter(({ level }) => level === "warning");
  const left = [
    { number: errors.length - SHOWN, noun: "error" },
    { number: warnings.length - SHOWN, noun: "warning" }
  ].flatMap(({ number, noun }) => number > 0 ? [count(number, `more ${noun}`)] : []);
  return {
    shown: [...errors.slice(0, SHOWN), ...warnings.slice(0, SHOWN)],
    rest: left.length === 0 ? null : `${left.join(" and ")}: see the summary of the job.`
  };
}

export {
  openAnnotations,
  auditAnnotations,
  shownAnnotations
};
