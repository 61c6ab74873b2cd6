import { NO_DATE, STATE_WORDS, auditTitle, auditTotal, changeTable, code, codeWords, command, count, digits, escapeMarkdown, kindCountsOf, kindNoun, kindTable, kindsOf, listWords, messages, namespaceName, nextSteps as nextSteps$2, notRotatableTitle, paragraph, phraseString, problems, requestLink, requestName, rotatedCell, say, sayList, section, selfRotationBlocks, shellWords, shortFile, skippedBlocks, sourceSentence, step, table, toJson, togetherBlocks, toned, waitingBlocks, whoUses, worstFirst } from "./audit.js";
import { OUTCOME_WORDS, PREVIEW_WORDS, blocksMarkdown, csv, openTotal as openTotal$1, printMarkdown, unifiedDiff } from "./open.js";
// src/report/annotations.ts
const SHOWN = 10;
function openAnnotations({ pullRequests, problems }, credentials) {
	return [
		...pullRequests.filter(({ outcome }) => outcome === "failed").map((each) => {
			return {
				level: "error",
				title: requestName(each),
				message: each.reason ?? each.title,
				place: null
			};
		}),
		...problems.map(ofProblem),
		...ofCredentials(credentials, ["blocked"], "warning", problems)
	];
}
function auditAnnotations({ credentials, problems }, failOn) {
	return [
		...problems.map(ofProblem),
		...failOn === "due" ? ofCredentials(credentials, ["never", "due"], "error", []) : [],
		...ofCredentials(credentials, ["blocked"], failOn === "blocked" ? "error" : "warning", problems)
	];
}
function ofProblem({ file, line, column, code, message }) {
	return {
		level: "error",
		title: codeWords(code),
		message,
		place: {
			file,
			line,
			column
		}
	};
}
function ofCredentials(credentials, states, level, told) {
	const broken = new Set(told.map(({ file }) => file));
	return worstFirst(credentials).filter(({ state, file }) => states.includes(state) && !broken.has(file)).map((each) => ({
		level,
		title: `${namespaceName(each)}: ${kindNoun(each.kind).one} ${STATE_WORDS[each.state]}`,
		message: `${each.module}: ${each.reasons.map(({ message }) => message).join("; ") || STATE_WORDS[each.state]}`,
		place: {
			file: each.file,
			line: each.line
		}
	}));
}
function shownAnnotations(all, failure) {
	const errors = all.filter(({ level }) => level === "error");
	const warnings = all.filter(({ level }) => level === "warning");
	const mostErrors = failure ? 9 : SHOWN;
	const left = [{
		number: errors.length - mostErrors,
		noun: "error"
	}, {
		number: warnings.length - SHOWN,
		noun: "warning"
	}].flatMap(({ number, noun }) => number > 0 ? [count(number, `more ${noun}`)] : []);
	return {
		shown: [...errors.slice(0, mostErrors), ...warnings.slice(0, SHOWN)],
		rest: left.length === 0 ? null : `${left.join(" and ")}: see the summary of the job.`
	};
}
// src/report/runbook.ts
function runbookDocument(result) {
	const { namespaces, skipped } = result;
	const credentials = namespaces.reduce((sum, each) => sum + each.credentials.length, 0);
	return {
		title: `After the rotation: runbook of ${result.date}`,
		totals: [namespaces.length === 0 ? "Nothing is selected that could be rotated." : `${count(credentials, "credential")} in ${count(namespaces.length, "namespace")}; nothing was written.`],
		blocks: [
			...namespaces.map((each) => namespaceSection(each)),
			...skippedBlocks(skipped),
			...problems(result.problems)
		],
		steps: []
	};
}
function namespaceSection(each, ...lead) {
	const { credentials, steps, otherSteps } = each;
	return {
		type: "section",
		title: [{ name: namespaceName(each) }],
		blocks: [
			...lead,
			...headed("Who uses it", credentials, {
				type: "tree",
				items: credentials.map((one) => usesItem(each, one))
			}),
			...headed("Steps, in this order", steps, {
				type: "checklist",
				steps,
				numbered: true
			}),
			...headed("Other credentials of this namespace, which rotate-pr does not rotate", otherSteps, {
				type: "checklist",
				steps: otherSteps,
				numbered: false
			})
		]
	};
}
function headed(heading, items, content) {
	return items.length === 0 ? [] : [paragraph(heading, "strong"), content];
}
function usesItem(each, credential) {
	const place = `${shortFile({
		...each,
		file: credential.file
	})}:${credential.line}`;
	const uses = whoUses(credential);
	return {
		text: [
			{ name: credential.module },
			` (${kindNoun(credential.kind).one}, `,
			{ name: place },
			")"
		],
		below: uses.length === 0 ? ["nothing in this folder’s Terraform"] : uses
	};
}
function runbookJson(result) {
	const namespaces = result.namespaces.map((each) => ({
		...each,
		credentials: each.credentials.map((credential) => ({
			...credential,
			steps: credential.steps.map(plainStep)
		})),
		steps: each.steps.map(plainStep),
		otherSteps: each.otherSteps.map(plainStep)
	}));
	const plain = {
		...result,
		namespaces
	};
	return toJson(plain);
}
function plainStep({ title, commands, expect, credential }) {
	return {
		title: phraseString(title),
		commands,
		expect: expect.map(phraseString),
		credential
	};
}
const HEADER = [
	"cluster",
	"namespace",
	"number",
	"credential",
	"title",
	"commands",
	"expect"
];
function runbookCsv(result) {
	const rows = result.namespaces.flatMap((each) => [...each.steps.map((step, index) => row$1(each, index + 1, step)), ...each.otherSteps.map((step) => row$1(each, null, step))]);
	return csv(HEADER, rows);
}
function row$1({ cluster, namespace }, number, step) {
	const { title, commands, expect, credential } = plainStep(step);
	return [
		cluster,
		namespace,
		number,
		credential,
		title,
		commands.join("\n"),
		expect.join("\n")
	];
}
// src/report/after-merge-comment.ts
const PAGE_LENGTH = 6e4;
function afterMergePages(namespaces, incident) {
	const pages = [[
		`## After the merge`,
		...incident === null ? [] : [`> [!CAUTION]\n> **Incident:** ${escapeMarkdown(incident)}`],
		"This is merged. The credentials change when the pipeline applies it; what is left to do then:"
	].join("\n\n")];
	for (const namespace of namespaces) {
		const part = namespacePart(namespace);
		const last = pages.at(-1) ?? "";
		if (last.length + part.length + 2 <= PAGE_LENGTH) pages[pages.length - 1] = `${last}\n\n${part}`;
		else pages.push(part);
	}
	return pages;
}
function namespacePart(namespace) {
	const whole = blocksMarkdown([namespaceSection(namespace, whoActs(namespace))]);
	if (whole.length <= PAGE_LENGTH) return whole;
	const command = shellWords([
		"rotate-pr",
		"runbook",
		"--namespace",
		namespace.namespace
	]);
	const instead = {
		type: "section",
		title: [{ name: namespaceName(namespace) }],
		blocks: [whoActs(namespace), paragraph(["The steps are too long for a comment. They are printed by ", { name: command }])]
	};
	return blocksMarkdown([instead]);
}
function whoActs({ teams, slackChannel }) {
	const who = teams.length === 0 ? say`nobody is bound to a role in this namespace` : teams.length === 1 ? say`the team ${sayList(teams)}` : say`one of the teams ${sayList(teams)}`;
	const channel = slackChannel === null ? [] : say`, Slack channel ${`#${slackChannel.replace(/^#+/, "")}`}`;
	return paragraph([
		{
			text: "To act:",
			tone: "strong"
		},
		" ",
		...who,
		...channel,
		"."
	]);
}
// src/report/html/bands.ts
const BANDS = [
	"within",
	"half-year",
	"year",
	"two-years",
	"three-years",
	"older",
	"never",
	"unknown",
	"exempt"
];
const LIMITS = [
	["half-year", 183],
	["year", 365],
	["two-years", 730],
	["three-years", 1096]
];
const NEVER_CODES = ["never-rotated", "placeholder-date"];
function bandOf({ state, ageDays, maxAgeDays, reasons }) {
	if (state === "exempt") return "exempt";
	if (ageDays === null) return reasons.some(({ code }) => NEVER_CODES.includes(code)) ? "never" : "unknown";
	if (ageDays <= maxAgeDays) return "within";
	return LIMITS.find(([, limit]) => ageDays <= limit)?.[0] ?? "older";
}
function bandsOf(credentials) {
	const youngest = credentials.reduce((least, { maxAgeDays }) => Math.min(least, maxAgeDays), Infinity);
	const empty = LIMITS.filter(([, limit]) => limit <= youngest).map(([band]) => band);
	return BANDS.filter((band) => !empty.includes(band));
}
// src/report/age-chart.ts
const words = {
	title: (credentials) => `${count(credentials, "credential")} by age`,
	axis: "credentials",
	bands: {
		within: "in time",
		"half-year": "to 6 months",
		year: "to 1 year",
		"two-years": "to 2 years",
		"three-years": "to 3 years",
		older: "older",
		never: "never",
		unknown: "no date",
		exempt: "exempt"
	}
};
function ageChart(credentials) {
	const bands = bandsOf(credentials).filter((band) => band !== "exempt");
	const numbers = new Map(bands.map((band) => [band, 0]));
	for (const credential of credentials) {
		const band = bandOf(credential);
		if (band !== "exempt") numbers.set(band, (numbers.get(band) ?? 0) + 1);
	}
	const values = bands.map((band) => numbers.get(band) ?? 0);
	const total = values.reduce((sum, each) => sum + each, 0);
	if (total === 0) return "";
	const labels = bands.map((band) => words.bands[band]);
	return [
		"xychart-beta",
		`    accTitle: ${words.title(total)}`,
		`    accDescr: ${labels.map((label, at) => `${label} ${values[at]}`).join(", ")}`,
		`    title "${words.title(total)}"`,
		`    x-axis [${labels.map((label) => `"${label}"`).join(", ")}]`,
		`    y-axis "${words.axis}" 0 --> ${Math.max(...values)}`,
		`    bar [${values.join(", ")}]`
	].join("\n");
}
// src/report/fitting.ts
const ISSUE = {
	most: 65536,
	sizeOf: (text) => text.length,
	cut: "This was too long for an issue and is cut here: `rotate-pr audit --verbose --format markdown` shows all of it."
};
function issueMarkdown(document) {
	return fitMarkdown(ISSUE, document);
}
function fitMarkdown({ most, sizeOf, unfolded, cut }, document) {
	const options = unfolded === void 0 ? {} : { unfolded };
	for (let rows = Number.POSITIVE_INFINITY; rows > 1; rows = Number.isFinite(rows) ? rows >> 1 : 4096) {
		const whole = printMarkdown(document, {
			rows,
			...options
		});
		if (sizeOf(whole) <= most) return whole;
	}
	return cutAt(printMarkdown(document, {
		rows: 1,
		...options
	}), {
		most,
		sizeOf,
		cut
	});
}
function cutAt(text, { most, sizeOf, cut }) {
	const kept = [];
	let size = sizeOf(cut) + 2;
	for (const part of text.split(/\n\n(?=#)/)) {
		size += sizeOf(part) + 2;
		if (size > most) break;
		kept.push(part);
	}
	return `${[...kept, cut].join("\n\n")}\n`;
}
// src/report/html/addresses.ts
function repositoryUrl({ serverUrl, repository }) {
	return /^https?:\/\//i.test(serverUrl) ? `${serverUrl}/${encodePath(repository)}` : null;
}
function lineAddress(whereabouts) {
	const { commit, prefix } = whereabouts;
	const repository = repositoryUrl(whereabouts);
	if (repository === null) return null;
	const folder = prefix === "" ? "" : `${encodePath(prefix)}/`;
	return `${repository}/blob/${encodeURIComponent(commit)}/${folder}`;
}
function lineUrl(blob, file, line) {
	return `${blob}${encodePath(file)}#L${line}`;
}
function encodePath(path) {
	return path.split("/").map(encodeSegment).join("/");
}
function encodeSegment(segment) {
	return encodeURIComponent(segment.replace(/\p{Cs}/gu, "�"));
}
// src/report/job-summary.ts
const SUMMARY = {
	most: 1e6,
	sizeOf: (text) => new TextEncoder().encode(text).length,
	unfolded: 50,
	cut: "This summary was too long for GitHub and is cut here: `rotate-pr audit` and `rotate-pr open --format markdown` show all of it."
};
function openSummary(input) {
	const { result, credentials, stopped, preview, whereabouts } = input;
	const words = preview ? PREVIEW_WORDS : OUTCOME_WORDS;
	const { pullRequests, skipped } = result;
	const of = (...wanted) => pullRequests.filter(({ outcome }) => wanted.includes(outcome));
	const listed = worstFirst(credentials).filter(({ state }) => state === "held" || state === "blocked");
	const told = new Set(listed.map(({ id }) => id));
	return fitMarkdown(SUMMARY, {
		title: `Pull requests on ${result.date}`,
		totals: [openTotal$1(pullRequests, words)],
		blocks: [
			...stopped ? [STOPPED] : [],
			...chart(credentials),
			...requestSection(preview ? "Would fail" : "Failed", of("failed"), words),
			...requestSection(preview ? "Would be opened or changed" : "Opened or changed", of("planned", "created", "updated", "closed"), words),
			...requestSection("Left alone", of("left-alone"), words),
			...folded$1("Open and unchanged", of("unchanged"), (found) => requestTable(found, words)),
			...folded$1("Waiting for their turn", of("deferred"), deferredTable),
			...stateSection("Blocked: fix first", listed, ["blocked"], whereabouts),
			...stateSection("On hold", listed, ["held"], whereabouts),
			...skippedBlocks(skipped.filter(({ id }) => !told.has(id))),
			...problems(linked(result.problems, whereabouts))
		],
		steps: []
	});
}
const STOPPED = {
	type: "warning",
	text: "The run ended early: GitHub takes no more now, or refuses the token. The next run goes on where it ended."
};
function auditSummary({ result, whereabouts, verbose, selection }) {
	const { credentials, summary } = result;
	const worst = worstFirst(credentials);
	return fitMarkdown(SUMMARY, {
		title: auditTitle(result.date),
		totals: [auditTotal(result), sourceSentence(result)],
		blocks: [
			...chart(credentials),
			...kindTable(result),
			...stateSection("Blocked: fix first", worst, ["blocked"], whereabouts),
			...stateSection("Due", worst, ["never", "due"], whereabouts),
			...stateSection("On hold", worst, ["held"], whereabouts),
			...verbose ? stateSection("In time or exempt", worst, ["exempt", "ok"], whereabouts) : [],
			...skippedBlocks(summary.notRotatable, notRotatableTitle(result)),
			...problems(linked(result.problems, whereabouts))
		],
		steps: credentials.length === 0 ? [] : nextSteps$2(result, selection)
	});
}
function chart(credentials) {
	return [{
		type: "code",
		language: "mermaid",
		content: ageChart(credentials)
	}];
}
function requestSection(title, requests, words) {
	return section(`${title}: ${count(requests.length, "pull request")}`, ...requestTable(requests, words));
}
function folded$1(title, requests, blocks) {
	const summary = `${title}: ${count(requests.length, "pull request")}`;
	return requests.length === 0 ? [] : [{
		type: "details",
		summary,
		blocks: blocks(requests)
	}];
}
function requestTable(requests, words) {
	const columns = [
		{ title: "namespace" },
		{ title: "pull request" },
		{ title: "outcome" },
		{
			title: "credentials",
			align: "right"
		},
		{ title: "reason" }
	];
	const rows = requests.map((each) => [
		[{ name: requestName(each) }],
		requestLink(each),
		words[each.outcome],
		digits(each.changes.length),
		each.reason ?? ""
	]);
	return table(columns, rows);
}
function deferredTable(requests) {
	return table([
		{ title: "namespace" },
		{
			title: "credentials",
			align: "right"
		},
		{ title: "reason" }
	], requests.map((each) => [
		[{ name: requestName(each) }],
		digits(each.changes.length),
		each.reason ?? ""
	]));
}
const STATE_COLUMNS = [
	{ title: "namespace" },
	{ title: "kind" },
	{ title: "module" },
	{ title: "file" },
	{ title: "rotated on" },
	{
		title: "days",
		align: "right"
	},
	{ title: "reason" }
];
function stateSection(title, credentials, states, whereabouts) {
	const found = credentials.filter(({ state }) => states.includes(state));
	const rows = found.map((each) => [
		[{ name: namespaceName(each) }],
		each.kind,
		[{ name: each.module }],
		[{
			name: `${shortFile(each)}:${each.line}`,
			url: urlOf(each, whereabouts)
		}],
		rotatedCell(each),
		each.ageDays === null ? "" : digits(each.ageDays),
		messages(each.reasons)
	]);
	return section(`${title}: ${count(found.length, "credential")}`, ...table(STATE_COLUMNS, rows));
}
function linked(all, whereabouts) {
	return all.map((each) => ({
		...each,
		url: urlOf(each, whereabouts)
	}));
}
function urlOf({ file, line }, whereabouts) {
	const blob = whereabouts === null ? null : lineAddress(whereabouts);
	return blob === null ? null : lineUrl(blob, file, line);
}
// src/report/verify.ts
const STATES = {
	late: {
		word: "late",
		tone: "bad",
		title: "Late: merged more than an hour ago, and not in force"
	},
	pending: {
		word: "pending",
		tone: "warning",
		title: "Pending: merged, and not in force yet"
	},
	"cannot-see": {
		word: "cannot see",
		tone: "held",
		title: "Cannot be seen"
	},
	applied: {
		word: "applied",
		tone: "good",
		title: "Applied: the new value is there"
	},
	consumed: {
		word: "consumed",
		tone: "good",
		title: "Consumed: no pod that was seen holds the old value"
	}
};
const COLUMNS = [
	{
		title: "namespace",
		as: "group"
	},
	{
		title: "credential",
		min: 24
	},
	{ title: "date" },
	{ title: "merged" },
	{
		title: "what was seen",
		as: "note"
	}
];
function verifyDocument(result) {
	const { rotations, summary, since } = result;
	const states = Object.keys(STATES).filter((state) => rotations.some((rotation) => rotation.state === state));
	return {
		title: `Rotations in force on ${result.date}`,
		totals: rotations.length === 0 ? [`Nothing was rotated on this branch since ${since}.`] : [totals$1(summary)],
		blocks: [...states.flatMap((state) => {
			const of = rotations.filter((rotation) => rotation.state === state);
			return section(`${STATES[state].title}: ${digits(of.length)}`, ...table(COLUMNS, of.map(row), { titled: true }), ...of.flatMap(podBlocks));
		}), ...problems(result.problems)],
		steps: []
	};
}
function totals$1(summary) {
	const said = [
		[summary.late, "late"],
		[summary.pending, "pending"],
		[summary.cannotSee, "that nobody could see"],
		[summary.applied, "applied"],
		[summary.consumed, "consumed"]
	].filter(([number]) => number > 0).map(([number, word]) => `${digits(number)} ${word}`);
	return `${count(summary.rotations, "merged rotation")}: ${said.join(", ")}.`;
}
function row(rotation) {
	const { namespace, module, kind, value, mergedAt, evidence, pullRequest, state } = rotation;
	const merged = `${mergedAt.slice(0, 16).replace("T", " ")}${pullRequest === null ? "" : `, #${pullRequest}`}`;
	return [
		[{ name: namespace }],
		[{ name: module }, ` (${kindNoun(kind).one})`],
		value === null ? "taken out" : [{ name: value }],
		merged,
		toned(evidence.length === 0 ? "Nobody was asked who could see it." : sentences(evidence), STATES[state].tone)
	];
}
function sentences(evidence) {
	return evidence.map(({ message, url, says }) => `${message}${says === "begun" && url !== null ? ` (${url})` : ""}.`).join(" ");
}
function podBlocks({ podsLeft, module }) {
	return podsLeft.map(({ kind, name, namespace, pods, command }) => paragraph(command === null ? [
		{ name: module },
		": the next run of ",
		{ name: `${kind} ${name}` },
		` in ${namespace} reads the new value.`
	] : [
		{ name: module },
		`: ${count(pods.length, "pod")} of `,
		{ name: `${kind} ${name}` },
		" hold the old value: ",
		{ text: command }
	]));
}
function verifyCsv({ rotations }) {
	return csv([
		"id",
		"namespace",
		"cluster",
		"kind",
		"module",
		"value",
		"merged",
		"pull request",
		"state",
		"evidence",
		"pods left"
	], rotations.map((each) => [
		each.id,
		each.namespace,
		each.cluster,
		each.kind,
		each.module,
		each.value,
		each.mergedAt,
		each.pullRequest,
		each.state,
		sentences(each.evidence),
		each.podsLeft.map(({ kind, name }) => `${kind}/${name}`).join(" ")
	]));
}
function verifyComment(rotations) {
	return `## Is it in force?\n\n${rotations.flatMap(({ module, kind, state, evidence, podsLeft }) => {
		const isInForce = state === "applied" || state === "consumed";
		const [seen] = evidence.length === 0 ? ["nobody was asked who could see it"] : [sentences(evidence)];
		const what = `${code(module)} (${kindNoun(kind).one}): **${STATES[state].word}**. ${escapeMarkdown(seen)}`;
		return [`- [${isInForce ? "x" : " "}] ${what}`, ...podsLeft.map(({ kind: owner, name, command }) => command === null ? `  - [ ] the next run of ${code(`${owner} ${name}`)}` : `  - [ ] ${code(command)}`)];
	}).join("\n")}\n`;
}
// src/report/changes.ts
function applyDocument({ date, changes, skipped, problems: wrong }, selection = []) {
	const files = new Set(changes.map(({ file }) => file)).size;
	return {
		title: `Rotation on ${date}`,
		totals: changes.length === 0 ? ["Nothing was changed."] : [`${count(changes.length, "credential")} rotated in ${count(namespacesOf(changes), "namespace")}, ${count(files, "file")} changed.`, "The files are changed, nothing is committed."],
		blocks: [
			...selfRotationBlocks(changes),
			...changeTable(changes),
			...skippedBlocks(skipped),
			...problems(wrong)
		],
		steps: changes.length === 0 ? [] : nextSteps$1(changes, selection)
	};
}
function nextSteps$1(changes, selection) {
	const named = [...new Set(changes.map(({ namespace }) => namespace))].flatMap((name) => ["--namespace", name]);
	const commit = `git commit -m 'Rotate ${count(changes.length, "credential")}' -- namespaces`;
	return [
		step("To see the change:", "git diff"),
		step("To put it on a branch, for a pull request:", `git switch -c rotate-credentials && ${commit} && git push -u origin HEAD`),
		step("Or to have the pull requests opened, one for each namespace:", command("open", selection.length === 0 ? named : selection))
	];
}
const DIFFS = 40;
const DATES = 100;
function previewDocument({ changes, files }) {
	const total = `${count(changes.length, "credential")} to rotate in ${count(namespacesOf(changes), "namespace")}, ${count(files.length, "file")}.`;
	const more = changes.length - DATES;
	const tooMany = files.length > DIFFS;
	const diffs = () => files.map(({ path, before, after }) => ({
		type: "code",
		language: "diff",
		content: unifiedDiff(path, before, after)
	}));
	return {
		title: total,
		totals: tooMany && more > 0 ? [`… and ${digits(more)} more: rotate-pr plan shows each with its diff.`, total] : [total],
		blocks: [...tooMany ? changeTable(changes.slice(0, DATES)) : diffs(), ...selfRotationBlocks(changes)],
		steps: []
	};
}
function namespacesOf(changes) {
	return new Set(changes.map(({ cluster, namespace }) => `${cluster}/${namespace}`)).size;
}
// src/report/history.ts
const LISTED = 15;
const POINTS = 16;
const MOST_LISTED = 1e3;
function historyDocument(result, { brief, mostListed = MOST_LISTED }) {
	const { summary, series } = result;
	const some = summary.rotations > 0;
	return {
		title: `Rotations from ${result.since} to ${result.date}`,
		totals: [
			...summarySentences(result),
			...oddSentences(result),
			`Read from the history of commit ${result.base.slice(0, 12)}.`
		],
		blocks: [
			...summary.cut === null ? [] : [paragraph(cutSentence(summary.cut.day), "warning")],
			...seriesBlocks(brief ? thinned(series) : series, summary.maxAgeDays),
			...some ? [
				...kindBlocks(result),
				...teamBlocks(result),
				...commitBlocks(result, brief)
			] : [],
			...some && !brief ? rotationBlocks(result, mostListed) : [],
			...problems(result.problems)
		],
		steps: []
	};
}
function summarySentences({ summary }) {
	const { rotations, credentials, created, removed } = summary;
	const came = `${count(created, "credential")} ${created === 1 ? "was" : "were"} made, ${digits(removed)} ${removed === 1 ? "was" : "were"} removed.`;
	if (rotations === 0) return ["Nothing was rotated.", came];
	return [
		`${count(rotations, "rotation")} of ${count(credentials, "credential")}.`,
		ageSentence(summary),
		came
	];
}
function ageSentence({ rotations, medianAgeDays, ofUnknownAge }) {
	const unknown = `For ${digits(ofUnknownAge)} the date before tells no age.`;
	if (medianAgeDays === null) return unknown;
	const known = `The median age of the ${ofUnknownAge === 0 ? "secrets" : `other ${digits(rotations - ofUnknownAge)}`} was ${days(medianAgeDays)}.`;
	return ofUnknownAge === 0 ? known : `${unknown} ${known}`;
}
function days(value) {
	return Number.isInteger(value) ? count(value, "day") : `${value} days`;
}
const NOTES = {
	"format-only": "wrote the same day in another format, which rotates all the same",
	backwards: "went back to an earlier day",
	future: "wrote a day that was still to come",
	outdated: "wrote a day that was over the maximum age already",
	unreadable: "wrote what is no date"
};
function oddSentences({ summary }) {
	return Object.keys(NOTES).filter((note) => summary.notes[note] > 0).map((note) => `${digits(summary.notes[note])} of them ${NOTES[note]}.`);
}
function cutSentence(day) {
	return `This clone is shallow: its history begins on ${day}, and what was before is not known. git fetch --unshallow gets the rest.`;
}
function chartTitle(maxAgeDays) {
	return `Credentials over ${count(maxAgeDays, "day")}`;
}
function pointSentence({ day, over, never, credentials }) {
	return `On ${day} ${digits(over)} of ${digits(credentials)} were over it, ${digits(never)} of them never rotated.`;
}
function thinned(series) {
	const step = Math.ceil(series.length / POINTS);
	return series.filter((_, index) => (series.length - 1 - index) % step === 0);
}
const SERIES_COLUMNS = [
	{ title: "day" },
	{
		title: "over",
		align: "right"
	},
	{
		title: "never",
		align: "right"
	},
	{
		title: "credentials",
		align: "right"
	},
	{
		title: "share over",
		align: "right",
		only: "markdown"
	},
	{
		title: "",
		only: "text"
	}
];
function seriesBlocks(series, maxAgeDays) {
	const most = Math.max(0, ...series.map(({ credentials }) => credentials));
	const rows = series.map(({ day, over, never, credentials }) => [
		day,
		digits(over),
		digits(never),
		digits(credentials),
		credentials === 0 ? "" : `${Math.round(100 * over / credentials)} %`,
		{
			bar: [
				{
					value: over - never,
					tone: "warning",
					fill: "█"
				},
				{
					value: never,
					tone: "never",
					fill: "▒"
				},
				{
					value: credentials - over,
					tone: "quiet",
					fill: "·"
				}
			],
			most
		}
	]);
	if (most === 0) return [];
	return section(chartTitle(maxAgeDays), ...table(SERIES_COLUMNS, rows, { titled: true }), {
		type: "paragraph",
		text: "█ over it, ▒ of them never rotated, · within it",
		tone: "quiet",
		only: "text"
	});
}
function figureTable(name, rows, limit) {
	return table([
		{
			title: name,
			min: 12
		},
		{
			title: "rotations",
			align: "right"
		},
		{
			title: "credentials",
			align: "right"
		},
		{
			title: "median age in days",
			align: "right"
		},
		{
			title: "age unknown",
			align: "right"
		}
	], rows, {
		titled: true,
		noun: name,
		...limit === void 0 ? {} : { limit }
	});
}
function figureCells({ rotations, credentials, medianAgeDays, ofUnknownAge }) {
	const age = medianAgeDays === null ? "-" : String(medianAgeDays);
	return [
		digits(rotations),
		digits(credentials),
		age,
		digits(ofUnknownAge)
	];
}
function kindBlocks({ summary, rotations }) {
	return figureTable("kind", kindsOf(rotations).map((kind) => [kind, ...figureCells(summary.byKind[kind])]));
}
function teamBlocks({ summary }) {
	return folded("Teams with most rotations", figureTable("team", summary.byTeam.map(({ team, ...figures }) => [team === null ? [{
		text: "no team known",
		tone: "quiet"
	}] : [{ name: team }], ...figureCells(figures)]), LISTED));
}
function folded(summary, blocks) {
	return blocks.length === 0 ? [] : [{
		type: "details",
		summary,
		blocks
	}];
}
const COMMIT_COLUMNS = [
	{ title: "day" },
	{ title: "commit" },
	{
		title: "rotations",
		align: "right",
		only: "markdown"
	},
	{
		title: "what",
		min: 20
	},
	{
		title: "namespaces",
		align: "right",
		only: "markdown"
	},
	{
		title: "subject",
		min: 10
	}
];
function commitBlocks({ summary: { byCommit } }, brief) {
	const all = !brief || byCommit.length <= LISTED;
	const commits = all ? byCommit : byCommit.toSorted((a, b) => b.rotations - a.rotations);
	return folded(all ? "Commits with rotations, newest first" : "Commits with most rotations", table(COMMIT_COLUMNS, commits.map(commitRow), {
		titled: true,
		limit: LISTED,
		noun: "commit"
	}));
}
function commitRow(each) {
	return [
		each.day,
		[{
			name: each.commit.slice(0, 12),
			tone: "warning"
		}],
		digits(each.rotations),
		listWords(kindCountsOf(each.byKind)),
		digits(each.namespaces),
		[{
			text: each.subject,
			tone: "quiet"
		}]
	];
}
const ROTATION_COLUMNS = [
	{ title: "day" },
	{
		title: "credential",
		min: 20,
		only: "text"
	},
	{
		title: "namespace",
		only: "markdown"
	},
	{
		title: "kind",
		only: "markdown"
	},
	{
		title: "module",
		only: "markdown"
	},
	{
		title: "file",
		only: "markdown"
	},
	{
		title: "before",
		min: 20
	},
	{
		title: "→",
		only: "text"
	},
	{
		title: "after",
		min: 20
	},
	{
		title: "age in days",
		align: "right"
	},
	{
		title: "notes",
		as: "note"
	}
];
function rotationBlocks({ rotations }, mostListed) {
	const left = rotations.length - mostListed;
	return folded("Rotations, oldest first", [...left > 0 ? [paragraph(`The ${count(left, "oldest rotation")} are left out here; --format json has all.`)] : [], ...table(ROTATION_COLUMNS, rotations.slice(-mostListed).map(rotationRow), { titled: true })]);
}
function rotationRow(each) {
	return [
		each.day,
		[{ name: each.id }],
		[{ name: namespaceName(each) }],
		each.kind,
		[{ name: each.module }],
		[{ name: shortFile(each) }],
		each.from === null ? NO_DATE : [{
			name: each.from,
			tone: "bad"
		}],
		"→",
		each.to === null ? NO_DATE : [{
			name: each.to,
			tone: "good"
		}],
		each.ageDays === null ? "-" : digits(each.ageDays),
		[{
			text: each.notes.join(", "),
			tone: "warning"
		}]
	];
}
// src/report/history-svg.ts
const WIDTH = 720;
const HEIGHT = 260;
const LEFT = 48;
const GRID_LINES = 4;
const DAYS_BELOW = 6;
const DAY_MS = 864e5;
function historySvg(series, maxAgeDays, id = "history") {
	const [first, ...rest] = series;
	const last = rest.at(-1);
	const most = Math.max(0, ...series.map(({ credentials }) => credentials));
	if (first === void 0 || last === void 0 || most === 0) return "";
	const top = roundUp(most);
	const begin = timeOf(first.day);
	const span = Math.max(1, timeOf(last.day) - begin);
	const x = (point) => LEFT + (timeOf(point.day) - begin) / span * 656;
	const y = (value) => 232 - value / top * 220;
	const path = (value) => series.map((point, index) => `${index === 0 ? "M" : "L"}${short(x(point))} ${short(y(value(point)))}`).join("");
	const area = (value) => `${path(value)}L${short(x(last))} ${short(y(0))}L${short(x(first))} ${short(y(0))}Z`;
	return [
		`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img" aria-labelledby="${id}-title ${id}-desc">`,
		`<title id="${id}-title">${chartTitle(maxAgeDays)}</title>`,
		`<desc id="${id}-desc">${pointSentence(first)} ${pointSentence(last)}</desc>`,
		...gridLines(top).map((value) => gridLine(value, y(value))),
		`<path class="over" d="${area(({ over }) => over)}" fill="#b45309" fill-opacity="0.55"/>`,
		`<path class="never" d="${area(({ never }) => never)}" fill="#7e22ce" fill-opacity="0.75"/>`,
		`<path class="all" d="${path(({ credentials }) => credentials)}" fill="none" stroke="currentColor" stroke-width="1.5"/>`,
		...spread(series, DAYS_BELOW).map((point) => dayLabel(point, x(point), point === last)),
		"</svg>"
	].join("\n");
}
function gridLine(value, at) {
	return `${`<line class="grid" x1="${LEFT}" x2="704" y1="${short(at)}" y2="${short(at)}" stroke="currentColor" stroke-opacity="0.2"/>`}<text class="label" x="42" y="${short(at + 4)}" ${LABEL} text-anchor="end">${digits(value)}</text>`;
}
function dayLabel({ day }, at, isLast) {
	const anchor = isLast ? "end" : "start";
	return `<text class="label" x="${short(at)}" y="252" ${LABEL} text-anchor="${anchor}">${day}</text>`;
}
const LABEL = "font-size=\"11\" fill=\"currentColor\"";
function spread(series, wanted) {
	const steps = Math.min(wanted, series.length) - 1;
	return Array.from({ length: steps + 1 }, (_, step) => {
		return series[Math.round(step * (series.length - 1) / steps)];
	});
}
function gridLines(top) {
	const step = top / GRID_LINES;
	return Array.from({ length: 5 }, (_, index) => index * step);
}
function roundUp(value) {
	for (let unit = GRID_LINES;; unit *= 10) for (const factor of [
		1,
		2,
		3,
		4,
		5,
		6,
		8
	]) if (unit * factor >= value) return unit * factor;
}
function timeOf(day) {
	return Date.parse(`${day}T00:00:00Z`) / DAY_MS;
}
function short(value) {
	return String(Math.round(value * 10) / 10);
}
// src/report/status.ts
const CLOSED = 10;
const NOT_SAID = "?";
function statusDocument(result, selection) {
	const { pullRequests, summary } = result;
	const of = (state) => pullRequests.filter((each) => each.state === state);
	const waiting = of("deferred").map((each) => ({
		...each,
		name: requestName(each)
	}));
	const [open, closed] = [worstOpenFirst(pullRequests), of("closed")];
	return {
		title: `Pull requests on ${result.date}`,
		totals: pullRequests.length === 0 ? ["No pull request is open, and nothing that is due waits for one."] : totals(summary),
		blocks: [
			...section(`Open: ${digits(open.length)}`, ...table(OPEN_COLUMNS, open.map(openRow), { titled: true })),
			...waitingBlocks("Deferred", waiting),
			...togetherBlocks(waiting),
			...section(`Closed by a person, and not reopened yet: ${digits(closed.length)}`, ...table(CLOSED_COLUMNS, closed.map(closedRow), {
				titled: true,
				limit: CLOSED
			}), ...closed.length === 0 ? [] : [paragraph("What a person closed is opened again by its name: rotate-pr open --namespace NAME.")]),
			...problems(result.problems)
		],
		steps: nextSteps(summary, selection)
	};
}
const OPEN_COLUMNS = [
	{ title: "pull request" },
	{
		title: "namespace",
		min: 24
	},
	{
		title: "days",
		align: "right"
	},
	{ title: "checks" },
	{ title: "mergeable" },
	{
		title: "review",
		min: 8
	},
	{
		title: "what is to be done",
		as: "note"
	}
];
function openRow(each) {
	const { checks, mergeable, ageDays, reason } = each;
	return [
		requestLink(each),
		[{ name: requestName(each) }],
		ageDays === null ? "-" : digits(ageDays),
		checks === null ? toned(NOT_SAID, "quiet") : toned(CHECKS[checks].word, CHECKS[checks].tone),
		mergeable === "conflicting" ? toned("conflict", "bad") : toned(mergeable === null ? NOT_SAID : "mergeable", "quiet"),
		toned(reviewWords(each), each.review === "changes-requested" ? "bad" : "quiet"),
		reason === null ? "" : toned(reason, "warning")
	];
}
const CHECKS = {
	passing: {
		word: "passing",
		tone: "good"
	},
	failing: {
		word: "failing",
		tone: "bad"
	},
	pending: {
		word: "pending",
		tone: "warning"
	},
	none: {
		word: "no checks",
		tone: "quiet"
	}
};
const REVIEWS = {
	approved: "approved",
	"changes-requested": "changes requested",
	"review-required": "unreviewed",
	none: ""
};
function reviewWords({ review, draft }) {
	return [review === null ? "" : REVIEWS[review], draft === true ? "draft" : ""].filter((word) => word !== "").join(", ");
}
const CLOSED_COLUMNS = [
	{ title: "pull request" },
	{
		title: "namespace",
		min: 16
	},
	{ title: "not reopened before" },
	{
		title: "why",
		as: "note"
	}
];
function closedRow(each) {
	return [
		requestLink(each),
		[{ name: requestName(each) }],
		each.until ?? "",
		each.reason ?? ""
	];
}
function totals(summary) {
	const { open, deferred, closed } = summary;
	return [
		open === 0 ? "No pull request is open." : openTotal(summary),
		...deferred === 0 ? [] : [`${count(deferred, "namespace has", "namespaces have")} something due and no pull request.`],
		...closed === 0 ? [] : [`${count(closed, "pull request", "pull requests")} closed by a person ${closed === 1 ? "is" : "are"} not reopened yet.`]
	];
}
function openTotal({ open, checks, oldestDays, ...rest }) {
	const said = [
		[checks.failing, "with failing checks"],
		[rest.conflicting, "in conflict with the base branch"],
		[rest.modifiedByOthers, "with somebody's commits"],
		[rest.changesRequested, "with changes requested"],
		[checks.pending, "with checks pending"],
		[checks.passing, "with passing checks"],
		[rest.approved, "approved"],
		[rest.drafts, rest.drafts === 1 ? "a draft" : "drafts"]
	].flatMap(([size, words]) => size === 0 ? [] : [`${digits(size)} ${words}`]);
	const details = said.length === 0 ? "" : `: ${said.join(", ")}`;
	const age = oldestDays === null ? "" : ` The oldest is ${count(oldestDays, "day")} old.`;
	return `${count(open, "pull request is", "pull requests are")} open${details}.${age}`;
}
function nextSteps({ toCreate, toUpdate, toClose }, selection) {
	const said = [
		[toCreate, "open"],
		[toUpdate, "update"],
		[toClose, "close"]
	].flatMap(([size, verb]) => size === 0 ? [] : [`${verb} ${digits(size)}`]);
	if (said.length === 0) return [];
	const look = step("To see what the next run would write:", command("plan", selection, "--due"));
	return [...toCreate === 0 ? [] : [look], step(`To ${said.join(", ")}:`, command("open", selection, "--due"))];
}
function worstOpenFirst(all) {
	const rank = ({ checks, mergeable, modifiedByOthers, review, next }) => {
		const signs = [
			checks === "failing",
			mergeable === "conflicting",
			modifiedByOthers === true,
			review === "changes-requested",
			next !== "nothing"
		];
		const first = signs.indexOf(true);
		return first === -1 ? signs.length : first;
	};
	return all.filter(({ state }) => state === "open").toSorted((a, b) => rank(a) - rank(b) || (b.ageDays ?? 0) - (a.ageDays ?? 0) || (a.number ?? 0) - (b.number ?? 0));
}
const FIELDS = [
	"state",
	"cluster",
	"namespace",
	"branch",
	"number",
	"url",
	"title",
	"ageDays",
	"checks",
	"mergeable",
	"review",
	"next",
	"rotatedOn",
	"until",
	"code",
	"reason"
];
function statusCsv({ pullRequests }) {
	const flag = (value) => value === null ? null : String(value);
	const rows = pullRequests.map((each) => [
		...FIELDS.map((name) => each[name]),
		each.group ?? null,
		flag(each.draft),
		flag(each.modifiedByOthers)
	]);
	return csv([
		...FIELDS,
		"group",
		"draft",
		"modifiedByOthers"
	], rows);
}
export { BANDS, afterMergePages, applyDocument, auditAnnotations, auditSummary, bandOf, bandsOf, chartTitle, fitMarkdown, historyDocument, historySvg, issueMarkdown, lineAddress, lineUrl, namespaceSection, openAnnotations, openSummary, pointSentence, previewDocument, repositoryUrl, runbookCsv, runbookDocument, runbookJson, shownAnnotations, statusCsv, statusDocument, thinned, verifyComment, verifyCsv, verifyDocument };
