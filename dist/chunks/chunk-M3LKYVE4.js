import { createRequire as createRequireOfNode } from 'node:module';import { dirname as dirnameOfNode } from 'node:path';import { fileURLToPath as fileURLToPathOfNode } from 'node:url';const require = createRequireOfNode(import.meta.url);const filenameOfChunk = fileURLToPathOfNode(import.meta.url);const dirnameOfChunk = dirnameOfNode(filenameOfChunk);
import {
  sayOther
} from "./chunk-ACMQDBVN.js";
import {
  phraseMarkdown
} from "./chunk-NPPZ53N6.js";
import {
  code,
  details,
  escapeMarkdown,
  fence,
  markdownTable
} from "./chunk-E5CKJXHL.js";
import {
  waitingGroups,
  waitsForOthers
} from "./chunk-Y55L6N2I.js";
import {
  groupWorstFirst,
  leavesOut,
  listed,
  nextSteps
} from "./chunk-KY6GMG72.js";
import {
  apply,
  audit,
  common,
  deferred,
  open,
  plan,
  planTotals
} from "./chunk-BEZD3S22.js";
import {
  OUTCOMES,
  STATES_WORST_FIRST,
  STATE_WORDS,
  codeWords,
  digits,
  kindsOf,
  namespaceName,
  requestName,
  requestNoun,
  rotatedWords,
  shortFile
} from "./chunk-Y65K6MQG.js";
import {
  groupBy
} from "./chunk-SERVURPW.js";

// src/report/markdown.ts
function auditMarkdown(result, options) {
  const kinds = kindsOf(result.credentials);
  const lead = result.credentials.length === 0 ? audit.nothing(result) : audit.summary(result.summary);
  const rows = groupWorstFirst(listed(result, options.verbose)).flat().map(credentialRow);
  const header = ["state", "namespace", "kind", "module", "file", "rotated on", "days", "version", "reason"];
  return document([
    `## ${escapeMarkdown(audit.title(result.date))}`,
    escapeMarkdown(`${lead} ${audit.source(result)}`),
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
    `### ${code(requestName(each))}`,
    `${escapeMarkdown(each.title)}, branch ${code(each.branch)}, ${open.outcomes[each.outcome]}${reason}`,
    changeTable(each.changes),
    each.diff === "" ? "" : fence(each.diff, "diff"),
    each.body === "" ? "" : details(plan.body, fence(each.body, "markdown"))
  ];
}
function openMarkdown(result) {
  const { pullRequests } = result;
  const outcomes = pullRequests.map(({ outcome }) => outcome);
  const rows = pullRequests.filter(({ outcome }) => outcome !== "deferred").toSorted((a, b) => OUTCOMES.indexOf(b.outcome) - OUTCOMES.indexOf(a.outcome)).map((each) => [
    open.outcomes[each.outcome],
    code(requestName(each)),
    requestLink(each),
    String(each.changes.length),
    escapeMarkdown(each.reason ?? "")
  ]);
  const waiting = pullRequests.filter(({ outcome }) => outcome === "deferred").map((each) => ({ name: requestName(each), code: each.code ?? null, reason: each.reason }));
  return document([
    `## ${escapeMarkdown(open.title(result.date))}`,
    escapeMarkdown(
      pullRequests.length === 0 ? open.nothing : open.total(outcomes, requestNoun(pullRequests))
    ),
    rows.length === 0 ? "" : markdownTable(["outcome", "namespace", "pull request", "credentials", "reason"], rows, [3]),
    waitingList(waiting),
    skippedList(result.skipped),
    problemList(result.problems)
  ]);
}
function waitingList(waiting) {
  if (waiting.length === 0) return "";
  const groups = waitingGroups(waiting).map(({ reason, each, members }) => {
    const content = each ? markdownTable(
      ["namespace", "why"],
      members.map((one) => [code(one.name), escapeMarkdown(one.reason ?? "")])
    ) : members.map(({ name }) => code(name)).join(", ");
    return details(deferred.group(reason, members.length), content);
  });
  const remark = waitsForOthers(waiting) ? [escapeMarkdown(deferred.together)] : [];
  return [`### ${escapeMarkdown(deferred.title(waiting.length))}`, ...groups, ...remark].join("\n\n");
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
function skippedList(skipped, title = common.skipped, table = markdownTable) {
  if (skipped.length === 0) return "";
  const groups = [...groupBy(skipped, (each) => each.code)].map(([key, group]) => {
    const rows = group.map(({ id, message }) => [code(id), escapeMarkdown(message)]);
    return details(`${codeWords(key)} (${digits(group.length)})`, table(["credential", "why"], rows));
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
  kindTable,
  applyMarkdown,
  planMarkdown,
  openMarkdown,
  waitingList,
  requestLink,
  skippedList,
  problemList,
  document
};
