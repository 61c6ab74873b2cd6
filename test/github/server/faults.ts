/** What can go wrong between a program and GitHub: for tests, as the answer of an interceptor. */
import type { ServerResponse } from 'node:http';
import { type Answer, refusal } from './answers.ts';

/**
 * `cut`: the connection ends and nothing was done; `cut-after`: the request was carried out and its answer is lost;
 * `hang`: there is no word until the promise is kept, then the request goes its way.
 */
export type Fault =
  | { readonly fault: 'cut' }
  | { readonly fault: 'cut-after' }
  | { readonly fault: 'hang'; readonly until: Promise<unknown> };

/**
 * Says what shall happen to a request: an answer in GitHub's stead, a fault, or null to let it pass.
 *
 * @param body parsed JSON, null where there is none
 */
export type Interceptor = (method: string, path: string, body: unknown) => Answer | Fault | null;

export function isFault(value: Answer | Fault | null): value is Fault {
  return value !== null && 'fault' in value;
}

/** Waits for a promise; false when the client is gone before it is kept. */
export function patient(until: Promise<unknown>, response: ServerResponse): Promise<boolean> {
  return new Promise((resolve) => {
    response.once('close', () => resolve(false));
    until.finally(() => resolve(true));
  });
}

/** The hourly limit is used up until `reset`. GraphQL says it with status 200 and an error's type. */
export function rateLimit(reset: Date, api: 'rest' | 'graphql' = 'rest'): Answer {
  const headers = {
    'x-ratelimit-limit': '5000',
    'x-ratelimit-remaining': '0',
    'x-ratelimit-reset': String(Math.floor(reset.getTime() / 1000)),
    'x-ratelimit-resource': api === 'rest' ? 'core' : 'graphql',
  };
  const message = 'API rate limit exceeded for user ID 1.';
  if (api === 'rest') return { ...refusal(403, message), headers };
  return { status: 200, body: { errors: [{ type: 'RATE_LIMITED', message }] }, headers };
}

/** Too much in too short a time: come back after so many seconds. */
export function secondaryLimit(seconds: number): Answer {
  const message = 'You have exceeded a secondary rate limit. Please wait a few minutes before you try again.';
  return { ...refusal(403, message), headers: { 'retry-after': String(seconds) } };
}
