import { digits, STATE_WORDS } from '../../format.ts';
import { svg } from './dom.ts';
import { statesOf, type Tally } from './tally.ts';

/**
 * States as parts of one bar, as wide as its place.
 *
 * @param share of the place that the bar takes, 0 to 1
 */
export function stateBar(counted: Tally, label: string, share = 1): SVGSVGElement {
  const bar = svg('svg', {
    class: 'bar',
    viewBox: '0 0 1000 10',
    preserveAspectRatio: 'none',
    role: 'img',
    'aria-label': `${label}: ${stateWords(counted)}`,
  });
  let at = 0;
  for (const [state, number] of statesOf(counted)) {
    const width = (number / counted.all) * 1000 * share;
    const title = svg('title', {}, `${digits(number)} ${STATE_WORDS[state]}`);
    bar.append(svg('rect', { class: `s-${state}`, x: at, y: 0, width, height: 10 }, title));
    at += width;
  }
  return bar;
}

/** `3 never rotated, 12 due, 1 ok`. */
function stateWords(counted: Tally): string {
  return statesOf(counted)
    .map(([state, number]) => `${digits(number)} ${STATE_WORDS[state]}`)
    .join(', ');
}
