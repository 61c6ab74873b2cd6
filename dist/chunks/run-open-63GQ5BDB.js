import { createRequire as createRequireOfNode } from 'node:module';import { dirname as dirnameOfNode } from 'node:path';import { fileURLToPath as fileURLToPathOfNode } from 'node:url';const require = createRequireOfNode(import.meta.url);const filenameOfChunk = fileURLToPathOfNode(import.meta.url);const dirnameOfChunk = dirnameOfNode(filenameOfChunk);
import {
  openSummary
} from "./chunk-V7WTGPHR.js";
import {
  findWhereabouts
} from "./chunk-NRV3CWDY.js";
import "./chunk-B6OPJRHC.js";
import {
  planDoor
} from "./chunk-CNKLLHTR.js";
import {
  openDoor
} from "./chunk-KMSH5APU.js";
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
import "./chunk-QFHZZB3N.js";
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
import "./chunk-52FHPIMO.js";
import "./chunk-3NLKH6XY.js";
import "./chunk-CSB5ZM5E.js";
import "./chunk-DGLRO4AD.js";
import "./chunk-CGZVV6SE.js";
import "./chunk-ZKR2DIT2.js";
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
  openAnnotations
} from "./chunk-BCNZ36XU.js";
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
import {
  open
} from "./chunk-6EA2ULYD.js";
import {
  requestName,
  shortFile
} from "./chunk-FE54T7HL.js";
import {
  groupBy
} from "./chunk-FCHKV6Q5.js";
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

// src/action/run-open.ts
var MAX_OUTPUT = 4e5;
function actOpen(flags, world) {
  return actOn(flags, openDoor(flags), world);
}
function actPlan(flags, world) {
  const door = planDoor(flags);
  const run = async (options, say) => {
    const planned = await door.run(options, say);
    if (!planned.ok) return planned;
    return ok({ result: withoutTexts(planned.value), stopped: false, credentials: [] });
  };
  return actOn(flags, { run }, world);
}
function withoutTexts(plan) {
  return { ...plan, pullRequests: plan.pullRequests.map(({ body: _, diff: __, ...rest }) => rest) };
}
async function actOn(flags, { run: work }, world) {
  const options = readFlags(flags, world);
  if (!options.ok) return options;
  const root = openRoot(options.value);
  if (!root.ok) return root;
  const run = await work(options.value, world.say);
  if (!run.ok) return run;
  const { result, credentials, stopped } = run.value;
  const whereabouts = await findWhereabouts(root.value, result.base, world.env);
  const requests = outputOf(result.pullRequests);
  if (requests.left > 0) world.say(sentences.cutOutput(requests.left));
  const outcomes = result.pullRequests.map(({ outcome }) => outcome);
  const number = (wanted) => String(outcomes.filter((each) => each === wanted).length);
  const due = credentials.filter(({ state }) => state === "due" || state === "never").length;
  return ok({
    outputs: {
      "pull-requests": requests.json,
      opened: number("created"),
      updated: number("updated"),
      deferred: number("deferred"),
      failed: number("failed"),
      due: String(due)
    },
    summary: openSummary({ result, credentials, stopped, whereabouts }),
    annotations: openAnnotations(result, credentials),
    groups: groupsOf(result.pullRequests),
    end: outcomes.length === 0 ? open.nothing : open.total(outcomes),
    failure: failureOf(run.value),
    prefix: root.value.prefix
  });
}
function failureOf({ result: { pullRequests }, stopped }) {
  const failed = pullRequests.filter(({ outcome }) => outcome === "failed").length;
  const reasons = [
    ...failed > 0 ? [sentences.failedRequests(failed, pullRequests.length)] : [],
    ...stopped ? [sentences.stopped] : []
  ];
  return reasons.length === 0 ? null : reasons.join(" ");
}
function outputOf(all) {
  const listed = all.filter(({ outcome }) => outcome !== "deferred").map(({ changes: _, ...request }) => JSON.stringify(request));
  let size = 2;
  const fit = listed.filter((each) => {
    size += each.length + 1;
    return size <= MAX_OUTPUT;
  });
  return { json: `[${fit.join(",")}]`, left: listed.length - fit.length };
}
function groupsOf(requests) {
  const groups = groupBy(requests, (each) => `${requestName(each)}: ${open.outcomes[each.outcome]}`);
  return [...groups].map(([name, found]) => ({
    name,
    lines: found.flatMap(({ url, reason, title, changes }) => [
      title,
      ...url === null ? [] : [url],
      ...reason === null ? [] : [reason],
      ...changes.map(changeLine)
    ])
  }));
}
function changeLine(change) {
  return `${change.kind} ${change.module}, ${shortFile(change)}:${change.line}: ${change.from ?? "none"} -> ${change.to}`;
}
export {
  actOpen,
  actPlan
};
