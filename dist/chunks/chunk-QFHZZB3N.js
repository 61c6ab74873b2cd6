import { createRequire as createRequireOfNode } from 'node:module';import { dirname as dirnameOfNode } from 'node:path';import { fileURLToPath as fileURLToPathOfNode } from 'node:url';const require = createRequireOfNode(import.meta.url);const filenameOfChunk = fileURLToPathOfNode(import.meta.url);const dirnameOfChunk = dirnameOfNode(filenameOfChunk);

// src/rotation/summary.ts
function summarise(credentials, notRotatable) {
  const byState = noStates();
  const byKind = {};
  const namespaces = /* @__PURE__ */ new Set();
  for (const { cluster, namespace, kind, state } of credentials) {
    namespaces.add(`${cluster}/${namespace}`);
    byState[state] += 1;
    byKind[kind] ??= noStates();
    byKind[kind][state] += 1;
  }
  return { namespaces: namespaces.size, credentials: credentials.length, byState, byKind, notRotatable };
}
function noStates() {
  return { ok: 0, due: 0, never: 0, held: 0, exempt: 0, blocked: 0 };
}
var FAILURES = [
  "invalid-hcl",
  "invalid-edit",
  "outside-edit",
  "other-value",
  "not-written",
  "changed-meanwhile"
];
function hasFailures(skipped) {
  return skipped.some(({ code }) => FAILURES.includes(code));
}

export {
  summarise,
  hasFailures
};
