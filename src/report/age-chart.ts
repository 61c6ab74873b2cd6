import type { Credential } from '../results/results.ts';
import { count } from './format.ts';
import { type Band, bandOf, bandsOf } from './html/bands.ts';

const words = {
  title: (credentials: number): string => `${count(credentials, 'credential')} by age`,
  axis: 'credentials',
  /** Short, for eight columns side by side; no quotation mark, which would end the label. */
  bands: {
    within: 'in time',
    'half-year': 'to 6 months',
    year: 'to 1 year',
    'two-years': 'to 2 years',
    'three-years': 'to 3 years',
    older: 'older',
    never: 'never',
    unknown: 'no date',
    exempt: 'exempt',
  } satisfies Record<Band, string> as Readonly<Record<Band, string>>,
};

/**
 * How old credentials are, as a chart that GitHub draws: Mermaid's `xychart-beta`. What is exempt has nothing to rotate
 * and is left out. No data of the repository is in it, only numbers.
 *
 * @returns the diagram; empty where there is nothing to draw
 */
export function ageChart(credentials: readonly Credential[]): string {
  const bands = bandsOf(credentials).filter((band) => band !== 'exempt');
  const numbers = new Map<Band, number>(bands.map((band) => [band, 0]));
  for (const credential of credentials) {
    const band = bandOf(credential);
    if (band !== 'exempt') numbers.set(band, (numbers.get(band) ?? 0) + 1);
  }
  const values = bands.map((band) => numbers.get(band) ?? 0);
  const total = values.reduce((sum, each) => sum + each, 0);
  if (total === 0) return '';
  const labels = bands.map((band) => words.bands[band]);
  const lines = [
    'xychart-beta',
    `    accTitle: ${words.title(total)}`,
    `    accDescr: ${labels.map((label, at) => `${label} ${values[at]}`).join(', ')}`,
    `    title "${words.title(total)}"`,
    `    x-axis [${labels.map((label) => `"${label}"`).join(', ')}]`,
    // without a range the smallest column would have no height
    `    y-axis "${words.axis}" 0 --> ${Math.max(...values)}`,
    `    bar [${values.join(', ')}]`,
  ];
  return lines.join('\n');
}
