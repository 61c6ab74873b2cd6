/** The page's script: reads the data in the document and draws it as the address says. */
import type { PageData } from '../data.ts';
import { filters } from '../sentences.ts';
import { makeAges } from './ages.ts';
import { makeDetails } from './details.ts';
import { part } from './dom.ts';
import { makeFacets } from './facets.ts';
import { sift } from './filter.ts';
import { makeHeadline } from './headline.ts';
import { makeList } from './list.ts';
import { readRows } from './rows.ts';
import { makeChosen, makeSearch } from './search.ts';
import { makeTeams } from './teams.ts';
import { watchTheme } from './theme.ts';
import { makeTip } from './tip.ts';
import { readView, type View, writeView } from './view.ts';

/** Narrower than this the filters are folded away. */
const BESIDE = matchMedia('(min-width: 1000px)');

function start(): void {
  document.documentElement.classList.remove('no-script');
  watchTheme();
  foldFilters();
  offerCopy();
  const data = JSON.parse(part('data', HTMLScriptElement).textContent ?? '') as PageData;
  if (data.rows.length === 0) return;
  const rows = readRows(data);
  let view = readView(location.hash);

  /** A change by typing or ticking: typing makes no history, a click does. */
  function change(part: Partial<View>): void {
    const next = { ...view, ...part };
    if ('q' in part || 'team' in part) history.replaceState(null, '', writeView(next));
    else history.pushState(null, '', writeView(next));
    show(next);
  }

  const draws = [
    makeSearch(rows, change),
    makeFacets(rows, data.kinds, change),
    makeHeadline(),
    makeAges(rows, data.kinds, makeTip(), ({ home }) => {
      const cluster = home.clusterLabel === 'live' ? '' : home.clusterLabel;
      const { namespace } = home.facts;
      change(view.namespace === namespace ? { namespace: '', cluster: '' } : { namespace, cluster });
    }),
    makeTeams(),
    makeChosen(rows, data.kinds),
    makeList(change),
    makeDetails(rows, change),
  ];

  function show(next: View): void {
    view = next;
    const scene = { view, sieve: sift(rows, view) };
    for (const draw of draws) draw(scene);
  }

  show(view);
  addEventListener('hashchange', () => show(readView(location.hash)));
  document.documentElement.classList.add('ready');
}

function foldFilters(): void {
  const box = part('filter-box', HTMLDetailsElement);
  const fold = (): void => {
    box.open = BESIDE.matches;
  };
  fold();
  BESIDE.addEventListener('change', fold);
}

function offerCopy(): void {
  const button = part('copy', HTMLButtonElement);
  const { clipboard } = navigator;
  button.hidden = clipboard === undefined;
  button.addEventListener('click', async () => {
    await clipboard.writeText(location.href);
    button.textContent = filters.copied;
    setTimeout(() => {
      button.textContent = filters.copy;
    }, 2_000);
  });
}

start();
