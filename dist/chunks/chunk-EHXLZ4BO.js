import { createRequire as createRequireOfNode } from 'node:module';import { dirname as dirnameOfNode } from 'node:path';import { fileURLToPath as fileURLToPathOfNode } from 'node:url';const require = createRequireOfNode(import.meta.url);const filenameOfChunk = fileURLToPathOfNode(import.meta.url);const dirnameOfChunk = dirnameOfNode(filenameOfChunk);
import {
  fence,
  phraseMarkdown
} from "./chunk-Q35CFOYJ.js";

// src/report/checkboxes.ts
function checkboxes(steps) {
  return steps.map(checkbox).join("\n");
}
function checkbox({ title, commands, expect }) {
  const out = [`- [ ] ${phraseMarkdown(title)}`];
  if (commands.length > 0) out.push(indent(fence(commands.join("\n"), "sh")));
  if (expect.length > 0) out.push(indent(expect.map((phrase) => `- ${phraseMarkdown(phrase)}`).join("\n")));
  return out.join("\n\n");
}
function indent(text) {
  return text.split("\n").map((line) => line === "" ? "" : `  ${line}`).join("\n");
}

export {
  checkboxes
};
