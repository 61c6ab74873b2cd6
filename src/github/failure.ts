import type { Failure } from '../util/result.ts';
import { redact } from './redact.ts';

/** Thrown where GitHub's API answers and what answers is not it. */
interface UnexpectedAnswer extends Error {
  readonly unexpected: string;
}

/**
 * What to throw for an answer that is not of GitHub's API.
 *
 * @param text of the answer where it is no JSON
 */
export function unexpectedAnswer(text = '', contentType = ''): UnexpectedAnswer {
  const title = /<title[^>]{0,200}>([^<]{1,80})/i.exec(text.slice(0, 4_000))?.[1]?.trim();
  const named = title === undefined ? '' : ` "${title.replaceAll(/\s+/g, ' ')}"`;
  const type = contentType.split(';', 1)[0] ?? '';
  const unexpected = text === '' ? 'with data of another shape' : `with a page${named} (${type})`;
  return Object.assign(new Error(`GitHub's API answered ${unexpected}`), { unexpected });
}

/** Reading an answer as what it is not throws a TypeError; fetch's own is wrapped by octokit. */
function unexpectedWords(thrown: unknown): string | null {
  if (typeof thrown === 'object' && thrown !== null && 'unexpected' in thrown)
    return String(thrown.unexpected);
  const isShape = thrown instanceof TypeError && thrown.cause === undefined && !/fetch/.test(thrown.message);
  return isShape ? 'with data of another shape' : null;
}

/** The parts of octokit's RequestError that are looked at; the request in it is never shown. */
interface RequestFailure {
  readonly status?: unknown;
  readonly message?: unknown;
  readonly cause?: unknown;
  readonly response?: { readonly headers?: Readonly<Record<string, unknown>>; readonly data?: unknown };
}

export interface FailureContext {
  /** What was tried, for the sentence: "create the pull request of rotate/x". */
  readonly doing: string;
  readonly secrets: readonly string[];
  readonly apiUrl: string;
  /** What the token needs; default what pull requests take. */
  readonly rights?: string;
}

/**
 * Turns what octokit threw into a value.
 *
 * @returns codes `unexpected-answer`, `authentication`, `forbidden`, `not-found`, `rate-limited`, `validation`, `conflict`, `server`, `unreachable`
 */
export function githubFailure(thrown: unknown, context: FailureContext): Failure {
  const error = (typeof thrown === 'object' && thrown !== null ? thrown : {}) as RequestFailure;
  const status = typeof error.status === 'number' ? error.status : 0;
  const unexpected = unexpectedWords(thrown);
  if (unexpected !== null) {
    const { doing, apiUrl, secrets } = context;
    const answered = `${apiUrl} answered ${redact(unexpected, secrets)}, not as GitHub's API does`;
    const advice = 'Is GITHUB_API_URL right, and does no proxy or sign-in stand before it?';
    return { code: 'unexpected-answer', message: `Could not ${doing}: ${answered}. ${advice}` };
  }
  const words = redact(githubWords(error), context.secrets);
  if (!error.response) {
    return {
      code: 'unreachable',
      message: `Could not ${context.doing}: ${context.apiUrl} can't be reached (${words}).`,
    };
  }
  const { code, advice } = classify(status, words, error.response.headers ?? {}, context.rights);
  const text = `Could not ${context.doing}: GitHub says "${words}" (${status}).${advice === '' ? '' : ` ${advice}`}`;
  return { code, message: text };
}

function classify(
  status: number,
  words: string,
  headers: Readonly<Record<string, unknown>>,
  rights = '"Contents: write" and "Pull requests: write"',
): { readonly code: string; readonly advice: string } {
  if (status === 401) {
    return {
      code: 'authentication',
      advice:
        'The token is wrong, expired or revoked (that of a GitHub App is good for an hour): set GITHUB_TOKEN or run gh auth login.',
    };
  }
  if (status === 429 || (status === 403 && isLimit(words, headers)) || isDisguisedLimit(status, words)) {
    return { code: 'rate-limited', advice: limitAdvice(headers) };
  }
  if (status === 403) return { code: 'forbidden', advice: forbiddenAdvice(words, headers, rights) };
  if (status === 404 || status === 410) {
    return { code: 'not-found', advice: 'GitHub also says this when the token may not see the repository.' };
  }
  if (status === 409) return { code: 'conflict', advice: '' };
  if (status === 422 || status === 400) return { code: 'validation', advice: signatureAdvice(words) };
  return { code: 'server', advice: 'Run again later; what is done already is found again.' };
}

