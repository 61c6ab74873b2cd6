/** In which order a view lists its rows. */
import type { Row } from './rows.ts';
import type { Sort } from './view.ts';

/** The rows sorted; of equal ones the worse first. */
export function ordered(rows: readonly Row[], sort: Sort): readonly Row[] {
  const [column, sign] = sort.startsWith('-') ? [sort.slice(1), -1] : [sort, 1];
  const compare = COMPARE[column];
  const byOrder = (a: Row, b: Row): number => a.order - b.order;
  if (compare === undefined) return rows.toSorted((a, b) => sign * byOrder(a, b));
  return rows.toSorted((a, b) => sign * compare(a, b) || byOrder(a, b));
}

type Compare = (a: Row, b: Row) => number;

const COMPARE: Readonly<Record<string, Compare>> = {
  namespace: (a, b) =>
    compareText(a.namespace.namespace, b.namespace.namespace) ||
    compareText(a.home.clusterLabel, b.home.clusterLabel),
  credential: (a, b) => compareText(a.kind.name, b.kind.name) || compareText(a.module, b.module),
  // a day sorts as text; without one it was never rotated, as far as anybody knows
  rotated: (a, b) => compareText(a.rotatedOn ?? '', b.rotatedOn ?? ''),
  version: (a, b) => compareVersions(a.version, b.version),
};

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Part by part as numbers; no version before any. */
function compareVersions(a: string | null, b: string | null): number {
  const [left, right] = [parts(a), parts(b)];
  for (let at = 0; at < Math.max(left.length, right.length); at += 1) {
    const difference = (left[at] ?? -1) - (right[at] ?? -1);
    if (difference !== 0) return difference;
  }
  return 0;
}

function parts(version: string | null): readonly number[] {
  return version === null ? [] : version.split(/[.-]/).map((part) => Number.parseInt(part, 10) || 0);
}
