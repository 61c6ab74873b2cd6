import { createRequire as createRequireOfNode } from 'node:module';import { dirname as dirnameOfNode } from 'node:path';import { fileURLToPath as fileURLToPathOfNode } from 'node:url';const require = createRequireOfNode(import.meta.url);const filenameOfChunk = fileURLToPathOfNode(import.meta.url);const dirnameOfChunk = dirnameOfNode(filenameOfChunk);
import {
  refuseNoSelection,
  rotatable
} from "./chunk-YBYK2A4Q.js";
import {
  fail,
  ok
} from "./chunk-YRXO237O.js";

// src/commands/choose.ts
async function chooseNamespaces(read, options) {
  if (read.selected) return ok({ read, confirm: null });
  const { ask } = options;
  const choices = choicesOf(rotatable(read.survey, read.selection, options));
  if (!ask || choices.length === 0) return refuseNoSelection(read.survey, read.selection, options);
  const picked = await ask.namespaces(choices);
  if (picked === null) return cancelled();
  return ok({ read: narrow(read, picked), confirm: ask.confirm });
}
async function confirmWriting(confirm, preview, question) {
  if (confirm === null || preview.changes.length === 0) return null;
  const answer = await confirm(preview, question);
  if (answer === null) return cancelled();
  return answer ? null : fail("declined", "Nothing was written, as you chose.");
}
function cancelled() {
  return fail("cancelled", "Stopped; nothing was written.");
}
function choicesOf(rotations) {
  const choices = /* @__PURE__ */ new Map();
  for (const { assessment } of rotations) {
    const { credential } = assessment;
    const { cluster, namespace } = credential;
    const known = choices.get(key(credential));
    if (known === void 0) choices.set(key(credential), { cluster, namespace, credentials: [credential] });
    else known.credentials.push(credential);
  }
  return [...choices.values()];
}
function narrow(read, picked) {
  const keys = new Set(picked.map(key));
  const folders = read.namespaces.folders.filter((folder) => keys.has(key(folder)));
  const isInside = ({ file }) => folders.some(({ path }) => file.startsWith(`${path}/`));
  return {
    ...read,
    selected: true,
    selection: { ...read.selection, namespaces: picked.map(({ namespace }) => namespace) },
    namespaces: { ...read.namespaces, folders },
    survey: {
      ...read.survey,
      assessments: read.survey.assessments.filter(({ credential }) => keys.has(key(credential))),
      problems: read.survey.problems.filter(isInside),
      unrotatable: read.survey.unrotatable.filter(isInside)
    }
  };
}
function key({ cluster, namespace }) {
  return `${cluster}/${namespace}`;
}

export {
  chooseNamespaces,
  confirmWriting
};
