import type { State } from '../../results/results.ts';
import { count, digits, STATE_WORDS } from '../format.ts';
import type { Band } from './bands.ts';
import type { PageKind } from './data.ts';
import { dayWords } from './days.ts';

/** Every sentence of the page: what stands in the document, and what its script says. */

/** `RDS passwords`: as a heading. */
export function kindTitle({ many }: Pick<PageKind, 'many'>): string {
  return capitalised(many);
}

/** The title of the kind of that name; an old address may name one that the page does not have. */
export function kindTitleOf(kinds: readonly PageKind[], name: string): string {
  return kindTitle(kinds.find((kind) => kind.name === name) ?? { many: `${name} credentials` });
}

/** `RDS password`: one of them, at the beginning of a line. */
export function kindName({ one }: Pick<PageKind, 'one'>): string {
  return capitalised(one);
}

function capitalised(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}

export const STATE_MEANINGS: Readonly<Record<State, string>> = {
  blocked: 'fix first what its reason says: until then it cannot be rotated',
  never: 'due, and never rotated',
  due: 'older than its maximum age, or its date cannot be read',
  held: 'the namespace is on hold',
  exempt: 'nothing to rotate',
  ok: 'rotated within its maximum age',
};

/** The bands as the legend has them, and short, as the axis of a narrow chart has them. */
export const BAND_WORDS: Readonly<Record<Band, readonly [long: string, short: string]>> = {
  within: ['within its maximum age', 'in time'],
  'half-year': ['up to 6 months old', '≤ 6 m'],
  year: ['6 to 12 months old', '≤ 1 y'],
  'two-years': ['1 to 2 years old', '≤ 2 y'],
  'three-years': ['2 to 3 years old', '≤ 3 y'],
  older: ['over 3 years old', '> 3 y'],
  never: ['never rotated', 'never'],
  unknown: ['date unknown', '?'],
  exempt: ['nothing to rotate', '–'],
};

export const page = {
  title: 'Credential rotation',
  documentTitle: (date: string): string => `Credential rotation on ${dayWords(date)}`,
  skip: 'Skip to the credentials',
  on: (date: string): string => `as of ${dayWords(date)}`,
  workingTree: 'read from the working tree',
  commit: (commit: string): string => `read from commit ${commit.slice(0, 12)}`,
  theme: 'Colours',
  themes: { auto: 'Auto', light: 'Light', dark: 'Dark' },
  noScript:
    'The charts, the filters and the list of credentials need JavaScript. The numbers below do not; rotate-pr audit prints the list as text, CSV or Markdown.',
  summaryCaption: 'Credentials by kind and state',
  kind: 'Kind',
  total: 'Total',
  made: (version: string): string =>
    `Made by rotate-pr ${version}. This file is complete: it asks no server for anything.`,
  nothing: 'There is no credential in this audit.',
};

export const headline = {
  region: 'At a glance',
  due: (due: number, all: number): string =>
    `of ${count(all, 'credential')} ${due === 1 ? 'is' : 'are'} due for rotation`,
  in: (namespaces: number): string => `in ${count(namespaces, 'namespace')}`,
  tiles: { due: 'too old', never: 'never rotated', blocked: 'blocked', held: 'on hold', ok: 'in time' },
  oldest: 'oldest rotation',
  noOldest: 'none',
  on: (day: string): string => dayWords(day),
  bar: 'Credentials by state',
};

export const filters = {
  title: 'Filters',
  search: 'Search',
  searchHint: 'name, team, file, reason…',
  team: 'Team',
  anyTeam: 'any team',
  state: 'State',
  kind: 'Kind',
  age: 'Age',
  production: 'Production',
  productions: { yes: 'production', no: 'not production', unknown: 'not said' },
  cluster: 'Cluster',
  chosen: {
    q: (text: string): string => `“${text}”`,
    team: (team: string): string => `team ${team}`,
    namespace: (namespace: string): string => `namespace ${namespace}`,
    cluster: (cluster: string): string => `cluster ${cluster}`,
  },
  none: 'Everything in this audit.',
  chosenTitle: 'Shown:',
  remove: (what: string): string => `Remove the filter ${what}`,
  clear: 'Clear all',
  copy: 'Copy link to this view',
  copied: 'Copied',
};

