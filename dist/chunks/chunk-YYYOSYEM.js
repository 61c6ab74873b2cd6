import { createRequire as createRequireOfNode } from 'node:module';import { dirname as dirnameOfNode } from 'node:path';import { fileURLToPath as fileURLToPathOfNode } from 'node:url';const require = createRequireOfNode(import.meta.url);const filenameOfChunk = fileURLToPathOfNode(import.meta.url);const dirnameOfChunk = dirnameOfNode(filenameOfChunk);
import {
  open
} from "./chunk-O7HYS36E.js";
import {
  readOpenRequest
} from "./chunk-FDROE5OA.js";
import {
  hasFailures
} from "./chunk-QFHZZB3N.js";
import {
  toJson
} from "./chunk-7OZAT5UJ.js";
import {
  runDoor
} from "./chunk-AOET4JBJ.js";
import {
  readVersion,
  selectionArguments
} from "./chunk-VR4ZXF2Q.js";

// src/cli/verbs/open.ts
function runOpen(flags) {
  return runDoor(flags, openDoor(flags));
}
function openDoor(flags) {
  const selection = selectionArguments(flags);
  const { verbose } = flags;
  const version = readVersion();
  return {
    run: async (options, say) => {
      const request = readOpenRequest(flags);
      if (!request.ok) return request;
      const { base, remote } = flags;
      return open({ ...options, base, remote, version, request: request.value }, say);
    },
    render: {
      json: ({ result }) => toJson(result),
      csv: async ({ result }) => (await import("./csv-SGZFII6Z.js")).pullRequestsCsv(result),
      markdown: async ({ result }) => (await import("./markdown-ICWNNL6L.js")).openMarkdown(result),
      text: async ({ result }, { width, color }, picked) => {
        const { openText } = await import("./open-KSK7HUIB.js");
        return openText(result, { width, color, verbose, selection: [...selection, ...picked] });
      }
    },
    // what waits for its turn is no failure: it is what was asked for
    exitCode: ({ result: { pullRequests, skipped }, stopped }) => stopped || pullRequests.some(({ outcome }) => outcome === "failed") || hasFailures(skipped) ? 1 : 0
  };
}

export {
  runOpen,
  openDoor
};
