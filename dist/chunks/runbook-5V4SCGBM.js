import { createRequire as createRequireOfNode } from 'node:module';import { dirname as dirnameOfNode } from 'node:path';import { fileURLToPath as fileURLToPathOfNode } from 'node:url';const require = createRequireOfNode(import.meta.url);const filenameOfChunk = fileURLToPathOfNode(import.meta.url);const dirnameOfChunk = dirnameOfNode(filenameOfChunk);
import {
  phraseText,
  whoUses
} from "./chunk-NPPZ53N6.js";
import "./chunk-E5CKJXHL.js";
import {
  problemLines
} from "./chunk-JS56G6V7.js";
import {
  blocks,
  colors,
  indented,
  paragraph,
  skippedLines
} from "./chunk-BZDP5KMB.js";
import "./chunk-KKML57SX.js";
import {
  wrap
} from "./chunk-XFZATYQS.js";
import {
  runbook
} from "./chunk-BEZD3S22.js";
import {
  kindNoun,
  namespaceName,
  shortFile,
  visible,
  visibleLine
} from "./chunk-Y65K6MQG.js";
import "./chunk-SERVURPW.js";
import "./chunk-LVIGNXGC.js";

// src/report/text/runbook.ts
function runbookText(result, options) {
  const c = colors(options.color);
  const { namespaces } = result;
  const credentials = namespaces.reduce((sum, each) => sum + each.credentials.length, 0);
  return blocks([
    ...namespaces.flatMap((each) => namespaceBlocks(c, each, options.width)),
    skippedLines(c, result.skipped, options),
    problemLines(c, result.problems, options.width),
    paragraph(
      [namespaces.length === 0 ? runbook.nothing : runbook.total(namespaces.length, credentials)],
      options.width
    )
  ]);
}
function namespaceBlocks(c, each, width) {
  const uses = each.credentials.flatMap((credential) => {
    const { kind, module, line } = credential;
    const lines = whoUses(credential).map(phraseText);
    const place = `${shortFile({ ...each, file: credential.file })}:${line}`;
    return [
      `  ${visible(module)} (${kindNoun(kind)[0]}, ${visible(place)})`,
      ...(lines.length === 0 ? [runbook.nobody] : lines).flatMap((text) => hanging(text, "- ", 4, width))
    ];
  });
  const steps = each.steps.map((step, index) => stepLines(c, step, `[ ] ${index + 1}.`, width));
  const others = each.otherSteps.map((step) => stepLines(c, step, "[ ]", width));
  return [
    [c.bold(visible(namespaceName(each)))],
    uses.length === 0 ? [] : [c.dim(runbook.uses), ...uses],
    ...headed(c, runbook.steps, steps, width),
    ...headed(c, runbook.others, others, width)
  ];
}
function headed(c, heading, [first, ...more], width) {
  return first === void 0 ? [] : [[...wrap(heading, width).map(c.dim), ...first], ...more];
}
function stepLines(c, { title, commands, expect }, box, width) {
  return [
    ...hanging(phraseText(title), `${box} `, 2, width),
    ...commands.flatMap((command) => command.split("\n").map((line) => c.cyan(`      ${visibleLine(line)}`))),
    ...expect.flatMap((phrase) => indented(phraseText(phrase), 6, width).map(c.dim))
  ];
}
function hanging(text, mark, by, width) {
  const [first = "", ...more] = wrap(text, width - by - mark.length);
  const space = " ".repeat(by);
  return [`${space}${mark}${first}`, ...more.map((line) => space + " ".repeat(mark.length) + line)];
}
export {
  runbookText
};
