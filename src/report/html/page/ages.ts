/** One panel a kind: how old its credentials are, as columns, and the namespaces that hold them, as squares. */
import { digits } from '../../format.ts';
import { type Band, bandsOf } from '../bands.ts';
import type { PageKind } from '../data.ts';
import { ages, BAND_WORDS, kindTitle } from '../sentences.ts';
import { el, part, svg } from './dom.ts';
import { makeMap, type Tip } from './map.ts';
import type { Row } from './rows.ts';
import { type Draw, linkTo, type Scene } from './scene.ts';
import { countBy } from './tally.ts';

/** Units of the drawing; it scales with its place. */
const WIDTH = 420;
const HEIGHT = 132;
const BASE = 108;
const TOP = 18;

export function makeAges(
  rows: readonly Row[],
  kinds: readonly PageKind[],
  tip: Tip,
  open: (row: Row) => void,
): Draw {
  const place = part('kinds', HTMLElement);
  const bands = bandsOf(rows);
  const draws = kinds.map((kind): Draw => {
    const ofKind = rows.filter((row) => row.kind === kind);
    const used = bands.filter(
      (band) => band !== 'exempt' && (band !== 'unknown' || ofKind.some((row) => row.band === band)),
    );
    const total = el('p', { class: 'total' });
    const chart = el('div', { class: 'chart' });
    const map = makeMap(kind, ofKind, tip, open);
    const panel = el(
      'article',
      { class: 'panel kind' },
      el('h3', {}, kindTitle(kind)),
      total,
      chart,
      map.element,
    );
    place.append(panel);
    return (scene) => {
      const own = scene.sieve.without('kind', 'age').filter((row) => row.kind === kind);
      const homes = new Set(own.map(({ home }) => home)).size;
      total.textContent = ages.total(own.length, homes);
      chart.replaceChildren(histogram(scene, kind, used, own));
      const { kind: chosen } = scene.view;
      panel.classList.toggle('aside', own.length === 0 || (chosen.length > 0 && !chosen.includes(kind.name)));
      map.draw(scene);
    };
  });
  return (scene) => {
    for (const draw of draws) draw(scene);
  };
}

function histogram(
  scene: Scene,
  kind: PageKind,
  bands: readonly Band[],
  rows: readonly Row[],
): SVGSVGElement {
  const counts = countBy(rows, ({ band }) => band);
  const most = Math.max(1, ...bands.map((band) => counts.get(band) ?? 0));
  const step = WIDTH / bands.length;
  const chart = svg('svg', {
    viewBox: `0 0 ${WIDTH} ${HEIGHT}`,
    role: 'group',
    'aria-label': ages.histogram(kindTitle(kind)),
  });
  chart.append(svg('line', { class: 'axis', x1: 0, x2: WIDTH, y1: BASE + 0.5, y2: BASE + 0.5 }));
  for (const [at, band] of bands.entries()) {
    const number = counts.get(band) ?? 0;
    // a column that counts something can be seen
    const height = number === 0 ? 0 : Math.max(2, (number / most) * (BASE - TOP));
    const middle = (at + 0.5) * step;
    const isChosen = isOnly(scene, kind, band);
    const column = [
      svg('rect', { class: 'reach', x: at * step, y: 0, width: step, height: HEIGHT }),
      svg('rect', {
        class: `b-${band}`,
        x: at * step + step * 0.14,
        y: BASE - height,
        width: step * 0.72,
        height,
        rx: Math.min(3, height / 2),
      }),
    ];
    const label = ages.bar(number, kindTitle(kind), band);
    const href = linkTo(scene, isChosen ? { kind: [], age: [] } : { kind: [kind.name], age: [band] });
    // the link's name says both words and number in full, so they stand beside it, for the eye
    const words = svg(
      'g',
      { class: number === 0 ? 'figures none' : 'figures', 'aria-hidden': 'true' },
      svg('text', { class: 'number', x: middle, y: BASE - height - 5 }, number === 0 ? '·' : digits(number)),
      svg('text', { class: 'label', x: middle, y: BASE + 16 }, BAND_WORDS[band][1]),
    );
    const attributes = { class: 'column', 'aria-label': label };
    const box =
      number === 0 && !isChosen
        ? svg('g', { ...attributes, role: 'img' }, ...column)
        : svg('a', { ...attributes, href, 'aria-current': isChosen ? 'true' : null }, ...column);
    chart.append(box, words);
  }
  return chart;
}

function isOnly({ view }: Scene, kind: PageKind, band: Band): boolean {
  return (
    view.kind.length === 1 && view.kind[0] === kind.name && view.age.length === 1 && view.age[0] === band
  );
}
