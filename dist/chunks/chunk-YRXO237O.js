import { createRequire as createRequireOfNode } from 'node:module';import { dirname as dirnameOfNode } from 'node:path';import { fileURLToPath as fileURLToPathOfNode } from 'node:url';const require = createRequireOfNode(import.meta.url);const filenameOfChunk = fileURLToPathOfNode(import.meta.url);const dirnameOfChunk = dirnameOfNode(filenameOfChunk);

// src/util/result.ts
function ok(value) {
  return { ok: true, value };
}
function fail(code, message, problems) {
  return { ok: false, error: problems === void 0 ? { code, message } : { code, message, problems } };
}

export {
  ok,
  fail
};
