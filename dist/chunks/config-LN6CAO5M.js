import { createRequire as createRequireOfNode } from 'node:module';import { dirname as dirnameOfNode } from 'node:path';import { fileURLToPath as fileURLToPathOfNode } from 'node:url';const require = createRequireOfNode(import.meta.url);const filenameOfChunk = fileURLToPathOfNode(import.meta.url);const dirnameOfChunk = dirnameOfNode(filenameOfChunk);
import {
  config
} from "./chunk-CZTMA5MD.js";
import "./chunk-E5D2VRLW.js";
import {
  csv
} from "./chunk-MZCYSQLG.js";
import {
  code,
  escapeMarkdown,
  markdownTable
} from "./chunk-E5CKJXHL.js";
import "./chunk-JBHNNT7X.js";
import "./chunk-Y65K6MQG.js";
import "./chunk-LVIGNXGC.js";

// src/report/config.ts
function configMarkdown(result) {
  const settings = result.settings.map(({ key, value, origin }) => [
    code(key),
    escapeMarkdown(config.value(value)),
    escapeMarkdown(config.origin(origin))
  ]);
  const rules = result.rules.map((rule) => [
    code(`${rule.file}:${rule.line}`),
    rule.list,
    config.effect(rule),
    escapeMarkdown(config.match(rule)),
    config.matches(rule)
  ]);
  const problems = result.problems.map(
    ({ file, line, message }) => `- ${code(`${file}:${line}`)} ${escapeMarkdown(message)}`
  );
  const parts = [
    `## ${config.title(result.date)}`,
    escapeMarkdown(config.source(result.file, result.base)),
    markdownTable(["key", "value", "from"], settings),
    ...rules.length === 0 ? [] : [markdownTable(["place", "list", "effect", "match", "matches"], rules)],
    escapeMarkdown(config.opening(result.opening)),
    ...problems.length === 0 ? [] : [problems.join("\n")]
  ];
  return `${parts.join("\n\n")}
`;
}
function configCsv(result) {
  const header = ["key", "value", "from", "flag", "file", "line", "namespaces", "credentials"];
  const settings = result.settings.map(({ key, value, origin: { from, flag, file, line } }) => [
    key,
    config.value(value),
    from,
    flag,
    file,
    line,
    null,
    null
  ]);
  const rules = result.rules.map((rule) => [
    rule.list,
    [config.effect(rule), config.match(rule)].filter((part) => part !== "").join(": "),
    "file",
    null,
    rule.file,
    rule.line,
    rule.namespaces,
    rule.credentials
  ]);
  return csv(header, [...settings, ...rules]);
}
export {
  configCsv,
  configMarkdown
};
