import { createRequire as createRequireOfNode } from 'node:module';import { dirname as dirnameOfNode } from 'node:path';import { fileURLToPath as fileURLToPathOfNode } from 'node:url';const require = createRequireOfNode(import.meta.url);const filenameOfChunk = fileURLToPathOfNode(import.meta.url);const dirnameOfChunk = dirnameOfNode(filenameOfChunk);
import {
  auditSummary
} from "./chunk-W36HTLPB.js";
import {
  findWhereabouts
} from "./chunk-OOTREO4W.js";
import "./chunk-B6OPJRHC.js";
import {
  auditDoor,
  pageDoor
} from "./chunk-NUA4QWSZ.js";
import "./chunk-CSS3NOYQ.js";
import "./chunk-6UG6PYL3.js";
import "./chunk-QFHZZB3N.js";
import "./chunk-EJQ2P2PV.js";
import "./chunk-KPQKIXGW.js";
import "./chunk-7OZAT5UJ.js";
import {
  findOutput
} from "./chunk-AOET4JBJ.js";
import "./chunk-2KIT5HX6.js";
import {
  openRoot
} from "./chunk-NYGNCS6O.js";
import "./chunk-QWBCUGFF.js";
import "./chunk-TXBWUVQ2.js";
import "./chunk-XNC3SULY.js";
import "./chunk-E5D2VRLW.js";
import "./chunk-M3LKYVE4.js";
import "./chunk-ACMQDBVN.js";
import "./chunk-5T5TXE4W.js";
import "./chunk-NPPZ53N6.js";
import "./chunk-E5CKJXHL.js";
import "./chunk-XFZATYQS.js";
import "./chunk-Y55L6N2I.js";
import {
  resolveCommit
} from "./chunk-PSUEPN52.js";
import "./chunk-3BSEOIMC.js";
import "./chunk-JZ6XBEDV.js";
import "./chunk-KNFMCJ2C.js";
import "./chunk-2VDNCQM2.js";
import "./chunk-2VAMA6IS.js";
import "./chunk-7CRAZKEU.js";
import "./chunk-CLNRZC4U.js";
import "./chunk-GNH6HFDN.js";
import "./chunk-HHLM6MFS.js";
import "./chunk-UHMPSPEV.js";
import "./chunk-4M4F2YVT.js";
import "./chunk-G4AB7EGA.js";
import {
  auditAnnotations
} from "./chunk-JX3ZP4W7.js";
import {
  sentences
} from "./chunk-FV62HGML.js";
import {
  readFlags,
  selectionArguments
} from "./chunk-VR4ZXF2Q.js";
import "./chunk-L6VYHJNY.js";
import "./chunk-F4Z5UIRW.js";
import "./chunk-I7ALLENZ.js";
import "./chunk-JBHNNT7X.js";
import {
  groupWorstFirst,
  listed
} from "./chunk-KY6GMG72.js";
import {
  audit
} from "./chunk-BEZD3S22.js";
import {
  STATE_WORDS,
  namespaceName,
  shortFile
} from "./chunk-Y65K6MQG.js";
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

// src/action/audit.ts
async function actAudit(given, world) {
  const flags = given;
  const options = readFlags(flags, world);
  if (!options.ok) return options;
  const root = openRoot(options.value);
  if (!root.ok) return root;
  const audited = flags.format === "html" ? await auditAndWrite(flags, pageDoor(flags), ({ audit: audit2 }) => audit2, options.value, world) : await auditAndWrite(flags, auditDoor(flags), (result2) => result2, options.value, world);
  if (!audited.ok) return audited;
  const { result, exitCode } = audited.value;
  const whereabouts = await findWhereabouts(
    root.value,
    result.base ?? await checkedOut(root.value),
    world.env
  );
  const { verbose, failOn } = flags;
  const { byState } = result.summary;
  return ok({
    outputs: {
      "pull-requests": "[]",
      opened: "0",
      updated: "0",
      deferred: "0",
      failed: "0",
      due: String(byState.due + byState.never)
    },
    summary: auditSummary({ result, whereabouts, verbose, selection: selectionArguments(flags) }),
    annotations: auditAnnotations(result, failOn),
    groups: groupWorstFirst(listed(result, verbose)).map((group) => ({
      name: namespaceName(group[0]),
      lines: group.flatMap(credentialLines)
    })),
    end: result.credentials.length === 0 ? audit.nothing(result) : audit.summary(result.summary),
    failure: exitCode === 0 || failOn === void 0 ? null : sentences.findings(failOn, result),
    prefix: root.value.prefix
  });
}
async function checkedOut({ root, top }) {
  return top === null ? null : resolveCommit(root, "HEAD");
}
async function auditAndWrite(flags, door, auditOf, options, { say }) {
  const nowhere = {
    out: () => {
    },
    err: () => {
    },
    width: 0,
    isTerminal: false,
    color: false,
    interactive: false,
    errColor: false,
    errWidth: () => 0,
    canAsk: false
  };
  const output = findOutput(flags.output, false, nowhere);
  if (!output.ok) return output;
  const audited = await door.run(options, say);
  if (!audited.ok) return audited;
  if (flags.output !== void 0) {
    const text = await door.render[flags.format](audited.value, output.value.terminal, []);
    const written = await output.value.write(text, say);
    if (!written.ok) return written;
  }
  return ok({ result: auditOf(audited.value), exitCode: door.exitCode(audited.value) });
}
function credentialLines(each) {
  const age = each.ageDays === null ? "" : `, ${each.ageDays} days`;
  return [
    `${STATE_WORDS[each.state]}: ${each.kind} ${each.module}, ${shortFile(each)}:${each.line}${age}`,
    ...each.reasons.map(({ message }) => `  ${message}`)
  ];
}
export {
  actAudit
};
