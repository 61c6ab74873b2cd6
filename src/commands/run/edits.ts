import { lineAt } from '../../hcl/position.ts';
import { proveEdit, type Refusal } from '../../hcl/verify.ts';
import { editOf, skippedOf } from '../../report/reasons.ts';
import type { Problem, Skipped } from '../../results/results.ts';
import { editFiles, type FileEdit } from '../../rotation/edits.ts';
import type { Assessment } from '../../rotation/judge.ts';
import { planRotations, type Rotation, type RotationRequest } from '../../rotation/plan.ts';
import { type Selection, selectsCredential } from '../../rotation/selection.ts';
import { dayInLondon, timeInLondon } from '../../util/dates.ts';
import { fail, type Result } from '../../util/result.ts';
import type { RotationOptions, Say } from '../options.ts';
import type { Survey } from '../read/survey.ts';

/** Which credentials are planned besides what the selection says. */
export interface Choice {
  /** Ids to rotate besides the selected ones. */
  readonly also: ReadonlySet<string>;
  /** Those of them that an open pull request gives back to Terraform. */
  readonly restoring: ReadonlySet<string>;
  /** Ids not to rotate, although they are selected. */
  readonly without: ReadonlySet<string>;
}

const AS_SELECTED: Choice = { also: new Set(), restoring: new Set(), without: new Set() };

/** Edits as they would be; nothing is proved yet. */
export interface PlannedEdits {
  readonly rotations: readonly Rotation[];
  readonly edits: readonly FileEdit[];
  readonly skipped: readonly Skipped[];
}

/** Edits that may be written: each is proved. */
export interface ProvedRotations {
  readonly edits: readonly FileEdit[];
  readonly skipped: readonly Skipped[];
  /** Also those of the survey. */
  readonly problems: readonly Problem[];
  /** Credential → the others that have the same string as their date. */
  readonly sharedWith: ReadonlyMap<string, readonly string[]>;
}

/** Plans the selected rotations, writes them into the texts and proves each file; nothing is stored anywhere. */
export async function proveRotations(
  survey: Survey,
  selection: Selection,
  date: string,
  options: RotationOptions,
  say: Say = () => {},
): Promise<ProvedRotations> {
  return proveEdits(planEdits(survey, selection, date, options), survey, say);
}

/** Plans the selected rotations and writes them into the texts. */
export function planEdits(
  survey: Survey,
  selection: Selection,
  date: string,
  options: RotationOptions,
  choice: Choice = AS_SELECTED,
): PlannedEdits {
  const { rotations, skipped } = planSelected(survey, selection, date, options, choice);
  return {
    rotations,
    edits: editFiles(rotations).map(editOf),
    skipped: [...skipped, ...selectUnrotatable(survey, selection)],
  };
}

/** Which of the selected credentials would get which value, and which none. */
export function planSelected(
  survey: Survey,
  selection: Selection,
  date: string,
  options: RotationOptions,
  { also, restoring, without }: Choice = AS_SELECTED,
): { readonly rotations: readonly Rotation[]; readonly skipped: readonly Skipped[] } {
  const selects = selectsCredential(selection, 'rotate');
  const isAlso = ({ credential }: Assessment): boolean => also.has(credential.id);
  const isWanted = (assessment: Assessment): boolean =>
    isAlso(assessment) || (selects(assessment) && !without.has(assessment.credential.id));
  const kindsAlso = survey.assessments.filter(isAlso).map(({ credential }) => credential.kind);
  const kindsNamed = new Set([...selection.kinds, ...kindsAlso]);
  const wanted = survey.assessments.filter(isWanted);
  const restores = new Set([...restoring, ...restoredIds(survey.assessments.filter(selects), options)]);
  const request = { ...requestOf(survey, date, options), kindsNamed, pending: also, restores };
  const planned = planRotations(wanted, survey.assessments, request);
  return { rotations: planned.rotations, skipped: planned.skipped.map(skippedOf) };
}

/** What proofs have found before; null for what may be written. */
export type ProofCache = Map<FileEdit, Refusal | null>;

