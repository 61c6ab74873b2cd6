import { CONFIG_FILES, resolveCommit, surveyEstate, wholeFile } from "./audit.js";
import { fail, ok } from "./main.js";
import { openCommitReader } from "./open.js";
// src/commands/read/new-since.ts
async function openEarlier(revision, root, env) {
	const clone = {
		folder: root.root,
		env
	};
	const commit = await resolveCommit(clone, revision);
	if (commit === null) return fail("unknown-commit", `--new-since ${revision} is no commit of this clone. A shallow clone may lack it: fetch one commit more (actions/checkout with fetch-depth: 2).`);
	const reader = await openCommitReader(commit, {
		root,
		env
	});
	return reader.ok ? ok({
		commit,
		reader: reader.value
	}) : reader;
}
async function compareWith({ commit, reader }, { folders }, rules) {
	return {
		commit,
		...newness(await surveyBefore(reader, folders, rules))
	};
}
async function findPolicyChanges(now, { commit, reader }) {
	const [before, after] = [await policyFiles(reader), await policyFiles(now)];
	return CONFIG_FILES.flatMap((file) => {
		if (before.get(file) === after.get(file)) return [];
		const message = `this file differs from that of ${commit.slice(0, 12)}, by which this check goes: a change of policy counts once it is merged`;
		return [wholeFile(file, "policy-changed", message)];
	});
}
async function policyFiles(reader) {
	const texts = new Map();
	await reader.read(CONFIG_FILES, (file, content) => {
		if (content instanceof Uint8Array) texts.set(file, Buffer.from(content).toString("latin1"));
		else if (content.code !== "missing") texts.set(file, content.code);
	});
	return texts;
}
async function surveyBefore(reader, now, rules) {
	const paths = new Set(now.map(({ cluster, namespace }) => `${cluster}/${namespace}`));
	const folders = await reader.namespaces((cluster, namespace) => paths.has(`${cluster}/${namespace}`));
	return surveyEstate(reader, folders, rules);
}
function newness({ assessments, unrotatable, problems }) {
	const known = new Set(assessments.map(({ credential }) => keyOf(credential)));
	const unrotatableBefore = new Set(unrotatable.map(placeOf));
	const problemsBefore = new Set(problems.map(problemKey));
	return {
		isNew: (credential) => !known.has(keyOf(credential)),
		isNewUnrotatable: (module) => !unrotatableBefore.has(placeOf(module)),
		isNewProblem: (problem) => !problemsBefore.has(problemKey(problem))
	};
}
function keyOf({ cluster, namespace, kind, module }) {
	return JSON.stringify([
		cluster,
		namespace,
		kind,
		module
	]);
}
function placeOf({ file, module, code }) {
	return JSON.stringify([
		file.split("/").slice(0, 3).join("/"),
		module,
		code
	]);
}
function problemKey({ file, code, message }) {
	return JSON.stringify([
		file,
		code,
		message.replace(/\d+/g, "")
	]);
}
export { compareWith, findPolicyChanges, openEarlier };
