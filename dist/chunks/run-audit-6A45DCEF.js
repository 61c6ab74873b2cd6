import { createRequire as createRequireOfNode } from 'node:module';import { dirname as dirnameOfNode } from 'node:path';import { fileURLToPath as fileURLToPathOfNode } from 'node:url';const require = createRequireOfNode(import.meta.url);const filenameOfChunk = fileURLToPathOfNode(import.meta.url);const dirnameOfChunk = dirnameOfNode(filenameOfChunk);
import {
  openWorktree
} from "./chunk-CRGBDMMB.js";
import {
  findOfInterest,
  openRoot,
  resolveDate,
  resolveSelection,
  runDoor,
  selectNamespaces,
  selectsCredential,
  summarise,
  surveyEstate,
  toJson
} from "./chunk-A7VLUTWX.js";
import "./chunk-6WZHUDHF.js";
import {
  fail,
  ok,
  selectionArguments
} from "./chunk-4YW73JEO.js";
import "./chunk-LXCM5DFB.js";
import "./chunk-J4KJYF7Z.js";
import "./chunk-NPTQ6IVP.js";
import "./chunk-GMM2XJW3.js";
import "./chunk-WB6RNDQM.js";
import "./chunk-KKM472VF.js";
import "./chunk-WA5W63ET.js";

// src/commands/audit.ts
async function audit(options, say) {
  const root = openRoot(options);
  if (!root.ok) return root;
  const today = resolveDate(options);
  if (!today.ok) return today;
  const reader = await openReader(root.value, options.base);
  if (!reader.ok) return reader;
  const { selection } = resolveSelection(options, root.value.root);
  const found = findOfInterest(reader.value, selection);
  const namespaces = await selectNamespaces(reader.value, selection, say);
  if (!namespaces.ok) return namespaces;
  const survey = await surveyEstate(
    reader.value,
    namespaces.value.folders,
    {
      today: today.value,
      maxAgeDays: options.maxAgeDays,
      includeHeld: options.includeHeld
    },
    await found
  );
  const credentials = survey.assessments.filter(selectsCredential(selection, "report")).map(({ credential }) => credential);
  return ok({
    schemaVersion: 1,
    date: today.value,
    base: reader.value.commit,
    summary: summarise(credentials, survey.unrotatable),
    credentials,
    problems: survey.problems
  });
}
async function openReader(root, base) {
  if (base === void 0) return ok(openWorktree(root.root));
  const { resolveCommit } = await import("./resolve-4ALWQ6VD.js");
  const commit = await resolveCommit(root.root, base);
  if (commit === null) return fail("unknown-base", `--base ${base} is no commit of this repository.`);
  const { openCommit } = await import("./commit-KPERU24U.js");
  return ok(await openCommit(root.root, commit, { prefix: root.prefix }));
}

// src/cli/run-audit.ts
function runAudit(flags) {
  const selection = selectionArguments(flags);
  const { verbose } = flags;
  return runDoor(flags, {
    run: (options, say) => audit({ ...options, base: flags.base }, say),
    render: {
      json: toJson,
      csv: async (result) => (await import("./csv-G52B7DKX.js")).auditCsv(result),
      markdown: async (result) => (await import("./markdown-TD7JSTM5.js")).auditMarkdown(result, { verbose, selection }),
      text: async (result, { width, color }) => (await import("./audit-ZMV3VHOU.js")).auditText(result, { width, color, verbose, selection })
    },
    exitCode: (result) => hasFindings(result, flags.failOn) ? 1 : 0
  });
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
  runAudit
};
