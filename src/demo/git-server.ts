/**
 * A git remote for the demo and the tests: real `git http-backend` as a CGI behind `node:http` on loopback. The process
 * that hosts it must never wait for git synchronously: the request would wait for the process.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { basename, dirname } from 'node:path';
import { type Exchange, listen, sendText, shut } from './http.ts';
import { cleanEnvironment } from './run.ts';

/** One of the three requests of git's smart protocol, for a repository that there is. */
export interface GitRequest {
  /** `owner/name`. */
  readonly name: string;
  readonly writes: boolean;
  readonly http: IncomingMessage;
}

/** Who asks, as git is told it (null: nobody in particular), or the answer that a request gets in git's stead. */
export type Admission =
  | { readonly login: string | null }
  | { readonly status: number; readonly text: string; readonly headers?: Readonly<Record<string, string>> };

export interface GitBackendOptions {
  /** `owner/name` → folder of the bare repository. */
  readonly repositories: Readonly<Record<string, string>>;
  readonly admit: (request: GitRequest) => Admission;
}

export interface GitBackend {
  /** @param answer what to do with the output of the backend; default: it is the response */
  handle(request: IncomingMessage, response: ServerResponse, answer?: typeof relay): void;
  /** Ends what still runs. */
  stop(): Promise<void>;
}

export interface GitServer {
  /** `http://127.0.0.1:<port>`; a repository is at `<url>/<owner>/<name>` with or without `.git`. */
  readonly url: string;
  /** Every request so far, in the order of the answers. */
  readonly log: readonly Exchange[];
  close(): Promise<void>;
}

/** Starts the server. */
export async function startGitServer(options: GitBackendOptions): Promise<GitServer> {
  const backend = gitBackend(options);
  const log: Exchange[] = [];
  const { server, url } = await listen((request, response) => {
    response.on('close', () => {
      log.push({ method: request.method ?? '', path: request.url ?? '', status: response.statusCode });
    });
    backend.handle(request, response);
  });
  return {
    url,
    log,
    async close() {
      await shut(server);
      await backend.stop();
    },
  };
}

/** Answers requests of git's smart protocol by a process each. */
export function gitBackend({ repositories, admit }: GitBackendOptions): GitBackend {
  const running = new Set<ChildProcess>();
  return {
    handle(request, response, answer = relay) {
      const asked = parseRequest(repositories, request);
      if (asked === null) {
        sendText(response, 404, 'Not Found');
        return;
      }
      const admission = admit({
        name: asked.name,
        writes: asked.service === 'git-receive-pack',
        http: request,
      });
      if ('status' in admission) {
        sendText(response, admission.status, admission.text, admission.headers);
        return;
      }
      const child = startBackend(asked, admission.login, request, response);
      running.add(child);
      child.on('close', () => running.delete(child));
      answer(child.stdout, response);
    },
    async stop() {
      const ends = [...running].map((child) => new Promise((resolve) => child.once('close', resolve)));
      for (const child of running) child.kill();
      await Promise.all(ends);
    },
  };
}

interface Asked {
  readonly folder: string;
  readonly name: string;
  /** What follows the repository in the path. */
  readonly rest: string;
  readonly query: string;
  readonly service: 'git-upload-pack' | 'git-receive-pack';
}

/** Null for what is not one of the three requests of git's smart protocol, or not a repository of ours. */
function parseRequest(
  repositories: Readonly<Record<string, string>>,
  request: IncomingMessage,
): Asked | null {
  const [path = '', query = ''] = (request.url ?? '').split('?', 2);
  const match =
    /^\/(?<name>[^/]+\/[^/]+?)(?:\.git)?(?<rest>\/info\/refs|\/git-upload-pack|\/git-receive-pack)$/.exec(
      path,
    );
  const { name = '', rest = '' } = match?.groups ?? {};
  const folder = Object.hasOwn(repositories, name) ? repositories[name] : undefined;
  const service = rest === '/info/refs' ? new URLSearchParams(query).get('service') : rest.slice(1);
  if (folder === undefined || (service !== 'git-upload-pack' && service !== 'git-receive-pack')) return null;
  return { folder, name, rest, query, service };
}

function startBackend(
  asked: Asked,
  login: string | null,
  request: IncomingMessage,
  response: ServerResponse,
) {
  const child = spawn('git', ['http-backend'], {
    env: backendEnvironment(asked, login, request),
    stdio: ['pipe', 'pipe', 'ignore'],
    windowsHide: true,
  });
  child.on('error', () => {
    if (!response.headersSent) sendText(response, 500, 'git http-backend did not start');
  });
  child.stdin.on('error', () => {}); // the backend may refuse a request before it has read it
  request.on('error', () => child.kill());
  request.pipe(child.stdin);
  return child;
}

/** The environment of RFC 3875. */
function backendEnvironment(asked: Asked, login: string | null, request: IncomingMessage): NodeJS.ProcessEnv {
  const header = (name: string): string => {
    const value = request.headers[name];
    return typeof value === 'string' ? value : '';
  };
  const length = header('content-length');
  return {
    ...cleanEnvironment(),
    GIT_PROJECT_ROOT: dirname(asked.folder),
    GIT_HTTP_EXPORT_ALL: '1',
    GIT_CONFIG_NOSYSTEM: '1',
    GIT_CONFIG_COUNT: '3',
    GIT_CONFIG_KEY_0: 'http.receivepack',
    GIT_CONFIG_VALUE_0: 'true',
    GIT_CONFIG_KEY_1: 'uploadpack.allowFilter',
    GIT_CONFIG_VALUE_1: 'true',
    GIT_CONFIG_KEY_2: 'uploadpack.allowAnySHA1InWant',
    GIT_CONFIG_VALUE_2: 'true',
    PATH_INFO: `/${basename(asked.folder)}${asked.rest}`,
    QUERY_STRING: asked.query,
    REQUEST_METHOD: request.method ?? 'GET',
    CONTENT_TYPE: header('content-type'),
    // Without a length the backend reads to the end of its input: git sends a large push in chunks.
    ...(length === '' ? {} : { CONTENT_LENGTH: length }),
    HTTP_CONTENT_ENCODING: header('content-encoding'),
    GIT_PROTOCOL: header('git-protocol'),
    REMOTE_ADDR: '127.0.0.1',
    ...(login === null ? {} : { REMOTE_USER: login }),
  };
}

/** Turns the CGI answer (headers, an empty line, a body) into an HTTP answer, streaming the body. */
function relay(stdout: NodeJS.ReadableStream, response: ServerResponse): void {
  let head: Buffer | null = Buffer.alloc(0);
  stdout.on('data', (chunk: Buffer) => {
    if (head === null) {
      response.write(chunk);
      return;
    }
    head = Buffer.concat([head, chunk]);
    const end = /\r?\n\r?\n/.exec(head.toString('latin1'));
    if (end === null) return;
    for (const line of head.toString('latin1', 0, end.index).split(/\r?\n/)) {
      const colon = line.indexOf(':');
      const [name, value] = [line.slice(0, Math.max(0, colon)), line.slice(colon + 1).trim()];
      if (name.toLowerCase() === 'status') response.statusCode = Number.parseInt(value, 10);
      else if (name !== '') response.setHeader(name, value);
    }
    response.write(head.subarray(end.index + end[0].length));
    head = null;
  });
  stdout.on('end', () => {
    if (head !== null && !response.headersSent) sendText(response, 500, 'git http-backend gave no answer');
    else response.end();
  });
}
