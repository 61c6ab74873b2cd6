import { createRequire as createRequireOfNode } from 'node:module';import { dirname as dirnameOfNode } from 'node:path';import { fileURLToPath as fileURLToPathOfNode } from 'node:url';const require = createRequireOfNode(import.meta.url);const filenameOfChunk = fileURLToPathOfNode(import.meta.url);const dirnameOfChunk = dirnameOfNode(filenameOfChunk);
import {
  visible
} from "./chunk-Y65K6MQG.js";

// src/report/escape-markdown.ts
var ZERO_WIDTH = "&#8203;";
var SAFE_IN_BACKTICKS = /^(?! )[^`|\\]+(?<! )$/;
var PUNCTUATION = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  "|": "&#124;",
  "`": "&#96;",
  "\\": "&#92;",
  // GitHub's own way to keep a dollar out of $math$.
  $: "<span>$</span>"
};
function escapeMarkdown(text) {
  return visible(text.replace(/\s+/g, " ")).replace(/[&<>|`\\$]/g, (character) => PUNCTUATION[character]).replace(/[*~[\]]|(?<![a-z0-9])_|_(?![a-z0-9])/gi, "\\$&").replace(/@/g, `@${ZERO_WIDTH}`).replace(/(?<!&)#(\w?)/g, (_, next) => next === "" ? "\\#" : `#${ZERO_WIDTH}${next}`).replace(/GH-(?=\d)/gi, (prefix) => prefix + ZERO_WIDTH).replace(/:(?=\/\/)|www(?=\.)/gi, (start) => start + ZERO_WIDTH).replace(/:(?=[\w+-]+:)/g, `:${ZERO_WIDTH}`).replace(
    /^(\s*)([+=-]|#(?=&)|\d+(?=[.)]))/,
    (_, space, mark) => /^\d/.test(mark) ? `${space}${mark}${ZERO_WIDTH}` : `${space}\\${mark}`
  );
}
function code(text) {
  const shown = visible(text);
  if (shown === "") return "";
  if (SAFE_IN_BACKTICKS.test(shown)) return `\`${shown}\``;
  return `<code>${entities(shown)}</code>`;
}
function entities(text) {
  return visible(text).replace(/[^\p{L}\p{N}\p{M} ]/gu, (character) => `&#${character.codePointAt(0)};`).replaceAll("&#64;", `&#64;${ZERO_WIDTH}`);
}
function fence(content, language) {
  const longest = Math.max(2, ...Array.from(content.matchAll(/`+/g), ([run]) => run.length));
  const marks = "`".repeat(longest + 1);
  return `${marks}${language}
${content.endsWith("\n") || content === "" ? content : `${content}
`}${marks}`;
}
function markdownTable(header, rows, right = []) {
  const line = (cells) => `| ${cells.join(" | ")} |`;
  const rule = header.map((_, index) => right.includes(index) ? "---:" : "---");
  return [line(header), line(rule), ...rows.map(line)].join("\n");
}
function details(summary, content) {
  return `<details><summary>${summaryText(summary)}</summary>

${content}

</details>`;
}
function summaryText(text) {
  return visible(text).replace(/[^\p{L}\p{N}\p{M} .,:;()/-]/gu, (character) => `&#${character.codePointAt(0)};`).replace(/&#(64|35);/g, `&#$1;${ZERO_WIDTH}`).replace(/GH-(?=\d)/gi, (prefix) => prefix + ZERO_WIDTH).replace(/:(?=\/\/)|www(?=\.)/gi, (start) => start + ZERO_WIDTH);
}
function plainText(text) {
  return visible(text.replace(/\s+/g, " ")).trim().replace(/\[/g, "(").replace(/\]/g, ")").replace(/@(?=\S)|#(?=\w)|GH-(?=\d)/gi, (start) => `${start}\u200B`);
}

export {
  escapeMarkdown,
  code,
  fence,
  markdownTable,
  details,
  plainText
};
