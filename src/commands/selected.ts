import type { EstateReader } from '../estate/estate.ts';
import type { EstateRoot } from '../estate/root.ts';
import { openWorktree } from '../estate/worktree.ts';
import { ok, type Result } from '../result.ts';
import type { Selection } from '../rotation/selection.ts';
import {
  findUnknownModule,
  isWholeEstate,
  openRoot,
  resolveDate,
  resolveSelection,
  type SelectedNamespaces,
  selectNamespaces,
} from './estate.ts';
import { type Asking, askingOnRequest, versionLearner } from './latest-versions.ts';
import type { CommandOptions, Say } from './options.ts';
import { type Survey, surveyEstate } from './survey.ts';

/** The selected namespaces, read and judged. */
export interface SelectedSurvey {
  readonly selection: Selection;
  /** False when nothing said what the run is about. */
  readonly selected: boolean;
  readonly namespaces: SelectedNamespaces;
  /** With the problems of the manifests on which the selection depends. */
  readonly survey: Survey;
}

/**
 * Finds the selected namespaces, reads their Terraform and judges every credential in it.
 *
 * @param asking whether GitHub is asked for the latest versions of the modules; default only with `--check-versions`
 */
export async function surveySelected(
  reader: EstateReader,
  root: string,
  date: string,
  options: CommandOptions,
  say: Say,
  asking: Asking = askingOnRequest(options),
): Promise<Result<SelectedSurvey>> {
  const learn = await versionLearner(options, asking, say);
  if (!learn.ok) return learn;
  const { selection, selected } = resolveSelection(options, root);
  const namespaces = await selectNamespaces(reader, selection, say);
  if (!namespaces.ok) return namespaces;
  const { maxAgeDays, includeHeld } = options;
  const rules = { today: date, maxAgeDays, includeHeld };
  const survey = await surveyEstate(reader, namespaces.value.folders, rules, (modules) =>
    learn.value(modules, isWholeEstate(namespaces.value)),
  );
  const unknown = findUnknownModule(selection, survey.assessments);
  if (unknown !== null) return unknown;
  const problems = [...namespaces.value.problems, ...survey.problems];
  return ok({ selection, selected, namespaces: namespaces.value, survey: { ...survey, problems } });
}

/** The selected namespaces as the working tree has them. */
export interface WorktreeSurvey extends SelectedSurvey {
  readonly root: EstateRoot;
  readonly date: string;
  readonly reader: EstateReader;
}

/** Finds the environments repository and the day of the run, and surveys the working tree. */
export async function surveyWorktree(options: CommandOptions, say: Say): Promise<Result<WorktreeSurvey>> {
  const root = openRoot(options);
  if (!root.ok) return root;
  const date = resolveDate(options);
  if (!date.ok) return date;
  const reader = openWorktree(root.value.root);
  const read = await surveySelected(reader, root.value.root, date.value, options, say);
  return read.ok ? ok({ root: root.value, date: date.value, reader, ...read.value }) : read;
}
