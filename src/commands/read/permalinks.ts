import type { EstateRoot } from '../../environments/root.ts';
import type { Clone } from '../../git/process.ts';
import { openRepository, resolveCommit } from '../../git/repository.ts';
import { repositoryOf, resolveRepository } from '../../github/repository.ts';
import { openRemote } from '../../publish/remote.ts';
import type { Whereabouts } from '../../results/audit-page.ts';
import type { Environment, Result } from '../../util/result.ts';

/**
 * Where the files that were read stand on GitHub; reaches no network.
 *
 * @param commit the commit that was read; null for the working tree, whose files are looked for at the commit on which
 *   it stands and which GitHub has: where the checked-out branch left the remote's default branch
 * @returns null when there is no git, no commit or no repository on GitHub: a page without links is one all the same
 */
export async function findWhereabouts(
  root: EstateRoot,
  commit: string | null,
  env: Environment,
): Promise<Whereabouts | null> {
  if (root.top === null) return null;
  const remote = await openRemote({ cwd: root.root, env, token: null });
  const repository: Result<{ owner: string; repo: string; serverUrl: string }> = remote.ok
    ? repositoryOf(env, remote.value)
    : resolveRepository(env, null);
  if (!repository.ok) return null;
  const published =
    commit ?? (await publishedCommit({ folder: root.root, env }, remote.ok ? remote.value.name : null));
  if (published === null) return null;
  const { owner, repo, serverUrl } = repository.value;
  return { repository: `${owner}/${repo}`, serverUrl, commit: published, prefix: root.prefix };
}

/** The newest commit below the working tree that the remote is known to have; `HEAD` where nothing is known of the remote. */
async function publishedCommit(clone: Clone, remote: string | null): Promise<string | null> {
  const head = await resolveCommit(clone, 'HEAD');
  if (head === null || remote === null) return head;
  const git = await openRepository(clone);
  const base = await git.raw(['merge-base', 'HEAD', `refs/remotes/${remote}/HEAD`]).catch(() => '');
  return base.trim() || head;
}
