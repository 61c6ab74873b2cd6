import { createRequire as createRequireOfNode } from 'node:module';import { dirname as dirnameOfNode } from 'node:path';import { fileURLToPath as fileURLToPathOfNode } from 'node:url';const require = createRequireOfNode(import.meta.url);const filenameOfChunk = fileURLToPathOfNode(import.meta.url);const dirnameOfChunk = dirnameOfNode(filenameOfChunk);

// src/github/redact.ts
var MASK = "***";
function basicCredentials(token) {
  return Buffer.from(`x-access-token:${token}`, "utf8").toString("base64");
}
function secretForms(token) {
  return [token, basicCredentials(token), encodeURIComponent(token), Buffer.from(token).toString("base64")];
}
function redact(text, secrets) {
  let result = text;
  const longestFirst = [...secrets].sort((a, b) => b.length - a.length);
  for (const secret of longestFirst) if (secret !== "") result = result.replaceAll(secret, MASK);
  return result.replaceAll(/\b([a-z][a-z0-9+.-]*:\/\/)[^\s/@'"]+@/gi, "$1");
}

export {
  basicCredentials,
  secretForms,
  redact
};
