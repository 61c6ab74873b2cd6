/** The demo's git remote with GitHub's answers to a missing, a wrong and a read-only token, and with what can go wrong. */
import type { ServerResponse } from 'node:http';
import { type Admission, type GitRequest, type GitServer, gitBackend } from '../../../src/demo/git-server.ts';
import { type Exchange, listen, sendText, shut } from '../../../src/demo/http.ts';
import { callerOf, mayWrite, type Tokens } from './access.ts';
import { type Interceptor, isFault, patient } from './faults.ts';

export interface GitServerOptions {
  /** `owner/name` → folder of the bare repository. */
  readonly repositories: Readonly<Record<string, string>>;
  readonly tokens: Tokens;
  /** A private repository needs a token for a clone too. Default: false. */
  readonly private?: boolean;
}

export interface FaultyGitServer extends GitServer {
  /** Puts an interceptor before everything else; null takes it away. It is told no body: git's is a pack. */
  intercept(interceptor: Interceptor | null): void;
}

/** Starts the server. */
export async function startGitServer(options: GitServerOptions): Promise<FaultyGitServer> {
  const { repositories } = options;
  const backend = gitBackend({ repositories, admit: (request) => admit(options, request) });
  const log: Exchange[] = [];
  let interceptor: Interceptor | null = null;
  const { server, url } = await listen((request, response) => {
    response.on('close', () => {
      log.push({ method: request.method ?? '', path: request.url ?? '', status: response.statusCode });
    });
    const decided = interceptor?.(request.method ?? '', request.url ?? '', null) ?? null;
    if (!isFault(decided)) {
      if (decided === null) backend.handle(request, response);
      else sendText(response, decided.status, String(decided.body));
    } else if (decided.fault === 'cut') request.socket.destroy();
    else if (decided.fault === 'cut-after') backend.handle(request, response, loseAnswer);
    else {
      void patient(decided.until, response).then((goesOn) => {
        if (goesOn) backend.handle(request, response);
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
      await backend.stop();
    },
  };
}

/** Lets a request pass, or answers it in GitHub's way. */
function admit(options: GitServerOptions, { name, writes, http }: GitRequest): Admission {
  // Node keeps the first of two such headers; GitHub refuses both, which is what a second extraheader runs into.
  const given = http.rawHeaders.filter(
    (header, at) => at % 2 === 0 && header.toLowerCase() === 'authorization',
  );
  if (given.length > 1) return { status: 400, text: 'Duplicate header: "Authorization"' };
  const caller = callerOf(http.headers.authorization, options.tokens);
  if (caller === 'unknown' || (caller === 'anonymous' && (writes || options.private === true))) {
    const headers = { 'WWW-Authenticate': 'Basic realm="GitHub"' };
    return { status: 401, text: 'Invalid username or token.', headers };
  }
  if (caller === 'anonymous') return { login: null };
  if (!writes || mayWrite(caller, name)) return { login: caller.login };
  return { status: 403, text: `Permission to ${name}.git denied to ${caller.login}.` };
}

/** Lets the backend do its work and says nothing of it. */
function loseAnswer(stdout: NodeJS.ReadableStream, response: ServerResponse): void {
  stdout.resume();
  stdout.on('end', () => response.destroy());
}
