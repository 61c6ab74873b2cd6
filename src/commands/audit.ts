import type { EstateReader } from '../estate/estate.ts';
import type { EstateRoot } from '../estate/root.ts';
import { openWorktree } from '../estate/worktree.ts';
import { fail, ok, type Result } from '../result.ts';
import type { AuditResult } from '../rotation/results.ts';
import { selectsCredential } from '../rotation/selection.ts';
import { summarise } from '../rotation/summary.ts';
import { openRoot, resolveDate, type SelectedNamespaces } from './estate.ts';
import type { CommandOptions, Say } from './options.ts';
import type { OtherCredentials } from './other-credentials.ts';
import { surveySelected } from './selected.ts';

export interface AuditOptions extends CommandOptions {
  /** A commit to read in place of the working tree: anything that `git rev-parse` understands. */
  readonly base?: string | undefined;
  /** Also look for Certificates, AWS access keys and token Secrets. */
  readonly otherCredentials?: boolean;
}

/** Reads the estate and judges every selected credential; writes nothing. */
export async function audit(options: AuditOptions, say: Say): Promise<Result<AuditResult>> {
  const root = openRoot(options);
  if (!root.ok) return root;
  const today = resolveDate(options);
  if (!today.ok) return today;
  const reader = await openReader(root.value, options.base);
  if (!reader.ok) return reader;
  const read = await surveySelected(reader.value, root.value.root, today.value, options, say);
  if (!read.ok) return read;
  const { selection, survey, namespaces } = read.value;
  const credentials = survey.assessments
    .filter(selectsCredential(selection, 'report'))
    .map(({ credential }) => credential);
  const others = options.otherCredentials === true ? await findOthers(reader.value, namespaces) : null;
  return ok({
    schemaVersion: 1,
    date: today.value,
    base: reader.value.commit,
    summary: {
      ...summarise(credentials, survey.unrotatable),
      ...(others === null ? {} : { otherCredentials: others.found }),
    },
    credentials,
    problems: [...survey.problems, ...(others?.problems ?? [])],
  });
}

async function findOthers(reader: EstateReader, { folders }: SelectedNamespaces): Promise<OtherCredentials> {
  const { readOtherCredentials } = await import('./other-credentials.ts');
  return readOtherCredentials(reader, folders);
}

async function openReader(root: EstateRoot, base: string | undefined): Promise<Result<EstateReader>> {
  if (base === undefined) return ok(openWorktree(root.root));
  const { resolveCommit } = await import('../git/resolve.ts');
  const commit = await resolveCommit(root.root, base);
  if (commit === null) return fail('unknown-base', `--base ${base} is no commit of this repository.`);
  const { openCommit } = await import('../estate/commit.ts');
  return ok(await openCommit(root.root, commit, { prefix: root.prefix }));
}
