import { createRequire as createRequireOfNode } from 'node:module';import { dirname as dirnameOfNode } from 'node:path';import { fileURLToPath as fileURLToPathOfNode } from 'node:url';const require = createRequireOfNode(import.meta.url);const filenameOfChunk = fileURLToPathOfNode(import.meta.url);const dirnameOfChunk = dirnameOfNode(filenameOfChunk);
import {
  dashboardDoor
} from "./chunk-MQJDV2PD.js";
import {
  dashboard
} from "./chunk-DLSUGZUK.js";
import "./chunk-O7HYS36E.js";
import "./chunk-BKY3X7BS.js";
import "./chunk-IFRVSPJL.js";
import "./chunk-UQVQJWNY.js";
import "./chunk-FDROE5OA.js";
import "./chunk-BHIPLZZ7.js";
import "./chunk-6DVN7245.js";
import "./chunk-SYWRY25U.js";
import "./chunk-RJUFUBBZ.js";
import "./chunk-T5BC3P4M.js";
import "./chunk-6UG6PYL3.js";
import "./chunk-TOK74RZP.js";
import "./chunk-M7YBGUKT.js";
import "./chunk-YBYK2A4Q.js";
import "./chunk-EJQ2P2PV.js";
import "./chunk-KPQKIXGW.js";
import "./chunk-7OZAT5UJ.js";
import "./chunk-AOET4JBJ.js";
import "./chunk-2KIT5HX6.js";
import {
  openRoot
} from "./chunk-NYGNCS6O.js";
import "./chunk-QWBCUGFF.js";
import "./chunk-TXBWUVQ2.js";
import "./chunk-XNC3SULY.js";
import "./chunk-E5D2VRLW.js";
import "./chunk-SYTRIWR5.js";
import {
  requestLink
} from "./chunk-M3LKYVE4.js";
import "./chunk-ACMQDBVN.js";
import "./chunk-5T5TXE4W.js";
import "./chunk-NPPZ53N6.js";
import {
  code,
  escapeMarkdown,
  markdownTable
} from "./chunk-E5CKJXHL.js";
import "./chunk-XFZATYQS.js";
import "./chunk-Y55L6N2I.js";
import "./chunk-PSUEPN52.js";
import "./chunk-3BSEOIMC.js";
import "./chunk-Y4JF27LT.js";
import "./chunk-JZ6XBEDV.js";
import "./chunk-KNFMCJ2C.js";
import "./chunk-2VDNCQM2.js";
import "./chunk-HJGNYOKI.js";
import "./chunk-2VAMA6IS.js";
import "./chunk-7CRAZKEU.js";
import "./chunk-CLNRZC4U.js";
import "./chunk-RPITXM22.js";
import "./chunk-GNH6HFDN.js";
import "./chunk-HHLM6MFS.js";
import "./chunk-UHMPSPEV.js";
import "./chunk-4M4F2YVT.js";
import "./chunk-G4AB7EGA.js";
import {
  sentences
} from "./chunk-FV62HGML.js";
import {
  readFlags
} from "./chunk-VR4ZXF2Q.js";
import "./chunk-L6VYHJNY.js";
import "./chunk-F4Z5UIRW.js";
import "./chunk-I7ALLENZ.js";
import "./chunk-JBHNNT7X.js";
import "./chunk-KY6GMG72.js";
import "./chunk-BEZD3S22.js";
import "./chunk-Y65K6MQG.js";
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

// src/report/dashboard-summary.ts
function dashboardSummary(result) {
  const { issue, boxes, base } = result;
  const rows = boxes.map((box) => [
    escapeMarkdown(dashboard.box(box)),
    code(box.box),
    requestLink(box),
    escapeMarkdown(box.reason ?? "")
  ]);
  const parts = [
    `## ${dashboard.summaryTitle}`,
    `${escapeMarkdown(dashboard.issue(issue))} ${requestLink(issue)}`.trimEnd(),
    rows.length === 0 ? "" : markdownTable(dashboard.boxColumns, rows),
    base === null ? "" : escapeMarkdown(dashboard.totals(result))
  ];
  return `${parts.filter((part) => part !== "").join("\n\n")}
`;
}

// src/action/dashboard.ts
async function actDashboard(flags, world) {
  const given = flags;
  const door = dashboardDoor(given);
  const options = readFlags({ ...given, includeHeld: false }, world);
  if (!options.ok) return options;
  const root = openRoot(options.value);
  if (!root.ok) return root;
  const run = await door.run(options.value, world.say);
  if (!run.ok) return run;
  const { result } = run.value;
  const { boxes, totals, issue } = result;
  const number = (wanted) => boxes.filter(({ outcome }) => outcome === wanted).length;
  const failed = number("failed") + (issue.outcome === "failed" ? 1 : 0);
  const due = ["due", "deferred", "closed", "open"].reduce(
    (sum, state) => sum + totals[state].credentials,
    0
  );
  return ok({
    outputs: {
      "pull-requests": JSON.stringify(boxes.filter((box) => box.number !== null)),
      opened: String(number("created")),
      updated: String(number("updated")),
      deferred: String(number("deferred")),
      failed: String(failed),
      due: String(due)
    },
    summary: dashboardSummary(result),
    annotations: [],
    groups: [],
    end: dashboard.issue(issue),
    failure: failed === 0 ? null : sentences.failedBoxes(failed),
    prefix: root.value.prefix
  });
}
export {
  actDashboard
};
