#!/usr/bin/env node
import { createRequire as createRequireOfNode } from 'node:module';import { dirname as dirnameOfNode } from 'node:path';import { fileURLToPath as fileURLToPathOfNode } from 'node:url';const require = createRequireOfNode(import.meta.url);const filenameOfChunk = fileURLToPathOfNode(import.meta.url);const dirnameOfChunk = dirnameOfNode(filenameOfChunk);

// src/cli.ts
var [first, ...words] = process.argv.slice(2);
if (first === "__complete") {
  const { runComplete } = await import("./chunks/complete-3FHF3DTT.js");
  runComplete(words);
} else {
  const { main } = await import("./chunks/main-EXWYWPE6.js");
  process.exitCode = await main(process.argv.slice(2));
}
