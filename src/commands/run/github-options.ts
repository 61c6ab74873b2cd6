import type { GitHubOptions } from '../../github/client.ts';
import { type GitHubRepository, hostOf, isLoopback } from '../../github/repository.ts';
import type { Say } from '../options.ts';

/** How a command speaks to GitHub, as whose token it is and with what octokit would have printed told to the person. */
export function gitHubOptions(
  repository: GitHubRepository,
  token: string,
  version: string,
  say: Say,
): GitHubOptions {
  return {
    repository,
    token,
    version,
    // GitHub's limits are GitHub's: a server on this machine (the demo, a test) has none to wait for
    pacing: !isLoopback(hostOf(repository.apiUrl)),
    onWarning: say,
  };
}
