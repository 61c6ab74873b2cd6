/** The report of `apply`, and what a person is shown before saying yes. */
import type { ApplyResult, Change } from '../results/results.ts';
import { unifiedDiff } from './diff.ts';
import { type Block, type Document, problems } from './document.ts';
import { count, digits } from './format.ts';
import { changeTable, command, selfRotationBlocks, skippedBlocks, step } from './parts.ts';

/**
 * `apply`: what changed, what did not and why, problems, totals, and how the change comes to the remote.
 *
 * @param selection the flags of the run, as they may be typed again; none for the namespaces that were changed
 */
export function applyDocument(
  { date, changes, skipped, problems: wrong }: ApplyResult,
  selection: readonly string[] = [],
): Document {
  const files = new Set(changes.map(({ file }) => file)).size;
  return {
    title: `Rotation on ${date}`,
    totals:
      changes.length === 0
        ? ['Nothing was changed.']
        : [
            `${count(changes.length, 'credential')} rotated in ${count(namespacesOf(changes), 'namespace')}, ${count(files, 'file')} changed.`,
            'The files are changed, nothing is committed.',
          ],
    blocks: [
      ...selfRotationBlocks(changes),
      ...changeTable(changes),
      ...skippedBlocks(skipped),
      ...problems(wrong),
    ],
    steps: changes.length === 0 ? [] : nextSteps(changes, selection),
  };
}

function nextSteps(changes: readonly Change[], selection: readonly string[]): Document['steps'] {
  const named = [...new Set(changes.map(({ namespace }) => namespace))].flatMap((name) => [
    '--namespace',
    name,
  ]);
  const commit = `git commit -m 'Rotate ${count(changes.length, 'credential')}' -- namespaces`;
  return [
    step('To see the change:', 'git diff'),
    step(
      'To put it on a branch, for a pull request:',
      `git switch -c rotate-credentials && ${commit} && git push -u origin HEAD`,
    ),
    step(
      'Or to have the pull requests opened, one for each namespace:',
      command('open', selection.length === 0 ? named : selection),
    ),
  ];
}

/** Up to this many files are shown as a diff: more of it nobody reads before a question. */
const DIFFS = 40;
/** And of more files, this many dates. */
const DATES = 100;

/** What is about to be written, to be looked at before the question: the diff, or of very many files the dates. */
export function previewDocument({
  changes,
  files,
}: {
  readonly changes: readonly Change[];
  readonly files: readonly { readonly path: string; readonly before: string; readonly after: string }[];
}): Document {
  const total = `${count(changes.length, 'credential')} to rotate in ${count(namespacesOf(changes), 'namespace')}, ${count(files.length, 'file')}.`;
  const more = changes.length - DATES;
  const tooMany = files.length > DIFFS;
  const diffs = (): readonly Block[] =>
    files.map(({ path, before, after }) => ({
      type: 'code',
      language: 'diff',
      content: unifiedDiff(path, before, after),
    }));
  return {
    title: total,
    totals:
      tooMany && more > 0
        ? [`… and ${digits(more)} more: rotate-pr plan shows each with its diff.`, total]
        : [total],
    // last, next to the question
    blocks: [...(tooMany ? changeTable(changes.slice(0, DATES)) : diffs()), ...selfRotationBlocks(changes)],
    steps: [],
  };
}

function namespacesOf(changes: readonly Change[]): number {
  return new Set(changes.map(({ cluster, namespace }) => `${cluster}/${namespace}`)).size;
}
