import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { githubFailure } from '../../src/github/failure.ts';
import { connectGraphQL } from '../../src/github/graphql.ts';
import { connectGitHub } from '../../src/github/rest.ts';

/** What a refusal of GitHub comes to. */
function failureOf(status: number, message: string, headers: Readonly<Record<string, string>> = {}) {
  const context = { doing: 'read #1', secrets: [], apiUrl: 'https://api.github.com' };
  return githubFailure({ status, response: { headers, data: { message } } }, context);
}

describe('a refusal of GitHub names its cause', () => {
  it.each([
    [401, 'Bad credentials', {}, 'authentication', /wrong, expired or revoked.*GitHub App.*an hour/],
    [
      403,
      'Resource not accessible by integration',
      {},
      'forbidden',
      /permissions: of the workflow.*a pull request from a fork.*read-only/,
    ],
    [
      403,
      'Resource not accessible by personal access token',
      { 'x-accepted-github-permissions': 'pull_requests=write; contents=read' },
      'forbidden',
      /needs pull_requests=write; contents=read on the repository/,
    ],
    [
      403,
      'Although you appear to have the correct authorization credentials, the `moj` organization has an IP allow list enabled, and your IP address is not permitted to access this resource.',
      {},
      'forbidden',
      /from an address of that list/,
    ],
    [
      403,
      '`moj` forbids access via a personal access token (classic). Please use a GitHub App, OAuth App, or a personal access token with fine-grained permissions.',
      {},
      'forbidden',
      /a kind of token that the organisation allows/,
    ],
    [
      403,
      "The 'moj' organization forbids access via a fine-grained personal access tokens if the token's lifetime is greater than 366 days.",
      {},
      'forbidden',
      /Make a token that ends sooner/,
    ],
    [
      403,
      'Resource protected by organization SAML enforcement. You must grant your Personal Access token access to this organization.',
      {},
      'forbidden',
      /single sign-on/,
    ],
    [
      422,
      'Repository rule violations found: Commits must have verified signatures.',
      {},
      'validation',
      /--sign has GitHub make them/,
    ],
  ])('%i %s', (status, message, headers, code, advice) => {
    const failure = failureOf(status, message, headers);

    expect(failure.code).toBe(code);
    expect(failure.message).toContain(message.slice(0, 20));
    expect(failure.message).toMatch(advice);
  });
});

describe('an answer that is none of GitHub', () => {
  let server: Server | null = null;
  afterEach(() => server?.close());

  async function answering(type: string, body: string) {
    const started = createServer((_, response) => {
      response.writeHead(200, { 'content-type': type }).end(body);
    });
    server = started;
    await new Promise<void>((resolve) => started.listen(0, '127.0.0.1', resolve));
    const apiUrl = `http://127.0.0.1:${(started.address() as AddressInfo).port}`;
    const repository = { owner: 'o', repo: 'r', apiUrl, serverUrl: apiUrl };
    return { repository, token: 'ghp_x', version: '0', pacing: false };
  }

  const PAGE = '<!doctype html><html><head><title>Sign in to the proxy</title></head></html>';

  it.each([
    [
      'a page',
      'text/html; charset=utf-8',
      PAGE,
      /a page .Sign in to the proxy. \(text\/html\).*GITHUB_API_URL.*proxy/,
    ],
    ['an object of another shape', 'application/json', '{"hello": 1}', /another shape.*GITHUB_API_URL/],
    ['a list', 'application/json', '[]', /another shape/],
    ['nothing', 'application/json', 'null', /another shape/],
  ])('is said to be so, and is not "unreachable": %s', async (_, type, body, words) => {
    const options = await answering(type, body);

    const asked = [
      await connectGitHub(options).repository(),
      await connectGitHub(options).create({ title: 't', body: '', branch: 'b', base: 'm', draft: false }),
      await connectGraphQL(options).viewer(),
    ];

    for (const answer of asked) {
      expect(answer).toMatchObject({ ok: false, error: { code: 'unexpected-answer' } });
      expect(answer.ok ? '' : answer.error.message).toMatch(words);
      expect(answer.ok ? '' : answer.error.message).not.toMatch(/undefined|TypeError|reading/);
    }
  });
});
