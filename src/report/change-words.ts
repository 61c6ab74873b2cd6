/** What a rotation writes besides the date, and what becomes of a rotation by Terraform itself: said of the changes, which come from the edits. */
import type { Change, CompanionChange } from '../results/results.ts';
import type { Phrase } from '../results/runbook.ts';
import { code } from './escape-markdown.ts';
import { digits, listWords } from './format.ts';
import { say, sayList } from './phrase.ts';

/** How many credentials a warning names. */
const NAMED = 5;

/** What else the rotation writes, each as a part of a sentence: `force_rotate_token = true added`. */
export function alsoChanged({ companion, upgrade }: Change): readonly Phrase[] {
  return [
    ...(companion === undefined ? [] : [sayCompanion(companion)]),
    ...(upgrade === undefined ? [] : [say`module version ${upgrade.from} to ${upgrade.to}`]),
  ];
}

function sayCompanion({ variable, action, from, to }: CompanionChange): Phrase {
  const set = `${variable} = ${to}`;
  switch (action) {
    case 'insert':
      return say`${set} added`;
    case 'uncomment':
      return say`${set} uncommented`;
    case 'update':
      return say`${set} in place of ${from ?? ''}`;
  }
}

/** What was changed at all, for a sentence in Markdown: the rotation dates, the arguments beside them, module versions. */
export function changedThings(changes: readonly Change[]): string {
  const companions = changes.flatMap(({ companion }) =>
    companion === undefined ? [] : [companion.variable],
  );
  const upgraded = changes.some(({ upgrade }) => upgrade !== undefined);
  return listWords([
    'the rotation dates',
    ...[...new Set(companions)].map(code),
    ...(upgraded ? ['the module versions'] : []),
  ]);
}

/**
 * That credentials stop rotating themselves, or may: one sentence for each of the two, none where neither is so.
 *
 * @param name of a credential where the sentence stands: its module, or its id
 */
export function selfRotationWarnings(
  changes: readonly Change[],
  name: (change: Change) => string,
): readonly Phrase[] {
  const of = (effect: Change['selfRotation']): readonly Change[] =>
    changes.filter(({ selfRotation }) => selfRotation === effect);
  const named = (found: readonly Change[]): Phrase => {
    const left = found.length - NAMED;
    return sayList([...found.slice(0, NAMED).map(name), ...(left > 0 ? [[`${digits(left)} more`]] : [])]);
  };
  const [ends, mayEnd] = [of('ends'), of('may-end')];
  return [
    ...(ends.length === 0
      ? []
      : [
          say`This ends the self-rotation of ${named(ends)}: until now Terraform has rotated ${them(ends)} by itself, and from this apply on only a change of the date does.`,
        ]),
    ...(mayEnd.length === 0
      ? []
      : [
          say`This may end the self-rotation of ${named(mayEnd)}: whether Terraform rotates ${them(mayEnd)} by itself cannot be known here; from this apply on only a change of the date does.`,
        ]),
  ];
}

function them(changes: readonly Change[]): Phrase {
  return [changes.length === 1 ? 'it' : 'them'];
}
