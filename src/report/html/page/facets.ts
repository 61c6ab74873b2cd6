/** The filters beside the charts: one list of boxes for each question, with what each box would leave. */

import { digits, STATE_WORDS, STATES_WORST_FIRST } from '../../format.ts';
import type { Band } from '../bands.ts';
import { bandsOf } from '../bands.ts';
import type { PageKind } from '../data.ts';
import { BAND_WORDS, filters, kindTitleOf } from '../sentences.ts';
import { el, part } from './dom.ts';
import type { Filter } from './filter.ts';
import type { Row } from './rows.ts';
import type { Draw } from './scene.ts';
import { countBy } from './tally.ts';
import { PRODUCTIONS, toggled, type View } from './view.ts';

type Change = (change: Partial<View>) => void;

/** @param change puts another view in place of the present one */
export function makeFacets(rows: readonly Row[], kinds: readonly PageKind[], change: Change): Draw {
  const place = part('facets', HTMLElement);
  const clusters = [...new Set(rows.map(({ home }) => home.clusterLabel))].sort();
  const draws = [
    facet(place, {
      filter: 'state',
      title: filters.state,
      values: STATES_WORST_FIRST,
      words: (state) => STATE_WORDS[state],
      mark: (state) => `s-${state}`,
      of: ({ state }) => state,
      chosen: ({ state }) => state,
      choose: (view, state) => change({ state: toggled(view.state, state) }),
    }),
    facet(place, {
      filter: 'kind',
      title: filters.kind,
      values: kinds.map(({ name }) => name),
      words: (name) => kindTitleOf(kinds, name),
      of: ({ kind }) => kind.name,
      chosen: ({ kind }) => kind,
      choose: (view, kind) => change({ kind: toggled(view.kind, kind) }),
    }),
    facet<Band>(place, {
      filter: 'age',
      title: filters.age,
      values: bandsOf(rows),
      words: (band) => BAND_WORDS[band][0],
      mark: (band) => `b-${band}`,
      of: ({ band }) => band,
      chosen: ({ age }) => age,
      choose: (view, band) => change({ age: toggled(view.age, band) }),
    }),
    facet(place, {
      filter: 'production',
      title: filters.production,
      values: PRODUCTIONS,
      words: (production) => filters.productions[production],
      of: ({ home }) => home.production,
      chosen: ({ production }) => production,
      choose: (view, production) => change({ production: toggled(view.production, production) }),
    }),
  ];
  if (clusters.length > 1) {
    draws.push(
      facet(place, {
        filter: 'cluster',
        title: filters.cluster,
        values: clusters,
        words: (cluster) => cluster,
        of: ({ home }) => home.clusterLabel,
        chosen: ({ cluster }) => (cluster === '' ? [] : [cluster]),
        choose: (view, cluster) => change({ cluster: view.cluster === cluster ? '' : cluster }),
      }),
    );
  }
  return (scene) => {
    for (const draw of draws) draw(scene);
  };
}

interface Facet<T> {
  readonly filter: Filter;
  readonly title: string;
  readonly values: readonly T[];
  readonly words: (value: T) => string;
  /** Class of the colour before the words. */
  readonly mark?: (value: T) => string;
  readonly of: (row: Row) => T;
  readonly chosen: (view: View) => readonly T[];
  readonly choose: (view: View, value: T) => void;
}

function facet<T>(place: HTMLElement, facet: Facet<T>): Draw {
  let current: View | null = null;
  const boxes = facet.values.map((value) => {
    const box = el('input', { type: 'checkbox' });
    box.addEventListener('change', () => {
      if (current !== null) facet.choose(current, value);
    });
    const number = el('span', { class: 'count' });
    const swatch = facet.mark === undefined ? null : el('span', { class: `swatch ${facet.mark(value)}` });
    const label = el('label', {}, box, swatch, el('span', { class: 'name' }, facet.words(value)), number);
    return { value, box, number, label };
  });
  place.append(el('fieldset', {}, el('legend', {}, facet.title), ...boxes.map(({ label }) => label)));
  return ({ view, sieve }) => {
    current = view;
    const counts = countBy(sieve.without(facet.filter), facet.of);
    for (const { value, box, number, label } of boxes) {
      const left = counts.get(value) ?? 0;
      box.checked = facet.chosen(view).includes(value);
      number.textContent = digits(left);
      label.classList.toggle('empty', left === 0 && !box.checked);
    }
  };
}
