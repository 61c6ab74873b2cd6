import { createRequire as createRequireOfNode } from 'node:module';import { dirname as dirnameOfNode } from 'node:path';import { fileURLToPath as fileURLToPathOfNode } from 'node:url';const require = createRequireOfNode(import.meta.url);const filenameOfChunk = fileURLToPathOfNode(import.meta.url);const dirnameOfChunk = dirnameOfNode(filenameOfChunk);

// src/cli/version.ts
import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
function readVersion() {
  let folder = dirname(fileURLToPath(import.meta.url));
  for (; ; ) {
    try {
      const manifest = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
      if (isOurs(manifest)) return manifest.version;
    } catch {
    }
    const above = dirname(folder);
    if (above === folder) return "unknown";
    folder = above;
  }
}
function isOurs(manifest) {
  return typeof manifest === "object" && manifest !== null && "name" in manifest && manifest.name === "rotate-pr" && "version" in manifest && typeof manifest.version === "string";
}

export {
  readVersion
};
