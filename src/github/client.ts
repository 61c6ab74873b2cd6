import type { Octokit } from 'octokit';
import { unexpectedAnswer } from './failure.ts';
import { fetchThrough } from './proxy.ts';
import { redact, secretForms } from './redact.ts';
import type { GitHubRepository } from './repository.ts';

export interface GitHubOptions extends ClientOptions {
  readonly repository: GitHubRepository;
  readonly token: string;
  /** Where our branches are, when that is a fork; default the repository itself. */
  readonly head?: { readonly owner: string; readonly repo: string };
  /** What the token needs, for the sentence of a refusal; default what pull requests take. */
  readonly rights?: string;
}

export interface ClientOptions {
  readonly repository: Pick<GitHubRepository, 'apiUrl' | 'proxies'>;
  /** Null to ask as nobody: what is public is read so too, only less often. */
  readonly token: string | null;
  /** `rotate-pr/<version>` is the user agent. */
  readonly version: string;
  /** octokit's waiting between writes and on limits, and its retries; default on. Tests switch them off. */
  readonly pacing?: boolean;
  /** Milliseconds after which a request is given up, default 60,000. */
  readonly timeoutMs?: number;
  /** How time passes while a limit is waited for; default, with `pacing`, that of this machine. */
  readonly sleep?: Sleep;
  /** Seconds that a limit of GitHub is waited for at most, default 300; a longer wait is an error. */
  readonly maxWaitSeconds?: number;
  /** What octokit would have printed, redacted. */
  readonly onWarning?: (message: string) => void;
  /** What each answer says of GitHub's limit. */
  readonly onLimit?: (left: LimitLeft) => void;
  /** What each answer says of the time (`Date`, RFC 9110). */
  readonly onTime?: (now: Date) => void;
}

/** Waits for so many milliseconds. */
export type Sleep = (milliseconds: number) => Promise<unknown>;

/** Of the hour's limit; docs.github.com, "Rate limits for the REST API". */
export interface LimitLeft {
  readonly remaining: number;
}

/** Loads octokit and sets it up: its throttling and retries, its own deadline, and no word on the console. */
export async function createOctokit(options: ClientOptions): Promise<Octokit> {
  const { Octokit } = await import('octokit');
  const { token, version, repository, pacing = true, timeoutMs = 60_000, maxWaitSeconds = 300 } = options;
  const secrets = token === null ? [] : secretForms(token);
  const send = await fetchThrough(repository.proxies ?? null);
  const warn = (message: string) => options.onWarning?.(redact(String(message), secrets));
  const wait = (what: string) => (seconds: number, _request: unknown, _octokit: unknown, retries: number) => {
    const again = seconds <= maxWaitSeconds && retries < 3;
    if (again) warn(`waiting for GitHub's ${what} limit until ${clockTime(Date.now() + seconds * 1000)}`);
    return again;
  };
  const octokit = new Octokit({
    ...(token === null ? {} : { auth: token }),
    baseUrl: repository.apiUrl,
    userAgent: `rotate-pr/${version}`,
    log: { debug: () => {}, info: () => {}, warn, error: warn },
    throttle: pacing
      ? { onRateLimit: wait('rate'), onSecondaryRateLimit: wait('secondary rate') }
      : { enabled: false },
    retry: { enabled: pacing },
    request: {
      fetch: (url: string, init: RequestInit) =>
        send(url, { ...init, signal: AbortSignal.timeout(timeoutMs) }),
    },
  });
  octokit.hook.after('request', ({ headers, data }, { url }) => {
    const type = headers['content-type'] ?? '';
    // a page where the API would have answered: of a proxy, of a sign-in, of a server without the API
    if (typeof data === 'string' && /^text\/html\b/i.test(type)) throw unexpectedAnswer(data, type);
    if (url.endsWith('/graphql') && !isGraphQL(data)) throw unexpectedAnswer();
    const time = Date.parse(headers.date ?? '');
    if (Number.isFinite(time)) options.onTime?.(new Date(time));
    const remaining = Number(headers['x-ratelimit-remaining'] ?? Number.NaN);
    if (Number.isFinite(remaining)) options.onLimit?.({ remaining });
  });
  return octokit;
}

/** An answer of GraphQL has data, or says why not (spec.graphql.org, "Response format"). */
function isGraphQL(answer: unknown): boolean {
  return typeof answer === 'object' && answer !== null && ('data' in answer || 'errors' in answer);
}

/** `14:05`, as the clock on the wall has it. */
function clockTime(milliseconds: number): string {
  return new Date(milliseconds).toTimeString().slice(0, 5);
}
