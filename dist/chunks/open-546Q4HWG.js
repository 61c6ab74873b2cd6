import { createRequire as createRequireOfNode } from 'node:module';import { dirname as dirnameOfNode } from 'node:path';import { fileURLToPath as fileURLToPathOfNode } from 'node:url';const require = createRequireOfNode(import.meta.url);const filenameOfChunk = fileURLToPathOfNode(import.meta.url);const dirnameOfChunk = dirnameOfNode(filenameOfChunk);
import {
  openSummary
} from "./chunk-W36HTLPB.js";
import {
  findWhereabouts
} from "./chunk-OOTREO4W.js";
import "./chunk-B6OPJRHC.js";
import {
  planDoor
} from "./chunk-3WN5WALN.js";
import {
  openDoor
} from "./chunk-YYYOSYEM.js";
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
import "./chunk-QFHZZB3N.js";
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
import "./chunk-52FHPIMO.js";
import "./chunk-M3LKYVE4.js";
import "./chunk-ACMQDBVN.js";
import "./chunk-5T5TXE4W.js";
import "./chunk-NPPZ53N6.js";
import "./chunk-E5CKJXHL.js";
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
  openAnnotations
} from "./chunk-JX3ZP4W7.js";
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
import {
  open
} from "./chunk-BEZD3S22.js";
import {
  requestName,
  shortFile
} from "./chunk-Y65K6MQG.js";
import {
  groupBy
} from "./chunk-SERVURPW.js";
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

// src/action/open.ts
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
