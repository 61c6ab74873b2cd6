/** Which rows a view shows. Every filter has a bit, so that a chart can pass over its own. */
import { teamKey } from '../../../util/teams.ts';
import type { Row } from './rows.ts';
import type { View } from './view.ts';

export const FILTERS = ['q', 'team', 'namespace', 'cluster', 'production', 'state', 'kind', 'age'] as const;
export type Filter = (typeof FILTERS)[number];

/** The rows of a view, and for a chart those that only its own filters keep out. */
export interface Sieve {
  readonly shown: readonly Row[];
  /** Whether a row is shown. */
  readonly keeps: (row: Row) => boolean;
  /** Rows that all filters but the named ones let through. */
  readonly without: (...filters: readonly Filter[]) => readonly Row[];
}

export function sift(rows: readonly Row[], view: View): Sieve {
  const tests = testsOf(view, rows);
  const failed = new Map<Row, number>();
  for (const row of rows) {
    let bits = 0;
    for (const [bit, test] of tests) if (!test(row)) bits |= bit;
    failed.set(row, bits);
  }
  return {
    shown: rows.filter((row) => failed.get(row) === 0),
    keeps: (row) => failed.get(row) === 0,
    without(...filters) {
      const passedOver = filters.reduce((sum, filter) => sum | bitOf(filter), 0);
      return rows.filter((row) => (failed.get(row)! & ~passedOver) === 0);
    },
  };
}

type Test = (row: Row) => boolean;

function testsOf(view: View, rows: readonly Row[]): readonly (readonly [bit: number, test: Test])[] {
  const tests: [number, Test][] = [];
  const add = (filter: Filter, test: Test): void => void tests.push([bitOf(filter), test]);
  const words = view.q
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '');
  if (words.length > 0) add('q', ({ haystack }) => words.every((word) => haystack.includes(word)));
  if (view.team !== '') add('team', teamTest(view.team, rows));
  if (view.namespace !== '') add('namespace', ({ namespace }) => namespace.namespace === view.namespace);
  if (view.cluster !== '') add('cluster', ({ home }) => home.clusterLabel === view.cluster);
  const some = <T>(filter: Filter, values: readonly T[], of: (row: Row) => T): void => {
    if (values.length > 0) add(filter, (row) => values.includes(of(row)));
  };
  some('production', view.production, ({ home }) => home.production);
  some('state', view.state, ({ state }) => state);
  some('kind', view.kind, ({ kind }) => kind.name);
  some('age', view.age, ({ band }) => band);
  return tests;
}

function bitOf(filter: Filter): number {
  return 1 << FILTERS.indexOf(filter);
}

/** A team by its whole name where one bears it, else by a part of it: while somebody types. */
function teamTest(typed: string, rows: readonly Row[]): Test {
  const key = teamKey(typed);
  const bears: Test = ({ home }) => home.teams.some((team) => teamKey(team) === key);
  if (rows.some(bears)) return bears;
  const name = typed.toLowerCase();
  return ({ home }) =>
    home.teams.some((team) => team.toLowerCase().includes(name) || teamKey(team).includes(key));
}
