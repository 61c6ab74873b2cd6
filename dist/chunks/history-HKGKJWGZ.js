import { createRequire as createRequireOfNode } from 'node:module';import { dirname as dirnameOfNode } from 'node:path';import { fileURLToPath as fileURLToPathOfNode } from 'node:url';const require = createRequireOfNode(import.meta.url);const filenameOfChunk = fileURLToPathOfNode(import.meta.url);const dirnameOfChunk = dirnameOfNode(filenameOfChunk);
import {
  history
} from "./chunk-F2JUDZJ2.js";
import {
  toJson
} from "./chunk-7OZAT5UJ.js";
import {
  runDoor
} from "./chunk-AOET4JBJ.js";
import "./chunk-2KIT5HX6.js";
import "./chunk-NYGNCS6O.js";
import "./chunk-QWBCUGFF.js";
import "./chunk-TXBWUVQ2.js";
import "./chunk-XNC3SULY.js";
import "./chunk-E5D2VRLW.js";
import "./chunk-B2GHL33T.js";
import "./chunk-SYTRIWR5.js";
import "./chunk-XFZATYQS.js";
import "./chunk-PSUEPN52.js";
import "./chunk-3BSEOIMC.js";
import "./chunk-2FMRDYDG.js";
import "./chunk-JZ6XBEDV.js";
import "./chunk-KNFMCJ2C.js";
import "./chunk-2VDNCQM2.js";
import "./chunk-2VAMA6IS.js";
import "./chunk-TZM67ZAB.js";
import "./chunk-7CRAZKEU.js";
import "./chunk-CLNRZC4U.js";
import "./chunk-HHLM6MFS.js";
import "./chunk-UHMPSPEV.js";
import "./chunk-4M4F2YVT.js";
import "./chunk-G4AB7EGA.js";
import "./chunk-VR4ZXF2Q.js";
import "./chunk-L6VYHJNY.js";
import "./chunk-F4Z5UIRW.js";
import "./chunk-I7ALLENZ.js";
import "./chunk-JBHNNT7X.js";
import "./chunk-Y65K6MQG.js";
import "./chunk-SERVURPW.js";
import "./chunk-JFE6TSOK.js";
import "./chunk-QW4AHIJS.js";
import {
  fail
} from "./chunk-YRXO237O.js";
import "./chunk-DFJ5UGJM.js";
import "./chunk-LVIGNXGC.js";

// src/cli/verbs/history.ts
function runHistory(flags) {
  const { since, base, verbose } = flags;
  return runDoor(flags, {
    run: async (options, say) => excluded(flags) ?? history({ ...options, since, base }, say),
    render: {
      json: toJson,
      csv: async (result) => (await import("./history-csv-RXI6MUNU.js")).historyCsv(result),
      markdown: async (result) => (await import("./history-markdown-GH7IKSHM.js")).historyMarkdown(result),
      text: async (result, { width, color }) => (await import("./history-7UHMBKGB.js")).historyText(result, { width, color, verbose })
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
