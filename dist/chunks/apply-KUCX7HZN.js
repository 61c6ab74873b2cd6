import { createRequire as createRequireOfNode } from 'node:module';import { dirname as dirnameOfNode } from 'node:path';import { fileURLToPath as fileURLToPathOfNode } from 'node:url';const require = createRequireOfNode(import.meta.url);const filenameOfChunk = fileURLToPathOfNode(import.meta.url);const dirnameOfChunk = dirnameOfNode(filenameOfChunk);
import {
  chooseNamespaces,
  confirmWriting
} from "./chunk-TOK74RZP.js";
import {
  unnamedRemarks
} from "./chunk-M7YBGUKT.js";
import {
  proveRotations,
  provingProgress
} from "./chunk-YBYK2A4Q.js";
import {
  hasFailures
} from "./chunk-QFHZZB3N.js";
import {
  surveyTree,
  upgradeRemarks
} from "./chunk-EJQ2P2PV.js";
import "./chunk-KPQKIXGW.js";
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
import "./chunk-XFZATYQS.js";
import "./chunk-JZ6XBEDV.js";
import "./chunk-KNFMCJ2C.js";
import "./chunk-2VDNCQM2.js";
import "./chunk-2VAMA6IS.js";
import "./chunk-7CRAZKEU.js";
import "./chunk-CLNRZC4U.js";
import {
  require_lib
} from "./chunk-BIUHYZGU.js";
import "./chunk-GNH6HFDN.js";
import "./chunk-HHLM6MFS.js";
import "./chunk-UHMPSPEV.js";
import "./chunk-4M4F2YVT.js";
import "./chunk-G4AB7EGA.js";
import {
  selectionArguments
} from "./chunk-VR4ZXF2Q.js";
import "./chunk-L6VYHJNY.js";
import "./chunk-F4Z5UIRW.js";
import "./chunk-I7ALLENZ.js";
import "./chunk-JBHNNT7X.js";
import "./chunk-BEZD3S22.js";
import "./chunk-Y65K6MQG.js";
import "./chunk-SERVURPW.js";
import "./chunk-JFE6TSOK.js";
import "./chunk-QW4AHIJS.js";
import {
  ok
} from "./chunk-YRXO237O.js";
import {
  __toESM
} from "./chunk-LVIGNXGC.js";

// src/commands/apply.ts
var import_write_file_atomic = __toESM(require_lib(), 1);
import { readFile, realpath } from "node:fs/promises";
import { join } from "node:path";
async function apply(options, say) {
  const read = await surveyTree(options, say);
  if (!read.ok) return read;
  const chosen = await chooseNamespaces(read.value, options);
  if (!chosen.ok) return chosen;
  const { root, date, selection, survey } = chosen.value.read;
  const proved = await proveRotations(survey, selection, date, options, provingProgress(say));
  const preview = { changes: proved.edits.flatMap((edit) => edit.changes), files: proved.edits };
  const question = proved.edits.length === 1 ? "Change this file?" : `Change these ${proved.edits.length} files?`;
  const refused = await confirmWriting(chosen.value.confirm, preview, question);
  if (refused !== null) return refused;
  const changes = [];
  const skipped = [...proved.skipped];
  const problems = [...proved.problems];
  for (const edit of proved.edits) {
    const failure = await writeEdit(root.root, edit);
    if (failure === null) {
      changes.push(...edit.changes);
      continue;
    }
    problems.push({ file: edit.path, line: 1, column: 1, ...failure });
    skipped.push(...edit.changes.map(({ id }) => ({ id, ...failure })));
  }
  for (const line of [...upgradeRemarks(changes), ...unnamedRemarks(survey, selection)]) say(line);
  return ok({ schemaVersion: 1, date, changes, skipped, problems });
}
async function writeEdit(root, edit) {
  try {
    const path = await realpath(join(root, edit.path));
    const now = await readFile(path);
    if (!now.equals(Buffer.from(edit.before, "utf8"))) {
      return { code: "changed-meanwhile", message: "the file changed while it was being edited: run again" };
    }
    await (0, import_write_file_atomic.default)(path, edit.after, { encoding: "utf8" });
    return null;
  } catch (error) {
    const reason = error instanceof Error && "code" in error ? String(error.code) : String(error);
    return { code: "not-written", message: `the file cannot be written (${reason})` };
  }
}

// src/cli/verbs/apply.ts
function runApply(flags) {
  const selection = selectionArguments(flags);
  const { verbose } = flags;
  return runDoor(flags, {
    run: apply,
    render: {
      json: toJson,
      csv: async (result) => (await import("./csv-SGZFII6Z.js")).applyCsv(result),
      markdown: async (result) => (await import("./markdown-ICWNNL6L.js")).applyMarkdown(result),
      text: async (result, { width, color }) => (await import("./apply-MEKCX4VK.js")).applyText(result, { width, color, verbose, selection })
    },
    exitCode: (result) => hasFailures(result.skipped) ? 1 : 0
  });
}
export {
  runApply
};
