import { createRequire as createRequireOfNode } from 'node:module';import { dirname as dirnameOfNode } from 'node:path';import { fileURLToPath as fileURLToPathOfNode } from 'node:url';const require = createRequireOfNode(import.meta.url);const filenameOfChunk = fileURLToPathOfNode(import.meta.url);const dirnameOfChunk = dirnameOfNode(filenameOfChunk);
import {
  BANDS,
  bandOf,
  bandsOf,
  lineAddress,
  lineUrl,
  repositoryUrl
} from "./chunk-B6OPJRHC.js";
import {
  history
} from "./chunk-SI5RNXVN.js";
import {
  worstFirst
} from "./chunk-KY6GMG72.js";
import "./chunk-BEZD3S22.js";
import {
  STATES_WORST_FIRST,
  STATE_WORDS,
  clusterLabel,
  count,
  digits,
  kindNoun,
  kindsOf,
  visible
} from "./chunk-Y65K6MQG.js";
import {
  groupBy
} from "./chunk-SERVURPW.js";
import "./chunk-LVIGNXGC.js";

// src/report/history-svg.ts
var WIDTH = 720;
var HEIGHT = 260;
var LEFT = 48;
var RIGHT = 16;
var TOP = 12;
var BOTTOM = 28;
var GRID_LINES = 4;
var DAYS_BELOW = 6;
var DAY_MS = 864e5;
function historySvg(series, maxAgeDays, id = "history") {
  const [first, ...rest2] = series;
  const last = rest2.at(-1);
  const most = Math.max(0, ...series.map(({ credentials }) => credentials));
  if (first === void 0 || last === void 0 || most === 0) return "";
  const top2 = roundUp(most);
  const begin = timeOf(first.day);
  const span = Math.max(1, timeOf(last.day) - begin);
  const x = (point) => LEFT + (timeOf(point.day) - begin) / span * (WIDTH - LEFT - RIGHT);
  const y = (value) => HEIGHT - BOTTOM - value / top2 * (HEIGHT - BOTTOM - TOP);
  const path = (value) => series.map((point, index) => `${index === 0 ? "M" : "L"}${short(x(point))} ${short(y(value(point)))}`).join("");
  const area = (value) => `${path(value)}L${short(x(last))} ${short(y(0))}L${short(x(first))} ${short(y(0))}Z`;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img" aria-labelledby="${id}-title ${id}-desc">`,
    `<title id="${id}-title">${history.chart(maxAgeDays)}</title>`,
    `<desc id="${id}-desc">${sayPoint(first)} ${sayPoint(last)}</desc>`,
    ...gridLines(top2).map((value) => gridLine(value, y(value))),
    `<path class="over" d="${area(({ over }) => over)}" fill="#b45309" fill-opacity="0.55"/>`,
    `<path class="never" d="${area(({ never }) => never)}" fill="#7e22ce" fill-opacity="0.75"/>`,
    `<path class="all" d="${path(({ credentials }) => credentials)}" fill="none" stroke="currentColor" stroke-width="1.5"/>`,
    ...spread(series, DAYS_BELOW).map((point) => dayLabel(point, x(point), point === last)),
    "</svg>"
  ].join("\n");
}
function sayPoint({ day, over, never, credentials }) {
  return history.point(day, digits(over), digits(never), digits(credentials));
}
function gridLine(value, at) {
  const line = `<line class="grid" x1="${LEFT}" x2="${WIDTH - RIGHT}" y1="${short(at)}" y2="${short(at)}" stroke="currentColor" stroke-opacity="0.2"/>`;
  return `${line}<text class="label" x="${LEFT - 6}" y="${short(at + 4)}" ${LABEL} text-anchor="end">${digits(value)}</text>`;
}
function dayLabel({ day }, at, isLast) {
  const anchor = isLast ? "end" : "start";
  return `<text class="label" x="${short(at)}" y="${HEIGHT - 8}" ${LABEL} text-anchor="${anchor}">${day}</text>`;
}
var LABEL = 'font-size="11" fill="currentColor"';
function spread(series, wanted) {
  const steps = Math.min(wanted, series.length) - 1;
  return Array.from({ length: steps + 1 }, (_, step) => {
    return series[Math.round(step * (series.length - 1) / steps)];
  });
}
function gridLines(top2) {
  const step = top2 / GRID_LINES;
  return Array.from({ length: GRID_LINES + 1 }, (_, index) => index * step);
}
function roundUp(value) {
  for (let unit = GRID_LINES; ; unit *= 10) {
    for (const factor of [1, 2, 3, 4, 5, 6, 8]) if (unit * factor >= value) return unit * factor;
  }
}
function timeOf(day) {
  return Date.parse(`${day}T00:00:00Z`) / DAY_MS;
}
function short(value) {
  return String(Math.round(value * 10) / 10);
}

