import { createRequire as createRequireOfNode } from 'node:module';import { dirname as dirnameOfNode } from 'node:path';import { fileURLToPath as fileURLToPathOfNode } from 'node:url';const require = createRequireOfNode(import.meta.url);const filenameOfChunk = fileURLToPathOfNode(import.meta.url);const dirnameOfChunk = dirnameOfNode(filenameOfChunk);
import {
  dashboardDoor
} from "./chunk-P64GYWCF.js";
import {
  dashboard
} from "./chunk-5BNBHMP4.js";
import "./chunk-AEUJZYOR.js";
import "./chunk-MWTOR5PP.js";
import "./chunk-5OMHCOAS.js";
import "./chunk-XFIHO3WO.js";
import "./chunk-KXLCUAAH.js";
import "./chunk-CBC6KJYD.js";
import "./chunk-KHPCLAP5.js";
import "./chunk-SXFDWINM.js";
import "./chunk-TRQXDCCH.js";
import "./chunk-6WVCJ6VK.js";
import "./chunk-U4X5ZCT5.js";
import "./chunk-QGW2HKR6.js";
import "./chunk-QT3DOSOQ.js";
import "./chunk-Q5LDY5M7.js";
import "./chunk-4JZYGIDD.js";
import "./chunk-VWP2YQMV.js";
import "./chunk-7OZAT5UJ.js";
import "./chunk-LZIOPABN.js";
import "./chunk-2KIT5HX6.js";
import {
  openRoot
} from "./chunk-ZIK34INH.js";
import "./chunk-2RCWIVFZ.js";
import "./chunk-6BPVZ6OL.js";
import "./chunk-CCLLWHXJ.js";
import "./chunk-AP26GJTY.js";
import {
  requestLink
} from "./chunk-3NLKH6XY.js";
import "./chunk-CSB5ZM5E.js";
import "./chunk-DGLRO4AD.js";
import "./chunk-CGZVV6SE.js";
import {
  code,
  escapeMarkdown,
  markdownTable
} from "./chunk-ZKR2DIT2.js";
import "./chunk-XFZATYQS.js";
import "./chunk-NYPES4I3.js";
import "./chunk-PSUEPN52.js";
import "./chunk-3BSEOIMC.js";
import "./chunk-6UKMW4TE.js";
import "./chunk-HJGNYOKI.js";
import "./chunk-2VAMA6IS.js";
import "./chunk-LXCM5DFB.js";
import "./chunk-WDYK4DFF.js";
import "./chunk-23I2E7KW.js";
import "./chunk-7CRAZKEU.js";
import "./chunk-CLNRZC4U.js";
import "./chunk-R4DCPYFI.js";
import "./chunk-GNH6HFDN.js";
import "./chunk-HHLM6MFS.js";
import "./chunk-UHMPSPEV.js";
import "./chunk-4M4F2YVT.js";
import "./chunk-G4AB7EGA.js";
import {
  sentences
} from "./chunk-42OSMNYP.js";
import {
  readFlags
} from "./chunk-YSN7BW3Q.js";
import "./chunk-67544EOU.js";
import "./chunk-WGPX3PF4.js";
import "./chunk-I7ALLENZ.js";
import "./chunk-JBHNNT7X.js";
import "./chunk-IHMHX2TO.js";
import "./chunk-6EA2ULYD.js";
import "./chunk-FE54T7HL.js";
import "./chunk-FCHKV6Q5.js";
import "./chunk-JFE6TSOK.js";
import "./chunk-QW4AHIJS.js";
import "./chunk-HMLHTHGO.js";
import "./chunk-DFJ5UGJM.js";
import "./chunk-D5WBASF6.js";
import "./chunk-4N3KQP4R.js";
import {
  ok
} from "./chunk-ZF3XH6MS.js";
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

// src/action/run-dashboard.ts
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
