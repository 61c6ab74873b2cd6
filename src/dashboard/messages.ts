/** Every sentence about the dashboard's issue and its checkboxes; those in the issue are in `report/dashboard.ts`. */

/** What was done with the issue, and why. */
export const ISSUE_REASONS = {
  'none-yet': 'There was no dashboard.',
  'asked-for': 'A person had closed the last dashboard, and a new one was asked for.',
  changed: 'What it says has changed.',
  'closed-by-bot': 'A bot had closed it: it is open again.',
  duplicate: 'A second dashboard was closed.',
  unchanged: 'It says all that already.',
  'closed-by-person': 'A person closed it; --new makes another one.',
} as const;

/** The comment on a dashboard that is one too many. */
export function duplicateOf(kept: number): string {
  return `The dashboard is #${kept}: this one was made by a run that did not see it, and is closed.`;
}

/** What a ticked checkbox led to. */
export const CHECKBOX_REASONS = {
  planned: 'Its pull request would be opened.',
  nothingDue: 'Nothing of it is due.',
  notOpened: (why: string): string => `Nothing was opened: ${why}.`,
  unknown: 'The mark of the box names no namespace of the base branch.',
} as const;

/** What was to be done where nothing is ticked. */
export const NOTHING_TICKED = {
  noIssue: 'There is no open dashboard.',
  noTick: 'No box is ticked.',
} as const;

export function madeByAnother(number: number): string {
  return `#${number} looks like the dashboard and was made by another account: it stays as it is.`;
}