// src/report/html/data.ts
function pack({ audit, namespaces, whereabouts }) {
  const texts = /* @__PURE__ */ new Map();
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
  const rows = worstFirst(audit.credentials).map(
    (each) => [
      placeOf(each),
      each.id === idOf(each, packedFile(each), each.module) ? -1 : put(each.id),
      put(packedFile(each)),
      each.line,
      put(each.kind),
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
    ]
  );
  const blob = whereabouts === null ? null : lineAddress(whereabouts);
  return { date: audit.date, texts: [...texts.keys()], namespaces: all, rows, blob };
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
var ENTITIES = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;"
};
function escapeHtml(text) {
  return text.replace(/[&<>"']/g, (character) => ENTITIES[character]);
}
function jsonData(value) {
  return { html: JSON.stringify(value).replace(/[<>&\p{Zl}\p{Zp}\p{Cf}]/gu, escapeJson) };
}
function escapeJson(character) {
  const units = Array.from({ length: character.length }, (_, at) => character.charCodeAt(at));
  return units.map((unit) => `\\u${unit.toString(16).padStart(4, "0")}`).join("");
}
function ownCode(text) {
  if (/<\/(?:script|style)|<!--/i.test(text)) throw new Error("The page\u2019s own code holds an end tag.");
  return { html: text };
}

// src/report/html/days.ts
var MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
function dayWords(day) {
  const { y, m, d } = /^(?<y>\d{4})-(?<m>\d\d)-(?<d>\d\d)$/.exec(day)?.groups ?? {};
  const month = MONTHS[Number(m) - 1];
  return month === void 0 ? day : `${Number(d)} ${month} ${y}`;
}
var DAYS_IN_YEAR = 365.25;
var DAYS_IN_MONTH = DAYS_IN_YEAR / 12;

// src/report/html/sentences.ts
function kindTitle(kind) {
  return capitalised(kindNoun(kind)[1]);
}
function capitalised(words) {
  return words.charAt(0).toUpperCase() + words.slice(1);
}
var BAND_WORDS = {
  within: ["within its maximum age", "in time"],
  "half-year": ["up to 6 months old", "\u2264 6 m"],
  year: ["6 to 12 months old", "\u2264 1 y"],
  "two-years": ["1 to 2 years old", "\u2264 2 y"],
  "three-years": ["2 to 3 years old", "\u2264 3 y"],
  older: ["over 3 years old", "> 3 y"],
  never: ["never rotated", "never"],
  unknown: ["date unknown", "?"],
  exempt: ["nothing to rotate", "\u2013"]
};
var page = {
  title: "Credential rotation",
  documentTitle: (date) => `Credential rotation on ${dayWords(date)}`,
  skip: "Skip to the credentials",
  on: (date) => `as of ${dayWords(date)}`,
  workingTree: "read from the working tree",
  commit: (commit) => `read from commit ${commit.slice(0, 12)}`,
  theme: "Colours",
  themes: { auto: "Auto", light: "Light", dark: "Dark" },
  noScript: "The charts, the filters and the list of credentials need JavaScript. The numbers below do not; rotate-pr audit prints the list as text, CSV or Markdown.",
  summaryCaption: "Credentials by kind and state",
  kind: "Kind",
  total: "Total",
  made: (version) => `Made by rotate-pr ${version}. This file is complete: it asks no server for anything.`,
  nothing: "There is no credential in this audit."
};
var headline = {
  region: "At a glance",
  due: (due, all) => `of ${count(all, "credential")} ${due === 1 ? "is" : "are"} due for rotation`,
  in: (namespaces) => `in ${count(namespaces, "namespace")}`,
  tiles: { due: "too old", never: "never rotated", blocked: "blocked", held: "on hold", ok: "in time" },
  oldest: "oldest rotation",
  noOldest: "none",
  on: (day) => dayWords(day),
  bar: "Credentials by state"
};
var filters = {
  title: "Filters",
  search: "Search",
  searchHint: "name, team, file, reason\u2026",
  team: "Team",
  anyTeam: "any team",
  state: "State",
  kind: "Kind",
  age: "Age",
  production: "Production",
  productions: { yes: "production", no: "not production", unknown: "not said" },
  cluster: "Cluster",
  chosen: {
    q: (text) => `\u201C${text}\u201D`,
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
var ages = {
  title: "Age by kind",
  intro: "Columns count credentials by age; what is exempt is left out. Below them each square is a namespace, coloured by its worst credential of that kind. A square opens its namespace, a column its credentials.",
  bar: (number, kind, band) => `${kind}, ${BAND_WORDS[band][0]}: ${digits(number)}`,
  histogram: (kind) => `${kind} by age`,
  total: (shown, namespaces) => shown === 0 ? "none in this view" : `${digits(shown)} in ${count(namespaces, "namespace")}`,
  map: (kind, namespaces) => `${kind}: ${count(namespaces, "namespace")}, the worst first. Arrow keys move, Enter filters.`,
  tile: (state, rotated, credentials) => `${STATE_WORDS[state]}, ${rotated}${credentials > 1 ? `, the worst of ${credentials}` : ""}`,
  legend: "Colours of the squares and columns"
};
var teams = {
  title: "Teams",
  intro: "A namespace counts once: for its annotation team-name, and where that is missing for the smallest of its GitHub teams. The filter Team finds all of a namespace\u2019s teams.",
  nobody: "no team named",
  columns: {
    team: "Team",
    namespaces: "Namespaces",
    due: "Due",
    all: "Of",
    oldest: "Oldest",
    bar: "By state"
  },
  more: (teams2) => `Show all ${digits(teams2)} teams`,
  fewer: "Show fewer teams"
};
var list = {
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
var details = {
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
var times = {
  title: "Over time",
  intro: (maxAge) => `The line counts all credentials of the selection, the areas those that were older than ${count(maxAge, "day")}, and in them those that were never rotated. The filters of this page do not change it.`
};
var rest = {
  problems: (number) => count(number, "problem"),
  problemsIntro: "What is wrong with files that were read; what they hold may be missing above.",
  notRotatable: (number) => `${count(number, "module")} without a date to rotate`,
  others: (number) => `${count(number, "other credential")}, which no date rotates`
};

// src/report/html/rest.ts
function restOfPage({ audit, whereabouts, problems }) {
  const blob = whereabouts === null ? null : lineAddress(whereabouts);
  const wrong = [...audit.problems, ...problems].map((each) => ({ ...each, name: "" }));
  const undated = audit.summary.notRotatable.map((each) => ({ ...each, name: each.module }));
  const others = audit.summary.otherCredentials ?? [];
  return html`<div class="rest">
${section(rest.problems(wrong.length), wrong, blob, rest.problemsIntro)}
${section(rest.notRotatable(undated.length), undated, blob)}
${section(rest.others(others.length), others, blob)}
</div>`;
}
function section(title, entries, blob, intro = "") {
  if (entries.length === 0) return html``;
  const groups = [...groupBy(entries, ({ message }) => message).values()].map(
    (group) => html`<p class="what">${visible(group[0].message)}</p>
<ul>${group.map((entry) => item(entry, blob))}</ul>
`
  );
  const said = intro === "" ? html`` : html`<p class="intro">${intro}</p>`;
  return html`<details class="panel"><summary>${title}</summary>
${said}${groups}</details>
`;
}
function item({ file, line, name }, blob) {
  const place = `${visible(file.replace(/^namespaces\/[^/]+\//, ""))}:${line}`;
  const where = blob === null ? html`${place}` : html`<a href="${lineUrl(blob, file, line)}" rel="noreferrer">${place}</a>`;
  return name === "" ? html`<li>${where}</li>` : html`<li>${where} <b>${visible(name)}</b></li>`;
}

// src/report/html/document.ts
function auditHtml(input, { assets, version }) {
  const { audit } = input;
  const policy = [
    "default-src 'none'",
    `script-src '${assets.scriptHash}'`,
    `style-src '${assets.styleHash}'`,
    "base-uri 'none'",
    "form-action 'none'"
  ].join("; ");
  const { html: text } = html`<!doctype html>
<html lang="en-GB" class="no-script">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<meta name="color-scheme" content="light dark">
<title>${page.documentTitle(audit.date)}</title>
<style>${ownCode(assets.style)}</style>
</head>
<body>
<a class="skip" href="#credentials">${page.skip}</a>
${top(input)}
<main>
${glance(audit)}
${withoutScript(audit)}
${audit.credentials.length === 0 ? html`<p class="nothing">${page.nothing}</p>` : html``}
<div class="needs-script columns">
${filterBox()}
<div class="content">
<div class="view">
<p class="chosen-line"><span id="shown" role="status"></span></p>
<ul id="chosen" aria-label="${filters.chosenTitle}"></ul>
<button type="button" id="copy" hidden>${filters.copy}</button>
</div>
<section aria-labelledby="ages-title">
<h2 id="ages-title">${ages.title}</h2>
<p class="intro">${ages.intro}</p>
${legend(audit)}
<div id="kinds"></div>
</section>
${overTime(input)}
<section class="panel by-team" aria-labelledby="teams-title">
<h2 id="teams-title">${teams.title}</h2>
<p class="intro">${teams.intro}</p>
${teamTable()}
<button type="button" id="more-teams" class="more" hidden></button>
</section>
${credentialList()}
</div>
</div>
${restOfPage(input)}
</main>
<footer>${page.made(version)}</footer>
${dialog()}
<div id="tip" aria-hidden="true" hidden></div>
<script type="application/json" id="data">${jsonData(pack(input))}</script>
<script>${ownCode(assets.script)}</script>
</body>
</html>
`;
  return text;
}
function overTime({ history: history2 }) {
  const drawing = history2 === null ? "" : historySvg(history2.series, history2.maxAgeDays);
  if (drawing === "" || history2 === null) return html``;
  return html`<section class="panel over-time" aria-labelledby="over-time-title">
<h2 id="over-time-title">${times.title}</h2>
<p class="intro">${times.intro(history2.maxAgeDays)}</p>
${ownCode(drawing)}
</section>`;
}
function top({ audit, whereabouts }) {
  const source = audit.base === null ? page.workingTree : page.commit(audit.base);
  const address = whereabouts === null ? null : repositoryUrl(whereabouts);
  const repository = address === null ? html`` : html`, <a href="${address}" rel="noreferrer">${visible(whereabouts?.repository ?? "")}</a>`;
  const themes = Object.entries(page.themes).map(
    ([name, words]) => html`<label><input type="radio" name="theme" value="${name}"><span>${words}</span></label>`
  );
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
    return html`<tr><th scope="row">${kindTitle(kind)}</th>${cells}</tr>
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
  const states = ["blocked", "held", "exempt"].map(
    (state) => html`<li><span class="swatch square q-${state}"></span>${STATE_WORDS[state]}</li>`
  );
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
  const sortable = ["state", "namespace", "credential", "rotated", "version"].map(
    (name) => html`<th scope="col" role="columnheader" class="${name}" data-sort="${name}"><button type="button">${columns[name]}</button></th>
`
  );
  const sorts = Object.entries(list.sorts).map(
    ([name, words]) => html`<option value="${name}">${words}</option>`
  );
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
export {
  auditHtml
};
