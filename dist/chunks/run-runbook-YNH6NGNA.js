import { createRequire as createRequireOfNode } from 'node:module';import { dirname as dirnameOfNode } from 'node:path';import { fileURLToPath as fileURLToPathOfNode } from 'node:url';const require = createRequireOfNode(import.meta.url);const filenameOfChunk = fileURLToPathOfNode(import.meta.url);const dirnameOfChunk = dirnameOfNode(filenameOfChunk);
import {
  readOtherCredentials
} from "./chunk-XKHCI4PH.js";
import "./chunk-TOFHA5BA.js";
import {
  afterMerge,
  readConsequences
} from "./chunk-H3AFWSI7.js";
import {
  runDoor,
  selectsCredential,
  surveyWorktree
} from "./chunk-LXDXEPN6.js";
import "./chunk-6WZHUDHF.js";
import "./chunk-TZUV6CNP.js";
import "./chunk-CLNRZC4U.js";
import "./chunk-YR6VZGBD.js";
import "./chunk-UHMPSPEV.js";
import "./chunk-4M4F2YVT.js";
import "./chunk-G4AB7EGA.js";
import {
  otherSteps
} from "./chunk-COND4IQQ.js";
import "./chunk-MAONROR6.js";
import "./chunk-KYY2EZYL.js";
import "./chunk-3ASZVPHT.js";
import "./chunk-CXT2TN5B.js";
import {
  ok
} from "./chunk-Q2CSV7IO.js";
import "./chunk-LXCM5DFB.js";
import {
  clusterLabel
} from "./chunk-547CZJNJ.js";
import "./chunk-KKM472VF.js";
import "./chunk-WA5W63ET.js";

// src/commands/runbook.ts
async function runbook(options, say) {
  const read = await surveyWorktree(options, say);
  if (!read.ok) return read;
  const { date, reader, selection, survey, namespaces } = read.value;
  const selected = survey.assessments.filter(selectsCredential(selection, "rotate"));
  const skipped = selected.flatMap((assessment) => obstacleOf(assessment, selection));
  const out = new Set(skipped.map(({ id }) => id));
  const wanted = selected.filter(({ credential }) => !out.has(credential.id));
  const consequences = await readConsequences(
    reader,
    namespaces.folders,
    wanted.map((assessment) => ({ assessment, date: dateInForce(assessment) }))
  );
  const others = await readOtherCredentials(reader, namespaces.folders);
  const found = namespaces.folders.map((folder) => {
    const isHere = (each) => each.file.startsWith(`${folder.path}/`);
    const credentials = wanted.filter(({ credential }) => isHere(credential)).map(({ credential }) => used(credential, consequences.get(credential.id)));
    return namespaceOf(folder, credentials, others.found.filter(isHere), options.incident);
  });
  return ok({
    schemaVersion: 1,
    date,
    namespaces: found.filter(
      ({ credentials, otherCredentials }) => credentials.length > 0 || otherCredentials.length > 0 && isAboutNamespaces(selection)
    ),
    skipped,
    problems: [...survey.problems, ...others.problems]
  });
}
function isAboutNamespaces({ kinds, modules, due }) {
  return kinds.length === 0 && modules.length === 0 && !due;
}
function obstacleOf({ credential, module, obstacles }, { kinds }) {
  const isNamed = module.kind.companion !== null && kinds.includes(credential.kind);
  const [obstacle] = obstacles.filter(({ code }) => !(isNamed && code === "rotates-itself"));
  return obstacle === void 0 ? [] : [{ id: credential.id, ...obstacle }];
}
function dateInForce({ credential, module }) {
  return module.companionHolds ? credential.value : null;
}
function used(credential, found) {
  if (found === void 0) throw new Error(`${credential.id} was not looked through`);
  const { id, kind, module, file, line } = credential;
  return { id, kind, module, file, line, ...found };
}
function namespaceOf({ namespace, cluster }, credentials, others, incident) {
  const label = clusterLabel(cluster);
  const steps = credentials.length === 0 ? [] : afterMerge({ namespace, clusterLabel: label, credentials, incident });
  return {
    namespace,
    cluster,
    credentials: credentials.map((each) => ({
      ...each,
      steps: steps.filter(({ credential }) => credential === each.id)
    })),
    steps,
    otherCredentials: others,
    otherSteps: otherSteps(others)
  };
}

// src/cli/run-runbook.ts
function runRunbook(flags) {
  const { verbose, incident } = flags;
  return runDoor(flags, {
    run: (options, say) => runbook({ ...options, incident }, say),
    render: {
      json: async (result) => (await import("./runbook-VUAFOJVV.js")).runbookJson(result),
      csv: async (result) => (await import("./runbook-VUAFOJVV.js")).runbookCsv(result),
      markdown: async (result) => (await import("./runbook-VUAFOJVV.js")).runbookMarkdown(result),
      text: async (result, { width, color }) => (await import("./runbook-RLXJXIPB.js")).runbookText(result, { width, color, verbose })
    },
    exitCode: () => 0
  });
}
export {
  runRunbook
};
