import { createRequire as createRequireOfNode } from 'node:module';import { dirname as dirnameOfNode } from 'node:path';import { fileURLToPath as fileURLToPathOfNode } from 'node:url';const require = createRequireOfNode(import.meta.url);const filenameOfChunk = fileURLToPathOfNode(import.meta.url);const dirnameOfChunk = dirnameOfNode(filenameOfChunk);

// src/report/json.ts
function toJson(result) {
  const problems = result.problems.map(({ file, line, column, code, message }) => ({
    file,
    line,
    column,
    code,
    message
  }));
  return `${JSON.stringify({ ...result, problems }, null, 2)}
`;
}

export {
  toJson
};
