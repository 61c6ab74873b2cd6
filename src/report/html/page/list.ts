/** The list of credentials. As many rows as are looked at stand in the document, however many the view has. */

import { STATE_WORDS } from '../../format.ts';
import { visible } from '../../sanitize.ts';
import { ageWords, dayWords } from '../days.ts';
import { kindName, list } from '../sentences.ts';
import { el, part } from './dom.ts';
import { ordered } from './order.ts';
import type { Row } from './rows.ts';
import { type Draw, linkTo, type Scene } from './scene.ts';
import { SORTS, type Sort, type View } from './view.ts';

/** Rows that are added at a time. */
const STEP = 60;
/** Paper takes this many rows; what is more is said, and is for --format csv. */
const ON_PAPER = 1_000;

/** @param change puts another view in place of the present one */
export function makeList(change: (change: Partial<View>) => void): Draw {
  const table = part('list', HTMLTableElement);
  const body = part('list-rows', HTMLTableSectionElement);
  const more = part('more', HTMLButtonElement);
  const empty = part('empty', HTMLElement);
  const paper = part('left-out', HTMLElement);
  const select = part('sort', HTMLSelectElement);
  let rows: readonly Row[] = [];
  let scene: Scene | null = null;
  let drawn = '';

  function add(until: number): void {
    const now = scene;
    if (now === null) return;
    const from = body.childElementCount;
    body.append(...rows.slice(from, until).map((row, at) => line(now, row, from + at)));
    const left = rows.length - body.childElementCount;
    more.hidden = left === 0;
    more.textContent = list.more(Math.min(left, STEP));
  }

  const heads = [...table.querySelectorAll('th[data-sort]')].map((head) => {
    const column = head.getAttribute('data-sort') ?? '';
    head.querySelector('button')?.addEventListener('click', () => {
      const now = scene?.view.sort;
      change({ sort: SORTS.find((sort) => sort === (now === column ? `-${column}` : column)) ?? 'state' });
    });
    return { head, column };
  });
  select.addEventListener('change', () => {
    change({ sort: SORTS.find((sort) => sort === select.value) ?? 'state' });
  });
  more.addEventListener('click', () => add(body.childElementCount + STEP));
  new IntersectionObserver(
    (entries) => {
      if (entries.some((entry) => entry.isIntersecting)) add(body.childElementCount + STEP);
    },
    { rootMargin: '1200px' },
  ).observe(more);
  addEventListener('beforeprint', () => {
    add(ON_PAPER);
    const printed = body.childElementCount;
    paper.textContent = printed < rows.length ? list.leftOutOfPrint(printed, rows.length) : '';
  });

  return (next) => {
    const { view, sieve } = next;
    scene = next;
    select.value = view.sort;
    for (const { head, column } of heads) head.setAttribute('aria-sort', sorted(view.sort, column));
    const key = JSON.stringify({ ...view, id: '' });
    // opening the details of a row leaves the list where it is
    if (key === drawn) return;
    drawn = key;
    rows = ordered(sieve.shown, view.sort);
    body.replaceChildren();
    table.setAttribute('aria-rowcount', String(rows.length + 1));
    empty.hidden = rows.length > 0;
    table.hidden = rows.length === 0;
    add(STEP);
  };
}

function sorted(sort: Sort, column: string): 'ascending' | 'descending' | 'none' {
  if (sort === column) return 'ascending';
  return sort === `-${column}` ? 'descending' : 'none';
}

function line(scene: Scene, row: Row, at: number): HTMLElement {
  return el(
    'tr',
    { role: 'row', 'aria-rowindex': at + 2 },
    cell('state', el('span', { class: `state s-${row.state}` }, STATE_WORDS[row.state])),
    namespaceCell(scene, row),
    credentialCell(scene, row),
    cell('rotated', ...rotated(row)),
    cell('version', ...version(row)),
    cell('reason', ...row.reasons.map((reason) => el('p', {}, visible(reason)))),
  );
}

function cell(name: string, ...inside: readonly (Node | string)[]): HTMLTableCellElement {
  return el('td', { class: name, role: 'cell' }, ...inside);
}

function namespaceCell(scene: Scene, row: Row): HTMLTableCellElement {
  const { facts, clusterLabel, production, owner } = row.home;
  const name = visible(facts.namespace);
  const tags = [
    ...(clusterLabel === 'live' ? [] : [visible(clusterLabel)]),
    ...(production === 'yes' ? [list.production] : []),
  ];
  return cell(
    'namespace',
    el(
      'a',
      { class: 'main', href: linkTo(scene, { namespace: facts.namespace, cluster: clusterOf(row) }) },
      name,
    ),
    el(
      'span',
      { class: 'sub' },
      owner === null ? null : visible(owner),
      ...tags.flatMap((tag) => [' ', el('span', { class: 'tag' }, tag)]),
    ),
  );
}

/** Another cluster may have a namespace of that name. */
function clusterOf({ home }: Row): string {
  return home.clusterLabel === 'live' ? '' : home.clusterLabel;
}

function credentialCell(scene: Scene, row: Row): HTMLTableCellElement {
  return cell(
    'credential',
    el('a', { class: 'main', href: linkTo(scene, { id: row.id }) }, kindName(row.kind)),
    el('span', { class: 'sub' }, placeLink(row), ' ', el('span', { class: 'module' }, visible(row.module))),
  );
}

/** File and line; a link where the file is on GitHub. */
export function placeLink(row: Row): Node {
  if (row.url === null) return el('span', { class: 'place' }, row.place);
  return el(
    'a',
    { class: 'place', href: row.url, rel: 'noreferrer', 'aria-label': `${row.place} ${list.onGitHub}` },
    row.place,
  );
}

function rotated({ rotatedOn, ageDays, value, band }: Row): readonly (Node | string)[] {
  const mark = el('span', { class: `swatch b-${band}` });
  if (rotatedOn !== null && ageDays !== null) {
    return [mark, dayWords(rotatedOn), el('span', { class: 'sub' }, ageWords(ageDays))];
  }
  const written = value === null ? [] : [el('span', { class: 'sub' }, visible(value))];
  return [mark, band === 'never' ? list.never : list.unreadable, ...written];
}

function version({ version: own, latestVersion }: Row): readonly (Node | string)[] {
  if (own === null) return ['–'];
  if (latestVersion === null || latestVersion === own) return [visible(own)];
  return [visible(own), el('span', { class: 'sub' }, list.behind(visible(latestVersion)))];
}
