import { createRequire as createRequireOfNode } from 'node:module';import { dirname as dirnameOfNode } from 'node:path';import { fileURLToPath as fileURLToPathOfNode } from 'node:url';const require = createRequireOfNode(import.meta.url);const filenameOfChunk = fileURLToPathOfNode(import.meta.url);const dirnameOfChunk = dirnameOfNode(filenameOfChunk);
import {
  count,
  digits,
  shellWords
} from "./chunk-Y65K6MQG.js";

// src/report/status-sentences.ts
var status = {
  title: (date) => `Pull requests on ${date}`,
  openTitle: (size) => `Open: ${digits(size)}`,
  closedTitle: (size) => `Closed by a person, which still counts: ${digits(size)}`,
  nothing: "No pull request is open, and nothing that is due waits for one.",
  /** `12 pull requests are open: 2 failing, 10 passing; 1 conflicting. The oldest is 34 days old.` */
  open: ({ open, checks, conflicting, foreign, drafts, approved, ...rest }) => {
    if (open === 0) return "No pull request is open.";
    const parts = [
      [checks.failing, "with failing checks"],
      [conflicting, "in conflict with the base branch"],
      [foreign, "with somebody's commits"],
      [rest.changesRequested, "with changes requested"],
      [checks.pending, "with checks pending"],
      [checks.passing, "with passing checks"],
      [approved, "approved"],
      [drafts, drafts === 1 ? "a draft" : "drafts"]
    ];
    const said = parts.flatMap(([size, words]) => size === 0 ? [] : [`${digits(size)} ${words}`]);
    const age = rest.oldestDays === null ? "" : ` The oldest is ${count(rest.oldestDays, "day")} old.`;
    const details = said.length === 0 ? "" : `: ${said.join(", ")}`;
    return `${count(open, "pull request is", "pull requests are")} open${details}.${age}`;
  },
  rest: ({ deferred, closed }) => [
    ...deferred === 0 ? [] : [`${count(deferred, "namespace has", "namespaces have")} something due and no pull request.`],
    ...closed === 0 ? [] : [
      `${count(closed, "pull request", "pull requests")} closed by a person still ${closed === 1 ? "counts" : "count"}.`
    ]
  ],
  age: (days) => days === null ? "-" : `${digits(days)}d`,
  checks: { passing: "passing", failing: "failing", pending: "pending", none: "no checks" },
  mergeable: { yes: "mergeable", conflicting: "conflict" },
  review: {
    approved: "approved",
    "changes-requested": "changes asked",
    "review-required": "unreviewed",
    none: ""
  },
  draft: "draft",
  unknown: "?",
  until: (day) => `until ${day}`,
  takenBack: "taken back",
  reopen: "What a person closed is opened again by its name: rotate-pr open --namespace NAME.",
  header: ["pull request", "namespace", "days", "checks", "mergeable", "review", "what is to be done"],
  closedHeader: ["pull request", "namespace", "counts until", "why"],
  look: (selection) => ({
    say: "To see what the next run would write:",
    command: shellWords(["rotate-pr", "plan", ...withDue(selection)])
  }),
  next: ({ toCreate, toUpdate, toClose }, selection) => {
    const parts = [
      [toCreate, "open"],
      [toUpdate, "update"],
      [toClose, "close"]
    ];
    const said = parts.flatMap(([size, verb]) => size === 0 ? [] : [`${verb} ${digits(size)}`]);
    return {
      say: `To ${said.join(", ")}:`,
      command: shellWords(["rotate-pr", "open", ...withDue(selection)])
    };
  }
};
function withDue(selection) {
  return selection.includes("--due") ? selection : [...selection, "--due"];
}
function statusSteps(summary, selection) {
  const { toCreate, toUpdate, toClose } = summary;
  if (toCreate + toUpdate + toClose === 0) return [];
  return [...toCreate === 0 ? [] : [status.look(selection)], status.next(summary, selection)];
}
function worstOpenFirst(all) {
  const rank = ({ checks, mergeable, foreign, review, next }) => {
    const signs = [
      checks === "failing",
      mergeable === "conflicting",
      foreign === true,
      review === "changes-requested",
      next !== "nothing"
    ];
    const first = signs.indexOf(true);
    return first === -1 ? signs.length : first;
  };
  return all.filter(({ state }) => state === "open").toSorted(
    (a, b) => rank(a) - rank(b) || (b.ageDays ?? 0) - (a.ageDays ?? 0) || (a.number ?? 0) - (b.number ?? 0)
  );
}
function reviewWords({ review, draft }) {
  const words = [review === null ? "" : status.review[review], draft === true ? status.draft : ""];
  return words.filter((word) => word !== "").join(", ");
}

export {
  status,
  statusSteps,
  worstOpenFirst,
  reviewWords
};
