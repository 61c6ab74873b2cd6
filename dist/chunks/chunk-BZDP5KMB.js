import { createRequire as createRequireOfNode } from 'node:module';import { dirname as dirnameOfNode } from 'node:path';import { fileURLToPath as fileURLToPathOfNode } from 'node:url';const require = createRequireOfNode(import.meta.url);const filenameOfChunk = fileURLToPathOfNode(import.meta.url);const dirnameOfChunk = dirnameOfNode(filenameOfChunk);
import {
  formatTable,
  require_picocolors
} from "./chunk-KKML57SX.js";
import {
  stringWidth,
  truncate,
  wrap
} from "./chunk-XFZATYQS.js";
import {
  apply,
  common
} from "./chunk-BEZD3S22.js";
import {
  visible
} from "./chunk-Y65K6MQG.js";
import {
  groupBy
} from "./chunk-SERVURPW.js";
import {
  __toESM
} from "./chunk-LVIGNXGC.js";

// src/report/text/common.ts
var import_picocolors = __toESM(require_picocolors(), 1);
var NAMED_PER_REASON = 10;
var WIDE_CHANGES = 100;
function colors(enabled) {
  return import_picocolors.default.createColors(enabled);
}
function paintState(c, state) {
  const paints = {
    blocked: c.red,
    never: c.magenta,
    due: c.yellow,
    held: c.cyan,
    exempt: c.dim,
    ok: c.green
  };
  return paints[state];
}
function lines(parts) {
  return parts.length === 0 ? "" : `${parts.join("\n")}
`;
}
function blocks(parts) {
  return lines(
    parts.filter((part) => part.length > 0).flatMap((part, index) => index === 0 ? [...part] : ["", ...part])
  );
}
function paragraph(sentences, width) {
  return sentences.flatMap((sentence) => wrap(sentence, width));
}
function stepLines(steps, width) {
  return steps.flatMap(({ say, command }) => {
    if (command === null) return wrap(say, width);
    const line = `${say} ${visible(command)}`;
    return stringWidth(line) <= width ? [line] : [...wrap(say, width), `  ${visible(command)}`];
  });
}
function skippedLines(c, skipped, options, title = common.skipped) {
  if (skipped.length === 0) return [];
  const byCode = groupBy(skipped, (each) => each.code);
  const groups = [...byCode].sort(
    ([a, some], [b, others]) => others.length - some.length || (a < b ? -1 : 1)
  );
  return [
    c.bold(title(skipped.length)),
    ...groups.flatMap(([code, group]) => skippedGroup(c, code, group, options))
  ];
}
function skippedGroup(c, code, group, { width, verbose }) {
  const shared = group.every((each) => each.message === group[0].message) ? group[0].message : null;
  const named = verbose ? group : group.slice(0, NAMED_PER_REASON);
  const out = [`  ${c.yellow(common.skippedGroup(visible(code), group.length))}`];
  if (shared !== null) out.push(...indented(visible(shared), 4, width).map(c.dim));
  for (const { id, message } of named) {
    out.push(`    ${truncate(visible(id), width - 4)}`);
    if (shared === null) out.push(...indented(visible(message), 6, width).map(c.dim));
  }
  if (named.length < group.length) out.push(c.dim(`    ${common.skippedMore(group.length - named.length)}`));
  return out;
}
function indented(text, by, width) {
  return wrap(text, width - by).map((line) => " ".repeat(by) + line);
}
function changeLines(c, changes, width) {
  const wide = width >= WIDE_CHANGES;
  const columns = [{ min: 20 }, {}, {}, { min: 10 }, {}];
  const rows = changes.map(({ id, from, to, action }) => [
    { text: visible(id) },
    { text: from === null ? apply.none : truncate(visible(from), wide ? 40 : 11), paint: c.red },
    { text: "\u2192" },
    { text: visible(to), paint: c.green },
    { text: wide && action !== "update" ? apply.actions[action] : "", paint: c.dim }
  ]);
  return formatTable(columns, rows, width);
}

export {
  colors,
  paintState,
  blocks,
  paragraph,
  stepLines,
  skippedLines,
  indented,
  changeLines
};
