import { holdsNamespaces, openCommit } from '../../environments/commit.ts';
import type { EstateReader } from '../../environments/reader.ts';
import type { EstateRoot } from '../../environments/root.ts';
import type { Clone } from '../../git/process.ts';
import { findToken } from '../../github/token.ts';
import { objectFetcher, openRemote, type Remote } from '../../publish/remote.ts';
import { type Environment, fail, ok, type Result } from '../../util/result.ts';

/** Where a command reads, and by which remote a partial clone gets what it lacks. */
export interface CommitSource {
  readonly root: EstateRoot;
  readonly env: Environment;
  /** The remote when it is open already, else its name; default `origin`. */
  readonly remote?: Remote | string | undefined;
}

/** The clone at the root; the remote of a partial one is looked for when something is missing, and not before. */
export function cloneOf({ root: { root }, env, remote }: CommitSource): Clone {
  const fetch = objectFetcher(async () => {
    if (typeof remote === 'object') return ok(remote);
    const token = await findToken(env);
    return openRemote({ cwd: root, env, remote, token: token?.value ?? null });
  });
  return { folder: root, env, fetch };
}

/**
 * Opens a commit of the environments repository; what a partial clone lacks of it is fetched, all at once.
 *
 * @param commit a full object name
 * @returns code `not-an-environments-repository` for one without `namespaces/`, where the working tree does not show it
 */
export async function openCommitReader(commit: string, source: CommitSource): Promise<Result<EstateReader>> {
  const { root, prefix, checkedOut } = source.root;
  const clone = cloneOf(source);
  const reader = await openCommit(clone, commit, { prefix });
  if (!checkedOut && !(await holdsNamespaces(clone, commit, prefix))) {
    return fail(
      'not-an-environments-repository',
      `The commit ${commit.slice(0, 10)} of ${root} has no folder namespaces/. ` +
        'Run rotate-pr in a clone of ministryofjustice/cloud-platform-environments, or name its folder with --root.',
    );
  }
  return ok(reader);
}
