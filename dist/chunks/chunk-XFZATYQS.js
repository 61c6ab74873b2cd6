import { createRequire as createRequireOfNode } from 'node:module';import { dirname as dirnameOfNode } from 'node:path';import { fileURLToPath as fileURLToPathOfNode } from 'node:url';const require = createRequireOfNode(import.meta.url);const filenameOfChunk = fileURLToPathOfNode(import.meta.url);const dirnameOfChunk = dirnameOfNode(filenameOfChunk);

// src/report/width.ts
var WIDE = [
  [4352, 4447],
  [11904, 12350],
  [12353, 42191],
  [44032, 55203],
  [63744, 64255],
  [65072, 65135],
  [65280, 65376],
  [65504, 65510],
  [127744, 128591],
  [128640, 128767],
  [129280, 129535],
  [131072, 262141]
];
var PRINTABLE_ASCII = /^[\x20-\x7e]*$/;
var ZERO = /^[\p{Mn}\p{Me}\p{Cf}\p{Cc}]$/u;
var ELLIPSIS = "\u2026";
function characterWidth(character) {
  const code = character.codePointAt(0) ?? 0;
  if (code < 768) return code < 32 || code >= 127 && code < 160 || code === 173 ? 0 : 1;
  if (ZERO.test(character)) return 0;
  return WIDE.some(([first, last]) => code >= first && code <= last) ? 2 : 1;
}
function stringWidth(text) {
  if (PRINTABLE_ASCII.test(text)) return text.length;
  let width = 0;
  for (const character of text) width += characterWidth(character);
  return width;
}
function truncate(text, width) {
  if (stringWidth(text) <= width) return text;
  if (width <= 0) return "";
  let kept = "";
  let used = 0;
  for (const character of text) {
    const more = characterWidth(character);
    if (used + more > width - 1) break;
    kept += character;
    used += more;
  }
  return kept.trimEnd() + ELLIPSIS;
}
function pad(text, width, align = "left") {
  const fill = " ".repeat(Math.max(0, width - stringWidth(text)));
  return align === "left" ? text + fill : fill + text;
}
function wrap(text, width) {
  const lines = [];
  let line = "";
  for (const word of text.split(" ")) {
    const longer = line === "" ? word : `${line} ${word}`;
    if (line !== "" && stringWidth(longer) > width) {
      lines.push(line);
      line = word;
    } else line = longer;
  }
  return [...lines, line];
}

export {
  ELLIPSIS,
  characterWidth,
  stringWidth,
  truncate,
  pad,
  wrap
};
