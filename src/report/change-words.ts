/** What a rotation writes besides the date, and what becomes of a rotation by Terraform itself: said of the changes, which come from the edits. */
import { type KindName, knownKinds } from '../kinds/registry.ts';
import type { Change, CompanionChange } from '../results/results.ts';
import type { Phrase } from '../results/runbook.ts';
import { groupBy } from '../util/group-by.ts';
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
    case 'remove':
      return say`${`${variable} = ${from ?? ''}`} taken out`;
    case 'insert':
      return say`${set} added`;
    case 'uncomment':
      return say`${set} uncommented`;
    case 'update':
      return say`${set} in place of ${from ?? ''}`;
  }
}

/** What was done to what, for a sentence in Markdown: `changed the rotation dates and the module versions`. */
export function whatWasDone(changes: readonly Change[]): string {
  const removed = changes.filter(({ action }) => action === 'remove');
  const written = changes.filter(({ action }) => action !== 'remove');
  const upgraded = changes.some(({ upgrade }) => upgrade !== undefined);
  const others = upgraded ? ['the module versions'] : [];
  return listWords([
    ...(written.length === 0 && !upgraded ? [] : [`changed ${listWords([...dates(written), ...others])}`]),
    ...(removed.length === 0 ? [] : [`took out ${listWords(dates(removed))}`]),
  ]);
}

function dates(changes: readonly Change[]): readonly string[] {
  const companions = changes.flatMap(({ companion }) =>
    companion === undefined ? [] : [companion.variable],
  );
  return changes.length === 0 ? [] : ['the rotation dates', ...[...new Set(companions)].map(code)];
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
  const [ends, mayEnd] = [of('ends'), of('may-end')];
  return [
    ...(ends.length === 0
      ? []
      : [
          say`This ends the self-rotation of ${named(ends, name)}: until now Terraform has rotated ${them(ends)} by itself, and from this apply on only a change of the date does.`,
        ]),
    ...(mayEnd.length === 0
      ? []
      : [
          say`This may end the self-rotation of ${named(mayEnd, name)}: whether Terraform rotates ${them(mayEnd)} by itself cannot be known here; from this apply on only a change of the date does.`,
        ]),
  ];
}

/**
 * What becomes of credentials whose rotation is given back to Terraform: a sentence for each way, none where there is none.
 *
 * @param name of a credential where the sentence stands: its module, or its id
 */
export function restoredSentences(
  changes: readonly Change[],
  name: (change: Change) => string,
): readonly Phrase[] {
  const restored = changes.filter(({ selfRotation }) => selfRotation === 'restored');
  return [...groupBy(restored, ({ kind, to }) => `${kind} ${to}`).values()].map((group) => {
    const [{ kind, to }] = group;
    return say`Terraform rotates ${named(group, name)} by itself again: one last time with the apply of this change, and from then on ${[whenItRotates(kind, to)]}. Nobody has to change a date any more; wherever the ${[secretOf(kind)]} was pasted by hand, it has to be replaced each time.`;
  });
}

function whenItRotates(kind: KindName, to: string): string {
  const rotation = knownKinds().byName.get(kind)?.selfRotation;
  return rotation?.by === 'module' ? `every ${rotation.every}` : `whenever ${to} changes`;
}

function secretOf(kind: KindName): string {
  return knownKinds().byName.get(kind)?.noun.secret ?? 'value';
}

function named(found: readonly Change[], name: (change: Change) => string): Phrase {
  const left = found.length - NAMED;
  return sayList([...found.slice(0, NAMED).map(name), ...(left > 0 ? [[`${digits(left)} more`]] : [])]);
}

function them(changes: readonly Change[]): Phrase {
  return [changes.length === 1 ? 'it' : 'them'];
}
