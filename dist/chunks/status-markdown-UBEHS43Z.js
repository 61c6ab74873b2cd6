import { createRequire as createRequireOfNode } from 'node:module';import { dirname as dirnameOfNode } from 'node:path';import { fileURLToPath as fileURLToPathOfNode } from 'node:url';const require = createRequireOfNode(import.meta.url);const filenameOfChunk = fileURLToPathOfNode(import.meta.url);const dirnameOfChunk = dirnameOfNode(filenameOfChunk);
import {
  reviewWords,
  status,
  statusSteps,
  worstOpenFirst
} from "./chunk-DCTYOSXF.js";
import {
  csv
} from "./chunk-MZCYSQLG.js";
import {
  document,
  problemList,
  requestLink,
  waitingList
} from "./chunk-M3LKYVE4.js";
import "./chunk-ACMQDBVN.js";
import "./chunk-5T5TXE4W.js";
import "./chunk-NPPZ53N6.js";
import {
  code,
  escapeMarkdown,
  markdownTable
} from "./chunk-E5CKJXHL.js";
import "./chunk-Y55L6N2I.js";
import "./chunk-KY6GMG72.js";
import {
  close
} from "./chunk-BEZD3S22.js";
import {
  OUTCOMES,
  digits,
  requestName
} from "./chunk-Y65K6MQG.js";
import "./chunk-SERVURPW.js";
import "./chunk-LVIGNXGC.js";

// src/report/status-markdown.ts
function statusMarkdown(result, { selection = [] }) {
  const { pullRequests, summary } = result;
  const of = (state) => pullRequests.filter((each) => each.state === state);
  const sentences = pullRequests.length === 0 ? [status.nothing] : [status.open(summary), ...status.rest(summary)];
  const open = worstOpenFirst(pullRequests).map(openRow);
  const closed = of("closed").map((each) => [
    requestLink(each),
    code(requestName(each)),
    each.until ?? "",
    escapeMarkdown(each.reason ?? "")
  ]);
  return document([
    `## ${escapeMarkdown(status.title(result.date))}`,
    escapeMarkdown(sentences.join(" ")),
    open.length === 0 ? "" : markdownTable(status.header, open, [2]),
    waitingList(of("deferred").map((each) => ({ ...each, name: requestName(each) }))),
    closed.length === 0 ? "" : `### ${escapeMarkdown(status.closedTitle(closed.length))}`,
    closed.length === 0 ? "" : markdownTable(status.closedHeader, closed),
    problemList(result.problems),
    statusSteps(summary, selection).map(({ say, command }) => `- ${escapeMarkdown(say)}${command === null ? "" : ` ${code(command)}`}`).join("\n")
  ]);
}
function openRow(each) {
  return [
    requestLink(each),
    code(requestName(each)),
    each.ageDays === null ? "" : digits(each.ageDays),
    each.checks === null ? status.unknown : status.checks[each.checks],
    each.mergeable === null ? status.unknown : status.mergeable[each.mergeable],
    reviewWords(each),
    escapeMarkdown(each.reason ?? "")
  ];
}
var STATUS_FIELDS = [
  "state",
  "cluster",
  "namespace",
  "branch",
  "number",
  "url",
  "title",
  "ageDays",
  "checks",
  "mergeable",
  "review",
  "next",
  "rotatedOn",
  "until",
  "code",
  "reason"
];
function statusCsv({ pullRequests }) {
  const flag = (value) => value === null ? null : String(value);
  const rows = pullRequests.map((each) => [
    ...STATUS_FIELDS.map((name) => each[name]),
    each.group ?? null,
    flag(each.draft),
    flag(each.foreign)
  ]);
  return csv([...STATUS_FIELDS, "group", "draft", "foreign"], rows);
}
function closeMarkdown({ date, pullRequests, problems }) {
  const outcomes = pullRequests.map(({ outcome }) => outcome);
  const rows = pullRequests.toSorted((a, b) => OUTCOMES.indexOf(b.outcome) - OUTCOMES.indexOf(a.outcome)).map((each) => [
    close.outcome(each.outcome),
    code(requestName(each)),
    requestLink(each),
    escapeMarkdown(each.reason ?? "")
  ]);
  return document([
    `## ${escapeMarkdown(close.title(date))}`,
    escapeMarkdown(rows.length === 0 ? close.nothing : close.total(outcomes)),
    rows.length === 0 ? "" : markdownTable(["outcome", "namespace", "pull request", "reason"], rows),
    outcomes.includes("closed") ? escapeMarkdown(close.remembered) : "",
    problemList(problems)
  ]);
}
export {
  closeMarkdown,
  statusCsv,
  statusMarkdown
};