export const ages = {
  title: 'Age by kind',
  intro:
    'Columns count credentials by age; what is exempt is left out. Below them each square is a namespace, coloured by its worst credential of that kind. A square opens its namespace, a column its credentials.',
  bar: (number: number, kind: string, band: Band): string =>
    `${kind}, ${BAND_WORDS[band][0]}: ${digits(number)}`,
  histogram: (kind: string): string => `${kind} by age`,
  total: (shown: number, namespaces: number): string =>
    shown === 0 ? 'none in this view' : `${digits(shown)} in ${count(namespaces, 'namespace')}`,
  map: (kind: string, namespaces: number): string =>
    `${kind}: ${count(namespaces, 'namespace')}, the worst first. Arrow keys move, Enter filters.`,
  tile: (state: State, rotated: string, credentials: number): string =>
    `${STATE_WORDS[state]}, ${rotated}${credentials > 1 ? `, the worst of ${credentials}` : ''}`,
  legend: 'Colours of the squares and columns',
};

export const teams = {
  title: 'Teams',
  intro:
    'A namespace counts once: for its annotation team-name, and where that is missing for the smallest of its GitHub teams. The filter Team finds all of a namespace’s teams.',
  nobody: 'no team named',
  columns: {
    team: 'Team',
    namespaces: 'Namespaces',
    due: 'Due',
    all: 'Of',
    oldest: 'Oldest',
    bar: 'By state',
  },
  more: (teams: number): string => `Show all ${digits(teams)} teams`,
  fewer: 'Show fewer teams',
};

export const list = {
  title: 'Credentials',
  caption: 'Credentials, one a row; the buttons in the head sort',
  columns: {
    state: 'State',
    namespace: 'Namespace',
    credential: 'Credential',
    rotated: 'Rotated',
    version: 'Version',
    reason: 'Reason',
  },
  sort: 'Sort by',
  sorts: {
    state: 'worst first',
    '-state': 'best first',
    namespace: 'namespace, A to Z',
    '-namespace': 'namespace, Z to A',
    credential: 'kind and module, A to Z',
    '-credential': 'kind and module, Z to A',
    rotated: 'oldest first',
    '-rotated': 'newest first',
    version: 'lowest version first',
    '-version': 'highest version first',
  },
  shown: (shown: number, all: number): string =>
    shown === all ? `${count(all, 'credential')}` : `${digits(shown)} of ${count(all, 'credential')}`,
  empty: 'No credential fits these filters.',
  more: (more: number): string => `Show ${digits(more)} more`,
  leftOutOfPrint: (shown: number, all: number): string =>
    `Printed: the first ${digits(shown)} of ${digits(all)}. Narrow the view to print the rest, or take --format csv.`,
  production: 'production',
  onGitHub: 'on GitHub',
  never: 'never',
  unreadable: 'no date',
  behind: (latest: string): string => `latest ${latest}`,
};

export const details = {
  close: 'Close',
  unknown: (id: string): string => `There is no credential ${id} in this audit.`,
  fields: {
    state: 'State',
    reasons: 'Reasons',
    rotated: 'Rotated',
    file: 'File',
    module: 'Module',
    source: 'Source',
    version: 'Version',
    variable: 'Argument',
    namespace: 'Namespace',
    production: 'Production',
    team: 'Teams',
    application: 'Application',
    slack: 'Slack',
    command: 'To see the change',
  },
  age: (days: number, max: number): string =>
    days < 0
      ? `${count(-days, 'day')} in the future`
      : `${count(days, 'day')} ago; ${count(max, 'day')} ${max === 1 ? 'is' : 'are'} allowed`,
  yes: 'yes',
  no: 'no',
  unsaid: 'not said',
  notSet: 'not set',
  all: 'All of this namespace',
};

export const times = {
  title: 'Over time',
  intro: (maxAge: number): string =>
    `The line counts all credentials of the selection, the areas those that were older than ${count(maxAge, 'day')}, and in them those that were never rotated. The filters of this page do not change it.`,
};

export const rest = {
  problems: (number: number): string => count(number, 'problem'),
  problemsIntro: 'What is wrong with files that were read; what they hold may be missing above.',
  notRotatable: (number: number): string => `${count(number, 'module')} without a date to rotate`,
  others: (number: number): string => `${count(number, 'other credential')}, which no date rotates`,
};
