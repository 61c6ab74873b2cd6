import { readAllMetadata } from "./open.js";
import { ok } from "./main.js";
import { readAudit } from "./audit.js";
import { history } from "./cli-verbs-history.js";
import { findWhereabouts } from "./run-action.js";
// src/commands/read/audit-page.ts
async function auditPage(options, say, since) {
	const read = await readAudit(options, say);
	if (!read.ok) return read;
	const { result, root, reader, namespaces } = read.value;
	const withCredentials = new Set(result.credentials.map(placeKey));
	const folders = namespaces.folders.filter((folder) => withCredentials.has(placeKey(folder)));
	const metadata = await readAllMetadata(folders, reader);
	const known = new Set(result.problems.map(problemKey));
	const facts = [];
	const problems = [];
	for (const { cluster, namespace, path } of folders) {
		const found = metadata.get(path);
		facts.push({
			cluster,
			namespace,
			production: found?.production ?? null,
			teamName: found?.teamName ?? null,
			teams: found?.teams ?? [],
			application: found?.application ?? null,
			slackChannel: found?.slackChannel ?? null
		});
		problems.push(...(found?.problems ?? []).filter((problem) => !known.has(problemKey(problem))));
	}
	const whereabouts = await findWhereabouts(root, reader.commit, options.env);
	const past = since === void 0 ? ok(null) : await history({
		...options,
		since
	}, say);
	if (!past.ok) return past;
	const told = past.value && {
		series: past.value.series,
		maxAgeDays: past.value.summary.maxAgeDays
	};
	return ok({
		audit: result,
		namespaces: facts,
		whereabouts,
		problems,
		history: told
	});
}
function placeKey({ cluster, namespace }) {
	return `${cluster}/${namespace}`;
}
function problemKey({ file, line, column, code }) {
	return JSON.stringify([
		file,
		line,
		column,
		code
	]);
}
export { auditPage };
