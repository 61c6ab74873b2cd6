/** Every sentence about one pull request, of every command, in one place. */
import type { CreateReason, Decision, LeaveReason, UpdateReason } from './decide.ts';

const CREATE: Readonly<Record<CreateReason, string>> = {
  'none-yet': 'There was no pull request for it.',
  unfinished: 'An earlier run had left the branch without a pull request.',
  merged: 'The last pull request was merged and the rotation is due again.',
  'closed-by-bot': 'A bot had closed the last pull request.',
  'closed-by-us': 'The last pull request was closed by rotate-pr itself.',
  'closed-long-ago': 'A person closed the last pull request, and the rotation has come due since.',
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
  'restore-asked': 'Terraform is to rotate its credentials by itself again.',
  incident: 'It is taken over for an incident.',
  'date-asked': 'Another date was asked for.',
  'date-old': 'Its date had become too old.',
};

const LEAVE: Readonly<Record<LeaveReason, (detail: string | null) => string>> = {
  'foreign-commits': modifiedByOthers,
  'not-ours': () => 'The open pull request of this branch is not one of rotate-pr.',
  'closed-by-person': (until) =>
    `A person closed its pull request${until ? `: not reopened before ${until}` : ''}; name the namespace (--namespace) to open it again.`,
  'just-merged': () =>
    'Its pull request was merged just now and the base branch that was read does not have it yet: run again.',
  'selects-less': (count) =>
    `Its open pull request also rotates ${count} credentials that this run did not select: select them too.`,
};

/** The same of what is to come. */
const TO_UPDATE: Readonly<Record<UpdateReason, string>> = {
  'branch-gone': 'its branch is gone',
  'marker-lost': 'its description no longer says what it rotates',
  unfinished: 'an earlier run was cut short before it had updated it',
  'credentials-changed': 'other credentials are to be rotated than it has',
  'base-branch-changed': 'it is open against another base branch',
  'base-moved': 'a file that it changes has changed on the base branch',
  'upgrade-asked': 'an upgrade of its modules was asked for, or a newer release has come out',
  'restore-asked': 'Terraform is to rotate its credentials by itself again',
  incident: 'it is to be taken over for an incident',
  'date-asked': 'another date was asked for',
  'date-old': 'its date has become too old',
};

/** What the next run would do with an open pull request. */
export const NEXT = {
  update: (why: UpdateReason): string => `The next run updates it: ${TO_UPDATE[why]}.`,
  close: 'The next run closes it: nothing is left to rotate.',
  duplicate: (kept: number): string => `The next run closes it: #${kept} of the same branch is open too.`,
  unknown: (why: string): string => `What the next run would do with it is not known: ${why}`,
} as const;

/** Of one that is not open: what the next run would do, or why it does not. */
export const WAITING = {
  next: 'The next run opens it.',
  blocked: (why: string | null): string => `It cannot be rotated now: ${why ?? NOTHING_ROTATABLE}.`,
  closed: (until: string): string => `A person closed it: ${reopening(until)}`,
  closedByCommand: (until: string): string => `It was closed by rotate-pr close: ${reopening(until)}`,
} as const;

/** Of one that stays open, as `open` leaves it, as `close` does, and as the dashboard tells of it. */
export const STAYS = {
  blocked: (why: string | null): string => `It stays as it is: ${why ?? NOTHING_ROTATABLE}.`,
  rotatesOthers: (others: number): string =>
    `It also rotates ${others} ${others === 1 ? 'credential that is' : 'credentials that are'} not selected: select them too.`,
  unknown: 'Its description no longer says what it rotates: select it by its namespace, or with --all.',
  modifiedByOthers,
  leftAlone: 'Somebody else committed to its branch, so rotate-pr leaves it alone.',
  notOurs: 'It is not one of rotate-pr.',
  draft: 'It is a draft.',
  closedByPerson: (number: number, until: string): string =>
    `A person closed its pull request #${number}: not reopened before ${until}.`,
} as const;

