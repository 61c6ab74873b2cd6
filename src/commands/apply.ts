import { readFile, realpath } from 'node:fs/promises';
import { join } from 'node:path';
import writeFileAtomic from 'write-file-atomic';
import type { ApplyResult, Change, Problem, Skipped } from '../results/results.ts';
import type { FileEdit } from '../rotation/edits.ts';
import { ok, type Result } from '../util/result.ts';
import { chooseNamespaces, confirmWriting } from './choose.ts';
import type { RotationOptions, Say } from './options.ts';
import { surveyTree } from './read/select.ts';
import { upgradeRemarks } from './read/versions.ts';
import { proveRotations } from './run/edits.ts';
import { unnamedRemarks } from './run/warnings.ts';

/** Rotates the selected credentials in the files of the working tree. */
export async function apply(options: RotationOptions, say: Say): Promise<Result<ApplyResult>> {
  const read = await surveyTree(options, say);
  if (!read.ok) return read;
  const chosen = await chooseNamespaces(read.value, options);
  if (!chosen.ok) return chosen;
  const { root, date, selection, survey } = chosen.value.read;
  const proved = await proveRotations(survey, selection, date, options, say);
  const preview = { changes: proved.edits.flatMap((edit) => edit.changes), files: proved.edits };
  const question =
    proved.edits.length === 1 ? 'Change this file?' : `Change these ${proved.edits.length} files?`;
  const refused = await confirmWriting(chosen.value.confirm, preview, question);
  if (refused !== null) return refused;
  const changes: Change[] = [];
  const skipped: Skipped[] = [...proved.skipped];
  const problems: Problem[] = [...proved.problems];
  for (const edit of proved.edits) {
    const failure = await writeEdit(root.root, edit);
    if (failure === null) {
      changes.push(...edit.changes);
      continue;
    }
    problems.push({ file: edit.path, line: 1, column: 1, ...failure });
    skipped.push(...edit.changes.map(({ id }) => ({ id, ...failure })));
  }
  for (const line of [...upgradeRemarks(changes), ...unnamedRemarks(survey, selection)]) say(line);
  return ok({ schemaVersion: 1, date, changes, skipped, problems });
}

/**
 * Puts the new text in the file's place in one step, with the mode and owner it had; a link keeps pointing where it did.
 *
 * @returns null when it is written; else why the file is as it was
 */
async function writeEdit(root: string, edit: FileEdit): Promise<{ code: string; message: string } | null> {
  try {
    const path = await realpath(join(root, edit.path));
    const now = await readFile(path);
    if (!now.equals(Buffer.from(edit.before, 'utf8'))) {
      return { code: 'changed-meanwhile', message: 'the file changed while it was being edited: run again' };
    }
    await writeFileAtomic(path, edit.after, { encoding: 'utf8' });
    return null;
  } catch (error) {
    const reason = error instanceof Error && 'code' in error ? String(error.code) : String(error);
    return { code: 'not-written', message: `the file cannot be written (${reason})` };
  }
}
