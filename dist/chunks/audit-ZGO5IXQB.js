import { createRequire as createRequireOfNode } from 'node:module';import { dirname as dirnameOfNode } from 'node:path';import { fileURLToPath as fileURLToPathOfNode } from 'node:url';const require = createRequireOfNode(import.meta.url);const filenameOfChunk = fileURLToPathOfNode(import.meta.url);const dirnameOfChunk = dirnameOfNode(filenameOfChunk);
import {
  sayOther
} from "./chunk-ACMQDBVN.js";
import "./chunk-5T5TXE4W.js";
import {
  phraseText
} from "./chunk-NPPZ53N6.js";
import "./chunk-E5CKJXHL.js";
import {
  problemLines
} from "./chunk-JS56G6V7.js";
import {
  blocks,
  colors,
  indented,
  paintState,
  paragraph,
  skippedLines,
  stepLines
} from "./chunk-BZDP5KMB.js";
import {
  columnWidths,
  formatRow,
  formatTable
} from "./chunk-KKML57SX.js";
import {
  stringWidth,
  truncate,
  wrap
} from "./chunk-XFZATYQS.js";
import {
  groupWorstFirst,
  leavesOut,
  listed,
  nextSteps
} from "./chunk-KY6GMG72.js";
import {
  audit,
  common
} from "./chunk-BEZD3S22.js";
import {
  STATES_WORST_FIRST,
  STATE_WORDS,
  codeWords,
  digits,
  kindsOf,
  namespaceName,
  rotatedWords,
  shortFile,
  visible
} from "./chunk-Y65K6MQG.js";
import {
  groupBy
} from "./chunk-SERVURPW.js";
import "./chunk-LVIGNXGC.js";

// src/report/text/other-credentials.ts
var NAMED = 10;
function otherLines(c, others, { width, verbose }) {
  if (others.length === 0) return [];
  const groups = groupBy(others, ({ code }) => code);
  return [
    c.bold(audit.otherCredentials(others.length)),
    ...[...groups].flatMap(([code, group]) => {
      const named = verbose ? group : group.slice(0, NAMED);
      const left = group.length - named.length;
      return [
        `  ${codeWords(code)} (${digits(group.length)})`,
        ...indented(group[0].message, 4, width).map(c.dim),
        ...named.map((each) => `    ${visible(namespaceName(each))}: ${phraseText(sayOther(each))}`),
        ...left > 0 ? [c.dim(`    ${common.skippedMore(left)}`)] : []
      ];
    })
  ];
}

