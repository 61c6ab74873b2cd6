import { branchName, dayInLondon, escapeMarkdown, openCommit, openRoot, surveyEstate } from "./audit.js";
import { afterMergeMark, connectGitHub, connectGraphQL, ensureCommits, findToken, gitHubOptions, groupOfBranch, idPrefix, isGroupBranch, missingToken, openRemote, parentsOf, parseMarker, readAllMetadata, readCommittedRotations, readOwnership, repositoryOf, runbooksOf } from "./open.js";
import { isSameAccount } from "./github.js";
import { afterMergePages } from "./report.js";
import { fail, ok } from "./main.js";
import { sentences } from "./run-action.js";
import { readFileSync } from "node:fs";
// src/commands/after-merge.ts
async function commentAfterMerge(options, say) {
	const { pullRequest: number } = options;
	const connected = await connect(options, say);
	if (!connected.ok) return connected;
	const { github, login, remote, prefix } = connected.value;
	const found = await github.pullRequest(number);
	if (!found.ok) return found;
	const pull = found.value;
	if (pull === null) return fail("unknown-pull-request", `There is no pull request #${number}.`);
	const marker = ownMarker(pull);
	if (marker === null) return ok({
		outcome: "nothing",
		number,
		why: "not-ours"
	});
	const { mergeSha: sha } = pull;
	if (sha === null) return ok({
		outcome: "nothing",
		number,
		why: "not-merged"
	});
	const today = dayInLondon(options.now);
	const before = await firstParent(remote, sha);
	if (!before.ok) return before;
	if (!isOfBase(pull)) {
		const made = await isMadeByProgram(pull, remote, prefix, before.value);
		if (!made.ok) return made;
		if (!made.value) return ok({
			outcome: "nothing",
			number,
			why: "not-ours"
		});
	}
	const merged = await readCommittedRotations(remote.clone, [{
		sha,
		base: before.value
	}], prefix);
	const rotated = new Set(merged.get(sha)?.changes.keys());
	if (rotated.size === 0) return ok({
		outcome: "nothing",
		number,
		why: "nothing-rotated"
	});
	const reader = await openCommit(remote.clone, sha, { prefix });
	const incident = marker.incident ?? null;
	const namespaces = await mergedNamespaces(reader, rotated, incident !== null, today);
	if (namespaces.length === 0) return ok({
		outcome: "nothing",
		number,
		why: "gone"
	});
	const pages = afterMergePages(namespaces, incident);
	const posted = await postOnce(github, login, number, pages);
	if (!posted.ok) return posted;
	return ok({
		outcome: posted.value > 0 ? "commented" : "unchanged",
		number,
		pages
	});
}
function isOfBase({ headRepository, baseRepository }) {
	return headRepository !== null && headRepository.toLowerCase() === baseRepository?.toLowerCase();
}
async function isMadeByProgram({ branch, headSha: sha }, remote, prefix, baseSha) {
	const fetched = await ensureCommits(remote, [{ sha }]);
	if (!fetched.ok) return fetched;
	const owned = await readOwnership(remote, [{
		branch,
		sha
	}], baseSha);
	if (!owned.ok) return owned;
	const ownership = owned.value.get(sha);
	if (ownership?.ours !== true) return ok(false);
	const pair = {
		sha: ownership.commit,
		base: ownership.base
	};
	const committed = (await readCommittedRotations(remote.clone, [pair], prefix)).get(pair.sha);
	return ok(committed !== void 0 && committed.changes.size > 0 && committed.others.length === 0);
}
async function firstParent(remote, sha) {
	const fetched = await ensureCommits(remote, [{ sha }]);
	if (!fetched.ok) return fetched;
	const [parent] = await parentsOf(remote, sha);
	if (parent === void 0) return fail("no-parent", `The merge commit ${sha} has no parent.`);
	const before = await ensureCommits(remote, [{ sha: parent }]);
	return before.ok ? ok(parent) : before;
}
async function connect(options, say) {
	const { env, version } = options;
	const root = openRoot(options, "commit");
	if (!root.ok) return root;
	const { top, prefix } = root.value;
	if (top === null) return fail("not-a-git-repository", `${root.value.root} is not in a git repository: clone it with git.`);
	const token = await findToken(env);
	if (token === null) return missingToken();
	const remote = await openRemote({
		cwd: top,
		remote: options.remote,
		env,
		token: token.value
	});
	if (!remote.ok) return remote;
	const repository = repositoryOf(env, remote.value);
	if (!repository.ok) return repository;
	const connection = gitHubOptions(repository.value, token.value, version, say);
	const viewer = await connectGraphQL(connection).viewer();
	if (!viewer.ok) return viewer;
	return ok({
		github: connectGitHub(connection),
		login: viewer.value.login,
		remote: remote.value,
		prefix
	});
}
function ownMarker({ body, branch }) {
	const marker = parseMarker(body);
	if (marker === null) return null;
	const { namespace, cluster, group } = marker;
	if (namespace === null || cluster === null) return isGroupBranch(branch) && groupOfBranch(branch) === group ? marker : null;
	const named = branchName(cluster, namespace);
	return "branch" in named && named.branch === branch ? marker : null;
}
async function mergedNamespaces(reader, ids, incident, today) {
	const prefixes = new Set([...ids].map((id) => id.slice(0, id.indexOf("/"))));
	const folders = await reader.namespaces((cluster, namespace) => prefixes.has(idPrefix({
		cluster,
		namespace
	})));
	const { assessments } = await surveyEstate(reader, folders, {
		today,
		maxAgeDays: 90,
		includeHeld: true
	});
	const wanted = assessments.filter(({ credential }) => ids.has(credential.id));
	const concerned = folders.filter((folder) => wanted.some(isIn(folder)));
	const runbooks = await runbooksOf(reader, concerned, wanted, [], incident);
	const metadata = await readAllMetadata(concerned, reader);
	return runbooks.map((runbook, at) => {
		const { teams = [], slackChannel = null } = metadata.get(concerned[at]?.path ?? "") ?? {};
		return {
			...runbook,
			teams,
			slackChannel
		};
	});
}
function isIn(folder) {
	return ({ credential }) => credential.file.startsWith(`${folder.path}/`);
}
async function postOnce(github, login, number, pages) {
	const comments = await github.comments(number);
	if (!comments.ok) return comments;
	const own = comments.value.filter(({ author }) => isSameAccount(author, login));
	let posted = 0;
	for (const [at, page] of pages.entries()) {
		const mark = afterMergeMark(at + 1);
		if (own.some(({ body }) => body.startsWith(mark))) continue;
		const written = await github.comment(number, `${mark}\n${page}`);
		if (!written.ok) return written;
		posted += 1;
	}
	return ok(posted);
}
// src/action/after-merge.ts
async function actAfterMerge(flags, world, inputs) {
	const number = findNumber(inputs.get("pull-request"), world.env);
	if (!number.ok) return number;
	const { root, remote } = flags;
	const { cwd, env, now, version, say } = world;
	const commented = await commentAfterMerge({
		cwd,
		env,
		now,
		version,
		root,
		remote,
		pullRequest: number.value
	}, say);
	if (!commented.ok) return commented;
	const result = commented.value;
	const words = sentences.afterMerge;
	const pages = result.outcome === "nothing" ? [] : result.pages;
	const end = result.outcome === "nothing" ? words[result.why](result.number) : words[result.outcome](result.number, pages.length);
	const [page = `## ${escapeMarkdown(words.title(result.number))}`] = pages;
	return ok({
		outputs: {},
		summary: `${[page, escapeMarkdown(end)].join("\n\n")}\n`,
		annotations: [],
		groups: [],
		end,
		failure: null,
		prefix: ""
	});
}
function findNumber(given, env) {
	if (given !== void 0) return /^[1-9]\d{0,8}$/.test(given) ? ok(Number(given)) : fail("usage", sentences.badNumber(given));
	const path = env["GITHUB_EVENT_PATH"];
	if (!path) return fail("usage", sentences.noNumber);
	let event;
	try {
		event = JSON.parse(readFileSync(path, "utf8"));
	} catch (error) {
		const reason = error instanceof Error && "code" in error ? String(error.code) : "no JSON";
		return fail("bad-event", sentences.badEvent(reason));
	}
	const { number } = event?.pull_request ?? {};
	return typeof number === "number" && Number.isSafeInteger(number) ? ok(number) : fail("usage", sentences.noNumber);
}
export { actAfterMerge };
