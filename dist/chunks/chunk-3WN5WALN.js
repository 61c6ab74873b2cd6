import { createRequire as createRequireOfNode } from 'node:module';import { dirname as dirnameOfNode } from 'node:path';import { fileURLToPath as fileURLToPathOfNode } from 'node:url';const require = createRequireOfNode(import.meta.url);const filenameOfChunk = fileURLToPathOfNode(import.meta.url);const dirnameOfChunk = dirnameOfNode(filenameOfChunk);
import {
  readRequest
} from "./chunk-FDROE5OA.js";
import {
  staggerRules
} from "./chunk-BHIPLZZ7.js";
import {
  draftProposals,
  surveyBase,
  unitsOf
} from "./chunk-6DVN7245.js";
import {
  turnRemarks,
  unnamedRemarks
} from "./chunk-M7YBGUKT.js";
import {
  planEdits,
  proveEdits,
  provingProgress
} from "./chunk-YBYK2A4Q.js";
import {
  hasFailures
} from "./chunk-QFHZZB3N.js";
import {
  upgradeRemarks
} from "./chunk-EJQ2P2PV.js";
import {
  toJson
} from "./chunk-7OZAT5UJ.js";
import {
  runDoor
} from "./chunk-AOET4JBJ.js";
import {
  unifiedDiff
} from "./chunk-52FHPIMO.js";
import {
  selectionArguments
} from "./chunk-VR4ZXF2Q.js";
import {
  settingsFor
} from "./chunk-L6VYHJNY.js";
import {
  ok
} from "./chunk-YRXO237O.js";

// src/commands/plan.ts
var NO_REFS = { defaultBranch: null, branches: /* @__PURE__ */ new Map() };
async function plan(options, say) {
  const read = await surveyBase(options, say, true);
  if (!read.ok) return read;
  const { date, base, survey, selection } = read.value;
  const settings = settingsFor(options.request, read.value.config, options.now);
  const planned = planEdits(survey, selection, date, options);
  const { units, skipped } = await unitsOf(read.value, planned.rotations, settings, NO_REFS);
  const proved = await proveEdits(planned, survey, provingProgress(say));
  const proposals = await draftProposals(read.value, units, proved, settings);
  const remarks = [
    ...upgradeRemarks(proposals.flatMap(({ changes }) => changes)),
    ...unnamedRemarks(survey, selection),
    ...turnRemarks(settings, staggerRules(read.value, settings) !== null, proposals.length)
  ];
  for (const line of remarks) say(line);
  return ok({
    schemaVersion: 1,
    date,
    base: base.sha,
    pullRequests: proposals.map(
      ({ namespace, cluster, group, branch, title, body, pages, changes, files }) => ({
        namespace,
        cluster,
        ...group === null ? {} : { group },
        branch,
        title,
        url: null,
        number: null,
        outcome: "planned",
        reason: null,
        changes,
        body: [body, ...pages ?? []].join("\n"),
        diff: files.map(({ path, before, after }) => unifiedDiff(path, before, after)).join("")
      })
    ),
    skipped: [...proved.skipped, ...skipped],
    problems: proved.problems
  });
}

// src/cli/verbs/plan.ts
var WITH_BODIES = 1;
function runPlan(flags) {
  return runDoor(flags, planDoor(flags));
}
function planDoor(flags) {
  const selection = selectionArguments(flags);
  const { verbose } = flags;
  return {
    run: async (options, say) => {
      const request = readRequest(flags);
      if (!request.ok) return request;
      return plan({ ...options, base: flags.base, remote: flags.remote, request: request.value }, say);
    },
    render: {
      json: toJson,
      csv: async (result) => (await import("./csv-SGZFII6Z.js")).pullRequestsCsv(result),
      markdown: async (result) => (await import("./markdown-ICWNNL6L.js")).planMarkdown(result),
      text: async (result, { width, color }) => {
        const { planText } = await import("./plan-EES2JNWS.js");
        const bodies = verbose || result.pullRequests.length <= WITH_BODIES;
        return planText(result, { width, color, verbose, selection, bodies });
      }
    },
    exitCode: (result) => hasFailures(result.skipped) ? 1 : 0
  };
}

export {
  runPlan,
  planDoor
};
