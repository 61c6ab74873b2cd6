import { __toESM } from "./rolldown-runtime.js";
import { require_lib } from "./lib/write-file-atomic.js";
import { ok } from "./main.js";
import { chooseNamespaces, confirmWriting, proveRotations, unnamedRemarks } from "./open.js";
import { hasFailures, repeatedArguments, reportFormats, runDoor, surveyTree, toJson, upgradeRemarks } from "./audit.js";
import { join } from "node:path";
import { readFile, realpath } from "node:fs/promises";
// src/commands/apply.ts
var import_lib = __toESM(require_lib(), 1);
async function apply(options, say) {
	const read = await surveyTree(options, say);
	if (!read.ok) return read;
	const chosen = await chooseNamespaces(read.value, options);
	if (!chosen.ok) return chosen;
	const { root, date, selection, survey } = chosen.value.read;
	const proved = await proveRotations(survey, selection, date, options, say);
	const preview = {
		changes: proved.edits.flatMap((edit) => edit.changes),
		files: proved.edits
	};
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
		problems.push({
			file: edit.path,
			line: 1,
			column: 1,
			...failure
		});
		skipped.push(...edit.changes.map(({ id }) => ({
			id,
			...failure
		})));
	}
	for (const line of [...upgradeRemarks(changes), ...unnamedRemarks(survey, selection)]) say(line);
	return ok({
		schemaVersion: 1,
		date,
		changes,
		skipped,
		problems
	});
}
async function writeEdit(root, edit) {
	try {
		const path = await realpath(join(root, edit.path));
		if (!(await readFile(path)).equals(Buffer.from(edit.before, "utf8"))) return {
			code: "changed-meanwhile",
			message: "the file changed while it was being edited: run again"
		};
		await (0, import_lib.default)(path, edit.after, { encoding: "utf8" });
		return null;
	} catch (error) {
		return {
			code: "not-written",
			message: `the file cannot be written (${error instanceof Error && "code" in error ? String(error.code) : String(error)})`
		};
	}
}
// src/cli/verbs/apply.ts
function runApply(flags, io) {
	const { verbose } = flags;
	const selection = repeatedArguments("apply", flags);
	return runDoor(flags, io, {
		run: apply,
		render: {
			json: toJson,
			csv: async (result) => (await import("./import/report-csv.js")).applyCsv(result),
			...reportFormats(verbose, async (result) => (await import("./import/report-changes.js")).applyDocument(result, selection))
		},
		exitCode: (result) => hasFailures(result.skipped) ? 1 : 0
	});
}
export { runApply };
