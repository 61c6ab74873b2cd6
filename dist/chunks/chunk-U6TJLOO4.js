import { createRequire as createRequireOfNode } from 'node:module';import { dirname as dirnameOfNode } from 'node:path';import { fileURLToPath as fileURLToPathOfNode } from 'node:url';const require = createRequireOfNode(import.meta.url);const filenameOfChunk = fileURLToPathOfNode(import.meta.url);const dirnameOfChunk = dirnameOfNode(filenameOfChunk);
import {
  problemLines
} from "./chunk-JS56G6V7.js";
import {
  blocks,
  colors,
  indented,
  paragraph,
  skippedLines,
  stepLines
} from "./chunk-BZDP5KMB.js";
import {
  truncate
} from "./chunk-XFZATYQS.js";
import {
  open,
  plan,
  planTotals
} from "./chunk-BEZD3S22.js";
import {
  requestName,
  visible,
  visibleLine
} from "./chunk-Y65K6MQG.js";

// src/report/text/plan.ts
function planText(result, options) {
  const c = colors(options.color);
  const { pullRequests } = result;
  const next = pullRequests.some(({ outcome }) => outcome === "planned") ? stepLines([plan.next(options.selection ?? [])], options.width) : [];
  return blocks([
    ...pullRequests.flatMap((each) => pullRequestBlocks(c, each, options)),
    skippedLines(c, result.skipped, options),
    problemLines(c, result.problems, options.width),
    [...paragraph(planTotals(pullRequests), options.width), ...next]
  ]);
}
function pullRequestBlocks(c, each, { width, bodies }) {
  const head = [
    c.bold(rule(requestName(each), width)),
    visible(each.title),
    c.dim(visible(each.branch)) + (each.outcome === "planned" ? "" : c.dim(`, ${open.outcomes[each.outcome]}`))
  ];
  if (each.reason !== null) head.push(...indented(visible(each.reason), 0, width).map(c.yellow));
  const body = bodies ? [c.dim(`${plan.body}:`), ...textLines(each.body).map(visibleLine)] : [];
  return [head, body, diffLines(c, each.diff)];
}
function rule(name, width) {
  const text = truncate(visible(name), Math.max(10, width - 8));
  return `\u2500\u2500 ${text} ${"\u2500".repeat(Math.max(2, Math.min(width, 100) - text.length - 4))}`;
}
function diffLines(c, diff) {
  let inHunk = false;
  return textLines(diff).map((raw) => {
    const line = visibleLine(raw);
    if (line.startsWith("diff --git ")) inHunk = false;
    if (line.startsWith("@@")) {
      inHunk = true;
      const end = line.indexOf("@@", 2) + 2;
      return c.cyan(line.slice(0, end)) + line.slice(end);
    }
    if (!inHunk) return c.bold(line);
    if (line.startsWith("+")) return c.green(line);
    return line.startsWith("-") ? c.red(line) : line;
  });
}
function textLines(text) {
  return text === "" ? [] : text.replace(/\n$/, "").split("\n");
}

export {
  planText,
  diffLines
};
