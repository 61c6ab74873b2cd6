import { createRequire as createRequireOfNode } from 'node:module';import { dirname as dirnameOfNode } from 'node:path';import { fileURLToPath as fileURLToPathOfNode } from 'node:url';const require = createRequireOfNode(import.meta.url);const filenameOfChunk = fileURLToPathOfNode(import.meta.url);const dirnameOfChunk = dirnameOfNode(filenameOfChunk);

// src/kinds/versions.ts
var VERSION = /^v?(\d+)\.(\d+)(?:\.(\d+))?$/;
function versionOf(ref) {
  return ref !== null && VERSION.test(ref) ? ref.replace(/^v/, "") : null;
}
function compareVersions(a, b) {
  const left = numbers(a);
  const right = numbers(b);
  for (let i = 0; i < 3; i += 1) {
    const difference = (left[i] ?? 0) - (right[i] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}
function stepBetween(from, to) {
  const [before, after] = [numbers(from), numbers(to)];
  if (before[0] !== after[0]) return "major";
  return before[1] === after[1] ? "patch" : "minor";
}
function numbers(version) {
  let parsed = NUMBERS.get(version);
  if (parsed === void 0) {
    parsed = version.split(".").map(Number);
    NUMBERS.set(version, parsed);
  }
  return parsed;
}
var NUMBERS = /* @__PURE__ */ new Map();

export {
  versionOf,
  compareVersions,
  stepBetween
};
