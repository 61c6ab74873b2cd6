import { createRequire as createRequireOfNode } from 'node:module';import { dirname as dirnameOfNode } from 'node:path';import { fileURLToPath as fileURLToPathOfNode } from 'node:url';const require = createRequireOfNode(import.meta.url);const filenameOfChunk = fileURLToPathOfNode(import.meta.url);const dirnameOfChunk = dirnameOfNode(filenameOfChunk);
import {
  config,
  init
} from "./chunk-CZTMA5MD.js";
import {
  problemLines
} from "./chunk-JS56G6V7.js";
import {
  blocks,
  colors,
  indented,
  paragraph
} from "./chunk-BZDP5KMB.js";
import {
  formatTable
} from "./chunk-KKML57SX.js";
import {
  visible
} from "./chunk-Y65K6MQG.js";

// src/report/text/config.ts
function configText(result, { width, color }) {
  const c = colors(color);
  const settings = result.settings.map(({ key, value, origin }) => [
    { text: key },
    { text: visible(config.value(value)), paint: origin.from === "default" ? c.dim : c.bold },
    { text: visible(config.origin(origin)), paint: c.dim }
  ]);
  return blocks([
    paragraph([visible(config.source(result.file, result.base))], width),
    formatTable([{}, { min: 10 }, {}], settings, width, "  "),
    ruleLines(c, result, width),
    paragraph([visible(config.opening(result.opening))], width),
    problemLines(c, result.problems, width)
  ]);
}
function ruleLines(c, { file, rules }, width) {
  if (file === null || rules.length === 0) return [];
  const rows = rules.map((rule) => [
    { text: String(rule.line), paint: c.dim },
    { text: rule.list },
    { text: config.effect(rule), ...rule.inForce ? {} : { paint: c.yellow } },
    { text: config.matches(rule), ...rule.credentials === 0 ? { paint: c.yellow } : {} }
  ]);
  const heads = formatTable([{ align: "right" }, {}, {}, {}], rows, width, "  ");
  return [
    c.bold(`${config.rules(visible(file))}:`),
    ...rules.flatMap((rule, index) => [
      heads[index] ?? "",
      ...indented(visible(config.match(rule)), 6, width).map(c.dim)
    ])
  ];
}
function initText({ files }) {
  return blocks([files.map((file) => visible(init.file(file))), init.next]);
}

export {
  configText,
  initText
};
