import { fail, ok, type Result } from '../result.ts';
import type { GitHub } from './github.ts';
import { type Base, type Remote, type RemoteRefs, readRemote } from './remote.ts';

/**
 * What must hold before anything is written: the token works, the repository is there and takes pushes from it, the
 * remote answers and has the base branch.
 *
 * @returns what the remote has; codes of `GitHub` and `gitFailure`, `archived`, `forbidden`, `unknown-branch`
 */
export async function preflight(github: GitHub, remote: Remote, base: Base): Promise<Result<RemoteRefs>> {
  const repository = await github.repository();
  if (!repository.ok) return repository;
  const { fullName, archived, canPush } = repository.value;
  if (archived) return fail('archived', `${fullName} is archived: it takes no pull requests.`);
  if (canPush === false) {
    return fail(
      'forbidden',
      `The token may not push to ${fullName}: it needs "Contents: write" and "Pull requests: write".`,
    );
  }
  const refs = await readRemote(remote);
  if (!refs.ok) return refs;
  if (!refs.value.branches.has(base.branch)) {
    return fail('unknown-branch', `${remote.shown} has no branch "${base.branch}" any more.`);
  }
  return ok(refs.value);
}
