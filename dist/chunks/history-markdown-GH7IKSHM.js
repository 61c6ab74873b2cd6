import { createRequire as createRequireOfNode } from 'node:module';import { dirname as dirnameOfNode } from 'node:path';import { fileURLToPath as fileURLToPathOfNode } from 'node:url';const require = createRequireOfNode(import.meta.url);const filenameOfChunk = fileURLToPathOfNode(import.meta.url);const dirnameOfChunk = dirnameOfNode(filenameOfChunk);
import {
  history
} from "./chunk-SI5RNXVN.js";
import {
  problemList
} from "./chunk-M3LKYVE4.js";
import "./chunk-ACMQDBVN.js";
import "./chunk-5T5TXE4W.js";
import "./chunk-NPPZ53N6.js";
import {
  code,
  details,
  escapeMarkdown,
  markdownTable
} from "./chunk-E5CKJXHL.js";
import "./chunk-Y55L6N2I.js";
import "./chunk-KY6GMG72.js";
import "./chunk-BEZD3S22.js";
import {
  digits,
  kindsOf,
  namespaceName,
  shortFile
} from "./chunk-Y65K6MQG.js";
import "./chunk-SERVURPW.js";
import "./chunk-LVIGNXGC.js";

// src/report/history-markdown.ts
var MOST_LISTED = 1e3;
function historyMarkdown(result) {
  const { summary } = result;
  const parts = [
    `## ${escapeMarkdown(history.title(result))}`,
    escapeMarkdown(
      [...history.summary(result), ...history.odd(result), history.source(result.base)].join(" ")
    ),
    summary.cut === null ? "" : escapeMarkdown(history.cut(summary.cut.day)),
    ...summary.rotations === 0 ? [] : figures(result),
    `### ${escapeMarkdown(history.chart(summary.maxAgeDays))}`,
    series(result),
    ...summary.rotations === 0 ? [] : [commits(result), rotations(result)],
    problemList(result.problems)
  ];
  return `${parts.filter((part) => part !== "").join("\n\n")}
`;
}
var FIGURES = ["rotations", "credentials", "median age in days", "age unknown"];
function cells({ rotations: rotations2, credentials, medianAgeDays, ofUnknownAge }) {
  const age = medianAgeDays === null ? "" : String(medianAgeDays);
  return [digits(rotations2), digits(credentials), age, digits(ofUnknownAge)];
}
function figures({ summary, rotations: rotations2 }) {
  const kinds = kindsOf(rotations2).map((kind) => [kind, ...cells(summary.byKind[kind])]);
  const teams = summary.byTeam.map(({ team, ...each }) => [
    team === null ? history.noTeam : code(team),
    ...cells(each)
  ]);
  const right = [1, 2, 3, 4];
  return [
    markdownTable(["kind", ...FIGURES], kinds, right),
    details(history.teams, markdownTable(["team", ...FIGURES], teams, right))
  ];
}
function series(result) {
  const rows = result.series.map(({ day, over, never, credentials }) => [
    day,
    ...[over, never, credentials].map(digits),
    credentials === 0 ? "" : `${Math.round(100 * over / credentials)} %`
  ]);
  return markdownTable(["day", "over", "of them never", "credentials", "share over"], rows, [1, 2, 3, 4]);
}
function commits({ summary }) {
  const rows = summary.byCommit.map((each) => [
    each.day,
    code(each.commit.slice(0, 12)),
    digits(each.rotations),
    escapeMarkdown(history.what(each)),
    digits(each.namespaces),
    escapeMarkdown(each.subject)
  ]);
  return details(
    history.commits,
    markdownTable(["day", "commit", "rotations", "what", "namespaces", "subject"], rows, [2, 4])
  );
}
function rotations({ rotations: all }) {
  const header = ["day", "namespace", "kind", "module", "file", "before", "after", "age in days", "notes"];
  const table = markdownTable(header, all.slice(-MOST_LISTED).map(rotationRow), [7]);
  const left = all.length - MOST_LISTED;
  return details(history.rotations, left > 0 ? `${history.leftOut(left)}

${table}` : table);
}
function rotationRow(each) {
  return [
    each.day,
    code(namespaceName(each)),
    each.kind,
    code(each.module),
    code(shortFile(each)),
    each.from === null ? history.none : code(each.from),
    each.to === null ? history.none : code(each.to),
    each.ageDays === null ? "" : digits(each.ageDays),
    each.notes.map((note) => escapeMarkdown(note)).join(", ")
  ];
}
export {
  historyMarkdown
};
