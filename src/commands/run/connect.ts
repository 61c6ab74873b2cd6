/** The connection to GitHub of the commands that write there, looked over before anything is written. */

import { setTimeout as sleepFor } from 'node:timers/promises';
import type { GitHubOptions, LimitLeft, Sleep } from '../../github/client.ts';
import type { GitHub } from '../../github/github.ts';
import { connectGraphQL, type GitHubGraphQL } from '../../github/graphql.ts';
import { preflight } from '../../github/preflight.ts';
import { type GitHubRepository, isRepositoryUrl, repositoryOf } from '../../github/repository.ts';
import { connectGitHub, missingToken } from '../../github/rest.ts';
import { tokenKind } from '../../github/token-kind.ts';
import { openFork } from '../../publish/fork.ts';
import type { Remote, RemoteRefs } from '../../publish/remote.ts';
import { ok, type Result } from '../../util/result.ts';
import type { Say } from '../options.ts';
import type { BaseSurvey } from '../read/base-branch.ts';
import { gitHubOptions } from './github-options.ts';

export interface Connection {
  readonly github: GitHub;
  /** Where our branches are, and what is there. */
  readonly head: { readonly remote: Remote; readonly refs: RemoteRefs };
  /** `owner/name` of the fork that has our branches; null when the repository itself has them. */
  readonly fork: string | null;
  readonly graphql: GitHubGraphQL;
  /** What GitHub said last of its limit; null before. */
  readonly left: () => LimitLeft | null;
  /** GitHub's own clock, as its last answer had it; null before. Its records are dated by it, not by this machine's. */
  readonly time: () => Date | null;
  /** How time passes before another try. */
  readonly sleep: Sleep;
  /** GraphQL of the repository that has our branches: commits are made there. */
  readonly headGraphql: GitHubGraphQL;
}

export interface ConnectOptions {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly version: string;
  /** Owner of a fork, empty for the token's own; null for none. */
  readonly fork: string | null;
  /** Also that the token may write. */
  readonly writes: boolean;
}

/** A repository under the name that GitHub answers with, `owner/name`. */
function renamed(repository: GitHubRepository, fullName: string): GitHubRepository {
  const [owner = repository.owner, repo = repository.repo] = fullName.split('/');
  return { ...repository, owner, repo };
}

/**
 * Connects.
 *
 * @returns codes `authentication`, those of `preflight`, `repositoryOf`, `openFork` and `readRemote`
 */
export async function connect(
  { remote: source, base, token }: BaseSurvey,
  { env, version, fork, writes }: ConnectOptions,
  say: Say,
): Promise<Result<Connection>> {
  if (source === null) throw new Error('a command that writes was surveyed without its remote');
  const { remote, refs } = source;
  const repository = repositoryOf(env, remote);
  if (!repository.ok) return repository;
  if (token === null) return missingToken();
  const { owner, repo } = repository.value;
  let left: LimitLeft | null = null;
  let time: Date | null = null;
  const asNamed: GitHubOptions = {
    ...gitHubOptions(repository.value, token.value, version, say),
    onLimit: (limit) => {
      left = limit;
    },
    onTime: (now) => {
      time = now;
    },
  };
  const found = await connectGitHub(asNamed).repository();
  if (!found.ok) return found;
  // under the name that a remote had before a transfer GitHub finds no branch of the new owner's, and says nothing
  const plain: GitHubOptions = { ...asNamed, repository: renamed(repository.value, found.value.fullName) };
  const forked = fork === null ? ok(null) : await openFork(fork, { remote, options: plain, mayMake: writes });
  if (!forked.ok) return forked;
  const options = forked.value === null ? plain : { ...plain, head: forked.value.repository };
  const github = connectGitHub(options);
  if (writes) {
    const checked = await preflight(
      {
        github,
        info: found.value,
        remote,
        refs,
        base,
        token: tokenKind(token.value),
        viewer: env['GITHUB_ACTIONS'] === 'true' ? () => connectGraphQL(options).viewer() : null,
        repository: `${owner}/${repo}`,
        unproven: !isRepositoryUrl(env, remote),
        fork: forked.value !== null,
      },
      say,
    );
    if (!checked.ok) return checked;
  }
  const headOptions = { ...options, repository: { ...plain.repository, ...forked.value?.repository } };
  return ok({
    github,
    left: () => left,
    time: () => time,
    sleep: asNamed.pacing === true ? sleepFor : async () => {},
    head: forked.value ?? { remote, refs },
    fork: forked.value && `${forked.value.repository.owner}/${forked.value.repository.repo}`,
    graphql: connectGraphQL(options),
    headGraphql: connectGraphQL(headOptions),
  });
}
