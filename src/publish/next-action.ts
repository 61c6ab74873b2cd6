/** What the next run would do with an open pull request, in sentences about what is to come. */
import type { Decision, UpdateReason } from './decide.ts';
import { reasonFor } from './messages.ts';

/** What a run would do with it. */
export type Outlook = 'nothing' | 'update' | 'close';

const UPDATE: Readonly<Record<UpdateReason, string>> = {
  'branch-gone': 'its branch is gone',
  'marker-lost': 'its description no longer says what it rotates',
  unfinished: 'an earlier run was cut short before it had updated it',
  'credentials-changed': 'other credentials are to be rotated than it has',
  'base-branch-changed': 'it is open against another base branch',
  'base-moved': 'a file that it changes has changed on the base branch',
  'upgrade-asked': 'an upgrade of its modules was asked for, or a newer release has come out',
  incident: 'it is to be taken over for an incident',
  'date-asked': 'another date was asked for',
  'date-old': 'its date has become too old',
};

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
        reason: `The next run updates it: ${UPDATE[decision.why]}.`,
      };
    case 'close':
      return {
        next: 'close',
        code: 'nothing-to-rotate',
        reason: 'The next run closes it: nothing is left to rotate.',
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
