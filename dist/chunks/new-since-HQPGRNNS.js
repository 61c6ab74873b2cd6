import { createRequire as createRequireOfNode } from 'node:module';import { dirname as dirnameOfNode } from 'node:path';import { fileURLToPath as fileURLToPathOfNode } from 'node:url';const require = createRequireOfNode(import.meta.url);const filenameOfChunk = fileURLToPathOfNode(import.meta.url);const dirnameOfChunk = dirnameOfNode(filenameOfChunk);
import {
  surveyEstate
} from "./chunk-KPQKIXGW.js";
import "./chunk-TXBWUVQ2.js";
import "./chunk-XNC3SULY.js";
import "./chunk-E5D2VRLW.js";
import {
  openCommit
} from "./chunk-B2GHL33T.js";
import "./chunk-SYTRIWR5.js";
import {
  resolveCommit
} from "./chunk-PSUEPN52.js";
import "./chunk-3BSEOIMC.js";
import "./chunk-JZ6XBEDV.js";
import "./chunk-KNFMCJ2C.js";
import "./chunk-2VDNCQM2.js";
import "./chunk-7CRAZKEU.js";
import "./chunk-CLNRZC4U.js";
import "./chunk-HHLM6MFS.js";
import "./chunk-UHMPSPEV.js";
import "./chunk-4M4F2YVT.js";
import "./chunk-G4AB7EGA.js";
import "./chunk-JBHNNT7X.js";
import "./chunk-QW4AHIJS.js";
import {
  fail,
  ok
} from "./chunk-YRXO237O.js";
import "./chunk-DFJ5UGJM.js";
import "./chunk-LVIGNXGC.js";

// src/commands/read/new-since.ts
async function compareWith(revision, root, { folders }, rules) {
  const commit = await resolveCommit(root.root, revision);
  if (commit === null) {
    return fail(
      "unknown-commit",
      `--new-since ${revision} is no commit of this clone. A shallow clone may lack it: fetch one commit more (actions/checkout with fetch-depth: 2).`
    );
  }
  const reader = await openCommit(root.root, commit, { prefix: root.prefix });
  return ok({ commit, ...newness(await surveyBefore(reader, folders, rules)) });
}
async function surveyBefore(reader, now, rules) {
  const paths = new Set(now.map(({ cluster, namespace }) => `${cluster}/${namespace}`));
  const folders = await reader.namespaces((cluster, namespace) => paths.has(`${cluster}/${namespace}`));
  return surveyEstate(reader, folders, rules);
}
function newness({ assessments, unrotatable, problems }) {
  const known = new Set(assessments.map(({ credential }) => keyOf(credential)));
  const unrotatableBefore = new Set(unrotatable.map(placeOf));
  const problemsBefore = new Set(problems.map(problemKey));
  return {
    isNew: (credential) => !known.has(keyOf(credential)),
    isNewUnrotatable: (module) => !unrotatableBefore.has(placeOf(module)),
    isNewProblem: (problem) => !problemsBefore.has(problemKey(problem))
  };
}
function keyOf({ cluster, namespace, kind, module }) {
  return JSON.stringify([cluster, namespace, kind, module]);
}
function placeOf({ file, module, code }) {
  return JSON.stringify([file.split("/").slice(0, 3).join("/"), module, code]);
}
function problemKey({ file, code, message }) {
  return JSON.stringify([file, code, message.replace(/\d+/g, "")]);
}
export {
  compareWith
};