// src/report/text/audit.ts
var WIDE = 120;
var INDENT = "  ";
var REASON_ROOM = 30;
var SHORTEST_MODULE = 12;
var BEHIND = "\u2191";
var TABLE_FROM = 50;
var IN_COLUMNS = ["older-than-max-age", "never-rotated", "version-behind"];
function auditText(result, options) {
  const c = colors(options.color);
  const { credentials, problems, summary } = result;
  const notRotatable = skippedLines(c, summary.notRotatable, options, audit.notRotatable);
  const others = otherLines(c, summary.otherCredentials ?? [], options);
  if (credentials.length === 0)
    return blocks([notRotatable, others, problemLines(c, problems, options.width), [audit.nothing(result)]]);
  const kinds = kindsOf(credentials);
  const asTable = kinds.length > 1 && credentials.length > TABLE_FROM;
  const groups = groupWorstFirst(listed(result, options.verbose));
  const shown = options.verbose ? groups : groups.slice(0, options.namespaces ?? groups.length);
  const totals = [
    audit.summary(summary),
    ...kinds.length > 1 && !asTable ? [audit.byKind(summary, kinds)] : [],
    ...leavesOut(result, options.verbose),
    ...shown.length < groups.length ? [audit.worstOnly(shown.length, groups.length)] : []
  ];
  return blocks([
    listing(c, shown, options),
    legend(c, shown.flat(), options.width),
    notRotatable,
    others,
    problemLines(c, problems, options.width),
    asTable ? kindTable(c, result, options.width) : [],
    paragraph(totals, options.width),
    stepLines(nextSteps(result, options.selection ?? []), options.width)
  ]);
}
var NARROW_LAYOUT = {
  columns: [{}, {}, { min: 12 }, { min: 5 }, { align: "right" }, { min: 7 }],
  header: ["state", "kind", "line and module", "rotated on", "age", "version"],
  row: (c, each) => [...stateAndKind(c, each), lineAndModule(each), ...dateAgeVersion(c, each)],
  reasonColumn: false
};
var WIDE_LAYOUT = {
  columns: [{}, {}, { min: 12 }, { min: 12 }, { min: 10 }, { align: "right" }, { min: 7 }],
  header: ["state", "kind", "module", "file and line", "rotated on", "age", "version"],
  row: (c, each) => [
    ...stateAndKind(c, each),
    { text: visible(each.module) },
    fileAndLine(each),
    ...dateAgeVersion(c, each)
  ],
  reasonColumn: true
};
function stateAndKind(c, { state, kind }) {
  return [{ text: state, paint: paintState(c, state) }, { text: kind }];
}
function fileAndLine(credential) {
  const file = visible(shortFile(credential));
  const line = `:${credential.line}`;
  return { text: file + line, fit: (width) => truncate(file, width - line.length) + line };
}
function lineAndModule(credential) {
  const place = fileAndLine(credential);
  const module = visible(credential.module);
  const fit = (width) => {
    const left = width - stringWidth(place.text) - 1;
    if (left >= Math.min(SHORTEST_MODULE, stringWidth(module)))
      return `${place.text} ${truncate(module, left)}`;
    return left >= -1 ? place.text : place.fit(width);
  };
  return { text: `${place.text} ${module}`, fit };
}
function dateAgeVersion(c, credential) {
  const { ageDays, version } = credential;
  const paint = isBehind(credential) ? { paint: c.yellow } : {};
  const mark = isBehind(credential) ? ` ${BEHIND}` : "";
  return [
    { text: visible(rotatedWords(credential)) },
    { text: ageDays === null ? "-" : `${digits(ageDays)}d` },
    { text: visible(version ?? "-") + mark, ...paint }
  ];
}
function isBehind({ version, latestVersion }) {
  return version !== null && latestVersion !== null && version !== latestVersion;
}
function legend(c, credentials, width) {
  if (credentials.length === 0) return [];
  const states = STATES_WORST_FIRST.filter((state) => credentials.some((each) => each.state === state));
  const ages = new Set(credentials.map(({ maxAgeDays }) => maxAgeDays));
  const latest = kindsOf(credentials).flatMap((kind) => {
    const versions = credentials.filter((each) => each.kind === kind && isBehind(each));
    return [...new Set(versions.map(({ latestVersion }) => `${kind} ${visible(latestVersion ?? "")}`))];
  });
  const parts = [
    ...states.map((state) => audit.stateMeans(state, ages.size === 1 ? [...ages][0] : null)),
    ...latest.length === 0 ? [] : [audit.behindMeans(BEHIND, latest)]
  ];
  return wrap(`${parts.join("; ")}.`, width).map(c.dim);
}
function listing(c, groups, options) {
  if (groups.length === 0) return [];
  const layout = options.width >= WIDE ? WIDE_LAYOUT : NARROW_LAYOUT;
  const width = options.width - INDENT.length;
  const head = layout.header.map((text) => ({ text, paint: c.dim }));
  const reserved = layout.reasonColumn ? REASON_ROOM + 2 : 0;
  const cells = groups.flat().map((each) => layout.row(c, each));
  const widths = columnWidths(layout.columns, [head, ...cells], width - reserved);
  const room = width - widths.reduce((sum, each) => sum + each + 2, 0);
  const line = (row, reason) => {
    const said = { text: visible(reason), paint: c.dim };
    return INDENT + formatRow([...layout.columns, {}], [...widths, room], [...row, said]);
  };
  const out = [line(head, layout.reasonColumn ? "reason" : "")];
  for (const group of groups) {
    const shared = options.verbose ? null : sharedReason(group);
    out.push(c.bold(truncate(visible(namespaceName(group[0])), options.width)));
    if (shared !== null) out.push(...remark(c, shared, INDENT.length, options.width));
    for (const each of group) {
      const reason = shared === null && !inFull(each, options) ? shortReason(each, room) : "";
      const inRow = layout.reasonColumn && stringWidth(reason) <= room;
      out.push(line(layout.row(c, each), inRow ? reason : ""));
      if (shared === null && !(inRow && reason !== ""))
        out.push(...below(c, each, INDENT.length + widths[0] + 2, options));
    }
  }
  return out;
}
function inFull({ state }, { verbose }) {
  return verbose || state === "blocked";
}
function below(c, credential, indent, options) {
  const { width, verbose } = options;
  const texts = verbose ? credential.reasons.map(({ message }) => message) : inFull(credential, options) ? [remarks(credential, ({ message }) => message)] : [shortReason(credential, width - indent - 2)];
  return texts.filter((text) => text !== "").flatMap((text) => remark(c, text, indent, width));
}
function remark(c, text, indent, width) {
  const [first = "", ...more] = wrap(visible(text), width - indent - 2);
  const before = " ".repeat(indent);
  return [`${before}\u21B3 ${first}`, ...more.map((line) => `${before}  ${line}`)].map(c.dim);
}
function sharedReason(group) {
  const [first, ...others] = group.map((each) => remarks(each, ({ message }) => message));
  return others.length > 0 && first !== "" && others.every((each) => each === first) ? first : null;
}
function shortReason(credential, room) {
  const full = remarks(credential, ({ message }) => message);
  return stringWidth(full) <= room ? full : remarks(credential, ({ code }) => codeWords(code));
}
function remarks({ reasons }, say) {
  return reasons.filter(({ code }) => !IN_COLUMNS.includes(code)).map(say).join("; ");
}
function kindTable(c, { summary, credentials }, width) {
  const states = STATES_WORST_FIRST.filter((state) => summary.byState[state] > 0);
  const header = ["kind", ...states.map((state) => STATE_WORDS[state]), "all"];
  const rows = kindsOf(credentials).map((kind) => {
    const byState = summary.byKind[kind];
    const numbers = states.map((state) => byState?.[state] ?? 0);
    const all = numbers.reduce((sum, each) => sum + each, 0);
    return [
      { text: kind },
      ...numbers.map((value, index) => ({ text: digits(value), paint: paintState(c, states[index]) })),
      { text: digits(all) }
    ];
  });
  const columns = header.map((_, index) => index === 0 ? {} : { align: "right" });
  const head = header.map((text) => ({ text, paint: c.dim }));
  return formatTable(columns, [head, ...rows], width, INDENT);
}
export {
  auditText
};
