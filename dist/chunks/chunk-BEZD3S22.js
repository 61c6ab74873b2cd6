import { createRequire as createRequireOfNode } from 'node:module';import { dirname as dirnameOfNode } from 'node:path';import { fileURLToPath as fileURLToPathOfNode } from 'node:url';const require = createRequireOfNode(import.meta.url);const filenameOfChunk = fileURLToPathOfNode(import.meta.url);const dirnameOfChunk = dirnameOfNode(filenameOfChunk);
import {
  OUTCOMES,
  STATES_WORST_FIRST,
  STATE_WORDS,
  codeWords,
  count,
  digits,
  kindNoun,
  listWords,
  shellWords
} from "./chunk-Y65K6MQG.js";

// src/report/sentences.ts
function command(verb, selection, ...more) {
  return shellWords(["rotate-pr", verb, ...selection, ...more.filter((arg) => !selection.includes(arg))]);
}
var audit = {
  title: (date) => `Credentials on ${date}`,
  source: ({ base, newSince }) => {
    const read = base === null ? "Read from the working tree." : `Read from commit ${base.slice(0, 12)}.`;
    return newSince === void 0 ? read : `${read} Only what commit ${newSince.slice(0, 12)} does not have is listed.`;
  },
  nothing: ({ newSince }) => newSince === void 0 ? "No credentials found." : "No new credentials found.",
  /** `12 credentials in 3 namespaces: 1 blocked, 2 due, 9 ok.` */
  summary: (summary) => {
    const states = STATES_WORST_FIRST.filter((state) => summary.byState[state] > 0).map(
      (state) => `${digits(summary.byState[state])} ${STATE_WORDS[state]}`
    );
    const where = count(summary.namespaces, "namespace");
    return `${count(summary.credentials, "credential")} in ${where}: ${states.join(", ")}.`;
  },
  /** `By kind: rds 8, elasticache 4.` */
  byKind: (summary, kinds) => {
    const numbers = kinds.map((kind) => {
      const states = Object.values(summary.byKind[kind] ?? {});
      return `${kind} ${digits(states.reduce((sum, each) => sum + each, 0))}`;
    });
    return `By kind: ${numbers.join(", ")}.`;
  },
  leftOut: (states) => `Not listed one by one: ${listWords(states)}; --verbose lists them.`,
  worstOnly: (shown, all) => `Listed are the ${digits(shown)} namespaces that need it most, of ${digits(all)}: --verbose or a pipe lists them all.`,
  /** @param maxAgeDays null where it is not the same for all */
  stateMeans: (state, maxAgeDays) => {
    const means = {
      blocked: "to be mended first",
      never: "due, and never rotated",
      due: maxAgeDays === null ? "older than its maximum age" : `older than ${count(maxAgeDays, "day")}`,
      held: "the namespace is on hold",
      exempt: "nothing to rotate",
      ok: maxAgeDays === null ? "within its maximum age" : `rotated within ${count(maxAgeDays, "day")}`
    };
    return `${state}: ${means[state]}`;
  },
  behindMeans: (mark, latest) => `${mark}: the latest is ${listWords(latest)}`,
  otherCredentials: (others) => `Other credentials, which no date rotates: ${digits(others)}`,
  notRotatable: (modules) => `Modules that no date rotates: ${digits(modules)}`,
  nothingDue: "Nothing is due.",
  blocked: (blocked) => `${count(blocked, "credential")} must be mended first: ${blocked === 1 ? "its reason says" : "their reasons say"} how.`,
  onlyWhenNamed: (due, kind) => `${count(due, ...kindNoun(kind))} to rotate ${due === 1 ? "is" : "are"} left alone unless named: --kind ${kind}.`,
  giveDate: (due) => `Give ${due === 1 ? "it" : "each"} a rotation date before the merge: rotate-pr apply --namespace NAME --module NAME writes today\u2019s.`,
  look: (selection) => ({
    say: "To see the change first:",
    command: command("plan", selection, "--due")
  }),
  next: (due, selection) => ({
    say: `To rotate what is due (${digits(due)}):`,
    command: command("open", selection, "--due")
  })
};
var apply = {
  title: (date) => `Rotation on ${date}`,
  changed: (changes, namespaces, files) => `${count(changes, "credential")} rotated in ${count(namespaces, "namespace")}, ${count(files, "file")} changed.`,
  nothing: "Nothing was changed.",
  next: "The files are changed, nothing is committed: git diff shows the change.",
  none: "none",
  actions: { update: "date replaced", insert: "date added", uncomment: "date uncommented" }
};
var plan = {
  title: (date) => `Planned pull requests for ${date}`,
  nothing: "No pull request would be opened.",
  total: (requests, changes) => `${count(requests, "pull request")} planned, ${count(changes, "credential")} to rotate; nothing was written.`,
  next: (selection) => ({
    say: "To open them:",
    command: command("open", selection)
  }),
  body: "Body of the pull request"
};
var preview = {
  total: (changes, namespaces, files) => `${count(changes, "credential")} to rotate in ${count(namespaces, "namespace")}, ${count(files, "file")}.`,
  more: (changes) => `\u2026 and ${digits(changes)} more: rotate-pr plan shows each with its diff.`
};
var open = {
  title: (date) => `Pull requests on ${date}`,
  nothing: "No pull request to open: nothing is selected that could be rotated.",
  outcomes: {
    planned: "planned",
    created: "created",
    updated: "updated",
    unchanged: "unchanged",
    "left-alone": "left alone",
    closed: "closed",
    deferred: "deferred",
    failed: "failed"
  },
  /** `3 namespaces: 2 created, 1 failed.` */
  total: (outcomes, noun = "namespace") => {
    const parts = OUTCOMES.flatMap((outcome) => {
      const found = outcomes.filter((each) => each === outcome).length;
      return found === 0 ? [] : [`${digits(found)} ${open.outcomes[outcome]}`];
    });
    return `${count(outcomes.length, noun)}: ${parts.join(", ")}.`;
  },
  again: (selection, unfinished) => ({
    say: `To finish what is ${listWords(unfinished.map((each) => open.outcomes[each]))}, run it again:`,
    command: command("open", selection)
  })
};
var deferred = {
  title: (size) => `Deferred: ${digits(size)}`,
  leftAlone: (size) => `Left alone: ${digits(size)}`,
  /** The reason that all of a group have, in general; else that of the first stands for them. */
  reasons: {
    "next-run": "The next run opens it.",
    application: "Another environment of its application comes first, or was begun today.",
    production: "It is production, and a pull request of another environment of its application is still open."
  },
  /** For what has no general reason: the code says it. */
  hindered: (code) => `It cannot be rotated now: ${codeWords(code)}.`,
  group: (reason, size) => `${digits(size)} \xD7 ${reason}`,
  more: (more) => `\u2026 and ${digits(more)} more; --verbose lists them`,
  together: "Environments of one application go one after another, a day apart, production last: --together lifts that."
};
var close = {
  title: (date) => `Pull requests taken back on ${date}`,
  nothing: "Nothing to close: no open pull request or branch of rotate-pr is selected.",
  planned: "would be closed",
  /** `3 pull requests: 2 closed, 1 left alone.` */
  total: (outcomes) => {
    const parts = OUTCOMES.flatMap((outcome) => {
      const found = outcomes.filter((each) => each === outcome).length;
      return found === 0 ? [] : [`${digits(found)} ${close.outcome(outcome)}`];
    });
    return `${count(outcomes.length, "pull request")}: ${parts.join(", ")}.`;
  },
  outcome: (outcome) => outcome === "planned" ? close.planned : open.outcomes[outcome],
  really: (selection) => ({
    say: "Nothing was written. To close them:",
    command: command("close", selection)
  }),
  again: (selection) => ({
    say: "To finish what failed or is deferred, run it again:",
    command: command("close", selection)
  }),
  remembered: "A closed one counts as closed by a person: rotate-pr open --due leaves its credentials alone until they fall due next; rotate-pr open --namespace with its name opens it again."
};
var runbook = {
  title: (date) => `After the rotation: runbook of ${date}`,
  nothing: "Nothing is selected that could be rotated.",
  uses: "Who uses it",
  steps: "Steps, in this order",
  others: "Other credentials of this namespace, which rotate-pr does not rotate",
  nobody: "nothing in this folder\u2019s Terraform",
  total: (namespaces, credentials) => `${count(credentials, "credential")} in ${count(namespaces, "namespace")}; nothing was written.`
};
var afterMergeComment = {
  title: "After the merge",
  intro: "This is merged. The credentials change when the pipeline applies it; what is left to do then:",
  who: "To act:",
  tooLong: "The steps are too long for a comment. They are printed by"
};
var common = {
  skipped: (skipped) => `Not rotated: ${count(skipped, "credential")}`,
  skippedGroup: (code, size) => `${codeWords(code)} (${digits(size)})`,
  skippedMore: (more) => `\u2026 and ${digits(more)} more; --verbose lists them`,
  problems: (problems) => count(problems, "problem")
};
function planTotals(requests) {
  const planned = requests.filter(({ outcome }) => outcome === "planned");
  const changes = planned.reduce((sum, each) => sum + each.changes.length, 0);
  const others = requests.length > planned.length ? [open.total(requests.map(({ outcome }) => outcome))] : [];
  return [...others, planned.length === 0 ? plan.nothing : plan.total(planned.length, changes)];
}

export {
  audit,
  apply,
  plan,
  preview,
  open,
  deferred,
  close,
  runbook,
  afterMergeComment,
  common,
  planTotals
};
