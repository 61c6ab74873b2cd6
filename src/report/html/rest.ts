import type { AuditPage } from '../../results/audit-page.ts';
import { groupBy } from '../../util/group-by.ts';
import { visible } from '../sanitize.ts';
import { lineAddress, lineUrl } from './addresses.ts';
import { html, type Markup } from './markup.ts';
import { rest } from './sentences.ts';

/** What is no credential of a kind and must not be passed over: problems, modules without a date, other credentials. */
export function restOfPage({ audit, whereabouts, problems }: AuditPage): Markup {
  const blob = whereabouts === null ? null : lineAddress(whereabouts);
  const wrong = [...audit.problems, ...problems].map((each): Entry => ({ ...each, name: '' }));
  const undated = audit.summary.notRotatable.map((each): Entry => ({ ...each, name: each.module }));
  const others = audit.summary.otherCredentials ?? [];
  return html`<div class="rest">
${section(rest.problems(wrong.length), wrong, blob, rest.problemsIntro)}
${section(rest.notRotatable(undated.length), undated, blob)}
${section(rest.others(others.length), others, blob)}
</div>`;
}

interface Entry {
  readonly file: string;
  readonly line: number;
  readonly name: string;
  readonly message: string;
}

/** A folded list, what is said of several said once; nothing for none. */
function section(title: string, entries: readonly Entry[], blob: string | null, intro = ''): Markup {
  if (entries.length === 0) return html``;
  const groups = [...groupBy(entries, ({ message }) => message).values()].map(
    (group) => html`<p class="what">${visible(group[0].message)}</p>
<ul>${group.map((entry) => item(entry, blob))}</ul>
`,
  );
  const said = intro === '' ? html`` : html`<p class="intro">${intro}</p>`;
  return html`<details class="panel"><summary>${title}</summary>
${said}${groups}</details>
`;
}

function item({ file, line, name }: Entry, blob: string | null): Markup {
  const place = `${visible(file.replace(/^namespaces\/[^/]+\//, ''))}:${line}`;
  const where =
    blob === null
      ? html`${place}`
      : html`<a href="${lineUrl(blob, file, line)}" rel="noreferrer">${place}</a>`;
  return name === '' ? html`<li>${where}</li>` : html`<li>${where} <b>${visible(name)}</b></li>`;
}
