/** Pull requests that wait, gathered by what they wait for: hundreds of them are to be read at a glance. */
import { groupBy } from '../util/group-by.ts';
import { deferred } from './sentences.ts';

/** One that waits. */
export interface Waits {
  readonly name: string;
  /** One word for what it waits for; null where there is only the sentence. */
  readonly code: string | null;
  readonly reason: string | null;
}

export interface WaitingGroup {
  /** What all of them wait for. */
  readonly reason: string;
  /** Whether each has a sentence of its own. */
  readonly each: boolean;
  /** In their own order. */
  readonly members: readonly [Waits, ...Waits[]];
}

/** The largest group first. */
export function waitingGroups(waiting: readonly Waits[]): readonly WaitingGroup[] {
  const groups = groupBy(waiting, ({ code, reason }) => code ?? reason ?? '');
  return [...groups.values()]
    .map((members): WaitingGroup => {
      const [{ code, reason }] = members;
      const shared = members.every((one) => one.reason === reason);
      const general = code === null ? reason : (deferred.reasons[code] ?? deferred.hindered(code));
      return {
        reason: (shared ? reason : general) ?? '',
        each: !shared,
        members,
      };
    })
    .toSorted((a, b) => b.members.length - a.members.length);
}

/** From so many of one reason on, they are no longer told one by one. */
const MANY = 6;

/** Those that have one reason with many others. */
export function gather<T extends Pick<Waits, 'reason'>>(all: readonly T[]): readonly T[] {
  const groups = groupBy(all, ({ reason }) => reason ?? '');
  return [...groups.values()].filter((group) => group.length >= MANY).flat();
}

/** Whether what lets environments of one application go together would let any of them go. */
export function waitsForOthers(waiting: readonly Waits[]): boolean {
  return waiting.some(({ code }) => code === 'application' || code === 'production');
}
