import { createRequire as createRequireOfNode } from 'node:module';import { dirname as dirnameOfNode } from 'node:path';import { fileURLToPath as fileURLToPathOfNode } from 'node:url';const require = createRequireOfNode(import.meta.url);const filenameOfChunk = fileURLToPathOfNode(import.meta.url);const dirnameOfChunk = dirnameOfNode(filenameOfChunk);
import {
  afterMerge,
  readConsequences
} from "./chunk-T5BC3P4M.js";
import {
  surveyTree
} from "./chunk-EJQ2P2PV.js";
import {
  readOtherCredentials
} from "./chunk-MGOTNK22.js";
import {
  selectsCredential
} from "./chunk-NYGNCS6O.js";
import {
  otherSteps
} from "./chunk-ACMQDBVN.js";
import {
  clusterLabel
} from "./chunk-2VDNCQM2.js";
import {
  ok
} from "./chunk-YRXO237O.js";

// src/commands/runbook.ts
async function runbook(options, say) {
  const read = await surveyTree(options, say);
  if (!read.ok) return read;
  const { date, reader, selection, survey, namespaces } = read.value;
  const selected = survey.assessments.filter(selectsCredential(selection, "rotate"));
  const skipped = selected.flatMap((assessment) => obstacleOf(assessment, selection));
  const out = new Set(skipped.map(({ id }) => id));
  const wanted = selected.filter(({ credential }) => !out.has(credential.id));
  const others = await readOtherCredentials(reader, namespaces.folders);
  const found = await runbooksOf(reader, namespaces.folders, wanted, others.found, options.incident);
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
async function runbooksOf(reader, folders, wanted, others, incident) {
  const consequences = await readConsequences(
    reader,
    folders,
    wanted.map((assessment) => ({ assessment, date: dateInForce(assessment) }))
  );
  return folders.map((folder) => {
    const isHere = (each) => each.file.startsWith(`${folder.path}/`);
    const credentials = wanted.filter(({ credential }) => isHere(credential)).map(({ credential }) => used(credential, consequences.get(credential.id)));
    return namespaceOf(folder, credentials, others.filter(isHere), incident);
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

export {
  runbook,
  runbooksOf
};
