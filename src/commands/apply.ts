import { readFile, realpath } from 'node:fs/promises';
import { join } from 'node:path';
import writeFileAtomic from 'write-file-atomic';
import { openWorktree } from '../estate/worktree.ts';
import { ok, type Result } from '../result.ts';
import type { ApplyResult, Change, Problem, Skipped } from '../rotation/results.ts';
import type { FileEdit } from '../rotation/rewrite.ts';
import { openRoot, resolveDate } from './estate.ts';
import { upgradeRemarks } from './latest-versions.ts';
import type { RotationOptions, Say } from './options.ts';
import { proveRotations, refuseNoSelection } from './rotations.ts';
import { surveySelected } from './selected.ts';

/** Rotates the selected credentials in the files of the working tree. */
export async function apply(options: RotationOptions, say: Say): Promise<Result<ApplyResult>> {
  const root = openRoot(options);
  if (!root.ok) return root;
  const date = resolveDate(options);
  if (!date.ok) return date;
  const reader = openWorktree(root.value.root);
  const read = await surveySelected(reader, root.value.root, date.value, options, say);
  if (!read.ok) return read;
  const { selection, selected, survey } = read.value;
  if (!selected) return refuseNoSelection(survey, selection, options);
  const proved = await proveRotations(survey, selection, date.value, options);
  const changes: Change[] = [];
  const skipped: Skipped[] = [...proved.skipped];
  const problems: Problem[] = [...proved.problems];
  for (const edit of proved.edits) {
    const failure = await writeEdit(root.value.root, edit);
    if (failure === null) {
      changes.push(...edit.changes);
      continue;
    }
    problems.push({ file: edit.path, line: 1, column: 1, ...failure });
    skipped.push(...edit.changes.map(({ id }) => ({ id, ...failure })));
  }
  for (const line of upgradeRemarks(changes)) say(line);
  return ok({ schemaVersion: 1, date: date.value, changes, skipped, problems });
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
