import { STATES_WORST_FIRST, STATE_WORDS, clusterLabel$1 as clusterLabel, count, digits, kindNoun, kindsOf, visible, worstFirst } from "./audit.js";
import { BANDS, bandOf, bandsOf, historySvg, lineAddress, lineUrl, repositoryUrl } from "./report.js";
import { groupBy } from "./main.js";
import { _taggedTemplateLiteral } from "./lib/oxc-runtime.js";
// src/report/html/data.ts
function pack({ audit, namespaces, whereabouts }) {
	const texts = new Map();
	const put = (text) => {
		if (text === null) return -1;
		const known = texts.get(text);
		if (known !== void 0) return known;
		texts.set(text, texts.size);
		return texts.size - 1;
	};
	const places = new Map(namespaces.map((facts, at) => [key(facts), at]));
	const all = [...namespaces];
	const placeOf = (credential) => {
		const known = places.get(key(credential));
		if (known !== void 0) return known;
		places.set(key(credential), all.length);
		return all.push(noFacts(credential)) - 1;
	};
	const kinds = kindsOf(audit.credentials).map((name) => {
		const { one, many } = kindNoun(name);
		return {
			name,
			one,
			many
		};
	});
	const kindPlace = new Map(kinds.map(({ name }, at) => [name, at]));
	const rows = worstFirst(audit.credentials).map((each) => [
		placeOf(each),
		each.id === idOf(each, packedFile(each), each.module) ? -1 : put(each.id),
		put(packedFile(each)),
		each.line,
		kindPlace.get(each.kind) ?? -1,
		put(each.module),
		STATES_WORST_FIRST.indexOf(each.state),
		put(each.source),
		put(each.version),
		put(each.latestVersion),
		put(each.variable),
		put(each.value),
		put(each.rotatedOn),
		each.ageDays,
		each.maxAgeDays,
		BANDS.indexOf(bandOf(each)),
		each.reasons.map(({ message }) => put(message))
	]);
	const blob = whereabouts === null ? null : lineAddress(whereabouts);
	return {
		date: audit.date,
		kinds,
		texts: [...texts.keys()],
		namespaces: all,
		rows,
		blob
	};
}
function resourcesOf({ cluster, namespace }) {
	return `namespaces/${cluster}/${namespace}/resources/`;
}
function packedFile(credential) {
	const folder = resourcesOf(credential);
	return credential.file.startsWith(folder) ? credential.file.slice(folder.length) : `/${credential.file}`;
}
function idOf({ cluster, namespace }, file, module) {
	const label = clusterLabel(cluster);
	return `${label === "live" ? "" : `${label}--`}${namespace}/${file}#${module}`;
}
function key({ cluster, namespace }) {
	return `${cluster}/${namespace}`;
}
function noFacts({ cluster, namespace }) {
	return {
		cluster,
		namespace,
		production: null,
		teamName: null,
		teams: [],
		application: null,
		slackChannel: null
	};
}
// src/report/html/markup.ts
function html(prose, ...parts) {
	let out = prose[0] ?? "";
	for (const [at, part] of parts.entries()) out += render(part) + (prose[at + 1] ?? "");
	return { html: out };
}
function render(part) {
	if (typeof part === "string" || typeof part === "number") return escapeHtml(String(part));
	return "html" in part ? part.html : part.map(({ html: each }) => each).join("");
}
const ENTITIES = {
	"&": "&amp;",
	"<": "&lt;",
	">": "&gt;",
	"\"": "&quot;",
	"'": "&#39;"
};
function escapeHtml(text) {
	return text.replace(/[&<>"']/g, (character) => ENTITIES[character]);
}
function jsonData(value) {
	return { html: JSON.stringify(value).replace(/[<>&\p{Zl}\p{Zp}\p{Cf}]/gu, escapeJson) };
}
function escapeJson(character) {
	return Array.from({ length: character.length }, (_, at) => character.charCodeAt(at)).map((unit) => `\\u${unit.toString(16).padStart(4, "0")}`).join("");
}
function ownCode(text) {
	if (/<\/(?:script|style)|<!--/i.test(text)) throw new Error("The page’s own code holds an end tag.");
	return { html: text };
}
// src/report/html/days.ts
const MONTHS = [
	"Jan",
	"Feb",
	"Mar",
	"Apr",
	"May",
	"Jun",
	"Jul",
	"Aug",
	"Sep",
	"Oct",
	"Nov",
	"Dec"
];
function dayWords(day) {
	const { y, m, d } = /^(?<y>\d{4})-(?<m>\d\d)-(?<d>\d\d)$/.exec(day)?.groups ?? {};
	const month = MONTHS[Number(m) - 1];
	return month === void 0 ? day : `${Number(d)} ${month} ${y}`;
}
// src/report/html/sentences.ts
function kindTitle({ many }) {
	return capitalised(many);
}
function capitalised(words) {
	return words.charAt(0).toUpperCase() + words.slice(1);
}
const BAND_WORDS = {
	within: ["within its maximum age", "in time"],
	"half-year": ["up to 6 months old", "≤ 6 m"],
	year: ["6 to 12 months old", "≤ 1 y"],
	"two-years": ["1 to 2 years old", "≤ 2 y"],
	"three-years": ["2 to 3 years old", "≤ 3 y"],
	older: ["over 3 years old", "> 3 y"],
	never: ["never rotated", "never"],
	unknown: ["date unknown", "?"],
	exempt: ["nothing to rotate", "–"]
};
const page = {
	title: "Credential rotation",
	documentTitle: (date) => `Credential rotation on ${dayWords(date)}`,
	skip: "Skip to the credentials",
	on: (date) => `as of ${dayWords(date)}`,
	workingTree: "read from the working tree",
	commit: (commit) => `read from commit ${commit.slice(0, 12)}`,
	theme: "Colours",
	themes: {
		auto: "Auto",
		light: "Light",
		dark: "Dark"
	},
	noScript: "The charts, the filters and the list of credentials need JavaScript. The numbers below do not; rotate-pr audit prints the list as text, CSV or Markdown.",
	summaryCaption: "Credentials by kind and state",
	kind: "Kind",
	total: "Total",
	made: (version) => `Made by rotate-pr ${version}. This file is complete: it asks no server for anything.`,
	nothing: "There is no credential in this audit."
};
const headline = {
	region: "At a glance",
	due: (due, all) => `of ${count(all, "credential")} ${due === 1 ? "is" : "are"} due for rotation`,
	in: (namespaces) => `in ${count(namespaces, "namespace")}`,
	tiles: {
		due: "too old",
		never: "never rotated",
		blocked: "blocked",
		held: "on hold",
		ok: "in time"
	},
	oldest: "oldest rotation",
	noOldest: "none",
	on: (day) => dayWords(day),
	bar: "Credentials by state"
};
const filters = {
	title: "Filters",
	search: "Search",
	searchHint: "name, team, file, reason…",
	team: "Team",
	anyTeam: "any team",
	state: "State",
	kind: "Kind",
	age: "Age",
	production: "Production",
	productions: {
		yes: "production",
		no: "not production",
		unknown: "not said"
	},
	cluster: "Cluster",
	chosen: {
		q: (text) => `“${text}”`,
		team: (team) => `team ${team}`,
		namespace: (namespace) => `namespace ${namespace}`,
		cluster: (cluster) => `cluster ${cluster}`
	},
	none: "Everything in this audit.",
	chosenTitle: "Shown:",
	remove: (what) => `Remove the filter ${what}`,
	clear: "Clear all",
	copy: "Copy link to this view",
	copied: "Copied"
};
const ages = {
	title: "Age by kind",
	intro: "Columns count credentials by age; what is exempt is left out. Below them each square is a namespace, coloured by its worst credential of that kind. A square opens its namespace, a column its credentials.",
	bar: (number, kind, band) => `${kind}, ${BAND_WORDS[band][0]}: ${digits(number)}`,
	histogram: (kind) => `${kind} by age`,
	total: (shown, namespaces) => shown === 0 ? "none in this view" : `${digits(shown)} in ${count(namespaces, "namespace")}`,
	map: (kind, namespaces) => `${kind}: ${count(namespaces, "namespace")}, the worst first. Arrow keys move, Enter filters.`,
	tile: (state, rotated, credentials) => `${STATE_WORDS[state]}, ${rotated}${credentials > 1 ? `, the worst of ${credentials}` : ""}`,
	legend: "Colours of the squares and columns"
};
const teams = {
	title: "Teams",
	intro: "A namespace counts once: for its annotation team-name, and where that is missing for the smallest of its GitHub teams. The filter Team finds all of a namespace’s teams.",
	nobody: "no team named",
	columns: {
		team: "Team",
		namespaces: "Namespaces",
		due: "Due",
		all: "Of",
		oldest: "Oldest",
		bar: "By state"
	},
	more: (teams) => `Show all ${digits(teams)} teams`,
	fewer: "Show fewer teams"
};
const list = {
	title: "Credentials",
	caption: "Credentials, one a row; the buttons in the head sort",
	columns: {
		state: "State",
		namespace: "Namespace",
		credential: "Credential",
		rotated: "Rotated",
		version: "Version",
		reason: "Reason"
	},
	sort: "Sort by",
	sorts: {
		state: "worst first",
		"-state": "best first",
		namespace: "namespace, A to Z",
		"-namespace": "namespace, Z to A",
		credential: "kind and module, A to Z",
		"-credential": "kind and module, Z to A",
		rotated: "oldest first",
		"-rotated": "newest first",
		version: "lowest version first",
		"-version": "highest version first"
	},
	shown: (shown, all) => shown === all ? `${count(all, "credential")}` : `${digits(shown)} of ${count(all, "credential")}`,
	empty: "No credential fits these filters.",
	more: (more) => `Show ${digits(more)} more`,
	leftOutOfPrint: (shown, all) => `Printed: the first ${digits(shown)} of ${digits(all)}. Narrow the view to print the rest, or take --format csv.`,
	production: "production",
	onGitHub: "on GitHub",
	never: "never",
	unreadable: "no date",
	behind: (latest) => `latest ${latest}`
};
const details = {
	close: "Close",
	unknown: (id) => `There is no credential ${id} in this audit.`,
	fields: {
		state: "State",
		reasons: "Reasons",
		rotated: "Rotated",
		file: "File",
		module: "Module",
		source: "Source",
		version: "Version",
		variable: "Argument",
		namespace: "Namespace",
		production: "Production",
		team: "Teams",
		application: "Application",
		slack: "Slack",
		command: "To see the change"
	},
	age: (days, max) => days < 0 ? `${count(-days, "day")} in the future` : `${count(days, "day")} ago; ${count(max, "day")} ${max === 1 ? "is" : "are"} allowed`,
	yes: "yes",
	no: "no",
	unsaid: "not said",
	notSet: "not set",
	all: "All of this namespace"
};
const times = {
	title: "Over time",
	intro: (maxAge) => `The line counts all credentials of the selection, the areas those that were older than ${count(maxAge, "day")}, and in them those that were never rotated. The filters of this page do not change it.`
};
const rest = {
	problems: (number) => count(number, "problem"),
	problemsIntro: "What is wrong with files that were read; what they hold may be missing above.",
	notRotatable: (number) => `${count(number, "module")} without a date to rotate`,
	others: (number) => `${count(number, "other credential")}, which no date rotates`
};
// src/report/html/rest.ts
function restOfPage({ audit, whereabouts, problems }) {
	const blob = whereabouts === null ? null : lineAddress(whereabouts);
	const wrong = [...audit.problems, ...problems].map((each) => ({
		...each,
		name: ""
	}));
	const undated = audit.summary.notRotatable.map((each) => ({
		...each,
		name: each.module
	}));
	const others = audit.summary.otherCredentials ?? [];
	return html`<div class="rest">
${section(rest.problems(wrong.length), wrong, blob, rest.problemsIntro)}
${section(rest.notRotatable(undated.length), undated, blob)}
${section(rest.others(others.length), others, blob)}
</div>`;
}
function section(title, entries, blob, intro = "") {
	if (entries.length === 0) return html``;
	const groups = [...groupBy(entries, ({ message }) => message).values()].map((group) => html`<p class="what">${visible(group[0].message)}</p>
<ul>${group.map((entry) => item(entry, blob))}</ul>
`);
	return html`<details class="panel"><summary>${title}</summary>
${intro === "" ? html`` : html`<p class="intro">${intro}</p>`}${groups}</details>
`;
}
function item({ file, line, name }, blob) {
	const place = `${visible(file.replace(/^namespaces\/[^/]+\//, ""))}:${line}`;
	const where = blob === null ? html`${place}` : html`<a href="${lineUrl(blob, file, line)}" rel="noreferrer">${place}</a>`;
	return name === "" ? html`<li>${where}</li>` : html`<li>${where} <b>${visible(name)}</b></li>`;
}
// src/report/html/document.ts
var _templateObject;
function auditHtml(input, { assets, version }) {
	const { audit } = input;
	const policy = [
		"default-src 'none'",
		`script-src '${assets.scriptHash}'`,
		`style-src '${assets.styleHash}'`,
		"base-uri 'none'",
		"form-action 'none'"
	].join("; ");
	const { html: text } = html(_templateObject || (_templateObject = _taggedTemplateLiteral([
		"<!doctype html>\n<html lang=\"en-GB\" class=\"no-script\">\n<head>\n<meta charset=\"utf-8\">\n<meta http-equiv=\"Content-Security-Policy\" content=\"",
		"\">\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<meta name=\"referrer\" content=\"no-referrer\">\n<meta name=\"color-scheme\" content=\"light dark\">\n<title>",
		"</title>\n<style>",
		"</style>\n</head>\n<body>\n<a class=\"skip\" href=\"#credentials\">",
		"</a>\n",
		"\n<main>\n",
		"\n",
		"\n",
		"\n<div class=\"needs-script columns\">\n",
		"\n<div class=\"content\">\n<div class=\"view\">\n<p class=\"chosen-line\"><span id=\"shown\" role=\"status\"></span></p>\n<ul id=\"chosen\" aria-label=\"",
		"\"></ul>\n<button type=\"button\" id=\"copy\" hidden>",
		"</button>\n</div>\n<section aria-labelledby=\"ages-title\">\n<h2 id=\"ages-title\">",
		"</h2>\n<p class=\"intro\">",
		"</p>\n",
		"\n<div id=\"kinds\"></div>\n</section>\n",
		"\n<section class=\"panel by-team\" aria-labelledby=\"teams-title\">\n<h2 id=\"teams-title\">",
		"</h2>\n<p class=\"intro\">",
		"</p>\n",
		"\n<button type=\"button\" id=\"more-teams\" class=\"more\" hidden></button>\n</section>\n",
		"\n</div>\n</div>\n",
		"\n</main>\n<footer>",
		"</footer>\n",
		"\n<div id=\"tip\" aria-hidden=\"true\" hidden></div>\n<script type=\"application/json\" id=\"data\">",
		"<\/script>\n<script>",
		"<\/script>\n</body>\n</html>\n"
	])), policy, page.documentTitle(audit.date), ownCode(assets.style), page.skip, top(input), glance(audit), withoutScript(audit), audit.credentials.length === 0 ? html`<p class="nothing">${page.nothing}</p>` : html``, filterBox(), filters.chosenTitle, filters.copy, ages.title, ages.intro, legend(audit), overTime(input), teams.title, teams.intro, teamTable(), credentialList(), restOfPage(input), page.made(version), dialog(), jsonData(pack(input)), ownCode(assets.script));
	return text;
}
function overTime({ history }) {
	const drawing = history === null ? "" : historySvg(history.series, history.maxAgeDays);
	if (drawing === "" || history === null) return html``;
	return html`<section class="panel over-time" aria-labelledby="over-time-title">
<h2 id="over-time-title">${times.title}</h2>
<p class="intro">${times.intro(history.maxAgeDays)}</p>
${ownCode(drawing)}
</section>`;
}
function top({ audit, whereabouts }) {
	const source = audit.base === null ? page.workingTree : page.commit(audit.base);
	const address = whereabouts === null ? null : repositoryUrl(whereabouts);
	const repository = address === null ? html`` : html`, <a href="${address}" rel="noreferrer">${visible(whereabouts?.repository ?? "")}</a>`;
	const themes = Object.entries(page.themes).map(([name, words]) => html`<label><input type="radio" name="theme" value="${name}"><span>${words}</span></label>`);
	return html`<header class="top">
<div><h1>${page.title}</h1>
<p><strong>${page.on(audit.date)}</strong>, ${source}${repository}</p></div>
<fieldset id="theme" class="needs-script"><legend>${page.theme}</legend>${themes}</fieldset>
</header>`;
}
function glance({ summary }) {
	const due = summary.byState.due + summary.byState.never;
	const said = `${headline.due(due, summary.credentials)} ${headline.in(summary.namespaces)}`;
	return html`<section class="glance panel" aria-label="${headline.region}">
<p class="due"><strong id="due">${digits(due)}</strong> <span id="due-of">${said}</span></p>
<ul id="tiles"></ul>
<div id="state-bar"></div>
</section>`;
}
function withoutScript({ summary, credentials }) {
	const states = STATES_WORST_FIRST;
	const rows = kindsOf(credentials).map((kind) => {
		const byState = summary.byKind[kind];
		const cells = states.map((state) => html`<td class="number">${digits(byState?.[state] ?? 0)}</td>`);
		return html`<tr><th scope="row">${kindTitle(kindNoun(kind))}</th>${cells}</tr>
`;
	});
	const heads = states.map((state) => html`<th scope="col" class="number">${STATE_WORDS[state]}</th>`);
	return html`<noscript><p>${page.noScript}</p>
<table class="summary"><caption>${page.summaryCaption}</caption>
<thead><tr><th scope="col">${page.kind}</th>${heads}</tr></thead>
<tbody>${rows}</tbody></table></noscript>`;
}
function filterBox() {
	return html`<search class="filters">
<details id="filter-box" open><summary>${filters.title} <span id="filter-count"></span></summary>
<div class="fields">
<label for="search">${filters.search}</label>
<input type="search" id="search" placeholder="${filters.searchHint}" autocomplete="off" spellcheck="false">
<label for="team">${filters.team}</label>
<input type="search" id="team" list="team-names" placeholder="${filters.anyTeam}" autocomplete="off" spellcheck="false">
<datalist id="team-names"></datalist>
</div>
<div id="facets"></div>
</details>
</search>`;
}
function legend({ credentials }) {
	const bands = bandsOf(credentials).filter((band) => band !== "exempt").map((band) => html`<li><span class="swatch b-${band}"></span>${BAND_WORDS[band][0]}</li>`);
	const states = [
		"blocked",
		"held",
		"exempt"
	].map((state) => html`<li><span class="swatch square q-${state}"></span>${STATE_WORDS[state]}</li>`);
	return html`<ul class="legend" aria-label="${ages.legend}">${bands}${states}</ul>`;
}
function teamTable() {
	const { columns } = teams;
	return html`<table class="teams"><caption class="unseen">${teams.title}</caption>
<thead><tr><th scope="col">${columns.team}</th><th scope="col" class="number">${columns.due}</th>
<th scope="col" class="number">${columns.all}</th><th scope="col" class="wide">${columns.bar}</th>
<th scope="col" class="number optional">${columns.namespaces}</th><th scope="col" class="number optional">${columns.oldest}</th></tr></thead>
<tbody id="team-rows"></tbody></table>`;
}
function credentialList() {
	const { columns } = list;
	const sortable = [
		"state",
		"namespace",
		"credential",
		"rotated",
		"version"
	].map((name) => html`<th scope="col" role="columnheader" class="${name}" data-sort="${name}"><button type="button">${columns[name]}</button></th>
`);
	const sorts = Object.entries(list.sorts).map(([name, words]) => html`<option value="${name}">${words}</option>`);
	return html`<section id="credentials" tabindex="-1" aria-labelledby="list-title">
<div class="list-head"><h2 id="list-title">${list.title}</h2>
<label class="sort">${list.sort} <select id="sort">${sorts}</select></label></div>
<table id="list" role="table"><caption class="unseen">${list.caption}</caption>
<thead role="rowgroup"><tr role="row">${sortable}<th scope="col" role="columnheader" class="reason">${columns.reason}</th></tr></thead>
<tbody id="list-rows" role="rowgroup"></tbody></table>
<p id="empty" hidden>${list.empty}</p>
<p id="left-out"></p>
<button type="button" id="more" class="more" hidden></button>
</section>`;
}
function dialog() {
	return html`<dialog id="details" aria-labelledby="details-title">
<div class="box">
<div class="dialog-head"><div><p id="details-kind"></p><h2 id="details-title"></h2></div>
<button type="button" id="details-close">${details.close}</button></div>
<div id="details-body"></div>
</div>
</dialog>`;
}
export { auditHtml };
