import { createRequire as createRequireOfNode } from 'node:module';import { dirname as dirnameOfNode } from 'node:path';import { fileURLToPath as fileURLToPathOfNode } from 'node:url';const require = createRequireOfNode(import.meta.url);const filenameOfChunk = fileURLToPathOfNode(import.meta.url);const dirnameOfChunk = dirnameOfNode(filenameOfChunk);
import {
  history
} from "./chunk-QBPLLYHX.js";
import {
  toJson
} from "./chunk-7OZAT5UJ.js";
import {
  runDoor
} from "./chunk-LZIOPABN.js";
import "./chunk-2KIT5HX6.js";
import "./chunk-ZIK34INH.js";
import "./chunk-2RCWIVFZ.js";
import "./chunk-6BPVZ6OL.js";
import "./chunk-CCLLWHXJ.js";
import "./chunk-AP26GJTY.js";
import "./chunk-ZMNDMWW7.js";
import "./chunk-XFZATYQS.js";
import "./chunk-PSUEPN52.js";
import "./chunk-3BSEOIMC.js";
import "./chunk-2VAMA6IS.js";
import "./chunk-Q2NPWEQQ.js";
import "./chunk-LXCM5DFB.js";
import "./chunk-WDYK4DFF.js";
import "./chunk-23I2E7KW.js";
import "./chunk-TZM67ZAB.js";
import "./chunk-7CRAZKEU.js";
import "./chunk-CLNRZC4U.js";
import "./chunk-HHLM6MFS.js";
import "./chunk-UHMPSPEV.js";
import "./chunk-4M4F2YVT.js";
import "./chunk-G4AB7EGA.js";
import "./chunk-YSN7BW3Q.js";
import "./chunk-67544EOU.js";
import "./chunk-WGPX3PF4.js";
import "./chunk-I7ALLENZ.js";
import "./chunk-JBHNNT7X.js";
import "./chunk-FE54T7HL.js";
import "./chunk-FCHKV6Q5.js";
import "./chunk-JFE6TSOK.js";
import "./chunk-QW4AHIJS.js";
import "./chunk-DFJ5UGJM.js";
import {
  fail
} from "./chunk-ZF3XH6MS.js";
import "./chunk-LVIGNXGC.js";

// src/cli/run-history.ts
function runHistory(flags) {
  const { since, base, verbose } = flags;
  return runDoor(flags, {
    run: async (options, say) => excluded(flags) ?? history({ ...options, since, base }, say),
    render: {
      json: toJson,
      csv: async (result) => (await import("./history-csv-RXI6MUNU.js")).historyCsv(result),
      markdown: async (result) => (await import("./history-markdown-7XCGERLA.js")).historyMarkdown(result),
      text: async (result, { width, color }) => (await import("./history-KJ5AWTIO.js")).historyText(result, { width, color, verbose })
    },
    exitCode: () => 0
  });
}
function excluded(flags) {
  const asked = [
    ...flags.due === true ? ["--due"] : [],
    ...flags.failOn === void 0 ? [] : ["--fail-on"],
    ...flags.otherCredentials ? ["--other-credentials"] : [],
    ...flags.newSince === void 0 ? [] : ["--new-since"]
  ];
  if (asked.length === 0) return null;
  const message = `--since tells what was, ${asked.join(" and ")} what is: leave one of them out.`;
  return fail("usage", message);
}
export {
  runHistory
};
