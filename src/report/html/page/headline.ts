import { digits, STATE_WORDS } from '../../format.ts';
import { ageWords } from '../days.ts';
import { headline } from '../sentences.ts';
import { stateBar } from './bar.ts';
import { el, part } from './dom.ts';
import { type Draw, linkTo, type Scene } from './scene.ts';
import { statesOf, tally } from './tally.ts';

type Tile = keyof typeof headline.tiles;
const TILES = Object.keys(headline.tiles) as readonly Tile[];

/** The numbers at the top. They pass over the filter for states, which they are themselves. */
export function makeHeadline(): Draw {
  const due = part('due', HTMLElement);
  const dueOf = part('due-of', HTMLElement);
  const tiles = part('tiles', HTMLElement);
  const bar = part('state-bar', HTMLElement);
  return (scene) => {
    const counted = tally(scene.sieve.without('state'));
    due.textContent = digits(counted.due);
    dueOf.textContent = `${headline.due(counted.due, counted.all)} ${headline.in(counted.namespaces)}`;
    const { oldest } = counted;
    tiles.replaceChildren(
      ...TILES.map((state) => stateTile(scene, state, counted.byState[state])),
      oldest === null
        ? tile('oldest', null, headline.noOldest, headline.oldest, '')
        : tile(
            'oldest',
            linkTo(scene, { id: oldest.id }),
            ageWords(oldest.ageDays!),
            headline.oldest,
            headline.on(oldest.rotatedOn!),
          ),
    );
    bar.replaceChildren(
      stateBar(counted, headline.bar),
      el(
        'ul',
        { class: 'legend' },
        ...statesOf(counted).map(([state, number]) =>
          el(
            'li',
            {},
            el(
              'a',
              { href: linkTo(scene, { state: [state] }) },
              el('span', { class: `swatch s-${state}` }),
              `${STATE_WORDS[state]} ${digits(number)}`,
            ),
          ),
        ),
      ),
    );
  };
}

function stateTile(scene: Scene, state: Tile, number: number): HTMLElement {
  const isOnly = scene.view.state.length === 1 && scene.view.state[0] === state;
  const href = linkTo(scene, { state: isOnly ? [] : [state] });
  return tile(
    state,
    number === 0 && !isOnly ? null : href,
    digits(number),
    headline.tiles[state],
    '',
    isOnly,
  );
}

function tile(
  name: string,
  href: string | null,
  figure: string,
  words: string,
  more: string,
  current = false,
): HTMLElement {
  const inside = [
    el('span', { class: 'figure' }, figure),
    el('span', { class: 'words' }, words),
    more === '' ? null : el('span', { class: 'more' }, more),
  ];
  const box =
    href === null
      ? el('span', { class: 'tile' }, ...inside)
      : el('a', { class: 'tile', href, 'aria-current': current ? 'true' : null }, ...inside);
  return el('li', { class: `t-${name}` }, box);
}
