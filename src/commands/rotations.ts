import { proveEdit } from '../hcl/verify.ts';
import { fail, type Result } from '../publish/failure.ts';
import { dayInLondon, timeInLondon } from '../rotation/dates.ts';
import { planRotations, type Rotation } from '../rotation/plan.ts';
import type { Problem, Skipped } from '../rotation/results.ts';
import { type FileEdit, rewriteFile } from '../rotation/rewrite.ts';
import { type Selection, selectsCredential } from '../rotation/selection.ts';
import type { RotationOptions } from './options.ts';
import type { Survey } from './survey.ts';

/** Edits that may be written: each is proved. */
export interface ProvedRotations {
  readonly edits: readonly FileEdit[];
  readonly skipped: readonly Skipped[];
  /** Also those of the survey. */
  readonly problems: readonly Problem[];
}

/** Plans the selected rotations, writes them into the texts and proves each file; nothing is stored anywhere. */
export async function proveRotations(
  survey: Survey,
  selection: Selection,
  date: string,
  options: RotationOptions,
): Promise<ProvedRotations> {
  const selects = selectsCredential(selection, 'rotate');
  const { rotations, skipped } = planRotations(survey.assessments.filter(selects), {
    date,
    time: timeInLondon(options.now),
    again: options.again,
    forceLiteral: options.forceLiteral,
    kindsNamed: new Set(selection.kinds),
  });
  skipped.push(...selectUnrotatable(survey, selection));
  const edits: FileEdit[] = [];
  const problems: Problem[] = [...survey.problems];
  for (const [path, ofFile] of byFile(rotations)) {
    const file = survey.files.get(path);
    if (file === undefined) throw new Error(`${path} was judged and not read`);
    const edit = rewriteFile(file, ofFile);
    const refusal = await proveEdit(edit);
    if (refusal === null) {
      edits.push(edit);
      continue;
    }
    const { code, message, position } = refusal;
    problems.push({ file: path, line: position?.line ?? 1, column: position?.column ?? 1, code, message });
    for (const { assessment } of ofFile) {
      skipped.push({ id: assessment.credential.id, code, message: `the file was left as it is: ${message}` });
    }
  }
  return { edits, skipped, problems };
}

/** The modules without a variable belong to no kind: they are listed unless a kind or module was asked for. */
function selectUnrotatable(survey: Survey, selection: Selection): Skipped[] {
  if (selection.kinds.length > 0 || selection.modules.length > 0) return [];
  return survey.unrotatable.map(({ id, code, message }) => ({ id, code, message }));
}

function byFile(rotations: readonly Rotation[]): Map<string, Rotation[]> {
  const files = new Map<string, Rotation[]>();
  for (const rotation of rotations) {
    const { file } = rotation.assessment.credential;
    const ofFile = files.get(file);
    if (ofFile === undefined) files.set(file, [rotation]);
    else ofFile.push(rotation);
  }
  return files;
}

/** A command that writes is told what to write: this is the answer when it was not. */
export function refuseNoSelection(
  survey: Survey,
  selection: Selection,
  options: RotationOptions,
): Result<never> {
  const { rotations } = planRotations(survey.assessments.filter(selectsCredential(selection, 'rotate')), {
    date: options.date ?? dayInLondon(options.now),
    time: timeInLondon(options.now),
    again: options.again,
    forceLiteral: options.forceLiteral,
    kindsNamed: new Set(),
  });
  const namespaces = new Set(rotations.map(({ assessment }) => assessment.credential.namespace)).size;
  return fail(
    'no-selection',
    `Nothing was selected, and everything would be ${rotations.length} credentials in ${namespaces} namespaces. ` +
      'Name what to rotate: --namespace NAME, --kind KIND, --team NAME, --due (what is overdue), or --all.',
  );
}
