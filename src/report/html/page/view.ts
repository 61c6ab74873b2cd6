/** What the reader looks at, as it stands behind `#` in the address: a view can be sent on. */
import type { State } from '../../../results/results.ts';
import { STATES_WORST_FIRST } from '../../format.ts';
import { BANDS, type Band } from '../bands.ts';
import { list } from '../sentences.ts';

export type Sort = keyof typeof list.sorts;
export type Production = 'yes' | 'no' | 'unknown';

/** Empty lists and texts leave everything in. */
export interface View {
  readonly q: string;
  readonly team: string;
  readonly namespace: string;
  readonly cluster: string;
  readonly production: readonly Production[];
  readonly state: readonly State[];
  readonly kind: readonly string[];
  readonly age: readonly Band[];
  readonly sort: Sort;
  /** Of the credential whose details are open. */
  readonly id: string;
}

export const WHOLE: View = {
  q: '',
  team: '',
  namespace: '',
  cluster: '',
  production: [],
  state: [],
  kind: [],
  age: [],
  sort: 'state',
  id: '',
};

export const PRODUCTIONS: readonly Production[] = ['yes', 'no', 'unknown'];
export const SORTS = Object.keys(list.sorts) as readonly Sort[];

const TEXTS = ['q', 'team', 'namespace', 'cluster'] as const;

/** The view of an address's hash. What is not understood is passed over: an old link still opens. */
export function readView(hash: string): View {
  const given = new URLSearchParams(hash.replace(/^#/, ''));
  const text = (name: string): string => given.get(name) ?? '';
  const some = <T extends string>(name: string, known: readonly T[]): readonly T[] => {
    const names = text(name).split(',');
    return known.filter((each) => names.includes(each));
  };
  return {
    q: text('q'),
    team: text('team'),
    namespace: text('namespace'),
    cluster: text('cluster'),
    production: some('production', PRODUCTIONS),
    state: some('state', STATES_WORST_FIRST),
    // which kinds there are is not known here: an unknown one fits nothing, and can be taken away
    kind: text('kind')
      .split(',')
      .filter((name) => name !== ''),
    age: some('age', BANDS),
    sort: SORTS.find((each) => each === given.get('sort')) ?? WHOLE.sort,
    id: text('id'),
  };
}

/** The hash of a view, `#` included; the shortest that `readView` understands. */
export function writeView(view: View): string {
  const out = new URLSearchParams();
  for (const name of TEXTS) if (view[name] !== '') out.set(name, view[name]);
  for (const name of ['state', 'kind', 'age', 'production'] as const) {
    if (view[name].length > 0) out.set(name, view[name].join(','));
  }
  if (view.sort !== WHOLE.sort) out.set('sort', view.sort);
  if (view.id !== '') out.set('id', view.id);
  // a comma needs no escape behind #, and reads better
  const written = out.toString().replaceAll('%2C', ',').replaceAll('%2F', '/');
  // a link to # alone would scroll to the top
  return `#${written || 'all'}`;
}

/** `list` with `value`, or without it when it is there. */
export function toggled<T>(values: readonly T[], value: T): readonly T[] {
  return values.includes(value) ? values.filter((each) => each !== value) : [...values, value];
}

/** Whether anything is filtered. */
export function isNarrowed(view: View): boolean {
  return (
    TEXTS.some((name) => view[name] !== '') ||
    [view.production, view.state, view.kind, view.age].some((values) => values.length > 0)
  );
}
