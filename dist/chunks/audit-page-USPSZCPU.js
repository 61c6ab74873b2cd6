import { createRequire as createRequireOfNode } from 'node:module';import { dirname as dirnameOfNode } from 'node:path';import { fileURLToPath as fileURLToPathOfNode } from 'node:url';const require = createRequireOfNode(import.meta.url);const filenameOfChunk = fileURLToPathOfNode(import.meta.url);const dirnameOfChunk = dirnameOfNode(filenameOfChunk);
import {
  findWhereabouts
} from "./chunk-OOTREO4W.js";
import {
  readAudit
} from "./chunk-CSS3NOYQ.js";
import "./chunk-6UG6PYL3.js";
import "./chunk-QFHZZB3N.js";
import "./chunk-EJQ2P2PV.js";
import "./chunk-KPQKIXGW.js";
import {
  history
} from "./chunk-F2JUDZJ2.js";
import "./chunk-NYGNCS6O.js";
import "./chunk-QWBCUGFF.js";
import "./chunk-TXBWUVQ2.js";
import "./chunk-XNC3SULY.js";
import "./chunk-E5D2VRLW.js";
import "./chunk-B2GHL33T.js";
import "./chunk-SYTRIWR5.js";
import "./chunk-PSUEPN52.js";
import "./chunk-3BSEOIMC.js";
import {
  readAllMetadata
} from "./chunk-2FMRDYDG.js";
import "./chunk-JZ6XBEDV.js";
import "./chunk-KNFMCJ2C.js";
import "./chunk-2VDNCQM2.js";
import "./chunk-2VAMA6IS.js";
import "./chunk-TZM67ZAB.js";
import "./chunk-7CRAZKEU.js";
import "./chunk-CLNRZC4U.js";
import "./chunk-GNH6HFDN.js";
import "./chunk-HHLM6MFS.js";
import "./chunk-UHMPSPEV.js";
import "./chunk-4M4F2YVT.js";
import "./chunk-G4AB7EGA.js";
import "./chunk-I7ALLENZ.js";
import "./chunk-JBHNNT7X.js";
import "./chunk-SERVURPW.js";
import "./chunk-JFE6TSOK.js";
import "./chunk-QW4AHIJS.js";
import "./chunk-DLNDPKSX.js";
import {
  ok
} from "./chunk-YRXO237O.js";
import "./chunk-LSW3YM3J.js";
import "./chunk-HMLHTHGO.js";
import "./chunk-DFJ5UGJM.js";
import "./chunk-LVIGNXGC.js";

// src/commands/read/audit-page.ts
async function auditPage(options, say, since) {
  const read = await readAudit(options, say);
  if (!read.ok) return read;
  const { result, root, reader, namespaces } = read.value;
  const withCredentials = new Set(result.credentials.map(placeKey));
  const folders = namespaces.folders.filter((folder) => withCredentials.has(placeKey(folder)));
  const metadata = await readAllMetadata(folders, reader);
  const known = new Set(result.problems.map(problemKey));
  const facts = [];
  const problems = [];
  for (const { cluster, namespace, path } of folders) {
    const found = metadata.get(path);
    facts.push({
      cluster,
      namespace,
      production: found?.production ?? null,
      teamName: found?.teamName ?? null,
      teams: found?.teams ?? [],
      application: found?.application ?? null,
      slackChannel: found?.slackChannel ?? null
    });
    problems.push(...(found?.problems ?? []).filter((problem) => !known.has(problemKey(problem))));
  }
  const whereabouts = await findWhereabouts(root, reader.commit, options.env);
  const past = since === void 0 ? ok(null) : await history({ ...options, since }, say);
  if (!past.ok) return past;
  const told = past.value && { series: past.value.series, maxAgeDays: past.value.summary.maxAgeDays };
  return ok({ audit: result, namespaces: facts, whereabouts, problems, history: told });
}
function placeKey({ cluster, namespace }) {
  return `${cluster}/${namespace}`;
}
function problemKey({ file, line, column, code }) {
  return JSON.stringify([file, line, column, code]);
}
export {
  auditPage
};
