import { createRequire as createRequireOfNode } from 'node:module';import { dirname as dirnameOfNode } from 'node:path';import { fileURLToPath as fileURLToPathOfNode } from 'node:url';const require = createRequireOfNode(import.meta.url);const filenameOfChunk = fileURLToPathOfNode(import.meta.url);const dirnameOfChunk = dirnameOfNode(filenameOfChunk);
import {
  ELLIPSIS,
  characterWidth,
  stringWidth
} from "./chunk-XFZATYQS.js";
import {
  common
} from "./chunk-BEZD3S22.js";
import {
  visible
} from "./chunk-Y65K6MQG.js";

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

export {
  problemLines
};