/** docs.github.com, "Rate limits for the REST API": primary by `x-ratelimit-remaining: 0`, secondary by `retry-after` or its words. */
function isLimit(words: string, headers: Readonly<Record<string, unknown>>): boolean {
  return (
    String(headers['x-ratelimit-remaining'] ?? '') === '0' ||
    headers['retry-after'] !== undefined ||
    /rate limit|abuse detection/i.test(words)
  );
}

/**
 * A limit under the status of a refusal, which octokit does not wait for: GitHub answers 422 "was submitted too quickly"
 * to content that is created too fast, and GraphQL has no status of its own for a secondary limit.
 */
function isDisguisedLimit(status: number, words: string): boolean {
  return (
    (status === 422 || status === 500) && /submitted too quickly|rate limit|abuse detection/i.test(words)
  );
}

function limitAdvice(headers: Readonly<Record<string, unknown>>): string {
  const seconds = Number(headers['retry-after']);
  if (seconds > 0) return `Run again in ${Math.ceil(seconds / 60)} minutes.`;
  const reset = Number(headers['x-ratelimit-reset']);
  const at =
    Number.isFinite(reset) && reset > 0 ? ` after ${new Date(reset * 1000).toISOString()}` : ' later';
  return `Run again${at}; what is done already is found again.`;
}

/** What helps where a rule of the repository asks for signed commits, whoever says so; else empty. */
export function signatureAdvice(words: string): string {
  return /verified signature|signed commits?|GPG signature/i.test(words)
    ? '--sign has GitHub make them, and sign them.'
    : '';
}

/** GitHub's words for these are all there is: no code tells them apart. */
function forbiddenAdvice(words: string, headers: Readonly<Record<string, unknown>>, rights: string): string {
  if (/IP allow list/i.test(words)) {
    return 'Run it from an address of that list: a self-hosted runner, or one of GitHub with a static address.';
  }
  if (/token'?s lifetime/i.test(words)) return 'Make a token that ends sooner.';
  if (/forbids access via/i.test(words)) {
    return 'Use a kind of token that the organisation allows: a fine-grained one, or that of a GitHub App.';
  }
  if (/not permitted to create or approve/i.test(words)) {
    return 'Allow it under Settings > Actions > General > Workflow permissions, or use the token of a GitHub App.';
  }
  if (/SAML|SSO/.test(words)) return "Authorize the token for the organisation's single sign-on.";
  // docs.github.com, "Troubleshooting the REST API": which rights would do, in GitHub's own words
  const accepted = headers['x-accepted-github-permissions'];
  const needs = typeof accepted === 'string' && accepted !== '' ? accepted : rights;
  const ofWorkflow = /not accessible by integration/i.test(words)
    ? " A workflow's own token has what stands under permissions: of the workflow; in a run for a pull request from a fork it is read-only, whatever stands there."
    : '';
  return `The token needs ${needs} on the repository.${ofWorkflow}`;
}

/** GitHub's message and the messages of its `errors`, on one line, without the link to its documentation. */
function githubWords(error: RequestFailure): string {
  const data = error.response?.data;
  const parts: unknown[] = [];
  if (typeof data === 'object' && data !== null) {
    const { message, errors } = data as { readonly message?: unknown; readonly errors?: unknown };
    parts.push(message);
    if (Array.isArray(errors)) {
      for (const entry of errors as unknown[]) {
        const described = entry as { message?: unknown; field?: unknown; code?: unknown } | string | null;
        if (typeof described === 'string') parts.push(described);
        else parts.push(described?.message ?? [described?.field, described?.code].filter(Boolean).join(' '));
      }
    }
  } else if (!error.response) parts.push(causeWords(error));
  const text = parts.filter((part) => typeof part === 'string' && part !== '').join(': ');
  return text.replaceAll(/\s+/g, ' ').replace(/\.$/, '').slice(0, 500) || 'no reason given';
}

/** The deepest cause: node's fetch hides "connect ECONNREFUSED …" below "fetch failed". */
function causeWords(error: RequestFailure): string {
  let current: RequestFailure = error;
  for (let depth = 0; depth < 5; depth++) {
    if (typeof current.cause !== 'object' || current.cause === null) break;
    current = current.cause as RequestFailure;
  }
  const code = (current as { readonly code?: unknown }).code;
  const message = typeof current.message === 'string' && current.message !== '' ? current.message : '';
  return message || (typeof code === 'string' ? code : 'no answer');
}
