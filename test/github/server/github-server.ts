/**
 * A GitHub for the demo and the tests: the stateful emulator of the package `emulate`, and before it a layer that adds
 * what it lacks. Truth about branches and commits is read from the bare repository that the git server serves.
 */
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { ApiExchange } from '../../../src/demo/github.ts';
import { listen, readBody, shut } from '../../../src/demo/http.ts';
import { parseJson } from '../../../src/demo/json.ts';
import type { Tokens } from './access.ts';
import { type Answer, refusal } from './answers.ts';
import { type Interceptor, isFault, patient } from './faults.ts';
import type { Asked } from './hub.ts';
import { LAYER, Layer } from './layer.ts';
import type { CheckState, ReviewDecision } from './pull-record.ts';
import type { Repository } from './repositories.ts';
import type { GitHubSettings } from './settings.ts';
import { startUpstream } from './upstream.ts';

export interface GitHubServerOptions extends GitHubSettings {
  /** `owner/name`. */
  readonly repository: string;
  /** Folder of the bare repository. */
  readonly bare: string;
  /** Of a user who has a token. */
  readonly fork?: Repository;
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
  /** A request whose connection was cut before it was carried out has status 0. */
  readonly log: readonly ApiExchange[];
  /** What the checks of a commit say from now on. */
  setChecks(sha: string, state: CheckState): void;
  /** What the reviews of a pull request amount to, where the repository asks for some. */
  setReviewDecision(number: number, decision: ReviewDecision | null): void;
  /** Puts an interceptor before everything else; null takes it away. */
  intercept(interceptor: Interceptor | null): void;
  close(): Promise<void>;
}

/** Starts the server. */
export async function startGitHubServer(options: GitHubServerOptions): Promise<GitHubServer> {
  const log: ApiExchange[] = [];
  const clock = options.now ?? (() => new Date());
  let interceptor: Interceptor | null = null;
  let layer: Layer | null = null;
  // Requests are answered one after another, so that "is there one already?" and "make one" cannot interleave.
  let queue: Promise<unknown> = Promise.resolve();

  async function exchange(asked: Asked, intercepted: Answer | null): Promise<Answer> {
    const { method, path, body } = asked;
    const answer = intercepted ?? (await layer?.answer(asked)) ?? refusal(503, 'Starting');
    const entry = { method, path, status: answer.status, requestBody: body, responseBody: answer.body };
    log.push(entry);
    options.check?.(entry);
    return answer;
  }

  async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const asked = await readRequest(request);
    const { method, path, body } = asked;
    const decided = interceptor?.(method, path, body) ?? null;
    const fault = isFault(decided) ? decided : null;
    if (fault?.fault === 'cut') {
      log.push({ method, path, status: 0, requestBody: body, responseBody: null });
      request.socket.destroy();
      return;
    }
    if (fault?.fault === 'hang' && !(await patient(fault.until, response))) return;
    const mine = queue.then(() => exchange(asked, isFault(decided) ? null : decided));
    queue = mine.catch(() => {});
    const answer = await mine;
    if (fault?.fault === 'cut-after') request.socket.destroy();
    else write(response, { ...answer, headers: { Date: clock().toUTCString(), ...answer.headers } });
  }

  const { server, url } = await listen((request, response) => {
    handle(request, response).catch((error: unknown) => write(response, refusal(500, String(error))));
  });
  const upstream = await startUpstream({ ...options, url, layer: LAYER });
  layer = new Layer({ ...options, url }, upstream);

  return {
    url,
    log,
    setChecks: (sha, state) => layer?.setChecks(sha, state),
    setReviewDecision: (number, decision) => layer?.setReviewDecision(number, decision),
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
