import { createRequire as createRequireOfNode } from 'node:module';import { dirname as dirnameOfNode } from 'node:path';import { fileURLToPath as fileURLToPathOfNode } from 'node:url';const require = createRequireOfNode(import.meta.url);const filenameOfChunk = fileURLToPathOfNode(import.meta.url);const dirnameOfChunk = dirnameOfNode(filenameOfChunk);
import {
  summarise
} from "./chunk-QFHZZB3N.js";
import {
  toJson
} from "./chunk-7OZAT5UJ.js";
import {
  openRoot,
  openWorktree,
  resolveDate,
  runDoor,
  selectsCredential,
  surveySelected
} from "./chunk-LXDXEPN6.js";
import "./chunk-6WZHUDHF.js";
import "./chunk-TZUV6CNP.js";
import "./chunk-CLNRZC4U.js";
import "./chunk-YR6VZGBD.js";
import "./chunk-UHMPSPEV.js";
import "./chunk-4M4F2YVT.js";
import "./chunk-G4AB7EGA.js";
import {
  selectionArguments
} from "./chunk-CXT2TN5B.js";
import {
  fail,
  ok
} from "./chunk-Q2CSV7IO.js";
import "./chunk-LXCM5DFB.js";
import "./chunk-547CZJNJ.js";
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
  const read = await surveySelected(reader.value, root.value.root, today.value, options, say);
  if (!read.ok) return read;
  const { selection, survey, namespaces } = read.value;
  const credentials = survey.assessments.filter(selectsCredential(selection, "report")).map(({ credential }) => credential);
  const others = options.otherCredentials === true ? await findOthers(reader.value, namespaces) : null;
  return ok({
    schemaVersion: 1,
    date: today.value,
    base: reader.value.commit,
    summary: {
      ...summarise(credentials, survey.unrotatable),
      ...others === null ? {} : { otherCredentials: others.found }
    },
    credentials,
    problems: [...survey.problems, ...others?.problems ?? []]
  });
}
async function findOthers(reader, { folders }) {
  const { readOtherCredentials } = await import("./other-credentials-GWJAAOS3.js");
  return readOtherCredentials(reader, folders);
}
async function openReader(root, base) {
  if (base === void 0) return ok(openWorktree(root.root));
  const { resolveCommit } = await import("./resolve-Z5CBD52R.js");
  const commit = await resolveCommit(root.root, base);
  if (commit === null) return fail("unknown-base", `--base ${base} is no commit of this repository.`);
  const { openCommit } = await import("./commit-DIULMS7X.js");
  return ok(await openCommit(root.root, commit, { prefix: root.prefix }));
}

// src/cli/run-audit.ts
function runAudit(flags) {
  const selection = selectionArguments(flags);
  const { verbose } = flags;
  return runDoor(flags, {
    run: (options, say) => audit({ ...options, base: flags.base, otherCredentials: flags.otherCredentials }, say),
    render: {
      json: toJson,
      csv: async (result) => (await import("./csv-W3MEBVMT.js")).auditCsv(result),
      markdown: async (result) => (await import("./markdown-SAZJJ75O.js")).auditMarkdown(result, { verbose, selection }),
      text: async (result, { width, color }) => (await import("./audit-PWUWU2H3.js")).auditText(result, { width, color, verbose, selection })
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
