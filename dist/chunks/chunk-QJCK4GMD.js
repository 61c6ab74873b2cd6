import { createRequire as createRequireOfNode } from 'node:module';import { dirname as dirnameOfNode } from 'node:path';import { fileURLToPath as fileURLToPathOfNode } from 'node:url';const require = createRequireOfNode(import.meta.url);const filenameOfChunk = fileURLToPathOfNode(import.meta.url);const dirnameOfChunk = dirnameOfNode(filenameOfChunk);
import {
  groupWorstFirst,
  leavesOut,
  listed,
  nextSteps
} from "./chunk-2X22VIPY.js";
import {
  sayOther
} from "./chunk-COND4IQQ.js";
import {
  code,
  details,
  escapeMarkdown,
  fence,
  markdownTable,
  phraseMarkdown
} from "./chunk-KYY2EZYL.js";
import {
  apply,
  audit,
  common,
  open,
  plan,
  planTotals
} from "./chunk-K3C2W4R2.js";
import {
  OUTCOMES,
  STATES_WORST_FIRST,
  STATE_WORDS,
  codeWords,
  digits,
  groupBy,
  kindsOf,
  namespaceName,
  rotatedWords,
  shortFile
} from "./chunk-3ASZVPHT.js";

// src/report/markdown.ts
function auditMarkdown(result, options) {
  const kinds = kindsOf(result.credentials);
  const lead = result.credentials.length === 0 ? audit.nothing : audit.summary(result.summary);
  const rows = groupWorstFirst(listed(result, options.verbose)).flat().map(credentialRow);
  const header = ["state", "namespace", "kind", "module", "file", "rotated on", "days", "version", "reason"];
  return document([
    `## ${escapeMarkdown(audit.title(result.date))}`,
    escapeMarkdown(`${lead} ${audit.source(result.base)}`),
    kinds.length > 1 ? kindTable(result) : "",
    rows.length === 0 ? "" : markdownTable(header, rows, [6]),
    ...leavesOut(result, options.verbose).map(escapeMarkdown),
    skippedList(result.summary.notRotatable, audit.notRotatable),
    otherList(result.summary.otherCredentials ?? []),
    problemList(result.problems),
    result.credentials.length === 0 ? "" : nextSteps(result, options.selection ?? []).map(({ say, command }) => `- ${escapeMarkdown(say)}${command === null ? "" : ` ${code(command)}`}`).join("\n")
  ]);
}
function credentialRow(each) {
  return [
    STATE_WORDS[each.state],
    code(namespaceName(each)),
    each.kind,
    code(each.module),
    code(`${shortFile(each)}:${each.line}`),
    each.rotatedOn === null && each.value !== null && each.state !== "never" ? code(each.value) : rotatedWords(each),
    each.ageDays === null ? "" : digits(each.ageDays),
    each.version === null ? "" : code(each.version),
    escapeMarkdown(each.reasons.map(({ message }) => message).join("; "))
  ];
}
function kindTable({ summary, credentials }) {
  const states = STATES_WORST_FIRST.filter((state) => summary.byState[state] > 0);
  const rows = kindsOf(credentials).map((kind) => {
    const numbers = states.map((state) => summary.byKind[kind]?.[state] ?? 0);
    return [kind, ...[...numbers, numbers.reduce((sum, each) => sum + each, 0)].map(digits)];
  });
  const header = ["kind", ...states.map((state) => STATE_WORDS[state]), "all"];
  return markdownTable(
    header,
    rows,
    header.map((_, index) => index).filter((index) => index > 0)
  );
}
function applyMarkdown(result) {
  const { changes } = result;
  const namespaces = new Set(changes.map(({ cluster, namespace }) => `${cluster}/${namespace}`)).size;
  const files = new Set(changes.map(({ file }) => file)).size;
  const total = changes.length === 0 ? apply.nothing : apply.changed(changes.length, namespaces, files);
  return document([
    `## ${escapeMarkdown(apply.title(result.date))}`,
    escapeMarkdown(total),
    changeTable(changes),
    skippedList(result.skipped),
    problemList(result.problems)
  ]);
}
function planMarkdown(result) {
  const { pullRequests } = result;
  return document([
    `## ${escapeMarkdown(plan.title(result.date))}`,
    escapeMarkdown(planTotals(pullRequests).join(" ")),
    ...pullRequests.flatMap(plannedRequest),
    skippedList(result.skipped),
    problemList(result.problems)
  ]);
}
function plannedRequest(each) {
  const reason = each.reason === null ? "" : `: ${escapeMarkdown(each.reason)}`;
  return [
    `### ${code(namespaceName(each))}`,
    `${escapeMarkdown(each.title)}, branch ${code(each.branch)}, ${open.outcomes[each.outcome]}${reason}`,
    changeTable(each.changes),
    each.diff === "" ? "" : fence(each.diff, "diff"),
    each.body === "" ? "" : details(plan.body, fence(each.body, "markdown"))
  ];
}
function openMarkdown(result) {
  const { pullRequests } = result;
  const outcomes = pullRequests.map(({ outcome }) => outcome);
  const rows = pullRequests.toSorted((a, b) => OUTCOMES.indexOf(b.outcome) - OUTCOMES.indexOf(a.outcome)).map((each) => [
    open.outcomes[each.outcome],
    code(namespaceName(each)),
    requestLink(each),
    String(each.changes.length),
    escapeMarkdown(each.reason ?? "")
  ]);
  return document([
    `## ${escapeMarkdown(open.title(result.date))}`,
    escapeMarkdown(rows.length === 0 ? open.nothing : open.total(outcomes)),
    rows.length === 0 ? "" : markdownTable(["outcome", "namespace", "pull request", "credentials", "reason"], rows, [3]),
    skippedList(result.skipped),
    problemList(result.problems)
  ]);
}
function requestLink({ url, number }) {
  const text = number === null ? null : `#${number}`;
  if (url !== null && /^https?:\/\/[\w.:/~%-]+$/.test(url)) return `[${text ?? "open"}](${url})`;
  return text === null ? "" : code(text);
}
function changeTable(changes) {
  if (changes.length === 0) return "";
  const rows = changes.map((each) => [
    code(namespaceName(each)),
    each.kind,
    code(each.module),
    code(`${shortFile(each)}:${each.line}`),
    each.from === null ? apply.none : code(each.from),
    code(each.to),
    apply.actions[each.action]
  ]);
  return markdownTable(["namespace", "kind", "module", "file", "before", "after", "change"], rows);
}
function skippedList(skipped, title = common.skipped) {
  if (skipped.length === 0) return "";
  const groups = [...groupBy(skipped, (each) => each.code)].map(([key, group]) => {
    const rows = group.map(({ id, message }) => [code(id), escapeMarkdown(message)]);
    return details(`${codeWords(key)} (${digits(group.length)})`, markdownTable(["credential", "why"], rows));
  });
  return [`### ${escapeMarkdown(title(skipped.length))}`, ...groups].join("\n\n");
}
function problemList(problems) {
  if (problems.length === 0) return "";
  const items = problems.map(({ file, line, column, message }) => {
    return `- ${code(`${file}:${line}:${column}`)}: ${escapeMarkdown(message)}`;
  });
  return [`### ${escapeMarkdown(common.problems(problems.length))}`, items.join("\n")].join("\n\n");
}
function otherList(others) {
  if (others.length === 0) return "";
  const rows = others.map((each) => [
    code(namespaceName(each)),
    phraseMarkdown(sayOther(each)),
    escapeMarkdown(each.message)
  ]);
  const table = markdownTable(["namespace", "credential", "what to do"], rows);
  return details(audit.otherCredentials(others.length), table);
}
function document(parts) {
  return `${parts.filter((part) => part !== "").join("\n\n")}
`;
}

export {
  auditMarkdown,
  applyMarkdown,
  planMarkdown,
  openMarkdown,
  skippedList,
  problemList
};
