import type { Credential } from '../results/results.ts';
import type { Rotation } from '../rotation/plan.ts';
import { fail, ok, type Result } from '../util/result.ts';
import type { Ask, Choice, Preview, RotationOptions } from './options.ts';
import type { SelectedSurvey } from './read/select.ts';
import { refuseNoSelection, rotatable } from './run/edits.ts';

/** What the run is about: selected by flags, or picked by the person just now. */
export interface Chosen<T extends SelectedSurvey> {
  readonly read: T;
  /** Who is to be asked before anything is written; null when nobody is. */
  readonly confirm: Ask['confirm'] | null;
}

/**
 * Keeps a selection that was given. Without one, the person picks namespaces and is asked once more before anything is
 * written; where there is nobody to ask, the run is refused.
 *
 * @returns codes `no-selection`, `cancelled`
 */
export async function chooseNamespaces<T extends SelectedSurvey>(
  read: T,
  options: RotationOptions,
): Promise<Result<Chosen<T>>> {
  if (read.selected) return ok({ read, confirm: null });
  const { ask } = options;
  const choices = choicesOf(rotatable(read.survey, read.selection, options));
  if (!ask || choices.length === 0) return refuseNoSelection(read.survey, read.selection, options);
  const picked = await ask.namespaces(choices);
  if (picked === null) return cancelled();
  return ok({ read: narrow(read, picked), confirm: ask.confirm });
}

/**
 * Asks before writing, where somebody picked.
 *
 * @returns null to go on; codes `cancelled`, `declined`
 */
export async function confirmWriting(
  confirm: Ask['confirm'] | null,
  preview: Preview,
  question: string,
): Promise<Result<never> | null> {
  if (confirm === null || preview.changes.length === 0) return null;
  const answer = await confirm(preview, question);
  if (answer === null) return cancelled();
  return answer ? null : fail('declined', 'Nothing was written, as you chose.');
}

function cancelled(): Result<never> {
  return fail('cancelled', 'Stopped; nothing was written.');
}

function choicesOf(rotations: readonly Rotation[]): Choice[] {
  const choices = new Map<string, { cluster: string; namespace: string; credentials: Credential[] }>();
  for (const { assessment } of rotations) {
    const { credential } = assessment;
    const { cluster, namespace } = credential;
    const known = choices.get(key(credential));
    if (known === undefined) choices.set(key(credential), { cluster, namespace, credentials: [credential] });
    else known.credentials.push(credential);
  }
  return [...choices.values()];
}

/** As if only the picked namespaces had been read. */
function narrow<T extends SelectedSurvey>(read: T, picked: readonly Choice[]): T {
  const keys = new Set(picked.map(key));
  const folders = read.namespaces.folders.filter((folder) => keys.has(key(folder)));
  const isInside = ({ file }: { readonly file: string }): boolean =>
    folders.some(({ path }) => file.startsWith(`${path}/`));
  return {
    ...read,
    selected: true,
    selection: { ...read.selection, namespaces: picked.map(({ namespace }) => namespace) },
    namespaces: { ...read.namespaces, folders },
    survey: {
      ...read.survey,
      assessments: read.survey.assessments.filter(({ credential }) => keys.has(key(credential))),
      problems: read.survey.problems.filter(isInside),
      unrotatable: read.survey.unrotatable.filter(isInside),
    },
  };
}

function key({ cluster, namespace }: { readonly cluster: string; readonly namespace: string }): string {
  return `${cluster}/${namespace}`;
}
