/** The teams with most to rotate first. */
import { groupByTeam } from '../../../util/teams.ts';
import { digits } from '../../format.ts';
import { visible } from '../../sanitize.ts';
import { ageWords } from '../days.ts';
import { headline, teams } from '../sentences.ts';
import { stateBar } from './bar.ts';
import { el, part } from './dom.ts';
import type { Row } from './rows.ts';
import { type Draw, linkTo, type Scene } from './scene.ts';
import { type Tally, tally } from './tally.ts';

/** As many as a look takes in. */
const FIRST = 12;

interface Team {
  readonly name: string | null;
  readonly counted: Tally;
}

export function makeTeams(): Draw {
  const body = part('team-rows', HTMLTableSectionElement);
  const more = part('more-teams', HTMLButtonElement);
  let all = false;
  let last: Scene | null = null;
  const draw: Draw = (scene) => {
    last = scene;
    const found = ranked(scene.sieve.without('team'));
    const most = Math.max(1, ...found.map(({ counted }) => counted.all));
    body.replaceChildren(
      ...found.slice(0, all ? found.length : FIRST).map((team) => line(scene, team, most)),
    );
    more.hidden = found.length <= FIRST;
    more.textContent = all ? teams.fewer : teams.more(found.length);
    more.setAttribute('aria-expanded', String(all));
  };
  more.addEventListener('click', () => {
    all = !all;
    if (last !== null) draw(last);
  });
  return draw;
}

function ranked(rows: readonly Row[]): readonly Team[] {
  return groupByTeam(rows, ({ home }) => home.owner)
    .map(({ team, items }): Team => ({ name: team, counted: tally(items) }))
    .sort((a, b) => b.counted.due - a.counted.due || b.counted.all - a.counted.all);
}

function line(scene: Scene, { name, counted }: Team, most: number): HTMLElement {
  const isChosen = name !== null && scene.view.team === name;
  const href = linkTo(scene, { team: isChosen ? '' : (name ?? '') });
  const { oldest } = counted;
  const label = name === null ? teams.nobody : visible(name);
  return el(
    'tr',
    { class: isChosen ? 'chosen' : null },
    el(
      'th',
      { scope: 'row' },
      name === null ? teams.nobody : el('a', { href, 'aria-current': isChosen ? 'true' : null }, label),
    ),
    el('td', { class: 'number strong' }, digits(counted.due)),
    el('td', { class: 'number' }, digits(counted.all)),
    el('td', { class: 'wide' }, stateBar(counted, label, counted.all / most)),
    el('td', { class: 'number optional' }, digits(counted.namespaces)),
    el('td', { class: 'number optional' }, oldest === null ? headline.noOldest : ageWords(oldest.ageDays!)),
  );
}
