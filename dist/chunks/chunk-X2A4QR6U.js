import { createRequire as createRequireOfNode } from 'node:module';import { dirname as dirnameOfNode } from 'node:path';import { fileURLToPath as fileURLToPathOfNode } from 'node:url';const require = createRequireOfNode(import.meta.url);const filenameOfChunk = fileURLToPathOfNode(import.meta.url);const dirnameOfChunk = dirnameOfNode(filenameOfChunk);
import {
  summarise
} from "./chunk-QFHZZB3N.js";
import {
  openWorktree,
  surveySelected
} from "./chunk-U5QZVJ2H.js";
import {
  openRoot,
  resolveDate,
  selectsCredential
} from "./chunk-ZIK34INH.js";
import {
  DEFAULT_MAX_AGE_DAYS
} from "./chunk-JFE6TSOK.js";
import {
  fail,
  ok
} from "./chunk-ZF3XH6MS.js";

// src/commands/audit.ts
async function audit(options, say) {
  const read = await readAudit(options, say);
  return read.ok ? ok(read.value.result) : read;
}
async function readAudit(options, say) {
  const root = openRoot(options);
  if (!root.ok) return root;
  const today = resolveDate(options);
  if (!today.ok) return today;
  const reader = await openReader(root.value, options.base);
  if (!reader.ok) return reader;
  const read = await surveySelected(reader.value, root.value.root, today.value, options, say);
  if (!read.ok) return read;
  const { selection, survey, namespaces } = read.value;
  const since = await findNewness(options, root.value, namespaces, today.value);
  if (!since.ok) return since;
  const fresh = since.value;
  const credentials = survey.assessments.filter(selectsCredential(selection, "report")).map(({ credential }) => credential).filter((credential) => fresh?.isNew(credential) ?? true);
  const unrotatable = survey.unrotatable.filter((module) => fresh?.isNewUnrotatable(module) ?? true);
  const problems = survey.problems.filter((problem) => fresh?.isNewProblem(problem) ?? true);
  const others = options.otherCredentials === true ? await findOthers(reader.value, namespaces) : null;
  const result = {
    schemaVersion: 1,
    date: today.value,
    base: reader.value.commit,
    ...fresh === null ? {} : { newSince: fresh.commit },
    summary: {
      ...summarise(credentials, unrotatable),
      ...others === null ? {} : { otherCredentials: others.found }
    },
    credentials,
    problems: [...problems, ...others?.problems ?? []]
  };
  return ok({ result, root: root.value, reader: reader.value, namespaces });
}
async function findNewness({ newSince, maxAgeDays, includeHeld }, root, namespaces, today) {
  if (newSince === void 0) return ok(null);
  const { compareWith } = await import("./new-since-QWR7GPXI.js");
  const rules = { today, maxAgeDays: maxAgeDays ?? DEFAULT_MAX_AGE_DAYS, includeHeld };
  return compareWith(newSince, root, namespaces, rules);
}
async function findOthers(reader, { folders }) {
  const { readOtherCredentials } = await import("./other-credentials-NO6DJA5X.js");
  return readOtherCredentials(reader, folders);
}
async function openReader(root, base) {
  if (base === void 0) return ok(openWorktree(root.root));
  const { resolveCommit } = await import("./resolve-OJ6SDGL5.js");
  const commit = await resolveCommit(root.root, base);
  if (commit === null) return fail("unknown-base", `--base ${base} is no commit of this repository.`);
  const { openCommit } = await import("./commit-VY4CTLLE.js");
  return ok(await openCommit(root.root, commit, { prefix: root.prefix }));
}

export {
  audit,
  readAudit,
  openReader
};
