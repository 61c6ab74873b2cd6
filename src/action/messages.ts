/** Every sentence of the Action itself. */

import { count, listWords } from '../report/format.ts';
import type { AuditResult } from '../results/results.ts';

export const sentences = {
  unknownCommand: (given: string, known: readonly string[]): string =>
    `Input command takes one of ${known.join(', ')}, not ${JSON.stringify(given)}.`,
  formatWithoutOutput:
    'Input format says how the file of the input output is written: give both, or neither.',
  badNumber: (given: string): string =>
    `Input pull-request takes the number of a pull request, not ${JSON.stringify(given)}.`,
  noNumber:
    'There is no pull request in the event of this workflow: run it on pull_request (types: closed), or give its number in the input pull-request.',
  badEvent: (reason: string): string => `The event of this workflow cannot be read (${reason}).`,
  missingToken:
    'The input token is empty. Its default is the token of the workflow; a secret that is not set, or is not given to workflows of a fork, is empty too.',
  notCheckedOut: 'Does actions/checkout stand before this step?',
  failedRequests: (failed: number, all: number): string =>
    `${failed} of ${count(all, 'pull request')} failed: the summary of the job says why.`,
  failedBoxes: (failed: number): string =>
    `${count(failed, 'part')} of the dashboard failed: the summary of the job says why.`,
  stopped: 'GitHub takes no more requests now, or refused the token: run it again later to finish.',
  findings: (failOn: string, { summary: { byState }, problems }: AuditResult): string => {
    const found = {
      due: listWords([
        ...(byState.due > 0 ? [`${count(byState.due, 'credential')} due`] : []),
        ...(byState.never > 0 ? [`${count(byState.never, 'credential')} never rotated`] : []),
      ]),
      blocked: `${count(byState.blocked, 'credential')} blocked`,
      problems: count(problems.length, 'problem'),
    };
    return `Found ${found[failOn as keyof typeof found]} (fail-on: ${failOn}).`;
  },
  cutOutput: (left: number): string =>
    `The output pull-requests leaves out ${count(left, 'pull request')}: it would be larger than GitHub takes.`,
  notWritten: (what: 'outputs' | 'summary', reason: string): string =>
    `What had to be done is done, but the ${what} of the step cannot be written (${reason}): has the runner's file gone, or may it not be written by the user of this job?`,
  written: (path: string): string => `The audit is written to ${path}.`,
  afterMerge: {
    commented: (number: number, pages: number): string =>
      `The steps after the merge stand on #${number} now${pages === 1 ? '' : `, in ${pages} comments`}.`,
    unchanged: (number: number): string =>
      `The steps after the merge stand on #${number} already: nothing to do.`,
    'not-ours': (number: number): string => `#${number} is no pull request of rotate-pr: nothing to do.`,
    'not-merged': (number: number): string => `#${number} is not merged: nothing to do.`,
    'nothing-rotated': (number: number): string =>
      `The merge of #${number} changed the date of no credential: nothing to do.`,
    gone: (number: number): string =>
      `Nothing of what #${number} rotated is in its merge commit: nothing to do.`,
    title: (number: number): string => `After the merge of #${number}`,
  },
};
