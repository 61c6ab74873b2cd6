import { createRequire as createRequireOfNode } from 'node:module';import { dirname as dirnameOfNode } from 'node:path';import { fileURLToPath as fileURLToPathOfNode } from 'node:url';const require = createRequireOfNode(import.meta.url);const filenameOfChunk = fileURLToPathOfNode(import.meta.url);const dirnameOfChunk = dirnameOfNode(filenameOfChunk);
import {
  audit
} from "./chunk-CSS3NOYQ.js";
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

// src/cli/verbs/audit.ts
var AT_ONCE = 40;
async function runAudit(flags) {
  const { format, since } = flags;
  if (since !== void 0 && format !== "html") {
    return (await import("./history-HKGKJWGZ.js")).runHistory({ ...flags, format, since });
  }
  return format === "html" ? runPage({ ...flags, format }) : runList({ ...flags, format });
}
function runList(flags) {
  return runDoor(flags, auditDoor(flags));
}
function auditDoor(flags) {
  const selection = selectionArguments(flags);
  const { verbose } = flags;
  return {
    run: (options, say) => audit({ ...options, ...readOptions(flags) }, say),
    render: {
      json: toJson,
      csv: async (result) => (await import("./csv-SGZFII6Z.js")).auditCsv(result),
      markdown: async (result) => (await import("./markdown-ICWNNL6L.js")).auditMarkdown(result, { verbose, selection }),
      text: async (result, { width, color, isTerminal }) => {
        const { auditText } = await import("./audit-ZGO5IXQB.js");
        const namespaces = isTerminal ? AT_ONCE : void 0;
        return auditText(result, { width, color, verbose, selection, namespaces });
      }
    },
    exitCode: (result) => hasFindings(result, flags.failOn) ? 1 : 0
  };
}
function readOptions({ base, newSince, otherCredentials }) {
  return { base, newSince, otherCredentials };
}
async function runPage(flags) {
  if (flags.output === void 0 && process.stdout.isTTY) {
    process.stderr.write(
      "rotate-pr: --format html is a page for a browser, not for a terminal: add --output audit.html, and open that file.\n"
    );
    return 2;
  }
  return runDoor(flags, pageDoor(flags));
}
function pageDoor(flags) {
  return {
    run: async (options, say) => {
      const { auditPage } = await import("./audit-page-USPSZCPU.js");
      return auditPage({ ...options, ...readOptions(flags) }, say, flags.since);
    },
    render: {
      html: async (page) => {
        const { auditHtml } = await import("./document-4BHE33PL.js");
        const { readPageAssets } = await import("./page-assets-MADO67F7.js");
        return auditHtml(page, { assets: readPageAssets(), version: readVersion() });
      }
    },
    exitCode: ({ audit: result }) => hasFindings(result, flags.failOn) ? 1 : 0
  };
}
function hasFindings({ summary, problems }, failOn) {
  switch (failOn) {
    case void 0:
      return false;
    case "due":
      return summary.byState.due + summary.byState.never > 0;
    case "blocked":
      return summary.byState.blocked > 0;
    case "problems":
      return problems.length > 0;
  }
}

export {
  runAudit,
  auditDoor,
  pageDoor
};
