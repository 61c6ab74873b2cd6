import { createRequire as createRequireOfNode } from 'node:module';import { dirname as dirnameOfNode } from 'node:path';import { fileURLToPath as fileURLToPathOfNode } from 'node:url';const require = createRequireOfNode(import.meta.url);const filenameOfChunk = fileURLToPathOfNode(import.meta.url);const dirnameOfChunk = dirnameOfNode(filenameOfChunk);
import {
  history
} from "./chunk-SI5RNXVN.js";
import {
  problemLines
} from "./chunk-JS56G6V7.js";
import {
  blocks,
  colors,
  paragraph
} from "./chunk-BZDP5KMB.js";
import {
  formatTable
} from "./chunk-KKML57SX.js";
import {
  truncate
} from "./chunk-XFZATYQS.js";
import "./chunk-BEZD3S22.js";
import {
  digits,
  kindsOf,
  visible
} from "./chunk-Y65K6MQG.js";
import "./chunk-SERVURPW.js";
import "./chunk-LVIGNXGC.js";

// src/report/text/history.ts
var INDENT = "  ";
var LISTED = 15;
var CHART_ROWS = 16;
var LONGEST_BAR = 50;
var SHORTEST_BAR = 10;
function historyText(result, options) {
  const c = colors(options.color);
  const { summary, problems, series } = result;
  const { width, verbose } = options;
  const some = summary.rotations > 0;
  return blocks([
    [
      c.bold(history.title(result)),
      ...paragraph(history.summary(result), width),
      ...paragraph(history.odd(result), width)
    ],
    summary.cut === null ? [] : paragraph([history.cut(summary.cut.day)], width).map(c.yellow),
    chart(c, verbose ? series : thinned(series), summary.maxAgeDays, width),
    some ? kindTable(c, result, width) : [],
    some ? teamTable(c, result, options) : [],
    some ? commitTable(c, result, options) : [],
    verbose && some ? rotationTable(c, result, width) : [],
    problemLines(c, problems, width),
    [c.dim(history.source(result.base))]
  ]);
}
function thinned(series) {
  const step = Math.ceil(series.length / CHART_ROWS);
  return series.filter((_, index) => (series.length - 1 - index) % step === 0);
}
function chart(c, series, maxAgeDays, width) {
  const most = Math.max(...series.map(({ credentials }) => credentials));
  if (most <= 0) return [];
  const head = ["day", "over", "never", "of", ""].map((text) => ({ text, paint: c.dim }));
  const numbers = series.map(({ day, over, never, credentials }) => [
    day,
    ...[over, never, credentials].map(digits)
  ]);
  const taken = [0, 1, 2, 3].map(
    (column) => Math.max(head[column].text.length, ...numbers.map((row) => row[column].length))
  );
  const room = width - INDENT.length - taken.reduce((sum, each) => sum + each + 2, 0);
  const longest = Math.min(LONGEST_BAR, room);
  const rows = series.map((point, index) => [
    ...numbers[index].map((text) => ({ text })),
    longest < SHORTEST_BAR ? { text: "" } : bar(c, point, longest / most)
  ]);
  const columns = [{}, { align: "right" }, { align: "right" }, { align: "right" }, {}];
  return [
    `${c.bold(history.chart(maxAgeDays))} ${c.dim(`(${BARS.join(" ")}: ${history.legend})`)}`,
    ...formatTable(columns, [head, ...rows], width, INDENT)
  ];
}
var BARS = ["\u2588", "\u2592", "\xB7"];
function bar(c, { credentials, over, never }, scale) {
  const ends = [over - never, over, credentials].map((value) => Math.round(value * scale));
  const [dated = 0, all = 0, total = 0] = ends;
  const parts = [dated, all - dated, total - all].map((length, index) => BARS[index].repeat(length));
  const paints = [c.yellow, c.magenta, c.dim];
  const paint = () => parts.map((part, index) => part === "" ? "" : paints[index](part)).join("");
  return { text: parts.join(""), paint };
}
var FIGURES = [{ min: 12 }, ...Array(4).fill({ align: "right" })];
var FIGURES_HEAD = ["rotations", "credentials", "median age", "age unknown"];
function figureCells({ rotations, credentials, medianAgeDays, ofUnknownAge }) {
  const age = medianAgeDays === null ? "-" : `${medianAgeDays}d`;
  return [digits(rotations), digits(credentials), age, digits(ofUnknownAge)].map((text) => ({ text }));
}
function figureTable(c, name, rows, width) {
  const head = [name, ...FIGURES_HEAD].map((text) => ({ text, paint: c.dim }));
  return formatTable(FIGURES, [head, ...rows], width, INDENT);
}
function kindTable(c, { summary, rotations }, width) {
  const rows = kindsOf(rotations).map((kind) => [{ text: kind }, ...figureCells(summary.byKind[kind])]);
  return figureTable(c, "kind", rows, width);
}
function teamTable(c, { summary }, options) {
  const teams = options.verbose ? summary.byTeam : summary.byTeam.slice(0, LISTED);
  const rows = teams.map(({ team, ...figures }) => [
    { text: team === null ? history.noTeam : visible(team), ...team === null ? { paint: c.dim } : {} },
    ...figureCells(figures)
  ]);
  const more = summary.byTeam.length - teams.length;
  return [
    c.bold(history.teams),
    ...figureTable(c, "team", rows, options.width),
    ...more > 0 ? [c.dim(`${INDENT}${history.moreTeams(more)}`)] : []
  ];
}
function commitTable(c, { summary }, options) {
  const all = options.verbose || summary.byCommit.length <= LISTED;
  const commits = all ? summary.byCommit : mostRotating(summary.byCommit);
  const rows = commits.map((each) => [
    { text: each.day },
    { text: each.commit.slice(0, 10), paint: c.yellow },
    { text: history.what(each) },
    { text: visible(each.subject), paint: c.dim }
  ]);
  const columns = [{}, {}, { min: 20 }, { min: 10 }];
  const more = summary.byCommit.length - commits.length;
  return [
    c.bold(all ? history.commits : history.mostRotating),
    ...formatTable(columns, rows, options.width, INDENT),
    ...more > 0 ? [c.dim(`${INDENT}${history.moreCommits(more)}`)] : []
  ];
}
function mostRotating(commits) {
  return commits.toSorted((a, b) => b.rotations - a.rotations).slice(0, LISTED);
}
function rotationTable(c, { rotations }, width) {
  const rows = rotations.map(({ day, id, from, to, ageDays, notes }) => [
    { text: day },
    { text: visible(id) },
    { text: dateWords(from), paint: c.red },
    { text: "\u2192" },
    { text: dateWords(to), paint: c.green },
    { text: ageDays === null ? "-" : `${digits(ageDays)}d` },
    { text: notes.join(", "), paint: c.yellow }
  ]);
  const columns = [{}, { min: 20 }, {}, {}, {}, { align: "right" }, { min: 8 }];
  return [c.bold(history.rotations), ...formatTable(columns, rows, width, INDENT)];
}
var WIDEST_VALUE = 20;
function dateWords(value) {
  return value === null ? history.none : truncate(visible(value), WIDEST_VALUE);
}
export {
  historyText,
  thinned
};
