import { createRequire as createRequireOfNode } from 'node:module';import { dirname as dirnameOfNode } from 'node:path';import { fileURLToPath as fileURLToPathOfNode } from 'node:url';const require = createRequireOfNode(import.meta.url);const filenameOfChunk = fileURLToPathOfNode(import.meta.url);const dirnameOfChunk = dirnameOfNode(filenameOfChunk);
import {
  summarise
} from "./chunk-QFHZZB3N.js";
import {
  surveyTree
} from "./chunk-EJQ2P2PV.js";
import {
  selectsCredential
} from "./chunk-NYGNCS6O.js";
import {
  DEFAULT_MAX_AGE_DAYS
} from "./chunk-JFE6TSOK.js";
import {
  ok
} from "./chunk-YRXO237O.js";

// src/commands/audit.ts
async function audit(options, say) {
  const read = await readAudit(options, say);
  return read.ok ? ok(read.value.result) : read;
}
async function readAudit(options, say) {
  const read = await surveyTree(options, say);
  if (!read.ok) return read;
  const { root, date, reader, selection, survey, namespaces } = read.value;
  const since = await findNewness(options, root, namespaces, date);
  if (!since.ok) return since;
  const fresh = since.value;
  const credentials = survey.assessments.filter(selectsCredential(selection, "report")).map(({ credential }) => credential).filter((credential) => fresh?.isNew(credential) ?? true);
  const unrotatable = survey.unrotatable.filter((module) => fresh?.isNewUnrotatable(module) ?? true);
  const problems = survey.problems.filter((problem) => fresh?.isNewProblem(problem) ?? true);
  const others = options.otherCredentials === true ? await findOthers(reader, namespaces) : null;
  const result = {
    schemaVersion: 1,
    date,
    base: reader.commit,
    ...fresh === null ? {} : { newSince: fresh.commit },
    summary: {
      ...summarise(credentials, unrotatable),
      ...others === null ? {} : { otherCredentials: others.found }
    },
    credentials,
    problems: [...problems, ...others?.problems ?? []]
  };
  return ok({ result, root, reader, namespaces });
}
async function findNewness({ newSince, maxAgeDays, includeHeld }, root, namespaces, today) {
  if (newSince === void 0) return ok(null);
  const { compareWith } = await import("./new-since-HQPGRNNS.js");
  const rules = { today, maxAgeDays: maxAgeDays ?? DEFAULT_MAX_AGE_DAYS, includeHeld };
  return compareWith(newSince, root, namespaces, rules);
}
async function findOthers(reader, { folders }) {
  const { readOtherCredentials } = await import("./other-credentials-4IEJ3R6O.js");
  return readOtherCredentials(reader, folders);
}

export {
  audit,
  readAudit
};
