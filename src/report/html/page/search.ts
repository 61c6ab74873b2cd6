/** The two fields to type in, and what is filtered at the moment, to be taken away again. */

import { groupByTeam } from '../../../util/teams.ts';
import { digits, STATE_WORDS } from '../../format.ts';
import { visible } from '../../sanitize.ts';
import type { PageKind } from '../data.ts';
import { BAND_WORDS, filters, kindTitleOf, list } from '../sentences.ts';
import { el, part } from './dom.ts';
import type { Row } from './rows.ts';
import { type Draw, linkTo } from './scene.ts';
import { isNarrowed, type View, WHOLE, writeView } from './view.ts';

/** @param change puts another view in place of the present one */
export function makeSearch(rows: readonly Row[], change: (change: Partial<View>) => void): Draw {
  const search = part('search', HTMLInputElement);
  const team = part('team', HTMLInputElement);
  search.addEventListener('input', () => change({ q: search.value }));
  team.addEventListener('input', () => change({ team: team.value }));
  const written = rows.flatMap(({ home }) => home.teams);
  const names = groupByTeam(written, (team) => team).map(({ items: [first] }) => first);
  part('team-names', HTMLDataListElement).replaceChildren(
    ...names.sort().map((name) => el('option', { value: name })),
  );
  return ({ view }) => {
    // not under the fingers of who is typing
    if (search.value !== view.q) search.value = view.q;
    if (team.value !== view.team) team.value = view.team;
  };
}

/** The sentence over the list: how much is shown, and by which filters. */
export function makeChosen(rows: readonly Row[], kinds: readonly PageKind[]): Draw {
  const shown = part('shown', HTMLElement);
  const chips = part('chosen', HTMLElement);
  const badge = part('filter-count', HTMLElement);
  return (scene) => {
    const { view, sieve } = scene;
    shown.textContent = list.shown(sieve.shown.length, rows.length);
    const found = chosen(view, kinds);
    badge.textContent = found.length === 0 ? '' : digits(found.length);
    chips.replaceChildren(
      ...(isNarrowed(view) ? [] : [el('li', { class: 'whole' }, filters.none)]),
      ...found.map(({ words, without }) =>
        el(
          'li',
          {},
          el(
            'a',
            { class: 'chip', href: linkTo(scene, without), 'aria-label': filters.remove(words) },
            words,
            el('span', { class: 'cross', 'aria-hidden': 'true' }, '×'),
          ),
        ),
      ),
      ...(found.length > 1
        ? [
            el(
              'li',
              {},
              el('a', { class: 'clear', href: writeView({ ...WHOLE, sort: view.sort }) }, filters.clear),
            ),
          ]
        : []),
    );
  };
}

interface Chosen {
  readonly words: string;
  readonly without: Partial<View>;
}

function chosen(view: View, kinds: readonly PageKind[]): readonly Chosen[] {
  const out: Chosen[] = [];
  for (const name of ['q', 'team', 'namespace', 'cluster'] as const) {
    if (view[name] !== '') {
      out.push({ words: filters.chosen[name](visible(view[name])), without: { [name]: '' } });
    }
  }
  const each = <T>(
    values: readonly T[],
    words: (value: T) => string,
    without: (left: T[]) => Partial<View>,
  ) => {
    for (const value of values) {
      out.push({ words: words(value), without: without(values.filter((other) => other !== value)) });
    }
  };
  each(
    view.state,
    (state) => STATE_WORDS[state],
    (state) => ({ state }),
  );
  each(
    view.kind,
    (name) => kindTitleOf(kinds, name),
    (kind) => ({ kind }),
  );
  each(
    view.age,
    (band) => BAND_WORDS[band][0],
    (age) => ({ age }),
  );
  each(
    view.production,
    (value) => filters.productions[value],
    (production) => ({ production }),
  );
  return out;
}
