import type { Decision } from './decide.ts';
import { NEXT, reasonFor } from './messages.ts';

/** What a run would do with it. */
export type Outlook = 'nothing' | 'update' | 'close';

/** @returns the reason as a sentence and as one word; null where there is nothing to say */
export function outlookOf(decision: Decision): {
  readonly next: Outlook;
  readonly code: string | null;
  readonly reason: string | null;
} {
  switch (decision.do) {
    case 'update':
      return {
        next: 'update',
        code: decision.why,
        reason: NEXT.update(decision.why),
      };
    case 'close':
      return {
        next: 'close',
        code: 'nothing-to-rotate',
        reason: NEXT.close,
      };
    case 'left-alone':
      return { next: 'nothing', code: decision.why, reason: reasonFor(decision) };
    case 'create':
    case 'unchanged':
    case 'delete-branch':
    case 'nothing':
      return { next: 'nothing', code: null, reason: null };
  }
}
