import { createRequire as createRequireOfNode } from 'node:module';import { dirname as dirnameOfNode } from 'node:path';import { fileURLToPath as fileURLToPathOfNode } from 'node:url';const require = createRequireOfNode(import.meta.url);const filenameOfChunk = fileURLToPathOfNode(import.meta.url);const dirnameOfChunk = dirnameOfNode(filenameOfChunk);
import {
  checkboxes
} from "./chunk-RJUFUBBZ.js";
import {
  toJson
} from "./chunk-7OZAT5UJ.js";
import {
  csv
} from "./chunk-MZCYSQLG.js";
import {
  problemList,
  skippedList
} from "./chunk-M3LKYVE4.js";
import {
  phraseMarkdown,
  phraseString,
  whoUses
} from "./chunk-NPPZ53N6.js";
import {
  code,
  escapeMarkdown
} from "./chunk-E5CKJXHL.js";
import {
  runbook
} from "./chunk-BEZD3S22.js";
import {
  kindNoun,
  namespaceName,
  shortFile
} from "./chunk-Y65K6MQG.js";

// src/report/runbook.ts
function runbookMarkdown(result) {
  const { namespaces } = result;
  const credentials = namespaces.reduce((sum, each) => sum + each.credentials.length, 0);
  const parts = [
    `## ${escapeMarkdown(runbook.title(result.date))}`,
    namespaces.length === 0 ? runbook.nothing : escapeMarkdown(runbook.total(namespaces.length, credentials)),
    ...namespaces.flatMap(namespaceParts),
    skippedList(result.skipped),
    problemList(result.problems)
  ];
  return `${parts.filter((part) => part !== "").join("\n\n")}
`;
}
function namespaceParts(each) {
  const { credentials, steps, otherSteps } = each;
  return [
    `### ${code(namespaceName(each))}`,
    ...credentials.length === 0 ? [] : [`**${runbook.uses}**`, credentials.map((one) => usesItem(each, one)).join("\n")],
    ...steps.length === 0 ? [] : [`**${runbook.steps}**`, checkboxes(steps)],
    ...otherSteps.length === 0 ? [] : [`**${runbook.others}**`, checkboxes(otherSteps)]
  ];
}
function usesItem(each, credential) {
  const place = `${shortFile({ ...each, file: credential.file })}:${credential.line}`;
  const lines = whoUses(credential).map(phraseMarkdown);
  return [
    `- ${code(credential.module)} (${kindNoun(credential.kind)[0]}, ${code(place)}):`,
    ...(lines.length === 0 ? [runbook.nobody] : lines).map((line) => `  - ${line}`)
  ].join("\n");
}
function runbookJson(result) {
  const namespaces = result.namespaces.map((each) => ({
    ...each,
    credentials: each.credentials.map((credential) => ({
      ...credential,
      steps: credential.steps.map(plainStep)
    })),
    steps: each.steps.map(plainStep),
    otherSteps: each.otherSteps.map(plainStep)
  }));
  const plain = { ...result, namespaces };
  return toJson(plain);
}
function plainStep({ title, commands, expect, credential }) {
  return { title: phraseString(title), commands, expect: expect.map(phraseString), credential };
}
var HEADER = ["cluster", "namespace", "number", "credential", "title", "commands", "expect"];
function runbookCsv(result) {
  const rows = result.namespaces.flatMap((each) => [
    ...each.steps.map((step, index) => row(each, index + 1, step)),
    ...each.otherSteps.map((step) => row(each, null, step))
  ]);
  return csv(HEADER, rows);
}
function row({ cluster, namespace }, number, step) {
  const { title, commands, expect, credential } = plainStep(step);
  return [cluster, namespace, number, credential, title, commands.join("\n"), expect.join("\n")];
}

export {
  runbookMarkdown,
  namespaceParts,
  runbookJson,
  runbookCsv
};
