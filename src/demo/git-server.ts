/**
 * A git remote for the demo and the tests: real `git http-backend` as a CGI behind `node:http` on loopback, with
 * GitHub's answers to a missing, a wrong and a read-only token. The process that hosts it must never wait for git
 * synchronously: the request would wait for the process.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { basename, dirname } from 'node:path';
import { type Caller, callerOf, mayWrite, type Tokens } from './access.ts';
import { type Interceptor, isFault, patient } from './faults.ts';
import { type Exchange, listen, sendText, shut } from './http.ts';
import { cleanEnvironment } from './run.ts';

export interface GitServerOptions {
  /** `owner/name` → folder of the bare repository. */
  readonly repositories: Readonly<Record<string, string>>;
  readonly tokens: Tokens;
  /** A private repository needs a token for a clone too. Default: false. */
  readonly private?: boolean;
}

export interface GitServer {
  /** `http://127.0.0.1:<port>`; a repository is at `<url>/<owner>/<name>` with or without `.git`. */
  readonly url: string;
  /** Every request so far, in the order of the answers. */
  readonly log: readonly Exchange[];
  /** Puts an interceptor before everything else; null takes it away. It is told no body: git's is a pack. */
  intercept(interceptor: Interceptor | null): void;
  close(): Promise<void>;
}

type Service = 'git-upload-pack' | 'git-receive-pack';

interface GitRequest {
  readonly folder: string;
  readonly name: string;
  /** What follows the repository in the path. */
  readonly rest: string;
  readonly query: string;
  readonly service: Service;
}

/** Starts the server. */
export async function startGitServer(options: GitServerOptions): Promise<GitServer> {
  const log: Exchange[] = [];
  const running = new Set<ChildProcess>();
  let interceptor: Interceptor | null = null;
  const { server, url } = await listen((request, response) => {
    response.on('close', () => {
      log.push({ method: request.method ?? '', path: request.url ?? '', status: response.statusCode });
    });
    const decided = interceptor?.(request.method ?? '', request.url ?? '', null) ?? null;
    if (!isFault(decided)) {
      if (decided === null) handle(options, request, response, running, relay);
      else sendText(response, decided.status, String(decided.body));
    } else if (decided.fault === 'cut') request.socket.destroy();
    else if (decided.fault === 'cut-after') handle(options, request, response, running, loseAnswer);
    else {
      void patient(decided.until, response).then((goesOn) => {
        if (goesOn) handle(options, request, response, running, relay);
      });
    }
  });

  return {
    url,
    log,
    intercept(next) {
      interceptor = next;
    },
    async close() {
      await shut(server);
      const ends = [...running].map((child) => new Promise((resolve) => child.once('close', resolve)));
      for (const child of running) child.kill();
      await Promise.all(ends);
    },
  };
}

function handle(
  options: GitServerOptions,
  request: IncomingMessage,
  response: ServerResponse,
  running: Set<ChildProcess>,
  answer: typeof relay,
): void {
  const asked = parseRequest(options.repositories, request);
  const caller = callerOf(request.headers.authorization, options.tokens);
  if (asked === null) sendText(response, 404, 'Not Found');
  else if (!refuse(options, asked, caller, request, response)) {
    runBackend(asked, caller, request, response, running, answer);
  }
}

/** Answers in GitHub's way a request that may not pass; says whether it did. */
function refuse(
  options: GitServerOptions,
  asked: GitRequest,
  caller: Caller,
  request: IncomingMessage,
  response: ServerResponse,
): boolean {
  const writes = asked.service === 'git-receive-pack';
  // Node keeps the first of two such headers; GitHub refuses both, which is what a second extraheader runs into.
  const given = request.rawHeaders.filter(
    (name, at) => at % 2 === 0 && name.toLowerCase() === 'authorization',
  );
  if (given.length > 1) {
    sendText(response, 400, 'Duplicate header: "Authorization"');
    return true;
  }
  if (caller === 'unknown' || (caller === 'anonymous' && (writes || options.private === true))) {
    const headers = { 'WWW-Authenticate': 'Basic realm="GitHub"' };
    sendText(response, 401, 'Invalid username or token.', headers);
    return true;
  }
  if (caller !== 'anonymous' && writes && !mayWrite(caller, asked.name)) {
    sendText(response, 403, `Permission to ${asked.name}.git denied to ${caller.login}.`);
    return true;
  }
  return false;
}

/** Null for what is not one of the three requests of git's smart protocol, or not a repository of ours. */
function parseRequest(
  repositories: Readonly<Record<string, string>>,
  request: IncomingMessage,
): GitRequest | null {
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

function runBackend(
  asked: GitRequest,
  caller: Caller,
  request: IncomingMessage,
  response: ServerResponse,
  running: Set<ChildProcess>,
  answer: typeof relay,
): void {
  const child = spawn('git', ['http-backend'], {
    env: backendEnvironment(asked, caller, request),
    stdio: ['pipe', 'pipe', 'ignore'],
    windowsHide: true,
  });
  running.add(child);
  child.on('close', () => running.delete(child));
  child.on('error', () => {
    if (!response.headersSent) sendText(response, 500, 'git http-backend did not start');
  });
  child.stdin.on('error', () => {}); // the backend may refuse a request before it has read it
  request.on('error', () => child.kill());
  request.pipe(child.stdin);
  answer(child.stdout, response);
}

/** The environment of RFC 3875. */
function backendEnvironment(asked: GitRequest, caller: Caller, request: IncomingMessage): NodeJS.ProcessEnv {
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
    ...(typeof caller === 'string' ? {} : { REMOTE_USER: caller.login }),
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
      const [, name = '', value = ''] = /^([^:]+):\s*(.*)$/.exec(line) ?? [];
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

/** Lets the backend do its work and says nothing of it. */
function loseAnswer(stdout: NodeJS.ReadableStream, response: ServerResponse): void {
  stdout.resume();
  stdout.on('end', () => response.destroy());
}
