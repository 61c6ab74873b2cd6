/** The page as one HTML document: what stands in it without its script, the places its script fills, and the data. */
import type { AuditPage } from '../../results/audit-page.ts';
import type { AuditResult, State } from '../../results/results.ts';
import { digits, STATE_WORDS, STATES_WORST_FIRST } from '../format.ts';
import { historySvg } from '../history-svg.ts';
import { kindNoun, kindsOf } from '../kind-words.ts';
import { visible } from '../sanitize.ts';
import { repositoryUrl } from './addresses.ts';
import { bandsOf } from './bands.ts';
import { pack } from './data.ts';
import { html, jsonData, type Markup, ownCode } from './markup.ts';
import { restOfPage } from './rest.ts';
import {
  ages,
  BAND_WORDS,
  details,
  filters,
  headline,
  kindTitle,
  list,
  page,
  teams,
  times,
} from './sentences.ts';

/** The page's own script and style, each with its hash as a content security policy wants it: `sha256-…`. */
export interface PageAssets {
  readonly script: string;
  readonly scriptHash: string;
  readonly style: string;
  readonly styleHash: string;
}

export interface PageOptions {
  readonly assets: PageAssets;
  /** Of this program. */
  readonly version: string;
}

/**
 * `audit --format html`: one document that needs nothing else, from a disk as from a server.
 *
 * Its policy allows the one script and the one style in it, by their hashes, and no request at all.
 */
export function auditHtml(input: AuditPage, { assets, version }: PageOptions): string {
  const { audit } = input;
  const policy = [
    "default-src 'none'",
    `script-src '${assets.scriptHash}'`,
    `style-src '${assets.styleHash}'`,
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
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

/** The chart of `--since`; nothing without it, or where it would show nothing. */
function overTime({ history }: AuditPage): Markup {
  const drawing = history === null ? '' : historySvg(history.series, history.maxAgeDays);
  if (drawing === '' || history === null) return html``;
  return html`<section class="panel over-time" aria-labelledby="over-time-title">
<h2 id="over-time-title">${times.title}</h2>
<p class="intro">${times.intro(history.maxAgeDays)}</p>
${ownCode(drawing)}
</section>`;
}

function top({ audit, whereabouts }: AuditPage): Markup {
  const source = audit.base === null ? page.workingTree : page.commit(audit.base);
  const address = whereabouts === null ? null : repositoryUrl(whereabouts);
  const repository =
    address === null
      ? html``
      : html`, <a href="${address}" rel="noreferrer">${visible(whereabouts?.repository ?? '')}</a>`;
  const themes = Object.entries(page.themes).map(
    ([name, words]) =>
      html`<label><input type="radio" name="theme" value="${name}"><span>${words}</span></label>`,
  );
  return html`<header class="top">
<div><h1>${page.title}</h1>
<p><strong>${page.on(audit.date)}</strong>, ${source}${repository}</p></div>
<fieldset id="theme" class="needs-script"><legend>${page.theme}</legend>${themes}</fieldset>
</header>`;
}

function glance({ summary }: AuditResult): Markup {
  const due = summary.byState.due + summary.byState.never;
  const said = `${headline.due(due, summary.credentials)} ${headline.in(summary.namespaces)}`;
  return html`<section class="glance panel" aria-label="${headline.region}">
<p class="due"><strong id="due">${digits(due)}</strong> <span id="due-of">${said}</span></p>
<ul id="tiles"></ul>
<div id="state-bar"></div>
</section>`;
}

/** For a reader whose browser runs no script: an attachment's preview, for example. */
function withoutScript({ summary, credentials }: AuditResult): Markup {
  const states: readonly State[] = STATES_WORST_FIRST;
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

function filterBox(): Markup {
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

function legend({ credentials }: AuditResult): Markup {
  const bands = bandsOf(credentials)
    .filter((band) => band !== 'exempt')
    .map((band) => html`<li><span class="swatch b-${band}"></span>${BAND_WORDS[band][0]}</li>`);
  const states = (['blocked', 'held', 'exempt'] as const).map(
    (state) => html`<li><span class="swatch square q-${state}"></span>${STATE_WORDS[state]}</li>`,
  );
  return html`<ul class="legend" aria-label="${ages.legend}">${bands}${states}</ul>`;
}

function teamTable(): Markup {
  const { columns } = teams;
  return html`<table class="teams"><caption class="unseen">${teams.title}</caption>
<thead><tr><th scope="col">${columns.team}</th><th scope="col" class="number">${columns.due}</th>
<th scope="col" class="number">${columns.all}</th><th scope="col" class="wide">${columns.bar}</th>
<th scope="col" class="number optional">${columns.namespaces}</th><th scope="col" class="number optional">${columns.oldest}</th></tr></thead>
<tbody id="team-rows"></tbody></table>`;
}

function credentialList(): Markup {
  const { columns } = list;
  const sortable = (['state', 'namespace', 'credential', 'rotated', 'version'] as const).map(
    (
      name,
    ) => html`<th scope="col" role="columnheader" class="${name}" data-sort="${name}"><button type="button">${columns[name]}</button></th>
`,
  );
  const sorts = Object.entries(list.sorts).map(
    ([name, words]) => html`<option value="${name}">${words}</option>`,
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

function dialog(): Markup {
  return html`<dialog id="details" aria-labelledby="details-title">
<div class="box">
<div class="dialog-head"><div><p id="details-kind"></p><h2 id="details-title"></h2></div>
<button type="button" id="details-close">${details.close}</button></div>
<div id="details-body"></div>
</div>
</dialog>`;
}
