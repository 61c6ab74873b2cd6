/**
 * A GitHub for the demo and the tests: the stateful emulator of the package `emulate`, and before it a layer that adds
 * what it lacks. Truth about branches and commits is read from the bare repository that the git server serves.
 */
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Tokens } from './access.ts';
import { type Answer, refusal } from './github-answers.ts';
import { type Asked, LAYER, Layer } from './github-layer.ts';
import { startUpstream } from './github-upstream.ts';
import { type Exchange, listen, readBody, shut } from './http.ts';
import { parseJson } from './json.ts';

/** One request with what was said on both sides; bodies are parsed JSON, null where there was none. */
export interface ApiExchange extends Exchange {
  readonly requestBody: unknown;
  readonly responseBody: unknown;
}

/** Gives the answer to a request in GitHub's stead, null to let it pass: for failures that a test wants. */
type Interceptor = (method: string, path: string, body: unknown) => Answer | null;

export interface GitHubServerOptions {
  /** `owner/name`. */
  readonly repository: string;
  /** Folder of the bare repository. */
  readonly bare: string;
  readonly defaultBranch: string;
  readonly tokens: Tokens;
  /** What web addresses (`html_url`) begin with. */
  readonly webUrl: string;
  /** Sees every exchange, for example to hold it against GitHub's OpenAPI description. */
  readonly check?: (exchange: ApiExchange) => void;
}

export interface GitHubServer {
  /** The API's address, without a slash at the end. */
  readonly url: string;
  readonly log: readonly ApiExchange[];
  /** Puts an interceptor before everything else; null takes it away. */
  intercept(interceptor: Interceptor | null): void;
  close(): Promise<void>;
}

/** Starts the server. */
export async function startGitHubServer(options: GitHubServerOptions): Promise<GitHubServer> {
  const log: ApiExchange[] = [];
  let interceptor: Interceptor | null = null;
  let layer: Layer | null = null;
  // Requests are answered one after another, so that "is there one already?" and "make one" cannot interleave.
  let queue: Promise<unknown> = Promise.resolve();

  async function exchange(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const asked = await readRequest(request);
    const { method, path, body } = asked;
    const intercepted = interceptor?.(method, path, body) ?? null;
    const answer = intercepted ?? (await layer?.answer(asked)) ?? refusal(503, 'Starting');
    const entry = { method, path, status: answer.status, requestBody: body, responseBody: answer.body };
    log.push(entry);
    options.check?.(entry);
    write(response, answer);
  }

  const { server, url } = await listen((request, response) => {
    queue = queue
      .then(() => exchange(request, response))
      .catch((error: unknown) => write(response, refusal(500, String(error))));
  });
  const upstream = await startUpstream({ ...options, url, layer: LAYER });
  layer = new Layer({ ...options, url }, upstream);

  return {
    url,
    log,
    intercept(next) {
      interceptor = next;
    },
    async close() {
      await shut(server);
      await queue;
      await upstream.close();
    },
  };
}

async function readRequest(request: IncomingMessage): Promise<Asked> {
  const text = (await readBody(request)).toString('utf8');
  return {
    method: request.method ?? 'GET',
    path: request.url ?? '/',
    authorization: request.headers.authorization,
    text,
    body: parseJson(text),
  };
}

function write(response: ServerResponse, answer: Answer): void {
  response.writeHead(answer.status, { 'Content-Type': 'application/json; charset=utf-8', ...answer.headers });
  response.end(answer.body === null ? undefined : JSON.stringify(answer.body));
}
