import { createRequire as createRequireOfNode } from 'node:module';import { dirname as dirnameOfNode } from 'node:path';import { fileURLToPath as fileURLToPathOfNode } from 'node:url';const require = createRequireOfNode(import.meta.url);const filenameOfChunk = fileURLToPathOfNode(import.meta.url);const dirnameOfChunk = dirnameOfNode(filenameOfChunk);
import {
  proveRotations,
  refuseNoSelection
} from "./chunk-5CUUNAQJ.js";
import {
  hasFailures
} from "./chunk-QFHZZB3N.js";
import {
  toJson
} from "./chunk-7OZAT5UJ.js";
import {
  runDoor,
  surveyWorktree,
  upgradeRemarks
} from "./chunk-LXDXEPN6.js";
import "./chunk-6WZHUDHF.js";
import "./chunk-TZUV6CNP.js";
import "./chunk-CLNRZC4U.js";
import {
  require_lib
} from "./chunk-EHYT3IGL.js";
import "./chunk-YR6VZGBD.js";
import "./chunk-UHMPSPEV.js";
import "./chunk-4M4F2YVT.js";
import "./chunk-G4AB7EGA.js";
import {
  selectionArguments
} from "./chunk-CXT2TN5B.js";
import {
  ok
} from "./chunk-Q2CSV7IO.js";
import "./chunk-LXCM5DFB.js";
import "./chunk-547CZJNJ.js";
import "./chunk-KKM472VF.js";
import {
  __toESM
} from "./chunk-WA5W63ET.js";

// src/commands/apply.ts
var import_write_file_atomic = __toESM(require_lib(), 1);
import { readFile, realpath } from "node:fs/promises";
import { join } from "node:path";
async function apply(options, say) {
  const read = await surveyWorktree(options, say);
  if (!read.ok) return read;
  const { root, date, selection, selected, survey } = read.value;
  if (!selected) return refuseNoSelection(survey, selection, options);
  const proved = await proveRotations(survey, selection, date, options);
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
  for (const line of upgradeRemarks(changes)) say(line);
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

// src/cli/run-apply.ts
function runApply(flags) {
  const selection = selectionArguments(flags);
  const { verbose } = flags;
  return runDoor(flags, {
    run: apply,
    render: {
      json: toJson,
      csv: async (result) => (await import("./csv-W3MEBVMT.js")).applyCsv(result),
      markdown: async (result) => (await import("./markdown-SAZJJ75O.js")).applyMarkdown(result),
      text: async (result, { width, color }) => (await import("./apply-PIDGR2CD.js")).applyText(result, { width, color, verbose, selection })
    },
    exitCode: (result) => hasFailures(result.skipped) ? 1 : 0
  });
}
export {
  runApply
};
