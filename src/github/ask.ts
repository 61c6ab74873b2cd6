import type { Octokit } from 'octokit';
import { ok, type Result } from '../util/result.ts';
import { createOctokit, type GitHubOptions } from './client.ts';
import type { FailureContext } from './failure.ts';
import { graphqlFailure } from './graphql-failure.ts';
import { secretForms } from './redact.ts';

/** Sends one request; what octokit throws becomes a value. `doing`: "close #7", for the sentence of a failure. */
export type Ask = <T>(doing: string, request: (octokit: Octokit) => Promise<T>) => Promise<Result<T>>;

/** One octokit for all requests of a connection, loaded with the first. */
export function asker(options: GitHubOptions): Ask {
  const secrets = secretForms(options.token);
  const { apiUrl } = options.repository;
  const rights = options.rights === undefined ? {} : { rights: options.rights };
  let loading: Promise<Octokit> | null = null;
  return async (doing, request) => {
    loading ??= createOctokit(options);
    const octokit = await loading;
    try {
      return ok(await request(octokit));
    } catch (error) {
      const context: FailureContext = { doing, secrets, apiUrl, ...rights };
      return { ok: false, error: graphqlFailure(error, context) };
    }
  };
}
