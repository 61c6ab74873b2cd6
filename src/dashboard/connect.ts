/** The connection to GitHub's issues, made before the estate is read: a run without a ticked box has no need of that. */

import type { OpenOptions } from '../commands/open.ts';
import type { Say } from '../commands/options.ts';
import { openRoot } from '../commands/read/tree.ts';
import { gitHubOptions } from '../commands/run/github-options.ts';
import { connectGraphQL } from '../github/graphql.ts';
import { connectIssues, type Issues } from '../github/issues.ts';
import { repositoryOf } from '../github/repository.ts';
import { missingToken } from '../github/rest.ts';
import { findToken } from '../github/token.ts';
import { openRemote } from '../publish/remote.ts';
import { ok, type Result } from '../util/result.ts';

export interface DashboardConnection {
  readonly issues: Issues;
  /** Whose token it is. */
  readonly login: string;
}

/**
 * Connects.
 *
 * @returns codes `authentication`, those of `openRoot`, `openRemote`, `repositoryOf` and `GitHub`
 */
export async function connectDashboard(options: OpenOptions, say: Say): Promise<Result<DashboardConnection>> {
  const root = openRoot(options, 'commit');
  if (!root.ok) return root;
  const token = await findToken(options.env);
  const { env, version } = options;
  const cwd = root.value.top ?? root.value.root;
  const remote = await openRemote({ cwd, remote: options.remote, env, token: token?.value ?? null });
  if (!remote.ok) return remote;
  const repository = repositoryOf(env, remote.value);
  if (!repository.ok) return repository;
  if (token === null) return missingToken();
  const connection = gitHubOptions(repository.value, token.value, version, say);
  const viewer = await connectGraphQL(connection).viewer();
  if (!viewer.ok) return viewer;
  return ok({ issues: connectIssues(connection), login: viewer.value.login });
}
