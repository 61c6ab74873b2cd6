import { createRequire as createRequireOfNode } from 'node:module';import { dirname as dirnameOfNode } from 'node:path';import { fileURLToPath as fileURLToPathOfNode } from 'node:url';const require = createRequireOfNode(import.meta.url);const filenameOfChunk = fileURLToPathOfNode(import.meta.url);const dirnameOfChunk = dirnameOfNode(filenameOfChunk);
import {
  ELLIPSIS,
  characterWidth,
  formatTable,
  require_picocolors,
  stringWidth,
  truncate,
  wrap
} from "./chunk-HZ66YISD.js";
import {
  apply,
  common
} from "./chunk-K3C2W4R2.js";
import {
  groupBy,
  visible
} from "./chunk-3ASZVPHT.js";
import {
  __toESM
} from "./chunk-WA5W63ET.js";

// src/report/problem.ts
var segmenter;
function graphemes(text) {
  segmenter ??= new Intl.Segmenter("en", { granularity: "grapheme" });
  return segmenter.segment(text);
}
var INDENT = "  ";
var TAB = "    ";
var BEFORE_CARET = 0.6;
function problemLines(c, problems, width) {
  if (problems.length === 0) return [];
  const each = problems.flatMap((problem) => problemFrame(c, problem, width - INDENT.length));
  return [c.bold(`${common.problems(problems.length)}:`), ...each.map((line) => `${INDENT}${line}`)];
}
function problemFrame(c, problem, width) {
  const { file, line, column, message, sourceLine } = problem;
  const place = `${visible(file)}:${line}:${column}:`;
  const heading = `${c.red(place)} ${visible(message)}`;
  if (sourceLine === void 0) return [heading];
  const gutter = `  ${line} | `;
  const { text, caret } = excerpt(sourceLine.replace(/^\ufeff|\r?\n?$/g, ""), column, width - gutter.length);
  return [
    heading,
    `${c.dim(gutter)}${text}`.trimEnd(),
    `${c.dim(`${" ".repeat(gutter.length - 2)}| `)}${" ".repeat(caret)}${c.red("^")}`
  ];
}
function excerpt(line, column, room) {
  const characters = Array.from(graphemes(line), ({ segment }) => segment);
  const before = shown(characters.slice(0, Math.max(0, column - 1)).join(""));
  const after = shown(characters.slice(Math.max(0, column - 1)).join(""));
  const caret = stringWidth(before);
  if (caret + stringWidth(after) < room) return { text: before + after, caret };
  const head = lastColumns(before, Math.max(1, Math.floor(room * BEFORE_CARET)));
  const tail = firstColumns(after, Math.max(1, room - stringWidth(head) - 1));
  return { text: head + tail, caret: stringWidth(head) };
}
function shown(text) {
  return text.split("	").map(visible).join(TAB);
}
function firstColumns(text, width) {
  return stringWidth(text) <= width ? text : take([...text], width - 1).join("") + ELLIPSIS;
}
function lastColumns(text, width) {
  if (stringWidth(text) <= width) return text;
  return ELLIPSIS + take([...text].reverse(), width - 1).reverse().join("");
}
function take(characters, width) {
  let used = 0;
  const end = characters.findIndex((character) => {
    used += characterWidth(character);
    return used > width;
  });
  return end === -1 ? [...characters] : characters.slice(0, end);
}

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
  problemLines,
  colors,
  paintState,
  blocks,
  paragraph,
  stepLines,
  skippedLines,
  indented,
  changeLines
};
