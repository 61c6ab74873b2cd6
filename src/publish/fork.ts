/** Publishing from a fork, for those who cannot push to the repository itself. */
import { setTimeout as sleep } from 'node:timers/promises';
import type { GitHubOptions } from '../github/client.ts';
import { connectGraphQL } from '../github/graphql.ts';
import { readRemoteUrl, siblingUrl } from '../github/repository.ts';
import { connectGitHub } from '../github/rest.ts';
import { fail, ok, type Result } from '../util/result.ts';
import { PUSH_REMOTE, type Remote, type RemoteRefs, readRemote, toPush } from './remote.ts';

export interface Fork {
  readonly repository: { readonly owner: string; readonly repo: string };
  readonly remote: Remote;
  readonly refs: RemoteRefs;
}

export interface ForkContext {
  /** The repository that it is a fork of. */
  readonly remote: Remote;
  readonly options: GitHubOptions;
  /** Whether one that is not there may be made. */
  readonly mayMake: boolean;
}

/** GitHub makes a fork in the background; its documentation speaks of up to five minutes. */
const ATTEMPTS = 60;
const WAIT_MS = 5_000;

/**
 * Finds the fork, or makes it where it is to be the token's own.
 *
 * @param owner whose fork; empty for that of the token's owner
 * @returns codes of `GitHub` and `readRemote`; `not-a-fork` when the repository of that name is none of this one
 */
export async function openFork(owner: string, context: ForkContext): Promise<Result<Fork>> {
  const { options, remote } = context;
  const upstream = options.repository;
  const viewer = owner === '' ? await connectGraphQL(options).viewer() : ok({ login: owner });
  if (!viewer.ok) return viewer;
  const named = { owner: viewer.value.login, repo: upstream.repo };
  const found = await findFork(named, context, owner === '' && context.mayMake);
  if (!found.ok) return found;
  const repository = found.value;
  const name = `${upstream.owner}/${upstream.repo}`;
  const forkName = `${repository.owner}/${repository.repo}`;
  const url = siblingUrl(remote.url, name, forkName) ?? `${upstream.serverUrl}/${forkName}.git`;
  const pushing = await toPush(remote.clone, url, url, options.token);
  const { shown, secrets } = readRemoteUrl(url);
  const forked: Remote = {
    ...remote,
    name: PUSH_REMOTE,
    reading: pushing,
    pushing,
    url,
    reached: url,
    shown,
    secrets: [...remote.secrets, ...secrets],
  };
  const refs = await readRemote(forked);
  return refs.ok ? ok({ repository, remote: forked, refs: refs.value }) : refs;
}

async function findFork(
  repository: Fork['repository'],
  { options }: ForkContext,
  mayMake: boolean,
): Promise<Result<Fork['repository']>> {
  const { owner, repo } = options.repository;
  const github = connectGitHub({ ...options, repository: { ...options.repository, ...repository } });
  for (let attempt = 0; ; attempt++) {
    const found = await github.repository();
    if (found.ok) {
      const { parent, fullName } = found.value;
      if (parent?.toLowerCase() === `${owner}/${repo}`.toLowerCase()) {
        const [forkOwner = repository.owner, name = repository.repo] = fullName.split('/');
        return ok({ owner: forkOwner, repo: name });
      }
      return fail('not-a-fork', `${fullName} is no fork of ${owner}/${repo}.`);
    }
    if (found.error.code !== 'not-found' || !mayMake || attempt === ATTEMPTS) return found;
    if (attempt === 0) {
      const made = await connectGitHub(options).fork();
      if (!made.ok) return made;
    } else await sleep(WAIT_MS);
  }
}
