/** GitHub with module repositories: the emulator, and before it what it lacks, ETags and answers that a test wants. */
import { createHash } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { createEmulator } from 'emulate';
import { listen, readBody, shut } from '../../src/demo/http.ts';

const TOKEN = 'ghp_modules0maintainer00';
const OWNER = 'ministryofjustice';

export interface Asked {
  readonly path: string;
  readonly status: number;
  readonly headers: IncomingMessage['headers'];
}

export interface ReleasesServer {
  readonly url: string;
  /** Every request since the last `forget`. */
  readonly asked: readonly Asked[];
  /** Gives answers in GitHub's place; null to let a request pass. */
  answer:
    | ((path: string) => { status: number; headers?: Record<string, string>; body: string } | null)
    | null;
  /** Makes an empty repository. */
  repository(name: string): Promise<void>;
  release(
    repository: string,
    tag: string,
    kind?: { readonly draft?: boolean; readonly prerelease?: boolean },
  ): Promise<void>;
  tag(repository: string, tag: string): Promise<void>;
  /** Writes a file to a branch, which is made when it is not there. */
  file(repository: string, branch: string, path: string, text: string): Promise<void>;
  forget(): void;
  close(): Promise<void>;
}

export async function startReleasesServer(): Promise<ReleasesServer> {
  const emulator = await createEmulator({
    service: 'github',
    port: 0,
    seed: {
      tokens: { [TOKEN]: { login: 'maintainer', scopes: ['repo'] } },
      github: {
        users: [{ login: 'maintainer' }],
        orgs: [{ login: OWNER, members: [{ login: 'maintainer', role: 'admin' }] }],
        repos: [],
      },
    },
  });
  const origin = `http://127.0.0.1:${new URL(emulator.url).port}`;
  const asked: Asked[] = [];

  const { server, url } = await listen(async (request, response) => {
    await readBody(request);
    const path = request.url ?? '/';
    const given = self.answer?.(path) ?? null;
    const { accept = '*/*', authorization } = request.headers;
    const passed = given ?? (await pass(path, accept, authorization));
    const etag = `W/"${createHash('sha256').update(passed.body).digest('hex')}"`;
    const same = passed.status === 200 && request.headers['if-none-match'] === etag;
    const status = same ? 304 : passed.status;
    asked.push({ path, status, headers: request.headers });
    const type = passed.headers?.['content-type'] ?? 'application/json; charset=utf-8';
    response.writeHead(status, { 'content-type': type, etag, ...passed.headers });
    response.end(same ? undefined : passed.body);
  });

  async function pass(path: string, accept: string, authorization: string | undefined) {
    const headers = { accept, ...(authorization === undefined ? {} : { authorization: `Bearer ${TOKEN}` }) };
    const response = await fetch(`${origin}${path}`, { headers });
    const type = response.headers.get('content-type') ?? '';
    return { status: response.status, headers: { 'content-type': type }, body: await response.text() };
  }

  async function write(method: string, path: string, body: object): Promise<Record<string, unknown>> {
    const response = await fetch(`${origin}${path}`, {
      method,
      headers: { authorization: `Bearer ${TOKEN}`, 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    const text = await response.text();
    if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${text}`);
    return JSON.parse(text) as Record<string, unknown>;
  }

  async function headOf(repository: string): Promise<string> {
    const response = await fetch(`${origin}/repos/${OWNER}/${repository}/git/ref/heads/main`, {
      headers: { authorization: `Bearer ${TOKEN}` },
    });
    return ((await response.json()) as { object: { sha: string } }).object.sha;
  }

  const self: ReleasesServer = {
    url,
    asked,
    answer: null,
    async repository(name) {
      await write('POST', `/orgs/${OWNER}/repos`, { name, auto_init: true });
    },
    async release(repository, tag, kind = {}) {
      await write('POST', `/repos/${OWNER}/${repository}/releases`, { tag_name: tag, ...kind });
    },
    async tag(repository, tag) {
      const sha = await headOf(repository);
      await write('POST', `/repos/${OWNER}/${repository}/git/refs`, { ref: `refs/tags/${tag}`, sha });
    },
    async file(repository, branch, path, text) {
      const sha = await headOf(repository);
      const refs = `/repos/${OWNER}/${repository}/git/refs`;
      if (branch !== 'main')
        await write('POST', refs, { ref: `refs/heads/${branch}`, sha }).catch(() => undefined);
      await write('PUT', `/repos/${OWNER}/${repository}/contents/${path}`, {
        message: `Add ${path}`,
        content: Buffer.from(text).toString('base64'),
        branch,
      });
    },
    forget() {
      asked.length = 0;
    },
    async close() {
      await shut(server);
      await emulator.close();
    },
  };
  return self;
}
