/** The kinds of one run. Several runs of one process, one after the other or at once, do not see each other's. */
import { AsyncLocalStorage } from 'node:async_hooks';
import { BUILT_IN_KINDS, findKindsBy, type Kinds } from '../../kinds/registry.ts';

const ofRun = new AsyncLocalStorage<{ kinds: Kinds }>();

findKindsBy(() => ofRun.getStore()?.kinds ?? BUILT_IN_KINDS);

/** Does a run: until `useKinds` says others, its kinds are those of the program. */
export function withKinds<T>(run: () => T): T {
  return ofRun.run({ kinds: BUILT_IN_KINDS }, run);
}

/** Sets the kinds of this run. Outside of one only those of the program can be set. */
export function useKinds(kinds: Kinds): void {
  const run = ofRun.getStore();
  if (run !== undefined) run.kinds = kinds;
  else if (kinds !== BUILT_IN_KINDS) throw new Error('kinds are set outside of a run');
}
