import type { HistoryResult, Rotation } from '../results/history.ts';
import { csv } from './csv.ts';

const FIELDS = [
  'id',
  'cluster',
  'namespace',
  'file',
  'kind',
  'module',
  'team',
  'day',
  'commit',
  'change',
  'from',
  'to',
  'ageDays',
] as const satisfies readonly (keyof Rotation)[];

/** One row a rotation, oldest first, under the names of the JSON; what is no rotation has no row. */
export function historyCsv({ rotations }: HistoryResult): string {
  const rows = rotations.map((each) => [...FIELDS.map((name) => each[name]), each.notes.join(' ')]);
  return csv([...FIELDS, 'notes'], rows);
}