/** What `close --dry-run` says of what it would close. */
export const WOULD_CLOSE = {
  withBranch: 'Its branch would be deleted too.',
  branchAlone: 'An unfinished run left it: its branch would be deleted.',
} as const;

/** What `plan` and `open --dry-run` say of what they could not ask. */
export const PREVIEW = {
  notAsked: (why: string): string =>
    `${why === '' ? '' : `${why} `}Which pull requests are open is not known: what could be written is shown as planned.`,
  noToken: 'GitHub was not asked, for there is no token (GITHUB_TOKEN, GH_TOKEN or gh auth login).',
} as const;

const NOTHING_ROTATABLE = 'nothing in it can be rotated now';

function modifiedByOthers(why: string | null): string {
  return `Somebody else committed to its branch${why ? ` (${why})` : ''}.`;
}

function reopening(until: string): string {
  return `not reopened before ${until}; rotate-pr open --namespace with its name opens it again.`;
}

/** What is asked of a person before it is done. */
export function question(requests: number): string {
  return requests === 1
    ? 'Open or update this pull request?'
    : `Open or update these ${requests} pull requests?`;
}

/** Why a closed pull request was closed, for its last comment. */
export const CLOSING = {
  'nothing-to-rotate':
    'There is nothing left to rotate here: the base branch already has it, or it is no longer selected.',
  'rotated-meanwhile': 'There is nothing left to rotate here: the base branch has been rotated meanwhile.',
  'in-group': 'The pull request of a group rotates all of it, so it is left to that one.',
  'namespace-gone': 'The namespace is no longer in the base branch, so there is nothing to rotate.',
  duplicate: 'Another pull request of this branch is open; rotate-pr keeps that one.',
  'taken-back': 'It was closed by `rotate-pr close`.',
} as const;
export type ClosingReason = keyof typeof CLOSING;

/** What is told in an open pull request, once. */
export const TOLD = {
  'foreign-commits':
    'Somebody else has committed to this branch, so rotate-pr leaves it as it is, although what is to be rotated has changed since. ' +
    'Merge it, or close it and delete its branch: then the next run makes a new one.',
} as const;
export type ToldReason = keyof typeof TOLD;

/**
 * One sentence for the result.
 *
 * @param closing why a pull request of which nothing is wanted is closed
 */
export function reasonFor(decision: Decision, closing: ClosingReason = 'nothing-to-rotate'): string {
  switch (decision.do) {
    case 'create':
      return CREATE[decision.why];
    case 'update':
      return UPDATE[decision.why];
    case 'unchanged':
      return 'The open pull request already rotates the same credentials.';
    case 'left-alone':
      return LEAVE[decision.why](decision.detail);
    case 'close':
      return closing === 'taken-back'
        ? 'It was closed by rotate-pr close.'
        : 'There is nothing left to rotate.';
    case 'delete-branch':
      return closing === 'taken-back'
        ? 'It had no pull request: the branch of an unfinished run was deleted.'
        : 'There is nothing left to rotate; the branch of an unfinished run was deleted.';
    case 'nothing':
      return 'There is nothing to rotate and no pull request is open.';
  }
}

/** What a run would do with it. */
export type NextAction = 'nothing' | 'update' | 'close';

/**
 * What the next run would do with an open pull request.
 *
 * @returns the reason as a sentence and as one word; null where there is nothing to say
 */
export function nextActionOf(decision: Decision): {
  readonly next: NextAction;
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

const COMMENT_PREFIX = '<!-- rotate-pr:comment ';

/** The first line of a comment, by which it is known to have been written. */
export function commentMark(reason: ClosingReason | ToldReason): string {
  return `${COMMENT_PREFIX}${reason} -->`;
}

/** The first line of a page of what is to be done after the merge. */
export function afterMergeMark(page: number): string {
  return `<!-- rotate-pr:after-merge ${page} -->`;
}

/** The first line of the comment that says whether a merged rotation is in force. */
export const VERIFY_MARK = '<!-- rotate-pr:verify -->';

/** The first line of a further page of a body. */
export function pageMark(page: number): string {
  return `<!-- rotate-pr:page ${page} -->`;
}
