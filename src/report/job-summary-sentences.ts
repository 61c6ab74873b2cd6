/** What the summary of a job on GitHub says, beside what the reports say everywhere. */

import { count, digits } from './format.ts';
import type { Band } from './html/bands.ts';

export const ageChart = {
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

export const summary = {
  failed: (requests: number): string => `Failed: ${count(requests, 'pull request')}`,
  done: (requests: number): string => `Opened or changed: ${count(requests, 'pull request')}`,
  planned: (requests: number): string => `Would be opened: ${count(requests, 'pull request')}`,
  leftAlone: (requests: number): string => `Left alone: ${count(requests, 'pull request')}`,
  unchanged: (requests: number): string => `Open and unchanged: ${count(requests, 'pull request')}`,
  deferred: (requests: number): string => `Waiting for their turn: ${digits(requests)}`,
  held: (credentials: number): string => `On hold: ${count(credentials, 'credential')}`,
  blocked: (credentials: number): string => `To be mended first: ${count(credentials, 'credential')}`,
  due: (credentials: number): string => `Due: ${count(credentials, 'credential')}`,
  others: (credentials: number): string => `In time or exempt: ${count(credentials, 'credential')}`,
  stopped:
    'The run ended early: GitHub takes no more now, or refuses the token. The next run goes on where it ended.',
  unfold: 'Show them',
  more: (rows: number): string => `… and ${digits(rows)} more: this summary would be too long.`,
  cut: 'This summary was too long for GitHub and is cut here: `rotate-pr audit` and `rotate-pr open --format markdown` show all of it.',
};