/** Has HashiCorp's parser read each file before and after; what fails is left out, with all that hangs on it. */
export async function proveEdits(
  { rotations, edits, skipped }: PlannedEdits,
  survey: Survey,
  say: Say = () => {},
  cache: ProofCache = new Map(),
): Promise<ProvedRotations> {
  const progress = (done: number) => say.progress?.({ phase: 'verifying edits', done, total: edits.length });
  const refusals = new Map<string, Refusal>();
  for (const [index, edit] of edits.entries()) {
    progress(index);
    const known = cache.get(edit);
    const refusal = known === undefined ? await proveEdit(edit) : known;
    cache.set(edit, refusal);
    if (refusal !== null) refusals.set(edit.path, refusal);
  }
  if (edits.length > 0) progress(edits.length);
  const problems: Problem[] = [...survey.problems];
  for (const [file, { code, message, position }] of refusals) {
    const { line, column } = position ?? { line: 1, column: 1 };
    const text = edits.find((edit) => edit.path === file)?.before;
    const sourceLine = position === null || text === undefined ? {} : { sourceLine: lineAt(text, line) };
    problems.push({ file, line, column, code, message, ...sourceLine });
  }
  const refused = refuseTogether(edits, refusals);
  const failed: Skipped[] = [];
  for (const { assessment } of rotations) {
    const refusal = refused.rotations.get(assessment.credential.id);
    if (refusal === undefined) continue;
    const message = `the file was left as it is: ${refusal.message}`;
    failed.push({ id: assessment.credential.id, code: refusal.code, message });
  }
  return {
    edits: edits.filter((edit) => !refused.files.has(edit.path)),
    skipped: [...skipped, ...failed],
    problems,
    sharedWith: new Map(
      rotations.map(({ assessment, sharedWith }) => [assessment.credential.id, sharedWith]),
    ),
  };
}

/** Of what is selected, what is asked to be given back to Terraform: all or nothing of it. */
function restoredIds(selected: readonly Assessment[], options: RotationOptions): readonly string[] {
  return options.restoreSelfRotation === true ? selected.map(({ credential }) => credential.id) : [];
}

/** What a run without named kinds and open pull requests would write. */
function requestOf(survey: Survey, date: string, options: RotationOptions): RotationRequest {
  return {
    date,
    time: timeInLondon(options.now),
    again: options.again,
    forceLiteral: options.forceLiteral,
    kindsNamed: new Set(),
    upgrade: options.upgrade ?? null,
    latest: survey.versions.latest,
  };
}

/** A rotation that needs two files is done in both or in none, and so is whatever shares a file with it. */
function refuseTogether(edits: readonly FileEdit[], refusals: ReadonlyMap<string, Refusal>) {
  const files = new Map(refusals);
  const rotations = new Map<string, Refusal>();
  for (let before = -1; before !== files.size + rotations.size; ) {
    before = files.size + rotations.size;
    for (const { path, neededBy } of edits) {
      const cause = files.get(path) ?? neededBy.map((id) => rotations.get(id)).find((refusal) => refusal);
      if (cause === undefined) continue;
      files.set(path, cause);
      for (const id of neededBy) rotations.set(id, cause);
    }
  }
  return { files, rotations };
}

/** The modules without a variable belong to no kind: they are listed unless a kind or module was asked for. */
function selectUnrotatable(survey: Survey, selection: Selection): Skipped[] {
  if (selection.kinds.length > 0 || selection.modules.length > 0) return [];
  return survey.unrotatable.map(({ id, code, message }) => ({ id, code, message }));
}

/** What would be rotated of a selection, before anything is written or proved. */
export function rotatable(
  survey: Survey,
  selection: Selection,
  options: RotationOptions,
): readonly Rotation[] {
  const date = options.date ?? dayInLondon(options.now);
  const selected = survey.assessments.filter(selectsCredential(selection, 'rotate'));
  const restores = new Set(restoredIds(selected, options));
  return planRotations(selected, survey.assessments, { ...requestOf(survey, date, options), restores })
    .rotations;
}

/** A command that writes is told what to write: this is the answer when it was not. */
export function refuseNoSelection(
  survey: Survey,
  selection: Selection,
  options: RotationOptions,
): Result<never> {
  const rotations = rotatable(survey, selection, options);
  const names = rotations.map(
    ({ assessment: { credential } }) => `${credential.cluster}/${credential.namespace}`,
  );
  const namespaces = new Set(names).size;
  return fail(
    'no-selection',
    `Nothing was selected, and everything would be ${rotations.length} credentials in ${namespaces} namespaces. ` +
      'Name what to rotate: --namespace NAME, --kind KIND, --team NAME, --due (what is overdue), or --all.',
  );
}
