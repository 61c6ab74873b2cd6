import { createRequire as createRequireOfNode } from 'node:module';import { dirname as dirnameOfNode } from 'node:path';import { fileURLToPath as fileURLToPathOfNode } from 'node:url';const require = createRequireOfNode(import.meta.url);const filenameOfChunk = fileURLToPathOfNode(import.meta.url);const dirnameOfChunk = dirnameOfNode(filenameOfChunk);

// src/config/title.ts
var TITLE_PLACEHOLDERS = ["namespace", "cluster", "team", "count", "kinds", "date"];
function fillTitle(template, values) {
  return template.replace(
    /\{(\w+)\}/g,
    (whole, name) => isPlaceholder(name) ? values[name] : whole
  );
}
function isPlaceholder(name) {
  return TITLE_PLACEHOLDERS.some((known) => known === name);
}

export {
  TITLE_PLACEHOLDERS,
  fillTitle
};
