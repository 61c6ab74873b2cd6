/** Every sentence of `publish` about one pull request, in one place. */
import type { CreateReason, Decision, LeaveReason, UpdateReason } from './decide.ts';

const CREATE: Readonly<Record<CreateReason, string>> = {
  'none-yet': 'There was no pull request for it.',
  unfinished: 'An earlier run had left the branch without a pull request.',
  merged: 'The last pull request was merged and the rotation is due again.',
  'closed-by-bot': 'A bot had closed the last pull request.',
  'closed-by-us': 'The last pull request was closed by rotate-pr itself.',
  'asked-by-name': 'The last pull request was closed, and the namespace was asked for by name.',
};

const UPDATE: Readonly<Record<UpdateReason, string>> = {
  'branch-gone': 'Its branch was gone.',
  'marker-lost': 'Its description no longer said what it rotates.',
  unfinished: 'An earlier run had pushed the branch without updating the pull request.',
  'credentials-changed': 'The credentials to rotate are others than before.',
  'base-branch-changed': 'It was open against another base branch.',
  'base-moved': 'A file that it changes has changed on the base branch.',
  'upgrade-asked': 'An upgrade of its modules was asked for, or a newer release has come out.',
  'date-asked': 'Another date was asked for.',
  'date-old': 'Its date had become too old.',
};

const LEAVE: Readonly<Record<LeaveReason, string>> = {
  'foreign-commits': 'Somebody else committed to its branch',
  'not-ours': 'The open pull request of this branch is not one of rotate-pr.',
  'closed-by-person': 'A person closed its pull request; name the namespace (--namespace) to open it again.',
};

/** Why a closed pull request was closed, for its last comment. */
export const CLOSING = {
  'nothing-to-rotate':
    'There is nothing left to rotate here: the base branch already has it, or it is no longer selected.',
  duplicate: 'Another pull request of this branch is open; rotate-pr keeps that one.',
} as const;
export type ClosingReason = keyof typeof CLOSING;

/** One sentence for the result. */
export function reasonFor(decision: Decision): string {
  switch (decision.do) {
    case 'create':
      return CREATE[decision.why];
    case 'update':
      return UPDATE[decision.why];
    case 'unchanged':
      return 'The open pull request already rotates the same credentials.';
    case 'left-alone':
      return decision.why === 'foreign-commits'
        ? `${LEAVE[decision.why]}${decision.detail ? ` (${decision.detail})` : ''}.`
        : LEAVE[decision.why];
    case 'close':
      return 'There is nothing left to rotate.';
    case 'delete-branch':
      return 'There is nothing left to rotate; the branch of an unfinished run was deleted.';
    case 'nothing':
      return 'There is nothing to rotate and no pull request is open.';
  }
}

const COMMENT_PREFIX = '<!-- rotate-pr:comment ';

/** The first line of a comment, by which it is known to have been written. */
export function commentMark(reason: ClosingReason): string {
  return `${COMMENT_PREFIX}${reason} -->`;
}
