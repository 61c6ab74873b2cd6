import { SETTINGS, fail, flagsOf, groupBy, knownKinds, ok, parseFlags, readVersion, settingsOf, withKinds } from "./main.js";
import { STATE_WORDS, auditDoor, auditTotal, count, findOutput, groupWorstFirst, inlineText, listWords, listedCredentials, namespaceName, openRepository, openRoot, pageDoor, readFlags, repeatedArguments, requestName, resolveCommit, shortFile, visible } from "./audit.js";
import { OUTCOME_WORDS, PREVIEW_WORDS, dashboardDocument, dashboardDoor, issueSentence, openDoor, openRemote, openTotal, planDoor, printMarkdown, redact, repositoryOf, resolveRepository } from "./open.js";
import { auditAnnotations, auditSummary, openAnnotations, openSummary, shownAnnotations } from "./report.js";
// src/action/commands.ts
const ACTION_COMMANDS = {
	open: async (flags, world) => (await import("./import/action-open.js")).actOpen(flags, world),
	plan: async (flags, world) => (await import("./import/action-open.js")).actPlan(flags, world),
	audit: async (flags, world) => (await import("./import/action-audit.js")).actAudit(flags, world),
	dashboard: async (flags, world) => (await import("./import/action-dashboard.js")).actDashboard(flags, world),
	"after-merge": async (flags, world, inputs) => (await import("./import/action-after-merge.js")).actAfterMerge(flags, world, inputs)
};
// src/action/inputs.ts
const ACTION_COMMAND_NAMES = [
	"open",
	"plan",
	"audit",
	"dashboard",
	"after-merge"
];
const OWN_INPUTS = [
	{
		name: "command",
		help: "What to do: open, plan (what open would do), audit, dashboard (keep an issue up to date), or after-merge (comment the next steps on a merged pull request)",
		default: "open",
		commands: ACTION_COMMAND_NAMES
	},
	{
		name: "token",
		help: "Token for GitHub and for the push. With that of the workflow checks wait for an approval; see \"Which token\" in docs/action.md",
		default: "${{ github.token }}",
		commands: ACTION_COMMAND_NAMES
	},
	{
		name: "pull-request",
		help: "number of the pull request; default that of the event",
		commands: ["after-merge"]
	}
];
function isInput(setting) {
	return setting.notInput === void 0 && actionCommands(setting).length > 0;
}
function actionCommands({ commands }) {
	return ACTION_COMMAND_NAMES.filter((name) => commands.includes(name));
}
const INPUT_NAMES = new Set([...OWN_INPUTS.map(({ name }) => name), ...SETTINGS.filter(isInput).map(({ name }) => name)]);
function readInputs(env) {
	const given = [...INPUT_NAMES].map((name) => [name, (env[`INPUT_${name.replaceAll(" ", "_").toUpperCase()}`] ?? "").trim()]);
	return new Map(given.filter(([, value]) => value !== ""));
}
function toArguments(command, inputs) {
	const args = [];
	const settings = settingsOf(command).filter(isInput);
	for (const [name, value] of inputs) {
		if (OWN_INPUTS.find((each) => each.name === name)?.commands.includes(command)) continue;
		const setting = settings.find((each) => each.name === name);
		if (setting === void 0) return fail("usage", notOf(command, name));
		const on = readBoolean(value);
		switch (setting.type) {
			case "switch":
			case "toggle":
				if (on === null) return fail("usage", `Input ${name} takes true or false, not ${JSON.stringify(value)}.`);
				if (on || setting.type === "toggle") args.push(on ? `--${name}` : `--no-${name}`);
				break;
			case "list":
				args.push(...splitList(value).map((one) => `--${name}=${one}`));
				break;
			case "optional":
				if (on === null) args.push(`--${name}=${value}`);
				else if (on) args.push(`--${name}`);
				break;
			default: args.push(`--${name}=${value}`);
		}
	}
	return ok(args);
}
function readBoolean(value) {
	if ([
		"true",
		"True",
		"TRUE"
	].includes(value)) return true;
	return [
		"false",
		"False",
		"FALSE"
	].includes(value) ? false : null;
}
function splitList(value) {
	const parts = [""];
	let depth = 0;
	for (const character of value) {
		if ("{[(".includes(character)) depth += 1;
		if ("}])".includes(character)) depth = Math.max(0, depth - 1);
		if (character === "\n" || character === "," && depth === 0) {
			parts.push("");
			depth = character === "\n" ? 0 : depth;
		} else parts[parts.length - 1] += character;
	}
	return parts.map((part) => part.trim()).filter((part) => part !== "");
}
function notOf(command, name) {
	const owners = [...OWN_INPUTS, ...SETTINGS.filter(isInput)].filter((each) => each.name === name).flatMap(({ commands }) => ACTION_COMMAND_NAMES.filter((each) => commands.some((one) => one === each)));
	return `Input ${name} is for the command ${listWords([...new Set(owners)], "or")}, and this is ${command}.`;
}
function inInputs(text) {
	return text.split("\n").map(lineInInputs).join("\n").replaceAll(/\bset GITHUB_TOKEN(?: or GH_TOKEN,)? or (?:run|sign in with) gh auth login/g, "give another input token").replaceAll("(GITHUB_TOKEN, GH_TOKEN or gh auth login)", "(input token)");
}
function lineInInputs(line) {
	return line.replace(/(^|[\s(])--(no-)?([a-z][a-z-]*)(?:[ =](?:NAME|BRANCH|TEXT|FILE|DIR|KIND)\b)?/g, (whole, before, no, name, offset) => {
		if (/\b(?:rotate-pr|git|gh) [a-z]/.test(line.slice(0, offset)) || !INPUT_NAMES.has(name)) return whole;
		return `${before}${before === "" ? "Input" : "input"} ${name}${no === void 0 ? "" : ": false"}`;
	});
}
// src/action/messages.ts
const sentences = {
	unknownCommand: (given, known) => `Input command takes one of ${known.join(", ")}, not ${JSON.stringify(given)}.`,
	formatWithoutOutput: "Input format says how the file of the input output is written: give both, or neither.",
	badNumber: (given) => `Input pull-request takes the number of a pull request, not ${JSON.stringify(given)}.`,
	noNumber: "There is no pull request in the event of this workflow: run it on pull_request (types: closed), or give its number in the input pull-request.",
	badEvent: (reason) => `The event of this workflow cannot be read (${reason}).`,
	missingToken: "The input token is empty. Its default is the token of the workflow; a secret that is not set, or is not given to workflows of a fork, is empty too.",
	notCheckedOut: "Does actions/checkout stand before this step?",
	failedRequests: (failed, all) => `${failed} of ${count(all, "pull request")} failed: the summary of the job says why.`,
	failedBoxes: (failed) => `${count(failed, "part")} of the dashboard failed: the summary of the job says why.`,
	stopped: "GitHub takes no more requests now, or refused the token: run it again later to finish.",
	findings: (failOn, { summary: { byState }, problems }) => {
		return `Found ${{
			due: listWords([...byState.due > 0 ? [`${count(byState.due, "credential")} due`] : [], ...byState.never > 0 ? [`${count(byState.never, "credential")} never rotated`] : []]),
			blocked: `${count(byState.blocked, "credential")} blocked`,
			problems: count(problems.length, "problem")
		}[failOn]} (fail-on: ${failOn}).`;
	},
	cutOutput: (left) => `The output pull-requests leaves out ${count(left, "pull request")}: it would be larger than GitHub takes.`,
	notWritten: (what, reason) => `What had to be done is done, but the ${what} of the step cannot be written (${reason}): has the runner's file gone, or may it not be written by the user of this job?`,
	written: (path) => `The audit is written to ${path}.`,
	afterMerge: {
		commented: (number, pages) => `The steps after the merge stand on #${number} now${pages === 1 ? "" : `, in ${pages} comments`}.`,
		unchanged: (number) => `The steps after the merge stand on #${number} already: nothing to do.`,
		"not-ours": (number) => `#${number} is no pull request of rotate-pr: nothing to do.`,
		"not-merged": (number) => `#${number} is not merged: nothing to do.`,
		"nothing-rotated": (number) => `The merge of #${number} changed the date of no credential: nothing to do.`,
		gone: (number) => `Nothing of what #${number} rotated is in its merge commit: nothing to do.`,
		title: (number) => `After the merge of #${number}`
	}
};
// src/action/runner.ts
const ZERO_WIDTH = "​";
function logLine(runner, line, secrets) {
	runner.info(plain(line, secrets));
}
function plain(text, secrets) {
	return visible(redact(text, secrets)).replace(/^(\s*):(?=:)/, `$1:${ZERO_WIDTH}`).replaceAll("##[", `##${ZERO_WIDTH}[`);
}
async function tell({ runner, env, secrets }, told) {
	for (const { name, lines } of told.groups) {
		runner.startGroup(plain(name, secrets));
		for (const line of lines) logLine(runner, inInputs(line), secrets);
		runner.endGroup();
	}
	const { shown, rest } = shownAnnotations(told.annotations, told.failure !== null);
	for (const annotation of shown) annotate(runner, annotation, told.prefix, secrets);
	if (rest !== null) runner.notice(rest);
	const unwritten = [await failureToWrite("outputs", async () => {
		for (const [name, value] of Object.entries(told.outputs)) runner.setOutput(name, redact(value, secrets));
	}), await failureToWrite("summary", async () => {
		if (env["GITHUB_STEP_SUMMARY"]) await runner.summary.addRaw(redact(inInputs(told.summary), secrets)).write();
	})];
	logLine(runner, inInputs(told.end), secrets);
	const failures = [told.failure, ...unwritten].filter((each) => each !== null);
	if (failures.length > 0) runner.setFailed(plain(inInputs(failures.join(" ")), secrets));
}
async function failureToWrite(what, write) {
	try {
		await write();
		return null;
	} catch (error) {
		const reason = error instanceof Error && "code" in error ? String(error.code) : String(error);
		return sentences.notWritten(what, reason);
	}
}
function annotate({ error, warning }, { level, title, message, place }, prefix, secrets) {
	const where = place === null ? {} : {
		file: prefix === "" ? place.file : `${prefix}/${place.file}`,
		startLine: place.line,
		...place.column === void 0 ? {} : { startColumn: place.column }
	};
	(level === "error" ? error : warning)(plain(inInputs(message), secrets), {
		title: plain(title, secrets),
		...where
	});
}
// src/action/main.ts
async function act({ cwd, env: given, now, runner }) {
	const inputs = readInputs(given);
	const token = inputs.get("token");
	const env = withToken(given, token);
	const secrets = await maskToken(token, runner);
	const world = {
		cwd: env["GITHUB_WORKSPACE"] || cwd,
		env,
		now: now(),
		version: readVersion(),
		say: (line) => logLine(runner, inInputs(line), secrets)
	};
	try {
		await withKinds(async () => {
			const told = await run(inputs, world);
			if (told.ok) await tell({
				runner,
				env,
				secrets
			}, told.value);
			else runner.setFailed(await failureWords(told.error, secrets, env));
		});
	} catch (error) {
		const { explainCrash } = await import("./import/cli-crash.js");
		runner.setFailed(explainCrash(error, env).trimEnd());
	}
}
function withToken({ INPUT_TOKEN: _, ...env }, token) {
	return token === void 0 ? env : {
		...env,
		GITHUB_TOKEN: token
	};
}
async function maskToken(token, runner) {
	if (token === void 0) return [];
	const { secretForms } = await import("./import/github-redact.js");
	const forms = secretForms(token);
	for (const form of forms) runner.setSecret(form);
	return forms;
}
async function run(inputs, world) {
	const given = inputs.get("command") ?? ACTION_COMMAND_NAMES[0];
	const name = ACTION_COMMAND_NAMES.find((one) => one === given);
	if (name === void 0) return fail("usage", sentences.unknownCommand(given, ACTION_COMMAND_NAMES));
	if (inputs.has("format") && !inputs.has("output")) return fail("usage", sentences.formatWithoutOutput);
	const args = toArguments(name, inputs);
	if (!args.ok) return args;
	const flags = await parseFlags(flagsOf(name, knownKinds().list), args.value);
	return flags.ok ? ACTION_COMMANDS[name](flags.value, world, inputs) : flags;
}
async function failureWords({ code, message }, secrets, env) {
	const { redact } = await import("./import/github-redact.js");
	return redact(code === "authentication" && !env["GITHUB_TOKEN"] && !env["GH_TOKEN"] ? sentences.missingToken : `${inInputs(message)}${code === "not-an-environments-repository" ? ` ${sentences.notCheckedOut}` : ""}`, secrets);
}
// src/commands/read/permalinks.ts
async function findWhereabouts(root, commit, env) {
	if (root.top === null) return null;
	const remote = await openRemote({
		cwd: root.root,
		env,
		token: null
	});
	const repository = remote.ok ? repositoryOf(env, remote.value) : resolveRepository(env, null);
	if (!repository.ok) return null;
	const published = commit ?? await publishedCommit({
		folder: root.root,
		env
	}, remote.ok ? remote.value.name : null);
	if (published === null) return null;
	const { owner, repo, serverUrl } = repository.value;
	return {
		repository: `${owner}/${repo}`,
		serverUrl,
		commit: published,
		prefix: root.prefix
	};
}
async function publishedCommit(clone, remote) {
	const head = await resolveCommit(clone, "HEAD");
	if (head === null || remote === null) return head;
	return (await (await openRepository(clone)).raw([
		"merge-base",
		"HEAD",
		`refs/remotes/${remote}/HEAD`
	]).catch(() => "")).trim() || head;
}
// src/action/audit.ts
async function actAudit(given, world) {
	const flags = given;
	const options = readFlags(flags, world);
	if (!options.ok) return options;
	const root = openRoot(options.value, flags.base === void 0 ? "worktree" : "commit");
	if (!root.ok) return root;
	const audited = flags.format === "html" ? await auditAndWrite(flags, pageDoor(flags), ({ audit }) => audit, options.value, world) : await auditAndWrite(flags, auditDoor(flags), (result) => result, options.value, world);
	if (!audited.ok) return audited;
	const { result, exitCode } = audited.value;
	const whereabouts = await findWhereabouts(root.value, result.base ?? await checkedOut(root.value, world.env), world.env);
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
		summary: auditSummary({
			result,
			whereabouts,
			verbose,
			selection: repeatedArguments("audit", flags)
		}),
		annotations: auditAnnotations(result, failOn),
		groups: groupWorstFirst(listedCredentials(result, { brief: !verbose })).map((group) => ({
			name: namespaceName(group[0]),
			lines: group.flatMap(credentialLines)
		})),
		end: auditTotal(result),
		failure: exitCode === 0 || failOn === void 0 ? null : sentences.findings(failOn, result),
		prefix: root.value.prefix
	});
}
async function checkedOut({ root, top }, env) {
	return top === null ? null : resolveCommit({
		folder: root,
		env
	}, "HEAD");
}
async function auditAndWrite(flags, door, auditOf, options, { cwd, say }) {
	const output = findOutput(flags.output, cwd, false, {
		out: () => {},
		err: () => {},
		width: 0,
		isTerminal: false,
		color: false,
		interactive: false,
		errColor: false,
		errWidth: () => 0,
		canAsk: false
	});
	if (!output.ok) return output;
	const audited = await door.run(options, say);
	if (!audited.ok) return audited;
	if (flags.output !== void 0) {
		const text = await door.render[flags.format](audited.value, output.value.terminal, []);
		const written = await output.value.write(text, say);
		if (!written.ok) return written;
	}
	return ok({
		result: auditOf(audited.value),
		exitCode: door.exitCode(audited.value)
	});
}
function credentialLines(each) {
	const age = each.ageDays === null ? "" : `, ${each.ageDays} days`;
	return [`${STATE_WORDS[each.state]}: ${each.kind} ${each.module}, ${shortFile(each)}:${each.line}${age}`, ...each.reasons.map(({ message }) => `  ${message}`)];
}
// src/action/dashboard.ts
async function actDashboard(flags, world) {
	const given = flags;
	const door = dashboardDoor(given);
	const options = readFlags(given, world);
	if (!options.ok) return options;
	const root = openRoot(options.value, "commit");
	if (!root.ok) return root;
	const run = await door.run(options.value, world.say);
	if (!run.ok) return run;
	const { result } = run.value;
	const { boxes, totals, issue } = result;
	const number = (wanted) => boxes.filter(({ outcome }) => outcome === wanted).length;
	const failed = number("failed") + (issue.outcome === "failed" ? 1 : 0);
	const due = [
		"due",
		"deferred",
		"closed",
		"open"
	].reduce((sum, state) => sum + totals[state].credentials, 0);
	return ok({
		outputs: {
			"pull-requests": JSON.stringify(boxes.filter((box) => box.number !== null)),
			opened: String(number("created")),
			updated: String(number("updated")),
			deferred: String(number("deferred")),
			failed: String(failed),
			due: String(due)
		},
		summary: printMarkdown(dashboardDocument(result)),
		annotations: [],
		groups: [],
		end: inlineText(issueSentence(issue)),
		failure: failed === 0 ? null : sentences.failedBoxes(failed),
		prefix: root.value.prefix
	});
}
// src/action/open.ts
const MAX_OUTPUT = 4e5;
function actOpen(flags, world) {
	const open = flags;
	return actOn(open, openDoor(open), world, open.dryRun);
}
function actPlan(flags, world) {
	const door = planDoor(flags);
	const run = async (options, say) => {
		const planned = await door.run(options, say);
		if (!planned.ok) return planned;
		return ok({
			result: withoutTexts(planned.value),
			stopped: false,
			credentials: []
		});
	};
	return actOn(flags, { run }, world, true);
}
function withoutTexts(plan) {
	return {
		...plan,
		pullRequests: plan.pullRequests.map(({ body: _, diff: __, ...rest }) => rest)
	};
}
async function actOn(flags, { run: work }, world, preview) {
	const options = readFlags(flags, world);
	if (!options.ok) return options;
	const root = openRoot(options.value, "commit");
	if (!root.ok) return root;
	const run = await work(options.value, world.say);
	if (!run.ok) return run;
	const { result, credentials, stopped } = run.value;
	const whereabouts = await findWhereabouts(root.value, result.base, world.env);
	const requests = outputOf(result.pullRequests);
	if (requests.left > 0) world.say(sentences.cutOutput(requests.left));
	const outcomes = result.pullRequests.map(({ outcome }) => outcome);
	const words = preview ? PREVIEW_WORDS : OUTCOME_WORDS;
	const number = (wanted) => String(outcomes.filter((each) => each === wanted).length);
	const written = preview ? () => "0" : number;
	const due = credentials.filter(({ state }) => state === "due" || state === "never").length;
	return ok({
		outputs: {
			"pull-requests": requests.json,
			opened: written("created"),
			updated: written("updated"),
			deferred: number("deferred"),
			failed: number("failed"),
			due: String(due)
		},
		summary: openSummary({
			result,
			credentials,
			stopped,
			preview,
			whereabouts
		}),
		annotations: openAnnotations(result, credentials),
		groups: groupsOf(result.pullRequests, words),
		end: openTotal(result.pullRequests, words),
		failure: failureOf(run.value),
		prefix: root.value.prefix
	});
}
function failureOf({ result: { pullRequests }, stopped }) {
	const failed = pullRequests.filter(({ outcome }) => outcome === "failed").length;
	const reasons = [...failed > 0 ? [sentences.failedRequests(failed, pullRequests.length)] : [], ...stopped ? [sentences.stopped] : []];
	return reasons.length === 0 ? null : reasons.join(" ");
}
function outputOf(all) {
	const listed = all.filter(({ outcome }) => outcome !== "deferred").map(({ changes: _, ...request }) => JSON.stringify(request));
	let size = 2;
	const fit = listed.filter((each) => {
		size += each.length + 1;
		return size <= MAX_OUTPUT;
	});
	return {
		json: `[${fit.join(",")}]`,
		left: listed.length - fit.length
	};
}
function groupsOf(requests, words) {
	return [...groupBy(requests, (each) => `${requestName(each)}: ${words[each.outcome]}`)].map(([name, found]) => ({
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
	return `${change.kind} ${change.module}, ${shortFile(change)}:${change.line}: ${change.from ?? "none"} -> ${change.to === "" ? "none" : change.to}`;
}
export { act, actAudit, actDashboard, actOpen, actPlan, findWhereabouts, sentences };
