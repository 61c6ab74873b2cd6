/** The bodies GitHub answers with when it refuses, word for word as far as a program may read them. */

/** An answer before it is written: `body` null means none. */
export interface Answer {
  readonly status: number;
  readonly body: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

export function refusal(status: number, message: string): Answer {
  return {
    status,
    body: { message, documentation_url: 'https://docs.github.com/rest', status: String(status) },
  };
}

export const BAD_CREDENTIALS = refusal(401, 'Bad credentials');
export const AUTHENTICATION_REQUIRED = refusal(401, 'Requires authentication');
export const NOT_FOUND = refusal(404, 'Not Found');
export const NO_RIGHT_TO_WRITE = refusal(403, 'Resource not accessible by personal access token');

/** What the emulator would answer from data it does not have; better no answer than a false one. */
export const NOT_EMULATED = refusal(501, 'The demo does not emulate this path.');

/** 422 with one entry in `errors`. */
export function invalid(error: Readonly<Record<string, string>> | string): Answer {
  const { body } = refusal(422, 'Validation Failed');
  return { status: 422, body: { ...(body as object), errors: [error] } };
}

export function invalidPull(message: string): Answer {
  return invalid({ resource: 'PullRequest', code: 'custom', message });
}
