import { createRequire as createRequireOfNode } from 'node:module';import { dirname as dirnameOfNode } from 'node:path';import { fileURLToPath as fileURLToPathOfNode } from 'node:url';const require = createRequireOfNode(import.meta.url);const filenameOfChunk = fileURLToPathOfNode(import.meta.url);const dirnameOfChunk = dirnameOfNode(filenameOfChunk);

// src/github/token.ts
import { execFile } from "node:child_process";
async function findToken(env, host = "github.com") {
  for (const origin of ["GITHUB_TOKEN", "GH_TOKEN"]) {
    const value2 = env[origin]?.trim();
    if (value2) return { value: value2, origin };
  }
  const value = await askGh(env, host);
  return value === null ? null : { value, origin: "gh" };
}
function askGh(env, host) {
  return new Promise((resolve) => {
    const options = { env: { ...env }, timeout: 1e4, windowsHide: true };
    execFile("gh", ["auth", "token", "--hostname", host], options, (error, stdout) => {
      const value = stdout?.trim() ?? "";
      resolve(error || !/^\S+$/.test(value) ? null : value);
    });
  });
}

export {
  findToken
};
