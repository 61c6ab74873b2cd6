import { setTimeout as sleepFor } from 'node:timers/promises';
import type { Octokit } from 'octokit';
import { ok, type Result } from '../util/result.ts';
import { createOctokit, type GitHubOptions } from './client.ts';
import type { FailureContext } from './failure.ts';
import { graphqlFailure } from './graphql-failure.ts';
import { secretForms } from './redact.ts';

/** Sends one request; what octokit throws becomes a value. `doing`: "close #7", for the sentence of a failure. */
export type Ask = <T>(doing: string, request: (octokit: Octokit) => Promise<T>) => Promise<Result<T>>;

/** Milliseconds before each further try where GitHub says that a request came too quickly, and not how long to wait. */
const TOO_QUICK_MS = [60_000, 120_000];

/** One octokit for all requests of a connection, loaded with the first. */
export function asker(options: GitHubOptions): Ask {
  const secrets = secretForms(options.token);
  const { apiUrl } = options.repository;
  const rights = options.rights === undefined ? {} : { rights: options.rights };
  let loading: Promise<Octokit> | null = null;
  const { pacing = true, sleep = pacing ? sleepFor : null, onWarning = () => {} } = options;
  return async (doing, request) => {
    loading ??= createOctokit(options);
    const octokit = await loading;
    for (let attempt = 0; ; attempt++) {
      try {
        return ok(await request(octokit));
      } catch (error) {
        const context: FailureContext = { doing, secrets, apiUrl, ...rights };
        const failure = graphqlFailure(error, context);
        const wait = TOO_QUICK_MS[attempt];
        // it was refused, not done: also what must not be done twice may be tried again
        if (sleep === null || wait === undefined || !/submitted too quickly/i.test(failure.message)) {
          return { ok: false, error: failure };
        }
        onWarning(`GitHub says that requests come too quickly: waiting ${wait / 1000} seconds`);
        await sleep(wait);
      }
    }
  };
}
