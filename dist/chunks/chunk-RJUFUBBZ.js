import { createRequire as createRequireOfNode } from 'node:module';import { dirname as dirnameOfNode } from 'node:path';import { fileURLToPath as fileURLToPathOfNode } from 'node:url';const require = createRequireOfNode(import.meta.url);const filenameOfChunk = fileURLToPathOfNode(import.meta.url);const dirnameOfChunk = dirnameOfNode(filenameOfChunk);
import {
  phraseMarkdown
} from "./chunk-NPPZ53N6.js";
import {
  fence
} from "./chunk-E5CKJXHL.js";

// src/report/checkboxes.ts
function checkboxes(steps) {
  return steps.map(checkbox).join("\n");
}
function checkbox({ title, commands, expect }) {
  const out = [`- [ ] ${phraseMarkdown(title)}`];
  if (commands.length > 0) out.push(indent(fence(commands.join("\n"), "sh")));
  const remarks = expect.map(phraseMarkdown);
  if (remarks.length > 0)
    out.push(indent(remarks.length === 1 ? remarks.join() : `- ${remarks.join("\n- ")}`));
  return out.join("\n\n");
}
function indent(text) {
  return text.split("\n").map((line) => line === "" ? "" : `  ${line}`).join("\n");
}

export {
  checkboxes
};
