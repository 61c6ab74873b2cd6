import { createRequire as createRequireOfNode } from 'node:module';import { dirname as dirnameOfNode } from 'node:path';import { fileURLToPath as fileURLToPathOfNode } from 'node:url';const require = createRequireOfNode(import.meta.url);const filenameOfChunk = fileURLToPathOfNode(import.meta.url);const dirnameOfChunk = dirnameOfNode(filenameOfChunk);
import {
  count,
  digits,
  listWords
} from "./chunk-Y65K6MQG.js";

// src/report/dashboard-sentences.ts
var dashboard = {
  summaryTitle: "Dashboard of credential rotation",
  boxColumns: ["outcome", "namespace", "pull request", "reason"],
  intro: "This issue is written by `rotate-pr`. Tick a box to have the pull request of that namespace opened now: it rotates what is due there, once it is merged. Whatever else is changed here is overwritten.",
  scope: ({ credentials, namespaces, maxAgeDays }) => `${count(credentials, "credential")} in ${count(namespaces, "namespace")}. One is due when it was rotated more than ${count(maxAgeDays, "day")} ago, or never.`,
  nothing: "Nothing is due, and no pull request is open.",
  columns: ["", "namespaces", "credentials"],
  rows: {
    open: "in an open pull request",
    due: "due",
    deferred: "due, waiting for their turn",
    closed: "due, pull request closed by a person",
    held: "due, on hold",
    blocked: "due, to be mended first"
  },
  /** Of a team, behind a number. */
  counts: {
    open: "open",
    due: "due",
    deferred: "waiting",
    closed: "closed by a person",
    held: "on hold",
    blocked: "blocked"
  },
  headings: {
    open: "Open pull requests",
    due: "Due: tick to rotate",
    deferred: "Waiting for their turn: tick to rotate now",
    closed: "Closed by a person: tick to open again",
    held: "On hold",
    blocked: "To be mended first"
  },
  shared: "Not of one namespace",
  teams: (page, pages, [first, last]) => pages === 1 ? "By team" : `By team, page ${digits(page)} of ${digits(pages)}: ${first === last ? first : `${first} to ${last}`}`,
  more: (pages) => `The teams that do not fit here follow in the ${pages === 2 ? "first comment" : `first ${digits(pages - 1)} comments of rotate-pr`}.`,
  noTeam: "No team named",
  continued: ", continued",
  group: (name) => `group ${name}`,
  unknown: "credentials that are not known",
  opened: (day) => `opened on ${day}`,
  rotated: (day, several) => day === null ? "no rotation known" : `${several ? "the oldest " : ""}rotated on ${day}`,
  /** `The dashboard, #12: updated. What it says has changed.` */
  issue: ({ number, outcome, reason }) => `The dashboard${number === null ? "" : `, #${number}`}: ${outcome === "left-alone" ? "left alone" : outcome}. ${reason}`,
  totals: ({ totals }) => {
    const states = Object.keys(dashboard.counts);
    const parts = states.flatMap(
      (state) => totals[state].namespaces === 0 ? [] : [`${digits(totals[state].namespaces)} ${dashboard.counts[state]}`]
    );
    return parts.length === 0 ? dashboard.nothing : `Namespaces: ${listWords(parts)}.`;
  },
  box: ({ outcome }) => outcome === "left-alone" ? "left alone" : outcome,
  staysTicked: "The box stays ticked: the next run with --run tries again."
};

export {
  dashboard
};
