/** The namespaces of a kind as squares, the worst first. One stop for the keyboard; arrows move within it. */
import { visible } from '../../sanitize.ts';
import type { PageKind } from '../data.ts';
import { dayWords } from '../days.ts';
import { ages, kindTitle, list } from '../sentences.ts';
import { el } from './dom.ts';
import type { Home, Row } from './rows.ts';
import type { Draw } from './scene.ts';

/** Shows words near an element, or none. */
export type Tip = (near: Element | null, ...lines: readonly string[]) => void;

interface Square {
  readonly element: HTMLElement;
  /** The worst first. */
  readonly rows: readonly [Row, ...Row[]];
}

/** @param open is given the worst credential of the square that is chosen */
export function makeMap(
  kind: PageKind,
  rows: readonly Row[],
  tip: Tip,
  open: (row: Row) => void,
): { readonly element: HTMLElement; readonly draw: Draw } {
  const byHome = new Map<Home, [Row, ...Row[]]>();
  for (const row of rows) {
    const known = byHome.get(row.home);
    if (known === undefined) byHome.set(row.home, [row]);
    else known.push(row);
  }
  const squares = [...byHome.values()].map((own, at): Square => {
    const id = `square-${kind.name}-${at}`;
    const name = `${visible(own[0].namespace.namespace)}: ${squareWords(own)}`;
    return {
      element: el('span', { id, role: 'option', class: squareClass(own[0]), 'aria-label': name }),
      rows: own,
    };
  });
  const element = el(
    'div',
    { class: 'map', role: 'listbox', tabindex: 0, 'aria-label': ages.map(kindTitle(kind), squares.length) },
    ...squares.map((square) => square.element),
  );
  const byElement = new Map<EventTarget | null, Square>(squares.map((square) => [square.element, square]));
  let shown = squares;
  let active: Square | undefined;

  function mark(square: Square | undefined): void {
    active?.element.classList.remove('active');
    active = square;
    if (square === undefined) {
      element.removeAttribute('aria-activedescendant');
      tip(null);
      return;
    }
    square.element.classList.add('active');
    element.setAttribute('aria-activedescendant', square.element.id);
    const { facts, owner } = square.rows[0].home;
    tip(
      square.element,
      visible(facts.namespace),
      ...(owner === null ? [] : [visible(owner)]),
      squareWords(square.rows),
    );
  }

  element.addEventListener('keydown', (event) => {
    const to = target(event.key, active === undefined ? -1 : shown.indexOf(active), shown);
    if (to !== null) {
      event.preventDefault();
      mark(shown[to]);
    } else if ((event.key === 'Enter' || event.key === ' ') && active !== undefined) {
      event.preventDefault();
      open(active.rows[0]);
    }
  });
  element.addEventListener('focus', () => {
    if (active === undefined && element.matches(':focus-visible')) mark(shown[0]);
  });
  element.addEventListener('blur', () => mark(undefined));
  element.addEventListener('pointerover', (event) => mark(byElement.get(event.target)));
  element.addEventListener('pointerleave', () => mark(undefined));
  element.addEventListener('click', (event) => {
    const square = byElement.get(event.target);
    if (square !== undefined) open(square.rows[0]);
  });

  return {
    element,
    draw({ sieve }) {
      // what is shown stands together, before the rest of the estate
      shown = squares.filter(({ rows: own }) => own.some((row) => sieve.keeps(row)));
      const inside = new Set(shown);
      for (const square of squares) square.element.classList.toggle('out', !inside.has(square));
    },
  };
}

function squareClass({ state, band }: Row): string {
  if (state === 'held' || state === 'exempt' || state === 'blocked') return `square q-${state}`;
  return `square b-${band}`;
}

function squareWords([worst, ...others]: Square['rows']): string {
  const rotated = worst.rotatedOn === null ? list.never : dayWords(worst.rotatedOn);
  return ages.tile(worst.state, rotated, others.length + 1);
}

/** Where a key leads from a square; null when it leads nowhere. */
function target(key: string, from: number, squares: readonly Square[]): number | null {
  const last = squares.length - 1;
  const within = (at: number): number => Math.max(0, Math.min(last, at));
  switch (key) {
    case 'ArrowRight':
      return within(from + 1);
    case 'ArrowLeft':
      return within(from - 1);
    case 'ArrowDown':
      return within(from + perLine(squares));
    case 'ArrowUp':
      return within(from - perLine(squares));
    case 'Home':
      return 0;
    case 'End':
      return last;
    default:
      return null;
  }
}

function perLine(squares: readonly Square[]): number {
  const top = squares[0]?.element.offsetTop;
  const next = squares.findIndex(({ element }) => element.offsetTop !== top);
  return next === -1 ? squares.length : next;
}
